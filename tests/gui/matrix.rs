//! The stance matrix: cells by mouse and keys, their sentences in the inspector and in the text, filters and columns.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::project::{notation, write};

use super::desk::{Desk, SAMPLE, disk};
use super::picture::snapshot;

/// The window with the sample's matrix.
fn stances() -> Desk {
    Desk::sample_in(Key::Num5)
}

/// Opens a list and chooses the entry that begins so.
fn choose(desk: &mut Desk, field: &str, entry: &str) {
    desk.click(field);
    desk.click_near(entry);
}

#[test]
fn a_cell_leads_to_its_sentences_and_these_to_the_text_and_back() {
    let mut desk = stances();
    assert!(desk.shows("51 stances shown, 9 hidden by filters"));
    desk.click_near("Charles Michel mediates: 2 ");
    assert!(desk.shows("Charles Michel mediates"));
    assert!(desk.shows("2 stances"));
    let cell = desk.app().desk().cell.clone();
    assert!(cell.is_some());
    let quote = sentence(&desk);
    desk.click_near(&quote);
    // Its sentence stands in the reader, chosen.
    assert!(desk.app().desk().reads());
    let picked = desk.app().desk().picked.unwrap();
    let case = desk.app().case().unwrap();
    let main = case.state().annotations()[&picked].main().unwrap();
    assert!(quote.starts_with(&main.quote), "{quote}");
    assert_eq!(desk.app().desk().active().unwrap().article, main.article);
    desk.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert!(!desk.app().desk().reads());
    assert_eq!(desk.app().desk().cell, cell);
    assert!(desk.shows("Charles Michel mediates"));
    // The keyboard is at the cell again.
    desk.press(Key::ArrowLeft);
    desk.press(Key::ArrowLeft);
    desk.press(Key::Enter);
    assert!(desk.shows("Charles Michel condemns"));
}

/// The name of the first sentence behind the chosen cell.
fn sentence(desk: &Desk) -> String {
    let edit = desk.harness.get_all_by_label("Edit this stance").next();
    assert!(edit.is_some());
    let link = desk.harness.get_all_by_role(eframe::egui::Role::Link).next();
    let name = link.map(|it| {
        use egui_kittest::kittest::NodeT as _;
        it.accesskit_node().label().unwrap_or_default()
    });
    name.unwrap_or_default()
}

#[test]
fn keys_move_between_cells_choose_one_and_go_on_to_its_sentences() {
    let mut desk = stances();
    // The first cell has the keyboard.
    desk.press(Key::Enter);
    assert!(desk.shows("Armenia condemns"));
    desk.press(Key::Enter);
    desk.press(Key::ArrowDown);
    desk.press(Key::Escape);
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowRight);
    desk.press(Key::Enter);
    assert!(desk.shows("Ararat Mirzoyan supports"));
    assert!(desk.shows("No stance stands here"));
    desk.press(Key::Escape);
    assert_eq!(desk.app().desk().cell, None);
    assert!(desk.shows("Choose a cell, and the sentences behind it stand here"));
    desk.press_with(Modifiers::COMMAND, Key::End);
    desk.press(Key::Enter);
    assert!(desk.shows("United States") && desk.app().desk().cell.is_some());
}

#[test]
fn a_folded_actor_shows_the_union_and_unfolds_again() {
    let mut desk = stances();
    assert!(desk.shows("France condemns: 3 "));
    assert!(desk.shows("Emmanuel Macron condemns: 1 "));
    desk.click_near("France, unfolded");
    assert!(desk.shows("France condemns: 5 "));
    assert!(!desk.shows("Emmanuel Macron, condemn"));
    desk.click_near("France condemns: 5 ");
    assert!(desk.shows("3 of its own, 1 of Catherine Colonna and 1 of Emmanuel Macron"));
    desk.press(Key::ArrowLeft);
    desk.press(Key::ArrowRight);
    assert!(desk.shows("Emmanuel Macron condemns: 1 "));
    desk.press(Key::ArrowLeft);
    assert!(!desk.shows("Emmanuel Macron, condemn"));
    desk.click("Unfold all");
    assert!(desk.shows("Emmanuel Macron condemns: 1 "));
    desk.click("Fold all");
    assert!(!desk.shows("Nikol Pashinyan"));
}

#[test]
fn columns_are_articles_targets_or_days() {
    let mut desk = stances();
    desk.click("Target");
    assert!(desk.shows("Armenia, the offensive: condemns, 3 stances, "));
    desk.click("Day");
    assert!(desk.shows("20 Sep 2023: "));
    desk.click("Article");
    let head = desk.harness.get_all_by_role(eframe::egui::Role::ColumnHeader).next().unwrap();
    head.click();
    desk.run();
    assert!(desk.app().desk().reads());
}

#[test]
fn filters_narrow_down_and_are_cleared() {
    let mut desk = stances();
    desk.click_near("Past stances");
    assert!(desk.shows("57 stances shown"));
    choose(&mut desk, "Incident", "All incidents");
    assert!(desk.shows("60 stances shown"));
    assert!(!desk.shows("Clear filters"));
    desk.harness.get_by_label("From").click();
    desk.run();
    desk.type_text("1.1.2030");
    assert!(desk.shows("Clear filters"));
    desk.click("Clear filters");
    assert!(desk.shows("60 stances shown"));
}

#[test]
fn without_stances_it_says_how_to_begin() {
    let disk = disk();
    disk.add("/home/a/reports/a.txt", "Report\n\nThe minister condemned the attack.\n");
    let mut desk = Desk::open(disk, Some("/home/a/reports"));
    desk.press_with(Modifiers::ALT, Key::Num5);
    assert!(desk.shows("No stances yet"));
    desk.click("Read the articles");
    assert!(desk.app().desk().reads());
}

#[test]
fn a_name_lights_up_the_cells_of_its_actor_and_a_form_opens_from_the_list() {
    let mut desk = stances();
    desk.click_near("Charles Michel mediates: 2 ");
    let edit = desk.harness.get_all_by_label("Edit this stance").next().unwrap();
    edit.click();
    desk.run();
    assert!(desk.app().desk().picked.is_some());
    assert!(!desk.shows("Leave the cell"));
    desk.click_near("Charles Michel condemns: 4 ");
    assert!(desk.shows("Charles Michel condemns"));
}

#[test]
fn where_filters_hide_all_it_says_so_and_shows_them_again() {
    let state = notation::state(
        "article a.txt | Wire | 2023-09-19 21:12
        actor Armenia state
        stance s1 a.txt Armenia condemn",
    );
    let disk = MemoryDisk::new();
    disk.add("/home/a/case.kbproj", write(&state.unwrap()));
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/case.kbproj"));
    desk.press_with(Modifiers::ALT, Key::Num5);
    assert!(desk.shows("Armenia condemns: 1 "));
    desk.harness.get_by_label("From").focus();
    desk.run();
    desk.type_text("2030");
    assert!(desk.shows("No stances to show"));
    assert!(desk.shows("1 stance is left out by the filters"));
    // The head of the filters has one too.
    desk.harness.get_all_by_label("Clear filters").last().unwrap().click();
    desk.run();
    assert!(desk.shows("Armenia condemns: 1 "));
}

#[test]
fn a_narrow_window_has_no_room_for_a_panel_that_says_nothing() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [900.0, 650.0], Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num5);
    desk.press_with(Modifiers::COMMAND, Key::B);
    assert!(!desk.shows("Choose a cell"));
    let right = |desk: &Desk| desk.harness.get_by_label_contains("Mediate: ").rect().right();
    assert!(right(&desk) < 900.0, "all columns are in sight");
    desk.press(Key::Enter);
    assert!(desk.shows("Armenia condemns"));
    assert!(right(&desk) < 600.0, "and beside the sentences too: {}", right(&desk));
}

/// The matrix with a chosen cell, in a theme.
fn picture(theme: Theme) -> Desk {
    let disk = disk();
    if theme == Theme::Dark {
        disk.add("/home/a/.state/kbworkbench/settings.json", r#"{"theme":"dark"}"#);
    }
    let mut desk = Desk::sized(disk, Some(SAMPLE), [1240.0, 560.0], theme);
    desk.press_with(Modifiers::ALT, Key::Num5);
    desk.click_near("Charles Michel mediates: 2 ");
    desk
}

#[test]
fn the_matrix_looks_as_it_should() {
    snapshot(&mut picture(Theme::Light).harness, "matrix-light");
}

#[test]
fn the_matrix_in_the_dark_looks_as_it_should() {
    snapshot(&mut picture(Theme::Dark).harness, "matrix-dark");
}

/// The window with a project of the notation open, of another size and theme for each place in a list.
fn odd(text: &str, at: usize) -> Desk {
    let size = if at.is_multiple_of(2) { [900.0, 650.0] } else { [1600.0, 1000.0] };
    let disk = MemoryDisk::new();
    if (at / 2).is_multiple_of(2) {
        disk.add("/home/a/.state/kbworkbench/settings.json", r#"{"theme":"dark"}"#);
    }
    disk.add("/home/a/case.kbproj", write(&notation::state(text).unwrap()));
    Desk::sized(Arc::new(disk), Some("/home/a/case.kbproj"), size, Theme::Light)
}

#[test]
fn odd_projects_have_all_their_stances_whatever_the_columns_are() {
    for (at, (name, text, count)) in super::odd::stances().into_iter().enumerate() {
        let mut desk = odd(&text, at);
        assert!(desk.app().desk().reads(), "{name}");
        desk.press_with(Modifiers::ALT, Key::Num3);
        let (one, many) = match count {
            1 => ("1 stance shown".to_owned(), "1 annotation shown".to_owned()),
            some => {
                let some = kbworkbench::views::count(some as u64);
                (format!("{some} stances shown"), format!("{some} annotations shown"))
            }
        };
        assert!(desk.shows(&many), "{name}: {many}");
        desk.press_with(Modifiers::ALT, Key::Num4);
        assert!(desk.shows("No casualty claims yet"), "{name}");
        desk.press_with(Modifiers::ALT, Key::Num5);
        if name == "stances-past" {
            assert!(desk.shows("No stances to show"), "{name}");
            desk.click(&format!("Show past stances too ({count})"));
        }
        for columns in ["Target", "Day", "Article"] {
            desk.click(columns);
            assert!(desk.shows(&one), "{name} by {columns}: {one}");
            let cell = desk.harness.get_all_by_role(eframe::egui::Role::GridCell).next();
            cell.unwrap().click();
            desk.run();
            assert!(desk.shows("Leave the cell"), "{name} by {columns}");
        }
        desk.press_with(Modifiers::COMMAND, Key::End);
        desk.press(Key::Enter);
        assert!(desk.shows("Leave the cell"), "{name}");
        // From the sentences to the cell, and out of it.
        desk.press(Key::Escape);
        desk.press(Key::Escape);
        if name == "stances-timeless" {
            continue;
        }
        desk.harness.get_by_label("From").focus();
        desk.run();
        desk.type_text("2030");
        assert!(desk.shows("left out by the filters"), "{name}");
        desk.harness.get_all_by_label("Clear filters").last().unwrap().click();
        desk.run();
        assert!(desk.shows(&one), "{name}: {one}");
    }
}
