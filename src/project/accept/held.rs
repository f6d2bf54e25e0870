//! Owns which annotation already says what a suggestion says, at its place.

use std::collections::HashMap;

use super::names::{NameLeads, Names};
use crate::analysis::{Found, FoundClaim, FoundName, Gazetteer, Suggestion};
use crate::base::words::{Demographic, Role};
use crate::base::{AnnotationId, ArticleId, Span};
use crate::corpus::Article;
use crate::project::anchor::locate;
use crate::project::records::{Annotation, Body, Claim, Named, Passage};
use crate::project::state::State;

/// The annotations of a state by the articles of their passages.
pub struct Held<'a> {
    passages: HashMap<ArticleId, Vec<(&'a Annotation, &'a Passage)>>,
}

/// The annotations of one article at their places in its text. What is lost has none.
pub struct Placed<'a> {
    all: Vec<(&'a Annotation, Span)>,
}

impl<'a> Held<'a> {
    pub fn new(state: &'a State) -> Self {
        let mut passages: HashMap<_, Vec<_>> = HashMap::new();
        for annotation in state.annotations().values() {
            for passage in &annotation.passages {
                passages.entry(passage.article).or_default().push((&**annotation, passage));
            }
        }
        Self { passages }
    }

    pub fn within(&self, article: ArticleId, text: &Article) -> Placed<'a> {
        let all = self.passages.get(&article).map(Vec::as_slice).unwrap_or_default();
        let place = |(annotation, passage): &(&'a Annotation, &'a Passage)| {
            Some((*annotation, locate(passage, text).span()?))
        };
        Placed { all: all.iter().filter_map(place).collect() }
    }
}

impl<'a> Placed<'a> {
    /// The annotation that says the same at the place of a suggestion; the first made if several do.
    pub fn same(&self, suggestion: &Suggestion, names: &Names<'_>) -> Option<&'a Annotation> {
        let same = |(annotation, span): &&(&'a Annotation, Span)| {
            span.overlaps(suggestion.span) && is_said(names, annotation, &suggestion.found)
        };
        self.all.iter().find(same).map(|it| it.0)
    }

    /// Its id alone.
    pub fn id(&self, suggestion: &Suggestion, names: &Names<'_>) -> Option<AnnotationId> {
        self.same(suggestion, names).map(|it| it.id)
    }
}

/// Whether an annotation says what was found: the same number of the same people with the same outcome, or the same
/// position of the same actor.
pub fn says(state: &State, gazetteer: &Gazetteer, annotation: &Annotation, found: &Found) -> bool {
    is_said(&Names::new(state, gazetteer), annotation, found)
}

fn is_said(names: &Names<'_>, annotation: &Annotation, found: &Found) -> bool {
    match (&annotation.body, found) {
        (Body::Claim(claim), Found::Claim(found)) => {
            claim.outcome == found.outcome
                && claim.low == found.figure.low
                && are_the_same(claim, found)
        }
        (Body::Stance(stance), Found::Stance(found)) => {
            stance.position == found.position && is(names, &stance.actor, &found.actor)
        }
        _ => false,
    }
}

/// Whether both may count the same people. Where one leaves open who they are, they may.
fn are_the_same(claim: &Claim, found: &FoundClaim) -> bool {
    let states =
        |role, demographic| (role != Role::Unspecified, demographic != Demographic::Unspecified);
    let one = states(claim.role, claim.demographic);
    let other = states(found.role, found.demographic);
    match (one.0 && other.0, one.1 && other.1) {
        // "two soldiers and two children": neither says of the other's people what it says of its own.
        (false, false) => one == (false, false) || other == (false, false),
        (role, demographic) => {
            (!role || claim.role == found.role)
                && (!demographic || claim.demographic == found.demographic)
        }
    }
}

fn is(names: &Names<'_>, named: &Named, found: &FoundName) -> bool {
    match named.actor {
        Some(actor) => names.leads(found) == NameLeads::To(actor),
        None => named.words == found.words,
    }
}
