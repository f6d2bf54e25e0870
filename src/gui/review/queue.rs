//! Owns the list of all that waits, in its order.

use eframe::egui::{ScrollArea, Ui};

use super::ReviewView;
use crate::gui::action::Action;
use crate::gui::view::View;

/// Shows what waits.
pub fn show(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    let Some(review) = kept.review() else { return };
    let current = kept.current();
    ScrollArea::vertical().auto_shrink(false).show_rows(
        ui,
        20.0,
        review.queue.len(),
        |ui, rows| {
            for it in rows.filter_map(|at| review.at(at)).filter(|it| kept.is_open(it)) {
                let is_current = current.as_ref() == Some(&it.key);
                if ui.selectable_label(is_current, &it.says).clicked() {
                    view.push(Action::Choose(Some(it.key.clone())));
                }
            }
        },
    );
}
