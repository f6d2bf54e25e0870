//! The table of commands in the real window: every command by its keys and by the palette, in the menu and on the sheet
//! of keys, and the keys that a text field has for itself.

use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kbworkbench::gui::command::{Command, Menu, Needs, Row, TABLE};

use super::desk::{Desk, SAMPLE};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// All that can be seen of the window: what stands on the screen with its state, the project, the desk, the settings,
/// and what the system was asked for.
fn seen(desk: &Desk) -> String {
    let nodes = desk.harness.query_all_by(|it| it.label().is_some() || it.value().is_some());
    let mut seen: Vec<_> = nodes
        .map(|it| {
            let (node, focus) = (it.accesskit_node(), it.is_focused());
            let (name, place) = (node.label().or(node.value()), node.bounding_box());
            format!("{:?} {name:?} {place:?} {focus} {:?}", node.role(), node.is_selected())
        })
        .collect();
    let (app, lies) = (desk.app(), desk.app().desk());
    let columns = lies.columns.iter().map(|it| format!("{:?} {:?}", it.article, it.selection));
    seen.extend(columns);
    seen.push(format!("{:?}", desk.harness.ctx.memory(|it| it.focused())));
    seen.push(format!("{} {:?} {:?} {:?}", desk.told(), lies.active, lies.picked, lies.left));
    seen.push(format!("{:?} {}", lies.face, lies.split));
    seen.push(format!("{:?} {:?}", app.settings(), desk.picker.asked()));
    seen.join("\n")
}

/// Nothing lies over the window, a project is open, the text has the keyboard.
fn go_home(desk: &mut Desk) {
    while desk.is_asked() {
        desk.press(Key::Escape);
    }
    if desk.app().case().is_none() {
        desk.drop_path(SAMPLE);
    }
    desk.press_with(Modifiers::ALT, Key::Num1);
    desk.press_with(CTRL, Key::Num1);
    desk.press_with(CTRL, Key::T);
    desk.press(Key::Escape);
}

/// Brings about what a command needs, and a state in which it has something to do.
fn make_ready(desk: &mut Desk, row: &Row) {
    go_home(desk);
    let allows = |desk: &Desk| desk.app().situation().allows(row.needs);
    match row.needs {
        Needs::Undo if !allows(desk) => desk.press_with(CTRL, Key::R),
        Needs::Redo if !allows(desk) => {
            desk.press_with(CTRL, Key::R);
            desk.press_with(CTRL, Key::Z);
        }
        Needs::Column | Needs::SecondColumn | Needs::ColumnOrQueue => {
            while desk.app().desk().columns.len() < 2 {
                desk.press_with(CTRL, Key::Enter);
            }
        }
        Needs::Sentence => desk.press_with(CTRL | SHIFT, Key::ArrowDown),
        Needs::Annotation | Needs::AnnotationOrSuggestion => desk.press(Key::J),
        Needs::Suggestion => desk.press_with(Modifiers::ALT, Key::Num2),
        Needs::Acceptable => {
            desk.press_with(Modifiers::ALT, Key::Num2);
            if !allows(desk) {
                desk.press_with(CTRL, Key::Z);
            }
        }
        Needs::SentenceAndAnnotation => {
            desk.press(Key::J);
            desk.press_with(CTRL | SHIFT, Key::ArrowDown);
        }
        Needs::LeftForm => {
            desk.press(Key::J);
            desk.press(Key::E);
            desk.type_text("x");
            desk.press(Key::Escape);
            desk.press(Key::Escape);
        }
        Needs::Hits => {
            desk.press_with(CTRL, Key::F);
            desk.type_text("killed");
            desk.press(Key::Enter);
        }
        Needs::View | Needs::Figure => desk.press_with(Modifiers::ALT, Key::Num4),
        Needs::Back | Needs::Forward => {
            desk.press(Key::J);
            desk.press(Key::J);
            desk.press_with(Modifiers::ALT, Key::ArrowLeft);
        }
        _ => {}
    }
    match row.command {
        // There is something to save, and to be asked about.
        Command::Save | Command::Quit | Command::Close => desk.press_with(CTRL, Key::R),
        // Elsewhere than where one goes.
        Command::Light => run_by_palette(desk, "Dark theme"),
        Command::Dark | Command::FollowSystem => run_by_palette(desk, "Light theme"),
        Command::UsualText => desk.press_with(CTRL, Key::Plus),
        Command::Read => desk.press_with(Modifiers::ALT, Key::Num4),
        Command::ShowFilters => {
            desk.press_with(CTRL, Key::Num2);
        }
        Command::GoToText => desk.press_with(CTRL, Key::L),
        Command::GoToForm | Command::EditAnnotation => desk.press(Key::J),
        Command::ShowArticles => desk.press_with(CTRL, Key::Num2),
        Command::PreviousAnnotation => {
            desk.press(Key::J);
            desk.press(Key::J);
        }
        Command::PreviousArticle => desk.press_with(Modifiers::ALT, Key::ArrowDown),
        Command::MoveColumnLeft => {
            while desk.app().desk().active == 0 {
                desk.press(Key::F6);
            }
        }
        Command::MoveColumnRight => {
            while desk.app().desk().active + 1 == desk.app().desk().columns.len() {
                desk.press(Key::F6);
            }
        }
        _ => {}
    }
    assert!(allows(desk), "{} is not allowed", row.name);
}

fn run_by_palette(desk: &mut Desk, name: &str) {
    desk.command(name.trim_end_matches('…'));
}

/// Whether what is on screen is something else after a command.
fn each_does_something(menu: Menu) {
    let mut desk = Desk::sample();
    for row in TABLE.iter().filter(|it| it.menu == menu) {
        for keys in row.keys {
            make_ready(&mut desk, row);
            let before = seen(&desk);
            desk.press_with(keys.modifiers, keys.logical_key);
            assert_ne!(seen(&desk), before, "{} by {keys:?} did nothing", row.name);
        }
        // The palette has the keyboard already where these two are asked for.
        if !matches!(row.command, Command::Palette | Command::GoToText) {
            make_ready(&mut desk, row);
            let before = seen(&desk);
            let name = desk.app().situation().name(row);
            run_by_palette(&mut desk, &name);
            assert_ne!(seen(&desk), before, "{name} by the palette did nothing");
        }
    }
}

#[test]
fn each_command_of_the_file_menu_does_something() {
    each_does_something(Menu::File);
}

#[test]
fn each_command_of_the_edit_menu_does_something() {
    each_does_something(Menu::Edit);
}

#[test]
fn each_command_of_the_annotate_menu_does_something() {
    each_does_something(Menu::Annotate);
}

#[test]
fn each_command_of_the_go_menu_does_something() {
    each_does_something(Menu::Go);
}

#[test]
fn each_command_of_the_view_menu_does_something() {
    each_does_something(Menu::View);
}

#[test]
fn each_command_of_the_help_menu_does_something() {
    each_does_something(Menu::Help);
}

#[test]
fn a_command_of_the_palette_gives_the_keyboard_to_the_same_as_by_its_keys() {
    for command in [Command::GoToArticles, Command::Search, Command::MakeNote] {
        let row = command.row();
        let mut desk = Desk::sample();
        let mut focus = |by: &dyn Fn(&mut Desk)| {
            make_ready(&mut desk, row);
            by(&mut desk);
            let mut all = desk.harness.query_all_by(|it| it.is_focused());
            all.next().and_then(|it| it.accesskit_node().label())
        };
        let by_keys = focus(&|it| it.press_with(row.keys[0].modifiers, row.keys[0].logical_key));
        let by_palette = focus(&|it| run_by_palette(it, row.name));
        assert!(by_keys.is_some(), "{}", row.name);
        assert_eq!(by_palette, by_keys, "{}", row.name);
    }
}

#[test]
fn the_menu_holds_every_command_in_order_and_greys_what_makes_no_sense() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::R);
    for menu in Menu::ALL {
        desk.click("Menu");
        let entries = desk.harness.get_all_by_role_and_label(Role::Button, menu.name());
        entries.min_by_key(|it| it.rect().left() as i32).unwrap().click();
        desk.run();
        let edge = desk.harness.get_by_role_and_label(Role::Button, "Annotate").rect().right();
        let situation = desk.app().situation();
        for row in TABLE.iter().filter(|it| it.menu == menu) {
            let name = situation.name(row);
            let mut found = desk.harness.query_all_by_role_and_label(Role::Button, &name);
            let entry = found.find(|it| it.rect().left() > edge && it.rect().left() < edge + 60.0);
            let entry = entry.unwrap_or_else(|| panic!("{name} is not in {}", menu.name()));
            let disabled = entry.accesskit_node().is_disabled();
            assert_eq!(disabled, !situation.allows(row.needs), "{name}");
        }
        desk.press(Key::Escape);
        desk.press(Key::Escape);
    }
}

#[test]
fn the_palette_finds_every_command_by_its_name_and_the_sheet_names_all_that_have_keys() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::K);
    for row in TABLE {
        let name = desk.app().situation().name(row);
        desk.press_with(CTRL, Key::A);
        desk.type_text(name.trim_end_matches('…'));
        let mut rows = desk.harness.query_all_by_role_and_label(Role::Button, &name);
        assert!(rows.any(|it| it.rect().top() > 100.0), "{name} is not in the palette");
    }
    desk.press(Key::Escape);
    desk.press(Key::F1);
    for row in TABLE.iter().filter(|it| !it.keys.is_empty()) {
        let name = row.name.trim_end_matches('…');
        let named = desk.harness.query_all_by_value(name).next();
        assert!(named.is_some(), "{name} is not on the sheet of keys");
    }
}

/// The letter that a key gives, if it gives one.
fn letter(key: Key) -> Option<&'static str> {
    match key {
        Key::Questionmark => Some("?"),
        Key::Delete => None,
        _ => Some(key.symbol_or_name()).filter(|it| it.chars().count() == 1),
    }
}

#[test]
fn while_a_field_has_the_keyboard_plain_keys_are_letters() {
    let mut desk = Desk::sample();
    // Something that the commands could act on.
    desk.press(Key::J);
    desk.press_with(CTRL | SHIFT, Key::ArrowDown);
    let plain = |modifiers: Modifiers| !modifiers.command && !modifiers.alt;
    let keys = TABLE.iter().flat_map(|it| it.keys).filter(|it| plain(it.modifiers));
    let keys: Vec<_> = keys.filter_map(|it| Some((it, letter(it.logical_key)?))).collect();
    assert!(keys.len() >= 8, "{keys:?}");
    for (field, role) in
        [("Filter the articles", Role::TextInput), ("Memo", Role::MultilineTextInput)]
    {
        desk.harness.get_by_role_and_label(role, field).focus();
        desk.run();
        let (told, picked) = (desk.told(), desk.app().desk().picked);
        let mut typed = String::new();
        for (keys, letter) in &keys {
            desk.harness.key_down_modifiers(keys.modifiers, keys.logical_key);
            desk.harness.event(Event::Text((*letter).to_owned()));
            desk.harness.key_up_modifiers(keys.modifiers, keys.logical_key);
            desk.run();
            typed.push_str(&letter.to_lowercase());
            let held = desk.harness.get_by_role_and_label(role, field).value().unwrap_or_default();
            assert_eq!(held.to_lowercase(), typed, "in {field}");
        }
        desk.press(Key::Delete);
        assert_eq!((desk.told(), desk.app().desk().picked), (told, picked), "in {field}");
        assert!(!desk.is_asked());
    }
}
