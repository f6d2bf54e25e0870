//! The sheet of all annotations in the window.

use eframe::egui::Ui;

use super::made::Made;
use super::view::View;
use crate::views::sheet::{Sheet, SheetRequest};

/// What the view keeps between frames.
#[derive(Default)]
pub struct TableView {
    pub made: Made<SheetRequest, Sheet>,
}

impl TableView {
    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        None
    }
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut TableView, view: &View<'_>) {
    let _ = (ui, it, view);
}

/// Shows what the view can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut TableView, view: &View<'_>) {
    let _ = (ui, it, view);
}
