//! Owns what stands in place of columns where no article is open: what to do first.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Rect, RichText, Ui, UiBuilder, vec2};

use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::theme;
use crate::gui::view::View;

/// Shows it in the middle of `area`.
pub fn show(ui: &mut Ui, area: Rect, case: &Case, view: &View<'_>) {
    let middle = area.shrink2(vec2(16.0, 0.0));
    let middle = middle.with_min_y(area.top() + (area.height() * 0.4 - 40.0).max(8.0));
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| {
            let has_articles = !case.derived().rows().is_empty();
            let title = match (has_articles, case.texts.is_loading) {
                (true, _) => "Choose an article at the left",
                (false, true) => "Reading articles…",
                (false, false) => "No articles yet",
            };
            ui.label(RichText::new(title).font(theme::serif_bold(19.0)));
            ui.add_space(8.0);
            if has_articles {
                keys(ui, view);
            } else if !case.texts.is_loading {
                ui.weak("Add a folder of reports to begin");
                ui.add_space(12.0);
                // In the list there is the same.
                if !view.settings.shows_left && ui.button(Command::AddFolder.row().name).clicked() {
                    view.command(Command::AddFolder);
                }
            }
        });
    });
}

/// The ways to open an article without the mouse.
fn keys(ui: &mut Ui, view: &View<'_>) {
    let ctx = ui.ctx().clone();
    let named = |keys: &KeyboardShortcut| ctx.format_shortcut(keys);
    let of = |command: Command| command.row().keys.first().map(named).unwrap_or_default();
    let lines = [
        format!("{} goes to the list", of(Command::GoToArticles)),
        "Enter opens an article".to_owned(),
        format!("{} opens it beside", named(&KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))),
        format!("{} opens the next one", of(Command::NextArticle)),
    ];
    for line in lines {
        ui.label(RichText::new(line).small().weak());
    }
    if !view.settings.shows_left {
        let line = format!("{} shows the list", of(Command::ToggleLeft));
        ui.label(RichText::new(line).small().weak());
    }
}
