//! Owns the evidence behind a mark or a cell: an annotation told in whole words, with its sentence and its source.

use crate::base::{AnnotationId, ArticleId};

/// One annotation as a reader needs it who has nothing but this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub annotation: AnnotationId,
    /// "at least 25 killed, civilians" or "condemns the operation".
    pub says: String,
    /// The passage as printed.
    pub quote: String,
    /// Its whole sentence.
    pub sentence: String,
    /// Who says it or holds it: the actor's name, else the words as printed, else empty.
    pub who: String,
    /// Whose people, or towards whom; empty where not stated.
    pub whom: String,
    pub incident: String,
    /// "19 Sep 2023, 20:00" or "printed 19 Sep 2023, 21:12" or "no time".
    pub time: String,
    pub article: ArticleId,
    pub outlet: String,
    pub title: String,
    /// Path of the article within its root.
    pub path: String,
    /// Times the same figure is said again in further passages.
    pub repeats: usize,
    pub status: String,
}
