//! Owns the top bar: menu, project, views, search, palette.

use eframe::egui::{Align, Layout, MenuBar, RichText, Ui};

use super::status::saved;
use crate::gui::command::{Command, Menu, TABLE};
use crate::gui::icons;
use crate::gui::theme;
use crate::gui::view::View;

/// Shows the top bar.
pub fn top(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal(|ui| {
        MenuBar::new().ui(ui, |ui| {
            ui.menu_button(icons::MENU, |ui| menu(ui, view)).response.on_hover_text("Menu");
        });
        let Some(case) = view.case else { return };
        ui.label(RichText::new(case.name()).font(theme::bold(theme::BASE_SIZE)));
        ui.label(RichText::new(saved(view)).small().weak());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("Search").clicked() {
                view.command(Command::Search);
            }
        });
    });
}

/// All commands, a submenu for each group.
fn menu(ui: &mut Ui, view: &View<'_>) {
    for menu in Menu::ALL {
        ui.menu_button(menu.name(), |ui| {
            for row in TABLE.iter().filter(|row| row.menu == menu) {
                let keys = row.keys.first().map(|it| ui.ctx().format_shortcut(it));
                let button = eframe::egui::Button::new(view.situation.name(row))
                    .shortcut_text(keys.unwrap_or_default());
                if ui.add_enabled(view.situation.allows(row.needs), button).clicked() {
                    view.command(row.command);
                }
            }
        });
    }
}
