//! Owns small widgets that several panels share: labelled fields, chips, choices, signs to press, what stands where
//! there is nothing, and how a form is walked by keys.

mod at_right;
mod chips;
mod choice;
mod field;
mod icon;
mod keys;
mod nothing;
mod row;
mod segments;
mod splitter;
mod stop;
mod tick;

pub use at_right::{button_width, to_right, words_width};
pub use chips::{Chip, chips, some_chips};
pub use choice::{choice, choice_short};
pub use field::{
    capital, columns, label, labelled, lower_first, multiline, problem, text, uneven,
    whole_on_hover,
};
pub use icon::{ICON, arrow, icon, icon_button, icon_toggle, ring, with_arrow};
pub use keys::Keys;
pub use nothing::{hint, nothing, press, title};
pub use row::row;
pub use segments::{Segment, segments, segments_width};
pub use splitter::splitter;
pub use stop::stop;
pub use tick::{check, radio};
