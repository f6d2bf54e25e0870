//! stub
use super::ChartView;
use crate::base::words::Outcome;
use crate::gui::view::View;
use eframe::egui::Ui;
#[derive(Debug, Default)]
pub struct Typed;
pub struct Facets;
pub fn outcomes(_: &Facets) -> Vec<(Outcome, usize)> {
    vec![]
}
pub fn filters(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let _ = (ui, it, view);
}
