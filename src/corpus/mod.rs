//! Articles that never change, shared by `Arc`: files in, text, metadata, paragraphs and sentences out.

mod article;
mod decode;
mod format;
mod load;
mod metadata;
mod structure;

pub use article::{Article, EXTRACTOR, Hash, Known, Metadata};
pub use decode::MAX_BYTES;
pub use load::{Loaded, LoadedArticle, Progress, load, load_telling, read_article};
pub use metadata::{Dated, dates, language_name};
