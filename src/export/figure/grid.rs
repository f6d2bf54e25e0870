//! Owns a grid of cells over a part of a figure, each with the things that reach into it, so that what is near a place
//! is found at once however many there are.

use crate::export::scene::Rect;

/// Cells of one side over a rectangle. What lies beyond counts to the cells at its edge.
#[derive(Debug)]
pub(super) struct Grid<T> {
    over: Rect,
    side: f32,
    columns: usize,
    rows: usize,
    /// A cell with so many things counts as full.
    most: usize,
    cells: Vec<Vec<T>>,
}

/// More cells than these in a row or column are not needed for any figure.
const CELLS: usize = 1024;

impl<T: Copy> Grid<T> {
    pub fn new(over: Rect, side: f32, most: usize) -> Self {
        let cells = |length: f32| ((length / side) as usize).min(CELLS - 1) + 1;
        let (columns, rows) = (cells(over.width()), cells(over.height()));
        Self { over, side, columns, rows, most, cells: vec![Vec::new(); columns * rows] }
    }

    /// Puts a thing into all cells that a rectangle reaches into, but for those that are full.
    pub fn put(&mut self, thing: T, within: &Rect) {
        let (columns, rows) = self.reach(within);
        for row in rows {
            let first = row * self.columns;
            let cells = self.cells.get_mut(first + columns.0..=first + columns.1);
            for cell in cells.into_iter().flatten() {
                if cell.len() < self.most {
                    cell.push(thing);
                }
            }
        }
    }

    /// The cells that a rectangle reaches into.
    pub fn near(&self, within: Rect) -> impl Iterator<Item = &[T]> {
        let (columns, rows) = self.reach(&within);
        let cells = rows.filter_map(move |row| {
            let first = row * self.columns;
            self.cells.get(first + columns.0..=first + columns.1)
        });
        cells.flatten().map(Vec::as_slice)
    }

    pub fn is_full(&self, cell: &[T]) -> bool {
        self.most <= cell.len()
    }

    /// The first and the last column, and the rows.
    fn reach(&self, it: &Rect) -> ((usize, usize), std::ops::RangeInclusive<usize>) {
        // What is left of the grid or above it comes out as 0.
        let column = |x: f32| (((x - self.over.left) / self.side) as usize).min(self.columns - 1);
        let row = |y: f32| (((y - self.over.top) / self.side) as usize).min(self.rows - 1);
        ((column(it.left), column(it.right)), row(it.top)..=row(it.bottom))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_overlaps_is_found_wherever_it_lies(
            things in proptest::collection::vec((-50.0_f32..250.0, -50.0_f32..250.0), 0..40),
            at in (-50.0_f32..250.0, -50.0_f32..250.0),
        ) {
            let mut grid = Grid::new(Rect::sized(10.0, 20.0, 130.0, 90.0), 16.0, 64);
            let rects: Vec<Rect> =
                things.iter().map(|(x, y)| Rect::sized(*x, *y, 20.0, 9.0)).collect();
            rects.iter().enumerate().for_each(|(thing, rect)| grid.put(thing, rect));
            let asked = Rect::sized(at.0, at.1, 30.0, 12.0);
            let found: Vec<usize> = grid.near(asked).flatten().copied().collect();
            for (thing, rect) in rects.iter().enumerate() {
                prop_assert!(!rect.overlaps(&asked) || found.contains(&thing));
            }
        }
    }
}
