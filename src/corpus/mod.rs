//! Articles that never change, shared by `Arc`: files in, text, metadata, paragraphs and sentences out.

mod article;

pub use article::{Article, EXTRACTOR, Hash, Known, Metadata};
