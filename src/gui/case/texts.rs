//! Owns the texts at hand: what was read of each root, and which of it is which article.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::base::{ArticleId, RootId};
use crate::corpus::{Article, Hash};
use crate::project::{ArticleRecord, Binding, State, bind};

/// What keeps a root from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Roots {
    /// Its folder is not there.
    Gone(RootId, PathBuf),
    /// It lies outside the project's folder and this user has not chosen it here before.
    NotAllowed(RootId, PathBuf),
}

/// All texts at hand.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    loaded: Vec<(RootId, Arc<Article>)>,
    binding: Binding,
    /// Of the texts and records that were bound last.
    bound: Option<u64>,
    /// The articles of the project by root and path, while texts arrive.
    expected: HashMap<(RootId, String), (ArticleId, Hash)>,
    /// Roots that were not read.
    pub closed: Vec<Roots>,
    /// A root was not read to its end, since the user cancelled.
    pub is_partial: bool,
    /// Some roots are still being read: what is missing may yet come.
    pub is_loading: bool,
}

impl Texts {
    /// Takes in articles of a root.
    pub fn add(&mut self, articles: impl IntoIterator<Item = (RootId, Arc<Article>)>) {
        self.loaded.extend(articles);
    }

    /// Leaves out all that was read of a root, as before it is read again.
    pub fn clear(&mut self, root: RootId) {
        self.loaded.retain(|(it, _)| *it != root);
        self.closed.retain(|it| it.root() != root);
    }

    /// Takes in articles while others are still read. Those of known path and text are bound at once.
    pub(super) fn arrive(&mut self, state: &State, arrived: Vec<(RootId, Arc<Article>)>) {
        if self.expected.is_empty() {
            let record = |it: &ArticleRecord| ((it.root, it.path.clone()), (it.id, it.text_hash));
            self.expected = state.articles().values().map(record).collect();
        }
        for (root, article) in arrived {
            match self.expected.get(&(root, article.path.clone())) {
                Some((id, hash)) if *hash == article.text_hash => {
                    self.binding.texts.insert(*id, article);
                }
                // Shown as coming; at the end it turns out which of them are known after all.
                _ => self.binding.new.push((root, article)),
            }
        }
    }

    /// Finds out again which text is which article.
    pub(super) fn bind(&mut self, state: &State) {
        let now = fingerprint(state, &self.loaded);
        if self.is_loading {
            // Nothing is missing or new before all is read; what has arrived stands.
            self.binding.texts.retain(|id, _| state.articles().contains_key(id));
            self.bound = None;
        } else if self.bound != Some(now) {
            self.expected.clear();
            self.binding = bind(state, &self.loaded);
            self.bound = Some(now);
        }
    }

    /// The texts of the project's articles.
    pub fn bound(&self) -> &IndexMap<ArticleId, Arc<Article>> {
        &self.binding.texts
    }

    /// What differs between project and folders.
    pub fn binding(&self) -> &Binding {
        &self.binding
    }

    /// Articles at hand that are not in the project yet.
    pub fn unknown(&self) -> impl Iterator<Item = &Article> {
        self.binding.new.iter().map(|(_, article)| article.as_ref())
    }
}

/// Of all that a binding rests on, so that most edits need none anew.
fn fingerprint(state: &State, loaded: &[(RootId, Arc<Article>)]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for record in state.articles().values() {
        (record.id, record.root, &record.path, record.text_hash).hash(&mut hasher);
    }
    for (root, article) in loaded {
        (root, &article.path, article.text_hash).hash(&mut hasher);
    }
    hasher.finish()
}

impl Roots {
    pub fn root(&self) -> RootId {
        match self {
            Self::Gone(root, _) | Self::NotAllowed(root, _) => *root,
        }
    }
}
