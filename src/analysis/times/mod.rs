//! Owns which time a passage speaks of: stated dates, weekdays and parts of the day resolved by the time of printing and
//! by the day the article spoke of last.

mod clock;
mod days;

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::{Date, DateTime};

use self::clock::{Clock, clocks};
use self::days::{Day, Length, days};
use super::sentence::Sentence;
use crate::base::When;
use crate::base::words::{Precision, TimeSource};

/// What is known of the time before a sentence is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Present<'a> {
    pub published: Option<&'a When>,
    /// The day the article named last.
    pub day: Option<Date>,
}

/// The time of printing, marked as such: what stands where the words give none.
pub(super) fn printed(published: Option<&When>) -> Option<When> {
    published.map(|it| When {
        source: TimeSource::Publication,
        reason: "time of printing".to_owned(),
        ..it.clone()
    })
}

/// The days and hours that a sentence names, read once for all of its claims and stances.
pub(super) struct Times {
    days: Vec<Day>,
    hours: OnceCell<Hours>,
}

/// What only a sentence with a claim or stance is searched for.
struct Hours {
    /// Hours and parts of the day, each with the start of the day nearest to it.
    clocks: Vec<(Clock, Option<usize>)>,
    /// How many words that part one count from another stand before each token.
    cuts: Vec<usize>,
}

impl Times {
    pub fn read(sentence: &Sentence, published: Option<&When>) -> Self {
        let mut days = days(sentence, published);
        // "talks that open on Thursday", printed on Wednesday: nothing has been counted then.
        if let Some(printed) = published {
            let last = match printed.is_stretch() {
                true => printed.end.saturating_sub(jiff::Span::new().nanoseconds(1)),
                false => printed.end,
            };
            days.retain(|it| it.date <= last.date());
        }
        Self { days, hours: OnceCell::new() }
    }

    /// The last day that the sentence names, for "that evening" in those that follow.
    pub fn last_day(&self) -> Option<Date> {
        self.days.iter().rev().find(|it| it.is_day()).map(|it| it.date)
    }

    /// The time that the words of the sentence give a passage, in tokens: the one marked by "as of", the one right
    /// behind it, that of saying it, else the nearest. None where they give none.
    pub fn as_of(
        &self,
        sentence: &Sentence,
        present: Present<'_>,
        (at, passage_end): (usize, usize),
    ) -> Option<When> {
        let days = &self.days;
        let hours = self.hours.get_or_init(|| Hours::read(sentence, days));
        // What stands beyond an "and" belongs to another count.
        let far = |start: usize, end: usize| {
            let between = if end <= at { end..at } else { at..start.max(at) };
            between.len() + 6 * hours.cuts_in(&between)
        };
        let rank = |it: &&Day| {
            let behind = passage_end <= it.start && it.start <= passage_end + 2;
            let kind = if behind { 0 } else { 2 - u8::from(it.said) };
            (!it.marked, it.owns, kind, far(it.start, it.end))
        };
        let day = days.iter().min_by_key(rank);
        let clock = hours.clocks.iter().filter(|(clock, nearest)| {
            // Of two days each has its own hours.
            let own = nearest.is_none_or(|it| Some(it) == day.map(|it| it.start));
            own && (!clock.bound || day.is_some_and(|it| it.end == clock.start))
        });
        let clock = clock.map(|it| &it.0).min_by_key(|it| far(it.start, it.end));
        match (day, clock) {
            (Some(day), clock) => {
                Some(of_day(sentence, present, day, clock.filter(|_| day.is_day())))
            }
            (None, Some(clock)) => {
                let day = present
                    .day
                    .filter(|_| clock.same)
                    .or_else(|| own_day(present, clock))
                    .or(present.day)?;
                let day = Day::resolved(day, clock.start, clock.end);
                Some(of_day(sentence, present, &day, Some(clock)))
            }
            (None, None) => None,
        }
    }
}

impl Hours {
    fn read(sentence: &Sentence, days: &[Day]) -> Self {
        let nearest = |clock: &Clock| {
            days.iter().min_by_key(|it| clock.start.abs_diff(it.start)).map(|it| it.start)
        };
        let clocks: Vec<_> = clocks(sentence).into_iter().map(|it| (it, nearest(&it))).collect();
        // Most sentences name no time, and have nothing to choose from.
        if days.is_empty() && clocks.is_empty() {
            return Self { clocks, cuts: vec![] };
        }
        let mut cuts = vec![0];
        cuts.extend((0..sentence.tokens.len()).scan(0, |cuts, at| {
            *cuts += usize::from(matches!(sentence.word(at), "and" | "but" | ";"));
            Some(*cuts)
        }));
        Self { clocks, cuts }
    }

    fn cuts_in(&self, between: &Range<usize>) -> usize {
        let before = |at: usize| self.cuts.get(at).or(self.cuts.last()).copied().unwrap_or(0);
        before(between.end).saturating_sub(before(between.start))
    }
}

/// The day of an hour that stands alone: that of printing, or the one before where the hour was yet to come.
fn own_day(present: Present<'_>, clock: &Clock) -> Option<Date> {
    let printed = present.published?;
    let exact = matches!(printed.precision, Precision::Minute | Precision::Hour);
    let later = exact && printed.start.hour() < clock.from.0;
    let back = i64::from(later || clock.before);
    Some(printed.start.date().saturating_sub(jiff::Span::new().days(back)))
}

fn of_day(sentence: &Sentence, present: Present<'_>, day: &Day, clock: Option<&Clock>) -> When {
    let (mut start, mut end) = (day.start, day.end);
    if let Some(clock) = clock {
        (start, end) = (start.min(clock.start), end.max(clock.end));
    }
    let near = end - start <= day.end - day.start + 8;
    let span = if near { sentence.span(start, end) } else { sentence.span(day.start, day.end) };
    let words = span.of(sentence.text);
    let printed = present.published.filter(|_| day.source == TimeSource::Resolved);
    let reason = match printed {
        Some(printed) => format!("‘{words}’, printed on {}", printed.start.date()),
        None => format!("‘{words}’"),
    };
    let midnight = DateTime::from(day.date);
    let when = |at, precision| When::new(at, precision, day.source, &reason);
    let Some(clock) = clock else {
        let precision = match day.length {
            Length::Day => Precision::Day,
            Length::Month => Precision::Month,
            Length::Year => Precision::Year,
        };
        return when(midnight, precision);
    };
    let at = |(hour, minute)| day.date.at(hour, minute, 0, 0);
    let Some(hours) = clock.hours else {
        return when(at(clock.from), Precision::Minute);
    };
    let whole = when(at(clock.from), Precision::Hour);
    let end = at(clock.from).saturating_add(jiff::Span::new().hours(i64::from(hours)));
    let precision = if hours == 1 { Precision::Hour } else { Precision::Span };
    When { end, precision, ..whole }
}

#[cfg(test)]
mod tests;
