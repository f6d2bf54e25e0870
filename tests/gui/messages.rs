//! What the real window tells unasked: files that could not be read, notices beside the text, errors that say what is
//! safe.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;
use kbworkbench::files::memory::MemoryDisk;

use super::desk::{Desk, SAMPLE, disk};

const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn a_folder_of_broken_files_opens_and_each_stands_in_the_warnings_with_what_to_do() {
    let disk = MemoryDisk::new();
    disk.add("/home/a/bad/good.txt", "A report\n\nTwo people were killed, police said.");
    disk.add("/home/a/bad/empty.txt", "");
    disk.add("/home/a/bad/binary.txt", [0_u8, 159, 146, 150, 0, 0, 1, 2, 3, 0, 0, 7]);
    disk.add("/home/a/bad/nothing.html", "<html><body><script>x</script></body></html>");
    disk.add("/home/a/bad/half.kbproj", "{\"format\":");
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/bad"));
    let status = desk.name_with("warnings");
    desk.click(&status);
    let told: Vec<_> = {
        let dialog = desk.harness.get_by_role_and_label(Role::Dialog, "Warnings");
        let inside = dialog.children_recursive();
        let labels = inside.filter(|it| it.accesskit_node().role() == Role::Label);
        labels.filter_map(|it| it.accesskit_node().value()).collect()
    };
    expect![[r#"
        3 warnings
        Warnings
        /home/a/bad/binary.txt
        The file is binary, not text
        Save the report as plain text or as a web page
        /home/a/bad/empty.txt
        The file is empty
        Save the report again or remove the file
        /home/a/bad/nothing.html
        The file holds no words
        Save the report again or remove the file"#]]
    .assert_eq(&format!("{status}\n{}", told.join("\n")));
    desk.press(Key::Enter);
    assert!(!desk.is_asked());
}

#[test]
fn notices_lie_over_no_article_while_there_is_a_panel_to_lie_over() {
    for (size, panels) in
        [([1600.0, 1000.0], "both"), ([1600.0, 1000.0], "left"), ([900.0, 650.0], "both")]
    {
        let mut desk = Desk::sized(disk(), Some(SAMPLE), size, Theme::Light);
        desk.press_with(CTRL, Key::Enter);
        if panels == "left" {
            desk.press_with(CTRL | Modifiers::SHIFT, Key::B);
        }
        desk.press_with(CTRL, Key::S);
        desk.press_with(CTRL, Key::R);
        desk.press_with(CTRL, Key::Z);
        let alerts = desk.harness.get_all_by_role(Role::Alert);
        let inside = alerts.flat_map(|it| it.children_recursive().collect::<Vec<_>>());
        let placed = inside.filter(|it| it.accesskit_node().bounding_box().is_some());
        let notices: Vec<_> = placed.map(|it| it.rect().expand(8.0)).collect();
        assert!(!notices.is_empty());
        for text in desk.harness.get_all_by_role(Role::Document) {
            let over = notices.iter().find(|it| it.intersects(text.rect().shrink(1.0)));
            assert_eq!(over, None, "{size:?} with {panels}: text at {}", text.rect());
        }
    }
}

#[test]
fn a_project_that_cannot_be_read_says_so_and_what_is_open_stays() {
    let disk = disk();
    disk.add("/home/a/half.kbproj", "{\"format\":");
    disk.add("/home/a/later.kbproj", "{\"format\":\"kbproj\",\"version\":99}");
    let mut desk = Desk::open(disk, Some(SAMPLE));
    let mut told = vec![];
    for path in ["/home/a/half.kbproj", "/home/a/later.kbproj"] {
        desk.drop_path(path);
        let alert = desk.harness.get_all_by_role(Role::Alert).last().unwrap();
        let inside =
            alert.children_recursive().filter(|it| it.accesskit_node().role() == Role::Label);
        let words: Vec<_> = inside.filter_map(|it| it.accesskit_node().value()).collect();
        told.push(words.join(" / "));
    }
    told.push(desk.told());
    expect![[r#"
         / The file ends too early, at line 1; it was not touched; open a backup: /home/a/half.kbproj / Nothing was changed
         / The project is of version 99, and this program knows versions up to 1; open it with a newer KB Workbench; it was not touched: /home/a/later.kbproj / Nothing was changed
        14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"#]].assert_eq(&told.join("\n"));
}
