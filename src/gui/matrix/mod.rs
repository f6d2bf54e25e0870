//! The stance matrix in the window: rows of actors, columns of positions, articles, targets or days, each cell leading to
//! its sentences. It gets everything by shared reference for one frame, keeps a [`MatrixView`], and asks by actions.

mod empty;
mod evidence;
mod filters;
mod grid;
mod head;
mod keys;
mod layout;
mod model;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Frame, Id, Margin, Ui};

use grid::{Event, Grid};
use layout::Plan;
use model::At;

pub use keys::{annotation_at, has_keyboard, take_focus};

use super::action::Action;
use super::filters::Days;
use super::made::Made;
use super::theme::colour;
use super::view::View;
use crate::base::{ActorId, AnnotationId};
use crate::project::State;
use crate::views::matrix::{Matrix, MatrixRequest};
use crate::views::review::Key;
use crate::views::{SUGGESTED, count, first_matrix};

/// What the view keeps between frames.
#[derive(Default)]
pub struct MatrixView {
    pub made: Made<MatrixRequest, Matrix>,
    /// What is shown first was chosen.
    settled: bool,
    plan: Option<Plan>,
    /// Where the keyboard is or was last.
    cursor: At,
    /// It is to be brought into sight.
    reveal: bool,
    days: Days,
    evidence: evidence::Kept,
    /// Open suggestions are shown beside what is decided.
    pub suggestions: bool,
    /// What the evidence of those stands for, as of the matrix that is ready.
    pub supposed: HashMap<AnnotationId, Key>,
}

impl MatrixView {
    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        let matrix = self.made.value()?;
        let stances = match matrix.evidence.len().saturating_sub(matrix.suggested) {
            1 => "1 stance shown".to_owned(),
            some => format!("{} stances shown", count(some as u64)),
        };
        let mut shown = stances;
        if 0 < matrix.hidden {
            shown += &format!(", {} hidden by filters", count(matrix.hidden as u64));
        }
        if 0 < matrix.suggested {
            shown += &format!(", {} {SUGGESTED}", count(matrix.suggested as u64));
        }
        Some(shown)
    }

    /// Takes what a thread has made, and what the evidence of suggestions stands for.
    pub fn take(&mut self, made: Option<(Matrix, HashMap<AnnotationId, Key>)>) {
        let (matrix, supposed) = made.unzip();
        self.supposed = supposed.unwrap_or_default();
        self.made.take(matrix);
    }

    /// Chooses what is shown first, as soon as there is a stance.
    pub fn meet(&mut self, state: &State) {
        if self.settled {
            return;
        }
        if let Some(first) = first_matrix(state) {
            *self.made.request_mut() = first;
            self.settled = true;
        }
    }

    /// What is ready; an incident that is not there any more is not asked for.
    fn settle(&mut self, view: &View<'_>) -> Option<Arc<Matrix>> {
        let matrix = Arc::clone(self.made.value()?);
        let incidents = view.case.map(|it| it.state().incidents());
        let is_gone = |it| incidents.is_some_and(|all| !all.contains_key(&it));
        if self.made.request().incident.is_some_and(is_gone) {
            self.made.request_mut().incident =
                matrix.facets.main_incident.filter(|it| !is_gone(*it));
        }
        Some(matrix)
    }

    /// The sizes for a width. In a matrix made anew the keyboard stays at what it was at.
    fn lay_out(&mut self, ui: &Ui, id: Id, matrix: &Arc<Matrix>, width: f32) {
        if self.plan.as_ref().is_some_and(|it| it.fits(matrix, width)) {
            return;
        }
        if let Some(old) = &self.plan {
            let at = model::found_again(old.matrix(), matrix, self.cursor);
            if at != self.cursor && ui.memory(|it| it.has_focus(id.with(self.cursor))) {
                ui.memory_mut(|it| it.request_focus(id.with(at)));
                self.reveal = true;
            }
            self.cursor = at;
        }
        self.plan = Some(Plan::new(matrix, width));
    }

    /// Folds or unfolds an actor.
    fn turn(&mut self, actor: Option<ActorId>) {
        actor.into_iter().for_each(|it| self.made.request_mut().unfolded.turn(it));
    }

    fn grid(&mut self, ui: &mut Ui, matrix: &Arc<Matrix>, view: &View<'_>) {
        let id = keys::id();
        self.lay_out(ui, id, matrix, ui.available_width());
        self.keys(ui, matrix, view);
        let Some(plan) = &self.plan else { return };
        let chosen = view.desk.cell.as_ref().and_then(|it| model::place_of(matrix, it));
        let mut grid = Grid {
            matrix,
            plan,
            view,
            id,
            cursor: self.cursor,
            reveal: std::mem::take(&mut self.reveal),
            chosen,
            events: vec![],
        };
        grid.show(ui);
        let events = std::mem::take(&mut grid.events);
        let by_pointer = ui.input(|it| it.pointer.any_released());
        for event in events {
            match event {
                Event::Go(at) if at != self.cursor => self.go(ui, at),
                Event::Go(at) => {
                    self.reveal = !by_pointer;
                    ui.memory_mut(|it| it.request_focus(id.with(at)));
                }
                Event::Choose { row, column } if chosen == Some((row, column)) => {
                    // Enter once more goes on to its sentences.
                    self.evidence.takes_focus = !by_pointer;
                }
                Event::Choose { row, column } => {
                    view.push(Action::Cell(model::stands_for(matrix, row, column)));
                }
                Event::Turn(actor) => self.turn(Some(actor)),
            }
        }
        if self.reveal {
            ui.ctx().request_repaint();
        }
    }
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let frame = Frame::new().fill(colour(view.palette.page)).inner_margin(Margin {
        left: 20,
        right: 12,
        top: 16,
        bottom: 4,
    });
    frame.show(ui, |ui| {
        let Some(matrix) = it.settle(view) else {
            ui.weak("Making the matrix…");
            ui.take_available_space();
            return;
        };
        let by = it.made.request().columns;
        if let Some(columns) = head::show(ui, &matrix, by, view) {
            it.made.request_mut().columns = columns;
        }
        if matrix.rows.is_empty() {
            empty::show(ui, &matrix, it.made.request_mut(), view);
        } else {
            it.grid(ui, &matrix, view);
        }
        ui.take_available_space();
    });
}

/// Shows what the view can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let Some(matrix) = it.made.value().map(Arc::clone) else { return };
    let request = it.made.request_mut();
    filters::show(ui, request, (&mut it.days, &mut it.suggestions), &matrix.facets, view);
}

/// Shows the evidence of the chosen cell, if one is.
pub fn evidence(ui: &mut Ui, it: &mut MatrixView, view: &View<'_>) {
    let Some(matrix) = it.made.value().map(Arc::clone) else { return };
    if let Some(cell) = &view.desk.cell {
        evidence::show(ui, &mut it.evidence, &matrix, cell, view);
    }
}
