//! Owns what is to be told of an open project: folders that were not read, articles that are new or changed, and how
//! many warnings there are. Bar, status line and list of warnings read it from here.

use std::path::Path;

use crate::base::{ArticleId, RootId};
use crate::gui::case::{Case, Roots};
use crate::views::count;

/// A thing to be told, with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// The folder of a root is not there.
    Gone(RootId, &'a Path),
    /// A root lies elsewhere and was not chosen here before.
    NotAllowed(RootId, &'a Path),
    /// Reading was cancelled before its end.
    Partial,
    /// Articles whose files are not in the folders any more.
    Missing(Vec<ArticleId>),
    /// Articles of the folders that are not in the project.
    New(usize),
    /// Articles whose files give another text.
    Changed(Vec<ArticleId>),
    /// Articles whose texts stand in other files than they did.
    Moved(Vec<ArticleId>),
}

/// All that is to be told, the gravest first. While articles are read only what is known for sure.
pub fn doubts(case: &Case) -> Vec<Doubt<'_>> {
    let texts = &case.texts;
    let mut doubts: Vec<_> = texts
        .closed
        .iter()
        .map(|root| match root {
            Roots::Gone(id, path) => Doubt::Gone(*id, path),
            Roots::NotAllowed(id, path) => Doubt::NotAllowed(*id, path),
        })
        .collect();
    if texts.is_loading {
        return doubts;
    }
    let binding = texts.binding();
    if texts.is_partial {
        doubts.push(Doubt::Partial);
    }
    if !binding.changed.is_empty() {
        doubts.push(Doubt::Changed(binding.changed.clone()));
    }
    if !binding.moved.is_empty() {
        doubts.push(Doubt::Moved(binding.moved.clone()));
    }
    // Of a folder that was not read it is not known what is missing.
    let is_read = |id: &ArticleId| {
        let root = case.state().articles().get(id).map(|it| it.root);
        !texts.is_partial
            && root.is_some_and(|root| texts.closed.iter().all(|it| it.root() != root))
    };
    let missing: Vec<_> = binding.missing.iter().copied().filter(is_read).collect();
    if !missing.is_empty() {
        doubts.push(Doubt::Missing(missing));
    }
    if !binding.new.is_empty() {
        doubts.push(Doubt::New(binding.new.len()));
    }
    doubts
}

/// How many places the list of warnings has.
pub fn warnings(case: &Case) -> usize {
    case.warnings.len() + doubts(case).len()
}

impl Doubt<'_> {
    /// A sentence without full stop.
    pub fn words(&self) -> String {
        match self {
            Self::Gone(_, path) => {
                format!("The folder {} is not there; all annotations are safe", path.display())
            }
            Self::NotAllowed(_, path) => {
                format!("The folder {} lies outside the project and was not opened", path.display())
            }
            Self::Partial => "Reading was cancelled; some articles are not at hand".to_owned(),
            Self::New(1) => "1 article of the folders is not in the project".to_owned(),
            Self::New(some) => {
                format!("{} articles of the folders are not in the project", count(*some as u64))
            }
            Self::Changed(ids) => match ids.len() {
                1 => "1 article has changed since it was marked".to_owned(),
                some => {
                    format!("{} articles have changed since they were marked", count(some as u64))
                }
            },
            Self::Moved(ids) => match ids.len() {
                1 => "1 article has another path than before; its text is the same".to_owned(),
                some => format!(
                    "{} articles have other paths than before; their texts are the same",
                    count(some as u64)
                ),
            },
            Self::Missing(ids) => match ids.len() {
                1 => "The file of 1 article is not there".to_owned(),
                some => format!("The files of {} articles are not there", count(some as u64)),
            },
        }
    }

    /// The articles it is about.
    pub fn articles(&self) -> &[ArticleId] {
        match self {
            Self::Missing(ids) | Self::Changed(ids) | Self::Moved(ids) => ids,
            Self::Gone(..) | Self::NotAllowed(..) | Self::Partial | Self::New(_) => &[],
        }
    }
}
