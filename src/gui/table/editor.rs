//! Owns the editing of a cell in its place: a line over the cell, its list, and what is wrong with what is typed.

use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, Rect, Stroke, Ui, vec2};

use super::finder::{Finder, MOST, Room, Wish};
use super::put::{CODES, Takes, Value, items, put, start, takes};
use super::{Reveal, TableView, id};
use crate::base::{AnnotationId, IdMint};
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::inspector::draft;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets::{self, lower_first};
use crate::project::Annotation;
use crate::views::EvidenceKind;
use crate::views::sheet::Field;

/// The least width of the line, in points.
const LEAST: f32 = 200.0;

/// The list goes above the line where there is less room below, in points.
const LEAST_LIST: f32 = 160.0;

/// Room for the frame and for what is wrong, in points.
const AROUND: f32 = 48.0;

/// A cell that is edited.
#[derive(Debug)]
pub struct Editor {
    annotation: AnnotationId,
    field: Field,
    takes: Takes,
    finder: Finder,
    /// What hindered committing what was typed.
    problem: Option<String>,
    /// Where the cell stands.
    pub place: Rect,
}

impl Editor {
    fn new(annotation: &Annotation, field: Field, text: String) -> Self {
        let takes = takes(field, std::iter::once(annotation));
        // What stands there already stays, and the list is for one more.
        let at_start = match takes {
            Takes::Codes => format!("{text}{CODES}"),
            _ => String::new(),
        };
        Self {
            annotation: annotation.id,
            field,
            takes,
            finder: Finder::for_more(text, at_start),
            problem: None,
            place: Rect::NOTHING,
        }
    }

    pub fn is_at(&self, annotation: AnnotationId, field: Field) -> bool {
        self.annotation == annotation && self.field == field
    }
}

/// Opens a cell for editing; whether it is one that can be edited.
pub fn begin(it: &mut TableView, case: &Case, annotation: AnnotationId, view: &View<'_>) -> bool {
    let field = it.chosen.field;
    let Some(annotation) = case.state().annotations().get(&annotation) else { return false };
    if !field.fits(EvidenceKind::of(&annotation.body)) {
        return false;
    }
    settle(view, Some(annotation.id));
    it.chosen.only(annotation.id);
    it.reveals = Some(Reveal::Cell);
    it.editor = Some(Editor::new(annotation, field, start(annotation, field, case.state())));
    true
}

/// What is typed in the form is recorded first, so that neither overwrites the other; then this one is picked.
pub fn settle(view: &View<'_>, then: Option<AnnotationId>) {
    if view.desk.picked.is_some() {
        view.push(Action::Pick(None));
    }
    view.push(Action::Pick(then));
}

/// Shows the line over its cell, if one is edited.
pub fn show(ui: &mut Ui, it: &mut TableView, case: &Case, view: &View<'_>, ids: &mut IdMint) {
    let Some(mut editor) = it.editor.take() else { return };
    let Some(annotation) = case.state().annotations().get(&editor.annotation) else { return };
    if editor.place == Rect::NOTHING {
        // Its row comes into sight in this frame.
        it.editor = Some(editor);
        ui.request_repaint();
        return;
    }
    let (wish, place) = line(ui, &mut editor, case, view);
    let outside = ui.input(|it| {
        let pressed = it.pointer.any_pressed().then(|| it.pointer.interact_pos()).flatten();
        pressed.is_some_and(|at| !place.contains(at))
    });
    let wish = wish.or_else(|| outside.then(|| Wish::Take(editor.finder.value())));
    let (value, goes_on) = match wish {
        None => {
            it.editor = Some(editor);
            return;
        }
        Some(Wish::Leave) => {
            ui.memory_mut(|it| it.request_focus(id()));
            return;
        }
        Some(Wish::Take(value)) => (value, false),
        Some(Wish::TakeAndGoOn(value)) => (value, true),
    };
    if editor.finder.is_changed()
        && let Err(problem) = commit(&editor, value, case, view, ids)
    {
        editor.problem = Some(problem);
        it.editor = Some(editor);
        return;
    }
    if !outside {
        ui.memory_mut(|it| it.request_focus(id()));
    }
    if goes_on {
        next(it, annotation, case, view);
    }
}

/// Makes the edit of what was typed.
fn commit(
    editor: &Editor,
    value: Value,
    case: &Case,
    view: &View<'_>,
    ids: &mut IdMint,
) -> Result<(), String> {
    let (state, field) = (case.state(), editor.field);
    let label = label(field, &value.text);
    let edit = draft::each(state, &case.gazetteer(), ids, label, &[editor.annotation], |draft| {
        put(draft, field, &value, state)
    })?;
    edit.into_iter().for_each(|it| view.push(Action::Edit(it)));
    Ok(())
}

/// "Set status to confirmed", "Clear place".
fn label(field: Field, text: &str) -> String {
    const MOST: usize = 40;
    let name = lower_first(field.name());
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        _ if text.is_empty() => format!("Clear {name}"),
        Some((end, _)) => format!("Set {name} to {}…", text.get(..end).unwrap_or_default()),
        None => format!("Set {name} to {text}"),
    }
}

/// Opens the next cell of the row that can be edited.
fn next(it: &mut TableView, annotation: &Annotation, case: &Case, view: &View<'_>) {
    let kind = EvidenceKind::of(&annotation.body);
    let fields: Vec<Field> = it.columns.fields().collect();
    let here = fields.iter().position(|field| *field == it.chosen.field).unwrap_or(0);
    let next = fields.iter().skip(here + 1).find(|it| it.fits(kind));
    if let Some(field) = next {
        it.chosen.field = *field;
        begin(it, case, annotation.id, view);
    }
}

fn line(ui: &Ui, editor: &mut Editor, case: &Case, view: &View<'_>) -> (Option<Wish>, Rect) {
    let palette = view.palette;
    let (field, takes) = (editor.field, editor.takes);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(4));
    let frame = frame.stroke(Stroke::new(1.0, colour(palette.accent)));
    let width = editor.place.width().max(LEAST) - 8.0;
    let area = Area::new(Id::unique("cell that is edited")).order(Order::Foreground);
    let window = ui.ctx().content_rect();
    let (over, under) =
        (editor.place.top() - window.top(), window.bottom() - editor.place.bottom());
    let above = under < LEAST_LIST && under < over;
    let most = if above { over } else { under } - AROUND;
    editor.finder.room = Room { most: most.clamp(40.0, MOST), above };
    let area = if above {
        area.pivot(Align2::LEFT_BOTTOM).fixed_pos(editor.place.left_bottom() + vec2(-2.0, 5.0))
    } else {
        area.fixed_pos(editor.place.min - vec2(2.0, 5.0))
    };
    let shown = area.constrain(true).show(ui.ctx(), |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(width);
                let line = Id::unique(("cell that is edited", editor.annotation, field));
                let (state, gazetteer) = (case.state(), case.gazetteer());
                let rows = |text: &str| items(field, takes, text, state, &gazetteer);
                let before = editor.finder.text.clone();
                let wish = editor.finder.show(ui, line, field.name(), hint(field), rows);
                if editor.finder.text != before {
                    editor.problem = None;
                }
                if let Some(problem) = &editor.problem {
                    widgets::problem(ui, palette, problem);
                }
                wish
            })
            .inner
    });
    (shown.inner, shown.response.rect)
}

/// What an empty line says.
pub fn hint(field: Field) -> &'static str {
    match field {
        Field::Time => "19 Sep 2023 20:00",
        Field::Codes => "codes, separated by ;",
        Field::Low | Field::High => "number",
        Field::Memo => "",
        _ => "not stated",
    }
}
