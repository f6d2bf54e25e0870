//! Owns the views beside the articles: table, chart and matrix, each made anew on a thread when it is shown and the
//! project or its request has changed.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Context, CursorIcon, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::{App, Done};
use crate::base::{AnnotationId, IdMint};
use crate::gui::case::Case;
use crate::gui::chart::{ChartView, Drawn};
use crate::gui::columns::{self, Columns};
use crate::gui::desk::Face;
use crate::gui::matrix::MatrixView;
use crate::gui::notice::Weight;
use crate::gui::review::ReviewView;
use crate::gui::settings::{SPLITS, Settings};
use crate::gui::table::TableView;
use crate::gui::task::Work;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::{chart, matrix, review, table};
use crate::project::{self, State};
use crate::views::chart::ChartRequest;
use crate::views::matrix::{Matrix, MatrixRequest};
use crate::views::review::Key;
use crate::views::{self, Supposed};

/// The least width of text and view where they stand side by side, in points.
const LEAST: f32 = 320.0;

/// How far from the line between them it can be taken, in points.
const GRIP: f32 = 4.0;

/// What the views keep.
#[derive(Default)]
pub(super) struct Views {
    pub table: TableView,
    pub chart: ChartView,
    pub matrix: MatrixView,
    pub review: ReviewView,
    /// The view gets the keyboard as soon as it is ready.
    pub takes_focus: bool,
    /// Something has the keyboard, as of the last frame; the pointer was used last, not a key.
    pub has_focus: bool,
    pub by_pointer: bool,
}

impl Views {
    /// Views of which none was shown yet.
    pub fn new(settings: &Settings) -> Self {
        Self { table: TableView::with_columns(&settings.table), ..Self::default() }
    }

    /// Whether a view has suggestions beside what is decided.
    fn supposes(&self, face: Face) -> bool {
        match face {
            Face::Casualties => self.chart.suggestions,
            Face::Stances => self.matrix.suggestions,
            Face::Read | Face::Review | Face::Table => false,
        }
    }

    /// The revision that a view is to be of; one with suggestions is another than one without. None while it is being
    /// found out which are open.
    pub fn revision(&self, face: Face, case: &Case) -> Option<u64> {
        if !self.supposes(face) {
            return Some(case.revision() * 2);
        }
        let revision = case.review_revision();
        self.review.made.is_ready(revision).then_some(revision * 2 + 1)
    }

    /// Shows the view that is chosen.
    fn show(&mut self, ui: &mut Ui, view: &View<'_>, ids: &mut IdMint) {
        self.meet_keyboard(ui, view);
        match view.desk.face {
            Face::Read => {}
            Face::Review => review::show(ui, &mut self.review, view),
            Face::Table => table::show(ui, &mut self.table, view, ids),
            Face::Casualties => chart::show(ui, &mut self.chart, view),
            Face::Stances => matrix::show(ui, &mut self.matrix, view),
        }
    }

    /// Shows what the view that is chosen can be narrowed down by.
    pub fn filters(&mut self, ui: &mut Ui, view: &View<'_>) {
        match view.desk.face {
            Face::Read => {}
            Face::Review => review::filters(ui, &mut self.review, view),
            Face::Table => table::filters(ui, &mut self.table, view),
            Face::Casualties => chart::filters(ui, &mut self.chart, view),
            Face::Stances => matrix::filters(ui, &mut self.matrix, view),
        }
    }

    /// Takes the keys that mean something else in the view than in the window.
    pub fn take_keys(&mut self, ctx: &Context, face: Face) {
        self.take_steps(ctx, face);
        if face == Face::Table {
            table::take_keys(ctx, &mut self.table);
        }
    }

    /// What is shown, for the status line.
    pub fn told(&self, face: Face) -> Option<String> {
        match face {
            Face::Read => None,
            Face::Review => self.review.told(),
            Face::Table => self.table.told(),
            Face::Casualties => self.chart.told(),
            Face::Stances => self.matrix.told(),
        }
    }
}

/// Shows text and view in all the room there is; gives the share of the text where they stand side by side.
pub(super) fn show(
    ui: &mut Ui,
    columns: &mut Columns,
    views: &mut Views,
    view: &View<'_>,
    ids: &mut IdMint,
    share: f32,
) -> f32 {
    let area = ui.available_rect_before_wrap();
    if view.desk.face == Face::Read {
        columns::show(ui, columns, view);
        return share;
    }
    if !view.desk.is_split() {
        part(ui, area, |ui| views.show(ui, view, ids));
        return share;
    }
    let edge = (area.left() + area.width() * share).round();
    let edge = edge.clamp(area.left() + LEAST, (area.right() - LEAST).max(area.left() + LEAST));
    part(ui, area.with_max_x(edge), |ui| columns::show(ui, columns, view));
    part(ui, area.with_min_x(edge + 1.0), |ui| views.show(ui, view, ids));
    ui.advance_cursor_after_rect(area);
    line(ui, area, edge, view).unwrap_or(share)
}

/// Whether text and view fit side by side into this width.
pub(super) fn fits_split(width: f32) -> bool {
    LEAST * 2.0 <= width
}

fn part(ui: &mut Ui, room: Rect, show: impl FnOnce(&mut Ui)) {
    let mut part = ui.new_child(UiBuilder::new().max_rect(room));
    part.shrink_clip_rect(room);
    show(&mut part);
}

/// The line between text and view; the share of the text if it is dragged, or evened by a double click.
fn line(ui: &Ui, area: Rect, edge: f32, view: &View<'_>) -> Option<f32> {
    let grip = Rect::from_x_y_ranges(edge - GRIP..=edge + GRIP, area.y_range());
    let response = ui.interact(grip, ui.scope_id().with("split"), Sense::CLICK | Sense::DRAG);
    response
        .widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Line between text and view"));
    let held = response.hovered() || response.dragged();
    let tone = if held { view.palette.accent } else { view.palette.line };
    ui.painter().vline(edge, area.y_range(), Stroke::new(1.0, colour(tone)));
    if held {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.double_clicked() {
        return Some(0.5);
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged())?;
    Some(((pointer.x - area.left()) / area.width().max(1.0)).clamp(*SPLITS.start(), *SPLITS.end()))
}

/// The chart of a project, beside its suggestions where they are supposed.
fn drawn(
    state: &State,
    request: &ChartRequest,
    suppose: Option<impl FnOnce() -> Supposed>,
) -> Drawn {
    let Some(supposed) = suppose.map(|it| it()) else {
        let (chart, facets) = (views::chart(state, request), views::chart::facets(state, request));
        return Drawn { chart, facets, supposed: HashMap::new() };
    };
    let chart = views::chart::with_suggestions(state, &supposed, request);
    let facets = views::chart::facets_with_suggestions(state, &supposed, request);
    Drawn { chart, facets, supposed: supposed.these }
}

/// The same of the matrix.
fn matrix_of(
    state: &State,
    request: &MatrixRequest,
    suppose: Option<impl FnOnce() -> Supposed>,
) -> (Matrix, HashMap<AnnotationId, Key>) {
    let Some(supposed) = suppose.map(|it| it()) else {
        return (views::matrix(state, request), HashMap::new());
    };
    let matrix = views::matrix::with_suggestions(state, &supposed, request);
    (matrix, supposed.these)
}

impl App {
    /// Whether what is shown is to be made anew.
    pub(super) fn views_are_due(&self) -> bool {
        let face = self.desk.face;
        let revision = self.case.as_ref().and_then(|it| self.views.revision(face, it));
        let is_laid = face != Face::Casualties || !self.views.chart.is_due();
        let Some(revision) = revision else { return !is_laid };
        match face {
            Face::Read | Face::Review => false,
            Face::Table => self.views.table.made.is_due(revision),
            Face::Casualties => self.views.chart.made.is_due(revision) || !is_laid,
            Face::Stances => self.views.matrix.made.is_due(revision),
        }
    }

    /// Makes the project with its open suggestions as if they were accepted, on a thread.
    fn suppose(&self) -> Option<impl FnOnce() -> Supposed + Send + use<>> {
        let case = self.case.as_ref().filter(|_| self.shows_suggestions())?;
        let review = Arc::clone(self.views.review.review()?);
        let (state, texts) = (case.project().shared(), case.bound().clone());
        let (found, stamp) = (Arc::clone(case.suggested().found()), self.stamp());
        Some(move || {
            let gazetteer = project::gazetteer(&state);
            Supposed::new(&state, &gazetteer, &texts, &found, &review.waiting, &stamp)
        })
    }

    /// The suggestion that something in a view stands for.
    pub(super) fn supposed(&self, annotation: AnnotationId) -> Option<Key> {
        let all = match self.desk.face {
            Face::Casualties => &self.views.chart.supposed,
            Face::Stances => &self.views.matrix.supposed,
            Face::Read | Face::Review | Face::Table => return None,
        };
        let is_decided = |it: &Case| it.state().annotations().contains_key(&annotation);
        all.get(&annotation).filter(|_| !self.case.as_ref().is_some_and(is_decided)).cloned()
    }

    /// Whether the view that is shown has suggestions beside what is decided.
    pub(super) fn shows_suggestions(&self) -> bool {
        self.views.supposes(self.desk.face)
    }

    /// Goes to a suggestion where it is decided.
    pub(super) fn decide(&mut self, key: Key) {
        let was_hidden = self.views.review.unhide(&key);
        self.choose_suggestion(Some(key));
        self.turn(Face::Review);
        if was_hidden {
            let hint = "those that did are lifted";
            self.notices.tell(Weight::Done, "the filters of the queue left this one out", hint);
        }
    }

    /// Sets threads to work on what is shown and not ready.
    pub(super) fn make_views(&mut self) {
        let suppose = self.views_are_due().then(|| self.suppose()).flatten();
        let Some(case) = &self.case else { return };
        let revision = self.views.revision(self.desk.face, case);
        let state = || case.project().shared();
        let views = &mut self.views;
        match self.desk.face {
            Face::Read | Face::Review => {}
            Face::Table => {
                if let Some(request) = revision.and_then(|it| views.table.made.begin(it)) {
                    let state = state();
                    let job = move |_: &_| Done::Table(views::sheet(&state, &request));
                    self.tasks.start(Work::Table, "Making the table", job);
                }
            }
            Face::Casualties => {
                views.chart.meet(case.state());
                if let Some(request) = revision.and_then(|it| views.chart.made.begin(it)) {
                    let state = state();
                    let job = move |_: &_| Done::Chart(Box::new(drawn(&state, &request, suppose)));
                    self.tasks.start(Work::Chart, "Making the chart", job);
                }
                if let Some(look) = views.chart.begin_layout() {
                    let job = move |_: &_| Done::Laid(Box::new(look.laid()));
                    self.tasks.start(Work::Layout, "Laying out the chart", job);
                }
            }
            Face::Stances => {
                views.matrix.meet(case.state());
                if let Some(request) = revision.and_then(|it| views.matrix.made.begin(it)) {
                    let state = state();
                    let job =
                        move |_: &_| Done::Matrix(Box::new(matrix_of(&state, &request, suppose)));
                    self.tasks.start(Work::Matrix, "Making the matrix", job);
                }
            }
        }
    }
}
