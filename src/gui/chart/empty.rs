//! Owns what stands in place of a chart: that it is being made, or why it has no mark and what to do.

use eframe::egui::Ui;

use super::narrow;
use crate::base::words::Outcome;
use crate::gui::command::Command;
use crate::gui::review;
use crate::gui::view::View;
use crate::gui::widgets::{hint, nothing, press, title};
use crate::views::chart::{Chart, ChartRequest};
use crate::views::count;
use crate::views::review::Left;

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
    let mut next = None;
    nothing(ui, |ui| {
        if chart.hidden == 0 {
            title(ui, "No casualty claims yet");
            let of_claims = |it: Left| it.claims;
            review::waits(ui, of_claims, "suggested claim", "suggested claims", view);
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
    nothing(ui, |ui| hint(ui, "Laying out the chart"));
}

fn why(hidden: usize) -> String {
    match hidden {
        1 => "The one claim there is is left out by the filters".to_owned(),
        some => format!("All {} claims are left out by the filters", count(some as u64)),
    }
}
