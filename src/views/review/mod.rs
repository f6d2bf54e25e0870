//! Owns the queue of suggestions that nobody has decided yet: in which order they come, what belongs to one decision,
//! and each in a line of words.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::evidence::line;
use super::reader::Look;
use crate::analysis::{self, Found, Gazetteer, Suggestion};
use crate::base::{ArticleId, Span};
use crate::corpus::Article;
use crate::project::{Decided, Decision, State, content, in_words};

/// The suggestions of the articles searched so far.
pub type Suggestions = HashMap<ArticleId, Arc<[Suggestion]>>;

/// In which order suggestions come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand: article after article in the order of the project, from top to bottom.
    #[default]
    Place,
    /// The surest first.
    Score,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewRequest {
    /// Of one article alone.
    pub of: Option<ArticleId>,
    pub order: Order,
    pub claims: bool,
    pub stances: bool,
    /// From this score on, from 0 to 1.
    pub least: f32,
}

impl Default for ReviewRequest {
    fn default() -> Self {
        Self { of: None, order: Order::Place, claims: true, stances: true, least: 0.0 }
    }
}

/// One decision: a suggestion with what repeats it in its article.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub article: ArticleId,
    /// Which of the article's suggestions, by place; never empty.
    pub these: Vec<usize>,
    /// Where the first of them stands.
    pub span: Span,
    /// The best of theirs.
    pub score: f32,
    pub look: Look,
    /// "Ombudsman: at least 25 killed"; names as the gazetteer has them, else as printed.
    pub says: String,
    /// By what it is known again when the queue is made anew.
    pub key: Key,
}

/// What a decision is known by while the queue changes around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub article: ArticleId,
    pub span: Span,
    /// As a dismissal keeps it.
    pub content: String,
}

/// How many decisions are left in an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    pub claims: usize,
    pub stances: usize,
}

impl Left {
    pub fn all(self) -> usize {
        self.claims + self.stances
    }
}

/// The queue, and what is left beside it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Review {
    /// What is asked for, in its order.
    pub queue: Vec<Waiting>,
    /// What is left, whatever is asked for. Articles without anything left are not in it.
    pub left: IndexMap<ArticleId, Left>,
    /// The open suggestions of each article, as indices, whatever is asked for.
    pub open: HashMap<ArticleId, Vec<usize>>,
    /// How many articles were searched, and how many were not, by language: "Russian", 3.
    pub searched: usize,
    pub not_searched: Vec<(String, usize)>,
}

impl Key {
    pub fn of(article: ArticleId, suggestion: &Suggestion) -> Self {
        Self { article, span: suggestion.span, content: content(&suggestion.found) }
    }
}

impl Review {
    /// What is left in all articles.
    pub fn left_in_all(&self) -> Left {
        self.left.values().fold(Left::default(), |sum, it| Left {
            claims: sum.claims + it.claims,
            stances: sum.stances + it.stances,
        })
    }
}

/// Makes the queue. Articles that the analyst excluded are left out.
pub fn review(
    state: &State,
    gazetteer: &Gazetteer,
    texts: &IndexMap<ArticleId, Arc<Article>>,
    found: &Suggestions,
    request: &ReviewRequest,
) -> Review {
    let decided = Decided::new(state, gazetteer);
    let mut review = Review::default();
    let mut foreign = vec![];
    for record in state.articles().values().filter(|it| !it.excluded) {
        let Some(text) = texts.get(&record.id) else { continue };
        if !analysis::searchable(text) {
            foreign.push(&**text);
            continue;
        }
        let Some(all) = found.get(&record.id) else { continue };
        review.searched += 1;
        let decisions = decided.of(record.id, text, all);
        let open: Vec<usize> =
            (0..all.len()).filter(|at| decisions.get(*at) == Some(&Decision::Open)).collect();
        if open.is_empty() {
            continue;
        }
        let waiting = grouped(record.id, all, &open);
        let left = review.left.entry(record.id).or_default();
        for it in &waiting {
            match it.look {
                Look::Claim(_) => left.claims += 1,
                Look::Stance(_) | Look::Note(_) => left.stances += 1,
            }
        }
        review.open.insert(record.id, open);
        review.queue.extend(waiting.into_iter().filter(|it| request.wants(it)));
    }
    if request.order == Order::Score {
        review.queue.sort_by(|a, b| b.score.total_cmp(&a.score));
    }
    review.not_searched = analysis::not_searched(foreign).into_iter().collect();
    review
}

impl ReviewRequest {
    fn wants(&self, it: &Waiting) -> bool {
        let kind = match it.look {
            Look::Claim(_) => self.claims,
            Look::Stance(_) | Look::Note(_) => self.stances,
        };
        kind && self.least <= it.score && self.of.is_none_or(|of| of == it.article)
    }
}

/// The open suggestions of an article as decisions, by the place of the first of each.
fn grouped(article: ArticleId, all: &[Suggestion], open: &[usize]) -> Vec<Waiting> {
    // By the first suggestion that the others of a group repeat, whether that is open or not.
    let mut groups: IndexMap<usize, Vec<usize>> = IndexMap::new();
    for at in open {
        let first = all.get(*at).and_then(Suggestion::repeats).unwrap_or(*at);
        groups.entry(first).or_default().push(*at);
    }
    let waiting = |these: Vec<usize>| {
        let first = all.get(*these.first()?)?;
        let body = in_words(&first.found);
        let scores = these.iter().filter_map(|at| all.get(*at)).map(|it| it.score);
        Some(Waiting {
            article,
            span: first.span,
            score: scores.fold(0.0, f32::max),
            look: look(first),
            says: line(&State::default(), &body, ""),
            key: Key::of(article, first),
            these,
        })
    };
    groups.into_values().filter_map(waiting).collect()
}

fn look(suggestion: &Suggestion) -> Look {
    match &suggestion.found {
        Found::Claim(claim) => Look::Claim(claim.outcome),
        Found::Stance(stance) => Look::Stance(stance.position),
    }
}
