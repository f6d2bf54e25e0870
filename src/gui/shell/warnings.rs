//! Owns the list of warnings: folders that were not read, new and changed articles, files that could not be read.

use eframe::egui::{Context, RichText, ScrollArea, Ui};

use super::banner::buttons;
use super::doubts::doubts;
use super::modal::{Stand, list_height, modal, primary, take_focus};
use crate::base::Warning;
use crate::gui::case::Case;
use crate::gui::theme;
use crate::gui::view::View;

/// Shows the list. Whether it was closed.
pub fn show(ctx: &Context, view: &View<'_>) -> bool {
    let Some(case) = view.case else { return true };
    let mut done = false;
    let closed = modal(ctx, "Warnings", 680.0, Stand::Middle, |ui| {
        let doubts = doubts(case);
        if doubts.is_empty() && case.warnings.is_empty() {
            ui.label("Nothing to warn of: all folders and files were read");
        }
        let height = list_height(ui, 560.0, 60.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for doubt in &doubts {
                ui.horizontal_wrapped(|ui| {
                    ui.label(doubt.words());
                    buttons(ui, view, doubt);
                });
                ui.separator();
            }
            list(ui, &case.warnings);
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let close = primary(ui, "Close");
            take_focus(&close);
            done |= close.clicked();
            if !case.warnings.is_empty() && ui.button("Copy all").clicked() {
                ui.copy_text(text(case));
            }
        });
    });
    closed || done
}

fn list(ui: &mut Ui, warnings: &[Warning]) {
    for warning in warnings {
        ui.label(RichText::new(&warning.place).font(theme::bold(theme::SMALL_SIZE)));
        ui.label(&warning.what);
        if !warning.hint.is_empty() {
            ui.weak(&warning.hint);
        }
        ui.separator();
    }
}

/// All warnings, a line each.
fn text(case: &Case) -> String {
    case.warnings.iter().map(|it| format!("{it}\n")).collect()
}
