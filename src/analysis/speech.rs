//! Owns who speaks: the subject of a verb of saying, "according to", the name after a headline's dash.

use super::gazetteer::Gazetteer;
use super::lexicon::{Class, Meaning};
use super::mentions::Mention;
use super::sentence::Sentence;
use super::suggestion::FoundName;
use super::tokens::{Kind, Token};
use crate::base::words::ActorKind;

/// A place where a sentence says who speaks, in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The verb or preposition.
    pub at: usize,
    pub who: Who,
    /// "according to X" and "X said" after the words it gives.
    pub trailing: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Index among the sentence's mentions.
    Mention(usize),
    /// "he said": the speaker before.
    Same,
}

/// All places of a sentence that say who speaks, by place.
pub(super) fn attributions(sentence: &Sentence) -> Vec<Attribution> {
    let mut found = vec![];
    for at in 0..sentence.tokens.len() {
        let word = sentence.word(at);
        let source = word == "according" && sentence.word(at + 1) == "to"
            || word == "based" && sentence.word(at + 1) == "on" && sentence.before(at) == ",";
        if source {
            // "according to a report provided by X": the report is X's.
            if let Some(index) = starting(sentence, at + 2, 4)
                && sentence.mentions.get(index).is_none_or(|it| sentence.word(it.end + 1) != "by")
            {
                found.push(Attribution { at, who: Who::Mention(index), trailing: true });
            }
            continue;
        }
        if sentence.is(at, Class::Given) && sentence.word(at + 1) == "by" {
            if let Some(index) = starting(sentence, at + 2, 2) {
                found.push(Attribution { at, who: Who::Mention(index), trailing: true });
            }
            continue;
        }
        if !is_saying(sentence, at) {
            continue;
        }
        let quote_before = at > 0
            && (sentence.before(at) == ","
                || sentence.tokens.get(at - 1).is_some_and(|it| it.is_quote()));
        let told = matches!(word, "told" | "tells" | "accused" | "described" | "informed");
        // "X, the minister, said Y had": Y acts in what X says.
        let acts = |index: &usize| {
            sentence.mentions.get(*index).is_some_and(|it| is_finite(sentence.word(it.end)))
        };
        let inverted = || {
            let index =
                starting(sentence, at + 1, 4).filter(|_| (at == 0 || quote_before) && !told);
            index.filter(|it| !acts(it))
        };
        let who = inverted()
            .or_else(|| {
                subject(sentence, at).filter(|_| !is_surname(sentence, at + 1, quote_before))
            })
            .map(Who::Mention)
            .or_else(|| is_surname(sentence, at + 1, quote_before).then_some(Who::Same))
            .or_else(|| pronoun(sentence, at).then_some(Who::Same));
        if let Some(who) = who {
            let after = sentence.word(at + 1);
            let trailing = quote_before || matches!(after, "." | "");
            found.push(Attribution { at, who, trailing });
        }
    }
    if found.is_empty()
        && let Some(attribution) = announced(sentence)
    {
        found.push(attribution);
    }
    if found.is_empty()
        && sentence.heading
        && let Some(attribution) = dash(sentence)
    {
        found.push(attribution);
    }
    found
}

/// "…, said Berg.": somebody named in full before.
fn is_surname(sentence: &Sentence, at: usize, after_words: bool) -> bool {
    let alone = matches!(sentence.word(at + 1), "." | "," | "");
    let name = sentence.tokens.get(at).is_some_and(Token::is_capitalised);
    after_words && alone && name && sentence.mention_at(at).is_none()
}

/// A word that can only be the verb of the name before it.
fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "had"
            | "have"
            | "was"
            | "were"
            | "is"
            | "are"
            | "will"
            | "would"
            | "must"
            | "should"
            | "could"
            | "did"
    )
}

/// A finite verb of saying: not "the said ministry", not "are said to", not "it is reported".
fn is_saying(sentence: &Sentence, at: usize) -> bool {
    if !sentence.has(at, Meaning::Say) || sentence.mention_at(at).is_some() {
        return false;
    }
    let before = sentence.before(at);
    let passive = matches!(before, "are" | "were" | "been" | "is" | "was" | "be")
        && !matches!(sentence.word(at + 1), "as" | "that");
    !passive && !matches!(before, "the" | "a" | "an" | "these" | "this" | "such" | "its")
}

/// The mention that begins within `reach` tokens from `at`, nothing but adverbs and prepositions before it.
fn starting(sentence: &Sentence, at: usize, reach: usize) -> Option<usize> {
    let index = sentence.mentions.partition_point(|it| it.end <= at);
    let mention = sentence.mentions.get(index)?;
    let near = mention.start <= at + reach;
    let clean = (at..mention.start).all(|it| {
        !matches!(
            sentence.word(it),
            "that" | "the" | "," | "." | ":" | "it" | "he" | "she" | "they"
        ) || it == at && sentence.word(it) == "the"
    });
    (near && clean && !mention.modifier).then_some(index)
}

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

/// "X responded with the following statement:": the words that come are X's.
fn announced(sentence: &Sentence) -> Option<Attribution> {
    let at = sentence.tokens.len().checked_sub(1)?;
    let leads = sentence.word(at) == ":"
        && sentence.any(
            0,
            at,
            &["statement", "message", "following", "responded", "replied", "reacted"],
        );
    let index = first_actor(sentence, at).filter(|_| leads)?;
    Some(Attribution { at, who: Who::Mention(index), trailing: false })
}

/// "At least two killed – Health Ministry": the name at the end of a headline.
fn dash(sentence: &Sentence) -> Option<Attribution> {
    let last = sentence.mentions.last()?;
    let at = last.start.checked_sub(1)?;
    let sign = sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Sign)
        && matches!(sentence.word(at), "–" | "—" | "-" | ":");
    let index = sentence.mentions.len() - 1;
    let ends = last.end >= sentence.tokens.len();
    (sign && ends).then_some(Attribution { at, who: Who::Mention(index), trailing: true })
}

/// Whether a mention is a statement or report rather than one who makes it.
pub(super) fn is_paper(sentence: &Sentence, mention: &Mention) -> bool {
    mention.entries.is_empty()
        && mention.person.is_none()
        && matches!(sentence.word(mention.end - 1), "statement" | "report" | "assessment")
}

/// Those who speak, and those who only pass on what is said.
pub(super) fn speakers_and_outlets(
    sentence: &Sentence,
    all: Vec<Attribution>,
) -> (Vec<Attribution>, Vec<Attribution>) {
    all.into_iter().partition(|it| match it.who {
        // "local media" are many, and no outlet to be quoted from.
        Who::Mention(index) => sentence
            .mentions
            .get(index)
            .is_none_or(|it| !it.outlet || sentence.word(it.end - 1) == "media"),
        Who::Same => true,
    })
}

/// Whether a token stands in round brackets that open after `from` in the sentence.
pub(super) fn is_aside(sentence: &Sentence, from: usize, at: usize) -> bool {
    // Asked of each claim and each who speaks, which in a long list would take more than linear time.
    if !sentence.brackets {
        return false;
    }
    let sign = (from..at).rev().find(|it| matches!(sentence.word(*it), "(" | ")"));
    sign.is_some_and(|it| sentence.word(it) == "(")
}

/// Who speaks the words from `start` to before `end`.
pub(super) fn speaker(all: &[Attribution], start: usize, end: usize) -> Option<Attribution> {
    // "X said … , according to Y": the one that trails the words most closely, else the last one before them.
    // "nearly 500 deaths claimed by X"
    let next = all.iter().find(|it| it.at >= end && it.at <= end + 2 && it.trailing);
    let before = all.iter().rev().find(|it| it.at < start && !it.trailing);
    let after = all.iter().find(|it| it.at >= end && it.trailing);
    let between = all.iter().find(|it| it.at >= start && it.at < end);
    let trailing_before = all.iter().rev().find(|it| it.at < start);
    next.or(before).or(after).or(between).or(trailing_before).or(all.first()).copied()
}
