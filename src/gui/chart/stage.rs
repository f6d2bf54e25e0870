//! Owns the chart as it is laid out for the room there is: where each mark, line and dispute lies. Made anew only when
//! the chart, the room, the colours or the stretch of time change.

use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{Vec2, vec2};

use crate::base::AnnotationId;
use crate::base::theme::Palette;
use crate::export::{OnScreen, Point, Prim, Rect, Screen, Text, casualties_on_screen};
use crate::gui::scene::Kept;
use crate::views::chart::{Chart, MarkTime, StepLine};

/// How far from a line the pointer may be to be over it, in points.
const NEAR: f32 = 5.0;

/// What a stage is laid out for.
struct For {
    chart: Arc<Chart>,
    palette: &'static Palette,
    size: Vec2,
    window: Option<(i64, i64)>,
}

/// The laid-out chart.
pub struct Stage {
    of: For,
    pub on: OnScreen,
    /// All marks of the chart in the order of time and then of text, in sight or not.
    pub marks: Vec<Spot>,
    /// Lines with their labels, and disputes.
    pub traces: Vec<Trace>,
    pub kept: Kept,
    /// The mark under the pointer, where there are too many for a rectangle each.
    pub under: Option<usize>,
}

/// A mark.
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
    pub body: Option<Rect>,
}

/// Something that several marks stand behind.
pub struct Trace {
    pub annotations: Rc<[AnnotationId]>,
    /// What is said of it.
    pub words: String,
    place: Place,
}

enum Place {
    Line(Vec<Point>),
    Within(Rect),
}

impl Stage {
    /// The stage for this chart and room: `kept` if it is that already.
    pub fn of(
        kept: Option<Self>,
        chart: &Arc<Chart>,
        palette: &'static Palette,
        size: Vec2,
        window: Option<(i64, i64)>,
    ) -> Self {
        let size = vec2(size.x.round(), size.y.round());
        let is_same = |it: &Self| {
            Arc::ptr_eq(&it.of.chart, chart)
                && std::ptr::eq(it.of.palette, palette)
                && it.of.size == size
                && it.of.window == window
        };
        if let Some(kept) = kept.filter(is_same) {
            return kept;
        }
        let screen =
            Screen { width: size.x, height: size.y, palette, type_size: TYPE_SIZE, window };
        let on = casualties_on_screen(chart, &screen);
        let mut stage = Self {
            of: For { chart: Arc::clone(chart), palette, size, window },
            on,
            marks: spots(chart),
            traces: vec![],
            kept: Kept::default(),
            under: None,
        };
        stage.find();
        stage
    }

    /// The stretch of time it was laid out for.
    pub fn window(&self) -> Option<(i64, i64)> {
        self.of.window
    }

    /// The mark of an annotation.
    pub fn mark(&self, annotation: AnnotationId) -> Option<&Spot> {
        self.marks.iter().find(|it| it.annotation == annotation)
    }

    /// The topmost line or dispute at a place.
    pub fn trace(&self, at: Point) -> Option<&Trace> {
        let is_line = |it: &&Trace| matches!(it.place, Place::Line(_));
        let over = |it: &&Trace| match &it.place {
            Place::Line(points) => is_near(points, at),
            Place::Within(rect) => rect.distance(at) <= 0.0,
        };
        let lines = self.traces.iter().filter(is_line).find(over);
        lines.or_else(|| self.traces.iter().find(over))
    }

    /// The things painted of these annotations: marks, and lines that are wholly theirs.
    pub fn things<'a>(
        &'a self,
        has: &'a dyn Fn(AnnotationId) -> bool,
    ) -> impl Iterator<Item = &'a Prim> {
        groups(&self.on.scene.items).filter(move |it| match it {
            Prim::Group { annotations, .. } => {
                !annotations.is_empty() && annotations.iter().all(|it| has(*it))
            }
            _ => false,
        })
    }

    /// Finds marks, lines and disputes in the display list.
    fn find(&mut self) {
        let chart = Arc::clone(&self.of.chart);
        let mut rows: Vec<Option<Rect>> = vec![None; chart.evidence.len()];
        let row_of: std::collections::HashMap<AnnotationId, usize> =
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
                        Prim::Rect { rect, .. } => Place::Within(*rect),
                        _ => return None,
                    };
                    let annotations = several.iter().copied().collect();
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

    /// The labels at the right of the panels stand for the lines they name.
    fn labels(&self, chart: &Chart) -> Vec<Trace> {
        let edge = self.on.plot.right;
        let texts = texts(&self.on.scene.items).filter(|it| edge < it.at.x);
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
                place: Place::Within(it.bounds()),
            })
        };
        texts.filter_map(named).collect()
    }
}

/// Size of words, in points.
const TYPE_SIZE: f32 = 13.0;

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
fn of_claimant(chart: &Chart, name: &str) -> Rc<[AnnotationId]> {
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
