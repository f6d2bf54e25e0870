//! Suggestions that were dismissed: seen by themselves, told as such, offered again or decided otherwise, and away from
//! everything else for good.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;
use kbworkbench::gui::desk::Face;

use super::desk::Desk;
use super::review::{BRIDGE, VALLEY, check, current, queue, queue_of, waiting};

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// The queue after two were dismissed, one of them said twice.
fn dismissed() -> Desk {
    let mut desk = queue();
    assert!(!desk.shows("Only dismissed"), "as long as there is none");
    desk.press(Key::X);
    desk.press(Key::J);
    desk.press(Key::X);
    desk
}

fn dismissals(desk: &Desk) -> usize {
    desk.app().case().unwrap().state().dismissals().len()
}

fn annotations(desk: &Desk) -> usize {
    desk.app().case().unwrap().state().annotations().len()
}

#[test]
fn they_are_seen_by_themselves_and_offered_again_by_the_key_that_dismissed_them() {
    let mut desk = dismissed();
    let left = waiting(&desk);
    desk.click("Only dismissed (2)");
    check(
        &desk,
        expect![[r#"
            > Libya: at least 12 killed, 0.95, Meridian Wire, dismissed
              France condemns the attack, 0.88, Meridian Wire, dismissed
            2 of 6 decided
        "#]],
    );
    assert!(desk.shows("Dismissed, so it is not recorded and not offered"));
    assert!(desk.shows("Casualty claims (1)") && desk.shows("Stances (1)"));
    assert!(desk.shows("Articles with something dismissed"));
    desk.press(Key::X);
    check(
        &desk,
        expect![[r#"
            > France condemns the attack, 0.88, Meridian Wire, dismissed
            1 of 6 decided
        "#]],
    );
    assert_eq!(desk.app().situation().undo.unwrap(), "Offer “Libya: at least 12 killed” again");
    assert_eq!(dismissals(&desk), 1);
    desk.press_with(CTRL, Key::Z);
    assert!(current(&desk).starts_with("Libya: at least 12 killed"), "{}", waiting(&desk));
    assert_eq!(dismissals(&desk), 3);
    desk.click("Offer suggestion again");
    desk.click("Offer suggestion again");
    assert!(desk.shows("Nothing is dismissed"));
    desk.click("Back to what is left");
    assert!(waiting(&desk).contains("France condemns") && desk.shows("0 of 6 decided"));
    assert!(!desk.shows("Only dismissed"));
    desk.press_with(CTRL, Key::Z);
    desk.press_with(CTRL, Key::Z);
    assert_eq!(waiting(&desk).replace('>', " "), left.replace('>', " "));
}

#[test]
fn one_goes_there_and_back_without_the_mouse_and_is_where_one_was() {
    let mut desk = dismissed();
    desk.press(Key::End);
    let here = current(&desk);
    desk.command("Show dismissed suggestions");
    assert!(current(&desk).ends_with("dismissed"));
    desk.press(Key::J);
    assert!(current(&desk).starts_with("France"), "the queue has the keyboard");
    desk.command("Show suggestions that are left");
    assert_eq!(current(&desk), here);
    desk.press_with(ALT, Key::Num1);
    desk.command("Show dismissed suggestions");
    assert_eq!(desk.app().desk().face, Face::Review);
    assert!(current(&desk).ends_with("dismissed"));
}

#[test]
fn one_is_accepted_after_all_in_one_step() {
    let mut desk = dismissed();
    desk.click("Only dismissed (2)");
    let before = waiting(&desk);
    desk.press(Key::A);
    assert_eq!((annotations(&desk), dismissals(&desk)), (1, 1));
    assert!(current(&desk).starts_with("France"));
    desk.press_with(CTRL, Key::Z);
    assert_eq!((annotations(&desk), dismissals(&desk)), (0, 3));
    assert_eq!(waiting(&desk), before);
    // As it is, and corrected, through the form.
    desk.press(Key::E);
    desk.press(Key::Enter);
    assert_eq!((annotations(&desk), dismissals(&desk)), (1, 1));
    desk.press(Key::E);
    desk.harness.get_by_label("Memo").focus();
    desk.run();
    desk.type_text("seen");
    desk.press_with(CTRL, Key::Enter);
    assert_eq!(annotations(&desk), 2);
    assert!(desk.shows("Nothing is dismissed"), "{}", waiting(&desk));
    desk.click("Back to what is left");
    assert!(!waiting(&desk).contains("France") && !waiting(&desk).contains("12 killed"));
}

#[test]
fn what_was_corrected_is_recorded_and_not_told_to_be_dismissed() {
    let mut desk = queue();
    desk.press(Key::E);
    // The keyboard is in the figure, which is chosen whole.
    desk.type_text("13");
    desk.press(Key::Enter);
    assert_eq!((annotations(&desk), dismissals(&desk)), (1, 2), "it is not offered as it was");
    assert!(desk.shows("1 of 6 decided") && !desk.shows("Only dismissed"));
    assert!(desk.shows("correct “Libya: at least 12 killed”"), "what was done stands there");
    // Once the annotation is gone, what is left of it is that it is not wanted as it was.
    let made = desk.app().case().unwrap().state().annotations().keys().next().copied().unwrap();
    desk.press_with(ALT, Key::Num3);
    desk.press(Key::ArrowDown);
    desk.press(Key::Delete);
    assert!(!desk.app().case().unwrap().state().annotations().contains_key(&made));
    desk.press_with(ALT, Key::Num2);
    desk.click("Only dismissed (1)");
}

#[test]
fn all_at_once_are_accepted_of_what_is_left_alone() {
    let mut desk = dismissed();
    desk.click("Only dismissed (2)");
    assert!(!desk.shows("from 0.90 on"));
    desk.press_with(CTRL | SHIFT, Key::A);
    assert_eq!(annotations(&desk), 0);
}

#[test]
fn nothing_is_done_to_one_where_it_is_not_in_sight() {
    let mut desk = dismissed();
    desk.click("Only dismissed (2)");
    let told = desk.told();
    desk.press(Key::Home);
    desk.press(Key::Enter);
    assert_eq!(desk.app().desk().face, Face::Read);
    let column = desk.app().desk().active().unwrap();
    let text = desk.app().case().unwrap().text(column.article).unwrap();
    let selection = column.selection.unwrap();
    let words = &text.text[selection.anchor..selection.head];
    assert_eq!(words, "At least 12 people killed", "it has no mark, so its words are selected");
    desk.press(Key::A);
    desk.press(Key::X);
    assert_eq!(desk.told(), told);
    assert!(!desk.shows("Suggested"));
}

#[test]
fn they_are_there_when_the_project_is_opened_again_and_searched_anew() {
    let mut desk = dismissed();
    desk.will_choose("/home/a/news.kbproj");
    desk.press_with(CTRL, Key::S);
    let mut again = Desk::open(Arc::clone(&desk.disk), Some("/home/a/news.kbproj"));
    again.press_with(ALT, Key::Num2);
    // What is accepted teaches the project names, with which the articles are searched anew.
    again.press(Key::A);
    again.press(Key::J);
    again.press(Key::A);
    again.click("Only dismissed (2)");
    check(
        &again,
        expect![[r#"
            > Libya: at least 12 killed, 0.95, Meridian Wire, dismissed
              France condemns the attack, 0.88, Meridian Wire, dismissed
            4 of 6 decided
        "#]],
    );
    again.press(Key::X);
    again.press_with(CTRL, Key::S);
    let mut last = Desk::open(Arc::clone(&again.disk), Some("/home/a/news.kbproj"));
    last.press_with(ALT, Key::Num2);
    assert!(waiting(&last).contains("12 killed") && !waiting(&last).contains("France"));
    assert!(last.shows("Only dismissed (1)"));
}

#[test]
fn filters_narrow_them_down_too() {
    let mut desk = dismissed();
    desk.click("Only dismissed (2)");
    desk.click_near("Casualty claims (");
    desk.click_near("Stances (");
    assert!(desk.shows("All 2 that are dismissed are left out by the filters"));
    let clear = desk.harness.get_all_by_label("Clear filters").last();
    clear.unwrap().click();
    desk.run();
    assert!(current(&desk).ends_with("dismissed"), "what it is of stays");
}

#[test]
fn where_all_is_decided_the_way_to_them_stands_there() {
    let mut desk = queue_of(&[("b.txt", VALLEY)], [900.0, 650.0], Theme::Dark);
    desk.press(Key::A);
    desk.press(Key::X);
    desk.click("See the dismissed (1)");
    assert!(current(&desk).ends_with("dismissed"));
    let desk = queue_of(&[("a.txt", BRIDGE)], [900.0, 650.0], Theme::Dark);
    assert!(!desk.shows("See the dismissed"));
}
