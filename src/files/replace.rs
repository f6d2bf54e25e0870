//! Owns whole and safe writes: a file holds its old content or its new content at every instant, never half of one.

use std::io;
use std::path::{Path, PathBuf};

use super::{Disk, Entry, Kind, reason};

/// Names tried for the temporary file before giving up.
const NAMES: usize = 1000;

/// Bytes of the target's name that the temporary name repeats, so that it stays within the limits of file systems.
const NAME_BYTES: usize = 100;

/// What to do when the file to be written is there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overwrite {
    #[default]
    Refuse,
    Allow,
}

/// A write that did not happen, or is not known to be safe. All but [`WriteError::Unconfirmed`] leave everything as
/// it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the file exists and was left as it is: {}", path.display())]
    Exists { path: PathBuf },
    #[error("nothing was written, because this is a folder: {}", path.display())]
    Folder { path: PathBuf },
    #[error("nothing was written, because this is not a file: {}", path.display())]
    NotAFile { path: PathBuf },
    #[error("nothing was written, because its folder is not there: {}", path.display())]
    NoFolder { path: PathBuf },
    #[error("the file is read-only and was left as it is: {}", path.display())]
    ReadOnly { path: PathBuf },
    #[error("could not {action}, {}; nothing was changed: {}", reason(source), path.display())]
    Failed { action: &'static str, source: io::Error, path: PathBuf },
    #[error(
        "the file is written, but the system did not confirm that it is safe on the disk, {}: {}",
        reason(source), path.display()
    )]
    Unconfirmed { source: io::Error, path: PathBuf },
}

impl WriteError {
    /// What to do about it, a sentence without full stop.
    pub fn hint(&self) -> &'static str {
        use io::ErrorKind as Is;
        match self {
            Self::Exists { .. } => "name another file, or replace this one",
            Self::Folder { .. } | Self::NotAFile { .. } => "name another file",
            Self::NoFolder { .. } => "make its folder first, or name a file in another",
            Self::ReadOnly { .. } => "make it writable or name another file",
            Self::Failed { source, .. } => match source.kind() {
                Is::StorageFull | Is::QuotaExceeded => "make room or name a file on another disk",
                Is::PermissionDenied | Is::ReadOnlyFilesystem => {
                    "name a file in a folder where you may write"
                }
                _ => "try again or name a file on another disk",
            },
            Self::Unconfirmed { .. } => "look whether the disk is well, and write it again",
        }
    }
}

/// Writes a file that may be there already only if `overwrite` allows it; whole or not at all.
pub fn write_file(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), WriteError> {
    let is_there = || match disk.entry(path) {
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(failed("look at the file", path)(source)),
        Ok(_) => Ok(true),
    };
    if overwrite == Overwrite::Refuse && is_there()? {
        return Err(WriteError::Exists { path: path.to_owned() });
    }
    replace(disk, path, bytes)
}

/// Makes `bytes` the content of the file at `path`, whole or not at all. A symbolic link stays one: the file it leads
/// to is replaced. The permissions of an old file are kept.
pub fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let old = replaceable(disk, path)?;
    let target = match &old {
        Some(old) if old.link => disk.canonical(path).map_err(failed("follow the link", path))?,
        _ => path.to_owned(),
    };
    let temporary = write_beside(disk, &target, bytes)?;
    let swap = || {
        disk.sync(&temporary).map_err(failed("bring the new file to the disk", path))?;
        if old.is_some() {
            let copied = disk.copy_permissions(&target, &temporary);
            copied.map_err(failed("copy the permissions of the old file", path))?;
        }
        disk.rename(&temporary, &target).map_err(failed("put the new file in its place", path))
    };
    if let Err(error) = swap() {
        discard(disk, &temporary);
        return Err(error);
    }
    disk.sync_folder(folder_of(&target))
        .map_err(|source| WriteError::Unconfirmed { source, path: path.to_owned() })
}

/// The file at a path if there is one, or why it cannot be replaced, as far as that is seen before trying. For writing
/// several files of which none is wanted without the others.
pub fn replaceable(disk: &dyn Disk, path: &Path) -> Result<Option<Entry>, WriteError> {
    let own = || path.to_owned();
    match disk.entry(path) {
        Ok(entry) if entry.kind == Kind::Folder => Err(WriteError::Folder { path: own() }),
        Ok(entry) if entry.kind != Kind::File => Err(WriteError::NotAFile { path: own() }),
        Ok(entry) if entry.read_only => Err(WriteError::ReadOnly { path: own() }),
        Ok(entry) => Ok(Some(entry)),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(failed("look at the old file", path)(source)),
    }
}

/// Writes a new temporary file in the folder of `target` and gives its path.
fn write_beside(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<PathBuf, WriteError> {
    let name = target.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
    let name = &name[..name.floor_char_boundary(NAME_BYTES)];
    for count in 0..NAMES {
        let temporary = folder_of(target).join(format!(".{name}.{count}.tmp"));
        match disk.write_new(&temporary, bytes) {
            Ok(()) => return Ok(temporary),
            Err(source) if source.kind() == io::ErrorKind::AlreadyExists => {}
            Err(source) if source.kind() == io::ErrorKind::NotFound => {
                return Err(WriteError::NoFolder { path: target.to_owned() });
            }
            Err(source) => {
                discard(disk, &temporary);
                return Err(failed("write a new file", target)(source));
            }
        }
    }
    let source = io::Error::from(io::ErrorKind::AlreadyExists);
    Err(failed("find a free name for a temporary file", target)(source))
}

/// Removes a temporary file after a failure that is reported already; one that cannot be removed does no harm.
fn discard(disk: &dyn Disk, temporary: &Path) {
    drop(disk.remove(temporary));
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |source| WriteError::Failed { action, source, path }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use expect_test::{Expect, expect};

    use super::super::memory::MemoryDisk;
    use super::super::{Disk, OsDisk};
    use super::*;

    const OLD: &[u8] = b"the old content";
    const NEW: &[u8] = b"the new and longer content";

    fn target() -> &'static Path {
        Path::new("/case/report.kbproj")
    }

    #[test]
    fn whatever_fails_the_file_is_wholly_old_or_wholly_new() {
        for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Interrupted] {
            for old in [None, Some(OLD)] {
                let mut failing = 0;
                loop {
                    let disk = MemoryDisk::new();
                    disk.add_folder("/case");
                    if let Some(old) = old {
                        disk.add(target(), old);
                    }
                    disk.fail_at(failing, kind);
                    let result = replace(&disk, target(), NEW);
                    let failed = disk.has_failed();
                    disk.fail_never();
                    let content = disk.read(target()).ok();
                    match &result {
                        Ok(()) | Err(WriteError::Unconfirmed { .. }) => {
                            assert_eq!(content.as_deref(), Some(NEW), "{failing} {kind:?}");
                        }
                        Err(_) => assert_eq!(content.as_deref(), old, "{failing} {kind:?}"),
                    }
                    let left: Vec<_> =
                        disk.paths().into_iter().filter(|it| it != target()).collect();
                    assert!(left.is_empty(), "left over: {left:?}");
                    assert_eq!(failed, result.is_err(), "a failure was swallowed: {failing}");
                    if !failed {
                        break;
                    }
                    failing += 1;
                }
                assert!(4 <= failing, "only {failing} operations were tried");
            }
        }
    }

    #[test]
    fn a_disk_that_fills_up_leaves_no_half_file() {
        let disk = MemoryDisk::new();
        disk.add(target(), OLD);
        disk.limit(20);
        let error = replace(&disk, target(), NEW).unwrap_err();
        assert_eq!(
            error.to_string(),
            "could not write a new file, the disk is full; nothing was changed: /case/report.kbproj"
        );
        assert_eq!(disk.paths(), [target()]);
        assert_eq!(disk.read(target()).unwrap(), OLD);
    }

    #[test]
    fn a_temporary_file_of_someone_else_is_left_alone() {
        let disk = MemoryDisk::new();
        disk.add("/case/.report.kbproj.0.tmp", b"mine");
        replace(&disk, target(), NEW).unwrap();
        assert_eq!(disk.read(Path::new("/case/.report.kbproj.0.tmp")).unwrap(), b"mine");
        assert_eq!(disk.read(target()).unwrap(), NEW);
    }

    #[test]
    fn every_refusal_says_what_is_safe() {
        let disk = MemoryDisk::new();
        disk.add(target(), OLD);
        disk.add_folder("/case/folder");
        disk.add("/case/locked", OLD);
        disk.set_read_only("/case/locked");
        disk.add_link("/case/nowhere", "/gone");
        let check = |path: &str, overwrite, expect: Expect| {
            let error = write_file(&disk, Path::new(path), NEW, overwrite).unwrap_err();
            expect.assert_eq(&format!("{error}; {}", error.hint()));
        };
        let (allow, refuse) = (Overwrite::Allow, Overwrite::Refuse);
        check(
            "/case/report.kbproj",
            refuse,
            expect![
                "the file exists and was left as it is: /case/report.kbproj; name another file, or replace this one"
            ],
        );
        check(
            "/case/folder",
            allow,
            expect![
                "nothing was written, because this is a folder: /case/folder; name another file"
            ],
        );
        check(
            "/case/locked",
            allow,
            expect![
                "the file is read-only and was left as it is: /case/locked; make it writable or name another file"
            ],
        );
        check(
            "/case/nowhere",
            allow,
            expect![
                "nothing was written, because this is not a file: /case/nowhere; name another file"
            ],
        );
        check(
            "/missing/figure.png",
            refuse,
            expect![
                "nothing was written, because its folder is not there: /missing/figure.png; make its folder first, or name a file in another"
            ],
        );
        assert_eq!(disk.read(target()).unwrap(), OLD);
    }

    #[test]
    fn a_long_name_gets_a_temporary_name_the_disk_can_take() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("é".repeat(127));
        replace(&OsDisk, &path, NEW).unwrap();
        assert_eq!(OsDisk.read(&path).unwrap(), NEW);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        std::fs::write(&real, OLD).unwrap();
        std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        replace(&OsDisk, &link, NEW).unwrap();
        assert!(OsDisk.entry(&link).unwrap().link);
        assert_eq!(std::fs::read(&real).unwrap(), NEW);
        assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(OsDisk.list(folder.path()).unwrap().len(), 2);
    }
}
