//! Pure: articles and a gazetteer in, suggestions out. Changes nothing, reads no file, knows no project.

mod suggestion;

pub use suggestion::{Figure, Found, FoundClaim, FoundName, FoundStance, Suggestion};
