//! Owns what befell the same people after the first: "were abducted and killed", "seized eight guards and killed them".

use super::apart::agrees;
use super::counts::Count;
use super::harm::Harm;
use super::link::{Link, is_denied};
use crate::analysis::lexicon::Form;
use crate::analysis::sentence::Sentence;
use crate::base::words::Outcome;

/// The death or wound that follows when people were captured or driven out, before the next count begins at `next`;
/// without a `first` link only that of "… and killed them".
pub(super) fn second(
    sentence: &Sentence,
    count: &Count,
    first: Option<Link>,
    harms: &[Harm],
    next: usize,
) -> Option<Link> {
    let from = first.map_or(count.end, |it| it.harm.end).max(count.end);
    if !count.people
        || first.is_some_and(|it| {
            !matches!(it.harm.outcome, Outcome::Captured | Outcome::Displaced | Outcome::Missing)
        })
    {
        return None;
    }
    let index = harms.partition_point(|it| it.start < from);
    let later = harms.get(index..)?.iter().take_while(|it| it.start < next.min(from + 30));
    let mut hurt = later.filter(|it| matches!(it.outcome, Outcome::Killed | Outcome::Injured));
    let harm = hurt.find(|it| {
        let joined = matches!(sentence.before(it.start), "and" | "then" | "later");
        let of_first = first.is_some_and(|link| {
            link.harm.passive && joined && it.form == Form::Verb && it.start <= link.harm.end + 3
        });
        let passive = it.passive || it.form == Form::Subject;
        let main = first.is_some() && passive && agrees(sentence, count, it.start);
        of_first || main || takes_them(sentence, count, it)
    })?;
    let cut = (from..harm.start).any(|at| matches!(sentence.word(at), ";" | ":"));
    let denied = is_denied(sentence, count, harm);
    (!cut && !denied).then_some(Link { harm: *harm, rule: "second-harm", score: 0.85 })
}

/// "a number of deaths and injuries", "several people were injured and killed": both are plurals of their own, so that
/// there were some of each.
pub(super) fn split(sentence: &Sentence, count: &Count, link: Link) -> Option<(Link, Link)> {
    let both = link.harm.outcome == Outcome::Casualties
        && link.harm.end - link.harm.start == 3
        && sentence.word(link.harm.start + 1) == "and";
    let of = |outcome| Link { harm: Harm { outcome, ..link.harm }, ..link };
    (both && count.number.loose).then(|| (of(Outcome::Killed), of(Outcome::Injured)))
}

/// "killed them", "shot them dead": the people are the object of a verb before.
fn takes_them(sentence: &Sentence, count: &Count, harm: &Harm) -> bool {
    let object = count.start().checked_sub(1).is_some_and(|it| {
        !sentence.is_function(it) && sentence.word(it).starts_with(char::is_alphabetic)
    });
    object
        && matches!(harm.form, Form::Verb | Form::Active)
        && !harm.passive
        && (sentence.word(harm.end) == "them" || sentence.any(harm.start, harm.end, &["them"]))
}
