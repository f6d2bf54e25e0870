//! The casualty chart in the window. `stage` is the chart laid out as in the exported figure, `camera` the stretch of
//! time in sight, `marks` and `keys` the ways to use it, `card` what a mark rests on, `list` the evidence beneath it,
//! `filters` what it is narrowed down by.

mod body;
mod camera;
mod card;
mod columns;
mod empty;
mod filters;
mod head;
mod keys;
mod list;
mod marks;
mod narrow;
mod place;
mod shift;
mod stage;

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Frame, Margin, Ui};

use super::case::Case;
use super::desk::Lit;
use super::filters::Days;
use super::made::Made;
use super::theme::colour;
use super::view::View;
use crate::base::AnnotationId;
use crate::base::theme::{Palette, Rgb};
use crate::gui::action::Thing;
use crate::project::State;
use crate::views::chart::{Chart, ChartRequest, Facets};
use crate::views::review::Key;
use crate::views::{SUGGESTED, count, first_chart};

pub use filters::filters;
pub use keys::{annotation_at, has_keyboard, id as mark_id, take_focus};

use camera::Camera;
use keys::At;
use list::List;
use stage::Stage;
pub use stage::{Laid, Look};

/// What the view keeps between frames.
#[derive(Default)]
pub struct ChartView {
    pub made: Made<ChartRequest, Chart>,
    /// What can be chosen among, as of the chart that is ready.
    facets: Option<Arc<Facets>>,
    /// What is shown first was chosen.
    begun: bool,
    camera: Camera,
    /// A large chart laid out on a thread.
    pub laid: Made<Option<Look>, Laid>,
    stage: Option<Stage>,
    list: List,
    /// The part of the height that the chart takes beside its evidence.
    share: Option<f32>,
    days: Days,
    at: At,
    /// The mark that got the keyboard when the chart was turned to: nobody has asked for its card yet.
    silent: Option<AnnotationId>,
    /// Since when there is nothing to show yet, in egui's time.
    waits: Option<f64>,
    /// Open suggestions are shown beside what is decided.
    pub suggestions: bool,
    /// What the marks of those stand for, as of the chart that is ready.
    pub supposed: HashMap<AnnotationId, Key>,
}

/// A chart as a thread has made it.
#[derive(Debug)]
pub struct Drawn {
    pub chart: Chart,
    pub facets: Facets,
    /// What the marks of suggestions stand for.
    pub supposed: HashMap<AnnotationId, Key>,
}

impl ChartView {
    /// Chooses what is shown first, as soon as anything is claimed.
    pub fn meet(&mut self, state: &State) {
        if self.begun {
            return;
        }
        if let Some(first) = first_chart(state) {
            *self.made.request_mut() = first;
            self.begun = true;
        }
    }

    /// Whether a large chart is to be laid out.
    pub fn is_due(&self) -> bool {
        self.laid.request().is_some() && self.laid.is_due(0)
    }

    /// What a thread is to lay out now, if anything.
    pub fn begin_layout(&mut self) -> Option<Look> {
        if self.is_due() { self.laid.begin(0)? } else { None }
    }

    /// Takes what a thread has made.
    pub fn take(&mut self, made: Option<Drawn>) {
        let (chart, facets) = match made {
            Some(made) => {
                self.supposed = made.supposed;
                (Some(made.chart), Some(made.facets))
            }
            None => (None, None),
        };
        self.facets = facets.map(Arc::new).or(self.facets.take());
        self.made.take(chart);
    }

    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        let chart = self.made.value()?;
        let claims = |number: usize| match number {
            1 => "1 claim shown".to_owned(),
            some => format!("{} claims shown", count(some as u64)),
        };
        let mut shown = claims(chart.evidence.len().saturating_sub(chart.suggested));
        if 0 < chart.hidden {
            shown += &format!(", {} hidden by filters", count(chart.hidden as u64));
        }
        if 0 < chart.suggested {
            shown += &format!(", {} {SUGGESTED}", count(chart.suggested as u64));
        }
        Some(shown)
    }
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let margin = Margin { left: 20, right: 16, top: 14, bottom: 0 };
    let ground = Frame::new().fill(colour(view.palette.page)).inner_margin(margin);
    ground.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        match it.made.value().cloned() {
            Some(chart) => whole(ui, it, &chart, case, view),
            None => empty::wait(ui, &mut it.waits),
        }
    });
}

fn whole(ui: &mut Ui, it: &mut ChartView, chart: &Arc<Chart>, case: &Case, view: &View<'_>) {
    it.camera.meet(chart.time.as_ref());
    if chart.evidence.is_empty() {
        let others = it.facets.as_ref().map(|it| filters::outcomes(it)).unwrap_or_default();
        let next = empty::show(ui, chart, it.made.request(), &others, view);
        if let Some(next) = next {
            *it.made.request_mut() = next;
        }
        return;
    }
    if head::show(ui, chart, it.camera.is_zoomed(), view) {
        it.camera.fit();
        ui.request_repaint();
    }
    ui.add_space(8.0);
    let lit = match view.desk.hover.lit() {
        Some(Lit::Thing(Thing::Annotation(id))) => Some(*id),
        _ => None,
    };
    it.list.follow(chart, lit, view.desk.picked);
    body::show(ui, it, chart, case, view);
}

/// The colour of a claimant; grey without one.
fn tone(palette: &Palette, colour: Option<u16>) -> Rgb {
    colour.map_or(palette.weak, |it| palette.actor(it).mark)
}
