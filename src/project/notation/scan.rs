//! Owns the small pieces of the notation: words, quotes, figures and times.

use jiff::civil::{Date, DateTime};

use crate::base::words::{Precision, Qualifier, TimeSource};
use crate::base::{Offset, When, Zone};

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Quote(String),
    /// Within parentheses: the report's words only.
    Printed(String),
}

/// The tokens of a line.
pub(super) fn tokens(line: &str) -> Result<Vec<Token>, String> {
    let mut tokens = vec![];
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let closing = match first {
            '"' => Some('"'),
            '(' => Some(')'),
            _ => None,
        };
        rest = if let Some(closing) = closing {
            let (inner, after) = rest[1..]
                .split_once(closing)
                .ok_or_else(|| format!("no {closing} closes the {first}"))?;
            let inner = inner.to_owned();
            tokens.push(if first == '"' { Token::Quote(inner) } else { Token::Printed(inner) });
            after
        } else {
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            tokens.push(Token::Word(word.to_owned()));
            after
        }
        .trim_start();
    }
    Ok(tokens)
}

/// A number of people as the notation writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub low: u64,
    pub high: Option<u64>,
    pub qualifier: Qualifier,
    pub words: String,
}

pub(super) fn number(text: &str) -> Result<Number, String> {
    let parse = |digits: &str| {
        digits
            .parse::<u64>()
            .map_err(|_| format!("{text:?} is no figure such as 25, >=25 or 10..20"))
    };
    let made = |low, high, qualifier, words| Ok(Number { low, high, qualifier, words });
    if let Some(rest) = text.strip_prefix(">=") {
        let low = parse(rest)?;
        return made(low, None, Qualifier::AtLeast, format!("at least {low}"));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        let high = parse(rest)?;
        return made(0, Some(high), Qualifier::AtMost, format!("up to {high}"));
    }
    if let Some(rest) = text.strip_prefix('~') {
        let low = parse(rest)?;
        return made(low, Some(low), Qualifier::About, format!("about {low}"));
    }
    if let Some(rest) = text.strip_prefix("vague:") {
        return made(parse(rest)?, None, Qualifier::Vague, "many".to_owned());
    }
    if let Some((low, high)) = text.split_once("..") {
        let (low, high) = (parse(low)?, parse(high)?);
        return made(low, Some(high), Qualifier::Range, format!("{low} to {high}"));
    }
    let low = parse(text)?;
    made(low, Some(low), Qualifier::Exact, low.to_string())
}

/// A time as the notation writes it. `source` is that of a time without a `~`.
pub(super) fn time(text: &str, source: TimeSource) -> Result<When, String> {
    let fault = || format!("{text:?} is no time such as 2023-09-19 or 2023-09-19T20:30");
    let (text, source) = match text.strip_prefix('~') {
        Some(rest) => (rest, TimeSource::Guessed),
        None => (text, source),
    };
    let date = |text: &str| text.parse::<Date>().map_err(|_| fault());
    if let Some((from, to)) = text.split_once("..") {
        return Ok(When::days(date(from)?, date(to)?, source, ""));
    }
    let Some((day, clock)) = text.split_once(['T', ' ']) else {
        let (first, precision) = match text.split('-').count() {
            1 => (format!("{text}-01-01"), Precision::Year),
            2 => (format!("{text}-01"), Precision::Month),
            _ => (text.to_owned(), Precision::Day),
        };
        return Ok(When::new(date(&first)?.at(0, 0, 0, 0), precision, source, ""));
    };
    let (clock, zone) = match clock.find(['+', '-', 'Z']) {
        Some(at) => {
            let offset: Offset = clock[at..].parse()?;
            (&clock[..at], Zone::Stated(offset))
        }
        None => (clock, Zone::Assumed),
    };
    let precision = if clock.contains(':') { Precision::Minute } else { Precision::Hour };
    let clock = if precision == Precision::Hour { format!("{clock}:00") } else { clock.to_owned() };
    let at: DateTime = format!("{}T{clock}", date(day)?).parse().map_err(|_| fault())?;
    Ok(When::new(at, precision, source, "").in_zone(zone))
}
