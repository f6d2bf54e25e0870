//! The table of all annotations: sorting, filtering, editing in place, setting many, copying, and the way to the sentence.

use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::gui::desk::Face;
use kbworkbench::project::{Body, notation, write};

use super::desk::{Desk, SAMPLE, disk};
use super::picture::snapshot;

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;

const PROJECT: &str = r#"
actor Azerbaijan : state, alias Baku
actor Karabakh authorities : organisation
incident the offensive
article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack
article b.txt | Canal Info | 2023-09-20 | A day after
claim k1 a.txt killed >=25 civilian by Karabakh authorities in the offensive "at least 25 dead"
claim k2 a.txt injured 1200 by Azerbaijan status confirmed "1,200 wounded"
claim k3 b.txt killed 7 by Karabakh authorities "seven were killed"
stance s1 b.txt France condemn Azerbaijan about the offensive "condemned the attack"
note n1 b.txt shelling "shells fell"
"#;

const FILE: &str = "/home/a/case.kbproj";

/// The window with the table of a small project.
fn small() -> Desk {
    let disk = disk();
    disk.add(FILE, write(&notation::state(PROJECT).unwrap()));
    let mut desk = Desk::sized(disk, Some(FILE), [2200.0, 800.0], Theme::Light);
    desk.press_with(ALT, Key::Num3);
    desk
}

/// The window with the table of the sample.
fn sample(size: [f32; 2], theme: Theme) -> Desk {
    let disk = disk();
    if theme == Theme::Dark {
        disk.add("/home/a/.state/kbworkbench/settings.json", r#"{"theme":"dark"}"#);
    }
    let mut desk = Desk::sized(disk, Some(SAMPLE), size, theme);
    desk.press_with(ALT, Key::Num3);
    desk
}

/// The names of the rows in sight, from the top.
fn rows(desk: &Desk) -> String {
    let rows = desk.harness.query_all_by_role(eframe::egui::accesskit::Role::Row);
    let mut rows: Vec<_> = rows
        .map(|it| (it.rect().top() as i32, it.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort();
    rows.into_iter().map(|it| it.1).collect::<Vec<_>>().join("\n")
}

fn check(desk: &Desk, expect: Expect) {
    expect.assert_eq(&rows(desk));
}

/// What is put on the clipboard within the next frames.
fn copied(desk: &mut Desk) -> String {
    for _ in 0..4 {
        desk.harness.step();
        let commands = &desk.harness.output().platform_output.commands;
        let text = commands.iter().find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            return text;
        }
    }
    String::new()
}

fn click_with(desk: &mut Desk, modifiers: Modifiers, words: &str) {
    let node = desk.harness.get_all_by_label_contains(words).next().unwrap();
    node.click_modifiers(modifiers);
    desk.run();
}

/// Clicks a thing twice in quick succession.
fn double_click(desk: &mut Desk, label: &str) {
    let at = desk.harness.get_all_by_label_contains(label).next().unwrap().rect().center();
    desk.harness.hover_at(at);
    desk.run();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let event = |pressed| Event::PointerButton { pos: at, button, pressed, modifiers };
    for _ in 0..2 {
        desk.harness.input_mut().events.extend([event(true), event(false)]);
        desk.harness.step();
    }
    desk.run();
}

fn statuses(desk: &Desk) -> Vec<&'static str> {
    let state = desk.app().case().unwrap().state();
    state.annotations().values().filter_map(|it| Some(it.claim()?.status.label())).collect()
}

#[test]
fn a_click_on_heads_sorts_and_shift_adds_a_key() {
    let mut desk = small();
    desk.click("Column Claimant or actor");
    check(
        &desk,
        expect![[r#"
        1,200 wounded, 1,200 injured, Azerbaijan, Meridian Wire
        condemned the attack, condemns Azerbaijan, France, Canal Info
        at least 25 dead, at least 25 civilians killed, Karabakh authorities, Meridian Wire
        seven were killed, 7 killed, Karabakh authorities, Canal Info
        shells fell, Canal Info"#]],
    );
    click_with(&mut desk, SHIFT, "Column As of");
    click_with(&mut desk, SHIFT, "Column As of");
    assert!(desk.shows("by claimant or actor, then as of downward"));
    assert!(desk.shows("Column As of, sorted down, key 2"));
    check(
        &desk,
        expect![[r#"
        1,200 wounded, 1,200 injured, Azerbaijan, Meridian Wire
        condemned the attack, condemns Azerbaijan, France, Canal Info
        seven were killed, 7 killed, Karabakh authorities, Canal Info
        at least 25 dead, at least 25 civilians killed, Karabakh authorities, Meridian Wire
        shells fell, Canal Info"#]],
    );
}

#[test]
fn filters_leave_out_and_say_how_many() {
    let mut desk = small();
    desk.click("Claims 3");
    assert!(desk.shows("3 annotations shown, 2 hidden by filters"));
    desk.harness.get_by_label("Words").focus();
    desk.run();
    desk.type_text("karabakh SEVEN");
    check(&desk, expect!["seven were killed, 7 killed, Karabakh authorities, Canal Info"]);
    desk.type_text(" nonsense");
    assert!(desk.shows("No annotation passes the filters"));
    desk.click("Show all annotations");
    assert!(desk.shows("5 annotations shown"));
    desk.click("Actor, in any part");
    desk.type_text("bak");
    desk.press(Key::Enter);
    check(
        &desk,
        expect![[r#"
        1,200 wounded, 1,200 injured, Azerbaijan, Meridian Wire
        condemned the attack, condemns Azerbaijan, France, Canal Info"#]],
    );
    desk.click("Clear filters");
    assert!(desk.shows("5 annotations shown"));
}

#[test]
fn several_kinds_are_shown_together_and_all_again() {
    let mut desk = small();
    let mut told = vec![];
    for chip in ["Notes 1", "Stances 1", "Notes 1", "Claims 3", "Notes 1", "Claims 3", "All 5"] {
        desk.click(chip);
        told.push(format!("{chip}: {}", desk.name_with(" shown")));
    }
    expect![[r#"
        Notes 1: 1 annotation shown, 4 hidden by filters
        Stances 1: 2 annotations shown, 3 hidden by filters
        Notes 1: 1 annotation shown, 4 hidden by filters
        Claims 3: 4 annotations shown, 1 hidden by filters
        Notes 1: 5 annotations shown
        Claims 3: 3 annotations shown, 2 hidden by filters
        All 5: 5 annotations shown"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn a_cell_is_edited_in_its_place_and_undo_takes_it_back() {
    let mut desk = small();
    double_click(&mut desk, "Status, pending");
    desk.type_text("conf");
    desk.press(Key::Enter);
    assert_eq!(statuses(&desk), ["confirmed", "confirmed", "pending"]);
    expect![[
        "2 articles, 5 annotations, 3 actors; unsaved; undo Set status to confirmed; redo nothing"
    ]]
    .assert_eq(&desk.told());
    desk.press_with(CTRL, Key::Z);
    assert_eq!(statuses(&desk), ["pending", "confirmed", "pending"]);
}

#[test]
fn what_cannot_be_is_said_at_the_cell_and_stays_there() {
    let mut desk = small();
    double_click(&mut desk, "As of, printed 19 Sep 2023, 21:12");
    desk.type_text("soon");
    desk.press(Key::Enter);
    assert!(desk.shows("“soon” is no time such as"));
    // A click elsewhere does not lose it.
    desk.click_near("shells fell");
    assert!(desk.shows("“soon” is no time such as"));
    desk.press(Key::Escape);
    assert!(!desk.shows("“soon” is no time such as"));
    assert_eq!(desk.steps().0, 0);
}

#[test]
fn a_name_typed_is_that_of_the_forms_and_may_be_new() {
    let mut desk = small();
    double_click(&mut desk, "Claimant or actor, Azerbaijan");
    desk.type_text("Ana Gomez");
    desk.press(Key::Enter);
    let state = desk.app().case().unwrap().state();
    assert!(state.actor_named("Ana Gomez").is_some());
    assert!(desk.told().contains("undo Set claimant or actor to Ana Gomez"));
}

#[test]
fn codes_are_taken_from_a_list_one_behind_the_other() {
    let mut desk = small();
    let codes = |desk: &Desk| {
        let state = desk.app().case().unwrap().state();
        let note = state.annotations().values().find_map(|it| match &it.body {
            Body::Note(note) => Some(note.codes.clone()),
            _ => None,
        });
        let names = note.unwrap().into_iter().map(|it| state.codes()[&it].name.clone());
        names.collect::<Vec<_>>()
    };
    desk.click("Columns");
    desk.harness
        .get_by_role_and_label(eframe::egui::accesskit::Role::CheckBox, "Codes")
        .scroll_to_me();
    desk.run();
    desk.harness.get_by_role_and_label(eframe::egui::accesskit::Role::CheckBox, "Codes").click();
    desk.run();
    desk.press(Key::Escape);
    double_click(&mut desk, "Codes, shelling");
    desk.type_text("shelling; night raid");
    assert!(desk.shows("New code “night raid”"));
    desk.press(Key::Enter);
    assert_eq!(codes(&desk), ["shelling", "night raid"]);
    // What begins as a known one is that, wherever it stands.
    desk.press(Key::F2);
    desk.type_text("nig");
    desk.press(Key::Enter);
    assert_eq!(codes(&desk), ["night raid"]);
    // As long as nothing is typed the list is for one more.
    desk.press(Key::F2);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert_eq!(codes(&desk), ["night raid", "shelling"]);
    // Nothing is taken where none is begun.
    desk.press(Key::F2);
    desk.type_text("shelling; ");
    desk.press(Key::Enter);
    assert_eq!(codes(&desk), ["shelling"]);
}

#[test]
fn many_are_chosen_and_set_as_one_step() {
    let mut desk = small();
    desk.click_near("at least 25 dead");
    click_with(&mut desk, SHIFT, "condemned the attack");
    assert!(desk.shows("4 chosen"));
    desk.click("Set…");
    desk.click("Set status");
    assert!(desk.shows("1 has no such field"));
    desk.type_text("rej");
    desk.press(Key::Enter);
    assert_eq!(statuses(&desk), ["rejected"; 3]);
    assert!(desk.told().contains("undo Set status of 3 annotations"));
    desk.press_with(CTRL, Key::Z);
    assert_eq!(statuses(&desk), ["pending", "confirmed", "pending"]);
    assert_eq!(desk.steps(), (0, 1));
}

#[test]
fn a_new_actor_set_for_many_is_made_once() {
    let mut desk = small();
    desk.click_near("at least 25 dead");
    desk.press_with(CTRL, Key::A);
    desk.click("Set…");
    desk.click("Set claimant or actor");
    desk.type_text("Ana Gomez");
    desk.press(Key::Enter);
    let state = desk.app().case().unwrap().state();
    assert_eq!(state.actors().values().filter(|it| it.name == "Ana Gomez").count(), 1);
    let actor = state.actor_named("Ana Gomez").unwrap().id;
    let who = state.annotations().values().filter(|it| match (it.claim(), it.stance()) {
        (Some(claim), _) => claim.claimant.actor == Some(actor),
        (_, Some(stance)) => stance.actor.actor == Some(actor),
        _ => false,
    });
    assert_eq!(who.count(), 4);
}

#[test]
fn many_are_deleted_as_one_step() {
    let mut desk = small();
    desk.click_near("at least 25 dead");
    desk.press_with(SHIFT, Key::ArrowDown);
    desk.press(Key::Delete);
    assert!(desk.told().contains("3 annotations"), "{}", desk.told());
    assert!(desk.told().contains("undo Delete 2 annotations"));
    desk.press_with(CTRL, Key::Z);
    assert!(desk.told().contains("5 annotations"));
}

#[test]
fn rows_are_copied_for_a_spreadsheet() {
    let mut desk = small();
    desk.click_near("1,200 wounded");
    desk.press_with(SHIFT, Key::ArrowDown);
    desk.harness.event(Event::Copy);
    expect![[r#"
        Passage	Says	Claimant or actor	Side or target	As of	Status	Outlet	Incident
        1,200 wounded	1,200 injured	Azerbaijan			confirmed	Meridian Wire	
        seven were killed	7 killed	Karabakh authorities			pending	Canal Info	
    "#]]
    .assert_eq(&copied(&mut desk));
}

#[test]
fn a_row_leads_to_its_sentence_and_the_way_back_to_the_table() {
    let mut desk = sample([1600.0, 1000.0], Theme::Light);
    desk.click_near("one civilian had been killed by shrapnel");
    desk.press(Key::Enter);
    assert_eq!(desk.app().desk().face, Face::Read);
    let picked = desk.app().desk().picked.unwrap();
    let case = desk.app().case().unwrap();
    let passage = case.state().annotations()[&picked].passages[0].clone();
    let column = desk.app().desk().active().unwrap();
    assert_eq!(column.article, passage.article);
    let text = &case.text(passage.article).unwrap().text;
    assert!(text[column.selection.unwrap().head..].starts_with("one civilian had been killed"));
    desk.press_with(ALT, Key::ArrowLeft);
    assert_eq!(desk.app().desk().face, Face::Table);
    assert_eq!(desk.app().desk().picked, Some(picked));
}

#[test]
fn keys_move_through_rows_and_cells() {
    let mut desk = small();
    desk.press(Key::End);
    let picked = |desk: &Desk| {
        let state = desk.app().case().unwrap().state();
        let id = desk.app().desk().picked.unwrap();
        state.annotations()[&id].passages[0].quote.clone()
    };
    assert_eq!(picked(&desk), "shells fell");
    desk.press(Key::ArrowUp);
    desk.press(Key::Home);
    desk.press(Key::ArrowDown);
    assert_eq!(picked(&desk), "1,200 wounded");
    for _ in 0..5 {
        desk.press(Key::ArrowRight);
    }
    desk.press(Key::F2);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert_eq!(statuses(&desk), ["pending", "no conclusion", "pending"]);
    // Tab goes on to the next cell that can be edited.
    desk.press(Key::ArrowLeft);
    desk.press(Key::F2);
    desk.type_text("19 Sep 2023");
    desk.press(Key::Tab);
    desk.type_text("superseded");
    desk.press(Key::Enter);
    assert_eq!(statuses(&desk), ["pending", "superseded", "pending"]);
    assert_eq!(desk.steps().0, 3);
}

#[test]
fn columns_are_chosen_and_remembered() {
    let mut desk = small();
    desk.click("Columns");
    desk.click("Outcome");
    desk.press(Key::Escape);
    assert!(desk.shows("Column Outcome"));
    assert_eq!(desk.app().settings().table.len(), 9);
    desk.click("Columns");
    desk.click("Usual columns");
    assert!(!desk.shows("Column Outcome"));
}

#[test]
fn the_table_looks_as_it_should() {
    let mut desk = sample([1200.0, 420.0], Theme::Light);
    desk.click("Column Says");
    desk.press(Key::Home);
    desk.press_with(SHIFT, Key::ArrowDown);
    snapshot(&mut desk.harness, "table-light");
}

#[test]
fn the_table_in_the_dark_looks_as_it_should() {
    let mut desk = sample([1200.0, 420.0], Theme::Dark);
    desk.click_near("the deaths of six Azerbaijanis");
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowRight);
    desk.press(Key::F2);
    snapshot(&mut desk.harness, "table-dark");
}

/// The window with the table of a project of the notation.
fn of(text: &str, size: [f32; 2]) -> Desk {
    let disk = disk();
    disk.add(FILE, write(&notation::state(text).unwrap()));
    let mut desk = Desk::sized(disk, Some(FILE), size, Theme::Light);
    desk.press_with(ALT, Key::Num3);
    desk
}

#[test]
fn with_nothing_annotated_it_says_how_to_begin() {
    for size in [[900.0, 650.0], [1600.0, 1000.0]] {
        let mut desk = of("article a.txt | Meridian Wire | 2023-09-20 12:00 | A day of war", size);
        assert!(desk.shows("Nothing is annotated yet"));
        for words in ["1 for a casualty claim", "2 for a stance", "3 for a note"] {
            assert!(desk.shows(words));
        }
        assert!(!desk.shows("Column Passage") && rows(&desk).is_empty());
        // Keys of the table find nothing to do.
        for key in [Key::ArrowDown, Key::End, Key::F2, Key::Delete, Key::Enter] {
            desk.press(key);
        }
        assert!(desk.shows("Nothing is annotated yet"));
        desk.click("Read the articles");
        assert_eq!(desk.app().desk().face, Face::Read);
    }
}

#[test]
fn a_name_of_two_hundred_characters_keeps_to_its_column_and_is_edited_there() {
    let projects = super::odd::stances();
    let text = &projects.iter().find(|it| it.0 == "stances-long").unwrap().1;
    for size in [[900.0, 650.0], [1600.0, 1000.0]] {
        let mut desk = of(text, size);
        assert!(desk.shows("8 annotations"));
        let who = |desk: &Desk| {
            let node = desk.harness.get_all_by_label_contains("Claimant or actor, Committee");
            node.map(|it| it.rect()).next().unwrap()
        };
        let (cell, head) = (who(&desk), desk.harness.get_by_label("Column Claimant or actor"));
        assert!(cell.width() < 200.0 && cell.right() <= size[0], "{cell:?}");
        assert!((cell.left() - head.rect().left()).abs() < 8.0, "{cell:?} {:?}", head.rect());
        double_click(&mut desk, "Claimant or actor, Committee");
        desk.type_text("Russia");
        desk.press(Key::Enter);
        assert!(desk.told().contains("undo Set claimant or actor to Russia"), "{}", desk.told());
        desk.press_with(CTRL, Key::Z);
        assert_eq!(who(&desk), cell);
    }
}

#[test]
fn odd_projects_have_all_their_rows_beneath_heads_that_stay() {
    for (at, (name, text, count)) in super::odd::projects().into_iter().enumerate() {
        let size = if at % 2 == 0 { [900.0, 650.0] } else { [1600.0, 1000.0] };
        let mut desk = of(&text, size);
        if count == 0 {
            assert!(desk.shows("Nothing is annotated yet"), "{name}");
        } else {
            let told = if count == 1 { "1 annotation" } else { &format!("{count} annotations") };
            assert!(desk.shows(told), "{name}: {told}");
            let head = |desk: &Desk| desk.harness.get_by_label("Column Passage").rect();
            let before = head(&desk);
            desk.press(Key::End);
            for _ in 0..8 {
                desk.press(Key::ArrowRight);
            }
            assert_eq!(head(&desk), before, "{name}");
            assert!(!rows(&desk).is_empty(), "{name}");
        }
        desk.press_with(ALT, Key::Num5);
        assert!(desk.shows("No stances yet"), "{name}");
    }
}
