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
    let mut taken: BTreeMap<(i32, i32), Vec<Point>> = BTreeMap::new();
    let cell = |at: Point| ((at.x / step).floor() as i32, (at.y / step).floor() as i32);
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
        let beside = (1..TRIES).flat_map(|place| [-(place as f32), place as f32]);
        let beside = beside.map(|by| Point { x: x + by * step, y });
        let within = beside.filter(|at| least - 0.01 <= at.x && at.x <= most + 0.01);
        let is_free = |at: &Point| {
            let (column, row) = cell(*at);
            let near =
                (column - 1..=column + 1).flat_map(|x| (row - 1..=row + 1).map(move |y| (x, y)));
            near.filter_map(|it| taken.get(&it))
                .flatten()
                .all(|it| (it.x - at.x).hypot(it.y - at.y) + 0.01 >= step)
        };
        let own = Point { x, y };
        let spot = std::iter::once(own).chain(within).find(is_free).unwrap_or(own);
        let there = taken.entry(cell(spot)).or_default();
        if there.len() < TRIES {
            there.push(spot);
        }
        places.push(Place { at: spot, shown: true });
    }
    places
}
