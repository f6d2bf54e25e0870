//! The forms at the right.

use crate::project::Passage;

/// What is being written.
pub struct Form {
    passages: Vec<Passage>,
}

/// What kind of annotation is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Claim,
    Stance,
    Note,
}

impl Form {
    pub fn attach(&mut self, passage: Passage) {
        self.passages.push(passage);
    }
}
