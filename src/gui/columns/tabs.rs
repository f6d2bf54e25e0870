//! Owns the strip that names all open articles where not all columns have room beside each other.

use std::ops::Range;

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::list::one_line;
use crate::gui::theme::colour;
use crate::gui::view::View;

/// How high the strip is, in points.
pub const HEIGHT: f32 = 32.0;

/// Shows the strip; those of `in_view` stand below it.
pub fn show(ui: &Ui, rect: Rect, in_view: &Range<usize>, case: &Case, view: &View<'_>) {
    let columns = &view.desk.columns;
    let width = rect.width() / columns.len().max(1) as f32;
    let palette = view.palette;
    ui.painter().rect_filled(rect, 0.0, colour(palette.panel));
    for (place, column) in columns.iter().enumerate() {
        let Some(row) = case.derived().row(column.article) else { continue };
        let left = rect.left() + width * place as f32;
        let tab = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let name = if row.outlet.is_empty() { &row.title } else { &row.outlet };
        let id = ui.scope_id().with(("tab", column.article));
        let response = ui.interact(tab, id, Sense::CLICK);
        response.widget_info(|| {
            let said = format!("Go to column {}, {name}", place + 1);
            WidgetInfo::selected(Role::Tab, true, in_view.contains(&place), said)
        });
        if in_view.contains(&place) {
            ui.painter().rect_filled(tab, 0.0, colour(palette.page));
        }
        let is_active = place == view.desk.active;
        let tone = colour(if is_active { palette.text } else { palette.weak });
        let words = one_line(ui, name, (width - 16.0).max(1.0), tone);
        let at = pos2(left + 8.0, tab.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, tone);
        let line = Stroke::new(1.0, colour(palette.line));
        ui.painter().vline(tab.right(), tab.y_range(), line);
        ui.painter().hline(tab.x_range(), tab.bottom(), line);
        if is_active {
            let line = Stroke::new(2.0, colour(palette.accent));
            // Above, as over the column itself: the two do not stand over each other.
            ui.painter().hline(tab.x_range(), tab.top() + 1.0, line);
        }
        if response.clicked() {
            view.push(Action::Activate(place));
        }
        if response.middle_clicked() {
            view.push(Action::CloseColumn(place));
        }
        response.on_hover_text(&row.title);
    }
}
