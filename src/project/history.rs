//! Owns undo and redo: the steps done, the steps taken back, and which state is the saved one.

use super::edit::Step;

/// A step that was done or taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name in menu and history.
    pub label: String,
    /// The step as the user made it.
    pub step: Step,
    /// What takes it back if it is done, what does it again if it is taken back.
    pub(super) inverse: super::edit::Edit,
}

/// The steps of a session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    /// How many steps were done when the project was saved; none if that state cannot be reached any more, or is not
    /// known to be safe on the disk.
    saved: Option<usize>,
}

impl History {
    /// The history of a state that is on the disk as it is.
    pub(super) fn saved() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// Whether the state is the one that was saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    pub(super) fn mark_saved(&mut self) {
        self.saved = Some(self.done.len());
    }

    /// No state is known to be the saved one any more.
    pub(super) fn forget_saved(&mut self) {
        self.saved = None;
    }

    /// The steps done, the first first.
    pub fn done(&self) -> &[Entry] {
        &self.done
    }

    /// The steps taken back, the one that redo does next last.
    pub fn undone(&self) -> &[Entry] {
        &self.undone
    }

    /// The name of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|it| it.label.as_str())
    }

    /// The name of the step that redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|it| it.label.as_str())
    }

    /// Records a new step. What was taken back before cannot be done again.
    pub(super) fn push(&mut self, entry: Entry) {
        if self.saved.is_some_and(|saved| self.done.len() < saved) {
            self.saved = None;
        }
        self.undone.clear();
        self.done.push(entry);
    }

    pub(super) fn pop_done(&mut self) -> Option<Entry> {
        self.done.pop()
    }

    pub(super) fn pop_undone(&mut self) -> Option<Entry> {
        self.undone.pop()
    }

    /// A step was taken back; its inverse now does it again.
    pub(super) fn push_undone(&mut self, entry: Entry) {
        self.undone.push(entry);
    }

    /// A step was done again.
    pub(super) fn push_done(&mut self, entry: Entry) {
        self.done.push(entry);
    }
}
