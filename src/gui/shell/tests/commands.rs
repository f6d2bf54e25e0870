//! Owns the tests of palette and settings.

use super::*;

#[test]
fn the_palette_finds_commands_and_articles() {
    let mut window = Window::sample(vec![]);
    window.run_command("dark");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.run_command("three wars one road");
    let app = window.harness.state();
    let read = app.desk().active().unwrap().article;
    assert_eq!(app.case().unwrap().derived().row(read).unwrap().title, "Three wars, one road");
    window.run_command("kremlin");
    assert_eq!(window.harness.state().desk().left, crate::gui::desk::Left::Actors);
    window.keys(Modifiers::COMMAND, Key::K);
    assert!(window.shows("Find a command"));
    window.keys(Modifiers::COMMAND, Key::K);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Find a command").is_none());
}

#[test]
fn settings_hold_at_once() {
    let mut window = Window::sample(vec![]);
    window.keys(Modifiers::COMMAND, Key::Comma);
    window.harness.get_by_role_and_label(Role::RadioButton, "Dark").click();
    window.harness.run();
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    let zone = "Zone of this project, for times whose zone is not stated";
    window.harness.get_by_role_and_label(Role::TextInput, zone).click();
    window.harness.run();
    window.keys(Modifiers::COMMAND, Key::A);
    window.write("+03:00");
    window.key(Key::Enter);
    window.click("Done");
    let case = window.harness.state().case().unwrap();
    assert_eq!(case.state().zone().to_string(), "+03:00");
}
