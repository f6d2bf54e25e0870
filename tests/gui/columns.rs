//! Articles side by side in the real window: opened, moved, widened, closed, and found again where they were left.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Theme, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;

use super::desk::{Desk, SAMPLE, disk};
use super::list::open;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The sample with its first three articles side by side.
fn three() -> Desk {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    assert_eq!(open(&desk), "Karabakh: a  | Azerbaijan o | [Baku demands]");
    desk
}

fn heading(desk: &Desk, place: usize) -> Rect {
    desk.harness.get_by_label_contains(&format!("Column {place}, ")).rect()
}

fn drag(desk: &mut Desk, from: Pos2, to: Pos2) {
    desk.harness.drag_at(from);
    desk.run();
    desk.harness.hover_at(from.lerp(to, 0.5));
    desk.run();
    desk.harness.hover_at(to);
    desk.run();
    desk.harness.drop_at(to);
    desk.run();
}

#[test]
fn a_heading_dragged_moves_its_column() {
    let mut desk = three();
    let (first, third) = (heading(&desk, 1), heading(&desk, 3));
    drag(&mut desk, third.left_center() + vec2(60.0, 0.0), first.left_center() + vec2(20.0, 200.0));
    assert_eq!(open(&desk), "[Baku demands] | Karabakh: a  | Azerbaijan o");
    drag(
        &mut desk,
        first.left_center() + vec2(60.0, 0.0),
        third.right_center() + vec2(-20.0, 200.0),
    );
    assert_eq!(open(&desk), "Karabakh: a  | Azerbaijan o | [Baku demands]");
    desk.press_with(CTRL | Modifiers::SHIFT, Key::PageUp);
    assert_eq!(open(&desk), "Karabakh: a  | [Baku demands] | Azerbaijan o");
}

#[test]
fn an_article_of_the_list_is_dropped_between_columns_or_into_one() {
    let mut desk = three();
    let row = |desk: &Desk, words: &str| {
        desk.harness.get_all_by_label_contains(words).next().unwrap().rect().center()
    };
    let (from, second) = (row(&desk, "Shelling through"), heading(&desk, 2));
    drag(&mut desk, from, second.left_center() + vec2(15.0, 300.0));
    assert_eq!(open(&desk), "Karabakh: a  | [Shelling thr] | Azerbaijan o | Baku demands");
    let (from, first) = (row(&desk, "Guns fall silent"), heading(&desk, 1));
    drag(&mut desk, from, first.left_center() + vec2(5.0, 300.0));
    assert_eq!(
        open(&desk),
        "[Guns fall si] | Shelling thr | Azerbaijan o | Baku demands",
        "four is the most"
    );
    desk.click("Close column 4");
    let (from, third) = (row(&desk, "Haut-Karabakh"), heading(&desk, 3));
    drag(&mut desk, from, third.center() + vec2(0.0, 300.0));
    assert_eq!(open(&desk), "Guns fall si | Shelling thr | [Haut-Karabak]");
    let from = row(&desk, "Northern Ledger");
    drag(&mut desk, from, pos2(100.0, 400.0));
    assert_eq!(open(&desk), "Guns fall si | Shelling thr | [Haut-Karabak]", "not on a column");
}

#[test]
fn columns_are_closed_and_the_last_leaves_a_hint() {
    let mut desk = three();
    desk.click("Close column 1");
    assert_eq!(open(&desk), "Azerbaijan o | [Baku demands]");
    desk.press_with(CTRL, Key::W);
    desk.press_with(CTRL, Key::W);
    assert_eq!(open(&desk), "");
    assert!(desk.shows("Choose an article at the left"));
    let row = desk.harness.get_all_by_label_contains("Baku demands").next().unwrap().rect();
    drag(&mut desk, row.center(), pos2(700.0, 400.0));
    assert_eq!(open(&desk), "[Baku demands]");
}

#[test]
fn the_line_between_columns_gives_one_more_room_and_a_double_click_evens_them() {
    let mut desk = three();
    let line = |desk: &Desk| desk.harness.get_by_label("Line before column 2").rect().center();
    let even = heading(&desk, 1).width();
    let at = line(&desk);
    drag(&mut desk, at, at + vec2(60.0, 0.0));
    let (first, second, third) =
        (heading(&desk, 1).width(), heading(&desk, 2).width(), heading(&desk, 3).width());
    assert!(
        (first - even - 60.0).abs() < 1.5 && (second - even + 60.0).abs() < 1.5,
        "{first} {second}"
    );
    assert!((third - even).abs() < 1.5, "{third}");
    let at = line(&desk);
    drag(&mut desk, at, at + vec2(600.0, 0.0));
    assert!((heading(&desk, 2).width() - 240.0).abs() < 1.5, "no column gets too narrow");
    let at = line(&desk);
    // All within one frame, however long a frame of a test is.
    let click = [true, false, true, false].map(|pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    });
    desk.harness.input_mut().events.extend(click);
    desk.run();
    assert!((heading(&desk, 1).width() - even).abs() < 1.5);
}

#[test]
fn an_article_opened_again_is_where_it_was_left() {
    let mut desk = Desk::sample();
    for _ in 0..9 {
        desk.press(Key::J);
    }
    let selection = desk.app().desk().active().unwrap().selection;
    let mark = |desk: &Desk| {
        let marks = desk.harness.query_all_by_role(eframe::egui::Role::Mark);
        marks.map(|it| it.rect().top().round().to_string()).collect::<Vec<_>>().join(" ")
    };
    let place = mark(&desk);
    desk.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_ne!(mark(&desk), place);
    desk.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(mark(&desk), place);
    assert_eq!(desk.app().desk().active().unwrap().selection, selection);
}

#[test]
fn where_there_is_too_little_room_tabs_name_the_other_columns() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [700.0, 650.0], Theme::Light);
    desk.press_with(CTRL, Key::Enter);
    assert!(desk.harness.query_by_label_contains("Column 1, ").is_none());
    let _ = desk.harness.get_by_label_contains("Column 2, ");
    desk.click_near("Go to column 1");
    assert_eq!(open(&desk), "[Karabakh: a ] | Azerbaijan o");
    let _ = desk.harness.get_by_label_contains("Column 1, ");
    desk.press(Key::F6);
    let _ = desk.harness.get_by_label_contains("Column 2, ");
}

#[test]
fn a_missing_text_says_what_to_do_and_shows_what_is_kept() {
    let disk = disk();
    for path in disk.paths() {
        if path.to_string_lossy().contains("/articles/") {
            disk.take(&path);
        }
    }
    let mut desk = Desk::open(disk, Some(SAMPLE));
    assert_eq!(open(&desk), "[Karabakh: a ]");
    assert!(desk.shows("The text is not at hand"));
    assert!(desk.shows("Two civilians, employees of the road agency, died"));
    let _ = desk.harness.get_by_label("Locate…");
    desk.click("Warnings");
}

#[test]
fn passages_that_a_new_version_lost_are_told() {
    let disk = disk();
    let is_first = |it: &std::path::PathBuf| {
        let text = kbworkbench::files::Disk::read(&*disk, it).unwrap_or_default();
        String::from_utf8_lossy(&text).contains("Two civilians, employees of the road agency, died")
    };
    let path = disk
        .paths()
        .into_iter()
        .filter(|it| it.to_string_lossy().contains("/articles/"))
        .find(is_first)
        .unwrap();
    disk.add(
        &path,
        "Karabakh: a day of war\n\nTwo civilians, employees of the road agency, died on Tuesday.",
    );
    let mut desk = Desk::open(disk, Some(SAMPLE));
    expect!["[Karabakh: a ]"].assert_eq(&open(&desk));
    assert!(desk.shows("passages were not found in this version of the text"));
    desk.click("Show the first");
    assert!(desk.app().desk().picked.is_some());
}
