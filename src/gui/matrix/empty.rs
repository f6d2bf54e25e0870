//! Owns what stands in place of the matrix where there is nothing to show: why, and what to do.

use eframe::egui::Ui;

use super::filters;
use crate::gui::command::Command;
use crate::gui::review;
use crate::gui::view::View;
use crate::gui::widgets::{hint, nothing, press, title};
use crate::views::counted;
use crate::views::matrix::{Matrix, MatrixRequest};
use crate::views::review::Left;

/// Shows it in the middle of the room there is.
pub fn show(ui: &mut Ui, matrix: &Matrix, request: &mut MatrixRequest, view: &View<'_>) {
    let facets = &matrix.facets;
    nothing(ui, |ui| {
        if facets.stances == 0 {
            title(ui, "No stances yet");
            let of_stances = |it: Left| it.stances;
            review::waits(ui, of_stances, "suggested stance", "suggested stances", view);
            hint(ui, "Select words that say who condemns, supports or mediates, and press 2");
            if press(ui, "Read the articles") {
                view.command(Command::Read);
            }
            return;
        }
        title(ui, "No stances to show");
        let left_out = "left out by the filters";
        let (one, several) = (format!("stance is {left_out}"), format!("stances are {left_out}"));
        hint(ui, &counted(matrix.hidden, &one, &several));
        if 0 < facets.past
            && !request.past
            && press(ui, &format!("Show past stances too ({})", facets.past))
        {
            request.past = true;
        }
        if filters::narrows(request, facets) && press(ui, "Clear filters") {
            filters::clear(request, facets);
        } else if request.incident.is_some() && press(ui, "Show all incidents") {
            request.incident = None;
        }
    });
}
