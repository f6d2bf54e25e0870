//! Owns how a paragraph with right-to-left text is set: word by word, each word one small galley. egui 0.37 sets the
//! words of such a paragraph in left-to-right order, and its caret and its hits are wrong there; within one word of
//! one script it is right. Also for any other paragraph whose galley has not one glyph for each character.

mod labels;
mod letters;
mod lines;
mod paint;
mod words;

use std::ops::Range;

use eframe::egui::FontId;
use unicode_bidi::{BidiClass, Direction, bidi_class, get_base_direction_full};

pub use labels::label;
pub use paint::measure;

/// What a paragraph is set in.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    pub font: FontId,
    /// From one row to the next, in points; best a whole number of pixels, as egui rounds its own rows.
    pub line_height: f32,
}

/// A paragraph set word by word. It holds places alone and no glyphs, so it may be kept over frames for as long as
/// text, face, width and pixels per point stay the same.
///
/// All places are in points from the paragraph's top left. All positions are bytes of its text, on borders between
/// graphemes; others are taken as the border before them.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    text: String,
    face: Face,
    /// At least one.
    rows: Vec<Row>,
    /// Where a row without a word begins.
    empty_x: f32,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    bytes: Range<usize>,
    /// From left to right.
    pieces: Vec<Placed>,
}

/// A stretch of one direction at its place in a row.
#[derive(Debug, Clone, PartialEq)]
struct Placed {
    bytes: Range<usize>,
    left: f32,
    right: f32,
    /// The borders between graphemes from the first byte to the last, each with its x; from right to left in a
    /// right-to-left stretch. At least two.
    borders: Vec<(usize, f32)>,
    right_to_left: bool,
    ink: bool,
}

/// Whether `text` holds what egui sets in the wrong order: strong right-to-left characters, and digits of such scripts.
pub fn needs_words(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(turns)
}

/// Whether a character is, or makes others be, set from right to left.
fn turns(character: char) -> bool {
    use BidiClass::{RLE, RLI, RLO};
    is_of_right_to_left_script(character)
        || (character > '\u{2000}' && matches!(bidi_class(character), RLE | RLI | RLO))
}

/// Whether a character is a letter or a digit of a script that is written from right to left.
fn is_of_right_to_left_script(character: char) -> bool {
    use BidiClass::{AL, AN, R};
    // Before Hebrew there are none.
    character >= '\u{590}'
        && (matches!(bidi_class(character), R | AL | AN)
            // Digits of Persian and Urdu, which run as European ones do.
            || ('\u{6f0}'..='\u{6f9}').contains(&character))
}

/// Whether a paragraph runs from right to left as a whole: whether its first strong character does.
pub fn right_to_left(text: &str) -> bool {
    !text.is_ascii() && get_base_direction_full(text) == Direction::Rtl
}

/// Sets `text` in rows of at most `width` points; a row of a right-to-left paragraph ends at `width`.
///
/// A newline ends a row; where it is to be a space, put one. A width that is no number or infinite means one row for
/// each line. `measure` gives the width in points of a string as egui would set it in one piece; see [`measure()`].
pub fn set(text: &str, face: &Face, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Words {
    let width = if width.is_nan() { f32::INFINITY } else { width.max(0.0) };
    let line_height = if face.line_height.is_finite() { face.line_height.max(0.0) } else { 0.0 };
    let turned = right_to_left(text);
    let lines = lines::broken(text, turned, width, measure);
    let (rows, width) = lines::placed(lines, turned, width);
    Words {
        text: text.to_owned(),
        face: Face { font: face.font.clone(), line_height },
        rows,
        empty_x: if turned { width } else { 0.0 },
    }
}

#[cfg(test)]
mod tests;
