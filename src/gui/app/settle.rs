//! Owns that nothing typed is left out where the project is saved or left: a field that has the keyboard gives it up
//! for a frame, so that what stands in it is taken over, and the open form is committed.

use eframe::egui::Id;

use super::{App, Then};
use crate::gui::command::Command;

/// What waits for a frame until fields have given what was typed.
#[derive(Debug)]
pub(super) struct Waiting {
    what: What,
    /// The field that had the keyboard.
    field: Option<Id>,
}

/// What is to be done then.
#[derive(Debug)]
pub(super) enum What {
    Command(Command),
    Then(Then),
}

impl App {
    /// Whether this has to wait for a frame; it is done by itself then.
    pub(super) fn waits(&mut self, what: impl FnOnce() -> What) -> bool {
        if self.settles || !self.ctx.text_edit_focused() {
            return false;
        }
        let field = self.ctx.memory(|it| it.focused());
        self.waiting = Some(Waiting { what: what(), field });
        self.ctx.request_repaint();
        true
    }

    /// A frame begins: what waits is handed over, and the field gives up the keyboard.
    pub(super) fn begin_settling(&mut self) -> Option<Waiting> {
        let waiting = self.waiting.take()?;
        self.ctx.memory_mut(|it| waiting.field.into_iter().for_each(|id| it.surrender_focus(id)));
        Some(waiting)
    }

    /// The frame ends: does what waited. The field has the keyboard again, unless something lies over it now.
    pub(super) fn settled(&mut self, waiting: Waiting) {
        self.settles = true;
        match waiting.what {
            What::Command(command) => self.run(command),
            What::Then(then) => self.ask_then(then),
        }
        self.settles = false;
        if self.dialog.is_none()
            && let Some(id) = waiting.field
        {
            self.ctx.memory_mut(|it| it.request_focus(id));
        }
    }
}
