//! Owns the named rectangle over each mark, and how marks look that light up, are chosen or have the keyboard.

use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{
    CursorIcon, Pos2, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::keys::{self, At};
use super::stage::{Spot, Stage};
use crate::base::AnnotationId;
use crate::base::words::Position;
use crate::gui::action::{Action, Thing};
use crate::gui::desk::Lit;
use crate::gui::scene;
use crate::gui::theme::{self, colour, veil};
use crate::gui::view::View;
use crate::gui::widgets::stop;

/// The least side of what can be clicked, in points.
const LEAST: f32 = 14.0;

/// What the pointer and the keyboard are at.
#[derive(Default)]
pub struct Met {
    /// The mark a card is shown for, and where it lies in the window.
    pub told: Option<(usize, Rect)>,
    /// Where the keyboard is.
    pub at: Option<At>,
}

/// With more marks than this only those at the pointer and at the keyboard have a rectangle, unless a screen reader is
/// there.
const MOST: usize = 600;

/// Shows the rectangles of the marks in sight and answers to them. `last` had the keyboard last: Tab leads to it, or else
/// to the first in sight. `silent` has the keyboard without a card.
pub fn show(
    ui: &Ui,
    stage: &Stage,
    origin: Pos2,
    (last, silent): (Option<AnnotationId>, Option<AnnotationId>),
    view: &View<'_>,
) -> Met {
    let place = |spot: &Spot| {
        let rect = reach(scene::rect(&stage.body(spot)?, origin));
        let has_focus = || ui.memory(|it| it.has_focus(keys::id(spot.annotation)));
        (ui.is_rect_visible(rect) || has_focus()).then_some(rect)
    };
    let is_read = || ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
    let few =
        if stage.marks().len() <= MOST || is_read() { None } else { Some(few(ui, stage, place)) };
    let seen = |it: &&Spot| place(it).is_some();
    let stop = last.and_then(|it| stage.mark(it)).filter(seen);
    let stop = stop.or_else(|| stage.marks().iter().find(seen)).map(|it| it.annotation);
    let mut met = Met::default();
    let mut focused = None;
    let mut meet = |spot: &Spot| {
        let Some(rect) = place(spot) else { return };
        let response = one(ui, spot, rect, stop == Some(spot.annotation), view);
        if response.hovered() {
            met.told = Some((spot.row, rect));
            view.push(Action::Hover(Thing::Annotation(spot.annotation)));
        }
        if response.has_focus() {
            // What the pointer is over elsewhere is told there.
            let lit = view.desk.hover.lit();
            let this = Lit::Thing(Thing::Annotation(spot.annotation));
            let is_told = silent != Some(spot.annotation) && lit.is_none_or(|it| *it == this);
            focused = is_told.then_some((spot.row, rect));
            met.at = Some(At::mark(spot.annotation, spot.row));
            if response.gained_focus() {
                let foot = stage.laid.on.foot;
                let with_axis = rect.bottom() + 24.0 + foot.height();
                ui.scroll_to_rect(rect.expand(24.0).with_max_y(with_axis), None);
            }
        }
    };
    match few {
        None => stage.marks().iter().for_each(&mut meet),
        Some(few) => few.into_iter().filter_map(|at| stage.marks().get(at)).for_each(&mut meet),
    }
    met.told = met.told.or(focused);
    met
}

/// The mark under the pointer, the one with the keyboard and those beside it, the first and the last in sight.
fn few(ui: &Ui, stage: &Stage, place: impl Fn(&Spot) -> Option<Rect>) -> BTreeSet<usize> {
    let pointer = ui.input(|it| it.pointer.hover_pos()).filter(|it| ui.clip_rect().contains(*it));
    let is_over = |it: &Spot| pointer.is_some_and(|at| place(it).is_some_and(|it| it.contains(at)));
    let under = pointer.and_then(|_| stage.marks().iter().rposition(is_over));
    if stage.under.replace(under) != under {
        ui.request_repaint();
    }
    let is_seen = |it: &Spot| place(it).is_some();
    let focused = ui.memory(|it| it.focused());
    let at = focused
        .and_then(|focus| stage.marks().iter().position(|it| keys::id(it.annotation) == focus));
    let beside = at.into_iter().flat_map(|at| at.saturating_sub(1)..=at + 1);
    let ends = [stage.marks().iter().position(is_seen), stage.marks().iter().rposition(is_seen)];
    beside.chain(ends.into_iter().flatten()).chain(under).collect()
}

fn one(ui: &Ui, spot: &Spot, rect: Rect, is_stop: bool, view: &View<'_>) -> Response {
    let response = ui.interact(rect, keys::id(spot.annotation), stop(ui, is_stop));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spot.name));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() {
        view.push(Action::Show { annotation: spot.annotation, passage: 0 });
    }
    response
}

/// Around a mark, wide enough to be hit.
fn reach(rect: Rect) -> Rect {
    let more = |side: f32| ((LEAST - side) / 2.0).max(1.0);
    rect.expand2(vec2(more(rect.width()), more(rect.height())))
}

/// Lights up what lights up elsewhere, and rings what is chosen and what has the keyboard.
pub fn lights(ui: &Ui, stage: &Stage, origin: Pos2, view: &View<'_>) {
    let palette = view.palette;
    let lit = |it: &Spot| view.lights.has(it.annotation);
    if !view.lights.is_empty() && stage.marks().iter().any(lit) {
        ui.painter().rect_filled(ui.clip_rect(), 0.0, veil(palette.page, 0.4));
        let seen = stage.marks().iter().filter(|it| lit(it)).filter_map(|it| stage.body(it));
        for body in seen.take(MOST_HALOS) {
            let rect = scene::rect(&body, origin).expand(5.0);
            ui.painter().rect_filled(rect, theme::RADIUS, veil(palette.accent, 0.16));
        }
        for shade in stage.shades(|it| view.lights.has(it)).take(MOST_HALOS) {
            // One under others has no colour of its own.
            let tint = palette.position(Position::Condemn).mark;
            let edge = Stroke::new(1.0, veil(tint, 0.6));
            let rect = scene::rect(&shade, origin);
            ui.painter().rect(rect, 0.0, veil(tint, 0.16), edge, StrokeKind::Inside);
        }
        stage.paint_these(ui, origin, |it| view.lights.has(it));
    }
    let picked = view.desk.picked.and_then(|it| stage.body(stage.mark(it)?));
    let focused = keys::focused(ui, stage).and_then(|it| stage.body(it));
    for (body, away, width) in [(picked, 3.0, 1.5), (focused, 4.0, 2.5)] {
        if let Some(body) = body {
            ring(ui, scene::rect(&body, origin).expand(away), width, view);
            // The number at the mark is read over the ring.
            stage.paint_words(ui, origin, body.grown(away + width));
        }
    }
}

/// Where more light up, the others being pale must do.
const MOST_HALOS: usize = 500;

fn ring(ui: &Ui, rect: Rect, width: f32, view: &View<'_>) {
    let stroke = Stroke::new(width, colour(view.palette.accent));
    ui.painter().rect_stroke(rect, theme::RADIUS, stroke, StrokeKind::Outside);
}

/// Lights up all that stands behind a line or a dispute.
pub fn light_all(annotations: &[AnnotationId], view: &View<'_>) {
    view.push(Action::HoverAll(Rc::from(annotations)));
}
