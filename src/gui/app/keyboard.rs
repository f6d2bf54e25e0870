//! Owns how the keyboard comes to the view beside the articles and goes from part to part, and which annotation it is
//! at there.

use eframe::egui::{Context, Event, FocusDirection, Id, InputState, Key, Modifiers, Popup, Ui};

use super::App;
use super::views::Views;
use crate::base::AnnotationId;
use crate::gui::desk::Face;
use crate::gui::view::View;
use crate::gui::{chart, matrix, review, table};

/// Keys that bring the keyboard to a view that is shown alone.
const ENTERS: [Key; 9] = [
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::PageUp,
    Key::Enter,
];

impl Views {
    /// Gives the view the keyboard as soon as it is ready, unless something else gets it before.
    pub fn take_focus(&mut self) {
        self.takes_focus = true;
    }

    /// Gives the view the keyboard if it is to have it. Where no text is beside it, it has what nothing else has: the
    /// first key of those that move leads to where one was and does nothing more, and what loses the keyboard, as by
    /// Esc, leaves it to the view.
    pub fn meet_keyboard(&mut self, ui: &Ui, view: &View<'_>) {
        let (focused, is_covered) =
            ui.memory(|it| (it.focused().is_some(), it.top_modal_layer().is_some()));
        let lost = std::mem::replace(&mut self.has_focus, focused) && !focused;
        if ui.input(|it| it.pointer.any_pressed() || it.pointer.any_released()) {
            self.by_pointer = true;
        } else if ui.input(|it| it.events.iter().any(|it| matches!(it, Event::Key { .. }))) {
            self.by_pointer = false;
        }
        if focused {
            self.takes_focus = false;
        }
        if focused || is_covered || Popup::is_any_open(ui.ctx()) {
            self.takes_focus |= lost && !self.by_pointer && !view.desk.is_split();
            return;
        }
        let is_alone = !view.desk.is_split() || view.desk.columns.is_empty();
        let pressed = |keys: &[Key]| ui.input(|it| keys.iter().any(|key| it.key_pressed(*key)));
        let enters = is_alone && pressed(&ENTERS);
        self.takes_focus |= is_alone && !self.by_pointer && (lost || pressed(&[Key::Escape]));
        if !(enters || (self.takes_focus && self.is_ready(view))) {
            return;
        }
        let was_in_rows = self.table.has_cursor();
        let given = match view.desk.face {
            Face::Read => false,
            Face::Review => review::take_focus(ui, &mut self.review),
            Face::Table => table::take_focus(ui, &mut self.table),
            Face::Casualties => chart::take_focus(ui, &mut self.chart, view),
            Face::Stances => matrix::take_focus(ui, &mut self.matrix, view),
        };
        if given {
            self.takes_focus = false;
        }
        // Rows that show where one is have the keys even where nothing has the keyboard.
        if given && enters && !(view.desk.face == Face::Table && was_in_rows) {
            ui.input_mut(take_entering);
            ui.memory_mut(|it| it.move_focus(FocusDirection::None));
        }
    }

    fn is_ready(&self, view: &View<'_>) -> bool {
        let Some(revision) = view.case.and_then(|it| self.revision(view.desk.face, it)) else {
            return false;
        };
        match view.desk.face {
            Face::Read => false,
            // What waits is shown as it comes.
            Face::Review => self.review.current().is_some(),
            Face::Table => self.table.made.is_ready(revision),
            Face::Casualties => self.chart.made.is_ready(revision),
            Face::Stances => self.matrix.made.is_ready(revision),
        }
    }

    /// Whether this, which has the keyboard, is of the view.
    fn has_keyboard(&self, face: Face, focused: Option<Id>) -> bool {
        match face {
            Face::Read => false,
            Face::Review => review::has_keyboard(&self.review, focused),
            Face::Table => table::has_keyboard(&self.table, focused),
            Face::Casualties => chart::has_keyboard(&self.chart, focused),
            Face::Stances => matrix::has_keyboard(&self.matrix, focused),
        }
    }

    /// J and K, by which one walks through the annotations of a text, lead to what comes after or before in the view
    /// while that has the keyboard.
    pub fn take_steps(&self, ctx: &Context, face: Face) {
        let focused = ctx.memory(|it| it.focused());
        // In the queue they are commands wherever the keyboard is.
        if face == Face::Review || !self.has_keyboard(face, focused) {
            return;
        }
        let mark = self.annotation_at(face, focused).map(chart::mark_id);
        let (after, before) = if face == Face::Casualties && mark == focused {
            (Key::ArrowRight, Key::ArrowLeft)
        } else {
            (Key::ArrowDown, Key::ArrowUp)
        };
        ctx.input_mut(|input| {
            for event in &mut input.events {
                if let Event::Key { key, modifiers, .. } = event
                    && modifiers.is_none()
                {
                    match *key {
                        Key::J => *key = after,
                        Key::K => *key = before,
                        _ => {}
                    }
                }
            }
        });
    }

    /// The annotation that this, which has the keyboard, stands for.
    fn annotation_at(&self, face: Face, focused: Option<Id>) -> Option<AnnotationId> {
        match face {
            Face::Read | Face::Review => None,
            Face::Table => table::annotation_at(&self.table, focused),
            Face::Casualties => chart::annotation_at(&self.chart, focused),
            Face::Stances => matrix::annotation_at(&self.matrix, focused),
        }
    }
}

fn take_entering(input: &mut InputState) {
    for key in ENTERS {
        input.consume_key(Modifiers::NONE, key);
    }
}

impl App {
    /// What has the keyboard, or had it before something lay over the window.
    fn focused(&self) -> Option<Id> {
        self.focus_before.flatten().or_else(|| self.ctx.memory(|it| it.focused()))
    }

    /// Whether the view has the keyboard, not the text or a panel.
    pub(super) fn is_in_view(&self) -> bool {
        self.views.has_keyboard(self.desk.face, self.focused())
    }

    /// The annotation the keyboard is at in a view.
    pub(super) fn annotation_at_keyboard(&self) -> Option<AnnotationId> {
        self.views.annotation_at(self.desk.face, self.focused())
    }

    /// Chooses the annotation the keyboard is at in a view, as what is done next is done to it. Whether there is one to
    /// do it to.
    pub(super) fn pick_at_keyboard(&mut self) -> bool {
        let Some(annotation) = self.annotation_at_keyboard() else { return true };
        // What nobody has decided is no annotation yet.
        if self.supposed(annotation).is_some() {
            return false;
        }
        self.pick(Some(annotation));
        self.desk.picked == Some(annotation)
    }

    /// Gives the view the keyboard, or the text where it is read alone.
    pub(super) fn focus_face(&mut self) {
        self.focus_one(self.desk.face != Face::Read);
    }

    /// Gives the text the keyboard, or the view where it is shown alone.
    pub(super) fn focus_back(&mut self) {
        self.focus_one(!self.desk.reads());
    }

    /// A pointer leaves the keyboard free: it is seen at a place of the view only once keys are used.
    fn focus_one(&mut self, view: bool) {
        self.focus_text();
        self.views.takes_focus = view && !self.ctx.input(|it| it.pointer.any_released());
    }

    /// Goes to the next part of what is read: the columns from the left, then the view.
    pub(super) fn step_part(&mut self, forward: bool) {
        let columns = if self.desk.reads() { self.desk.columns.len() } else { 0 };
        let count = columns + usize::from(self.desk.is_split());
        let here = if self.is_in_view() { columns } else { self.desk.active };
        let step = if forward { 1 } else { count.saturating_sub(1) };
        let Some(to) = (here + step).checked_rem(count) else { return };
        self.focus_text();
        if to < columns {
            self.desk.active = to;
        } else {
            self.views.take_focus();
        }
    }
}
