//! Owns the choice between views in the middle of the top bar.

use eframe::egui::Ui;

use crate::gui::command::Command;
use crate::gui::desk::Face;
use crate::gui::view::View;
use crate::gui::widgets::{Segment, segments, segments_width};

/// The views, in their order.
const VIEWS: [(Face, Command); 5] = [
    (Face::Read, Command::Read),
    (Face::Review, Command::Review),
    (Face::Table, Command::Table),
    (Face::Casualties, Command::Casualties),
    (Face::Stances, Command::Stances),
];

/// The width of all, in points.
pub fn width(ui: &Ui) -> f32 {
    segments_width(ui, VIEWS.iter().map(|(_, command)| command.row().name))
}

/// Shows the segments.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let all = VIEWS.map(|(face, command)| {
        let keys = command.row().keys.first();
        let hint = keys.map(|it| ui.ctx().format_shortcut(it)).unwrap_or_default();
        Segment { value: face, name: command.row().name, hint }
    });
    let pressed = segments(ui, view.desk.face, &all);
    if let Some((_, command)) = VIEWS.iter().find(|it| Some(it.0) == pressed) {
        view.command(*command);
    }
}
