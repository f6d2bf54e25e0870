//! Owns how the tokens of `base::theme` become egui's colours. No colour is made anywhere else in the window.

use eframe::egui::Color32;

use crate::base::theme::Rgb;

/// A token as egui has it, opaque.
pub fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}
