//! How long a frame of the whole window takes in the queue of 10,000 suggestions over 1,000 articles: at rest, stepping,
//! accepting, narrowed down, laid out and tessellated without a graphics card. What a step sets threads to work on comes
//! back in later frames: of each step the slowest frame up to rest is told beside the first.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;

use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers, Pos2, pos2, vec2};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;

use frames::{Window, button, key, tell, wheel};

const ARTICLES: usize = 1_000;

const FOLDER: &str = "/home/a/news";

/// The tick beside "Stances" in the panel of what is asked for, at the left.
const STANCES: Pos2 = pos2(21.0, 184.0);

/// Ten things to decide: seven claims that differ in their numbers, three stances.
fn article(number: usize) -> String {
    const WHO: [&str; 5] = ["Norway", "Chad", "Sudan", "Kenya", "Peru"];
    let who = |it: usize| WHO[(number + it) % WHO.len()];
    let low = 11 + number % 50;
    let claims: String = (0..7)
        .map(|it| {
            let (many, speaker) = (low + it * 60, who(it));
            format!("At least {many} people were killed at bridge {it}, {speaker} said.\n\n")
        })
        .collect();
    format!(
        "By Meridian Wire\n19 September 2023, 21:12\n\nThe valley on day {number}\n\n{claims}\
         {} condemned the raid.\n\n{} praised the rescue.\n\n{} condemned the siege.\n",
        who(1),
        who(2),
        who(3)
    )
}

fn main() {
    let disk = MemoryDisk::new();
    for number in 0..ARTICLES {
        disk.add(format!("{FOLDER}/{number}.txt"), article(number));
    }
    let mut window = Window::begin(disk, FOLDER, Spawn::Threads);
    window.rest();
    window.press(Modifiers::ALT, Key::Num2);
    window.rest();
    let plain = |wanted| move |_: usize| key(Modifiers::NONE, wanted);
    // A key pressed and let go is taken in over some frames; faster ones would wait in line.
    let every_third = |wanted| {
        move |frame: usize| {
            if frame.is_multiple_of(3) { key(Modifiers::NONE, wanted) } else { vec![] }
        }
    };
    window.measure("at rest", |_| vec![]);
    window.measure("hover", |frame| vec![Event::PointerMoved(pos2(500.0, frame as f32 * 3.0))]);
    window.measure("scroll", |_| vec![wheel(vec2(0.0, -120.0))]);
    window.measure("next", every_third(Key::J));
    window.measure("previous", every_third(Key::K));
    each(&mut window, "accept", 30, plain(Key::A));
    each(&mut window, "take back", 30, |_| key(Modifiers::COMMAND, Key::Z));
    each(&mut window, "dismiss", 30, plain(Key::X));
    window.turn(vec![Event::PointerMoved(STANCES)]);
    each(&mut window, "with and without stances", 30, |_| {
        vec![button(STANCES, true), button(STANCES, false)]
    });
}

/// Measures the frame of each event, and the slowest of those up to rest.
fn each(window: &mut Window, name: &str, count: usize, events: impl Fn(usize) -> Vec<Event>) {
    let (mut first, mut slowest) = (vec![], vec![]);
    for number in 0..count {
        let time = window.turn(events(number));
        first.push(time);
        slowest.push(until_rest(window).max(time));
    }
    tell(&format!("{name}, first frame"), first);
    tell(&format!("{name}, slowest frame"), slowest);
}

fn until_rest(window: &mut Window) -> Duration {
    let mut slowest = Duration::ZERO;
    // What one thread has made may set another to work.
    for _ in 0..3 {
        slowest = slowest.max(window.turn(vec![]));
        while !window.is_at_rest() {
            std::thread::sleep(Duration::from_millis(2));
            slowest = slowest.max(window.turn(vec![]));
        }
    }
    slowest
}
