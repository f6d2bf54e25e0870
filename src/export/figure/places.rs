//! Owns where the marks of a panel stand: each in its own place, or a little beside it where another mark would hide it.

use crate::export::figure::axes::{Across, Up};
use crate::export::figure::grid::Grid;
use crate::export::scene::{Point, Rect};
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

/// Where each mark of a plot stands. `reach` is that of a mark. A mark whose time is a stretch is not moved out of it.
pub(super) fn places(
    marks: &[Mark],
    across: &Across,
    up: &Up,
    plot: Rect,
    reach: f32,
) -> Vec<Place> {
    let step = reach * APART;
    let mut standing = Standing { step, grid: Grid::new(plot, step, TRIES) };
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
        let is_free = |at: &Point| standing.is_free(*at);
        let spot = if is_free(&own) { own } else { within.find(is_free).unwrap_or(own) };
        standing.grid.put(spot, &Rect::square(spot, 0.0));
        places.push(Place { at: spot, shown: true });
    }
    places
}

/// Where marks stand already, in cells as wide as two marks are apart.
struct Standing {
    step: f32,
    grid: Grid<Point>,
}

impl Standing {
    fn is_free(&self, at: Point) -> bool {
        let apart = (self.step - 0.01).powi(2);
        let is_apart = |it: &Point| apart <= (it.x - at.x).powi(2) + (it.y - at.y).powi(2);
        let is_free = |within: Rect| self.grid.near(within).all(|it| it.iter().all(is_apart));
        // Where there is none free, most often one stands in the same cell.
        is_free(Rect::square(at, 0.0)) && is_free(Rect::square(at, self.step))
    }
}
