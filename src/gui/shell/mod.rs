//! The frame around the work: top bar, status line, start view, dialogs, command palette, search, notices, keys.

mod dialog;
mod keys;
mod notices;
mod palette;
mod start;
mod status;
mod top;

pub use dialog::Dialog;
pub use keys::pressed;
pub use notices::notices;
pub use palette::PaletteState;
pub use start::start;
pub use status::status;
pub use top::top;
