//! Owns what stands in place of the rows where there are none: what to do next.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, RichText, Ui};

use super::TableView;
use crate::gui::command::Command;
use crate::gui::review;
use crate::gui::view::View;
use crate::gui::widgets::{self, hint, press, title};
use crate::views::counted;
use crate::views::review::Left;
use crate::views::sheet::{Filter, Sheet};

/// The rows are being made for the first time.
pub fn making(ui: &mut Ui) {
    widgets::nothing(ui, |ui| hint(ui, "Making the table…"));
}

/// The project has no annotation.
pub fn nothing(ui: &mut Ui, view: &View<'_>) {
    widgets::nothing(ui, |ui| {
        title(ui, "Nothing is annotated yet");
        review::waits(ui, Left::all, "suggestion", "suggestions", view);
        ui.weak("Select words in an article, then press");
        let keys = [(Key::Num1, "casualty claim"), (Key::Num2, "stance"), (Key::Num3, "note")];
        for (key, what) in keys {
            let key = ui.ctx().format_shortcut(&KeyboardShortcut::new(Modifiers::NONE, key));
            ui.label(RichText::new(format!("{key} for a {what}")).small().weak());
        }
        ui.add_space(12.0);
        read(ui, view);
    });
}

/// The filters leave nothing.
pub fn filtered(ui: &mut Ui, it: &mut TableView, sheet: &Sheet, view: &View<'_>) {
    widgets::nothing(ui, |ui| {
        if sheet.hidden == 0 {
            title(ui, "All annotations are of excluded articles");
            hint(ui, "Include an article again, and its annotations stand here");
            read(ui, view);
            return;
        }
        title(ui, "No annotation passes the filters");
        hint(ui, &counted(sheet.hidden, "annotation is hidden", "annotations are hidden"));
        if press(ui, "Show all annotations") {
            clear(it);
        }
    });
}

fn read(ui: &mut Ui, view: &View<'_>) {
    if press(ui, "Read the articles") {
        view.command(Command::Read);
    }
}

/// Takes all filters away.
pub fn clear(it: &mut TableView) {
    it.made.request_mut().filter = Filter::default();
    it.typed = super::Typed::default();
}
