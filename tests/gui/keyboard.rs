//! Annotating without a mouse in the real window: what a key takes, where the caret is left, what the next form offers.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use expect_test::{Expect, expect};
use kbworkbench::files::Disk as _;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::project::Body;

use super::desk::{Desk, SAMPLE, SETTINGS};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const REPORT: &str = "Fighting in the north\n\n\
    The ministry spoke on Tuesday of an operation.\n\n\
    The separatists said that at least 5 people were killed and 80 wounded in the fighting.\n\n\
    Norway said four police officers and two civilians were killed by mines. France condemned the operation and called \
    for talks.\n\nIt went on at night.\n";

/// A new project of a folder with one report, and the caret at the start of its text.
fn desk() -> Desk {
    let disk = MemoryDisk::new();
    disk.add_folder("/home/a/news");
    disk.add("/home/a/news/report.txt", REPORT);
    // J and K lead from annotation to annotation.
    disk.add(SETTINGS, r#"{"shows_suggestions": false}"#);
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/news"));
    desk.press_with(CTRL, Key::Home);
    desk
}

fn next_sentence(desk: &mut Desk, count: usize) {
    for _ in 0..count {
        desk.press_with(CTRL, Key::ArrowDown);
    }
}

fn tab(desk: &mut Desk, count: usize) {
    for _ in 0..count {
        desk.press(Key::Tab);
    }
}

/// The annotations, a line each: what they say, of which words.
fn check(desk: &Desk, expect: Expect) {
    let state = desk.app().case().unwrap().state();
    let incident = |id: Option<_>| {
        id.and_then(|id| state.incidents().get(&id)).map_or("no incident", |it| it.name.as_str())
    };
    let actor = |id: Option<_>, words: &str| {
        let named = id.and_then(|id| state.actors().get(&id)).map(|it| it.name.clone());
        named.unwrap_or_else(|| words.to_owned())
    };
    let lines = state.annotations().values().map(|it| {
        let said = match &it.body {
            Body::Claim(claim) => {
                let by = actor(claim.claimant.actor, &claim.claimant.words);
                let about = incident(claim.incident);
                format!("{} {} by {by}, {about}", claim.outcome.label(), claim.low)
            }
            Body::Stance(it) => {
                let by = actor(it.actor.actor, &it.actor.words);
                format!("{by} {:?}, {}", it.position, incident(it.incident))
            }
            Body::Note(_) => "note".to_owned(),
        };
        let quotes: Vec<_> = it.passages.iter().map(|it| it.quote.as_str()).collect();
        format!("{said}: {}\n", quotes.join(" + "))
    });
    expect.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_key_takes_the_sentence_of_the_caret_and_the_next_one_its_next_figure() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    for _ in 0..2 {
        desk.press(Key::Num1);
        desk.press(Key::Enter);
    }
    desk.press(Key::Num1);
    assert!(desk.shows("recorded already"));
    desk.press(Key::Escape);
    next_sentence(&mut desk, 2);
    for _ in 0..2 {
        desk.press(Key::Num2);
        desk.press(Key::Enter);
    }
    check(
        &desk,
        expect![[r#"
        killed 5 by separatists, no incident: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        injured 80 by separatists, no incident: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        France Condemn, no incident: France condemned the operation and called for talks.
        France Mediate, no incident: France condemned the operation and called for talks.
    "#]],
    );
}

#[test]
fn after_enter_the_next_words_are_selected_from_where_the_caret_was() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
    desk.press(Key::Num3);
    desk.press(Key::Enter);
    // No words are selected any more, so the bar does not lie over the text.
    assert!(!desk.shows("Add passage"));
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
    desk.press(Key::Num3);
    desk.press(Key::Enter);
    check(
        &desk,
        expect![[r#"
        note: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        note: Norway said four police officers and two civilians were killed by mines.
    "#]],
    );
}

#[test]
fn a_new_incident_is_made_while_typing_and_offered_in_the_next_form() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    desk.press(Key::Num1);
    tab(&mut desk, 7);
    desk.type_text("The offensive");
    desk.press(Key::Enter);
    desk.press(Key::Num1);
    desk.press(Key::Enter);
    // Of the same sentence sooner than of most of the article.
    next_sentence(&mut desk, 1);
    desk.press(Key::Num1);
    tab(&mut desk, 7);
    desk.type_text("The mines");
    desk.press(Key::Enter);
    desk.press(Key::Num1);
    desk.press(Key::Enter);
    check(
        &desk,
        expect![[r#"
        killed 5 by separatists, The offensive: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        injured 80 by separatists, The offensive: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        killed 4 by Norway, The mines: Norway said four police officers and two civilians were killed by mines.
        killed 2 by Norway, The mines: Norway said four police officers and two civilians were killed by mines.
    "#]],
    );
}

#[test]
fn the_caret_stands_behind_a_name_taken_from_the_list() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::Num1);
    tab(&mut desk, 5);
    desk.type_text("azerb");
    desk.press(Key::Enter);
    desk.type_text("!");
    assert!(desk.shows("New actor “Azerbaijan!”"));
}

#[test]
fn four_adds_the_sentence_of_the_caret_once() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    desk.press(Key::Num3);
    desk.press(Key::Enter);
    desk.press(Key::Num4);
    assert!(desk.shows("these words are a passage of the annotation already"));
    next_sentence(&mut desk, 1);
    desk.press(Key::Num4);
    check(
        &desk,
        expect![[r#"
        note: The separatists said that at least 5 people were killed and 80 wounded in the fighting. + Norway said four police officers and two civilians were killed by mines.
    "#]],
    );
}

#[test]
fn keys_typed_faster_than_frames_are_drawn_do_what_they_would_one_by_one() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    let key = |key, text: &str| {
        let modifiers = Modifiers::NONE;
        let press = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        [press].into_iter().chain((!text.is_empty()).then(|| Event::Text(text.to_owned())))
    };
    let all = key(Key::Num1, "1")
        .chain(key(Key::Num7, "7"))
        .chain(key(Key::Tab, ""))
        .chain(key(Key::Num9, "9"))
        .chain(key(Key::Enter, ""))
        .chain(key(Key::Num3, "3"))
        .chain(key(Key::Enter, ""));
    desk.harness.input_mut().events.extend(all);
    desk.run();
    // Enter where a list is open, too.
    desk.press(Key::Num1);
    tab(&mut desk, 7);
    let typed = "The offensive".chars().map(|it| Event::Text(it.to_string()));
    let all =
        typed.chain(key(Key::Enter, "")).chain(key(Key::Num3, "3")).chain(key(Key::Enter, ""));
    desk.harness.input_mut().events.extend(all);
    desk.run();
    check(
        &desk,
        expect![[r#"
            killed 7 by separatists, no incident: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
            note: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
            killed 5 by separatists, The offensive: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
            note: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        "#]],
    );
}

#[test]
fn tab_leads_from_the_codes_to_the_memo_and_backspace_takes_the_last_code_away() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    desk.press(Key::Num3);
    for code in ["toll", "early", "doubtful"] {
        desk.type_text(code);
        desk.press(Key::Enter);
    }
    desk.press(Key::Backspace);
    tab(&mut desk, 1);
    desk.type_text("two of them");
    desk.press_with(CTRL, Key::Enter);
    let state = desk.app().case().unwrap().state();
    let codes: Vec<_> = state.codes().values().map(|it| it.name.as_str()).collect();
    assert_eq!(codes, ["toll", "early"]);
    assert_eq!(state.annotations().values().last().unwrap().memo, "two of them");
}

#[test]
fn j_walks_through_all_passages_from_where_the_caret_is_and_esc_leaves() {
    let mut desk = desk();
    next_sentence(&mut desk, 2);
    desk.press(Key::Num3);
    desk.press(Key::Enter);
    next_sentence(&mut desk, 1);
    desk.press(Key::Num4);
    desk.press(Key::Num1);
    desk.press(Key::Enter);
    let places = |desk: &Desk| {
        let column = desk.app().desk().active().unwrap();
        (desk.app().desk().picked.is_some(), column.selection.unwrap().head)
    };
    desk.press_with(CTRL, Key::Home);
    let mut told = vec![];
    for key in [Key::J, Key::J, Key::J, Key::J, Key::K, Key::K, Key::K] {
        desk.press(key);
        told.push(places(&desk).1);
    }
    let (first, second) = (told[0], told[1]);
    assert!(first < second);
    assert_eq!(told, [first, second, second, second, second, first, first]);
    assert!(places(&desk).0);
    desk.press(Key::Escape);
    assert!(!places(&desk).0);
}

#[test]
fn the_faces_of_the_left_panel_take_the_keys_that_walk_through_them() {
    let mut desk = Desk::sample();
    let article = |desk: &Desk| desk.app().desk().active().map(|it| it.article);
    let first = article(&desk);
    desk.press_with(CTRL, Key::Num2);
    desk.press_with(CTRL, Key::Num1);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert_ne!(article(&desk), first);
}

#[test]
fn the_sheet_of_keys_is_scrolled_by_keys() {
    let mut desk = Desk::sized(super::desk::disk(), Some(SAMPLE), [900.0, 480.0], Theme::Light);
    desk.press(Key::F1);
    let place = |desk: &Desk| desk.harness.get_by_label("In the text").rect().top();
    let before = place(&desk);
    desk.press(Key::PageDown);
    assert!(place(&desk) < before);
}

#[test]
fn a_form_that_is_refused_gives_the_keyboard_to_the_field_to_be_mended() {
    let mut desk = desk();
    desk.press(Key::Num1);
    tab(&mut desk, 5);
    desk.press(Key::Enter);
    assert!(desk.shows("The claim needs a number"));
    desk.type_text("5");
    desk.press(Key::Enter);
    check(
        &desk,
        expect![[r#"
            killed 5 by , no incident: Fighting in the north
        "#]],
    );
}

#[test]
fn a_form_that_cannot_be_recorded_is_left_from_the_text_by_esc() {
    let mut desk = desk();
    desk.press(Key::Num1);
    tab(&mut desk, 4);
    desk.type_text("Norway");
    desk.press_with(CTRL, Key::T);
    next_sentence(&mut desk, 2);
    // Nothing else is begun, and the keyboard is at what hinders it.
    desk.press(Key::Num3);
    assert!(desk.shows("claim needs a number"));
    desk.press_with(CTRL, Key::T);
    desk.press(Key::Escape);
    desk.press(Key::Num3);
    desk.press(Key::Enter);
    check(
        &desk,
        expect![[r#"
            note: The separatists said that at least 5 people were killed and 80 wounded in the fighting.
        "#]],
    );
}

#[test]
fn in_a_narrow_window_the_list_comes_when_it_is_asked_for_and_the_form_when_it_is() {
    let size = [900.0, 650.0];
    let mut desk = Desk::sized(super::desk::disk(), Some(SAMPLE), size, Theme::Light);
    desk.press(Key::J);
    assert!(desk.shows("Done"));
    desk.press_with(CTRL, Key::L);
    assert!(!desk.shows("Done"));
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    desk.press_with(CTRL, Key::I);
    assert!(desk.shows("Done"));
}

#[test]
fn ctrl_enter_in_the_memo_commits_and_opens_nothing() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::Num3);
    desk.press(Key::Tab);
    assert!(desk.shows("Ctrl+Enter"));
    desk.type_text("why");
    desk.press_with(CTRL, Key::Enter);
    assert_eq!(desk.app().desk().columns.len(), 1);
    let case = desk.app().case().unwrap();
    assert_eq!(case.state().annotations().values().last().unwrap().memo, "why");
}

#[test]
fn all_is_undone_and_done_again_and_saved_the_same_twice() {
    let mut desk = Desk::sample();
    let read = |desk: &Desk| desk.disk.read(Path::new(SAMPLE)).unwrap();
    desk.press(Key::J);
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        desk.press(key);
        desk.press(Key::Enter);
    }
    desk.press(Key::Delete);
    desk.press_with(CTRL, Key::S);
    let saved = read(&desk);
    for _ in 0..4 {
        desk.press_with(CTRL, Key::Z);
    }
    for _ in 0..4 {
        desk.press_with(CTRL_SHIFT, Key::Z);
    }
    desk.press_with(CTRL, Key::S);
    assert_eq!(read(&desk), saved);
}
