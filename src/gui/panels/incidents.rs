//! Owns the fields that incidents have, and how their time is typed.

use eframe::egui::Ui;

use super::drafts::At;
use super::{Cx, details};
use crate::base::time::civil::Date;
use crate::base::words::{Precision, TimeSource};
use crate::base::{IncidentId, Offset, When};
use crate::views::iso_time;
use crate::views::names::NameRow;

/// Shows the fields of an incident.
pub fn fields(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow, incident: IncidentId) {
    details::line(ui, cx, "Time", At::When(incident), "2023-09-19");
    details::line(ui, cx, "Place", At::Place(incident), "");
    details::parent(ui, cx, row);
    details::aliases(ui, cx, row);
}

/// A time as it stands in its field.
pub fn time_text(when: &When) -> String {
    iso_time(when, Offset(0))
}

/// The time that a text means, none if it is empty; else what is wrong, in words.
pub fn read_time(text: &str) -> Result<Option<When>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let made = match text.split_once(['/', '–']).or(text.split_once("..")) {
        Some((from, to)) => {
            day(from).zip(day(to)).map(|(from, to)| When::days(from, to, TimeSource::Hand, ""))
        }
        None => moment(text),
    };
    made.map(Some)
        .ok_or_else(|| format!("“{text}” is no time such as 2023-09-19 or 2023-09-19..2023-09-20"))
}

fn day(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

fn moment(text: &str) -> Option<When> {
    let make = |at, precision| Some(When::new(at, precision, TimeSource::Hand, ""));
    let first = |year: &str, month: &str| {
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        Some(date.at(0, 0, 0, 0))
    };
    match (text.len(), text.split_once('-')) {
        (4, None) => make(first(text, "1")?, Precision::Year),
        (6..=7, Some((year, month))) => make(first(year, month)?, Precision::Month),
        _ => match day(text).filter(|_| text.len() <= 10) {
            Some(day) => make(day.at(0, 0, 0, 0), Precision::Day),
            None => make(text.parse().ok()?, Precision::Minute),
        },
    }
}
