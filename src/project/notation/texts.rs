//! Owns the texts of the articles of a notation: the quotes of all its lines, each a sentence of its own.

use indexmap::IndexMap;

use super::NotationError;
use super::scan::{Token, tokens};
use crate::base::{Span, TextIndex};
use crate::corpus::{Article, Hash, Metadata};

/// The lines that say something, numbered from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The article of each path, and the spans of its quotes in the order of the lines.
pub(super) type Texts = IndexMap<String, (Article, Vec<Span>)>;

/// A first pass over the lines, since an article's text holds the quotes of all of them.
pub(super) fn texts(text: &str) -> Result<Texts, NotationError> {
    let mut quotes: IndexMap<String, Vec<String>> = IndexMap::new();
    for (line, text) in lines(text) {
        let at = |what| NotationError { line, what };
        let (keyword, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        match keyword {
            "article" => {
                let path = rest.split('|').next().unwrap_or("").trim();
                quotes.entry(path.to_owned()).or_default();
            }
            "claim" | "stance" | "note" | "passage" => {
                let place = if keyword == "passage" { 2 } else { 1 };
                let tokens = tokens(rest).map_err(at)?;
                if let Some(Token::Word(path)) = tokens.get(place) {
                    quotes.entry(path.clone()).or_default().push(quote(&tokens, place));
                }
            }
            _ => {}
        }
    }
    Ok(quotes.into_iter().map(|(path, quotes)| (path.clone(), article(path, &quotes))).collect())
}

/// The quote that ends a line; without one, the line's own words after its article.
pub(super) fn quote(tokens: &[Token], article: usize) -> String {
    if let Some(Token::Quote(quote)) = tokens.last() {
        return quote.clone();
    }
    let words = tokens.iter().skip(article + 1).map(|token| match token {
        Token::Word(text) | Token::Quote(text) | Token::Printed(text) => text.as_str(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// An article whose sentences are the quotes, a paragraph each.
pub(super) fn article(path: String, quotes: &[String]) -> (Article, Vec<Span>) {
    let (mut text, mut sentences, mut spans) = (String::new(), vec![], vec![]);
    for quote in quotes {
        let start = text.len();
        text.push_str(quote);
        spans.push(Span::new(start, text.len()));
        if !quote.ends_with(['.', '!', '?']) {
            text.push('.');
        }
        sentences.push(Span::new(start, text.len()));
        text.push_str("\n\n");
    }
    let article = Article {
        path,
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(text.as_bytes()),
        metadata: Metadata::default(),
        paragraphs: sentences.clone(),
        sentences,
        furniture: vec![],
        index: TextIndex::new(&text),
        text,
    };
    (article, spans)
}
