//! Owns how numbers are read: digits and words, ranges, bounds, vague words. Says how many, not of what.

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
}

impl Number {
    /// The figure as it would be recorded.
    pub fn figure(&self, sentence: &Sentence) -> Figure {
        let span = sentence.span(self.start, self.end);
        let words = span.of(sentence.text).to_owned();
        Figure { low: self.low, high: self.high, qualifier: self.qualifier, words }
    }
}

/// A plain amount without bounds.
#[derive(Debug, Clone, Copy)]
struct Amount {
    value: u64,
    end: usize,
    vague: bool,
    article: bool,
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
    };
    let before = |back: usize| at.checked_sub(back).filter(|it| *it >= floor);
    let is_before = |back: usize, word: &str| before(back).is_some_and(|it| tokens[it].is(word));
    if first.vague {
        (number.high, number.qualifier) = (None, Qualifier::Vague);
    }
    if let Some(second) = range_end(tokens, first.end, is_before(1, "between"))
        && second.value > first.value
        && !first.article
        && !first.vague
        && !is_before(1, "from")
    {
        number.end = second.end;
        (number.high, number.qualifier) = (Some(second.value), Qualifier::Range);
        if is_before(1, "between") {
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
    // "at least another 12"
    let bound_end = number.start;
    // The longest first: "no fewer than" before "fewer than".
    for back in (1..=5).rev() {
        let Some(start) = bound_end.checked_sub(back).filter(|it| *it >= floor) else { continue };
        let bound = sentence.marks(start).iter().find_map(|mark| match mark.meaning {
            Meaning::Bound(qualifier) if start + mark.len == bound_end => Some(qualifier),
            _ => None,
        });
        if let Some(qualifier) = bound {
            number.start = start;
            if number.qualifier == Qualifier::Exact {
                number.qualifier = qualifier;
            }
            break;
        }
    }
    let after = |word: &str| tokens.get(number.end).is_some_and(|it| it.is(word));
    if number.qualifier == Qualifier::Exact
        && (after("+")
            || (after("or") && tokens.get(number.end + 1).is_some_and(|it| it.is("more"))))
    {
        number.qualifier = Qualifier::AtLeast;
        number.end += if after("+") { 1 } else { 2 };
    }
    match number.qualifier {
        Qualifier::AtLeast => number.high = None,
        Qualifier::AtMost => number.low = 0,
        _ => {}
    }
    number
}

/// The second amount of a range that begins before `at`: "to 20", "-20", "and 20" after "between".
fn range_end(tokens: &[Token], at: usize, between: bool) -> Option<Amount> {
    let word = |at: usize| tokens.get(at).map_or("", |it| &it.lower);
    let skip = match (word(at), word(at + 1), word(at + 2)) {
        ("-", "to", "-") => 3,
        ("to" | "-" | "–" | "or", _, _) => 1,
        ("and", _, _) if between => 1,
        _ => return None,
    };
    let second = amount(tokens, at + skip)?;
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
    if is_month(before) || (before == "." && is_month(before_that)) {
        // "September 19": a date, unless people follow as in "in September 19 people died".
        return sentence.is_people(end);
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
    if sentence.has(end, Meaning::Unit) && !sentence.is_people(end) {
        return false;
    }
    let year = tokens[at].kind == Kind::Number
        && tokens[at].text.len() == 4
        && (tokens[at].text.starts_with("19") || tokens[at].text.starts_with("20"));
    !year || sentence.is_people(end) || sentence.is_harm(end)
}

/// The plain amount that starts at `at`.
fn amount(tokens: &[Token], at: usize) -> Option<Amount> {
    let token = tokens.get(at)?;
    let (mut value, mut end, decimal) = match token.kind {
        Kind::Number => {
            let (value, decimal) = digits(token.text)?;
            let (value, end) = grouped(tokens, at, value);
            (value, end, decimal)
        }
        Kind::Word => return words(tokens, at),
        _ => return None,
    };
    let scale = tokens.get(end).and_then(|it| scale(&it.lower));
    if let Some(scale) = scale {
        value = value.saturating_mul(scale);
        if let Some((numerator, denominator)) = decimal {
            value = value.saturating_add(scale.saturating_mul(numerator) / denominator);
        }
        end += 1;
    } else if decimal.is_some() {
        return None;
    }
    Some(Amount { value, end, vague: false, article: false })
}

/// "10 000": groups of three parted by a space.
fn grouped(tokens: &[Token], at: usize, value: u64) -> (u64, usize) {
    let plain =
        |it: &Token| it.kind == Kind::Number && it.text.bytes().all(|it| it.is_ascii_digit());
    if !plain(&tokens[at]) || tokens[at].text.len() > 3 {
        return (value, at + 1);
    }
    let (mut value, mut end) = (value, at + 1);
    while let Some(next) = tokens.get(end) {
        let gap = next.span.start() - tokens[end - 1].span.end();
        if !plain(next) || next.text.len() != 3 || gap == 0 || gap > 3 {
            break;
        }
        value = value.saturating_mul(1000).saturating_add(next.text.parse().unwrap_or(0));
        end += 1;
    }
    (value, end)
}

/// A numerator and its denominator.
type Fraction = (u64, u64);

/// The value of a token of digits, and what stands after a decimal point.
fn digits(text: &str) -> Option<(u64, Option<Fraction>)> {
    if text.contains([':', '/']) {
        return None;
    }
    let parts: Vec<&str> = text.split([',', '.', '\u{202f}', '\u{2009}', '\u{a0}']).collect();
    let groups =
        parts.len() > 1 && parts[0].len() <= 3 && parts[1..].iter().all(|it| it.len() == 3);
    if parts.len() == 1 || groups {
        return Some((parts.concat().parse().ok()?, None));
    }
    let [whole, fraction] = parts[..] else { return None };
    let fraction = (fraction.len() <= 6).then_some(fraction)?;
    let denominator = 10u64.pow(u32::try_from(fraction.len()).ok()?);
    Some((whole.parse().ok()?, Some((fraction.parse().ok()?, denominator))))
}

fn scale(word: &str) -> Option<u64> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        "dozen" => 12,
        _ => return None,
    })
}

fn small(word: &str) -> Option<u64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let place = WORDS.iter().position(|it| *it == word)?;
    u64::try_from(place).ok().filter(|it| *it > 0)
}

fn tens(word: &str) -> Option<u64> {
    const WORDS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = WORDS.iter().position(|it| *it == word)?;
    u64::try_from(place + 2).ok().map(|it| it * 10)
}

/// A number in words: "twenty-five", "two thousand", "a hundred and ten", "dozens".
fn words(tokens: &[Token], at: usize) -> Option<Amount> {
    let word = |at: usize| tokens.get(at).map_or("", |it| &it.lower);
    let exact = |value, end| Some(Amount { value, end, vague: false, article: false });
    let vague = |value, end| Some(Amount { value, end, vague: true, article: false });
    match word(at) {
        "tens" if word(at + 1) == "of" => {
            return match word(at + 2) {
                "thousands" => vague(20_000, at + 3),
                "millions" => vague(20_000_000, at + 3),
                _ => vague(20, at + 1),
            };
        }
        "dozens" => return vague(24, at + 1),
        "scores" => return vague(40, at + 1),
        "hundreds" if word(at + 1) == "of" && word(at + 2) == "thousands" => {
            return vague(200_000, at + 3);
        }
        "hundreds" => return vague(200, at + 1),
        "thousands" => return vague(2_000, at + 1),
        "millions" => return vague(2_000_000, at + 1),
        "half" if word(at + 1) == "a" && word(at + 2) == "dozen" => return exact(6, at + 3),
        // "a further 28": the number comes after.
        "a" if word(at + 1) == "further" => return None,
        "a" | "an" => {
            return match scale(word(at + 1)) {
                // "a hundred and ten"
                Some(value) => match rest_after_and(tokens, at + 2) {
                    Some((rest, end)) if value > rest => exact(value + rest, end),
                    _ => exact(value, at + 2),
                },
                None => Some(Amount { value: 1, end: at + 1, vague: false, article: true }),
            };
        }
        _ => {}
    }
    let (mut group, mut end) = below_hundred(tokens, at)?;
    let mut total = 0u64;
    // Each round takes at least one word of scale, so it ends with the words.
    while let Some(step) = scale(word(end)) {
        end += 1;
        if step == 100 {
            group = group.saturating_mul(100);
        } else {
            total = total.saturating_add(group.saturating_mul(step));
            group = 0;
        }
        let skip = usize::from(word(end) == "and");
        match below_hundred(tokens, end + skip) {
            // "three hundred and four others" is a sum only after a hundred or a thousand, as spoken.
            Some((rest, after)) if rest < step && group % 100 == 0 => {
                group += rest;
                end = after;
            }
            _ => {}
        }
    }
    exact(total.saturating_add(group), end)
}

fn rest_after_and(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let skip = usize::from(tokens.get(at)?.is("and"));
    below_hundred(tokens, at + skip)
}

fn below_hundred(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |it| &it.lower);
    if let Some(value) = small(word(at)) {
        return Some((value, at + 1));
    }
    let value = tens(word(at))?;
    let next = if word(at + 1) == "-" { at + 2 } else { at + 1 };
    match small(word(next)).filter(|it| *it < 10) {
        Some(unit) => Some((value + unit, next + 1)),
        None => Some((value, at + 1)),
    }
}

/// The value of a single small number word.
pub(super) fn small_word(word: &str) -> Option<u64> {
    small(word).or_else(|| tens(word))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let sentence = Sentence::alone(text, Span::new(0, text.len()));
        let show = |it: &Number| {
            let figure = it.figure(&sentence);
            let high = it.high.map_or("…".to_owned(), |it| it.to_string());
            format!("{}–{high} {} “{}”", it.low, it.qualifier.word(), figure.words)
        };
        let all: Vec<_> = numbers(&sentence).iter().filter(|it| !it.article).map(show).collect();
        assert_eq!(all.join("; "), expect, "{text}");
    }

    #[test]
    fn digits_and_words_are_read() {
        check("2,906 people", "2906–2906 exact “2,906”");
        check("10 000 people", "10000–10000 exact “10 000”");
        check("Twenty-five people", "25–25 exact “Twenty-five”");
        check("a hundred and ten people", "110–110 exact “a hundred and ten”");
        check("two thousand people", "2000–2000 exact “two thousand”");
        check("2.3 thousand people", "2300–2300 exact “2.3 thousand”");
        check("three hundred and twelve men", "312–312 exact “three hundred and twelve”");
    }

    #[test]
    fn bounds_ranges_and_vague_words_are_read() {
        check("at least 25 dead", "25–… at_least “at least 25”");
        check("no fewer than ten", "10–… at_least “no fewer than ten”");
        check("up to 30 people", "0–30 at_most “up to 30”");
        check("between 10 and 20 people", "10–20 range “between 10 and 20”");
        check("the 100-to-300 range", "100–300 range “100-to-300”");
        check("nearly 4,000 people", "4000–4000 about “nearly 4,000”");
        check("tens of thousands of people", "20000–… vague “tens of thousands”");
        check("scores of people", "40–… vague “scores”");
    }

    #[test]
    fn what_does_not_count_people_is_left_out() {
        for text in [
            "on September 19",
            "in 2020",
            "at 8 p.m.",
            "12%",
            "$500",
            "30 years later",
            "a 25-year-old",
            "295 km west",
            "the 19th century",
            "60 positions",
            "at 14:30",
        ] {
            check(text, "");
        }
    }
}
