//! Owns how words of harm are found in a sentence.

use super::counts::Count;
use crate::analysis::lexicon::{Class, Form, Meaning};
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
use crate::base::words::Outcome;

/// A word of harm, in tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Harm {
    pub start: usize,
    pub end: usize,
    pub outcome: Outcome,
    pub form: Form,
    /// "were killed".
    pub passive: bool,
}

pub(super) const AUX: &[&str] =
    &["was", "were", "been", "be", "being", "are", "is", "got", "get", "gets", "getting"];

/// All words of harm, in order; a longer phrase hides the words within it. `counts` are those of the sentence: "a
/// number of injured" is no toll.
pub(super) fn harms(sentence: &Sentence, counts: &[Count]) -> Vec<Harm> {
    let mut found = vec![];
    let mut at = 0;
    while at < sentence.tokens.len() {
        let mut longest = 1;
        for mark in sentence.marks(at) {
            let Meaning::Harm(outcome, form) = mark.meaning else { continue };
            if mark.len < longest || form == Form::Toll && is_counted(counts, at) {
                continue;
            }
            longest = mark.len;
            // "were defused, and killed two guards": the second verb has an object.
            let object = sentence.before(at) == "and"
                && counts.iter().any(|it| it.start() == at + mark.len && it.people);
            let passive = form == Form::Verb
                && !object
                && (has_auxiliary(sentence, at)
                    || sentence.any(at.saturating_sub(1), at, &["feared", "reported"]));
            found.push(Harm { start: at, end: at + mark.len, outcome, form, passive });
        }
        if longest == 1
            && let Some(end) = sustained(sentence, at)
        {
            found.retain(|it| it.start != at);
            let (outcome, form) = (Outcome::Injured, Form::Subject);
            found.push(Harm { start: at, end, outcome, form, passive: false });
            longest = end - at;
        }
        at += longest;
    }
    found
}

/// Whether a token stands within the number of a count.
fn is_counted(counts: &[Count], at: usize) -> bool {
    let after = counts.partition_point(|it| it.start() <= at);
    after.checked_sub(1).and_then(|it| counts.get(it)).is_some_and(|it| at < it.number.end)
}

/// "were all killed", but not "said to be rebels killed", "were told that it killed", "are said to have killed".
fn has_auxiliary(sentence: &Sentence, verb: usize) -> bool {
    if matches!(sentence.before(verb), "have" | "has" | "had" | "having") {
        return false;
    }
    (verb.saturating_sub(5)..verb).any(|at| {
        AUX.contains(&sentence.word(at))
            && verb - at <= if sentence.word(at) == "be" { 2 } else { 5 }
            && !(at + 1..verb).any(|it| {
                sentence.is_people(it)
                    || sentence.is_harm(it)
                    || matches!(sentence.word(it), "that" | "which" | "who" | "when" | "after")
                    || sentence.tokens.get(it).is_some_and(|it| it.kind == Kind::Number)
            })
    })
}

/// After "sustained various degrees of injury", "received bullet wounds" at a token.
fn sustained(sentence: &Sentence, at: usize) -> Option<usize> {
    if !sentence.is(at, Class::Sustaining) {
        return None;
    }
    let wound = (at + 1..at + 8).take_while(|it| {
        let joins = matches!(sentence.word(*it), "of" | "and" | "-" | "/" | ",");
        joins || !sentence.is_function(*it)
    });
    let wounds = ["injury", "injuries", "wound", "wounds", "burns"];
    let last = wound.filter(|it| wounds.contains(&sentence.word(*it))).last()?;
    Some(last + 1)
}
