//! Owns what dialogs, bars and the start view bring about.

use super::settle::What;
use super::{App, Then};
use crate::gui::case::Case;
use crate::gui::notice::Weight;
use crate::gui::shell::{Dialog, Reply};
use crate::gui::task::Work;

impl App {
    /// Does what a dialog was answered.
    pub(super) fn reply(&mut self, reply: Reply) {
        match reply {
            Reply::Save(then) => self.save_then(then),
            Reply::Discard(then) => self.then(then),
            Reply::Use(purpose, path) => self.use_path(purpose, path),
            Reply::Look { path, save } => self.look(path, save),
            Reply::MakeFolder(path) => self.make_folder(path),
            Reply::Settings(settings) => self.settings = *settings,
            Reply::ResetPanels => {
                self.settings.reset_panels();
                // The widths of this frame are not to be remembered.
                self.was_wide = false;
            }
            Reply::Export => self.choose_export(),
            Reply::LeaveExport => drop(self.keep_export()),
            Reply::LeavePicker(purpose) => self.leave_picker(&purpose),
            Reply::ReadAgain => self.read_roots(None, false),
        }
    }

    /// Does something that ends the work on this project, asking first if some of it is unsaved. What is being written
    /// in the form is recorded before; where that cannot be, the user has to say so by leaving the form.
    pub(super) fn ask_then(&mut self, then: Then) {
        if self.waits(|| What::Then(then.clone())) || !self.settle_form() {
            return;
        }
        if [Work::Export, Work::Copy].into_iter().any(|it| self.tasks.is_running(it)) {
            self.wait_for_files(then);
        } else if self.tasks.is_running(Work::Save) {
            self.after_save = Some(then);
        } else if self.case.as_ref().is_some_and(Case::is_unsaved) {
            self.dialog = Some(Dialog::Unsaved(then));
        } else {
            self.then(then);
        }
    }

    /// Puts something off until the files being written are there, so that none is lost or left half done.
    fn wait_for_files(&mut self, then: Then) {
        let what = match &then {
            Then::CloseProject => "the project closes as soon as the file is written",
            Then::Quit => "the window closes as soon as the file is written",
            Then::Open(_) => "the other project opens as soon as the file is written",
        };
        self.after_writing = Some(then);
        self.notices.tell(Weight::Warning, what, "Cancel in the status line ends the writing");
    }

    pub(super) fn then(&mut self, then: Then) {
        match then {
            Then::CloseProject => self.close_case(),
            Then::Quit => self.may_close = true,
            Then::Open(path) => self.open(path),
        }
    }
}
