//! Owns people whose verb stands behind what is told of each of them: "three people – a nurse, 31-year-old Kari Berg, and
//! her son – were killed", and those whose verb is a mere participle: "students, kidnapped in May".

use super::apart::{agrees, verb_group};
use super::counts::Count;
use super::harm::Harm;
use super::link::{Link, is_said_of};
use crate::analysis::lexicon::{Form, Meaning};
use crate::analysis::sentence::Sentence;

/// "Two brothers, 31-year-old Kari Berg and 17-year-old Ola Berg, were killed": the people are named one by one between
/// them and their verb.
pub(super) fn apposed(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    const FAR: usize = 90;
    const NEAR: usize = 12;
    let count = counts.get(index)?;
    let acts = sentence.before(count.start()) == "by";
    if acts || !count.people || count.number.low < 2 || count.number.loose {
        return None;
    }
    let opens =
        |at: &usize| matches!(sentence.word(*at), "," | "–" | "—" | "-" | "(" | ":" | "including");
    let open = (count.end..count.end + NEAR).find(opens)?;
    let first = harms.partition_point(|it| it.start < count.end);
    let harm = harms.get(first).filter(|it| it.start <= count.end + FAR)?;
    let group = verb_group(sentence, harm.start);
    let verb = harm.passive || harm.form == Form::Subject;
    // Of those between, no more than there are in all, and none of them alone before the verb.
    let between = counts.get(index + 1..)?.iter().take_while(|it| it.end <= group);
    let named = between.clone().filter(|it| it.of.is_none()).map(|it| it.number.low);
    let many = named.fold(0u64, u64::saturating_add) > count.number.high.unwrap_or(u64::MAX);
    let listed = sentence.any(open, open + 2, &["including"])
        || matches!(sentence.before(group), "–" | "—" | "-" | ")" | ",");
    let own = between.last().is_some_and(|it| it.end == group && it.number.low > 1);
    let cut = (count.end..group).any(|at| {
        matches!(sentence.word(at), ";" | "that" | "when" | "after" | "before" | "but")
            || sentence.has(at, Meaning::Say) && !is_said_of(sentence, at)
    });
    (verb
        && group > open
        && !many
        && (!own || listed)
        && !cut
        && agrees(sentence, count, harm.start))
    .then_some(Link { harm: *harm, rule: "named-count-harm", score: 0.84 })
}

/// "31 members of his family killed", "seven students, kidnapped by rebels": the participle of a verb after its people.
pub(super) fn reduced(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    const PHRASE: usize = 7;
    let count = counts.get(index)?;
    let first = harms.partition_point(|it| it.start < count.end);
    let harm = harms.get(first).filter(|it| it.form == Form::Verb && !it.passive)?;
    let between = count.end..harm.start;
    let of = matches!(sentence.word(count.end), "of" | "from")
        && (2..=PHRASE).contains(&between.len())
        && between.clone().skip(1).all(|at| {
            matches!(sentence.word(at), "the" | "his" | "her" | "their" | "same" | "and")
                || !sentence.is_function(at) && sentence.word(at).starts_with(char::is_alphanumeric)
                || sentence.word(at) == "-"
        })
        && !sentence.has(harm.start - 1, Meaning::Negation);
    let comma = between.len() == 1 && sentence.word(count.end) == ",";
    let after = sentence.word(harm.end);
    let agent = matches!(after, "by" | "in" | "on" | "during" | "when" | "last");
    let ends = agent || matches!(after, "" | "." | "," | "were" | "are" | "and") && !comma;
    let object = counts.get(index + 1).is_some_and(|it| it.start() == harm.end);
    (count.people && count.number.low > 1 && (of || comma && agent) && ends && !object)
        .then_some(Link { harm: *harm, rule: "counted-participle", score: 0.82 })
}

/// "Six men were stopped at a roadblock and killed", "five boys were taken away and later shot dead": a second verb that
/// shares its auxiliary with the first.
pub(super) fn joined(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    const FAR: usize = 24;
    let count = counts.get(index)?;
    let verb = count.end + usize::from(matches!(sentence.word(count.end), "who" | ","));
    let group = verb + usize::from(matches!(sentence.word(verb), "have" | "had" | "has"));
    let opens = matches!(sentence.word(group), "was" | "were" | "been" | "are" | "being");
    let after = harms.partition_point(|it| it.start <= group);
    let harm = harms.get(after).filter(|it| it.start <= count.end + FAR)?;
    let and = matches!(sentence.before(harm.start), "and" | "then" | "later");
    let clause = (group + 1..harm.start).any(|at| {
        matches!(sentence.word(at), ";" | ":" | "when" | "while" | "that" | "which" | "but" | "who")
            || sentence.has(at, Meaning::Say)
    });
    let participle = sentence.word(group + 1).ends_with("ed")
        || sentence.is_harm(group + 1)
        || matches!(
            sentence.word(group + 1),
            "taken"
                | "brought"
                | "shot"
                | "led"
                | "held"
                | "caught"
                | "set"
                | "seized"
                | "driven"
                | "thrown"
                | "bound"
                | "hit"
                | "struck"
                | "stripped"
                | "lined"
                | "forced"
        );
    let object = counts.get(index + 1).is_some_and(|it| it.start() <= harm.end)
        || sentence.is_people(harm.end)
        || matches!(
            sentence.word(harm.end),
            "the" | "his" | "her" | "their" | "a" | "an" | "them" | "him"
        );
    (count.people && opens && participle && and && harm.form == Form::Verb && !clause && !object)
        .then_some(Link { harm: *harm, rule: "joined-verb", score: 0.84 })
}
