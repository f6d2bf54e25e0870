//! Owns how dates are written: ISO, numbers with days or months first, names of months in several languages, clock
//! times and zones. The names are data in `assets/calendar.txt`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::base::time::civil::{Date, Weekday};
use crate::base::words::{Precision, TimeSource};
use crate::base::{Offset, When, Zone, pattern};

/// A date as a line gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// In the line, with the clock time, the zone and the day of the week.
    pub range: Range<usize>,
    pub day: i8,
    /// The last day of several, in the same month.
    pub last: Option<i8>,
    pub month: i8,
    pub year: Option<i16>,
    pub weekday: Option<Weekday>,
    /// Hour and minute.
    pub clock: Option<(i8, i8)>,
    pub zone: Option<Offset>,
    /// Day and month could also be the other way round.
    pub ambiguous: bool,
}

impl Dated {
    /// The time meant, if its year is known, here or by `year`.
    pub fn when(&self, year: Option<i16>, source: TimeSource, reason: &str) -> Option<When> {
        let year = self.year.or(year)?;
        let day = |day| Date::new(year, self.month, day).ok();
        let first = day(self.day)?;
        let when = match (self.last, self.clock) {
            (Some(last), _) => When::days(first, day(last)?, source, reason),
            (None, Some((hour, minute))) => {
                When::new(first.at(hour, minute, 0, 0), Precision::Minute, source, reason)
            }
            (None, None) => When::new(first.at(0, 0, 0, 0), Precision::Day, source, reason),
        };
        Some(when.in_zone(self.zone.map_or(Zone::Assumed, Zone::Stated)))
    }
}

struct Calendar {
    months: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, Weekday>,
    /// The forms of a date, most exact first.
    forms: Vec<Form>,
    weekday: Regex,
    weekday_before: Regex,
    clock_after: Regex,
    clock_before: Regex,
}

/// How a date can be written.
struct Form {
    exact: Regex,
    /// The same without the edges of words, which fits wherever `exact` does: where a line has letters beyond ASCII, edges
    /// are looked for by far slower ways, and few lines have a date.
    loose: Regex,
}

impl Form {
    fn new(rule: &str) -> Self {
        let loose = pattern(&format!("(?i){}", rule.replace(r"\b", "")));
        Self { exact: pattern(&format!("(?i){rule}")), loose }
    }
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let (mut months, mut weekdays) = (BTreeMap::new(), BTreeMap::new());
    for line in include_str!("../../../assets/calendar.txt").lines() {
        let mut words = line.split_whitespace();
        let (kind, number) = (words.next(), words.next().and_then(|it| it.parse::<i8>().ok()));
        let (Some(kind), Some(number)) = (kind, number) else { continue };
        for word in words {
            if kind == "month" {
                months.insert(word.to_owned(), number);
            } else if let Ok(weekday) = Weekday::from_monday_one_offset(number) {
                weekdays.insert(word.to_owned(), weekday);
            }
        }
    }
    let any_of = |words: Vec<&String>| {
        let mut words = words;
        words.sort_by_key(|it| std::cmp::Reverse(it.len()));
        words.into_iter().map(String::as_str).collect::<Vec<_>>().join("|")
    };
    let (month, weekday) = (any_of(months.keys().collect()), any_of(weekdays.keys().collect()));
    let zone = r"(?:\s*\(?(?P<zone>Z|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|UTC|GMT|CEST|CET|EEST|EET|MSK|МСК|BST|EDT|EST|PDT|PST)\b\)?)?";
    let clock = r"(?P<hour>\d{1,2})(?:\s?h\s?|[:.])(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?";
    let forms = [
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\b|T)".to_owned(),
        r"\b(?:(?P<from>\d{1,2})\s?[-–]\s?)?(?P<day>\d{1,2})(?P<sign>[./])(?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})\b".to_owned(),
        format!(
            r"\b(?:(?P<from>\d{{1,2}})\s?[-–]\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|ին|-ին|-го)?\.?\s+(?:of\s+|de\s+)?(?P<name>{month})\b\.?(?:,?\s+(?:de\s+)?(?P<year>\d{{4}})\b)?"
        ),
        format!(
            r"(?:\b(?P<before>\d{{4}})\s*(?:թ|թվականի)?\.?\s+)?\b(?P<name>{month})\b\.?\s+(?P<day>\d{{1,2}})(?:\s?[-–]\s?(?P<to>\d{{1,2}}))?(?:st|nd|rd|th|ին|-ին)?\b(?:,?\s+(?P<year>\d{{4}})\b)?"
        ),
    ];
    Calendar {
        forms: forms.iter().map(|it| Form::new(it)).collect(),
        weekday: pattern(&format!(r"(?i)\b(?:{weekday})\b")),
        weekday_before: pattern(&format!(r"(?i)\b(?P<day>{weekday})\b\.?,?\s*(?:the\s+|le\s+)?$")),
        clock_after: pattern(&format!(
            r"(?i)^\s*[,|–—-]?\s*(?:(?:at|à|um|в|kl\.?)\s+)?{clock}{zone}"
        )),
        clock_before: pattern(&format!(r"(?i)\b{clock}{zone}\s*[,|–—-]?\s*(?:on\s+|le\s+)?$")),
        months,
        weekdays,
    }
});

/// The dates of a line, in order, not overlapping.
pub fn dates(line: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for form in CALENDAR.forms.iter().filter(|it| it.loose.is_match(line)) {
        for captures in form.exact.captures_iter(line) {
            let Some(dated) = dated(line, &captures) else { continue };
            let is_new =
                |it: &Dated| it.range.end <= dated.range.start || dated.range.end <= it.range.start;
            if found.iter().all(is_new) {
                found.push(dated);
            }
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

/// The only day of the week a text names, if it names just one.
pub fn only_weekday(text: &str) -> Option<Weekday> {
    let mut named = CALENDAR.weekday.find_iter(text).filter_map(|it| weekday(it.as_str()));
    let first = named.next()?;
    named.all(|it| it == first).then_some(first)
}

fn weekday(word: &str) -> Option<Weekday> {
    CALENDAR.weekdays.get(&word.to_lowercase()).copied()
}

/// Whether a word is the name of a day of the week.
pub fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

fn dated(line: &str, captures: &Captures<'_>) -> Option<Dated> {
    let whole = captures.get(0)?;
    let number = |name: &str| captures.name(name).and_then(|it| it.as_str().parse::<i8>().ok());
    let name = captures.name("name").map(|it| it.as_str().to_lowercase());
    let mut month = match &name {
        Some(name) => *CALENDAR.months.get(name)?,
        None => number("month")?,
    };
    let is_iso = name.is_none() && captures.name("sign").is_none();
    let (mut day, mut ambiguous) = (number("day")?, false);
    if captures.name("sign").is_some_and(|it| it.as_str() == "/") {
        if 12 < month {
            (day, month) = (month, day);
        }
        ambiguous = day <= 12 && day != month && captures.name("from").is_none();
    }
    let (day, last) = match (number("from"), number("to")) {
        (Some(from), _) => (from, Some(day)),
        (None, to) => (day, to),
    };
    let year = captures.name("year").or_else(|| captures.name("before"));
    let year = year.and_then(|it| full_year(it.as_str()));
    // A leap year stands for a year not given.
    Date::new(year.unwrap_or(2024), month, day).ok()?;
    if last.is_some_and(|it| it <= day || Date::new(year.unwrap_or(2024), month, it).is_err()) {
        return None;
    }
    let mut dated = Dated {
        range: whole.range(),
        day,
        last,
        month,
        year,
        ambiguous,
        weekday: None,
        clock: None,
        zone: None,
    };
    let rest = line.get(whole.end()..)?;
    if let Some(after) = CALENDAR.clock_after.captures(rest)
        && !rest.get(after[0].len()..)?.starts_with(char::is_alphanumeric)
        && dated.take_clock(&after, is_iso)
    {
        dated.range.end += after[0].len();
    }
    dated.take_weekday(line);
    if dated.clock.is_none()
        && let Some(before) = CALENDAR.clock_before.captures(line.get(..dated.range.start)?)
        && dated.take_clock(&before, is_iso)
    {
        dated.range.start = before.get(0)?.start();
    }
    Some(dated)
}

impl Dated {
    fn take_weekday(&mut self, line: &str) {
        let before = line.get(..self.range.start).unwrap_or_default();
        if let Some(found) = CALENDAR.weekday_before.captures(before) {
            self.weekday = weekday(&found["day"]);
            self.range.start = found.get(0).map_or(self.range.start, |it| it.start());
        }
    }

    /// Takes a clock time, unless it is none.
    fn take_clock(&mut self, captures: &Captures<'_>, is_iso: bool) -> bool {
        let number = |name: &str| captures.name(name).and_then(|it| it.as_str().parse::<i8>().ok());
        let (Some(mut hour), Some(minute)) = (number("hour"), number("minute")) else {
            return false;
        };
        match captures.name("half").map(|it| it.as_str().to_lowercase()).as_deref() {
            Some("p") if hour < 12 => hour += 12,
            Some("a") if hour == 12 => hour = 0,
            // Those who write the month first count the hours twice to twelve.
            None if 12 < hour => self.ambiguous = false,
            _ => {}
        }
        if 23 < hour || 59 < minute {
            return false;
        }
        self.clock = Some((hour, minute));
        let zone = captures.name("zone").map(|it| it.as_str());
        self.zone = zone.filter(|it| is_iso || !is_later_hour(it)).and_then(offset);
        true
    }
}

/// Whether what could be a zone is rather the hour until which something lasts: "15:30-16:00". Only after a date such
/// as 2021-05-03 is it a zone.
fn is_later_hour(zone: &str) -> bool {
    zone.trim_start().starts_with(['-', '−']) && (zone.contains(':') || zone.len() <= 4)
}

/// The year of four digits, or of two.
fn full_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => (1800..2200).contains(&year).then_some(year),
    }
}

/// The offset of a zone as written: a name, or hours and minutes.
fn offset(zone: &str) -> Option<Offset> {
    const NAMED: &[(&str, i16)] = &[
        ("Z", 0),
        ("UTC", 0),
        ("GMT", 0),
        ("BST", 1),
        ("CET", 1),
        ("CEST", 2),
        ("EET", 2),
        ("EEST", 3),
        ("MSK", 3),
        ("МСК", 3),
        ("EST", -5),
        ("EDT", -4),
        ("PST", -8),
        ("PDT", -7),
    ];
    let zone = zone.to_uppercase().replace('−', "-");
    if let Some((_, hours)) = NAMED.iter().find(|(name, _)| *name == zone) {
        return Some(Offset(hours * 60));
    }
    let digits = zone.trim_start_matches("UTC").trim_start_matches("GMT").trim();
    let sign = if digits.starts_with('-') { -1 } else { 1 };
    let digits = digits.trim_start_matches(['+', '-']).replace(':', "");
    let number: i16 = digits.parse().ok()?;
    let (hours, minutes) =
        if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 18 && minutes < 60).then_some(Offset(sign * (hours * 60 + minutes)))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(line: &str, expect: Expect) {
        let mut shown = String::new();
        for it in dates(line) {
            let when = it.when(Some(1), TimeSource::Stated, "");
            let when =
                when.map(|it| format!("{}/{} {:?} {:?}", it.start, it.end, it.precision, it.zone));
            shown += &format!(
                "“{}” {} {:?}\n",
                &line[it.range.clone()],
                when.unwrap_or_default(),
                it.weekday
            );
        }
        expect.assert_eq(&shown);
    }

    #[test]
    fn dates_are_read_in_many_forms() {
        check(
            "2021-05-03T08:09:10.123+02:00 2021/5/4",
            expect![[r#"
            “2021-05-03T08:09:10.123+02:00” 2021-05-03T08:09:00/2021-05-03T08:10:00 Minute Stated(Offset(120)) None
        "#]],
        );
        check(
            "3.05.2021 8:09 and 3/14/2021, 23/04/21 – 21h05",
            expect![[r#"
            “3.05.2021 8:09” 2021-05-03T08:09:00/2021-05-03T08:10:00 Minute Assumed None
            “3/14/2021” 2021-03-14T00:00:00/2021-03-15T00:00:00 Day Assumed None
            “23/04/21 – 21h05” 2021-04-23T21:05:00/2021-04-23T21:06:00 Minute Assumed None
        "#]],
        );
        check(
            "Monday, May 3rd, 2021 at 8:09 p.m. (GMT+4); le 1er août 2021 à 8h09",
            expect![[r#"
            “Monday, May 3rd, 2021 at 8:09 p.m. (GMT+4)” 2021-05-03T20:09:00/2021-05-03T20:10:00 Minute Stated(Offset(240)) Some(Monday)
            “1er août 2021 à 8h09” 2021-08-01T08:09:00/2021-08-01T08:10:00 Minute Assumed None
        "#]],
        );
        check(
            "8:09am UTC, Monday 3 May 2021; 2021-05-03T08:09Z; 3 May 2021, 8:09pm; 3 May 2021 8:091",
            expect![[r#"
                “8:09am UTC, Monday 3 May 2021” 2021-05-03T08:09:00/2021-05-03T08:10:00 Minute Stated(Offset(0)) Some(Monday)
                “2021-05-03T08:09Z” 2021-05-03T08:09:00/2021-05-03T08:10:00 Minute Stated(Offset(0)) None
                “3 May 2021, 8:09pm” 2021-05-03T20:09:00/2021-05-03T20:10:00 Minute Assumed None
                “3 May 2021” 2021-05-03T00:00:00/2021-05-04T00:00:00 Day Assumed None
            "#]],
        );
        check(
            "В понедельник, 3 мая 2021 23:59 МСК; 2021 թ. մայիսի 3, 10:00, մայիսի 3-ին",
            expect![[r#"
                “понедельник, 3 мая 2021 23:59 МСК” 2021-05-03T23:59:00/2021-05-04T00:00:00 Minute Stated(Offset(180)) Some(Monday)
                “2021 թ. մայիսի 3, 10:00” 2021-05-03T10:00:00/2021-05-03T10:01:00 Minute Assumed None
            "#]],
        );
        // From one hour to another, not an hour and a zone.
        check(
            "4 May 2021, 15:30-16:00; 4 May 2021, 09:00-10:00; Mon, 3 May 2021 08:09:10 -0400",
            expect![[r#"
                “4 May 2021, 15:30-16:00” 2021-05-04T15:30:00/2021-05-04T15:31:00 Minute Assumed None
                “4 May 2021, 09:00-10:00” 2021-05-04T09:00:00/2021-05-04T09:01:00 Minute Assumed None
                “Mon, 3 May 2021 08:09:10 -0400” 2021-05-03T08:09:00/2021-05-03T08:10:00 Minute Stated(Offset(-240)) Some(Monday)
            "#]],
        );
        check(
            "3-4/05/21, May 3-4, 30–31 August 2021",
            expect![[r#"
            “3-4/05/21” 2021-05-03T00:00:00/2021-05-05T00:00:00 Span Assumed None
            “May 3-4” 0001-05-03T00:00:00/0001-05-05T00:00:00 Span Assumed None
            “30–31 August 2021” 2021-08-30T00:00:00/2021-09-01T00:00:00 Span Assumed None
        "#]],
        );
        check(
            "Sept. 19 and 19 Sep",
            expect![[r#"
            “Sept. 19” 0001-09-19T00:00:00/0001-09-20T00:00:00 Day Assumed None
            “19 Sep” 0001-09-19T00:00:00/0001-09-20T00:00:00 Day Assumed None
        "#]],
        );
    }

    #[test]
    fn what_is_no_date_is_none() {
        check("99/99/2021 31.02.2021 3:05 2021 marches 5 1.2.3 10-15 people in May", expect![""]);
    }
}
