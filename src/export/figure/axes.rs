//! Owns the axes of the casualty figure: where a time and a number of people stand, and which ticks have room.

use crate::export::figure::frame::{fitted, text};
use crate::export::figure::style::Style;
use crate::export::measure::{Weight, text_width};
use crate::export::scene::{Anchor, Point, Prim, Rect, Stroke};
use crate::views::chart::{Chart, CountAxis, CountScale, MarkTime, TimeAxis};

/// The axis across, the same for all panels.
pub(super) struct Across {
    pub left: f32,
    pub right: f32,
    /// Right edge of the gutter; `left` if there is none.
    pub gutter: f32,
    slot: f32,
    time: Option<TimeAxis>,
    /// Room between the edges and the first and last time.
    inset: f32,
    /// What is not within the time of the axis is left out. Else it stands at its ends.
    cuts: bool,
}

impl Across {
    pub fn new(chart: &Chart, left: f32, right: f32, inset: f32, style: Style) -> Self {
        let slots =
            chart.panels.iter().flat_map(|panel| &panel.marks).filter_map(|mark| match mark.at {
                MarkTime::Gutter { slot } => Some(slot.saturating_add(1)),
                MarkTime::Known { .. } => None,
            });
        let slots = slots.max().unwrap_or(0).max(usize::from(chart.gutter));
        let most = (right - left) * if chart.time.is_some() { 0.3 } else { 1.0 };
        let label = text_width(NO_TIME, style.body(), Weight::Regular) + style.units(14.0);
        let wish = (slots as f32 * style.units(32.0)).max(label);
        let gutter = if slots == 0 { left } else { left + wish.min(most).max(label) };
        let slot = (gutter - left) / slots.max(1) as f32;
        Self { left, right, gutter, slot, time: chart.time.clone(), inset, cuts: false }
    }

    /// The same with only a stretch of the time shown.
    pub fn within(self, (start, end): (i64, i64)) -> Self {
        Self { time: self.time.map(|axis| axis.within(start, end)), cuts: true, ..self }
    }

    /// The first and the last minute that are shown.
    pub fn window(&self) -> Option<(i64, i64)> {
        self.time.as_ref().map(|axis| (axis.start, axis.end))
    }

    /// Whether a mark of this time is drawn.
    pub fn shows(&self, at: MarkTime) -> bool {
        match (at, self.window()) {
            (MarkTime::Known { at, .. }, Some((start, end))) if self.cuts => {
                start <= at && at <= end
            }
            _ => true,
        }
    }

    /// Whether a time is not after what is shown.
    pub fn has_begun(&self, at: MarkTime) -> bool {
        match (at, self.window()) {
            (MarkTime::Known { at, .. }, Some((_, end))) if self.cuts => at <= end,
            _ => true,
        }
    }

    /// Whether a stretch of time reaches into what is drawn.
    pub fn reaches(&self, (start, end): (i64, i64)) -> bool {
        let window = self.window().filter(|_| self.cuts);
        window.is_none_or(|window| start < window.1 && window.0 < end)
    }

    /// Where a mark stands.
    pub fn place(&self, at: MarkTime) -> f32 {
        match at {
            MarkTime::Gutter { slot } => self.left + self.slot * (slot as f32 + 0.5),
            MarkTime::Known { at, .. } => self.x(at),
        }
    }

    /// From where to where the time of a mark reaches, if it is a stretch and any of it is drawn.
    pub fn stretch(&self, at: MarkTime) -> Option<(f32, f32)> {
        let MarkTime::Known { stretch, .. } = at else { return None };
        let (start, end) = stretch.filter(|it| self.reaches(*it))?;
        Some((self.x(start), self.x(end)))
    }

    /// Where a time stands; times beyond the axis stand at its ends.
    pub fn x(&self, at: i64) -> f32 {
        let (left, right) = (self.gutter + self.inset, self.right - self.inset);
        let Some(axis) = &self.time else { return left };
        let length = axis.end.saturating_sub(axis.start);
        if length <= 0 {
            return (left + right) / 2.0;
        }
        let share = at.saturating_sub(axis.start) as f64 / length as f64;
        left + (right - left) * share.clamp(0.0, 1.0) as f32
    }

    /// Pale lines through a panel where a day, month or year begins, and the edge of the gutter.
    pub fn grid(&self, top: f32, bottom: f32, style: Style, items: &mut Vec<Prim>) {
        let upright = |x: f32, stroke| Prim::Line {
            from: Point { x, y: top },
            to: Point { x, y: bottom },
            stroke,
        };
        let ticks = self.time.iter().flat_map(|axis| &axis.ticks).filter(|tick| tick.major);
        items.extend(
            ticks.map(|tick| upright(self.x(tick.at), Stroke::solid(style.palette.panel, 1.0))),
        );
        if self.left < self.gutter {
            items.push(upright(
                self.gutter,
                Stroke::solid(style.palette.line, 1.0).dashed(&[2.0, 3.0]),
            ));
        }
    }

    /// Ticks and their labels beneath the panels, as many as have room left of `end`.
    pub fn labels(&self, top: f32, end: f32, style: Style, items: &mut Vec<Prim>) {
        let size = style.body();
        let baseline = top + style.units(8.0) + size;
        let gap = size * 0.6;
        let mut placed: Vec<(f32, f32)> = Vec::new();
        let colour = style.palette.weak;
        if self.left < self.gutter {
            let at = Point { x: (self.left + self.gutter) / 2.0, y: baseline };
            let label = text(NO_TIME, at, size, colour, Anchor::Middle);
            let bounds = label.bounds();
            placed.push((bounds.left, bounds.right));
            items.push(Prim::Text(label));
        }
        let Some(axis) = &self.time else {
            let x = self.gutter + style.units(14.0);
            let words = "no claim has a time";
            if x + text_width(words, size, Weight::Regular) <= end {
                let at = Point { x, y: baseline };
                items.push(Prim::Text(text(words, at, size, colour, Anchor::Start)));
            }
            return;
        };
        let majors = axis.ticks.iter().filter(|tick| tick.major);
        let minors = axis.ticks.iter().filter(|tick| !tick.major);
        for tick in majors.chain(minors) {
            let x = self.x(tick.at);
            let width = text_width(&tick.label, size, Weight::Regular);
            let first = match placed.first().filter(|_| self.left < self.gutter) {
                Some(no_time) => self.gutter.max(no_time.1 + gap),
                None => self.left - gap * 3.0,
            };
            let left = (x - width / 2.0).min(end - width).max(first);
            let right = left + width;
            let room =
                right <= end && placed.iter().all(|it| it.1 + gap <= left || right + gap <= it.0);
            let length = style.units(if room { 7.0 } else { 4.0 });
            items.push(Prim::Line {
                from: Point { x, y: top },
                to: Point { x, y: top + length },
                stroke: Stroke::solid(style.palette.weak, 1.0).faint(if room { 0.9 } else { 0.4 }),
            });
            if room {
                placed.push((left, right));
                let at = Point { x: left, y: baseline };
                items.push(Prim::Text(text(&tick.label, at, size, colour, Anchor::Start)));
            }
        }
    }
}

const NO_TIME: &str = "no time";

/// The axis of people of one panel.
pub(super) struct Up {
    low: f64,
    high: f64,
    log: bool,
    /// Places of the highest and the lowest figure.
    top: f32,
    bottom: f32,
    zero: Option<f32>,
}

impl Up {
    /// Within a panel's plot; `head` is the room for arrows above the highest figure, `foot` that for words beneath the
    /// lowest.
    pub fn new(
        axis: &CountAxis,
        scale: CountScale,
        plot: Rect,
        [head, foot]: [f32; 2],
        zero_row: f32,
    ) -> Self {
        let log = scale == CountScale::Log;
        let scaled = |value: f64| if log { value.max(0.5).log10() } else { value };
        let (low, high) = (scaled(axis.low), scaled(axis.high));
        let (low, high) =
            if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
        let high = if high - low < 1e-9 { low + 1.0 } else { high };
        let zero = axis.zero_row.then_some(plot.bottom - zero_row * 0.3);
        let bottom = plot.bottom - if axis.zero_row { zero_row } else { foot };
        Self { low, high, log, top: (plot.top + head).min(bottom), bottom, zero }
    }

    /// Where a number of people stands.
    pub fn y(&self, value: u64) -> f32 {
        if let (0, Some(zero)) = (value, self.zero) {
            return zero;
        }
        let value = value as f64;
        let value = if self.log { value.max(0.5).log10() } else { value };
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0) as f32;
        self.bottom - (self.bottom - self.top) * share
    }

    /// Hairlines with their numbers, as many as have room; the largest and the smallest figure first, then round
    /// ones. Gives their places.
    pub fn labels(
        &self,
        axis: &CountAxis,
        across: &Across,
        style: Style,
        items: &mut Vec<Prim>,
    ) -> Vec<f32> {
        let size = style.body();
        let mut placed: Vec<f32> = Vec::new();
        let shown = |value: u64| {
            let value = value as f64;
            axis.low <= value * 1.000_001 && value <= axis.high * 1.000_001
        };
        let ticks = axis.ticks.iter().filter(|tick| {
            if tick.value == 0 { self.zero.is_some() || !self.log } else { shown(tick.value) }
        });
        let mut ticks: Vec<_> =
            ticks.map(|tick| (tick.value, tick.label.as_str(), tick.end)).collect();
        if self.zero.is_some() && ticks.iter().all(|tick| tick.0 != 0) {
            ticks.push((0, "0", true));
        }
        ticks.sort_by_key(|(value, _, end)| match (end, is_round(*value)) {
            (true, _) => (0, u64::MAX - value),
            (false, true) => (1, *value),
            (false, false) => (2, *value),
        });
        for (value, label, _) in ticks {
            let y = self.y(value);
            if placed.iter().any(|it| (it - y).abs() < size * 1.15) {
                continue;
            }
            placed.push(y);
            let stroke = Stroke::solid(style.palette.line, 1.0);
            let stroke =
                if value == 0 && self.zero.is_some() { stroke.dashed(&[4.0, 3.0]) } else { stroke };
            items.push(Prim::Line {
                from: Point { x: across.left, y },
                to: Point { x: across.right, y },
                stroke,
            });
            let at = Point { x: across.left - style.units(10.0), y: y + size * 0.35 };
            let (weight, end) = (Weight::Regular, Anchor::End);
            let width = at.x - style.units(10.0);
            items.push(Prim::Text(fitted(label, at, size, weight, style.palette.weak, end, width)));
        }
        placed
    }
}

/// Zero and the powers of ten.
fn is_round(value: u64) -> bool {
    value.checked_ilog10().is_none_or(|digits| 10_u64.pow(digits) == value)
}
