//! Owns what a verb of saying is: not a noun, not a deed, not said of somebody; and whether it ends what it tells.

use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::mentions::is_day;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Token;

/// Whether no clause follows a verb of saying: "officials said on Monday", "a doctor told Reuters".
pub(super) fn tells_nothing_more(sentence: &Sentence, verb: usize) -> bool {
    let mut at = verb + 1;
    if matches!(sentence.word(verb), "told" | "tells") {
        // Whom it is told.
        at = match sentence.mention_at(at) {
            Some(hearer) => hearer.end,
            None => at + usize::from(matches!(sentence.word(at), "reporters" | "journalists")),
        };
    }
    let word = sentence.word(at);
    let at = at + usize::from(matches!(word, "this" | "last") && is_day(sentence.word(at + 1)));
    let word = sentence.word(at);
    let time =
        matches!(word, "late" | "early" | "earlier" | "later" | "yesterday" | "today" | "here");
    if matches!(sentence.word(at), "." | "" | "," | ";") {
        return true;
    }
    // "said on Sunday that", "wrote on his page: “"
    let clause = (at..sentence.tokens.len())
        .take_while(|it| *it == at || !matches!(sentence.word(*it), "," | ";" | "-" | "–" | "—"));
    if clause.into_iter().any(|it| matches!(sentence.word(it), "that" | ":" | "“" | "\"" | "«"))
    {
        return false;
    }
    // "which Chad described as terror" names a deed.
    let meanwhile = word == "as" && !sentence.word(verb).starts_with("describ");
    matches!(word, "after" | "citing")
        || meanwhile
        || time
        || is_day(word)
        || sentence.is(at, Class::Preposition) && word != "of"
}

/// "…, said Berg.": somebody named in full before.
pub(super) fn is_surname(sentence: &Sentence, at: usize, after_words: bool) -> bool {
    let alone = matches!(sentence.word(at + 1), "." | "," | "");
    let name = sentence.tokens.get(at).is_some_and(Token::is_capitalised);
    after_words && alone && name && sentence.mention_at(at).is_none()
}

/// A word that can only be the verb of the name before it.
pub(super) fn is_finite(word: &str) -> bool {
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
pub(super) fn is_saying(sentence: &Sentence, at: usize) -> bool {
    if !sentence.has(at, Meaning::Say) || sentence.mention_at(at).is_some() {
        return false;
    }
    let before = sentence.before(at);
    let after = |words: &[&str], reach: usize| sentence.any(at + 1, at + 1 + reach, words);
    let is_deed = match sentence.word(at) {
        // "claimed 700 lives", "was claimed by the brigade"
        "claimed" | "claims" | "claim" => {
            after(&["lives", "life"], 8)
                || after(&["responsibility", "credit"], 2)
                || matches!(before, "was" | "were") && after(&["by"], 1)
        }
        "declared" | "declares" => after(&["war", "independence", "victory", "martial"], 2),
        // "to end alleged smuggling"
        "alleged" => sentence.mentions.iter().all(|it| it.end != at) && !after(&["that"], 1),
        _ => false,
    };
    if is_deed {
        return false;
    }
    let is_form = |word: &str| matches!(word, "are" | "were" | "been" | "is" | "was" | "be");
    let also = sentence.is_before(at, Class::Adverb) || before.ends_with("ly");
    let passive = is_form(before) || also && is_form(sentence.word(at.wrapping_sub(2)));
    // "was quoted as saying", "was told that"
    let speaks = match sentence.word(at + 1) {
        "as" => matches!(sentence.word(at), "quoted" | "cited"),
        next => next == "that",
    };
    let passive = passive && !speaks;
    !passive && !matches!(before, "the" | "a" | "an" | "these" | "this" | "such" | "its")
}
