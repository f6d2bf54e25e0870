//! Owns the views beside the articles: table, chart and matrix, each made anew on a thread when it is shown and the
//! project or its request has changed.

use eframe::egui::{Context, CursorIcon, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::{App, Done};
use crate::base::IdMint;
use crate::gui::case::Case;
use crate::gui::chart::ChartView;
use crate::gui::columns::{self, Columns};
use crate::gui::desk::Face;
use crate::gui::matrix::MatrixView;
use crate::gui::review::ReviewView;
use crate::gui::settings::{SPLITS, Settings};
use crate::gui::table::TableView;
use crate::gui::task::Work;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::{chart, matrix, review, table};
use crate::views;

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

impl App {
    /// Whether what is shown is to be made anew.
    pub(super) fn views_are_due(&self) -> bool {
        let Some(revision) = self.case.as_ref().map(Case::revision) else { return false };
        match self.desk.face {
            Face::Read | Face::Review => false,
            Face::Table => self.views.table.made.is_due(revision),
            Face::Casualties => self.views.chart.made.is_due(revision) || self.views.chart.is_due(),
            Face::Stances => self.views.matrix.made.is_due(revision),
        }
    }

    /// Sets threads to work on what is shown and not ready.
    pub(super) fn make_views(&mut self) {
        let Some(case) = &self.case else { return };
        let (revision, state) = (case.revision(), || case.project().shared());
        let views = &mut self.views;
        match self.desk.face {
            Face::Read | Face::Review => {}
            Face::Table => {
                if let Some(request) = views.table.made.begin(revision) {
                    let state = state();
                    let job = move |_: &_| Done::Table(views::sheet(&state, &request));
                    self.tasks.start(Work::Table, "Making the table", job);
                }
            }
            Face::Casualties => {
                views.chart.meet(case.state());
                if let Some(request) = views.chart.made.begin(revision) {
                    let state = state();
                    let job = move |_: &_| {
                        let facets = views::chart::facets(&state, &request);
                        Done::Chart(Box::new((views::chart(&state, &request), facets)))
                    };
                    self.tasks.start(Work::Chart, "Making the chart", job);
                }
                if let Some(look) = views.chart.begin_layout() {
                    let job = move |_: &_| Done::Laid(Box::new(look.laid()));
                    self.tasks.start(Work::Layout, "Laying out the chart", job);
                }
            }
            Face::Stances => {
                views.matrix.meet(case.state());
                if let Some(request) = views.matrix.made.begin(revision) {
                    let state = state();
                    let job = move |_: &_| Done::Matrix(Box::new(views::matrix(&state, &request)));
                    self.tasks.start(Work::Matrix, "Making the matrix", job);
                }
            }
        }
    }
}
