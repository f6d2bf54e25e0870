//! Owns how folders and projects come into the window: read on a thread, articles taken in, roots asked about.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::views::Views;
use super::{App, Done};
use crate::base::{RootId, Warning};
use crate::files::Kind;
use crate::gui::case::Case;
use crate::gui::columns::Columns;
use crate::gui::desk::Desk;
use crate::gui::find::Find;
use crate::gui::list::List;
use crate::gui::panels::Panels;
use crate::gui::picker::{Answer, Question};
use crate::gui::shell::with_ending;
use crate::gui::task::Work;
use crate::project::{Edit, OpenError, Project, Root, add_root, root_folder, sample};

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
                self.start.looked = false;
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
                let now = (self.host.now)();
                let mut case = Case::new(project, Some(path.clone()));
                case.warnings = warnings;
                let name = case.name();
                self.start_case(case);
                self.settings.remember(&path, name, now);
                self.take_up(&path);
                self.read_roots(None, false);
            }
            Err(error) => {
                self.start.looked = false;
                self.notices.error(error.to_string(), "nothing was changed");
            }
        }
    }

    fn start_case(&mut self, case: Case) {
        self.close_case();
        self.case = Some(case);
    }

    pub(super) fn close_case(&mut self) {
        self.note_left();
        self.carets_left.clear();
        self.tasks.abandon(Work::Load);
        let of_case = [
            Work::Search,
            Work::Suggest,
            Work::Review,
            Work::Table,
            Work::Chart,
            Work::Layout,
            Work::Matrix,
            Work::Preview,
            Work::Clipboard,
        ];
        of_case.into_iter().for_each(|it| self.tasks.abandon(it));
        self.arriving = super::load::Arriving::default();
        self.case = None;
        self.desk = Desk::default();
        self.list = List::default();
        self.columns = Columns::default();
        self.panels = Panels::default();
        self.views = Views::new(&self.settings);
        self.lights = crate::gui::lights::Lights::default();
        self.find = Find::default();
        self.form = None;
        self.left_form = None;
        self.dialog = None;
        self.export = crate::gui::export::Kept::default();
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
        let (picker, disk) = (Arc::clone(&self.host.picker), Arc::clone(&self.host.disk));
        self.tasks.start(Work::Choose, "Choosing a file", move |_| {
            let mut answer = picker.ask(&question);
            let mut replaces = false;
            if let (Some(ending), Answer::Chosen(path)) = (question.saved(), &mut answer) {
                let named = with_ending(path.clone(), &ending);
                // A dialog of the system has asked about the name as it was typed, not about this one.
                let is_there = || disk.entry(&named).is_ok_and(|it| it.kind != Kind::Folder);
                replaces = named != *path && is_there();
                *path = named;
            }
            Done::Chosen { question, purpose, answer, replaces }
        });
    }
}
