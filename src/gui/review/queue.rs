//! Owns the list of all that waits, in its order: one stop of the Tab key, in which arrows walk.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, EventFilter, FontId, Id, Key as Press, Modifiers, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ReviewView;
use super::card::tone;
use crate::base::theme::position_sign;
use crate::gui::action::Action;
use crate::gui::reader::label;
use crate::gui::theme::{self, SMALL_SIZE, colour};
use crate::gui::view::View;
use crate::gui::widgets::stop;
use crate::views::reader::Look;
use crate::views::review::{Key, Waiting};

/// Height of a row, in points.
const HEIGHT: f32 = 28.0;

/// Rows from this width on tell the outlet too, in points.
const WIDE: f32 = 420.0;

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub struct List {
    /// What one was at in the last frame, and its place; another, and the same at another place, is brought into sight.
    at: Option<Key>,
    place: usize,
    /// It is to be brought into sight.
    reveals: bool,
    /// How far it is scrolled, and how much is in sight, in points.
    offset: f32,
    tall: f32,
}

/// The name by which what waits has the keyboard.
pub fn id(key: &Key) -> Id {
    Id::unique("queue of suggestions").with(key)
}

/// Gives the keyboard to what one is at. Whether there is something.
pub fn take_focus(ui: &Ui, kept: &mut ReviewView) -> bool {
    let Some(key) = kept.current() else { return false };
    kept.list.reveals = true;
    ui.memory_mut(|it| it.request_focus(id(&key)));
    true
}

/// Whether this, which has the keyboard, is a row of the list.
pub fn has_keyboard(kept: &ReviewView, focused: Option<Id>) -> bool {
    let here = |it: &Key| Some(id(it)) == focused;
    focused.is_some()
        && (kept.current().as_ref().is_some_and(here) || kept.list.at.as_ref().is_some_and(here))
}

/// Shows what waits, in all the room there is.
pub fn show(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    let current = kept.current();
    keep_focus(ui, kept, current.as_ref());
    if let Some(key) = &current {
        keys(ui, kept, key, view);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt("queue").auto_shrink(false);
    let top = kept.place() as f32 * HEIGHT;
    let tall = ui.available_height();
    if std::mem::take(&mut kept.list.reveals) || kept.list.tall != tall {
        // The one after it is in sight too.
        let low = (top + 2.0 * HEIGHT - tall).max(0.0);
        let high = (top - HEIGHT).max(0.0);
        if kept.list.offset < low.min(high) || high < kept.list.offset {
            let to = if high < kept.list.offset { high } else { low.min(high) };
            area = area.vertical_scroll_offset(to);
        }
    }
    let shown = area.show_viewport(ui, |ui, seen| {
        let width = ui.available_width();
        let count = kept.shown().rows();
        let (space, _) = ui.allocate_exact_size(vec2(width, count as f32 * HEIGHT), Sense::hover());
        let first = (seen.top() / HEIGHT) as usize;
        let until = ((seen.bottom() / HEIGHT) as usize + 1).min(count);
        let here = current.as_ref().map(|_| kept.place()).filter(|it| *it < count);
        // What one is at keeps the keyboard out of sight too.
        let outside = here.filter(|it| !(first..until).contains(it));
        for at in (first..until).chain(outside) {
            let Some(it) = kept.shown().at(at) else { continue };
            let corner = pos2(space.left(), space.top() + at as f32 * HEIGHT);
            let rect = Rect::from_min_size(corner, vec2(width, HEIGHT));
            let is_current = current.as_ref() == Some(&it.key);
            let outlet = kept.shown().article(it.article).map_or("", |it| it.outlet.as_str());
            row(ui, rect, it, outlet, is_current, view);
        }
    });
    kept.list.offset = shown.state.clamped_offset().y;
    kept.list.tall = tall;
}

/// What came up in place of what one was at has the keyboard in its place.
fn keep_focus(ui: &Ui, kept: &mut ReviewView, current: Option<&Key>) {
    let place = kept.place();
    if std::mem::replace(&mut kept.list.place, place) != place {
        kept.list.reveals = true;
    }
    if kept.list.at.as_ref() == current {
        return;
    }
    let before = std::mem::replace(&mut kept.list.at, current.cloned());
    kept.list.reveals = true;
    if let (Some(before), Some(now)) = (before, current)
        && ui.memory(|it| it.has_focus(id(&before)))
    {
        ui.memory_mut(|it| it.request_focus(id(now)));
    }
}

/// Does what keys ask for while what one is at has the keyboard: arrows walk, the space bar reads on in the card.
fn keys(ui: &Ui, kept: &mut ReviewView, here: &Key, view: &View<'_>) {
    if !ui.memory(|it| it.has_focus(id(here))) {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id(here), filter));
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let last = kept.shown().rows().saturating_sub(1);
    let page = ((kept.list.tall / HEIGHT) as usize).max(2) - 1;
    let at = kept.place();
    let to = if pressed(Press::ArrowDown) {
        at + 1
    } else if pressed(Press::ArrowUp) {
        at.saturating_sub(1)
    } else if pressed(Press::PageDown) {
        at + page
    } else if pressed(Press::PageUp) {
        at.saturating_sub(page)
    } else if pressed(Press::Home) {
        0
    } else if pressed(Press::End) {
        last
    } else if pressed(Press::Space) {
        kept.turns = true;
        return;
    } else if pressed(Press::Enter) {
        view.push(Action::ReadSuggestion);
        return;
    } else {
        return;
    };
    if let Some(it) = kept.shown().at(to.min(last)).filter(|it| it.key != *here) {
        view.push(Action::Choose(Some(it.key.clone())));
    }
}

fn row(ui: &Ui, rect: Rect, it: &Waiting, outlet: &str, is_current: bool, view: &View<'_>) {
    let palette = view.palette;
    let response = ui.interact(rect, id(&it.key), stop(ui, is_current));
    response.widget_info(|| {
        let dismissed = if it.is_dismissed() { ", dismissed" } else { "" };
        let words = format!("{}, {:.2}, {outlet}{dismissed}", it.says, it.score);
        WidgetInfo::selected(Role::ListBoxOption, true, is_current, words)
    });
    if response.double_clicked() {
        view.push(Action::ReadSuggestion);
    } else if response.clicked() && !is_current {
        view.push(Action::Choose(Some(it.key.clone())));
    }
    let (painter, mut weak) = (ui.painter(), palette.weak);
    if is_current {
        let ground = palette.accent.over(palette.page, 0.14);
        weak = palette.weak_on(ground);
        painter.rect_filled(rect, 0.0, colour(ground));
    } else if response.hovered() {
        let ground = palette.text.over(palette.page, 0.05);
        weak = palette.weak_on(ground);
        painter.rect_filled(rect, 0.0, colour(ground));
    }
    sign(ui, pos2(rect.left() + 14.0, rect.center().y), it.look, view);
    let small = FontId::proportional(SMALL_SIZE);
    let score = format!("{:.2}", it.score);
    let right = rect.right() - 14.0;
    let place = pos2(right, rect.center().y);
    painter.text(place, Align2::RIGHT_CENTER, score, small.clone(), colour(weak));
    let put = |words: &str, font: FontId, (ink, line), left: f32, right: f32| {
        let strikethrough = Stroke::new(line, Color32::PLACEHOLDER);
        let format = TextFormat { strikethrough, ..TextFormat::simple(font, Color32::PLACEHOLDER) };
        let galley = label(ui, words, format, (right - left).max(8.0), 1);
        let (top, is_cut) = (rect.center().y - galley.size().y / 2.0, galley.elided);
        painter.galley(pos2(left, top), galley, colour(ink));
        is_cut
    };
    let left = rect.left() + 28.0;
    let mut until = right - 40.0;
    if WIDE <= rect.width() {
        let share = (rect.width() * 0.28).min(220.0);
        put(outlet, small, (weak, 0.0), until - share, until);
        until -= share + 12.0;
    }
    let words = match it.these.len() {
        0 | 1 => it.says.clone(),
        2 => format!("{} · twice", it.says),
        some => format!("{} · {some} times", it.says),
    };
    // What was dismissed is struck out, as an article that is left out.
    let look = if it.is_dismissed() { (weak, 1.0) } else { (palette.text, 0.0) };
    let is_cut = put(&words, FontId::proportional(SMALL_SIZE + 1.0), look, left, until);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, colour(palette.line)));
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(palette.accent));
        painter.rect_stroke(rect, theme::RADIUS, ring, StrokeKind::Inside);
    }
    if is_cut {
        response.on_hover_text(&it.says);
    }
}

/// A dot in the outcome's colour, or the sign of a position.
fn sign(ui: &Ui, at: eframe::egui::Pos2, look: Look, view: &View<'_>) {
    match look {
        Look::Stance(position) => {
            let ink = colour(view.palette.position(position).ink);
            let font = theme::bold(SMALL_SIZE);
            ui.painter().text(at, Align2::CENTER_CENTER, position_sign(position), font, ink);
        }
        Look::Claim(_) | Look::Note(_) => {
            ui.painter().circle_filled(at, 4.0, colour(tone(view.palette, look)));
        }
    }
}
