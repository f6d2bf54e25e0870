//! Pure: articles and a gazetteer in, suggestions out. Changes nothing, reads no file, knows no project.

mod casualty;
mod gazetteer;
mod incident;
mod kinds;
mod language;
mod lexicon;
mod mentions;
mod namer;
mod numbers;
mod prefill;
mod reading;
mod row;
mod sentence;
mod speech;
mod stance;
mod subject;
mod suggest;
mod suggestion;
#[cfg(test)]
mod tests;
mod times;
mod tokens;

pub use gazetteer::{Gazetteer, GazetteerEntry, Hit};
pub use incident::{KnownIncident, MainEvent, is_beside_main, main_event};
pub use kinds::kind_of_name;
pub use language::{not_searched, searchable};
pub use namer::{Namer, folded};
pub use prefill::{Prefill, prefill};
pub use row::{CasualtyRow, RowBody, StanceRow, SuggestionRow};
pub use suggest::{Context, suggest};
pub use suggestion::{Figure, Found, FoundClaim, FoundName, FoundStance, Suggestion};
