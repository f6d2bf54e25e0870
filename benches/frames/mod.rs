//! Frames without a graphics card, for the benches: what is shown is laid out and tessellated, and no more. Prints the
//! best, the median, the 99th percentile and the worst. Where other work goes on beside, the best tells most.

#![allow(dead_code, reason = "each bench includes all of this and uses a part")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, Ui, Vec2, vec2,
};
use kbworkbench::base::IdMint;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::NoPicker;
use kbworkbench::gui::{App, Host, Spawn};

/// Where the project lies on the disk.
pub const FILE: &str = "/home/a/case.kbproj";

/// Of the window, in points.
pub const SIZE: Vec2 = vec2(1600.0, 1000.0);

/// How many frames are measured where nothing else is said.
const FRAMES: usize = 300;

/// The whole window over a disk in memory.
pub struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    count: usize,
}

impl Window {
    /// Opens [`FILE`]. With threads for long work, [`Window::rest`] waits for them.
    pub fn open(disk: MemoryDisk, spawn: Spawn) -> Self {
        let mut window = Self::begin(disk, FILE, spawn);
        window.turns(10);
        if spawn == Spawn::Threads {
            window.rest();
        }
        window
    }

    /// The window before its first frame, to which a path is handed on the command line.
    pub fn begin(disk: MemoryDisk, path: &str, spawn: Spawn) -> Self {
        let ctx = Context::default();
        let host = Host {
            disk: Arc::new(disk),
            now: Box::new(|| jiff::Timestamp::UNIX_EPOCH),
            zone: jiff::tz::TimeZone::UTC,
            ids: IdMint::seeded("window"),
            coder: "A".to_owned(),
            state_folder: None,
            documents: None,
            picker: Arc::new(NoPicker),
            spawn,
        };
        let app = App::new(&ctx, host, Some(PathBuf::from(path)));
        Self { ctx, app, frame: eframe::Frame::_new_kittest(), count: 0 }
    }

    /// Lets threads come to an end, and the window take what they have made.
    pub fn rest(&mut self) {
        // What one thread has made may set another to work.
        for _ in 0..3 {
            self.turns(1);
            while !self.app.is_at_rest() {
                std::thread::sleep(Duration::from_millis(5));
                self.turns(1);
            }
        }
    }

    pub fn is_at_rest(&self) -> bool {
        self.app.is_at_rest()
    }

    /// Presses a key, and lets the window come to rest.
    pub fn press(&mut self, modifiers: Modifiers, wanted: Key) {
        self.turn(key(modifiers, wanted));
        self.turns(10);
    }

    /// Clicks, and lets the window come to rest.
    pub fn click(&mut self, at: Pos2) {
        self.turn(vec![Event::PointerMoved(at)]);
        self.turn(vec![button(at, true)]);
        self.turn(vec![button(at, false)]);
        self.turns(10);
    }

    /// So many frames in which nothing happens.
    fn turns(&mut self, count: usize) {
        for _ in 0..count {
            self.turn(vec![]);
        }
    }

    /// One frame; how long it took.
    pub fn turn(&mut self, events: Vec<Event>) -> Duration {
        self.count += 1;
        let (app, frame) = (&mut self.app, &mut self.frame);
        drawn(&self.ctx, self.count, events, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        })
    }

    /// Measures frames with these events, each by its number.
    pub fn measure(&mut self, name: &str, events: impl Fn(usize) -> Vec<Event>) {
        tell(name, (0..FRAMES).map(|number| self.turn(events(number))).collect());
    }

    /// Measures the frame of each of `count` events, between which the window comes to rest.
    pub fn measure_each(&mut self, name: &str, count: usize, events: impl Fn(usize) -> Vec<Event>) {
        let mut one = |number| {
            let time = self.turn(events(number));
            self.rest();
            time
        };
        tell(name, (0..count).map(&mut one).collect());
    }
}

/// How long it takes to lay out and tessellate the frame of this number.
pub fn drawn(
    ctx: &Context,
    number: usize,
    events: Vec<Event>,
    show: impl FnMut(&mut Ui),
) -> Duration {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        time: Some(number as f64 / 60.0),
        events,
        ..RawInput::default()
    };
    let start = Instant::now();
    let mut output = ctx.run_ui(input, show);
    let shapes = std::mem::take(&mut output.shapes);
    let meshes = ctx.tessellate(shapes, output.pixels_per_point);
    let time = start.elapsed();
    assert!(!meshes.is_empty());
    // Nobody puts the letters onto a graphics card.
    output.textures_delta.clear();
    time
}

/// Prints how long something took.
pub fn tell(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let part = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3;
    println!(
        "{name}: best {:.2} ms, p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms",
        part(0),
        part(50),
        part(99),
        part(100)
    );
}

/// A key pressed and let go.
pub fn key(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![
        Event::ModifiersChanged(modifiers),
        event(true),
        event(false),
        Event::ModifiersChanged(Modifiers::NONE),
    ]
}

/// The first button of the pointer, pressed or let go.
pub fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}

/// The wheel turned by so many points.
pub fn wheel(delta: Vec2) -> Event {
    let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
    Event::MouseWheel {
        unit,
        delta,
        phase,
        source: eframe::egui::MouseWheelSource::Wheel,
        modifiers,
    }
}
