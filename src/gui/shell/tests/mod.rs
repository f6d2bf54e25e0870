//! Owns the tests of the window's frame, driven by label through the whole app.

mod commands;
mod frame;
mod load;
mod picker;
mod save;
mod start;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::Timestamp;

use crate::base::IdMint;
use crate::files::Disk;
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
        let mut window = Self::over(disk.clone(), disk, path, answers, Spawn::Inline);
        window.harness.run();
        window
    }

    fn over(
        memory: Arc<MemoryDisk>,
        disk: Arc<dyn Disk>,
        path: Option<&str>,
        answers: Vec<Answer>,
        spawn: Spawn,
    ) -> Self {
        let host = Host {
            disk,
            now: Box::new(|| Timestamp::from_second(1_700_000_000).unwrap()),
            zone: jiff::tz::TimeZone::UTC,
            ids: IdMint::seeded("window"),
            coder: "A. Analyst".into(),
            state_folder: Some("/home/a/.state".into()),
            documents: Some("/home/a".into()),
            picker: Arc::new(Script(Mutex::new(answers))),
            spawn,
        };
        let path = path.map(PathBuf::from);
        let harness = Harness::builder()
            .with_size([1200.0, 800.0])
            .with_max_steps(16)
            .with_context_setup(theme::install)
            .build_eframe(|cc| App::new(&cc.egui_ctx, host, path));
        Self { disk: memory, harness }
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
