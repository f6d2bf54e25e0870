//! Owns what was found in the texts at hand, and what is still to be searched: texts that are new or have changed, and
//! those with a name the project has learned, changed or forgotten since they were searched.

mod known;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::analysis::{self, Namer, Suggestion};
use crate::base::ArticleId;
use crate::corpus::{Article, Hash, Progress};
use crate::project::{self, State};
use crate::views::review::Suggestions;
use known::Known;

/// Articles searched by one piece of work, so that what is found comes in as it is found.
const AT_ONCE: usize = 256;

/// What was found in the texts at hand.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    found: Arc<Suggestions>,
    /// The language of each article that was not searched because of it, in English.
    foreign: HashMap<ArticleId, String>,
    /// The text that each article was searched in.
    searched: HashMap<ArticleId, Hash>,
    /// What the project knew then.
    known: Known,
    /// Raised whenever that changes, so that a search begun before is known.
    generation: u64,
    /// The revision of the texts that was met last.
    texts: Option<u64>,
    /// Articles to be searched with their texts, in the order of the project.
    due: IndexMap<ArticleId, Hash>,
    /// Of these the ones that may have to be searched again because of names alone.
    because_of_names: HashSet<ArticleId>,
    /// Names that have changed since those were searched.
    changed: BTreeSet<String>,
    /// Texts searched since the last time there was nothing to search.
    done: usize,
    /// The user ended the search; it goes on when asked for.
    stopped: bool,
    revision: u64,
}

/// What a thread is to search now.
pub struct Search {
    state: Arc<State>,
    these: Vec<Due>,
    changed: BTreeSet<String>,
    generation: u64,
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
    articles: Vec<(ArticleId, Hash, Option<InArticle>)>,
    generation: u64,
}

/// What a search gave of one article.
struct InArticle {
    all: Arc<[Suggestion]>,
    /// The language it was not searched because of.
    foreign: Option<String>,
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

    /// The language of an article that was not searched because of it, in English; "unknown language" where it has one
    /// that is not known.
    pub fn foreign(&self, article: ArticleId) -> Option<&str> {
        self.foreign.get(&article).map(String::as_str)
    }

    /// Raised whenever something else is found.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Texts searched since the last time there was nothing to search, and those still to be searched.
    pub fn done_and_left(&self) -> (usize, usize) {
        (self.done, self.due.len())
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

    /// Finds out what is to be searched, after the project or its texts have changed. `revision` is raised whenever the
    /// texts do.
    pub fn meet(
        &mut self,
        state: &State,
        texts: &IndexMap<ArticleId, Arc<Article>>,
        revision: u64,
    ) {
        let differing = self.known.turn(state);
        if differing.is_empty() && self.texts == Some(revision) {
            return;
        }
        if !differing.is_empty() {
            self.generation += 1;
            self.changed.extend(differing);
            self.because_of_names.extend(self.searched.keys().copied());
        }
        if self.texts != Some(revision) {
            self.texts = Some(revision);
            self.forget(texts);
        }
        self.due.clear();
        for (id, text) in texts {
            if !self.searched.contains_key(id) || self.because_of_names.contains(id) {
                self.due.insert(*id, text.text_hash);
            }
        }
        self.rest();
    }

    /// Lets go what was found in texts that are no longer at hand.
    fn forget(&mut self, texts: &IndexMap<ArticleId, Arc<Article>>) {
        let is_there =
            |id: &ArticleId, hash: &Hash| texts.get(id).is_some_and(|text| text.text_hash == *hash);
        let gone: Vec<_> = self.searched.iter().filter(|it| !is_there(it.0, it.1)).collect();
        let gone: Vec<ArticleId> = gone.into_iter().map(|it| *it.0).collect();
        if gone.is_empty() {
            return;
        }
        let found = Arc::make_mut(&mut self.found);
        for id in gone {
            found.remove(&id);
            self.foreign.remove(&id);
            self.searched.remove(&id);
            self.because_of_names.remove(&id);
        }
        self.revision += 1;
    }

    /// Where nothing is left to be searched, the next search begins anew.
    fn rest(&mut self) {
        if self.due.is_empty() {
            (self.done, self.stopped) = (0, false);
            self.changed.clear();
        }
    }

    /// What a thread is to search now; none if all is searched, or the user has ended the search.
    pub fn next(
        &self,
        state: impl FnOnce() -> Arc<State>,
        texts: &IndexMap<ArticleId, Arc<Article>>,
    ) -> Option<Search> {
        if !self.is_due() {
            return None;
        }
        let due = |id: &ArticleId| {
            let (article, text) = (*id, Arc::clone(texts.get(id)?));
            Some(Due { article, text, because_of_names: self.because_of_names.contains(id) })
        };
        Some(Search {
            state: state(),
            these: self.due.keys().take(AT_ONCE).filter_map(due).collect(),
            changed: self.changed.clone(),
            generation: self.generation,
            done: self.done,
            total: self.done + self.due.len(),
        })
    }

    /// Takes in what a thread has found, as far as it is of texts that are still at hand.
    pub fn take(&mut self, searched: Searched) {
        let is_of_now = searched.generation == self.generation;
        let mut is_new = false;
        let found = Arc::make_mut(&mut self.found);
        for (article, hash, what) in searched.articles {
            if self.due.get(&article) != Some(&hash) {
                continue;
            }
            self.searched.insert(article, hash);
            // The names have changed while it was searched.
            if is_of_now {
                self.done += 1;
                self.because_of_names.remove(&article);
            } else {
                self.because_of_names.insert(article);
            }
            let Some(InArticle { all, foreign }) = what else { continue };
            let before = match &foreign {
                Some(language) => self.foreign.insert(article, language.clone()),
                None => self.foreign.remove(&article),
            };
            is_new |= found.get(&article) != Some(&all) || before != foreign;
            found.insert(article, all);
        }
        self.revision += u64::from(is_new);
        let (done, because) = (&self.searched, &self.because_of_names);
        self.due.retain(|id, _| !done.contains_key(id) || because.contains(id));
        self.rest();
    }
}

impl Search {
    /// Searches on all cores. Progress counts all texts, not those of this piece of work alone.
    pub fn run(self, progress: &Progress) -> Searched {
        progress.begin(self.total);
        (0..self.done).for_each(|_| progress.advance());
        let gazetteer = project::gazetteer(&self.state);
        let context = project::context(&self.state);
        let changed = Namer::new(self.changed.iter().map(String::as_str));
        let search = |due: &Due| {
            if progress.is_cancelled() {
                return None;
            }
            let is_needed = !due.because_of_names || changed.may_be_in(&due.text.text);
            let what = is_needed.then(|| InArticle {
                all: analysis::suggest(&due.text, &gazetteer, &context).into(),
                foreign: analysis::not_searched([&*due.text]).into_keys().next(),
            });
            progress.advance();
            Some((due.article, due.text.text_hash, what))
        };
        let articles = self.these.par_iter().filter_map(search).collect();
        Searched { articles, generation: self.generation }
    }
}
