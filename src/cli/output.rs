//! Owns how files are written from the command line, and a few words of its messages.

use std::path::Path;

use super::{Stop, World, fault};
use crate::files::{Entry, Kind, Overwrite, WriteError, reason, write_file};
use crate::views;

/// Writes a file whole, over an existing one only if that is allowed.
pub(super) fn write(
    world: &World<'_>,
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), Stop> {
    write_file(world.disk, path, bytes, overwrite).map_err(|error| unwritten(&error))
}

/// Why a file was not written, and what to do.
pub(super) fn unwritten(error: &WriteError) -> Stop {
    match error {
        WriteError::Exists { path } => exists(path),
        error => fault(format!("{error}; {}", error.hint())),
    }
}

/// Refuses a file that could not be written, before any work is done for it.
pub(super) fn writable(world: &World<'_>, path: &Path, overwrite: Overwrite) -> Result<(), Stop> {
    let refused = |error: WriteError| Err(unwritten(&error));
    match world.disk.entry(path) {
        Ok(entry) if entry.kind == Kind::Folder => {
            Err(fault(format!("this is a folder: {}; name a file in it", path.display())))
        }
        Ok(_) if overwrite == Overwrite::Refuse => Err(exists(path)),
        Ok(entry) if entry.read_only => refused(WriteError::ReadOnly { path: path.to_owned() }),
        Ok(_) => Ok(()),
        Err(_) => {
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            let Some(folder) = folder else { return Ok(()) };
            match world.disk.entry(folder) {
                Ok(entry) if entry.kind == Kind::Folder => Ok(()),
                Ok(_) => Err(fault(format!(
                    "this is a file, not a folder to write to: {}; name another",
                    folder.display()
                ))),
                Err(error) => Err(fault(format!(
                    "{}: {}; make the folder first",
                    reason(&error),
                    folder.display()
                ))),
            }
        }
    }
}

fn exists(path: &Path) -> Stop {
    fault(format!(
        "the file exists and was left as it is: {}; add --force to replace it",
        path.display()
    ))
}

/// What stands at a path that was named; nothing there is a fault.
pub(super) fn named(world: &World<'_>, path: &Path) -> Result<Entry, Stop> {
    world
        .disk
        .entry(path)
        .map_err(|error| fault(format!("{}: {}; check the path", reason(&error), path.display())))
}

/// Whether a file's name is that of a project.
pub(super) fn is_project(path: &Path) -> bool {
    ending(path) == "kbproj"
}

/// The ending of a file's name in lower case, without the dot; empty if it has none.
pub(super) fn ending(path: &Path) -> String {
    path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_lowercase()
}

/// "1 article", "2 articles", "100,000 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", views::count(number as u64), if number == 1 { one } else { many })
}

/// The text on one line: a name may hold line breaks, or signs that would drive a terminal.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}
