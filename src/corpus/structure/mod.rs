//! Owns the parts of a text that everything else counts on: paragraphs, sentences, and what the page left over.
//! Found once, when an article is read.

mod furniture;
mod paragraphs;
mod sentences;

pub(super) use furniture::furniture;
pub(super) use paragraphs::paragraphs;
pub(super) use sentences::sentences;

#[cfg(test)]
mod tests;
