//! Owns the matching of articles at hand with the records of a project: by root and path, and where a file is gone, by
//! its text at another path. Changes nothing; what should change is handed back as edits.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::edit::{ArticleField, Edit, Record};
use super::records::ArticleRecord;
use super::state::State;
use crate::base::{ArticleId, IdMint, RootId, Unknown};
use crate::corpus::{Article, EXTRACTOR, Hash};

/// Which article at hand is which record.
#[derive(Debug, Clone, Default)]
pub struct Binding {
    /// The texts of records, as they are now; none for a missing article.
    pub texts: IndexMap<ArticleId, Arc<Article>>,
    /// Articles without a record, in the order given.
    pub new: Vec<(RootId, Arc<Article>)>,
    /// Records whose file now gives another text.
    pub changed: Vec<ArticleId>,
    /// Records whose file is gone, but whose text stands at one other path of the same root.
    pub moved: Vec<ArticleId>,
    /// Records whose text is nowhere at hand.
    pub missing: Vec<ArticleId>,
}

/// Matches `loaded` articles, each with its root, with the records of `state`.
pub fn bind(state: &State, loaded: &[(RootId, Arc<Article>)]) -> Binding {
    let mut binding = Binding::default();
    let by_path: HashMap<(RootId, &str), usize> =
        loaded.iter().enumerate().map(|(at, (root, it))| ((*root, it.path.as_str()), at)).collect();
    let mut taken = HashSet::new();
    let mut lost: Vec<&ArticleRecord> = vec![];
    for record in state.articles.values() {
        let found =
            by_path.get(&(record.root, record.path.as_str())).filter(|at| taken.insert(**at));
        let Some((_, article)) = found.and_then(|at| loaded.get(*at)) else {
            lost.push(record);
            continue;
        };
        if article.text_hash != record.text_hash {
            binding.changed.push(record.id);
        }
        binding.texts.insert(record.id, Arc::clone(article));
    }
    let mut by_text: HashMap<(RootId, Hash), Vec<usize>> = HashMap::new();
    for (at, (root, article)) in loaded.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        by_text.entry((*root, article.text_hash)).or_default().push(at);
    }
    let mut wanted: HashMap<(RootId, Hash), usize> = HashMap::new();
    for record in &lost {
        *wanted.entry((record.root, record.text_hash)).or_default() += 1;
    }
    for record in lost {
        let key = (record.root, record.text_hash);
        let one = by_text.get(&key).filter(|it| it.len() == 1 && wanted.get(&key) == Some(&1));
        let found = one.and_then(|it| it.first()).and_then(|at| Some((*at, loaded.get(*at)?)));
        match found {
            Some((at, (_, article))) => {
                taken.insert(at);
                binding.texts.insert(record.id, Arc::clone(article));
                binding.moved.push(record.id);
            }
            None => binding.missing.push(record.id),
        }
    }
    let rest = loaded.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    binding.new = rest.map(|(_, it)| it.clone()).collect();
    binding
}

/// The edit that adds the new articles of `binding` to the project, or none if there are none.
pub fn add_articles(binding: &Binding, mint: &mut IdMint) -> Option<Edit> {
    let add = |(root, article): &(RootId, Arc<Article>)| {
        Edit::Add(Record::Article(Box::new(ArticleRecord {
            id: ArticleId::mint(mint),
            root: *root,
            path: article.path.clone(),
            text_hash: article.text_hash,
            file_hash: article.file_hash,
            extractor: EXTRACTOR,
            length: article.index.code_points(),
            metadata: article.metadata.clone(),
            excluded: false,
            reviewed: false,
            unknown: Unknown::default(),
        })))
    };
    batch("Add", binding.new.iter().map(add).collect())
}

/// The edit that takes over what changed on the disk: new versions of articles and new paths. Passages stay as they
/// were marked; [`super::locate`] says where they stand now.
pub fn take_over(state: &State, binding: &Binding) -> Option<Edit> {
    let mut edits = vec![];
    for (id, article) in &binding.texts {
        let Some(record) = state.articles.get(id) else { continue };
        if record.path != article.path {
            let to = ArticleField::Path(article.path.clone());
            edits.push(Edit::SetArticle { article: *id, to });
        }
        let held = (record.text_hash, record.file_hash, record.extractor);
        if held != (article.text_hash, article.file_hash, EXTRACTOR) {
            let to = ArticleField::Version {
                text_hash: article.text_hash,
                file_hash: article.file_hash,
                extractor: EXTRACTOR,
                length: article.index.code_points(),
                metadata: Box::new(article.metadata.clone()),
            };
            edits.push(Edit::SetArticle { article: *id, to });
        }
    }
    batch("Take over changes of", edits)
}

fn batch(verb: &str, edits: Vec<Edit>) -> Option<Edit> {
    let label = match edits.len() {
        0 => return None,
        1 => format!("{verb} 1 article"),
        count => format!("{verb} {count} articles"),
    };
    Some(Edit::Batch { label, edits })
}
