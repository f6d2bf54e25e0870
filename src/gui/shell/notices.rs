//! Owns how notices are shown: at the bottom, over no text that is read.

use eframe::egui::{Align2, Area, Context, Frame, Id, Order, RichText, vec2};

use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::notice::Weight;
use crate::gui::theme::colour;
use crate::gui::view::View;

/// Shows all notices.
pub fn notices(ctx: &Context, view: &View<'_>) {
    if view.notices.shown().is_empty() {
        return;
    }
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -48.0))
        .show(ctx, |ui| {
            for notice in view.notices.shown() {
                Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_max_width(420.0);
                    ui.horizontal_top(|ui| {
                        let (icon, tone) = match notice.weight {
                            Weight::Done => (icons::CHECK, view.palette.accent),
                            Weight::Warning => (icons::WARNING, view.palette.warning()),
                            Weight::Error => (icons::ERROR, view.palette.error()),
                        };
                        ui.label(RichText::new(icon).color(colour(tone)));
                        ui.vertical(|ui| {
                            ui.label(&notice.what);
                            if !notice.hint.is_empty() {
                                ui.weak(&notice.hint);
                            }
                        });
                        if ui.button(icons::CLOSE).on_hover_text("Dismiss").clicked() {
                            view.push(Action::Dismiss(notice.number));
                        }
                    });
                });
            }
        });
}
