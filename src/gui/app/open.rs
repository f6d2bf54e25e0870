//! Owns how folders and projects come into the window: read on a thread, articles taken in, roots asked about.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::done::LoadedRoots;
use super::{App, Done, Then};
use crate::base::{RootId, Warning};
use crate::corpus::{Progress, load};
use crate::files::{Disk, Grants, Kind};
use crate::gui::case::{Case, Roots};
use crate::gui::columns::Columns;
use crate::gui::desk::Desk;
use crate::gui::find::Find;
use crate::gui::list::List;
use crate::gui::panels::Panels;
use crate::gui::picker::Question;
use crate::gui::shell::Dialog;
use crate::gui::task::Work;
use crate::project::{
    Edit, OpenError, Project, Root, add_articles, add_root, is_beside, root_folder, sample,
    take_over,
};

use super::done::Purpose;

impl App {
    /// Opens a project or a folder of articles in place of what is open; unsaved work has been dealt with.
    pub(super) fn open(&mut self, path: PathBuf) {
        match self.host.disk.entry(&path) {
            Ok(entry) if entry.kind == Kind::Folder => self.open_folder(&path),
            Ok(_) => self.read_project(path),
            Err(error) => {
                let what =
                    format!("could not open {}, {}", path.display(), crate::files::reason(&error));
                self.notices.error(what, "check that it is still there");
                self.settings.recent.retain(|it| *it != path);
            }
        }
    }

    /// A new project of the articles in a folder.
    fn open_folder(&mut self, folder: &Path) {
        let name = folder.file_name().map(|it| it.to_string_lossy().into_owned());
        self.start_case(Case::new(Project::new(name.unwrap_or_default()), None));
        self.add_folder(folder);
    }

    fn read_project(&mut self, path: PathBuf) {
        let disk = Arc::clone(&self.host.disk);
        let name = format!("Opening {}", path.display());
        self.tasks.start(Work::Load, name, move |_| {
            let result = Project::open(&*disk, &path);
            Done::Opened { path, result }
        });
    }

    /// A project file was read.
    pub(super) fn opened(
        &mut self,
        path: PathBuf,
        result: Result<(Project, Vec<Warning>), OpenError>,
    ) {
        match result {
            Ok((project, warnings)) => {
                self.settings.remember(&path);
                let mut case = Case::new(project, Some(path));
                case.warnings = warnings;
                self.start_case(case);
                self.read_roots(None, false);
            }
            Err(error) => {
                self.settings.recent.retain(|it| *it != path);
                self.notices.error(error.to_string(), "nothing was changed");
            }
        }
    }

    fn start_case(&mut self, case: Case) {
        self.tasks.cancel(Work::Load);
        self.tasks.cancel(Work::Search);
        self.case = Some(case);
        self.desk = Desk::default();
        self.list = List::default();
        self.columns = Columns::default();
        self.panels = Panels::default();
        self.find = Find::default();
        self.form = None;
        self.dialog = None;
    }

    pub(super) fn close_case(&mut self) {
        self.tasks.cancel(Work::Load);
        self.case = None;
        self.desk = Desk::default();
        self.form = None;
    }

    /// Adds a folder the user has just chosen, and reads it.
    pub(super) fn add_folder(&mut self, folder: &Path) {
        let Some(case) = &mut self.case else { return };
        self.host.grant(folder);
        let disk = &*self.host.disk;
        let file = case.home();
        let Some((root, edit)) = add_root(disk, &file, folder, &mut self.host.ids) else {
            let what = format!("the folder's name is not Unicode: {}", folder.display());
            self.notices.error(what, "rename the folder; nothing was changed");
            return;
        };
        let known = case.state().roots().values().any(|it| {
            disk.canonical(&root_folder(disk, &file, it)).ok() == disk.canonical(folder).ok()
        });
        if known {
            self.notices.done("this folder is part of the project already");
            self.read_roots(None, false);
            return;
        }
        self.edit(edit);
        self.read_roots(Some(root), true);
    }

    /// The user says where the folder of a root is now.
    pub(super) fn locate(&mut self, root: RootId, folder: &Path) {
        let Some(case) = &self.case else { return };
        self.host.grant(folder);
        let file = case.home();
        let found = add_root(&*self.host.disk, &file, folder, &mut self.host.ids);
        if let Some((_, Edit::Add(crate::project::Record::Root(Root { path, .. })))) = found {
            self.edit(Edit::MoveRoot { root, path });
            self.read_roots(Some(root), false);
        }
    }

    /// The user allows a root outside the project's folder to be read.
    pub(super) fn allow(&mut self, root: RootId) {
        let Some(case) = &self.case else { return };
        let file = case.home();
        if let Some(record) = case.state().roots().get(&root) {
            let folder = root_folder(&*self.host.disk, &file, record);
            self.host.grant(&folder);
        }
        self.read_roots(Some(root), false);
    }

    /// Reads the articles of one root, or of all.
    pub(super) fn read_roots(&mut self, only: Option<RootId>, take_in: bool) {
        let Some(case) = &mut self.case else { return };
        let (disk, state_folder) = (Arc::clone(&self.host.disk), self.host.state_folder.clone());
        let file = case.home();
        let wanted = |it: &&Root| only.is_none_or(|only| only == it.id);
        let roots: Vec<Root> = case.state().roots().values().filter(wanted).cloned().collect();
        let mut texts = case.texts.clone();
        roots.iter().for_each(|root| texts.clear(root.id));
        texts.is_loading = true;
        case.set_texts(texts);
        self.tasks.start(Work::Load, "Reading articles", move |progress| {
            let grants = state_folder.as_deref().map(Grants::in_folder);
            let mut loaded = read(&*disk, &file, &roots, grants.as_ref(), progress);
            loaded.take_in = take_in;
            Done::Loaded(Box::new(loaded))
        });
    }

    /// The articles of some roots were read.
    pub(super) fn loaded(&mut self, loaded: LoadedRoots) {
        let Some(case) = &mut self.case else { return };
        let mut texts = case.texts.clone();
        texts.add(loaded.articles);
        texts.closed.extend(loaded.closed);
        texts.is_loading = false;
        case.set_texts(texts);
        case.warnings.extend(loaded.warnings);
        if loaded.take_in {
            self.add_new();
        }
        self.begin_reading();
        self.look_again();
    }

    /// Takes the articles that are new in the folders into the project.
    pub(super) fn add_new(&mut self) {
        let Some(case) = &self.case else { return };
        if let Some(edit) = add_articles(case.texts.binding(), &mut self.host.ids) {
            self.edit(edit);
        }
    }

    /// Takes over new versions and paths of files.
    pub(super) fn take_over(&mut self) {
        let Some(case) = &self.case else { return };
        if let Some(edit) = take_over(case.state(), case.texts.binding()) {
            self.edit(edit);
        }
    }

    /// Opens the first article where none is open.
    fn begin_reading(&mut self) {
        let Some(case) = &self.case else { return };
        if self.desk.columns.is_empty()
            && let Some(first) = self.list.order(case).first()
        {
            self.desk.read(*first, false);
        }
    }

    /// Makes the sample among the user's documents, or opens the one that is there.
    pub(super) fn try_sample(&mut self) {
        let Some(home) = self.host.documents.clone().or_else(|| self.host.state_folder.clone())
        else {
            self.notices.error("the system names no folder for documents", "open a folder instead");
            return;
        };
        let folder = home.join("KB Workbench sample");
        let (disk, stamp) = (Arc::clone(&self.host.disk), self.stamp());
        self.tasks.start(Work::Load, "Making the sample", move |_| {
            let file = folder.join(sample::PROJECT);
            if disk.entry(&file).is_ok() {
                return Done::Sample(Ok(file));
            }
            let made = sample::make(&*disk, &folder, &stamp);
            Done::Sample(made.map(|_| file).map_err(|error| error.to_string()))
        });
    }

    /// Asks for a path on a thread of its own.
    pub(super) fn choose(&mut self, question: Question, purpose: Purpose) {
        if self.tasks.is_running(Work::Choose) {
            return;
        }
        let picker = Arc::clone(&self.host.picker);
        self.tasks.start(Work::Choose, "Choosing a file", move |_| {
            let answer = picker.ask(&question);
            Done::Chosen { question, purpose, answer }
        });
    }

    /// Where the window's own dialog begins.
    pub(super) fn start_folder(&self, question: &Question) -> PathBuf {
        if let Question::SaveProject(path) = question
            && let Some(folder) = path.parent()
        {
            return folder.to_owned();
        }
        let of_case = || self.case.as_ref()?.file()?.parent().map(Path::to_owned);
        let of_recent = || self.settings.recent.first()?.parent().map(Path::to_owned);
        of_case().or_else(of_recent).or_else(|| self.host.documents.clone()).unwrap_or_default()
    }

    /// Does something that ends the work on this project, asking first if some of it is unsaved.
    pub(super) fn ask_then(&mut self, then: Then) {
        if self.case.as_ref().is_some_and(Case::is_unsaved) {
            self.dialog = Some(Dialog::Unsaved(then));
        } else {
            self.then(then);
        }
    }

    pub(super) fn then(&mut self, then: Then) {
        match then {
            Then::CloseProject => self.close_case(),
            Then::Quit => self.may_close = true,
            Then::Open(path) => self.open(path),
        }
    }
}

/// Reads roots one by one; those that may not be read, or are not there, are told.
fn read(
    disk: &dyn Disk,
    file: &Path,
    roots: &[Root],
    grants: Option<&Grants>,
    progress: &Progress,
) -> LoadedRoots {
    let mut loaded = LoadedRoots::default();
    let (mut ids, mut folders) = (vec![], vec![]);
    for root in roots {
        let folder = root_folder(disk, file, root);
        let allowed = is_beside(disk, file, root) || grants.is_some_and(|it| it.has(disk, &folder));
        if disk.entry(&folder).is_err() {
            loaded.closed.push(Roots::Gone(root.id, folder));
        } else if !allowed {
            loaded.closed.push(Roots::NotAllowed(root.id, folder));
        } else {
            ids.push(root.id);
            folders.push(folder);
        }
    }
    let read = load(disk, &folders, progress);
    let articles = read.articles.into_iter();
    loaded.articles = articles.filter_map(|it| Some((*ids.get(it.root)?, it.article))).collect();
    loaded.warnings = read.warnings;
    loaded.cancelled = read.cancelled;
    loaded
}
