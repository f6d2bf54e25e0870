//! Owns the start view: what to do first, and the recent projects.

use eframe::egui::{RichText, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme;
use crate::gui::view::View;

/// Shows the start view.
pub fn start(ui: &mut Ui, view: &View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(80.0);
        ui.label(RichText::new("KB Workbench").font(theme::serif_bold(28.0)));
        ui.add_space(24.0);
        for command in [Command::OpenFolder, Command::OpenProject, Command::TrySample] {
            if ui.button(command.row().name).clicked() {
                view.command(command);
            }
        }
        ui.add_space(24.0);
        for path in &view.settings.recent {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if ui.link(name).on_hover_text(path.display().to_string()).clicked() {
                view.push(Action::Open(path.clone()));
            }
        }
    });
}
