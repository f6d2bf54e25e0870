//! Words everyone shares: ids, positions in text, times, the vocabulary of claims and stances, warnings, design tokens
//! and fonts. Names nothing else of the crate; has no clock, no disk and no state.

pub mod fonts;
mod ids;
mod pattern;
mod text;
pub mod theme;
pub mod time;
mod unknown;
mod warn;
pub mod words;

pub use ids::{ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IdMint, IncidentId, RootId};
pub use pattern::pattern;
pub use text::{Byte, CodePoint, Span, TextIndex};
pub use time::{Offset, When, Zone};
pub use unknown::Unknown;
pub use warn::Warning;
