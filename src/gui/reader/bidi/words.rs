//! Owns what a set paragraph answers: where a position stands and what position stands at a place.

use std::ops::Range;

use eframe::egui::{Rect, Vec2, pos2};

use super::{Placed, Row, Words};

/// How wide a caret is, in points.
const CARET: f32 = 1.0;

impl Words {
    /// In points.
    pub fn height(&self) -> f32 {
        self.rows.len() as f32 * self.face.line_height
    }

    /// How many rows there are; at least one.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The row of a position. A position between two rows belongs to the second.
    pub fn row_of(&self, byte: usize) -> usize {
        self.rows.partition_point(|row| row.bytes.end <= byte).min(self.rows.len() - 1)
    }

    /// What a row holds, with the white space at its end; empty for a row that is not there.
    pub fn row_range(&self, row: usize) -> Range<usize> {
        self.rows.get(row).map_or(self.text.len()..self.text.len(), |it| it.bytes.clone())
    }

    /// The places of a stretch of text, row by row and from left to right, in one where they touch. Letters that the
    /// range cuts are in it.
    pub fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        let mut found = vec![];
        if range.start >= range.end.min(self.text.len()) {
            return found;
        }
        let rows = self.row_of(range.start)..=self.row_of(range.end - 1);
        for row in rows {
            let Some(Row { pieces, .. }) = self.rows.get(row) else { continue };
            let mut last: Option<Rect> = None;
            for (left, right) in pieces.iter().filter_map(|it| it.covered(&range)) {
                match &mut last {
                    Some(rect) if rect.right() == left => rect.max.x = right,
                    _ => found.extend(last.replace(self.rect(row, left, right))),
                }
            }
            found.extend(last);
        }
        found
    }

    /// The position nearest to a place; places outside are taken as the nearest within.
    pub fn byte_at(&self, place: Vec2) -> usize {
        let last = self.rows.len() - 1;
        // A place that is no number is at the top left.
        let index = ((place.y / self.face.line_height) as usize).min(last);
        let Some(row) = self.rows.get(index) else { return 0 };
        let mut wide = row.pieces.iter().filter(|it| it.left < it.right).peekable();
        let first = wide.peek().copied();
        let Some(piece) = wide.take_while(|it| it.left <= place.x).last().or(first) else {
            return row.bytes.start;
        };
        let byte = piece.nearest(place.x);
        // The end of a row is the beginning of the next; who points behind the last word means this row.
        let end = row.pieces.iter().find(|it| it.bytes.end == row.bytes.end);
        match end {
            Some(end) if byte == row.bytes.end && index < last && !end.ink => end.bytes.start,
            _ => byte,
        }
    }

    /// Where the caret stands that is before the letter at a position, or at the end of the text.
    pub fn caret(&self, byte: usize) -> Rect {
        let index = self.row_of(byte);
        let x = self.rows.get(index).and_then(|row| {
            let holds = |it: &&Placed| it.bytes.contains(&byte);
            let piece = row.pieces.iter().find(holds);
            piece.or_else(|| row.pieces.iter().find(|it| it.bytes.end == row.bytes.end))
        });
        let x = x.map_or(self.empty_x, |piece| piece.x_of(byte));
        self.rect(index, x - CARET / 2.0, x + CARET / 2.0)
    }

    fn rect(&self, row: usize, left: f32, right: f32) -> Rect {
        let top = row as f32 * self.face.line_height;
        Rect::from_min_max(pos2(left, top), pos2(right, top + self.face.line_height))
    }
}

impl Placed {
    /// From left to right, what of the piece a range covers.
    fn covered(&self, range: &Range<usize>) -> Option<(f32, f32)> {
        if range.start >= self.bytes.end || range.end <= self.bytes.start {
            return None;
        }
        let end = self.borders.iter().find(|(at, _)| *at >= range.end).or(self.borders.last());
        let (a, b) = (self.x_of(range.start), end.map_or(self.left, |(_, x)| *x));
        (a != b).then_some((a.min(b), a.max(b)))
    }

    /// The x of the last border that is not after a position.
    fn x_of(&self, byte: usize) -> f32 {
        let after = self.borders.partition_point(|(at, _)| *at <= byte);
        self.borders.get(after.saturating_sub(1)).map_or(self.left, |(_, x)| *x)
    }

    /// The border nearest to an x.
    fn nearest(&self, x: f32) -> usize {
        let x = x.clamp(self.left, self.right);
        let distance = |border: &&(usize, f32)| (border.1 - x).abs();
        let nearest = self.borders.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map_or(self.bytes.start, |(at, _)| *at)
    }
}
