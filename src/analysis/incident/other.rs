//! Owns how earlier wars and other attacks are named: "the 2020 war", "the first war, from 1988 to 1994", "a separate
//! attack".

use super::super::numbers::is_month;
use super::{Kind, Sentence};

/// A war by its years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct War {
    first: i16,
    pub last: i16,
}

impl War {
    pub fn name(self) -> String {
        match self {
            Self { first, last } if first == last => format!("the {first} war"),
            Self { first, last } => format!("the {first}–{last} war"),
        }
    }
}

/// What a year is followed by where it names an event.
const DEEDS: &[&str] = &[
    "attack",
    "attacks",
    "bombing",
    "bombings",
    "massacre",
    "siege",
    "offensive",
    "invasion",
    "uprising",
    "coup",
    "genocide",
    "clashes",
    "earthquake",
    "crackdown",
    "raid",
    "shooting",
];

fn year(sentence: &Sentence, at: usize) -> Option<i16> {
    let token = sentence.tokens.get(at).filter(|it| it.kind == Kind::Number)?;
    token.text.parse().ok().filter(|it| (1900..2100).contains(it))
}

/// The war that a sentence names by its year or years; not one that only dates something else, as in "since the 2020
/// war" and "to avoid a repeat of it".
pub(super) fn war_of(sentence: &Sentence) -> Option<War> {
    if !sentence.digits {
        return None;
    }
    for at in 0..sentence.tokens.len() {
        let Some(first) = year(sentence, at) else { continue };
        if matches!(sentence.word(at + 1), "war" | "conflict") {
            if is_passing(sentence, at) {
                continue;
            }
            return Some(War { first, last: first });
        }
        let to = matches!(sentence.word(at + 1), "to" | "-" | "–" | "until" | "and");
        if let Some(last) = year(sentence, at + 2).filter(|last| to && first < *last) {
            let near = at.saturating_sub(12)..at + 12;
            let fought =
                near.into_iter().any(|it| is_war(sentence, it) || sentence.word(it) == "fought");
            if fought {
                return Some(War { first, last });
            }
        }
        let before = sentence.before(at);
        let dated = matches!(before, "in" | "of" | ",") || is_month(before);
        let war = (at.saturating_sub(12)..at).any(|it| {
            is_war(sentence, it)
                || matches!(sentence.word(it), "conflict" | "clashes" | "fighting")
                    && matches!(sentence.before(it), "previous" | "earlier" | "last")
        });
        if war && dated && !is_ended(sentence, at) {
            return Some(War { first, last: first });
        }
    }
    None
}

fn is_war(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "war" | "wars") && !sentence.word(at + 1).starts_with("crime")
}

/// "since the 2020 war", "a repeat of the 2020 war".
fn is_passing(sentence: &Sentence, at: usize) -> bool {
    let article = usize::from(sentence.before(at) == "the");
    let Some(before) = at.checked_sub(1 + article) else { return false };
    let words = (sentence.before(before), sentence.word(before));
    matches!(
        words,
        (_, "since" | "after" | "before" | "until") | ("repeat" | "return", "of" | "to")
    )
}

/// "the agreements that ended the war of 2020": what holds today.
fn is_ended(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(6)..at)
        .any(|it| sentence.word(it) == "ended" && matches!(sentence.before(it), "that" | "which"))
}

/// "In 2020 …", "…, in the autumn of 2020, …": a year that a sentence turns to.
pub(super) fn year_alone(sentence: &Sentence) -> Option<i16> {
    (0..sentence.tokens.len()).find_map(|at| {
        let found = year(sentence, at)?;
        let opens = at == 1 && sentence.before(at) == "in";
        let season = sentence.before(at) == "of"
            && matches!(
                sentence.word(at.wrapping_sub(2)),
                "spring" | "summer" | "autumn" | "fall" | "winter"
            );
        (opens || season).then_some(found)
    })
}

/// "the 2014 bombing".
pub(super) fn named_year(sentence: &Sentence) -> Option<String> {
    (0..sentence.tokens.len()).find_map(|at| {
        let found = year(sentence, at)?;
        let deed = DEEDS.contains(&sentence.word(at + 1)) && !is_passing(sentence, at);
        deed.then(|| format!("the {found} {}", sentence.word(at + 1)))
    })
}

/// "in a separate attack", "in another incident".
pub(super) fn other_attack(sentence: &Sentence) -> Option<String> {
    (1..sentence.tokens.len()).find_map(|at| {
        let apart = matches!(
            sentence.word(at),
            "separate" | "another" | "unrelated" | "different" | "earlier" | "previous"
        );
        if !apart {
            return None;
        }
        let from = if sentence.word(at) == "another" { at } else { at - 1 };
        let article = matches!(sentence.word(from), "a" | "an" | "another");
        let within = matches!(sentence.before(from), "in" | "during");
        let end = (at + 1..at + 4).find(|it| {
            DEEDS.contains(&sentence.word(*it))
                || matches!(
                    sentence.word(*it),
                    "incident"
                        | "strike"
                        | "blast"
                        | "explosion"
                        | "clash"
                        | "ambush"
                        | "airstrike"
                )
        })?;
        let words = sentence.span(from, end + 1).of(sentence.text).to_lowercase();
        (article && within).then_some(words)
    })
}
