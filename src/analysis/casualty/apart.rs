//! Owns the words of harm that stand apart from their number: behind an insertion, before "along with", at the next
//! number.

use super::counts::{Count, is_hyphen};
use super::harm::{AUX, Harm};
use super::link::{Link, is_said_of, noun, subject};
use crate::analysis::lexicon::{Class, Form, Meaning};
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Token;
use crate::base::words::{Outcome, Qualifier};

/// "killed along with his three children", "died together with two friends".
pub(super) fn alongside(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let own = count.start().checked_sub(1)?;
    let with = if matches!(sentence.word(own), "his" | "her" | "their") {
        own.checked_sub(1)?
    } else {
        own
    };
    let alongside = match sentence.word(with) {
        "alongside" => true,
        "as" => sentence.before(with) == "well",
        "with" => {
            matches!(sentence.before(with), "along" | "together")
                || sentence.is_harm(with.wrapping_sub(1))
        }
        _ => false,
    };
    let harm = harms.iter().rev().find(|it| it.end <= with)?;
    let hurt = matches!(harm.outcome, Outcome::Killed | Outcome::Injured)
        && matches!(harm.form, Form::Verb | Form::Subject | Form::Active);
    let cut = (harm.end..with).any(|at| matches!(sentence.word(at), ";" | "." | ":"));
    // "killed the mayor, the brother of Kari Berg, and his wife, along with their four children"
    let far = with - harm.end > 20;
    let clause = far
        && (harm.end..with).any(|at| {
            sentence.has(at, Meaning::Say)
                || AUX.contains(&sentence.word(at))
                || matches!(sentence.word(at), "who" | "while" | "when" | "after" | "that")
        });
    let near = with - harm.end <= 40 && !clause;
    (alongside && count.people && hurt && !cut && near).then_some(Link {
        harm: *harm,
        rule: "harm-with-count",
        score: 0.88,
    })
}

/// "killed the mayor, his wife and two others", "the murder of Kari Berg and two other people", "the death of Kari Berg
/// and her three children".
pub(super) fn and_others(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let and = count.start().checked_sub(1)?;
    let (and, owned) = match sentence.word(and) {
        "his" | "her" | "their" => (and.checked_sub(1)?, true),
        _ => (and, false),
    };
    // "the deaths of Kari Berg and two of her bodyguards"
    let end = count.number.end;
    let kin =
        sentence.word(end) == "of" && matches!(sentence.word(end + 1), "his" | "her" | "their");
    let others = (owned || kin || matches!(sentence.word(end), "other" | "others"))
        && matches!(sentence.word(and), "and" | ",");
    let harm = harms.iter().rev().find(|it| it.end <= and && and - it.end <= 25)?;
    let before = matches!(harm.form, Form::Verb | Form::Active | Form::Of) && !harm.passive;
    let cut = (harm.end..and).any(|at| {
        sentence.has(at, Meaning::Say)
            || AUX.contains(&sentence.word(at))
            || matches!(
                sentence.word(at),
                "who" | "that" | "which" | "while" | "when" | "after" | ";"
            )
    });
    (others && count.people && before && !cut).then_some(Link {
        harm: *harm,
        rule: "harm-and-others",
        score: 0.85,
    })
}

/// "killed him and his family, a total of six people": the sum of those before.
pub(super) fn in_total(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let of = count.start().checked_sub(3)?;
    let total = sentence.word(of) == "a"
        && sentence.word(of + 1) == "total"
        && sentence.word(of + 2) == "of"
        && matches!(sentence.before(of), "," | "–" | "-" | "for" | "(");
    let harm = harms.iter().rev().find(|it| total && it.end <= of && of - it.end <= 12)?;
    let hurt = matches!(harm.outcome, Outcome::Killed | Outcome::Injured)
        && matches!(harm.form, Form::Verb | Form::Active | Form::Subject);
    hurt.then_some(Link { harm: *harm, rule: "harm-total", score: 0.85 })
}

/// "at least one, possibly up to 12 civilians were killed": a bare number shares the harm of the next.
pub(super) fn ahead(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    const JOINS: &[&str] = &[
        "but",
        "or",
        "and",
        "possibly",
        "perhaps",
        "maybe",
        "likely",
        "probably",
        "potentially",
        "even",
        ",",
    ];
    let (count, next) = (counts.get(index)?, counts.get(index + 1)?);
    if count.people {
        return listed_ahead(sentence, counts, index, harms);
    }
    let between = count.end..next.start();
    // "at least 12 and up to 17"
    let bounds = count.number.qualifier == Qualifier::AtLeast
        && matches!(next.number.qualifier, Qualifier::AtMost | Qualifier::AtLeast);
    let joined = (1..=3).contains(&between.len())
        && between.clone().all(|at| JOINS.contains(&sentence.word(at)))
        && (bounds || between.clone().any(|at| !matches!(sentence.word(at), "and" | ",")));
    if !(next.people || sentence.is_harm(next.end)) || !joined {
        return None;
    }
    let limit = counts.get(index + 2).map_or(sentence.tokens.len(), Count::start);
    let link = noun(sentence, counts, index + 1, harms)
        .or_else(|| subject(sentence, next, harms, limit, false))?;
    Some(Link { rule: "shared-harm", score: 0.8, ..link })
}

/// "Two sisters and their mother killed in raid": the first of a list whose participle follows its last.
fn listed_ahead(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    const LONG: usize = 6;
    const OWNERS: &[&str] = &["his", "her", "their"];
    let mut last = index;
    for next in index + 1..counts.len().min(index + LONG) {
        let (from, to) = (counts[next - 1].end, counts[next].start());
        let joined = (1..=3).contains(&(to - from.min(to)))
            && matches!(sentence.word(from), "and" | ",")
            && (from + 1..to)
                .all(|at| sentence.word(at) == "and" || OWNERS.contains(&sentence.word(at)));
        if !joined || !counts[next].people {
            break;
        }
        last = next;
    }
    let before = counts.get(last)?.start();
    let ends = (before.saturating_sub(2)..before).any(|at| sentence.word(at) == "and");
    let link = (last > index && ends).then(|| noun(sentence, counts, last, harms)).flatten()?;
    (link.harm.form == Form::Verb).then_some(Link { rule: "shared-harm", score: 0.85, ..link })
}

/// "seven people from two towns, among them a nurse and her child, were killed": a harm far behind its subject, past
/// what is inserted or told of it.
pub(super) fn described(
    sentence: &Sentence,
    count: &Count,
    harms: &[Harm],
    next: usize,
) -> Option<Link> {
    const FAR: usize = 60;
    if !count.people {
        return None;
    }
    let opens = |at: usize| match sentence.word(at) {
        "," | "–" | "—" | "(" | "including" => true,
        "-" => !is_hyphen(sentence, at),
        _ => false,
    };
    let goes_on = is_described(sentence, count);
    let open =
        (count.end..count.end + 12).take_while(|at| !sentence.is_harm(*at)).find(|at| opens(*at));
    let index = harms.partition_point(|it| it.start < count.end);
    let harm =
        harms.get(index..)?.iter().take_while(|it| it.start <= count.end + FAR).find(|it| {
            let verb = it.passive || it.form == Form::Subject;
            let start = verb_group(sentence, it.start);
            let closed = open.is_some_and(|open| {
                start > open + 1 && closes(sentence.word(open), sentence.before(start))
            });
            let near = start < next
                && it.start <= count.end + 28
                && !has_clause(sentence, count.end, start);
            verb && (closed || near) && agrees(sentence, count, it.start)
        })?;
    let cut = (count.end..harm.start).any(|at| {
        matches!(sentence.word(at), ";" | ":")
            || sentence.has(at, Meaning::Say)
                && !is_said_of(sentence, at)
                && !matches!(sentence.word(at), "reported" | "confirmed" | "alleged" | "recorded")
    });
    (goes_on && !cut).then_some(Link { harm: *harm, rule: "described-count-harm", score: 0.86 })
}

/// Whether something is told of the people before their verb: "seven people, among them", "seven people from the town".
pub(super) fn is_described(sentence: &Sentence, count: &Count) -> bool {
    const TELLS: &[&str] = &[
        ",",
        "–",
        "—",
        "-",
        "(",
        "including",
        "who",
        "aboard",
        "given",
        "employed",
        "suspected",
        "identified",
        "named",
        "called",
        "trapped",
        "and",
        "or",
        "as",
        "most",
        "all",
        "both",
    ];
    let word = sentence.word(count.end);
    // "his wife Kari Berg and their son … were hurt"
    let named = sentence.tokens.get(count.end).is_some_and(Token::is_capitalised);
    named
        || TELLS.contains(&word)
        || word.ends_with("ing")
        || sentence.is(count.end, Class::Preposition)
}

/// Whether the verb at a token has a later count as its subject: "…, and 200 of them were killed".
pub(super) fn has_own_subject(sentence: &Sentence, later: &[Count], verb: usize) -> bool {
    let group = verb_group(sentence, verb);
    later
        .iter()
        .take_while(|it| it.end <= group)
        .any(|it| it.end == group && (it.of.is_some() || !it.people))
}

/// Whether a sign ends what another began.
fn closes(open: &str, close: &str) -> bool {
    match open {
        "(" => close == ")",
        "," | "including" => matches!(close, "," | ")"),
        _ => matches!(close, "–" | "—" | "-"),
    }
}

/// Whether another clause begins between two tokens.
fn has_clause(sentence: &Sentence, from: usize, to: usize) -> bool {
    sentence.any(from, to, &["when", "after", "while", "as", "that", "but", "whose", "before", ","])
}

/// "gravely", "reportedly".
pub(super) fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}

/// The first token of the auxiliaries and adverbs before a verb.
pub(super) fn verb_group(sentence: &Sentence, verb: usize) -> usize {
    let mut at = verb;
    while at > 0
        && (AUX.contains(&sentence.before(at))
            || matches!(sentence.before(at), "have" | "has" | "had" | "all" | "also" | "later")
            || is_adverb(sentence.before(at))
            || sentence.is(at - 1, Class::Manner))
    {
        at -= 1;
    }
    at
}

/// Whether the verb at a token can have the people as its subject: "five … was killed" has another, and so has "a
/// baby, were killed".
pub(super) fn agrees(sentence: &Sentence, count: &Count, verb: usize) -> bool {
    let group = verb_group(sentence, verb);
    let is = |words: &[&str]| sentence.any(group, verb, words);
    if sentence.before(count.start()) == "of" {
        return true;
    }
    if count.number.low == 1 {
        let several = count.number.high != Some(1);
        let joined = several
            || matches!(sentence.before(count.start()), "and" | "," | "with" | "or" | "")
            || sentence.any(count.end, group, &["and", "or", "with", "well"]);
        return joined || !is(&["were", "are", "have"]);
    }
    !is(&["was", "is", "has"])
}

/// "…, and one child was hurt": the verb after the count is its own.
pub(super) fn has_own_verb(sentence: &Sentence, count: &Count, harms: &[Harm]) -> bool {
    let verb = matches!(sentence.word(count.end), "was" | "were" | "has" | "have" | "is" | "are");
    let next = harms.get(harms.partition_point(|it| it.start < count.end));
    verb && next.is_some_and(|it| it.start <= count.end + 4)
}
