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
use crate::gui::widgets::{button_width, lower_first};
use crate::views::count;

/// The height of what stands in the bar, in points.
const HEIGHT: f32 = 32.0;

/// Width of the search with its words, in points.
const SEARCH: f32 = 230.0;

/// The least width of a button, in points.
const LEAST: f32 = 30.0;

/// What the search is called.
const SEARCHES: &str = "Search the articles";

/// Shows the top bar.
pub fn top(ui: &mut Ui, view: &View<'_>) {
    let width = ui.available_width();
    let (_, place) = ui.allocate_space(vec2(width, HEIGHT));
    let from = |left: f32, right: f32| {
        Rect::from_min_max(pos2(left, place.top()), pos2(right.max(left), place.bottom()))
    };
    let tools = Tools::new(ui, view, width >= 1040.0);
    let right = from(place.right() - tools.width, place.right());
    let mut end = right.left() - 12.0;
    let mut middle = None;
    if view.case.is_some() && width >= 640.0 {
        let segments = segments::width(ui);
        let centre = place.center().x.min(end - segments / 2.0);
        let place = from(centre - segments / 2.0, centre + segments / 2.0);
        end = place.left() - 12.0;
        middle = Some(place);
    }
    part(ui, from(place.left(), end), |ui| left_side(ui, view));
    if let Some(place) = middle {
        part(ui, place, |ui| segments::show(ui, view));
    }
    part(ui, right, |ui| tools.show(ui, view));
}

/// A part of the bar.
fn part(ui: &mut Ui, place: Rect, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    let mut part = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    part.shrink_clip_rect(place.expand(4.0));
    content(&mut part);
}

fn left_side(ui: &mut Ui, view: &View<'_>) {
    let button = Button::new(icons::MENU).min_size(vec2(LEAST, 28.0));
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

/// What stands at the right of the bar.
struct Tools {
    /// Of all of it, in points.
    width: f32,
    /// What the search says, where there is room for it.
    search: Option<String>,
    tools: Vec<Tool>,
}

/// A small button for a command.
struct Tool {
    words: RichText,
    command: Command,
    says: &'static str,
}

impl Tools {
    fn new(ui: &Ui, view: &View<'_>, wide: bool) -> Self {
        let tool = |words, command, says| Tool { words, command, says };
        let keys = RichText::new(shortcut(ui.ctx(), Command::Palette)).small().weak();
        let mut tools = vec![
            tool(keys, Command::Palette, "Find a command"),
            tool(RichText::new("?").small(), Command::Keys, "Keys"),
            match ui.ctx().theme() {
                Theme::Light => tool(icons::DARK_MODE.into(), Command::Dark, "Dark theme"),
                Theme::Dark => tool(icons::LIGHT_MODE.into(), Command::Light, "Light theme"),
            },
        ];
        let articles = view.case.map(|it| it.state().articles().len());
        if articles.is_some() && !wide {
            tools.insert(0, tool(icons::SEARCH.into(), Command::Search, SEARCHES));
        }
        let search = articles.filter(|_| wide).map(|articles| match articles {
            1 => "Search 1 article".to_owned(),
            some => format!("Search {} articles", count(some as u64)),
        });
        let widths = tools.iter().map(|it| button_width(ui, it.words.clone(), LEAST));
        let widths = widths.chain(search.is_some().then_some(SEARCH));
        let between = ui.spacing().item_spacing.x;
        let width = widths.map(|it| it + between).sum::<f32>() - between;
        Self { width, search, tools }
    }

    fn show(self, ui: &mut Ui, view: &View<'_>) {
        if let Some(words) = self.search {
            let keys = RichText::new(shortcut(ui.ctx(), Command::Search)).small().weak();
            let button = Button::new((RichText::new(words).small().weak(), Atom::grow(), keys))
                .fill(colour(view.palette.page))
                .min_size(vec2(SEARCH, 28.0));
            if ui.add(button).accessible_name(SEARCHES).clicked() {
                view.command(Command::Search);
            }
        }
        for Tool { words, command, says } in self.tools {
            let button =
                ui.add(Button::new(words).min_size(vec2(LEAST, 28.0))).accessible_name(says);
            let keys = shortcut(ui.ctx(), command);
            let hint = if keys.is_empty() { says.to_owned() } else { format!("{says}  {keys}") };
            if button.on_hover_text(hint).clicked() {
                view.command(command);
            }
        }
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
