//! Owns the layout of the casualty figure: panels stacked over one time axis, a column of labels at their right.

use std::collections::BTreeSet;

use crate::base::words::Measure;
use crate::export::figure::FigureOptions;
use crate::export::figure::axes::Across;
use crate::export::figure::frame::{
    Frame, PALETTE, Sizes, Words, counted, fitted, sentence, source_line, text,
};
use crate::export::figure::key::Key;
use crate::export::figure::labels;
use crate::export::figure::panel::{Drawing, ZERO_ROW, is_one_row};
use crate::export::measure::{Weight, text_width};
use crate::export::scene::{Anchor, Point, Prim, Rect, Scene};
use crate::views::chart::{Chart, CountScale, Panel};

/// The casualty chart as a finished figure of exactly the asked size.
pub fn casualties(chart: &Chart, options: &FigureOptions) -> Scene {
    let own = Sizes::of(options);
    let mut sizes = own;
    while ROOMY * own.factor <= sizes.factor {
        let layout = Layout::new(chart, options, sizes);
        if layout.is_roomy(&chart.panels) {
            return layout.draw(options);
        }
        match sizes.smaller() {
            Some(smaller) => sizes = smaller,
            None => break,
        }
    }
    let mut sizes = own;
    loop {
        let layout = Layout::new(chart, options, sizes);
        let fits = layout.fit() == chart.panels.len();
        match sizes.smaller() {
            Some(smaller) if !fits => sizes = smaller,
            _ => return layout.draw(options),
        }
    }
}

/// Type is made smaller down to this share to give panels the height they wish for.
const ROOMY: f32 = 0.72;

struct Layout<'a> {
    chart: &'a Chart,
    frame: Frame,
    /// Left edge of the panels, right edge of the panels, left edge of the labels.
    edges: [f32; 3],
    /// Where the panels end and the time axis begins.
    floor: f32,
    /// The zone stands in the row of the time axis.
    zone_in_row: bool,
    /// Where the lines are too many for labels at their ends.
    key: Option<Key<'a>>,
}

impl<'a> Layout<'a> {
    fn new(chart: &'a Chart, options: &FigureOptions, sizes: Sizes) -> Self {
        let mut frame = Frame::new(&words(chart, options, None), options, sizes);
        let body = frame.body;
        let size = sizes.body();
        let ticks = chart.panels.iter().flat_map(|panel| &panel.axis.ticks);
        let ticks = ticks.map(|tick| text_width(&tick.label, size, Weight::Regular));
        let left =
            body.left + ticks.fold(size, f32::max).min(body.width() * 0.3) + sizes.units(10.0);
        let tall = body.height() - sizes.units(10.0) - size * 1.35;
        let key = Key::of(chart, sizes, body.width(), tall);
        let lines = chart.panels.iter().flat_map(|panel| &panel.lines);
        let disputes = chart.panels.iter().flat_map(|panel| &panel.disputes);
        let share = if body.width() < 700.0 { 0.3 } else { 0.25 };
        let mut column = match &key {
            Some(key) => key.letters_width(),
            None => labels::width(lines.map(|it| it.label.as_str()), sizes, body.width() * share),
        };
        if disputes.count() > 0 {
            column = column.max(body.width() * 0.15);
        }
        let zone = chart.time.as_ref().map(|axis| zone_words(&axis.zone)).unwrap_or_default();
        let zone_in_row =
            !zone.is_empty() && text_width(&zone, sizes.note(), Weight::Regular) <= column;
        if !zone.is_empty() && !zone_in_row {
            frame = Frame::new(&words(chart, options, Some(&zone)), options, sizes);
        }
        let gap = if column == 0.0 { 0.0 } else { sizes.units(22.0).max(10.0) };
        let label_left = body.right - column;
        let beneath = key.as_ref().map_or(0.0, Key::height);
        let floor = frame.body.bottom - beneath - sizes.units(10.0) - size * 1.35;
        let edges = [left, label_left - gap, label_left];
        Self { chart, frame, edges, floor, zone_in_row, key }
    }

    fn title_row(&self) -> f32 {
        self.frame.sizes.body() * 1.5
    }

    fn gap(&self) -> f32 {
        self.frame.sizes.units(14.0)
    }

    fn least(&self, panel: &Panel) -> f32 {
        let sizes = self.frame.sizes;
        let zero = if panel.axis.zero_row { sizes.units(ZERO_ROW) } else { 0.0 };
        let rows = if is_one_row(panel) { 34.0 } else { 45.0 };
        self.title_row() + sizes.units(rows) + zero
    }

    /// With room for a number at the smallest and at the largest figure, and to tell those between apart.
    fn wish(&self, panel: &Panel) -> f32 {
        let more = if is_one_row(panel) { 0.0 } else { 8.0 + 7.0 * heights(panel) as f32 };
        self.least(panel) + self.frame.sizes.units(more)
    }

    fn is_roomy(&self, panels: &[Panel]) -> bool {
        let wished: f32 = panels.iter().map(|panel| self.wish(panel) + self.gap()).sum();
        wished - self.gap() <= self.room()
    }

    fn room(&self) -> f32 {
        self.floor - self.frame.body.top
    }

    /// How many panels fit at this size of type.
    fn fit(&self) -> usize {
        let mut used = -self.gap();
        let fits = |panel: &&Panel| {
            used += self.least(panel) + self.gap();
            used <= self.room()
        };
        self.chart.panels.iter().take_while(fits).count()
    }

    fn draw(mut self, options: &FigureOptions) -> Scene {
        let chart = self.chart;
        if chart.panels.iter().all(|panel| panel.marks.is_empty()) {
            let hint = match chart.hidden {
                0 => "Mark casualty claims in the reports, or accept suggestions, and they will stand here.".to_owned(),
                hidden => format!("{} left out by the filters; widen them to see more.", counted(hidden, "claim is", "claims are")),
            };
            self.frame.set_empty("No claims to show", &hint);
            return self.frame.finish(options);
        }
        let all = chart.panels.len();
        let mut shown = self.fit().max(1).min(all);
        let note_row = self.frame.sizes.note() * 1.5;
        if shown < all {
            self.floor -= note_row;
            shown = self.fit().max(1);
        }
        let sizes = self.frame.sizes;
        let [left, right, label_left] = self.edges;
        let panels = &chart.panels[..shown];
        let gaps = self.gap() * (shown - 1) as f32;
        let is_roomy = self.is_roomy(panels);
        let base = |panel: &Panel| if is_roomy { self.wish(panel) } else { self.least(panel) };
        let bases: f32 = panels.iter().map(base).sum();
        let extra = (self.room() - gaps - bases).max(0.0);
        let weights: f32 = panels.iter().map(weight).sum();
        let across = Across::new(chart, left, right, sizes);
        let marks: usize = panels.iter().map(|panel| panel.marks.len()).sum();
        let reach = sizes.units(if marks <= 60 { 7.0 } else { 5.5 }).max(3.0);
        let mut items = Vec::new();
        let mut column = Vec::new();
        let mut top = self.frame.body.top;
        for (number, panel) in panels.iter().enumerate() {
            let bottom = top + base(panel).min(self.room()) + extra * weight(panel) / weights;
            self.title(panel, number, top, &mut items);
            let plot = Rect { left, top: top + self.title_row(), right, bottom };
            let (across, scale) = (&across, chart.scale);
            let below = if number + 1 < shown { self.gap() * 0.8 } else { 0.0 };
            let drawing = Drawing { panel, number, across, scale, plot, below, sizes, reach };
            column.extend(drawing.draw(&mut items));
            top = bottom + self.gap();
        }
        if 0.0 < right && label_left < self.frame.body.right {
            let room = Rect {
                left: label_left,
                top: self.frame.body.top,
                right: self.frame.body.right,
                bottom: self.floor,
            };
            match &self.key {
                Some(key) => key.mark_ends(column, room, &mut items),
                None => labels::set(column, room, right, sizes, &mut items),
            }
        }
        self.foot(&across, &mut items);
        if let Some(key) = &self.key {
            let under = self.floor + sizes.units(10.0) + sizes.body() * 1.35;
            let top = under + key.height() - key.rows_height();
            key.draw(Rect { top, bottom: top + key.rows_height(), ..self.frame.body }, &mut items);
        }
        if shown < all {
            let words = format!(
                "{}, not shown at this size",
                counted(all - shown, "more panel", "more panels")
            );
            let at = Point { x: left, y: self.frame.body.bottom - sizes.units(2.0) };
            let width = self.frame.body.right - left;
            items.push(Prim::Text(fitted(
                &words,
                at,
                sizes.note(),
                Weight::Regular,
                PALETTE.text,
                Anchor::Start,
                width,
            )));
        }
        self.frame.items.append(&mut items);
        self.frame.finish(options)
    }

    /// The name of a panel; over the first also what is counted upward.
    fn title(&self, panel: &Panel, number: usize, top: f32, items: &mut Vec<Prim>) {
        let sizes = self.frame.sizes;
        let [left, right, _] = self.edges;
        let size = sizes.body();
        let y = top + size;
        let mut width = right - left;
        if number == 0 {
            let words = match self.chart.scale {
                CountScale::Log => "people, log scale",
                CountScale::Linear => "people",
            };
            let wide = text_width(words, sizes.note(), Weight::Regular);
            if wide * 2.0 < width {
                width -= wide + size;
                let at = Point { x: right, y };
                items.push(Prim::Text(text(words, at, sizes.note(), PALETTE.weak, Anchor::End)));
            }
        }
        let at = Point { x: left, y };
        items.push(Prim::Text(fitted(
            &panel.title,
            at,
            size,
            Weight::Bold,
            PALETTE.text,
            Anchor::Start,
            width,
        )));
    }

    /// The time axis beneath the panels.
    fn foot(&self, across: &Across, items: &mut Vec<Prim>) {
        let sizes = self.frame.sizes;
        let [_, _, label_left] = self.edges;
        let top = self.floor;
        let right = self.frame.body.right;
        let end = if self.zone_in_row { label_left - sizes.units(12.0) } else { right };
        across.labels(top, end, sizes, items);
        if let Some(axis) = self.chart.time.as_ref().filter(|_| self.zone_in_row) {
            let at = Point { x: label_left, y: top + sizes.units(8.0) + sizes.body() };
            let words = zone_words(&axis.zone);
            items.push(Prim::Text(text(&words, at, sizes.note(), PALETTE.weak, Anchor::Start)));
        }
    }
}

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

fn zone_words(zone: &str) -> String {
    if zone.is_empty() { String::new() } else { format!("times in {zone}") }
}

fn words<'a>(chart: &'a Chart, options: &FigureOptions, zone: Option<&str>) -> Words<'a> {
    let claims = chart.evidence.len();
    let mut legend = chart.legend.clone();
    legend.extend(zone.map(str::to_owned));
    let mut marks = chart.panels.iter().flat_map(|panel| &panel.marks);
    if marks.clone().any(|mark| mark.measure != Measure::Total) {
        legend.push("small: no total but a part, an addition or an earlier figure".to_owned());
    }
    if marks.next().is_some() {
        legend.push("numbers: as in the evidence list".to_owned());
    }
    Words {
        title: &chart.headline,
        subtitle: &chart.subtitle,
        key: Vec::new(),
        legend: sentence(&legend),
        source: source_line(&counted(claims, "claim", "claims"), chart.articles, &options.source),
    }
}
