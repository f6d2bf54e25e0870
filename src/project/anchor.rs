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

/// Where a passage stands in a text at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Located {
    /// The text is the one it was marked in, and the quote stands where it should.
    Right(Span),
    /// The text is another, and the quote was found there once; somebody should look.
    Moved(Span),
    /// Not found, or found more than once.
    Lost,
}

impl Located {
    /// The span, if there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Located::Right(span) | Located::Moved(span) => Some(span),
            Located::Lost => None,
        }
    }
}

/// Finds a passage in a text. In a text with another hash, or with another quote at its place, the quote must stand
/// once with its whole context, or once at all; two places are never chosen between.
pub fn locate(passage: &Passage, text: &Article) -> Located {
    let whole = text.text.as_str();
    if passage.text_hash == text.text_hash
        && let Some(span) = text.index.span(whole, passage.start, passage.end)
        && span.of(whole) == passage.quote
    {
        return Located::Right(span);
    }
    if passage.quote.is_empty() {
        return Located::Lost;
    }
    let Passage { before, quote, after, .. } = passage;
    let found = match occurrences(whole, &format!("{before}{quote}{after}")) {
        Occurrences::Once(at) => Some(at + before.len()),
        Occurrences::Many => None,
        Occurrences::None => match occurrences(whole, quote) {
            Occurrences::Once(at) => Some(at),
            Occurrences::Many | Occurrences::None => None,
        },
    };
    found.map_or(Located::Lost, |at| Located::Moved(Span::new(at, at + quote.len())))
}

enum Occurrences {
    None,
    Once(usize),
    Many,
}

/// How often `wanted`, not empty, stands in `text`; places that overlap count too.
fn occurrences(text: &str, wanted: &str) -> Occurrences {
    let Some(first) = text.find(wanted) else { return Occurrences::None };
    let next = first + text[first..].chars().next().map_or(1, char::len_utf8);
    if text[next..].contains(wanted) { Occurrences::Many } else { Occurrences::Once(first) }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::base::TextIndex;
    use crate::corpus::{Hash, Metadata};

    fn article(text: &str) -> Article {
        let whole = Span::new(0, text.len());
        Article {
            path: "a.txt".into(),
            text: text.into(),
            text_hash: Hash::of(text.as_bytes()),
            file_hash: Hash::of(text.as_bytes()),
            metadata: Metadata::default(),
            paragraphs: vec![whole],
            sentences: text
                .split_inclusive('.')
                .scan(0, |at, sentence| {
                    let span = Span::new(*at, *at + sentence.len()).trimmed(text);
                    *at += sentence.len();
                    Some(span)
                })
                .collect(),
            furniture: vec![],
            index: TextIndex::new(text),
        }
    }

    /// Marks what stands between `[` and `]` and shows where it is found in `now`, in the same marks.
    fn check(marked: &str, now: &str, expect: Expect) {
        let start = marked.find('[').unwrap();
        let text = marked.replacen('[', "", 1);
        let end = text.find(']').unwrap();
        let text = text.replacen(']', "", 1);
        let id = ArticleId(uuid::Uuid::nil());
        let passage = passage(id, &article(&text), Span::new(start, end), PassageRole::Main);
        assert_eq!(passage.quote, &text[start..end]);
        let shown = match locate(&passage, &article(now)) {
            Located::Right(span) => format!("right {}[{}]", &now[..span.start()], span.of(now)),
            Located::Moved(span) => format!("moved {}[{}]", &now[..span.start()], span.of(now)),
            Located::Lost => "lost".into(),
        };
        expect.assert_eq(&shown);
    }

    #[test]
    fn the_same_text_is_right_and_another_is_never_guessed() {
        let same = "Été: 5 dead. In the north 5 dead.";
        check(
            "Été: 5 dead. In the north [5 dead].",
            same,
            expect!["right Été: 5 dead. In the north [5 dead]"],
        );
        // Once with its context.
        check(
            "In the north [5 dead].",
            "In the south 5 dead. In the north 5 dead.",
            expect!["moved In the south 5 dead. In the north [5 dead]"],
        );
        // Once at all, in other surroundings.
        check(
            "In the north [5 dead].",
            "We heard of 5 dead yesterday.",
            expect!["moved We heard of [5 dead]"],
        );
        // Twice with the same context, twice without any, not at all.
        check("[5 dead].", "5 dead. 5 dead.", expect!["lost"]);
        check("In the north [5 dead].", "East 5 dead, west 5 dead.", expect!["lost"]);
        check("In the north [5 dead].", "In the north 6 dead.", expect!["lost"]);
        check("a[aa]a", "baaab", expect!["lost"]);
    }

    #[test]
    fn a_quote_that_is_not_at_its_place_is_not_right() {
        let text = article("In the north 5 dead.");
        let id = ArticleId(uuid::Uuid::nil());
        let mut passage = passage(id, &text, Span::new(13, 19), PassageRole::Main);
        passage.start.0 -= 2;
        passage.end.0 -= 2;
        assert_eq!(locate(&passage, &text), Located::Moved(Span::new(13, 19)));
        passage.end.0 = usize::MAX;
        assert_eq!(locate(&passage, &text), Located::Moved(Span::new(13, 19)));
        passage.quote.clear();
        assert_eq!(locate(&passage, &text), Located::Lost);
    }

    #[test]
    fn a_passage_keeps_its_surroundings_and_whole_sentences() {
        let text = format!("{} One dead. Two hurt, they said. End.", "é".repeat(40));
        let text = article(&text);
        let at = text.text.find("dead").unwrap();
        let id = ArticleId(uuid::Uuid::nil());
        let made = passage(id, &text, Span::new(at, at + 8), PassageRole::Main);
        assert_eq!(made.before.chars().count(), CONTEXT);
        assert_eq!((made.start.0, made.end.0), (45, 53));
        assert!(made.sentence.ends_with("Two hurt, they said."), "{}", made.sentence);
        let beyond = passage(id, &text, Span::new(1, usize::MAX), PassageRole::Main);
        assert_eq!(beyond.quote, text.text, "a cut character is taken whole");
    }
}
