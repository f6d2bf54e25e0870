//! Owns how a sentence is cut into words: the one place that decides what a word is. Everything after it counts in
//! tokens and never looks at characters again.

use std::borrow::Cow;

use crate::base::Span;

/// Bytes of a piece that is searched at once. Longer sentences are cut at white space, so that no text, however odd,
/// takes more than linear time.
const PIECE: usize = 2_000;

/// A word, a number or a sign of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'a> {
    pub span: Span,
    pub text: &'a str,
    /// In lower case, typographic apostrophes made plain.
    pub lower: Cow<'a, str>,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Starts with a digit.
    Number,
    /// The `'s` of a genitive.
    Possessive,
    Sign,
}

impl Token<'_> {
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Starts with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.kind == Kind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn is_quote(&self) -> bool {
        self.kind == Kind::Sign && matches!(&*self.lower, "\"" | "“" | "”" | "«" | "»" | "„")
    }
}

/// Cuts a sentence that starts at the byte `base` of its article.
pub(super) fn tokens(text: &str, base: usize) -> Vec<Token<'_>> {
    // A word and the space after it are six letters or so.
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let mut start = 0;
    while let Some(first) = char_at(text, start) {
        if first.is_whitespace() {
            start += first.len_utf8();
            continue;
        }
        let after = start + first.len_utf8();
        let (kind, end) = if first.is_ascii_digit() {
            (Kind::Number, number_end(text, after))
        } else if first.is_alphanumeric() {
            (Kind::Word, word_end(text, start, after))
        } else if is_apostrophe(first) && is_possessive(text, start, first) {
            let rest = &text[after..];
            let end =
                rest.find(|it: char| !it.is_alphanumeric()).map_or(text.len(), |it| after + it);
            (Kind::Possessive, end)
        } else {
            (Kind::Sign, after)
        };
        let word = &text[start..end];
        let span = Span::new(base + start, base + end);
        found.push(Token { span, text: word, lower: lower(word), kind });
        start = end;
    }
    found
}

/// The letter that starts at a byte, which most often is all of it.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// After the digits at `at` and the signs between digits.
fn number_end(text: &str, mut at: usize) -> usize {
    while let Some(next) = char_at(text, at) {
        let after = at + next.len_utf8();
        let joins = matches!(next, ',' | '.' | ':' | '/' | '\u{202f}' | '\u{2009}' | '\u{a0}')
            && text.as_bytes().get(after).is_some_and(u8::is_ascii_digit);
        if !next.is_ascii_digit() && !joins {
            break;
        }
        at = after;
    }
    at
}

/// After the word that begins at `start`, read up to `at`.
fn word_end(text: &str, start: usize, mut at: usize) -> usize {
    loop {
        // Nearly all letters of nearly all words.
        let plain = text.as_bytes()[at..].iter().take_while(|it| it.is_ascii_alphanumeric());
        at += plain.count();
        let Some(next) = char_at(text, at) else { return at };
        let goes_on = !next.is_ascii() && next.is_alphanumeric()
            || matches!(next, '\u{300}'..='\u{36f}')
            || is_inner_apostrophe(text, at, next)
            || (next == '.' && is_initialism(text, start, at));
        if !goes_on {
            return at;
        }
        at += next.len_utf8();
    }
}

/// The pieces of a sentence that are searched one by one: nearly always the sentence itself.
pub(super) fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut found = vec![];
    let mut start = sentence.start();
    while sentence.end() - start > PIECE {
        let mut end = start + PIECE;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let cut = text[start..end].rfind(char::is_whitespace).map_or(end, |at| start + at);
        let cut = if cut == start { end } else { cut };
        found.push(Span::new(start, cut));
        start = cut;
    }
    found.push(Span::new(start, sentence.end()));
    found
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        let plain = !word.bytes().any(|it| it.is_ascii_uppercase());
        return if plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) };
    }
    if word.chars().all(|it| it != '’' && it.to_lowercase().eq([it])) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace('’', "'"))
}

fn is_apostrophe(it: char) -> bool {
    matches!(it, '\'' | '’')
}

/// An apostrophe within a word that is not the start of a genitive: "didn't", "coup d'état".
fn is_inner_apostrophe(text: &str, at: usize, it: char) -> bool {
    is_apostrophe(it)
        && !is_possessive(text, at, it)
        && text[at + it.len_utf8()..].starts_with(char::is_alphanumeric)
}

/// `'s` before anything that is not a letter.
fn is_possessive(text: &str, at: usize, it: char) -> bool {
    let after = &text[at + it.len_utf8()..];
    let before = text[..at].ends_with(char::is_alphanumeric);
    before && after.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The dots of "U.S." and "U.N.": after single letters only.
fn is_initialism(text: &str, start: usize, dot: usize) -> bool {
    let before = &text[start..dot];
    let letters = before.split('.').all(|part| part.chars().count() == 1);
    let next_too = text[dot + 1..].chars().next().is_some_and(char::is_alphabetic);
    letters && before.starts_with(char::is_uppercase) && (next_too || before.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_genitives_are_told_apart() {
        let check = |text: &str, expect: &str| {
            let words: Vec<_> = tokens(text, 0).iter().map(|it| it.text.to_owned()).collect();
            assert_eq!(words.join("|"), expect);
        };
        check("At least 2,906 people, 3.", "At|least|2,906|people|,|3|.");
        check("the U.S. army’s didn't 100-to-300", "the|U.S.|army|’s|didn't|100|-|to|-|300");
        check("“Stop,” he said", "“|Stop|,|”|he|said");
        check("the country's", "the|country|'s");
    }

    #[test]
    fn a_long_sentence_is_cut_into_pieces_without_loss() {
        for text in ["x".repeat(10_000), "é ".repeat(5_000), String::new()] {
            let all = pieces(&text, Span::new(0, text.len()));
            let back: String = all.iter().map(|it| it.of(&text)).collect();
            assert_eq!(back, text);
            assert!(all.iter().all(|it| it.len() <= PIECE));
        }
    }
}
