//! Owns the search over all articles.

/// The search field and what was found.
#[derive(Debug, Default)]
pub struct Find {
    words: String,
}

impl Find {
    pub fn open(&mut self) {}

    pub fn has_hits(&self) -> bool {
        !self.words.is_empty()
    }
}
