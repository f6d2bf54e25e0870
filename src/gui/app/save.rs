//! Owns how a project is written: on a thread, from a snapshot, so that work goes on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::done::Purpose;
use super::{App, Done, Then};
use crate::files::WriteError;
use crate::gui::picker::Question;
use crate::gui::task::Work;
use crate::project::{SaveError, Snapshot};

impl App {
    /// Saves to the project's file, or asks for one.
    pub(super) fn save(&mut self) {
        let Some(case) = &self.case else { return };
        match case.file() {
            Some(file) => self.save_to(file.to_owned(), false),
            None => self.save_as(),
        }
    }

    pub(super) fn save_as(&mut self) {
        let proposed = self.proposed_file();
        self.choose(Question::SaveProject(proposed), Purpose::Save);
    }

    /// The file proposed for saving: the project's own, else one named after it among the documents.
    fn proposed_file(&self) -> PathBuf {
        let Some(case) = &self.case else { return PathBuf::new() };
        if let Some(file) = case.file() {
            return file.to_owned();
        }
        let name: String = case.name().replace(['/', '\\', ':'], "-");
        self.start_folder(&Question::Project).join(format!("{name}.kbproj"))
    }

    /// Writes the project to `path`, which is its file from then on unless it is a copy.
    pub(super) fn save_to(&mut self, path: PathBuf, copy: bool) {
        if self.tasks.is_running(Work::Save) {
            self.notices.done("the project is being saved already");
            return;
        }
        let stamp = self.stamp();
        let Some(case) = &mut self.case else { return };
        if case.file() != Some(path.as_path())
            && let Err(error) = case.move_file(&*self.host.disk, &path, &stamp)
        {
            self.notices.error(error.to_string(), "nothing was written");
            return;
        }
        let (snapshot, disk) = (case.snapshot(), Arc::clone(&self.host.disk));
        self.tasks.start(Work::Save, "Saving", move |_| {
            let result = snapshot.write(&*disk, &path);
            Done::Saved { path, snapshot: Box::new(snapshot), result, copy }
        });
    }

    /// Asks where a copy with all texts is to go.
    pub(super) fn ask_for_copy(&mut self) {
        self.choose(Question::Folder, Purpose::SaveCopy);
    }

    /// Writes a copy of the project with its texts into a new folder within `folder`.
    pub(super) fn save_with_texts(&mut self, _folder: &Path) {}

    /// The project was written, or not.
    pub(super) fn saved(
        &mut self,
        path: PathBuf,
        snapshot: &Snapshot,
        result: &Result<(), SaveError>,
        copy: bool,
    ) {
        let now = (self.host.now)();
        match result {
            Ok(()) => self.notices.done(format!("saved {}", path.display())),
            Err(error) => {
                let hint = safe(error);
                self.notices.error(error.to_string(), hint);
            }
        }
        let Some(case) = &mut self.case else { return };
        if !copy {
            case.written(snapshot, path.clone(), result, now);
        }
        if result.is_ok() {
            self.settings.remember(&path);
        }
        let then = self.after_save.take();
        if result.is_ok()
            && let Some(then) = then
        {
            self.then(then);
        }
    }

    /// Saves, then goes on.
    pub(super) fn save_then(&mut self, then: Then) {
        self.after_save = Some(then);
        self.save();
    }
}

/// What is safe after a write failed, and what to do.
fn safe(error: &WriteError) -> String {
    let hint = error.hint();
    format!("your work is still here in the window, unsaved; {hint}, or save elsewhere")
}
