//! Owns positions in text. In memory a position is a byte offset, in files it is a count of Unicode code points
//! (which is also egui's character index); [`TextIndex`] is the one place that converts.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A byte offset into an article's text, always on a character boundary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Byte(pub usize);

/// A count of Unicode code points from the start of an article's text.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(transparent)]
pub struct CodePoint(pub usize);

/// A stretch of text, end-exclusive. Never backwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Byte,
    end: Byte,
}

impl Span {
    /// The span between two offsets, given in either order.
    pub fn new(a: usize, b: usize) -> Self {
        Self { start: Byte(a.min(b)), end: Byte(a.max(b)) }
    }

    pub fn start(self) -> usize {
        self.start.0
    }

    pub fn end(self) -> usize {
        self.end.0
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start.0..self.end.0
    }

    /// The text of the span; empty if it does not lie within `text` on character boundaries.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether `other` lies wholly within.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start.0 + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// Bytes between two remembered positions of a [`TextIndex`].
const STRIDE: usize = 1024;

/// Converts between byte offsets and code points of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextIndex {
    /// Code points before each multiple of [`STRIDE`] bytes; none for a text that is all ASCII.
    marks: Option<Vec<usize>>,
    bytes: usize,
    code_points: usize,
}

impl TextIndex {
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: None, bytes: text.len(), code_points: text.len() };
        }
        let (mut marks, mut count) = (vec![0], 0);
        for (at, byte) in text.bytes().enumerate() {
            if at > 0 && at % STRIDE == 0 {
                marks.push(count);
            }
            count += usize::from(starts_character(byte));
        }
        Self { marks: Some(marks), bytes: text.len(), code_points: count }
    }

    /// Length of the text in code points.
    pub fn code_points(&self) -> usize {
        self.code_points
    }

    /// The code point at a byte offset; one past the end gives the length, an offset within a character gives the next.
    pub fn code_point(&self, text: &str, at: usize) -> CodePoint {
        let at = at.min(self.bytes);
        let Some(marks) = &self.marks else { return CodePoint(at) };
        let mark = (at / STRIDE).min(marks.len() - 1);
        let rest = text.as_bytes().get(mark * STRIDE..at).unwrap_or_default();
        CodePoint(marks[mark] + rest.iter().filter(|byte| starts_character(**byte)).count())
    }

    /// The byte offset of a code point, or none past the end.
    pub fn byte(&self, text: &str, at: CodePoint) -> Option<usize> {
        if at.0 > self.code_points {
            return None;
        }
        let Some(marks) = &self.marks else { return Some(at.0) };
        let mark = marks.partition_point(|count| *count <= at.0).saturating_sub(1);
        let mut left = at.0 - marks[mark];
        for (offset, byte) in text.as_bytes().iter().enumerate().skip(mark * STRIDE) {
            if starts_character(*byte) {
                if left == 0 {
                    return Some(offset);
                }
                left -= 1;
            }
        }
        Some(self.bytes)
    }

    /// The byte span between two code points, or none if it is backwards or leaves the text.
    pub fn span(&self, text: &str, start: CodePoint, end: CodePoint) -> Option<Span> {
        (start <= end).then_some(())?;
        Some(Span::new(self.byte(text, start)?, self.byte(text, end)?))
    }
}

/// Whether a UTF-8 byte is the first of its character.
fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn positions_convert_as_counting_characters_would(text in "[a-zé…ա😀 \n]{0,700}") {
            let text = text.repeat(3);
            let index = TextIndex::new(&text);
            prop_assert_eq!(index.code_points(), text.chars().count());
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.code_point(&text, at), CodePoint(count));
                prop_assert_eq!(index.byte(&text, CodePoint(count)), Some(at));
            }
            prop_assert_eq!(index.byte(&text, CodePoint(index.code_points())), Some(text.len()));
            prop_assert_eq!(index.byte(&text, CodePoint(index.code_points() + 1)), None);
        }
    }

    #[test]
    fn a_span_is_never_backwards() {
        assert_eq!(Span::new(7, 3), Span::new(3, 7));
        assert_eq!(Span::new(0, 7).trimmed("  ab   ").of("  ab   "), "ab");
        assert_eq!(Span::new(1, 2).of("é"), "");
    }
}
