//! Owns the sizes of the matrix in the window: how wide names, columns and remarks are, and how the heads stand. Made
//! once for a matrix and a width.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Rect, pos2, vec2};

use super::model::At;
use crate::export::heads::in_lines;
use crate::export::{Weight, Wrapped, text_width};
use crate::gui::theme::{BASE_SIZE, SMALL_SIZE};
use crate::views::matrix::{Cell, Column, Matrix, Row};

/// From one row to the next, in points.
pub const ROW: f32 = 36.0;

/// Room between two cells, half of it on either side.
pub const GAP: f32 = 1.5;

/// How far members stand in, and the room for the triangle before a name.
pub const INDENT: f32 = 16.0;
pub const TRIANGLE: f32 = 22.0;

/// The least and the most that a column takes.
const NARROWEST_POSITION: f32 = 108.0;
const NARROWEST: f32 = 62.0;
const WIDEST: f32 = 240.0;

/// What a count takes in a cell: its sign with the blanks, and each of its digits.
const SIGN: f32 = 18.5;
const DIGIT: f32 = 9.0;

/// The least room for remarks beside the columns; with less they stand beneath the names.
const REMARK: f32 = 120.0;

/// The least width of names, what is left free after one, and the size of a remark beneath one.
const LEAST_NAMES: f32 = 110.0;
const AFTER_NAME: f32 = 16.0;
pub const BENEATH: f32 = 12.0;

/// From this width on heads lie flat, whatever their length.
const WIDE: f32 = 140.0;

/// Room between the columns and the remarks.
pub const BEFORE_REMARKS: f32 = 14.0;

/// From one line of a head to the next; the height of upward heads.
pub const LEADING: f32 = 18.0;
const TALLEST_HEAD: f32 = 170.0;

/// The sizes of a matrix in a width.
pub struct Plan {
    matrix: Arc<Matrix>,
    width: f32,
    /// Width of the names, of a column, and of the remarks, which stand beneath the names where they have none.
    pub names: f32,
    pub pitch: f32,
    pub remarks: f32,
    /// Height of the heads, and whether they read upward, in so many lines.
    pub head: f32,
    pub upward: bool,
    pub lines: usize,
}

impl Plan {
    pub fn new(matrix: &Arc<Matrix>, width: f32) -> Self {
        let wanted = matrix.rows.iter().map(name_width).fold(0.0, f32::max).ceil();
        let mut names = wanted.clamp(LEAST_NAMES, (width * 0.3).max(LEAST_NAMES));
        let remark = |row: &Row| text_width(&row.remark, SMALL_SIZE, Weight::Regular);
        let widest = matrix.rows.iter().map(remark).fold(0.0, f32::max).ceil();
        let count = matrix.columns.len().max(1) as f32;
        let positions = matrix.columns.iter().all(|it| it.position.is_some());
        let cells = || matrix.rows.iter().flat_map(|it| &it.cells);
        let counts = cells().map(counts_width).fold(NARROWEST, f32::max).ceil();
        let narrowest = if positions { NARROWEST_POSITION } else { counts };
        // Room for the scroll bar.
        let width_within = width - 12.0;
        let beside = width_within - names - count * narrowest - BEFORE_REMARKS;
        let remarks = if 0.0 < widest && REMARK <= beside {
            (widest + 4.0).min((width * 0.26).max(150.0)).min(beside)
        } else {
            // Names, and remarks beneath them, get what few columns leave.
            let beneath = |row: &Row| {
                let remark = text_width(&row.remark, BENEATH, Weight::Regular);
                if row.remark.is_empty() { 0.0 } else { indent(row) + remark + AFTER_NAME }
            };
            let beneath = matrix.rows.iter().map(beneath).fold(wanted, f32::max).ceil();
            let left = (width_within - count * narrowest * 1.1).min(width * 0.45);
            names = beneath.clamp(names, left.max(names));
            0.0
        };
        let room = width_within - names;
        let beside = if 0.0 < remarks { remarks + BEFORE_REMARKS } else { 0.0 };
        let pitch = ((room - beside) / count).clamp(narrowest, WIDEST).floor();
        let mut plan = Self {
            matrix: Arc::clone(matrix),
            width,
            names,
            pitch,
            remarks,
            head: 0.0,
            upward: false,
            lines: 1,
        };
        plan.lay_heads();
        plan
    }

    /// Whether it is of this matrix in this width.
    pub fn fits(&self, matrix: &Arc<Matrix>, width: f32) -> bool {
        Arc::ptr_eq(&self.matrix, matrix) && self.width == width
    }

    pub fn matrix(&self) -> &Arc<Matrix> {
        &self.matrix
    }

    /// Heads lie flat where all of them fit into three lines or columns are wide, else they read upward.
    fn lay_heads(&mut self) {
        let room = self.pitch - 10.0;
        let columns = &self.matrix.columns;
        let is_wide = WIDE <= room;
        let most = if is_wide { 4 } else { 3 };
        let flat = columns.iter().map(|column| {
            let sign = if column.position.is_some() { 22.0 } else { 0.0 };
            let lines = in_lines(column, BASE_SIZE, Weight::Bold, room - sign, most);
            let wide = |it: &str| text_width(it, BASE_SIZE, Weight::Bold);
            let broken = || column.label.split_whitespace().any(|it| room - sign < wide(it));
            (is_wide || (lines.complete && !broken())).then_some(lines.lines.len())
        });
        let flat: Option<Vec<usize>> = flat.collect();
        match flat {
            Some(lines) => {
                self.lines = lines.into_iter().max().unwrap_or(1);
                self.head = self.lines as f32 * LEADING + 12.0;
            }
            None => {
                self.upward = true;
                self.lines = ((room / LEADING) as usize).clamp(1, 3);
                let wide = |it: &str| text_width(it, BASE_SIZE, Weight::Regular) + 2.0;
                let height = |column: &Column| {
                    // An end has a line of its own.
                    let (start, end) = column.parts();
                    let (words, lines) = match self.lines {
                        1 => (column.label.as_str(), 1),
                        lines if end.is_empty() => (start, lines),
                        lines => (start, lines - 1),
                    };
                    let longest = words.split_whitespace().map(wide).fold(0.0, f32::max);
                    // Lines break at words, which leaves room at their ends.
                    let slack = if lines == 1 { 1.0 } else { 1.3 };
                    longest.max(wide(words) / lines as f32 * slack).max(wide(end))
                };
                let highest = columns.iter().map(height).fold(0.0, f32::max);
                self.head = (highest + 16.0).clamp(40.0, TALLEST_HEAD);
            }
        }
    }

    /// The name of a column in the lines of its head, and in which weight.
    pub fn head_lines(&self, column: &Column) -> (Wrapped, Weight) {
        let (weight, room) = match self.upward {
            true => (Weight::Regular, self.head - 14.0),
            false => (Weight::Bold, self.pitch - 10.0),
        };
        let sign = if column.position.is_some() && !self.upward { 22.0 } else { 0.0 };
        (in_lines(column, BASE_SIZE, weight, room - sign, self.lines), weight)
    }

    /// The width of all that scrolls, and the height.
    pub fn content(&self) -> eframe::egui::Vec2 {
        let remarks = if 0.0 < self.remarks { self.remarks + BEFORE_REMARKS } else { 0.0 };
        let columns = self.matrix.columns.len() as f32 * self.pitch;
        vec2(columns + remarks, self.matrix.rows.len() as f32 * ROW)
    }

    /// The columns of which something lies between two places, in points from the first.
    pub fn columns(&self, from: f32, to: f32) -> Range<usize> {
        within(from, to, self.pitch, self.matrix.columns.len())
    }

    /// The rows likewise.
    pub fn rows(&self, from: f32, to: f32) -> Range<usize> {
        within(from, to, ROW, self.matrix.rows.len())
    }

    /// Where a place lies: a cell from the first one, a name or a head in its own strip.
    pub fn rect(&self, at: At) -> Rect {
        let (left, width) = match at.column {
            Some(column) => (column as f32 * self.pitch, self.pitch),
            None => (0.0, self.names),
        };
        let (top, height) = match at.row {
            Some(row) => (row as f32 * ROW, ROW),
            None => (0.0, self.head),
        };
        Rect::from_min_size(pos2(left, top), vec2(width, height))
    }
}

fn within(from: f32, to: f32, step: f32, count: usize) -> Range<usize> {
    let first = (from / step).floor().max(0.0) as usize;
    let end = (to / step).ceil().max(0.0) as usize;
    first.min(count)..end.min(count)
}

/// What the counts of a cell take beside each other, with their signs.
fn counts_width(cell: &Cell) -> f32 {
    let counts = cell.counts.iter().filter(|it| 0 < **it);
    let digits = |it: &usize| {
        let places = it.checked_ilog10().unwrap_or(0);
        // The commas between thousands are narrow.
        (places + 1) as f32 + (places / 3) as f32 * 0.5
    };
    // All are as wide as the widest.
    let (held, most) =
        counts.fold((0.0, 0.0), |(held, most), it| (held + 1.0, digits(it).max(most)));
    held * (SIGN + DIGIT * most) + GAP * 2.0
}

fn name_width(row: &Row) -> f32 {
    let weight = if row.depth == 0 { Weight::Bold } else { Weight::Regular };
    indent(row) + text_width(&row.name, BASE_SIZE, weight) + AFTER_NAME
}

/// Where the name of a row begins.
pub fn indent(row: &Row) -> f32 {
    row.depth.min(6) as f32 * INDENT + TRIANGLE
}
