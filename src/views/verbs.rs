//! Owns the verb of a position in a sentence: "France condemns", "Armenian separatists condemn".

use crate::base::words::Position;

/// The verb with which whoever goes by `name` holds a position; in the singular where there is no name.
pub fn holds(position: Position, name: &str) -> &'static str {
    match (position, are_many(name)) {
        (Position::Condemn, false) => "condemns",
        (Position::Condemn, true) => "condemn",
        (Position::Support, false) => "supports",
        (Position::Support, true) => "support",
        (Position::Mediate, false) => "mediates",
        (Position::Mediate, true) => "mediate",
    }
}

/// Whether a name is of several: a common noun in the plural, "the authorities in the north", or a people or group by its
/// ending, "Karabakh Armenians". The United States and the United Nations act as one.
fn are_many(name: &str) -> bool {
    // What they are of, in or for tells nothing of their number: "dozens of people", "residents of the village".
    let words = name.split_whitespace();
    let head = words.take_while(|it| !matches!(*it, "of" | "in" | "for" | "from")).last();
    let Some(head) = head else { return false };
    const SINGULAR: &[&str] = &["ss", "us", "is", "ics", "news", "’s", "'s"];
    const MANY: &[&str] = &["people", "police", "women", "men", "children", "media"];
    const GROUPS: &[&str] = &["ists", "ians", "eepers", "ighters", "oldiers", "eaders", "inisters"];
    const NAMES: &[&str] =
        &["Authorities", "Forces", "Rebels", "Brigades", "Guards", "Houthis", "Helmets", "Police"];
    let lower = ["Dozens", "Hundreds", "Thousands", "Scores"].contains(&head);
    if head.starts_with(char::is_uppercase) && !lower {
        return NAMES.contains(&head) || GROUPS.iter().any(|it| head.ends_with(it));
    }
    let plural = head.ends_with('s') && !SINGULAR.iter().any(|it| head.ends_with(it));
    plural || MANY.contains(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_has_the_number_of_the_name_before_it() {
        let check = |name: &str, many: bool| {
            let expect = if many { "condemn" } else { "condemns" };
            assert_eq!(holds(Position::Condemn, name), expect, "{name}");
        };
        for many in [
            "Armenian separatists",
            "the authorities in this region",
            "Karabakh Armenians",
            "Houthis",
            "police",
            "Dozens of people",
            "Russian peacekeepers",
            "Lowland Forces",
        ] {
            check(many, true);
        }
        for one in [
            "France",
            "United States",
            "United Nations",
            "Hamas",
            "Charles Torres",
            "the press",
            "government of the islands",
            "Russia’s",
            "",
        ] {
            check(one, false);
        }
        assert_eq!(holds(Position::Mediate, "the mediators"), "mediate");
        assert_eq!(holds(Position::Support, "Norway"), "supports");
    }
}
