//! Plain data in the words of the screen, made from shared references; shown by window, figures and tables alike.

pub mod chart;
mod evidence;
pub mod matrix;

pub use evidence::Evidence;
