//! Owns small widgets that several panels share: labelled fields, chips, choices, and how a form is walked by keys.

mod chips;
mod choice;
mod field;
mod keys;
mod row;

pub use chips::{Chip, chips};
pub use choice::{choice, choice_short};
pub use field::{
    capital, columns, label, labelled, lower_first, multiline, problem, text, uneven,
    whole_on_hover,
};
pub use keys::Keys;
pub use row::row;
