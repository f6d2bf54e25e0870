//! Owns the value of a plain number: digits in groups and with decimals, words, vague words.

use crate::analysis::tokens::{Kind, Token};

/// A plain amount without bounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub value: u64,
    pub end: usize,
    pub vague: bool,
    pub article: bool,
    /// "several", "a number of": more than one, no more is said.
    pub loose: bool,
}

impl Amount {
    fn exact(value: u64, end: usize) -> Self {
        Self { value, end, vague: false, article: false, loose: false }
    }

    fn vague(value: u64, end: usize) -> Self {
        Self { vague: true, ..Self::exact(value, end) }
    }

    /// A plural is at least two.
    pub fn some(end: usize) -> Self {
        Self { loose: true, ..Self::vague(2, end) }
    }
}

/// The plain amount that starts at `at`.
pub(super) fn amount(tokens: &[Token], at: usize) -> Option<Amount> {
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
    Some(Amount::exact(value, end))
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
    if text.bytes().all(|it| it.is_ascii_digit()) {
        return Some((text.parse().ok()?, None));
    }
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
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<u64> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// A number in words: "twenty-five", "two thousand", "a hundred and ten", "dozens".
fn words(tokens: &[Token], at: usize) -> Option<Amount> {
    let word = |at: usize| tokens.get(at).map_or("", |it| &it.lower);
    let exact = |value, end| Some(Amount::exact(value, end));
    let vague = |value, end| Some(Amount::vague(value, end));
    if let Some(end) = loose(tokens, at) {
        // "several hundred", "a few dozen"
        return Some(match scale(word(end)) {
            Some(scale) => Amount::vague(scale.saturating_mul(2), end + 1),
            None => Amount::some(end),
        });
    }
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
        "half" if word(at + 1) == "a" => {
            return exact(scale(word(at + 2)).filter(|it| it % 2 == 0)? / 2, at + 3);
        }
        "a" if word(at + 1) == "couple" && word(at + 2) == "of" => return exact(2, at + 3),
        // "a further 28", "a total of 28": the number comes after.
        "a" if matches!(word(at + 1), "further" | "total" | "minimum" | "maximum") => return None,
        "a" | "an" => {
            return match scale(word(at + 1)) {
                // "a hundred and ten"
                Some(value) => match rest_after_and(tokens, at + 2) {
                    Some((rest, end)) if value > rest => exact(value + rest, end),
                    _ => exact(value, at + 2),
                },
                None => Some(Amount { article: true, ..Amount::exact(1, at + 1) }),
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

/// After "several", "a number of", "an unknown number of": words for a plural that say no more.
fn loose(tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |it| &it.lower);
    match word(at) {
        "several" | "multiple" | "numerous" | "countless" => return Some(at + 1),
        "many" => {
            let before = at.checked_sub(1).map_or("", word);
            let asks = matches!(before, "how" | "so" | "too" | "as" | "not" | "this" | "that");
            return (!asks).then_some(at + 1);
        }
        "a" | "an" | "large" | "unknown" | "unspecified" | "untold" => {}
        _ => return None,
    }
    let first = if matches!(word(at), "a" | "an") { at + 1 } else { at };
    let noun = (first..first + 3)
        .find(|at| matches!(word(*at), "number" | "numbers" | "handful" | "few" | "group"))?;
    let described = (first..noun).all(|at| {
        // "a “number of martyrs”"
        tokens.get(at).is_some_and(|it| it.kind == Kind::Word || it.is_quote())
            && !matches!(word(at), "total" | "the" | "of" | "and" | "record" | "final")
    });
    match word(noun) {
        "few" if described => Some(noun + 1),
        // "a group of five" has a number of its own.
        "group" if described && word(noun + 1) == "of" => {
            let plain = tokens.get(noun + 2).is_some_and(|it| it.kind == Kind::Word);
            (plain && below_hundred(tokens, noun + 2).is_none()).then_some(noun + 2)
        }
        "number" | "numbers" | "handful" if described => match word(noun + 1) {
            "of" => Some(noun + 2),
            // "“a number” of people"
            "”" | "\"" if word(noun + 2) == "of" => Some(noun + 3),
            "were" | "are" | "have" | "had" => Some(noun + 1),
            _ => None,
        },
        _ => None,
    }
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
pub(in crate::analysis) fn small_word(word: &str) -> Option<u64> {
    small(word).or_else(|| tens(word))
}
