//! Owns what the queue can be narrowed down by, at the left.

use eframe::egui::Ui;

use super::ReviewView;
use crate::gui::view::View;
use crate::gui::{filters, widgets};
use crate::views::review::{Order, ReviewRequest};

/// Shows what can be asked for.
pub fn filters(ui: &mut Ui, kept: &mut ReviewView, _: &View<'_>) {
    let request = kept.made.request_mut();
    let is_narrowed = *request != ReviewRequest { order: request.order, ..Default::default() };
    let clears = filters::show(ui, is_narrowed, |ui| {
        widgets::check(ui, &mut request.claims, "Casualty claims");
        widgets::check(ui, &mut request.stances, "Stances");
        widgets::radio(ui, &mut request.order, Order::Place, "By place");
        widgets::radio(ui, &mut request.order, Order::Score, "Surest first");
    });
    if clears {
        *request = ReviewRequest { order: request.order, ..Default::default() };
    }
}
