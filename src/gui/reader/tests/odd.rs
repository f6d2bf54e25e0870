//! Tests that no text brings the widget down, and that places and bytes agree in each.

use proptest::prelude::*;

use super::*;

/// Goes through a text in every way and checks that places and bytes agree.
fn survive(text: &str) {
    let mut bench = open(Window::new(text));
    let state = bench.state();
    let length = state.article.text.len();
    for placed in &state.view.as_ref().unwrap().placed {
        let mut end = 0;
        for row in 0..placed.laid.rows() {
            let range = placed.laid.row_range(row);
            assert_eq!(range.start, end, "rows follow each other");
            end = range.end;
        }
        assert_eq!(end, placed.piece.span.len(), "rows hold every byte");
        let words = placed.piece.span.of(&state.article.text);
        assert!(placed.laid.rects(0..words.len()).iter().all(|it| it.width() >= 0.0));
    }
    let mut last = None;
    for _ in 0..3 {
        for key in [Key::ArrowRight, Key::ArrowDown, Key::End, Key::PageDown, Key::ArrowUp] {
            for modifiers in [Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND] {
                bench.key_press_modifiers(modifiers, key);
                bench.step();
                last = bench.state().selection;
            }
        }
    }
    for place in [pos2(5.0, 5.0), pos2(100.0, 30.0), pos2(390.0, 390.0)] {
        for _ in 0..3 {
            button(&mut bench, place, true, Modifiers::NONE);
            button(&mut bench, place, false, Modifiers::NONE);
        }
    }
    for Selection { anchor, head } in [last, bench.state().selection].into_iter().flatten() {
        let text = &bench.state().article.text;
        assert!(text.is_char_boundary(anchor) && text.is_char_boundary(head) && head <= length);
    }
}

// Between words of two directions two carets stand at one place, so no such words are here.
#[test]
fn a_click_on_a_caret_gives_its_byte() {
    let latin =
        "The presidency said that there would be no talks before the forces laid down arms.";
    let russian =
        "Президент заявил, что переговоры продолжатся. По данным властей, погибли 25 человек.";
    let armenian = "Կառավարությունը հայտնել է, որ զոհվել է առնվազն 25 մարդ։ Կողմերը բանակցում են։";
    for text in
        [latin, russian, armenian, "efficient officials fight, naïve, 5 000 “dead” – ‘no’ … café"]
    {
        let bench = open(Window::new(text));
        let view = bench.state().view.as_ref().unwrap();
        for (at, _) in text.char_indices() {
            assert_eq!(view.byte_at(bench.state().place(at)), at, "{text}");
        }
    }
}

#[test]
fn odd_texts_are_shown() {
    survive("");
    survive("\n\n  \n");
    survive("x");
    survive(&"A long line of words. ".repeat(50_000));
    survive(&"x".repeat(20_000));
    survive("e\u{301}\u{301}\u{302} a\u{30a}\u{323} \u{301}\u{301}");
    survive("Հայաստանի Հանրապետություն։ Ադրբեջանը հարձակվեց։");
    survive("قال المسؤولون إن 25 شخصا قتلوا. The end. وصل الجميع");
    survive("שלום עולם 123 abc");
    survive("ประเทศไทย มีผู้เสียชีวิต ๒๕ คน");
    survive("👩‍👩‍👧‍👦 and 🇦🇲 and \u{202e}turned\u{202c} \u{200b}\u{feff}");
    survive("tab\there\u{2028}line\u{85}next\u{0}nul");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_is_shown(text in "(\\PC|[ \n.]){0,80}") {
        survive(&text);
    }
}
