//! The stance matrix: actors by position, article, target or day, as plain data for window and figure.

mod model;

pub use model::*;
