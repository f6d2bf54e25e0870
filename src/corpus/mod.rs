//! Articles that never change, shared by `Arc`: files in, text, metadata, paragraphs and sentences out;
//! and the search over them.

mod article;
mod decode;
mod format;
mod load;
mod metadata;
pub mod search;
mod structure;

pub use article::{Article, EXTRACTOR, Hash, Known, Metadata};
pub use decode::MAX_BYTES;
pub use load::{Loaded, LoadedArticle, Progress, load, load_telling, read_article};
pub use metadata::{Dated, dates, language_name};
