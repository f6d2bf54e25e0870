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
            let after = at + mark.len;
            let object = sentence.before(at) == "and"
                && (matches!(sentence.word(after), "a" | "an" | "his" | "her" | "their")
                    || counts.iter().any(|it| it.start() == after && it.people));
            let passive = form == Form::Verb
                && !object
                && (has_auxiliary(sentence, at)
                    || sentence.any(at.saturating_sub(1), at, &["feared", "reported"]));
            found.push(Harm { start: at, end: at + mark.len, outcome, form, passive });
        }
        let told = sustained(sentence, counts, at).map(|it| (it, Form::Subject));
        if longest == 1
            && let Some((end, form)) = told.or_else(|| Some((inflicted(sentence, at)?, Form::Of)))
        {
            found.retain(|it| it.start != at);
            let outcome = Outcome::Injured;
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

/// After "sustained various degrees of injury", "received bullet wounds", "was taken to the clinic with burns" at a
/// token.
fn sustained(sentence: &Sentence, counts: &[Count], at: usize) -> Option<usize> {
    const CARE: &[&str] = &[
        "taken",
        "rushed",
        "admitted",
        "transferred",
        "brought",
        "arrived",
        "transported",
        "treated",
        "evacuated",
        "hospitalised",
        "hospitalized",
    ];
    let people = || counts.iter().any(|it| it.end == at && it.people);
    let reach = match sentence.word(at) {
        "with" if people() => 6,
        "with" if sentence.any(at.saturating_sub(10), at, CARE) => 5,
        "have" | "has" | "had" => 4,
        _ if sentence.is(at, Class::Sustaining) => 8,
        _ => return None,
    };
    // "the hospital received 60 injuries"
    let counted = |it: &usize| sentence.tokens.get(*it).is_some_and(|it| it.kind == Kind::Number);
    let wound = (at + 1..at + reach).take_while(|it| {
        let joins = matches!(sentence.word(*it), "of" | "and" | "-" | "/" | ",");
        (joins || !sentence.is_function(*it)) && !counted(it)
    });
    let wounds = ["injury", "injuries", "wound", "wounds", "burns"];
    let last = wound.filter(|it| wounds.contains(&sentence.word(*it))).last()?;
    Some(last + 1)
}

/// After "inflicting various injuries on" at a token: the people follow.
fn inflicted(sentence: &Sentence, at: usize) -> Option<usize> {
    const VERBS: &[&str] = &["inflicted", "inflicting", "inflicts", "caused", "causing"];
    if !VERBS.contains(&sentence.word(at)) {
        return None;
    }
    let wound = (at + 1..at + 4)
        .find(|it| matches!(sentence.word(*it), "injury" | "injuries" | "wounds" | "burns"))?;
    let on = (wound + 1..wound + 6).find(|it| matches!(sentence.word(*it), "on" | "to"))?;
    (!(wound + 1..on).any(|it| sentence.is_people(it))).then_some(on + 1)
}
