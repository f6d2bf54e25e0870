//! The reader: articles side by side, to be read and annotated.

pub mod bidi;
