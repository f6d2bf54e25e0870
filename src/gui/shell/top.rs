//! Owns the top bar: menu, project, views, search, palette, theme. In a narrow window what matters less goes first, so
//! that nothing lies over anything else.

use eframe::egui::{
    Align, Atom, Button, Context, Layout, Rect, RichText, TextWrapMode, Theme, Ui, UiBuilder,
    containers::menu::MenuButton, pos2, vec2,
};

use super::keys::words;
use super::segments;
use super::status::saved;
use crate::gui::command::{Command, Menu, TABLE};
use crate::gui::icons;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets::lower_first;
use crate::views::count;

/// The height of what stands in the bar, in points.
const HEIGHT: f32 = 32.0;

/// Width of the search with its words, in points.
const SEARCH: f32 = 230.0;

/// Shows the top bar.
pub fn top(ui: &mut Ui, view: &View<'_>) {
    let width = ui.available_width();
    let (_, place) = ui.allocate_space(vec2(width, HEIGHT));
    let from = |left: f32, right: f32| {
        Rect::from_min_max(pos2(left, place.top()), pos2(right.max(left), place.bottom()))
    };
    let right = part(ui, place, Layout::right_to_left(Align::Center), |ui| {
        right_side(ui, view, width >= 1040.0);
    });
    let mut end = right.left() - 12.0;
    if view.case.is_some() && width >= 640.0 {
        let segments = segments::width(ui);
        let middle = place.center().x.min(end - segments / 2.0);
        let place = from(middle - segments / 2.0, middle + segments / 2.0);
        part(ui, place, Layout::left_to_right(Align::Center), |ui| {
            segments::show(ui, view);
        });
        end = place.left() - 12.0;
    }
    let place = from(place.left(), end);
    part(ui, place, Layout::left_to_right(Align::Center), |ui| left_side(ui, view));
}

/// A part of the bar; the room it takes.
fn part(ui: &mut Ui, place: Rect, layout: Layout, content: impl FnOnce(&mut Ui)) -> Rect {
    let builder = UiBuilder::new().max_rect(place).layout(layout);
    let mut part = ui.new_child(builder);
    part.shrink_clip_rect(place.expand(4.0));
    content(&mut part);
    part.min_rect()
}

fn left_side(ui: &mut Ui, view: &View<'_>) {
    let button = Button::new(icons::MENU).min_size(vec2(30.0, 28.0));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| menu(ui, view));
    response.accessible_name("Menu").on_hover_text("Menu");
    ui.add_space(4.0);
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    let Some(case) = view.case else {
        ui.label(RichText::new("KB Workbench").font(theme::bold(theme::BASE_SIZE)));
        return;
    };
    let state = RichText::new(lower_first(&saved(view))).small().weak();
    let of_state = 130.0;
    let room = ui.available_width();
    let name = RichText::new(case.name()).font(theme::bold(theme::BASE_SIZE));
    if room < of_state + 140.0 {
        ui.label(name).on_hover_text(state);
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(room - of_state);
        ui.label(name);
    });
    ui.label(state);
}

fn right_side(ui: &mut Ui, view: &View<'_>, wide: bool) {
    let (sign, command, says) = match ui.ctx().theme() {
        Theme::Light => (icons::DARK_MODE, Command::Dark, "Dark theme"),
        Theme::Dark => (icons::LIGHT_MODE, Command::Light, "Light theme"),
    };
    tool(ui, view, sign.into(), command, says);
    tool(ui, view, RichText::new("?").small(), Command::Keys, "Keys");
    let keys = RichText::new(shortcut(ui.ctx(), Command::Palette)).small().weak();
    tool(ui, view, keys, Command::Palette, "Find a command");
    let Some(case) = view.case else { return };
    if !wide {
        tool(ui, view, icons::SEARCH.into(), Command::Search, "Search the articles");
        return;
    }
    let articles = case.state().articles().len();
    let words = match articles {
        1 => "Search 1 article".to_owned(),
        some => format!("Search {} articles", count(some as u64)),
    };
    let keys = RichText::new(shortcut(ui.ctx(), Command::Search)).small().weak();
    let button = Button::new((RichText::new(words).small().weak(), Atom::grow(), keys))
        .fill(colour(view.palette.page))
        .min_size(vec2(SEARCH, 28.0));
    let search = ui.add(button).accessible_name("Search the articles");
    if search.clicked() {
        view.command(Command::Search);
    }
}

/// A small button for a command.
fn tool(ui: &mut Ui, view: &View<'_>, words: RichText, command: Command, says: &str) {
    let button = ui.add(Button::new(words).min_size(vec2(30.0, 28.0))).accessible_name(says);
    let keys = shortcut(ui.ctx(), command);
    let hint = if keys.is_empty() { says.to_owned() } else { format!("{says}  {keys}") };
    if button.on_hover_text(hint).clicked() {
        view.command(command);
    }
}

/// The keys of a command; empty if it has none.
fn shortcut(ctx: &Context, command: Command) -> String {
    command.row().keys.first().map(|it| words(ctx, it)).unwrap_or_default()
}

/// All commands, a submenu for each group.
fn menu(ui: &mut Ui, view: &View<'_>) {
    for menu in Menu::ALL {
        ui.menu_button(menu.name(), |ui| {
            for row in TABLE.iter().filter(|row| row.menu == menu) {
                let name = view.situation.name(row);
                let button = Button::new(name.clone())
                    .wrap_mode(TextWrapMode::Extend)
                    .shortcut_text(shortcut(ui.ctx(), row.command));
                let button = ui.add_enabled(view.situation.allows(row.needs), button);
                if button.accessible_name(name).clicked() {
                    view.command(row.command);
                }
            }
        });
    }
}
