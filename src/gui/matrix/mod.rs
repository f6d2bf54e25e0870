//! The stance matrix in the window.

use eframe::egui::Ui;

use super::made::Made;
use super::view::View;
use crate::views::matrix::{Matrix, MatrixRequest};

/// What the view keeps between frames.
#[derive(Default)]
pub struct MatrixView {
    pub made: Made<MatrixRequest, Matrix>,
}

impl MatrixView {
    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        None
    }
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let _ = (ui, it, view);
}

/// Shows what the view can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let _ = (ui, it, view);
}

/// Shows the evidence of the chosen cell.
pub fn evidence(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let _ = (ui, it, view);
}
