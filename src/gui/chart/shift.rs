//! Owns how a chart that is laid out for one stretch of time stands in for another, until that one is laid out: what
//! has a time moves, the rest stays, and words that may run into each other are left out.

use std::borrow::Cow;

use crate::export::{OnScreen, Point, Prim, Rect};

/// From one stretch of time to another.
#[derive(Debug)]
pub struct Shift {
    plot: Rect,
    /// From a place across to another.
    scale: f32,
    by: f32,
}

impl Shift {
    /// From what is laid out to another stretch; none if there are no times or it is the same.
    pub fn new(on: &OnScreen, from: Option<(i64, i64)>, to: Option<(i64, i64)>) -> Option<Self> {
        let (was, whole) = (on.window?, from.is_none());
        let is = match to {
            Some(to) => to,
            None if whole => return None,
            None => was,
        };
        let (plot, long) = (on.plot, |(start, end): (i64, i64)| (end - start).max(1) as f32);
        if from == to {
            return None;
        }
        let scale = long(was) / long(is);
        let start = (was.0 - is.0) as f32 / long(is) * plot.width();
        Some(Self { plot, scale, by: plot.left + start - plot.left * scale })
    }

    fn x(&self, x: f32) -> f32 {
        x * self.scale + self.by
    }

    /// Where a mark lies; none if it is out of sight.
    pub fn rect(&self, it: Rect) -> Option<Rect> {
        let across = self.across((it.left + it.right) / 2.0)?;
        Some(Rect { left: it.left + across, right: it.right + across, ..it })
    }

    /// How far a thing moves that stands at `x`; none if it leaves the plot.
    fn across(&self, x: f32) -> Option<f32> {
        if x < self.plot.left || self.plot.right < x {
            return Some(0.0);
        }
        let to = self.x(x);
        (self.plot.left <= to && to <= self.plot.right).then_some(to - x)
    }

    /// The things as they are shown meanwhile, and how far to the right of their place.
    pub fn items<'a>(&self, items: &'a [Prim]) -> Vec<(Cow<'a, Prim>, f32)> {
        let mut shown = Vec::with_capacity(items.len());
        items.iter().for_each(|it| self.add(it, &mut shown));
        shown
    }

    fn add<'a>(&self, item: &'a Prim, shown: &mut Vec<(Cow<'a, Prim>, f32)>) {
        let (left, right) = (self.plot.left, self.plot.right);
        let is_within = |x: f32| left - 0.5 <= x && x <= right + 0.5;
        let cut = |x: f32| if is_within(x) { self.x(x).clamp(left, right) } else { x };
        match item {
            Prim::Group { annotations, .. } if annotations.len() == 1 => {
                let Some(body) = item.bounds() else { return };
                let Some(by) = self.across((body.left + body.right) / 2.0) else { return };
                shown.push((Cow::Borrowed(item), by));
            }
            Prim::Group { items, .. } => items.iter().for_each(|it| self.add(it, shown)),
            Prim::Text(it) if is_within(it.at.x) && it.at.y < self.plot.bottom => {
                // Panels keep their names, at the left end.
                if it.halo.is_none() {
                    shown.push((Cow::Borrowed(item), 0.0));
                }
            }
            Prim::Text(it) => {
                let width = it.bounds().width();
                let middle = it.at.x + width / 2.0;
                if it.at.y < self.plot.bottom || !is_within(middle) {
                    shown.push((Cow::Borrowed(item), 0.0));
                } else if let Some(by) = self.across(middle) {
                    shown.push((Cow::Borrowed(item), by));
                }
            }
            Prim::Rect { rect, paint } => {
                let rect = Rect { left: cut(rect.left), right: cut(rect.right), ..*rect };
                shown.push((Cow::Owned(Prim::Rect { rect, paint: *paint }), 0.0));
            }
            Prim::Line { from, to, .. } if from.x == to.x && is_within(from.x) => {
                if let Some(by) = self.across(from.x) {
                    shown.push((Cow::Borrowed(item), by));
                }
            }
            Prim::Line { .. } | Prim::Circle { .. } | Prim::Polygon { .. } => {
                shown.push((Cow::Borrowed(item), 0.0));
            }
            Prim::Polyline { points, stroke } => {
                let at = |it: &Point| Point { x: cut(it.x), y: it.y };
                let points = points.iter().map(at).collect();
                shown.push((Cow::Owned(Prim::Polyline { points, stroke: *stroke }), 0.0));
            }
        }
    }
}
