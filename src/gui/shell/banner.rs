//! Owns the quiet bar above the columns: what of the project's folders is to be looked at, with what can be done.

use eframe::egui::{RichText, Ui};

use super::dialog::Reply;
use super::doubts::{Doubt, doubts};
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::views::count;

/// How many things stand in the bar; the rest are in the list of warnings.
const MOST: usize = 2;

/// Whether there is something for the bar.
pub fn has_banner(case: &Case) -> bool {
    !doubts(case).is_empty()
}

/// Shows the bar.
pub fn banner(ui: &mut Ui, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let doubts = doubts(case);
    for doubt in doubts.iter().take(MOST) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::INFO).color(colour(view.palette.accent)));
            ui.label(doubt.words());
            buttons(ui, view, doubt);
        });
    }
    if MOST < doubts.len() {
        let more = format!("and {} more…", count((doubts.len() - MOST) as u64));
        if ui.link(more).clicked() {
            view.command(Command::Warnings);
        }
    }
}

/// What can be done about it.
pub fn buttons(ui: &mut Ui, view: &View<'_>, doubt: &Doubt<'_>) {
    let mut offer = |words: &str, action: Action| {
        if ui.small_button(words).clicked() {
            view.push(action);
        }
    };
    match doubt {
        Doubt::Gone(root, _) => offer("Locate…", Action::Locate(*root)),
        Doubt::NotAllowed(root, _) => {
            offer("Allow", Action::Allow(*root));
            offer("Locate…", Action::Locate(*root));
        }
        Doubt::Missing(_) => offer("Look again", Action::Reply(Reply::ReadAgain)),
        Doubt::Partial => offer("Read the rest", Action::Reply(Reply::ReadAgain)),
        Doubt::New(1) => offer("Add 1 article", Action::AddNew),
        Doubt::New(some) => {
            offer(&format!("Add {} articles", count(*some as u64)), Action::AddNew);
        }
        Doubt::Changed(_) | Doubt::Moved(_) => offer("Take over", Action::TakeOver),
    }
}
