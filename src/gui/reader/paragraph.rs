//! Owns the setting of one piece of text into rows, and where in it each byte stands. Asked of egui in each frame,
//! since what it lays out must not outlive one.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::text::Row;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, Context, FontId, Galley, Painter, Pos2, Rect, Vec2, pos2};

use unicode_segmentation::UnicodeSegmentation as _;

use super::bidi::{self, Words};
use crate::base::fonts::Style;
use crate::gui::fonts::family;

/// The size of the type and the width it is set to, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    pub size: f32,
    /// From the bottom of one row to that of the next.
    pub line: f32,
    pub width: f32,
}

impl Type {
    /// Type of `size` in rows of one and a half, on whole pixels.
    pub fn new(ctx: &Context, size: f32, width: f32) -> Self {
        let pixels = ctx.pixels_per_point().max(0.1);
        let line = (size * 1.5 * pixels).round() / pixels;
        Self { size, line, width: width.round() }
    }

    /// Between paragraphs.
    pub fn gap(&self) -> f32 {
        (self.line * 0.5).round()
    }

    /// From the top of a row to the line the letters stand on. 1.069 and 0.293 are the ascent and descent of the
    /// bundled serif, in parts of its size.
    pub fn baseline(&self) -> f32 {
        (self.line - self.size * (1.069 + 0.293)) / 2.0 + self.size * 1.069
    }

    fn font(&self) -> FontId {
        FontId::new(self.size, family(Style::Serif))
    }

    fn job(&self, text: String) -> LayoutJob {
        let format = TextFormat {
            font_id: self.font(),
            line_height: Some(self.line),
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text, format);
        job.wrap.max_width = self.width;
        job
    }

    /// How wide a row may be so that it holds no more than 75 letters: as wide as 72 of ordinary prose, since some are
    /// narrow.
    pub fn measure(ctx: &Context, size: f32) -> f32 {
        const PROSE: &str =
            "The talks between the two sides were to begin on Thursday, officials said. ";
        let endless = Type { size, line: size * 1.5, width: f32::INFINITY };
        let width =
            ctx.fonts_mut(|fonts| fonts.layout_job(endless.job(PROSE.to_owned()))).rect.width();
        width * 72.0 / PROSE.len() as f32
    }
}

/// A piece of text set into rows. Bytes count from the start of the piece, places from its top left corner.
#[derive(Clone)]
pub enum Laid {
    /// Not to be kept over frames.
    Galley(Arc<Rows>),
    /// With words that run from right to left. May be kept for as long as text and type are the same.
    Words(Arc<Words>),
}

/// Rows set by egui, from left to right.
pub struct Rows {
    galley: Arc<Galley>,
    kind: Type,
    /// The first byte of each row, and the length of the text.
    starts: Vec<usize>,
    /// The byte of each glyph of all rows, if they are not simply counted.
    bytes: Option<Vec<usize>>,
    /// The first glyph of each row.
    glyphs: Vec<usize>,
}

impl Laid {
    pub fn new(ctx: &Context, text: &str, kind: Type) -> Self {
        // A line break within a paragraph is a space; both are one byte long.
        let text = text.replace('\n', " ");
        if bidi::needs_words(&text) {
            let face = bidi::Face { font: kind.font(), line_height: kind.line };
            let words = ctx.fonts_mut(|fonts| {
                let mut measure = bidi::measure(fonts, &face);
                bidi::set(&text, &face, kind.width, &mut measure)
            });
            return Self::Words(Arc::new(words));
        }
        Self::Galley(Arc::new(Rows::new(ctx, text, kind)))
    }

    /// In points.
    pub fn height(&self) -> f32 {
        match self {
            Self::Galley(rows) => rows.galley.rect.height(),
            Self::Words(words) => words.height(),
        }
    }

    /// At least one.
    pub fn rows(&self) -> usize {
        match self {
            Self::Galley(rows) => rows.glyphs.len(),
            Self::Words(words) => words.rows(),
        }
    }

    /// The row of a byte; at a border the later one.
    pub fn row_of(&self, byte: usize) -> usize {
        match self {
            Self::Galley(rows) => rows.row_of(byte),
            Self::Words(words) => words.row_of(byte),
        }
    }

    /// The bytes of a row, with the white space at its end.
    pub fn row_range(&self, row: usize) -> Range<usize> {
        match self {
            Self::Galley(rows) => rows.row_range(row),
            Self::Words(words) => words.row_range(row),
        }
    }

    /// Where the caret stands before a byte: as high as its row, without width.
    pub fn caret(&self, byte: usize) -> Rect {
        match self {
            Self::Galley(rows) => rows.caret(byte),
            Self::Words(words) => {
                let caret = words.caret(byte);
                Rect::from_x_y_ranges(caret.center().x..=caret.center().x, caret.y_range())
            }
        }
    }

    /// The boundary between characters next to a place; a place outside counts as the nearest within.
    pub fn byte_at(&self, place: Vec2) -> usize {
        match self {
            Self::Galley(rows) => rows.byte_at(place),
            Self::Words(words) => words.byte_at(place),
        }
    }

    /// The areas of some bytes, one or more for each row they touch, as high as the row. White space that hangs over
    /// the end of a row is left out.
    pub fn rects(&self, bytes: Range<usize>) -> Vec<Rect> {
        match self {
            Self::Galley(rows) => rows.rects(bytes),
            Self::Words(words) => words.rects(bytes),
        }
    }

    pub fn paint(&self, painter: &Painter, at: Pos2, colour: Color32) {
        match self {
            Self::Galley(rows) => {
                painter.galley(at, rows.galley.clone(), colour);
            }
            Self::Words(words) => words.paint(painter, at, colour),
        }
    }
}

impl Rows {
    fn new(ctx: &Context, text: String, kind: Type) -> Self {
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(kind.job(text)));
        let text = galley.text();
        let mut glyphs = Vec::with_capacity(galley.rows.len());
        let mut count = 0;
        for row in &galley.rows {
            glyphs.push(count);
            count += row.glyphs.len();
        }
        let counted = text.is_ascii() && count == text.len();
        let bytes = (!counted).then(|| glyph_bytes(&galley, text, count));
        let byte = |glyph: usize| match &bytes {
            Some(bytes) => bytes.get(glyph).copied().unwrap_or(text.len()),
            None => glyph,
        };
        let mut starts: Vec<usize> = glyphs.iter().map(|glyph| byte(*glyph)).collect();
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        starts.push(text.len());
        Self { galley, kind, starts, bytes, glyphs }
    }

    fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    fn byte(&self, glyph: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(glyph).copied().unwrap_or(self.len()),
            None => glyph.min(self.len()),
        }
    }

    /// The first glyph of the character at a byte.
    fn glyph(&self, byte: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.partition_point(|it| *it < byte),
            None => byte,
        }
    }

    fn row_of(&self, byte: usize) -> usize {
        let rows = self.starts.get(..self.glyphs.len()).unwrap_or_default();
        rows.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    fn row_range(&self, row: usize) -> Range<usize> {
        let edge = |row: usize| self.starts.get(row).copied().unwrap_or(self.len());
        edge(row)..edge(row + 1)
    }

    /// Where a byte of a row begins, or where the row ends if it is past it.
    fn x(&self, row: usize, byte: usize) -> f32 {
        let Some(placed) = self.galley.rows.get(row) else { return 0.0 };
        let first = self.glyphs.get(row).copied().unwrap_or(0);
        let column = self.glyph(byte).saturating_sub(first);
        placed.pos.x + edge(placed, column)
    }

    fn y(&self, row: usize) -> f32 {
        self.galley.rows.get(row).map_or(0.0, |placed| placed.pos.y)
    }

    fn caret(&self, byte: usize) -> Rect {
        let row = self.row_of(byte);
        let (x, y) = (self.x(row, byte), self.y(row));
        Rect::from_min_max(pos2(x, y), pos2(x, y + self.kind.line))
    }

    fn byte_at(&self, place: Vec2) -> usize {
        let below = self.galley.rows.partition_point(|row| row.pos.y <= place.y);
        let row = below.saturating_sub(1);
        let Some(placed) = self.galley.rows.get(row) else { return 0 };
        let first = self.glyphs.get(row).copied().unwrap_or(0);
        let x = place.x - placed.pos.x;
        let middle = |it: usize| (edge(placed, it) + edge(placed, it + 1)) / 2.0;
        let glyphs = placed.glyphs.len();
        let glyph = first + (0..glyphs).find(|it| x < middle(*it)).unwrap_or(glyphs);
        let range = self.row_range(row);
        let byte = self.byte(glyph).max(range.start);
        // The end of a row that goes on is the start of the next; the place before its last space belongs to it.
        if byte >= range.end && row + 1 < self.glyphs.len() {
            let last = first + placed.glyphs.len().saturating_sub(1);
            return self.byte(last);
        }
        byte
    }

    fn rects(&self, bytes: Range<usize>) -> Vec<Rect> {
        let mut found = Vec::new();
        for row in self.row_of(bytes.start)..=self.row_of(bytes.end.saturating_sub(1)) {
            let Some(placed) = self.galley.rows.get(row) else { continue };
            let range = self.row_range(row);
            let (start, mut end) = (bytes.start.max(range.start), bytes.end.min(range.end));
            if bytes.end > range.end || end == range.end && row + 1 < self.glyphs.len() {
                let spaces = placed.glyphs.iter().rev().take_while(|it| it.chr.is_whitespace());
                let first = self.glyphs.get(row).copied().unwrap_or(0);
                end = end.min(self.byte(first + placed.glyphs.len() - spaces.count()));
            }
            if start >= end {
                continue;
            }
            let y = self.y(row);
            let (left, right) = (self.x(row, start), self.x(row, end));
            found.push(Rect::from_min_max(pos2(left, y), pos2(right, y + self.kind.line)));
        }
        found
    }
}

/// Where a glyph of a row begins; past the last, where the row ends. Letters that a font draws as one share its width.
fn edge(row: &Row, column: usize) -> f32 {
    let Some(glyph) = row.glyphs.get(column) else {
        return row.glyphs.last().map_or(0.0, |last| last.max_x());
    };
    if !is_drawn_before(row, column) {
        return glyph.pos.x;
    }
    let before = (0..column).rev().take_while(|it| is_drawn_before(row, *it)).count();
    let after = (column + 1..row.glyphs.len()).take_while(|it| is_drawn_before(row, *it)).count();
    let Some(drawn) = row.glyphs.get(column - before - 1) else { return glyph.pos.x };
    drawn.pos.x + drawn.advance_width * (before + 1) as f32 / (before + after + 2) as f32
}

/// Whether a letter is drawn by the glyph of the one before it, as in a ligature.
fn is_drawn_before(row: &Row, column: usize) -> bool {
    let Some(glyph) = row.glyphs.get(column).filter(|it| it.advance_width == 0.0) else {
        return false;
    };
    let before = column.checked_sub(1).and_then(|it| row.glyphs.get(it));
    // An accent is no letter of its own.
    let is_letter = |before: char| {
        let both = String::from_iter([before, glyph.chr]);
        glyph.chr.is_alphanumeric() && both.graphemes(true).count() == 2
    };
    before.is_some_and(|it| is_letter(it.chr))
}

/// The byte of each glyph. egui means to give one glyph to a character, but gives more where a font draws one from
/// several; such a glyph belongs to the character before it.
fn glyph_bytes(galley: &Galley, text: &str, count: usize) -> Vec<usize> {
    /// How far a glyph is looked for whose character is not the next.
    const FAR: usize = 8;
    let glyphs = galley.rows.iter().flat_map(|row| row.glyphs.iter().map(|glyph| glyph.chr));
    let one_each = text.chars().count() == count;
    let mut characters = text.char_indices();
    let mut last = (0, ' ');
    let mut bytes = Vec::with_capacity(count);
    for glyph in glyphs {
        let is_it = |it: &(usize, char)| one_each || it.1 == glyph;
        let ahead = if characters.clone().next().is_some_and(|it| is_it(&it)) {
            Some(0)
        } else if last.1 == glyph {
            None
        } else {
            characters.clone().take(FAR).position(|it| is_it(&it))
        };
        if let Some(next) = ahead.and_then(|ahead| characters.nth(ahead)) {
            last = next;
        }
        bytes.push(last.0);
    }
    bytes
}
