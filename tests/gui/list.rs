//! The list of articles in the real window: sorted, filtered, walked through by keys, opened from.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, PointerButton, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::files::memory::MemoryDisk;

use super::desk::{Desk, SAMPLE, disk};

const CTRL: Modifiers = Modifiers::COMMAND;

/// The names of the rows in view, from the top.
fn rows(desk: &Desk) -> Vec<String> {
    let mut rows: Vec<_> = desk
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|it| Some((it.rect().top(), it.accesskit_node().label()?)))
        .collect();
    rows.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    rows.into_iter().map(|(_, name)| name).collect()
}

/// The rows in view, from the top, and the articles that are open, each by the start of its name.
fn check(desk: &Desk, expect: Expect) {
    let brief = |it: &String| it.chars().take(34).collect::<String>();
    let rows: Vec<_> = rows(desk).iter().map(brief).collect();
    expect.assert_eq(&(rows.join("\n") + "\n"));
}

/// Titles of the open articles, the active one in brackets.
pub fn open(desk: &Desk) -> String {
    let app = desk.app();
    let case = app.case().unwrap();
    let titles = app.desk().columns.iter().enumerate().map(|(at, column)| {
        let title: String =
            case.derived().row(column.article).unwrap().title.chars().take(12).collect();
        if at == app.desk().active { format!("[{title}]") } else { title }
    });
    titles.collect::<Vec<_>>().join(" | ")
}

fn choose(desk: &mut Desk, menu: &str, entry: &str) {
    desk.click(menu);
    desk.click(entry);
}

#[test]
fn articles_are_sorted_by_what_is_chosen_and_the_other_way_round() {
    let mut desk = Desk::sample();
    check(
        &desk,
        expect![[r#"
        19–20 Sep 2023, guessed, Karabakh:
        Tribune du Soir, 19 Sep 2023, 14:3
        Meridian Wire, 19 Sep 2023, 21:12,
        The Evening Lantern, 20 Sep 2023, 
        Northern Ledger, 20 Sep 2023, 07:1
        Le Relais des Deux Rives, 20 Sep 2
        HARBOUR GAZETTE, 20 Sep 2023, 15:3
        Южный вестник, 20 Sep 2023, 20:40,
    "#]],
    );
    choose(&mut desk, "Sorted by time", "Number of annotations");
    check(
        &desk,
        expect![[r#"
        19–20 Sep 2023, guessed, Karabakh:
        Meridian Wire, 19 Sep 2023, 21:12,
        CONTINENTAL, no date, Corridors of
        Tribune du Soir, 19 Sep 2023, 14:3
        DANUBE CHRONICLE, 21 Sep 2023, 06:
        Longitude Review, 22 Sep 2023, Thr
        Canal Info, no date, Nagorno-Karab
        Northern Ledger, 20 Sep 2023, 07:1
    "#]],
    );
    desk.click("Sorted by annotations");
    desk.harness.get_by_role_and_label(Role::Button, "Title").click();
    desk.run();
    choose(&mut desk, "Sorted by title", "From the last to the first");
    check(
        &desk,
        expect![[r#"
            Ձորի լուրեր, 20 Sep 2023, 22:05, Ս
            Южный вестник, 20 Sep 2023, 20:40,
            Meridian Wire, 21 Sep 2023, 11:20,
            Longitude Review, 22 Sep 2023, Thr
            The Evening Lantern, 20 Sep 2023, 
            Canal Info, no date, Nagorno-Karab
            19–20 Sep 2023, guessed, Karabakh:
            Northern Ledger, 20 Sep 2023, 07:1
        "#]],
    );
}

#[test]
fn a_filter_says_what_it_holds_back_and_is_cleared() {
    let mut desk = Desk::sample();
    desk.click("Filter the articles");
    desk.type_text("baku");
    check(
        &desk,
        expect![[r#"
        Meridian Wire, 19 Sep 2023, 21:12,
    "#]],
    );
    assert!(desk.shows("1 of 14 shown"));
    desk.type_text(" and nothing such");
    assert!(desk.shows("No article matches the filter"));
    desk.click("Clear the filter");
    assert!(!desk.shows("of 14 shown"));
    desk.click("Filters");
    desk.click("Meridian Wire (2)");
    desk.press(Key::Escape);
    check(
        &desk,
        expect![[r#"
        Meridian Wire, 19 Sep 2023, 21:12,
        Meridian Wire, 21 Sep 2023, 11:20,
    "#]],
    );
    desk.click("Clear the filter");
    assert!(rows(&desk).len() > 5);
}

#[test]
fn what_is_read_or_excluded_can_be_hidden() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::L);
    desk.press(Key::Space);
    let first = rows(&desk).remove(0);
    assert!(first.ends_with(", read"), "{first}");
    expect!["14 articles, 134 annotations, 27 actors; unsaved; undo Mark 04-south-caucasus-notes-a-day-of-war.txt as read; redo nothing"]
        .assert_eq(&desk.told());
    choose(&mut desk, "Filters", "Only unread");
    assert_ne!(rows(&desk).first(), Some(&first));
    assert!(desk.shows("13 of 14 shown"));
}

#[test]
fn keys_walk_the_list_open_articles_and_leave_it() {
    let mut desk = Desk::sample();
    assert_eq!(open(&desk), "[Karabakh: a ]");
    desk.press_with(CTRL, Key::L);
    desk.press(Key::ArrowDown);
    assert_eq!(open(&desk), "[Karabakh: a ]", "the cursor alone opens nothing");
    desk.press(Key::Enter);
    assert_eq!(open(&desk), "[Azerbaijan o]");
    desk.press_with(CTRL, Key::L);
    desk.press(Key::End);
    desk.press_with(Modifiers::SHIFT, Key::Enter);
    let both = open(&desk);
    desk.press_with(CTRL, Key::L);
    desk.press(Key::Home);
    desk.press_with(CTRL, Key::Enter);
    expect![[r#"
        Azerbaijan o | [Corridors of]
        Azerbaijan o | Corridors of | [Karabakh: a ]"#]]
    .assert_eq(&format!("{both}\n{}", open(&desk)));
    // With the keyboard back in the text, arrows leave the list alone.
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    expect!["Azerbaijan o | Corridors of | [Karabakh: a ]"].assert_eq(&open(&desk));
}

#[test]
fn the_same_key_again_goes_on_to_the_filter_and_enter_opens_what_is_found() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::L);
    desk.press_with(CTRL, Key::L);
    desk.type_text("Вестник");
    desk.press(Key::Enter);
    expect!["[Огонь в Кара]"].assert_eq(&open(&desk));
    desk.press_with(CTRL, Key::L);
    desk.press_with(CTRL, Key::L);
    desk.press(Key::Escape);
    assert!(!desk.shows("of 14 shown"), "Esc clears the filter");
}

#[test]
fn articles_are_opened_by_mouse_in_place_or_beside() {
    let mut desk = Desk::sample();
    desk.click_near("Baku demands surrender");
    assert_eq!(open(&desk), "[Baku demands]");
    let row = desk.harness.get_all_by_label_contains("Shelling through").next().unwrap();
    row.click_button(PointerButton::Middle);
    desk.run();
    assert_eq!(open(&desk), "Baku demands | [Shelling thr]");
    let row = desk.harness.get_all_by_label_contains("Guns fall silent").next().unwrap();
    row.click_modifiers(CTRL);
    desk.run();
    assert_eq!(open(&desk), "Baku demands | Shelling thr | [Guns fall si]");
    let row = desk.harness.get_all_by_label_contains("Azerbaijan opens").next().unwrap();
    row.click_secondary();
    desk.run();
    desk.click("Open beside");
    let four = open(&desk);
    let row = desk.harness.get_all_by_label_contains("Haut-Karabakh").next().unwrap();
    row.click_modifiers(CTRL);
    desk.run();
    expect![[r#"
        Baku demands | Shelling thr | Guns fall si | [Azerbaijan o]
        Baku demands | Shelling thr | Guns fall si | [Haut-Karabak]"#]]
    .assert_eq(&format!("{four}\n{}", open(&desk)));
}

#[test]
fn the_menu_of_an_article_excludes_it() {
    let mut desk = Desk::sample();
    let row = desk.harness.get_all_by_label_contains("Baku demands").next().unwrap();
    row.click_secondary();
    desk.run();
    desk.click("Exclude");
    assert!(rows(&desk).iter().any(|it| it.contains("Baku demands") && it.ends_with(", excluded")));
    choose(&mut desk, "Filters", "Hide excluded");
    assert!(!rows(&desk).iter().any(|it| it.contains("Baku demands")));
}

#[test]
fn an_empty_project_says_what_to_do() {
    let disk = MemoryDisk::new();
    disk.add_folder("/home/a/empty");
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/empty"));
    assert!(desk.shows("No articles yet"));
    desk.disk.add("/home/a/more/a.txt", "Police said two people were killed on Tuesday.");
    desk.will_choose("/home/a/more");
    desk.click("Add folder…");
    assert_eq!(
        rows(&desk),
        ["no date, Police said two people were killed on Tuesday., 1 to review"]
    );
}

#[test]
fn an_article_without_its_text_says_so() {
    let disk = disk();
    let gone =
        disk.paths().into_iter().find(|it| it.to_string_lossy().contains("/articles/")).unwrap();
    disk.take(&gone);
    let mut desk = Desk::open(disk, Some(SAMPLE));
    desk.click("Filter the articles");
    desk.type_text(gone.file_name().unwrap().to_str().unwrap());
    let row = rows(&desk).remove(0);
    assert!(row.ends_with(", text missing"), "{row}");
}

#[test]
fn many_articles_make_few_rows() {
    let disk = MemoryDisk::new();
    for number in 0..400 {
        let text = format!("Report {number:04}\n\nPolice said {number} people were killed.");
        disk.add(format!("/home/a/many/{number:04}.txt"), text);
    }
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/many"));
    let few = rows(&desk).len();
    assert!((5..40).contains(&few), "{few}");
    desk.press_with(CTRL, Key::L);
    desk.press(Key::End);
    assert!(rows(&desk).iter().any(|it| it.contains("0399")));
    desk.press(Key::PageUp);
    desk.press(Key::Enter);
    let column = desk.app().desk().active().unwrap().article;
    let row = desk.app().case().unwrap().derived().row(column).unwrap().path.clone();
    assert!(("0350.txt".."0399.txt").contains(&row.as_str()), "{row}");
}

/// Writes into a field of the inspector, which keeps the keyboard.
fn write(desk: &mut Desk, field: &str, words: &str) {
    desk.harness.get_by_role_and_label(Role::TextInput, field).focus();
    desk.run();
    desk.press_with(CTRL, Key::A);
    desk.type_text(words);
}

/// The outlet of the first article, and how it is known.
fn outlet(desk: &Desk) -> String {
    let state = desk.app().case().unwrap().state();
    let article = state.articles().values().find(|it| it.path.starts_with("04-")).unwrap();
    let outlet = article.metadata.outlet.as_ref();
    outlet.map_or("none".to_owned(), |it| format!("{}, {}", it.value, it.from.label()))
}

#[test]
fn metadata_is_edited_in_the_inspector_shown_in_the_list_and_taken_back() {
    let mut desk = Desk::sample();
    let before = outlet(&desk);
    write(&mut desk, "Outlet", "Caucasus Notes");
    desk.press(Key::Enter);
    assert!(rows(&desk)[0].starts_with("Caucasus Notes, "), "{}", rows(&desk)[0]);
    desk.press_with(CTRL, Key::T);
    desk.press_with(CTRL, Key::Z);
    let after = outlet(&desk);
    desk.press_with(CTRL, Key::Y);
    expect![[r#"
        none
        none
        Caucasus Notes, set by hand"#]]
    .assert_eq(&format!("{before}\n{after}\n{}", outlet(&desk)));
    write(&mut desk, "Published", "19 Sep 2023 10:00");
    desk.press(Key::Enter);
    assert!(
        rows(&desk)[0].starts_with("Caucasus Notes, 19 Sep 2023, 10:00, "),
        "no guess any more"
    );
}

#[test]
fn metadata_that_is_being_typed_is_recorded_however_one_goes_on() {
    type Way = (&'static str, fn(&mut Desk));
    let ways: [Way; 5] = [
        ("save", |desk| desk.press_with(CTRL, Key::S)),
        ("next article", |desk| desk.press_with(Modifiers::ALT, Key::ArrowDown)),
        ("an article of the list", |desk| desk.click_near("Baku demands surrender")),
        ("next column", |desk| {
            desk.press_with(CTRL, Key::Enter);
            desk.press(Key::F6);
        }),
        ("the panel closed", |desk| desk.press_with(CTRL | Modifiers::SHIFT, Key::B)),
    ];
    for (way, go_on) in ways {
        let mut desk = Desk::sample();
        write(&mut desk, "Outlet", "Caucasus Notes");
        go_on(&mut desk);
        assert_eq!(outlet(&desk), "Caucasus Notes, set by hand", "{way}");
    }
}
