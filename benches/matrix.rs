//! How long a frame of the stance matrix takes without a graphics card: the real app, laid out and tessellated, with 200
//! actors by 300 articles and 20,000 stances. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;

use eframe::egui::{Event, Key, Modifiers, Vec2, pos2};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;
use kbworkbench::project::{notation, write};

use frames::{FILE, Window, key, wheel};

fn main() {
    let disk = MemoryDisk::new();
    let state = notation::state(&project()).unwrap();
    disk.add(FILE, write(&state));
    let mut window = Window::open(disk, Spawn::Inline);
    window.press(Modifiers::ALT, Key::Num5);
    window.turn(vec![Event::PointerMoved(pos2(900.0, 600.0))]);
    window.measure("positions, at rest", |_| vec![]);
    window
        .measure("positions, scroll down", |frame| vec![wheel(Vec2::DOWN * back_and_forth(frame))]);
    // Articles as columns: the segment right of that of the positions, beneath the bar on missing files.
    window.click(pos2(925.0, 122.0));
    window.turn(vec![Event::PointerMoved(pos2(900.0, 600.0))]);
    window.measure("articles, at rest", |_| vec![]);
    window
        .measure("articles, scroll down", |frame| vec![wheel(Vec2::DOWN * back_and_forth(frame))]);
    window.measure("articles, scroll across", |frame| {
        vec![wheel(Vec2::RIGHT * back_and_forth(frame))]
    });
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
