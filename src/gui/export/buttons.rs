//! Owns the two buttons with which every figure is taken along: the same above each view that has one.

use eframe::egui::{Button, RichText, Ui, vec2};

use crate::gui::command::Command;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets::{button_width, ring};

/// Height of the buttons, and the blank space between them, in points.
const HEIGHT: f32 = 30.0;
const GAP: f32 = 8.0;

const COPY: &str = "Copy";
const EXPORT: &str = "Export…";

/// The width of both with what is between them, in points.
pub fn buttons_width(ui: &Ui) -> f32 {
    button_width(ui, COPY, 0.0) + GAP + button_width(ui, EXPORT, 0.0)
}

/// Shows both, from the left.
pub fn buttons(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.x = GAP;
    let size = vec2(0.0, HEIGHT);
    let copy = ui.add(Button::new(COPY).min_size(size));
    ring(ui, &copy);
    if copy.on_hover_text(tip(ui, Command::CopyFigure)).clicked() {
        view.command(Command::CopyFigure);
    }
    let accent = view.palette.accent;
    let words = RichText::new(EXPORT).color(colour(view.palette.reads_on(accent)));
    let export = ui.add(Button::new(words).fill(colour(accent)).min_size(size));
    ring(ui, &export);
    if export.on_hover_text(tip(ui, Command::Export)).clicked() {
        view.command(Command::Export);
    }
}

/// What a command is called, with its keys.
fn tip(ui: &Ui, command: Command) -> String {
    let row = command.row();
    match row.keys.first() {
        Some(keys) => format!("{} ({})", row.name, ui.ctx().format_shortcut(keys)),
        None => row.name.to_owned(),
    }
}
