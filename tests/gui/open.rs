//! How one begins in the real window: the start view, a folder, a project, a drop, a further folder, an excluded article.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;
use kbworkbench::files::memory::MemoryDisk;

use super::desk::{Desk, SAMPLE, disk};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn two_folders() -> Arc<MemoryDisk> {
    let disk = disk();
    disk.add("/home/a/may/1.txt", "Shells hit the town\n\nTwo people were killed, police said.");
    disk.add("/home/a/may/2.txt", "A bridge is closed\n\nNobody was hurt.");
    disk.add("/home/a/june/3.txt", "A third report\n\nFive people were injured.");
    disk
}

/// How many articles there are, and the file the project is kept in.
fn opened(desk: &Desk) -> String {
    let Some(case) = desk.app().case() else { return "nothing".to_owned() };
    let file = case.file().map_or("no file".to_owned(), |it| it.display().to_string());
    format!("{}: {}, {}, {file}", case.name(), case.state().articles().len(), case.bound().len())
}

#[test]
fn a_folder_or_a_project_given_as_argument_is_open_at_once() {
    let folder = Desk::open(two_folders(), Some("/home/a/may"));
    let project = Desk::open(two_folders(), Some(SAMPLE));
    let mut wrong = Desk::open(two_folders(), Some("/home/a/nothing.kbproj"));
    expect![[r#"
        may: 2, 2, no file
        Offensive of September 2023: 14, 14, /home/a/sample/sample.kbproj
        nothing"#]]
    .assert_eq(&[opened(&folder), opened(&project), opened(&wrong)].join("\n"));
    assert!(wrong.shows("Could not open /home/a/nothing.kbproj"));
    wrong.click("Dismiss");
    assert!(wrong.shows("Try the sample"), "the start view stands behind");
}

#[test]
fn the_start_view_opens_folders_projects_and_the_sample_by_mouse_and_keys() {
    let mut desk = Desk::open(two_folders(), None);
    let mut told = vec![opened(&desk)];
    desk.will_choose("/home/a/may");
    // It has the keyboard from the start.
    desk.press(Key::Enter);
    told.push(opened(&desk));
    desk.will_choose(SAMPLE);
    desk.press_with(CTRL, Key::O);
    told.push(opened(&desk));
    // The folder's project was never saved, so it is asked about.
    desk.click("Discard changes");
    told.push(opened(&desk));
    let mut desk = Desk::open(two_folders(), None);
    desk.click("Try the sample");
    told.push(opened(&desk));
    expect![[r#"
        nothing
        may: 2, 2, no file
        may: 2, 2, no file
        Offensive of September 2023: 14, 14, /home/a/sample/sample.kbproj
        Offensive of September 2023: 14, 14, /home/a/documents/KB Workbench sample/sample.kbproj"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn what_was_opened_stands_in_the_start_view_and_is_opened_by_a_click() {
    let mut desk = Desk::open(two_folders(), Some(SAMPLE));
    desk.press_with(CTRL, Key::W);
    let disk = desk.disk.clone();
    let mut again = Desk::open(disk, None);
    assert!(again.shows("Recent projects"), "also in the next session");
    again.click("Offensive of September 2023");
    expect!["Offensive of September 2023: 14, 14, /home/a/sample/sample.kbproj"]
        .assert_eq(&opened(&again));
}

#[test]
fn a_folder_or_a_project_dropped_on_the_window_is_opened() {
    let mut desk = Desk::open(two_folders(), None);
    desk.drop_path("/home/a/may");
    let folder = opened(&desk);
    desk.drop_path(SAMPLE);
    desk.click("Discard changes");
    expect![[r#"
        may: 2, 2, no file
        Offensive of September 2023: 14, 14, /home/a/sample/sample.kbproj"#]]
    .assert_eq(&format!("{folder}\n{}", opened(&desk)));
}

#[test]
fn a_further_folder_is_added_and_an_article_excluded_each_of_which_can_be_undone() {
    let mut desk = Desk::open(two_folders(), Some("/home/a/may"));
    let rows = |desk: &Desk| desk.harness.query_all_by_role(Role::ListBoxOption).count();
    let mut told = vec![format!("{} {}", rows(&desk), desk.told())];
    desk.will_choose("/home/a/june");
    desk.command("add folder");
    told.push(format!("{} {}", rows(&desk), desk.told()));
    desk.harness.get_by_role_and_label(Role::CheckBox, "Left out of views").click();
    desk.run();
    let row = desk.harness.query_all_by_role(Role::ListBoxOption).next().unwrap();
    told.push(row.accesskit_node().label().unwrap_or_default());
    for _ in 0..desk.steps().0 {
        desk.press_with(CTRL, Key::Z);
    }
    told.push(format!("{} {}", rows(&desk), desk.told()));
    for _ in 0..desk.steps().1 {
        desk.press_with(CTRL_SHIFT, Key::Z);
    }
    told.push(format!("{} {}", rows(&desk), desk.told()));
    expect![[r#"
        2 2 articles, 0 annotations, 0 actors; unsaved; undo Add 2 articles; redo nothing
        3 3 articles, 0 annotations, 0 actors; unsaved; undo Add 1 article; redo nothing
        no date, Shells hit the town, excluded
        0 0 articles, 0 annotations, 0 actors; saved; undo nothing; redo Add folder /home/a/may
        3 3 articles, 0 annotations, 0 actors; unsaved; undo Leave out 1.txt; redo nothing"#]]
    .assert_eq(&told.join("\n"));
}
