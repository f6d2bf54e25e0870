//! Owns the widths of text in the bundled fonts, and the breaking of lines by them. A width is the sum of the advances
//! of the characters, each in the first face that has it. That is the width of the line as drawn but for kerning,
//! which is slight, and for Arabic, whose joined letters are narrower; so a line never comes out much wider.

use std::borrow::Cow;
use std::sync::OnceLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::base::fonts::{self, Style};

/// How heavy a text of a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A text in lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// At least one, none wider than asked unless a single character is.
    pub lines: Vec<String>,
    /// Nothing was left out.
    pub complete: bool,
}

struct Ruler {
    faces: Vec<RuledFace>,
    /// Advances of U+0020 to U+007E in ems: most of what is measured.
    ascii: [f32; 95],
}

struct RuledFace {
    family: &'static str,
    characters: Charmap<'static>,
    /// In ems.
    advances: GlyphMetrics<'static>,
}

const ELLIPSIS: &str = "…";

/// The width of one line of text at a size, in the unit of the size.
pub fn text_width(text: &str, size: f32, weight: Weight) -> f32 {
    let ruler = ruler(weight);
    text.chars().map(|character| ruler.advance(character)).sum::<f32>() * size
}

/// The text in runs of one face each, with the family of the face.
pub(super) fn runs(text: &str, weight: Weight) -> Vec<(&'static str, &str)> {
    let ruler = ruler(weight);
    let mut runs: Vec<(&'static str, &str)> = Vec::new();
    let mut start = 0;
    let mut family = None;
    for (at, character) in text.char_indices() {
        let next = ruler.family(character).or(family);
        if next != family && family.is_some() {
            runs.extend(family.map(|family| (family, &text[start..at])));
            start = at;
        }
        family = next;
    }
    let first = || ruler.faces.first().map_or("", |face| face.family);
    runs.push((family.unwrap_or_else(first), &text[start..]));
    runs
}

/// The text in lines of at most `width`: broken at spaces and after hyphens, within a word that is too long for a line,
/// and ended with "…" where more than `max_lines` would be needed.
pub fn wrap(text: &str, size: f32, weight: Weight, width: f32, max_lines: usize) -> Wrapped {
    let text = clean(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for piece in pieces(&text) {
        let bare = text_width(piece.trim_end(), size, weight);
        if !line.is_empty() && used + bare > width {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if bare <= width {
            line.push_str(piece);
            used += text_width(piece, size, weight);
            continue;
        }
        for grapheme in piece.graphemes(true) {
            let wide = text_width(grapheme, size, weight);
            if !line.is_empty() && used + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push_str(grapheme);
            used += wide;
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    let max_lines = max_lines.max(1);
    let complete = lines.len() <= max_lines;
    if !complete {
        let joint = |line: &str| if line.ends_with(BREAKS) { "" } else { " " };
        let rest = lines[max_lines - 1..].iter().fold(String::new(), |rest, line| {
            let joint = if rest.is_empty() { "" } else { joint(&rest) };
            rest + joint + line
        });
        lines.truncate(max_lines - 1);
        lines.push(shorten(&rest, size, weight, width));
    }
    Wrapped { lines, complete }
}

/// The text on one line of at most `width`, its end replaced by "…" if it is longer.
pub fn ellipsize(text: &str, size: f32, weight: Weight, width: f32) -> String {
    let text = clean(text);
    if text_width(&text, size, weight) <= width {
        return text.into_owned();
    }
    shorten(&text, size, weight, width)
}

/// The text with white space as single spaces and without control characters, as a figure shows it.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let spaced = text.contains("  ") || text.starts_with(' ') || text.ends_with(' ');
    let odd = |c: char| c.is_control() || (c.is_whitespace() && c != ' ') || forbidden(c);
    if !spaced && !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let kept = word.chars().filter(|c| !c.is_control() && !forbidden(*c));
        let start = clean.len();
        if start > 0 {
            clean.push(' ');
        }
        let before = clean.len();
        clean.extend(kept);
        if clean.len() == before {
            clean.truncate(start);
        }
    }
    Cow::Owned(clean)
}

/// Not a character that XML allows.
fn forbidden(character: char) -> bool {
    matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

/// What a line may be broken after, besides a space.
const BREAKS: [char; 4] = ['-', '–', '—', '/'];

/// Runs that a line may be broken between; a space belongs to the run before it. Numbers and dates are kept whole:
/// "19–21 September", "19/09/23".
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut before = None;
        let end = rest.char_indices().find_map(|(at, character)| {
            let end = at + character.len_utf8();
            let digit = |it: Option<char>| it.is_some_and(char::is_numeric);
            let joins = digit(before.replace(character)) && digit(rest[end..].chars().next());
            (character == ' ' || (BREAKS.contains(&character) && !joins)).then_some(end)
        });
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece).filter(|it| !it.is_empty())
    })
}

fn shorten(text: &str, size: f32, weight: Weight, width: f32) -> String {
    let room = width - text_width(ELLIPSIS, size, weight);
    let mut short = String::new();
    let mut used = 0.0;
    for grapheme in text.graphemes(true) {
        used += text_width(grapheme, size, weight);
        if used > room {
            break;
        }
        short.push_str(grapheme);
    }
    short.truncate(short.trim_end_matches([' ', ',', ';', ':']).len());
    short.push_str(ELLIPSIS);
    short
}

impl Ruler {
    fn new(style: Style) -> Self {
        let faces = fonts::faces(style).filter_map(|face| {
            let font = FontRef::new(face.bytes).ok()?;
            Some(RuledFace {
                family: face.family,
                characters: font.charmap(),
                advances: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
            })
        });
        let mut ruler = Self { faces: faces.collect(), ascii: [0.0; 95] };
        for (place, code) in (0x20_u8..=0x7E).enumerate() {
            ruler.ascii[place] = ruler.look_up(char::from(code));
        }
        ruler
    }

    /// In ems.
    fn advance(&self, character: char) -> f32 {
        match (character as usize).checked_sub(0x20).and_then(|place| self.ascii.get(place)) {
            Some(advance) => *advance,
            None => self.look_up(character),
        }
    }

    /// Of the face that draws the character; none for one that goes with whatever is before it.
    fn family(&self, character: char) -> Option<&'static str> {
        let has = |face: &&RuledFace| face.characters.map(character).is_some();
        match is_invisible(character) {
            true => None,
            false => self.faces.iter().find(has).or(self.faces.first()).map(|face| face.family),
        }
    }

    fn look_up(&self, character: char) -> f32 {
        let found = self
            .faces
            .iter()
            .find_map(|face| face.advances.advance_width(face.characters.map(character)?));
        found.unwrap_or_else(|| {
            let first = self.faces.first().filter(|_| !is_invisible(character));
            first.and_then(|face| face.advances.advance_width(GlyphId::NOTDEF)).unwrap_or(0.0)
        })
    }
}

/// Characters that are drawn as nothing even where no face has them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn ruler(weight: Weight) -> &'static Ruler {
    static REGULAR: OnceLock<Ruler> = OnceLock::new();
    static BOLD: OnceLock<Ruler> = OnceLock::new();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| Ruler::new(Style::Sans)),
        Weight::Bold => BOLD.get_or_init(|| Ruler::new(Style::SansBold)),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, width: f32, max_lines: usize, expect: Expect) {
        let wrapped = wrap(text, 10.0, Weight::Regular, width, max_lines);
        expect.assert_eq(&wrapped.lines.join("\n"));
    }

    #[test]
    fn lines_break_at_spaces_then_within_words_and_the_last_is_shortened() {
        check(
            "the ombudsman of the region",
            80.0,
            5,
            expect![[r#"
                the ombudsman
                of the region"#]],
        );
        check(
            "Donaudampfschifffahrtsgesellschaft",
            80.0,
            5,
            expect![[r#"
                Donaudampfsch
                ifffahrtsgesellsc
                haft"#]],
        );
        check(
            "one two three four five six seven",
            60.0,
            2,
            expect![[r#"
                one two
                three four…"#]],
        );
        check("  a \n\t b\u{7}c ", 80.0, 1, expect!["a bc"]);
        check("Nagorno-Karabakh", 45.0, 1, expect!["Nagorn…"]);
        check(
            "from 19–21 September",
            60.0,
            3,
            expect![[r#"
                from 19–21
                September"#]],
        );
        check("", 80.0, 1, expect![""]);
    }

    proptest! {
        #[test]
        fn wrapped_lines_hold_all_characters_and_none_is_too_wide(
            text in "[a-zA-ZéаԱაאم \\-]{0,80}", width in 12.0_f32..200.0
        ) {
            let wrapped = wrap(&text, 10.0, Weight::Bold, width, usize::MAX);
            prop_assert!(wrapped.complete);
            let bare = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(bare(&wrapped.lines.concat()), bare(&text));
            for line in &wrapped.lines {
                let one = line.graphemes(true).count() < 2;
                prop_assert!(one || text_width(line, 10.0, Weight::Bold) <= width + 0.01);
            }
        }
    }
}
