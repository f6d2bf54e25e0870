//! Owns the open project as the window knows it: the project with its file, the texts at hand, what is derived from
//! both. Changed only by the app as it carries out actions; panels get it by shared reference.

mod derived;
mod suggested;
mod texts;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::Timestamp;

pub use derived::{Derived, InText};
pub use suggested::{Search, Searched, Suggested};
pub use texts::{Roots, Texts};

use crate::analysis::Gazetteer;
use crate::base::{ActorId, ArticleId, RootId, Warning};
use crate::corpus::Article;
use crate::project::{
    Actor, Changed, Edit, EditError, Project, SaveError, Snapshot, Stamp, State, Table, gazetteer,
};

/// An open project.
pub struct Case {
    project: Project,
    /// None until it is saved first.
    file: Option<PathBuf>,
    /// When the file was last written from here.
    saved_at: Option<Timestamp>,
    pub texts: Texts,
    /// What of files and articles could not be read.
    pub warnings: Vec<Warning>,
    /// Raised by each change of the project or its texts.
    revision: u64,
    derived: Derived,
    suggested: Suggested,
    /// The revision for which it was found out what is to be searched.
    met: u64,
    /// Raised by each change of the texts at hand.
    texts_revision: u64,
    /// The texts at hand as threads get them, with their revision.
    shared_texts: Option<(u64, SharedTexts)>,
    known: RefCell<Option<KnownNames>>,
}

/// The names of some actors beside those of the world, which are dear to make ready for finding.
type KnownNames = (Table<ActorId, Actor>, Rc<Gazetteer>);

/// Texts by article, for threads.
pub type SharedTexts = Arc<IndexMap<ArticleId, Arc<Article>>>;

impl Case {
    pub fn new(project: Project, file: Option<PathBuf>) -> Self {
        let derived = Derived::new(project.state());
        Self {
            project,
            file,
            saved_at: None,
            texts: Texts::default(),
            warnings: vec![],
            revision: 1,
            derived,
            suggested: Suggested::default(),
            met: 0,
            texts_revision: 1,
            shared_texts: None,
            known: RefCell::default(),
        }
    }

    pub fn state(&self) -> &State {
        self.project.state()
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The file that paths of roots are relative to. As long as no file holds the project they are absolute.
    pub fn home(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| PathBuf::from("/untitled.kbproj"))
    }

    pub fn saved_at(&self) -> Option<Timestamp> {
        self.saved_at
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn derived(&self) -> &Derived {
        &self.derived
    }

    /// What the project is called: its own name, else that of its file.
    pub fn name(&self) -> String {
        let of_file = || self.file.as_deref().and_then(Path::file_stem);
        match self.state().name().trim() {
            "" => of_file().map_or("Untitled".to_owned(), |it| it.to_string_lossy().into_owned()),
            name => name.to_owned(),
        }
    }

    /// The text of an article, if it is at hand.
    pub fn text(&self, article: ArticleId) -> Option<&Arc<Article>> {
        self.texts.bound().get(&article)
    }

    /// Whether there is work that no file holds.
    pub fn is_unsaved(&self) -> bool {
        !self.project.is_saved()
            && (self.file.is_some() || !self.project.history().done().is_empty())
    }

    pub fn dispatch(&mut self, edit: Edit, stamp: Stamp) -> Result<(), EditError> {
        let changed = self.project.dispatch(edit, stamp)?;
        self.follow(&changed);
        Ok(())
    }

    /// Takes back the last step; its name, or none if there is nothing to take back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<String>, EditError> {
        let name = self.project.history().undo_label().map(str::to_owned);
        let changed = self.project.undo(stamp)?;
        changed.iter().for_each(|it| self.follow(it));
        Ok(changed.and(name))
    }

    /// Does again the step taken back last; its name.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<String>, EditError> {
        let name = self.project.history().redo_label().map(str::to_owned);
        let changed = self.project.redo(stamp)?;
        changed.iter().for_each(|it| self.follow(it));
        Ok(changed.and(name))
    }

    pub fn snapshot(&self) -> Snapshot {
        self.project.snapshot()
    }

    /// What came of writing a snapshot to `file`, which is the project's own from now on if it was written.
    pub fn written(
        &mut self,
        snapshot: &Snapshot,
        file: PathBuf,
        result: &Result<(), SaveError>,
        now: Timestamp,
    ) {
        self.project.written(snapshot, result);
        if matches!(result, Ok(()) | Err(SaveError::Unconfirmed { .. })) {
            self.file = Some(file);
            self.saved_at = Some(now);
        }
    }

    /// Writes the roots anew for a project file at `to`.
    pub fn move_file(
        &mut self,
        disk: &dyn crate::files::Disk,
        to: &Path,
        stamp: &Stamp,
    ) -> Result<(), EditError> {
        self.project.move_file(disk, self.file.as_deref(), to, stamp)
    }

    /// Takes in what was loaded. Texts of known articles are bound at once.
    pub fn set_texts(&mut self, texts: Texts) {
        self.texts = texts;
        self.refresh();
    }

    /// Takes in articles as they are read, before all are; which is which is found out for good at the end.
    pub fn arrive(&mut self, arrived: Vec<(RootId, Arc<Article>)>) {
        if !arrived.is_empty() {
            self.texts.arrive(self.project.state(), arrived);
            self.revision += 1;
            self.texts_revision += 1;
        }
    }

    /// Brings up to date what is derived, after a step.
    fn follow(&mut self, changed: &Changed) {
        self.revision += 1;
        if changed.articles {
            self.texts_revision += 1;
            self.texts.bind(self.project.state());
        }
        self.derived.follow(self.project.state(), changed);
    }

    /// Finds anew which text is which article, and what lies where in it, after a change of the texts.
    pub fn refresh(&mut self) {
        self.revision += 1;
        self.texts_revision += 1;
        self.texts.bind(self.project.state());
        self.derived.forget_texts();
    }

    /// The names the project knows beside those of the world, made ready once and kept until an actor changes.
    pub fn gazetteer(&self) -> Rc<Gazetteer> {
        let actors = self.state().actors();
        let mut known = self.known.borrow_mut();
        match &*known {
            Some((of, gazetteer)) if of == actors => Rc::clone(gazetteer),
            _ => {
                let gazetteer = Rc::new(gazetteer(self.state()));
                *known = Some((actors.clone(), Rc::clone(&gazetteer)));
                gazetteer
            }
        }
    }

    /// What was found in the texts at hand.
    pub fn suggested(&self) -> &Suggested {
        &self.suggested
    }

    /// Raised by each change of the project, its texts, or what was found in them.
    pub fn review_revision(&self) -> u64 {
        self.revision + self.suggested.revision()
    }

    /// What a thread is to search for suggestions now, if anything.
    pub fn next_search(&mut self) -> Option<Search> {
        let texts = self.texts.bound();
        if self.met != self.revision {
            self.met = self.revision;
            self.suggested.meet(self.project.state(), texts, self.texts_revision);
        }
        self.suggested.next(|| self.project.shared(), texts)
    }

    /// Whether there is something to search, as far as is known before it is looked for.
    pub fn is_search_due(&self) -> bool {
        self.met != self.revision || self.suggested.is_due()
    }

    /// Ends the search until it is to go on.
    pub fn stop_searching(&mut self) {
        self.suggested.stop();
    }

    /// Takes in what a thread has found.
    pub fn take_searched(&mut self, searched: Searched) {
        self.suggested.take(searched, self.texts.bound());
    }

    /// Goes on with a search that the user had ended.
    pub fn go_on_searching(&mut self) {
        self.suggested.go_on();
    }

    /// The texts at hand, by article.
    pub fn bound(&self) -> &IndexMap<ArticleId, Arc<Article>> {
        self.texts.bound()
    }

    /// The texts at hand, by article, for a thread. Copied once for each change of the texts.
    pub fn shared_texts(&mut self) -> SharedTexts {
        match &self.shared_texts {
            Some((of, texts)) if *of == self.texts_revision => Arc::clone(texts),
            _ => {
                let texts = Arc::new(self.texts.bound().clone());
                self.shared_texts = Some((self.texts_revision, Arc::clone(&texts)));
                texts
            }
        }
    }
}
