//! Owns the time axis: it reaches over all times shown with some air, and has a few ticks at full minutes, hours, days,
//! months or years of the project's zone.

use jiff::civil::{Date, DateTime};

use crate::base::Offset;
use crate::base::time::{minutes_of, wall_clock};
use crate::views::chart::model::{TimeAxis, TimeTick};
use crate::views::chart::select::Pick;
use crate::views::words;

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = 30 * DAY;
const YEAR: i64 = 365 * DAY;

/// More ticks than these run into each other.
const MOST: i64 = 9;

/// The distance of ticks.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Within a day, counted from midnight.
    Minutes(i64),
    /// Within a month, counted from its first.
    Days(i8),
    /// Within a year, counted from January.
    Months(i8),
    Years(i16),
}

const STEPS: [Step; 32] = [
    Step::Minutes(1),
    Step::Minutes(2),
    Step::Minutes(5),
    Step::Minutes(10),
    Step::Minutes(15),
    Step::Minutes(30),
    Step::Minutes(HOUR),
    Step::Minutes(2 * HOUR),
    Step::Minutes(3 * HOUR),
    Step::Minutes(6 * HOUR),
    Step::Minutes(12 * HOUR),
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
    Step::Years(10_000),
];

impl Step {
    /// Its length in minutes, nearly.
    fn length(self) -> i64 {
        match self {
            Step::Minutes(minutes) => minutes,
            Step::Days(days) => i64::from(days) * DAY,
            Step::Months(months) => i64::from(months) * MONTH,
            Step::Years(years) => i64::from(years) * YEAR,
        }
    }
}

/// The axis over the times of some claims; none if no claim has a time.
pub(in crate::views::chart) fn time_axis(picks: &[Pick], zone: Offset) -> Option<TimeAxis> {
    let times = picks.iter().filter_map(|it| it.moment);
    let spans = times.map(|it| it.stretch().unwrap_or((it.at, it.at)));
    let (first, last) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    Some(axis(first, last, zone))
}

fn axis(first: i64, last: i64, zone: Offset) -> TimeAxis {
    let span = last - first;
    let air = if span == 0 { 6 * HOUR } else { (span / 20).max((HOUR - span) / 2).max(5) };
    let (start, end) = (first - air, last + air);
    TimeAxis { start, end, ticks: ticks(start, end, zone), zone }
}

impl TimeAxis {
    /// The shortest stretch that can be shown alone, in minutes.
    pub const SHORTEST: i64 = 10;

    /// The year in which all of it lies, if it is one.
    pub fn year(&self) -> Option<i16> {
        let [first, last] = [self.start, self.end].map(|it| wall_clock(it, self.zone).year());
        (first == last).then_some(first)
    }

    /// A stretch of the axis, with ticks of its own: as long as asked, but not longer than the whole with half of it as
    /// air, and moved so far that half of it is within the whole.
    pub fn within(&self, start: i64, end: i64) -> Self {
        let whole = self.end.saturating_sub(self.start).max(Self::SHORTEST);
        let most = whole.saturating_add(whole / 2);
        let length = end.saturating_sub(start).clamp(Self::SHORTEST, most);
        let (least, most) = (self.start.saturating_sub(length / 2), self.end - length / 2);
        let start = start.clamp(least, most.max(least));
        let end = start.saturating_add(length);
        Self { start, end, ticks: ticks(start, end, self.zone), zone: self.zone }
    }
}

fn ticks(start: i64, end: i64, zone: Offset) -> Vec<TimeTick> {
    let fits = |step: &Step| end - start < MOST * step.length();
    let step = STEPS.into_iter().find(fits).unwrap_or(Step::Years(10_000));
    let instants: Vec<DateTime> = match step {
        Step::Minutes(minutes) => every_minutes(start, end, zone, minutes),
        Step::Days(days) => every_days(start, end, zone, days),
        Step::Months(months) => every_months(start, end, zone, months),
        Step::Years(years) => every_years(start, end, zone, years),
    };
    let mut ticks: Vec<TimeTick> = vec![];
    let mut before: Option<DateTime> = None;
    for instant in instants {
        let at = minutes_of(instant) - i64::from(zone.0);
        if start <= at && at <= end {
            let (label, major) = label(step, instant, before);
            ticks.push(TimeTick { at, label, major });
            before = Some(instant);
        }
    }
    ticks
}

/// The label of a tick, with as much of its date as the tick before it leaves open, and whether a new day, month or
/// year begins.
fn label(step: Step, at: DateTime, before: Option<DateTime>) -> (String, bool) {
    let date = at.date();
    let new_year = before.is_none_or(|it| it.year() != at.year());
    let day = || {
        if before.is_some() && new_year { words::day(date) } else { words::day_of_year(date) }
    };
    match step {
        Step::Minutes(_) if at.hour() == 0 && at.minute() == 0 => (day(), true),
        Step::Minutes(_) if before.is_none_or(|it| it.date() != date) => {
            (format!("{} {}", day(), words::clock(at)), false)
        }
        Step::Minutes(_) => (words::clock(at), false),
        Step::Days(_) if new_year => (words::day(date), date.day() == 1),
        Step::Days(_) => (words::day_of_year(date), date.day() == 1),
        Step::Months(_) => (words::month(date), date.month() == 1),
        Step::Years(_) => (date.year().to_string(), true),
    }
}

fn every_minutes(start: i64, end: i64, zone: Offset, step: i64) -> Vec<DateTime> {
    let offset = i64::from(zone.0);
    let first = (start + offset).div_euclid(step) * step - offset;
    let later = std::iter::successors(Some(first), |at| Some(at + step));
    later.take_while(|at| *at <= end).map(|at| wall_clock(at, zone)).collect()
}

/// Days of a month so far apart, without one that is too near the next first.
fn every_days(start: i64, end: i64, zone: Offset, step: i8) -> Vec<DateTime> {
    let (first, last) = (wall_clock(start, zone).date(), wall_clock(end, zone).date());
    let is_tick = |date: &Date| {
        let left = date.days_in_month() - date.day() + 1;
        (date.day() - 1) % step == 0 && (step == 1 || step < left * 2)
    };
    let days = first.series(jiff::Span::new().days(1)).take_while(|it| *it <= last);
    days.filter(is_tick).map(|it| it.at(0, 0, 0, 0)).collect()
}

fn every_months(start: i64, end: i64, zone: Offset, step: i8) -> Vec<DateTime> {
    let (first, last) = (wall_clock(start, zone).year(), wall_clock(end, zone).year());
    let months = (1..=12).filter(move |month| (month - 1) % step == 0);
    (first..=last)
        .flat_map(|year| months.clone().filter_map(move |it| first_day(year, it)))
        .collect()
}

fn every_years(start: i64, end: i64, zone: Offset, step: i16) -> Vec<DateTime> {
    let (first, last) = (wall_clock(start, zone).year(), wall_clock(end, zone).year());
    (first..=last).filter(|year| year % step == 0).filter_map(|it| first_day(it, 1)).collect()
}

fn first_day(year: i16, month: i8) -> Option<DateTime> {
    Some(Date::new(year, month, 1).ok()?.at(0, 0, 0, 0))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    fn check(first: &str, last: &str, expect: Expect) {
        let minutes = |text: &str| minutes_of(text.parse().unwrap()) - 240;
        let axis = axis(minutes(first), minutes(last), Offset(240));
        let tick = |it: &TimeTick| format!("{}{}", if it.major { "*" } else { "" }, it.label);
        let ticks: Vec<_> = axis.ticks.iter().map(tick).collect();
        let edge = |at| wall_clock(at, Offset(240));
        let edges = format!("{} to {}", edge(axis.start), edge(axis.end));
        expect.assert_eq(&format!("{edges}\n{}", ticks.join(" | ")));
    }

    #[test]
    fn an_hour() {
        check(
            "2023-09-19T20:00",
            "2023-09-19T21:00",
            expect![[r#"
            2023-09-19T19:55:00 to 2023-09-19T21:05:00
            19 Sep 20:00 | 20:10 | 20:20 | 20:30 | 20:40 | 20:50 | 21:00"#]],
        );
    }

    #[test]
    fn a_night() {
        check(
            "2023-09-19T20:00",
            "2023-09-20T12:00",
            expect![[r#"
            2023-09-19T19:12:00 to 2023-09-20T12:48:00
            19 Sep 20:00 | 22:00 | *20 Sep | 02:00 | 04:00 | 06:00 | 08:00 | 10:00 | 12:00"#]],
        );
    }

    #[test]
    fn a_single_time_has_air() {
        check(
            "2023-09-19T20:00",
            "2023-09-19T20:00",
            expect![[r#"
            2023-09-19T14:00:00 to 2023-09-20T02:00:00
            19 Sep 14:00 | 16:00 | 18:00 | 20:00 | 22:00 | *20 Sep | 02:00"#]],
        );
    }

    #[test]
    fn some_days_over_new_year() {
        check(
            "2023-12-29T20:00",
            "2024-01-04T12:00",
            expect![[r#"
            2023-12-29T13:12:00 to 2024-01-04T18:48:00
            30 Dec 2023 | 31 Dec | *1 Jan 2024 | 2 Jan | 3 Jan | 4 Jan"#]],
        );
    }

    #[test]
    fn some_weeks() {
        check(
            "2020-09-27T00:00",
            "2020-11-10T00:00",
            expect![[r#"
            2020-09-24T19:12:00 to 2020-11-12T04:48:00
            *1 Oct 2020 | 11 Oct | 21 Oct | *1 Nov | 11 Nov"#]],
        );
    }

    #[test]
    fn some_months_and_years() {
        check(
            "2020-09-27T00:00",
            "2021-03-10T00:00",
            expect![[r#"
            2020-09-18T19:12:00 to 2021-03-18T04:48:00
            Oct 2020 | Nov 2020 | Dec 2020 | *Jan 2021 | Feb 2021 | Mar 2021"#]],
        );
        check(
            "2020-09-27T00:00",
            "2023-09-20T00:00",
            expect![[r#"
            2020-08-03T14:24:00 to 2023-11-13T09:36:00
            *Jan 2021 | Jul 2021 | *Jan 2022 | Jul 2022 | *Jan 2023 | Jul 2023"#]],
        );
    }

    #[test]
    fn decades_and_the_whole_calendar() {
        check(
            "1988-02-20T00:00",
            "2023-09-20T00:00",
            expect![[r#"
            1986-05-11T04:48:00 to 2025-06-30T19:12:00
            *1990 | *1995 | *2000 | *2005 | *2010 | *2015 | *2020 | *2025"#]],
        );
        check(
            "-009999-01-02T00:00",
            "9999-12-30T00:00",
            expect![[r#"
            -009999-01-01T00:00:00 to 9999-12-31T23:59:59.999999999
            *-5000 | *0 | *5000"#]],
        );
    }

    proptest! {
        #[test]
        fn any_span_has_few_ticks_in_order(first in -90_000_000_i64..90_000_000, span in 0_i64..200_000_000, shift in 0_u32..28) {
            let span = span >> shift;
            let axis = axis(first, first + span, Offset(-210));
            prop_assert!((2..=10).contains(&axis.ticks.len()), "{:?}", axis);
            prop_assert!(axis.ticks.is_sorted_by(|a, b| a.at < b.at));
            prop_assert!(axis.start < first && first + span < axis.end);
        }
    }
}
