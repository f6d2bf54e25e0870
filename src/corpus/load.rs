//! Owns the way from folders and files to articles: found, read in parallel, in one order whatever the number of threads. What
//! cannot be read is a warning beside the rest.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::article::{Article, Hash};
use super::decode::{MAX_BYTES, Refusal, decode};
use super::format::Format;
use super::metadata::metadata;
use super::structure;
use crate::base::{TextIndex, Warning};
use crate::files::{self, Disk, Found, Kind};

/// How far a load has come, shared between the thread that loads and the one that shows; either may cancel it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }

    /// Files read so far.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// Files to be read; 0 until the folders are searched.
    pub fn total(&self) -> usize {
        self.total.load(Ordering::Relaxed)
    }

    /// Says how many pieces there are, where other work than a load is followed.
    pub fn begin(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more piece is done.
    pub fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Asks the load to end soon.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// An article with the place of its folder, or of itself, in the list that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedArticle {
    pub root: usize,
    pub article: Arc<Article>,
}

/// What folders and files gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// In the order of folder and path.
    pub articles: Vec<LoadedArticle>,
    /// Places in the list that lie within another place of it and were read there, in order.
    pub repeated: Vec<usize>,
    /// In the same order, those of folders first.
    pub warnings: Vec<Warning>,
    /// It was cancelled; what was read so far is there.
    pub cancelled: bool,
}

/// Reads all articles under `folders`; one that is a file is itself an article, whose path is its name.
pub fn load(disk: &dyn Disk, folders: &[PathBuf], progress: &Progress) -> Loaded {
    load_telling(disk, folders, progress, &|_| {})
}

/// The same, telling of each article as soon as it is read, in no order and from several threads.
pub fn load_telling(
    disk: &dyn Disk,
    folders: &[PathBuf],
    progress: &Progress,
    tell: &(dyn Fn(LoadedArticle) + Sync),
) -> Loaded {
    let mut loaded = Loaded::default();
    let mut found = Vec::new();
    let canonical: Vec<_> = folders.iter().map(|it| disk.canonical(it).ok()).collect();
    for (root, folder) in folders.iter().enumerate() {
        if let Some(outer) = outer_folder(&canonical, root) {
            let is_same = canonical[outer] == canonical[root];
            let what = if is_same {
                "it is listed twice".to_owned()
            } else {
                format!("it lies within {}", folders[outer].display())
            };
            let hint = "what it holds is read there, once";
            loaded.warnings.push(Warning::new(folder.display().to_string(), what, hint));
            loaded.repeated.push(root);
            continue;
        }
        if let Some(file) = single_file(disk, folder) {
            found.push((root, file));
            continue;
        }
        let unread = RefCell::new(BTreeMap::new());
        let wanted = |name: &str| {
            if let Some(ending) = Format::unread(name) {
                *unread.borrow_mut().entry(ending).or_insert(0) += 1;
            }
            Format::of(name).is_some()
        };
        let walk = files::walk(disk, folder, &wanted, &|| progress.is_cancelled());
        if walk.files.is_empty() && walk.warnings.is_empty() && !walk.stopped {
            let hint = "articles end in .txt, .md, .html or .htm";
            let what = "the folder holds no articles";
            loaded.warnings.push(Warning::new(folder.display().to_string(), what, hint));
        }
        loaded.warnings.extend(not_read(folder, &unread.into_inner()));
        loaded.warnings.extend(walk.warnings);
        found.extend(walk.files.into_iter().map(|file| (root, file)));
    }
    progress.total.store(found.len(), Ordering::Relaxed);
    let read = |(root, file)| match read_found(disk, file, progress)? {
        Err(warning) => Some(Err(warning)),
        Ok((article, warnings)) => {
            let article = LoadedArticle { root, article: Arc::new(article) };
            tell(article.clone());
            Some(Ok((article, warnings)))
        }
    };
    let read = || found.into_par_iter().map(read).collect::<Vec<_>>();
    // Threads of its own: a share that does not answer holds up nobody else's work.
    let read = match rayon::ThreadPoolBuilder::new().thread_name(|_| "Read".to_owned()).build() {
        Ok(pool) => pool.install(read),
        Err(_) => read(),
    };
    for result in read.into_iter().flatten() {
        match result {
            Err(warning) => loaded.warnings.push(warning),
            Ok((article, warnings)) => {
                loaded.articles.push(article);
                loaded.warnings.extend(warnings);
            }
        }
    }
    loaded.cancelled = progress.is_cancelled();
    loaded
}

/// Says how many documents of a folder are of formats that are not read.
fn not_read(folder: &Path, unread: &BTreeMap<String, usize>) -> Option<Warning> {
    let kinds: Vec<_> = unread.iter().map(|(ending, count)| format!("{count} .{ending}")).collect();
    let what = format!("documents of these formats were left out: {}", kinds.join(", "));
    let hint = "save them as plain text or as web pages beside the others";
    (!kinds.is_empty()).then(|| Warning::new(folder.display().to_string(), what, hint))
}

/// The file at `path`, if it is one.
fn single_file(disk: &dyn Disk, path: &Path) -> Option<Found> {
    let entry = disk.entry(path).ok().filter(|it| it.kind == Kind::File)?;
    let relative = path.file_name()?.to_string_lossy().into_owned();
    Some(Found { path: entry.path, relative, len: entry.len })
}

/// The first other folder of the list that holds this one; of two that are the same, the earlier.
fn outer_folder(canonical: &[Option<PathBuf>], at: usize) -> Option<usize> {
    let inner = canonical.get(at)?.as_ref()?;
    let holds = |(other, path): (usize, &Option<PathBuf>)| {
        let path = path.as_ref()?;
        let is_outer = other != at && inner.starts_with(path) && (path != inner || other < at);
        is_outer.then_some(other)
    };
    canonical.iter().enumerate().find_map(holds)
}

/// What reading one file gives; none after a cancel.
type Read = Option<Result<(Article, Vec<Warning>), Warning>>;

fn read_found(disk: &dyn Disk, file: Found, progress: &Progress) -> Read {
    if progress.is_cancelled() {
        return None;
    }
    let result = if MAX_BYTES < file.len {
        Err(refused(&file.path, &Refusal::TooBig))
    } else {
        read_article(disk, &file.path, &file.relative)
    };
    progress.done.fetch_add(1, Ordering::Relaxed);
    Some(result)
}

/// Reads one file as an article whose path in its folder is `relative`; with it what is in doubt, or else why it is
/// no article.
pub fn read_article(
    disk: &dyn Disk,
    file: &Path,
    relative: &str,
) -> Result<(Article, Vec<Warning>), Warning> {
    let bytes = disk.read(file).map_err(|error| {
        let what = format!("the file could not be read, {}", files::reason(&error));
        let hint = "check that it is there and that you may open it";
        Warning::new(file.display().to_string(), what, hint)
    })?;
    let (article, doubt) = article(&bytes, relative).map_err(|refusal| refused(file, &refusal))?;
    let warnings = doubt.map(|(what, hint)| Warning::new(file.display().to_string(), what, hint));
    Ok((article, warnings.into_iter().collect()))
}

fn refused(file: &Path, refusal: &Refusal) -> Warning {
    Warning::new(file.display().to_string(), refusal.to_string(), refusal.hint())
}

type Doubt = Option<(String, String)>;

/// Makes an article of the bytes of a file; the ending of `path` tells the format, plain text if it is none known.
fn article(bytes: &[u8], path: &str) -> Result<(Article, Doubt), Refusal> {
    let format = Format::of(path).unwrap_or(Format::Text);
    let decoded = decode(bytes, format == Format::Html)?;
    let extracted = format.extract(decoded.text);
    if !extracted.text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::Wordless);
    }
    let paragraphs = structure::paragraphs(&extracted.text);
    let sentences = structure::sentences(&extracted.text, &paragraphs);
    let furniture = structure::furniture(&extracted.text, &paragraphs);
    let (metadata, text) = metadata(extracted, &paragraphs, &furniture);
    let article = Article {
        path: path.to_owned(),
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(bytes),
        index: TextIndex::new(&text),
        metadata,
        paragraphs,
        sentences,
        furniture,
        text,
    };
    Ok((article, decoded.doubt))
}

#[cfg(test)]
mod tests;
