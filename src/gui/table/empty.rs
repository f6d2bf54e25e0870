//! Owns what stands in place of the rows where there are none: what to do next.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, RichText, Ui};

use super::TableView;
use crate::gui::action::Action;
use crate::gui::desk::Face;
use crate::gui::theme;
use crate::gui::view::View;
use crate::views::count;
use crate::views::sheet::{Filter, Sheet};

/// The rows are being made for the first time.
pub fn making(ui: &mut Ui) {
    middle(ui, |ui| {
        ui.weak("Making the table…");
    });
}

/// The project has no annotation.
pub fn nothing(ui: &mut Ui, view: &View<'_>) {
    middle(ui, |ui| {
        ui.label(RichText::new("Nothing is annotated yet").font(theme::serif_bold(19.0)));
        ui.add_space(8.0);
        ui.weak("Select words in an article, then press");
        let keys = [(Key::Num1, "casualty claim"), (Key::Num2, "stance"), (Key::Num3, "note")];
        for (key, what) in keys {
            let key = ui.ctx().format_shortcut(&KeyboardShortcut::new(Modifiers::NONE, key));
            ui.label(RichText::new(format!("{key} for a {what}")).small().weak());
        }
        ui.add_space(12.0);
        if ui.button("Read the articles").clicked() {
            view.push(Action::Turn(Face::Read));
        }
    });
}

/// The filters leave nothing.
pub fn filtered(ui: &mut Ui, it: &mut TableView, sheet: &Sheet, view: &View<'_>) {
    middle(ui, |ui| {
        if sheet.hidden == 0 {
            let title = "All annotations are of excluded articles";
            ui.label(RichText::new(title).font(theme::serif_bold(19.0)));
            ui.add_space(8.0);
            ui.weak("Include an article again, and its annotations stand here");
            ui.add_space(12.0);
            if ui.button("Read the articles").clicked() {
                view.push(Action::Turn(Face::Read));
            }
            return;
        }
        let title = "No annotation passes the filters";
        ui.label(RichText::new(title).font(theme::serif_bold(19.0)));
        ui.add_space(8.0);
        ui.weak(match sheet.hidden {
            1 => "1 annotation is hidden".to_owned(),
            hidden => format!("{} annotations are hidden", count(hidden as u64)),
        });
        ui.add_space(12.0);
        if ui.button("Show all annotations").clicked() {
            clear(it);
        }
    });
}

/// Takes all filters away.
pub fn clear(it: &mut TableView) {
    it.made.request_mut().filter = Filter::default();
    it.typed = super::Typed::default();
}

fn middle(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.36 - 40.0).max(8.0));
        show(ui);
    });
}
