//! How long the table of 100,000 annotations takes: its making on a thread, and a frame of the whole window at rest,
//! scrolling, hovering and moving by keys, laid out and tessellated without a graphics card. Prints the median and the
//! 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;
mod rows;

use std::time::Instant;

use eframe::egui::{Event, Key, Modifiers, pos2, vec2};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;
use kbworkbench::project::{State, write};
use kbworkbench::views::sheet;
use kbworkbench::views::sheet::{Direction, Field, Filter, SheetRequest};

use frames::{FILE, Window, key, tell, wheel};

fn main() {
    let state = rows::rows();
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
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&state));
    let mut window = Window::open(disk, Spawn::Inline);
    window.press(Modifiers::ALT, Key::Num3);
    window.turn(vec![moved(600.0, 0)]);
    window.measure("at rest", |_| vec![]);
    window.measure("scroll", |_| vec![wheel(vec2(0.0, -120.0))]);
    window.measure("hover", |frame| vec![moved(300.0 + (frame * 7 % 900) as f32, frame)]);
    window.press(Modifiers::NONE, Key::Home);
    window.measure("move by keys", |_| key(Modifiers::NONE, Key::ArrowDown));
    window.measure("move by pages", |_| key(Modifiers::NONE, Key::PageDown));
    window.measure("a form open, at rest", |_| vec![]);
    window.press(Modifiers::COMMAND, Key::A);
    window.measure("all chosen", |_| vec![wheel(vec2(0.0, 120.0))]);
}

fn making(name: &str, state: &State, request: &SheetRequest) {
    let one = |_| {
        let start = Instant::now();
        std::hint::black_box(sheet(state, request));
        start.elapsed()
    };
    tell(&format!("sheet {name}"), (0..5).map(one).collect());
}

fn moved(x: f32, frame: usize) -> Event {
    Event::PointerMoved(pos2(x, 300.0 + (frame * 13 % 500) as f32))
}
