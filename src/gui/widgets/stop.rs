//! Owns that many things beside each other are one stop of the Tab key.

use eframe::egui::{Key, Sense, Ui};

/// Clicks for one of many things of which Tab leads to one alone. The others can have the keyboard too: arrows and
/// screen readers give it to them.
pub fn stop(ui: &Ui, is_stop: bool) -> Sense {
    let tabs = ui.input(|it| it.key_pressed(Key::Tab));
    if is_stop || !tabs { Sense::click() } else { Sense::CLICK }
}
