//! Owns what long work brings back, and what the window makes of it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::export::{Copied as OnClipboard, Exported};
use super::load::LoadedRoots;
use super::{App, Then};
use crate::base::{AnnotationId, RootId, Warning};
use crate::gui::case::Searched;
use crate::gui::chart::{Drawn, Laid};
use crate::gui::export::Preview;
use crate::gui::find::Results;
use crate::gui::picker::{Answer, Question};
use crate::gui::shell::{Dialog, Looked};
use crate::gui::task::Work;
use crate::project::{Copied, CopyError, OpenError, Project, SaveError, Snapshot};
use crate::views::matrix::Matrix;
use crate::views::review::{Key, Review};
use crate::views::sheet::Sheet;

/// The result of a piece of long work.
pub enum Done {
    /// The user answered a dialog that asked for a path.
    Chosen {
        question: Question,
        purpose: Purpose,
        answer: Answer,
        /// The path is not the one that was asked about, and something is there already.
        replaces: bool,
    },
    /// It was found out what is at a path; `save` if it was to be written.
    Looked {
        path: PathBuf,
        save: bool,
        looked: Looked,
    },
    /// These recent projects are not there.
    Gone(HashSet<PathBuf>),
    /// A project file was read.
    Opened {
        path: PathBuf,
        result: Result<(Project, Vec<Warning>), OpenError>,
    },
    /// The articles of some roots were read.
    Loaded(Box<LoadedRoots>),
    /// A project was written.
    Saved {
        path: PathBuf,
        snapshot: Box<Snapshot>,
        result: Result<(), SaveError>,
    },
    /// A copy with texts was made.
    Copied(Result<Copied, CopyError>),
    /// The articles were searched.
    Found {
        asked: u64,
        results: Results,
    },
    /// The sample was made, or was there already.
    Sample(Result<PathBuf, String>),
    /// A view was made.
    Table(Sheet),
    Chart(Box<Drawn>),
    Laid(Box<Laid>),
    Matrix(Box<(Matrix, HashMap<AnnotationId, Key>)>),
    /// Some texts were searched for suggestions.
    Searched(Box<Searched>),
    /// The queue of suggestions was made.
    Review(Box<Review>),
    /// What is to be exported, as it will be.
    Preview(Box<Preview>),
    Exported(Exported),
    Clipboard(OnClipboard),
    /// Nothing to tell.
    Nothing,
}

/// What a chosen path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    OpenFolder,
    OpenProject,
    AddFolder,
    Save,
    SaveCopy,
    Locate(RootId),
    /// The file that was exported; `replaces` once the user said that files beside it are to be replaced.
    Export {
        replaces: bool,
    },
}

impl App {
    /// Takes what long work has brought since the last frame.
    pub(super) fn take_results(&mut self) {
        for (work, done) in self.tasks.finished() {
            let Some(done) = done else {
                let what = match work {
                    Work::Save => "saving failed within the program",
                    _ => "a piece of work failed within the program",
                };
                match work {
                    Work::Table => self.views.table.made.take(None),
                    Work::Chart => self.views.chart.take(None),
                    Work::Layout => self.views.chart.laid.take(None),
                    Work::Matrix => self.views.matrix.take(None),
                    Work::Review => self.views.review.made.take(None),
                    Work::Suggest => self.search_failed(),
                    Work::Preview => self.previewed(None),
                    _ => {}
                }
                (self.after_save, self.after_writing) = (None, None);
                if let (Work::Load, Some(case)) = (work, &mut self.case) {
                    case.texts.is_loading = false;
                    case.refresh();
                }
                self.notices.error(what, "your work is still here; please save it elsewhere");
                continue;
            };
            match done {
                Done::Chosen { question, purpose, answer, replaces } => {
                    self.chosen(question, purpose, answer, replaces);
                }
                Done::Looked { path, save, looked } => self.looked(&path, save, looked),
                Done::Gone(gone) => self.start.gone = gone,
                Done::Opened { path, result } => self.opened(path, result),
                Done::Loaded(loaded) => self.loaded(*loaded),
                Done::Saved { path, snapshot, result } => self.saved(path, &snapshot, &result),
                Done::Copied(result) => self.copied(result),
                Done::Found { asked, results } => self.find.answer(asked, results),
                Done::Sample(Ok(path)) => self.open(path),
                Done::Sample(Err(what)) => self.notices.error(what, ""),
                Done::Table(sheet) => self.views.table.made.take(Some(sheet)),
                Done::Chart(made) => self.views.chart.take(Some(*made)),
                Done::Laid(laid) => self.views.chart.laid.take(Some(*laid)),
                Done::Matrix(matrix) => self.views.matrix.take(Some(*matrix)),
                Done::Searched(searched) => self.take_searched(*searched),
                Done::Review(review) => self.views.review.made.take(Some(*review)),
                Done::Preview(preview) => self.previewed(Some(*preview)),
                Done::Exported(exported) => self.exported(exported),
                Done::Clipboard(copied) => self.copied_to_clipboard(copied),
                Done::Nothing => {}
            }
        }
    }

    fn chosen(&mut self, question: Question, purpose: Purpose, answer: Answer, replaces: bool) {
        match answer {
            Answer::Chosen(path) if replaces => {
                let there = vec![path.clone()];
                self.dialog = Some(Dialog::Overwrite { path, there, purpose });
            }
            Answer::Chosen(path) => self.use_path(purpose, path),
            Answer::Cancelled => {
                self.after_save = None;
                self.leave_picker(&purpose);
            }
            Answer::Unavailable => self.open_picker(question, purpose),
        }
    }

    /// Does with a chosen path what it was chosen for.
    pub(super) fn use_path(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenFolder | Purpose::OpenProject => self.ask_then(Then::Open(path)),
            Purpose::AddFolder => self.add_folder(&path),
            Purpose::Save => self.save_to(path),
            Purpose::SaveCopy => self.save_with_texts(&path),
            Purpose::Locate(root) => self.locate(root, &path),
            Purpose::Export { replaces } => self.export_to(path, replaces),
        }
    }
}
