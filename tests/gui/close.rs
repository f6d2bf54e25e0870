//! Closing the window: nothing that was typed goes with it.

use eframe::egui::{Key, ViewportEvent, ViewportId};
use expect_test::expect;

use super::desk::Desk;

/// The window's own close button.
fn close(desk: &mut Desk) {
    let viewports = &mut desk.harness.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    desk.run();
}

#[test]
fn what_is_typed_in_a_form_is_recorded_and_asked_about_before_the_window_closes() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::E);
    desk.type_text("7");
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
    close(&mut desk);
    expect!["14 articles, 134 annotations, 27 actors; unsaved; undo Change claim “Two civilians, employees of the road ag…”; redo nothing"].assert_eq(&desk.told());
    assert!(desk.shows("Discard"), "it is asked whether to save");
}

#[test]
fn a_form_that_cannot_be_recorded_keeps_the_window_open_and_says_why() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::E);
    desk.type_text("x");
    close(&mut desk);
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
    assert!(desk.shows("mend it, or leave it with Esc"));
    desk.press(Key::Backspace);
    desk.type_text("7");
    desk.press(Key::Enter);
    assert!(!desk.shows("mend it, or leave it with Esc"), "it is mended");
}
