//! How long a frame of the stance matrix takes without a graphics card: the real app, laid out and tessellated, with 200
//! actors by 300 articles and 20,000 stances. Prints the median and the 99th percentile.

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
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::NoPicker;
use kbworkbench::gui::{App, Host, Spawn};
use kbworkbench::project::{notation, write};

const FILE: &str = "/home/a/case.kbproj";
const FRAMES: usize = 300;
const SIZE: egui::Vec2 = vec2(1600.0, 1000.0);

fn main() {
    let disk = MemoryDisk::new();
    let state = notation::state(&project()).unwrap();
    disk.add(FILE, write(&state));
    let mut window = Window::open(Arc::new(disk));
    window.press(Modifiers::ALT, Key::Num4);
    window.measure("positions, at rest", |_| vec![]);
    window.measure("positions, scroll down", |frame| vec![wheel(0.0, back_and_forth(frame))]);
    window.click_on_articles();
    window.measure("articles, at rest", |_| vec![]);
    window.measure("articles, scroll down", |frame| vec![wheel(0.0, back_and_forth(frame))]);
    window.measure("articles, scroll across", |frame| vec![wheel(back_and_forth(frame), 0.0)]);
    window.measure("articles, move the pointer", |frame| {
        let at = pos2(640.0 + (frame * 7 % 600) as f32, 400.0 + (frame * 13 % 500) as f32);
        vec![Event::PointerMoved(at)]
    });
    window.measure("articles, move by keys", |frame| match frame % 4 {
        0 | 1 => key(Modifiers::NONE, Key::ArrowRight),
        2 => key(Modifiers::NONE, Key::ArrowDown),
        _ => key(Modifiers::NONE, Key::PageDown),
    });
}

/// A wheel that goes one way for 100 frames, then the other.
fn back_and_forth(frame: usize) -> f32 {
    if (frame / 100).is_multiple_of(2) { -60.0 } else { 60.0 }
}

/// 200 actors, of which every fifth has four members, and 20,000 stances in 300 articles.
fn project() -> String {
    let mut lines = vec![];
    for number in 0..200 {
        let parent = number / 5 * 5;
        let below = if parent == number { String::new() } else { format!(" < Actor{parent}") };
        lines.push(format!("actor Actor{number}{below}"));
    }
    for number in 0..300 {
        let day = number % 28 + 1;
        lines.push(format!("article a{number}.txt | Wire service {number} | 2023-09-{day:02}"));
    }
    for number in 0..20_000 {
        let (actor, article) = (number * 7 % 200, number * 13 % 300);
        let position = ["condemn", "support", "mediate"][number * 11 % 3];
        let target = number % 17;
        lines.push(format!("stance s{number} a{article}.txt Actor{actor} {position} T{target}"));
    }
    lines.join("\n")
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
            ids: kbworkbench::base::IdMint::seeded("window"),
            coder: "A".to_owned(),
            state_folder: None,
            documents: None,
            picker: Arc::new(NoPicker),
            spawn: Spawn::Inline,
        };
        let app = App::new(&ctx, host, Some(PathBuf::from(Path::new(FILE))));
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), count: 0 };
        for _ in 0..10 {
            window.turn(vec![]);
        }
        window
    }

    fn press(&mut self, modifiers: Modifiers, wanted: Key) {
        self.turn(key(modifiers, wanted));
        for _ in 0..10 {
            self.turn(vec![]);
        }
    }

    /// Chooses articles as columns: the segment right of that of the positions, beneath the bar on missing files.
    fn click_on_articles(&mut self) {
        let at = pos2(925.0, 122.0);
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.turn(vec![Event::PointerMoved(at)]);
        self.turn(vec![button(true)]);
        self.turn(vec![button(false)]);
        for _ in 0..10 {
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
        self.turn(vec![Event::PointerMoved(pos2(900.0, 600.0))]);
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

fn wheel(across: f32, down: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(across, down),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }
}
