//! Marking claims, stances and notes in the real window: by mouse and by keys, undone, done again, saved, opened again.

use eframe::egui::{Key, Modifiers};
use expect_test::expect;

use super::desk::{Desk, SAMPLE};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Goes to the first claim of the first article and selects its sentence, without a mouse.
fn select_sentence(desk: &mut Desk) {
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
}

#[test]
fn a_sentence_becomes_a_claim_by_four_keys_and_stands_in_the_saved_file() {
    let mut desk = Desk::sample();
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
    select_sentence(&mut desk);
    desk.press(Key::Num1);
    assert!(desk.shows("Casualty claim"));
    desk.press(Key::Enter);
    expect!["14 articles, 135 annotations, 27 actors; unsaved; undo Add claim “Two civilians, employees of the road ag…”; redo nothing"].assert_eq(&desk.told());
    desk.press_with(CTRL, Key::S);
    expect!["14 articles, 135 annotations, 27 actors; saved; undo Add claim “Two civilians, employees of the road ag…”; redo nothing"].assert_eq(&desk.told());
    assert_eq!(desk.on_disk(SAMPLE).state().annotations().len(), 135);
}

#[test]
fn undo_takes_everything_back_and_redo_does_it_again() {
    let mut desk = Desk::sample();
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        select_sentence(&mut desk);
        desk.press(key);
        desk.press(Key::Enter);
        desk.press(Key::Escape);
    }
    let after = desk.told();
    for _ in 0..3 {
        desk.press_with(CTRL, Key::Z);
    }
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo Add claim “Two civilians, employees of the road ag…”"].assert_eq(&desk.told());
    for _ in 0..3 {
        desk.press_with(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(desk.told(), after);
}

#[test]
fn esc_leaves_a_form_and_nothing_is_recorded() {
    let mut desk = Desk::sample();
    select_sentence(&mut desk);
    desk.press(Key::Num2);
    assert!(desk.shows("Stance"));
    desk.press(Key::Escape);
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
}
