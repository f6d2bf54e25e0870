//! Owns the way through a folder: every wanted file once, in one order, whatever links and faults lie on the way.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use super::{Disk, Entry, Kind, reason, stays_within};
use crate::base::Warning;

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// From the folder that was walked, with `/`.
    pub relative: String,
    /// In bytes.
    pub len: u64,
}

/// What a walk through a folder found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walk {
    /// In the order of their relative paths.
    pub files: Vec<Found>,
    /// One for each folder that could not be read, and for each name that no project can keep.
    pub warnings: Vec<Warning>,
    /// It was stopped before its end; what was found so far is there.
    pub stopped: bool,
}

/// Finds all files under `folder` whose name `wanted` accepts. Hidden files and folders are left out; links are
/// followed, each folder and each file is visited once. Ends early once `stop` says so.
pub fn walk(
    disk: &dyn Disk,
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    stop: &dyn Fn() -> bool,
) -> Walk {
    let mut walk = Walk::default();
    let root = match disk.canonical(folder) {
        Ok(root) => root,
        Err(error) => {
            walk.warnings.push(unreadable(folder, &error));
            return walk;
        }
    };
    let (mut seen, mut linked_files) = (BTreeSet::from([root.clone()]), Vec::new());
    let mut folders = VecDeque::from([(folder.to_owned(), String::new())]);
    // Links wait until all real folders are seen, so that a file has its own path rather than that of a link.
    let mut linked_folders = VecDeque::new();
    while let Some((path, relative)) = folders.pop_front() {
        if stop() {
            walk.stopped = true;
            break;
        }
        match disk.list(&path) {
            Err(error) => walk.warnings.push(unreadable(&path, &error)),
            Ok(entries) => {
                for entry in entries {
                    let Some(name) = visible_name(&entry.path) else { continue };
                    let is_wanted = match entry.kind {
                        Kind::File => wanted(&name),
                        Kind::Folder => true,
                        Kind::Other => {
                            if wanted(&name) {
                                walk.warnings.push(nothing_there(&entry.path));
                            }
                            false
                        }
                    };
                    if !is_wanted {
                        continue;
                    }
                    let below = format!("{relative}{name}");
                    if let Some(fault) = unkept(&entry.path, &below) {
                        walk.warnings.push(fault);
                        continue;
                    }
                    match entry.kind {
                        Kind::File if entry.link => linked_files.push(found(entry, below)),
                        Kind::File => walk.files.push(found(entry, below)),
                        Kind::Folder if entry.link => linked_folders.push_back((entry.path, below)),
                        Kind::Folder
                            if disk.canonical(&entry.path).is_ok_and(|it| seen.insert(it)) =>
                        {
                            folders.push_back((entry.path, format!("{below}/")));
                        }
                        _ => {}
                    }
                }
            }
        }
        while folders.is_empty()
            && let Some((path, relative)) = linked_folders.pop_front()
        {
            // A link to a folder above would bring in the whole neighbourhood of the folder that was asked for.
            let target = disk.canonical(&path).ok().filter(|it| !root.starts_with(it));
            if target.is_some_and(|it| seen.insert(it)) {
                folders.push_back((path, format!("{relative}/")));
            }
        }
    }
    keep_new_targets(disk, &mut walk.files, linked_files);
    walk.files.sort_by(|a, b| a.relative.cmp(&b.relative));
    walk
}

/// A name that a file would be read for, without a file.
fn nothing_there(path: &Path) -> Warning {
    let what = "it is no file, or a link to what is not there";
    Warning::new(path.display().to_string(), what, "put the report itself in its place")
}

/// Adds those linked files that lead to a file not found otherwise.
fn keep_new_targets(disk: &dyn Disk, files: &mut Vec<Found>, mut linked: Vec<Found>) {
    if linked.is_empty() {
        return;
    }
    let mut seen: BTreeSet<_> =
        files.iter().filter_map(|it| disk.canonical(&it.path).ok()).collect();
    linked.sort_by(|a, b| a.relative.cmp(&b.relative));
    linked.retain(|it| disk.canonical(&it.path).is_ok_and(|target| seen.insert(target)));
    files.append(&mut linked);
}

/// Why no project can keep the path of an entry, if none can.
fn unkept(path: &Path, relative: &str) -> Option<Warning> {
    let what = if path.file_name().is_some_and(|name| name.to_str().is_none()) {
        "its name is not Unicode, so no project can keep it"
    } else if !stays_within(relative) {
        "its name would mean another place on another machine, so no project can keep it"
    } else {
        return None;
    };
    Some(Warning::new(path.display().to_string(), what, "give it another name"))
}

/// The name of an entry, unless it is hidden.
fn visible_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    (!name.starts_with('.')).then(|| name.into_owned())
}

fn found(entry: Entry, relative: String) -> Found {
    Found { path: entry.path, relative, len: entry.len }
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Warning {
    let what = format!("the folder could not be read, {}", reason(error));
    let hint = "check that it is there and that you may open it";
    Warning::new(folder.display().to_string(), what, hint)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::OsDisk;
    use super::super::memory::MemoryDisk;
    use super::*;

    fn names(walk: &Walk) -> Vec<&str> {
        walk.files.iter().map(|it| it.relative.as_str()).collect()
    }

    fn walk_all(disk: &dyn Disk, folder: &Path) -> Walk {
        walk(disk, folder, &|name| name.ends_with(".txt"), &|| false)
    }

    #[test]
    fn wanted_files_come_in_the_order_of_their_paths_and_hidden_ones_do_not() {
        let disk = MemoryDisk::new();
        for path in ["/a/b/2.txt", "/a/1.txt", "/a/b.txt", "/a/.x/3.txt", "/a/.4.txt", "/a/5.pdf"] {
            disk.add(path, "x");
        }
        assert_eq!(names(&walk_all(&disk, Path::new("/a"))), ["1.txt", "b.txt", "b/2.txt"]);
    }

    #[test]
    fn links_are_followed_once_and_loops_survived() {
        let disk = MemoryDisk::new();
        disk.add("/a/sub/1.txt", "x");
        disk.add("/elsewhere/2.txt", "x");
        disk.add("/3.txt", "x");
        disk.add_link("/a/again", "/a/sub");
        disk.add_link("/a/again.txt", "/a/sub/1.txt");
        disk.add_link("/a/loop", "..");
        disk.add_link("/a/self", "self");
        disk.add_link("/a/out", "/elsewhere");
        disk.add_link("/elsewhere/back", "/a");
        disk.add_link("/a/third.txt", "/3.txt");
        let walk = walk_all(&disk, Path::new("/a"));
        assert_eq!(names(&walk), ["out/2.txt", "sub/1.txt", "third.txt"]);
        assert_eq!(walk.warnings, []);
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_on_the_real_disk_is_survived() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("sub")).unwrap();
        std::fs::write(folder.path().join("sub/1.txt"), "x").unwrap();
        std::os::unix::fs::symlink("..", folder.path().join("sub/loop")).unwrap();
        std::os::unix::fs::symlink("/gone", folder.path().join("gone.txt")).unwrap();
        assert_eq!(names(&walk_all(&OsDisk, folder.path())), ["sub/1.txt"]);
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_a_warning_beside_the_rest() {
        let disk = MemoryDisk::new();
        disk.add("/a/1.txt", "x");
        disk.add("/a/sub/2.txt", "x");
        // The canonical paths of /a and /a/sub and the list of /a go before.
        disk.fail_at(3, std::io::ErrorKind::PermissionDenied);
        let walk = walk_all(&disk, Path::new("/a"));
        assert_eq!(names(&walk), ["1.txt"]);
        assert_eq!(
            walk.warnings[0].to_string(),
            "/a/sub: the folder could not be read, there is no permission; \
             check that it is there and that you may open it"
        );
        assert_eq!(walk_all(&disk, Path::new("/gone")).warnings.len(), 1);
    }

    #[test]
    fn a_name_that_no_project_can_keep_is_a_warning_beside_the_rest() {
        let disk = MemoryDisk::new();
        for path in ["/a/1.txt", "/a/b\\..\\2.txt", "/a/c:/3.txt", "/a/sub/c:4.txt"] {
            disk.add(path, "x");
        }
        let walk = walk_all(&disk, Path::new("/a"));
        assert_eq!(names(&walk), ["1.txt", "sub/c:4.txt"]);
        let told: Vec<_> = walk.warnings.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(told, ["/a/b\\..\\2.txt", "/a/c:"]);
        assert_eq!(
            walk.warnings[0].what,
            "its name would mean another place on another machine, so no project can keep it"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_unicode_is_a_warning_beside_the_rest() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        for name in [&b"1.txt"[..], b"\xFF.txt", b"\xFE.txt"] {
            std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), "x").unwrap();
        }
        let walk = walk_all(&OsDisk, folder.path());
        assert_eq!(names(&walk), ["1.txt"]);
        let what = "its name is not Unicode, so no project can keep it";
        assert!(walk.warnings.len() == 2 && walk.warnings.iter().all(|it| it.what == what));
    }

    #[test]
    fn a_walk_can_be_stopped() {
        let disk = MemoryDisk::new();
        for folder in 0..9 {
            disk.add(format!("/a/{folder}/1.txt"), "x");
        }
        let asked = Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            4 < asked.get()
        };
        let walk = walk(&disk, Path::new("/a"), &|_| true, &stop);
        assert!(walk.stopped);
        assert_eq!(walk.files.len(), 3);
    }
}
