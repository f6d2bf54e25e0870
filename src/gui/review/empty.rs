//! Owns what stands in place of a suggestion where there is none: why, and what to do.

use eframe::egui::{Label, ProgressBar, RichText, Ui, UiBuilder, vec2};

use super::head::{articles, not_searched, number, searching, stopped};
use super::{ReviewView, card};
use crate::gui::command::Command;
use crate::gui::task::Work;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::review::ReviewRequest;

/// Shows it in the middle of the room there is.
pub fn show(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    let room = ui.available_rect_before_wrap();
    let middle = room.shrink2(vec2(16.0, 0.0));
    let middle = middle.with_min_y(room.top() + (room.height() * 0.3 - 40.0).max(8.0));
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| why(ui, kept, view));
    });
    ui.advance_cursor_after_rect(room);
}

fn why(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    let (all, left) = (kept.shown().all, kept.left().all());
    let searched = kept.review().map_or(0, |it| it.searched);
    let is_loading = view.tasks.is_running(Work::Load);
    let is_stopped = view.case.is_some_and(|it| it.suggested().is_stopped());
    if 0 < left {
        title(ui, "Nothing to show");
        let words = match left {
            1 => "The one suggestion that is left is left out by the filters".to_owned(),
            some => format!("All {} that are left are left out by the filters", number(some)),
        };
        hint(ui, &words);
        if press(ui, "Clear filters") {
            let request = kept.made.request_mut();
            *request = ReviewRequest { order: request.order, ..Default::default() };
        }
    } else if let Some(words) = searching(view) {
        title(ui, "Looking for claims and stances");
        hint(ui, &words);
        bar(ui, view);
    } else if is_stopped {
        title(ui, "The search was stopped");
    } else if is_loading || kept.review().is_none() {
        title(ui, "Reading the articles");
        hint(ui, "What is found in them comes up here");
    } else if 0 < all {
        let words = match all {
            1 => "The one suggestion is decided".to_owned(),
            some => format!("All {} are decided", number(some)),
        };
        title(ui, &words);
        hint(ui, "What was recorded stands in the table, the chart and the matrix");
        if press(ui, "See the table") {
            view.command(Command::Table);
        }
    } else if 0 < searched {
        title(ui, "Nothing was found");
        let words = format!("No claims or stances were found in {}", articles(searched));
        hint(ui, &words);
        read(ui, view);
    } else {
        title(ui, "No article could be searched");
        hint(
            ui,
            "Claims and stances are looked for in English texts; others are annotated by hand",
        );
        read(ui, view);
    }
    stopped(ui, view);
    if let Some(words) = not_searched(kept) {
        ui.add_space(8.0);
        ui.add(Label::new(RichText::new(words).small().weak()).wrap());
    }
    ui.add_space(8.0);
    card::undo(ui, kept, view);
}

fn read(ui: &mut Ui, view: &View<'_>) {
    if press(ui, "Read the articles") {
        view.command(Command::Read);
    }
}

fn bar(ui: &mut Ui, view: &View<'_>) {
    let running = view.tasks.running().iter().find(|it| it.work == Work::Suggest);
    let Some(progress) = running.map(|it| &it.progress).filter(|it| 0 < it.total()) else { return };
    let share = progress.done() as f32 / progress.total() as f32;
    let bar = ProgressBar::new(share).desired_width(240.0).desired_height(6.0);
    ui.add(bar.fill(colour(view.palette.accent))).accessible_name("Searched so far");
}

fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::serif_bold(19.0)));
    ui.add_space(8.0);
}

fn hint(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).weak()).wrap());
    ui.add_space(12.0);
}

fn press(ui: &mut Ui, words: &str) -> bool {
    let button = ui.button(words);
    widgets::ring(ui, &button);
    button.clicked()
}
