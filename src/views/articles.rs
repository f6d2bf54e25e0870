//! Owns the list of articles as plain rows: who printed it, when, its title, how much is marked in it.

use super::reader::Places;
use super::words;
use crate::base::ArticleId;
use crate::base::words::Provenance;
use crate::project::{ArticleRecord, Body, State};

/// How many annotations have a passage in an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub claims: usize,
    pub stances: usize,
    pub notes: usize,
}

/// An article of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    pub article: ArticleId,
    /// Its outlet, else its agency, else empty.
    pub outlet: String,
    /// The title, else the name of the file.
    pub title: String,
    /// "19 Sep 2023, 21:12"; empty where not known.
    pub time: String,
    /// The time is guessed rather than stated.
    pub guessed: bool,
    /// Start of the time in minutes since 1970-01-01T00:00Z, to sort by.
    pub minutes: Option<i64>,
    pub counts: Counts,
    pub reviewed: bool,
    pub excluded: bool,
    /// Path within its root.
    pub path: String,
}

impl Counts {
    pub fn all(self) -> usize {
        self.claims + self.stances + self.notes
    }
}

/// The rows of all articles, in the order of the project.
pub fn articles(state: &State, places: &Places) -> Vec<ArticleRow> {
    state.articles().values().map(|record| row(state, places, record)).collect()
}

fn row(state: &State, places: &Places, record: &ArticleRecord) -> ArticleRow {
    let metadata = &record.metadata;
    let outlet = metadata.outlet.as_ref().or(metadata.agency.as_ref());
    let title = metadata.title.as_ref().map(|it| it.value.trim()).filter(|it| !it.is_empty());
    let published = metadata.published.as_ref();
    ArticleRow {
        article: record.id,
        outlet: outlet.map(|it| it.value.clone()).unwrap_or_default(),
        title: title.unwrap_or_else(|| file_name(&record.path)).to_owned(),
        time: published.map(|it| words::time(&it.value, state.zone())).unwrap_or_default(),
        guessed: published.is_some_and(|it| it.from == Provenance::Guessed),
        minutes: published.map(|it| it.value.minutes(state.zone()).0),
        counts: counts(state, places, record.id),
        reviewed: record.reviewed,
        excluded: record.excluded,
        path: record.path.clone(),
    }
}

/// Each annotation counts once, however many passages it has in the article.
fn counts(state: &State, places: &Places, article: ArticleId) -> Counts {
    let mut counts = Counts::default();
    let mut ids: Vec<_> = places.of(article).iter().map(|(id, _)| *id).collect();
    ids.dedup();
    for annotation in ids.iter().filter_map(|id| state.annotations().get(id)) {
        match annotation.body {
            Body::Claim(_) => counts.claims += 1,
            Body::Stance(_) => counts.stances += 1,
            Body::Note(_) => counts.notes += 1,
        }
    }
    counts
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
