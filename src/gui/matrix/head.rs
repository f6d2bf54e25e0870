//! Owns what stands above the matrix: what it shows in words, what its columns are, and the ways to take it along.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui, UiBuilder, WidgetInfo, vec2};

use crate::base::theme::position_sign;
use crate::base::words::Position;
use crate::gui::command::Command;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets::{Segment, ring, segments, segments_width};
use crate::views::matrix::{ColumnsBy, Matrix};

/// What columns can be.
const COLUMNS: [(ColumnsBy, &str); 4] = [
    (ColumnsBy::Position, "Position"),
    (ColumnsBy::Article, "Article"),
    (ColumnsBy::Target, "Target"),
    (ColumnsBy::Day, "Day"),
];

/// Room for the two buttons, and the least for the title beside them.
const BUTTONS: f32 = 170.0;
const TITLE: f32 = 320.0;

/// Shows it; gives other columns if they were asked for.
pub fn show(ui: &mut Ui, matrix: &Matrix, by: ColumnsBy, view: &View<'_>) -> Option<ColumnsBy> {
    let tools = segments_width(ui, COLUMNS.iter().map(|it| it.1)) + BUTTONS;
    let beside = tools + TITLE <= ui.available_width();
    let mut chosen = None;
    let height = 34.0;
    if beside {
        ui.horizontal_top(|ui| {
            let words = ui.available_width() - tools;
            ui.vertical(|ui| {
                ui.set_width(words);
                title(ui, matrix);
            });
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                buttons(ui, view);
                ui.add_space(4.0);
                chosen = columns(ui, by);
            });
        });
        subtitle(ui, matrix);
    } else {
        title(ui, matrix);
        subtitle(ui, matrix);
        ui.add_space(6.0);
        let size = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            chosen = columns(ui, by);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons(ui, view));
        });
    }
    ui.add_space(12.0);
    chosen
}

fn title(ui: &mut Ui, matrix: &Matrix) {
    let title = RichText::new(&matrix.title).font(theme::bold(20.0));
    let heading = ui.add(Label::new(title).truncate().selectable(false));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &matrix.title));
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
    // From left to right, whichever way the row is filled.
    let shown = ui
        .scope_builder(UiBuilder::new().layout(Layout::left_to_right(Align::Center)), |ui| {
            segments(ui, by, &all)
        });
    shown.inner.filter(|it| *it != by)
}

fn buttons(ui: &mut Ui, view: &View<'_>) {
    let palette = view.palette;
    let size = vec2(0.0, 32.0);
    let words = RichText::new(Command::Export.row().name).color(colour(palette.page));
    let export = ui.add(Button::new(words).fill(colour(palette.accent)).min_size(size));
    ring(ui, &export);
    if export.clicked() {
        view.command(Command::Export);
    }
    let copy = ui.add(Button::new("Copy").min_size(size));
    let copy = copy.on_hover_text(Command::CopyFigure.row().name);
    if copy.clicked() {
        view.command(Command::CopyFigure);
    }
}
