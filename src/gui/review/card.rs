//! Owns how the suggestion one is at is shown: its words in their paragraph, what would be recorded, and why.

use eframe::egui::Ui;

use super::ReviewView;
use crate::gui::command::Command;
use crate::gui::view::View;

/// Shows the suggestion one is at.
pub fn show(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    let Some(it) = kept.current().and_then(|key| kept.waiting(&key).cloned()) else {
        ui.label("Nothing is left to decide");
        return;
    };
    ui.label(&it.says);
    ui.horizontal(|ui| {
        for command in
            [Command::AcceptSuggestion, Command::EditAnnotation, Command::DismissSuggestion]
        {
            if ui.button(view.situation.name(command.row())).clicked() {
                view.command(command);
            }
        }
    });
}
