//! The window's own way to choose a folder or a file, for machines that can show no dialog of the system. What is in a
//! folder is found out on a thread; the dialog shows what came of it.

mod model;
mod show;
#[cfg(test)]
mod tests;

pub use model::{Looked, Pick, with_ending};
pub use show::pick;
