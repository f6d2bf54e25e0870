//! Owns what a project would hold if open suggestions were accepted, for views that show them beside what is decided.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::review::{Key, Suggestions, Waiting};
use crate::analysis::Gazetteer;
use crate::base::{AnnotationId, ArticleId};
use crate::corpus::Article;
use crate::project::{Choice, Stamp, State, suppose_each};

/// A project with its open suggestions as if they were accepted.
#[derive(Debug, Clone, Default)]
pub struct Supposed {
    pub state: State,
    /// The annotations that are supposed, each with the decision that it stands for.
    pub these: HashMap<AnnotationId, Key>,
}

impl Supposed {
    /// Of the suggestions that wait for a decision. Those that say once more what is recorded already add nothing.
    pub fn new(
        state: &State,
        gazetteer: &Gazetteer,
        texts: &IndexMap<ArticleId, Arc<Article>>,
        found: &Suggestions,
        waiting: &[Waiting],
        stamp: &Stamp,
    ) -> Self {
        let mut by_article: IndexMap<ArticleId, Vec<usize>> = IndexMap::new();
        for it in waiting {
            by_article.entry(it.article).or_default().extend(&it.these);
        }
        by_article.values_mut().for_each(|it| it.sort_unstable());
        let choice = |(article, chosen): (&ArticleId, &'_ Vec<usize>)| {
            Some((*article, &**texts.get(article)?, &**found.get(article)?, chosen.clone()))
        };
        let all: Vec<_> = by_article.iter().filter_map(choice).collect();
        let choices: Vec<Choice<'_>> = all
            .iter()
            .map(|(article, text, all, chosen)| Choice { article: *article, text, all, chosen })
            .collect();
        let (state, new) = suppose_each(state.clone(), &choices, gazetteer, stamp);
        let key = |it: crate::project::Accepted| {
            let suggestion = found.get(&it.article)?.get(it.suggestion)?;
            Some((it.annotation, Key::of(it.article, suggestion)))
        };
        Self { state, these: new.into_iter().filter_map(key).collect() }
    }

    pub fn has(&self, annotation: AnnotationId) -> bool {
        self.these.contains_key(&annotation)
    }

    /// Their ids.
    pub fn ids(&self) -> HashSet<AnnotationId> {
        self.these.keys().copied().collect()
    }
}
