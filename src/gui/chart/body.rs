//! Owns how chart and evidence share the height, and the order in which the chart is laid out, painted and answered to
//! in a frame.

use std::sync::Arc;

use eframe::egui::scroll_area::ScrollSource;
use eframe::egui::{
    CursorIcon, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, vec2,
};

use super::keys::At;
use super::stage::{Look, Stage};
use super::{ChartView, card, empty, keys, list, marks};
use crate::base::AnnotationId;
use crate::gui::case::Case;
use crate::gui::scene;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::views::chart::{Chart, Mark};

/// The part of the height that the chart takes at first.
const SHARE: f32 = 0.64;

/// The least height of the chart and of the evidence, in points.
const LEAST: (f32, f32) = (150.0, 92.0);

/// How far from the line between them it can be taken, in points.
const GRIP: f32 = 4.0;

/// Shows the chart, and beneath it the evidence.
pub fn show(ui: &mut Ui, it: &mut ChartView, chart: &Arc<Chart>, case: &Case, view: &View<'_>) {
    let room = ui.available_rect_before_wrap();
    let most = (room.height() - LEAST.1).max(LEAST.0);
    let tall = (room.height() * it.share.unwrap_or(SHARE)).clamp(LEAST.0, most).round();
    let edge = room.top() + tall;
    part(ui, room.with_max_y(edge - GRIP), "chart", |ui| stage(ui, it, chart, case, view));
    let beneath = room.with_min_y(edge + GRIP);
    let marks = marks_of_rows(chart);
    part(ui, beneath, "evidence", |ui| {
        list::show(ui, &mut it.list, chart, &marks, it.at.annotation(), view)
    });
    it.at = it.list.at.take().unwrap_or(it.at);
    if let Some(share) = line(ui, room, edge, view) {
        it.share = share;
    }
    ui.advance_cursor_after_rect(room);
}

fn part(ui: &mut Ui, room: Rect, name: &str, show: impl FnOnce(&mut Ui)) {
    let mut part = ui.new_child(UiBuilder::new().max_rect(room).id_salt(name));
    part.shrink_clip_rect(room.expand2(vec2(4.0, 0.0)));
    show(&mut part);
}

fn marks_of_rows(chart: &Chart) -> Vec<Option<&Mark>> {
    let mut rows = vec![None; chart.evidence.len()];
    for mark in chart.panels.iter().flat_map(|it| &it.marks) {
        if let Some(row) = rows.get_mut(mark.evidence) {
            *row = Some(mark);
        }
    }
    rows
}

/// The line between chart and evidence; the chart's part of the height if it is dragged, the usual one after a double
/// click.
fn line(ui: &Ui, room: Rect, edge: f32, view: &View<'_>) -> Option<Option<f32>> {
    let grip = Rect::from_x_y_ranges(room.x_range(), edge - GRIP..=edge + GRIP);
    let response =
        ui.interact(grip, ui.scope_id().with("evidence line"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Splitter, true, "Line between chart and evidence")
    });
    let held = response.hovered() || response.dragged();
    let tone = if held { view.palette.accent } else { view.palette.line };
    ui.painter().hline(room.x_range(), edge, Stroke::new(1.0, colour(tone)));
    if held {
        ui.set_cursor_icon(CursorIcon::ResizeVertical);
    }
    if response.double_clicked() {
        return Some(None);
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged())?;
    Some(Some(((pointer.y - room.top()) / room.height().max(1.0)).clamp(0.1, 0.9)))
}

/// The chart itself, which scrolls where its panels need more height than there is. The time axis stays in sight.
fn stage(ui: &mut Ui, it: &mut ChartView, chart: &Arc<Chart>, case: &Case, view: &View<'_>) {
    let size = ui.available_size() - vec2(10.0, 0.0);
    let source = ScrollSource::SCROLL_BAR | ScrollSource::MOUSE_WHEEL;
    let area = ScrollArea::vertical().auto_shrink(false).scroll_source(source);
    let shown = area.show(ui, |ui| {
        let Some(mut now) = lay_out(ui, it, chart, size, view) else {
            empty::wait(ui, &mut it.waits);
            return None;
        };
        it.waits = None;
        keys::walk(ui, &now, &mut it.camera, chart, view);
        let height = now.laid.on.scene.height;
        let (rect, _) = ui.allocate_exact_size(vec2(size.x, height), Sense::hover());
        let origin = rect.min;
        let foot = scene::rect(&now.laid.on.foot, origin);
        let seen = ui.clip_rect();
        let raised = (foot.bottom() - seen.bottom()).max(0.0);
        if 0.0 < raised {
            // Nothing is pointed at beneath the time axis.
            ui.shrink_clip_rect(seen.with_max_y(foot.top() - raised));
        }
        let plot = scene::rect(&now.laid.on.plot, origin);
        let before = it.camera.window();
        let pointed = it.camera.show(ui, Id::unique("time of the chart"), plot);
        if it.camera.window() != before {
            it.stage = Some(now);
            now = lay_out(ui, it, chart, size, view)?;
            ui.request_repaint();
        }
        let last = (it.at.annotation(), it.silent);
        let at = answer(ui, &mut now, chart, case, (origin, pointed), last, view);
        it.at = at.unwrap_or(it.at);
        it.silent = it.silent.filter(|_| it.at.annotation() == it.silent);
        it.stage = Some(now);
        (0.0 < raised).then_some((origin, raised))
    });
    if let (Some((origin, raised)), Some(stage)) = (shown.inner, &it.stage) {
        let foot = scene::rect(&stage.laid.on.foot, origin).translate(vec2(0.0, -raised));
        let edge = Stroke::new(1.0, colour(view.palette.line));
        ui.painter().rect_filled(foot.expand2(vec2(4.0, 0.0)), 0.0, colour(view.palette.page));
        ui.painter().hline(foot.x_range(), foot.top(), edge);
        stage.paint_foot(ui, origin - vec2(0.0, raised));
    }
}

/// The chart as it is to be shown. A large one is laid out on a thread; what was there before stands in for it.
fn lay_out(
    ui: &Ui,
    it: &mut ChartView,
    chart: &Arc<Chart>,
    size: Vec2,
    view: &View<'_>,
) -> Option<Stage> {
    let scale = ui.ctx().pixels_per_point();
    let (window, at) = (it.camera.window(), ui.cursor().min);
    let look = Look { at, ..Look::new(chart, view.palette, size, window, scale) };
    let mut before = it.stage.take();
    if let Some(mut same) = before.take_if(|it| it.laid.look == look) {
        same.shift(look.window);
        return Some(same);
    }
    if look.is_small() {
        return Some(Stage::new(Arc::new(look.laid())));
    }
    *it.laid.request_mut() = Some(look);
    let made = it.laid.value().filter(|made| Arc::ptr_eq(&made.look.chart, chart));
    let is_made = |it: &mut Stage| made.is_some_and(|made| Arc::ptr_eq(made, &it.laid));
    let kept = before.take_if(is_made);
    // Thousands of things take their time to be given back.
    rayon::spawn(move || drop(before));
    let mut stage = kept.or_else(|| made.cloned().map(Stage::new))?;
    stage.shift(window);
    Some(stage)
}

/// Paints the chart and tells what the pointer and the keyboard are at. Where the keyboard is, if it is in the chart.
fn answer(
    ui: &Ui,
    stage: &mut Stage,
    chart: &Chart,
    case: &Case,
    (origin, pointed): (Pos2, Option<Response>),
    last: (Option<AnnotationId>, Option<AnnotationId>),
    view: &View<'_>,
) -> Option<At> {
    stage.paint(ui, origin);
    marks::lights(ui, stage, origin, view);
    let met = marks::show(ui, stage, origin, last, view);
    let is_dragged = pointed.is_some_and(|it| it.dragged());
    if let Some((row, rect)) = met.told.filter(|_| !is_dragged) {
        if let Some(evidence) = chart.evidence.get(row) {
            card::evidence(ui, evidence, case, rect, view);
        }
        return met.at;
    }
    let pointer = ui.input(|it| it.pointer.hover_pos()).filter(|_| !is_dragged);
    let seen = pointer.filter(|it| {
        let is_top = ui.ctx().layer_id_at(*it) == Some(ui.layer_id());
        is_top && ui.clip_rect().contains(*it)
    });
    let trace = seen.and_then(|it| Some((it, stage.trace(scene::point(it, origin))?)));
    if let Some((at, trace)) = trace {
        marks::light_all(&trace.annotations, view);
        card::words(ui, &trace.words, Rect::from_center_size(at, Vec2::splat(18.0)), view);
    }
    met.at
}
