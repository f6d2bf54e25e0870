//! The casualty chart in the window.

use eframe::egui::Ui;

use super::made::Made;
use super::view::View;
use crate::views::chart::{Chart, ChartRequest};

/// What the view keeps between frames.
#[derive(Default)]
pub struct ChartView {
    pub made: Made<ChartRequest, Chart>,
}

impl ChartView {
    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        None
    }
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let _ = (ui, it, view);
}

/// Shows what the view can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let _ = (ui, it, view);
}
