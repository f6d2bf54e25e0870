//! Owns which keys a tree takes before they become commands of the window.

use eframe::egui::{Context, Event, Key};

use super::Panels;

impl Panels {
    /// Takes the keys that mean something else in a tree than in the window; to be called before commands are read.
    pub fn take_keys(&mut self, ctx: &Context) {
        if !self.has_keys || ctx.text_edit_focused() {
            return;
        }
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let is_delete = matches!(
                    event,
                    Event::Key { key: Key::Delete, pressed: true, modifiers, .. } if modifiers.is_none()
                );
                self.deletes |= is_delete;
                !is_delete
            });
        });
    }
}
