//! Owns how sentences are copied: each in quotes on a line of its own, with who says it and where it was printed.

use eframe::egui::{Event, Ui};

use super::action::Action;
use super::view::View;
use crate::views::{Evidence, count};

/// Copies sentences if that is asked for in this frame.
pub fn copy<'a>(ui: &Ui, view: &View<'_>, sentences: impl Iterator<Item = &'a Evidence>) {
    if take(ui) {
        put(view, sentences);
    }
}

/// Copies sentences.
pub fn put<'a>(view: &View<'_>, sentences: impl Iterator<Item = &'a Evidence>) {
    let lines: Vec<String> = sentences.map(line).collect();
    let holds = match lines.len() {
        0 => return,
        1 => "1 sentence".to_owned(),
        some => format!("{} sentences", count(some as u64)),
    };
    view.push(Action::Copy { words: lines.join("\n"), holds });
}

/// Takes the wish to copy, which the system tells as an event of its own.
pub fn take(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|it| !matches!(it, Event::Copy));
        input.events.len() < before
    })
}

/// "“At least 25 were killed.” (Armenia: at least 25 killed; Meridian Wire, 19 Sep 2023)".
fn line(of: &Evidence) -> String {
    let sentence = if of.sentence.is_empty() { &of.quote } else { &of.sentence };
    let names = [&of.outlet, &of.title, &of.path];
    let source = names.into_iter().find(|it| !it.is_empty()).map_or("", |it| it.as_str());
    let join = |parts: [&str; 2], by: &str| {
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(by)
    };
    let said = join([&of.who, &of.says], ": ");
    let printed = join([source, &of.time], ", ");
    format!("“{}” ({})", sentence.trim(), join([&said, &printed], "; "))
}
