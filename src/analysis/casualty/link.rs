//! Owns which word of harm a number belongs to.

use super::among::also_killed;
use super::apart::{
    agrees, ahead, alongside, and_others, described, has_own_subject, has_own_verb, in_total,
    is_adverb, is_described,
};
use super::apposed::{apposed, joined, reduced};
use super::counts::Count;
use super::harm::{AUX, Harm};
use super::object::{before_count, behind_one};
use super::toll::{brought, compared, tabled, toll};
use crate::analysis::lexicon::{Class, Form, Meaning};
use crate::analysis::numbers::small_word;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;

/// How a number hangs on a word of harm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    pub harm: Harm,
    pub rule: &'static str,
    pub score: f32,
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
    let harms = near(harms, count);
    let found = noun(sentence, counts, index, harms)
        .filter(|it| !(it.harm.form == Form::Verb && is_object(count, harms)))
        .or_else(|| before_count(sentence, count, harms))
        .or_else(|| alongside(sentence, count, harms))
        .or_else(|| list(sentence, counts, index, before, harms))
        .or_else(|| compared(sentence, count, before))
        .or_else(|| toll(sentence, count, harms))
        .or_else(|| tabled(sentence, count, harms))
        .or_else(|| brought(sentence, count, harms))
        .or_else(|| subject(sentence, count, harms, next, false))
        .or_else(|| and_others(sentence, count, harms))
        .or_else(|| behind_one(sentence, count, harms))
        .or_else(|| in_total(sentence, count, harms))
        .or_else(|| also_killed(sentence, count, harms))
        .or_else(|| reduced(sentence, counts, index, harms))
        .or_else(|| ahead(sentence, counts, index, harms))
        .or_else(|| of_harmed(count, harms))
        .or_else(|| {
            let later = counts.get(index + 1..).unwrap_or_default();
            subject(sentence, count, harms, sentence.tokens.len(), true)
                .filter(|_| is_described(sentence, count))
                .filter(|it| !has_own_subject(sentence, later, it.harm.start))
        })
        .or_else(|| described(sentence, count, harms, next))
        .or_else(|| apposed(sentence, counts, index, harms))
        .or_else(|| joined(sentence, counts, index, harms))
        .or_else(|| state(count, harms))?;
    (!is_denied(sentence, count, &found.harm)).then_some(found)
}

/// The words of harm that any rule of this module and of its neighbour can reach from a count, so that a long list of
/// counts is read in linear time.
fn near<'a>(harms: &'a [Harm], count: &Count) -> &'a [Harm] {
    const REACH: usize = 100;
    let from = harms.partition_point(|it| it.start + REACH < count.start());
    let to = harms.partition_point(|it| it.start <= count.end + REACH);
    harms.get(from..to).unwrap_or_default()
}

/// "25 deaths", "80 wounded", "192 soldiers killed": the harm follows at once.
pub(super) fn noun(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    harms: &[Harm],
) -> Option<Link> {
    let count = counts.get(index)?;
    let manner = sentence.is(count.end, Class::Manner) || is_adverb(sentence.word(count.end));
    let adverb = usize::from(manner);
    // "suffered multiple injuries": of one person.
    let own = count.number.loose && sentence.is_before(count.start(), Class::Sustaining);
    // "Killed: 14 Injured: 30"
    let tabled = |it: &&Harm| sentence.before(count.start()) == ":" && sentence.word(it.end) == ":";
    let harm = harms.iter().filter(|it| !own && !tabled(it)).find(|it| {
        (it.start == count.end || it.start == count.end + adverb)
            && match it.form {
                // "One strike killed and wounded 18"
                Form::Noun if sentence.word(it.start) != "killed" => true,
                // "A rebel killed two soldiers": the verb has an object of its own.
                Form::Noun | Form::Verb => {
                    let named = count.people || count.end > count.number.end;
                    !(named && has_object(sentence, counts.get(index + 1), it.end))
                }
                Form::Subject => true,
                // "28 bodies of farmers"
                Form::Of => {
                    let bodies = sentence.word(it.start) == "bodies";
                    let many = sentence.word(it.start).ends_with('s') && !count.number.loose;
                    (bodies || many) && !count.people && !count.number.article
                }
                Form::Active | Form::Toll => false,
            }
    })?;
    let end = if harm.form == Form::Of { harm.start + 1 } else { harm.end };
    Some(Link { harm: Harm { end, ..*harm }, rule: "counted-harm", score: 0.95 })
}

/// "killed two journalists kidnapped last year", "the bodies of two villagers abducted in May": the people are the
/// object of the word before them.
fn is_object(count: &Count, harms: &[Harm]) -> bool {
    let before = harms.iter().find(|it| it.end == count.start());
    count.people
        && before.is_some_and(|it| {
            matches!(it.form, Form::Verb | Form::Active | Form::Of) && !it.passive
        })
}

fn has_object(sentence: &Sentence, next: Option<&Count>, at: usize) -> bool {
    // Who kills himself is among the dead.
    const OBJECTS: &[&str] = &["him", "her", "them"];
    let people = next.is_some_and(|it| it.start() == at && (it.people || !it.number.article));
    people
        || OBJECTS.contains(&sentence.word(at))
        || matches!(sentence.word(at), "the" | "his" | "their") && sentence.is_people(at + 1)
}

/// "four police officers and two civilians": the later ones share the word of the first.
fn list(
    sentence: &Sentence,
    counts: &[Count],
    index: usize,
    before: Option<Link>,
    harms: &[Harm],
) -> Option<Link> {
    let (count, before) = (counts.get(index)?, before?);
    let previous = counts.get(index.checked_sub(1)?)?;
    let joined = (previous.end..count.start()).len() <= 4
        && (previous.end..count.start()).all(|at| {
            matches!(
                sentence.word(at),
                "," | "and"
                    | "–"
                    | "as"
                    | "well"
                    | "plus"
                    | "his"
                    | "her"
                    | "their"
                    | "along"
                    | "together"
                    | "with"
                    | "all"
            )
        })
        || count.start() <= previous.end + 8
            && sentence.any(previous.end, count.start(), &["and"])
            && previous.people
            && count.people
            && count.state.is_none()
            && !is_past(sentence.before(count.start()))
            // "killing ten people and robbing a woman"
            && !(previous.end..count.start()).any(|at| {
                sentence.is_harm(at)
                    || sentence.has(at, Meaning::Say)
                    || sentence.word(at).ends_with("ing") && sentence.word(at) != "including"
            })
            && !sentence.any(
                previous.end,
                count.start(),
                &["were", "was", "had", "have", "who", "that", "while"],
            )
            && before.harm.end <= previous.start();
    let first = before.harm.end <= previous.start();
    // "killed 4 policemen, 2 civilians and wounded 23"
    let next = counts.get(index + 1).map_or(0, Count::start);
    let own = (count.end..count.end + 2)
        .any(|at| sentence.is_harm(at) && !(sentence.before(at) == "and" && at + 1 == next))
        || has_own_verb(sentence, count, harms);
    // "killing 18 people, a local official said", "wounding 12, two officials said"
    let bare = sentence.before(count.start()) == ",";
    let speaks = (count.number.article || bare)
        && (count.end..count.end + 9)
            .take_while(|at| !matches!(sentence.word(*at), "," | "who"))
            .any(|at| sentence.has(at, Meaning::Say));
    let fits = count.people && joined && first && !own && !speaks;
    fits.then_some(Link { rule: "list", score: (before.score - 0.05).max(0.0), ..before })
}

/// A verb with an object of its own: "killed ten people and robbed two men".
fn is_past(word: &str) -> bool {
    const SHORT: &[&str] =
        &["took", "stole", "beat", "shot", "held", "left", "sent", "drove", "freed", "caught"];
    word.len() > 4 && word.ends_with("ed") || SHORT.contains(&word)
}

/// "25 people have been killed", "20 people died": the harm follows in the same clause.
pub(super) fn subject(
    sentence: &Sentence,
    count: &Count,
    harms: &[Harm],
    limit: usize,
    over_counts: bool,
) -> Option<Link> {
    // "an attack by two gunmen on a rally"
    if count.people && sentence.before(count.start()) == "by" {
        return None;
    }
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
    if harm.start >= limit || harm.start - count.end > reach || !agrees(sentence, count, harm.start)
    {
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
            && !is_said_of(sentence, at)
            && !(sentence.word(at) == "said" && sentence.word(at + 1) == "to")
            && (count.number.article
                || !matches!(
                    sentence.word(at),
                    "reported"
                        | "confirmed"
                        | "alleged"
                        | "believe"
                        | "considered"
                        | "recorded"
                        | "documented"
                        | "counted"
                        | "listed"
                ))
    });
    let signs = between.clone().any(|at| matches!(sentence.word(at), ";" | ":" | "."));
    // "20 people ... and were killed" goes on with the same people, "20 people ... and killed" does not.
    let passive = sentence.any(harm.start.saturating_sub(4), harm.start, AUX)
        || harm.form == Form::Subject
        || harm.form == Form::Noun;
    let by_others = between.clone().any(|at| match sentence.word(at) {
        "whose" | "after" => true,
        "attacked" | "fired" | "shelled" => !AUX.contains(&sentence.before(at)),
        _ => false,
    });
    (!said && !signs && passive && !by_others).then_some(Link {
        harm: *harm,
        rule: "count-harm",
        score: if count.people { 0.95 } else { 0.88 },
    })
}

/// "who were accused of theft": nobody speaks, it is said of the people.
pub(super) fn is_said_of(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "accused" | "described" | "considered" | "believed")
        && AUX.contains(&sentence.before(at))
}

/// "20 hostages": the noun tells what befell them, where no verb does.
fn state(count: &Count, harms: &[Harm]) -> Option<Link> {
    let at = count.state?;
    let harm = harms.iter().find(|it| it.start == at && it.form == Form::Noun)?;
    Some(Link { harm: *harm, rule: "counted-state", score: 0.75 })
}

/// "two of the dead were civilians": the harm is in the phrase itself.
fn of_harmed(count: &Count, harms: &[Harm]) -> Option<Link> {
    count.of??;
    let harm = harms.iter().find(|it| it.start >= count.number.end && it.end <= count.end)?;
    Some(Link { harm: *harm, rule: "part-of-harmed", score: 0.9 })
}

/// Whether a number or its bound begins at a token.
pub(super) fn is_number(sentence: &Sentence, at: usize) -> bool {
    let bound = |it: Meaning| matches!(it, Meaning::Bound(_));
    sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
        || small_word(sentence.word(at)).is_some()
        || sentence.marks(at).iter().any(|it| bound(it.meaning))
}

/// Negation, conditions and threats around the harm.
pub(super) fn is_denied(sentence: &Sentence, count: &Count, harm: &Harm) -> bool {
    let (from, to) = (harm.start.min(count.start()), harm.start.max(count.start()));
    let from = from.saturating_sub(2);
    let unreal = |at: usize| {
        let may = sentence.word(at) == "may" && sentence.tokens[at].is_capitalised();
        // "would have killed" reports, in translated copy, what somebody claims, and "may have been killed" what is
        // believed; "could have killed" is a might-have-been.
        let reported = match sentence.word(at + 1) {
            "have" => sentence.word(at) != "could" || sentence.word(at + 2) == "been",
            "-" => sentence.word(at) == "would",
            _ => false,
        };
        // "and potentially more than 25"
        let number = sentence.word(at) == "potentially" && is_number(sentence, at + 1);
        sentence.has(at, Meaning::Hypothetical) && !may && !reported && !number
    };
    let denied = |at: usize| {
        sentence.has(at, Meaning::Negation)
            && !matches!(sentence.word(at + 1), "fewer" | "less" | "only" | "later")
            && !(sentence.word(at) == "without" && sentence.any(at, harm.start, &[","]))
    };
    let disputed = (from.saturating_sub(1)..from + 2)
        .any(|at| matches!(sentence.word(at), "denied" | "denies" | "denying"));
    disputed
        || (from..to).chain(harm.start.saturating_sub(3)..harm.start).any(unreal)
        || (harm.start.saturating_sub(3)..harm.start).any(denied)
}
