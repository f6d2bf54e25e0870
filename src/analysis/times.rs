//! Owns which time a sentence speaks of: stated dates, weekdays and times of day resolved by the time of printing.

use jiff::civil::{Date, DateTime};

use super::mentions::weekday;
use super::numbers::month;
use super::sentence::Sentence;
use super::tokens::Kind;
use crate::base::When;
use crate::base::words::{Precision, TimeSource};

/// The time the sentence speaks of, or the time of printing marked as such, or none.
pub(super) fn as_of(sentence: &Sentence, published: Option<&When>) -> Option<When> {
    let printed = published.map(|it| it.start.date());
    let day = date(sentence, printed).or_else(|| {
        let clock = clock(sentence)?;
        Some(Found { date: printed?, ..clock })
    });
    let Some(day) = day else {
        return published.map(|it| When {
            source: TimeSource::Publication,
            reason: "time of printing".to_owned(),
            ..it.clone()
        });
    };
    let words = sentence.span(day.start, day.end).of(sentence.text);
    let reason = match printed.filter(|_| day.source == TimeSource::Resolved) {
        Some(printed) => format!("‘{words}’, printed on {printed}"),
        None => format!("‘{words}’"),
    };
    let time = clock(sentence).and_then(|it| it.time);
    let (at, precision) = match time {
        Some((hour, minute)) => (day.date.at(hour, minute, 0, 0), Precision::Minute),
        None => (DateTime::from(day.date), Precision::Day),
    };
    Some(When::new(at, precision, day.source, &reason))
}

/// A day or time of day and the words for it, in tokens.
#[derive(Debug, Clone, Copy)]
struct Found {
    date: Date,
    time: Option<(i8, i8)>,
    source: TimeSource,
    start: usize,
    end: usize,
}

fn date(sentence: &Sentence, printed: Option<Date>) -> Option<Found> {
    let tokens = &sentence.tokens;
    let mut resolved = None;
    for at in 0..tokens.len() {
        if let Some(found) = calendar(sentence, at, printed) {
            return Some(found);
        }
        if resolved.is_some() {
            continue;
        }
        let Some(printed) = printed else { continue };
        let back = match sentence.word(at) {
            "today" => Some(0),
            "yesterday" => Some(1),
            word => weekday(word).filter(|_| sentence.before(at) != "last").map(|day| {
                i64::from((printed.weekday().to_monday_zero_offset() - day).rem_euclid(7))
            }),
        };
        let next = matches!(sentence.before(at), "next" | "for" | "until" | "scheduled");
        if let Some(back) = back.filter(|_| !next) {
            let date = printed.saturating_sub(jiff::Span::new().days(back));
            let (source, end) = (TimeSource::Resolved, at + 1);
            resolved = Some(Found { date, time: None, source, start: at, end });
        }
    }
    resolved
}

/// "September 19, 2023", "19 September", "Sept. 19": with a stated year, or that of printing.
fn calendar(sentence: &Sentence, at: usize, printed: Option<Date>) -> Option<Found> {
    let tokens = &sentence.tokens;
    // "may" is a verb unless written with a capital.
    let month = month(sentence.word(at)).filter(|_| tokens[at].is_capitalised())?;
    let number = |at: usize| -> Option<i16> {
        let token = tokens.get(at).filter(|it| it.kind == Kind::Number)?;
        token.text.parse().ok()
    };
    let dot = usize::from(sentence.word(at + 1) == ".");
    let after = number(at + 1 + dot).filter(|it| *it <= 31);
    let before = at.checked_sub(1).and_then(number).filter(|it| *it <= 31);
    let (day, start, mut end) = match (after, before) {
        (Some(day), _) => (day, at, at + 2 + dot),
        (None, Some(day)) => (day, at - 1, at + 1 + dot),
        (None, None) => return None,
    };
    let comma = usize::from(sentence.word(end) == ",");
    let stated = number(end + comma).filter(|it| (1900..2100).contains(it));
    if stated.is_some() {
        end += comma + 1;
    }
    let year = stated.or(printed.map(Date::year))?;
    let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    let source = if stated.is_some() { TimeSource::Stated } else { TimeSource::Resolved };
    Some(Found { date, time: None, source, start, end })
}

/// "8 p.m.", "at 14:30".
fn clock(sentence: &Sentence) -> Option<Found> {
    let tokens = &sentence.tokens;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Number {
            continue;
        }
        let (hour, minute) = match token.text.split_once([':', '.']) {
            Some((hour, minute)) if minute.len() == 2 => (hour, minute),
            Some(_) => continue,
            None => (token.text, "0"),
        };
        let (Ok(hour), Ok(minute)) = (hour.parse::<i8>(), minute.parse::<i8>()) else { continue };
        if minute > 59 {
            continue;
        }
        let half = match sentence.word(at + 1) {
            "p" if sentence.word(at + 2) == "." => Some(12),
            "a" if sentence.word(at + 2) == "." => Some(0),
            "pm" => Some(12),
            "am" => Some(0),
            _ => None,
        };
        let hour = match half {
            Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
            None if token.text.contains(':') && (0..24).contains(&hour) => hour,
            _ => continue,
        };
        let (start, end) = (at, at + if half.is_some() { 2 } else { 1 });
        let date = Date::constant(1970, 1, 1);
        let (time, source) = (Some((hour, minute)), TimeSource::Resolved);
        return Some(Found { date, time, source, start, end });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    #[test]
    fn dates_weekdays_and_hours_are_resolved_by_the_time_of_printing() {
        let printed: DateTime = "2021-03-05T09:00".parse().unwrap();
        let printed = When::new(printed, Precision::Minute, TimeSource::Stated, "");
        let check = |text: &str, expect: &str| {
            let sentence = Sentence::alone(text, Span::new(0, text.len()));
            let when = as_of(&sentence, Some(&printed)).unwrap();
            let shown = format!("{} {} {}", when.start, when.precision.word(), when.source.word());
            assert_eq!(shown, expect, "{text}");
        };
        check("Two died on Tuesday.", "2021-03-02T00:00:00 day resolved");
        check("Two died on 4 February 2020.", "2020-02-04T00:00:00 day stated");
        check("As of 8 p.m., there are two dead.", "2021-03-05T20:00:00 minute resolved");
        check("Two may have died.", "2021-03-05T09:00:00 minute publication");
    }
}
