//! Owns what stands in place of a chart: that it is being made, or why it has no mark and what to do.

use eframe::egui::{Label, RichText, Ui, UiBuilder, vec2};

use super::narrow;
use crate::base::words::Outcome;
use crate::gui::command::Command;
use crate::gui::theme;
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::chart::{Chart, ChartRequest};
use crate::views::count;

/// So long nothing is said, in seconds.
const GLANCE: f64 = 0.3;

/// Shows it; the request that is to be made instead, if the user asks for one. `others` are the claims of each outcome
/// that the other filters let through.
pub fn show(
    ui: &mut Ui,
    chart: &Chart,
    request: &ChartRequest,
    others: &[(Outcome, usize)],
    view: &View<'_>,
) -> Option<ChartRequest> {
    let room = ui.available_rect_before_wrap();
    let middle = room.shrink2(vec2(16.0, 0.0));
    let middle = middle.with_min_y(room.top() + (room.height() * 0.36 - 40.0).max(8.0));
    let mut next = None;
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| {
            if chart.hidden == 0 {
                title(ui, "No casualty claims yet");
                hint(ui, "Read an article, select a sentence that gives a figure, and press 1");
                if press(ui, "Read the articles") {
                    view.command(Command::Read);
                }
                return;
            }
            title(ui, "No claims to show");
            hint(ui, &why(chart.hidden));
            if narrow::is_narrowed(request) {
                if press(ui, "Clear filters") {
                    next = Some(narrow::cleared(request));
                }
                return;
            }
            for (outcome, number) in others.iter().filter(|it| 0 < it.1).take(2) {
                if press(ui, &format!("Show {} ({})", outcome.label(), count(*number as u64))) {
                    next = Some(ChartRequest { outcome: *outcome, ..request.clone() });
                }
            }
            if request.incident.is_some() && press(ui, "Show all incidents") {
                next = Some(ChartRequest { incident: None, ..request.clone() });
            }
        });
    });
    ui.advance_cursor_after_rect(room);
    next
}

/// Says that the chart is being made, if that takes longer than a glance.
pub fn wait(ui: &mut Ui, since: &mut Option<f64>) {
    let now = ui.input(|it| it.time);
    let left = GLANCE - (now - *since.get_or_insert(now));
    if 0.0 < left {
        ui.request_repaint_after_secs(left as f32);
        return;
    }
    let middle = ui.available_rect_before_wrap();
    let middle = middle.with_min_y(middle.top() + middle.height() * 0.36);
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| hint(ui, "Laying out the chart"));
    });
}

fn why(hidden: usize) -> String {
    match hidden {
        1 => "The one claim there is is left out by the filters".to_owned(),
        some => format!("All {} claims are left out by the filters", count(some as u64)),
    }
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
