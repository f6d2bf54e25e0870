//! Owns how a suggestion is shown beside the text it stands in: what would be recorded, why, and what can be done.

use eframe::egui::{Button, RichText, ScrollArea, Ui, vec2};

use crate::gui::command::Command;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::count;
use crate::views::review::Waiting;

/// Shows it, with the ways to decide.
pub fn show(ui: &mut Ui, it: &Waiting, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let kind = if it.is_claim() { "casualty claim" } else { "stance" };
        widgets::label(ui, view.palette, &format!("Suggested {kind}"));
        ui.label(RichText::new(widgets::capital(&it.says)).font(theme::bold(theme::BASE_SIZE)));
        let all = view.case.and_then(|case| case.suggested().of(it.article));
        let first = it.these.first().and_then(|at| all?.get(*at));
        if let Some(because) = first.map(|it| it.because.as_str()).filter(|it| !it.is_empty()) {
            ui.label(RichText::new(widgets::capital(because)).color(colour(view.palette.text)));
        }
        let score = RichText::new(told(it)).small().color(colour(view.palette.weak));
        let hundred = (it.score * 100.0).round();
        ui.label(score).on_hover_text(format!(
            "Of suggestions with this score about {hundred} in 100 are right"
        ));
        ui.add_space(4.0);
        buttons(ui, view);
        ui.add_space(4.0);
        let left = view.open.left(it.article).all();
        let left = match left {
            1 => "The last one to review in this article".to_owned(),
            some => format!("{} to review in this article", count(some as u64)),
        };
        let ways = "J and K lead to what stands after and before, Esc leaves it open";
        for words in [left.as_str(), ways] {
            ui.label(RichText::new(words).small().color(colour(view.palette.weak)));
        }
    });
}

/// "Score 0.87, at 3 places".
fn told(it: &Waiting) -> String {
    let score = format!("Score {:.2}", it.score);
    match it.these.len() {
        0 | 1 => score,
        some => format!("{score}, said at {} places", count(some as u64)),
    }
}

fn buttons(ui: &mut Ui, view: &View<'_>) {
    let all = [
        (Command::AcceptSuggestion, "Accept"),
        (Command::EditAnnotation, "Edit"),
        (Command::DismissSuggestion, "Dismiss"),
    ];
    ui.horizontal_wrapped(|ui| {
        for (command, words) in all {
            let row = command.row();
            let keys = row.keys.first().map(|it| ui.ctx().format_shortcut(it)).unwrap_or_default();
            let keys = RichText::new(keys).small().color(colour(view.palette.weak));
            let button = ui.add(Button::new((words, keys)).min_size(vec2(0.0, 28.0)));
            widgets::ring(ui, &button);
            if button.accessible_name(view.situation.name(row)).clicked() {
                view.command(command);
            }
        }
    });
}
