//! Owns the tree: which rows are in sight, the keys that walk it, choosing, folding, dragging.

use eframe::egui::{
    Align, Button, CornerRadius, CursorIcon, DragAndDrop, EventFilter, FontId, Id, Key, LayerId,
    Modifiers, Order, Rect, Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2,
    vec2,
};

use super::ask::Ask;
use super::drafts::At;
use super::row::{self, HEIGHT};
use super::{Cx, edits};
use crate::gui::theme::{self, colour};
use crate::project::RecordId;
use crate::views::names::Kind;

/// Free space under the last row, to drop on.
const FOOT: f32 = 40.0;

/// A row that is dragged.
#[derive(Debug, Clone, Copy)]
struct Dragged(RecordId);

/// What it means that one stands in another, as in "those that belong to it".
pub fn stand(kind: Kind) -> &'static str {
    match kind {
        Kind::Actors => "belong to it",
        Kind::Incidents => "are part of it",
        Kind::Codes => "stand in it",
    }
}

/// Shows the tree.
pub fn tree(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.names.rows.is_empty() {
        empty(ui, cx);
        return;
    }
    let none = std::collections::HashSet::new();
    let shown = cx.names.shown(&cx.face.filter, &cx.face.folded);
    let shown: Vec<RecordId> =
        shown.into_iter().filter_map(|at| cx.names.rows.get(at)).map(|it| it.id).collect();
    let is_filtered = !cx.face.filter.trim().is_empty();
    if shown.is_empty() {
        let many = cx.kind.many();
        quiet(ui, &format!("No {many} have “{}” in their names.", cx.face.filter.trim()));
        return;
    }
    let base = ui.make_persistent_id(("tree", cx.kind));
    let cursor = cx.face.chosen.filter(|it| shown.contains(it)).or(shown.first().copied());
    let has_focus = cursor.is_some_and(|it| ui.memory(|memory| memory.has_focus(base.with(it))));
    if has_focus && cx.ask.is_none() {
        *cx.has_keys = true;
        walk(ui, cx, &shown, cursor, base, is_filtered);
    }
    let cursor = cx.face.chosen.filter(|it| shown.contains(it)).or(shown.first().copied());
    let folded = if is_filtered { none } else { cx.face.folded.clone() };
    let area = ScrollArea::vertical().id_salt(("rows", cx.kind)).auto_shrink(false);
    area.show_viewport(ui, |ui, viewport| {
        let whole = shown.len() as f32 * HEIGHT + FOOT;
        let (width, height) = (ui.available_width(), whole.max(viewport.height()));
        let (space, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let place = |at: usize| {
            let top = space.top() + at as f32 * HEIGHT;
            Rect::from_min_size(pos2(space.left(), top), vec2(width, HEIGHT))
        };
        // What lay over the window keeps the keyboard for a frame after it is gone.
        let covered = ui.memory(|it| it.top_modal_layer().is_some());
        if !covered
            && std::mem::take(&mut cx.face.reveal)
            && let Some(at) = cursor.and_then(|it| shown.iter().position(|of| *of == it))
        {
            ui.scroll_to_rect(place(at), None);
            if cx.drafts.new_of(cx.kind).is_none() && !ui.ctx().text_edit_focused() {
                cursor.into_iter().for_each(|it| ui.memory_mut(|m| m.request_focus(base.with(it))));
            }
        }
        let dragged = DragAndDrop::payload::<Dragged>(ui.ctx()).map(|it| it.0);
        let mut target = None;
        for (at, id) in shown.iter().enumerate() {
            let rect = place(at);
            let is_cursor = cursor == Some(*id);
            // The row with the cursor keeps the keyboard out of sight too.
            if !ui.is_rect_visible(rect) && !is_cursor {
                continue;
            }
            let Some(row) = cx.names.row(*id) else { continue };
            let under = ui.rect_contains_pointer(rect);
            let takes = under && dragged.is_some_and(|it| cx.names.may_stand_in(it, Some(*id)));
            if takes {
                target = Some(Some(*id));
            }
            let is_folded = row.is_nest && folded.contains(id);
            let look = row::Look { is_cursor, is_folded, takes };
            let (response, fold) = row::row(ui, cx, rect, base.with(*id), row, &look);
            if fold.is_some_and(|it| it.clicked()) {
                toggle(cx, *id);
            }
            respond(ui, cx, &response, *id);
        }
        let foot = Rect::from_min_max(place(shown.len()).min, space.max);
        if let Some(dragged) = dragged {
            if ui.rect_contains_pointer(foot) && cx.names.may_stand_in(dragged, None) {
                target = Some(None);
                frame(ui, cx, foot);
            }
            drag(ui, cx, dragged, target);
        }
    });
}

/// What is done with a row.
fn respond(ui: &Ui, cx: &mut Cx<'_>, response: &Response, id: RecordId) {
    response.dnd_set_drag_payload(Dragged(id));
    if response.clicked() {
        cx.face.chosen = Some(id);
        if !cx.face.is_open {
            let delay = ui.options(|it| it.input_options.max_double_click_delay);
            cx.face.opens = Some(ui.input(|it| it.time) + delay);
        }
        response.request_focus();
    }
    if response.double_clicked() {
        cx.face.opens = None;
        rename(cx, id);
    }
    response.context_menu(|ui| menu(ui, cx, id));
    if response.secondary_clicked() {
        cx.face.chosen = Some(id);
        ui.memory_mut(|it| it.request_focus(response.id));
    }
}

/// All that can be done with a record.
pub fn menu(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId) {
    if ui.add(Button::new("Rename").shortcut_text("F2")).clicked() {
        cx.face.chosen = Some(id);
        rename(cx, id);
    }
    if ui.button("New within it…").clicked() {
        cx.drafts.begin(At::New(cx.kind, Some(id)), String::new());
    }
    if cx.names.may_stand_in(id, None) && ui.button("Let it stand alone").clicked() {
        edits::nest(id, None).into_iter().for_each(|it| cx.view.queue.edit(it));
    }
    if cx.names.rows.len() > 1 && ui.button("Merge into…").clicked() {
        *cx.ask = Some(Ask::merge(id, None));
    }
    if ui.button("Delete…").clicked() {
        *cx.ask = Some(Ask::Delete(id));
    }
}

/// Begins to rename a record in its row.
pub fn rename(cx: &mut Cx<'_>, id: RecordId) {
    let name = cx.names.row(id).map(|it| it.name.clone()).unwrap_or_default();
    cx.drafts.begin(At::Name(id), name);
}

fn toggle(cx: &mut Cx<'_>, id: RecordId) {
    if !cx.face.folded.remove(&id) {
        cx.face.folded.insert(id);
    }
}

/// Follows the keys while a row has the keyboard.
fn walk(
    ui: &Ui,
    cx: &mut Cx<'_>,
    shown: &[RecordId],
    cursor: Option<RecordId>,
    base: Id,
    is_filtered: bool,
) {
    let Some(id) = cursor else { return };
    let Some(row) = cx.names.row(id) else { return };
    let filter =
        EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(base.with(id), filter));
    let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let at = shown.iter().position(|it| *it == id).unwrap_or_default();
    let is_folded = cx.face.folded.contains(&id);
    let mut to = None;
    if key(Key::ArrowDown) {
        to = shown.get(at + 1);
    } else if key(Key::ArrowUp) {
        to = at.checked_sub(1).and_then(|at| shown.get(at));
    } else if key(Key::Home) {
        to = shown.first();
    } else if key(Key::End) {
        to = shown.last();
    } else if key(Key::PageDown) {
        to = shown.get((at + 10).min(shown.len().saturating_sub(1)));
    } else if key(Key::PageUp) {
        to = shown.get(at.saturating_sub(10));
    } else if key(Key::ArrowRight) && row.is_nest {
        if is_folded && !is_filtered {
            toggle(cx, id);
        } else {
            to = shown
                .get(at + 1)
                .filter(|it| cx.names.row(**it).is_some_and(|it| it.parent == Some(id)));
        }
    } else if key(Key::ArrowLeft) {
        if row.is_nest && !is_folded && !is_filtered {
            toggle(cx, id);
        } else {
            to = row.parent.as_ref();
        }
    }
    if let Some(to) = to {
        cx.face.chosen = Some(*to);
        cx.face.reveal = true;
        ui.memory_mut(|it| it.request_focus(base.with(*to)));
    }
    if key(Key::Enter) {
        (cx.face.chosen, cx.face.is_open, cx.face.enters) = (Some(id), true, true);
        ui.ctx().request_repaint();
    }
    if key(Key::F2) {
        cx.face.chosen = Some(id);
        rename(cx, id);
    }
    if cx.deletes {
        *cx.ask = Some(Ask::Delete(id));
    }
}

/// The free space that takes what is dragged.
fn frame(ui: &Ui, cx: &Cx<'_>, foot: Rect) {
    let line = Stroke::new(2.0, colour(cx.view.palette.accent));
    let rect = foot.intersect(ui.clip_rect()).shrink(3.0);
    ui.painter().rect_stroke(rect, CornerRadius::same(theme::RADIUS), line, StrokeKind::Inside);
}

/// Says beside the pointer what dropping does, and does it. The list moves where the pointer is near its end.
fn drag(ui: &Ui, cx: &Cx<'_>, dragged: RecordId, target: Option<Option<RecordId>>) {
    let name = |id| cx.names.row(id).map_or("", |it| it.name.as_str());
    let words = match target {
        Some(Some(parent)) => format!("Put {} within {}", name(dragged), name(parent)),
        Some(None) => format!("Let {} stand alone", name(dragged)),
        None => name(dragged).to_owned(),
    };
    if ui.input(|it| it.pointer.any_released()) {
        DragAndDrop::take_payload::<Dragged>(ui.ctx());
        let edit = target.and_then(|parent| edits::nest(dragged, parent));
        edit.into_iter().for_each(|it| cx.view.queue.edit(it));
        return;
    }
    let Some(pointer) = ui.ctx().pointer_hover_pos() else { return };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let sight = ui.clip_rect();
    if sight.x_range().contains(pointer.x) {
        let beyond = (sight.top() + 24.0 - pointer.y).max(0.0)
            - (pointer.y - (sight.bottom() - 24.0)).max(0.0);
        if beyond != 0.0 {
            ui.scroll_with_delta(vec2(0.0, beyond.clamp(-12.0, 12.0)));
            ui.ctx().request_repaint();
        }
    }
    let palette = cx.view.palette;
    let layer = LayerId::new(Order::Tooltip, Id::unique("dragged name"));
    let painter = ui.ctx().layer_painter(layer);
    let font = FontId::proportional(theme::SMALL_SIZE);
    let galley = painter.layout(words, font, colour(palette.text), 280.0);
    let rect = Rect::from_min_size(pointer + vec2(14.0, 10.0), galley.size() + vec2(16.0, 8.0));
    let line = Stroke::new(1.0, colour(palette.line));
    painter.rect(
        rect,
        CornerRadius::same(theme::RADIUS),
        colour(palette.page),
        line,
        StrokeKind::Inside,
    );
    painter.galley(rect.min + vec2(8.0, 4.0), galley, colour(palette.text));
}

fn empty(ui: &mut Ui, cx: &Cx<'_>) {
    quiet(
        ui,
        match cx.kind {
            Kind::Actors => "No actors yet: they are made as you annotate, or with New….",
            Kind::Incidents => {
                "No incidents yet: they are made as you annotate, or with New…. An incident is an event that casualties \
                 are counted for."
            }
            Kind::Codes => "No codes yet: they are made as you write notes, or with New….",
        },
    );
}

fn quiet(ui: &mut Ui, words: &str) {
    ui.with_layout(eframe::egui::Layout::top_down(Align::Min), |ui| {
        eframe::egui::Frame::new().inner_margin(12.0).show(ui, |ui| {
            ui.label(RichText::new(words).weak());
        });
    });
}
