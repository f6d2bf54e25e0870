//! How long a frame of the whole window takes without a graphics card: the real app, laid out and tessellated, with four
//! articles of 1 MB and 5,000 annotations each in a project of 2,000 articles. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    self, Context, Event, Key, Modifiers, MouseWheelUnit, RawInput, Rect, pos2, vec2,
};
use kbworkbench::base::words::{Outcome, PassageRole};
use kbworkbench::base::{AnnotationId, IdMint, Span};
use kbworkbench::corpus::{Progress, load};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::NoPicker;
use kbworkbench::gui::{App, Host, Spawn};
use kbworkbench::project::{
    Annotation, Body, Edit, Note, Project, Record, Stamp, add_articles, add_root, bind, passage,
};

const FILE: &str = "/home/a/case.kbproj";
const FRAMES: usize = 300;
const SIZE: egui::Vec2 = vec2(1600.0, 1000.0);

fn main() {
    let disk = Arc::new(disk());
    let mut window = Window::open(disk);
    // Three more articles beside the first.
    for _ in 0..3 {
        window.press(Modifiers::COMMAND, Key::Enter);
    }
    window.measure("idle", |_| vec![]);
    window.measure("scroll one column", |_| vec![wheel(-40.0)]);
    window.measure("move the pointer", |frame| {
        vec![Event::PointerMoved(pos2(
            300.0 + (frame * 7 % 900) as f32,
            300.0 + (frame * 13 % 500) as f32,
        ))]
    });
    window.measure("choose the next annotation", |_| key(Modifiers::NONE, Key::J));
    window.measure("undo and do again", |frame| match frame % 2 {
        0 => key(Modifiers::COMMAND, Key::Z),
        _ => key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
    });
}

/// A project with four long articles and 2,000 short ones, annotated.
fn disk() -> MemoryDisk {
    let disk = MemoryDisk::new();
    let sentence =
        "The authorities said on Tuesday that at least 25 people were killed and 40 wounded. ";
    let long = format!("{}\n\n", sentence.repeat(5).trim_end()).repeat(1_000_000 / 420);
    for number in 0..4 {
        disk.add(format!("/home/a/articles/0{number}.txt"), format!("Report {number}\n\n{long}"));
    }
    for number in 0..2000 {
        disk.add(
            format!("/home/a/articles/short/{number}.txt"),
            format!("Note {number}\n\n{sentence}"),
        );
    }
    let mut mint = IdMint::seeded("bench");
    let stamp = Stamp::new("A", jiff::Timestamp::UNIX_EPOCH);
    let mut project = Project::new("bench");
    let folder = PathBuf::from("/home/a/articles");
    let (root, edit) = add_root(&disk, Path::new(FILE), &folder, &mut mint).unwrap();
    project.dispatch(edit, stamp.clone()).unwrap();
    let loaded = load(&disk, &[folder], &Progress::new());
    let loaded: Vec<_> = loaded.articles.into_iter().map(|it| (root, it.article)).collect();
    let edit = add_articles(&bind(project.state(), &loaded), &mut mint).unwrap();
    project.dispatch(edit, stamp.clone()).unwrap();
    let texts = bind(project.state(), &loaded).texts;
    for (id, text) in texts.iter().filter(|(_, text)| text.text.len() > 10_000) {
        for number in 0..5000 {
            let start = text.text.floor_char_boundary(number * text.text.len() / 5000);
            let end = (start + 20 + number % 7 * 60).min(text.text.len());
            let annotation = Annotation {
                id: AnnotationId::mint(&mut mint),
                body: Body::Note(Note::default()),
                passages: vec![passage(*id, text, Span::new(start, end), PassageRole::Main)],
                memo: Outcome::Killed.label().to_owned(),
                made: stamp.clone(),
                changed: None,
                suggested: None,
                unknown: Default::default(),
            };
            project
                .dispatch(Edit::Add(Record::Annotation(Box::new(annotation))), stamp.clone())
                .unwrap();
        }
    }
    project.save(&disk, Path::new(FILE)).unwrap();
    disk
}

struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    count: usize,
}

impl Window {
    fn open(disk: Arc<MemoryDisk>) -> Self {
        let ctx = Context::default();
        let host = Host {
            disk,
            now: Box::new(|| jiff::Timestamp::UNIX_EPOCH),
            zone: jiff::tz::TimeZone::UTC,
            ids: IdMint::seeded("window"),
            coder: "A".to_owned(),
            state_folder: None,
            documents: None,
            picker: Arc::new(NoPicker),
            spawn: Spawn::Inline,
        };
        let app = App::new(&ctx, host, Some(PathBuf::from(FILE)));
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), count: 0 };
        for _ in 0..10 {
            window.turn(vec![]);
        }
        // Something to undo.
        window.press(Modifiers::COMMAND, Key::R);
        window
    }

    fn press(&mut self, modifiers: Modifiers, wanted: Key) {
        self.turn(key(modifiers, wanted));
        for _ in 0..5 {
            self.turn(vec![]);
        }
    }

    /// One frame; how long it took.
    fn turn(&mut self, events: Vec<Event>) -> Duration {
        self.count += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            time: Some(self.count as f64 / 60.0),
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let (app, frame) = (&mut self.app, &mut self.frame);
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let time = start.elapsed();
        assert!(!meshes.is_empty());
        output.textures_delta.clear();
        time
    }

    fn measure(&mut self, name: &str, events: impl Fn(usize) -> Vec<Event>) {
        self.turn(vec![Event::PointerMoved(pos2(600.0, 500.0))]);
        let mut times: Vec<_> = (0..FRAMES).map(|frame| self.turn(events(frame))).collect();
        times.sort();
        let part = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3;
        println!(
            "{name}: p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
            part(50),
            part(99),
            part(100)
        );
    }
}

fn key(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![
        Event::ModifiersChanged(modifiers),
        event(true),
        event(false),
        Event::ModifiersChanged(Modifiers::NONE),
    ]
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }
}
