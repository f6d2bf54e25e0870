//! Owns the row of a list of annotations: a dot in the colour of its meaning, and its words.

use eframe::egui::{Button, CornerRadius, Response, RichText, Sense, Shape, Ui, vec2};

use crate::base::theme::{Palette, Rgb};
use crate::gui::theme::{RADIUS, colour, veil};

/// A row that can be clicked; its words wrap. It is lit while the pointer is on it, and where `lit` says so.
pub fn row(ui: &mut Ui, palette: &Palette, mark: Rgb, words: &str, lit: bool) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let inner = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        let line = ui.text_style_height(&eframe::egui::TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, line), Sense::hover());
        ui.painter().circle_filled(rect.center(), 4.0, colour(mark));
        let words = RichText::new(words).color(colour(palette.text));
        ui.add(Button::new(words).frame(false).wrap())
    });
    let (place, row) = (inner.response.rect.expand2(vec2(4.0, 2.0)), inner.inner);
    if lit || row.hovered() {
        let fill = veil(palette.accent, 0.12);
        ui.painter().set(ground, Shape::rect_filled(place, CornerRadius::same(RADIUS), fill));
    }
    row
}
