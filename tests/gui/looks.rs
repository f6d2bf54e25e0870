//! The window as it is seen, in both themes: a few pictures that change only when its look does. A change that is meant
//! is accepted as `picture.rs` says.

use eframe::egui::{Key, Modifiers, Theme};

use super::desk::{Desk, SAMPLE, disk};
use super::picture::snapshot;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The window with the sample or without a project, in a theme.
fn desk(path: Option<&str>, size: [f32; 2], theme: Theme) -> Desk {
    let disk = disk();
    if theme == Theme::Dark {
        disk.add("/home/a/.state/kbworkbench/settings.json", r#"{"theme":"dark"}"#);
    }
    Desk::sized(disk, path, size, theme)
}

/// Three articles side by side, and the form of a claim in the third.
fn reading(theme: Theme) -> Desk {
    let mut desk = desk(Some(SAMPLE), [1320.0, 380.0], theme);
    desk.press_with(CTRL, Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    // Past a suggestion.
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::J);
    desk
}

#[test]
fn reading_looks_as_it_should() {
    snapshot(&mut reading(Theme::Light).harness, "read-light");
}

#[test]
fn reading_in_the_dark_looks_as_it_should() {
    snapshot(&mut reading(Theme::Dark).harness, "read-dark");
}

#[test]
fn the_start_looks_as_it_should() {
    let mut desk = desk(None, [640.0, 420.0], Theme::Light);
    snapshot(&mut desk.harness, "start-light");
}

#[test]
fn actors_with_their_details_look_as_they_should() {
    let mut desk = desk(Some(SAMPLE), [900.0, 560.0], Theme::Dark);
    desk.click("Actors");
    desk.click_near("Azerbaijan");
    snapshot(&mut desk.harness, "actors-dark");
}

#[test]
fn places_found_look_as_they_should() {
    let mut desk = desk(Some(SAMPLE), [900.0, 540.0], Theme::Light);
    desk.press_with(CTRL, Key::F);
    desk.type_text("at least 25");
    desk.press(Key::Enter);
    snapshot(&mut desk.harness, "search-light");
}
