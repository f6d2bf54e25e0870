//! Tests what the mouse does in the text.

use super::*;

#[test]
fn a_click_sets_the_caret_more_select_word_sentence_and_paragraph() {
    let mut bench = open(Window::new(TEXT));
    let killed = at(TEXT, "illed");
    let expect = [
        "It began at noon. They k^illed 5,000 people.\n\nAll fled in the night.",
        "It began at noon. They |killed^ 5,000 people.\n\nAll fled in the night.",
        "It began at noon. |They killed 5,000 people.^\n\nAll fled in the night.",
        "|It began at noon. They killed 5,000 people.^\n\nAll fled in the night.",
    ];
    for (times, expect) in expect.iter().enumerate() {
        click(&mut bench, killed, times + 1);
        assert_eq!(bench.state().shown(), *expect);
        wait(&mut bench);
    }
}

#[track_caller]
fn check_drag(clicks: usize, from: &str, to: &str, expect: &str) {
    let mut bench = open(Window::new(TEXT));
    let state = bench.state();
    let (start, end) = (state.place(at(TEXT, from)), state.place(at(TEXT, to)));
    click(&mut bench, at(TEXT, from), clicks - 1);
    button(&mut bench, start + vec2(2.0, 0.0), true, Modifiers::NONE);
    bench.hover_at(start.lerp(end, 0.5));
    bench.step();
    bench.hover_at(end + vec2(1.0, 0.0));
    bench.step();
    assert!(bench.query_by_label("Casualty claim").is_none(), "the bar waits for the end");
    button(&mut bench, end + vec2(1.0, 0.0), false, Modifiers::NONE);
    bench.run();
    assert_eq!(bench.state().shown(), expect);
    let _ = bench.get_by_label("Casualty claim");
}

#[test]
fn dragging_selects_in_what_was_first_clicked() {
    check_drag(
        1,
        "began",
        "killed",
        "It |began at noon. They ^killed 5,000 people.\n\nAll fled in the night.",
    );
    check_drag(
        1,
        "fled",
        "killed",
        "It began at noon. They ^killed 5,000 people.\n\nAll |fled in the night.",
    );
    check_drag(
        2,
        "egan",
        "illed",
        "It |began at noon. They killed^ 5,000 people.\n\nAll fled in the night.",
    );
    check_drag(
        2,
        "led in",
        "illed",
        "It began at noon. They ^killed 5,000 people.\n\nAll fled| in the night.",
    );
    check_drag(
        3,
        "egan",
        "illed",
        "|It began at noon. They killed 5,000 people.^\n\nAll fled in the night.",
    );
}

#[test]
fn shift_and_a_click_extend() {
    let mut bench = open(Window::new(TEXT));
    click(&mut bench, at(TEXT, "began"), 1);
    let place = bench.state().place(at(TEXT, " 5,000"));
    bench.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    button(&mut bench, place, true, Modifiers::SHIFT);
    button(&mut bench, place, false, Modifiers::SHIFT);
    let expect = "It |began at noon. They killed^ 5,000 people.\n\nAll fled in the night.";
    assert_eq!(bench.state().shown(), expect);
}

#[test]
fn dragging_past_the_edge_scrolls() {
    let mut bench = open(Window::new(&"A line of some words.\n\n".repeat(100)));
    let place = bench.state().place(4);
    button(&mut bench, place, true, Modifiers::NONE);
    bench.hover_at(pos2(100.0, 480.0));
    bench.run_steps(30);
    let selection = bench.state().selection.expect("something is selected");
    assert!(bench.state().sheet.top() > 100, "scrolled to {}", bench.state().sheet.top());
    assert!(selection.anchor == 4 && selection.head > bench.state().sheet.top());
    button(&mut bench, pos2(100.0, 480.0), false, Modifiers::NONE);
    bench.run();
}

#[test]
fn clicking_again_goes_through_the_marks_that_overlap() {
    let mut bench = open(marked());
    for _ in 0..4 {
        click(&mut bench, at(TEXT, "000 people"), 1);
        wait(&mut bench);
    }
    let pressed = [2, 1, 0, 2].map(|it| Event::Press(MarkId::Suggestion(it)));
    assert_eq!(bench.state().events, pressed);
    click(&mut bench, at(TEXT, "began"), 1);
    assert_eq!(bench.state().events.len(), 4, "nothing is marked there");
    wait(&mut bench);
    click(&mut bench, at(TEXT, "000 people"), 2);
    assert_eq!(bench.state().events.len(), 5, "the second click of a double one selects");
}

#[test]
fn a_tick_of_the_rail_leads_to_its_mark() {
    let mut window = long();
    let start = at(&window.article.text, "Paragraph 1500");
    let (span, id) =
        (Span::new(start, start + 9), MarkId::Annotation(AnnotationId(uuid::Uuid::nil())));
    window.marks = Marks::new(vec![Mark::new(id, span, MarkKind::Note(0), "In the middle")]);
    let part = start as f32 / window.article.text.len() as f32;
    let mut bench = open(window);
    let place = pos2(409.0, part * 400.0);
    button(&mut bench, place, true, Modifiers::NONE);
    button(&mut bench, place, false, Modifiers::NONE);
    bench.run();
    assert_eq!(bench.state().events, [Event::Press(id)]);
    let _ = bench.get_by_label("In the middle");
}

#[test]
fn the_words_of_a_new_form_are_outlined_until_they_have_a_mark() {
    let outlines = |fresh: Vec<Span>| {
        let bench = open(Window { fresh, ..Window::new(TEXT) });
        let accent = crate::gui::theme::colour(LIGHT.accent);
        let is_outline = |shape: &egui::epaint::ClippedShape| matches!(&shape.shape, egui::Shape::Rect(it) if it.stroke.color == accent);
        bench.output().shapes.iter().filter(|it| is_outline(it)).count()
    };
    let start = at(TEXT, "killed");
    assert_eq!(outlines(vec![]), 0);
    assert_eq!(outlines(vec![Span::new(start, start + 6)]), 1);
}

#[test]
fn clicks_that_come_in_one_frame_are_all_counted() {
    let mut bench = open(Window::new(TEXT));
    let pos = bench.state().place(at(TEXT, "illed")) + vec2(2.0, 0.0);
    bench.event(egui::Event::PointerMoved(pos));
    bench.step();
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    for pressed in [true, false, true, false, true, false] {
        let event = egui::Event::PointerButton { pos, button, pressed, modifiers };
        bench.input_mut().events.push(event);
    }
    bench.run();
    let expect = "It began at noon. |They killed 5,000 people.^\n\nAll fled in the night.";
    assert_eq!(bench.state().shown(), expect);
}
