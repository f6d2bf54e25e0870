//! Pure: articles and a gazetteer in, suggestions out. Changes nothing, reads no file, knows no project.

mod gazetteer;
mod lexicon;
mod mentions;
mod numbers;
mod sentence;
mod suggestion;
mod tokens;

pub use gazetteer::{Gazetteer, GazetteerEntry, Hit};
pub use suggestion::{Figure, Found, FoundClaim, FoundName, FoundStance, Suggestion};
