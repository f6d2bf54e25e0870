//! Marking claims, stances and notes in the real window: by mouse and by keys, undone, done again, saved, opened again.

use eframe::egui::{Color32, Key, Modifiers, Rect, Role, Shape, pos2};
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;

use kbworkbench::gui::action::Thing;

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

/// What lights up: the words of its main passage.
fn lit(desk: &Desk) -> String {
    let Some(Thing::Annotation(id)) = desk.app().desk().hover.last() else {
        return "nothing".to_owned();
    };
    let annotation = &desk.app().case().unwrap().state().annotations()[&id];
    annotation.main().unwrap().quote.chars().take(30).collect()
}

/// Colours of what is filled beneath these words of the text.
fn grounds(desk: &Desk, place: Rect) -> Vec<Color32> {
    let shapes = desk.harness.output().shapes.iter();
    let filled = shapes.filter_map(|it| match &it.shape {
        Shape::Rect(rect) if place.contains(rect.rect.center()) => Some(rect.fill),
        _ => None,
    });
    filled.collect()
}

fn mark(desk: &Desk, name: &str) -> Rect {
    desk.harness.get_by_role_and_label(Role::Mark, name).rect()
}

#[test]
fn a_row_of_the_form_lights_its_mark_in_the_text_and_a_mark_lights_its_row() {
    let mut desk = Desk::sample();
    while !desk.shows("Also in this sentence") {
        desk.press(Key::J);
    }
    let place = mark(&desk, "France condemns the offensive");
    let row = desk.harness.get_by_label_contains("France condemns the offensive · ").rect();
    let (quiet, quiet_row) = (grounds(&desk, place), grounds(&desk, row));
    desk.harness.hover_at(row.center());
    // That it comes to rest, with the pointer on it, is held by this.
    desk.run();
    assert_eq!(lit(&desk), "by France, which appealed to t");
    assert_ne!(grounds(&desk, place), quiet, "the mark is drawn stronger");
    desk.harness.hover_at(place.center());
    desk.run();
    assert_eq!(lit(&desk), "by France, which appealed to t");
    assert_ne!(grounds(&desk, row), quiet_row, "the row is drawn stronger");
    desk.harness.hover_at(pos2(800.0, 20.0));
    desk.run();
    assert_eq!(lit(&desk), "nothing");
    assert_eq!((grounds(&desk, place), grounds(&desk, row)), (quiet, quiet_row));
}
