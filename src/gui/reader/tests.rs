//! Tests the real widget as a user has it: mouse, keys, names.

use std::collections::HashSet;

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::view::{Kept, Setter, View, view};
use super::{Event, Making, Mark, MarkId, MarkKind, Marks, Page, Selection, Sheet, set_up, show};
use crate::base::theme::LIGHT;
use crate::base::words::Outcome;
use crate::base::{AnnotationId, Span, TextIndex};
use crate::corpus::{self, Article, Hash, Metadata};
use crate::files::memory::MemoryDisk;
use crate::gui::fonts;

mod keys;
mod mouse;
mod names;
mod odd;
mod scroll;

const TEXT: &str = "It began at noon. They killed 5,000 people.\n\nAll fled in the night.";

/// An article as it would be read from a file; one without words cannot be read, and is made by hand.
pub(super) fn article(text: &str) -> Article {
    let disk = MemoryDisk::new();
    disk.add("/a.txt", text);
    match corpus::read_article(&disk, Path::new("/a.txt"), "a.txt") {
        Ok((article, _)) => article,
        Err(_) => Article {
            path: "a.txt".to_owned(),
            text_hash: Hash::of(text.as_bytes()),
            file_hash: Hash::of(text.as_bytes()),
            index: TextIndex::new(text),
            metadata: Metadata::default(),
            paragraphs: vec![],
            sentences: vec![],
            furniture: vec![],
            text: text.to_owned(),
        },
    }
}

/// A window with one column.
struct Window {
    article: Article,
    marks: Marks,
    sheet: Sheet,
    selection: Option<Selection>,
    selected: Option<MarkId>,
    fresh: Vec<Span>,
    size: f32,
    bar: bool,
    /// Whether a dialog is open above the column.
    dialog: bool,
    events: Vec<Event>,
    /// Of the last frame.
    view: Option<View>,
    /// Keys that the widget left to the window.
    left: Vec<Key>,
}

type Bench = Harness<'static, Window>;

impl Window {
    fn new(text: &str) -> Self {
        Self {
            article: article(text),
            marks: Marks::default(),
            sheet: Sheet::default(),
            selection: None,
            selected: None,
            fresh: vec![],
            size: 17.0,
            bar: true,
            dialog: false,
            events: vec![],
            view: None,
            left: vec![],
        }
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let page = Page {
            article: &self.article,
            marks: &self.marks,
            hits: &[],
            hit: None,
            selection: self.selection,
            fresh: &self.fresh,
            addable: self.selected.is_some(),
            selected: self.selected,
            annotating: self.selected.is_some(),
            hovered: &HashSet::new(),
            text_size: self.size,
            palette: &LIGHT,
            active: true,
            bar: self.bar,
        };
        let column = ui.available_rect_before_wrap();
        let events = show(ui, &mut self.sheet, &page);
        if self.dialog {
            egui::Modal::new(egui::Id::unique("dialog")).show(ui.ctx(), |ui| ui.label("Save?"));
        }
        let (kind, area) = set_up(ui, &page, column);
        let kept = Kept::default();
        let setter = Setter::new(ui.ctx(), &self.article, kind, &kept);
        self.view = Some(view(&setter, &mut self.sheet.clone(), area, 0.0));
        for event in events {
            match event {
                Event::Select(selection) => self.selection = Some(selection),
                Event::Hover(_) => {}
                event => self.events.push(event),
            }
        }
        let left = ui.input(|it| it.events.clone());
        self.left.extend(left.iter().filter_map(|event| match event {
            egui::Event::Key { key, pressed: true, .. } => Some(*key),
            _ => None,
        }));
    }

    fn place(&self, byte: usize) -> Pos2 {
        let caret = self.view.as_ref().and_then(|view| view.caret(byte));
        caret.expect("the byte is in view").center()
    }

    /// The text with `|` at the anchor and `^` at the head.
    fn shown(&self) -> String {
        let Some(Selection { anchor, head }) = self.selection else { return String::new() };
        let mut text = self.article.text.clone();
        text.insert(anchor.max(head), if anchor > head { '|' } else { '^' });
        if anchor != head {
            text.insert(anchor.min(head), if anchor < head { '|' } else { '^' });
        }
        text
    }
}

fn open(window: Window) -> Bench {
    let mut bench = Harness::builder()
        .with_size(vec2(420.0, 400.0))
        .with_step_dt(0.05)
        .with_max_steps(40)
        .allow_missing_glyphs()
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), window);
    bench.run();
    bench
}

fn button(bench: &mut Bench, place: Pos2, pressed: bool, modifiers: Modifiers) {
    let button = egui::PointerButton::Primary;
    bench.event(egui::Event::PointerMoved(place));
    bench.event(egui::Event::PointerButton { pos: place, button, pressed, modifiers });
    bench.step();
}

/// Quick clicks at a byte.
fn click(bench: &mut Bench, byte: usize, times: usize) {
    let place = bench.state().place(byte) + vec2(2.0, 0.0);
    for _ in 0..times {
        button(bench, place, true, Modifiers::NONE);
        button(bench, place, false, Modifiers::NONE);
    }
}

/// Long enough for the next click to be a single one.
fn wait(bench: &mut Bench) {
    bench.run_steps(10);
}

fn at(text: &str, words: &str) -> usize {
    text.find(words).expect("the words are there")
}

fn mark(number: usize, words: &str) -> Mark {
    let start = at(TEXT, words);
    let span = Span::new(start, start + words.len());
    Mark::new(MarkId::Suggestion(number), span, MarkKind::Claim(Outcome::Killed), words)
}

fn marked() -> Window {
    let mut window = Window::new(TEXT);
    window.marks = Marks::new(vec![
        mark(0, "They killed 5,000 people."),
        mark(1, "5,000 people"),
        mark(2, "5,000"),
        mark(3, "night"),
    ]);
    window
}

fn long() -> Window {
    let lines = (0..3000).map(|it| format!("Paragraph {it} has a few words to read.\n\n"));
    Window::new(&lines.collect::<String>())
}
