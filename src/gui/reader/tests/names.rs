//! Tests what is found by name: marks, text, the small bar.

use super::*;

#[test]
fn marks_and_text_are_found_by_name() {
    let mut bench = open(marked());
    bench.get_by_label("night").click();
    bench.run();
    assert_eq!(bench.state().events, [Event::Press(MarkId::Suggestion(3))]);
    bench.get_by_label("5,000 people").click_accesskit();
    bench.run();
    assert_eq!(bench.state().events.last(), Some(&Event::Press(MarkId::Suggestion(1))));
    let _ = bench.get_by_label_contains("It began at noon");
    let _ = bench.get_by_label("Article text");
}

#[test]
fn the_small_bar_says_what_is_to_be_made() {
    let mut window = marked();
    window.selection = Some(Selection::of(Span::new(3, 8)));
    let mut bench = open(window);
    bench.get_by_label("Stance").click();
    bench.run();
    assert_eq!(bench.state().events, [Event::Annotate(Making::Stance)]);
    assert_eq!(bench.state().selection, Some(Selection::of(Span::new(3, 8))), "still selected");
    bench.state_mut().bar = false;
    bench.run();
    assert!(bench.query_by_label("Stance").is_none());
}

#[test]
fn the_bar_stays_in_the_column_and_off_the_selection() {
    for (words, width) in [("It", 420.0), ("night.", 420.0), (TEXT, 420.0), ("began", 260.0)] {
        let mut window = Window::new(TEXT);
        window.selected = Some(MarkId::Annotation(AnnotationId(uuid::Uuid::nil())));
        let start = at(TEXT, words);
        window.selection = Some(Selection::of(Span::new(start, start + words.len())));
        let mut bench = open(window);
        bench.set_size(vec2(width, 400.0));
        bench.run();
        let (first, last) =
            (bench.get_by_label("Casualty claim"), bench.get_by_label("Add passage"));
        let bar = first.rect().union(last.rect());
        assert!(bar.left() >= 0.0 && bar.right() <= width && bar.bottom() <= 400.0, "{bar}");
        let span = Span::new(start, start + words.len());
        let view = bench.state().view.as_ref().unwrap();
        assert!(
            view.rects(span).iter().all(|row| !row.intersects(bar.shrink(1.0))),
            "{words}: {bar}"
        );
    }
}
