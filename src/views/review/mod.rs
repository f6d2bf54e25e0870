//! Owns the queue of suggestions that nobody has decided yet, or that were dismissed: in which order they come, what
//! belongs to one decision, and each in a line of words.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use indexmap::IndexMap;

use super::evidence::line;
use super::reader::Look;
use crate::analysis::{self, Found, Gazetteer, Suggestion};
use crate::base::{ArticleId, DismissalId, Span};
use crate::corpus::Article;
use crate::project::{
    Annotation, Body, Decided, Decision, Passage, State, content, in_words, locate,
};

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
    /// What the analyst has dismissed, in place of what is left.
    pub dismissed: bool,
}

impl Default for ReviewRequest {
    fn default() -> Self {
        Self {
            of: None,
            order: Order::Place,
            claims: true,
            stances: true,
            least: 0.0,
            dismissed: false,
        }
    }
}

/// One decision: a suggestion with what repeats it in its article.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub article: ArticleId,
    /// Which of the article's suggestions, by place; never empty.
    pub these: Vec<usize>,
    /// Where each of them stands.
    pub spans: Vec<Span>,
    /// Where the first of them stands.
    pub span: Span,
    /// The best of theirs.
    pub score: f32,
    pub look: Look,
    /// "Ombudsman: at least 25 killed"; names as the gazetteer has them, else as printed.
    pub says: String,
    /// By what it is known again when the queue is made anew.
    pub key: Key,
    /// What dismisses it; empty as long as nobody has decided. To delete these is to offer it again.
    pub dismissals: Vec<DismissalId>,
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
    /// All that is left, whatever is asked for, by article in the order of the project and by place.
    pub waiting: Vec<Waiting>,
    /// All that was dismissed, in the same order; without what was corrected, which is recorded in other words.
    pub dismissed: Vec<Waiting>,
    /// What is asked for, in its order: indices into `waiting`, or into `dismissed` where that is asked for.
    pub queue: Vec<usize>,
    /// The queue is of what was dismissed.
    pub shows_dismissed: bool,
    /// Which part of `waiting` is of an article. Articles without anything left are not in it.
    pub of: IndexMap<ArticleId, Range<usize>>,
    /// How many articles were searched.
    pub searched: usize,
    /// How many were not, by language: "Russian", 3.
    pub not_searched: Vec<(String, usize)>,
}

impl Key {
    pub fn of(article: ArticleId, suggestion: &Suggestion) -> Self {
        Self { article, span: suggestion.span, content: content(&suggestion.found) }
    }
}

impl Review {
    /// What is left in an article, by place.
    pub fn of(&self, article: ArticleId) -> &[Waiting] {
        self.of.get(&article).and_then(|it| self.waiting.get(it.clone())).unwrap_or_default()
    }

    /// How much is left in an article.
    pub fn left(&self, article: ArticleId) -> Left {
        Left::of(self.of(article))
    }

    /// The place in the queue of what is known by `key`.
    pub fn place(&self, key: &Key) -> Option<usize> {
        let all = self.listed();
        self.queue.iter().position(|at| all.get(*at).is_some_and(|it| it.key == *key))
    }

    /// What stands at a place of the queue.
    pub fn at(&self, place: usize) -> Option<&Waiting> {
        self.listed().get(*self.queue.get(place)?)
    }

    /// What the queue is of: what is left, or what was dismissed.
    pub fn listed(&self) -> &[Waiting] {
        if self.shows_dismissed { &self.dismissed } else { &self.waiting }
    }
}

impl Left {
    /// Of these decisions.
    pub fn of<'a>(waiting: impl IntoIterator<Item = &'a Waiting>) -> Self {
        let mut left = Self::default();
        waiting.into_iter().for_each(|it| left.add(it));
        left
    }

    /// With one more.
    pub fn add(&mut self, it: &Waiting) {
        *(if it.is_claim() { &mut self.claims } else { &mut self.stances }) += 1;
    }
}

impl Waiting {
    pub fn is_claim(&self) -> bool {
        matches!(self.look, Look::Claim(_))
    }

    /// Whether the analyst has dismissed it.
    pub fn is_dismissed(&self) -> bool {
        !self.dismissals.is_empty()
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
    let mut corrected: HashMap<ArticleId, Vec<(&Annotation, &Passage)>> = HashMap::new();
    for it in state.annotations().values().filter(|it| it.suggested.is_some()) {
        for passage in &it.passages {
            corrected.entry(passage.article).or_default().push((&**it, passage));
        }
    }
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
        let open = (0..all.len()).filter(|at| decisions.get(*at) == Some(&Decision::Open));
        let start = review.waiting.len();
        review.waiting.extend(grouped(record.id, all, open));
        if start < review.waiting.len() {
            review.of.insert(record.id, start..review.waiting.len());
        }
        let dismissal = |at: &usize| match decisions.get(*at) {
            Some(Decision::Dismissed(it)) => Some(*it),
            _ => None,
        };
        let gone = (0..all.len()).filter(|at| dismissal(at).is_some());
        let corrected = corrected.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        // What was corrected is not offered as it was, and recorded in other words: nobody has dismissed it.
        let is_recorded = |it: &Waiting| {
            corrected.iter().any(|(annotation, passage)| {
                matches!(annotation.body, Body::Claim(_)) == it.is_claim()
                    && locate(passage, text).span() == Some(it.span)
            })
        };
        let gone = grouped(record.id, all, gone).into_iter().filter(|it| !is_recorded(it));
        review.dismissed.extend(gone.map(|mut it| {
            it.dismissals = it.these.iter().filter_map(dismissal).collect();
            // Two places may be dismissed by one record.
            it.dismissals.sort_unstable();
            it.dismissals.dedup();
            it
        }));
    }
    review.shows_dismissed = request.dismissed;
    let wanted = review.listed().iter().enumerate().filter(|(_, it)| request.wants(it));
    let mut queue: Vec<(usize, f32)> = wanted.map(|(at, it)| (at, it.score)).collect();
    if request.order == Order::Score {
        queue.sort_by(|a, b| b.1.total_cmp(&a.1));
    }
    review.queue = queue.into_iter().map(|it| it.0).collect();
    review.not_searched = analysis::not_searched(foreign).into_iter().collect();
    review
}

impl ReviewRequest {
    fn wants(&self, it: &Waiting) -> bool {
        let kind = if it.is_claim() { self.claims } else { self.stances };
        kind && self.least <= it.score && self.of.is_none_or(|of| of == it.article)
    }

    /// The same without what narrows it down. The order stays, and what it is of.
    pub fn cleared(&self) -> Self {
        Self { order: self.order, dismissed: self.dismissed, ..Self::default() }
    }

    /// The same without those of its parts that leave this decision out.
    pub fn widened(&self, it: &Waiting) -> Self {
        Self {
            of: self.of.filter(|of| *of == it.article),
            order: self.order,
            claims: self.claims || it.is_claim(),
            stances: self.stances || !it.is_claim(),
            least: if self.least <= it.score { self.least } else { 0.0 },
            dismissed: it.is_dismissed(),
        }
    }
}

/// Suggestions of an article that share a fate as decisions, by the place of the first of each.
fn grouped(
    article: ArticleId,
    all: &[Suggestion],
    these: impl Iterator<Item = usize>,
) -> Vec<Waiting> {
    // By the first suggestion that the others of a group repeat, whether that is open or not.
    let mut groups: IndexMap<usize, Vec<usize>> = IndexMap::new();
    for at in these {
        let first = all.get(at).and_then(Suggestion::repeats).unwrap_or(at);
        groups.entry(first).or_default().push(at);
    }
    let waiting = |these: Vec<usize>| {
        let first = all.get(*these.first()?)?;
        let told = these.iter().filter_map(|at| all.get(*at)).find(|it| it.names_somebody());
        let mut body = in_words(&first.found);
        // Where the first leaves open who says so, a repeat may know: accepting takes that over.
        if let (Body::Claim(claim), Some(Body::Claim(told))) =
            (&mut body, told.map(|it| in_words(&it.found)))
        {
            claim.claimant = told.claimant;
        }
        let scores = these.iter().filter_map(|at| all.get(*at)).map(|it| it.score);
        let spans = these.iter().filter_map(|at| all.get(*at)).map(|it| it.span);
        Some(Waiting {
            article,
            spans: spans.collect(),
            span: first.span,
            score: scores.fold(0.0, f32::max),
            look: look(first),
            says: line(&State::default(), &body, ""),
            key: Key::of(article, first),
            dismissals: vec![],
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
