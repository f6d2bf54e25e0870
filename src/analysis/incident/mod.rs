//! Owns which event a passage is about, when it is not the main one of its article.

mod event;
mod other;

pub use self::event::{MainEvent, main_event};
use self::other::{named_year, other_attack, war_of, year_alone};
use super::mentions::is_day;
use super::sentence::Sentence;
use super::tokens::Kind;
use crate::base::Span;

/// An incident the caller knows, with its other names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownIncident {
    pub name: String,
    pub aliases: Vec<String>,
}

/// Which event an article is speaking of, sentence by sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    /// What the title is about, if that has a name of its own: the main event.
    main: Option<String>,
    paragraph: usize,
    /// An earlier war this paragraph has turned to.
    war: Option<String>,
    /// A year this paragraph opened with: "In 2020 …".
    year: Option<i16>,
    /// This paragraph has turned to several earlier wars, so that it is not told which one is meant.
    wars: bool,
}

/// An earlier war that a position was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PastWar {
    Named(String),
    /// One of several.
    OneOf,
}

impl Scene {
    /// The scene of an article with a title.
    pub fn new(title: Option<&str>) -> Self {
        let main = title.and_then(|title| {
            let title = Sentence::alone(title, Span::new(0, title.len()));
            mines(&title).or_else(|| earlier_war(&title))
        });
        Self { main, ..Self::default() }
    }

    /// Takes in a sentence: every one, whether it holds a claim or not. `printed` is the year of printing.
    pub fn enter(&mut self, sentence: &Sentence, printed: Option<i16>) {
        // "A truce, brokered by Norway, was signed" ends the war of the paragraph before.
        let ends = sentence.paragraph == self.paragraph + 1 && opens_with_truce(sentence);
        if is_present(sentence) || sentence.paragraph != self.paragraph && !ends {
            (self.war, self.year, self.wars) = (None, None, false);
        }
        self.paragraph = sentence.paragraph;
        let several = names_several_wars(sentence);
        if several {
            (self.war, self.year, self.wars) = (None, None, true);
            return;
        }
        let earlier = |year: &i16| printed.is_none_or(|printed| *year < printed);
        if let Some(year) = year_alone(sentence).filter(earlier) {
            self.year = Some(year);
        }
        if let Some(war) = war_of(sentence).filter(|it| earlier(&it.last)) {
            (self.war, self.wars) = (Some(war.name()), false);
        } else if let Some(year) = self.year.filter(|_| speaks_of_war(sentence)) {
            self.war = Some(format!("the {year} war"));
        }
    }

    /// The name of the incident of a claim in the sentence last entered; none for the main event.
    pub fn incident(&self, sentence: &Sentence, known: &[KnownIncident]) -> Option<String> {
        if let Some(known) = named(sentence, known) {
            return Some(known);
        }
        let found = self
            .war
            .clone()
            .or_else(|| named_year(sentence))
            .or_else(|| mines(sentence))
            .or_else(|| other_attack(sentence))?;
        (self.main.as_ref() != Some(&found)).then(|| like(&found, known).unwrap_or(found))
    }

    /// The earlier war a position of the sentence last entered was taken in: where its words speak of the war or of what
    /// ended it.
    pub fn past_war(&self, sentence: &Sentence) -> Option<PastWar> {
        let named = speaks_of_war(sentence) || sentence.any(0, sentence.tokens.len(), TRUCE);
        let war = self.war.clone().filter(|_| self.main.is_none() || self.main != self.war);
        let war = war.map(PastWar::Named).or(self.wars.then_some(PastWar::OneOf));
        war.filter(|_| named)
    }
}

/// "A ceasefire, negotiated by Norway, was concluded": how an earlier war ended, told after it.
fn opens_with_truce(sentence: &Sentence) -> bool {
    let settled = |at| {
        matches!(
            sentence.word(at),
            "signed" | "concluded" | "agreed" | "reached" | "brokered" | "negotiated"
        )
    };
    sentence.word(0) == "a" && TRUCE.contains(&sentence.word(1)) && (2..10).any(settled)
}

/// "two wars, in the early 1990s and then in 2014": none of them alone.
fn names_several_wars(sentence: &Sentence) -> bool {
    (1..sentence.tokens.len()).any(|at| {
        matches!(sentence.word(at), "wars" | "conflicts")
            && (matches!(sentence.before(at), "two" | "three" | "several" | "both")
                || sentence.word(at.wrapping_sub(2)) == "two")
    })
}

const TRUCE: &[&str] = &["truce", "ceasefire", "armistice"];

/// The known incident that the words of a sentence name.
fn named(sentence: &Sentence, known: &[KnownIncident]) -> Option<String> {
    if known.is_empty() {
        return None;
    }
    let text = sentence.whole.of(sentence.text).to_lowercase();
    let named = known.iter().find(|it| {
        std::iter::once(&it.name).chain(&it.aliases).any(|name| {
            let name = name.trim().to_lowercase();
            !name.is_empty() && text.contains(&name)
        })
    });
    named.map(|it| it.name.clone())
}

/// The known incident that a found one is another name of: "the mine blasts" for "mine explosions".
fn like(found: &str, known: &[KnownIncident]) -> Option<String> {
    const BLASTS: &[&str] = &["explosion", "blast"];
    let lower = |it: &KnownIncident| it.name.to_lowercase();
    if found == MINES {
        let is_mines =
            |name: &str| name.contains("mine") && BLASTS.iter().any(|it| name.contains(it));
        return known.iter().find(|it| is_mines(&lower(it))).map(|it| it.name.clone());
    }
    known.iter().find(|it| lower(it).contains(found)).map(|it| it.name.clone())
}

/// "the 2020 war", "a war between A and B in 2020".
pub(super) fn earlier_war(sentence: &Sentence) -> Option<String> {
    war_of(sentence).map(|it| it.name())
}

/// Whether a sentence is about now, so that an earlier war before it is left.
fn is_present(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).any(|at| match sentence.word(at) {
        "today" | "yesterday" | "now" | "latest" | "current" | "tonight" => true,
        "this" => matches!(sentence.word(at + 1), "week" | "month" | "year" | "time"),
        "has" | "have" => (at + 1..at + 4).any(|it| sentence.is_harm(it)),
        word => word.ends_with("day") && is_day(word),
    })
}

fn speaks_of_war(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).any(|at| {
        let fought = matches!(sentence.word(at), "fought" | "reconquered" | "armistice");
        let war = matches!(sentence.word(at), "war" | "conflict" | "truce" | "ceasefire");
        let crime = matches!(sentence.word(at + 1), "crimes" | "crime");
        fought || war && !crime
    })
}

const MINES: &str = "mine explosions";

/// Whether a name is one that the search gives to another event than the main one of an article: "mine explosions",
/// "the 2020 war".
pub fn is_beside_main(name: &str) -> bool {
    let year = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
    name == MINES || name.strip_prefix("the ").is_some_and(year)
}

/// Mines that went off: counted apart from the event they led to.
fn mines(sentence: &Sentence) -> Option<String> {
    const DUG: &[&str] = &["gold", "coal", "copper", "diamond", "iron", "silver", "salt"];
    const PIT: &[&str] = &["workers", "worker", "shaft", "collapse", "collapsed", "owner", "site"];
    let is_mine = |at: usize| {
        let land = matches!(sentence.word(at), "landmine" | "landmines");
        let ours = sentence.word(at) == "mine" && sentence.before(at) == "of";
        let mine = matches!(sentence.word(at), "mine" | "mines")
            && !ours
            && !DUG.contains(&sentence.before(at))
            && !PIT.contains(&sentence.word(at + 1));
        land || mine
    };
    let mine = (0..sentence.tokens.len()).find(|at| is_mine(*at))?;
    let near = mine.saturating_sub(12)..mine + 13;
    let went_off = near.into_iter().any(|at| {
        matches!(
            sentence.word(at),
            "explosion" | "explosions" | "explode" | "blast" | "blasts" | "hit" | "land" | "off"
        ) || matches!(sentence.word(at), "exploded" | "stepped" | "struck" | "detonated" | "blew")
            || sentence.is_harm(at)
    });
    let landmine = sentence.word(mine).starts_with("land");
    (went_off || landmine).then(|| MINES.to_owned())
}

#[cfg(test)]
mod tests;
