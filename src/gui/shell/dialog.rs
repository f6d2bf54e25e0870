//! Owns what may lie over the window and ask for an answer, and what those answers are.

use std::path::PathBuf;

use eframe::egui::Context;

use super::pick::{Pick, pick};
use super::{ask, preferences, sheet, warnings};
use crate::gui::app::{Purpose, Then};
use crate::gui::export::{self, ExportDialog};
use crate::gui::picker::Question;
use crate::gui::settings::Settings;
use crate::gui::view::View;

/// A dialog.
pub enum Dialog {
    /// Unsaved work, and what is to happen then.
    Unsaved(Then),
    /// A file is there already; asked before it is replaced.
    Overwrite {
        /// What is to be written.
        path: PathBuf,
        /// The files that are there.
        there: Vec<PathBuf>,
        purpose: Purpose,
    },
    /// The window's own way to choose a path.
    Pick(Box<Pick>),
    /// The project's name, as typed.
    Rename(String),
    Settings(preferences::Typed),
    Export(Box<ExportDialog>),
    Warnings,
    Keys,
}

/// What a dialog, a bar or the start view asks of the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Saves, then goes on.
    Save(Then),
    /// Goes on without saving.
    Discard(Then),
    /// A path was chosen, and what for.
    Use(Purpose, PathBuf),
    /// Finds out what is at a path, on a thread.
    Look {
        path: PathBuf,
        save: bool,
    },
    /// Makes a folder and shows it.
    MakeFolder(PathBuf),
    Settings(Box<Settings>),
    /// Gives the panels their usual widths.
    ResetPanels,
    /// Asks where the file of the export dialog is to go.
    Export,
    /// Closes the export dialog.
    LeaveExport,
    /// The window's own dialog for a path was left, and what it was for.
    LeavePicker(Purpose),
    /// Reads all folders again.
    ReadAgain,
}

impl Dialog {
    pub fn pick(
        question: Question,
        purpose: Purpose,
        folder: PathBuf,
        places: Vec<PathBuf>,
    ) -> Self {
        Self::Pick(Box::new(Pick::new(question, purpose, folder, places)))
    }
}

/// Shows the dialog that is open; it is gone when it was answered.
pub fn dialogs(ctx: &Context, view: &View<'_>, dialog: &mut Option<Dialog>) {
    let Some(shown) = dialog else { return };
    let done = match shown {
        Dialog::Unsaved(then) => ask::unsaved(ctx, view, then),
        Dialog::Overwrite { path, there, purpose } => {
            ask::overwrite(ctx, view, (path, there), purpose)
        }
        Dialog::Export(state) => {
            export::show(ctx, view, state);
            // The app closes it, to remember what was chosen.
            false
        }
        Dialog::Rename(name) => ask::rename(ctx, view, name),
        Dialog::Pick(state) => pick(ctx, view, state),
        Dialog::Settings(typed) => preferences::show(ctx, view, typed),
        Dialog::Warnings => warnings::show(ctx, view),
        Dialog::Keys => sheet::show(ctx),
    };
    if done {
        *dialog = None;
    }
}
