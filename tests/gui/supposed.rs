//! Suggestions beside what is decided, in chart and matrix: pale, told as what they are, led to where they are decided,
//! and in no file.

use eframe::egui::{Key, Modifiers, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kbworkbench::gui::desk::Face;

use super::desk::{Desk, SAMPLE, disk, until};

/// How many suggestions the tick offers, and the name of the tick.
fn tick(desk: &Desk) -> (usize, String) {
    let name = desk.name_with("Suggestions (");
    let number = name.trim_start_matches("Suggestions (").trim_end_matches(')').replace(',', "");
    (number.parse().unwrap_or_default(), name)
}

fn turned_on(view: Key) -> Desk {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1600.0, 1400.0], Theme::Light);
    desk.press_with(Modifiers::ALT, view);
    let (number, name) = tick(&desk);
    assert!(0 < number, "the sample has something to decide");
    assert!(!desk.shows("suggested, not decided"));
    desk.click(&name);
    desk
}

/// The first thing of this kind that is told to be suggested.
fn first(desk: &Desk, role: Role) -> String {
    let all = desk.harness.query_all_by_role(role);
    let names = all.filter_map(|it| it.accesskit_node().label());
    names.into_iter().find(|it| it.contains("suggested, not decided")).unwrap_or_default()
}

#[test]
fn a_pale_mark_leads_to_its_suggestion_and_the_headline_stays() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1600.0, 1400.0], Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num4);
    let heading = |desk: &Desk| {
        let all = desk.harness.query_all_by_role(Role::Heading);
        all.filter_map(|it| it.accesskit_node().label()).collect::<Vec<_>>()
    };
    let before = heading(&desk);
    let (_, name) = tick(&desk);
    desk.click(&name);
    assert_eq!(heading(&desk), before);
    assert!(desk.shows("pale: suggested, not decided"), "the legend says so");
    let mark = first(&desk, Role::Button);
    let steps = desk.steps();
    desk.click(&mark);
    assert_eq!(desk.app().desk().face, Face::Review, "{mark}");
    assert!(desk.app().desk().suggestion.is_some());
    assert_eq!(desk.app().desk().picked, None);
    assert_eq!(desk.steps(), steps, "nothing was changed");
    // Back in the chart they are gone as soon as they are not asked for.
    desk.press_with(Modifiers::ALT, Key::Num4);
    let (_, name) = tick(&desk);
    desk.click(&name);
    assert_eq!(first(&desk, Role::Button), "");
}

#[test]
fn a_mark_that_is_accepted_is_pale_no_more() {
    let mut desk = turned_on(Key::Num4);
    let before = tick(&desk).0;
    let mark = first(&desk, Role::Button);
    desk.click(&mark);
    desk.press(Key::A);
    desk.press_with(Modifiers::ALT, Key::Num4);
    assert_eq!(tick(&desk).0, before - 1, "{}", desk.told());
    let figure = mark.split_once(". ").unwrap().1.replace(", suggested, not decided", "");
    let all = desk.harness.query_all_by_role(Role::Button);
    let names: Vec<_> = all.filter_map(|it| it.accesskit_node().label()).collect();
    assert!(names.iter().any(|it| it.ends_with(&figure)), "{figure}: {names:?}");
}

#[test]
fn a_mark_that_the_queue_leaves_out_is_shown_there_all_the_same() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1600.0, 1400.0], Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num2);
    desk.click_near("Casualty claims (");
    desk.click("0.60");
    desk.press_with(Modifiers::ALT, Key::Num4);
    let (_, name) = tick(&desk);
    desk.click(&name);
    let mark = first(&desk, Role::Button);
    desk.harness.get_by_label(&mark).click();
    // What is told goes by itself while the queue is made anew.
    let told = "The filters of the queue left this one out";
    until(&mut desk.harness, |it| it.query_by_label_contains(told).is_some());
    desk.run();
    let chosen = desk.app().desk().suggestion.clone().unwrap();
    let row = |desk: &Desk| {
        let rows = desk.harness.query_all_by_role(Role::ListBoxOption);
        let mut chosen = rows.filter(|it| it.accesskit_node().is_selected() == Some(true));
        chosen.next().and_then(|it| it.accesskit_node().label()).unwrap_or_default()
    };
    let before = row(&desk);
    let figure = before.split(':').nth(1).unwrap_or(&before).split(',').next().unwrap().trim();
    assert!(mark.contains(figure.split(' ').next_back().unwrap()), "{mark}: {before}");
    desk.press(Key::J);
    desk.press(Key::K);
    assert_eq!(desk.app().desk().suggestion, Some(chosen), "{before}");
    assert_eq!(row(&desk), before);
}

#[test]
fn filters_count_suggestions_apart_from_claims() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1600.0, 1400.0], Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num4);
    let before = desk.name_with("Killed ");
    assert!(!before.contains('+'));
    let (_, name) = tick(&desk);
    desk.click(&name);
    assert!(desk.name_with("Killed ").starts_with(&format!("{before} + ")), "{before}");
    assert!(desk.shows("A number after a plus counts suggestions"));
    desk.press_with(Modifiers::ALT, Key::Num5);
    let outlets = |desk: &Desk| {
        let choice = desk.harness.get_by_label("Outlet").accesskit_node().value();
        choice.unwrap_or_default()
    };
    let before = outlets(&desk);
    let (_, name) = tick(&desk);
    desk.click(&name);
    let both = before.replace(')', " + ");
    assert!(
        both.ends_with(" + ") && outlets(&desk).starts_with(&both),
        "{before}, {}",
        outlets(&desk)
    );
}

#[test]
fn what_is_done_to_an_annotation_is_not_done_to_a_suggestion() {
    let mut desk = turned_on(Key::Num4);
    let mark = first(&desk, Role::Button);
    desk.harness.get_by_role_and_label(Role::Button, &mark).focus();
    desk.run();
    let before = desk.told();
    desk.press(Key::Delete);
    assert_eq!(desk.told(), before);
    assert_eq!(desk.app().desk().face, Face::Casualties);
}

#[test]
fn a_cell_with_suggestions_says_so_and_its_sentence_leads_to_the_decision() {
    let mut desk = turned_on(Key::Num5);
    let cell = first(&desk, Role::GridCell);
    assert_ne!(cell, "");
    desk.click(&cell);
    let sentence = first(&desk, Role::Link);
    assert_ne!(sentence, "");
    desk.click(&sentence);
    assert_eq!(desk.app().desk().face, Face::Review);
    assert!(desk.app().desk().suggestion.is_some());
}

#[test]
fn no_file_and_no_copy_holds_suggestions_and_both_say_so() {
    for view in [Key::Num4, Key::Num5] {
        let mut plain = Desk::sized(disk(), Some(SAMPLE), [1600.0, 1400.0], Theme::Light);
        plain.press_with(Modifiers::ALT, view);
        let mut desk = turned_on(view);
        let copied = |desk: &mut Desk| {
            desk.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
            desk.harness.output().platform_output.commands.clone()
        };
        assert!(copied(&mut desk) == copied(&mut plain), "the same picture");
        desk.press_with(Modifiers::COMMAND, Key::E);
        assert!(desk.shows("Suggestions are left out"));
        plain.press_with(Modifiers::COMMAND, Key::E);
        assert!(!plain.shows("Suggestions are left out"));
    }
}
