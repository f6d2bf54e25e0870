//! Owns what was found in the texts at hand, and what is still to be searched: texts that are new or have changed, and
//! those with a name the project has learned, changed or forgotten since they were searched.

mod known;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
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
    /// The text that each article was searched in, and in which generation of what the project knew.
    searched: HashMap<ArticleId, (Hash, u64)>,
    /// What the project knew then.
    known: Known,
    /// Raised whenever that changes.
    generation: u64,
    /// The revision of the texts that was met last.
    texts: Option<u64>,
    /// Articles to be searched, in the order of the project.
    due: Vec<ArticleId>,
    /// Names that have changed since some of them were searched.
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
        }
        self.texts = Some(revision);
        self.due.clear();
        let mut held = 0;
        for (id, text) in texts {
            let searched = self.searched.get(id).filter(|it| it.0 == text.text_hash);
            held += usize::from(searched.is_some());
            if searched.is_none_or(|it| it.1 != self.generation) {
                self.due.push(*id);
            }
        }
        if held < self.searched.len() {
            self.forget(texts);
        }
        self.rest();
    }

    /// Lets go what was found in texts that are no longer at hand.
    fn forget(&mut self, texts: &IndexMap<ArticleId, Arc<Article>>) {
        let is_there =
            |id: &ArticleId, hash: &Hash| texts.get(id).is_some_and(|text| text.text_hash == *hash);
        let gone = self.searched.iter().filter(|(id, (hash, _))| !is_there(id, hash));
        let gone: Vec<ArticleId> = gone.map(|it| *it.0).collect();
        let found = Arc::make_mut(&mut self.found);
        for id in gone {
            found.remove(&id);
            self.foreign.remove(&id);
            self.searched.remove(&id);
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
            // What was searched in this text before may have to be again because of names alone.
            let because_of_names = self.searched.contains_key(id);
            Some(Due { article, text, because_of_names })
        };
        Some(Search {
            state: state(),
            these: self.due.iter().take(AT_ONCE).filter_map(due).collect(),
            changed: self.changed.clone(),
            generation: self.generation,
            done: self.done,
            total: self.done + self.due.len(),
        })
    }

    /// Takes in what a thread has found, as far as it is of texts that are still at hand.
    pub fn take(&mut self, searched: Searched, texts: &IndexMap<ArticleId, Arc<Article>>) {
        let mut is_new = false;
        let found = Arc::make_mut(&mut self.found);
        for (article, hash, what) in searched.articles {
            if texts.get(&article).is_none_or(|it| it.text_hash != hash) {
                continue;
            }
            // Where the names have changed while it was searched, it remains to be searched.
            self.searched.insert(article, (hash, searched.generation));
            self.done += usize::from(searched.generation == self.generation);
            let Some(InArticle { all, foreign }) = what else { continue };
            let before = match &foreign {
                Some(language) => self.foreign.insert(article, language.clone()),
                None => self.foreign.remove(&article),
            };
            is_new |= found.get(&article) != Some(&all) || before != foreign;
            found.insert(article, all);
        }
        self.revision += u64::from(is_new);
        let (done, now) = (&self.searched, self.generation);
        self.due.retain(|id| done.get(id).is_none_or(|it| it.1 != now));
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
