//! Owns how words of harm are found in a sentence and which of them a number belongs to.

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

/// How a number hangs on a word of harm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    pub harm: Harm,
    pub rule: &'static str,
    pub score: f32,
}

const AUX: &[&str] =
    &["was", "were", "been", "be", "being", "are", "is", "got", "get", "gets", "getting"];

/// All words of harm, in order; a longer phrase hides the words within it.
pub(super) fn harms(sentence: &Sentence) -> Vec<Harm> {
    let mut found = vec![];
    let mut at = 0;
    while at < sentence.tokens.len() {
        let mut longest = 1;
        for mark in sentence.marks(at) {
            let Meaning::Harm(outcome, form) = mark.meaning else { continue };
            if mark.len < longest {
                continue;
            }
            longest = mark.len;
            let passive = form == Form::Verb
                && (has_auxiliary(sentence, at)
                    || sentence.any(at.saturating_sub(1), at, &["feared", "reported"]));
            found.push(Harm { start: at, end: at + mark.len, outcome, form, passive });
        }
        at += longest;
    }
    found
}

/// "were all killed", but not "said to be rebels killed".
fn has_auxiliary(sentence: &Sentence, verb: usize) -> bool {
    (verb.saturating_sub(5)..verb).any(|at| {
        AUX.contains(&sentence.word(at))
            && verb - at <= if sentence.word(at) == "be" { 2 } else { 5 }
            && !(at + 1..verb).any(|it| {
                sentence.is_people(it)
                    || sentence.is_harm(it)
                    || sentence.tokens.get(it).is_some_and(|it| it.kind == Kind::Number)
            })
    })
}

/// The word of harm that `counts[index]` belongs to, if any; `before` is the link of the count before it.
pub(super) fn link(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
    before: Option<Link>,
) -> Option<Link> {
    let count = counts.get(index)?;
    let next = counts.get(index + 1).map_or(sentence.tokens.len(), Count::start);
    let found = noun(sentence, count, harms)
        .filter(|it| !(it.harm.form == Form::Verb && is_object(count, harms)))
        .or_else(|| before_count(sentence, count, harms))
        .or_else(|| list(sentence, counts, index, before))
        .or_else(|| compared(sentence, count, before))
        .or_else(|| toll(sentence, count, harms))
        .or_else(|| subject(sentence, count, harms, next, false))
        .or_else(|| of_harmed(count, harms))
        .or_else(|| subject(sentence, count, harms, sentence.tokens.len(), true))?;
    (!is_denied(sentence, count, &found.harm)).then_some(found)
}

/// "25 deaths", "80 wounded", "192 soldiers killed": the harm follows at once.
fn noun(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let adverb = usize::from(sentence.is(count.end, Class::Manner));
    let harm = harms.iter().find(|it| {
        (it.start == count.end || it.start == count.end + adverb)
            && match it.form {
                Form::Noun => true,
                // "A rebel killed two soldiers": the verb has an object of its own.
                Form::Verb => !(count.people && has_object(sentence, it.end)),
                Form::Subject => true,
                Form::Active | Form::Of | Form::Toll => false,
            }
    })?;
    let score = if harm.form == Form::Verb { 0.9 } else { 0.92 };
    Some(Link { harm: *harm, rule: "counted-harm", score })
}

/// "killed two journalists kidnapped last year": the people are the object of the verb before them.
fn is_object(count: &Count, harms: &[Harm]) -> bool {
    let before = harms.iter().find(|it| it.end == count.start());
    count.people
        && before.is_some_and(|it| matches!(it.form, Form::Verb | Form::Active) && !it.passive)
}

fn has_object(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
        || matches!(
            sentence.word(at),
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "a"
                | "an"
                | "at"
                | "dozens"
                | "the"
                | "him"
                | "her"
                | "his"
        ) && sentence.word(at + 1) != "least"
            && sentence.word(at) != "at"
            && sentence.is_people(at + 1)
}

/// "killed 19 people", "the deaths of four police officers".
fn before_count(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let start = count.start();
    // "seven people were missing - three Lebanese"
    let dash = harms
        .iter()
        .rev()
        .find(|it| it.end + 1 == start && matches!(sentence.word(it.end), "-" | "–" | "—" | ":"));
    if let Some(harm) = dash.filter(|_| count.people) {
        return Some(Link { harm: *harm, rule: "harm-dash-count", score: 0.75 });
    }
    let harm = harms.iter().rev().find(|it| {
        let gap = start.checked_sub(it.end);
        let between = match gap {
            Some(0) => true,
            // "killed an entire family of six people"
            Some(3..=5) => {
                sentence.word(start - 1) == "of"
                    && sentence.word(start - 2) == "family"
                    && (it.end..start - 2).all(|at| {
                        matches!(sentence.word(at), "a" | "an" | "the" | "entire" | "whole")
                    })
            }
            Some(1..=2) => (it.end..start).all(|at| {
                matches!(
                    sentence.word(at),
                    "the" | "of" | "another" | "by" | "civilians" | "and" | "to" | "also"
                ) && (sentence.word(at) != "and" && sentence.word(at) != "by")
            }),
            _ => false,
        };
        between && matches!(it.form, Form::Verb | Form::Active | Form::Of) && !it.passive
    })?;
    let bare = !count.people && !sentence.is_harm(count.end);
    let claims = matches!(sentence.word(harm.start), "claimed" | "claiming" | "lost");
    if claims && (bare || !sentence.is_people(count.end.saturating_sub(1))) {
        return None;
    }
    let (rule, score) = match harm.form {
        Form::Of => ("harm-of-count", 0.9),
        _ if count.people => ("harm-count", 0.9),
        _ => ("harm-number", 0.8),
    };
    Some(Link { harm: *harm, rule, score })
}

/// "four police officers and two civilians": the later ones share the word of the first.
fn list(sentence: &Sentence, counts: &[Count], index: usize, before: Option<Link>) -> Option<Link> {
    let (count, before) = (counts.get(index)?, before?);
    let previous = counts.get(index.checked_sub(1)?)?;
    let joined = (previous.end..count.start()).len() <= 4
        && (previous.end..count.start())
            .all(|at| matches!(sentence.word(at), "," | "and" | "–" | "as" | "well" | "plus"))
        || count.start() <= previous.end + 8
            && sentence.any(previous.end, count.start(), &["and"])
            && previous.people
            && count.people
            && !(previous.end..count.start())
                .any(|at| sentence.is_harm(at) || sentence.has(at, Meaning::Say))
            && !sentence.any(
                previous.end,
                count.start(),
                &["were", "was", "had", "have", "who", "that", "while"],
            )
            && before.harm.end <= previous.start();
    let first = before.harm.end <= previous.start();
    let own = (count.end..count.end + 2).any(|at| sentence.is_harm(at));
    let fits = count.people && joined && first && !own;
    fits.then_some(Link { rule: "list", score: (before.score - 0.05).max(0.0), ..before })
}

/// "10,000 people were evacuated (compared to 3,154 …)": another figure of the same harm.
fn compared(sentence: &Sentence, count: &Count, before: Option<Link>) -> Option<Link> {
    let at = count.start().checked_sub(2)?;
    let compared =
        sentence.word(at) == "compared" && matches!(sentence.word(at + 1), "to" | "with");
    let before = before.filter(|it| compared && it.harm.end <= at && at - it.harm.end <= 6)?;
    Some(Link { rule: "compared", score: (before.score - 0.1).max(0.0), ..before })
}

/// "the death toll rose to 68", "the number of injured has increased to 23", "casualties among civilians are two".
fn toll(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let start = count.start();
    let harm = harms.iter().rev().find(|it| {
        let toll = it.form == Form::Toll
            || it.form == Form::Noun
                && (sentence.any(
                    it.start.saturating_sub(5),
                    it.start,
                    &["number", "toll", "count"],
                ) || sentence.any(it.end, start, &["are", "is", "at", "reached", "to", "as"])
                    && start - it.end.min(start) <= 5)
            || matches!(it.form, Form::Verb)
                && sentence.any(it.start.saturating_sub(5), it.start, &["number"]);
        toll && it.end <= start && start - it.end <= 28
    })?;
    let near = start.saturating_sub(7).max(harm.end);
    let step = (near..start).any(|at| sentence.is(at, Class::Step)) || near == start;
    let own = harms.iter().any(|it| {
        let reach = if it.passive || it.form == Form::Subject { 6 } else { 2 };
        (count.end..count.end + reach).contains(&it.start)
    });
    let object = matches!(sentence.before(start), "in" | "after" | "by");
    (step && !own && !object).then_some(Link { harm: *harm, rule: "toll", score: 0.8 })
}

/// "25 people have been killed", "20 people died": the harm follows in the same clause.
fn subject(
    sentence: &Sentence,
    count: &Count,
    harms: &[Harm],
    limit: usize,
    over_counts: bool,
) -> Option<Link> {
    let reach = if count.people { 14 } else { 6 };
    let reach = if over_counts { 20 } else { reach };
    let index = harms.partition_point(|it| it.start < count.end);
    let harm = harms.get(index..)?.iter().find(|it| match it.form {
        Form::Subject => true,
        Form::Verb => it.passive,
        Form::Noun => sentence.any(
            it.start.saturating_sub(2),
            it.start,
            &["are", "were", "was", "is", "remain", "remained", "as"],
        ),
        Form::Active | Form::Of | Form::Toll => false,
    })?;
    if harm.start >= limit || harm.start - count.end > reach {
        return None;
    }
    if over_counts
        && !(count.people
            && sentence.any(
                count.end,
                harm.start,
                &["including", "–", "-", "—", "and", "among", ","],
            ))
    {
        return None;
    }
    let between = count.end..harm.start;
    let said = between.clone().any(|at| {
        sentence.has(at, Meaning::Say)
            && !(sentence.word(at) == "said" && sentence.word(at + 1) == "to")
            && !matches!(
                sentence.word(at),
                "reported" | "confirmed" | "alleged" | "believe" | "considered" | "recorded"
            )
    });
    let signs = between.clone().any(|at| matches!(sentence.word(at), ";" | ":" | "."));
    // "20 people ... and were killed" goes on with the same people, "20 people ... and killed" does not.
    let passive = sentence.any(harm.start.saturating_sub(4), harm.start, AUX)
        || harm.form == Form::Subject
        || harm.form == Form::Noun;
    let by_others = sentence.any(
        between.start,
        between.end,
        &["attacked", "fired", "shelled", "whose", "after"],
    );
    (!said && !signs && passive && !by_others).then_some(Link {
        harm: *harm,
        rule: "count-harm",
        score: if count.people { 0.88 } else { 0.75 },
    })
}

/// "two of the dead were civilians": the harm is in the phrase itself.
fn of_harmed(count: &Count, harms: &[Harm]) -> Option<Link> {
    count.of??;
    let harm = harms.iter().find(|it| it.start >= count.number.end && it.end <= count.end)?;
    Some(Link { harm: *harm, rule: "part-of-harmed", score: 0.85 })
}

/// Negation, conditions and threats around the harm.
fn is_denied(sentence: &Sentence, count: &Count, harm: &Harm) -> bool {
    let (from, to) = (harm.start.min(count.start()), harm.start.max(count.start()));
    let from = from.saturating_sub(2);
    let unreal = |at: usize| {
        let may = sentence.word(at) == "may" && sentence.tokens[at].is_capitalised();
        // "would have killed" reports, in translated copy, what somebody claims.
        let reported = sentence.word(at + 1) == "have";
        sentence.has(at, Meaning::Hypothetical) && !may && !reported
    };
    let denied = |at: usize| {
        sentence.has(at, Meaning::Negation)
            && !matches!(sentence.word(at + 1), "fewer" | "less" | "only" | "later")
    };
    (from..to).chain(harm.start.saturating_sub(3)..harm.start).any(unreal)
        || (harm.start.saturating_sub(3)..harm.start).any(denied)
}
