//! The dialog in which a figure or a table is exported: what, in which form, size and words, with a preview that
//! follows every choice.

mod model;
mod preview;
mod show;

pub use model::{ExportDialog, Fault, Job, Kept};
pub use preview::{Preview, image};
pub use show::show;
