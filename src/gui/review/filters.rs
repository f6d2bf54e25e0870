//! Owns what the queue can be narrowed down by, at the left, with how much there is of each; and what it is of.

use eframe::egui::Ui;

use super::ReviewView;
use super::articles;
use crate::gui::filters::{self, with_count};
use crate::gui::view::View;
use crate::gui::widgets::{self, Keys};
use crate::views::review::Order;

/// Scores that are offered, in hundredths.
const SCORES: [u8; 5] = [0, 60, 70, 80, 90];

/// Shows what can be asked for.
pub fn filters(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    let (listed, dismissed) = (kept.shown().listed, kept.dismissed());
    let mut request = kept.made.request().clone();
    let mut keys = Keys::default();
    let is_narrowed = request != request.cleared();
    let clears = filters::show(ui, is_narrowed, |ui| {
        let claims = with_count("Casualty claims", listed.claims);
        keys.shown(&widgets::check(ui, &mut request.claims, &claims));
        let stances = with_count("Stances", listed.stances);
        keys.shown(&widgets::check(ui, &mut request.stances, &stances));
        if 0 < dismissed || request.dismissed {
            let only = with_count("Only dismissed", dismissed);
            let tick = widgets::check(ui, &mut request.dismissed, &only);
            keys.shown(&tick);
            tick.on_hover_text("What was dismissed, in place of what is left");
        }
        let orders = [(Order::Place, "By place"), (Order::Score, "Surest first")];
        let orders = orders.map(|(value, words)| (value, words.to_owned()));
        filters::chips(ui, view.palette, &mut keys, "Order", &mut request.order, orders);
        let before = score(request.least);
        let mut chosen = before;
        let scores = SCORES.map(|it| (it, scored(it)));
        filters::chips(ui, view.palette, &mut keys, "From a score on", &mut chosen, scores);
        if chosen != before {
            request.least = least(chosen);
        }
        ui.add_space(6.0);
        articles::show(ui, kept, &mut request.of, view);
    });
    if clears {
        request = request.cleared();
    }
    *kept.made.request_mut() = request;
}

fn scored(hundredths: u8) -> String {
    match hundredths {
        0 => "Any".to_owned(),
        some => format!("{:.2}", f32::from(some) / 100.0),
    }
}

/// What is asked for so that all that are shown with this score are among it.
fn least(hundredths: u8) -> f32 {
    match hundredths {
        0 => 0.0,
        some => (f32::from(some) - 0.5) / 100.0,
    }
}

fn score(asked: f32) -> u8 {
    SCORES.into_iter().find(|it| least(*it) == asked).unwrap_or(0)
}
