//! Owns the bar above the rows: how many there are and in what order, what is done to those chosen, which columns.

use eframe::egui::{Label, RichText, Ui};

use super::{TableView, annotations, bulk, columns, sorting};
use crate::base::IdMint;
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::theme;
use crate::gui::view::View;
use crate::gui::widgets::{button_width, to_right};
use crate::views::count;
use crate::views::sheet::Sheet;

/// Shows the bar.
pub fn bar(
    ui: &mut Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
    ids: &mut IdMint,
) {
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        let columns = button_width(ui, "Columns", 0.0);
        let room = ui.available_width() - columns - ui.spacing().item_spacing.x;
        ui.scope(|ui| {
            ui.set_max_width(room);
            if 1 < it.counted.count {
                many(ui, it, case, sheet, view, ids);
            } else {
                told(ui, it, sheet);
            }
        });
        to_right(ui, columns);
        let before = it.columns.clone();
        columns::menu(ui, &mut it.columns);
        if it.columns != before {
            it.resets = true;
        }
    });
}

/// How many rows there are, and their order.
fn told(ui: &mut Ui, it: &TableView, sheet: &Sheet) {
    let title = annotations(sheet.rows.len());
    ui.label(RichText::new(title).font(theme::bold(17.0)));
    let order = RichText::new(sorting::words(it.made.request())).small().weak();
    ui.add(Label::new(order).truncate());
}

/// What can be done to the chosen rows.
fn many(
    ui: &mut Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
    ids: &mut IdMint,
) {
    let title = format!("{} chosen", count(it.counted.count as u64));
    ui.label(RichText::new(title).font(theme::bold(17.0)));
    bulk::set_button(ui, it, case, sheet, view, ids);
    let copy = ui.button("Copy").on_hover_text("Copy the chosen rows for a spreadsheet");
    if copy.clicked() {
        view.command(Command::CopyData);
    }
    let delete = ui.button("Delete").on_hover_text("Delete the chosen annotations, as one step");
    if delete.clicked() {
        bulk::delete(it, case, sheet, view);
    }
}
