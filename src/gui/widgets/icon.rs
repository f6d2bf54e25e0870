//! Owns the button that is a sign alone, and the arrow of a field that opens a list: the same wherever they stand.

use eframe::egui::{
    Align2, Button, Color32, ComboBox, CornerRadius, FontId, Painter, Pos2, Rect, Response,
    RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::gui::icons;
use crate::gui::theme::{self, colour};

/// Side of the button, in points.
pub const ICON: f32 = 28.0;

/// Size of the arrow's sign, in points.
const ARROW: f32 = 18.0;

/// A button that shows a sign and has a name.
pub fn icon(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let button = icon_button(sign, colour(theme::palette(ui).text));
    add(ui, button).accessible_name(name).on_hover_text(name)
}

/// The same for something that is on or off.
pub fn icon_toggle(ui: &mut Ui, sign: &str, name: &str, is_on: bool) -> Response {
    let palette = theme::palette(ui);
    let ink = if is_on { palette.accent } else { palette.weak };
    let button = icon_button(sign, colour(ink)).selected(is_on).frame_when_inactive(is_on);
    let response = add(ui, button).on_hover_text(name);
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_enabled, is_on, name));
    response
}

/// The button itself, for places that lay it out on their own.
pub fn icon_button(sign: &str, ink: Color32) -> Button<'static> {
    let sign = RichText::new(sign).size(theme::BASE_SIZE).color(ink);
    Button::new(sign).frame_when_inactive(false).min_size(vec2(ICON, ICON))
}

/// A ring around a button without a frame of its own, or in the accent's colour, while it has the keyboard.
pub fn ring(ui: &Ui, button: &Response) {
    if button.has_focus() {
        let stroke = Stroke::new(2.0, colour(theme::palette(ui).accent));
        let radius = CornerRadius::same(theme::RADIUS + 3);
        ui.painter().rect_stroke(button.rect.expand(2.0), radius, stroke, StrokeKind::Outside);
    }
}

/// Without blank space that would make it wider than high.
fn add(ui: &mut Ui, button: Button<'_>) -> Response {
    let added = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(4.0, 2.0);
        ui.add(button)
    });
    added.inner
}

/// A field that opens a list, with the arrow of all such fields.
pub fn with_arrow(field: ComboBox) -> ComboBox {
    field.icon(|ui, rect, visuals, _| {
        let field = rect.with_max_x(rect.right() + ui.spacing().button_padding.x);
        let palette = theme::palette(ui);
        let is_quiet = visuals.bg_stroke == ui.visuals().widgets.inactive.bg_stroke;
        arrow(ui.painter(), field, colour(if is_quiet { palette.weak } else { palette.text }));
    })
}

/// The arrow at the right of a field that opens a list.
pub fn arrow(painter: &Painter, field: Rect, ink: Color32) {
    let at = Pos2::new(field.right() - 14.0, field.center().y);
    let font = FontId::proportional(ARROW);
    painter.text(at, Align2::CENTER_CENTER, icons::ARROW_DROP_DOWN, font, ink);
}
