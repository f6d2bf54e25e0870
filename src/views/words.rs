//! Owns how numbers, days, times, groups and articles are written, for screen, figures and tables alike.

use jiff::civil::{Date, DateTime};

use crate::base::time::wall_clock;
use crate::base::words::{Demographic, Precision, Role};
use crate::base::{Offset, When, Zone};
use crate::project::ArticleRecord;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A number with thousands separators: "3,154".
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A day: "19 Sep 2023".
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), short_month(date), date.year())
}

/// A day without its year: "19 Sep".
pub(super) fn day_of_year(date: Date) -> String {
    format!("{} {}", date.day(), short_month(date))
}

/// A month: "Sep 2023".
pub(super) fn month(date: Date) -> String {
    format!("{} {}", short_month(date), date.year())
}

/// Days from one to another, both included: "19–20 September 2023", "30 December 2023 – 2 January 2024".
pub fn days(from: Date, to: Date) -> String {
    stretch(from, to, long_month)
}

/// What is shown of all days: "19–20 September 2023", "from 19 September 2023", "up to 20 September 2023"; none if all
/// are.
pub(super) fn days_shown(from: Option<Date>, to: Option<Date>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) => Some(days(from, to)),
        (Some(from), None) => Some(format!("from {}", days(from, from))),
        (None, Some(to)) => Some(format!("up to {}", days(to, to))),
        (None, None) => None,
    }
}

/// The same in short: "19–20 Sep 2023".
pub(super) fn days_short(from: Date, to: Date) -> String {
    stretch(from, to, short_month)
}

/// A time in words, the clock as the project's zone has it: "19 Sep 2023, 20:00", "19 Sep 2023", "19–20 Sep 2023",
/// "Sep 2023", "2023". A day or longer is written as the report means it, in its own zone.
pub fn time(when: &When, zone: Offset) -> String {
    let (first, last) = (when.start.date(), last_day(when));
    match when.precision {
        Precision::Minute | Precision::Hour => {
            let at = wall_clock(when.minutes(zone).0, zone);
            format!("{}, {}", day(at.date()), clock(at))
        }
        Precision::Day => day(first),
        Precision::Month => month(first),
        Precision::Year => first.year().to_string(),
        Precision::Span => days_short(first, last),
    }
}

/// "19 Sep 21:12" of "19 Sep 2023, 21:12". A time that is no more than a month keeps its year.
pub(super) fn without_year(time: &str, year: i16) -> String {
    if !time.starts_with(|it: char| it.is_ascii_digit()) || time.len() <= 4 {
        return time.to_owned();
    }
    let year = format!(" {year}");
    time.replace(&format!("{year},"), "").replace(&year, "")
}

/// A time for tables, after ISO 8601: "2023-09-19T20:00+04:00", "2023-09-19", "2023-09", "2023" or
/// "2023-09-19/2023-09-20". An assumed zone is written as the project's.
pub fn iso_time(when: &When, zone: Offset) -> String {
    let date = when.start.date();
    match when.precision {
        Precision::Minute | Precision::Hour => {
            let offset = match when.zone {
                Zone::Stated(offset) => offset,
                Zone::Assumed => zone,
            };
            format!("{date}T{}{offset}", clock(when.start))
        }
        Precision::Day => date.to_string(),
        Precision::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Precision::Year => format!("{:04}", date.year()),
        Precision::Span => format!("{date}/{}", last_day(when)),
    }
}

/// A time of day: "20:00".
pub(super) fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// The last day of a time, included.
pub(super) fn last_day(when: &When) -> Date {
    let last = when.end.saturating_sub(jiff::Span::new().seconds(1));
    last.date().max(when.start.date())
}

/// What an article is called where there is little room: its outlet, else its agency, its title or its path.
pub fn article_name(article: &ArticleRecord) -> &str {
    let metadata = &article.metadata;
    let known = [&metadata.outlet, &metadata.agency, &metadata.title];
    let name = known.into_iter().flatten().map(|it| it.value.trim()).find(|it| !it.is_empty());
    name.unwrap_or(&article.path)
}

/// The people of a group: "civilians", "children", "children (civilians)"; none where no group is given.
pub(super) fn group(role: Role, demographic: Demographic) -> Option<String> {
    match (role, demographic) {
        (Role::Unspecified, Demographic::Unspecified) => None,
        (role, Demographic::Unspecified) => Some(role.label().to_owned()),
        (Role::Unspecified, demographic) => Some(demographic.label().to_owned()),
        (role, demographic) => Some(format!("{} ({})", demographic.label(), role.label())),
    }
}

/// The people of a group after the number one: "civilian", "child".
pub(super) fn group_of_one(role: Role, demographic: Demographic) -> Option<String> {
    let demographic_word = demographic.word();
    match (role, demographic) {
        (Role::Unspecified, Demographic::Unspecified) => None,
        (Role::Police, Demographic::Unspecified) => Some("police officer".to_owned()),
        (Role::AidWorker, Demographic::Unspecified) => Some("aid worker".to_owned()),
        (Role::Military, Demographic::Unspecified) => Some("of the military".to_owned()),
        (role, Demographic::Unspecified) => Some(role.word().to_owned()),
        (Role::Unspecified, _) => Some(demographic_word.to_owned()),
        (role, _) => Some(format!("{demographic_word} ({})", role.label())),
    }
}

/// The text with its first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// "one", "one and two", "one, two and three".
pub(super) fn listed(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// "1 claim", "2 claims".
pub fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{} {}", count(number as u64), if number == 1 { one } else { several })
}

fn stretch(from: Date, to: Date, month: fn(Date) -> &'static str) -> String {
    let end = format!("{} {} {}", to.day(), month(to), to.year());
    if from == to {
        end
    } else if from.first_of_month() == to.first_of_month() {
        format!("{}–{end}", from.day())
    } else if from.year() == to.year() {
        format!("{} {} – {end}", from.day(), month(from))
    } else {
        format!("{} {} {} – {end}", from.day(), month(from), from.year())
    }
}

fn long_month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|it| MONTHS.get(it)).copied().unwrap_or("")
}

fn short_month(date: Date) -> &'static str {
    let long = long_month(date);
    long.get(..3).unwrap_or(long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::words::TimeSource;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_have_thousands_separators() {
        let numbers = [0, 12, 999, 1000, 3154, 10_000, u64::MAX].map(count);
        assert_eq!(numbers.join(" "), "0 12 999 1,000 3,154 10,000 18,446,744,073,709,551,615");
    }

    #[test]
    fn days_share_what_they_have_in_common() {
        let check = |from, to, expect| assert_eq!(days(date(from), date(to)), expect);
        check("2023-09-19", "2023-09-19", "19 September 2023");
        check("2023-09-19", "2023-09-20", "19–20 September 2023");
        check("2023-09-30", "2023-10-02", "30 September – 2 October 2023");
        check("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024");
    }

    #[test]
    fn a_time_is_written_as_exactly_as_it_is_known() {
        let check = |precision, words: &str, iso: &str| {
            let at = "2023-09-19T20:00".parse().unwrap();
            let when = When::new(at, precision, TimeSource::Stated, "");
            assert_eq!(time(&when, Offset(240)), words);
            assert_eq!(iso_time(&when, Offset(240)), iso);
        };
        check(Precision::Minute, "19 Sep 2023, 20:00", "2023-09-19T20:00+04:00");
        check(Precision::Day, "19 Sep 2023", "2023-09-19");
        check(Precision::Month, "Sep 2023", "2023-09");
        check(Precision::Year, "2023", "2023");
        check(Precision::Span, "19 Sep 2023", "2023-09-19/2023-09-19");
    }

    #[test]
    fn a_clock_is_shown_in_the_zone_of_the_project() {
        let at = "2023-09-19T21:12".parse().unwrap();
        let when = When::new(at, Precision::Minute, TimeSource::Stated, "");
        let when = when.in_zone(Zone::Stated(Offset(0)));
        assert_eq!(time(&when, Offset(240)), "20 Sep 2023, 01:12");
        assert_eq!(iso_time(&when, Offset(240)), "2023-09-19T21:12+00:00");
    }
}
