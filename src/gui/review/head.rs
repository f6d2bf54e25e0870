//! Owns what stands above the suggestion and above the queue: how far one has come, what is searched and what is not, and
//! how all from a score on are accepted at once.

use eframe::egui::{Button, Label, Rect, RichText, Sense, Slider, Ui, vec2};

use super::ReviewView;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::task::Work;
use crate::gui::theme::{self, BASE_SIZE, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::{count, counted};

/// Scores from which on all can be accepted, in hundredths.
const SCORES: std::ops::RangeInclusive<u8> = 50..=99;

/// Between the slider and its button, in points.
const GAP: f32 = 10.0;

/// Tells how far one has come and what of the articles is searched.
pub fn progress(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    let (shown, left) = (kept.shown(), kept.left());
    let decided = shown.all.saturating_sub(left.all());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let words = format!("{} of {} decided", number(decided), number(shown.all));
        ui.label(RichText::new(words).font(theme::bold(BASE_SIZE)));
        let weak = |ui: &mut Ui, words: String| ui.label(RichText::new(words).small().weak());
        let claims = counted(left.claims, "claim", "claims");
        let stances = counted(left.stances, "stance", "stances");
        weak(ui, format!("{claims} and {stances} left"));
        if let Some(searching) = searching(view) {
            weak(ui, searching);
        }
        if let Some(words) = not_searched(kept) {
            weak(ui, words);
        }
        stopped(ui, view);
    });
    ui.add_space(2.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 3.0), Sense::hover());
    let share = decided as f32 / shown.all.max(1) as f32;
    let done = Rect::from_min_size(line.min, vec2(line.width() * share, line.height()));
    ui.painter().rect_filled(line, 1.5, colour(view.palette.line));
    ui.painter().rect_filled(done, 1.5, colour(view.palette.accent));
}

/// That the search was ended, and how it goes on. Whether it was.
pub fn stopped(ui: &mut Ui, view: &View<'_>) -> bool {
    let Some(suggested) = view.case.map(|it| it.suggested()).filter(|it| it.is_stopped()) else {
        return false;
    };
    let left = articles(suggested.done_and_left().1);
    ui.label(RichText::new(format!("Search stopped, {left} left to search")).small().weak());
    let button = ui.add(Button::new(RichText::new("Go on searching").small()));
    widgets::ring(ui, &button);
    if button.clicked() {
        view.push(Action::GoOnSearching);
    }
    true
}

/// "searched 120 of 500 articles", while they are.
pub fn searching(view: &View<'_>) -> Option<String> {
    let running = view.tasks.running().iter().find(|it| it.work == Work::Suggest)?;
    let (done, total) = (running.progress.done(), running.progress.total());
    match total {
        0 => Some("Searching…".to_owned()),
        _ => Some(format!("Searching, {} of {}", number(done), articles(total))),
    }
}

/// "Not searched: Russian (3 articles)"; none if all can be.
pub fn not_searched(kept: &ReviewView) -> Option<String> {
    let all = &kept.review()?.not_searched;
    let told = all.iter().map(|(language, some)| format!("{language} ({})", articles(*some)));
    let told = told.collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then(|| format!("Not searched: {told}"))
}

/// What stands above the queue: how many wait, and how all that are sure enough are accepted; or how many were dismissed,
/// and the way back.
pub fn above(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    if kept.shows_dismissed() {
        let words = format!("{} dismissed", number(kept.shown().rows()));
        ui.add(Label::new(RichText::new(words).small().weak()));
        let words = "Back to what is left";
        widgets::to_right(ui, widgets::button_width(ui, words, 0.0));
        let back = ui.button(words);
        widgets::ring(ui, &back);
        if back.clicked() {
            kept.turn_to_dismissed(false);
        }
        return;
    }
    let command = Command::AcceptAll;
    let name = view.situation.name(command.row());
    let keys = command.row().keys.first().map(|it| ui.ctx().format_shortcut(it));
    let keys = RichText::new(keys.unwrap_or_default()).small().weak();
    let is_wide = 440.0 < ui.available_width();
    let mut width = widgets::button_width(ui, name.as_str(), 0.0);
    if is_wide {
        width += widgets::words_width(ui, keys.clone()) + ui.spacing().icon_spacing;
    }
    let waiting = RichText::new(format!("{} waiting", number(kept.shown().rows())));
    let room = ui.available_width() - width - GAP;
    let slider_width =
        (room - widgets::words_width(ui, waiting.clone().small()) - 2.0 * GAP).clamp(40.0, 140.0);
    ui.add(Label::new(waiting.small().weak()));
    widgets::to_right(ui, slider_width + GAP + width);
    slider(ui, kept, slider_width, view);
    let words = RichText::new(&name);
    let button = if is_wide { Button::new((words, keys)) } else { Button::new(words) };
    let button = ui.add_enabled(view.situation.allows(command.row().needs), button);
    let button = button.accessible_name(&name);
    widgets::ring(ui, &button);
    if button.clicked() {
        view.command(command);
    }
}

fn slider(ui: &mut Ui, kept: &mut ReviewView, width: f32, view: &View<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = width;
        let rail = colour(view.palette.line);
        ui.visuals_mut().widgets.inactive.bg_fill = rail;
        ui.visuals_mut().widgets.hovered.bg_fill = rail;
        let slider = Slider::new(&mut kept.accepts_from, SCORES).show_value(false);
        let response = ui.add(slider).accessible_name("Score from which on all are accepted");
        widgets::ring(ui, &response);
    });
}

pub fn number(some: usize) -> String {
    count(some as u64)
}

/// "3 articles".
pub fn articles(some: usize) -> String {
    counted(some, "article", "articles")
}
