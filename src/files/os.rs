//! Owns the real disk: each operation of [`Disk`] as the system does it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Disk, Entry, Kind};

/// The disk of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsDisk;

impl Disk for OsDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let own = fs::symlink_metadata(path)?;
        Ok(entry(path.to_owned(), &own))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for item in fs::read_dir(folder)? {
            let item = item?;
            // An entry that vanished since the folder was read is no reason to give up the rest.
            if let Ok(own) = item.metadata() {
                entries.push(entry(item.path(), &own));
            }
        }
        entries.sort_by(|a, b| a.path.file_name().cmp(&b.path.file_name()));
        Ok(entries)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Windows flushes only through a handle that may write.
        let writable = cfg!(windows);
        OpenOptions::new().read(true).write(writable).open(path)?.sync_all()
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows has no handle to a folder that could be flushed; its file systems order renames themselves.
        if cfg!(windows) { Ok(()) } else { File::open(path)?.sync_all() }
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// The entry at `path`, given what the path itself is; a link is followed.
fn entry(path: PathBuf, own: &fs::Metadata) -> Entry {
    let link = own.is_symlink();
    let target = if link { fs::metadata(&path).ok() } else { Some(own.clone()) };
    let kind = match &target {
        Some(it) if it.is_file() => Kind::File,
        Some(it) if it.is_dir() => Kind::Folder,
        _ => Kind::Other,
    };
    let len = target.as_ref().map_or(0, fs::Metadata::len);
    let read_only = target.is_some_and(|it| it.permissions().readonly());
    Entry { path, kind, len, link, read_only }
}
