//! Owns the pieces of a phrase of counted people: the noun, its adjectives of a people, what "of" leads to, whose forces
//! they are.

use super::counts::{Count, hurts};
use crate::analysis::lexicon::{Class, Form, Meaning};
use crate::analysis::numbers::small_word;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
use crate::base::words::{Demographic, Outcome, Qualifier, Role};

/// Whether a noun of people before `at` only describes what follows: "a passenger bus", "a civilian's car".
pub(super) fn describes_thing(sentence: &Sentence, at: usize) -> bool {
    const THINGS: &[&str] = &[
        "bus", "car", "van", "boat", "train", "taxi", "plane", "home", "house", "convoy", "centre",
        "center", "school", "camp", "clinic", "quarter",
    ];
    let thing = sentence.is(at, Class::Thing)
        || sentence.has(at, Meaning::Unit)
        || THINGS.contains(&sentence.word(at));
    let owns = sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Possessive);
    owns || thing && !sentence.is_people(at + 1)
}

/// "members of the security forces", "soldiers from the Azerbaijani Armed Forces": what the phrase adds after its noun.
pub(super) fn forces(sentence: &Sentence, found: &mut Count) {
    if !found.people {
        return;
    }
    let linked = matches!(sentence.word(found.end), "of" | "from" | "on");
    let near = found.end + 7;
    if linked {
        let stop = (found.end..near)
            .find(|at| sentence.is_harm(*at) || matches!(sentence.word(*at), "," | "were" | "was"))
            .unwrap_or(near);
        if found.role == Role::Unspecified
            && sentence.any(found.end, stop, &["forces", "army", "military", "troops", "guard"])
            && sentence.word(found.end) != "on"
        {
            found.role = Role::Military;
        }
        if found.side.is_none()
            && let Some(mention) = (found.end..stop).find_map(|at| sentence.mention_at(at))
            && !mention.entries.is_empty()
        {
            found.side = Some((mention.start, mention.end));
        }
    }
}

/// Words for those told of before: "15 of them", "two of those".
const BACK: &[&str] = &["them", "whom", "these", "which"];
const THOSE: &str = "those";

/// Whether a sentence may count some of those told of before it.
pub(super) fn refers_back(sentence: &Sentence) -> bool {
    let end = sentence.tokens.len();
    sentence.any(0, end, BACK) || sentence.any(0, end, &[THOSE])
}

/// What stands after "of": "them", "the dead", "its soldiers". None where it is no people.
pub(super) fn partitive(sentence: &Sentence, found: &mut Count, at: usize) -> Option<usize> {
    let (first, mut at) = (at, at);
    if BACK.contains(&sentence.word(at)) {
        found.of = Some(None);
        found.people = true;
        found.end = at + 1;
        return Some(at + 1);
    }
    while matches!(sentence.word(at), "the" | "its" | "their" | THOSE | "our" | "his") {
        if sentence.word(at) == THOSE {
            found.of = Some(None);
        }
        at += 1;
    }
    // "three of the 12 wounded"
    if at > first
        && (sentence.tokens.get(at)?.kind == Kind::Number
            || small_word(sentence.word(at)).is_some())
        && sentence.is_harm(at + 1)
    {
        at += 1;
    }
    at = after_owner(sentence, at);
    let harm = sentence.marks(at).iter().find_map(|mark| match mark.meaning {
        Meaning::Harm(outcome, Form::Noun | Form::Verb) => Some((outcome, mark.len)),
        _ => None,
    });
    // "dozens of wounded" are all, "dozens of the wounded" some of them.
    let vague = found.number.qualifier == Qualifier::Vague;
    if let Some((outcome, len)) = harm.filter(|_| !vague || found.of.is_some() || at > first) {
        found.of = Some(Some(outcome));
        found.people = true;
        found.end = at + len;
        return Some(at + len);
    }
    (!sentence.has(at, Meaning::Unit)).then_some(at)
}

/// After the owner at a token, if people follow: "four of Per Moe's children".
fn after_owner(sentence: &Sentence, at: usize) -> usize {
    const NAME: usize = 8;
    let owned = (at..at + NAME)
        .take_while(|it| {
            let token = sentence.tokens.get(*it);
            token.is_some_and(|it| it.is_capitalised() || it.is("-") || it.kind == Kind::Possessive)
        })
        .find(|it| sentence.tokens.get(*it).is_some_and(|it| it.kind == Kind::Possessive));
    owned.map(|it| it + 1).filter(|it| sentence.is_people(*it)).unwrap_or(at)
}

/// The noun of people at a token: role, demographic, length. "Frenchmen" need no list.
pub(super) fn people(sentence: &Sentence, at: usize) -> Option<(Role, Demographic, usize)> {
    let known = sentence.marks(at).iter().find_map(|mark| match mark.meaning {
        Meaning::People(role, demographic) => Some((role, demographic, mark.len)),
        _ => None,
    });
    known.or_else(|| {
        let nation = sentence.tokens.get(at)?.is_capitalised() && at > 0;
        let men = sentence.word(at).len() > 6 && sentence.word(at).ends_with("men");
        (nation && men).then_some((Role::Unspecified, Demographic::Unspecified, 1))
    })
}

pub(super) fn add(found: &mut Count, role: Role, demographic: Demographic) {
    found.people = true;
    if role != Role::Unspecified {
        found.role = role;
    }
    if demographic != Demographic::Unspecified {
        found.demographic = demographic;
    }
}

/// The name of a state or people within the phrase, in tokens.
pub(super) fn demonym(sentence: &Sentence, at: usize) -> Option<(usize, usize)> {
    let mention = sentence.mention_at(at)?;
    let (_, from) = mention.entries.iter().find(|(_, from)| *from >= at && *from <= at + 1)?;
    let ends = mention.entries.iter().map(|it| it.1).find(|it| it > from);
    let mut to = ends.unwrap_or(mention.end).min(mention.end);
    // "Azerbaijani police officers": the mention runs into the noun; "a Gaza hospital" names no people.
    match (*from + 1..to).find(|at| sentence.is_people(*at)) {
        Some(noun) => to = noun,
        None if mention.office && to > from + 1 => return None,
        None => {}
    }
    Some((at, to.max(at + 1)))
}

pub(super) fn describes_more(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Word)
        && !sentence.is_function(at)
        && (!sentence.is_harm(at) || sentence.is_people(at))
        && !sentence.has(at, Meaning::Say)
}

/// Whether the noun at a token tells of people who were taken or driven out before: "seven foreign hostages".
pub(super) fn befell_before(sentence: &Sentence, at: usize) -> bool {
    sentence.marks(at).iter().any(|it| {
        matches!(it.meaning, Meaning::Harm(Outcome::Captured | Outcome::Displaced, Form::Noun))
    })
}

/// "killed 20 illegal loggers", "nine ethnic Tigrayans were killed": only the living are killed or hurt, so that an
/// unknown plural before `end` names people.
pub(super) fn are_victims(sentence: &Sentence, start: usize, end: usize) -> bool {
    // "six thieves, including a clerk, were killed"
    let reach = if matches!(sentence.word(end), "including" | ",") { 12 } else { 1 };
    let verb =
        (end..end + reach).find(|at| matches!(sentence.word(*at), "were" | "are" | "have" | "had"));
    let after = verb.is_some_and(|verb| (verb + 1..verb + 4).any(|it| hurts(sentence, it)));
    let quote = start.checked_sub(1).is_some_and(|it| sentence.tokens[it].is_quote());
    let verb = start.checked_sub(1 + usize::from(quote));
    // "the murders of several beggars"
    let of = start.checked_sub(2).is_some_and(|it| {
        let of =
            |it: Meaning| matches!(it, Meaning::Harm(Outcome::Killed | Outcome::Injured, Form::Of));
        sentence.marks(it).iter().any(|mark| mark.len == 2 && of(mark.meaning))
    });
    let before = of || verb.is_some_and(|it| hurts(sentence, it));
    sentence.before(end).ends_with('s') && (after || before)
}

/// "a third was wounded", "a third wounded": not "a third of them".
pub(super) fn is_one_more(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "second" | "third" | "fourth" | "fifth" | "sixth")
        && (matches!(sentence.word(at + 1), "was" | "is") || hurts(sentence, at + 1))
}

/// "a death", "a civilian casualty".
pub(super) fn counted_noun(sentence: &Sentence, at: usize) -> bool {
    (at..at + 2).any(|at| matches!(sentence.word(at), "death" | "fatality" | "casualty" | "injury"))
}
