//! The dialog in which a figure or a table is exported: what, in which form, size and words, with a preview that
//! follows every choice.

mod buttons;
mod model;
mod preview;
mod show;

pub use buttons::{buttons, buttons_width};
pub use model::{ExportDialog, Fault, Job, Kept};
pub use preview::{Preview, image};
pub use show::show;
