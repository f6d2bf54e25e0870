//! What a change costs in a large project: what the window makes anew after it, a field of 10,000 annotations set as
//! one step, what is to be searched for suggestions found out, the frame of a change in the whole window, and the frames in
//! which 20,000 articles are taken in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;
mod rows;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers};
use kbworkbench::base::words::Status;
use kbworkbench::base::{AnnotationId, IdMint};
use kbworkbench::corpus::Progress;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;
use kbworkbench::gui::case::{Derived, Suggested};
use kbworkbench::gui::inspector::draft::each;
use kbworkbench::gui::inspector::{Draft, DraftBody};
use kbworkbench::project::{
    ActorField, Edit, Project, Stamp, State, apply, gazetteer, notation, write,
};

use frames::{FILE, Window, key, tell};

/// How often each is measured.
const TIMES: usize = 20;

const UNDO: (Modifiers, Key) = (Modifiers::COMMAND, Key::Z);
const REDO: (Modifiers, Key) = (Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);

fn main() {
    let state = rows::rows();
    tell(
        "what the window makes anew",
        (0..TIMES).map(|_| time(|| Derived::new(&state)).1).collect(),
    );
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&state));
    setting_many(&disk);
    meeting();
    changing(disk);
    taking_in();
}

fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = black_box(work());
    (made, start.elapsed())
}

/// The status of 10,000 claims, as one step; while a thread holds the state, as one that saves or makes a view, too.
fn setting_many(disk: &MemoryDisk) {
    let (project, _) = Project::open(disk, FILE.as_ref()).unwrap();
    let claims = project.state().annotations().values().filter(|it| it.claim().is_some());
    let these: Vec<AnnotationId> = claims.map(|it| it.id).take(10_000).collect();
    let (gazetteer, mut ids) = (gazetteer(project.state()), IdMint::seeded("many"));
    let set = |draft: &mut Draft| {
        if let DraftBody::Claim(claim) = &mut draft.body {
            claim.status = Status::Confirmed;
        }
        Ok(())
    };
    let mut make = |state: &State| {
        each(state, &gazetteer, &mut ids, "Set".to_owned(), &these, set).unwrap().unwrap()
    };
    let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
    let (mut made, mut done, mut undone, mut held) = (vec![], vec![], vec![], vec![]);
    let mut project = project;
    for _ in 0..TIMES {
        let (edit, took) = time(|| make(project.state()));
        made.push(took);
        let again = edit.clone();
        done.push(time(|| project.dispatch(edit, stamp.clone()).unwrap()).1);
        undone.push(time(|| project.undo(&stamp).unwrap()).1);
        let shared = project.shared();
        held.push(time(|| project.dispatch(again, stamp.clone()).unwrap()).1);
        drop(shared);
        project.undo(&stamp).unwrap();
    }
    tell("status of 10,000 claims, the step made", made);
    tell("status of 10,000 claims, carried out", done);
    tell("status of 10,000 claims, taken back", undone);
    tell("status of 10,000 claims, carried out while a thread reads", held);
}

/// What is to be searched in 10,000 articles with 1,000 actors: after a step that changes neither, after one that renames
/// an actor, and once the texts have changed.
fn meeting() {
    let mut written = String::new();
    for it in 0..10_000 {
        written +=
            &format!("article a{it}.txt\nnote n{it} a{it}.txt \"Report {it} of the war.\"\n");
    }
    for it in 0..1_000 {
        written += &format!("claim k{it} a{it}.txt killed >={it} by C{it} in the war\n");
    }
    let built = notation::read(&written).unwrap();
    let texts = built.texts.iter().map(|(id, text)| (*id, Arc::new(text.clone()))).collect();
    let mut suggested = Suggested::default();
    suggested.meet(&built.state, &texts, 1);
    while let Some(search) = suggested.next(|| Arc::new(built.state.clone()), &texts) {
        suggested.take(search.run(&Progress::new()), &texts);
    }
    let mut other = built.state.clone();
    let actor = *other.actors().keys().next().unwrap();
    let edit = Edit::SetActor { actor, to: ActorField::Name("Elsewhere".to_owned()) };
    let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
    apply(&mut other, &edit, &stamp).unwrap();
    let (mut same, mut renamed, mut replaced) = (vec![], vec![], vec![]);
    for number in 0..TIMES {
        same.push(time(|| suggested.meet(&built.state, &texts, 1)).1);
        let mut copy = suggested.clone();
        renamed.push(time(|| copy.meet(&other, &texts, 1)).1);
        let mut copy = suggested.clone();
        replaced.push(time(|| copy.meet(&built.state, &texts, 2 + number as u64)).1);
    }
    tell("10,000 texts met, nothing changed for the search", same);
    tell("10,000 texts met, an actor renamed", renamed);
    tell("10,000 texts met, texts changed", replaced);
}

/// One annotation deleted, taken back and deleted again.
fn changing(disk: MemoryDisk) {
    let mut window = Window::open(disk, Spawn::Threads);
    window.press(Modifiers::ALT, Key::Num3);
    window.rest();
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Delete);
    window.rest();
    let step = |number: usize| if number.is_multiple_of(2) { UNDO } else { REDO };
    window.measure_each("a change beside the table", TIMES, |number| {
        let (modifiers, wanted) = step(number);
        key(modifiers, wanted)
    });
    window.measure("a change in each frame, while the table is made", |number| {
        let (modifiers, wanted) = step(number);
        key(modifiers, wanted)
    });
}

/// A folder of 20,000 articles opened as a new project: the frames until all are there.
fn taking_in() {
    let disk = MemoryDisk::new();
    for number in 0..20_000 {
        let text = format!("Report {number}\n\nAt least {number} people were killed on Tuesday.");
        disk.add(format!("/home/a/articles/{number}.txt"), text);
    }
    let mut window = Window::begin(disk, "/home/a/articles", Spawn::Threads);
    let mut times = vec![];
    while !window.is_at_rest() || times.len() < 20 {
        times.push(window.turn(vec![]));
        std::thread::sleep(Duration::from_millis(10));
    }
    tell("20,000 articles taken in", times);
}
