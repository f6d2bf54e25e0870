//! Owns the layout of a casualty chart within a rectangle, for figure and screen: panels stacked over one time axis, a
//! column of labels at their right, and a key beneath where the lines are too many for it.

use std::collections::BTreeSet;

use crate::export::figure::axes::Across;
use crate::export::figure::frame::text;
use crate::export::figure::key::Key;
use crate::export::figure::labels;
use crate::export::figure::panel::{Drawing, ZERO_ROW, is_one_row};
use crate::export::figure::style::Style;
use crate::export::measure::{Weight, Wrapped, text_width, wrap};
use crate::export::scene::{Anchor, Point, Prim, Rect};
use crate::views::chart::{Chart, CountScale, Panel, TimeAxis};

/// Where the parts of a chart stand.
pub(super) struct Layout<'a> {
    pub chart: &'a Chart,
    pub style: Style,
    /// What there is room for.
    pub body: Rect,
    /// Left edge of the panels, right edge of the panels, left edge of the labels.
    pub edges: [f32; 3],
    /// Where the zone of the times stands.
    pub zone: Zone,
    /// Where the lines are too many for labels at their ends.
    pub key: Option<Key<'a>>,
    /// What is counted upward stands beside the title of the first panel; else it has no room there.
    pub says_people: bool,
}

/// Where the zone of the times stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// In the row of the time axis, under the labels.
    UnderLabels,
    /// There are no labels, or narrower ones: at the end of the row of the time axis, which is shorter for it.
    AtEnd,
    /// Elsewhere, or there are no times.
    Out,
}

/// What is drawn, and where.
pub(super) struct Drawn {
    pub items: Vec<Prim>,
    /// The plot of each panel that is shown, with the gutter.
    pub plots: Vec<Rect>,
}

impl<'a> Layout<'a> {
    pub fn new(chart: &'a Chart, body: Rect, style: Style) -> Self {
        let size = style.body();
        let ticks = chart.panels.iter().flat_map(|panel| &panel.axis.ticks);
        let ticks = ticks.map(|tick| text_width(&tick.label, size, Weight::Regular));
        let left =
            body.left + ticks.fold(size, f32::max).min(body.width() * 0.3) + style.units(10.0);
        let tall = body.height() - style.units(10.0) - size * 1.35;
        let key = Key::of(chart, style, body.width(), tall);
        let lines = chart.panels.iter().flat_map(|panel| &panel.lines);
        let disputes = chart.panels.iter().flat_map(|panel| &panel.disputes);
        let share = if body.width() < 700.0 { 0.3 } else { 0.25 };
        let mut column = match &key {
            Some(key) => key.letters_width(),
            None => labels::width(lines.map(|it| it.label.as_str()), style, body.width() * share),
        };
        if disputes.count() > 0 {
            column = column.max(body.width() * 0.15);
        }
        let zone = match zone_words(chart) {
            None => Zone::Out,
            Some(words) if text_width(&words, style.note(), Weight::Regular) <= column => {
                Zone::UnderLabels
            }
            Some(_) => Zone::AtEnd,
        };
        let gap = if column == 0.0 { 0.0 } else { style.units(22.0).max(10.0) };
        let label_left = body.right - column;
        let edges = [left, label_left - gap, label_left];
        let mut layout = Self { chart, style, body, edges, zone, key, says_people: true };
        let first = chart.panels.first();
        layout.says_people = first.is_none_or(|it| layout.title_lines(it, 0).lines.len() == 1);
        layout
    }

    /// Where the panels end and the time axis begins.
    fn floor(&self) -> f32 {
        self.body.bottom - self.key_height() - self.foot_height()
    }

    pub fn key_height(&self) -> f32 {
        self.key.as_ref().map_or(0.0, Key::height)
    }

    /// The height of the time axis.
    pub fn foot_height(&self) -> f32 {
        self.style.units(10.0) + self.style.body() * 1.35
    }

    /// The height of the title of a panel.
    fn title_row(&self, panel: &Panel, number: usize) -> f32 {
        let lines = self.title_lines(panel, number).lines.len();
        self.style.body() * (1.5 + TITLE_LEADING * lines.saturating_sub(1) as f32)
    }

    /// The name of a panel, in two lines if it is long.
    fn title_lines(&self, panel: &Panel, number: usize) -> Wrapped {
        let [left, right, _] = self.edges;
        let size = self.style.body();
        let words = people_words(self.chart);
        let beside = match number == 0 && self.says_people {
            true => text_width(words, self.style.note(), Weight::Regular) + size,
            false => 0.0,
        };
        wrap(&panel.title, size, Weight::Bold, right - left - beside, 2)
    }

    fn gap(&self) -> f32 {
        self.style.units(14.0)
    }

    fn least(&self, panel: &Panel, number: usize) -> f32 {
        let zero = if panel.axis.zero_row { self.style.units(ZERO_ROW) } else { 0.0 };
        let rows = if is_one_row(panel) { 34.0 } else { 45.0 };
        self.title_row(panel, number) + self.style.units(rows) + zero
    }

    /// With room for a number at the smallest and at the largest figure, and to tell those between apart.
    fn wish(&self, panel: &Panel, number: usize) -> f32 {
        let more = if is_one_row(panel) { 0.0 } else { 8.0 + 7.0 * heights(panel) as f32 };
        self.least(panel, number) + self.style.units(more)
    }

    /// The height at which all panels have what they wish for.
    pub fn wished_height(&self) -> f32 {
        self.wished(&self.chart.panels) + self.body.height() - self.room()
    }

    fn wished(&self, panels: &[Panel]) -> f32 {
        let wish = |(number, panel)| self.wish(panel, number) + self.gap();
        let wished: f32 = panels.iter().enumerate().map(wish).sum();
        wished - self.gap()
    }

    pub fn is_roomy(&self) -> bool {
        self.wished(&self.chart.panels) <= self.room()
    }

    fn room(&self) -> f32 {
        self.floor() - self.body.top
    }

    /// How many panels fit at this size of type, if `less` of the height is used for something else.
    pub fn fit(&self, less: f32) -> usize {
        let mut used = -self.gap();
        let fits = |(number, panel): &(usize, &Panel)| {
            used += self.least(panel, *number) + self.gap();
            used <= self.room() - less
        };
        self.chart.panels.iter().enumerate().take_while(fits).count()
    }

    /// The axis across all panels.
    pub fn across(&self, inset: f32) -> Across {
        let [left, right, _] = self.edges;
        Across::new(self.chart, left, right, inset, self.style)
    }

    /// Draws the first `shown` panels, of which there is at least one, and all around them; `less` of the height stays
    /// free beneath.
    pub fn draw(&self, across: &Across, shown: usize, less: f32) -> Drawn {
        let (chart, style) = (self.chart, self.style);
        let [left, right, label_left] = self.edges;
        let floor = self.floor() - less;
        let room = floor - self.body.top;
        let panels = chart.panels.get(..shown).unwrap_or(&chart.panels);
        let gaps = self.gap() * shown.saturating_sub(1) as f32;
        let is_roomy = self.wished(panels) <= room;
        let base = |(number, panel): (usize, &Panel)| match is_roomy {
            true => self.wish(panel, number),
            false => self.least(panel, number),
        };
        let bases: f32 = panels.iter().enumerate().map(base).sum();
        let extra = (room - gaps - bases).max(0.0);
        let weights: f32 = panels.iter().map(weight).sum();
        let marks: usize = panels.iter().map(|panel| panel.marks.len()).sum();
        let reach = style.units(if marks <= 60 { 7.0 } else { 5.5 }).max(3.0);
        let (mut items, mut plots, mut column) = (Vec::new(), Vec::new(), Vec::new());
        let mut top = self.body.top;
        for (number, panel) in panels.iter().enumerate() {
            let bottom = top + base((number, panel)).min(room) + extra * weight(panel) / weights;
            self.title(panel, number, top, &mut items);
            let plot = Rect { left, top: top + self.title_row(panel, number), right, bottom };
            let scale = chart.scale;
            let below = if number + 1 < shown { self.gap() * 0.8 } else { 0.0 };
            let drawing = Drawing { panel, number, across, scale, plot, below, style, reach };
            column.extend(drawing.draw(&mut items));
            plots.push(plot);
            top = bottom + self.gap();
        }
        if 0.0 < right && label_left < self.body.right {
            let (top, right) = (self.body.top, self.body.right);
            let room = Rect { left: label_left, top, right, bottom: floor };
            match &self.key {
                Some(key) => key.mark_ends(column, room, &mut items),
                None => labels::set(column, room, across.right, style, &mut items),
            }
        }
        self.foot(across, floor, &mut items);
        if let Some(key) = &self.key {
            let under = floor + self.foot_height();
            let top = under + key.height() - key.rows_height();
            key.draw(Rect { top, bottom: top + key.rows_height(), ..self.body }, &mut items);
        }
        Drawn { items, plots }
    }

    /// The name of a panel; over the first also what is counted upward.
    fn title(&self, panel: &Panel, number: usize, top: f32, items: &mut Vec<Prim>) {
        let style = self.style;
        let [left, right, _] = self.edges;
        let size = style.body();
        let y = top + size;
        if number == 0 && self.says_people {
            let (at, weak) = (Point { x: right, y }, style.palette.weak);
            let words = people_words(self.chart);
            items.push(Prim::Text(text(words, at, style.note(), weak, Anchor::End)));
        }
        let wrapped = self.title_lines(panel, number);
        let last = wrapped.lines.len().saturating_sub(1);
        for (place, line) in wrapped.lines.iter().enumerate() {
            let at = Point { x: left, y: y + size * TITLE_LEADING * place as f32 };
            let colour = style.palette.text;
            let mut text = text(line, at, size, colour, Anchor::Start);
            text.weight = Weight::Bold;
            text.whole = (place == last && !wrapped.complete).then(|| panel.title.clone());
            items.push(Prim::Text(text));
        }
    }

    /// The time axis beneath the panels.
    fn foot(&self, across: &Across, top: f32, items: &mut Vec<Prim>) {
        let style = self.style;
        let words = zone_words(self.chart).unwrap_or_default();
        let size = style.note();
        let wide = text_width(&words, size, Weight::Regular);
        let [_, _, label_left] = self.edges;
        let left = match self.zone {
            Zone::UnderLabels => label_left,
            Zone::AtEnd => self.body.right - wide.ceil(),
            Zone::Out => return across.labels(top, self.body.right, style, items),
        };
        across.labels(top, left - style.units(12.0), style, items);
        let at = Point { x: left, y: top + style.units(8.0) + style.body() };
        items.push(Prim::Text(text(&words, at, size, style.palette.weak, Anchor::Start)));
    }
}

/// What is counted upward.
pub(super) fn people_words(chart: &Chart) -> &'static str {
    match chart.scale {
        CountScale::Log => "people, log scale",
        CountScale::Linear => "people",
    }
}

/// From one line of a panel's title to the next, in sizes of type.
const TITLE_LEADING: f32 = 1.2;

/// Panels with more to tell are taller: one with all its marks in a row needs little.
fn weight(panel: &Panel) -> f32 {
    if is_one_row(panel) {
        return 0.5;
    }
    2.0 + heights(panel) as f32 * 0.5 + panel.lines.len().min(12) as f32 * 0.4
}

/// At how many heights marks stand, as far as it matters.
fn heights(panel: &Panel) -> usize {
    let heights: BTreeSet<u64> = panel.marks.iter().map(|mark| mark.value).collect();
    heights.len().min(12)
}

/// "times in UTC+04:00"; none without times.
pub(super) fn zone_words(chart: &Chart) -> Option<String> {
    let zone = |axis: &TimeAxis| format!("times in UTC{}", axis.zone);
    chart.time.as_ref().map(zone)
}
