//! Owns what the window may touch outside itself, handed in so that a session can be repeated: the disk, the clock, ids,
//! the user's name, places, and how a file is chosen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::picker::Picker;
use crate::base::IdMint;
use crate::files::{Disk, Grants};

/// The world outside the window.
pub struct Host {
    pub disk: Arc<dyn Disk>,
    pub now: Box<dyn Fn() -> Timestamp>,
    /// The zone of the clock on the wall, for times shown of work done here, such as "saved 12:03".
    pub zone: jiff::tz::TimeZone,
    pub ids: IdMint,
    /// Who is at the machine, for the record; may be empty. A name in the settings takes its place.
    pub coder: String,
    /// Where the program remembers settings; none where the system knows no such place.
    pub state_folder: Option<PathBuf>,
    /// Where the sample is made.
    pub documents: Option<PathBuf>,
    pub picker: Arc<dyn Picker>,
    pub spawn: Spawn,
}

impl Host {
    /// Remembers that this user chose a folder on this machine. Where that fails it is asked for again, no more.
    pub fn grant(&self, folder: &Path) {
        if let Some(state_folder) = &self.state_folder {
            let _ = Grants::in_folder(state_folder).grant(&*self.disk, folder);
        }
    }
}

/// Where long work runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spawn {
    /// Each piece on a thread of its own.
    Threads,
    /// At once, before the next frame: for tests.
    Inline,
}
