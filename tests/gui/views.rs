//! Turning between reading and the views: by the bar and by keys, side by side, the way back, and taken up again as left.

use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use kbworkbench::gui::desk::{Face, Left};

use super::desk::{Desk, SAMPLE, disk};

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn the_views_are_turned_to_by_the_bar_and_by_keys() {
    let mut desk = Desk::sample();
    for (name, key, face) in [
        ("Review", Key::Num2, Face::Review),
        ("Table", Key::Num3, Face::Table),
        ("Casualties", Key::Num4, Face::Casualties),
        ("Stances", Key::Num5, Face::Stances),
        ("Read", Key::Num1, Face::Read),
    ] {
        desk.click(name);
        assert_eq!(desk.app().desk().face, face);
        desk.press_with(ALT, Key::Num1);
        desk.press_with(ALT, key);
        assert_eq!(desk.app().desk().face, face);
    }
}

#[test]
fn a_view_has_its_filters_at_the_left_and_reading_the_list_it_had() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Num2);
    desk.press_with(ALT, Key::Num4);
    assert_eq!(desk.app().desk().left, Left::Filters);
    desk.press_with(CTRL, Key::Num3);
    assert_eq!(desk.app().desk().left, Left::Incidents);
    desk.press_with(ALT, Key::Num5);
    assert_eq!(desk.app().desk().left, Left::Filters);
    desk.press_with(ALT, Key::Num1);
    assert_eq!(desk.app().desk().left, Left::Incidents);
}

#[test]
fn the_way_back_leads_through_the_views() {
    let mut desk = Desk::sample_in(Key::Num4);
    desk.press_with(ALT, Key::Num5);
    let mut faces = vec![];
    for key in [Key::ArrowLeft, Key::ArrowLeft, Key::ArrowRight, Key::ArrowRight] {
        desk.press_with(ALT, key);
        faces.push(desk.app().desk().face);
    }
    assert_eq!(faces, [Face::Casualties, Face::Read, Face::Casualties, Face::Stances]);
}

#[test]
fn a_view_stands_beside_the_text_or_in_its_place() {
    let mut desk = Desk::sample();
    assert!(desk.app().desk().reads());
    desk.press_with(ALT, Key::Num4);
    assert!(!desk.app().desk().reads());
    desk.press_with(CTRL, Key::Backslash);
    assert!(desk.app().desk().reads() && desk.app().desk().face == Face::Casualties);
    assert!(desk.shows("Line between text and view"));
    desk.press_with(ALT, Key::Num1);
    assert!(!desk.shows("Line between text and view"));
    desk.press_with(CTRL, Key::Backslash);
    assert_eq!(desk.app().desk().face, Face::Casualties);
}

#[test]
fn text_and_chart_have_the_width_until_the_form_is_asked_for() {
    let mut desk = Desk::sample_in(Key::Num4);
    desk.press_with(CTRL, Key::Backslash);
    let edge = |desk: &Desk| desk.harness.get_by_label("Line between text and view").rect();
    let before = edge(&desk);
    desk.click_near("20. 32 killed");
    assert!(desk.app().desk().picked.is_some());
    assert_eq!(edge(&desk), before, "nothing jumps when a mark is clicked");
    desk.press(Key::E);
    assert!(edge(&desk).left() < before.left(), "the form has its room");
    desk.press(Key::Escape);
    assert_eq!(edge(&desk), before);
    desk.press_with(CTRL | Modifiers::SHIFT, Key::B);
    assert!(edge(&desk).left() < before.left());
    desk.press_with(CTRL | Modifiers::SHIFT, Key::B);
    assert_eq!(edge(&desk), before);
}

#[test]
fn looking_at_one_mark_after_another_fills_no_columns() {
    let mut desk = Desk::sample_in(Key::Num4);
    desk.press_with(CTRL, Key::Backslash);
    let open =
        |desk: &Desk| desk.app().desk().columns.iter().map(|it| it.article).collect::<Vec<_>>();
    desk.click_near("20. 32 killed");
    let first = open(&desk);
    desk.click_near("23. at least 200 killed");
    assert_eq!(open(&desk).len(), 1);
    assert_ne!(open(&desk), first);
    desk.press_with(ALT, Key::ArrowLeft);
    assert_eq!(open(&desk), first);
}

#[test]
fn where_text_and_view_do_not_fit_side_by_side_it_is_told() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [900.0, 650.0], Theme::Light);
    desk.press_with(ALT, Key::Num4);
    desk.press_with(CTRL, Key::Backslash);
    assert!(desk.shows("There is no room for text and view side by side"));
    desk.press_with(CTRL, Key::B);
    assert!(desk.shows("Line between text and view"));
}

#[test]
fn an_article_chosen_while_a_view_is_shown_is_read() {
    let mut desk = Desk::sample_in(Key::Num4);
    desk.press_with(CTRL, Key::Num1);
    desk.press_with(ALT, Key::ArrowDown);
    assert_eq!(desk.app().desk().face, Face::Read);
}

#[test]
fn a_project_is_taken_up_as_it_was_left() {
    let disk = disk();
    let mut desk = Desk::open(disk.clone(), Some(SAMPLE));
    for _ in 0..3 {
        desk.press(Key::J);
    }
    desk.press_with(CTRL, Key::Enter);
    desk.press_with(ALT, Key::Num5);
    desk.press_with(CTRL, Key::Backslash);
    let as_it_lies = |desk: &Desk| {
        let it = desk.app().desk();
        let columns: Vec<_> = it.columns.iter().map(|it| (it.article, it.selection)).collect();
        (it.face, it.split, columns, it.active, it.picked)
    };
    let left = as_it_lies(&desk);
    assert_eq!(left.2.len(), 2);
    desk.click("Menu");
    desk.click_near("File");
    desk.click("Close project");
    assert!(desk.app().case().is_none());
    drop(desk);
    let desk = Desk::open(disk, Some(SAMPLE));
    assert_eq!(as_it_lies(&desk), left);
}
