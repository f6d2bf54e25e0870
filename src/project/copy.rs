//! Owns the self-contained copy of a project: one folder with the project file and the files of its articles, byte for
//! byte, that opens on any machine. Nothing is replaced, and the project itself stays as it is.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::apply::apply;
use super::edit::Edit;
use super::format;
use super::records::{Root, Stamp};
use super::roots::root_folder;
use super::state::State;
use super::whole::{OpenError, Project};
use crate::base::{RootId, Warning};
use crate::corpus::Progress;
use crate::files::{self, Disk, Kind, Overwrite, WriteError, reason};

/// The folder of the copy that holds the articles.
const ARTICLES: &str = "articles";

/// Names tried before giving up.
const NAMES: usize = 1000;

/// Characters that some system does not allow in a name.
const FORBIDDEN: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// What is copied.
#[derive(Debug, Clone, Copy)]
pub struct CopyFrom<'a> {
    pub state: &'a State,
    /// The project's file, which the roots are relative to.
    pub file: &'a Path,
    /// Roots that may not be read.
    pub closed: &'a HashSet<RootId>,
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Copied {
    /// The copy's project file.
    pub file: PathBuf,
    /// How many articles' files are in it.
    pub articles: usize,
    /// Articles whose files are not in it, and why.
    pub missing: Vec<Warning>,
}

/// Why there is no copy. The project is as it was; what was written of the copy is gone again, but for empty folders.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error("the copy was cancelled")]
    Cancelled,
    #[error("could not {action} for the copy, {}: {}", reason(source), path.display())]
    Disk { action: &'static str, source: io::Error, path: PathBuf },
    #[error("the copy's project file could not be written: {0}")]
    Write(#[from] WriteError),
    #[error("the copy does not open again: {0}")]
    Open(#[from] OpenError),
    #[error("the copy's folders could not be written into its project: {0}")]
    Edit(#[from] super::apply::EditError),
}

impl CopyError {
    /// What is safe and what to do, a sentence without full stop.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Disk { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                "the project itself is as it was; make room or choose a folder on another disk"
            }
            Self::Cancelled => "the project itself is as it was",
            _ => "the project itself is as it was; try again or choose another folder",
        }
    }
}

/// Makes a copy in a new folder within `folder`, named after the project; a number is added to a name that is taken.
pub fn copy_with_texts(
    disk: &dyn Disk,
    from: &CopyFrom<'_>,
    folder: &Path,
    name: &str,
    stamp: &Stamp,
    progress: &Progress,
) -> Result<Copied, CopyError> {
    let name = file_name(name, "Project");
    let home = free(disk, folder, &name)?;
    let mut written = HashSet::new();
    let copied = write(disk, from, &home, &name, stamp, progress, &mut written);
    if copied.is_err() {
        for path in &written {
            // What cannot be taken away again is a file too many in a folder of its own.
            let _ = disk.remove(path);
        }
    }
    copied
}

fn write(
    disk: &dyn Disk,
    from: &CopyFrom<'_>,
    home: &Path,
    name: &str,
    stamp: &Stamp,
    progress: &Progress,
    written: &mut HashSet<PathBuf>,
) -> Result<Copied, CopyError> {
    make_folder(disk, home)?;
    let roots = places(disk, from);
    let mut state = from.state.clone();
    for (root, path, _) in &roots {
        let edit = Edit::MoveRoot { root: *root, path: format!("{ARTICLES}/{path}") };
        apply(&mut state, &edit, stamp)?;
        make_folder(disk, &home.join(ARTICLES).join(path))?;
    }
    let mut missing = vec![];
    let mut articles = 0;
    progress.begin(state.articles.len());
    for record in state.articles.values() {
        if progress.is_cancelled() {
            return Err(CopyError::Cancelled);
        }
        progress.advance();
        let Some((root, place, source)) = roots.iter().find(|(id, ..)| *id == record.root) else {
            continue;
        };
        if !files::stays_within(&record.path) {
            missing.push(left_out(&record.path, "its path leads out of its folder"));
            continue;
        }
        if from.closed.contains(root) {
            missing.push(left_out(&record.path, "its folder was not opened"));
            continue;
        }
        let bytes = match disk.read(&source_of(disk, source, &record.path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let why = format!("its file could not be read, {}", reason(&error));
                missing.push(left_out(&record.path, &why));
                continue;
            }
        };
        let target = home.join(ARTICLES).join(place).join(&record.path);
        if let Some(above) = target.parent() {
            make_folder(disk, above)?;
        }
        let failed =
            |source| CopyError::Disk { action: "write an article", source, path: target.clone() };
        // Two records may name one file.
        if !written.contains(&target) {
            let result = disk.write_new(&target, &bytes);
            if !matches!(&result, Err(error) if error.kind() == io::ErrorKind::AlreadyExists) {
                written.insert(target.clone());
            }
            result.and_then(|()| disk.sync(&target)).map_err(failed)?;
        }
        articles += 1;
    }
    let file = home.join(format!("{name}.kbproj"));
    let result = files::write_file(disk, &file, &format::write(&state), Overwrite::Refuse);
    if !matches!(result, Err(WriteError::Exists { .. })) {
        written.insert(file.clone());
    }
    result?;
    // A copy is only worth having if it opens.
    Project::open(disk, &file)?;
    Ok(Copied { file, articles, missing })
}

/// Where an article is read: in its root's folder, or the root itself if that is a file.
fn source_of(disk: &dyn Disk, root: &Path, path: &str) -> PathBuf {
    match disk.entry(root) {
        Ok(entry) if entry.kind == Kind::File => root.to_owned(),
        _ => root.join(path),
    }
}

/// The roots with their folders' names in the copy, each its own also where capitals do not count, and their folders
/// now.
fn places(disk: &dyn Disk, from: &CopyFrom<'_>) -> Vec<(RootId, String, PathBuf)> {
    let mut taken = HashSet::new();
    let place = |root: &Root| {
        let folder = root_folder(disk, from.file, root);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let name = file_name(&name, "Folder");
        let names = numbered(&name);
        let free = names.take(NAMES).find(|it| taken.insert(it.to_lowercase()));
        (root.id, free.unwrap_or_else(|| root.id.to_string()), folder)
    };
    from.state.roots.values().map(place).collect()
}

fn left_out(path: &str, why: &str) -> Warning {
    let hint = "make it readable and make the copy again";
    Warning::new(path, format!("the article is not in the copy, {why}"), hint)
}

fn make_folder(disk: &dyn Disk, path: &Path) -> Result<(), CopyError> {
    let failed =
        |source| CopyError::Disk { action: "make a folder", source, path: path.to_owned() };
    disk.create_folder(path).map_err(failed)
}

/// The first path in `folder` of this name, or of this name with a number, at which nothing is.
fn free(disk: &dyn Disk, folder: &Path, name: &str) -> Result<PathBuf, CopyError> {
    for name in numbered(name).take(NAMES) {
        let path = folder.join(name);
        match disk.entry(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(source) => {
                return Err(CopyError::Disk { action: "look at the folder", source, path });
            }
            Ok(_) => {}
        }
    }
    let source = io::ErrorKind::AlreadyExists.into();
    Err(CopyError::Disk { action: "find a free name", source, path: folder.join(name) })
}

/// The name, then the name with 2, 3 and so on.
fn numbered(name: &str) -> impl Iterator<Item = String> {
    std::iter::once(name.to_owned()).chain((2..).map(move |number| format!("{name} {number}")))
}

/// A name that every system takes for a file; `other` where nothing is left of it.
fn file_name(name: &str, other: &str) -> String {
    let clean = |c: char| if FORBIDDEN.contains(&c) || c.is_control() { '-' } else { c };
    let name: String = name.chars().map(clean).take(80).collect();
    let name = name.trim().trim_matches('.').trim();
    if name.is_empty() { other.to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests;
