//! Owns how things come to stand at the right end of a row and are still shown from left to right: that is the way Tab
//! goes through them.

use eframe::egui::{TextStyle, TextWrapMode, Ui, WidgetText};

/// The width of a button with these words that is at least this wide, in points.
pub fn button_width(ui: &Ui, words: impl Into<WidgetText>, least: f32) -> f32 {
    (words_width(ui, words) + ui.spacing().button_padding.x * 2.0).max(least)
}

/// The width of words on a button without a frame, in points.
pub fn words_width(ui: &Ui, words: impl Into<WidgetText>) -> f32 {
    let (words, style) = (words.into(), TextStyle::Button);
    words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, style).size().x
}

/// Leaves blank what is too much of a row filled from the left, so that what comes next, so many points wide, ends
/// where the row does.
pub fn to_right(ui: &mut Ui, width: f32) {
    ui.add_space((ui.available_width() - width).max(0.0));
}
