//! Owns how the number of a claim is typed: "at least", "at most" and "reads as" in text, and what they mean together.

use crate::base::words::Qualifier;
use crate::views;

/// The number of a claim as it stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureDraft {
    /// The field "At least".
    pub low: String,
    /// The field "At most". Empty: the same as low where the figure is one number, open where it has no top.
    pub high: String,
    pub qualifier: Qualifier,
    /// The figure as printed.
    pub words: String,
}

impl FigureDraft {
    /// No number yet.
    pub fn empty() -> Self {
        Self {
            low: String::new(),
            high: String::new(),
            qualifier: Qualifier::Exact,
            words: String::new(),
        }
    }

    /// The fields for a record's numbers.
    pub fn of(low: u64, high: Option<u64>, qualifier: Qualifier, words: &str) -> Self {
        let high = match (high, qualifier) {
            (Some(high), Qualifier::Exact | Qualifier::About) if high == low => String::new(),
            (Some(high), _) => views::count(high),
            (None, Qualifier::AtLeast | Qualifier::Vague) => String::new(),
            (None, _) => OPEN.to_owned(),
        };
        let low = match (low, qualifier) {
            (0, Qualifier::AtMost) => String::new(),
            (low, _) => views::count(low),
        };
        Self { low, high, qualifier, words: words.to_owned() }
    }

    /// The numbers meant; else what is wrong, in words.
    pub fn read(&self) -> Result<(u64, Option<u64>), String> {
        let (low, high) = (end(&self.low)?, end(&self.high)?);
        let (low, high) = match (self.qualifier, low, high) {
            (_, End::Open, _) => return Err("at least needs a number".to_owned()),
            (Qualifier::AtMost, End::Empty, End::Number(high)) => (0, Some(high)),
            (Qualifier::AtMost, _, End::Empty) => {
                return Err("at most needs a number".to_owned());
            }
            (Qualifier::Range, End::Number(_), End::Empty) => {
                return Err("a range needs a number at most".to_owned());
            }
            (_, End::Empty, _) => return Err("the claim needs a number".to_owned()),
            (_, End::Number(low), End::Number(high)) => (low, Some(high)),
            (_, End::Number(low), End::Open) => (low, None),
            (Qualifier::Exact | Qualifier::About, End::Number(low), End::Empty) => (low, Some(low)),
            (_, End::Number(low), End::Empty) => (low, None),
        };
        match high {
            Some(high) if high < low => Err("at most is below at least".to_owned()),
            _ => Ok((low, high)),
        }
    }

    /// Whether no number was typed yet.
    pub fn is_empty(&self) -> bool {
        self.low.trim().is_empty() && self.high.trim().is_empty()
    }

    /// What an empty "At most" stands for, shown weakly in it.
    pub fn high_hint(&self) -> &'static str {
        match self.qualifier {
            Qualifier::Exact | Qualifier::About => "the same",
            Qualifier::AtLeast | Qualifier::Vague => OPEN,
            Qualifier::AtMost | Qualifier::Range => "number",
        }
    }

    /// What an empty "At least" stands for, shown weakly in it.
    pub fn low_hint(&self) -> &'static str {
        if self.qualifier == Qualifier::AtMost { "0" } else { "number" }
    }

    /// Takes another reading and moves the number to the field where it then belongs.
    pub fn set_qualifier(&mut self, to: Qualifier) {
        let from = std::mem::replace(&mut self.qualifier, to);
        let is_empty = |text: &str| text.trim().is_empty();
        match (from, to) {
            (Qualifier::AtMost, Qualifier::AtMost | Qualifier::Range) => {}
            (Qualifier::AtMost, _) if is_empty(&self.low) => {
                self.low = std::mem::take(&mut self.high);
            }
            (_, Qualifier::AtMost) if matches!(end(&self.high), Ok(End::Empty | End::Open)) => {
                self.high = std::mem::take(&mut self.low);
            }
            (Qualifier::Range, Qualifier::Exact | Qualifier::About | Qualifier::AtLeast) => {
                self.high.clear();
            }
            _ => {}
        }
    }

    /// Reads what one field holds but says of both, such as "10-20", "at least 25" or "25+", and takes a second number
    /// beside an exact one for a range. To be called when a field is left.
    pub fn tidy(&mut self) {
        if let Some((low, high, qualifier)) = whole(&self.low) {
            let (words, high) = (std::mem::take(&mut self.words), Some(high));
            let high = if qualifier == Qualifier::AtLeast { None } else { high };
            *self = Self::of(low, high, qualifier, &words);
        }
        if let (Ok(End::Number(low)), Ok(End::Number(high))) = (end(&self.low), end(&self.high))
            && matches!(self.qualifier, Qualifier::Exact | Qualifier::AtLeast)
            && low != high
        {
            self.qualifier = Qualifier::Range;
        }
    }
}

const OPEN: &str = "open";

/// One end of a figure as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Empty,
    Open,
    Number(u64),
}

fn end(text: &str) -> Result<End, String> {
    let text = text.trim();
    if text.is_empty() {
        Ok(End::Empty)
    } else if text.eq_ignore_ascii_case(OPEN) {
        Ok(End::Open)
    } else {
        number(text).map(End::Number).ok_or_else(|| format!("“{text}” is not a whole number"))
    }
}

/// A whole number; its thousands may stand apart by a comma, a full stop, an apostrophe or a space.
fn number(text: &str) -> Option<u64> {
    let is_sign = |it: char| matches!(it, ',' | '.' | '\'' | '’') || it.is_whitespace();
    let groups: Vec<&str> = text.trim().split(is_sign).collect();
    let digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !groups.iter().all(digits) {
        return None;
    }
    if let [first, rest @ ..] = groups.as_slice()
        && !rest.is_empty()
        && (3 < first.len() || rest.iter().any(|it| it.len() != 3))
    {
        return None;
    }
    groups.concat().parse().ok()
}

/// Both ends and the reading of a text that says more than one number does.
fn whole(text: &str) -> Option<(u64, u64, Qualifier)> {
    let text = text.trim().to_lowercase();
    let after = |words: &[&str]| words.iter().find_map(|it| text.strip_prefix(it)).and_then(number);
    if let Some(low) = after(&[">=", "≥", "at least ", "more than ", "over "]) {
        return Some((low, low, Qualifier::AtLeast));
    }
    if let Some(low) = text.strip_suffix('+').and_then(number) {
        return Some((low, low, Qualifier::AtLeast));
    }
    if let Some(high) = after(&["<=", "≤", "at most ", "up to "]) {
        return Some((0, high, Qualifier::AtMost));
    }
    if let Some(low) = after(&["~", "about ", "some ", "around "]) {
        return Some((low, low, Qualifier::About));
    }
    let signs = ["..", "–", "-", " to ", " and "];
    let (low, high) = signs.iter().find_map(|sign| {
        let (low, high) = text.strip_prefix("between ").unwrap_or(&text).split_once(sign)?;
        number(low).zip(number(high))
    })?;
    Some((low.min(high), low.max(high), Qualifier::Range))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft(text: &str) -> FigureDraft {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let qualifier = parts[2].parse().unwrap();
        FigureDraft {
            low: parts[0].to_owned(),
            high: parts[1].to_owned(),
            qualifier,
            words: String::new(),
        }
    }

    fn shown(it: &FigureDraft) -> String {
        let read = match it.read() {
            Ok((low, Some(high))) => format!("{low} to {high}"),
            Ok((low, None)) => format!("{low} open"),
            Err(problem) => problem,
        };
        format!("{} | {} | {} = {read}", it.low, it.high, it.qualifier.word())
    }

    #[test]
    fn fields_are_read_together() {
        let check = |text, expect: &str| {
            let read = match draft(text).read() {
                Ok((low, Some(high))) => format!("{low} to {high}"),
                Ok((low, None)) => format!("{low} open"),
                Err(problem) => problem,
            };
            assert_eq!(read, expect, "{text}");
        };
        check("25 | | at_least", "25 open");
        check("25 | open | exact", "25 open");
        check("25 | | exact", "25 to 25");
        check("0 | | exact", "0 to 0");
        check("3,154 | | about", "3154 to 3154");
        check("10 000 | 12 000 | range", "10000 to 12000");
        check("3\u{202f}154\u{a0}000 | | exact", "3154000 to 3154000");
        check(" | 30 | at_most", "0 to 30");
        check("5 | 30 | at_most", "5 to 30");
        check("25 | 20 | range", "at most is below at least");
        check("25 | | range", "a range needs a number at most");
        check(" | | exact", "the claim needs a number");
        check("25 | | at_most", "at most needs a number");
        check("open | | exact", "at least needs a number");
        check("some | | exact", "“some” is not a whole number");
        check("3,15 | | exact", "“3,15” is not a whole number");
        check("-5 | | exact", "“-5” is not a whole number");
        check("99999999999999999999 | | exact", "“99999999999999999999” is not a whole number");
    }

    #[test]
    fn a_field_may_say_all_at_once() {
        let check = |text, expect: &str| {
            let mut it = draft(text);
            it.tidy();
            assert_eq!(shown(&it), expect);
        };
        check("10-20 | | exact", "10 | 20 | range = 10 to 20");
        check("between 1,000 and 2,000 | | exact", "1,000 | 2,000 | range = 1000 to 2000");
        check("25+ | | exact", "25 |  | at_least = 25 open");
        check("at least 25 | | exact", "25 |  | at_least = 25 open");
        check("~60 | | exact", "60 |  | about = 60 to 60");
        check("up to 30 | | exact", " | 30 | at_most = 0 to 30");
        check("10 | 20 | exact", "10 | 20 | range = 10 to 20");
        check("10 | 10 | exact", "10 | 10 | exact = 10 to 10");
        check("ten | | exact", "ten |  | exact = “ten” is not a whole number");
    }

    #[test]
    fn another_reading_moves_the_number() {
        let check = |text, to: &str, expect: &str| {
            let mut it = draft(text);
            it.set_qualifier(to.parse().unwrap());
            assert_eq!(shown(&it), expect);
        };
        check("25 | | exact", "at_least", "25 |  | at_least = 25 open");
        check("25 | | exact", "at_most", " | 25 | at_most = 0 to 25");
        check(" | 30 | at_most", "exact", "30 |  | exact = 30 to 30");
        check("10 | 20 | range", "at_least", "10 |  | at_least = 10 open");
        check("10 | 20 | range", "at_most", "10 | 20 | at_most = 10 to 20");
    }

    proptest! {
        #[test]
        fn numbers_come_back_as_they_were(
            low in 0u64..2_000_000,
            more in proptest::option::of(0u64..2_000_000),
            qualifier in proptest::sample::select(Qualifier::ALL),
        ) {
            let high = more.map(|more| low + more);
            let read = FigureDraft::of(low, high, qualifier, "").read();
            prop_assert_eq!(read, Ok((low, high)));
        }

        #[test]
        fn no_text_is_a_panic(low in ".{0,12}", high in ".{0,12}") {
            let qualifier = Qualifier::Exact;
            let mut it = FigureDraft { low, high, qualifier, words: String::new() };
            it.tidy();
            let _ = it.read();
        }
    }
}
