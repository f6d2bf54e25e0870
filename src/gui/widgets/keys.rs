//! Owns how a form is walked by keys: Tab from field to field, Enter commits, what gets focus when it opens.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Id, InputState, Key, Modifiers, Response, TextEdit, Ui};

/// What happened to the fields of a form in one frame.
#[derive(Debug, Default)]
pub struct Keys {
    /// Enter was pressed in a field.
    pub commit: bool,
    /// A field has the focus.
    pub focused: bool,
    /// The field with the focus makes a new line of Enter, so that committing takes Ctrl too.
    pub lines: bool,
    /// The next field shown gets the focus.
    pub focus_next: bool,
    /// The field of text in which Enter was pressed, which lost the focus by that.
    pub entered: Option<Id>,
}

impl Keys {
    /// To be told of every field of text after it was shown.
    pub fn text_shown(&mut self, ui: &Ui, response: &Response) {
        if std::mem::take(&mut self.focus_next) {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter)) {
            self.commit = true;
            self.entered = Some(response.id);
        }
        if was_walked_to(response) {
            select_all(ui, response.id);
            response.scroll_to_me(None);
        }
        self.focused |= response.has_focus();
    }

    /// To be told of every other field before it is shown: Enter in it commits too, and does not press it.
    pub fn before(&mut self, ui: &Ui, id: Id) {
        if !ui.memory(|it| it.has_focus(id)) {
            return;
        }
        self.focused = true;
        if ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Enter)) {
            self.commit = true;
        }
    }

    /// To be told of every other field, button and row after it was shown.
    pub fn shown(&mut self, response: &Response) {
        if std::mem::take(&mut self.focus_next) {
            response.request_focus();
        }
        if was_walked_to(response) {
            response.scroll_to_me(None);
        }
        self.focused |= response.has_focus();
    }
}

/// Whether the focus came to a field just now, and not by a click on it.
fn was_walked_to(response: &Response) -> bool {
    let by_pointer = |input: &InputState| input.pointer.any_down() || input.pointer.any_released();
    response.gained_focus() && !response.ctx.input(by_pointer)
}

/// Selects the whole text of a field, so that typing replaces it.
fn select_all(ui: &Ui, id: Id) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    // Beyond the end is the end.
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}
