//! Owns the way through one text from hit to hit, in steps of bounded length between which a search can be stopped.

use std::sync::LazyLock;

use regex::Regex;

use super::Pattern;
use super::plain::is_mark;
use crate::base::{self, Span};

/// Bytes of a text that an expression is searched for in at once, since some take ever longer in a longer text. A
/// longer text falls into pieces at a line break, or else between words; no hit goes beyond its piece.
const PIECE: usize = 32 << 10;

/// Marks in a row that are looked across to see whether a word goes on.
const MARKS_ACROSS: usize = 4;

pub(super) struct Hits<'a> {
    pattern: &'a Pattern,
    text: &'a str,
    /// Where to look next; behind the end of the text if there is nothing to find.
    at: usize,
    /// The end of the piece.
    end: usize,
}

/// What one step came to.
pub(super) enum Step {
    Hit(Span),
    /// No hit; there may be more.
    Passed,
    End,
}

impl<'a> Hits<'a> {
    pub fn new(pattern: &'a Pattern, text: &'a str) -> Self {
        let end = if pattern.is_regex { end_of_piece(text, 0) } else { text.len() };
        Self { pattern, text, at: 0, end }
    }

    pub fn step(&mut self) -> Step {
        let Some(found) = self.find(&self.pattern.anywhere) else { return self.next_piece() };
        if found.is_empty() {
            return self.pass(found.start());
        }
        let begins_well = !self.is_barred(found.start());
        if begins_well && !self.is_barred(found.end()) {
            return self.hit(found);
        }
        // Of those that begin here, another may end well.
        let Some(uncut) = self.pattern.uncut.as_ref().filter(|_| begins_well) else {
            return self.pass(found.start());
        };
        match self.find(uncut) {
            None => self.next_piece(),
            Some(found) if found.is_empty() => self.pass(found.start()),
            Some(found) => self.hit(found),
        }
    }

    fn find(&self, rule: &Regex) -> Option<Span> {
        let piece = self.text.get(..self.end)?;
        (self.at <= self.end).then_some(())?;
        rule.find_at(piece, self.at).map(|it| it.range().into())
    }

    fn hit(&mut self, span: Span) -> Step {
        self.at = span.end();
        Step::Hit(span)
    }

    /// Goes on behind the letter at `start`, or behind the word where a hit may not begin within one.
    fn pass(&mut self, start: usize) -> Step {
        let mut rest = self.text.get(start..).unwrap_or_default().chars();
        loop {
            if rest.next().is_none() {
                break self.at = self.text.len() + 1;
            }
            let at = self.text.len() - rest.as_str().len();
            if !self.is_barred(at) {
                break self.at = at;
            }
        }
        Step::Passed
    }

    fn next_piece(&mut self) -> Step {
        if self.end == self.text.len() {
            return Step::End;
        }
        self.at = self.at.max(self.end);
        self.end = end_of_piece(self.text, self.end);
        Step::Passed
    }

    /// Whether a hit may neither begin nor end at `at`.
    fn is_barred(&self, at: usize) -> bool {
        self.pattern.whole_word && is_within_word(self.text, at, !self.pattern.is_regex)
    }
}

fn end_of_piece(text: &str, start: usize) -> usize {
    let near = text.floor_char_boundary(start.saturating_add(PIECE));
    let far = text.floor_char_boundary(near.saturating_add(PIECE));
    let next = text.get(near..far).unwrap_or_default();
    let end = next.find('\n').or_else(|| next.rfind(char::is_whitespace));
    end.map_or(far, |end| near + end)
}

/// Whether there are letters of one word on both sides of `at`, be there marks between them or not.
fn is_within_word(text: &str, at: usize, across_marks: bool) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let most = if across_marks { MARKS_ACROSS } else { 0 };
    let is_letter = |it: Option<char>| it.is_some_and(is_of_word);
    let skipped = |place: usize, letter: &char| place < most && is_mark(*letter);
    let mut before = before.chars().rev().enumerate();
    let mut after = after.chars().enumerate();
    is_letter(before.find(|(place, it)| !skipped(*place, it)).map(|(_, it)| it))
        && is_letter(after.find(|(place, it)| !skipped(*place, it)).map(|(_, it)| it))
}

/// Whether regular expressions take a letter for a part of a word (`\w`).
fn is_of_word(letter: char) -> bool {
    static OF_WORD: LazyLock<Regex> = LazyLock::new(|| base::pattern(r"^\w"));
    match letter {
        _ if letter.is_ascii() => letter.is_ascii_alphanumeric() || letter == '_',
        _ if letter.is_alphabetic() => true,
        _ => OF_WORD.is_match(letter.encode_utf8(&mut [0; 4])),
    }
}
