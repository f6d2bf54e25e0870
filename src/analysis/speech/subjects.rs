//! Owns the subject of a verb: of the actors before it the one that no preposition governs, or that a clause leads back to.

use super::saying::{is_saying, tells_nothing_more};
use super::{Attribution, Who};
use crate::analysis::gazetteer::Gazetteer;
use crate::analysis::lexicon::Class;
use crate::analysis::mentions::Mention;
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Token;
use crate::base::words::ActorKind;

/// The subject of the verb at `verb`: of the actors before it that no preposition governs the one a relative clause
/// or a second verb leads back to, else the nearest.
pub(in crate::analysis) fn subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    if let Some(index) = relative(sentence, verb) {
        return Some(index);
    }
    if let Some(index) = leaning(sentence, verb) {
        return Some(index);
    }
    // "A was to blame, X said, accusing": X goes on.
    if let Some(said) = said_before(sentence, verb) {
        return subject(sentence, said);
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
        // "the Southern Province (SP), residents said"
        let aside = sentence.before(mention.start) == "(" && sentence.word(mention.end) == ")";
        let is_subject = !aside && !governed(sentence, mention) && !mention.modifier;
        if !is_subject || is_object(sentence, mention, verb) {
            continue;
        }
        if is_person(mention) && verb - mention.end <= 14 {
            return Some(index);
        }
        if nearest.is_none() {
            nearest = Some(index);
            let close = between.clone().all(|at| sentence.is(at, Class::Between));
            // "X, the ombudsman, said": look on for the person in front; not in "in the city (CT), officials said".
            if close {
                return nearest;
            }
        } else {
            // "Gomez, adviser to the president, said", of somebody known by name
            let office = nearest.and_then(|it| sentence.mentions.get(it)).filter(|it| it.office);
            let apposed = office.is_some_and(|it| is_apposed(sentence, mention, it))
                && sentence.tokens.get(mention.start).is_some_and(Token::is_capitalised);
            return if apposed { Some(index) } else { nearest };
        }
    }
    nearest
}

/// The verb of saying that ends the clause before a participle: "X said on Sunday, accusing".
fn said_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    const TIME: usize = 4;
    let comma = verb.checked_sub(1).filter(|it| sentence.word(*it) == ",")?;
    let is_participle = sentence.word(verb).ends_with("ing");
    let said = (comma.saturating_sub(TIME)..comma).rev().find(|it| is_saying(sentence, *it))?;
    let clause = sentence.mentions.iter().any(|it| it.start > said && it.end <= comma);
    // "X said Y fled, accusing" is what X says.
    (is_participle && !clause && tells_nothing_more(sentence, said)).then_some(said)
}

/// The first token of the phrase that a mention ends: "a" of "a humanitarian organisation".
fn opening(sentence: &Sentence, mention: &Mention) -> usize {
    const WORDS: usize = 3;
    let words = (mention.start.saturating_sub(WORDS)..mention.start)
        .rev()
        .take_while(|it| !matches!(sentence.word(*it), "," | "." | ";"));
    let article = words.into_iter().find(|it| matches!(sentence.word(*it), "a" | "an" | "the"));
    article.unwrap_or(mention.start)
}

/// Whether an office stands beside a name as what the name is: "the Relief Council (RC), a charity,".
fn is_apposed(sentence: &Sentence, name: &Mention, office: &Mention) -> bool {
    let start = opening(sentence, office);
    let aside = sentence.word(name.end) == "(" && sentence.word(name.end + 2) == ")";
    let end = if aside { name.end + 3 } else { name.end };
    sentence.before(start) == "," && end + 1 == start
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
pub(in crate::analysis) fn own_subject(
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
pub(in crate::analysis) fn first_actor(sentence: &Sentence, verb: usize) -> Option<usize> {
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
    // "in northern Mali"
    let quarter = before.ends_with("ern") || before == "central";
    if quarter && sentence.is_before(mention.start - 1, Class::Preposition) {
        return true;
    }
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
pub(in crate::analysis) fn pronoun(sentence: &Sentence, verb: usize) -> bool {
    (1..=5).any(|back| {
        let Some(at) = verb.checked_sub(back) else { return false };
        matches!(sentence.word(at), "he" | "she" | "it" | "they")
            && (at + 1..verb).all(|it| sentence.is(it, Class::Between))
    })
}
