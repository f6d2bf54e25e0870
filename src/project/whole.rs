//! Owns a project under work: its state with the history of its steps, opened from and saved to a disk.

use std::path::{Path, PathBuf};

use super::apply::{EditError, apply, label};
use super::edit::{Edit, Step};
use super::format::{self, FormatError};
use super::history::{Entry, History};
use super::records::Stamp;
use super::state::State;
use crate::base::Warning;
use crate::files::{self, Disk, Kind, WriteError};

/// A project under work.
#[derive(Debug, Clone, Default)]
pub struct Project {
    state: State,
    history: History,
}

/// Why a project is not opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the project could not be read, {}: {}", files::reason(source), path.display())]
    Disk { source: std::io::Error, path: PathBuf },
    #[error("this is not a file: {}", path.display())]
    NotAFile { path: PathBuf },
    #[error("{fault}: {}", path.display())]
    Format { fault: FormatError, path: PathBuf },
}

/// Why a project does not count as saved. Its state in memory is as it was; the error says what the file holds.
pub type SaveError = WriteError;

impl Project {
    /// An empty project that no file holds yet.
    pub fn new(name: impl Into<String>) -> Self {
        Self { state: State { name: name.into(), ..State::default() }, history: History::default() }
    }

    /// Opens a project file. What could not be read of it is told in warnings and kept for saving.
    pub fn open(disk: &dyn Disk, path: &Path) -> Result<(Self, Vec<Warning>), OpenError> {
        let unread = |source| OpenError::Disk { source, path: path.to_owned() };
        let entry = disk.entry(path).map_err(unread)?;
        if entry.kind != Kind::File {
            return Err(OpenError::NotAFile { path: path.to_owned() });
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
        Ok((Self { state, history: History::saved() }, warnings))
    }

    /// Saves to a file, replacing it whole or not at all.
    pub fn save(&mut self, disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
        let written = files::replace(disk, path, &format::write(&self.state));
        match &written {
            Ok(()) => self.history.mark_saved(),
            // The file holds the new state, perhaps not for good: no state counts as saved until a save succeeds.
            Err(WriteError::Unconfirmed { .. }) => self.history.forget_saved(),
            Err(_) => {}
        }
        written
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the file last opened or saved holds this state.
    pub fn is_saved(&self) -> bool {
        self.history.is_saved()
    }

    /// Carries out an edit as one step. An edit that changes nothing is no step.
    pub fn dispatch(&mut self, edit: Edit, stamp: Stamp) -> Result<(), EditError> {
        let label = label(&edit, &self.state);
        let inverse = apply(&mut self.state, &edit, &stamp)?;
        if !changes_nothing(&inverse) {
            self.history.push(Entry { label, step: Step { stamp, edit }, inverse });
        }
        Ok(())
    }

    /// Takes back the last step; returns what was carried out, for the journal. None if there is nothing to take back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Step>, EditError> {
        let Some(mut entry) = self.history.pop_done() else { return Ok(None) };
        let step = self.turn(&mut entry, stamp);
        match step {
            Ok(step) => {
                self.history.push_undone(entry);
                Ok(Some(step))
            }
            Err(error) => {
                self.history.push_done(entry);
                Err(error)
            }
        }
    }

    /// Does again the step taken back last; returns what was carried out, for the journal.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Step>, EditError> {
        let Some(mut entry) = self.history.pop_undone() else { return Ok(None) };
        let step = self.turn(&mut entry, stamp);
        match step {
            Ok(step) => {
                self.history.push_done(entry);
                Ok(Some(step))
            }
            Err(error) => {
                self.history.push_undone(entry);
                Err(error)
            }
        }
    }

    /// Carries out the inverse of an entry and makes what takes that back its new inverse.
    fn turn(&mut self, entry: &mut Entry, stamp: &Stamp) -> Result<Step, EditError> {
        let inverse = apply(&mut self.state, &entry.inverse, stamp)?;
        let edit = std::mem::replace(&mut entry.inverse, inverse);
        Ok(Step { stamp: stamp.clone(), edit })
    }
}

fn changes_nothing(inverse: &Edit) -> bool {
    matches!(inverse, Edit::Restore { changes, .. } if changes.is_empty())
}
