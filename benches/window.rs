//! How long a frame of the whole window takes without a graphics card: the real app, laid out and tessellated, with four
//! articles of 1 MB and 5,000 annotations each in a project of 2,000 articles. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, pos2, vec2};
use kbworkbench::base::words::{Outcome, PassageRole};
use kbworkbench::base::{AnnotationId, IdMint, Span};
use kbworkbench::corpus::{Progress, load};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::Spawn;
use kbworkbench::project::{
    Annotation, Body, Edit, Note, Project, Record, Stamp, add_articles, add_root, bind, passage,
};

use frames::{FILE, Window, key, wheel};

fn main() {
    let mut window = Window::open(disk(), Spawn::Inline);
    // Something to undo.
    window.press(Modifiers::COMMAND, Key::R);
    // Three more articles beside the first.
    for _ in 0..3 {
        window.press(Modifiers::COMMAND, Key::Enter);
    }
    window.turn(vec![Event::PointerMoved(pos2(600.0, 500.0))]);
    window.measure("idle", |_| vec![]);
    window.measure("scroll one column", |_| vec![wheel(vec2(0.0, -40.0))]);
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
                .dispatch(Edit::Add(Record::Annotation(Arc::new(annotation))), stamp.clone())
                .unwrap();
        }
    }
    project.save(&disk, Path::new(FILE)).unwrap();
    disk
}
