//! Owns what is to be told of an open project: folders that were not read, articles that are new or changed, and how
//! many warnings there are. Bar, status line and list of warnings read it from here.

use std::path::Path;

use crate::base::RootId;
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
    /// Articles of the folders that are not in the project.
    New(usize),
    /// Articles whose files give another text, or stand elsewhere.
    Changed(usize),
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
    if !binding.changed.is_empty() || !binding.moved.is_empty() {
        doubts.push(Doubt::Changed(binding.changed.len() + binding.moved.len()));
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
            Self::Gone(_, path) => format!("The folder {} is not there", path.display()),
            Self::NotAllowed(_, path) => {
                format!("The folder {} lies outside the project and was not opened", path.display())
            }
            Self::Partial => "Reading was cancelled; some articles are not at hand".to_owned(),
            Self::New(1) => "1 article of the folders is not in the project".to_owned(),
            Self::New(some) => {
                format!("{} articles of the folders are not in the project", count(*some as u64))
            }
            Self::Changed(1) => "1 article has changed since it was marked".to_owned(),
            Self::Changed(some) => {
                format!("{} articles have changed since they were marked", count(*some as u64))
            }
        }
    }
}
