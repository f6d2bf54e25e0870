//! Owns the lines at the top and the end of a text: which is the headline, which the name of the outlet.

use super::dates::{dates, is_weekday};
use super::names;
use crate::base::Span;
use crate::corpus::Known;

/// Lines looked at from the top and from the end.
const HEAD: usize = 15;
const TAIL: usize = 8;

/// Bytes of a line that are looked at.
const LINE_BYTES: usize = 1200;

/// Letters of a headline made of the first words of a text.
const FIRST_WORDS: usize = 120;

/// One line of a text that is not left over from the page.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub text: &'a str,
    /// The line before stands directly above, without a blank line between.
    pub adjoins: bool,
}

/// The lines of a text that may say something of it.
pub struct Lines<'a> {
    pub head: Vec<Line<'a>>,
    /// Those at the end that are not in the head, the last one first; page leftovers too, which hold copyright lines.
    pub tail: Vec<&'a str>,
    pub text: &'a str,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str, paragraphs: &[Span], furniture: &[Span]) -> Self {
        let is_furniture = |span: &Span| furniture.binary_search(span).is_ok();
        let mut head = Vec::new();
        let mut seen = 0;
        for (at, span) in paragraphs.iter().enumerate() {
            if HEAD <= head.len() {
                break;
            }
            seen = at + 1;
            if is_furniture(span) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|it| paragraphs.get(it));
            let gap = before.and_then(|it| text.get(it.end()..span.start())).unwrap_or("\n\n");
            let adjoins = gap.bytes().filter(|it| *it == b'\n').count() < 2;
            head.push(Line { text: clipped(span.of(text)), adjoins });
        }
        let rest = paragraphs.get(seen..).unwrap_or_default();
        let mut tail: Vec<&str> =
            rest.iter().rev().take(TAIL).map(|it| clipped(it.of(text))).collect();
        if tail.len() < TAIL {
            // Of a short text the last lines of the head are also its end.
            let missing = TAIL - tail.len();
            let body = head.iter().skip(1).rev().take(missing);
            tail.extend(body.map(|it| it.text).filter(|it| it.len() < 150));
        }
        Self { head, tail, text }
    }
}

fn clipped(line: &str) -> &str {
    &line[..line.floor_char_boundary(LINE_BYTES)]
}

/// What the header says.
#[derive(Debug, Default)]
pub struct Header {
    pub title: Option<Known<String>>,
    pub outlet: Option<Known<String>>,
    /// Where the headline stands in the head.
    pub title_at: Option<usize>,
}

/// Finds the headline and the name of the outlet above or below it.
pub fn read(lines: &Lines<'_>) -> Header {
    let head = &lines.head;
    let is_plain = |line: &Line<'_>| !is_date_line(line.text) && !names::is_credit(line.text);
    let is_headline_after = |at: usize| {
        let later: Vec<_> = head.iter().skip(at + 1).filter(|it| is_plain(it)).collect();
        later.iter().rev().skip(1).any(|it| is_headline(it.text))
    };
    let (mut header, mut in_masthead) = (Header::default(), false);
    for (at, line) in head.iter().enumerate() {
        in_masthead &= line.adjoins;
        if !is_plain(line) || in_masthead {
            continue;
        }
        let next = head.get(at + 1);
        let above_date = next.is_some_and(|it| it.adjoins && is_date_line(it.text));
        let speaks = names::has_outlet_word(line.text) || is_capitals(line.text);
        let has_title = header.title.is_some();
        if is_short(line.text)
            && ((above_date && (has_title || is_headline_after(at)))
                || (at == 0 && speaks && is_headline_after(at)))
        {
            let name = line.text.split(['|', '•']).next().unwrap_or_default().trim();
            let reason =
                if above_date { "the line above the date" } else { "the line above the headline" };
            header.outlet = header.outlet.or_else(|| Some(Known::guessed(name.to_owned(), reason)));
            in_masthead = !has_title;
        } else if !has_title {
            (header.title, header.title_at) =
                (Some(title(line.text, &mut header.outlet)), Some(at));
        }
    }
    header
}

/// The headline a line gives, without the outlet at its end.
fn title(line: &str, outlet: &mut Option<Known<String>>) -> Known<String> {
    if !is_headline(line) {
        let sentence = line.split_inclusive(['.', '!', '?', '։']).next().unwrap_or(line);
        let end = line.char_indices().nth(FIRST_WORDS).map_or(line.len(), |(at, _)| at);
        let words = if sentence.len() <= end {
            sentence.to_owned()
        } else {
            let words = line[..end].rsplit_once(' ').map_or(&line[..end], |it| it.0);
            format!("{words}…")
        };
        return Known::guessed(words, "the first words; there is no headline");
    }
    for separator in [" – ", " — ", " | ", " - ", " :: ", " · "] {
        let Some((title, tail)) = line.rsplit_once(separator) else { continue };
        let is_name = separator == " | " || is_capitals(tail) || names::has_outlet_word(tail);
        if is_short(tail) && is_name && 3 <= title.split_whitespace().count() {
            let reason = format!("the end of the headline, “{}{tail}”", separator.trim_start());
            outlet.get_or_insert_with(|| Known::guessed(tail.to_owned(), reason));
            return Known::guessed(
                title.trim().to_owned(),
                "the first line without the outlet at its end",
            );
        }
    }
    Known::guessed(line.to_owned(), "the first line")
}

/// Whether a line can be a headline: not long, and no sentence with its full stop.
fn is_headline(line: &str) -> bool {
    let ends = line.ends_with(['.', '։', ':', ';', ',']) && !line.ends_with("...");
    line.chars().count() <= 220 && line.split_whitespace().count() <= 35 && !ends
}

/// Whether a line is short enough for the name of an outlet.
fn is_short(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let is_name = !line.ends_with(['.', '!', '?', ':', '։', ',']);
    (1..=6).contains(&words)
        && line.chars().count() <= 60
        && is_name
        && line.chars().any(char::is_alphabetic)
}

/// Whether all letters are capitals, three of them or more.
fn is_capitals(line: &str) -> bool {
    let letters: Vec<char> = line.chars().filter(|it| it.is_alphabetic()).collect();
    3 <= letters.len() && letters.iter().all(|it| it.is_uppercase())
}

/// Words that may stand around a date without making its line anything else.
const DATE_WORDS: &[&str] = &[
    "published",
    "posted",
    "updated",
    "modified",
    "date",
    "on",
    "at",
    "the",
    "last",
    "and",
    "publié",
    "mis",
    "à",
    "jour",
    "le",
    "modifié",
    "опубликовано",
    "обновлено",
    "дата",
    "в",
    "հրապարակված",
    "է",
    "հրապարակվել",
    "ժամը",
    "veröffentlicht",
    "am",
    "um",
    "uhr",
    "publicado",
    "el",
    "pubblicato",
    "il",
    "alle",
    "gmt",
    "utc",
    "local",
    "time",
    "мск",
    "г",
    "թ",
    "first",
    "created",
    "edt",
    "est",
    "cet",
    "cest",
];

/// Whether a line is a date and hardly anything else: a few names, such as a place, may stand beside it.
pub fn is_date_line(line: &str) -> bool {
    if 120 < line.chars().count() {
        return false;
    }
    let found = dates(line);
    if !found.iter().any(|it| it.year.is_some()) {
        return false;
    }
    let (mut rest, mut at) = (String::new(), 0);
    for date in &found {
        rest += line.get(at..date.range.start).unwrap_or_default();
        rest.push(' ');
        at = date.range.end;
    }
    rest += line.get(at..).unwrap_or_default();
    let words = rest.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let left: Vec<&str> = words
        .filter(|it| !DATE_WORDS.contains(&it.to_lowercase().as_str()) && !is_weekday(it))
        .filter(|it| it.chars().any(char::is_alphabetic))
        .collect();
    let is_beside = left.len() <= 3 && left.iter().all(|it| it.starts_with(char::is_uppercase));
    left.is_empty()
        || (is_beside
            && line.chars().count() <= 80
            && !line.ends_with(['.', '!', '?'])
            && starts_or_ends(line, &found))
}

/// Whether a date stands at the beginning or the end of the line.
fn starts_or_ends(line: &str, found: &[super::dates::Dated]) -> bool {
    let first = found.first().is_some_and(|it| it.range.start == 0);
    first || found.last().is_some_and(|it| it.range.end == line.len() && it.last.is_none())
}
