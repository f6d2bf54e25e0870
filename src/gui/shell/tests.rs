//! Owns the tests of the window's frame, driven by label through the whole app.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::Timestamp;

use crate::base::IdMint;
use crate::files::Disk as _;
use crate::files::memory::MemoryDisk;
use crate::gui::picker::{Answer, Picker, Question};
use crate::gui::{App, Host, Spawn, theme};
use crate::project::Project;

/// Answers in their order; after the last no dialog can be shown.
struct Script(Mutex<Vec<Answer>>);

impl Picker for Script {
    fn ask(&self, _: &Question) -> Answer {
        let mut answers = self.0.lock().unwrap();
        if answers.is_empty() { Answer::Unavailable } else { answers.remove(0) }
    }
}

/// A window over a disk in memory, and the ways a user has with it.
struct Window {
    disk: Arc<MemoryDisk>,
    harness: Harness<'static, App>,
}

const FILE: &str = "/home/a/KB Workbench sample/sample.kbproj";

impl Window {
    fn open(disk: MemoryDisk, path: Option<&str>, answers: Vec<Answer>) -> Self {
        let disk = Arc::new(disk);
        disk.add_folder("/home/a");
        let host = Host {
            disk: disk.clone(),
            now: Box::new(|| Timestamp::from_second(1_700_000_000).unwrap()),
            zone: jiff::tz::TimeZone::UTC,
            ids: IdMint::seeded("window"),
            coder: "A. Analyst".into(),
            state_folder: Some("/home/a/.state".into()),
            documents: Some("/home/a".into()),
            picker: Arc::new(Script(Mutex::new(answers))),
            spawn: Spawn::Inline,
        };
        let path = path.map(PathBuf::from);
        let mut harness = Harness::builder()
            .with_size([1200.0, 800.0])
            .with_max_steps(16)
            .with_context_setup(theme::install)
            .build_eframe(|cc| App::new(&cc.egui_ctx, host, path));
        harness.run();
        Self { disk, harness }
    }

    /// A window with the sample, as the start view opens it.
    fn sample(answers: Vec<Answer>) -> Self {
        let mut window = Self::open(MemoryDisk::new(), None, answers);
        window.click("Try the sample");
        window
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.harness.run();
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    fn write(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Whether something with these words in its name is shown.
    fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    fn name(&self) -> Option<String> {
        self.harness.state().case().map(|it| it.name())
    }

    /// Gives the project another name by way of its dialog.
    fn rename(&mut self, name: &str) {
        self.run_command("rename");
        self.keys(Modifiers::COMMAND, Key::A);
        self.write(name);
        self.key(Key::Enter);
    }

    /// Runs a command by way of the palette.
    fn run_command(&mut self, words: &str) {
        self.keys(Modifiers::COMMAND, Key::K);
        self.write(words);
        self.key(Key::Enter);
    }

    fn saved_name(&self, file: &str) -> String {
        Project::open(&*self.disk, Path::new(file)).unwrap().0.state().name().to_owned()
    }
}

#[test]
fn the_start_view_opens_the_sample_and_remembers_it() {
    let mut window = Window::sample(vec![]);
    assert_eq!(window.name().as_deref(), Some("Offensive of September 2023"));
    assert!(window.disk.entry(Path::new(FILE)).is_ok());
    window.run_command("close project");
    assert!(window.shows("Recent projects"));
    window.click("sample");
    assert!(window.name().is_some());
}

#[test]
fn a_recent_project_that_is_gone_can_be_forgotten() {
    let mut window = Window::sample(vec![]);
    window.run_command("close project");
    window.disk.take(FILE);
    window.run_command("sample");
    window.run_command("close project");
    assert!(!window.shows("not there"), "made anew");
    window.disk.take(FILE);
    window.click("sample");
    assert!(window.shows("there is no such file"), "told");
    assert!(window.shows("not there"));
    window.click("Forget sample");
    assert!(!window.shows("Recent projects"));
}

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
fn the_palette_finds_commands_and_articles() {
    let mut window = Window::sample(vec![]);
    window.run_command("dark");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.run_command("three wars one road");
    let app = window.harness.state();
    let read = app.desk().active().unwrap().article;
    assert_eq!(app.case().unwrap().derived().row(read).unwrap().title, "Three wars, one road");
    window.keys(Modifiers::COMMAND, Key::K);
    assert!(window.shows("Find a command"));
    window.keys(Modifiers::COMMAND, Key::K);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Find a command").is_none());
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

#[test]
fn a_project_whose_folder_is_gone_says_so_and_finds_it_again() {
    let mut window = Window::sample(vec![Answer::Chosen("/home/a/moved".into())]);
    let articles = Path::new("/home/a/KB Workbench sample/articles");
    for path in window.disk.paths() {
        if let Ok(rest) = path.strip_prefix(articles) {
            window
                .disk
                .add(Path::new("/home/a/moved").join(rest), window.disk.read(&path).unwrap());
        }
    }
    window.disk.take(articles);
    window.run_command("close project");
    window.click("sample");
    assert!(window.shows("is not there"));
    window.click("Locate…");
    assert!(!window.shows("is not there"));
    assert_eq!(window.harness.state().case().unwrap().bound().len(), 14);
}

#[test]
fn new_articles_are_offered_and_taken_in() {
    let mut window = Window::sample(vec![]);
    let late = "/home/a/KB Workbench sample/articles/15-late.txt";
    window
        .disk
        .add(late, "A late report\n\nTwo people were killed on Friday, the ministry said.\n");
    window.run_command("close project");
    window.click("sample");
    window.click("Add 1 article");
    assert_eq!(window.harness.state().case().unwrap().state().articles().len(), 15);
    assert!(!window.shows("is not in the project"));
}

#[test]
fn settings_hold_at_once() {
    let mut window = Window::sample(vec![]);
    window.keys(Modifiers::COMMAND, Key::Comma);
    window.harness.get_by_role_and_label(Role::RadioButton, "Dark").click();
    window.harness.run();
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    let zone = "Zone of this project, for times whose zone is not stated";
    window.harness.get_by_role_and_label(Role::TextInput, zone).click();
    window.harness.run();
    window.keys(Modifiers::COMMAND, Key::A);
    window.write("+03:00");
    window.key(Key::Enter);
    window.click("Done");
    let case = window.harness.state().case().unwrap();
    assert_eq!(case.state().zone().to_string(), "+03:00");
}
