//! Owns the two ways in: all suggestions of an article, and those near a passage.

use super::gazetteer::Gazetteer;
use super::incident::KnownIncident;
use super::language::searchable;
use super::reading::Reading;
use super::suggestion::Suggestion;
use crate::base::Span;
use crate::corpus::Article;

/// What the caller knows besides names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Incidents of the project, looked for by name.
    pub incidents: Vec<KnownIncident>,
}

/// All candidates of an article by place; none if it is not [`searchable`].
pub fn suggest(article: &Article, gazetteer: &Gazetteer, context: &Context) -> Vec<Suggestion> {
    if !searchable(article) {
        return vec![];
    }
    // Furniture is in order, as sentences are: both are walked once.
    let mut furniture = article.furniture.iter().copied().peekable();
    let searched = article.sentences.iter().copied().filter(|span| {
        while furniture.next_if(|it| it.end() <= span.start()).is_some() {}
        !furniture.peek().is_some_and(|it| it.overlaps(*span))
    });
    let mut reading = Reading::new(article, gazetteer, context);
    searched.for_each(|it| reading.read_span(it));
    reading.finish()
}

/// All candidates in the sentences that overlap `near`, in any language; the sentences just before tell who speaks.
pub(super) fn suggest_in(
    article: &Article,
    gazetteer: &Gazetteer,
    context: &Context,
    near: Span,
) -> Vec<Suggestion> {
    const BEFORE: usize = 4;
    let all = &article.sentences;
    let first = all.partition_point(|it| it.end() <= near.start());
    let after = all.partition_point(|it| it.start() < near.end());
    let mut reading = Reading::new(article, gazetteer, context);
    let from = first.saturating_sub(BEFORE);
    match all.get(from..after).filter(|_| first < after) {
        Some(sentences) => sentences.iter().for_each(|it| reading.read_span(*it)),
        None => reading.read_span(near),
    }
    let mut found = reading.finish();
    found.retain(|it| it.span.overlaps(near));
    found
}
