//! How long a frame of the casualty chart takes without a graphics card: the real app, laid out and tessellated, with a
//! chart of 5,000 marks. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod claims;
mod frames;

use eframe::egui::{Event, Key, Modifiers, pos2, vec2};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;
use kbworkbench::project::write;

use frames::{FILE, Window, button, wheel};

fn main() {
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&claims::claims()));
    let mut window = Window::open(disk, Spawn::Threads);
    window.press(Modifiers::ALT, Key::Num4);
    let middle = pos2(650.0, 420.0);
    let begin = |window: &mut Window| {
        window.rest();
        window.turn(vec![Event::PointerMoved(middle)]);
    };
    begin(&mut window);
    window.measure("at rest", |_| vec![]);
    begin(&mut window);
    window.measure("hovering", |frame| {
        let across = 340.0 + (frame * 7 % 700) as f32;
        vec![Event::PointerMoved(pos2(across, 200.0 + (frame * 13 % 400) as f32))]
    });
    begin(&mut window);
    let zoom = |points: f32| vec![wheel(vec2(0.0, points))];
    window.measure("zooming", |frame| zoom(if frame % 80 < 40 { 30.0 } else { -30.0 }));
    // In, and then along.
    (0..12).for_each(|_| {
        window.turn(zoom(30.0));
    });
    window.turn(vec![button(middle, true)]);
    window.measure("panning", |frame| {
        let step = if frame % 100 < 50 { frame % 50 } else { 50 - frame % 50 };
        vec![Event::PointerMoved(pos2(650.0 + step as f32 * 3.0, 420.0))]
    });
}
