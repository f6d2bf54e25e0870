//! Owns the frame of all dialogs: a page over the dimmed window with a title, as wide as there is room, closed by Esc.

use eframe::egui::{
    self, Align2, Button, Context, Frame, Id, Margin, Modal, Response, RichText, Ui, UiBuilder,
    vec2,
};

use crate::gui::theme::{self, colour};
use crate::gui::widgets;

/// Where a dialog stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Middle,
    /// Near the upper edge, so that what grows grows downwards.
    Top,
}

/// Shows a dialog; whether it is to be closed without an answer: Esc, or a click beside it.
pub fn modal(
    ctx: &Context,
    title: &str,
    width: f32,
    stand: Stand,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let room = ctx.content_rect().size();
    let width = width.min(room.x - 64.0).max(200.0);
    let palette = theme::of_theme(ctx.theme());
    let id = Id::unique(("dialog", title));
    let mut area = Modal::default_area(id);
    if stand == Stand::Top {
        area = area.anchor(Align2::CENTER_TOP, vec2(0.0, 64.0_f32.min(room.y * 0.06)));
    }
    let frame = Frame::popup(&ctx.global_style())
        .fill(colour(palette.page))
        .inner_margin(Margin::same(if stand == Stand::Top { 8 } else { 20 }));
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme::BEHIND);
    let shown = modal.show(ctx, |ui| {
        ui.set_width(width);
        ui.set_max_height(room.y - 96.0);
        let builder = UiBuilder::new()
            .accessibility_role(egui::accesskit::Role::Dialog)
            .accessibility_label(title);
        ui.scope_builder(builder, |ui| {
            if stand == Stand::Middle {
                ui.heading(title);
                ui.add_space(8.0);
            }
            content(ui);
        });
    });
    shown.should_close()
}

/// The button that Enter presses: what the dialog is there for.
pub fn primary(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let words = RichText::new(words).color(colour(palette.page));
    let button = ui.add(Button::new(words).fill(colour(palette.accent)));
    widgets::ring(ui, &button);
    button
}

/// Gives a widget the keyboard where no other has it, so that a dialog can be answered at once.
pub fn take_focus(response: &Response) {
    if response.ctx.memory(|it| it.focused().is_none()) {
        response.request_focus();
    }
}

/// Whether Enter was pressed in a text field, which leaves it; to be asked before the field is given the keyboard
/// again.
pub fn entered(response: &Response) -> bool {
    response.lost_focus() && response.ctx.input(|it| it.key_pressed(egui::Key::Enter))
}

/// A name above a field.
pub fn caption(ui: &mut Ui, words: &str) -> Response {
    ui.label(RichText::new(words).small().weak())
}

/// The height left for a list in a dialog, after other things of `rest` points.
pub fn list_height(ui: &Ui, most: f32, rest: f32) -> f32 {
    (ui.ctx().content_rect().height() - 120.0 - rest).clamp(80.0, most)
}
