//! Owns which numbers are part of another: "including two civilians", "15 of them", "of the 30 wounded, 12 were children".

use super::RawClaim;
use super::among::among;
use super::counts::Count;
use super::harm::Harm;
use super::link::Link;
use crate::analysis::lexicon::{Form, Meaning};
use crate::analysis::sentence::Sentence;
use crate::base::words::{Demographic, Measure, Outcome, Role};

/// "including two civilians" and what such a list goes on with (`shared`), "15 of them", "among the dead, 180 were": a part of a claim before it.
pub(super) fn part(
    sentence: &Sentence,
    count: &Count,
    harms: &[Harm],
    whole: Option<&RawClaim>,
    shared: bool,
    last: Option<Outcome>,
) -> Option<(Link, Measure)> {
    let outcome_link = |outcome, rule, score| {
        let at = count.start();
        let harm = Harm { start: at, end: count.end, outcome, form: Form::Noun, passive: false };
        Some((Link { harm, rule, score }, Measure::Part))
    };
    let before = sentence.before(count.start());
    // "nine people – six villagers and two guards – were hurt"
    let split = whole.is_some_and(|it| it.counted.1 + 1 == count.start())
        && matches!(before, "–" | "—" | "-" | "(")
        && !sentence.is_harm(count.end);
    // "of the 30 wounded, 12 were children"
    let of_these = whole.is_some_and(|it| {
        let the = it.counted.0.wrapping_sub(1);
        // "of 28 people killed, 12 were children"
        let of =
            if sentence.word(the) == "the" { sentence.before(the) } else { sentence.word(the) };
        of == "of"
    }) && before == ","
        && matches!(sentence.word(count.end), "were" | "are" | "was")
        && sentence.is_people(count.end + 1);
    let included = shared
        || split
        || before == "including"
        || before == "them" && sentence.word(count.start().wrapping_sub(2)) == "among"
        || matches!(before, "of" | "which")
            && sentence.any(count.start().saturating_sub(3), count.start(), &["whom"]);
    // "ten were hurt, four critically", "including four in critical condition"
    let bare = !count.people
        && whole.is_some_and(|it| it.outcome == Outcome::Injured && it.end <= count.start())
        && match sentence.word(count.number.end) {
            "critically" | "seriously" | "severely" | "gravely" | "badly" => {
                matches!(before, "," | "and" | "including")
                    && !sentence.is_harm(count.number.end + 1)
            }
            "in" | "with" => before == "including",
            _ => false,
        };
    if (included && count.people || of_these || bare)
        && let Some(whole) = whole
    {
        let (start, end) = (whole.start, whole.end);
        let harm = Harm { start, end, outcome: whole.outcome, form: Form::Noun, passive: false };
        return Some((Link { harm, rule: "including", score: 0.94 }, Measure::Part));
    }
    // "all on the bus were killed, including two women"
    const REACH: usize = 20;
    if (before == "including" || shared) && count.people && whole.is_none() {
        let near = |it: &&Harm| it.end < count.start() && count.start() <= it.end + REACH;
        let harm = harms.iter().rev().find(near)?;
        let link = Link { harm: *harm, rule: "including", score: 0.85 };
        return Some((link, Measure::Part));
    }
    match count.of {
        Some(Some(outcome)) => {
            let is = matches!(
                sentence.word(count.end),
                "was" | "were" | "are" | "is" | "," | "have" | "had"
            );
            // "two of the wounded died" tells of something else, "two of the nine victims found were" does not.
            let own = (count.end..count.end + 4).any(|at| sentence.is_harm(at));
            return (is || !own).then(|| outcome_link(outcome, "part-of-harmed", 0.9)).flatten();
        }
        Some(None) => {
            // "180 of those killed were": the harm is within the phrase or follows it at once.
            let own =
                harms.iter().find(|it| it.start <= count.end + 1 && it.start >= count.number.end);
            // "found four men and held one of them": another verb has it.
            let act = count.start().checked_sub(1).filter(|it| {
                let word = sentence.word(*it);
                (word.ends_with("ed") || word.ends_with("ing")) && !sentence.is_function(*it)
            });
            if own.is_none() && act.is_some_and(|it| !sentence.is_harm(it)) {
                return None;
            }
            // "two blasts, one of which broke a wall"
            if own.is_none() && sentence.word(count.end - 1) == "which" {
                return None;
            }
            let outcome = own.map(|it| it.outcome).or(whole.map(|it| it.outcome)).or(last)?;
            return outcome_link(outcome, "part-of-them", if own.is_some() { 0.9 } else { 0.8 });
        }
        None => {}
    }
    among(sentence, count, harms).map(|it| (it, Measure::Part))
}

/// Whether a list of parts goes on: "including two women and their three children".
pub(super) fn goes_on(sentence: &Sentence, end: usize, count: &Count) -> bool {
    const JOINS: &[&str] = &[",", "and", "his", "her", "their", "as", "well"];
    let between = end..count.start();
    (1..=4).contains(&between.len())
        && between.clone().all(|at| JOINS.contains(&sentence.word(at)))
        && between.clone().any(|at| matches!(sentence.word(at), "," | "and"))
        && !(count.end..count.end + 2).any(|at| sentence.is_harm(at))
}

/// "15 of them are civilians": the predicate says who they are.
pub(super) fn predicate(sentence: &Sentence, count: &Count, claim: &mut RawClaim) {
    if claim.role != Role::Unspecified || claim.demographic != Demographic::Unspecified {
        return;
    }
    let verb = (count.end..count.end + 3)
        .find(|at| matches!(sentence.word(*at), "are" | "were" | "was" | "is"));
    let Some(verb) = verb else { return };
    for at in verb + 1..verb + 5 {
        for mark in sentence.marks(at) {
            if let Meaning::People(role, demographic) = mark.meaning {
                (claim.role, claim.demographic) = (role, demographic);
                claim.end = claim.end.max((at + mark.len).min(sentence.tokens.len()));
                return;
            }
        }
    }
}
