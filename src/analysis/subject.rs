//! Owns whose deed a verb is: the actor before it that it leads back to, over relative clauses, lists and participles.

use super::gazetteer::Gazetteer;
use super::lexicon::Class;
use super::mentions::Mention;
use super::sentence::Sentence;
use super::speech::{Attribution, Who};
use super::suggestion::FoundName;
use crate::base::words::ActorKind;

/// The subject of the verb at `verb`: of the actors before it that no preposition governs the one a relative clause
/// or a second verb leads back to, else the nearest.
pub(super) fn subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    if let Some(index) = relative(sentence, verb) {
        return Some(index);
    }
    if let Some(index) = leaning(sentence, verb) {
        return Some(index);
    }
    let until = adverbs_before(sentence, verb);
    let purpose = sentence.any(until, verb, &["to"]);
    if matches!(sentence.before(until), "and" | "but" | "while")
        || purpose
        || is_participle(sentence, verb)
    {
        let first = first_actor(sentence, verb);
        if first.is_some() && sentence.before(until) != "while" {
            return first;
        }
    }
    let index = sentence.mentions.partition_point(|it| it.end <= verb);
    let mut nearest = None;
    for index in (0..index).rev() {
        let mention = sentence.mentions.get(index)?;
        if verb - mention.end > 28 {
            break;
        }
        let between = mention.end..verb;
        if between.clone().any(|at| matches!(sentence.word(at), ";" | "that" | "." | ":")) {
            break;
        }
        // A pronoun or another subject stands closer to the verb.
        if pronoun(sentence, verb) && nearest.is_none() && mention.end + 1 < verb {
            return None;
        }
        if governed(sentence, mention) || mention.modifier || is_object(sentence, mention, verb) {
            continue;
        }
        if is_person(mention) && verb - mention.end <= 14 {
            return Some(index);
        }
        if nearest.is_none() {
            nearest = Some(index);
            let close = between.clone().all(|at| sentence.is(at, Class::Between));
            // "X, the ombudsman, said": look on for the person in front.
            if close && sentence.before(mention.start) != "," {
                return nearest;
            }
        } else {
            // "Gomez, adviser to the president, said", of somebody known by name
            let office = nearest.and_then(|it| sentence.mentions.get(it)).filter(|it| it.office);
            let apposed = office
                .is_some_and(|it| sentence.before(it.start) == "," && mention.end + 1 == it.start);
            return if apposed { Some(index) } else { nearest };
        }
    }
    nearest
}

/// "X, who met Y, said" and "from X who condemned": the actor before the relative pronoun.
fn relative(sentence: &Sentence, verb: usize) -> Option<usize> {
    let until = adverbs_before(sentence, verb);
    let from = verb.saturating_sub(28);
    let pronoun = (from..until).rev().find(|at| matches!(sentence.word(*at), "who" | "which"))?;
    let end = if sentence.before(pronoun) == "," { pronoun - 1 } else { pronoun };
    let index = sentence.mentions.iter().position(|it| it.end == end)?;
    let own = pronoun + 1 == until;
    let closed = sentence.before(until) == "," && pronoun + 2 < until;
    let cut = (pronoun..until).any(|at| matches!(sentence.word(at), ";" | "." | "that"));
    ((own || closed) && !cut && !sentence.mentions.get(index)?.modifier).then_some(index)
}

/// The first token of the adverbs and auxiliaries right before a verb.
fn adverbs_before(sentence: &Sentence, verb: usize) -> usize {
    let mut at = verb;
    while let Some(before) = at.checked_sub(1).filter(|it| {
        let word = sentence.word(*it);
        sentence.is(*it, Class::Adverb) || word.len() > 4 && word.ends_with("ly")
    }) {
        at = before;
    }
    at
}

/// ", accusing", ", demanding", "after accusing": the subject is that of the sentence.
fn is_participle(sentence: &Sentence, verb: usize) -> bool {
    sentence.word(verb).ends_with("ing")
        && matches!(
            sentence.before(verb),
            "," | "and"
                | "”"
                | "»"
                | "\""
                | "after"
                | "before"
                | "while"
                | "when"
                | "by"
                | "for"
                | "in"
        )
}

/// "protesters calling for …, and demanding": the actor that the participle before leans on.
fn leaning(sentence: &Sentence, verb: usize) -> Option<usize> {
    const REACH: usize = 14;
    let ing = |at: &usize| sentence.word(*at).ends_with("ing");
    if !ing(&verb) || !matches!(sentence.before(verb), "and" | ",") {
        return None;
    }
    let before = (verb.saturating_sub(REACH)..verb - 1).rev().find(ing)?;
    sentence.mentions.iter().position(|it| it.end == before && !it.modifier)
}

/// The body whose "it said" stands later in the same sentence: "The ministry sent a note in which it said".
pub(super) fn own_subject(
    sentence: &Sentence,
    said: &[Attribution],
    gazetteer: &Gazetteer,
) -> Option<FoundName> {
    let it = said.iter().find(|it| it.who == Who::Same)?;
    let from = it.at.saturating_sub(3);
    if !sentence.any(from, it.at, &["it"]) {
        return None;
    }
    let mention = sentence.mentions.get(first_actor(sentence, from)?)?;
    let entry = mention.entry(sentence, gazetteer).and_then(|it| gazetteer.entry(it));
    let body = entry.is_some_and(|it| it.kind != ActorKind::Person);
    (body && !mention.outlet).then(|| mention.name(sentence, gazetteer))
}

/// The first actor of the sentence that no preposition governs, as the subject of its main verb.
pub(super) fn first_actor(sentence: &Sentence, verb: usize) -> Option<usize> {
    let clause = (0..verb).rev().find(|at| matches!(sentence.word(*at), ";" | ":")).unwrap_or(0);
    let fits = |it: &&Mention| {
        it.start >= clause && it.end <= verb && !it.modifier && !governed(sentence, it)
    };
    // "(Reuters) – Norway": a dateline names who prints.
    let line = (0..verb.min(12)).find(|at| matches!(sentence.word(*at), "-" | "–" | "—" | ")"));
    let shouted = |it: &Mention| {
        let first = sentence.tokens.get(it.start);
        first.is_some_and(|it| it.text.len() > 2 && it.text.chars().all(char::is_uppercase))
    };
    let dated = |it: &Mention| {
        it.outlet && sentence.word(it.end) == ")"
            || line.is_some_and(|line| it.end < line) && (it.outlet || shouted(it))
    };
    sentence.mentions.iter().position(|it| fits(&it) && !dated(it))
}

/// Whom a verb before acts on, where a later verb goes on after a comma: "Gomez telephoned the leaders, asked Chad".
fn is_object(sentence: &Sentence, mention: &Mention, verb: usize) -> bool {
    let Some(act) = mention.start.checked_sub(1) else { return false };
    let past = sentence.word(act).len() > 4 && sentence.word(act).ends_with("ed");
    past && sentence.before(verb) == "," && sentence.mentions.iter().any(|it| it.end == act)
}

fn is_person(mention: &Mention) -> bool {
    mention.person.is_some()
}

/// Whether a preposition stands before the mention.
fn governed(sentence: &Sentence, mention: &Mention) -> bool {
    let before = sentence.before(mention.start);
    if before == "for" && sentence.word(mention.start.wrapping_sub(2)) == "as" {
        return false;
    }
    // "through Oslo", but not "Norway, through its minister,"
    let through = before == "through" && sentence.word(mention.start.wrapping_sub(2)) != ",";
    through
        || sentence.is_before(mention.start, Class::Preposition)
        || matches!(before, "the" | "a" | "its")
            && sentence.is_before(mention.start - 1, Class::Preposition)
}

/// Whether the verb's subject is a pronoun right before it.
pub(super) fn pronoun(sentence: &Sentence, verb: usize) -> bool {
    (1..=5).any(|back| {
        let Some(at) = verb.checked_sub(back) else { return false };
        matches!(sentence.word(at), "he" | "she" | "it" | "they")
            && (at + 1..verb).all(|it| sentence.is(it, Class::Between))
    })
}
