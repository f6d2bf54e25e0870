//! Owns how a caret moves through an article's text, and what the words and sentences around it are. Knows rows only
//! through what it is given.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use super::pieces::{Piece, piece_at};
use super::sheet::Unit;
use crate::base::Span;
use crate::corpus::Article;

/// An article with its pieces.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub article: &'a Article,
    pub pieces: &'a [Piece],
}

impl Text<'_> {
    fn piece(&self, at: usize) -> Option<(usize, Span)> {
        let number = piece_at(self.pieces, at);
        self.pieces.get(number).map(|piece| (number, piece.span))
    }

    fn start_of(&self, number: usize) -> Option<usize> {
        self.pieces.get(number).map(|piece| piece.span.start())
    }

    /// The nearest place a caret can stand: before a character of a paragraph, as a reader counts them, or at its end.
    pub fn clamp(&self, at: usize) -> usize {
        let at = self.article.text.floor_char_boundary(at.min(self.article.text.len()));
        let Some((_, piece)) = self.piece(at) else { return 0 };
        let (words, within) = (piece.of(&self.article.text), at.saturating_sub(piece.start()));
        let mut cursor = GraphemeCursor::new(within.min(words.len()), words.len(), true);
        let border = match cursor.is_boundary(words, 0) {
            Ok(false) => cursor.next_boundary(words, 0).ok().flatten(),
            _ => None,
        };
        piece.start() + border.unwrap_or(within.min(words.len()))
    }

    /// The start of the first and the end of the last paragraph.
    pub fn whole(&self) -> Span {
        let start = self.start_of(0).unwrap_or(0);
        Span::new(start, self.pieces.last().map_or(start, |piece| piece.span.end()))
    }

    /// One character to the right as a reader counts them, over the border of paragraphs.
    pub fn next(&self, at: usize) -> usize {
        let Some((number, piece)) = self.piece(at) else { return at };
        let rest = Span::new(at, piece.end()).of(&self.article.text);
        match rest.graphemes(true).next() {
            Some(character) => at + character.len(),
            None => self.start_of(number + 1).unwrap_or(at),
        }
    }

    /// One character to the left.
    pub fn previous(&self, at: usize) -> usize {
        let Some((number, piece)) = self.piece(at) else { return at };
        let before = Span::new(piece.start(), at.min(piece.end())).of(&self.article.text);
        match before.graphemes(true).next_back() {
            Some(character) => at.min(piece.end()) - character.len(),
            None => self.before(number).unwrap_or(at),
        }
    }

    /// The last place before a piece: the end of a paragraph, or the last character of the part before this one.
    fn before(&self, number: usize) -> Option<usize> {
        let piece = self.pieces.get(number.checked_sub(1)?)?;
        if piece.ends {
            return Some(piece.span.end());
        }
        let last = piece.span.of(&self.article.text).graphemes(true).next_back();
        Some(piece.span.end() - last.map_or(0, str::len))
    }

    /// The end of this word or the next.
    pub fn next_word(&self, at: usize) -> usize {
        let Some((number, piece)) = self.piece(at) else { return at };
        let text = piece.of(&self.article.text);
        let words =
            text.unicode_word_indices().map(|(start, word)| piece.start() + start + word.len());
        let next = words.into_iter().find(|end| *end > at);
        next.or_else(|| (at < piece.end()).then_some(piece.end()))
            .or_else(|| self.start_of(number + 1))
            .unwrap_or(at)
    }

    /// The start of this word or the one before.
    pub fn previous_word(&self, at: usize) -> usize {
        let Some((number, piece)) = self.piece(at) else { return at };
        let text = piece.of(&self.article.text);
        let words = text.unicode_word_indices().map(|(start, _)| piece.start() + start);
        let before = words.take_while(|start| *start < at).last();
        before
            .or_else(|| (at > piece.start()).then_some(piece.start()))
            .or_else(|| self.before(number))
            .unwrap_or(at)
    }

    /// The start of the next sentence, or the end of the last.
    pub fn next_sentence(&self, at: usize) -> usize {
        let sentences = &self.article.sentences;
        let after = sentences.partition_point(|it| it.start() <= at);
        sentences.get(after).map_or(self.whole().end(), |it| it.start())
    }

    /// The start of this sentence, or of the one before if it is there already.
    pub fn previous_sentence(&self, at: usize) -> usize {
        let sentences = &self.article.sentences;
        let before = sentences.partition_point(|it| it.start() < at).checked_sub(1);
        before.and_then(|it| sentences.get(it)).map_or(self.whole().start(), |it| it.start())
    }

    /// The end of this sentence, or of the next if it is there already.
    pub fn sentence_end(&self, at: usize) -> usize {
        let sentences = &self.article.sentences;
        let after = sentences.partition_point(|it| it.end() <= at);
        sentences.get(after).map_or(self.whole().end(), |it| it.end())
    }

    /// The character, word, sentence or paragraph at a byte. `at` is the start of a character; at the end of a
    /// paragraph its last word is meant.
    pub fn unit(&self, unit: Unit, at: usize) -> Span {
        let here = Span::new(at, at);
        match unit {
            Unit::Character => here,
            Unit::Word => self.word(at).unwrap_or(here),
            Unit::Sentence => {
                let last = self.previous(at);
                let sentence = self.article.sentence_at(at);
                let sentence = sentence.or_else(|| self.article.sentence_at(last));
                sentence.or_else(|| self.word(at)).unwrap_or(here)
            }
            Unit::Paragraph => {
                let after = self.article.paragraphs.partition_point(|it| it.start() <= at);
                let paragraph = after.checked_sub(1).and_then(|it| self.article.paragraphs.get(it));
                paragraph.copied().unwrap_or(here)
            }
        }
    }

    fn word(&self, at: usize) -> Option<Span> {
        let (_, piece) = self.piece(at)?;
        let text = piece.of(&self.article.text);
        let mut before = None;
        for (start, segment) in text.split_word_bound_indices() {
            let span = Span::new(piece.start() + start, piece.start() + start + segment.len());
            if span.end() <= at {
                before = Some(span);
                continue;
            }
            let is_blank = segment.chars().all(char::is_whitespace);
            return Some(before.filter(|_| is_blank && span.start() == at).unwrap_or(span));
        }
        before
    }
}

#[cfg(test)]
mod tests {
    use super::super::pieces::cut;
    use super::super::tests::article;
    use super::*;

    /// `|` is the caret before, `^` the caret after.
    #[track_caller]
    fn check(text: &str, go: impl Fn(&Text<'_>, usize) -> usize) {
        let bare: String = text.chars().filter(|it| !"|^".contains(*it)).collect();
        let (from, to) = (text.find('|').unwrap(), text.find('^').unwrap());
        let from = if from > to { from - 1 } else { from };
        let article = article(&bare);
        let pieces = cut(&article);
        let at = go(&Text { article: &article, pieces: &pieces }, from);
        let mut shown = bare.clone();
        shown.insert(at, '^');
        assert_eq!(shown, text.replace('|', ""));
    }

    #[test]
    fn a_character_is_what_a_reader_takes_for_one() {
        check("ae|\u{301}^b", |it, at| it.clamp(at));
        check("a|e\u{301}^b", |it, at| it.next(at));
        check("a^e\u{301}|b", |it, at| it.previous(at));
        check("One.|\n\n^Two.", |it, at| it.next(at));
        check("One.^\n\n|Two.", |it, at| it.previous(at));
        check("One|^", |it, at| it.next(at));
    }

    #[test]
    fn words_end_where_they_end_and_begin_where_they_begin() {
        check("at |least^ 25", |it, at| it.next_word(at));
        check("at least| 25^", |it, at| it.next_word(at));
        check("at ^lea|st 25", |it, at| it.previous_word(at));
        check("at ^least |25", |it, at| it.previous_word(at));
        check("One.|\n\n^Two.", |it, at| it.next_word(at));
        check("One.^\n\n|Two.", |it, at| it.previous_word(at));
    }

    #[test]
    fn sentences_are_walked_over_paragraphs() {
        check("It |began. ^It ended.", |it, at| it.next_sentence(at));
        check("It began. It |ended.\n\n^All was quiet.", |it, at| it.next_sentence(at));
        check("It began. ^It |ended.", |it, at| it.previous_sentence(at));
        check("^It began. |It ended.", |it, at| it.previous_sentence(at));
        check("It |began.^ It ended.", |it, at| it.sentence_end(at));
        check("It began.| It ended.^", |it, at| it.sentence_end(at));
    }

    #[test]
    fn a_double_click_takes_the_word_and_a_triple_one_the_sentence() {
        let article = article("They killed 5,000 people. All fled.");
        let pieces = cut(&article);
        let text = Text { article: &article, pieces: &pieces };
        let of = |unit, at| text.unit(unit, at).of(&article.text).to_owned();
        assert_eq!(of(Unit::Word, 13), "5,000");
        assert_eq!(of(Unit::Word, 17), "5,000", "at the end of a word, before the space");
        assert_eq!(of(Unit::Word, article.text.len()), ".");
        assert_eq!(of(Unit::Sentence, 3), "They killed 5,000 people.");
        assert_eq!(of(Unit::Sentence, article.text.len()), "All fled.");
        assert_eq!(of(Unit::Paragraph, 3), article.text);
    }
}
