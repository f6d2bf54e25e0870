//! Owns the door to the disk: a small trait, so that tests can bring a disk that fails. Each call is one operation;
//! [`super::replace()`] builds whole and safe writes from them.

use std::io;
use std::path::{Path, PathBuf};

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A device, a socket, a dangling link.
    Other,
}

/// One entry of a folder, links followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub path: PathBuf,
    pub kind: Kind,
    /// Of a file, in bytes.
    pub len: u64,
    /// The path itself is a symbolic link.
    pub link: bool,
    /// Marked as not to be written.
    pub read_only: bool,
}

/// The operations on a disk that the program uses. All errors are those of the system.
pub trait Disk: Send + Sync {
    /// The whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// What is there.
    fn entry(&self, path: &Path) -> io::Result<Entry>;
    /// The entries of a folder, by name.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;
    /// The path without links and `..`.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;
    /// Makes a folder and those above it; none is no error.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a new file with these bytes; an existing one is an error. Not yet synced.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes sure that a file's bytes are on the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Makes sure that a folder's entries are on the disk.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives `to` the permissions of `from`.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames, replacing what stands at `to`.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// What went wrong, in words for the analyst, without the number of the system's error.
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind as Is;
    match error.kind() {
        Is::NotFound => "there is no such file or folder".to_owned(),
        Is::PermissionDenied => "there is no permission".to_owned(),
        Is::StorageFull | Is::QuotaExceeded | Is::FileTooLarge => "the disk is full".to_owned(),
        Is::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        Is::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        Is::IsADirectory => "this is a folder, not a file".to_owned(),
        Is::AlreadyExists => "there is something of this name already".to_owned(),
        _ => {
            let text = error.to_string();
            let words = text.split(" (os error").next().unwrap_or_default();
            let mut letters = words.chars();
            letters.next().map_or_else(
                || "unknown fault".to_owned(),
                |first| first.to_lowercase().chain(letters).collect(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_words() {
        assert_eq!(reason(&io::Error::from(io::ErrorKind::StorageFull)), "the disk is full");
        assert_eq!(reason(&io::Error::other("Wire cut")), "wire cut");
        assert_eq!(reason(&io::Error::from_raw_os_error(5)), "input/output error");
    }
}
