//! Owns the row of joined segments of which one is chosen.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, FontId, Frame, Margin, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::gui::theme::{self, colour};

/// One segment.
pub struct Segment<T> {
    pub value: T,
    pub name: &'static str,
    /// Shown while the pointer is on it; may be empty.
    pub hint: String,
}

/// Blank points at either side of a name.
const BESIDE: f32 = 14.0;

const HEIGHT: f32 = 26.0;

fn font() -> FontId {
    // The chosen name is bold: all have its room, so that nothing moves when another is chosen.
    theme::bold(theme::BASE_SIZE)
}

/// The width of segments with these names, in points.
pub fn segments_width(ui: &Ui, names: impl Iterator<Item = &'static str>) -> f32 {
    names.map(|it| width(ui, it)).sum::<f32>() + 6.0
}

fn width(ui: &Ui, name: &str) -> f32 {
    let ink = ui.visuals().text_color();
    ui.painter().layout_no_wrap(name.to_owned(), font(), ink).size().x.ceil() + BESIDE * 2.0
}

/// Shows the segments; the one that was pressed, if one was.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, value: T, all: &[Segment<T>]) -> Option<T> {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(colour(palette.page))
        .stroke(Stroke::new(1.0, colour(palette.line)))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::same(2));
    let mut pressed = None;
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for it in all {
            let is_chosen = it.value == value;
            let size = vec2(width(ui, it.name), HEIGHT);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, it.name));
            let corners = CornerRadius::same(theme::RADIUS.saturating_sub(2));
            let ground = match (is_chosen, response.hovered()) {
                (true, _) => palette.accent.over(palette.page, 0.12),
                (false, true) => palette.text.over(palette.page, 0.06),
                (false, false) => palette.page,
            };
            ui.painter().rect_filled(rect, corners, colour(ground));
            if response.has_focus() {
                let ring = Stroke::new(2.0, colour(palette.accent));
                ui.painter().rect_stroke(rect, corners, ring, StrokeKind::Inside);
            }
            let (ink, font) = if is_chosen {
                (palette.accent, font())
            } else {
                (palette.weak, FontId::proportional(theme::BASE_SIZE))
            };
            let name = ui.painter().layout_no_wrap(it.name.to_owned(), font, colour(ink));
            ui.painter().galley(rect.center() - name.size() / 2.0, name, colour(ink));
            if response.clicked() {
                pressed = Some(it.value);
            }
            if !it.hint.is_empty() {
                response.on_hover_text(&it.hint);
            }
        }
    });
    pressed
}
