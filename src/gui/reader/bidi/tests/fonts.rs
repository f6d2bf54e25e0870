//! Holds the setting of right-to-left paragraphs with the fonts of the window.

use eframe::egui::epaint::text::{Fonts, MissingGlyphPolicy, TextOptions};
use eframe::egui::{Color32, Context, RawInput, Shape, pos2};
use unicode_segmentation::UnicodeSegmentation;

use super::super::*;
use crate::base::fonts::Style;
use crate::gui::fonts::{definitions, family};

const HEBREW: &str = "משרד החוץ אמר כי לפחות מאתיים בני אדם נהרגו";
const ARABIC: &str = "قالت وزارة الدفاع إن الجنود قُتلوا ولا سلام الآن";
const PERSIAN: &str = "دولت گفت که آنها می\u{200c}روند";

fn face() -> Face {
    Face { font: FontId::new(17.0, family(Style::Serif)), line_height: 26.0 }
}

fn with_measure<R>(job: impl FnOnce(&mut dyn FnMut(&str) -> f32) -> R) -> R {
    let fonts = Fonts::new(TextOptions::default(), definitions());
    let mut fonts = fonts.with_missing_glyph_policy(MissingGlyphPolicy::Panic);
    let (mut view, face) = (fonts.with_pixels_per_point(1.0), face());
    let mut measure = measure(&mut view, &face);
    job(&mut measure)
}

#[test]
fn the_caret_goes_left_letter_by_letter_and_is_hit_where_it_stands() {
    for text in [HEBREW, ARABIC, PERSIAN] {
        let words = with_measure(|measure| set(text, &face(), 150.0, measure));
        assert!(words.rows() > 1);
        let mut before = (usize::MAX, 0.0);
        for at in text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]) {
            let now = (words.row_of(at), words.caret(at).center().x);
            assert!(now.0 != before.0 || now.1 < before.1, "{text} {at}: {before:?} {now:?}");
            assert!(now.0 == before.0 || now.1 == 150.0, "{text} {at}: a row begins at {now:?}");
            assert_eq!(words.byte_at(words.caret(at).center().to_vec2()), at, "{text}");
            before = now;
        }
    }
}

#[test]
fn a_word_is_as_wide_as_egui_sets_it_and_its_letters_are_joined() {
    with_measure(|measure| {
        let word = "الجنود";
        let whole = measure(word);
        let words = set(word, &face(), 900.0, measure);
        assert_eq!(words.rects(0..word.len())[0].width(), whole);
        let apart: f32 = word.graphemes(true).map(&mut *measure).sum();
        assert!(whole < apart * 0.9, "{whole} {apart}");
        // The first letter is as narrow as it is before others.
        let words = set("بتبت", &face(), 900.0, measure);
        assert!(words.rects(0..2)[0].width() < measure("ب") * 0.6);
        let words = set(word, &face(), 900.0, measure);
        // Each letter has room to be hit, and the last ends where the word does.
        let letters = word.grapheme_indices(true).map(|(at, it)| words.rects(at..at + it.len()));
        let widths: Vec<f32> = letters.map(|it| it[0].width()).collect();
        assert!(widths.iter().all(|it| *it > 2.0), "{widths:?}");
    });
}

/// What is painted in one row, from left to right.
fn painted(text: &str, width: f32) -> Vec<(f32, f32, String)> {
    let context = Context::default();
    context.set_fonts(definitions());
    let mut output = context.run_ui(RawInput::default(), |ui| {
        let words = ui.fonts_mut(|fonts| set(text, &face(), width, &mut measure(fonts, &face())));
        words.paint(ui.painter(), pos2(10.0, 0.0), Color32::WHITE);
    });
    output.textures_delta.clear();
    let mut found = vec![];
    for shape in output.shapes {
        let Shape::Text(text) = shape.shape else { continue };
        let base = text.pos.y + text.galley.rows[0].glyphs[0].pos.y;
        found.push((text.pos.x, base, text.galley.text().to_owned()));
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

#[test]
fn words_are_painted_from_the_right_on_one_line_with_their_brackets_turned_around() {
    let found = painted("قُتل 27 (خمسة مدنيين) AFP.", 300.0);
    let words: Vec<&str> = found.iter().map(|it| it.2.as_str()).collect();
    assert_eq!(words, [".", "AFP", "(", "مدنيين", "خمسة", ")", "27", "قُتل"]);
    assert!(found.iter().all(|it| (it.1 - found[0].1).abs() < 1.0), "{found:?}");
    assert!(found[0].0 > 100.0);
}

#[test]
fn what_egui_would_turn_around_is_painted_sign_by_sign() {
    let texts = |text| painted(text, 300.0).into_iter().map(|it| it.2).collect::<Vec<_>>();
    assert_eq!(texts("in ۱۲۳ AFP"), ["in", "۱", "۲", "۳", "AFP"]);
    assert_eq!(texts("(سلام)…"), ["…", "(", "سلام", ")"]);
    assert_eq!(texts("«سلام, שלום!»"), ["«", "!", "שלום", ",", "سلام", "»"]);
    assert_eq!(texts("שלוםسلام"), ["سلام", "שלום"]);
}

#[test]
fn a_row_out_of_sight_is_not_painted() {
    let found = painted(&"سلام\n".repeat(4000), 300.0).len();
    assert!(found > 9 && found < 4000, "{found}");
}
