//! Owns the list of articles in which something is left, or was dismissed, at the left: all or one is chosen. One stop of the Tab key, in
//! which arrows choose.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, EventFilter, FontId, Id, Key, Modifiers, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ReviewView;
use super::head::number;
use super::shown::Of;
use crate::base::ArticleId;
use crate::gui::reader::label;
use crate::gui::theme::{self, SMALL_SIZE, colour};
use crate::gui::view::View;
use crate::gui::widgets::{self, stop};

/// Height of a row, in points.
const HEIGHT: f32 = 26.0;

/// Shows the articles; `chosen` is the one asked for, none for all.
pub fn show(ui: &mut Ui, kept: &ReviewView, chosen: &mut Option<ArticleId>, view: &View<'_>) {
    let what = if kept.shows_dismissed() { "dismissed" } else { "left" };
    widgets::label(ui, view.palette, &format!("Articles with something {what}"));
    ui.spacing_mut().item_spacing.y = 0.0;
    let all = &kept.shown().articles;
    let at =
        chosen.and_then(|it| all.iter().position(|of| of.article == it)).map_or(0, |it| it + 1);
    let base = Id::unique("articles of the queue");
    let mut to = walk(ui, base, at, all.len());
    let width = ui.available_width();
    let tall = (all.len() + 1) as f32 * HEIGHT;
    let (space, _) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
    let sight = ui.clip_rect();
    let row_at = |y: f32| ((y - space.top()) / HEIGHT).max(0.0) as usize;
    let (first, until) = (row_at(sight.top()), (row_at(sight.bottom()) + 1).min(all.len() + 1));
    let outside = Some(at).filter(|it| !(first..until).contains(it));
    for row in (first..until).chain(outside) {
        let corner = pos2(space.left(), space.top() + row as f32 * HEIGHT);
        let rect = Rect::from_min_size(corner, vec2(width, HEIGHT));
        let of = row.checked_sub(1).and_then(|it| all.get(it));
        let left = of.map_or(kept.shown().listed.all(), |it| it.left);
        if shown(ui, rect, base.with(row), of, left, row == at, view) {
            to = Some(row);
        }
    }
    if let Some(row) = to {
        *chosen = row.checked_sub(1).and_then(|it| all.get(it)).map(|it| it.article);
        ui.memory_mut(|it| it.request_focus(base.with(row)));
        let corner = pos2(space.left(), space.top() + row as f32 * HEIGHT);
        ui.scroll_to_rect(Rect::from_min_size(corner, vec2(width, HEIGHT)), None);
    }
}

/// Where keys lead while the chosen row has the keyboard.
fn walk(ui: &Ui, base: Id, at: usize, last: usize) -> Option<usize> {
    let here = base.with(at);
    if !ui.memory(|it| it.has_focus(here)) {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(here, filter));
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        Some((at + 1).min(last))
    } else if pressed(Key::ArrowUp) {
        Some(at.saturating_sub(1))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else {
        None
    }
}

/// A row; whether it was clicked.
fn shown(
    ui: &Ui,
    rect: Rect,
    id: Id,
    of: Option<&Of>,
    left: usize,
    is_chosen: bool,
    view: &View<'_>,
) -> bool {
    let palette = view.palette;
    let name = of.map_or("All articles", |it| it.name.as_str());
    let response = ui.interact(rect, id, stop(ui, is_chosen));
    response.widget_info(|| {
        let words = format!("{name} ({})", number(left));
        WidgetInfo::selected(Role::RadioButton, true, is_chosen, words)
    });
    let ground = rect.expand2(vec2(6.0, 0.0));
    let mut weak = palette.weak;
    if is_chosen {
        let tone = palette.accent.over(palette.panel, 0.14);
        weak = palette.weak_on(tone);
        ui.painter().rect_filled(ground, theme::RADIUS, colour(tone));
    } else if response.hovered() {
        let tone = palette.text.over(palette.panel, 0.06);
        weak = palette.weak_on(tone);
        ui.painter().rect_filled(ground, theme::RADIUS, colour(tone));
    }
    let small = FontId::proportional(SMALL_SIZE);
    let place = pos2(rect.right(), rect.center().y);
    let words = number(left);
    let shown = ui.painter().text(place, Align2::RIGHT_CENTER, words, small.clone(), colour(weak));
    let format = TextFormat::simple(small, Color32::PLACEHOLDER);
    let galley = label(ui, name, format, (shown.left() - 8.0 - rect.left()).max(8.0), 1);
    let (top, is_cut) = (rect.center().y - galley.size().y / 2.0, galley.elided);
    ui.painter().galley(pos2(rect.left(), top), galley, colour(palette.text));
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(palette.accent));
        ui.painter().rect_stroke(ground, theme::RADIUS, ring, StrokeKind::Inside);
    }
    let clicked = response.clicked();
    if is_cut {
        response.on_hover_text(name);
    }
    clicked
}
