//! The search over all articles, from Ctrl+F to a place in the text.

use eframe::egui::{Key, Modifiers};
use expect_test::expect;

use super::desk::Desk;

const CTRL: Modifiers = Modifiers::COMMAND;

/// Where one stands: the article in the active column and the words after the caret.
fn here(desk: &Desk) -> String {
    let (app, desk) = (desk.app(), desk.app().desk());
    let (Some(case), Some(column)) = (app.case(), desk.active()) else { return String::new() };
    let row = case.derived().row(column.article).unwrap();
    let text = &case.text(column.article).unwrap().text;
    let at = column.selection.map_or(0, |it| it.head);
    let after: String = text[at..].chars().take(24).collect();
    format!("{}: {after}", row.outlet)
}

#[test]
fn words_are_found_in_all_articles_and_stepped_through() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::F);
    desk.type_text("at least 25");
    expect!["4 places in 2 articles"].assert_eq(&desk.name_with("places in"));
    desk.press(Key::Enter);
    expect![[r#"
        Meridian Wire: at least 25 dead

        BAKU, "#]]
    .assert_eq(&here(&desk));
    desk.press(Key::F3);
    expect!["Meridian Wire: at least 25 dead, two of"].assert_eq(&here(&desk));
    desk.press_with(Modifiers::SHIFT, Key::F3);
    desk.press_with(Modifiers::SHIFT, Key::F3);
    expect!["DANUBE CHRONICLE: at least 25 dead, accord"].assert_eq(&here(&desk));
    desk.press(Key::Escape);
    assert!(!desk.shows("places in"));
}

#[test]
fn the_choices_of_the_search_narrow_it_and_a_wrong_expression_is_told() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::F);
    desk.type_text("BAKU");
    let all = desk.name_with("places in");
    desk.click("Match case");
    let cased = desk.name_with(" in 1");
    desk.click("Match case");
    desk.click("Regular expression");
    desk.type_text("(");
    let wrong = desk.name_with("The expression");
    expect![[r#"
        26 places in 10 articles
        1 place in 1 article
        The expression has a fault: a ( is never closed"#]]
    .assert_eq(&format!("{all}\n{cased}\n{wrong}"));
}

#[test]
fn words_selected_in_the_text_are_looked_for() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press_with(CTRL | Modifiers::SHIFT, Key::ArrowRight);
    desk.press_with(CTRL, Key::F);
    expect!["2 places in 2 articles"].assert_eq(&desk.name_with(" in "));
}
