//! The frame around the work: top bar, status line, start view, dialogs, command palette, search, notices, keys.

mod ask;
mod banner;
mod dialog;
mod doubts;
mod keys;
mod modal;
mod notices;
mod palette;
mod pick;
mod preferences;
mod segments;
mod sheet;
mod start;
mod status;
#[cfg(test)]
mod tests;
mod top;
mod warnings;

pub use banner::{banner, has_banner};
pub use dialog::{Dialog, Reply, dialogs};
pub use keys::{Over, pressed};
pub use modal::{Stand, caption, modal, primary, take_focus};
pub use notices::notices;
pub use palette::{PaletteState, palette};
pub use pick::{Looked, with_ending};
pub use preferences::Typed;
pub use start::{StartState, start};
pub use status::{status, status_room};
pub use top::top;
