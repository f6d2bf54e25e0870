//! Owns what happens while an article is dragged over the columns: where it would go is shown, and there it goes.

use eframe::egui::{
    CursorIcon, DragAndDrop, Id, LayerId, Order, Pos2, Rect, Stroke, StrokeKind, Ui, vec2,
};

use super::layout::{Landing, drop_at};
use crate::base::ArticleId;
use crate::gui::action::Action;
use crate::gui::desk::MOST_COLUMNS;
use crate::gui::list::one_line;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;

/// Looks after an article that is dragged over `area`. `columns` are those in view, with their places.
pub fn show(ui: &Ui, area: Rect, columns: &[(usize, Rect)], view: &View<'_>) {
    let Some(article) = DragAndDrop::payload::<ArticleId>(ui.ctx()).map(|it| *it) else { return };
    let Some(at) = ui.input(|it| it.pointer.interact_pos()) else { return };
    ui.set_cursor_icon(CursorIcon::Grabbing);
    ghost(ui, at, article, view);
    if !area.contains(at) {
        return;
    }
    let open = view.desk.column_of(article);
    let spans: Vec<_> =
        columns.iter().map(|(place, rect)| (*place, rect.left(), rect.right())).collect();
    let may_insert = open.is_some() || view.desk.columns.len() < MOST_COLUMNS;
    let drop = drop_at(at.x, &spans, may_insert, open.is_none()).unwrap_or(Landing::Before(0));
    mark(ui, area, columns, drop, view);
    if !ui.input(|it| it.pointer.any_released()) {
        return;
    }
    DragAndDrop::clear_payload(ui.ctx());
    match drop {
        Landing::Before(place) => view.push(Action::ReadAt { article, place }),
        Landing::Onto(place) => {
            view.push(Action::Activate(place));
            view.push(Action::Read { article, beside: false });
        }
    }
}

/// Shows where it would go.
fn mark(ui: &Ui, area: Rect, columns: &[(usize, Rect)], drop: Landing, view: &View<'_>) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop place")));
    let painter = painter.with_clip_rect(area);
    let accent = colour(view.palette.accent);
    match drop {
        Landing::Before(place) => {
            let before = columns.iter().find(|(at, _)| *at == place).map(|(_, rect)| rect.left());
            let after =
                columns.iter().find(|(at, _)| at + 1 == place).map(|(_, rect)| rect.right());
            let x = before
                .or(after)
                .unwrap_or(area.left())
                .clamp(area.left() + 2.0, area.right() - 2.0);
            painter.vline(x, area.y_range(), Stroke::new(4.0, accent));
        }
        Landing::Onto(place) => {
            if let Some((_, rect)) = columns.iter().find(|(at, _)| *at == place) {
                painter.rect_filled(*rect, 0.0, accent.gamma_multiply(0.08));
                painter.rect_stroke(*rect, 0.0, Stroke::new(2.0, accent), StrokeKind::Inside);
            }
        }
    }
}

/// What is dragged, beside the pointer.
fn ghost(ui: &Ui, at: Pos2, article: ArticleId, view: &View<'_>) {
    let Some(row) = view.case.and_then(|case| case.derived().row(article)) else { return };
    let painter =
        ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("dragged article")));
    let words = one_line(ui, &row.title, 220.0, colour(view.palette.text));
    let rect = Rect::from_min_size(at + vec2(14.0, 10.0), words.size()).expand2(vec2(10.0, 6.0));
    let radius = f32::from(theme::RADIUS);
    painter.rect_filled(rect, radius, colour(view.palette.page));
    let line = Stroke::new(1.0, colour(view.palette.line));
    painter.rect_stroke(rect, radius, line, StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 6.0), words, colour(view.palette.text));
}
