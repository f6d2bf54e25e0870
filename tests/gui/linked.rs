//! The views beside each other: one selection and one light for all, what is changed in one is changed in the others,
//! and nothing of a project is left in the next.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::gui::action::Thing;
use kbworkbench::gui::desk::{Face, Lit};
use kbworkbench::project::{notation, write};

use super::desk::{Desk, SAMPLE, disk};

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;

const PROJECT: &str = r#"
actor Azerbaijan : state, alias Baku
actor Karabakh authorities : organisation
incident the offensive
article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack
article b.txt | Canal Info | 2023-09-20 | A day after
claim k1 a.txt killed >=25 by Karabakh authorities in the offensive "at least 25 dead"
claim k2 b.txt killed 7 by Azerbaijan in the offensive "seven were killed"
stance s1 b.txt France condemn Azerbaijan about the offensive "condemned the attack"
"#;

const FILE: &str = "/home/a/case.kbproj";

/// The window with the table of a small project, the sample beside it on the disk.
fn small() -> Desk {
    let disk = disk();
    disk.add(FILE, write(&notation::state(PROJECT).unwrap()));
    let mut desk = Desk::open(disk, Some(FILE));
    desk.press_with(ALT, Key::Num3);
    desk
}

const VIEWS: [Key; 3] = [Key::Num3, Key::Num4, Key::Num5];

/// What each view says that it shows.
fn shown(desk: &mut Desk) -> String {
    let mut told = vec![];
    for view in VIEWS {
        desk.press_with(ALT, view);
        told.push(desk.name_with(" shown"));
    }
    told.join("\n")
}

fn check(desk: &mut Desk, expect: Expect) {
    expect.assert_eq(&shown(desk));
}

/// Marks of the chart and filled cells of the matrix, by their names.
fn marks(desk: &mut Desk) -> String {
    let mut told = vec![];
    desk.press_with(ALT, Key::Num4);
    let names = |desk: &Desk, role| {
        let all = desk.harness.query_all_by_role(role);
        all.filter_map(|it| it.accesskit_node().label()).collect::<Vec<_>>()
    };
    let is_mark = |it: &String| it.split_once(". ").is_some_and(|it| it.0.parse::<u8>().is_ok());
    told.extend(names(desk, Role::Button).into_iter().filter(is_mark));
    desk.press_with(ALT, Key::Num5);
    let cells = [Role::Cell, Role::GridCell, Role::Button].map(|role| names(desk, role)).concat();
    told.extend(cells.into_iter().filter(|it| it.contains(" condemns: ")));
    told.join("\n")
}

fn double_click(desk: &mut Desk, label: &str) {
    let pos = desk.harness.get_all_by_label_contains(label).next().unwrap().rect().center();
    desk.harness.hover_at(pos);
    desk.run();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let event = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
    for _ in 0..2 {
        desk.harness.input_mut().events.extend([event(true), event(false)]);
        desk.harness.step();
    }
    desk.run();
}

#[test]
fn what_is_edited_in_the_table_is_so_in_chart_and_matrix_and_undone_there() {
    let mut desk = small();
    double_click(&mut desk, "Claimant or actor, Karabakh authorities");
    desk.type_text("Ana Gomez");
    desk.press(Key::Enter);
    double_click(&mut desk, "Claimant or actor, France");
    desk.type_text("Ana Gomez");
    desk.press(Key::Enter);
    expect![[r#"
        1. at least 25 killed, Ana Gomez, printed 19 Sep 2023, 21:12, Meridian Wire
        2. 7 killed, Azerbaijan, printed 20 Sep 2023, Canal Info
        Ana Gomez condemns: 1 stance, 1 article"#]]
    .assert_eq(&marks(&mut desk));
    // The matrix is shown while both are taken back.
    desk.press_with(CTRL, Key::Z);
    assert!(desk.shows("France condemns: 1 "));
    desk.press_with(CTRL, Key::Z);
    expect![[r#"
        1. at least 25 killed, Karabakh authorities, printed 19 Sep 2023, 21:12, Meridian Wire
        2. 7 killed, Azerbaijan, printed 20 Sep 2023, Canal Info
        France condemns: 1 stance, 1 article"#]]
    .assert_eq(&marks(&mut desk));
}

#[test]
fn what_the_form_records_is_so_in_the_table_beside_it() {
    let mut desk = small();
    desk.click_near("at least 25 dead");
    desk.click("Injured");
    desk.click_near("Done");
    assert!(desk.shows("at least 25 dead, at least 25 injured, Karabakh authorities"));
    desk.press_with(CTRL, Key::Z);
    assert!(desk.shows("at least 25 dead, at least 25 killed, Karabakh authorities"));
}

#[test]
fn an_article_left_out_is_in_no_view_and_comes_back() {
    let mut desk = small();
    check(
        &mut desk,
        expect![[r#"
        3 annotations shown
        2 claims shown
        1 stance shown"#]],
    );
    desk.press_with(ALT, Key::Num1);
    desk.click_near("A day after");
    desk.harness.get_by_role_and_label(Role::CheckBox, "Left out of views").click();
    desk.run();
    check(
        &mut desk,
        expect![[r#"
        1 annotation shown
        1 claim shown
        0 stances shown"#]],
    );
    desk.press_with(CTRL, Key::Z);
    check(
        &mut desk,
        expect![[r#"
        3 annotations shown
        2 claims shown
        1 stance shown"#]],
    );
}

#[test]
fn a_mark_leads_to_its_sentence_on_the_screen_beside_it() {
    let mut desk = Desk::sample_in(Key::Num4);
    desk.press_with(CTRL, Key::Backslash);
    assert!(!desk.shows("32 people killed"));
    desk.click_near("20. 32 killed");
    assert_eq!(desk.app().desk().face, Face::Casualties);
    let all = desk.harness.get_all_by_role(Role::Paragraph);
    let paragraph = all.into_iter().find(|it| {
        it.accesskit_node()
            .label()
            .is_some_and(|it| it.contains("put the toll at 32 people killed"))
    });
    let paragraph = paragraph.unwrap().rect();
    let mut texts = desk.harness.get_all_by_label("Article text");
    assert!(texts.any(|it| it.rect().contains_rect(paragraph)));
    let marks = desk.harness.get_all_by_role(Role::Mark);
    let chosen = marks.into_iter().filter(|it| it.accesskit_node().is_selected() == Some(true));
    let chosen: Vec<_> = chosen.filter_map(|it| it.accesskit_node().description()).collect();
    assert_eq!(chosen, ["At about noon", "32 people killed"]);
}

#[test]
fn the_pointer_lights_the_same_annotation_wherever_it_stands() {
    let mut desk = Desk::sample_in(Key::Num3);
    desk.harness.get_by_label("Words").focus();
    desk.run();
    desk.type_text("32 people killed");
    let mut lit = vec![];
    for (view, words) in [(Key::Num3, "32 people killed"), (Key::Num4, "20. 32 killed")] {
        desk.press_with(ALT, view);
        let at = desk.harness.get_all_by_label_contains(words).next().unwrap().rect().center();
        desk.harness.hover_at(at);
        desk.run();
        lit.push(desk.app().desk().hover.last());
    }
    assert!(matches!(lit[0], Some(Thing::Annotation(_))), "{lit:?}");
    assert_eq!(lit[0], lit[1]);
    desk.press_with(ALT, Key::Num5);
    let cell = desk.harness.get_by_label_contains("Charles Michel mediates: 2 ").rect().center();
    desk.harness.hover_at(cell);
    desk.run();
    let these = match desk.app().desk().hover.lit() {
        Some(Lit::These(these)) => these.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(these, 2);
}

#[test]
fn nothing_of_a_project_is_left_in_the_next() {
    let mut desk = small();
    desk.click("Claims 2");
    desk.harness.get_by_label("Words").focus();
    desk.run();
    desk.type_text("seven");
    desk.click_near("seven were killed");
    desk.press_with(ALT, Key::Num4);
    desk.click_near("Azerbaijan, ");
    desk.press_with(ALT, Key::Num5);
    desk.click_near("France condemns: 1 ");
    assert!(desk.app().desk().cell.is_some());
    check(
        &mut desk,
        expect![[r#"
        1 annotation shown, 2 hidden by filters
        1 claim shown, 1 hidden by filters
        1 stance shown"#]],
    );
    desk.drop_path(SAMPLE);
    let it = desk.app().desk();
    assert_eq!(it.face, Face::Read);
    assert!(it.cell.is_none() && it.picked.is_none() && it.hover.lit().is_none());
    assert!(!it.trail.can_go_back() && !it.trail.can_go_forward());
    let told = shown(&mut desk);
    let mut fresh = Desk::sample();
    assert_eq!(told, shown(&mut fresh));
    // And the first one again: as if it were opened first.
    desk.drop_path(FILE);
    check(
        &mut desk,
        expect![[r#"
        3 annotations shown
        2 claims shown
        1 stance shown"#]],
    );
}

#[test]
fn a_project_without_annotations_is_opened_while_a_view_is_shown() {
    let disk = disk();
    disk.add(FILE, write(&notation::state("article a.txt | Meridian Wire").unwrap()));
    for view in VIEWS {
        let mut desk = Desk::open(Arc::clone(&disk), Some(SAMPLE));
        desk.press_with(ALT, view);
        desk.press_with(CTRL, Key::Backslash);
        desk.drop_path(FILE);
        desk.press_with(ALT, view);
        assert!(!desk.shows(" shown") || desk.shows("0 "), "{}", desk.name_with(" shown"));
    }
}
