//! Owns the list of warnings: folders that were not read, new and changed articles, files that could not be read.

use eframe::egui::{Context, RichText, ScrollArea, Ui};

use super::banner::buttons;
use super::doubts::doubts;
use super::modal::{Stand, list_height, modal, primary, take_focus};
use super::notices::upper_first;
use crate::base::{ArticleId, Warning};
use crate::gui::case::Case;
use crate::gui::theme;
use crate::gui::view::View;
use crate::views::count;

/// How many articles are named.
const NAMED: usize = 12;

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
                articles(ui, case, doubt.articles());
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

/// The articles it is about, the first of them by name.
fn articles(ui: &mut Ui, case: &Case, ids: &[ArticleId]) {
    for row in ids.iter().take(NAMED).filter_map(|id| case.derived().row(*id)) {
        ui.label(RichText::new(format!("{} · {}", row.title, row.path)).small().weak());
    }
    if NAMED < ids.len() {
        let more = format!("and {} more", count((ids.len() - NAMED) as u64));
        ui.label(RichText::new(more).small().weak());
    }
}

fn list(ui: &mut Ui, warnings: &[Warning]) {
    for warning in warnings {
        ui.label(RichText::new(&warning.place).font(theme::bold(theme::SMALL_SIZE)));
        ui.label(upper_first(&warning.what));
        if !warning.hint.is_empty() {
            ui.weak(upper_first(&warning.hint));
        }
        ui.separator();
    }
}

/// All warnings, a line each.
fn text(case: &Case) -> String {
    case.warnings.iter().map(|it| format!("{it}\n")).collect()
}
