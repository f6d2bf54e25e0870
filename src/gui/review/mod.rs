//! The suggestions that nobody has decided yet, one after another. What waits is found in `views::review`; what is done
//! to it stands in `app::review`. Here `kept` knows where one is, `card` shows one, `brief` shows one beside the text, `queue` all that wait, `filters` what
//! is asked for.

pub mod brief;
mod card;
mod filters;
mod kept;
mod queue;

pub use filters::filters;
pub use kept::{Open, ReviewView};

use eframe::egui::Ui;

use super::view::View;

/// Shows the queue in all the room there is.
pub fn show(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    card::show(ui, kept, view);
    queue::show(ui, kept, view);
}
