//! Owns what the dialog for choosing a path knows: the folder shown, what is typed, which row is chosen. No painting.

use std::path::{Path, PathBuf};

use crate::files::{Entry, Kind};
use crate::gui::app::Purpose;
use crate::gui::picker::{PROJECT, Question};

/// What was found at a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Looked {
    Folder(Vec<Entry>),
    File,
    /// Nothing is there.
    Nothing,
    /// It cannot be looked at; why, in words.
    Closed(String),
}

/// What a folder holds, as far as that is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Listing {
    /// It is being read.
    Awaited,
    /// In the order shown: folders, then files.
    There(Vec<Row>),
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    /// The name as it is compared with what is typed.
    folded: String,
    pub path: PathBuf,
    pub is_folder: bool,
}

/// The dialog's state.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    pub question: Question,
    pub purpose: Purpose,
    /// The folder shown.
    pub folder: PathBuf,
    /// As typed.
    pub path: String,
    /// Of the file to be saved.
    pub name: String,
    /// Only rows that hold this are shown.
    pub filter: String,
    pub listing: Listing,
    /// Places in the listing that are shown.
    pub shown: Vec<usize>,
    /// The chosen one of those shown.
    pub at: Option<usize>,
    /// How many articles lie in the folder itself.
    pub articles: usize,
    /// Shortcuts to folders.
    pub places: Vec<PathBuf>,
    /// A new folder's name, while it is typed.
    pub new_folder: Option<String>,
    /// The file that is there already, while that is asked about.
    pub overwrite: Option<PathBuf>,
    /// What went wrong last.
    pub fault: String,
    /// The list is to show the chosen row.
    pub scroll: bool,
}

impl Pick {
    pub fn new(
        question: Question,
        purpose: Purpose,
        folder: PathBuf,
        places: Vec<PathBuf>,
    ) -> Self {
        let name = match &question {
            Question::SaveProject(path) | Question::SaveFile(path) => {
                path.file_name().unwrap_or_default().to_string_lossy()
            }
            Question::Folder | Question::Project => "".into(),
        };
        let mut pick = Self {
            name: name.into_owned(),
            question,
            purpose,
            folder: PathBuf::new(),
            path: String::new(),
            filter: String::new(),
            listing: Listing::Awaited,
            shown: vec![],
            at: None,
            articles: 0,
            places,
            new_folder: None,
            overwrite: None,
            fault: String::new(),
            scroll: false,
        };
        pick.go(folder);
        pick
    }

    /// What is asked, as a title.
    pub fn title(&self) -> &'static str {
        match (&self.question, &self.purpose) {
            (_, Purpose::SaveCopy) => "Choose a folder for the copy",
            (_, Purpose::AddFolder) => "Add a folder of articles",
            (_, Purpose::Locate(_)) => "Say where the folder is now",
            (Question::Folder, _) => "Open a folder of articles",
            (Question::Project, _) => "Open a project",
            (Question::SaveProject(_), _) => "Save the project",
            (Question::SaveFile(_), _) => "Export",
        }
    }

    /// The words of the button that takes what is shown.
    pub fn verb(&self) -> &'static str {
        match (&self.question, &self.purpose) {
            (Question::SaveProject(_), _) => "Save",
            (Question::SaveFile(_), _) => "Export",
            (Question::Project, _) => "Open",
            (Question::Folder, Purpose::OpenFolder) => "Open this folder",
            (Question::Folder, _) => "Choose this folder",
        }
    }

    pub fn is_saving(&self) -> bool {
        self.question.saved().is_some()
    }

    /// Shows another folder; what it holds is awaited.
    pub fn go(&mut self, folder: PathBuf) {
        self.path = folder.display().to_string();
        self.folder = folder;
        self.filter.clear();
        self.fault.clear();
        self.listing = Listing::Awaited;
        (self.shown, self.at, self.articles, self.new_folder) = (vec![], None, 0, None);
    }

    /// What was found at `path`; `save` if it was to be written. A path, if the choice is made with that.
    pub fn looked(&mut self, path: &Path, save: bool, looked: Looked) -> Option<PathBuf> {
        match looked {
            Looked::Folder(entries) if path == self.folder => self.list(entries),
            Looked::Folder(entries) => {
                self.go(path.to_owned());
                self.list(entries);
            }
            Looked::File if save => self.overwrite = Some(path.to_owned()),
            Looked::Nothing if save => return Some(path.to_owned()),
            Looked::File if self.question == Question::Project => return Some(path.to_owned()),
            Looked::File => self.fault = "this is a file, not a folder".to_owned(),
            Looked::Nothing => self.fail(path, "there is no such file or folder".to_owned()),
            Looked::Closed(why) => self.fail(path, why),
        }
        None
    }

    fn fail(&mut self, path: &Path, why: String) {
        if path == self.folder {
            self.listing = Listing::There(vec![]);
            self.filtered();
        }
        self.fault = why;
    }

    fn list(&mut self, entries: Vec<Entry>) {
        self.articles = entries.iter().filter(|it| it.kind == Kind::File && is_article(it)).count();
        let ending = match self.question {
            Question::Folder => None,
            Question::Project => Some(PROJECT.to_owned()),
            Question::SaveProject(_) | Question::SaveFile(_) => self.question.saved(),
        };
        let rows = entries.into_iter().filter_map(|it| row(it, ending.as_deref()));
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by(|a, b| {
            (!a.is_folder, &a.folded, &a.name).cmp(&(!b.is_folder, &b.folded, &b.name))
        });
        self.listing = Listing::There(rows);
        self.filtered();
    }

    pub fn rows(&self) -> &[Row] {
        match &self.listing {
            Listing::Awaited => &[],
            Listing::There(rows) => rows,
        }
    }

    /// The filter was changed: finds out again which rows are shown. Hidden folders only if they are asked for.
    pub fn filtered(&mut self) {
        let filter = self.filter.to_lowercase();
        let fits = |row: &Row| {
            row.folded.contains(&filter)
                && (filter.starts_with('.') || !row.folded.starts_with('.'))
        };
        let rows = self.rows();
        self.shown = (0..rows.len()).filter(|at| rows.get(*at).is_some_and(fits)).collect();
        self.at = (!filter.is_empty() && !self.shown.is_empty()).then_some(0);
        self.scroll = true;
    }

    /// Chooses the row after or before the chosen one.
    pub fn step(&mut self, by: isize) {
        let last = self.shown.len().checked_sub(1);
        self.at = match (self.at, last) {
            (_, None) => None,
            (None, Some(last)) => Some(if by < 0 { last } else { 0 }),
            (Some(at), Some(last)) => Some(at.saturating_add_signed(by).min(last)),
        };
        self.scroll = true;
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<&Row> {
        self.rows().get(*self.shown.get(self.at?)?)
    }

    /// Where the file to be saved would be: in the folder, or where a path typed for its name leads. None while its
    /// name is no name.
    pub fn target(&self) -> Option<PathBuf> {
        let name = self.name.trim();
        let is_name = !name.is_empty() && !name.contains('\0') && !name.ends_with(['/', '\\']);
        let path = self.folder.join(name);
        let ending = self.question.saved()?;
        (is_name && path.file_name().is_some()).then(|| with_ending(path, &ending))
    }
}

/// The row of a folder, or of a file whose name ends so.
fn row(entry: Entry, ending: Option<&str>) -> Option<Row> {
    let name = entry.path.file_name()?.to_string_lossy().into_owned();
    let is_folder = entry.kind == Kind::Folder;
    let is_file = entry.kind == Kind::File && ending.is_some_and(|it| ends(&entry.path, it));
    let folded = name.to_lowercase();
    (is_folder || is_file).then_some(Row { name, folded, path: entry.path, is_folder })
}

fn ends(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

fn is_article(entry: &Entry) -> bool {
    let endings = ["txt", "md", "html", "htm"];
    let ending = entry.path.extension().map(|it| it.to_string_lossy().to_lowercase());
    ending.is_some_and(|it| endings.contains(&it.as_str()))
}

/// The path of a file with its ending, added where it is missing.
pub fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if ends(&path, ending) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}
