//! Owns what stands in place of the matrix where there is nothing to show: why, and what to do.

use eframe::egui::{RichText, Ui};

use super::filters;
use crate::gui::command::Command;
use crate::gui::theme;
use crate::gui::view::View;
use crate::views::matrix::{Matrix, MatrixRequest};

/// Shows it in the middle of the room there is.
pub fn show(ui: &mut Ui, matrix: &Matrix, request: &mut MatrixRequest, view: &View<'_>) {
    ui.add_space((ui.available_height() * 0.3 - 40.0).max(8.0));
    ui.vertical_centered(|ui| {
        let facets = &matrix.facets;
        if facets.stances == 0 {
            title(ui, "No stances yet");
            ui.weak("Select words in an article that say who condemns, supports or mediates");
            ui.label(RichText::new("then press 2 for a stance").small().weak());
            ui.add_space(12.0);
            if ui.button("Read the articles").clicked() {
                view.command(Command::Read);
            }
            return;
        }
        title(ui, "No stances to show");
        let words = match matrix.hidden {
            1 => "1 stance is left out by the filters".to_owned(),
            some => {
                format!("{} stances are left out by the filters", crate::views::count(some as u64))
            }
        };
        ui.weak(words);
        ui.add_space(12.0);
        if 0 < facets.past && !request.past {
            let words = format!("Show past stances too ({})", facets.past);
            if ui.button(words).clicked() {
                request.past = true;
            }
        }
        if filters::narrows(request, facets) && ui.button("Clear filters").clicked() {
            filters::clear(request, facets);
        } else if request.incident.is_some() && ui.button("Show all incidents").clicked() {
            request.incident = None;
        }
    });
}

fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::serif_bold(19.0)));
    ui.add_space(8.0);
}
