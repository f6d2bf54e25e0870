//! Folders of reports in the real window: moved, told in words, found again; what could not be read is listed.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;
use kbworkbench::files::Disk as _;
use kbworkbench::files::memory::MemoryDisk;

use super::desk::{Desk, SAMPLE, disk};

const CTRL: Modifiers = Modifiers::COMMAND;

/// The sample's disk after its articles were moved to another folder.
fn moved(to: &str) -> Arc<MemoryDisk> {
    let disk = disk();
    let folder = Path::new(SAMPLE).parent().unwrap().join("articles");
    for path in disk.paths().iter().filter(|it| it.starts_with(&folder)) {
        if let (Ok(rest), Ok(bytes)) = (path.strip_prefix(&folder), disk.read(path)) {
            disk.add(Path::new(to).join(rest), bytes);
        }
    }
    disk.take(&folder);
    disk
}

#[test]
fn a_folder_that_was_moved_is_told_located_and_looked_for_anew_after_undo() {
    let mut desk = Desk::open(moved("/home/a/elsewhere/press"), Some(SAMPLE));
    expect!["The folder /home/a/sample/articles is not there; all annotations are safe"]
        .assert_eq(&desk.name_with("is not there; "));
    assert!(desk.shows("The text is not at hand"));
    desk.will_choose("/home/a/elsewhere/press");
    desk.harness.get_all_by_label("Locate…").next().unwrap().click();
    desk.run();
    assert!(!desk.shows("is not there") && !desk.shows("The text is not at hand"));
    expect!["14 articles, 134 annotations, 27 actors; unsaved; undo Look for folder at ../elsewhere/press; redo nothing"].assert_eq(&desk.told());
    desk.press_with(CTRL, Key::Z);
    assert!(desk.shows("is not there; "), "as it was");
    desk.press_with(CTRL | Modifiers::SHIFT, Key::Z);
    assert!(!desk.shows("is not there; "));
}

#[test]
fn articles_whose_paths_changed_are_not_called_changed() {
    let mut desk = Desk::open(moved("/home/a/elsewhere/press"), Some(SAMPLE));
    desk.will_choose("/home/a/elsewhere");
    desk.harness.get_all_by_label("Locate…").next().unwrap().click();
    desk.run();
    expect!["14 articles have other paths than before; their texts are the same"]
        .assert_eq(&desk.name_with("14 articles have"));
    desk.click("Take over");
    assert!(!desk.shows("14 articles have"));
}

#[test]
fn what_could_not_be_read_is_listed_in_words_beside_the_good() {
    let disk = MemoryDisk::new();
    disk.add("/home/a/reports/1.txt", "One report\n\nTwo people were killed.");
    disk.add("/home/a/reports/2.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    disk.add("/home/a/reports/3.txt", "");
    disk.add("/home/a/reports/4.pdf", "%PDF");
    disk.add_link("/home/a/reports/5.txt", "nowhere.txt");
    disk.add_link("/home/a/reports/loop", "/home/a/reports");
    let mut desk = Desk::open(Arc::new(disk), Some("/home/a/reports"));
    assert!(desk.told().starts_with("1 articles"));
    desk.click_near("4 warnings");
    for words in ["picture, not text", "file is empty", "1 .pdf", "a link to what is not there"] {
        assert!(desk.shows(words), "{words}");
    }
}
