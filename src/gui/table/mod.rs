//! The sheet of all annotations in the window. What is asked for and made stands in `views::sheet`; here `columns` says
//! which columns, `chosen` which rows are chosen, `grid` paints, `keys` moves, `editor` and `bulk` change, `filters`
//! narrows down, `tsv` copies.

mod bar;
mod bulk;
mod chosen;
mod columns;
mod editor;
mod empty;
mod filters;
mod finder;
mod grid;
mod keys;
mod put;
mod sorting;
mod tsv;

use std::sync::Arc;

use eframe::egui::{Frame, Id, Margin, Rect, Sense, Ui, WidgetInfo};

pub use filters::filters;
pub use tsv::Copy;

use self::bulk::Bulk;
use self::chosen::Chosen;
use self::columns::Columns;
use self::editor::Editor;
use self::filters::Typed;
use super::action::Action;
use super::case::Case;
use super::made::Made;
use super::theme::colour;
use super::view::View;
use crate::base::{AnnotationId, IdMint};
use crate::views::sheet::{Field, Sheet, SheetRequest};
use crate::views::{count, counted};

/// What the view keeps between frames.
#[derive(Default)]
pub struct TableView {
    pub made: Made<SheetRequest, Sheet>,
    columns: Columns,
    chosen: Chosen,
    editor: Option<Editor>,
    bulk: Bulk,
    typed: Typed,
    /// The annotation that was picked as of the last frame, wherever that was done.
    seen: Option<AnnotationId>,
    /// The row of the cursor is to be brought into sight, or its cell too.
    reveals: Option<Reveal>,
    /// The keyboard is in the rows, as of the last frame.
    has_keys: bool,
    /// Delete was pressed there.
    deletes: bool,
    /// How many chosen rows are shown, counted anew when either changes.
    counted: Counted,
    /// The columns are other ones: their own widths hold.
    resets: bool,
    /// The frame in which the table was shown last.
    pass: u64,
}

/// What is brought into sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reveal {
    Row,
    Cell,
}

/// The number of chosen rows that are shown.
#[derive(Debug, Default)]
struct Counted {
    of: Option<(u64, Arc<Sheet>)>,
    count: usize,
}

/// "12 annotations".
fn annotations(number: usize) -> String {
    counted(number, "annotation", "annotations")
}

impl TableView {
    /// What is shown, for the status line.
    pub fn told(&self) -> Option<String> {
        let sheet = self.made.value()?;
        let mut words = vec![format!("{} shown", annotations(sheet.rows.len()))];
        if sheet.hidden > 0 {
            words.push(format!("{} hidden by filters", count(sheet.hidden as u64)));
        }
        if 1 < self.counted.count {
            words.push(format!("{} chosen", count(self.counted.count as u64)));
        }
        Some(words.join(", "))
    }

    /// The columns with their widths, to be remembered.
    pub fn columns(&self) -> &[(Field, f32)] {
        &self.columns.0
    }

    /// A table with columns as they were remembered.
    pub fn with_columns(columns: &[(Field, f32)]) -> Self {
        Self { columns: Columns::remembered(columns), resets: true, ..Self::default() }
    }

    /// What was picked elsewhere is chosen here too.
    fn follow(&mut self, view: &View<'_>) {
        let picked = view.desk.picked;
        if std::mem::replace(&mut self.seen, picked) == picked {
            return;
        }
        if let Some(id) = picked.filter(|it| self.chosen.cursor != Some(*it)) {
            self.chosen.only(id);
            self.reveals = Some(Reveal::Row);
        }
    }

    fn count(&mut self, sheet: &Arc<Sheet>) {
        let version = self.chosen.version();
        let same = |it: &(u64, Arc<Sheet>)| Arc::ptr_eq(&it.1, sheet) && it.0 == version;
        if !self.counted.of.as_ref().is_some_and(same) {
            self.counted.count = self.chosen.shown(sheet).len();
            self.counted.of = Some((version, Arc::clone(sheet)));
        }
    }

    /// The cursor stands at the annotation that is picked, else where it was, else at the first row.
    fn enter(&mut self) {
        let Some(sheet) = self.made.value() else { return };
        let is_shown = |it: &AnnotationId| sheet.place(*it).is_some();
        let cursor = self.seen.filter(is_shown).or(self.chosen.cursor.filter(is_shown));
        self.chosen.cursor = cursor.or(sheet.rows.first().copied());
        self.reveals = Some(Reveal::Row);
    }

    /// Whether the cursor stands at a row that is shown.
    pub fn has_cursor(&self) -> bool {
        self.made.value().is_some_and(|it| self.chosen.row(it).is_some())
    }

    /// The cursor's row becomes the annotation that is picked everywhere.
    fn pick(&self, view: &View<'_>) {
        view.push(Action::Pick(self.chosen.cursor));
    }
}

fn id() -> Id {
    Id::unique("table of annotations")
}

/// Shows the view in all the room there is.
pub fn show(ui: &mut Ui, it: &mut TableView, view: &View<'_>, ids: &mut IdMint) {
    let Some(case) = view.case else { return };
    it.follow(view);
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0, colour(view.palette.page));
    let Some(sheet) = it.made.value().cloned() else {
        empty::making(ui);
        return;
    };
    if case.state().annotations().is_empty() {
        empty::nothing(ui, view);
        return;
    }
    it.count(&sheet);
    if std::mem::take(&mut it.deletes) {
        bulk::delete(it, case, &sheet, view);
    }
    let margin = Margin::symmetric(12, 8);
    Frame::new().inner_margin(margin).show(ui, |ui| bar::bar(ui, it, case, &sheet, view, ids));
    if sheet.rows.is_empty() {
        it.has_keys = false;
        empty::filtered(ui, it, &sheet, view);
        return;
    }
    let room = ui.available_rect_before_wrap();
    keyboard(ui, it, case, &sheet, view, room);
    let shown = grid::grid(ui, it, case, &sheet, view);
    for event in shown {
        happened(ui, it, case, &sheet, view, event);
    }
    editor::show(ui, it, case, view, ids);
}

/// The rows as one stop of the Tab key, and what keys do there.
fn keyboard(
    ui: &mut Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
    room: Rect,
) {
    let id = id();
    let rows = ui.interact(room, id, Sense::focusable_noninteractive());
    rows.widget_info(|| {
        let words = format!("Table of {}", annotations(sheet.rows.len()));
        WidgetInfo::labeled(eframe::egui::accesskit::Role::Table, true, words)
    });
    let pass = ui.ctx().cumulative_pass_nr();
    let is_new = it.pass + 1 < pass;
    it.pass = pass;
    let is_free = ui.memory(|it| it.focused().is_none() && it.top_modal_layer().is_none());
    if is_new && is_free && !view.desk.is_split() {
        ui.memory_mut(|it| it.request_focus(id));
        it.enter();
    }
    it.has_keys = it.editor.is_none()
        && (ui.memory(|it| it.has_focus(id)) || (is_free && !view.desk.is_split()))
        && !eframe::egui::Popup::is_any_open(ui.ctx());
    if it.has_keys {
        keys::keys(ui, it, case, sheet, view, room);
    }
}

/// What happened to a cell or a head.
fn happened(
    ui: &Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
    event: grid::Event,
) {
    match event {
        grid::Event::Sort { field, adds } => sorting::click(it.made.request_mut(), field, adds),
        grid::Event::Click { annotation, field, modifiers } => {
            ui.memory_mut(|it| it.request_focus(id()));
            it.chosen.field = field;
            if modifiers.shift {
                it.chosen.range_to(annotation, sheet);
            } else if modifiers.command {
                it.chosen.toggle(annotation);
            } else {
                it.chosen.only(annotation);
            }
            it.pick(view);
        }
        grid::Event::Open { annotation, field } => {
            it.chosen.field = field;
            if !editor::begin(it, case, annotation, view) {
                view.push(Action::Show { annotation, passage: 0 });
            }
        }
    }
}

/// Gives the rows the keyboard, if there are any.
pub fn take_focus(ui: &Ui, it: &mut TableView) -> bool {
    let has_rows = it.made.value().is_some_and(|it| !it.rows.is_empty());
    if has_rows {
        ui.memory_mut(|it| it.request_focus(id()));
        it.enter();
    }
    has_rows
}

/// Whether this, which has the keyboard, is the rows. Shown alone they have it too where nothing has it.
pub fn has_keyboard(it: &TableView, focused: Option<Id>) -> bool {
    it.has_keys && focused.is_none_or(|it| it == id())
}

/// The annotation whose row the keyboard is at.
pub fn annotation_at(it: &TableView, focused: Option<Id>) -> Option<AnnotationId> {
    let sheet = it.made.value().filter(|_| has_keyboard(it, focused))?;
    it.chosen.cursor.filter(|it| sheet.place(*it).is_some())
}

/// Takes the keys that mean something else in the rows than in the window; to be called before commands are read.
pub fn take_keys(ctx: &eframe::egui::Context, it: &mut TableView) {
    if it.has_keys && 1 < it.counted.count && !ctx.text_edit_focused() {
        it.deletes |= keys::take_delete(ctx);
    }
}
