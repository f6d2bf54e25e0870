//! How long the table of 100,000 annotations takes: its making on a thread, and a frame of the whole window at rest,
//! scrolling, hovering and moving by keys, laid out and tessellated without a graphics card; and setting a field of
//! 10,000. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    self, Context, Event, Key, Modifiers, MouseWheelUnit, RawInput, Rect, pos2, vec2,
};
use kbworkbench::base::IdMint;
use kbworkbench::base::words::Status;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::inspector::draft::each;
use kbworkbench::gui::inspector::{Draft, DraftBody};
use kbworkbench::gui::picker::NoPicker;
use kbworkbench::gui::{App, Host, Spawn};
use kbworkbench::project::{Stamp, State, apply, gazetteer, notation, write};
use kbworkbench::views::sheet;
use kbworkbench::views::sheet::{Direction, Field, Filter, SheetRequest};

const FILE: &str = "/home/a/case.kbproj";
const ROWS: usize = 100_000;
const FRAMES: usize = 300;
const SIZE: egui::Vec2 = vec2(1600.0, 1000.0);

fn main() {
    let state = state();
    let sort = vec![
        (Field::Who, Direction::Up),
        (Field::Time, Direction::Down),
        (Field::Says, Direction::Up),
    ];
    let plain = SheetRequest::default();
    let sorted = SheetRequest { sort: sort.clone(), ..SheetRequest::default() };
    let filter = Filter { text: "killed c7".to_owned(), ..Filter::default() };
    let filtered = SheetRequest { sort, filter };
    making("in the order of the text", &state, &plain);
    making("sorted by three keys", &state, &sorted);
    making("sorted by three keys and filtered by text", &state, &filtered);
    setting_many(&state);
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&state));
    let mut window = Window::open(Arc::new(disk));
    window.press(Modifiers::ALT, Key::Num2);
    window.measure("at rest", |_| vec![]);
    window.measure("scroll", |_| vec![wheel(-120.0)]);
    window.measure("hover", |frame| vec![moved(300.0 + (frame * 7 % 900) as f32, frame)]);
    window.press(Modifiers::NONE, Key::Home);
    window.measure("move by keys", |_| key(Modifiers::NONE, Key::ArrowDown));
    window.measure("move by pages", |_| key(Modifiers::NONE, Key::PageDown));
    window.measure("a form open, at rest", |_| vec![]);
    window.press(Modifiers::COMMAND, Key::A);
    window.measure("all chosen", |_| vec![wheel(120.0)]);
}

fn making(name: &str, state: &State, request: &SheetRequest) {
    let mut times: Vec<_> = (0..5)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(sheet(state, request));
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("sheet {name}: {:.0} ms", times[2].as_secs_f64() * 1e3);
}

/// The status of 10,000 claims, as one step.
fn setting_many(state: &State) {
    let claims = state.annotations().values().filter(|it| it.claim().is_some());
    let these: Vec<_> = claims.map(|it| it.id).take(10_000).collect();
    let (gazetteer, mut ids) = (gazetteer(state), IdMint::seeded("many"));
    let set = |draft: &mut Draft| {
        if let DraftBody::Claim(claim) = &mut draft.body {
            claim.status = Status::Confirmed;
        }
        Ok(())
    };
    let start = Instant::now();
    let edit = each(state, &gazetteer, &mut ids, "Set".to_owned(), &these, set).unwrap().unwrap();
    let made = start.elapsed();
    let (mut changed, stamp) = (state.clone(), Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH));
    let start = Instant::now();
    apply(&mut changed, &edit, &stamp).unwrap();
    let (made, applied) = (made.as_secs_f64() * 1e3, start.elapsed().as_secs_f64() * 1e3);
    println!("status of 10,000 claims: made in {made:.0} ms, applied in {applied:.0} ms");
}

/// Claims, stances and notes of 60 actors in 500 articles.
fn state() -> State {
    let mut text = String::new();
    for it in 0..500 {
        let (day, hour) = (1 + it / 20, it % 24);
        let _ = writeln!(
            text,
            "article a{it}.txt | Outlet {} | 2023-09-{day:02} {hour:02}:00 | Report {it}",
            it % 12
        );
    }
    for it in 0..ROWS {
        let (article, who, whom) = (it % 500, it * 7 % 60, it % 4);
        let _ = match it % 5 {
            0 => writeln!(text, "stance k{it} a{article}.txt C{who} condemn S{whom} about the war"),
            1 => writeln!(text, "note k{it} a{article}.txt code{whom} memo \"seen {it}\""),
            _ => writeln!(
                text,
                "claim k{it} a{article}.txt killed >={it} by C{who} side S{whom} in the war \"at least {it} were killed there on that day, it was said\""
            ),
        };
    }
    notation::state(&text).unwrap()
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
        self.turn(vec![moved(600.0, 0)]);
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

fn moved(x: f32, frame: usize) -> Event {
    Event::PointerMoved(pos2(x, 300.0 + (frame * 13 % 500) as f32))
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
