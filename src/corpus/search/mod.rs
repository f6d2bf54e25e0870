//! Owns the search over all articles: a pattern in, hits in the order of article and place out, whatever the number of
//! threads. What is asked for stands in `pattern`, what is the same to a plain
//! search in `plain`, the way through a text in `hits`, a line of the list of results in `context`.

mod context;
mod error;
mod hits;
mod pattern;
mod plain;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use rayon::prelude::*;

use super::Article;
use crate::base::Span;
pub use context::{Context, context};
pub use error::SearchError;
use hits::{Hits, Step};
pub use pattern::{Pattern, Query};

/// A place where a pattern was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The place of the article in the list that was searched.
    pub article: usize,
    /// Within the article's text, never empty.
    pub span: Span,
}

/// What a search over articles gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// The first hits, in the order of article and place.
    pub hits: Vec<Found>,
    /// How many there are, also of those past the most that was asked for.
    pub total: usize,
    /// How many articles have at least one.
    pub articles_with_hits: usize,
    /// It was told to stop; hits and counts are of what was searched until then.
    pub stopped: bool,
}

/// Finds `pattern` in all `articles` on all cores and keeps the first `most` hits. `stop` is asked very often, from
/// many threads: it should only look at a flag.
pub fn search(
    articles: &[Arc<Article>],
    pattern: &Pattern,
    most: usize,
    stop: &(dyn Fn() -> bool + Sync),
) -> SearchResult {
    // Each piece of the work has a pattern of its own: several threads that share one wait for each other at each hit.
    let begin = || (SearchResult::default(), pattern.clone());
    let one = |(mut found, own): (SearchResult, Pattern),
               (place, article): (usize, &Arc<Article>)| {
        found.add(place, Hits::new(&own, &article.text), most, stop);
        (found, own)
    };
    articles
        .par_iter()
        .enumerate()
        .fold(begin, one)
        .map(|(found, _)| found)
        .reduce(SearchResult::default, |first, second| first.followed_by(second, most))
}

impl SearchResult {
    /// Adds what is found in one article after all that was found in those before it.
    fn add(&mut self, article: usize, mut hits: Hits, most: usize, stop: &dyn Fn() -> bool) {
        let before = self.total;
        while !self.stopped {
            if stop() {
                self.stopped = true;
                break;
            }
            match hits.step() {
                Step::Hit(span) => {
                    self.total += 1;
                    if self.hits.len() < most {
                        self.hits.push(Found { article, span });
                    }
                }
                Step::Passed => {}
                Step::End => break,
            }
        }
        self.articles_with_hits += usize::from(self.total > before);
    }

    fn followed_by(mut self, after: Self, most: usize) -> Self {
        let room = most.saturating_sub(self.hits.len());
        self.hits.extend(after.hits.into_iter().take(room));
        self.total += after.total;
        self.articles_with_hits += after.articles_with_hits;
        self.stopped |= after.stopped;
        self
    }
}
