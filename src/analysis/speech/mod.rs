//! Owns who speaks: the subject of a verb of saying, "according to", the name after a headline's dash.

mod saying;
mod subjects;

pub(super) use subjects::{first_actor, own_subject, pronoun, subject};

use saying::{is_finite, is_saying, is_surname, tells_nothing_more};

use super::lexicon::Class;
use super::mentions::Mention;
use super::sentence::Sentence;
use super::tokens::Kind;

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
    let at = |at: usize| named_with(sentence, at).unwrap_or_else(|| said(sentence, at));
    let mut found: Vec<_> = (0..sentence.tokens.len()).filter_map(at).collect();
    if found.is_empty() {
        let lone = announced(sentence).or_else(|| dash(sentence).filter(|_| sentence.heading));
        found.extend(lone);
    }
    found
}

/// The name at a word that names who speaks without being a verb of saying; none if it is no such word.
fn named_with(sentence: &Sentence, at: usize) -> Option<Option<Attribution>> {
    let (word, before) = (sentence.word(at), sentence.before(at));
    let found = |index: usize, trailing: bool| {
        let who = Who::Mention(index);
        Some(Attribution { at, who, trailing })
    };
    if word == "according" && sentence.word(at + 1) == "to"
        || word == "based" && sentence.word(at + 1) == "on" && before == ","
    {
        // "according to a report provided by X", "a statement from X": the paper is X's.
        let index = starting(sentence, at + 2, 4).and_then(|index| {
            let mention = sentence.mentions.get(index)?;
            if sentence.word(mention.end + 1) == "by" {
                return None;
            }
            let from = matches!(sentence.word(mention.end), "from" | "by");
            let maker = (from && is_paper(sentence, mention))
                .then(|| starting(sentence, mention.end + 1, 2))
                .flatten();
            Some(maker.unwrap_or(index))
        });
        return Some(index.and_then(|it| found(it, true)));
    }
    // "the channel, quoting the rebels, spoke of"
    if matches!(word, "quoting" | "citing") && before == "," {
        return Some(starting(sentence, at + 1, 2).and_then(|index| {
            let end = sentence.mentions.get(index).map_or(at, |it| it.end);
            found(index, matches!(sentence.word(end), "." | ""))
        }));
    }
    if sentence.is(at, Class::Given) && sentence.word(at + 1) == "by" {
        // "The attack was claimed by X", who tells no figure, but "500 deaths claimed by X"
        let attack = word == "claimed" && !at.checked_sub(1).is_some_and(|it| sentence.is_harm(it));
        let index = starting(sentence, at + 2, 2).filter(|_| !attack);
        return Some(index.and_then(|it| found(it, true)));
    }
    // "rejected Chad's claim of killing eleven": the claim is Chad's.
    let owner = at.checked_sub(1).and_then(|it| sentence.tokens.get(it));
    let is_noun = matches!(word, "claim" | "claims" | "assertion" | "report");
    if is_noun && owner.is_some_and(|it| it.kind == Kind::Possessive) {
        let index = sentence.mentions.iter().position(|it| it.end + 1 == at);
        return Some(index.and_then(|it| found(it, false)));
    }
    None
}

/// Who speaks at a verb of saying.
fn said(sentence: &Sentence, at: usize) -> Option<Attribution> {
    if !is_saying(sentence, at) {
        return None;
    }
    // "‘We counted nine,’ said X"
    let closed = matches!(sentence.before(at), "’" | "'")
        && at.checked_sub(2).is_some_and(|it| sentence.word(it) == ",");
    let quote_before = closed
        || sentence.before(at) == ","
        || at
            .checked_sub(1)
            .is_some_and(|it| sentence.tokens.get(it).is_some_and(|it| it.is_quote()));
    let told = matches!(sentence.word(at), "told" | "tells" | "accused" | "described" | "informed");
    // "X, the minister, said Y had": Y acts in what X says.
    let acts = |index: &usize| {
        sentence.mentions.get(*index).is_some_and(|it| is_finite(sentence.word(it.end)))
    };
    // "X, the minister, said in a statement": the statement speaks no more than the minister.
    let within = sentence.is(at + 1, Class::Preposition);
    // "Berg, the mayor, counted 15 people killed on the Libyan side"
    let counts = |index: &usize| {
        let start = sentence.mentions.get(*index).map_or(at, |it| it.start);
        (at + 1..start).any(|it| sentence.is_people(it) || sentence.is_harm(it))
    };
    let turned = (at == 0 || quote_before) && !told && !within;
    let inverted = || starting(sentence, at + 1, 4).filter(|it| turned && !acts(it) && !counts(it));
    let by_surname = is_surname(sentence, at + 1, quote_before);
    let who = inverted()
        .or_else(|| subject(sentence, at).filter(|_| !by_surname).map(|it| leader(sentence, it)))
        .map(Who::Mention)
        .or_else(|| (by_surname || pronoun(sentence, at)).then_some(Who::Same))?;
    let trailing = quote_before || tells_nothing_more(sentence, at);
    Some(Attribution { at, who, trailing })
}

/// Who is named first of those who speak together: "officials" of "officials and an aid worker said".
fn leader(sentence: &Sentence, index: usize) -> usize {
    let names = |index: usize| sentence.mentions.get(index);
    let joined = index.checked_sub(1).filter(|before| {
        let (Some(one), Some(other)) = (names(*before), names(index)) else { return false };
        one.end + 1 == other.start && sentence.word(one.end) == "and" && !one.modifier
    });
    joined.unwrap_or(index)
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
    // "the channel Z, quoting the rebels, spoke of": Z only passes on what they say.
    let quotes = |it: &Mention| {
        it.entries.is_empty()
            && sentence.word(it.end) == ","
            && matches!(sentence.word(it.end + 1), "quoting" | "citing")
    };
    all.into_iter().partition(|it| match it.who {
        // "local media" are many, and no outlet to be quoted from.
        Who::Mention(index) => sentence
            .mentions
            .get(index)
            .is_none_or(|it| (!it.outlet || sentence.word(it.end - 1) == "media") && !quotes(it)),
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
    next.or(before).or(after).or(between).or(trailing_before).copied()
}
