//! Owns the clauses of a line: keywords, and the names that follow them.

use super::scan::Token;
use crate::base::words::{Demographic, Role, UnknownWord};
use crate::corpus::Known;

/// What a line gives, or what is wrong with it.
pub(super) type Made<T> = Result<T, String>;

pub(super) const CLAIM_WORDS: &[&str] = &[
    "by",
    "via",
    "side",
    "in",
    "place",
    "reason",
    "direct",
    "basis",
    "at",
    "part-of",
    "supersedes",
    "measure",
    "status",
    "reliability",
    "credibility",
    "memo",
];
pub(super) const STANCE_WORDS: &[&str] = &["about", "at", "past", "direct", "reason", "memo"];

/// The clauses of a line: a keyword and the tokens up to the next one. Only keywords take a name, so a word that is none
/// stands alone.
pub(super) struct Clauses<'a> {
    pub tokens: &'a [Token],
    pub keywords: &'static [&'static str],
}

impl<'a> Clauses<'a> {
    /// The tokens up to the next keyword.
    pub fn name(&mut self) -> &'a [Token] {
        let ends = |token: &Token| match token {
            Token::Word(text) => {
                self.keywords.contains(&text.as_str())
                    || (self.keywords == CLAIM_WORDS
                        && (word::<Role>(text).is_ok() || word::<Demographic>(text).is_ok()))
            }
            Token::Quote(_) | Token::Printed(_) => false,
        };
        let end = self.tokens.iter().position(ends).unwrap_or(self.tokens.len());
        let (name, rest) = self.tokens.split_at(end);
        self.tokens = rest;
        name
    }

    pub fn next(&mut self) -> Option<Made<(&'a str, &'a [Token])>> {
        let (first, rest) = self.tokens.split_first()?;
        let Token::Word(keyword) = first else {
            return Some(Err("a quote or parenthesis stands without a keyword".into()));
        };
        self.tokens = rest;
        Some(Ok((
            keyword,
            if self.keywords.contains(&keyword.as_str()) { self.name() } else { &[] },
        )))
    }
}

/// Name, what it stands in, and the further items of a declaration.
pub(super) fn head(rest: &str) -> (&str, Option<&str>, impl Iterator<Item = &str>) {
    let (names, more) = rest.split_once(" : ").unwrap_or((rest, ""));
    let (name, parent) = match names.split_once('<') {
        Some((name, parent)) => (name, Some(parent.trim())),
        None => (names, None),
    };
    (name.trim(), parent, more.split(',').map(str::trim).filter(|it| !it.is_empty()))
}

pub(super) fn join(tokens: &[Token]) -> String {
    let words = tokens.iter().map(|token| match token {
        Token::Word(text) | Token::Quote(text) | Token::Printed(text) => text.as_str(),
    });
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn word<T: std::str::FromStr<Err = UnknownWord>>(text: &str) -> Made<T> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

/// A piece of metadata: guessed if it starts with `~`.
pub(super) fn known(text: &str) -> Known<String> {
    match text.strip_prefix('~') {
        Some(rest) => Known::guessed(rest.to_owned(), ""),
        None => Known::stated(text.to_owned(), ""),
    }
}
