//! Owns a disk that waits at one operation until it is let go on, for tests of what goes on meanwhile. Nothing of the
//! program itself uses it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::memory::MemoryDisk;
use super::{Disk, Entry};

/// An operation that a disk can wait at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Before a file is read.
    Read,
    /// Before it is looked what is there.
    Entry,
    /// After a new file was written.
    Write,
}

/// A disk in memory that waits at each operation of one kind on certain paths.
#[derive(Debug)]
pub struct SlowDisk {
    /// What it holds.
    pub disk: Arc<MemoryDisk>,
    at: Operation,
    /// Words of the paths it waits at.
    words: String,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    has_come: bool,
    goes_on: bool,
}

impl SlowDisk {
    /// A disk that waits at this operation on paths that hold these words.
    pub fn new(disk: Arc<MemoryDisk>, at: Operation, words: &str) -> Self {
        let (state, changed) = Default::default();
        Self { disk, at, words: words.to_owned(), state, changed }
    }

    /// Waits until the operation has been come to.
    pub fn wait(&self) {
        let until = self.changed.wait_while(self.state(), |it| !it.has_come);
        drop(until.unwrap_or_else(PoisonError::into_inner));
    }

    /// Lets the operation go on, and all that follow it.
    pub fn go_on(&self) {
        self.state().goes_on = true;
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic of a test thread leaves both marks whole, so their lock may be used on.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self, at: Operation, path: &Path) {
        if at != self.at || !path.to_string_lossy().contains(&self.words) {
            return;
        }
        let mut state = self.state();
        state.has_come = true;
        self.changed.notify_all();
        let until = self.changed.wait_while(state, |it| !it.goes_on);
        drop(until.unwrap_or_else(PoisonError::into_inner));
    }
}

impl Disk for SlowDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.stop(Operation::Read, path);
        self.disk.read(path)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.stop(Operation::Entry, path);
        self.disk.entry(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.disk.list(folder)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.canonical(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.create_folder(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk.write_new(path, bytes)?;
        self.stop(Operation::Write, path);
        Ok(())
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.disk.sync(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.sync_folder(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.copy_permissions(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
}
