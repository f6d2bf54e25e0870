//! Holds what is so of any text and any width.

use eframe::egui::vec2;
use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::super::*;
use super::{face, words};

/// Any text, with many of the characters that matter here.
fn any_text() -> impl Strategy<Value = String> {
    let characters = prop_oneof![
        8 => proptest::char::range('א', 'ת'),
        6 => proptest::char::range('ء', 'ي'),
        6 => proptest::char::range('a', 'f'),
        6 => Just(' '),
        4 => proptest::sample::select("0123٣٤۱۲.,:-/%()[]«»\"'…—؟،\u{5be}".chars().collect::<Vec<_>>()),
        1 => proptest::char::range('\u{2066}', '\u{2069}'),
        1 => proptest::char::range('\u{202a}', '\u{202e}'),
        1 => proptest::sample::select("\n\t\r\u{b}\u{85}\u{2029}\u{a0}\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{61c}\u{64b}\u{301}\u{5b8}\u{600}\u{1c}".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    proptest::collection::vec(characters, 0..60).prop_map(|it| it.into_iter().collect())
}

fn any_width() -> impl Strategy<Value = f32> {
    prop_oneof![
        8 => 0.0..400.0f32,
        1 => proptest::sample::select(vec![0.0, -5.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX]),
    ]
}

proptest! {
    #[test]
    fn every_letter_stands_once(text in any_text(), width in any_width()) {
        let words = words(&text, width);
        prop_assert!(words.rows() > 0 && words.height() == words.rows() as f32 * 20.0);
        let mut end = 0;
        for row in 0..words.rows() {
            let bytes = words.row_range(row);
            prop_assert_eq!(bytes.start, end);
            prop_assert!(bytes.end > end || text.is_empty());
            end = bytes.end;
            let mut held: Vec<_> = words.rows[row].pieces.iter().map(|it| it.bytes.clone()).collect();
            held.sort_by_key(|it| it.start);
            let mut at = bytes.start;
            for piece in held {
                prop_assert_eq!(piece.start, at);
                at = piece.end;
            }
            prop_assert_eq!(at, bytes.end);
        }
        prop_assert_eq!(end, text.len());
        for (at, _) in text.grapheme_indices(true) {
            prop_assert!(words.row_range(words.row_of(at)).contains(&at));
        }
    }

    #[test]
    fn rows_keep_to_their_width(text in any_text(), width in 40.0..400.0f32) {
        let words = words(&text, width);
        for piece in words.rows.iter().flat_map(|it| &it.pieces).filter(|it| it.ink) {
            prop_assert!(piece.left >= -0.1 && piece.right <= width + 0.1, "{:?}", piece);
        }
    }

    #[test]
    fn pieces_of_a_row_touch_and_never_overlap(text in any_text(), width in any_width()) {
        for row in &words(&text, width).rows {
            for pair in row.pieces.windows(2) {
                prop_assert!(pair[0].left <= pair[0].right);
                prop_assert!(pair[0].right == pair[1].left || !pair[0].ink || !pair[1].ink);
            }
        }
    }

    /// The order is that of the library for a whole line of plain letters.
    #[test]
    fn the_order_is_that_of_unicode(text in "[a-dא-ד٣٤0-9 .,:()\"/%+-]{0,40}") {
        let base = if right_to_left(&text) { Level::rtl() } else { Level::ltr() };
        let info = BidiInfo::new(&text, Some(base));
        let expect = info.paragraphs.first().map_or("".into(), |it| info.reorder_line(it, 0..text.len()));
        let set = words(&text, f32::INFINITY);
        let mut found = String::new();
        for piece in &set.rows[0].pieces {
            let letters = text[piece.bytes.clone()].chars();
            if piece.right_to_left { found.extend(letters.rev()) } else { found.extend(letters) }
        }
        prop_assert_eq!(found, expect);
    }

    #[test]
    fn the_caret_is_hit_where_it_stands(text in "([א-ת]{1,9}[ ]?){1,9}|([a-z]{1,9}[ ]?){1,9}", width in 20.0..300.0f32) {
        let words = words(&text, width);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            prop_assert_eq!(words.byte_at(words.caret(at).center().to_vec2()), at);
        }
    }

    /// Of any text the letter under a place is one of the two at the border that is nearest to it.
    #[test]
    fn a_letter_is_hit_in_its_middle(text in any_text(), width in 40.0..400.0f32) {
        let words = words(&text, width);
        for (at, letter) in text.grapheme_indices(true) {
            for rect in words.rects(at..at + letter.len()).iter().filter(|it| it.width() > 9.0) {
                let hit = words.byte_at(rect.center().to_vec2());
                prop_assert!(hit == at || hit == at + letter.len(), "{at} {hit}");
            }
        }
    }

    #[test]
    fn rectangles_cover_the_letters_and_nothing_else(text in any_text(), width in any_width(), a in 0usize..120, b in 0usize..120) {
        let words = words(&text, width);
        let all: f32 = words.rects(a..b).iter().map(|it| it.width()).sum();
        let whole = |(at, letter): &(usize, &str)| a < b && at + letter.len() > a && *at < b;
        let letters = text.grapheme_indices(true).filter(whole);
        let each: f32 = letters.flat_map(|(at, it)| words.rects(at..at + it.len())).map(|it| it.width()).sum();
        prop_assert!((all - each).abs() <= each * 1e-3 + 0.1, "{all} {each}");
    }

    #[test]
    fn nothing_panics(text in any_text(), width in any_width(), size in any::<f32>(), x in any::<f32>(), y in any::<f32>(), at in 0usize..200) {
        let face = Face { line_height: size, ..face() };
        let words = set(&text, &face, width, &mut |part| size * part.len() as f32);
        words.byte_at(vec2(x, y));
        words.caret(at);
        words.rects(at..at + 9);
        words.row_range(at);
    }
}
