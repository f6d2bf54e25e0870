//! Owns how a time is typed by hand: the words of a record's time, and the time that words mean.

use crate::base::time::civil::{Date, DateTime};
use crate::base::words::{Precision, TimeSource};
use crate::base::{Offset, When, Zone};
use crate::corpus::{Dated, dates};
use crate::views;

/// A time as it stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhenDraft {
    pub text: String,
    /// Where the time comes from, while the text is what it was; a new text is set by hand.
    pub source: TimeSource,
    pub reason: String,
    /// What the record has, and the text that stands for it.
    known: Option<(When, String)>,
}

impl WhenDraft {
    /// The field for a record's time.
    pub fn of(when: Option<&When>) -> Self {
        let text = when.map(text).unwrap_or_default();
        Self {
            source: when.map_or(TimeSource::Hand, |it| it.source),
            reason: when.map(|it| it.reason.clone()).unwrap_or_default(),
            known: when.map(|it| (it.clone(), text.clone())),
            text,
        }
    }

    /// The time meant, none if the field is empty; else what is wrong, in words. A day without a year takes `year`.
    pub fn read(&self, year: Option<i16>) -> Result<Option<When>, String> {
        if let Some((when, text)) = &self.known
            && *text == self.text
        {
            let (source, reason) = (self.source, self.reason.clone());
            return Ok(Some(When { source, reason, ..when.clone() }));
        }
        if self.text.trim().is_empty() {
            return Ok(None);
        }
        let mut when = parse(&self.text, year)?;
        // Where the old time came from and why says nothing of the new one.
        let old = self.known.as_ref().map(|(when, _)| when);
        if old.is_none_or(|old| old.source != self.source) {
            when.source = self.source;
        }
        if old.is_none_or(|old| old.reason != self.reason) {
            when.reason = self.reason.clone();
        }
        Ok(Some(when))
    }
}

/// A time as it is typed: "19 Sep 2023, 20:00 +04:00", "19 Sep 2023", "19–20 Sep 2023", "Sep 2023", "2023".
fn text(when: &When) -> String {
    let zone = match when.zone {
        Zone::Stated(zone) => format!(" {zone}"),
        Zone::Assumed => String::new(),
    };
    // In its own zone the clock is the one of the report.
    let own = match when.zone {
        Zone::Stated(zone) => zone,
        Zone::Assumed => Offset(0),
    };
    let words = views::time(when, own);
    match when.precision {
        Precision::Hour => format!("{}h{zone}", words.strip_suffix(":00").unwrap_or(&words)),
        Precision::Minute => format!("{words}{zone}"),
        Precision::Day | Precision::Month | Precision::Year | Precision::Span => words,
    }
}

/// The time that `text` means, set by hand. A day without a year takes `year`.
pub fn parse(text: &str, year: Option<i16>) -> Result<When, String> {
    let text = text.trim();
    let fault = || format!("“{text}” is no time such as “19 Sep 2023 20:00”");
    let made = year_alone(text).or_else(|| month(text)).or_else(|| stretch(text, year));
    if let Some(made) = made {
        return Ok(made);
    }
    let (head, zone) = zone(text);
    let (head, is_hour) = hour(head);
    let dated = one(&head).ok_or_else(fault)?;
    let when = dated.when(year, TimeSource::Hand, "");
    let when = when.ok_or_else(|| format!("“{text}” needs a year"))?;
    let zone = zone.map_or(when.zone, Zone::Stated);
    let hour = || When::new(when.start, Precision::Hour, TimeSource::Hand, "");
    Ok(if is_hour { hour() } else { when }.in_zone(zone))
}

/// The text without the offset that ends it, such as " +04:00", and that offset. A hyphen after a space is no hour
/// "until which" here, as it is in reports.
fn zone(text: &str) -> (&str, Option<Offset>) {
    let split = text.rsplit_once(char::is_whitespace).filter(|(head, _)| has_clock(head));
    match split.and_then(|(head, last)| Some((head, last.replace('−', "-").parse().ok()?))) {
        Some((head, zone)) => (head.trim_end(), Some(zone)),
        None => (text, None),
    }
}

fn has_clock(text: &str) -> bool {
    text.contains(':') || text.ends_with('h')
}

/// The one date that `text` is, nothing beside it.
fn one(text: &str) -> Option<Dated> {
    let text = text.trim();
    let mut found = dates(text).into_iter();
    let first = found.next()?;
    let rest = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let blank = |it: &str| it.trim_matches([' ', ',', '.']).is_empty();
    let whole = blank(rest(0..first.range.start)) && blank(rest(first.range.end..text.len()));
    (found.next().is_none() && whole).then_some(first)
}

fn year_alone(text: &str) -> Option<When> {
    let is_year = text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit());
    let date = Date::new(text.parse().ok().filter(|_| is_year)?, 1, 1).ok()?;
    Some(When::new(midnight(date), Precision::Year, TimeSource::Hand, ""))
}

/// "Sep 2023" or "2023-09".
fn month(text: &str) -> Option<When> {
    if let Some((year, month)) = text.split_once('-')
        && year.len() == 4
        && (1..=2).contains(&month.len())
    {
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        return Some(When::new(midnight(date), Precision::Month, TimeSource::Hand, ""));
    }
    if !text.starts_with(char::is_alphabetic) {
        return None;
    }
    let dated = one(&format!("1 {text}"))?;
    let is_month = dated.year.is_some() && dated.last.is_none() && dated.clock.is_none();
    // "Sep 20" before a year would be a day.
    let when = dated.when(None, TimeSource::Hand, "").filter(|_| is_month && dated.day == 1)?;
    Some(When::new(when.start, Precision::Month, TimeSource::Hand, ""))
}

/// From one date to another: "30 Sep – 2 Oct 2023", "2023-09-19..2023-09-21".
fn stretch(text: &str, year: Option<i16>) -> Option<When> {
    let signs = ["..", " – ", " - ", " to ", "/", "–"];
    signs.iter().find_map(|sign| {
        let (from, to) = text.split_once(sign)?;
        let (from, to) = (one(from)?, one(to)?);
        let year = to.year.or(year);
        let day = |it: &Dated| {
            let when = it.when(year, TimeSource::Hand, "")?;
            (it.clock.is_none() && it.last.is_none()).then(|| when.start.date())
        };
        Some(When::days(day(&from)?, day(&to)?, TimeSource::Hand, ""))
    })
}

/// The text with a clock for the "20h" that ends it, and whether it did.
fn hour(text: &str) -> (String, bool) {
    match text.strip_suffix('h').map(str::trim_end) {
        Some(rest) if rest.ends_with(|it: char| it.is_ascii_digit()) => {
            (format!("{rest}:00"), true)
        }
        _ => (text.to_owned(), false),
    }
}

fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        match parse(text, Some(2023)) {
            Ok(it) => {
                format!("{} {} {} {:?}", it.start, it.end, it.precision.word(), it.zone)
            }
            Err(problem) => problem,
        }
    }

    #[test]
    fn times_are_read_as_analysts_type_them() {
        let check = |text, expect: &str| assert_eq!(shown(text), expect, "{text}");
        let evening = "2023-09-19T20:00:00 2023-09-19T20:01:00 minute";
        check("19 Sep 2023 20:00", &format!("{evening} Assumed"));
        check("19 Sep 2023, 20:00 +04:00", &format!("{evening} Stated(Offset(240))"));
        check("2023-09-19T20:00", &format!("{evening} Assumed"));
        check("19 Sep 2023, 20:00 −01:00", &format!("{evening} Stated(Offset(-60))"));
        check("2023-09-19T20:00+04:00", &format!("{evening} Stated(Offset(240))"));
        check("2023-09-19 20:00", &format!("{evening} Assumed"));
        let day = "2023-09-19T00:00:00 2023-09-20T00:00:00 day Assumed";
        for text in ["2023-09-19", "19 September", "19 Sep 2023", "19.9.2023", "Sep 19, 2023"] {
            check(text, day);
        }
        let days = "2023-09-19T00:00:00 2023-09-21T00:00:00 span Assumed";
        for text in ["19–20 Sep 2023", "19-20 September", "2023-09-19..2023-09-20"] {
            check(text, days);
        }
        check("30 Dec 2022 – 2 Jan 2023", "2022-12-30T00:00:00 2023-01-03T00:00:00 span Assumed");
        check("30 Sep – 2 Oct 2023", "2023-09-30T00:00:00 2023-10-03T00:00:00 span Assumed");
        let month = "2023-09-01T00:00:00 2023-10-01T00:00:00 month Assumed";
        for text in ["Sep 2023", "September 2023", "2023-09"] {
            check(text, month);
        }
        check("2023", "2023-01-01T00:00:00 2024-01-01T00:00:00 year Assumed");
        check("19 Sep 2023, 20h", "2023-09-19T20:00:00 2023-09-19T21:00:00 hour Assumed");
        check(
            "19 Sep 2023, 20h +04:00",
            "2023-09-19T20:00:00 2023-09-19T21:00:00 hour Stated(Offset(240))",
        );
    }

    #[test]
    fn what_is_no_time_is_said_in_words() {
        let check = |text, expect: &str| assert_eq!(shown(text), expect);
        check("soon", "“soon” is no time such as “19 Sep 2023 20:00”");
        check("31 Sep 2023", "“31 Sep 2023” is no time such as “19 Sep 2023 20:00”");
        check(
            "19 Sep 2023 or later",
            "“19 Sep 2023 or later” is no time such as “19 Sep 2023 20:00”",
        );
        assert_eq!(parse("19 Sep", None), Err("“19 Sep” needs a year".to_owned()));
    }

    #[test]
    fn a_time_keeps_its_source_until_it_is_typed_anew() {
        let at = "2023-09-19T20:00".parse().unwrap();
        let when = When::new(at, Precision::Minute, TimeSource::Resolved, "‘on Tuesday’");
        let mut field = WhenDraft::of(Some(&when));
        assert_eq!(field.read(None), Ok(Some(when.clone())));
        field.reason = "seen on a clock".to_owned();
        assert_eq!(field.read(None).unwrap().unwrap().reason, "seen on a clock");
        field = WhenDraft::of(Some(&when));
        field.text = "19 Sep 2023, 21:00".to_owned();
        let read = field.read(None).unwrap().unwrap();
        assert_eq!((read.source, read.reason.as_str()), (TimeSource::Hand, ""));
        field.text = " ".to_owned();
        assert_eq!(field.read(None), Ok(None));
    }

    proptest! {
        #[test]
        fn what_the_screen_says_is_read_back(
            days in 0i32..120_000,
            minute in 0i64..1440,
            more in 0i32..500,
            kind in proptest::sample::select(Precision::ALL),
            zone in proptest::option::of(-12i16..14),
        ) {
            let first = crate::base::time::civil::date(1850, 1, 1)
                .saturating_add(jiff::Span::new().days(days));
            let clock = if kind <= Precision::Hour { minute } else { 0 };
            let start = midnight(first).saturating_add(jiff::Span::new().minutes(clock));
            let mut when = match kind {
                Precision::Span => {
                    let to = first.saturating_add(jiff::Span::new().days(more + 1));
                    When::days(first, to, TimeSource::Hand, "")
                }
                _ => When::new(start, kind, TimeSource::Hand, ""),
            };
            // In the words of the screen.
            if kind != Precision::Hour {
                prop_assert_eq!(parse(&views::time(&when, Offset(240)), None), Ok(when.clone()));
            }
            // In the words of the field.
            if kind <= Precision::Hour && let Some(zone) = zone {
                when = when.in_zone(Zone::Stated(Offset(zone * 60)));
            }
            prop_assert_eq!(parse(&text(&when), None), Ok(when));
        }

        #[test]
        fn no_text_is_a_panic(text in ".{0,24}") {
            let _ = parse(&text, Some(2023));
        }
    }
}
