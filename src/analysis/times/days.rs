//! Owns how days, months and years are read: "19 September 2023", "on Tuesday", "two days ago", "in March 2019".

use jiff::civil::Date;

use crate::analysis::lexicon::Meaning;
use crate::analysis::mentions::weekday;
use crate::analysis::numbers::{month, small_word};
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
use crate::base::When;
use crate::base::words::TimeSource;

/// A day, month or year and the words for it, in tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    /// The first day of it.
    pub date: Date,
    pub length: Length,
    pub source: TimeSource,
    pub start: usize,
    pub end: usize,
    /// "as of Tuesday".
    pub marked: bool,
    /// "Tuesday's attack": the time of the deed rather than of the count.
    pub owns: bool,
    /// "said on Tuesday".
    pub said: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Day,
    Month,
    Year,
}

impl Day {
    pub fn resolved(date: Date, start: usize, end: usize) -> Self {
        let (length, source) = (Length::Day, TimeSource::Resolved);
        Self { date, length, source, start, end, marked: false, owns: false, said: false }
    }

    pub fn is_day(&self) -> bool {
        self.length == Length::Day
    }
}

/// All days, months and years that a sentence names as a time, in order.
pub(super) fn days(sentence: &Sentence, published: Option<&When>) -> Vec<Day> {
    let mut found: Vec<Day> = vec![];
    for at in 0..sentence.tokens.len() {
        // A time begins with a word or a number.
        let sign = sentence
            .tokens
            .get(at)
            .is_some_and(|it| matches!(it.kind, Kind::Sign | Kind::Possessive));
        if sign || found.last().is_some_and(|it| at < it.end) {
            continue;
        }
        let day = calendar(sentence, at, published)
            .or_else(|| digits(sentence, at))
            .or_else(|| relative(sentence, at, published))
            .or_else(|| ago(sentence, at, published))
            .or_else(|| year(sentence, at));
        let Some(mut day) = day.filter(|it| !is_bound(sentence, it.start)) else { continue };
        // "on Tuesday, 19 September" is one day.
        let comma = usize::from(found.last().is_some_and(|it| sentence.word(it.end) == ","));
        let same = |it: &&mut Day| it.end + comma == day.start && it.is_day() && day.is_day();
        if let Some(before) = found.last_mut().filter(same) {
            (before.date, before.source, before.end) = (day.date, day.source, day.end);
            continue;
        }
        // "between 27 September and 4 October": a count of those days holds at their end.
        let span = |it: &&mut Day| {
            sentence.before(it.start) == "between"
                && it.end + 1 == day.start
                && sentence.word(it.end) == "and"
        };
        if let Some(first) = found.last_mut().filter(span) {
            (first.date, first.source, first.end) = (day.date, day.source, day.end);
            continue;
        }
        day.marked = is_marked(sentence, day.start);
        day.said = (day.start.saturating_sub(3)..day.start)
            .any(|it| sentence.has(it, Meaning::Say) && sentence.word(it) != "report");
        day.owns = sentence.tokens.get(day.end).is_some_and(|it| it.kind == Kind::Possessive);
        found.push(day);
    }
    found
}

/// "as of", "by", "until" with a few words between.
fn is_marked(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(5)..at)
        .any(|it| matches!(sentence.word(it), "as") && matches!(sentence.word(it + 1), "of" | "at"))
}

/// A day that only bounds a stretch, or is yet to come: "since Monday", "until Friday", "next week".
fn is_bound(sentence: &Sentence, at: usize) -> bool {
    const BOUNDS: &[&str] =
        &["since", "until", "till", "next", "for", "scheduled", "before", "every", "from", "due"];
    let back = at.saturating_sub(1);
    let before = if matches!(sentence.word(back), "the" | "on" | "last" | "early" | "late") {
        sentence.word(back.wrapping_sub(1))
    } else {
        sentence.word(back)
    };
    BOUNDS.contains(&sentence.before(at)) || BOUNDS.contains(&before)
}

fn number(sentence: &Sentence, at: usize) -> Option<i16> {
    sentence.tokens.get(at).filter(|it| it.kind == Kind::Number)?.text.parse().ok()
}

fn full_year(sentence: &Sentence, at: usize) -> Option<i16> {
    number(sentence, at).filter(|it| (1900..2100).contains(it))
}

/// "September 19, 2023", "19 September", "Sept. 19th", "the 19th of September": with a stated year, or that of
/// printing; "March 2019" without a day.
fn calendar(sentence: &Sentence, at: usize, published: Option<&When>) -> Option<Day> {
    let tokens = &sentence.tokens;
    // The month is the first token of it, or follows the number of the day.
    let is_day = |it: &i16| (1..=31).contains(it);
    let ordinal = |at: usize| usize::from(matches!(sentence.word(at), "st" | "nd" | "rd" | "th"));
    let (day, named) = match number(sentence, at).filter(is_day) {
        Some(day) => {
            let after = at + 1 + ordinal(at + 1);
            (Some(day), after + usize::from(sentence.word(after) == "of"))
        }
        None => (None, at),
    };
    // "may" is a verb unless written with a capital.
    if !tokens.get(named)?.is_capitalised() {
        return None;
    }
    let month = month(sentence.word(named))?;
    let mut end = named + 1 + usize::from(sentence.word(named + 1) == "." && day.is_none());
    let day = day.or_else(|| {
        let day = number(sentence, end).filter(is_day)?;
        end += 1 + ordinal(end + 1);
        Some(day)
    });
    let comma = usize::from(day.is_some() && sentence.word(end) == ",");
    let stated = full_year(sentence, end + comma);
    if stated.is_some() {
        end += comma + 1;
    }
    let printed = published.map(|it| it.start.date());
    let (length, day) = match day {
        Some(day) => (Length::Day, day),
        // A month alone is no more than a word without its year.
        None => (Length::Month, stated.map(|_| 1)?),
    };
    let date = |year| Date::new(year, month, i8::try_from(day).ok()?).ok();
    let date = match stated {
        Some(year) => date(year)?,
        // A report of January speaks of the December before.
        None => {
            let printed = printed?;
            let date = date(printed.year())?;
            let ahead = (date - printed).get_days();
            if ahead > 180 { date.with().year(printed.year() - 1).build().ok()? } else { date }
        }
    };
    let source = if stated.is_some() { TimeSource::Stated } else { TimeSource::Resolved };
    Some(Day { length, source, ..Day::resolved(date, at, end) })
}

/// "2023-09-19", "19.09.2023", and "19/09/2023" where day and month cannot be mistaken.
fn digits(sentence: &Sentence, at: usize) -> Option<Day> {
    let token = sentence.tokens.get(at).filter(|it| it.kind == Kind::Number)?;
    let stated = |year: i16, month: i8, day: i8, end| {
        let date = Date::new(year, month, day).ok().filter(|_| (1900..2100).contains(&year))?;
        Some(Day { source: TimeSource::Stated, ..Day::resolved(date, at, end) })
    };
    if let Some(year) = full_year(sentence, at).filter(|_| sentence.word(at + 1) == "-") {
        let (month, day) = (number(sentence, at + 2)?, number(sentence, at + 4)?);
        let day = (sentence.word(at + 3) == "-").then_some(day)?;
        return stated(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?, at + 5);
    }
    let sign = token.text.chars().find(|it| matches!(it, '.' | '/'))?;
    let mut parts = token.text.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    match sign {
        '/' if first <= 12 && second <= 12 => None,
        '/' if first <= 12 => stated(year, first, second, at + 1),
        _ => stated(year, second, first, at + 1),
    }
}

/// "today", "yesterday", "on Tuesday", "last Friday": the nearest such day up to printing.
fn relative(sentence: &Sentence, at: usize, published: Option<&When>) -> Option<Day> {
    let word = sentence.word(at);
    let back = match word {
        "today" => 0,
        "yesterday" => 1,
        _ if word.ends_with("day") => {
            let day = weekday(word).filter(|_| sentence.tokens[at].is_capitalised())?;
            let printed = published?.start.date();
            let back = (printed.weekday().to_monday_zero_offset() - day).rem_euclid(7);
            // "last Tuesday", printed on a Tuesday, is a week ago.
            let last = sentence.before(at) == "last" && back == 0;
            i64::from(back) + if last { 7 } else { 0 }
        }
        _ => return None,
    };
    let printed = published?.start.date();
    let date = printed.saturating_sub(jiff::Span::new().days(back));
    Some(Day::resolved(date, at, at + 1))
}

/// "three days ago", "a week ago".
fn ago(sentence: &Sentence, at: usize, published: Option<&When>) -> Option<Day> {
    if sentence.word(at + 2) != "ago" {
        return None;
    }
    let unit = match sentence.word(at + 1) {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        _ => return None,
    };
    let many = match sentence.word(at) {
        "a" | "one" => 1,
        word => {
            let small = small_word(word).and_then(|it| i64::try_from(it).ok());
            small.or_else(|| number(sentence, at).map(i64::from))?
        }
    };
    let days = many.checked_mul(unit).filter(|it| *it <= 366)?;
    let date = published?.start.date().saturating_sub(jiff::Span::new().days(days));
    Some(Day::resolved(date, at, at + 3))
}

/// "in 2019", "in the autumn of 2020", and nothing but the year.
fn year(sentence: &Sentence, at: usize) -> Option<Day> {
    let year = full_year(sentence, at)?;
    let season = sentence.before(at) == "of"
        && matches!(
            sentence.word(at.wrapping_sub(2)),
            "spring" | "summer" | "autumn" | "fall" | "winter"
        );
    // "in 2019 – 2020" and "in 1915 homes" are none.
    let ends = sentence.tokens.get(at + 1).is_none_or(|it| it.kind != Kind::Number)
        && !sentence.is_people(at + 1)
        && !matches!(sentence.word(at + 1), "-" | "–");
    let stands = matches!(sentence.before(at), "in" | "during") || season;
    let date = Date::new(year, 1, 1).ok().filter(|_| stands && ends)?;
    let (length, source) = (Length::Year, TimeSource::Stated);
    Some(Day { length, source, ..Day::resolved(date, at, at + 1) })
}
