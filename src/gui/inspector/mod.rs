//! Owns the forms of the right panel.

pub mod figure;
pub mod matching;
pub mod told;
pub mod typed;
pub mod when;
