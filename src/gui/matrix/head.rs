//! Owns what stands above the matrix: what it shows in words, what its columns are, and the ways to take it along.

use eframe::egui::{Label, RichText, Ui};

use crate::base::theme::position_sign;
use crate::base::words::Position;
use crate::gui::view::View;
use crate::gui::widgets::{Segment, segments, segments_width, to_right};
use crate::gui::{export, headline};
use crate::views::matrix::{ColumnsBy, Matrix};

/// What columns can be.
const COLUMNS: [(ColumnsBy, &str); 4] = [
    (ColumnsBy::Position, "Position"),
    (ColumnsBy::Article, "Article"),
    (ColumnsBy::Target, "Target"),
    (ColumnsBy::Day, "Day"),
];

/// The least room for the title beside the buttons, and the blank space before them, in points.
const TITLE: f32 = 320.0;
const GAP: f32 = 12.0;

/// Shows it; gives other columns if they were asked for.
pub fn show(ui: &mut Ui, matrix: &Matrix, by: ColumnsBy, view: &View<'_>) -> Option<ColumnsBy> {
    let buttons = export::buttons_width(ui);
    let tools = segments_width(ui, COLUMNS.iter().map(|it| it.1)) + GAP + buttons;
    let beside = tools + GAP + TITLE <= ui.available_width();
    let mut chosen = None;
    if beside {
        ui.horizontal_top(|ui| {
            let words = ui.available_width() - tools - GAP;
            ui.vertical(|ui| {
                ui.set_width(words);
                title(ui, matrix);
            });
            ui.spacing_mut().item_spacing.x = GAP;
            to_right(ui, tools);
            chosen = columns(ui, by);
            export::buttons(ui, view);
        });
        subtitle(ui, matrix);
    } else {
        title(ui, matrix);
        subtitle(ui, matrix);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            chosen = columns(ui, by);
            to_right(ui, buttons);
            export::buttons(ui, view);
        });
    }
    ui.add_space(12.0);
    chosen
}

fn title(ui: &mut Ui, matrix: &Matrix) {
    headline::headline(ui, &matrix.title, ui.available_width(), 2);
}

/// What is counted, and how cells and names are to be read.
fn subtitle(ui: &mut Ui, matrix: &Matrix) {
    let mut words = vec![matrix.subtitle.as_str()];
    // Where columns are positions, the signs stand over them.
    let is_headed = matrix.columns.iter().all(|it| it.position.is_some());
    let spelled = |it: &str| {
        is_headed && Position::ALL.iter().any(|sign| it.starts_with(position_sign(*sign)))
    };
    words.extend(matrix.legend.iter().map(String::as_str).filter(|it| !spelled(it)));
    let words = RichText::new(words.join(" · ")).small().weak();
    ui.add(Label::new(words).wrap().selectable(false));
}

fn columns(ui: &mut Ui, by: ColumnsBy) -> Option<ColumnsBy> {
    let all = COLUMNS.map(|(value, name)| Segment { value, name, hint: String::new() });
    segments(ui, by, &all).filter(|it| *it != by)
}
