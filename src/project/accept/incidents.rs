//! Owns which incident something new is likely about. Forms and accepted suggestions share it, so that both land in the
//! same one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::analysis::is_beside_main;
use crate::base::{ArticleId, IncidentId};
use crate::project::records::{Annotation, Body};
use crate::project::state::State;

/// The incident that something new is likely about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentLeads<'n> {
    /// One of the project.
    To(IncidentId),
    /// A new one, which the words name.
    ToNew(&'n str),
    Nowhere,
}

/// How many annotations are about each incident, or about none, in the order of the first of each.
type Counts = IndexMap<Option<IncidentId>, usize>;

/// The incidents of a state with what is about each, counted once for many questions.
pub struct Incidents<'a> {
    state: &'a State,
    articles: HashMap<ArticleId, Counts>,
    sentences: HashMap<(ArticleId, &'a str), Counts>,
    all: Counts,
    /// Those that are beside the main event as far as anybody has said.
    beside: HashSet<IncidentId>,
}

impl<'a> Incidents<'a> {
    /// Made to be asked about these articles.
    pub fn new(state: &'a State, articles: impl IntoIterator<Item = ArticleId>) -> Self {
        let wanted: HashSet<ArticleId> = articles.into_iter().collect();
        let mut made = Self {
            state,
            articles: HashMap::new(),
            sentences: HashMap::new(),
            all: Counts::default(),
            beside: HashSet::new(),
        };
        for annotation in state.annotations().values() {
            let Some(about) = about(annotation) else { continue };
            let main = annotation.main().filter(|it| wanted.contains(&it.article));
            if let Some(main) = main {
                let sentence = (main.article, main.sentence.as_str());
                *made.sentences.entry(sentence).or_default().entry(about).or_default() += 1;
            }
            // What was found to be about another event tells nothing of the main one.
            if let Some(incident) = about.filter(|it| is_beside(state, annotation, *it)) {
                made.beside.insert(incident);
                continue;
            }
            *made.all.entry(about).or_default() += 1;
            if let Some(main) = main {
                *made.articles.entry(main.article).or_default().entry(about).or_default() += 1;
            }
        }
        made
    }

    /// Of something in a sentence of an article: the incident that `name`, found in its words, is that of; else the one
    /// that most annotations of the sentence are about; else a new one of that name. Without a name it is that of most
    /// annotations of the article, else of the project, else the only one that there is. Where most are about none, so
    /// is this.
    pub fn leads<'n>(
        &self,
        article: ArticleId,
        sentence: &str,
        name: Option<&'n str>,
    ) -> IncidentLeads<'n> {
        let incidents = self.state.incidents();
        let named = name.and_then(|it| self.state.incident_named(it)).map(|it| it.id);
        let beside = || self.sentences.get(&(article, sentence)).and_then(most).flatten();
        let around = || {
            // Before anything is marked, the only one is what the project is about.
            let only = || {
                let only = incidents.keys().next().copied().filter(|_| incidents.len() == 1);
                only.filter(|it| !self.beside.contains(it))
            };
            let here = self.articles.get(&article).and_then(most);
            here.or_else(|| most(&self.all)).unwrap_or_else(only)
        };
        let likely = named.or_else(beside).or_else(|| name.is_none().then(around).flatten());
        match (likely.filter(|it| incidents.contains_key(it)), name) {
            (Some(known), _) => IncidentLeads::To(known),
            (None, Some(name)) => IncidentLeads::ToNew(name),
            (None, None) => IncidentLeads::Nowhere,
        }
    }
}

/// Whether an annotation was put there by a suggestion that named another event than the main one.
fn is_beside(state: &State, annotation: &Annotation, incident: IncidentId) -> bool {
    let name = state.incidents().get(&incident).map(|it| it.name.as_str());
    annotation.suggested.is_some()
        && annotation.changed.is_none()
        && name.is_some_and(is_beside_main)
}

/// An annotation that tells what most of the project is about; none where nothing is about anything.
pub fn example(state: &State) -> Option<&Arc<Annotation>> {
    let mut counts = Counts::default();
    for about in state.annotations().values().filter_map(|it| about(it)) {
        *counts.entry(about).or_default() += 1;
    }
    let wanted = most(&counts)?;
    state.annotations().values().find(|it| about(it) == Some(wanted))
}

/// The incident of a claim or a stance; none of a note, which is about no incident.
pub fn about(annotation: &Annotation) -> Option<Option<IncidentId>> {
    match &annotation.body {
        Body::Claim(claim) => Some(claim.incident),
        Body::Stance(stance) => Some(stance.incident),
        Body::Note(_) => None,
    }
}

/// What most are about; of several the one that came first.
fn most(counts: &Counts) -> Option<Option<IncidentId>> {
    let most = counts.values().copied().max()?;
    counts.iter().find(|(_, count)| **count == most).map(|(id, _)| *id)
}
