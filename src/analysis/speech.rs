//! Owns who speaks: the subject of a verb of saying, "according to", the name after a headline's dash.

use super::lexicon::{Class, Meaning};
use super::mentions::Mention;
use super::sentence::Sentence;
use super::subject::{first_actor, pronoun, subject};
use super::tokens::{Kind, Token};

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
        // "the channel, quoting the rebels, spoke of"
        if matches!(word, "quoting" | "citing") && sentence.before(at) == "," {
            if let Some(index) = starting(sentence, at + 1, 2) {
                let end = sentence.mentions.get(index).map_or(at, |it| it.end);
                let trailing = matches!(sentence.word(end), "." | "");
                found.push(Attribution { at, who: Who::Mention(index), trailing });
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
            // "Berg, the mayor, counted 15 people killed on the Libyan side"
            let counts = |index: &usize| {
                let start = sentence.mentions.get(*index).map_or(at, |it| it.start);
                (at + 1..start).any(|it| sentence.is_people(it) || sentence.is_harm(it))
            };
            index.filter(|it| !acts(it) && !counts(it))
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
