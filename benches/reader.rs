//! How long a frame of the reader takes without a graphics card: the real widget, laid out and tessellated, in four
//! columns of an article of 1 MB with 5,000 annotations. Prints the median and the 99th percentile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints"
)]

mod frames;

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use eframe::egui::{Context, Rect, UiBuilder, pos2, vec2};
use kbworkbench::base::theme::LIGHT;
use kbworkbench::base::words::{Outcome, Position};
use kbworkbench::base::{AnnotationId, IdMint, Span};
use kbworkbench::corpus::{Article, read_article};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::fonts;
use kbworkbench::gui::reader::{Mark, MarkId, MarkKind, Marks, Page, Sheet, show};

use frames::{SIZE, drawn, tell};

const COLUMNS: usize = 4;
const FRAMES: usize = 600;

/// What a frame does before it is drawn.
type Step = fn(&mut Sheet, usize);

fn main() {
    let paragraphs = prose(LATIN, 1_000_000, "\n\n");
    let one_line = prose(LATIN, 1_000_000, "");
    let armenian = prose(ARMENIAN, 1_000_000, "\n\n");
    let arabic = prose(ARABIC, 1_000_000, "\n\n");
    for (name, text) in [
        ("paragraphs", paragraphs),
        ("one line", one_line),
        ("Armenian", armenian),
        ("Arabic", arabic),
    ] {
        let article = article(&text);
        let marks = marks(&article, 5000);
        let steps: [(&str, Step); 4] = [
            ("idle", |_, _| {}),
            ("scroll 40 points", |sheet, _| sheet.scroll_by(40.0)),
            ("scroll a page", |sheet, frame| {
                sheet.scroll_by(if frame / 50 % 2 == 0 { 900.0 } else { -900.0 });
            }),
            ("jump", |sheet, frame| sheet.scroll_to(frame * 77_777 % 990_000)),
        ];
        for (step, go) in steps {
            tell(&format!("{name}, {step}"), run(&article, &marks, go));
        }
    }
}

const LATIN: &str = "the authorities said on Tuesday that at least people were killed and wounded near \
    village after shelling of positions by forces which denied it calling for talks between both sides";
const ARMENIAN: &str = "կառավարությունը հայտնել է որ զոհվել առնվազն մարդ գյուղի մոտ հրետակոծությունից հետո կողմերի \
    միջև բանակցությունների կոչ արվել";
const ARABIC: &str = "قالت السلطات إن شخصا على الأقل قتلوا وأصيب آخرون قرب القرية بعد القصف ودعت إلى محادثات بين \
    الطرفين";

/// About so many bytes in which no two sentences are the same, since egui sets what it knows only once.
fn prose(words: &str, length: usize, between: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let (mut text, mut seed) = (String::new(), 1_u64);
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    while text.len() < length {
        for _ in 0..3 + next(4) {
            let sentence: Vec<String> = (0..6 + next(16))
                .map(|it| match it % 7 {
                    3 => next(500).to_string(),
                    _ => words[next(words.len())].to_owned(),
                })
                .collect();
            text += &sentence.join(" ");
            text += ". ";
        }
        text += between;
    }
    text
}

fn article(text: &str) -> Article {
    let disk = MemoryDisk::new();
    disk.add("/a.txt", text);
    read_article(&disk, Path::new("/a.txt"), "a.txt").unwrap().0
}

/// So many marks, spread evenly, of different lengths; some overlap.
fn marks(article: &Article, count: usize) -> Marks {
    let mut mint = IdMint::seeded("bench");
    let length = article.text.len();
    let marks = (0..count).map(|it| {
        let start = article.text.floor_char_boundary(it * length / count);
        let end = article.text.floor_char_boundary((start + 20 + it % 7 * 60).min(length));
        let kind = match it % 3 {
            0 => MarkKind::Claim(Outcome::Killed),
            1 => MarkKind::Stance(Position::Condemn),
            _ => MarkKind::Note(it as u16 % 8),
        };
        let id = match it % 5 {
            0 => MarkId::Suggestion(it),
            _ => MarkId::Annotation(AnnotationId::mint(&mut mint)),
        };
        Mark::new(id, Span::new(start, end), kind, "Killed 25 or more, the authorities")
    });
    Marks::new(marks.collect())
}

fn run(article: &Article, marks: &Marks, go: Step) -> Vec<Duration> {
    let ctx = Context::default();
    ctx.set_fonts(fonts::definitions());
    let mut sheets: Vec<Sheet> = (0..COLUMNS).map(|_| Sheet::default()).collect();
    for (column, sheet) in sheets.iter_mut().enumerate() {
        sheet.scroll_to(column * 200_000);
    }
    let hovered = HashSet::new();
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 0..FRAMES + 10 {
        for sheet in &mut sheets {
            go(sheet, frame);
        }
        let time = drawn(&ctx, frame, vec![], |ui| {
            for (column, sheet) in sheets.iter_mut().enumerate() {
                let width = SIZE.x / COLUMNS as f32;
                let at = pos2(width * column as f32, 0.0);
                let rect = Rect::from_min_size(at, vec2(width, SIZE.y));
                let mut ui = ui.new_child(UiBuilder::new().id_salt(column).max_rect(rect));
                let page = Page {
                    article,
                    marks,
                    hits: &[],
                    hit: None,
                    selection: None,
                    fresh: &[],
                    addable: false,
                    selected: None,
                    annotating: false,
                    hovered: &hovered,
                    text_size: 17.0,
                    palette: &LIGHT,
                    active: column == 0,
                    bar: true,
                };
                show(&mut ui, sheet, &page);
            }
        });
        // The first frames draw every letter for the first time.
        if frame >= 10 {
            times.push(time);
        }
    }
    times
}
