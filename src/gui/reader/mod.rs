//! The article widget of one column.

/// Selected words of an article, as byte offsets; a caret if both are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub anchor: usize,
    pub head: usize,
}

/// What a column keeps between frames.
#[derive(Debug, Default)]
pub struct Sheet {}

impl Sheet {
    pub fn reveal(&mut self, _: crate::base::Span) {}
}
