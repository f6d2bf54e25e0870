//! Marking with the mouse in the real window: what the small bar and the form offer after each click, and what becomes of
//! a form that is left.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;
use kbworkbench::files::memory::MemoryDisk;

use super::desk::Desk;

const REPORT: &str = "Shells hit the town

At least 25 people were killed, the ministry said.

France condemned the attack.
";

/// The window with one short report.
fn desk() -> Desk {
    let disk = MemoryDisk::new();
    disk.add("/home/a/reports/1.txt", REPORT);
    Desk::open(Arc::new(disk), Some("/home/a/reports"))
}

/// A place within the first words of a paragraph.
fn place(desk: &Desk, paragraph: &str) -> Pos2 {
    let mut all = desk.harness.query_all_by_role(Role::Paragraph);
    let found = all.find(|it| it.accesskit_node().label().is_some_and(|it| it.contains(paragraph)));
    found.unwrap().rect().left_top() + vec2(12.0, 14.0)
}

fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}

/// Selects the sentence that a paragraph begins with.
fn triple_click(desk: &mut Desk, paragraph: &str) {
    let at = place(desk, paragraph);
    // Long after whatever was clicked there before.
    desk.harness.run_steps(4);
    for _ in 0..3 {
        // In one frame each: frames of a test are long.
        desk.harness.input_mut().events.push(Event::PointerMoved(at));
        desk.harness.input_mut().events.extend([button(at, true), button(at, false)]);
        desk.harness.step();
    }
    desk.run();
}

fn has(desk: &Desk, label: &str) -> bool {
    desk.harness.query_by_label(label).is_some()
}

#[test]
fn the_bar_goes_once_its_words_are_marked_and_comes_for_new_ones() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    desk.click("Done Enter");
    expect!["1 articles, 1 annotations, 0 actors; unsaved; undo Add claim “At least 25 people were killed, the min…”; redo nothing"].assert_eq(&desk.told());
    assert!(!has(&desk, "Stance"), "the bar would lie over what is read next");
    triple_click(&mut desk, "At least 25");
    assert!(has(&desk, "Stance"), "selected anew");
}

#[test]
fn words_in_a_form_have_no_bar_until_the_form_is_discarded() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    // As after Esc in a list, or a click beside the fields.
    desk.harness
        .ctx
        .memory_mut(|it| it.focused().into_iter().for_each(|id| it.surrender_focus(id)));
    desk.run();
    assert!(!has(&desk, "Stance"));
    desk.click("Discard");
    assert!(has(&desk, "Stance"));
}

#[test]
fn words_that_are_a_passage_already_are_not_offered_as_a_further_one() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    assert!(!has(&desk, "Attribution"));
    desk.click("Done Enter");
    triple_click(&mut desk, "At least 25");
    assert!(!has(&desk, "Add passage") && !has(&desk, "Attribution"));
    desk.press(Key::Num4);
    // The bar lies over the next paragraph.
    let away = place(&desk, "Shells hit");
    desk.click_at(away);
    triple_click(&mut desk, "France condemned");
    assert!(has(&desk, "Add passage"));
    desk.click("Attribution");
    let told = desk.told();
    expect!["1 articles, 1 annotations, 0 actors; unsaved; undo Add passage “France condemned the attack.” as attribution; redo nothing"].assert_eq(&told);
    assert!(!has(&desk, "Stance"), "the bar rests");
    assert!(!has(&desk, "Add passage"));
}

#[test]
fn a_passage_is_added_by_the_bar_before_the_form_is_done() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    triple_click(&mut desk, "France condemned");
    desk.click("Add passage");
    desk.click("Done Enter");
    let state = desk.app().case().unwrap().state();
    let passages: Vec<_> = state.annotations()[0].passages.iter().map(|it| &it.quote).collect();
    expect![[
        r#"["At least 25 people were killed, the ministry said.", "France condemned the attack."]"#
    ]]
    .assert_eq(&format!("{passages:?}"));
}

#[test]
fn a_new_form_left_by_a_click_elsewhere_is_told_and_can_be_brought_back() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    desk.click("Done Enter");
    triple_click(&mut desk, "France condemned");
    desk.click("Stance");
    let mark = place(&desk, "At least 25");
    desk.harness.run_steps(4);
    desk.click_at(mark);
    assert!(desk.shows("was left without Done, so it was not recorded"));
    desk.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    assert!(has(&desk, "Position"));
    desk.click("Done Enter");
    expect!["1 articles, 2 annotations, 1 actors; unsaved; undo Add stance “France condemned the attack.”; redo nothing"].assert_eq(&desk.told());
}

#[test]
fn another_kind_for_the_same_words_is_no_form_left() {
    let mut desk = desk();
    triple_click(&mut desk, "France condemned");
    desk.click("Casualty claim");
    triple_click(&mut desk, "France condemned");
    desk.click("Stance");
    assert!(!desk.shows("was left without Done"));
}

#[test]
fn a_click_on_delete_is_told_with_the_way_back() {
    let mut desk = desk();
    triple_click(&mut desk, "At least 25");
    desk.click("Casualty claim");
    desk.click("Done Enter");
    desk.click("Delete");
    assert!(desk.shows("The annotation was deleted") && desk.shows("Ctrl+Z takes it back"));
    desk.press_with(Modifiers::COMMAND, Key::Z);
    assert!(desk.told().contains(" 1 annotations"));
}
