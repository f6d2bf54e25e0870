//! Owns the tests of saving, of the question before work is lost, and of copies with texts.

use super::*;

#[test]
fn unsaved_work_is_asked_about_and_goes_all_three_ways() {
    let check = |answer: &str, open: bool, saved: &str| {
        let mut window = Window::sample(vec![]);
        window.rename("Changed");
        assert_eq!(window.name().as_deref(), Some("Changed"));
        window.run_command("close project");
        assert!(window.shows("1 change is not saved"));
        assert!(window.shows("Rename project to Changed"));
        window.click(answer);
        assert_eq!(window.name().is_some(), open, "{answer}");
        assert_eq!(window.saved_name(FILE), saved, "{answer}");
    };
    check("Save", false, "Changed");
    check("Discard changes", false, "Offensive of September 2023");
    check("Cancel", true, "Offensive of September 2023");
}

#[test]
fn enter_saves_and_escape_keeps_the_window() {
    let mut window = Window::sample(vec![]);
    window.rename("Changed");
    window.keys(Modifiers::COMMAND, Key::Q);
    window.key(Key::Escape);
    assert!(!window.shows("Discard changes"));
    assert_ne!(window.saved_name(FILE), "Changed");
    window.keys(Modifiers::COMMAND, Key::Q);
    window.key(Key::Enter);
    assert_eq!(window.saved_name(FILE), "Changed");
}

#[test]
fn a_save_that_fails_is_told_and_nothing_is_lost() {
    let mut window = Window::sample(vec![]);
    window.rename("Changed");
    window.disk.fail_at(0, ErrorKind::StorageFull);
    window.keys(Modifiers::COMMAND, Key::S);
    assert!(window.shows("disk is full"));
    assert!(window.shows("Your work is still here in the window, unsaved"));
    assert!(window.shows("Edited"));
    window.disk.fail_never();
    window.keys(Modifiers::COMMAND, Key::S);
    assert_eq!(window.saved_name(FILE), "Changed");
    assert!(!window.shows("Edited"));
}

#[test]
fn saving_elsewhere_that_fails_leaves_the_roots_as_they_were() {
    let elsewhere = "/home/a/other/deep/Copy.kbproj";
    let mut window = Window::sample(vec![Answer::Chosen(elsewhere.into())]);
    let roots = |window: &Window| -> Vec<String> {
        let case = window.harness.state().case().unwrap();
        case.state().roots().values().map(|it| it.path.clone()).collect()
    };
    let before = roots(&window);
    // Its folder is not there, so that nothing can be written.
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert!(window.shows("Your work is still here"));
    assert_eq!(roots(&window), before);
    assert_eq!(window.harness.state().case().unwrap().file(), Some(Path::new(FILE)));
}

#[test]
fn the_name_a_dialog_gives_gets_its_ending_and_replaces_nothing_unasked() {
    let chosen = Answer::Chosen("/home/a/taken".into());
    let mut window = Window::sample(vec![chosen.clone(), chosen]);
    window.disk.add("/home/a/taken.kbproj", "another's");
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    window.click("Keep it");
    let bytes = |window: &Window| window.disk.read(Path::new("/home/a/taken.kbproj")).unwrap();
    assert_eq!(bytes(&window), b"another's");
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    window.click("Replace");
    assert_eq!(window.saved_name("/home/a/taken.kbproj"), "Offensive of September 2023");
}

#[test]
fn a_copy_with_texts_opens_somewhere_else() {
    let mut window = Window::sample(vec![Answer::Chosen("/stick".into())]);
    window.disk.add_folder("/stick");
    window.run_command("copy with texts");
    assert!(window.shows("The copy is made"));
    window.disk.take("/home/a/KB Workbench sample");
    let file = "/stick/Offensive of September 2023/Offensive of September 2023.kbproj";
    let bytes = MemoryDisk::new();
    for path in window.disk.paths() {
        bytes.add(&path, window.disk.read(&path).unwrap());
    }
    let other = Window::open(bytes, Some(file), vec![]);
    let case = other.harness.state().case().unwrap();
    assert_eq!(case.bound().len(), 14);
    assert!(!other.shows("warning"));
}

/// Types into the title of the article, and leaves the keyboard there.
fn type_a_title(window: &mut Window, title: &str) {
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Title").click();
    window.harness.run();
    window.keys(Modifiers::COMMAND, Key::A);
    window.write(title);
}

#[test]
fn what_stands_in_a_field_is_saved_too() {
    let mut window = Window::sample(vec![]);
    type_a_title(&mut window, "Mended title");
    window.keys(Modifiers::COMMAND, Key::S);
    let (project, _) = Project::open(&*window.disk, Path::new(FILE)).unwrap();
    let titles = project.state().articles().values().filter_map(|it| it.metadata.title.as_ref());
    assert_eq!(titles.filter(|it| it.value == "Mended title").count(), 1);
    window.write(" on");
    window.run_command("close project");
    assert!(window.shows("1 change is not saved"), "typing went on in the field");
}

#[test]
fn what_stands_in_a_field_is_asked_about_before_the_window_goes() {
    let mut window = Window::sample(vec![]);
    type_a_title(&mut window, "Mended title");
    window.keys(Modifiers::COMMAND, Key::Q);
    assert!(window.shows("1 change is not saved"));
}
