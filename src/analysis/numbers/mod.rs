//! Owns how numbers are read: digits and words, ranges, bounds, vague words. Says how many, not of what.

mod amount;
#[cfg(test)]
mod tests;

pub(super) use self::amount::small_word;
use self::amount::{Amount, amount};
use super::lexicon::Meaning;
use super::sentence::Sentence;
use super::suggestion::Figure;
use super::tokens::{Kind, Token};
use crate::base::Span;
use crate::base::words::Qualifier;

/// A number with its bounds, in tokens of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// First token with the bounds.
    pub start: usize,
    /// First token of the number itself.
    pub digits: usize,
    /// After its last token.
    pub end: usize,
    pub low: u64,
    pub high: Option<u64>,
    pub qualifier: Qualifier,
    /// "a" or "an": one only before people.
    pub article: bool,
    /// "another".
    pub additional: bool,
    /// "several", "others": more than one, no more is said.
    pub loose: bool,
}

impl Number {
    /// One person or several in a word or phrase that is no number: "another", "his" wife, "others".
    pub fn of_words(start: usize, end: usize, low: u64) -> Self {
        let one = low == 1;
        Self {
            start,
            digits: start,
            end,
            low,
            high: one.then_some(1),
            qualifier: if one { Qualifier::Exact } else { Qualifier::Vague },
            article: one,
            additional: false,
            loose: !one,
        }
    }

    /// The figure as it would be recorded.
    pub fn figure(&self, sentence: &Sentence) -> Figure {
        let span = sentence.span(self.start, self.end);
        let words = span.of(sentence.text).to_owned();
        Figure { low: self.low, high: self.high, qualifier: self.qualifier, words }
    }
}

/// All numbers of a sentence that can count people, in order, not overlapping.
pub(super) fn numbers(sentence: &Sentence) -> Vec<Number> {
    let tokens = &sentence.tokens;
    let mut found: Vec<Number> = vec![];
    let mut at = 0;
    while at < tokens.len() {
        let Some(first) = amount(tokens, at).filter(|it| counts(sentence, at, it.end)) else {
            at += 1;
            continue;
        };
        let number = bounded(sentence, at, first, found.last().map_or(0, |it| it.end));
        at = number.end;
        found.push(number);
    }
    found
}

/// The number with its range and bounds; bounds lie after `floor`.
fn bounded(sentence: &Sentence, at: usize, first: Amount, floor: usize) -> Number {
    let tokens = &sentence.tokens;
    let mut number = Number {
        start: at,
        digits: at,
        end: first.end,
        low: first.value,
        high: Some(first.value),
        qualifier: Qualifier::Exact,
        article: first.article,
        additional: false,
        loose: first.loose,
    };
    let before = |back: usize| at.checked_sub(back).filter(|it| *it >= floor);
    let is_before = |back: usize, word: &str| before(back).is_some_and(|it| tokens[it].is(word));
    if first.vague {
        (number.high, number.qualifier) = (None, Qualifier::Vague);
    }
    let between = is_before(1, "between");
    if let Some(second) = range_end(sentence, first.end, between)
        && second.value > first.value
        && !first.article
        && !first.vague
        // "rose by 28 to 232"
        && !(is_before(1, "by") && sentence.word(first.end) == "to")
        && (!is_before(1, "from") || spans(sentence, at - 1, second.end))
    {
        number.end = second.end;
        (number.high, number.qualifier) = (Some(second.value), Qualifier::Range);
        if between {
            number.start = at - 1;
        }
    }
    if is_before(1, "another") {
        number.additional = true;
        number.start = at - 1;
    } else if is_before(1, "further") {
        number.additional = true;
        number.start = at - if is_before(2, "a") { 2 } else { 1 };
    }
    // "at least another 12", "up to more than 200": the bound next to the number holds.
    let inner = bound_before(sentence, number.start, floor);
    let outer = inner
        .and_then(|it| bound_before(sentence, it.0, floor))
        .filter(|it| it.1 != Qualifier::About);
    if let Some((start, qualifier)) = inner {
        number.start = outer.map_or(start, |it| it.0);
        if number.qualifier == Qualifier::Exact {
            number.qualifier = qualifier;
        }
    }
    if number.qualifier == Qualifier::Exact
        && let Some((qualifier, len)) = bound_after(sentence, number.end)
    {
        number.qualifier = qualifier;
        number.end += len;
    }
    match number.qualifier {
        Qualifier::AtLeast => number.high = None,
        Qualifier::AtMost => number.low = 0,
        _ => {}
    }
    number
}

/// The bound that follows a number, with its tokens: "25+", "25 or more", "15 or so".
fn bound_after(sentence: &Sentence, at: usize) -> Option<(Qualifier, usize)> {
    match (sentence.word(at), sentence.word(at + 1)) {
        ("+", _) => Some((Qualifier::AtLeast, 1)),
        ("or", "more") => Some((Qualifier::AtLeast, 2)),
        ("or", "so") => Some((Qualifier::About, 2)),
        _ => None,
    }
}

/// The bound that ends at `end`, by its first token.
fn bound_before(sentence: &Sentence, end: usize, floor: usize) -> Option<(usize, Qualifier)> {
    // The longest first: "no fewer than" before "fewer than".
    (1..=5).rev().find_map(|back| {
        let start = end.checked_sub(back).filter(|it| *it >= floor)?;
        sentence.marks(start).iter().find_map(|mark| match mark.meaning {
            Meaning::Bound(qualifier) if start + mark.len == end => Some((start, qualifier)),
            _ => None,
        })
    })
}

/// Whether "from" at a token begins a range: "ranged from 30 to 45", "from 8 to 25 people were hurt", but not "rose from
/// 20 to 68"; `end` is after the second number.
fn spans(sentence: &Sentence, from: usize, end: usize) -> bool {
    const RANGES: &[&str] = &[
        "ranged", "ranges", "range", "ranging", "anywhere", "varied", "varies", "vary", "varying",
    ];
    const CHANGES: &[&str] = &[
        "rose",
        "rise",
        "risen",
        "rises",
        "rising",
        "raised",
        "raising",
        "increased",
        "increases",
        "increase",
        "climbed",
        "climbs",
        "jumped",
        "grew",
        "grown",
        "up",
        "down",
        "fell",
        "dropped",
        "revised",
        "changed",
        "updated",
        "went",
        "toll",
        "number",
        "count",
        "figure",
    ];
    if RANGES.contains(&sentence.before(from)) {
        return true;
    }
    let counted = sentence.is_people(end) || sentence.is_harm(end);
    counted && !sentence.any(from.saturating_sub(8), from, CHANGES)
}

/// The second amount of a range that begins before `at`: "to 20", "-20", "and more than 20" after "between".
fn range_end(sentence: &Sentence, at: usize, between: bool) -> Option<Amount> {
    let word = |at: usize| sentence.word(at);
    let skip = match (word(at), word(at + 1), word(at + 2)) {
        ("-", "to", "-") => 3,
        ("to" | "-" | "–" | "or", _, _) => 1,
        ("and", _, _) if between => 1,
        _ => return None,
    };
    let bound = sentence
        .marks(at + skip)
        .iter()
        .find_map(|mark| matches!(mark.meaning, Meaning::Bound(_)).then_some(mark.len));
    let bounded = matches!(word(at), "to" | "and");
    let skip = skip + bound.filter(|_| bounded).unwrap_or(0);
    let second = amount(&sentence.tokens, at + skip)?;
    (!second.article && !second.vague).then_some(second)
}

/// Whether the number at `at` can count people: not a date, a time, money, a percentage, an age, an ordinal.
fn counts(sentence: &Sentence, at: usize, end: usize) -> bool {
    let tokens = &sentence.tokens;
    let word = |at: Option<usize>| at.and_then(|it| tokens.get(it)).map_or("", |it| &it.lower);
    let (before, before_that) = (word(at.checked_sub(1)), word(at.checked_sub(2)));
    let touches = |at: usize| {
        at > 0 && at < tokens.len() && tokens[at - 1].span.end() == tokens[at].span.start()
    };
    if matches!(before, "$" | "€" | "£" | "#" | "aged" | "age" | "chapter" | "article" | "section")
        || (before == "." && matches!(before_that, "no" | "art"))
    {
        return false;
    }
    // "a father of three"
    let parent = matches!(
        before_that,
        "father" | "mother" | "parent" | "parents" | "grandmother" | "grandfather"
    );
    if before == "of" && parent {
        return false;
    }
    if is_month(before) || (before == "." && is_month(before_that)) {
        // "September 19": a date, unless people follow as in "in September 19 people died".
        // "on 23 September 28 bodies were found"
        let dated = before_that.parse::<u8>().is_ok();
        return sentence.is_people(end) || dated && sentence.is_harm(end);
    }
    // "F-16", "M23", but not "–" between clauses.
    if before == "-" && touches(at) && at >= 2 && touches(at - 1) {
        return false;
    }
    let after = word(Some(end));
    if matches!(after, "%" | "°" | "/" | "p" | "a") || is_month(after) {
        return false;
    }
    if after == "-" && touches(end) {
        let next = word(Some(end + 1));
        if next != "to" && !tokens.get(end + 1).is_some_and(|it| it.kind == Kind::Number) {
            return false;
        }
    }
    // "19th", "90s", "40mm"
    if tokens[end - 1].kind == Kind::Number
        && touches(end)
        && tokens.get(end).is_some_and(|it| it.kind == Kind::Word)
    {
        return false;
    }
    // "cattle traders" are people.
    let people = sentence.is_people(end) || sentence.is_people(end + 1);
    if sentence.has(end, Meaning::Unit) && !people {
        return false;
    }
    if is_age(sentence, at, end) {
        return false;
    }
    let year = tokens[at].kind == Kind::Number
        && tokens[at].text.len() == 4
        && (tokens[at].text.starts_with("19") || tokens[at].text.starts_with("20"));
    !year || sentence.is_people(end) || sentence.is_harm(end)
}

/// "Kari Berg, 65, was killed", "Kari Berg (65)": a number by itself after who it tells of.
fn is_age(sentence: &Sentence, at: usize, end: usize) -> bool {
    let Some(who) = at.checked_sub(2) else { return false };
    let word = sentence.tokens.get(who).is_some_and(|it| it.kind == Kind::Word);
    let alone = match (sentence.before(at), sentence.word(end)) {
        (",", ",") => word && !sentence.is_harm(who) && !sentence.is_function(who),
        ("(", ")") => word && sentence.tokens.get(who).is_some_and(Token::is_capitalised),
        _ => false,
    };
    let is_figure = |at: usize| {
        sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
            || small_word(sentence.word(at)).is_some()
    };
    // "brothers aged 5, 7 and 12", "aged between two and nine"
    let listed = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|it| {
            let between = matches!(
                sentence.word(*it),
                "," | "and" | "to" | "between" | "from" | "as" | "young"
            );
            is_figure(*it) || between || matches!(sentence.word(*it), "aged" | "ages")
        })
        .any(|it| matches!(sentence.word(it), "aged" | "ages"));
    let digits = sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Number);
    alone && digits || listed && !sentence.is_people(end) && is_figure(at)
}

pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" => 6,
        "july" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The first number of a passage, for a form to start with.
pub(super) fn first_figure(text: &str, span: Span) -> Option<Figure> {
    let sentence = Sentence::alone(text, span);
    let all = numbers(&sentence);
    all.iter().find(|it| !it.article).map(|it| it.figure(&sentence))
}
