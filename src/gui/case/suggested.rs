//! Owns what was found in the texts at hand, and what is still to be searched: texts that are new or have changed, and
//! those with a name the project has learned, changed or forgotten since they were searched.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use indexmap::IndexMap;

use crate::analysis::{self, Context, GazetteerEntry, Suggestion};
use crate::base::ArticleId;
use crate::corpus::{Article, Hash, Progress};
use crate::project::{self, State};
use crate::views::review::Suggestions;

/// Articles searched by one piece of work, so that what is found comes in as it is found.
const AT_ONCE: usize = 256;

/// What was found in the texts at hand.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    found: Arc<Suggestions>,
    /// The text that each article was searched in.
    searched: HashMap<ArticleId, Hash>,
    /// What the project knew then.
    known: Known,
    /// Articles to be searched, in the order of the project.
    due: Vec<ArticleId>,
    /// Of these the ones that may have to be searched again because of names alone.
    because_of_names: HashSet<ArticleId>,
    /// In lower case: names that have changed since those were searched.
    changed: Vec<String>,
    /// Texts searched since the last time there was nothing to search.
    done: usize,
    /// The user ended the search; it goes on when asked for.
    stopped: bool,
    revision: u64,
}

/// What the project tells the suggesters.
#[derive(Debug, Clone, Default, PartialEq)]
struct Known {
    names: Vec<GazetteerEntry>,
    context: Context,
}

impl Known {
    fn of(state: &State) -> Self {
        Self { names: project::entries(state), context: project::context(state) }
    }

    /// The names, in lower case, of all that differs between two states.
    fn differing(&self, other: &Self) -> Vec<String> {
        fn only<'a, T: PartialEq>(these: &'a [T], others: &'a [T]) -> impl Iterator<Item = &'a T> {
            these.iter().filter(|it| !others.contains(it))
        }
        let names = |these: &Self, others: &Self| -> Vec<String> {
            let actors = only(&these.names, &others.names).flat_map(|it| {
                // A person is also named by the last word alone.
                let last = it.name.rsplit(' ').next();
                let people = Some(it.people.as_str());
                let all = it.aliases.iter().chain([&it.name]).map(String::as_str);
                all.chain(last).chain(people).map(str::to_lowercase).collect::<Vec<_>>()
            });
            let incidents =
                only(&these.context.incidents, &others.context.incidents).flat_map(|it| {
                    it.aliases.iter().chain([&it.name]).map(|it| it.trim().to_lowercase())
                });
            actors.chain(incidents).filter(|it| !it.is_empty()).collect()
        };
        let mut all = names(self, other);
        all.extend(names(other, self));
        all.sort();
        all.dedup();
        all
    }
}

/// What a thread is to search now.
pub struct Search {
    state: Arc<State>,
    these: Vec<Due>,
    changed: Vec<String>,
    done: usize,
    total: usize,
}

struct Due {
    article: ArticleId,
    text: Arc<Article>,
    /// Only if it has one of the names that have changed.
    because_of_names: bool,
}

/// What a search gave.
#[derive(Default)]
pub struct Searched {
    /// None where a search was not needed.
    articles: Vec<(ArticleId, Hash, Option<Arc<[Suggestion]>>)>,
    cancelled: bool,
}

impl Suggested {
    /// The suggestions of the articles searched so far.
    pub fn found(&self) -> &Arc<Suggestions> {
        &self.found
    }

    /// Of one article; none before it was searched.
    pub fn of(&self, article: ArticleId) -> Option<&Arc<[Suggestion]>> {
        self.found.get(&article)
    }

    /// Raised whenever something else is found.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Texts still to be searched.
    pub fn left(&self) -> usize {
        self.due.len()
    }

    /// Whether the user ended the search before all was searched.
    pub fn is_stopped(&self) -> bool {
        self.stopped && !self.due.is_empty()
    }

    pub(super) fn is_due(&self) -> bool {
        !self.stopped && !self.due.is_empty()
    }

    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    /// Goes on with a search that was ended.
    pub fn go_on(&mut self) {
        self.stopped = false;
    }

    /// Finds out what is to be searched, after the project or its texts have changed.
    pub(super) fn meet(&mut self, state: &State, texts: &IndexMap<ArticleId, Arc<Article>>) {
        let known = Known::of(state);
        if known != self.known {
            let differing = known.differing(&self.known);
            self.known = known;
            self.changed.extend(differing);
            self.changed.sort();
            self.changed.dedup();
            self.because_of_names.extend(self.searched.keys().copied());
        }
        let is_gone = |id: &ArticleId| !texts.contains_key(id);
        if self.searched.keys().any(is_gone) {
            self.searched.retain(|id, _| texts.contains_key(id));
            self.because_of_names.retain(|id| texts.contains_key(id));
            Arc::make_mut(&mut self.found).retain(|id, _| texts.contains_key(id));
            self.revision += 1;
        }
        self.due.clear();
        for (id, text) in texts {
            if self.searched.get(id) != Some(&text.text_hash) {
                self.because_of_names.remove(id);
                self.due.push(*id);
            } else if self.because_of_names.contains(id) {
                self.due.push(*id);
            }
        }
    }

    /// What a thread is to search now; none if all is searched, or the user has ended the search.
    pub(super) fn next(
        &self,
        state: impl FnOnce() -> Arc<State>,
        texts: &IndexMap<ArticleId, Arc<Article>>,
    ) -> Option<Search> {
        if self.stopped || self.due.is_empty() {
            return None;
        }
        let due = |id: &ArticleId| {
            let (article, text) = (*id, Arc::clone(texts.get(id)?));
            Some(Due { article, text, because_of_names: self.because_of_names.contains(id) })
        };
        let these = self.due.iter().take(AT_ONCE).filter_map(due).collect();
        let (done, total) = (self.done, self.done + self.due.len());
        Some(Search { state: state(), these, changed: self.changed.clone(), done, total })
    }

    /// Takes in what a thread has found.
    pub(super) fn take(&mut self, searched: Searched) {
        self.stopped = searched.cancelled;
        let mut is_new = false;
        let found = Arc::make_mut(&mut self.found);
        for (article, hash, all) in searched.articles {
            self.done += 1;
            self.searched.insert(article, hash);
            self.because_of_names.remove(&article);
            let Some(all) = all else { continue };
            is_new |= found.get(&article) != Some(&all);
            found.insert(article, all);
        }
        self.revision += u64::from(is_new);
        self.due.retain(|id| !self.searched.contains_key(id) || self.because_of_names.contains(id));
        if self.due.is_empty() {
            (self.done, self.changed) = (0, vec![]);
        }
    }
}

impl Search {
    /// Searches on all cores. Progress counts all texts, not those of this piece of work alone.
    pub fn run(self, progress: &Progress) -> Searched {
        progress.begin(self.total);
        (0..self.done).for_each(|_| progress.advance());
        let gazetteer = project::gazetteer(&self.state);
        let context = project::context(&self.state);
        let search = |due: &Due| {
            if progress.is_cancelled() {
                return None;
            }
            let is_needed = !due.because_of_names || names(&due.text, &self.changed);
            let all = is_needed.then(|| analysis::suggest(&due.text, &gazetteer, &context).into());
            progress.advance();
            Some((due.article, due.text.text_hash, all))
        };
        let articles = self.these.par_iter().filter_map(search).collect();
        Searched { articles, cancelled: progress.is_cancelled() }
    }
}

/// Whether a text has one of these names, which are in lower case.
fn names(text: &Article, names: &[String]) -> bool {
    let words = text.text.to_lowercase();
    names.iter().any(|it| words.contains(it))
}
