//! Owns where sentences end: the Unicode rules (UAX #29) within each paragraph, mended where a full stop belongs to an
//! abbreviation, an initial or a date, and where a quote goes on.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::base::Span;

/// Words that begin a new sentence even after "p.m." or "U.S.", where other words go on.
const STARTERS: &[&str] = &[
    "A", "After", "All", "An", "And", "As", "At", "Before", "But", "For", "From", "He", "However",
    "I", "If", "In", "It", "Its", "On", "She", "That", "The", "Their", "There", "They", "This",
    "Those", "We", "When", "While", "You",
];

static ABBREVIATIONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/abbreviations.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// The sentences of `text`, in order, each within one of `paragraphs`, without white space at their ends.
pub fn sentences(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        // A line break within a wrapped paragraph is a space; both are one byte long.
        let words = paragraph.of(text).replace('\n', " ");
        let mut start = 0;
        let mut bounds = words.split_sentence_bound_indices().peekable();
        while let Some((at, piece)) = bounds.next() {
            let end = at + piece.len();
            let goes_on = |(next, _): &(usize, &str)| {
                let before = words[start..end].trim_end();
                continues(before, words[*next..].trim_start())
            };
            if bounds.peek().is_some_and(goes_on) {
                continue;
            }
            let span = Span::new(start, end).trimmed(&words);
            if !span.is_empty() {
                let offset = paragraph.start();
                found.push(Span::new(offset + span.start(), offset + span.end()));
            }
            start = end;
        }
    }
    found
}

/// Whether the sentence that ends in `before` goes on with `after`.
fn continues(before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return false };
    if before.ends_with(is_closing) || before.ends_with(['?', '!', '…']) {
        return next.is_lowercase();
    }
    let Some(stem) = before.strip_suffix('.') else { return false };
    if next.is_lowercase() {
        return true;
    }
    let word = stem.rsplit([' ', '\u{A0}', '(', '“', '"', '«', '‘']).next().unwrap_or_default();
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let is_dotted = word.contains('.') && word.split('.').all(|it| it.chars().count() == 1);
    if is_dotted {
        let word = after.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
        return !STARTERS.contains(&word) && !is_opening(next);
    }
    if matches!(
        word,
        "No" | "Nos" | "Fig" | "Vol" | "est" | "ed" | "al" | "art" | "др" | "пр" | "г" | "гг"
    ) {
        return next.is_numeric();
    }
    is_initial || ABBREVIATIONS.contains(word)
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '”' | '"' | '»' | '’' | '\'' | ')' | ']' | '“')
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '“' | '"' | '«' | '‘')
}
