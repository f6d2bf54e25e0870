//! Owns what stands in the middle of a view that has nothing to show: a title, why, and what to do.

use eframe::egui::{Label, RichText, Ui, UiBuilder, vec2};

use super::ring;
use crate::gui::theme;

/// How far down in the room it begins, as a part of the height less so many points.
const SHARE: f32 = 0.36;
const LESS: f32 = 40.0;

/// Size of the title, in points.
const TITLE: f32 = 19.0;

/// Shows `add` in the middle of all the room there is.
pub fn nothing(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let middle = room.shrink2(vec2(16.0, 0.0));
    let middle = middle.with_min_y(room.top() + (room.height() * SHARE - LESS).max(8.0));
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(add);
    });
    ui.advance_cursor_after_rect(room);
}

/// That there is nothing.
pub fn title(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).font(theme::serif_bold(TITLE))).wrap());
    ui.add_space(8.0);
}

/// Why, or how there comes to be something.
pub fn hint(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).weak()).wrap());
    ui.add_space(12.0);
}

/// What can be done; whether it was asked for.
pub fn press(ui: &mut Ui, words: &str) -> bool {
    let button = ui.button(words);
    ring(ui, &button);
    button.clicked()
}
