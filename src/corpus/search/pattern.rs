//! Owns what a query means: which passages of a text are its hits. Spelling that a reader does not see as different
//! (the kind of quote or hyphen, a line break for a space) is the same in a plain search; a regular expression is taken
//! at its word.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use super::SearchError;
use crate::base::{self, Span};

/// What to search for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed. White space at its ends counts in a regular expression only.
    pub words: String,
    /// A hit must not begin or end within a word.
    pub whole_word: bool,
    /// The words are a regular expression; `^` and `$` stand for the ends of a line.
    pub regex: bool,
    /// Capital and small letters differ.
    pub match_case: bool,
}

/// A query made ready to search with.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// Finds each hit, and of whole words also others that [`Hits`] passes over.
    anywhere: Regex,
    whole_word: bool,
    /// Where there can be several hits of different length at one place: finds those that cut no word alone. Far slower.
    uncut: Option<Regex>,
}

/// Signs that are one sign to a plain search.
const SAME_SIGNS: [&str; 3] = ["'‘’‚‛‹›ʹʻʼ′՚＇`´", "\"“”„‟«»″＂", "-‐‑‒–—―−֊﹣－"];

/// The letter i with and without dot and their capitals: which is whose capital depends on the language.
const SAME_LETTERS: &str = "iIİı";

/// Most bytes that a compiled regular expression may have, which bounds what one letter of text can cost.
const REGEX_SIZE: usize = 1 << 20;

/// The same for words as they stand, which cost little however many they are.
const PLAIN_SIZE: usize = 10 << 20;

/// Most letters of a query.
const LONGEST: usize = 10_000;

impl Pattern {
    /// Makes a query ready; none if it asks for nothing.
    ///
    /// # Errors
    /// The regular expression has a fault, or the query is too large.
    pub fn new(query: &Query) -> Result<Option<Self>, SearchError> {
        let words = if query.regex { &query.words } else { query.words.trim() };
        if words.is_empty() {
            return Ok(None);
        }
        if words.chars().nth(LONGEST).is_some() {
            return Err(SearchError::too_large(query.regex));
        }
        let compile = |rule: &str| {
            RegexBuilder::new(rule)
                .case_insensitive(!query.match_case)
                .multi_line(true)
                .size_limit(if query.regex { REGEX_SIZE } else { PLAIN_SIZE })
                .build()
                .map_err(|error| SearchError::of(&error, query.regex))
        };
        if !query.regex {
            let anywhere = compile(&plain(words, query.match_case))?;
            return Ok(Some(Self { anywhere, whole_word: query.whole_word, uncut: None }));
        }
        let anywhere = compile(words)?;
        let uncut = if query.whole_word {
            let edge = r"(?:\b|\b{start-half})";
            // With (?x) the expression may end in a remark, which only a line break ends.
            let rule = |end| format!("{edge}(?:{words}{end}){edge}");
            Some(compile(&rule("")).or_else(|_| compile(&rule("\n")))?)
        } else {
            None
        };
        Ok(Some(Self { anywhere, whole_word: query.whole_word, uncut }))
    }

    /// The hits in a text: in order, not overlapping, none of them empty.
    pub fn in_text<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut steps = self.steps(text);
        std::iter::from_fn(move || {
            loop {
                match steps.step() {
                    Step::Hit(span) => return Some(span),
                    Step::Passed => {}
                    Step::End => return None,
                }
            }
        })
    }

    pub(super) fn steps<'a>(&'a self, text: &'a str) -> Hits<'a> {
        Hits { pattern: self, text, at: 0 }
    }
}

/// The words as a regular expression.
fn plain(words: &str, match_case: bool) -> String {
    let mut rule = String::new();
    let mut is_gap = false;
    for letter in words.chars() {
        let was_gap = std::mem::replace(&mut is_gap, letter.is_whitespace());
        let same = SAME_SIGNS.iter().find(|signs| signs.contains(letter));
        match same.or((!match_case && SAME_LETTERS.contains(letter)).then_some(&SAME_LETTERS)) {
            _ if is_gap && was_gap => {}
            _ if is_gap => rule += r"\s+",
            Some(same) => rule += &format!("[{}]", regex::escape(same)),
            None => rule += &regex::escape(letter.encode_utf8(&mut [0; 4])),
        }
    }
    rule
}

/// The search of one text, step by step, so that it can be stopped between any two.
pub(super) struct Hits<'a> {
    pattern: &'a Pattern,
    text: &'a str,
    at: usize,
}

/// What one step came to.
pub(super) enum Step {
    Hit(Span),
    /// A place that is no hit; there may be more.
    Passed,
    End,
}

impl Hits<'_> {
    pub fn step(&mut self) -> Step {
        let Some(found) = self.find(&self.pattern.anywhere) else { return Step::End };
        if found.is_empty() {
            return self.pass(found.start());
        }
        if !self.pattern.whole_word || !self.cuts_a_word(found) {
            self.at = found.end();
            return Step::Hit(found);
        }
        if is_within_word(self.text, found.start()) {
            return self.pass(found.start());
        }
        // It begins well: another of the same place may end well.
        let Some(uncut) = &self.pattern.uncut else { return self.pass(found.start()) };
        match self.find(uncut) {
            None => Step::End,
            Some(found) if found.is_empty() => self.pass(found.start()),
            Some(found) => {
                self.at = found.end();
                Step::Hit(found)
            }
        }
    }

    fn find(&self, rule: &Regex) -> Option<Span> {
        (self.at <= self.text.len()).then_some(())?;
        rule.find_at(self.text, self.at).map(|it| it.range().into())
    }

    fn cuts_a_word(&self, span: Span) -> bool {
        is_within_word(self.text, span.start()) || is_within_word(self.text, span.end())
    }

    /// Goes on behind the letter at `start`, or behind the word where a hit may not begin within one.
    fn pass(&mut self, start: usize) -> Step {
        let mut rest = self.text.get(start..).unwrap_or_default().chars();
        let is_barred = |at| self.pattern.whole_word && is_within_word(self.text, at);
        loop {
            // One byte behind the end, where there is nothing to find, after the last letter.
            let Some(_) = rest.next() else { break self.at = self.text.len() + 1 };
            let at = self.text.len() - rest.as_str().len();
            if !is_barred(at) {
                break self.at = at;
            }
        }
        Step::Passed
    }
}

/// Whether there are letters of a word on both sides of `at`.
fn is_within_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    before.chars().next_back().is_some_and(is_of_word)
        && after.chars().next().is_some_and(is_of_word)
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
