//! Owns the finding of free room: which rectangles are taken, which mark words stand nearest to, how level lines keep
//! beside each other, and how a column of labels is moved apart.

use std::collections::BTreeMap;

use crate::export::figure::grid::Grid;
use crate::export::figure::places::Place;
use crate::export::scene::{Point, Rect};

/// Rectangles that are taken, in a grid so that asking stays quick however many there are.
#[derive(Debug)]
pub(super) struct Taken {
    grid: Grid<Rect>,
}

const CELL: f32 = 20.0;

/// A cell with so many rectangles counts as full.
const CROWDED: usize = 256;

impl Taken {
    /// Nothing is taken of a plot.
    pub fn of(plot: Rect) -> Self {
        Self { grid: Grid::new(plot, CELL, CROWDED) }
    }

    pub fn take(&mut self, rect: Rect) {
        self.grid.put(rect, &rect);
    }

    pub fn is_free(&self, rect: &Rect) -> bool {
        let is_free = |cell: &[Rect]| cell.iter().all(|it| !it.overlaps(rect));
        self.grid.near(*rect).all(|cell| !self.grid.is_full(cell) && is_free(cell))
    }
}

/// Where marks stand, in a grid.
pub(super) struct Points<'a> {
    places: &'a [Place],
    grid: Grid<(usize, Point)>,
}

impl<'a> Points<'a> {
    /// The marks of a plot.
    pub fn new(places: &'a [Place], plot: Rect) -> Self {
        let mut grid = Grid::new(plot, CELL, CROWDED);
        for (place, it) in places.iter().enumerate().filter(|it| it.1.shown) {
            grid.put((place, it.at), &Rect::square(it.at, 0.0));
        }
        Self { places, grid }
    }

    /// Whether words in a rectangle are read as those of one mark: each other mark is `apart` times as far from it.
    pub fn belongs(&self, rect: &Rect, own: usize, apart: f32) -> bool {
        let Some(near) = self.places.get(own).map(|it| rect.distance(it.at) * apart) else {
            return false;
        };
        let is_far = |it: &(usize, Point)| it.0 == own || near <= rect.distance(it.1);
        let mut cells = self.grid.near(rect.grown(near));
        cells.all(|cell| !self.grid.is_full(cell) && cell.iter().all(is_far))
    }
}

/// Level runs of lines, so that those at one height are drawn beside each other.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    runs: BTreeMap<(i32, usize), Vec<(f32, f32)>>,
}

/// More lines than these at one height hide each other.
const LANES: usize = 5;

impl Lanes {
    /// How far off its height a run from `left` to `right` is drawn, in widths of a line: 0 for the first, then 1, -1,
    /// 2, -2.
    pub fn take(&mut self, y: f32, left: f32, right: f32) -> f32 {
        let height = (y * 2.0).round() as i32;
        for lane in 0..LANES {
            let runs = self.runs.entry((height, lane)).or_default();
            let is_free = runs.len() < CROWDED
                && runs.iter().all(|run| right <= run.0 + 0.5 || run.1 <= left + 0.5);
            if is_free {
                runs.push((left, right));
                let off = lane.div_ceil(2) as f32;
                return if lane % 2 == 0 { -off } else { off };
            }
        }
        0.0
    }
}

/// Tops for boxes of these heights, in this order, each as near as can be to its wish, none overlapping, all between
/// `top` and `bottom`. The heights must fit in.
pub(super) fn move_apart(wishes: &[(f32, f32)], top: f32, bottom: f32) -> Vec<f32> {
    struct Block {
        /// Sum of the tops that its boxes wish for the block.
        wished: f32,
        boxes: usize,
        height: f32,
    }
    impl Block {
        fn top(&self, top: f32, bottom: f32) -> f32 {
            (self.wished / self.boxes as f32).min(bottom - self.height).max(top)
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (wish, height) in wishes {
        let mut block = Block { wished: *wish, boxes: 1, height: *height };
        while let Some(before) = blocks.pop() {
            if before.top(top, bottom) + before.height <= block.top(top, bottom) {
                blocks.push(before);
                break;
            }
            block = Block {
                wished: before.wished + block.wished - block.boxes as f32 * before.height,
                boxes: before.boxes + block.boxes,
                height: before.height + block.height,
            };
        }
        blocks.push(block);
    }
    let mut heights = wishes.iter().map(|(_, height)| *height);
    let mut tops = Vec::with_capacity(wishes.len());
    for block in blocks {
        let mut at = block.top(top, bottom);
        for height in heights.by_ref().take(block.boxes) {
            tops.push(at);
            at += height;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn boxes_that_wish_for_one_place_share_it_evenly() {
        assert_eq!(
            move_apart(&[(50.0, 10.0), (50.0, 10.0), (90.0, 10.0)], 0.0, 100.0),
            [45.0, 55.0, 90.0]
        );
        assert_eq!(move_apart(&[(95.0, 10.0), (99.0, 10.0)], 0.0, 100.0), [80.0, 90.0]);
    }

    #[test]
    fn words_belong_to_the_mark_they_are_clearly_nearest_to() {
        let place = |x| Place { at: Point { x, y: 10.0 }, shown: true };
        let places = [place(10.0), place(60.0)];
        let points = Points::new(&places, Rect::sized(0.0, 0.0, 100.0, 20.0));
        assert!(points.belongs(&Rect::sized(15.0, 5.0, 20.0, 10.0), 0, 1.6));
        assert!(!points.belongs(&Rect::sized(15.0, 5.0, 40.0, 10.0), 0, 1.6));
        assert!(!points.belongs(&Rect::sized(15.0, 5.0, 20.0, 10.0), 1, 1.2));
    }

    #[test]
    fn level_lines_lie_beside_each_other_only_where_they_meet() {
        let mut lanes = Lanes::default();
        let runs = [(5.0, 0.0, 9.0), (5.0, 4.0, 20.0), (5.0, 8.0, 20.0), (5.0, 20.0, 30.0)];
        let off = runs.map(|(y, left, right)| lanes.take(y, left, right));
        assert_eq!(off, [0.0, 1.0, -1.0, 0.0]);
        assert_eq!(lanes.take(9.0, 0.0, 30.0), 0.0);
    }

    proptest! {
        #[test]
        fn boxes_keep_their_order_and_never_overlap(
            mut wishes in proptest::collection::vec((-50.0_f32..250.0, 1.0_f32..9.0), 0..20)
        ) {
            wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut end = 0.0;
            for (top, (_, height)) in move_apart(&wishes, 0.0, 200.0).iter().zip(&wishes) {
                prop_assert!(end - 0.01 <= *top);
                end = top + height;
            }
            prop_assert!(end <= 200.01);
        }
    }
}
