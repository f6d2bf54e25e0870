//! Owns where the keyboard is in the matrix and beside it, and what keys do there.

use eframe::egui::{EventFilter, FocusDirection, Id, Ui};

use super::layout::ROW;
use super::model::{self, At, Step};
use super::{Matrix, MatrixView};
use crate::base::AnnotationId;
use crate::gui::action::Action;
use crate::gui::quoted;
use crate::gui::view::View;

/// The name by which the places have the keyboard.
pub fn id() -> Id {
    Id::unique("matrix")
}

/// Gives the keyboard to the place it was at last, or to the cell that is chosen. Whether there is a place.
pub fn take_focus(ui: &Ui, it: &mut MatrixView, view: &View<'_>) -> bool {
    let Some(matrix) = it.made.value().filter(|it| !it.rows.is_empty()) else { return false };
    let chosen = view.desk.cell.as_ref().and_then(|cell| model::place_of(matrix, cell));
    if let Some((row, column)) = chosen {
        it.cursor = At::cell(row, column);
    }
    it.reveal = true;
    ui.memory_mut(|memory| memory.request_focus(id().with(it.cursor)));
    true
}

/// Whether this, which has the keyboard, is a place of the matrix or a sentence behind its chosen cell.
pub fn has_keyboard(it: &MatrixView, focused: Option<Id>) -> bool {
    focused.is_some_and(|focus| focus == id().with(it.cursor))
        || annotation_at(it, focused).is_some()
}

/// The annotation whose sentence this is, which has the keyboard.
pub fn annotation_at(it: &MatrixView, focused: Option<Id>) -> Option<AnnotationId> {
    it.evidence.at.filter(|at| Some(at.0) == focused).map(|at| at.1)
}

impl MatrixView {
    /// Does what keys ask for while a place of the matrix has the keyboard.
    pub(super) fn keys(&mut self, ui: &Ui, matrix: &Matrix, view: &View<'_>) {
        let here = id().with(self.cursor);
        if std::mem::take(&mut self.evidence.left) {
            ui.memory_mut(|it| it.request_focus(here));
            self.reveal = true;
            return;
        }
        if ui.memory(|it| it.focused()) != Some(here) {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: view.desk.cell.is_some(),
            tab: false,
        };
        ui.memory_mut(|it| it.set_focus_lock_filter(here, filter));
        if let At { row: Some(row), column: Some(column) } = self.cursor
            && quoted::take(ui)
            && let Some(behind) = crate::views::matrix::behind(matrix, row, column)
        {
            let sentences = behind.evidence.iter().filter_map(|it| matrix.evidence.get(*it));
            quoted::put(view, sentences);
        }
        let page = ((ui.available_height() - self.plan.as_ref().map_or(0.0, |it| it.head)) / ROW)
            .max(2.0) as usize
            - 1;
        for step in ui.input_mut(|it| model::pressed(it, matrix, self.cursor, page)) {
            match step {
                Step::Go(at) => self.go(ui, at),
                Step::Turn(row) => self.turn(matrix.rows.get(row).and_then(|it| it.actor)),
                Step::Leave => view.push(Action::Cell(None)),
            }
        }
    }

    /// The keyboard goes to a place.
    pub(super) fn go(&mut self, ui: &Ui, at: At) {
        self.cursor = at;
        self.reveal = true;
        ui.memory_mut(|it| {
            it.request_focus(id().with(at));
            it.move_focus(FocusDirection::None);
        });
    }
}
