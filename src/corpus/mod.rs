//! Articles that never change, shared by `Arc`: files in, text, metadata, paragraphs and sentences out;
//! and the search over them.

mod article;
mod decode;
mod format;
mod load;
mod metadata;
mod search;
mod structure;

pub use article::{Article, EXTRACTOR, Hash, Known, Metadata};
pub use decode::MAX_BYTES;
pub use load::{Loaded, LoadedArticle, Progress, load, read_article};
pub use metadata::language_name;
pub use search::{Context, Found, Pattern, Query, SearchError, SearchResult, context, search};
