//! Tests what is in view, and how it is brought there.

use super::*;

#[test]
fn only_what_is_in_view_is_set() {
    let bench = open(long());
    let paragraphs = bench.get_all_by_role(egui::accesskit::Role::Paragraph).count();
    assert!((8..14).contains(&paragraphs), "{paragraphs}");
    assert!(bench.query_by_label_contains("Paragraph 2999").is_none());
}

#[test]
fn the_wheel_scrolls_and_another_size_keeps_the_place() {
    let mut bench = open(long());
    bench.hover_at(pos2(200.0, 200.0));
    for _ in 0..30 {
        bench.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -400.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        bench.step();
    }
    bench.run();
    let top = bench.state().sheet.top();
    assert!(top > 5000, "{top}");
    bench.state_mut().size = 25.0;
    bench.run();
    assert_eq!(bench.state().sheet.top(), top);
    bench.set_size(vec2(300.0, 500.0));
    bench.run();
    assert_eq!(bench.state().sheet.top(), top);
}

#[test]
fn what_is_revealed_is_in_view() {
    let mut window = long();
    let words = "Paragraph 2345 has";
    let start = at(&window.article.text, words);
    let span = Span::new(start, start + words.len());
    let mark = Mark::new(MarkId::Suggestion(0), span, MarkKind::Note(0), "A far mark");
    window.marks = Marks::new(vec![mark]);
    window.sheet.reveal(span);
    let mut bench = open(window);
    let rect = bench.get_by_label("A far mark").rect();
    assert!(rect.top() > 50.0 && rect.bottom() < 300.0, "{rect}");
    // What is in view already does not move.
    bench.state_mut().sheet.reveal(span);
    bench.run();
    assert_eq!(bench.get_by_label("A far mark").rect(), rect);
    bench.state_mut().sheet.reveal(Span::new(0, 9));
    bench.run();
    assert_eq!(bench.state().sheet.top(), 0);
}

#[test]
fn every_paragraph_comes_into_view_by_paging_down() {
    let mut window = long();
    window.selection = Some(Selection::caret(0));
    let mut bench = open(window);
    let mut seen = 0;
    loop {
        let view = bench.state().view.as_ref().unwrap();
        let (first, last) = (view.placed.first().unwrap(), view.placed.last().unwrap());
        assert!(first.number <= seen + 1, "{} after {seen}", first.number);
        if last.number == seen {
            break;
        }
        seen = last.number;
        bench.key_press(Key::PageDown);
        bench.step();
        bench.step();
    }
    assert_eq!(seen, 2999);
    let bottom = bench.state().view.as_ref().unwrap().placed.last().unwrap().bottom();
    assert!(bottom < 400.0 && bottom > 340.0, "the article ends at the bottom: {bottom}");
}

#[test]
fn rows_hold_no_more_than_75_letters_however_wide_the_column() {
    let mut rows = 0;
    for file in std::fs::read_dir("corpus/articles").unwrap() {
        let Ok(text) = std::fs::read_to_string(file.unwrap().path()) else { continue };
        let mut bench = open(Window::new(&text));
        bench.set_size(vec2(1400.0, 4000.0));
        bench.run();
        for placed in &bench.state().view.as_ref().unwrap().placed {
            let words = placed.piece.span.of(&bench.state().article.text);
            for row in 0..placed.laid.rows() {
                let row = words.get(placed.laid.row_range(row)).unwrap().trim();
                // Not where a word alone is longer than a row.
                if row.contains(' ') {
                    assert!(row.chars().count() <= 75, "{row}");
                    rows += 1;
                }
            }
        }
    }
    assert!(rows > 200, "{rows}");
}

#[test]
fn what_is_revealed_is_lit_for_a_moment_and_then_at_rest() {
    let mut bench = open(long());
    bench.ctx.all_styles_mut(|style| style.animation_time = 0.05);
    bench.state_mut().sheet.reveal(Span::new(90_000, 90_010));
    bench.run_steps(2);
    assert!(bench.state().sheet.flash.is_some());
    bench.run();
    assert_eq!(bench.state().sheet.flash, None);
}
