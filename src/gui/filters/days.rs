//! Owns the days from which and to which something is shown, typed as analysts write them.

use eframe::egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::base::theme::Palette;
use crate::gui::inspector::when;
use crate::gui::widgets::{self, Keys};
use crate::views::day;

/// What is typed.
#[derive(Debug, Default)]
pub struct Days {
    from: Field,
    to: Field,
}

#[derive(Debug, Default)]
struct Field {
    text: String,
    /// The day that the text was made of or read as.
    of: Option<Date>,
    problem: Option<String>,
}

impl Days {
    /// Shows both fields. Days set elsewhere, as by clearing, are taken over.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        keys: &mut Keys,
        from: &mut Option<Date>,
        to: &mut Option<Date>,
    ) {
        ui.scope(|ui| {
            widgets::columns(ui, |[left, right]| {
                self.from.show(left, palette, keys, "From", from, false);
                self.to.show(right, palette, keys, "To", to, true);
            });
        });
        for problem in [&self.from.problem, &self.to.problem].into_iter().flatten() {
            widgets::problem(ui, palette, problem);
        }
    }
}

impl Field {
    fn show(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        keys: &mut Keys,
        words: &str,
        value: &mut Option<Date>,
        is_last: bool,
    ) {
        if *value != self.of {
            *self = Self { text: value.map(day).unwrap_or_default(), of: *value, problem: None };
        }
        let field = widgets::text(ui, palette, keys, words, &mut self.text, "any day");
        if field.changed() {
            match read(&self.text, is_last) {
                Ok(day) => {
                    (*value, self.of, self.problem) = (day, day, None);
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
    }
}

/// The first or the last day of what is typed; none if nothing is.
fn read(text: &str, is_last: bool) -> Result<Option<Date>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let when = when::parse(text, None)
        .map_err(|_| format!("“{}” is no day such as “19 Sep 2023”", text.trim()))?;
    let last = when.end.checked_sub(1.second()).unwrap_or(when.end);
    let last = last.date().max(when.start.date());
    Ok(Some(if is_last { last } else { when.start.date() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_from_its_first_and_to_its_last_day() {
        let shown = |text, is_last| match read(text, is_last) {
            Ok(day) => day.map_or("any".to_owned(), |it| it.to_string()),
            Err(problem) => problem,
        };
        assert_eq!(shown("Sep 2023", false), "2023-09-01");
        assert_eq!(shown("Sep 2023", true), "2023-09-30");
        assert_eq!(shown(" 19 Sep 2023 ", true), "2023-09-19");
        assert_eq!(shown("2023-09-19", false), "2023-09-19");
        assert_eq!(shown("  ", true), "any");
        assert_eq!(shown("soon", true), "“soon” is no day such as “19 Sep 2023”");
    }
}
