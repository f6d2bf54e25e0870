//! Owns the casualty figure: its words, and the size of type at which all panels have room.

use crate::base::words::Measure;
use crate::export::figure::FigureOptions;
use crate::export::figure::frame::{Frame, Words, counted, fitted, sentence, source_line};
use crate::export::figure::layout::{Layout, Zone, people_words, zone_words};
use crate::export::figure::style::Style;
use crate::export::measure::Weight;
use crate::export::scene::{Anchor, Point, Prim, Scene};
use crate::views::chart::Chart;

/// The casualty chart as a finished figure of exactly the asked size.
pub fn casualties(chart: &Chart, options: &FigureOptions) -> Scene {
    let own = Style::of(options);
    let mut style = own;
    while ROOMY * own.factor <= style.factor {
        let figure = Figure::new(chart, options, style);
        if figure.layout.is_roomy() {
            return figure.draw(options);
        }
        match style.smaller() {
            Some(smaller) => style = smaller,
            None => break,
        }
    }
    let mut style = own;
    loop {
        let figure = Figure::new(chart, options, style);
        let fits = figure.layout.fit(0.0) == chart.panels.len();
        match style.smaller() {
            Some(smaller) if !fits => style = smaller,
            _ => return figure.draw(options),
        }
    }
}

/// Type is made smaller down to this share to give panels the height they wish for.
const ROOMY: f32 = 0.72;

struct Figure<'a> {
    frame: Frame,
    layout: Layout<'a>,
}

impl<'a> Figure<'a> {
    fn new(chart: &'a Chart, options: &FigureOptions, style: Style) -> Self {
        let frame = Frame::new(&words(chart, options, Vec::new()), options, style);
        let mut layout = Layout::new(chart, frame.body, style);
        let zone = zone_words(chart).filter(|_| layout.zone == Zone::AtEnd);
        let upward = || format!("upward: {}", people_words(chart));
        let upward = (!layout.says_people).then(upward);
        if zone.is_none() && upward.is_none() {
            return Self { frame, layout };
        }
        let said = zone.iter().chain(&upward).cloned().collect();
        let frame = Frame::new(&words(chart, options, said), options, style);
        if zone.is_some() {
            layout.zone = Zone::Out;
        }
        layout.body = frame.body;
        Self { frame, layout }
    }

    fn draw(mut self, options: &FigureOptions) -> Scene {
        let chart = self.layout.chart;
        if let Some(hint) = hint_if_empty(chart) {
            self.frame.set_empty(NOTHING, &hint);
            return self.frame.finish(options);
        }
        let all = chart.panels.len();
        let style = self.frame.style;
        let mut shown = self.layout.fit(0.0).max(1).min(all);
        let mut less = 0.0;
        if shown < all {
            less = style.note() * 1.5;
            shown = self.layout.fit(less).max(1);
        }
        let across = self.layout.across(style.units(14.0));
        let mut drawn = self.layout.draw(&across, shown, less);
        self.frame.items.append(&mut drawn.items);
        if shown < all {
            let more = counted(all - shown, "more panel", "more panels");
            let words = format!("{more}, not shown at this size");
            let [left, ..] = self.layout.edges;
            let at = Point { x: left, y: self.frame.body.bottom - style.units(2.0) };
            let (size, colour) = (style.note(), style.palette.text);
            let width = self.frame.body.right - left;
            let (weight, start) = (Weight::Regular, Anchor::Start);
            let text = fitted(&words, at, size, weight, colour, start, width);
            self.frame.items.push(Prim::Text(text));
            self.frame.left_out = Some(words);
        }
        self.frame.finish(options)
    }
}

/// Said where there is nothing to draw.
pub(super) const NOTHING: &str = "No claims to show";

/// What to do if there is nothing to draw.
pub(super) fn hint_if_empty(chart: &Chart) -> Option<String> {
    if chart.panels.iter().any(|panel| !panel.marks.is_empty()) {
        return None;
    }
    Some(match chart.hidden {
        0 => {
            "Mark casualty claims in the reports, or accept suggestions, and they will stand here."
                .to_owned()
        }
        hidden => format!(
            "{} left out by the filters; widen them to see more.",
            counted(hidden, "claim is", "claims are")
        ),
    })
}

fn words<'a>(chart: &'a Chart, options: &FigureOptions, said: Vec<String>) -> Words<'a> {
    let claims = chart.evidence.len();
    let mut legend: Vec<String> = chart.legend.iter().map(|it| it.words().to_owned()).collect();
    legend.extend(said);
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
        remarks: String::new(),
        source: source_line(&counted(claims, "claim", "claims"), chart.articles, options),
    }
}
