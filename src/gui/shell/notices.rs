//! Owns how notices are shown: above the status line over the panel at the right, else over that at the left, so that
//! they cover no text that is read; the newest at the bottom.

use eframe::egui::{
    Align2, Area, Context, Frame, Id, Key, Order, Rect, RichText, UiBuilder, accesskit, vec2,
};

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::notice::{Notice, Weight};
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets;

/// The widest a notice is, in points.
const WIDTH: f32 = 380.0;

/// Away from the edges of the window and of the articles, in points.
const MARGIN: f32 = 12.0;

/// The narrowest a notice can be read in, in points.
const LEAST: f32 = 150.0;

/// Shows all notices, beside the place where articles are read if there is one. Esc, where nothing else has taken it, dismisses the last.
pub fn notices(ctx: &Context, view: &View<'_>, over: bool, texts: Option<Rect>) {
    let shown = view.notices.shown();
    let Some(last) = shown.last() else { return };
    if !over && !ctx.text_edit_focused() && ctx.input(|it| it.key_pressed(Key::Escape)) {
        view.push(Action::Dismiss(last.number));
    }
    let room = ctx.content_rect();
    let (corner, width) = place(room, texts);
    let inwards = if corner == Align2::LEFT_BOTTOM { MARGIN } else { -MARGIN };
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(corner, vec2(inwards, -48.0))
        .show(ctx, |ui| {
            ui.set_max_width(width);
            for notice in shown {
                // Read out as soon as it is there.
                let builder = UiBuilder::new()
                    .accessibility_role(accesskit::Role::Alert)
                    .accessibility_label(&notice.what);
                ui.scope_builder(builder, |ui| one(ui, view, notice));
            }
        });
}

/// The corner they stand in and how wide they are there.
fn place(room: Rect, texts: Option<Rect>) -> (Align2, f32) {
    let right = texts.map_or(f32::INFINITY, |it| room.right() - it.right());
    let left = texts.map_or(0.0, |it| it.left() - room.left());
    let within = |room: f32| WIDTH.min(room - 2.0 * MARGIN);
    if within(right) >= LEAST {
        (Align2::RIGHT_BOTTOM, within(right.min(room.width())))
    } else if within(left) >= LEAST {
        (Align2::LEFT_BOTTOM, within(left))
    } else {
        // There is nothing but text.
        (Align2::RIGHT_BOTTOM, within(room.width()))
    }
}

fn one(ui: &mut eframe::egui::Ui, view: &View<'_>, notice: &Notice) {
    let (icon, tone) = match notice.weight {
        Weight::Done => (icons::CHECK, view.palette.accent),
        Weight::Warning => (icons::WARNING, view.palette.warning()),
        Weight::Error => (icons::ERROR, view.palette.error()),
    };
    Frame::popup(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.label(RichText::new(icon).color(colour(tone)));
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - 36.0).max(60.0));
                ui.label(upper_first(&notice.what));
                if !notice.hint.is_empty() {
                    ui.weak(upper_first(&notice.hint));
                }
            });
            if widgets::icon(ui, icons::CLOSE, "Dismiss").clicked() {
                view.push(Action::Dismiss(notice.number));
            }
        });
    });
}

/// A sentence as it begins on screen.
pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
