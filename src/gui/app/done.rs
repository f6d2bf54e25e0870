//! Owns what long work brings back, and what the window makes of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{App, Then};
use crate::base::{RootId, Warning};
use crate::corpus::Article;
use crate::gui::case::Roots;
use crate::gui::find::Results;
use crate::gui::picker::{Answer, Question};
use crate::gui::shell::Dialog;
use crate::gui::task::Work;
use crate::project::{OpenError, Project, SaveError, Snapshot};

/// The result of a piece of long work.
pub enum Done {
    /// The user answered a dialog that asked for a path.
    Chosen { question: Question, purpose: Purpose, answer: Answer },
    /// A project file was read.
    Opened { path: PathBuf, result: Result<(Project, Vec<Warning>), OpenError> },
    /// The articles of some roots were read.
    Loaded(Box<LoadedRoots>),
    /// A project was written.
    Saved { path: PathBuf, snapshot: Box<Snapshot>, result: Result<(), SaveError>, copy: bool },
    /// The articles were searched.
    Found { asked: u64, results: Results },
    /// The sample was made, or was there already.
    Sample(Result<PathBuf, String>),
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
}

/// What reading some roots gave.
#[derive(Default)]
pub struct LoadedRoots {
    pub articles: Vec<(RootId, Arc<Article>)>,
    pub warnings: Vec<Warning>,
    pub closed: Vec<Roots>,
    pub cancelled: bool,
    /// The articles become part of the project without asking: the user has just chosen their folder.
    pub take_in: bool,
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
                self.after_save = None;
                self.notices.error(what, "your work is still here; please save it elsewhere");
                continue;
            };
            match done {
                Done::Chosen { question, purpose, answer } => {
                    self.chosen(question, purpose, answer);
                }
                Done::Opened { path, result } => self.opened(path, result),
                Done::Loaded(loaded) => self.loaded(*loaded),
                Done::Saved { path, snapshot, result, copy } => {
                    self.saved(path, &snapshot, &result, copy);
                }
                Done::Found { asked, results } => self.find.answer(asked, results),
                Done::Sample(Ok(path)) => self.open(path),
                Done::Sample(Err(what)) => self.notices.error(what, ""),
                Done::Nothing => {}
            }
        }
    }

    fn chosen(&mut self, question: Question, purpose: Purpose, answer: Answer) {
        match answer {
            Answer::Chosen(path) => self.use_path(purpose, path),
            Answer::Cancelled => self.after_save = None,
            Answer::Unavailable => {
                let start = self.start_folder(&question);
                self.dialog = Some(Dialog::pick(question, purpose, start));
            }
        }
    }

    /// Does with a chosen path what it was chosen for.
    pub(super) fn use_path(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenFolder | Purpose::OpenProject => self.ask_then(Then::Open(path)),
            Purpose::AddFolder => self.add_folder(&path),
            Purpose::Save => self.save_to(path, false),
            Purpose::SaveCopy => self.save_with_texts(&path),
            Purpose::Locate(root) => self.locate(root, &path),
        }
    }
}
