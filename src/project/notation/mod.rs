//! Owns a small notation that builds a [`State`] through ordinary edits, for tests, documents and samples.
//!
//! One line makes one thing; `#` starts a comment line. Actors, incidents, codes and articles that are named but not
//! declared are made on the fly. Names may hold several words and end where the next keyword starts; a name that holds a
//! keyword goes in quotes, and a name in parentheses is only the report's words, without a record behind it.
//!
//! ```text
//! name Project name
//! zone +04:00
//! actor Ombudsman < Karabakh authorities : person, people Armenians, alias Defender
//! incident the offensive < the war : when 2023-09-19, place Karabakh, alias the operation
//! code shelling < violence
//! article a.txt | Meridian Wire | 2023-09-19 21:12 | Title | Agency
//! claim k1 a.txt killed >=25 civilian by Ombudsman side Armenians in the offensive at 2023-09-19T20:00 "at least 25 dead"
//! stance s1 a.txt France condemn incident:the offensive about the offensive past "condemned"
//! note n1 a.txt shelling, war "shells fell"
//! passage k1 repeat b.txt "25 dead"
//! exclude a.txt
//! dismiss a.txt killed 25 "25 dead"
//! ```
//!
//! - **article**: path, outlet, time of publication, title, agency, the later ones optional; `-` or nothing is unknown, `~`
//!   before one is guessed.
//! - **claim**: key, article, outcome, figure, then in any order: a role or a demographic; `by`, `via`, `side`, `in`
//!   (incident), `place`, `reason` with a name; `direct`; `basis` of the side; `at` a time; `part-of`
//!   (which also makes the measure a part), `supersedes` with a key; `measure`, `status`, `reliability`, `credibility` with a word; `memo` with a text in quotes.
//! - **figure**: `25`, `>=25`, `<=30` (0 to 30), `~60` (about), `10..20`, `vague:2000`.
//! - **time**: `2023`, `2023-09`, `2023-09-19`, `2023-09-19T20`, `2023-09-19T20:30`, each with an offset after it if the zone is
//!   stated (`2023-09-19T20:30+01:00`), or `2023-09-19..2023-09-21`; before it `~` or `guessed`, `resolved`, `hand`. `at published`
//!   takes the article's time of publication.
//! - **stance**: key, article, actor, position, target (an actor, `incident:NAME`, `topic:WORDS`, or nothing), then `about` an
//!   incident, `at` a time, `past`, `direct`, `reason`, `memo`.
//!
//! The quote at the end is put into the article's text as a sentence of its own, in the order of the lines; without one, the
//! line's own words are the quote. Ids come from a seeded mint, so the same notation gives the same bytes.

mod annotations;
mod build;
mod clauses;
mod scan;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::edit::Edit;
use super::state::State;
use crate::base::{AnnotationId, ArticleId};
use crate::corpus::Article;

/// What a notation stands for.
#[derive(Debug, Clone)]
pub struct Built {
    pub state: State,
    /// The edits that made the state, in order.
    pub edits: Vec<Edit>,
    /// The texts behind the articles.
    pub texts: IndexMap<ArticleId, Article>,
    /// The annotations by the key of their line.
    pub keys: BTreeMap<String, AnnotationId>,
}

/// What is wrong in a notation, and in which line (from 1).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct NotationError {
    pub line: usize,
    pub what: String,
}

/// Builds what `text` describes.
pub fn read(text: &str) -> Result<Built, NotationError> {
    build::build(text)
}

/// The state that `text` describes.
pub fn state(text: &str) -> Result<State, NotationError> {
    read(text).map(|built| built.state)
}
