//! Owns the row of a list of annotations: a dot in the colour of its meaning, and its words.

use eframe::egui::epaint::RectShape;
use eframe::egui::{Button, Response, RichText, Sense, Shape, Ui, vec2};

use super::ring;
use crate::base::theme::{Palette, Rgb};
use crate::gui::theme::{self, colour};

/// A row that can be clicked; its words wrap. It lights up where what it stands for does.
pub fn row(ui: &mut Ui, palette: &Palette, mark: Rgb, words: &str, lit: bool) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let inner = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        let line = ui.text_style_height(&eframe::egui::TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, line), Sense::hover());
        ui.painter().circle_filled(rect.center(), 4.0, colour(mark));
        let words = RichText::new(words).color(colour(palette.text));
        let button = ui.add(Button::new(words).frame(false).wrap());
        ring(ui, &button);
        button
    });
    if lit {
        let fill = colour(palette.text.over(palette.panel, 0.06));
        let place = inner.response.rect.expand(2.0);
        ui.painter().set(ground, RectShape::filled(place, theme::RADIUS, fill));
    }
    inner.inner
}
