//! A narrow window: the text keeps its room, and every panel can still be had.

use eframe::egui::{Key, Modifiers, Theme};
use expect_test::expect;

use super::desk::{Desk, SAMPLE, disk};

/// Which panels stand beside the text.
fn panels(desk: &Desk) -> String {
    let shown = [
        ("Filter", "list"),
        ("Words to look for", "search"),
        ("Read to the end", "article"),
        ("Done", "form"),
    ];
    let shown = shown.iter().filter(|(words, _)| desk.shows(words)).map(|(_, panel)| *panel);
    shown.collect::<Vec<_>>().join(", ")
}

#[test]
fn one_panel_stands_beside_the_text_the_search_before_the_form_before_the_list() {
    let mut told = vec![];
    for width in [1600.0, 900.0] {
        let mut desk = Desk::sized(disk(), Some(SAMPLE), [width, 650.0], Theme::Light);
        told.push(panels(&desk));
        desk.press(Key::J);
        told.push(panels(&desk));
        desk.press_with(Modifiers::COMMAND, Key::F);
        told.push(panels(&desk));
        desk.press(Key::Escape);
        desk.press(Key::E);
        desk.press(Key::Escape);
        told.push(panels(&desk));
        desk.press_with(Modifiers::COMMAND, Key::B);
        told.push(panels(&desk));
    }
    expect![[r#"
        list, article
        list, form
        search, form
        list, article
        article
        list
        form
        search
        list
        article"#]]
    .assert_eq(&told.join("\n"));
}
