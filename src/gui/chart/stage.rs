//! Owns the chart as it is laid out for the room there is: where each mark, line and dispute lies. Made anew only when
//! the chart, the room, the colours or the stretch of time change; a large one on a thread.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Pos2, Ui, Vec2, vec2};

use super::shift::Shift;
use crate::base::AnnotationId;
use crate::base::theme::Palette;
use crate::export::{OnScreen, Point, Prim, Rect, Screen, Text, casualties_on_screen};
use crate::gui::scene::{self, Kept};
use crate::views::chart::{Chart, MarkTime, StepLine};

/// How far from a line the pointer may be to be over it, in points.
const NEAR: f32 = 5.0;

/// Size of words, in points.
const TYPE_SIZE: f32 = 13.0;

/// A chart of so few marks is laid out within a frame.
const FEW: usize = 250;

/// What a chart is laid out for.
#[derive(Debug, Clone)]
pub struct Look {
    pub chart: Arc<Chart>,
    pub palette: &'static Palette,
    pub size: Vec2,
    pub window: Option<(i64, i64)>,
    /// Pixels to the point.
    pub scale: f32,
    /// Where its upper left corner will lie, as far as is known.
    pub at: Pos2,
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.chart, &other.chart)
            && std::ptr::eq(self.palette, other.palette)
            && self.size == other.size
            && self.window == other.window
            && self.scale == other.scale
    }
}

impl Look {
    pub fn new(
        chart: &Arc<Chart>,
        palette: &'static Palette,
        size: Vec2,
        window: Option<(i64, i64)>,
        scale: f32,
    ) -> Self {
        let size = vec2(size.x.round(), size.y.round());
        Self { chart: Arc::clone(chart), palette, size, window, scale, at: Pos2::ZERO }
    }

    /// Whether it can be laid out at once.
    pub fn is_small(&self) -> bool {
        self.chart.evidence.len() <= FEW
    }

    /// Lays the chart out.
    pub fn laid(self) -> Laid {
        let Self { ref chart, palette, size, window, scale, at } = self;
        let (width, height) = (size.x, size.y);
        let screen = Screen { width, height, palette, type_size: TYPE_SIZE, window };
        let on = casualties_on_screen(chart, &screen);
        let cut = Kept::new(&on.scene.items, scale, at);
        let mut laid = Laid { on, cut, marks: spots(chart), traces: vec![], look: self };
        laid.find();
        laid
    }
}

/// A laid-out chart.
#[derive(Debug)]
pub struct Laid {
    pub look: Look,
    pub on: OnScreen,
    /// The same, ready to be painted.
    cut: Kept,
    /// All marks of the chart in the order of time and then of text, in sight or not.
    pub marks: Vec<Spot>,
    /// Lines with their labels, and disputes.
    traces: Vec<Trace>,
}

/// A laid-out chart as it is shown.
pub struct Stage {
    pub laid: Arc<Laid>,
    /// It stands in for another stretch of time until that is laid out.
    shift: Option<Shift>,
    kept: Kept,
    /// The mark under the pointer, where there are too many for a rectangle each.
    pub under: Cell<Option<usize>>,
}

/// A mark.
#[derive(Debug)]
pub struct Spot {
    pub annotation: AnnotationId,
    /// Its row of the evidence.
    pub row: usize,
    pub panel: usize,
    /// Its minute, if it has a time.
    pub at: Option<i64>,
    /// What a screen reader says.
    pub name: String,
    /// Where it lies with its bounds; none if it is out of sight.
    body: Option<Rect>,
}

/// Something that several marks stand behind.
#[derive(Debug)]
pub struct Trace {
    pub annotations: Vec<AnnotationId>,
    /// What is said of it.
    pub words: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Line(Vec<Point>),
    /// The words that name a line.
    Label(Rect),
    /// What is shaded for a dispute.
    Shade(Rect),
}

impl Stage {
    pub fn new(laid: Arc<Laid>) -> Self {
        let kept = laid.cut.clone();
        Self { laid, shift: None, kept, under: Cell::default() }
    }

    /// Stands in for another stretch of time.
    pub fn shift(&mut self, window: Option<(i64, i64)>) {
        self.shift = Shift::new(&self.laid.on, self.laid.look.window, window);
    }

    pub fn marks(&self) -> &[Spot] {
        &self.laid.marks
    }

    /// Where a mark lies with its bounds; none if it is out of sight.
    pub fn body(&self, spot: &Spot) -> Option<Rect> {
        match &self.shift {
            None => spot.body,
            Some(shift) => shift.rect(spot.body?),
        }
    }

    /// The mark of an annotation.
    pub fn mark(&self, annotation: AnnotationId) -> Option<&Spot> {
        self.marks().iter().find(|it| it.annotation == annotation)
    }

    /// Paints all of it.
    pub fn paint(&mut self, ui: &Ui, origin: Pos2) {
        let items = &self.laid.on.scene.items;
        match &self.shift {
            None => self.kept.paint(ui, items, origin),
            Some(shift) => {
                scene::paint_moved(ui, &shift.items(items), origin);
            }
        }
    }

    /// Paints the time axis beneath the panels again.
    pub fn paint_foot(&self, ui: &Ui, origin: Pos2) {
        let (foot, items) = (self.laid.on.foot, &self.laid.on.scene.items);
        let is_foot = |it: &&Prim| {
            let is_mark = matches!(it, Prim::Group { annotations, .. } if !annotations.is_empty());
            let within = |it: Rect| foot.top - 1.0 <= it.top && it.bottom <= foot.bottom + 4.0;
            !is_mark && it.bounds().is_some_and(within)
        };
        let axis: Vec<Prim> = items.iter().filter(is_foot).cloned().collect();
        match &self.shift {
            None => scene::paint(ui, &axis, origin),
            Some(shift) => scene::paint_moved(ui, &shift.items(&axis), origin),
        }
    }

    /// Paints the words at marks again that reach into a rectangle.
    pub fn paint_words(&self, ui: &Ui, origin: Pos2, within: Rect) {
        if self.shift.is_some() {
            return;
        }
        let words = self.laid.on.scene.items.iter().filter(|it| match it {
            Prim::Text(it) => it.halo.is_some() && it.bounds().overlaps(&within),
            _ => false,
        });
        scene::paint(ui, words, origin);
    }

    /// What is shaded for the disputes that are wholly between these annotations.
    pub fn shades(&self, has: impl Fn(AnnotationId) -> bool) -> impl Iterator<Item = Rect> {
        let traces = self.laid.traces.iter().filter(|_| self.shift.is_none());
        traces.filter_map(move |it| match it.place {
            Place::Shade(rect) if it.annotations.iter().all(|it| has(*it)) => Some(rect),
            _ => None,
        })
    }

    /// Paints the things of these annotations again: marks, and lines that are wholly theirs.
    pub fn paint_these(&self, ui: &Ui, origin: Pos2, has: impl Fn(AnnotationId) -> bool) {
        if self.shift.is_some() {
            return;
        }
        let these = groups(&self.laid.on.scene.items).filter(|it| match it {
            Prim::Group { annotations, items, .. } => {
                let is_shade = matches!(items.as_slice(), [Prim::Rect { .. }]);
                !is_shade && !annotations.is_empty() && annotations.iter().all(|it| has(*it))
            }
            _ => false,
        });
        scene::paint(ui, these, origin);
    }

    /// The line at a place, or else the dispute: of several that are shaded there the smallest, which has no other
    /// place to be pointed at.
    pub fn trace(&self, at: Point) -> Option<&Trace> {
        let traces = self.laid.traces.iter().filter(|_| self.shift.is_none());
        let line = traces.clone().find(|it| match &it.place {
            Place::Line(points) => is_near(points, at),
            Place::Label(rect) => rect.distance(at) <= 0.0,
            Place::Shade(_) => false,
        });
        let shades = traces.filter_map(|it| match it.place {
            Place::Shade(rect) if rect.distance(at) <= 0.0 => Some((it, rect)),
            _ => None,
        });
        let area = |it: Rect| it.width() * it.height();
        let least = || shades.min_by(|one, other| area(one.1).total_cmp(&area(other.1)));
        line.or_else(|| least().map(|it| it.0))
    }
}

impl Laid {
    /// Finds marks, lines and disputes in the display list.
    fn find(&mut self) {
        let chart = Arc::clone(&self.look.chart);
        let mut rows: Vec<Option<Rect>> = vec![None; chart.evidence.len()];
        let row_of: HashMap<AnnotationId, usize> =
            chart.evidence.iter().enumerate().map(|(row, it)| (it.annotation, row)).collect();
        let mut traces = vec![];
        for group in groups(&self.on.scene.items) {
            let Prim::Group { annotations, title, items } = group else { continue };
            match annotations.as_slice() {
                [] => {}
                [one] => {
                    let place = row_of.get(one).and_then(|row| rows.get_mut(*row));
                    if let Some(place) = place {
                        *place = group.bounds();
                    }
                }
                several => traces.extend(items.iter().filter_map(|it| {
                    let place = match it {
                        Prim::Polyline { points, .. } => Place::Line(points.clone()),
                        Prim::Rect { rect, .. } => Place::Shade(*rect),
                        _ => return None,
                    };
                    let annotations = several.to_vec();
                    Some(Trace { annotations, words: title.clone(), place })
                })),
            }
        }
        for spot in &mut self.marks {
            spot.body = rows.get(spot.row).copied().flatten();
        }
        for trace in &mut traces {
            if let (Place::Line(_), Some(line)) = (&trace.place, line_of(&chart, trace)) {
                trace.annotations = of_claimant(&chart, &line.claimant);
            }
        }
        traces.extend(self.labels(&chart));
        self.traces = traces;
    }

    /// The labels at the right of the panels and in the key beneath stand for the lines they name.
    fn labels(&self, chart: &Chart) -> Vec<Trace> {
        let plot = self.on.plot;
        let is_beside = |it: &&Text| plot.right < it.at.x || plot.bottom < it.at.y;
        let texts = texts(&self.on.scene.items).filter(is_beside);
        let lines: Vec<&StepLine> = chart.panels.iter().flat_map(|it| &it.lines).collect();
        let named = |it: &Text| {
            let is = |line: &&&StepLine| {
                line.label == it.text
                    || it.whole.as_ref() == Some(&line.label)
                    || (4 <= it.text.chars().count() && line.label.contains(&it.text))
            };
            let line = lines.iter().find(is)?;
            Some(Trace {
                annotations: of_claimant(chart, &line.claimant),
                words: line.label.clone(),
                place: Place::Label(it.bounds()),
            })
        };
        texts.filter_map(named).collect()
    }
}

fn spots(chart: &Chart) -> Vec<Spot> {
    let panels = chart.panels.iter().enumerate();
    let marks = panels.flat_map(|(panel, it)| it.marks.iter().map(move |mark| (panel, mark)));
    let mut spots: Vec<Spot> = marks
        .map(|(panel, mark)| Spot {
            annotation: mark.annotation,
            row: mark.evidence,
            panel,
            at: match mark.at {
                MarkTime::Known { at, .. } => Some(at),
                MarkTime::Gutter { .. } => None,
            },
            name: format!("{}. {}", mark.evidence.saturating_add(1), mark.name),
            body: None,
        })
        .collect();
    spots.sort_by_key(|it| it.row);
    spots
}

/// The line that was drawn through these annotations.
fn line_of<'a>(chart: &'a Chart, trace: &Trace) -> Option<&'a StepLine> {
    chart.panels.iter().find_map(|panel| {
        let first = |it: &&StepLine| {
            let mark = it.marks.first().and_then(|it| panel.marks.get(*it));
            it.label == trace.words
                && mark.map(|it| it.annotation) == trace.annotations.first().copied()
        };
        panel.lines.iter().find(first)
    })
}

/// All that a claimant says in a chart.
fn of_claimant(chart: &Chart, name: &str) -> Vec<AnnotationId> {
    let marks = chart.panels.iter().flat_map(|it| &it.marks);
    marks.filter(|it| it.claimant == name).map(|it| it.annotation).collect()
}

/// All groups, the outer before the inner.
fn groups(items: &[Prim]) -> impl Iterator<Item = &Prim> {
    let mut open: Vec<&Prim> = items.iter().rev().collect();
    std::iter::from_fn(move || {
        loop {
            let next = open.pop()?;
            if let Prim::Group { items, .. } = next {
                open.extend(items.iter().rev());
                return Some(next);
            }
        }
    })
}

fn texts(items: &[Prim]) -> impl Iterator<Item = &Text> {
    let mut open: Vec<&Prim> = items.iter().rev().collect();
    std::iter::from_fn(move || {
        loop {
            match open.pop()? {
                Prim::Text(it) => return Some(it),
                Prim::Group { items, .. } => open.extend(items.iter().rev()),
                _ => {}
            }
        }
    })
}

fn is_near(points: &[Point], at: Point) -> bool {
    let mut pairs = points.iter().zip(points.iter().skip(1));
    pairs.any(|(from, to)| {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let long = (dx * dx + dy * dy).max(f32::EPSILON);
        let share = (((at.x - from.x) * dx + (at.y - from.y) * dy) / long).clamp(0.0, 1.0);
        (from.x + dx * share - at.x).hypot(from.y + dy * share - at.y) <= NEAR
    })
}
