//! Owns where the marks of a panel stand: each in its own place, or a little beside it where another mark would hide it.

use std::collections::BTreeMap;

use crate::export::figure::axes::{Across, Up};
use crate::export::scene::Point;
use crate::views::chart::{Mark, MarkTime};

/// Marks nearer to each other than this, in reaches, hide each other.
const APART: f32 = 1.25;

/// After so many places beside its own a mark stays where it is.
const TRIES: usize = 60;

/// Where a mark stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub at: Point,
    /// It is within the stretch of time that is shown.
    pub shown: bool,
}

/// Where each mark stands. `reach` is that of a mark. A mark whose time is a stretch is not moved out of it.
pub(super) fn places(marks: &[Mark], across: &Across, up: &Up, reach: f32) -> Vec<Place> {
    let step = reach * APART;
    let mut standing = Standing { step, cells: BTreeMap::new() };
    let mut places = Vec::with_capacity(marks.len());
    for mark in marks {
        let (x, y) = (across.place(mark.at), up.y(mark.value));
        if !across.shows(mark.at) {
            places.push(Place { at: Point { x, y }, shown: false });
            continue;
        }
        let (least, most) = match mark.at {
            MarkTime::Gutter { .. } => (across.left + reach, across.gutter - reach),
            MarkTime::Known { .. } => {
                let (start, end) = across.stretch(mark.at).unwrap_or((f32::MIN, f32::MAX));
                (start.max(across.gutter + reach), end.min(across.right - reach))
            }
        };
        let own = Point { x, y };
        let beside = (1..TRIES).flat_map(|place| [-(place as f32), place as f32]);
        let beside = beside.map(|by| Point { x: x + by * step, y });
        let mut within = beside.filter(|at| least - 0.01 <= at.x && at.x <= most + 0.01);
        let rows = standing.rows(y);
        let is_free = |at: &Point| standing.is_free(&rows, *at);
        let spot = if is_free(&own) { own } else { within.find(is_free).unwrap_or(own) };
        standing.add(spot);
        places.push(Place { at: spot, shown: true });
    }
    places
}

/// Where marks stand already: rows as high as two marks are apart, of cells as wide, each with its marks.
struct Standing {
    step: f32,
    cells: BTreeMap<i32, BTreeMap<i32, Vec<Point>>>,
}

impl Standing {
    fn cell(&self, length: f32) -> i32 {
        (length / self.step).floor() as i32
    }

    /// The rows in which marks at a height can meet others.
    fn rows(&self, y: f32) -> Vec<&BTreeMap<i32, Vec<Point>>> {
        let row = self.cell(y);
        self.cells.range(row.saturating_sub(1)..=row.saturating_add(1)).map(|it| it.1).collect()
    }

    fn is_free(&self, rows: &[&BTreeMap<i32, Vec<Point>>], at: Point) -> bool {
        let column = self.cell(at.x);
        let columns = column.saturating_sub(1)..=column.saturating_add(1);
        let mut near = rows.iter().flat_map(|row| row.range(columns.clone())).flat_map(|it| it.1);
        let apart = (self.step - 0.01).powi(2);
        near.all(|it| apart <= (it.x - at.x).powi(2) + (it.y - at.y).powi(2))
    }

    fn add(&mut self, at: Point) {
        let (column, row) = (self.cell(at.x), self.cell(at.y));
        let there = self.cells.entry(row).or_default().entry(column).or_default();
        if there.len() < TRIES {
            there.push(at);
        }
    }
}
