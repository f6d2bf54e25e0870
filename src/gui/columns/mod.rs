//! The articles that are read, side by side. `layout` shares the width, `header` and `body` show one column, `drag`
//! moves articles to and between columns, `tabs` and `empty` stand in where there is
//! too little room or no article.

mod body;
mod drag;
mod empty;
mod header;
mod layout;
mod marked;
mod tabs;

use std::collections::HashMap;

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::action::Action;
use super::case::Case;
use super::reader::Sheet;
use super::theme::colour;
use super::view::View;
use crate::base::ArticleId;
pub use body::leave_by_tab;

use body::Room;
use header::Header;
use layout::LEAST;
use marked::Marked;

/// How far from the line between two columns it can be taken, in points.
const GRIP: f32 = 4.0;

/// What the columns keep between frames.
#[derive(Debug, Default)]
pub struct Columns {
    /// Of every article read in this session, so that one that is opened again is where it was left.
    sheets: HashMap<ArticleId, Sheet>,
    marked: HashMap<ArticleId, Marked>,
    /// The first column in view in the last frame.
    first: usize,
}

impl Columns {
    /// What is kept of an article between frames.
    pub fn sheet(&mut self, article: ArticleId) -> &mut Sheet {
        self.sheets.entry(article).or_default()
    }
}

/// Shows the columns in all the space that is left.
pub fn show(ui: &mut Ui, columns: &mut Columns, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let mut area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    ui.painter().rect_filled(area, 0.0, colour(view.palette.page));
    let desk = view.desk;
    if desk.columns.is_empty() {
        empty::show(ui, area, case, view);
        drag::show(ui, area, &[], view);
        return;
    }
    let in_view = layout::in_view(area.width(), desk.columns.len(), desk.active, columns.first);
    columns.first = in_view.start;
    if in_view.len() < desk.columns.len() {
        let strip = area.with_max_y(area.top() + tabs::HEIGHT);
        tabs::show(ui, strip, &in_view, case, view);
        area.min.y = strip.bottom().min(area.bottom());
    }
    let shares: Vec<f32> = desk.columns.iter().map(|it| it.share).collect();
    let shares = shares.get(in_view.clone()).unwrap_or_default();
    let widths = layout::widths(area.width(), shares, LEAST);
    let mut left = area.left();
    let mut rects = vec![];
    for (place, width) in in_view.zip(&widths) {
        rects.push((place, area.with_min_x(left).with_max_x(left + width)));
        left += width;
    }
    show_all(ui, &rects, columns, case, view);
    lines(ui, area, &rects, &widths, view);
    drag::show(ui, area, &rects, view);
}

/// The columns in view. Their heads are as high as the highest, so that the texts begin at one line.
fn show_all(
    ui: &mut Ui,
    rects: &[(usize, Rect)],
    columns: &mut Columns,
    case: &Case,
    view: &View<'_>,
) {
    let heads = rects.iter().filter_map(|(place, rect)| {
        let column = view.desk.columns.get(*place)?;
        let row = case.derived().row(column.article)?;
        Some((column, *place, *rect, Header::new(ui, row, rect.width(), view)))
    });
    let heads: Vec<_> = heads.collect();
    let height = heads.iter().map(|(.., head)| head.height()).fold(0.0, f32::max);
    for (column, place, rect, head) in heads {
        let bottom = (rect.top() + height).min(rect.bottom());
        let is_marked = place == view.desk.active && rects.len() > 1;
        head.show(ui, rect.with_max_y(bottom), place, is_marked, view);
        let line = Stroke::new(1.0, colour(view.palette.line));
        ui.painter().hline(rect.x_range(), bottom, line);
        let room = Room { rect: rect.with_min_y((bottom + 1.0).min(rect.bottom())), place };
        let sheet = columns.sheets.entry(column.article).or_default();
        let marked = columns.marked.entry(column.article).or_default();
        body::show(ui, &room, column, (sheet, marked), view);
    }
}

/// The lines between columns: dragged, they change the widths; a double click evens them.
fn lines(ui: &Ui, area: Rect, rects: &[(usize, Rect)], widths: &[f32], view: &View<'_>) {
    for (at, (place, rect)) in rects.iter().enumerate().skip(1) {
        let x = rect.left();
        let grip = Rect::from_x_y_ranges(x - GRIP..=x + GRIP, area.y_range());
        let id = ui.scope_id().with(("line", *place));
        let response = ui.interact(grip, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Splitter, true, format!("Line before column {}", place + 1))
        });
        let held = response.hovered() || response.dragged();
        let tone = if held { view.palette.accent } else { view.palette.line };
        ui.painter().vline(x, area.y_range(), Stroke::new(1.0, colour(tone)));
        if held {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let Some(pointer) = response.interact_pointer_pos() else { continue };
        if response.double_clicked() {
            view.push(Action::Shares(vec![1.0; view.desk.columns.len()]));
        } else if response.dragged() && response.drag_delta() != vec2(0.0, 0.0) {
            let moved = layout::moved(widths, at - 1, pointer.x - x, LEAST.min(area.width() / 4.0));
            let mut shares: Vec<f32> = view.desk.columns.iter().map(|it| it.share).collect();
            let sum: f32 = rects.iter().filter_map(|(place, _)| shares.get(*place)).sum();
            for ((place, _), width) in rects.iter().zip(&moved) {
                if let Some(share) = shares.get_mut(*place) {
                    *share = width / area.width().max(1.0) * sum;
                }
            }
            view.push(Action::Shares(shares));
        }
    }
}
