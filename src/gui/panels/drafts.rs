//! Owns what is typed into the fields of a tree until it becomes an edit: on Enter, or when the field is left. Esc leaves
//! the record as it was.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Id, Key, Response, RichText, TextEdit, Ui};

use crate::base::{ActorId, IncidentId};
use crate::gui::theme::colour;
use crate::project::RecordId;
use crate::views::names::Kind;

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum At {
    Name(RecordId),
    /// An alias to be added.
    Alias(RecordId),
    People(ActorId),
    When(IncidentId),
    Place(IncidentId),
    Memo(RecordId),
    /// The name of a new record, and what it stands in.
    New(Kind, Option<RecordId>),
}

/// The text being typed.
struct Draft {
    at: At,
    text: String,
    /// The field is to get the keyboard.
    begins: bool,
    /// The field was shown in this frame.
    is_shown: bool,
}

/// What is typed, and what was typed and left.
#[derive(Default)]
pub struct Drafts {
    open: Option<Draft>,
    left: Vec<(At, String)>,
    problem: Option<(At, String)>,
    /// A name was left by a key: the keyboard goes back to its row.
    returns: bool,
}

impl Drafts {
    /// Whether this field is typed into.
    pub fn is(&self, at: At) -> bool {
        self.open.as_ref().is_some_and(|it| it.at == at)
    }

    /// The new record that is being named, with what it is to stand in.
    pub fn new_of(&self, kind: Kind) -> Option<At> {
        let at = self.open.as_ref()?.at;
        matches!(at, At::New(of, _) if of == kind).then_some(at)
    }

    /// Begins to type into a field.
    pub fn begin(&mut self, at: At, text: String) {
        self.leave();
        self.open = Some(Draft { at, text, begins: true, is_shown: true });
    }

    /// What was typed and left since it was asked last. To be called at the end of a frame.
    pub fn settled(&mut self) -> Vec<(At, String)> {
        match &mut self.open {
            Some(draft) if draft.is_shown => draft.is_shown = false,
            _ => self.leave(),
        }
        std::mem::take(&mut self.left)
    }

    /// What is wrong with the text that was left in a field.
    pub fn complain(&mut self, at: At, what: String) {
        self.problem = Some((at, what));
    }

    /// Whether a name was left by a key since this was asked last.
    pub fn returns(&mut self) -> bool {
        std::mem::take(&mut self.returns)
    }

    fn leave(&mut self) {
        if let Some(draft) = self.open.take() {
            self.left.push((draft.at, draft.text));
        }
    }

    /// Shows a field of one line that holds `held`.
    pub fn line(&mut self, ui: &mut Ui, at: At, held: &str, hint: &str) -> Response {
        self.field(ui, at, held, hint, false)
    }

    /// Shows a field of several lines.
    pub fn text(&mut self, ui: &mut Ui, at: At, held: &str, hint: &str) -> Response {
        self.field(ui, at, held, hint, true)
    }

    fn field(&mut self, ui: &mut Ui, at: At, held: &str, hint: &str, is_long: bool) -> Response {
        let id = ui.make_persistent_id(at);
        let mut text = match &self.open {
            Some(draft) if draft.at == at => draft.text.clone(),
            _ => held.to_owned(),
        };
        let edit = if is_long {
            TextEdit::multiline(&mut text).desired_rows(2)
        } else {
            TextEdit::singleline(&mut text)
        };
        let edit = edit.id(id).hint_text(hint.to_owned()).desired_width(f32::INFINITY);
        let response = ui.add(edit);
        let begins = self.open.as_ref().is_some_and(|it| it.at == at && it.begins);
        if begins {
            response.request_focus();
            select_all(ui, id);
        }
        if begins || response.has_focus() {
            if !self.is(at) {
                self.leave();
            }
            if self.problem.as_ref().is_some_and(|(of, _)| *of == at) && text != held {
                self.problem = None;
            }
            self.open = Some(Draft { at, text, begins: false, is_shown: true });
        } else if self.is(at) {
            // Left in this frame; Esc takes it back.
            let by_key = ui.input(|it| it.key_pressed(Key::Escape) || it.key_pressed(Key::Enter));
            if by_key && matches!(at, At::Name(_) | At::New(..)) {
                self.returns = true;
                ui.ctx().request_repaint();
            }
            if ui.input(|it| it.key_pressed(Key::Escape)) {
                self.open = None;
            } else {
                self.open = Some(Draft { at, text, begins: false, is_shown: false });
                self.leave();
            }
        }
        if let Some((_, what)) = self.problem.as_ref().filter(|(of, _)| *of == at) {
            let ink = colour(crate::gui::theme::palette(ui).error());
            ui.label(RichText::new(what).small().color(ink));
        }
        response
    }
}

/// Selects the whole text of a field, so that typing replaces it.
fn select_all(ui: &Ui, id: Id) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    // Beyond the end is the end.
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}
