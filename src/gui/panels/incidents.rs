//! Owns the fields that incidents have, and how their time is typed.

use eframe::egui::Ui;

use super::drafts::At;
use super::{Cx, details};
use crate::base::{IncidentId, When};
use crate::gui::inspector::when::{WhenDraft, parse};
use crate::views::names::NameRow;

/// Shows the fields of an incident.
pub fn fields(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow, incident: IncidentId) {
    details::line(ui, cx, "Time", At::When(incident), "19 Sep 2023");
    details::line(ui, cx, "Place", At::Place(incident), "");
    details::parent(ui, cx, row);
    details::aliases(ui, cx, row);
}

/// A time as it stands in its field.
pub fn time_text(when: &When) -> String {
    WhenDraft::of(Some(when)).text
}

/// The time that a text means, none if it is empty; else what is wrong, in words.
pub fn read_time(text: &str) -> Result<Option<When>, String> {
    if text.trim().is_empty() { Ok(None) } else { parse(text, None).map(Some) }
}
