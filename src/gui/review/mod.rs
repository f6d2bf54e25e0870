//! The suggestions that nobody has decided yet, one after another; or those that were dismissed, to be offered again.
//! What waits is found in `views::review`; what is done to it stands in `app::review`. Here `kept` knows where one is and
//! `shown` what of the queue is shown, `told` finds out what would be recorded, `card` shows it, in the view and beside
//! the text, `queue` shows all that wait, `filters` what is asked for, `empty` what stands there where there is nothing.

mod articles;
pub mod card;
mod empty;
mod excerpt;
mod fields;
mod filters;
mod found;
mod head;
mod kept;
mod queue;
mod shown;
mod told;

pub use empty::waits;
pub use filters::filters;
pub use found::{as_found, filled};
pub use kept::{Open, ReviewView};
pub use queue::{has_keyboard, take_focus};

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use super::theme::colour;
use super::view::View;

/// Room of the buttons beneath the suggestion, and of what stands above the queue, in points.
const BUTTONS: f32 = 44.0;
const ABOVE: f32 = 36.0;

/// The part of the room that the suggestion has, and the least room for the queue, in points.
const SHARE: f32 = 0.5;
const LEAST_QUEUE: f32 = 92.0;

/// In a room lower than this the queue has the least there is, in points.
const TIGHT: f32 = 640.0;

/// In a room lower than this the suggestion stands alone, in points.
const LOW: f32 = 320.0;

/// Shows the queue in all the room there is: how far one has come, the suggestion one is at, and all that wait. Buttons
/// and queue keep their places from one suggestion to the next.
pub fn show(ui: &mut Ui, kept: &mut ReviewView, view: &View<'_>) {
    let margin = Margin { left: 20, right: 12, top: 14, bottom: 4 };
    let frame = Frame::new().fill(colour(view.palette.page)).inner_margin(margin);
    frame.show(ui, |ui| {
        if kept.current().is_none() || kept.shown().rows() == 0 {
            if 0 < kept.shown().all {
                head::progress(ui, kept, view);
            }
            empty::show(ui, kept, view);
            return;
        }
        head::progress(ui, kept, view);
        ui.add_space(8.0);
        let room = ui.available_rect_before_wrap();
        // What another suggestion was scrolled to is not where this one begins.
        let salt = ("suggestion", kept.current());
        let area = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
        if room.height() < LOW {
            area.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                if let Some(told) = kept.current_told() {
                    card::body(ui, told, view);
                    ui.add_space(8.0);
                    card::buttons(ui, kept, view);
                }
            });
            return;
        }
        let most = room.height() - BUTTONS - ABOVE - LEAST_QUEUE;
        let share = if room.height() < TIGHT { most } else { (room.height() * SHARE).min(most) };
        let top = room.with_max_y(room.top() + share.round());
        let mut card = ui.new_child(UiBuilder::new().max_rect(top));
        let area = match kept.scroll.take() {
            Some(to) => area.vertical_scroll_offset(to),
            None => area,
        };
        let seen = area.show(&mut card, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            if let Some(told) = kept.current_told() {
                card::body(ui, told, view);
            }
        });
        if std::mem::take(&mut kept.turns) {
            // A page on, and from the end back to the beginning.
            let (at, tall) = (seen.state.clamped_offset().y, seen.inner_rect.height());
            let ends = seen.content_size.y <= at + tall + 1.0;
            kept.scroll = Some(if ends { 0.0 } else { at + tall * 0.8 });
            ui.request_repaint();
        }
        ui.advance_cursor_after_rect(top);
        let (bar, _) = ui.allocate_exact_size(vec2(room.width(), BUTTONS), Sense::hover());
        let layout = Layout::left_to_right(Align::Center);
        let mut bar = ui.new_child(UiBuilder::new().max_rect(bar).layout(layout));
        card::buttons(&mut bar, kept, view);
        let line = Stroke::new(1.0, colour(view.palette.line));
        ui.painter().hline(room.x_range(), ui.cursor().top(), line);
        let (above, _) = ui.allocate_exact_size(vec2(room.width(), ABOVE), Sense::hover());
        let mut above = ui.new_child(UiBuilder::new().max_rect(above).layout(layout));
        head::above(&mut above, kept, view);
        ui.painter().hline(room.x_range(), ui.cursor().top(), line);
        queue::show(ui, kept, view);
    });
}
