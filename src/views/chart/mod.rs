//! The casualty chart: claims over time as plain data, laid out once for window and figure.

mod model;

pub use model::*;
