//! Owns the fields that codes have.

use eframe::egui::Ui;

use super::{Cx, details};
use crate::views::names::NameRow;

/// Shows the fields of a code.
pub fn fields(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    details::parent(ui, cx, row);
    details::colours(ui, cx, row);
}
