//! Owns the user's own places outside projects: where the program keeps what it remembers, and which folders this user
//! has chosen as roots here before.

use std::io;
use std::path::{Path, PathBuf};

use super::{Disk, replace};

/// The user's state folder for this program, or none where the system knows none.
pub fn state_folder() -> Option<PathBuf> {
    let places = directories::ProjectDirs::from("", "", "kbworkbench")?;
    Some(places.state_dir().unwrap_or_else(|| places.data_local_dir()).to_owned())
}

/// The user's folder of documents, else the home folder; none where the system knows neither.
pub fn documents_folder() -> Option<PathBuf> {
    let user = directories::UserDirs::new()?;
    Some(user.document_dir().unwrap_or_else(|| user.home_dir()).to_owned())
}

/// The folders that this user has chosen as roots on this machine: one canonical path a line in `roots.txt` of the
/// state folder. A project file from elsewhere can name any folder; only these, and those beside the project, are
/// opened without asking.
#[derive(Debug, Clone)]
pub struct Grants {
    list: PathBuf,
}

impl Grants {
    /// Kept in this folder.
    pub fn in_folder(state_folder: &Path) -> Self {
        Self { list: state_folder.join("roots.txt") }
    }

    /// Whether `folder`, or one above it, was granted. A folder that cannot be resolved was not.
    pub fn has(&self, disk: &dyn Disk, folder: &Path) -> bool {
        let Ok(folder) = disk.canonical(folder) else { return false };
        self.read(disk).iter().any(|granted| folder.starts_with(granted))
    }

    /// Remembers `folder`.
    pub fn grant(&self, disk: &dyn Disk, folder: &Path) -> io::Result<()> {
        if self.has(disk, folder) {
            return Ok(());
        }
        let mut all = self.read(disk);
        all.push(disk.canonical(folder)?);
        // A path that is not Unicode, or holds a line break, cannot be kept in the list and is asked for again.
        let lines = all.iter().filter_map(|path| path.to_str()).filter(|path| !path.contains('\n'));
        let text: String = lines.map(|path| format!("{path}\n")).collect();
        if let Some(folder) = self.list.parent() {
            disk.create_folder(folder)?;
        }
        replace(disk, &self.list, text.as_bytes()).map_err(io::Error::other)
    }

    fn read(&self, disk: &dyn Disk) -> Vec<PathBuf> {
        let bytes = disk.read(&self.list).unwrap_or_default();
        String::from_utf8_lossy(&bytes)
            .lines()
            .map(PathBuf::from)
            .filter(|it| it.is_absolute())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::memory::MemoryDisk;

    #[test]
    fn a_granted_folder_is_remembered_with_all_below_it_and_no_other() {
        let disk = MemoryDisk::new();
        disk.add_folder("/home/a/reports/may");
        disk.add_folder("/home/a/private");
        let grants = Grants::in_folder(Path::new("/home/a/state/kbworkbench"));
        assert!(!grants.has(&disk, Path::new("/home/a/reports")));
        grants.grant(&disk, Path::new("/home/a/reports")).unwrap();
        grants.grant(&disk, Path::new("/home/a/reports")).unwrap();
        assert!(grants.has(&disk, Path::new("/home/a/reports/may")));
        assert!(!grants.has(&disk, Path::new("/home/a/private")));
        assert!(!grants.has(&disk, Path::new("/home/a/reports-of-others")));
        let list = disk.read(Path::new("/home/a/state/kbworkbench/roots.txt")).unwrap();
        assert_eq!(list, b"/home/a/reports\n");
    }
}
