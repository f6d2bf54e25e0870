//! Owns lists of who was among those hurt: "among those killed were a teacher and his two sons", "the dead include two
//! guards", "two guards were among the dead", "also killed in the blast were".

use super::counts::Count;
use super::harm::{AUX, Harm};
use super::link::Link;
use crate::analysis::lexicon::{Form, Meaning};
use crate::analysis::sentence::Sentence;
use crate::base::words::Outcome;

/// How far such a list goes on behind its verb.
const LIST: usize = 40;

/// Words between the word of harm and its verb: "those killed in the strike on the port were".
const PLACE: usize = 14;

/// "among the victims were also three men", "those killed include four brothers": a part of those hurt.
pub(super) fn among(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let listed = || ahead(sentence, count, harms).or_else(|| behind(sentence, count, harms));
    if count.people { listed() } else { None }.or_else(|| counted_of(sentence, count, harms))
}

/// "among the dead, 180 were employees", "of those killed, nine were women", "and 12 were".
fn counted_of(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    if !matches!(sentence.word(count.end), "was" | "were" | "are") {
        return None;
    }
    let harm = harms.iter().rev().find(|it| {
        let (whose, opens) = (sentence.before(it.start), sentence.word(it.start.wrapping_sub(2)));
        let among = opens == "among" && whose == "the";
        let of = opens == "of"
            && matches!(whose, "the" | "those")
            && sentence.word(it.end) == ","
            && it.end + 1 == count.start();
        it.end <= count.start() && (among || of)
    })?;
    let link = Link { harm: *harm, rule: "among-harmed", score: 0.8 };
    (!sentence.is_harm(count.end + 1)).then_some(link)
}

/// "two guards were among the dead", "two boys are among those wounded".
fn behind(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let verb = count.end;
    let among = (verb + 1..verb + 5).find(|at| sentence.word(*at) == "among")?;
    let plain = (verb + 1..among).all(|at| {
        matches!(
            sentence.word(at),
            "been" | "also" | "reported" | "listed" | "counted" | "reportedly"
        )
    });
    let stated = matches!(sentence.word(verb), "was" | "were" | "is" | "are" | "have" | "has")
        && plain
        && matches!(sentence.word(among + 1), "the" | "those");
    let harm = harms.iter().find(|it| (among + 2..among + 4).contains(&it.start))?;
    (stated && is_of_people(harm)).then_some(Link {
        harm: *harm,
        rule: "among-harmed",
        score: 0.85,
    })
}

/// The list after its verb.
fn ahead(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let verb = verb(sentence, count)?;
    let harm = named_before(sentence, verb, harms)?;
    let from = harm.start.saturating_sub(3);
    let told = match sentence.word(verb) {
        "was" | "were" | "is" | "are" => sentence.any(from, harm.start, &["among", "amongst"]),
        _ => {
            let whose = sentence.any(from, harm.start, &["the", "those", "casualties"]);
            let first = harm.start == 0 || sentence.tokens[harm.start].is_capitalised();
            (whose || first) && harm.outcome != Outcome::Casualties
        }
    };
    told.then_some(Link { harm, rule: "among-harmed", score: 0.8 })
}

/// "also killed in the blast were Kari Berg and her two daughters": nobody is their whole.
pub(super) fn also_killed(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    let verb = verb(sentence, count).filter(|it| matches!(sentence.word(*it), "were" | "was"))?;
    let harm = named_before(sentence, verb, harms)?;
    let opens = sentence.before(harm.start) == "also"
        || harm.start == 0
        || sentence.tokens[harm.start].is_capitalised();
    // "the victims were two women and a boy"
    let all = matches!(sentence.before(harm.start), "the" | "those")
        && sentence.word(verb) == "were"
        && harm.end == verb
        && count.start() == verb + 1;
    if all && count.people && is_of_people(&harm) {
        return Some(Link { harm, rule: "harmed-were", score: 0.82 });
    }
    // "slain cleric Kari Berg was" tells of something else.
    let placed = harm.end == verb
        || matches!(
            sentence.word(harm.end),
            "in" | "by" | "during" | "on" | "at" | "alongside" | "with" | "when" | "there"
        );
    (count.people && opens && placed && harm.form == Form::Verb && !harm.passive).then_some(Link {
        harm,
        rule: "also-harmed",
        score: 0.82,
    })
}

/// The verb before a list of people that `count` belongs to.
fn verb(sentence: &Sentence, count: &Count) -> Option<usize> {
    let from = count.start().saturating_sub(LIST);
    let verb = (from..count.start()).rev().find(|at| {
        AUX.contains(&sentence.word(*at))
            || matches!(sentence.word(*at), "include" | "includes" | "included")
            || matches!(sentence.word(*at), "who" | "that" | "which" | ";" | "has" | "have" | "had")
            || sentence.has(*at, Meaning::Say)
            || sentence.is_harm(*at)
    })?;
    let list = ["were", "was", "are", "is", "include", "includes", "included"];
    list.contains(&sentence.word(verb)).then_some(verb)
}

/// The people hurt that the words before a verb name: "the victims of the strike".
fn named_before(sentence: &Sentence, verb: usize, harms: &[Harm]) -> Option<Harm> {
    let after = harms.partition_point(|it| it.end <= verb);
    // "the victims killed in the strike were": the first of the two.
    let last = harms.get(after.saturating_sub(2)..after)?;
    let harm = *last.iter().find(|it| it.end + PLACE >= verb && is_of_people(it))?;
    let cut = (harm.end..verb).any(|at| {
        matches!(sentence.word(at), "," | ";" | "that" | "who" | "which" | "not")
            || AUX.contains(&sentence.word(at))
            || sentence.has(at, Meaning::Say)
    });
    (!cut).then_some(harm)
}

fn is_of_people(harm: &Harm) -> bool {
    matches!(harm.outcome, Outcome::Killed | Outcome::Injured)
        && matches!(harm.form, Form::Noun | Form::Verb)
        && !harm.passive
}
