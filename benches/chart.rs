//! How long a frame of the casualty chart takes without a graphics card: the real app, laid out and tessellated, with a
//! chart of 5,000 marks. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    self, Context, Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    pos2, vec2,
};
use kbworkbench::base::IdMint;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::NoPicker;
use kbworkbench::gui::{App, Host, Spawn};
use kbworkbench::project::{notation, write};

const FILE: &str = "/home/a/case.kbproj";
const FRAMES: usize = 300;
const SIZE: egui::Vec2 = vec2(1600.0, 1000.0);

fn main() {
    let mut window = Window::open(Arc::new(disk()));
    window.measure("at rest", |_| vec![]);
    window.measure("hovering", |frame| {
        let across = 340.0 + (frame * 7 % 700) as f32;
        vec![Event::PointerMoved(pos2(across, 200.0 + (frame * 13 % 400) as f32))]
    });
    window.measure("zooming", |frame| vec![wheel(if frame % 80 < 40 { 30.0 } else { -30.0 })]);
    // In, and then along.
    (0..12).for_each(|_| {
        window.turn(vec![wheel(30.0)]);
    });
    window.turn(vec![button(pos2(650.0, 420.0), true)]);
    window.measure("panning", |frame| {
        let step = if frame % 100 < 50 { frame % 50 } else { 50 - frame % 50 };
        vec![Event::PointerMoved(pos2(650.0 + step as f32 * 3.0, 420.0))]
    });
}

/// 5,000 claims of 40 claimants on 4 sides in 500 articles over 28 days, a fifth of them without a time of their own.
fn disk() -> MemoryDisk {
    let mut text = String::new();
    for it in 0..500 {
        let (day, hour) = (1 + it / 20, it % 24);
        let outlet = it % 12;
        let _ =
            writeln!(text, "article a{it}.txt | Outlet {outlet} | 2023-09-{day:02} {hour:02}:00");
    }
    for it in 0..5000 {
        let (day, hour) = (1 + it / 180, it / 7 % 24);
        let time = match it % 5 {
            0 => String::new(),
            1 => format!("at 2023-09-{day:02}"),
            _ => format!("at 2023-09-{day:02}T{hour:02}"),
        };
        let (article, claimant, side) = (it % 500, it * 7 % 40, it % 4);
        let figure = [format!(">={it}"), format!("{it}"), format!("~{it}")][it % 3].clone();
        let _ = writeln!(
            text,
            "claim c{it} a{article}.txt killed {figure} by C{claimant} side S{side} in the war {time}"
        );
    }
    let state = notation::state(&text).unwrap_or_else(|error| panic!("the project: {error}"));
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&state));
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
            spawn: Spawn::Threads,
        };
        let app = App::new(&ctx, host, Some(PathBuf::from(Path::new(FILE))));
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), count: 0 };
        window.rest();
        window.turn(key(Modifiers::ALT, Key::Num3));
        window.rest();
        window
    }

    /// Lets threads come to an end, and the window take what they have made.
    fn rest(&mut self) {
        for _ in 0..20 {
            self.turn(vec![]);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// One frame; how long it took.
    fn turn(&mut self, events: Vec<Event>) -> Duration {
        self.count += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
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
        if name != "panning" {
            self.rest();
            self.turn(vec![Event::PointerMoved(pos2(650.0, 420.0))]);
        }
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

fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
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
