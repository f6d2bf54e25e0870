//! Owns what keys do while a mark has the keyboard: the arrows walk from mark to mark, others zoom.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::camera::Camera;
use super::stage::{Spot, Stage};
use crate::base::AnnotationId;

/// The name by which a mark has the keyboard.
pub fn id(annotation: AnnotationId) -> Id {
    Id::unique("mark of the chart").with(annotation)
}

/// The mark that has the keyboard.
pub fn focused<'a>(ui: &Ui, stage: &'a Stage) -> Option<&'a Spot> {
    let focused = ui.memory(|it| it.focused())?;
    stage.marks().iter().find(|it| id(it.annotation) == focused)
}

/// Walks and zooms. Whether something is to be shown elsewhere.
pub fn walk(ui: &Ui, stage: &Stage, camera: &mut Camera) {
    let Some(here) = focused(ui, stage) else { return };
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
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
    let home = plain(Key::Home);
    if (home || plain(Key::Num0)) && camera.is_zoomed() {
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
