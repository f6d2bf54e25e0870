//! Owns a project under work: its state with the history of its steps, opened from and saved to a disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::apply::{EditError, apply, label};
use super::changed::Changed;
use super::edit::{Change, Edit, Step};
use super::format::{self, FormatError};
use super::history::{Entry, History, Moment};
use super::records::Stamp;
use super::roots;
use super::state::State;
use crate::base::Warning;
use crate::files::{self, Disk, Kind, WriteError};

/// A project under work.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// Shared with threads that read it; an edit then works on a copy.
    state: Arc<State>,
    history: History,
}

/// The state of a project at one moment, to be written by another thread while work goes on.
#[derive(Debug, Clone)]
pub struct Snapshot {
    state: Arc<State>,
    moment: Moment,
}

impl Snapshot {
    /// Writes it to a file, replacing that whole or not at all. [`Project::written`] is to be told what came of it.
    pub fn write(&self, disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
        files::replace(disk, path, &format::write(&self.state))
    }

    pub fn state(&self) -> &State {
        &self.state
    }
}

/// Why a project is not opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the project could not be read, {}: {}", files::reason(source), path.display())]
    Disk { source: std::io::Error, path: PathBuf },
    #[error("{fault}: {}", path.display())]
    Format { fault: FormatError, path: PathBuf },
}

/// Why a project does not count as saved. Its state in memory is as it was; the error says what the file holds.
pub type SaveError = WriteError;

impl Project {
    /// An empty project that no file holds yet.
    pub fn new(name: impl Into<String>) -> Self {
        let state = Arc::new(State { name: name.into(), ..State::default() });
        Self { state, history: History::default() }
    }

    /// Opens a project file. What could not be read of it is told in warnings and kept for saving.
    pub fn open(disk: &dyn Disk, path: &Path) -> Result<(Self, Vec<Warning>), OpenError> {
        let unread = |source| OpenError::Disk { source, path: path.to_owned() };
        let entry = disk.entry(path).map_err(unread)?;
        if entry.kind == Kind::Other {
            // A device could be read without end.
            return Err(unread(std::io::Error::other("this is no file")));
        }
        // Asked before reading, which would fill the memory.
        let bytes = usize::try_from(entry.len).unwrap_or(usize::MAX);
        if format::MOST_BYTES < bytes {
            let fault = FormatError::Large { bytes };
            return Err(OpenError::Format { fault, path: path.to_owned() });
        }
        let bytes = disk.read(path).map_err(unread)?;
        let (state, warnings) = format::read(&bytes)
            .map_err(|fault| OpenError::Format { fault, path: path.to_owned() })?;
        Ok((Self { state: Arc::new(state), history: History::saved() }, warnings))
    }

    /// Saves to a file, replacing it whole or not at all.
    pub fn save(&mut self, disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
        let snapshot = self.snapshot();
        let written = snapshot.write(disk, path);
        self.written(&snapshot, &written);
        written
    }

    /// The present state, to be written by another thread.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { state: Arc::clone(&self.state), moment: self.history.moment() }
    }

    /// What came of writing a snapshot to the project's file.
    pub fn written(&mut self, snapshot: &Snapshot, result: &Result<(), SaveError>) {
        match result {
            Ok(()) => self.history.mark_saved(snapshot.moment),
            // The file holds the new state, perhaps not for good: no state counts as saved until a save succeeds.
            Err(WriteError::Unconfirmed { .. }) => self.history.forget_saved(),
            Err(_) => {}
        }
    }

    /// Writes the paths of the roots anew for a project file at `to`, which lay at `from` before; none if no file held
    /// it. Where a file lies is no step of the analyst's, so this is none to take back. A root whose path is not
    /// Unicode stays as it was.
    pub fn move_file(
        &mut self,
        disk: &dyn Disk,
        from: Option<&Path>,
        to: &Path,
        stamp: &Stamp,
    ) -> Result<(), EditError> {
        let edits = roots::moved(disk, &self.state, from, to);
        if edits.is_empty() {
            return Ok(());
        }
        let edit = Edit::Batch { label: "Move the project file".to_owned(), edits };
        apply(Arc::make_mut(&mut self.state), &edit, stamp).map(|_| ())
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// The present state, shared with a thread.
    pub fn shared(&self) -> Arc<State> {
        Arc::clone(&self.state)
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the file last opened or saved holds this state.
    pub fn is_saved(&self) -> bool {
        self.history.is_saved()
    }

    /// Carries out an edit as one step; returns what it changed. An edit that changes nothing is no step.
    pub fn dispatch(&mut self, edit: Edit, stamp: Stamp) -> Result<Changed, EditError> {
        let label = label(&edit, &self.state);
        let inverse = apply(Arc::make_mut(&mut self.state), &edit, &stamp)?;
        let changed = Changed::by(changes(&inverse));
        if !changes(&inverse).is_empty() {
            self.history.push(Entry::new(label, Step { stamp, edit }, inverse));
        }
        Ok(changed)
    }

    /// Takes back the last step; returns what that changed. None if there is nothing to take back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Changed>, EditError> {
        let Some(mut entry) = self.history.pop_done() else { return Ok(None) };
        match self.turn(&mut entry, stamp) {
            Ok(changed) => {
                self.history.push_undone(entry);
                Ok(Some(changed))
            }
            Err(error) => {
                self.history.push_done(entry);
                Err(error)
            }
        }
    }

    /// Does again the step taken back last; returns what that changed. None if none was taken back.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Changed>, EditError> {
        let Some(mut entry) = self.history.pop_undone() else { return Ok(None) };
        match self.turn(&mut entry, stamp) {
            Ok(changed) => {
                self.history.push_done(entry);
                Ok(Some(changed))
            }
            Err(error) => {
                self.history.push_undone(entry);
                Err(error)
            }
        }
    }

    /// Carries out the inverse of an entry and makes what takes that back its new inverse.
    fn turn(&mut self, entry: &mut Entry, stamp: &Stamp) -> Result<Changed, EditError> {
        entry.inverse = apply(Arc::make_mut(&mut self.state), &entry.inverse, stamp)?;
        Ok(Changed::by(changes(&entry.inverse)))
    }
}

/// The changes that take a step back.
fn changes(inverse: &Edit) -> &[Change] {
    if let Edit::Restore { changes, .. } = inverse { changes } else { &[] }
}
