//! Owns the words at the top of a figure's view: set in a few rows, whole on hover, in any script.

use eframe::egui::text::TextFormat;
use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::reader::label;
use super::theme::{self, colour};

/// Size of the words, in points.
const SIZE: f32 = 20.0;

/// Shows them in `width` points; what is more than so many rows is cut.
pub fn headline(ui: &mut Ui, words: &str, width: f32, rows: usize) {
    let ink = colour(theme::palette(ui).text);
    let galley = label(ui, words, TextFormat::simple(theme::bold(SIZE), ink), width, rows);
    let is_cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.painter().galley(rect.min, galley, ink);
    if is_cut {
        response.on_hover_text(words);
    }
}
