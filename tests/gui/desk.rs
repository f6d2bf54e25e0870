//! Owns how a test sits at the window: the real app on a disk in memory, with a fixed clock and repeatable ids, driven by
//! what stands on the screen.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Pos2, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder};
use jiff::Timestamp;
use kbworkbench::base::IdMint;
use kbworkbench::files::Disk;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::{Answer, Picker, Question};
use kbworkbench::gui::{App, Host, Spawn};
use kbworkbench::project::{Project, Stamp, sample, write};

use super::picture::window;

/// Where the sample lies.
pub const SAMPLE: &str = "/home/a/sample/sample.kbproj";

/// Where the window keeps what it remembers of its user.
pub const SETTINGS: &str = "/home/a/.state/kbworkbench/settings.json";

/// Answers in the order they are given; then the dialog is cancelled.
#[derive(Default)]
pub struct Script {
    answers: Mutex<Vec<PathBuf>>,
    asked: Mutex<Vec<Question>>,
}

impl Picker for Script {
    fn ask(&self, question: &Question) -> Answer {
        self.asked.lock().unwrap().push(question.clone());
        let mut answers = self.answers.lock().unwrap();
        if answers.is_empty() { Answer::Cancelled } else { Answer::Chosen(answers.remove(0)) }
    }
}

impl Script {
    /// Answers nothing any more.
    pub fn forget(&self) {
        self.answers.lock().unwrap().clear();
    }

    /// What comes next is answered with this.
    pub fn answer(&self, path: &str) {
        self.answers.lock().unwrap().push(PathBuf::from(path));
    }

    /// What was asked for so far.
    pub fn asked(&self) -> Vec<Question> {
        self.asked.lock().unwrap().clone()
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl eframe::egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("not asked for".to_owned())
    }
}

/// The window with its disk.
pub struct Desk {
    pub harness: Harness<'static, App>,
    pub disk: Arc<MemoryDisk>,
    pub picker: Arc<Script>,
}

/// The moment at which everything in tests happens.
pub fn now() -> Timestamp {
    "2026-03-01T12:03:00Z".parse().unwrap()
}

/// A disk with the sample on it.
pub fn disk() -> Arc<MemoryDisk> {
    let disk = MemoryDisk::new();
    disk.add_folder("/home/a");
    let folder = Path::new(SAMPLE).parent().unwrap();
    sample::make(&disk, folder, &Stamp::new("A. Analyst", now())).unwrap();
    Arc::new(disk)
}

/// What is outside of the window: a clock that stands, ids that come again, no place for settings.
fn host(disk: Arc<dyn Disk>, picker: Arc<dyn Picker>, spawn: Spawn) -> Host {
    Host {
        disk,
        now: Box::new(now),
        zone: jiff::tz::TimeZone::UTC,
        ids: IdMint::seeded("window"),
        coder: "A. Analyst".to_owned(),
        state_folder: None,
        documents: None,
        picker,
        spawn,
    }
}

/// The window with threads over a folder or project: what takes long goes on meanwhile.
pub fn threaded(disk: Arc<dyn Disk>, path: &str, picker: Script) -> Harness<'static, App> {
    let host = host(disk, Arc::new(picker), Spawn::Threads);
    let path = Some(PathBuf::from(path));
    let window = window([1200.0, 800.0], Theme::Light).with_max_steps(200);
    window.build_eframe(move |cc| App::new(&cc.egui_ctx, host, path))
}

/// Lets frames go by until something is so.
pub fn until(harness: &mut Harness<'static, App>, is_so: impl Fn(&Harness<'static, App>) -> bool) {
    let begun = Instant::now();
    loop {
        harness.step();
        if is_so(harness) {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came");
        std::thread::sleep(Duration::from_millis(2));
    }
}

impl Desk {
    /// The window on a disk, with a folder or project to open.
    pub fn open(disk: Arc<MemoryDisk>, path: Option<&str>) -> Self {
        Self::sized(disk, path, [1600.0, 1000.0], Theme::Light)
    }

    pub fn sized(disk: Arc<MemoryDisk>, path: Option<&str>, size: [f32; 2], theme: Theme) -> Self {
        Self::built(disk, path, window(size, theme))
    }

    /// The window made in another way than usual.
    pub fn built(disk: Arc<MemoryDisk>, path: Option<&str>, window: HarnessBuilder<App>) -> Self {
        let picker = Arc::new(Script::default());
        let host = Host {
            state_folder: Some(PathBuf::from("/home/a/.state/kbworkbench")),
            documents: Some(PathBuf::from("/home/a/documents")),
            ..host(disk.clone(), picker.clone(), Spawn::Inline)
        };
        let path = path.map(PathBuf::from);
        let harness =
            window.with_max_steps(40).build_eframe(move |cc| App::new(&cc.egui_ctx, host, path));
        let mut desk = Self { harness, disk, picker };
        desk.run();
        desk
    }

    /// The window with the sample open, read without suggestions: J and K lead from annotation to annotation.
    pub fn sample() -> Self {
        let disk = disk();
        disk.add(SETTINGS, r#"{"shows_suggestions": false}"#);
        Self::open(disk, Some(SAMPLE))
    }

    /// The same in the view of this key.
    pub fn sample_in(view: Key) -> Self {
        let mut desk = Self::sample();
        desk.press_with(Modifiers::ALT, view);
        desk
    }

    pub fn run(&mut self) {
        self.harness.run();
    }

    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// What the next dialog for a path is answered with.
    pub fn will_choose(&self, path: &str) {
        self.picker.answer(path);
    }

    /// Clicks what has exactly this name.
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.run();
    }

    /// Clicks the first thing whose name holds these words.
    pub fn click_near(&mut self, words: &str) {
        let first = self.harness.get_all_by_label_contains(words).next();
        first.unwrap_or_else(|| panic!("nothing is called “…{words}…”")).click();
        self.run();
    }

    /// Whether something on the screen has these words in its name.
    pub fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// Asks for a command by its name.
    pub fn command(&mut self, name: &str) {
        self.press_with(Modifiers::COMMAND, Key::K);
        self.type_text(name);
        self.press(Key::Enter);
    }

    /// Types into what has the keyboard.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(eframe::egui::Event::Text(text.to_owned()));
        self.run();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.run();
    }

    /// Says what the project has and does, in a few lines, for comparing.
    pub fn told(&self) -> String {
        let Some(case) = self.app().case() else { return "no project".to_owned() };
        let (state, history) = (case.state(), case.project().history());
        format!(
            "{} articles, {} annotations, {} actors; {}; undo {}; redo {}",
            state.articles().len(),
            state.annotations().len(),
            state.actors().len(),
            if case.is_unsaved() { "unsaved" } else { "saved" },
            history.undo_label().unwrap_or("nothing"),
            history.redo_label().unwrap_or("nothing"),
        )
    }

    /// The open project as it would be written; nothing if none is open.
    pub fn written(&self) -> Vec<u8> {
        self.app().case().map(|it| write(it.state())).unwrap_or_default()
    }

    /// How many steps can be taken back, and how many done again.
    pub fn steps(&self) -> (usize, usize) {
        let history = self.app().case().map(|it| it.project().history());
        history.map_or((0, 0), |it| (it.done().len(), it.undone().len()))
    }

    /// Whether something lies over the window and waits for an answer.
    pub fn is_asked(&self) -> bool {
        self.harness.query_all_by_role(eframe::egui::Role::Dialog).next().is_some()
    }

    /// Drops a file or a folder on the window.
    pub fn drop_path(&mut self, path: &str) {
        let file = Arc::new(Dropped(PathBuf::from(path)));
        self.harness.input_mut().dropped_files = vec![file];
        self.run();
    }

    /// The project as the disk holds it.
    pub fn on_disk(&self, path: &str) -> Project {
        Project::open(&*self.disk, Path::new(path)).unwrap().0
    }

    /// The first name on the screen that holds these words; empty if there is none.
    pub fn name_with(&self, words: &str) -> String {
        let found = self.harness.query_all_by_label_contains(words).next();
        found.map(|it| name(&it)).unwrap_or_default()
    }
}

/// What a thing on the screen is called: its label, or for plain words what they say.
fn name(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}
