//! Holds the setting of right-to-left paragraphs. Capital letters stand for Hebrew ones, so that what is expected reads
//! from left to right as on the screen.

use eframe::egui::{FontFamily, Rect, pos2, vec2};
use unicode_segmentation::UnicodeSegmentation;

use super::*;

mod fonts;
mod properties;

const STEP: f32 = 10.0;

/// Capitals to Hebrew.
fn hebrew(text: &str) -> String {
    let turn = |it: char| match it {
        'A'..='Z' => char::from_u32(0x5d0 + (it as u32 - 'A' as u32)).unwrap(),
        _ => it,
    };
    text.chars().map(turn).collect()
}

fn latin(text: &str) -> String {
    let turn = |it: char| match it {
        '\u{5d0}'..='\u{5e9}' => char::from(b'A' + (it as u32 - 0x5d0) as u8),
        _ => it,
    };
    text.chars().map(turn).collect()
}

fn face() -> Face {
    Face { font: FontId::new(16.0, FontFamily::Proportional), line_height: 20.0 }
}

/// Set at ten points a letter.
fn words(text: &str, width: f32) -> Words {
    let mut measure =
        |part: &str| part.trim_end_matches('\u{200d}').graphemes(true).count() as f32 * STEP;
    set(text, &face(), width, &mut measure)
}

/// The rows as on the screen, a column for each ten points, with a dot where nothing is.
fn screen(words: &Words) -> String {
    let mut rows = vec![];
    for row in &words.rows {
        let mut cells: Vec<(f32, String)> = vec![];
        for piece in &row.pieces {
            for pair in piece.borders.windows(2) {
                let [(start, a), (end, b)] = pair else { continue };
                if a != b {
                    let letter = letters::drawn(&words.text[*start..*end], piece.right_to_left);
                    cells.push((a.min(*b), latin(&letter)));
                }
            }
        }
        cells.sort_by(|a, b| a.0.total_cmp(&b.0));
        let indent = cells.first().map_or(0, |it| (it.0 / STEP).round() as usize);
        let line: String = cells.into_iter().map(|it| it.1).collect();
        rows.push(".".repeat(indent) + &line);
    }
    rows.join("\n")
}

#[track_caller]
fn check(text: &str, width: f32, expect: &str) {
    assert_eq!(screen(&words(&hebrew(text), width)), expect, "{text}");
}

#[test]
fn words_stand_in_the_order_of_their_script() {
    check("car is THE CAR in arabic", 900.0, "car is RAC EHT in arabic");
    check("CAR IS the car IN ENGLISH", 250.0, "HSILGNE NI the car SI RAC");
    check("he said \"IT IS 123, 456, OK\".", 900.0, "he said \"KO ,456 ,123 SI TI\".");
    check("IT IS (bmw 500), OK.", 200.0, ".KO ,(bmw 500) SI TI");
    check("say \u{2067}HE SAID «car MEANS CAR»\u{2069}?", 900.0, "say «RAC SNAEM car» DIAS EH?");
}

#[test]
fn numbers_keep_their_order_in_right_to_left_text() {
    check("AT 12:30 ABOUT 1,200 OF 25%", 270.0, "25% FO 1,200 TUOBA 12:30 TA");
    check("IN-2023", 70.0, "2023-NI");
    check("٣٤ و۱۲", 60.0, "۱۲و ٣٤");
    check("of ۱۲۳ men", 100.0, "of ۱۲۳ men");
}

#[test]
fn brackets_and_quotes_are_turned_around_with_their_text() {
    check("A (B [C]) D", 110.0, "D ([C] B) A");
    check("«AB»", 40.0, "«BA»");
    check("a (b) C", 70.0, "a (b) C");
}

#[test]
fn rows_of_right_to_left_paragraphs_end_at_the_right_edge() {
    check("ABC DEF GHI", 80.0, " FED CBA\n.....IHG");
    check("ABC DEF GHI", 70.0, "FED CBA\n....IHG");
    check("ABC one two DEF", 90.0, ". one CBA\n..FED two");
    check("abc DEF GHI jkl", 80.0, "abc FED \nIHG jkl");
    check("ABC\nD\n\nEF", 50.0, "..CBA\n....D\n\n...FE");
}

#[test]
fn words_that_no_row_holds_are_broken_between_letters() {
    check("ABCDEFG HI", 30.0, "CBA\nFED\n. G\n.IH");
    check("A bcdefg", 40.0, ".. A\nbcde\n..fg");
    check("abc", 0.0, "a\nb\nc");
    check("ש\u{5c1}\u{5b8}ל", 10.0, "Z\u{5c1}\u{5b8}\nM");
}

/// A mark at each x of the caret, in tens of points, for the positions of a text.
fn carets(words: &Words) -> Vec<(usize, f32)> {
    let ends = words.text.grapheme_indices(true).map(|(at, _)| at).chain([words.text.len()]);
    ends.map(|at| (words.row_of(at), words.caret(at).center().x / STEP)).collect()
}

#[test]
fn the_caret_stands_before_the_letter_in_the_letters_direction() {
    let words = words(&hebrew("ab CD ef"), 900.0);
    let x: Vec<f32> = carets(&words).into_iter().map(|(_, x)| x).collect();
    assert_eq!(x, [0.0, 1.0, 2.0, 5.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
}

#[test]
fn the_caret_of_a_right_to_left_paragraph_begins_at_the_right() {
    let set = words(&hebrew("AB 12 C"), 50.0);
    let found = [(0, 5.0), (0, 4.0), (0, 3.0), (0, 0.0), (0, 1.0), (0, 0.0), (1, 5.0), (1, 4.0)];
    assert_eq!(carets(&set), found);
    assert_eq!(words("", 50.0).caret(0).center().x, 0.0);
}

#[test]
fn a_place_gives_the_nearest_border_between_letters() {
    let words = words(&hebrew("ab CD EF"), 60.0);
    assert_eq!(screen(&words), "ab DC \nFE");
    let hit = |x: f32, y: f32| words.text[..words.byte_at(vec2(x, y))].chars().count();
    assert_eq!([-9.0, 4.0, 6.0, 14.0, 22.0].map(|x| hit(x, 9.0)), [0, 0, 1, 1, 2]);
    // Within the Hebrew word the letters count from the right.
    assert_eq!([32.0, 38.0, 46.0].map(|x| hit(x, 9.0)), [5, 4, 3]);
    // Behind the last word of a row is that row, not the next.
    assert_eq!([52.0, 900.0].map(|x| hit(x, 9.0)), [5, 5]);
    assert_eq!([hit(18.0, 21.0), hit(2.0, 900.0), hit(2.0, -900.0)], [6, 8, 0]);
    let far = f32::INFINITY;
    assert_eq!(
        [hit(f32::NAN, f32::NAN), hit(far, far), hit(-far, far), hit(far, 0.0)],
        [0, 6, 8, 5]
    );
}

#[track_caller]
fn check_rects(text: &str, width: f32, part: &str, expect: &[(usize, f32, f32)]) {
    let (text, part) = (hebrew(text), hebrew(part));
    let start = text.find(&part).unwrap();
    let rects = words(&text, width).rects(start..start + part.len());
    let found: Vec<_> =
        rects.iter().map(|it| ((it.top() / 20.0) as usize, it.left(), it.right())).collect();
    assert_eq!(found, expect, "{part}");
}

#[test]
fn a_stretch_is_shown_by_one_rectangle_where_it_is_in_one_piece() {
    check_rects("ab CD EF gh", 900.0, "CD EF", &[(0, 30.0, 80.0)]);
    check_rects("ab CD EF gh", 900.0, "b CD", &[(0, 10.0, 30.0), (0, 60.0, 80.0)]);
    check_rects("ab CD EF gh", 900.0, "D E", &[(0, 40.0, 70.0)]);
    check_rects("AB CD EF", 50.0, "D EF", &[(0, 0.0, 10.0), (1, 30.0, 50.0)]);
    check_rects("AB 123 C", 80.0, "B 12", &[(0, 20.0, 40.0), (0, 50.0, 70.0)]);
    let words = words("abc", 900.0);
    assert_eq!(words.rects(2..2), []);
    assert_eq!(words.rects(7..9), []);
    assert_eq!(words.rects(2..9), [Rect::from_min_max(pos2(20.0, 0.0), pos2(30.0, 20.0))]);
}

#[test]
fn a_letter_with_its_marks_is_never_cut() {
    let text = "ש\u{5c1}\u{5b8}ל";
    let words = words(text, 900.0);
    assert_eq!(words.rects(2..3), words.rects(0..6));
    assert_eq!(words.caret(3), words.caret(0));
}

#[test]
fn the_letters_of_a_ligature_share_its_width() {
    let mut measure = |part: &str| match part.trim_end_matches('\u{200d}') {
        "ل" => 12.0,
        "لا" => 10.0,
        _ => 20.0,
    };
    let set = set("لان", &face(), 20.0, &mut measure);
    let x = [0, 2, 4, 6].map(|at| set.caret(at).center().x);
    assert_eq!(x, [20.0, 15.0, 10.0, 0.0]);
}

#[test]
fn who_needs_it_and_which_way_it_runs() {
    let found = ["abc", "Արցախ", "საქართველო", "«Ґ» — 12 € 😀"].map(needs_words);
    assert_eq!(found, [false; 4]);
    let found = ["abc ב", "عربي", "in ۱۲ days", "\u{202e}abc", "a\u{200f}"].map(needs_words);
    assert_eq!(found, [true; 5]);
    assert_eq!(["abc ב", "12", ""].map(right_to_left), [false; 3]);
    assert_eq!(
        ["12 ב abc", "\u{2068}abc\u{2069} ב", "\n\u{200f}abc"].map(right_to_left),
        [true; 3]
    );
}

#[test]
fn a_label_is_told_from_left_to_right_row_by_row_and_ends_in_dots() {
    let check = |text: &str, letters: usize, rows: usize| {
        let mut measure = |part: &str| part.graphemes(true).count() as f32 * STEP;
        let width = letters as f32 * STEP;
        latin(&labels::in_order(&hebrew(text), &face(), width, rows, &mut measure))
    };
    assert_eq!(check("ABC DEF 25 GHI", 20, 1), "GHI 25 DEF ABC");
    assert_eq!(check("ABC DEF 25 GHI", 7, 3), "DEF ABC\nGHI 25");
    assert_eq!(check("ABC DEF 25 GHI", 8, 1), "…DEF ABC");
    assert_eq!(check("ABC DEF 25 GHI", 7, 1), "…ABC");
    assert_eq!(check("ABC (un) DEF", 20, 1), "DEF (un) ABC");
    assert_eq!(check("the ABC DEF of", 20, 1), "the DEF ABC of");
}
