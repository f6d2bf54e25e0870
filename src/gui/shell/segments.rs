//! Owns the choice between views in the middle of the top bar. Only views that work stand in it; with a single one
//! there is nothing to choose and nothing is shown.

use eframe::egui::{Button, Frame, Margin, RichText, Stroke, Ui, vec2};

use crate::gui::theme::{self, colour};

/// The views, in their order.
const VIEWS: &[&str] = &["Read"];

/// Of one segment, in points.
const SEGMENT: f32 = 72.0;

/// The width of all, in points; none where there is no choice.
pub fn width() -> Option<f32> {
    (VIEWS.len() > 1).then_some(VIEWS.len() as f32 * SEGMENT + 8.0)
}

/// Shows the segments.
pub fn show(ui: &mut Ui) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(colour(palette.page))
        .stroke(Stroke::new(1.0, colour(palette.line)))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::same(1));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for name in VIEWS {
            let words = RichText::new(*name)
                .font(theme::bold(theme::BASE_SIZE))
                .color(colour(palette.accent));
            let lit = colour(palette.accent.over(palette.page, 0.12));
            ui.add(
                Button::new(words)
                    .fill(lit)
                    .stroke(Stroke::NONE)
                    .selected(true)
                    .min_size(vec2(SEGMENT, 26.0)),
            );
        }
    });
}
