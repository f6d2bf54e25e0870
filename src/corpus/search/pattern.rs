//! Owns what is searched for: a query as asked, and the pattern it becomes.

use regex::{Regex, RegexBuilder};

use super::hits::{Hits, Step};
use super::{SearchError, plain};
use crate::base::Span;

/// What to search for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed. In a plain search white space at the ends does not count, and spelling that a reader does not see as
    /// different is the same.
    pub words: String,
    /// A hit must not begin or end within a word.
    pub whole_word: bool,
    /// The words are a regular expression, taken at its word; `^` and `$` stand for the ends of a line.
    pub regex: bool,
    /// Capital and small letters differ.
    pub match_case: bool,
}

/// A query made ready to search with.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// Finds each hit, and of whole words also others, which are passed over.
    pub(super) anywhere: Regex,
    /// Finds hits of whole words alone. Far slower, so it is asked only where an expression found what is none, since it
    /// may find another at the same place.
    pub(super) uncut: Option<Regex>,
    pub(super) whole_word: bool,
    pub(super) is_regex: bool,
}

/// Most bytes that a compiled expression may take, which bounds what it costs for each letter of a text.
const REGEX_SIZE: usize = 2 << 20;

/// The same for words as they stand, of which many cost no more than few.
const PLAIN_SIZE: usize = 16 << 20;

/// Most letters of a query.
const LONGEST: usize = 10_000;

impl Pattern {
    /// Makes a query ready; none if it asks for nothing.
    ///
    /// # Errors
    /// The regular expression has a fault, or the query is too large.
    pub fn new(query: &Query) -> Result<Option<Self>, SearchError> {
        let Query { whole_word, regex: is_regex, match_case, .. } = *query;
        let words = if is_regex { &query.words } else { query.words.trim() };
        if words.is_empty() {
            return Ok(None);
        }
        if words.chars().nth(LONGEST).is_some() {
            return Err(SearchError::too_large(is_regex));
        }
        let compile = |rule: &str| {
            RegexBuilder::new(rule)
                .case_insensitive(!match_case)
                .multi_line(true)
                .size_limit(if is_regex { REGEX_SIZE } else { PLAIN_SIZE })
                .build()
                .map_err(|error| SearchError::of(&error, is_regex))
        };
        if !is_regex {
            let anywhere = compile(&plain::rule(words, match_case))?;
            return Ok(Some(Self { anywhere, uncut: None, whole_word, is_regex }));
        }
        let anywhere = compile(words)?;
        let uncut = if whole_word {
            let edge = r"(?:\b|\b{start-half})";
            // With (?x) the expression may end in a remark, which only a line break ends.
            let rule = |end| format!("{edge}(?:{words}{end}){edge}");
            Some(compile(&rule("")).or_else(|_| compile(&rule("\n")))?)
        } else {
            None
        };
        Ok(Some(Self { anywhere, uncut, whole_word, is_regex }))
    }

    /// The hits in a text: in order, not overlapping, none of them empty.
    pub fn in_text<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut hits = Hits::new(self, text);
        std::iter::from_fn(move || {
            loop {
                match hits.step() {
                    Step::Hit(span) => return Some(span),
                    Step::Passed => {}
                    Step::End => return None,
                }
            }
        })
    }
}
