//! Owns the short looks at the disk that dialogs and the start view need, on a thread, since a disk may be slow.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{App, Done};
use crate::files::{Disk, Kind, reason};
use crate::gui::picker::Question;
use crate::gui::shell::{Dialog, Looked, Reply};
use crate::gui::task::Work;

use crate::gui::action::Action;
use crate::gui::app::Purpose;

impl App {
    /// Opens the window's own dialog for choosing a path.
    pub(super) fn open_picker(&mut self, question: Question, purpose: Purpose) {
        let folder = self.start_folder(&question);
        let places = self.places(&folder);
        self.look(folder.clone(), false);
        self.dialog = Some(Dialog::pick(question, purpose, folder, places));
    }

    /// Where the dialog begins.
    pub(super) fn start_folder(&self, question: &Question) -> PathBuf {
        if let Question::SaveProject(path) | Question::SaveFile(path) = question
            && let Some(folder) = path.parent()
        {
            return folder.to_owned();
        }
        let of_case = || self.case.as_ref()?.file()?.parent().map(Path::to_owned);
        let of_recent = || self.settings.recent.first()?.path.parent().map(Path::to_owned);
        let of_host = || self.host.documents.clone();
        of_case().or_else(of_recent).or_else(of_host).unwrap_or_else(|| PathBuf::from("/"))
    }

    /// Shortcuts of the dialog: documents, what is above them, folders of recent projects, the whole machine.
    fn places(&self, start: &Path) -> Vec<PathBuf> {
        let documents = self.host.documents.as_deref();
        let above = documents.and_then(Path::parent);
        let recent = self.settings.recent.iter().filter_map(|it| it.path.parent()).take(3);
        let top = start.ancestors().last();
        let mut seen = HashSet::new();
        let all = documents.into_iter().chain(above).chain(recent).chain(top);
        all.filter(|it| seen.insert(*it)).map(Path::to_owned).collect()
    }

    /// A dialog for a path was left without an answer: what asked for it is shown again.
    pub(super) fn leave_picker(&mut self, purpose: &Purpose) {
        if matches!(purpose, Purpose::Export { .. }) {
            self.export_again();
        }
    }

    /// Finds out what is at a path.
    pub(super) fn look(&mut self, path: PathBuf, save: bool) {
        let disk = Arc::clone(&self.host.disk);
        self.tasks.start(Work::Look, "Looking at the disk", move |_| {
            let looked = look(&*disk, &path);
            Done::Looked { path, save, looked }
        });
    }

    /// It was found out what is at a path.
    pub(super) fn looked(&mut self, path: &Path, save: bool, looked: Looked) {
        let Some(Dialog::Pick(pick)) = &mut self.dialog else { return };
        if let Some(chosen) = pick.looked(path, save, looked) {
            let purpose = pick.purpose.clone();
            self.dialog = None;
            self.queue.push(Action::Reply(Reply::Use(purpose, chosen)));
        }
    }

    pub(super) fn make_folder(&mut self, path: PathBuf) {
        let disk = Arc::clone(&self.host.disk);
        self.tasks.start(Work::Look, "Making a folder", move |_| {
            let looked = match disk.create_folder(&path) {
                Ok(()) => look(&*disk, &path),
                Err(error) => {
                    Looked::Closed(format!("the folder could not be made, {}", reason(&error)))
                }
            };
            Done::Looked { path, save: false, looked }
        });
    }

    /// Finds out which recent projects are there, once each time the start view is opened.
    pub(super) fn look_for_recent(&mut self) {
        if self.case.is_some() {
            self.start.looked = false;
            return;
        }
        if std::mem::replace(&mut self.start.looked, true) || self.settings.recent.is_empty() {
            return;
        }
        let disk = Arc::clone(&self.host.disk);
        let paths: Vec<_> = self.settings.recent.iter().map(|it| it.path.clone()).collect();
        self.tasks.start(Work::Look, "Looking for recent projects", move |_| {
            let gone = paths.into_iter().filter(|path| {
                disk.entry(path).is_err_and(|it| it.kind() == std::io::ErrorKind::NotFound)
            });
            Done::Gone(gone.collect())
        });
    }
}

fn look(disk: &dyn Disk, path: &Path) -> Looked {
    let closed = |error: &std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Looked::Nothing,
        _ => Looked::Closed(reason(error)),
    };
    match disk.entry(path) {
        Ok(entry) if entry.kind == Kind::Folder => match disk.list(path) {
            Ok(entries) => Looked::Folder(entries),
            Err(error) => closed(&error),
        },
        Ok(_) => Looked::File,
        Err(error) => closed(&error),
    }
}
