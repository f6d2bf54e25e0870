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
    /// Its number in the session, never given again.
    serial: u64,
}

/// A state of the session: the number of the last step that led to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment(u64);

/// The steps of a session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    /// The state that was saved; none if none is known to be safe on the disk.
    saved: Option<Moment>,
    /// How many steps were ever made.
    made: u64,
}

impl Entry {
    pub(super) fn new(label: String, step: Step, inverse: super::edit::Edit) -> Self {
        Self { label, step, inverse, serial: 0 }
    }
}

impl History {
    /// The history of a state that is on the disk as it is.
    pub(super) fn saved() -> Self {
        Self { saved: Some(Moment(0)), ..Self::default() }
    }

    /// Whether the state is the one that was saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.moment())
    }

    /// The present state.
    pub(super) fn moment(&self) -> Moment {
        Moment(self.done.last().map_or(0, |it| it.serial))
    }

    pub(super) fn mark_saved(&mut self, moment: Moment) {
        self.saved = Some(moment);
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

    /// The steps since the state that was saved, the first first; none if that state lies among steps taken back, or
    /// came before others.
    pub fn unsaved(&self) -> Option<&[Entry]> {
        match self.saved {
            None | Some(Moment(0)) => Some(&self.done),
            Some(Moment(serial)) => {
                let at = self.done.iter().position(|it| it.serial == serial)?;
                self.done.get(at + 1..)
            }
        }
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
        self.made += 1;
        self.undone.clear();
        self.done.push(Entry { serial: self.made, ..entry });
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
