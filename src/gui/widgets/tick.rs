//! Owns boxes to tick and rounds to choose: with an outline that is seen on the page and the panel, and room before the
//! words.

use eframe::egui::{Response, Stroke, Ui};

use crate::gui::theme::{self, colour};

/// A box with its words.
pub fn check(ui: &mut Ui, value: &mut bool, words: &str) -> Response {
    outlined(ui, |ui| ui.checkbox(value, words))
}

/// One of several choices with its words.
pub fn radio<T: PartialEq>(ui: &mut Ui, value: &mut T, this: T, words: &str) -> Response {
    outlined(ui, |ui| ui.radio_value(value, this, words))
}

fn outlined(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let weak = colour(theme::palette(ui).weak);
    let shown = ui.scope(|ui| {
        ui.spacing_mut().icon_spacing = 8.0;
        ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, weak);
        add(ui)
    });
    shown.inner
}
