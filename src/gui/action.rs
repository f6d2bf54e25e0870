//! Owns what panels ask for. A panel changes nothing: it puts actions into the queue, and the end of the frame carries
//! them out in their order.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use super::command::Command;
use super::desk::{CellAt, Face};
use super::inspector::FormEvent;
use super::reader::Selection;
use super::shell::Reply;
use crate::base::words::PassageRole;
use crate::base::{ActorId, AnnotationId, ArticleId, CodeId, IncidentId, RootId};
use crate::corpus::search::Query;
use crate::project::Edit;
use crate::views::review::Key;

/// One thing to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Command(Command),
    /// Changes the project, as one step.
    Edit(Edit),
    /// Opens a project or a folder of articles, after asking about unsaved work.
    Open(PathBuf),
    /// Takes a path off the list of recent ones.
    Forget(PathBuf),
    /// Reads an article: in the active column, or in one more beside it.
    Read {
        article: ArticleId,
        beside: bool,
    },
    /// Puts an article into a column before the one at `place`.
    ReadAt {
        article: ArticleId,
        place: usize,
    },
    /// Gives a column the keyboard.
    Activate(usize),
    CloseColumn(usize),
    MoveColumn {
        from: usize,
        to: usize,
    },
    /// Parts of the width that the columns take, from the first on.
    Shares(Vec<f32>),
    /// Selects words of an article.
    Select {
        article: ArticleId,
        selection: Selection,
    },
    /// Shows a passage of an annotation in its article and opens its form.
    Show {
        annotation: AnnotationId,
        passage: usize,
    },
    /// Chooses an annotation, or none.
    Pick(Option<AnnotationId>),
    /// Chooses a suggestion, or none.
    Choose(Option<Key>),
    /// Shows the suggestion one is at in its article.
    ReadSuggestion,
    /// Goes on looking for suggestions, after that was cancelled.
    GoOnSearching,
    /// The pointer is over this: it lights everywhere.
    Hover(Thing),
    /// The pointer is over something that these stand behind.
    HoverAll(Rc<[AnnotationId]>),
    /// Turns to a view.
    Turn(Face),
    /// Chooses a cell of the stance matrix, or none; its evidence is shown.
    Cell(Option<CellAt>),
    /// Puts words on the clipboard; `holds` says what they are.
    Copy {
        words: String,
        holds: String,
    },
    /// Adds the selected words to the annotation in the form.
    Attach(PassageRole),
    /// Something happened in the form.
    Form(FormEvent),
    /// Looks for other words in all articles.
    Find(Query),
    /// Goes to a place of the list of those found.
    GoToHit(usize),
    /// Goes to the next place found, or to the previous one.
    StepHit(bool),
    CloseFind,
    /// The user allows this root, outside the project's folder, to be read.
    Allow(RootId),
    /// Asks where a root's folder is now.
    Locate(RootId),
    /// Takes in the articles that are new in the folders.
    AddNew,
    /// Takes over new versions and paths of files.
    TakeOver,
    /// Chooses an actor at the left.
    ShowActor(ActorId),
    /// What a dialog, a bar or the start view answers.
    Reply(Reply),
    Cancel(super::task::Work),
    Dismiss(u64),
}

/// What can light up everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thing {
    Annotation(AnnotationId),
    /// By its article, and which of the article's suggestions it is.
    Suggestion(ArticleId, usize),
    Article(ArticleId),
    Actor(ActorId),
    Incident(IncidentId),
    Code(CodeId),
}

/// The queue of a frame. Panels get it by shared reference.
#[derive(Debug, Default)]
pub struct Queue(RefCell<Vec<Action>>);

impl Queue {
    pub fn push(&self, action: Action) {
        self.0.borrow_mut().push(action);
    }

    pub fn command(&self, command: Command) {
        self.push(Action::Command(command));
    }

    pub fn edit(&self, edit: Edit) {
        self.push(Action::Edit(edit));
    }

    /// All actions, in their order; the queue is empty then.
    pub fn take(&self) -> Vec<Action> {
        self.0.take()
    }
}
