//! Owns how a project is written: on a thread, from a snapshot, so that work goes on.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::done::Purpose;
use super::{App, Done, Then};
use crate::base::RootId;
use crate::files::WriteError;
use crate::gui::notice::Weight;
use crate::gui::picker::Question;
use crate::gui::task::Work;
use crate::project::{
    Copied, CopyError, CopyFrom, SaveError, Snapshot, copy_with_texts, root_folder,
};

impl App {
    /// Saves to the project's file, or asks for one. What is being written in the form is recorded before, if it can be.
    pub(super) fn save(&mut self) {
        self.record_form();
        let Some(case) = &self.case else { return };
        match case.file() {
            Some(file) => self.save_to(file.to_owned()),
            None => self.save_as(),
        }
    }

    pub(super) fn save_as(&mut self) {
        self.record_form();
        let proposed = self.proposed_file();
        self.choose(Question::SaveProject(proposed), Purpose::Save);
    }

    /// The file proposed for saving: the project's own, else one named after it beside its first folder of articles.
    fn proposed_file(&self) -> PathBuf {
        let Some(case) = &self.case else { return PathBuf::new() };
        if let Some(file) = case.file() {
            return file.to_owned();
        }
        let name: String = case.name().replace(['/', '\\', ':'], "-");
        let first = case.state().roots().values().next();
        let root = first.map(|it| root_folder(&*self.host.disk, &case.home(), it));
        let beside = root.as_deref().and_then(Path::parent).map(Path::to_owned);
        let folder = beside.unwrap_or_else(|| self.start_folder(&Question::Project));
        folder.join(format!("{name}.kbproj"))
    }

    /// Writes the project to `path`, which is its file once it is written.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        if self.tasks.is_running(Work::Save) {
            self.notices.done("the project is being saved already");
            return;
        }
        let stamp = self.stamp();
        let Some(case) = &self.case else { return };
        let disk = Arc::clone(&self.host.disk);
        let snapshot = if case.file() == Some(path.as_path()) {
            case.snapshot()
        } else {
            // The roots are written as they are seen from the new place. The project itself learns of that place once
            // the file is there.
            let mut moved = case.project().clone();
            if let Err(error) = moved.move_file(&*disk, case.file(), &path, &stamp) {
                self.after_save = None;
                self.notices.error(error.to_string(), "nothing was written");
                return;
            }
            moved.snapshot()
        };
        self.tasks.start(Work::Save, "Saving", move |_| {
            let result = snapshot.write(&*disk, &path);
            Done::Saved { path, snapshot: Box::new(snapshot), result }
        });
    }

    /// Asks where a copy with all texts is to go.
    pub(super) fn ask_for_copy(&mut self) {
        self.record_form();
        self.choose(Question::Folder, Purpose::SaveCopy);
    }

    /// Writes a copy of the project with its texts into a new folder within `folder`.
    pub(super) fn save_with_texts(&mut self, folder: &Path) {
        if self.tasks.is_running(Work::Copy) {
            self.notices.done("a copy is being made already");
            return;
        }
        let Some(case) = &self.case else { return };
        self.host.grant(folder);
        let (state, file, name) = (case.project().shared(), case.home(), case.name());
        let closed: HashSet<RootId> = case.texts.closed.iter().map(|it| it.root()).collect();
        let (disk, stamp, folder) = (Arc::clone(&self.host.disk), self.stamp(), folder.to_owned());
        self.tasks.start(Work::Copy, "Copying the project with its texts", move |progress| {
            let from = CopyFrom { state: &state, file: &file, closed: &closed };
            Done::Copied(copy_with_texts(&*disk, &from, &folder, &name, &stamp, progress))
        });
    }

    /// A copy with texts was made, or not.
    pub(super) fn copied(&mut self, result: Result<Copied, CopyError>) {
        let is_over = match &result {
            Ok(copied) => copied.missing.is_empty(),
            Err(error) => matches!(error, CopyError::Cancelled),
        };
        let then = self.after_writing.take().filter(|_| is_over);
        match result {
            Ok(copied) if copied.missing.is_empty() => {
                let hint = match copied.articles {
                    1 => "1 article is in it, and it opens anywhere".to_owned(),
                    some => format!("{some} articles are in it, and it opens anywhere"),
                };
                let what = format!("the copy is made: {}", copied.file.display());
                self.notices.tell(Weight::Done, what, hint);
            }
            Ok(copied) => {
                let what = match copied.missing.len() {
                    1 => "the copy is made, but 1 article is not in it".to_owned(),
                    some => format!("the copy is made, but {some} articles are not in it"),
                };
                if let Some(case) = &mut self.case {
                    case.warnings.extend(copied.missing);
                }
                let hint = format!("the warnings say which; the copy is {}", copied.file.display());
                self.notices.error(what, hint);
            }
            Err(error) => self.notices.error(error.to_string(), error.hint()),
        }
        if let Some(then) = then {
            self.ask_then(then);
        }
    }

    /// The project was written, or not.
    pub(super) fn saved(
        &mut self,
        path: PathBuf,
        snapshot: &Snapshot,
        result: &Result<(), SaveError>,
    ) {
        let now = (self.host.now)();
        let is_written = matches!(result, Ok(()) | Err(SaveError::Unconfirmed { .. }));
        match result {
            Ok(()) => self.notices.done(format!("saved {}", path.display())),
            Err(error) => {
                let hint = safe(error);
                self.notices.error(error.to_string(), hint);
            }
        }
        let (stamp, then) = (self.stamp(), self.after_save.take());
        let Some(case) = &mut self.case else { return };
        if is_written && case.file() != Some(path.as_path()) {
            // Nothing but the roots' paths changes, and those were just written so.
            let _ = case.move_file(&*self.host.disk, &path, &stamp);
        }
        case.written(snapshot, path.clone(), result, now);
        if is_written {
            self.settings.remember(&path, case.name(), now);
        }
        if result.is_ok()
            && let Some(then) = then
        {
            // What was done while the file was written is not in it.
            self.ask_then(then);
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
    match error {
        WriteError::Unconfirmed { .. } => {
            format!("your work is also still here in the window; {hint}")
        }
        _ => format!("your work is still here in the window, unsaved; {hint}, or save elsewhere"),
    }
}
