//! Owns numbers that follow a toll: "the death toll rose to 68", "put the total killed at 322".

use super::counts::Count;
use super::harm::Harm;
use super::link::{Link, is_number};
use crate::analysis::lexicon::{Class, Form};
use crate::analysis::sentence::Sentence;
use crate::base::words::{Outcome, Qualifier};

/// "10,000 people were evacuated (compared to 3,154 …)": another figure of the same harm.
pub(super) fn compared(sentence: &Sentence, count: &Count, before: Option<Link>) -> Option<Link> {
    let at = count.start().checked_sub(2)?;
    let compared =
        sentence.word(at) == "compared" && matches!(sentence.word(at + 1), "to" | "with");
    let before = before.filter(|it| compared && it.harm.end <= at && at - it.harm.end <= 6)?;
    Some(Link { rule: "compared", score: (before.score - 0.1).max(0.0), ..before })
}

/// Before "to" and a toll.
const RISES: &[&str] = &[
    "rose",
    "risen",
    "rises",
    "rising",
    "climbed",
    "climbs",
    "increased",
    "jumped",
    "grew",
    "grown",
    "soared",
];

/// "the death toll rose to 68", "the number of injured has increased to 23", "casualties among civilians are two".
pub(super) fn toll(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let start = count.start();
    // "the number of deaths …, and …, rose to 182"
    let rose = sentence.before(start) == "to"
        && start.checked_sub(2).is_some_and(|it| RISES.contains(&sentence.word(it)));
    // "casualties from the shelling of the two towns had reached 50"
    let reached = sentence.before(start) == "reached";
    let reach = if rose { 45 } else { 28 };
    let harm = harms.iter().rev().find(|it| {
        let toll = it.form == Form::Toll
            || it.form == Form::Noun
                && (sentence.any(
                    it.start.saturating_sub(5),
                    it.start,
                    &["number", "toll", "count"],
                ) || is_stated(sentence, count, it.end)
                    || it.outcome == Outcome::Casualties && (rose || reached))
            || matches!(it.form, Form::Verb | Form::Subject)
                && (sentence.any(it.start.saturating_sub(8), it.start, &["number"])
                    || sentence.before(it.start) == "total" && it.end + 1 == start);
        toll && it.end <= start && start - it.end <= reach
    })?;
    let near = start.saturating_sub(7).max(harm.end);
    let step = (near..start).any(|at| sentence.is(at, Class::Step)) || near == start;
    let own = harms.iter().any(|it| {
        let reach = if it.passive || it.form == Form::Subject { 6 } else { 2 };
        (count.end..count.end + reach).contains(&it.start)
            && !sentence.any(count.end, it.start, &["after", "when", "as", "since"])
            // "had reached 100 and more than 4,000 were wounded"
            && !(count.end..it.start).any(|at| is_number(sentence, at))
    });
    let object = matches!(sentence.before(start), "in" | "after" | "by");
    let stated = step && !own && !object && !count.number.loose && !count.number.article;
    stated.then_some(Link { harm: *harm, rule: "toll", score: 0.9 })
}

/// "casualties among civilians are two", "brings deaths to 12", but not "victims were on their way to two".
fn is_stated(sentence: &Sentence, count: &Count, end: usize) -> bool {
    let start = count.start();
    let near = end <= start && start - end <= 5;
    let clause = near && sentence.any(end, start, &["were", "was", "had", "who", "that"]);
    let verb = start.checked_sub(2).is_some_and(|it| RISES.contains(&sentence.word(it)));
    near && match sentence.before(start) {
        "to" | "as" => !clause || verb,
        "from" | "ranged" | "varied" | "vary" | "range" => {
            count.number.qualifier == Qualifier::Range
        }
        _ => sentence.any(end, start, &["are", "is", "at", "reached", "to", "as"]),
    }
}

/// "Dead: 14", "the dead, 14 in all", "the injured, numbering about 40": a bare number behind the word of harm.
pub(super) fn tabled(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let start = count.start();
    let sign = match sentence.before(start) {
        "numbering" => start.checked_sub(2)?,
        _ => start.checked_sub(1)?,
    };
    let harm = harms.iter().rev().find(|it| it.end == sign)?;
    let summed = sign + 1 < start
        || sentence.word(count.number.end) == "in"
            && matches!(sentence.word(count.number.end + 1), "all" | "total");
    let stated = match sentence.word(sign) {
        ":" => {
            !count.people
                && sentence.word(count.end) != ":"
                && (!sentence.is_harm(count.end) || sentence.word(count.end + 1) == ":")
        }
        "," => summed,
        _ => false,
    };
    let people = matches!(harm.form, Form::Noun | Form::Verb) && !harm.passive;
    (stated && people && !count.number.loose).then_some(Link {
        harm: *harm,
        rule: "harm-tabled",
        score: 0.85,
    })
}

/// "brought to 45 the number of people killed", "brings to 12 the deaths recorded", in translated copy "they are 12 the
/// deaths": the number stands before its toll.
pub(super) fn brought(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    const BRINGS: &[&str] = &[
        "brought",
        "brings",
        "bringing",
        "raised",
        "raises",
        "raising",
        "taking",
        "takes",
        "increased",
        "increases",
        "increasing",
    ];
    let before = count.start().checked_sub(1)?;
    let brings = match sentence.word(before) {
        "to" => BRINGS.contains(&sentence.before(before)),
        "are" => true,
        _ => false,
    };
    let end = count.number.end;
    let toll = (end..end + 4).find(|at| {
        matches!(sentence.word(*at), "number" | "toll" | "total") || sentence.is_harm(*at)
    })?;
    let next = harms.get(harms.partition_point(|it| it.start + 2 < toll)..)?;
    let harm = next.iter().find(|it| it.end > toll && it.start <= toll + 8)?;
    let noun =
        matches!(harm.form, Form::Noun | Form::Toll | Form::Of) || sentence.word(toll) == "number";
    (brings && noun && sentence.word(end) == "the" && !count.people).then_some(Link {
        harm: *harm,
        rule: "toll",
        score: 0.88,
    })
}
