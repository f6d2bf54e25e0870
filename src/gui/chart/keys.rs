//! Owns where the keyboard is in the chart and what keys do while a mark has it: the arrows walk from mark to mark,
//! others zoom.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::camera::Camera;
use super::stage::{Spot, Stage};
use super::{ChartView, list};
use crate::base::AnnotationId;
use crate::gui::quoted;
use crate::gui::view::View;
use crate::views::chart::Chart;

/// Where in the chart the keyboard is, or was last.
#[derive(Debug, Clone, Copy, Default)]
pub struct At {
    annotation: Option<AnnotationId>,
    /// At its row of the evidence, not at its mark.
    in_list: bool,
    /// Its row, for the next one where it is deleted.
    row: usize,
}

impl At {
    /// At the mark of a row.
    pub fn mark(annotation: AnnotationId, row: usize) -> Self {
        Self { annotation: Some(annotation), in_list: false, row }
    }

    /// At a row of the evidence.
    pub fn row(annotation: AnnotationId, row: usize) -> Self {
        Self { annotation: Some(annotation), in_list: true, row }
    }

    pub fn annotation(&self) -> Option<AnnotationId> {
        self.annotation
    }

    fn id(&self) -> Option<Id> {
        let annotation = self.annotation?;
        Some(if self.in_list { list::id(annotation) } else { id(annotation) })
    }
}

/// Gives the keyboard to what had it last, or to what was gone to from here since; at first to the first mark. Whether
/// the chart is ready for that.
pub fn take_focus(ui: &Ui, it: &mut ChartView, view: &View<'_>) -> bool {
    let Some(chart) = it.made.value().filter(|it| !it.evidence.is_empty()) else { return false };
    let Some(stage) = &it.stage else {
        ui.request_repaint();
        return false;
    };
    let row_of = |id| chart.evidence.iter().position(|it| it.annotation == id);
    // Another is chosen since.
    let other = view.desk.picked.filter(|id| it.at.annotation != Some(*id));
    let (annotation, in_list) = match (other, it.at.annotation) {
        (Some(id), _) if row_of(id).is_some() => (id, false),
        (_, Some(id)) if row_of(id).is_some() => (id, it.at.in_list),
        // The first mark of the first panel is in sight.
        (_, None) => match chart.panels.iter().find_map(|it| it.marks.first()) {
            Some(mark) => (mark.annotation, false),
            None => return false,
        },
        _ => match chart.evidence.get(it.at.row).or(chart.evidence.last()) {
            Some(of) => (of.annotation, it.at.in_list),
            None => return false,
        },
    };
    let row = row_of(annotation).unwrap_or(0);
    if it.at.annotation.is_none() && other.is_none() {
        it.silent = Some(annotation);
    }
    it.at = At { annotation: Some(annotation), in_list, row };
    if in_list {
        it.list.reveal(row);
    } else if let Some(at) = stage.mark(annotation).and_then(|it| it.at) {
        it.camera.reveal(at);
    }
    ui.memory_mut(|memory| it.at.id().into_iter().for_each(|id| memory.request_focus(id)));
    true
}

/// Whether this, which has the keyboard, is a mark or a row of the evidence.
pub fn has_keyboard(it: &ChartView, focused: Option<Id>) -> bool {
    focused.is_some() && it.at.id() == focused
}

/// The annotation whose mark or row this is, which has the keyboard.
pub fn annotation_at(it: &ChartView, focused: Option<Id>) -> Option<AnnotationId> {
    it.at.annotation.filter(|_| has_keyboard(it, focused))
}

/// The name by which a mark has the keyboard.
pub fn id(annotation: AnnotationId) -> Id {
    Id::unique("mark of the chart").with(annotation)
}

/// The mark that has the keyboard.
pub fn focused<'a>(ui: &Ui, stage: &'a Stage) -> Option<&'a Spot> {
    let focused = ui.memory(|it| it.focused())?;
    stage.marks().iter().find(|it| id(it.annotation) == focused)
}

/// Walks, zooms and copies.
pub fn walk(ui: &Ui, stage: &Stage, camera: &mut Camera, chart: &Chart, view: &View<'_>) {
    let Some(here) = focused(ui, stage) else { return };
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: camera.is_zoomed(),
        tab: false,
    };
    ui.memory_mut(|it| it.set_focus_lock_filter(id(here.annotation), filter));
    let pressed = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
    let plain = |key| pressed(Modifiers::NONE, key);
    let minute = here.at.map(|it| it as f64);
    if plain(Key::Plus) || plain(Key::Equals) || pressed(Modifiers::SHIFT, Key::Plus) {
        camera.zoom(0.7, minute);
    }
    if plain(Key::Minus) {
        camera.zoom(1.0 / 0.7, minute);
    }
    if pressed(Modifiers::SHIFT, Key::ArrowLeft) {
        camera.pan(-0.2);
    }
    if pressed(Modifiers::SHIFT, Key::ArrowRight) {
        camera.pan(0.2);
    }
    quoted::copy(ui, view, chart.evidence.get(here.row).into_iter());
    let home = plain(Key::Home);
    if (home || plain(Key::Num0) || plain(Key::Escape)) && camera.is_zoomed() {
        camera.fit();
        return;
    }
    let place = stage.marks().iter().position(|it| it.annotation == here.annotation);
    let next = place.and_then(|at| {
        if plain(Key::ArrowRight) {
            stage.marks().get(at + 1)
        } else if plain(Key::ArrowLeft) {
            stage.marks().get(at.checked_sub(1)?)
        } else if plain(Key::ArrowDown) {
            beside(stage, here, true)
        } else if plain(Key::ArrowUp) {
            beside(stage, here, false)
        } else if home {
            stage.marks().first()
        } else if plain(Key::End) {
            stage.marks().last()
        } else {
            None
        }
    });
    if let Some(next) = next {
        next.at.into_iter().for_each(|it| camera.reveal(it));
        ui.memory_mut(|it| it.request_focus(id(next.annotation)));
    }
}

/// The mark nearest in time in the next panel below or above that has marks.
fn beside<'a>(stage: &'a Stage, here: &Spot, below: bool) -> Option<&'a Spot> {
    let others = || {
        stage
            .marks()
            .iter()
            .filter(|it| if below { here.panel < it.panel } else { it.panel < here.panel })
    };
    let panels = others().map(|it| it.panel);
    let panel = if below { panels.min() } else { panels.max() }?;
    let far = |it: &&Spot| match (it.at, here.at) {
        (Some(one), Some(other)) => one.abs_diff(other),
        (None, None) => it.row.abs_diff(here.row) as u64,
        _ => u64::MAX,
    };
    others().filter(|it| it.panel == panel).min_by_key(far)
}
