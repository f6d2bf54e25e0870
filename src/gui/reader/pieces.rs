//! Owns how an article is cut into pieces that are set one at a time: its paragraphs, the very long ones cut between
//! sentences so that no piece is slow to set.

use crate::base::Span;
use crate::corpus::Article;

/// Bytes above which a paragraph is cut.
const LONG: usize = 3000;

/// A paragraph, or a part of a very long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// In bytes of the article's text. The pieces of one paragraph touch.
    pub span: Span,
    /// Whether the paragraph ends here, so that a blank gap follows.
    pub ends: bool,
    /// Left over from the page around the article.
    pub dim: bool,
}

/// The pieces of an article, in order.
pub fn cut(article: &Article) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(article.paragraphs.len());
    for paragraph in &article.paragraphs {
        let dim = article.is_furniture(*paragraph);
        let mut start = paragraph.start();
        while paragraph.end() - start > LONG {
            let end = border(article, Span::new(start, paragraph.end()));
            pieces.push(Piece { span: Span::new(start, end), ends: false, dim });
            start = end;
        }
        pieces.push(Piece { span: Span::new(start, paragraph.end()), ends: true, dim });
    }
    pieces
}

/// Where the first piece of `rest` ends, which is longer than a piece may be: before the last sentence that begins
/// within reach, else after a space, else between any two characters.
fn border(article: &Article, rest: Span) -> usize {
    let reach = article.text.floor_char_boundary(rest.start() + LONG);
    let after = article.sentences.partition_point(|it| it.start() <= reach);
    let sentence = after.checked_sub(1).and_then(|it| article.sentences.get(it));
    if let Some(sentence) = sentence.filter(|it| it.start() > rest.start()) {
        return sentence.start();
    }
    let text = Span::new(rest.start(), reach).of(&article.text);
    let space = text.rfind(char::is_whitespace).map(|at| {
        let space = text.get(at..).and_then(|it| it.chars().next());
        at + space.map_or(1, char::len_utf8)
    });
    space.map_or(reach, |at| rest.start() + at)
}

/// The number of the piece that holds the byte `at`, or of the one before it between two; 0 in an empty article.
pub fn piece_at(pieces: &[Piece], at: usize) -> usize {
    pieces.partition_point(|piece| piece.span.start() <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::article;
    use super::*;

    #[track_caller]
    fn check(text: &str, least: usize) {
        let article = article(text);
        let pieces = cut(&article);
        assert!(pieces.len() >= least, "{} pieces", pieces.len());
        let joined: String = pieces.iter().map(|it| it.span.of(&article.text)).collect();
        let paragraphs: String = article.paragraphs.iter().map(|it| it.of(&article.text)).collect();
        assert!(joined == paragraphs, "the pieces are not the paragraphs");
        for piece in &pieces {
            assert!(!piece.span.is_empty() && piece.span.len() <= LONG, "{piece:?}");
        }
    }

    #[test]
    fn pieces_hold_every_byte_of_the_paragraphs_and_none_is_long() {
        check("One.\n\nTwo.", 2);
        check(&"A sentence of some words. ".repeat(2000), 17);
        check(&"word ".repeat(2000), 3);
        check(&"я".repeat(10_000), 6);
        check(&format!("a{}", "\u{0301}".repeat(10_000)), 6);
    }

    #[test]
    fn long_paragraphs_are_cut_between_sentences() {
        let article = article(&"A sentence of some words. ".repeat(2000));
        for piece in cut(&article) {
            assert!(piece.span.of(&article.text).starts_with("A sentence"), "{piece:?}");
        }
    }
}
