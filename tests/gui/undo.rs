//! Undo, redo and what is remembered, in the real window: by names in the menu, and from one session to the next.

use std::io::ErrorKind;
use std::path::Path;

use eframe::egui::{Key, Modifiers, Rect, Role, Theme, ViewportId, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;
use kbworkbench::files::Disk as _;

use super::desk::{Desk, SAMPLE};

const CTRL: Modifiers = Modifiers::COMMAND;

/// Chooses an entry of the menu by the start of its name; the whole name.
fn choose(desk: &mut Desk, menu: &str, entry: &str) -> String {
    desk.click("Menu");
    desk.harness.get_all_by_role_and_label(Role::Button, menu).next().unwrap().click();
    desk.run();
    let name = desk.name_with(entry);
    desk.click(&name);
    name
}

#[test]
fn the_menu_names_the_step_that_it_takes_back_or_does_again() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::R);
    desk.press(Key::J);
    desk.press(Key::Delete);
    let mut told = vec![choose(&mut desk, "Edit", "Undo"), desk.told()];
    told.extend([choose(&mut desk, "Edit", "Undo"), desk.told()]);
    told.extend([choose(&mut desk, "Edit", "Redo"), desk.told()]);
    expect![[r#"
        Undo delete stance “Hikmet Hadjiyev, adviser to President I…”
        14 articles, 134 annotations, 27 actors; unsaved; undo Mark 04-south-caucasus-notes-a-day-of-war.txt as read; redo Delete stance “Hikmet Hadjiyev, adviser to President I…”
        Undo mark 04-south-caucasus-notes-a-day-of-war.txt as read
        14 articles, 134 annotations, 27 actors; saved; undo nothing; redo Mark 04-south-caucasus-notes-a-day-of-war.txt as read
        Redo mark 04-south-caucasus-notes-a-day-of-war.txt as read
        14 articles, 134 annotations, 27 actors; unsaved; undo Mark 04-south-caucasus-notes-a-day-of-war.txt as read; redo Delete stance “Hikmet Hadjiyev, adviser to President I…”"#]].assert_eq(&told.join("\n"));
}

const SETTINGS: &str = "/home/a/.state/kbworkbench/settings.json";

fn settings(desk: &Desk) -> String {
    String::from_utf8(desk.disk.read(Path::new(SETTINGS)).unwrap_or_default()).unwrap()
}

#[test]
fn theme_text_size_panels_and_the_window_s_place_are_there_in_the_next_session() {
    let mut desk = Desk::sample();
    desk.click("Dark theme");
    desk.press_with(CTRL, Key::Plus);
    desk.press_with(CTRL, Key::Plus);
    desk.press_with(CTRL | Modifiers::SHIFT, Key::B);
    let viewports = &mut desk.harness.input_mut().viewports;
    let viewport = viewports.entry(ViewportId::ROOT).or_default();
    viewport.inner_rect = Some(Rect::from_min_size(pos2(40.0, 60.0), vec2(1300.0, 800.0)));
    viewport.outer_rect = Some(Rect::from_min_size(pos2(40.0, 30.0), vec2(1300.0, 830.0)));
    desk.run();
    let next = Desk::open(desk.disk.clone(), Some(SAMPLE));
    let settings = next.app().settings();
    assert_eq!(next.harness.ctx.theme(), Theme::Dark);
    expect!["Dark, 19 pt, right panel false, Some(Place { width: 1300.0, height: 800.0, at: Some((40.0, 30.0)), maximized: false })"].assert_eq(&format!(
        "{:?}, {} pt, right panel {}, {:?}",
        settings.theme, settings.text_size, settings.shows_right, settings.window
    ));
}

#[test]
fn settings_are_replaced_whole_or_stay_as_they_were() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Plus);
    let before = settings(&desk);
    assert!(before.contains("\"text_size\": 18.0"), "{before}");
    for step in 0..8 {
        desk.disk.fail_at(step, ErrorKind::StorageFull);
        desk.press_with(CTRL, Key::Plus);
        desk.disk.fail_never();
        let after = settings(&desk);
        let size = format!("\"text_size\": {:?}", desk.app().settings().text_size);
        let is_whole = after.trim_end().ends_with('}') && after.contains("recent");
        assert!(after == before || (is_whole && after.contains(&size)), "{step}: {after}");
        desk.press_with(CTRL, Key::Minus);
    }
}

#[test]
fn the_name_given_in_the_settings_stands_in_what_is_made_from_then_on() {
    let mut desk = Desk::sample();
    desk.click("Who works here");
    let label = "Your name, as it stands in the record";
    desk.harness.get_by_role_and_label(Role::TextInput, label).focus();
    desk.run();
    desk.press_with(CTRL, Key::A);
    desk.type_text("M. Petrosyan");
    desk.press(Key::Enter);
    while desk.is_asked() {
        desk.press(Key::Escape);
    }
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::Num3);
    desk.type_text("evacuation");
    desk.press(Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    let state = desk.app().case().unwrap().state();
    let made = &state.annotations().values().next_back().unwrap().made;
    assert_eq!((made.coder.as_str(), state.annotations().len()), ("M. Petrosyan", 135));
    assert!(settings(&desk).contains("M. Petrosyan"));
}
