//! Owns times as reports give them: intervals with a precision, a zone, a source and a reason. There is no clock here;
//! the present is handed in as a [`Timestamp`].

use jiff::civil::{Date, DateTime};
pub use jiff::{Timestamp, civil};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::{Precision, TimeSource};

/// A time in a report: from `start` to before `end`, as the clock on the wall of its zone shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct When {
    pub start: DateTime,
    /// Exclusive, never before `start`.
    pub end: DateTime,
    pub precision: Precision,
    #[serde(default)]
    pub zone: Zone,
    pub source: TimeSource,
    /// Why this time, in words: "‘on Tuesday’, printed on Tuesday, 19 September".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(flatten)]
    pub unknown: super::Unknown,
}

/// The zone of a time: stated in the report, or assumed to be the project's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Zone {
    #[default]
    Assumed,
    Stated(Offset),
}

/// Minutes east of UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(pub i16);

impl When {
    /// A time of the given precision around `start`, ending where that precision ends. [`Precision::Span`] gives a day.
    pub fn new(start: DateTime, precision: Precision, source: TimeSource, reason: &str) -> Self {
        let (start, end) = match precision {
            Precision::Minute => (at_minute(start), plus_minutes(at_minute(start), 1)),
            Precision::Hour => {
                let hour = start.date().at(start.hour(), 0, 0, 0);
                (hour, plus_minutes(hour, 60))
            }
            Precision::Day | Precision::Span => {
                (midnight(start.date()), next_midnight(start.date()))
            }
            Precision::Month => {
                let date = start.date();
                (midnight(date.first_of_month()), next_midnight(date.last_of_month()))
            }
            Precision::Year => {
                let date = start.date();
                (midnight(date.first_of_year()), next_midnight(date.last_of_year()))
            }
        };
        let (zone, unknown) = (Zone::Assumed, super::Unknown::default());
        Self { start, end, precision, zone, source, reason: reason.to_owned(), unknown }
    }

    /// From one day to another, both included, given in either order.
    pub fn days(from: Date, to: Date, source: TimeSource, reason: &str) -> Self {
        let (from, to) = (from.min(to), from.max(to));
        Self {
            end: next_midnight(to),
            precision: if from == to { Precision::Day } else { Precision::Span },
            ..Self::new(midnight(from), Precision::Day, source, reason)
        }
    }

    /// The same in another zone of the wall.
    pub fn in_zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Start and end in minutes since 1970-01-01T00:00Z, an assumed zone taken as `assumed`.
    pub fn minutes(&self, assumed: Offset) -> (i64, i64) {
        let offset = match self.zone {
            Zone::Stated(offset) => offset,
            Zone::Assumed => assumed,
        };
        (minutes_of(self.start) - i64::from(offset.0), minutes_of(self.end) - i64::from(offset.0))
    }

    /// Whether the time is a stretch rather than an instant: a day or longer.
    pub fn is_stretch(&self) -> bool {
        Precision::Hour < self.precision
    }
}

/// Minutes since 1970-01-01T00:00 on the same clock.
pub fn minutes_of(at: DateTime) -> i64 {
    let days = i64::from((at.date() - civil::date(1970, 1, 1)).get_days());
    days * 24 * 60 + i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// The wall-clock time that many minutes after 1970-01-01T00:00Z at `offset`; held at the ends of the calendar.
pub fn wall_clock(minutes: i64, offset: Offset) -> DateTime {
    let minutes = minutes.saturating_add(i64::from(offset.0));
    civil::date(1970, 1, 1)
        .at(0, 0, 0, 0)
        .saturating_add(jiff::SignedDuration::from_secs(minutes.saturating_mul(60)))
}

fn at_minute(at: DateTime) -> DateTime {
    at.date().at(at.hour(), at.minute(), 0, 0)
}

fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}

fn next_midnight(date: Date) -> DateTime {
    midnight(date.saturating_add(jiff::Span::new().days(1)))
}

fn plus_minutes(at: DateTime, minutes: i64) -> DateTime {
    at.saturating_add(jiff::Span::new().minutes(minutes))
}

impl std::fmt::Display for Offset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, minutes) =
            if self.0 < 0 { ('-', -i32::from(self.0)) } else { ('+', i32::from(self.0)) };
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl std::str::FromStr for Offset {
    type Err = String;

    /// Reads `+04:00`, `-03:30`, `Z` or `UTC`, up to 18 hours either way.
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("{text:?} is no offset from UTC such as \"+04:00\"");
        if matches!(text, "Z" | "UTC") {
            return Ok(Self(0));
        }
        let (sign, rest) = match text.split_at_checked(1) {
            Some(("+", rest)) => (1, rest),
            Some(("-", rest)) => (-1, rest),
            _ => return Err(fault()),
        };
        let (hours, minutes) = rest.split_once(':').ok_or_else(fault)?;
        let number = |digits: &str, below: i16| {
            let two_digits = digits.len() == 2 && digits.bytes().all(|it| it.is_ascii_digit());
            let value = digits.parse::<i16>().ok().filter(|value| *value < below);
            value.filter(|_| two_digits)
        };
        let (hours, minutes) = number(hours, 19).zip(number(minutes, 60)).ok_or_else(fault)?;
        Ok(Self(sign * (hours * 60 + minutes)))
    }
}

impl Serialize for Offset {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Zone::Assumed => serializer.serialize_str("assumed"),
            Zone::Stated(offset) => offset.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "assumed" {
            return Ok(Zone::Assumed);
        }
        text.parse().map(Zone::Stated).map_err(serde::de::Error::custom)
    }
}

macro_rules! string_schema {
    ($type:ty, $name:literal, $pattern:literal, $description:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

string_schema!(Offset, "Offset", r"^([+-]\d{2}:\d{2}|Z|UTC)$", "Offset from UTC, such as +04:00.");
string_schema!(
    Zone,
    "Zone",
    r"^(assumed|[+-]\d{2}:\d{2}|Z|UTC)$",
    "The zone of a time: an offset from UTC as stated in the report, or \"assumed\" (the project's)."
);

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_precision_gives_its_whole_interval() {
        let check = |precision, expect: &str| {
            let when = When::new(at("2023-09-19T21:12:42"), precision, TimeSource::Stated, "");
            assert_eq!(format!("{} {}", when.start, when.end), expect);
        };
        check(Precision::Minute, "2023-09-19T21:12:00 2023-09-19T21:13:00");
        check(Precision::Hour, "2023-09-19T21:00:00 2023-09-19T22:00:00");
        check(Precision::Day, "2023-09-19T00:00:00 2023-09-20T00:00:00");
        check(Precision::Month, "2023-09-01T00:00:00 2023-10-01T00:00:00");
        check(Precision::Year, "2023-01-01T00:00:00 2024-01-01T00:00:00");
    }

    #[test]
    fn the_end_of_the_calendar_is_no_panic() {
        let last = When::new(DateTime::MAX, Precision::Year, TimeSource::Hand, "");
        assert!(last.start <= last.end);
        assert_eq!(wall_clock(i64::MAX, Offset(0)), DateTime::MAX);
    }

    #[test]
    fn a_stated_zone_moves_the_instant_and_an_assumed_one_follows_the_project() {
        let when = When::new(at("1970-01-01T04:00"), Precision::Minute, TimeSource::Stated, "");
        assert_eq!(when.minutes(Offset(240)), (0, 1));
        assert_eq!(when.clone().in_zone(Zone::Stated(Offset(60))).minutes(Offset(240)), (180, 181));
        assert_eq!(wall_clock(0, Offset(240)), at("1970-01-01T04:00"));
    }

    #[test]
    fn offsets_read_back() {
        for text in ["+04:00", "-03:30", "+00:00"] {
            assert_eq!(text.parse::<Offset>().unwrap().to_string(), text);
        }
        for bad in ["4", "+4:00", "+25:00", "+04:60", "", "+-4:00", "é"] {
            assert!(bad.parse::<Offset>().is_err(), "{bad}");
        }
    }
}
