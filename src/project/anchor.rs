//! Owns anchors: what a passage keeps of its place in a text, and finding that place again. Never guesses between two.

use crate::base::words::PassageRole;
use crate::base::{ArticleId, Span, Unknown};
use crate::corpus::Article;

use super::records::Passage;

/// Characters of context kept on either side of a quote.
const CONTEXT: usize = 32;

/// The passage at `span` of `text`, the article `article`. A span that leaves the text is cut to it.
pub fn passage(article: ArticleId, text: &Article, span: Span, role: PassageRole) -> Passage {
    let whole = text.text.as_str();
    let span = within(whole, span);
    let (before, after) = context(whole, span);
    Passage {
        role,
        article,
        start: text.index.code_point(whole, span.start()),
        end: text.index.code_point(whole, span.end()),
        quote: span.of(whole).to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
        sentence: sentence(text, span).of(whole).to_owned(),
        text_hash: text.text_hash,
        unknown: Unknown::default(),
    }
}

/// The span within the text, on character boundaries: widened where it cuts a character.
fn within(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start().min(text.len()), span.end().min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}

fn context(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let start = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}

/// From the start of the sentence in which the span starts to the end of that in which it ends.
fn sentence(text: &Article, span: Span) -> Span {
    let last = text.text[span.range()]
        .char_indices()
        .last()
        .map_or(span.start(), |(at, _)| span.start() + at);
    let ends = [text.sentence_at(span.start()), text.sentence_at(last)];
    ends.into_iter().flatten().fold(span, Span::join)
}
