//! Owns when an article was published: as the file states it, as a line of its own says, or as its words let guess.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::{Dated, dates, only_weekday};
use super::head::{Lines, is_date_line};
use crate::base::time::civil::Date;
use crate::base::words::{Provenance, TimeSource};
use crate::base::{When, pattern};
use crate::corpus::Known;

/// Body lines among which a day of the week with its date counts as a hint.
const LEAD: usize = 4;

/// The time a file states, as written.
pub fn stated(written: Option<&Known<String>>) -> Option<Known<When>> {
    let written = written?;
    let date = dates(&written.value).into_iter().next()?;
    let is_sure = written.from == Provenance::Stated;
    known(&date, None, is_sure, &written.reason)
}

/// The time that the lines of a text give.
pub fn found(lines: &Lines<'_>, title: Option<&str>) -> Option<Known<When>> {
    let head: Vec<&str> = lines.head.iter().map(|it| it.text).collect();
    own_line(&head)
        .or_else(|| lines.tail.iter().find_map(|it| dispatch(it)))
        .or_else(|| own_line(&lines.tail))
        .or_else(|| head.iter().take(LEAD).find_map(|it| dateline(it, lines.text)))
        .or_else(|| {
            let date = dates(title?).into_iter().find(|it| it.year.is_some())?;
            known(&date, None, false, "the date in the headline")
        })
        .or_else(|| head.iter().take(LEAD).find_map(|it| weekday_and_date(it, lines.text)))
}

/// A line that is nothing but a date, one of first publication before one of a change.
fn own_line(lines: &[&str]) -> Option<Known<When>> {
    let dated = lines.iter().filter(|it| is_date_line(it));
    let dated = dated
        .filter_map(|line| Some((line, dates(line).into_iter().find(|it| it.year.is_some())?)));
    let (line, date) = dated.min_by_key(|(line, _)| is_change(line))?;
    let quoted = format!("the line “{line}”");
    known(&date, None, !is_change(line), &quoted)
}

fn is_change(line: &str) -> bool {
    static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)^(?:last\s+)?(?:updated|modified|mis à jour|modifié|обновлено)\b")
    });
    CHANGE.is_match(line)
}

/// A line at the end that begins with date and clock time, as agencies end their dispatches.
fn dispatch(line: &str) -> Option<Known<When>> {
    let date = dates(line).into_iter().next()?;
    let is_dispatch = date.range.start == 0 && date.clock.is_some() && line.chars().count() <= 120;
    let reason = format!("the line “{line}”");
    is_dispatch.then(|| known(&date, None, true, &reason)).flatten()
}

/// The date after the place at the beginning of a dispatch: "BAKU, Sept 19 (AFP) -".
fn dateline(line: &str, text: &str) -> Option<Known<When>> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\p{Lu}[\p{L}\s.'’/-]{1,40},\s*$"));
    static AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(?:\([^()]{2,40}\)\s*)?[-–—:]"));
    let date = dates(line).into_iter().next()?;
    let (before, after) = (line.get(..date.range.start)?, line.get(date.range.end..)?);
    if !PLACE.is_match(before) || !AFTER.is_match(after) {
        return None;
    }
    let quoted = &line[date.range.clone()];
    if date.year.is_some() {
        return known(&date, None, true, &format!("the dateline, “{quoted}”"));
    }
    let weekday = date.weekday.or_else(|| only_weekday(line))?;
    without_year(
        &Dated { weekday: Some(weekday), ..date.clone() },
        text,
        &format!("the dateline, “{quoted}”"),
    )
}

/// A day of the week with its date in the first lines: what it tells of happened about then.
fn weekday_and_date(line: &str, text: &str) -> Option<Known<When>> {
    let date = dates(line).into_iter().find(|it| it.weekday.is_some())?;
    let reason = format!("“{}” in the text", &line[date.range.clone()]);
    let day = Dated { clock: None, zone: None, ..date };
    if day.year.is_some() {
        known(&day, None, false, &reason)
    } else {
        without_year(&day, text, &reason)
    }
}

/// Finds the year of a date by its day of the week: the one nearest to the latest year that the text names.
fn without_year(date: &Dated, text: &str, reason: &str) -> Option<Known<When>> {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:19|20)\d{2}\b"));
    let weekday = date.weekday?;
    let named = YEAR.find_iter(text).filter_map(|it| it.as_str().parse::<i16>().ok()).max()?;
    let fits =
        |year: &i16| Date::new(*year, date.month, date.day).is_ok_and(|it| it.weekday() == weekday);
    // Of two years equally near the later, for a report tells of the past more than of the future.
    let year = (0..=28).flat_map(|distance| [named + distance, named - distance]).find(fits)?;
    let reason = format!(
        "{reason}; the year is not in the text, {year} is the nearest to {named}, the latest year it names, in which \
         that date is a {}",
        weekday_name(weekday)
    );
    known(date, Some(year), false, &reason)
}

fn weekday_name(weekday: crate::base::time::civil::Weekday) -> String {
    format!("{weekday:?}")
}

fn known(date: &Dated, year: Option<i16>, is_sure: bool, reason: &str) -> Option<Known<When>> {
    let is_sure = is_sure && !date.ambiguous;
    let mut reason = reason.to_owned();
    if date.ambiguous {
        reason += ", read with the day before the month";
    }
    let source = if is_sure { TimeSource::Stated } else { TimeSource::Guessed };
    let when = date.when(year, source, &reason)?;
    Some(if is_sure { Known::stated(when, reason) } else { Known::guessed(when, reason) })
}
