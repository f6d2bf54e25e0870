//! Owns how hours and parts of the day are read: "8 p.m.", "at 14:30", "about noon", "that evening".

use crate::analysis::mentions::is_day;
use crate::analysis::numbers::is_month;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;

/// An hour or part of a day and the words for it, in tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub from: (i8, i8),
    /// How many hours it lasts; none for a minute.
    pub hours: Option<i8>,
    pub start: usize,
    pub end: usize,
    /// "that evening", "the same evening": of the day named before.
    pub same: bool,
    /// "last night": of the day before printing.
    pub before: bool,
    /// "Tuesday evening": of the day right before it and no other.
    pub bound: bool,
}

/// All hours and parts of the day of a sentence, in order.
pub(super) fn clocks(sentence: &Sentence) -> Vec<Clock> {
    (0..sentence.tokens.len())
        .filter_map(|at| hour(sentence, at).or_else(|| part(sentence, at)))
        .collect()
}

/// "8 p.m.", "14:30", "7.30pm".
fn hour(sentence: &Sentence, at: usize) -> Option<Clock> {
    let token = sentence.tokens.get(at).filter(|it| it.kind == Kind::Number)?;
    let (hour, minute) = match token.text.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None => (token.text, "0"),
    };
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let half = match sentence.word(at + 1) {
        "p" if sentence.word(at + 2) == "." => Some(12),
        "a" if sentence.word(at + 2) == "." => Some(0),
        "pm" | "p.m" => Some(12),
        "am" | "a.m" => Some(0),
        _ => None,
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if token.text.contains(':') && (0..24).contains(&hour) => hour,
        _ => return None,
    };
    let end = at + if half.is_some() { 2 } else { 1 };
    let from = (hour, minute);
    (0..60).contains(&minute).then_some(Clock {
        from,
        hours: None,
        start: at,
        end,
        same: false,
        before: false,
        bound: false,
    })
}

/// "noon", "that evening", "on Tuesday evening", "in the early hours".
fn part(sentence: &Sentence, at: usize) -> Option<Clock> {
    let (from, hours) = match sentence.word(at) {
        "noon" | "midday" => (12, 1),
        "midnight" => (0, 1),
        "dawn" | "daybreak" => (5, 2),
        "morning" => (6, 6),
        "afternoon" => (12, 6),
        "evening" | "nightfall" | "dusk" => (18, 6),
        "night" => (18, 6),
        "hours" if sentence.before(at) == "early" => (0, 6),
        _ => return None,
    };
    let back = sentence.before(at);
    let two_back = sentence.word(at.wrapping_sub(2));
    let same = matches!(back, "that" | "same");
    let bare = matches!(sentence.word(at), "noon" | "midday" | "midnight" | "nightfall" | "dusk");
    let stands = same
        || bare
        || back == "at" && sentence.word(at) != "night"
        || matches!(back, "this" | "early" | "late" | "yesterday" | "last" | "by")
        || is_day(back)
        || is_month(two_back)
        || back == "the" && matches!(two_back, "in" | "on" | "during" | "by" | "of");
    // "by night", "night after night" name no time; "the night shift" no hour.
    let goes_on =
        matches!(sentence.word(at + 1), "shift" | "vision" | "club" | "prayers" | "after");
    let before = back == "last" && sentence.word(at) == "night";
    let start = at - usize::from(at > 0 && !bare && !is_day(back));
    (stands && !goes_on && (before || back != "last")).then_some(Clock {
        from: (from, 0),
        hours: Some(hours),
        start,
        end: at + 1,
        same,
        before,
        bound: is_day(back),
    })
}
