//! Owns the cutting of a text into letters (graphemes) and of letters into pieces that egui sets rightly as one galley.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::is_of_right_to_left_script;

/// The most letters of a piece. No word is as long; what is costs the square of it to measure.
const LONGEST: usize = 64;

/// The most points a piece is believed to be wide, so that sums stay numbers.
const WIDEST: f32 = 1e6;

/// Keeps the last letter of a measured part of a word in the form it has within the word.
const JOINER: char = '\u{200d}';

/// What a letter is to the setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Set with its neighbours from left to right.
    Left,
    /// Set with its neighbours from right to left; those of Arabic and its relations join.
    Right { joins: bool },
    /// Set by itself, because egui would take it for another direction than it has here.
    Alone,
    /// White space.
    Space,
    /// White space that goes to the next stop.
    Tab,
    /// Line ends and signs without a shape.
    Hidden,
}

impl Sort {
    /// Whether it may hang out of the end of a row.
    pub fn hangs(self) -> bool {
        matches!(self, Sort::Space | Sort::Tab | Sort::Hidden)
    }
}

/// A grapheme of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub bytes: Range<usize>,
    pub level: Level,
    pub sort: Sort,
    /// What may happen after it.
    pub end: Option<BreakOpportunity>,
}

/// The letters of a text with their levels, for the text as a whole, so that numbers and brackets come right.
pub fn letters(text: &str, turned: bool) -> Vec<Letter> {
    let base = if turned { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(base));
    let mut breaks = linebreaks(text).peekable();
    let letter = |(start, grapheme): (usize, &str)| {
        let bytes = start..start + grapheme.len();
        while breaks.next_if(|(at, _)| *at < bytes.end).is_some() {}
        let end = breaks.next_if(|(at, _)| *at == bytes.end).map(|(_, end)| end);
        let level = info.levels.get(start).copied().unwrap_or(base);
        Letter { bytes, level, sort: sort(grapheme, level), end }
    };
    text.grapheme_indices(true).map(letter).collect()
}

fn sort(grapheme: &str, level: Level) -> Sort {
    use BidiClass::{AL, B, BN, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO};
    let first = grapheme.chars().next().unwrap_or(JOINER);
    let class = bidi_class(first);
    let directs = matches!(first, '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(class, LRE | RLE | LRO | RLO | PDF | LRI | RLI | FSI | PDI);
    if first == '\t' {
        Sort::Tab
    } else if directs || matches!(class, B | BN) || first.is_control() || first == '\u{2028}' {
        Sort::Hidden
    } else if grapheme.chars().all(char::is_whitespace) {
        Sort::Space
    } else if level.is_rtl() && matches!(class, R | AL) {
        Sort::Right { joins: class == AL }
    } else if level.is_rtl() || is_of_right_to_left_script(first) {
        Sort::Alone
    } else {
        Sort::Left
    }
}

/// Letters that go together, in the order of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub letters: Vec<Letter>,
    pub level: Level,
    pub sort: Sort,
    /// For each letter how far its end is from the piece's beginning, in points; rising.
    pub ends: Vec<f32>,
}

impl Piece {
    pub fn width(&self) -> f32 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    fn measured(text: &str, letters: &[Letter], measure: &mut dyn FnMut(&str) -> f32) -> Piece {
        let (level, sort) =
            letters.first().map_or((Level::ltr(), Sort::Hidden), |it| (it.level, it.sort));
        let start = letters.first().map_or(0, |it| it.bytes.start);
        let mut ends = Vec::with_capacity(letters.len());
        for (index, letter) in letters.iter().enumerate() {
            let part = text.get(start..letter.bytes.end).unwrap_or("");
            let mut part = drawn(part, level.is_rtl());
            if sort == (Sort::Right { joins: true }) && index + 1 < letters.len() {
                part.to_mut().push(JOINER);
            }
            let width = if sort == Sort::Hidden { 0.0 } else { measure(&part) };
            ends.push(if width.is_finite() { width.clamp(0.0, WIDEST) } else { 0.0 });
        }
        make_rising(&mut ends);
        Piece { letters: letters.to_vec(), level, sort, ends }
    }

    /// The piece in two after `count` letters, each measured anew, since the shapes of letters at the cut change.
    pub fn cut(
        &self,
        text: &str,
        count: usize,
        measure: &mut dyn FnMut(&str) -> f32,
    ) -> Option<(Piece, Piece)> {
        let (head, tail) = self.letters.split_at_checked(count)?;
        (!head.is_empty() && !tail.is_empty())
            .then(|| (Piece::measured(text, head, measure), Piece::measured(text, tail, measure)))
    }
}

/// The pieces of letters that stand together between two places where a row may end.
pub fn pieces(text: &str, letters: &[Letter], measure: &mut dyn FnMut(&str) -> f32) -> Vec<Piece> {
    let goes_on = |a: &Letter, b: &Letter| {
        a.level == b.level && a.sort == b.sort && matches!(a.sort, Sort::Left | Sort::Right { .. })
    };
    let runs = letters.chunk_by(goes_on).flat_map(|run| run.chunks(LONGEST));
    runs.map(|run| Piece::measured(text, run, measure)).collect()
}

/// Makes each end lie after the one before it, where there is room. Letters of a ligature share its width.
fn make_rising(ends: &mut [f32]) {
    let mut known = ends.len().saturating_sub(1);
    let total = ends.last().copied().unwrap_or(0.0);
    let least = total / (ends.len().max(1) * 16) as f32;
    let mut next = total;
    for index in (0..known).rev() {
        let end = ends[index];
        if end + least <= next && end >= least {
            spread(ends, Some(index), known);
            (known, next) = (index, end);
        }
    }
    spread(ends, None, known);
}

/// Spaces the ends between two known ones evenly; before the first stands the piece's beginning.
fn spread(ends: &mut [f32], from: Option<usize>, to: usize) {
    let start = from.and_then(|it| ends.get(it)).copied().unwrap_or(0.0);
    let stop = ends.get(to).copied().unwrap_or(0.0);
    let first = from.map_or(0, |it| it + 1);
    let steps = (to + 1).saturating_sub(first) as f32;
    for (step, end) in ends.iter_mut().take(to).skip(first).enumerate() {
        *end = start + (stop - start) * (step + 1) as f32 / steps;
    }
}

/// A piece's text as it is painted: in right-to-left text brackets and their like are turned around.
pub fn drawn(text: &str, right_to_left: bool) -> Cow<'_, str> {
    if right_to_left && text.chars().any(|it| mirrored(it) != it) {
        Cow::Owned(text.chars().map(mirrored).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn mirrored(character: char) -> char {
    const PAIRS: [&str; 2] =
        ["([{<«‹≤⟨⟦⟪⁅⁽₍⌈⌊❨❪❲❴〈《「『【〔〖≪≲⊂⊆", ")]}>»›≥⟩⟧⟫⁆⁾₎⌉⌋❩❫❳❵〉》」』】〕〗≫≳⊃⊇"];
    if character.is_alphanumeric() {
        return character;
    }
    let [open, close] = PAIRS;
    let mut pairs = open.chars().zip(close.chars());
    let pair = pairs.find(|(a, b)| *a == character || *b == character);
    pair.map_or(character, |(a, b)| if a == character { b } else { a })
}
