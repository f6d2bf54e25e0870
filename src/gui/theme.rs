//! Owns how the design tokens become egui's colours.

use eframe::egui::Color32;

use crate::base::theme::Rgb;

/// A token as egui's colour.
pub fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// A token with an opacity from 0 to 1, to be laid over whatever is beneath it.
pub fn veil(colour: Rgb, opacity: f32) -> Color32 {
    self::colour(colour).gamma_multiply(opacity.clamp(0.0, 1.0))
}
