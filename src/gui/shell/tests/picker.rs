//! Owns the tests of the window's own picker.

use super::*;

#[test]
fn the_picker_opens_a_project_by_keys_alone() {
    let disk = MemoryDisk::new();
    disk.add("/home/a/cases/May.kbproj", crate::project::write(Project::new("May").state()));
    disk.add("/home/a/cases/notes.txt", "no project");
    let mut window = Window::open(disk, None, vec![]);
    window.keys(Modifiers::COMMAND, Key::O);
    assert!(window.shows("cases"));
    window.write("cas");
    window.key(Key::Enter);
    assert!(window.shows("May.kbproj"));
    assert!(!window.shows("notes.txt"));
    window.key(Key::Backspace);
    assert!(!window.shows("May.kbproj"), "one folder up");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.name().as_deref(), Some("May"));
}

#[test]
fn the_picker_says_what_is_wrong_with_a_path_and_stays() {
    let mut window = Window::open(MemoryDisk::new(), None, vec![]);
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    window.harness.get_by_label("Path").click();
    window.harness.run();
    window.keys(Modifiers::COMMAND, Key::A);
    window.write("/nowhere");
    window.key(Key::Enter);
    assert!(window.shows("there is no such file or folder"));
    window.key(Key::Escape);
    assert!(!window.shows("Open a folder of articles"));
}

#[test]
fn the_picker_asks_before_a_file_is_replaced_and_makes_folders() {
    let mut window = Window::sample(vec![]);
    window.disk.add("/home/a/KB Workbench sample/Taken.kbproj", "another's");
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    window.keys(Modifiers::COMMAND, Key::A);
    window.write("Taken");
    window.key(Key::Enter);
    assert!(window.shows("Taken.kbproj is there already"));
    window.key(Key::Enter);
    assert!(!window.shows("is there already"), "Enter keeps the file");
    window.click("New folder…");
    window.write("Drafts");
    window.key(Key::Enter);
    window.click("Save");
    assert!(window.shows("Saved"), "{:?}", window.disk.paths());
    let kept = window.disk.read(Path::new("/home/a/KB Workbench sample/Taken.kbproj"));
    assert_eq!(kept.unwrap(), b"another's");
    let saved = "/home/a/KB Workbench sample/Drafts/Taken.kbproj";
    assert_eq!(window.saved_name(saved), "Offensive of September 2023");
}

#[test]
fn a_new_project_is_proposed_beside_its_folder_and_typing_names_it_anew() {
    let disk = MemoryDisk::new();
    disk.add("/home/a/cases/May/report.txt", "Five people were killed.");
    let mut window = Window::open(disk, Some("/home/a/cases/May"), vec![]);
    window.keys(Modifiers::COMMAND, Key::S);
    window.write("June");
    window.key(Key::Enter);
    assert_eq!(window.saved_name("/home/a/cases/June.kbproj"), "May");
    // A whole path is a name too.
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    window.keys(Modifiers::COMMAND, Key::A);
    window.write("/home/a/July");
    window.key(Key::Enter);
    assert_eq!(window.saved_name("/home/a/July.kbproj"), "May");
}
