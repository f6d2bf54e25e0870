//! Owns the choice between views in the middle of the top bar.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, FontId, Frame, Margin, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::gui::command::Command;
use crate::gui::desk::Face;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;

/// The views, in their order.
const VIEWS: [(Face, Command); 4] = [
    (Face::Read, Command::Read),
    (Face::Table, Command::Table),
    (Face::Casualties, Command::Casualties),
    (Face::Stances, Command::Stances),
];

/// Blank points at either side of a name.
const BESIDE: f32 = 14.0;

const HEIGHT: f32 = 26.0;

fn font() -> FontId {
    // The chosen name is bold: all have its room, so that nothing moves when another is chosen.
    theme::bold(theme::BASE_SIZE)
}

/// The width of all, in points.
pub fn width(ui: &Ui) -> f32 {
    VIEWS.iter().map(|(_, command)| segment(ui, *command)).sum::<f32>() + 6.0
}

fn segment(ui: &Ui, command: Command) -> f32 {
    let name = command.row().name.to_owned();
    let ink = ui.visuals().text_color();
    ui.painter().layout_no_wrap(name, font(), ink).size().x.ceil() + BESIDE * 2.0
}

/// Shows the segments.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let palette = view.palette;
    let frame = Frame::new()
        .fill(colour(palette.page))
        .stroke(Stroke::new(1.0, colour(palette.line)))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (face, command) in VIEWS {
            let (row, is_chosen) = (command.row(), view.desk.face == face);
            let size = vec2(segment(ui, command), HEIGHT);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, row.name));
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
            let name = ui.painter().layout_no_wrap(row.name.to_owned(), font, colour(ink));
            ui.painter().galley(rect.center() - name.size() / 2.0, name, colour(ink));
            if response.clicked() {
                view.command(command);
            }
            let keys = row.keys.first().map(|it| ui.ctx().format_shortcut(it)).unwrap_or_default();
            response.on_hover_text(keys);
        }
    });
}
