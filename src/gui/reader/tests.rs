//! Tests the real widget as a user has it: mouse, keys, names.

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use super::view::{Kept, Setter, View, view};
use super::{Event, Making, Mark, MarkId, MarkKind, Marks, Page, Selection, Sheet, set_up, show};
use crate::base::theme::LIGHT;
use crate::base::words::Outcome;
use crate::base::{AnnotationId, Span, TextIndex};
use crate::corpus::{self, Article, Hash, Metadata};
use crate::files::memory::MemoryDisk;
use crate::gui::fonts;

const TEXT: &str = "It began at noon. They killed 5,000 people.\n\nAll fled in the night.";

/// An article as it would be read from a file; one without words cannot be read, and is made by hand.
pub(super) fn article(text: &str) -> Article {
    let disk = MemoryDisk::new();
    disk.add("/a.txt", text);
    match corpus::read_article(&disk, Path::new("/a.txt"), "a.txt") {
        Ok((article, _)) => article,
        Err(_) => Article {
            path: "a.txt".to_owned(),
            text_hash: Hash::of(text.as_bytes()),
            file_hash: Hash::of(text.as_bytes()),
            index: TextIndex::new(text),
            metadata: Metadata::default(),
            paragraphs: vec![],
            sentences: vec![],
            furniture: vec![],
            text: text.to_owned(),
        },
    }
}

/// A window with one column.
struct Window {
    article: Article,
    marks: Marks,
    sheet: Sheet,
    selection: Option<Selection>,
    selected: Option<MarkId>,
    size: f32,
    bar: bool,
    events: Vec<Event>,
    /// Of the last frame.
    view: Option<View>,
    /// Keys that the widget left to the window.
    left: Vec<Key>,
}

type Bench = Harness<'static, Window>;

impl Window {
    fn new(text: &str) -> Self {
        Self {
            article: article(text),
            marks: Marks::default(),
            sheet: Sheet::default(),
            selection: None,
            selected: None,
            size: 17.0,
            bar: true,
            events: vec![],
            view: None,
            left: vec![],
        }
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let page = Page {
            article: &self.article,
            marks: &self.marks,
            hits: &[],
            hit: None,
            selection: self.selection,
            selected: self.selected,
            hovered: None,
            text_size: self.size,
            palette: &LIGHT,
            active: true,
            bar: self.bar,
        };
        let column = ui.available_rect_before_wrap();
        let events = show(ui, &mut self.sheet, &page);
        let (kind, area) = set_up(ui, &page, column);
        let kept = Kept::default();
        let setter = Setter::new(ui.ctx(), &self.article, kind, &kept);
        self.view = Some(view(&setter, &mut self.sheet.clone(), area, 0.0));
        for event in events {
            match event {
                Event::Select(selection) => self.selection = Some(selection),
                Event::Hover(_) => {}
                event => self.events.push(event),
            }
        }
        let left = ui.input(|it| it.events.clone());
        self.left.extend(left.iter().filter_map(|event| match event {
            egui::Event::Key { key, pressed: true, .. } => Some(*key),
            _ => None,
        }));
    }

    fn place(&self, byte: usize) -> Pos2 {
        let caret = self.view.as_ref().and_then(|view| view.caret(byte));
        caret.expect("the byte is in view").center()
    }

    /// The text with `|` at the anchor and `^` at the head.
    fn shown(&self) -> String {
        let Some(Selection { anchor, head }) = self.selection else { return String::new() };
        let mut text = self.article.text.clone();
        text.insert(anchor.max(head), if anchor > head { '|' } else { '^' });
        if anchor != head {
            text.insert(anchor.min(head), if anchor < head { '|' } else { '^' });
        }
        text
    }
}

fn open(window: Window) -> Bench {
    let mut bench = Harness::builder()
        .with_size(vec2(420.0, 400.0))
        .with_step_dt(0.05)
        .with_max_steps(40)
        .allow_missing_glyphs()
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), window);
    bench.run();
    bench
}

fn button(bench: &mut Bench, place: Pos2, pressed: bool, modifiers: Modifiers) {
    let button = egui::PointerButton::Primary;
    bench.event(egui::Event::PointerMoved(place));
    bench.event(egui::Event::PointerButton { pos: place, button, pressed, modifiers });
    bench.step();
}

/// Quick clicks at a byte.
fn click(bench: &mut Bench, byte: usize, times: usize) {
    let place = bench.state().place(byte) + vec2(2.0, 0.0);
    for _ in 0..times {
        button(bench, place, true, Modifiers::NONE);
        button(bench, place, false, Modifiers::NONE);
    }
}

/// Long enough for the next click to be a single one.
fn wait(bench: &mut Bench) {
    bench.run_steps(10);
}

fn at(text: &str, words: &str) -> usize {
    text.find(words).expect("the words are there")
}

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

/// `before` and `after` show the selection as [`Window::shown`] does.
#[track_caller]
fn check_keys(before: &str, keys: &[(Modifiers, Key)], after: &str) {
    let text = before.replace(['|', '^'], "");
    let mut window = Window::new(&text);
    let head = at(before, "^");
    window.selection = Some(match before.find('|') {
        None => Selection::caret(head),
        Some(anchor) if anchor < head => Selection { anchor, head: head - 1 },
        Some(anchor) => Selection { anchor: anchor - 1, head },
    });
    let mut bench = open(window);
    for (modifiers, key) in keys {
        bench.key_press_modifiers(*modifiers, *key);
        bench.run();
    }
    assert_eq!(bench.state().shown(), after, "{before:?}");
}

#[test]
fn keys_move_and_extend_the_caret() {
    const SHIFT: Modifiers = Modifiers::SHIFT;
    const COMMAND: Modifiers = Modifiers::COMMAND;
    const NONE: Modifiers = Modifiers::NONE;
    let both = SHIFT | COMMAND;
    check_keys("It ^began.", &[(NONE, Key::ArrowRight)], "It b^egan.");
    check_keys("It ^began.", &[(SHIFT, Key::ArrowRight); 2], "It |be^gan.");
    check_keys("It ^began.", &[(COMMAND, Key::ArrowRight)], "It began^.");
    check_keys("It began^.", &[(both, Key::ArrowLeft)], "It ^began|.");
    check_keys("It |beg^an.", &[(NONE, Key::ArrowLeft)], "It ^began.");
    check_keys("It |beg^an.", &[(NONE, Key::ArrowRight)], "It beg^an.");
    check_keys("It |beg^an.", &[(NONE, Key::Escape)], "It beg^an.");
    check_keys("One^.\n\nOne.", &[(NONE, Key::ArrowDown)], "One.\n\nOne^.");
    check_keys("One.\n\nOne^.", &[(NONE, Key::ArrowUp)], "One^.\n\nOne.");
    check_keys(
        "Longer.^\n\nA.\n\nLonger.",
        &[(NONE, Key::ArrowDown); 2],
        "Longer.\n\nA.\n\nLonger.^",
    );
    check_keys("One^.\n\nTwo.", &[(SHIFT, Key::ArrowUp)], "^One|.\n\nTwo.");
    check_keys("One^.\n\nTwo.", &[(NONE, Key::Home)], "^One.\n\nTwo.");
    check_keys("^One.\n\nTwo.", &[(NONE, Key::End)], "One.^\n\nTwo.");
    check_keys("One^.\n\nTwo.", &[(COMMAND, Key::End)], "One.\n\nTwo.^");
    check_keys("One.\n\nTwo.^", &[(both, Key::Home)], "^One.\n\nTwo.|");
    check_keys("O^ne. Two.", &[(both, Key::ArrowDown)], "O|ne.^ Two.");
    check_keys("O^ne. Two.", &[(both, Key::ArrowDown); 2], "O|ne. Two.^");
    check_keys("O^ne. Two.", &[(COMMAND, Key::ArrowDown)], "One. ^Two.");
    check_keys("One. T^wo.", &[(COMMAND, Key::ArrowUp)], "One. ^Two.");
    check_keys("One. ^Two.", &[(both, Key::ArrowUp)], "^One. |Two.");
    check_keys("One^.\n\nTwo.", &[(COMMAND, Key::A)], "|One.\n\nTwo.^");
    check_keys("One^.\n\nTwo.", &[(NONE, Key::PageDown)], "One.\n\nTwo.^");
    check_keys("One.\n\nTwo^.", &[(NONE, Key::PageUp)], "^One.\n\nTwo.");
}

#[test]
fn left_goes_left_in_a_paragraph_from_right_to_left() {
    let (none, command) = (Modifiers::NONE, Modifiers::COMMAND);
    check_keys("שלום^ עולם", &[(none, Key::ArrowLeft)], "שלום ^עולם");
    check_keys("שלום^ עולם", &[(none, Key::ArrowRight)], "שלו^ם עולם");
    check_keys("^שלום עולם", &[(command, Key::ArrowLeft)], "שלום^ עולם");
}

#[test]
fn rows_of_one_paragraph_are_walked_and_the_end_of_a_row_stays_in_it() {
    let text = "The presidency said in the early evening that there would be no talks.";
    let mut window = Window::new(text);
    window.selection = Some(Selection::caret(0));
    let mut bench = open(window);
    bench.key_press(Key::End);
    bench.run();
    let end = bench.state().selection.map_or(0, |it| it.head);
    let top = bench.state().place(0).y;
    assert!(end > 20 && end < text.len(), "{end}");
    assert_eq!(bench.state().place(end).y, top);
    bench.key_press(Key::ArrowDown);
    bench.run();
    let below = bench.state().selection.map_or(0, |it| it.head);
    assert!(bench.state().place(below).y > top && below > end);
    bench.key_press(Key::ArrowUp);
    bench.run();
    assert_eq!(bench.state().selection, Some(Selection::caret(end)), "the same place across");
}

#[test]
fn keys_of_the_window_are_left_to_it() {
    let mut bench = open(Window::new(TEXT));
    for key in [Key::Num1, Key::Num3, Key::Enter, Key::F1, Key::Tab, Key::Escape, Key::Space] {
        bench.key_press(key);
    }
    bench.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    bench.key_press_modifiers(Modifiers::COMMAND, Key::S);
    bench.key_press(Key::ArrowLeft);
    bench.run();
    let keys = [
        Key::Num1,
        Key::Num3,
        Key::Enter,
        Key::F1,
        Key::Tab,
        Key::Escape,
        Key::Space,
        Key::ArrowLeft,
        Key::S,
    ];
    assert_eq!(bench.state().left, keys);
}

#[test]
fn what_is_selected_is_copied() {
    let mut window = Window::new(TEXT);
    window.selection = Some(Selection::of(Span::new(3, 8)));
    let mut bench = open(window);
    bench.event(egui::Event::Copy);
    bench.step();
    assert_eq!(bench.state().events, [Event::Copy("began".to_owned())]);
    let commands = &bench.output().platform_output.commands;
    assert!(commands.contains(&egui::OutputCommand::CopyText("began".to_owned())), "{commands:?}");
}

fn mark(number: usize, words: &str) -> Mark {
    let start = at(TEXT, words);
    let span = Span::new(start, start + words.len());
    Mark::new(MarkId::Suggestion(number), span, MarkKind::Claim(Outcome::Killed), words)
}

fn marked() -> Window {
    let mut window = Window::new(TEXT);
    window.marks = Marks::new(vec![
        mark(0, "They killed 5,000 people."),
        mark(1, "5,000 people"),
        mark(2, "5,000"),
        mark(3, "night"),
    ]);
    window
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
    for words in ["It", "night.", TEXT] {
        let mut window = Window::new(TEXT);
        let start = at(TEXT, words);
        window.selection = Some(Selection::of(Span::new(start, start + words.len())));
        let bench = open(window);
        let (first, last) = (bench.get_by_label("Casualty claim"), bench.get_by_label("Note"));
        let bar = first.rect().union(last.rect());
        assert!(bar.left() >= 0.0 && bar.right() <= 420.0 && bar.bottom() <= 400.0, "{bar}");
        let span = Span::new(start, start + words.len());
        let view = bench.state().view.as_ref().unwrap();
        assert!(view.rects(span).iter().all(|row| !row.intersects(bar)), "{words}: {bar}");
    }
}

fn long() -> Window {
    let lines = (0..3000).map(|it| format!("Paragraph {it} has a few words to read.\n\n"));
    Window::new(&lines.collect::<String>())
}

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
