//! Owns the status line: saved when, counts, warnings, work under way, who works here.

use eframe::egui::{
    Align, Button, Label, Layout, ProgressBar, RichText, TextWrapMode, Ui, UiBuilder, vec2,
};

use super::doubts::warnings;
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::task::{Running, Work};
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::{count, counted};

/// The height of what stands in it, in points.
const HEIGHT: f32 = 22.0;

/// Takes the room of the status line, to be shown there later.
pub fn status_room(ui: &mut Ui) -> Ui {
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)))
}

/// Shows the status line in its room.
pub fn status(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().interact_size.y = HEIGHT;
    ui.spacing_mut().button_padding.y = 1.0;
    let place = ui.max_rect();
    let coder = coder(view);
    let edge = place.right() - widgets::words_width(ui, coder.clone());
    let builder = UiBuilder::new().max_rect(place.with_max_x(edge - 12.0));
    let mut left = ui.new_child(builder);
    left.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    left.spacing_mut().item_spacing.x = 20.0;
    what(&mut left, view);
    let builder = UiBuilder::new().max_rect(place.with_min_x(edge));
    worker(&mut ui.new_child(builder), coder, view);
}

fn coder(view: &View<'_>) -> RichText {
    let words = if view.coder.is_empty() { "No name set" } else { view.coder };
    RichText::new(words).small().weak()
}

fn worker(ui: &mut Ui, words: RichText, view: &View<'_>) {
    let button = ui.add(Button::new(words).frame(false)).accessible_name("Who works here");
    widgets::ring(ui, &button);
    if button.on_hover_text("Your name, as it stands in the record").clicked() {
        view.command(Command::Settings);
    }
}

fn what(ui: &mut Ui, view: &View<'_>) {
    let weak = |text: String| RichText::new(text).small().weak();
    for running in view.tasks.running().iter().filter(|it| it.work.is_told()) {
        work(ui, view, running);
    }
    let Some(case) = view.case else { return };
    if case.suggested().is_stopped() && !view.tasks.is_running(Work::Suggest) {
        stopped(ui, case, view);
    }
    ui.add(Label::new(weak(saved(view))));
    let state = case.state();
    let articles = counted(state.articles().len(), "article", "articles");
    let annotations = counted(state.annotations().len(), "annotation", "annotations");
    ui.add(Label::new(weak(format!("{articles}, {annotations}"))));
    if let Some(shown) = view.shown {
        ui.add(Label::new(weak(shown.to_owned())));
    }
    let warnings = warnings(case);
    if warnings > 0 {
        let words = counted(warnings, "warning", "warnings");
        let tone = colour(view.palette.warning());
        let text = RichText::new(format!("{} {words}", icons::WARNING)).small().color(tone);
        let button = ui.add(Button::new(text).frame(false)).accessible_name(words);
        widgets::ring(ui, &button);
        if button.on_hover_text("Show the warnings").clicked() {
            view.command(Command::Warnings);
        }
    }
}

/// Work under way with its progress.
fn work(ui: &mut Ui, view: &View<'_>, running: &Running) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (done, total) = (running.progress.done(), running.progress.total());
        let cancelled = running.progress.is_cancelled();
        let words = if cancelled {
            format!("{}, ending", running.name)
        } else if total > 0 {
            let (done, total) = (count(done as u64), count(total as u64));
            format!("{}  {done} of {total}", running.name)
        } else {
            running.name.clone()
        };
        ui.label(RichText::new(words).small().weak());
        if total > 0 {
            let share = done as f32 / total as f32;
            let bar = ProgressBar::new(share).desired_width(120.0).desired_height(6.0);
            ui.add(bar.fill(colour(view.palette.accent))).accessible_name(&running.name);
        }
        if !cancelled {
            let button = ui.small_button("Cancel").accessible_name(cancels(running.work));
            if button.clicked() {
                view.push(Action::Cancel(running.work));
            }
        }
    });
}

/// What it means to cancel a piece of work, for who does not see it beside the button.
fn cancels(work: Work) -> &'static str {
    match work {
        Work::Load => "Cancel reading articles",
        Work::Copy => "Cancel copy with texts",
        Work::Search => "Cancel search in the articles",
        Work::Suggest => "Cancel search for suggestions",
        Work::Export => "Cancel export",
        _ => "Cancel",
    }
}

/// A search for suggestions that the user has ended, which can go on.
fn stopped(ui: &mut Ui, case: &Case, view: &View<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (done, left) = case.suggested().done_and_left();
        let (done, all) = (count(done as u64), count((done + left) as u64));
        let words = format!("Looked for claims and stances in {done} of {all}");
        ui.label(RichText::new(words).small().weak());
        if ui.small_button("Look on").clicked() {
            view.push(Action::GoOnSearching);
        }
    });
}

/// When the project was saved: "Saved 12:03", "Not saved yet".
pub fn saved(view: &View<'_>) -> String {
    let Some(case) = view.case else { return String::new() };
    if view.tasks.is_running(Work::Save) {
        return "Saving…".to_owned();
    }
    let at = case.saved_at().map(|at| {
        let clock = at.to_zoned(view.zone.clone());
        format!("saved {:02}:{:02}", clock.hour(), clock.minute())
    });
    match (case.is_unsaved(), case.file(), at) {
        (true, None, _) => "Not saved yet".to_owned(),
        (true, _, Some(at)) => format!("Edited, {at}"),
        (true, _, None) => "Edited".to_owned(),
        (false, _, Some(at)) => format!("S{}", at.trim_start_matches('s')),
        (false, Some(_), None) => "Saved".to_owned(),
        (false, None, None) => String::new(),
    }
}
