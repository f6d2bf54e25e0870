//! Owns what stands above the rows: how they are sorted, what is filtered, what is being read.

use eframe::egui::{
    Align, Button, Id, Key, Layout, Margin, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui,
    containers::menu::{MenuButton, MenuConfig},
};

use super::items::Items;
use super::model::{Choice, Filter, Sort};
use super::row::SIDE;
use crate::gui::case::Case;
use crate::gui::icons;
use crate::gui::task::Work;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::{count, counted};

/// What happened above the rows.
#[derive(Debug, Default)]
pub struct Head {
    /// The first article is to be opened, from the filter.
    pub open: bool,
    /// The rows are to have the keyboard.
    pub to_rows: bool,
}

/// Shows all of it.
pub fn show(ui: &mut Ui, choice: &mut Choice, items: &Items, view: &View<'_>, field: Id) -> Head {
    let Some(case) = view.case else { return Head::default() };
    let margin = Margin { left: SIDE as i8, right: 10, top: 4, bottom: 6 };
    let shown = eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            counts(ui, choice, items, case);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| sort_menu(ui, choice, view));
        });
        if case.derived().rows().is_empty() {
            return Head::default();
        }
        filter_bar(ui, choice, items, view, field)
    });
    progress(ui, view);
    shown.inner
}

fn words(text: impl Into<String>) -> RichText {
    RichText::new(text).small().weak()
}

/// How many articles there are, and how many of them are shown.
fn counts(ui: &mut Ui, choice: &mut Choice, items: &Items, case: &Case) {
    let all = case.derived().rows().len();
    if choice.filter.is_empty() {
        ui.label(words(counted(all, "article", "articles")));
        return;
    }
    ui.label(words(format!("{} of {} shown", count(items.len() as u64), count(all as u64))));
    let clear = ui.link(RichText::new("Clear").small()).accessible_name("Clear the filter");
    if clear.clicked() {
        choice.filter = Filter::default();
    }
}

/// What the list is sorted by, and the other way round.
fn sort_menu(ui: &mut Ui, choice: &mut Choice, view: &View<'_>) {
    let arrow = if choice.reversed { icons::ARROW_DROP_UP } else { icons::ARROW_DROP_DOWN };
    let name = format!("by {}", choice.sort.name());
    let arrow = words(arrow).size(18.0);
    let button = Button::new((words(&name), arrow)).frame(false);
    let (button, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for sort in Sort::ALL {
            if sort == Sort::Waiting && view.in_text().is_none() {
                continue;
            }
            let name = match sort {
                Sort::Time => "Time",
                Sort::Outlet => "Outlet",
                Sort::Title => "Title",
                Sort::Count => "Number of annotations",
                Sort::Waiting => "Suggestions to review",
            };
            if ui.selectable_label(choice.sort == sort, name).clicked() && choice.sort != sort {
                choice.sort_by(sort);
                ui.close();
            }
        }
        ui.separator();
        if ui.toggle_value(&mut choice.reversed, "From the last to the first").clicked() {
            ui.close();
        }
    });
    widgets::ring(ui, &button);
    button.accessible_name(format!("Sorted {name}")).on_hover_text("Sort the articles");
}

fn filter_bar(ui: &mut Ui, choice: &mut Choice, items: &Items, view: &View<'_>, field: Id) -> Head {
    let mut head = Head::default();
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 36.0).max(40.0);
        let edit = TextEdit::singleline(&mut choice.filter.words)
            .id(field)
            .hint_text(RichText::new("Filter").small())
            .desired_width(room)
            .font(eframe::egui::TextStyle::Small);
        let response = ui.add_sized([room, 26.0], edit);
        let response = response.accessible_name("Filter the articles");
        let (down, enter, escape) = ui.input(|it| {
            let pressed = |key| it.key_pressed(key);
            (pressed(Key::ArrowDown), pressed(Key::Enter), pressed(Key::Escape))
        });
        head.to_rows = response.has_focus() && down;
        head.open = response.lost_focus() && enter;
        if response.lost_focus() && escape {
            choice.filter.words.clear();
        }
        let held = Filter { words: String::new(), ..choice.filter.clone() };
        let tone = if held.is_empty() { view.palette.weak } else { view.palette.accent };
        let icon = RichText::new(icons::FILTER_LIST).color(colour(tone));
        let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let (button, _) = MenuButton::from_button(Button::new(icon).frame(false))
            .config(config)
            .ui(ui, |ui| filter_menu(ui, &mut choice.filter, &items.outlets, view));
        widgets::ring(ui, &button);
        button.accessible_name("Filters").on_hover_text("Show only some of the articles");
    });
    head
}

fn filter_menu(ui: &mut Ui, filter: &mut Filter, outlets: &[(String, usize)], view: &View<'_>) {
    ui.toggle_value(&mut filter.unread, "Only unread");
    if view.in_text().is_some() {
        ui.toggle_value(&mut filter.waiting, "Only with suggestions to review");
    }
    ui.toggle_value(&mut filter.hides_excluded, "Hide excluded");
    ui.separator();
    ui.label(words("Outlet"));
    ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).show(ui, |ui| {
        ui.selectable_value(&mut filter.outlet, None, "All outlets");
        for (outlet, articles) in outlets {
            let name = if outlet.is_empty() { "No outlet" } else { outlet };
            let name = format!("{name} ({})", count(*articles as u64));
            ui.selectable_value(&mut filter.outlet, Some(outlet.clone()), name);
        }
    });
}

/// How far the reading of articles has come.
fn progress(ui: &mut Ui, view: &View<'_>) {
    let Some(running) = view.tasks.running().iter().find(|it| it.work == Work::Load) else {
        return;
    };
    let (done, total) = (running.progress.done() as u64, running.progress.total() as u64);
    let share = match total {
        0 => String::new(),
        _ => format!(" {} of {}", count(done), count(total)),
    };
    let margin = Margin { left: SIDE as i8, right: 10, top: 0, bottom: 4 };
    eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.label(words(format!("Reading articles…{share}")));
    });
}
