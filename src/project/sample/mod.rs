//! Owns the bundled sample: the articles and hand-checked annotations of `corpus/`, compiled into the program, and the
//! ordinary edits that make a project of them.

mod data;
mod shape;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, File, include_dir};

use super::{EditError, Project, Stamp, add_articles, add_root, bind};
use crate::base::IdMint;
use crate::corpus::{self, Progress};
use crate::files::{Disk, WriteError, reason, replace};

static CORPUS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/corpus");

/// The name of the sample's project file.
pub const PROJECT: &str = "sample.kbproj";

/// The folder of its articles.
pub const ARTICLES: &str = "articles";

/// Why the sample was not made.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    #[error("could not make the folder, {}: {}", reason(source), path.display())]
    Folder { source: std::io::Error, path: PathBuf },
    #[error("the folder's name is not Unicode, so no project can keep it: {}", path.display())]
    Name { path: PathBuf },
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("the sample's annotations cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the sample's annotation {key} names {what}, which is not there")]
    Missing { key: String, what: String },
    #[error("the sample's annotations do not fit: {0}")]
    Edit(#[from] EditError),
}

/// Writes the sample's articles into `folder`, makes a project of them with all annotations, and saves it there.
/// Files of the same names are replaced. The ids are the same in every run.
pub fn make(disk: &dyn Disk, folder: &Path, stamp: &Stamp) -> Result<Project, SampleError> {
    let make_folder = |path: &Path| {
        disk.create_folder(path)
            .map_err(|source| SampleError::Folder { source, path: path.to_owned() })
    };
    let (articles, file) = (folder.join(ARTICLES), folder.join(PROJECT));
    make_folder(&articles)?;
    for (name, bytes) in files() {
        replace(disk, &folder.join(name), bytes)?;
    }
    let mut project = annotated(disk, &file, &articles, stamp)?;
    project.save(disk, &file)?;
    Ok(project)
}

fn annotated(
    disk: &dyn Disk,
    file: &Path,
    folder: &Path,
    stamp: &Stamp,
) -> Result<Project, SampleError> {
    let mut mint = IdMint::seeded("sample");
    let mut project = Project::new("");
    let (root, edit) = add_root(disk, file, folder, &mut mint)
        .ok_or_else(|| SampleError::Name { path: folder.to_owned() })?;
    project.dispatch(edit, stamp.clone())?;
    let loaded = corpus::load(disk, &[folder.to_owned()], &Progress::default());
    let loaded: Vec<_> = loaded
        .articles
        .into_iter()
        // Other files of the folder are left out: the sample is the sample.
        .filter(|it| files().any(|(name, _)| name == format!("{ARTICLES}/{}", it.article.path)))
        .map(|it| (root, it.article))
        .collect();
    if let Some(edit) = add_articles(&bind(project.state(), &loaded), &mut mint) {
        project.dispatch(edit, stamp.clone())?;
    }
    let texts: Vec<_> = bind(project.state(), &loaded)
        .texts
        .iter()
        .map(|(id, article)| (*id, Arc::clone(article)))
        .collect();
    let json = CORPUS.get_file("annotations.json").map(File::contents).unwrap_or_default();
    let edit = data::annotate(json, project.state(), &texts, &mut mint, stamp)?;
    project.dispatch(edit, stamp.clone())?;
    Ok(project)
}

/// The files that [`make`] writes, relative to its folder and with `/`.
pub fn file_names() -> impl Iterator<Item = String> {
    files().map(|(name, _)| name).chain([PROJECT.to_owned()])
}

/// The files of the sample that a reader gets: paths relative to the sample's folder, with `/`, and bytes.
fn files() -> impl Iterator<Item = (String, &'static [u8])> {
    let articles = CORPUS.get_dir(ARTICLES).into_iter().flat_map(Dir::files);
    articles.chain(CORPUS.get_file("README.md")).map(|file| {
        // With the separator of the machine the program was built on.
        (file.path().to_string_lossy().replace('\\', "/"), file.contents())
    })
}
