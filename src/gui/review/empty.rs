//! Owns what stands in place of a suggestion where there is none: why, and what to do.

use eframe::egui::{Label, ProgressBar, RichText, Ui};

use super::head::{articles, not_searched, number, searching, stopped};
use super::{ReviewView, card};
use crate::gui::command::Command;
use crate::gui::task::Work;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets::{hint, nothing, press, title};
use crate::views::review::Left;
use crate::views::{count, counted};

/// Shows it in the middle of the room there is.
pub fn show(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    nothing(ui, |ui| {
        if kept.shows_dismissed() {
            none_dismissed(ui, kept);
        } else {
            why(ui, kept, view);
        }
        ui.add_space(8.0);
        card::undo(ui, kept, view);
    });
}

/// Says how many suggestions wait, in a view that has nothing to show yet, with the way to them. Nothing where none do
/// or the user reads without them.
pub fn waits(ui: &mut Ui, of: fn(Left) -> usize, one: &str, several: &str, view: &View<'_>) {
    let number = view.in_text().map_or(0, |it| of(it.left_in_all()));
    if number == 0 {
        return;
    }
    let (one, several) = (format!("{one} waits for review"), format!("{several} wait for review"));
    hint(ui, &counted(number, &one, &several));
    if press(ui, "Review them") {
        view.command(Command::Review);
    }
    ui.add_space(20.0);
}

/// Where what was dismissed is asked for and none is shown.
fn none_dismissed(ui: &mut Ui, kept: &mut ReviewView) {
    match kept.dismissed() {
        0 => {
            title(ui, "Nothing is dismissed");
            hint(ui, "What is dismissed stands here and can be offered again");
        }
        some => {
            title(ui, "Nothing to show");
            let hidden = "left out by the filters";
            hint(
                ui,
                &match some {
                    1 => format!("The one suggestion that is dismissed is {hidden}"),
                    some => format!("All {} that are dismissed are {hidden}", count(some as u64)),
                },
            );
            clear(ui, kept);
        }
    }
    if press(ui, "Back to what is left") {
        kept.turn_to_dismissed(false);
    }
}

fn clear(ui: &mut Ui, kept: &mut ReviewView) {
    if press(ui, "Clear filters") {
        let request = kept.made.request_mut();
        *request = request.cleared();
    }
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
        clear(ui, kept);
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
        let dismissed = kept.dismissed();
        if 0 < dismissed && press(ui, &format!("See the dismissed ({})", number(dismissed))) {
            kept.turn_to_dismissed(true);
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
