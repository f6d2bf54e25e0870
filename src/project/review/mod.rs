//! Owns what the analyst has decided of suggestions: which are recorded, which are dismissed, the step that dismisses,
//! and what the project would hold if some were accepted. Decides nothing.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use super::accept::{Choice, NameLeads, Names, accept};
use super::anchor::locate;
use super::apply::apply;
use super::edit::{Edit, Record};
use super::records::{Annotation, Body, Dismissal, Named, Passage, Stamp};
use super::state::State;
use crate::analysis::{Found, FoundName, Gazetteer, Suggestion};
use crate::base::words::{Demographic, Role};
use crate::base::{AnnotationId, ArticleId, DismissalId, IdMint, Unknown};
use crate::corpus::Article;

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nobody has decided yet.
    Open,
    /// An annotation with a passage at its place says the same.
    Recorded(AnnotationId),
    /// The analyst does not want to see it again.
    Dismissed(DismissalId),
}

/// The decisions of a state, made ready for being asked about many suggestions.
pub struct Decided<'a> {
    state: &'a State,
    gazetteer: &'a Gazetteer,
    passages: HashMap<ArticleId, Vec<(&'a Annotation, &'a Passage)>>,
    dismissals: HashMap<ArticleId, Vec<&'a Dismissal>>,
}

impl<'a> Decided<'a> {
    /// Of all annotations and dismissals of the state.
    pub fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let mut passages: HashMap<_, Vec<_>> = HashMap::new();
        for annotation in state.annotations().values() {
            for passage in &annotation.passages {
                passages.entry(passage.article).or_default().push((&**annotation, passage));
            }
        }
        let mut dismissals: HashMap<_, Vec<_>> = HashMap::new();
        for dismissal in state.dismissals().values() {
            dismissals.entry(dismissal.article).or_default().push(dismissal);
        }
        Self { state, gazetteer, passages, dismissals }
    }

    /// What became of each suggestion of an article.
    pub fn of(&self, article: ArticleId, text: &Article, all: &[Suggestion]) -> Vec<Decision> {
        let passages = self.passages.get(&article).map(Vec::as_slice).unwrap_or_default();
        let dismissals = self.dismissals.get(&article).map(Vec::as_slice).unwrap_or_default();
        let place = |(annotation, passage): &(&'a Annotation, &'a Passage)| {
            Some((*annotation, locate(passage, text).span()?))
        };
        let placed: Vec<_> = passages.iter().filter_map(place).collect();
        let decide = |it: &Suggestion| {
            let same = placed.iter().find(|(annotation, span)| {
                span.overlaps(it.span) && says(self.state, self.gazetteer, annotation, &it.found)
            });
            if let Some((annotation, _)) = same {
                return Decision::Recorded(annotation.id);
            }
            let (quote, content) = (it.span.of(&text.text), content(&it.found));
            let is_it = |it: &&&Dismissal| it.content == content && is_at(&it.quote, quote);
            let gone = dismissals.iter().find(is_it);
            gone.map_or(Decision::Open, |it| Decision::Dismissed(it.id))
        };
        all.iter().map(decide).collect()
    }
}

/// Whether two quotes of the same content are of one place: the words of one lie within the other, since a later version
/// of a rule may take in more or fewer words.
fn is_at(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// Whether an annotation says what was found: the same number with the same outcome, or the same position of the same
/// actor.
pub fn says(state: &State, gazetteer: &Gazetteer, annotation: &Annotation, found: &Found) -> bool {
    match (&annotation.body, found) {
        (Body::Claim(claim), Found::Claim(found)) => {
            claim.outcome == found.outcome && claim.low == found.figure.low
        }
        (Body::Stance(stance), Found::Stance(found)) => {
            stance.position == found.position && is(state, gazetteer, &stance.actor, &found.actor)
        }
        _ => false,
    }
}

fn is(state: &State, gazetteer: &Gazetteer, named: &Named, found: &FoundName) -> bool {
    match named.actor {
        Some(actor) => Names::lead(state, gazetteer, found) == NameLeads::To(actor),
        None => named.words == found.words,
    }
}

/// What a suggestion says, in one line by which a dismissal knows it again: "killed 25", "injured 2 child",
/// "condemn France". In the words of the report, so that it stays the same when the project learns names.
pub fn content(found: &Found) -> String {
    match found {
        Found::Claim(claim) => {
            let plain = format!("{} {}", claim.outcome.word(), claim.figure.low);
            match (claim.role, claim.demographic) {
                (Role::Unspecified, Demographic::Unspecified) => plain,
                _ => format!("{plain} {}", claim.group()),
            }
        }
        Found::Stance(stance) => format!("{} {}", stance.position.word(), stance.actor.words),
    }
}

/// One step that dismisses suggestions of an article, so that they are not offered again.
pub fn dismiss<'a>(
    article: ArticleId,
    text: &Article,
    these: impl IntoIterator<Item = &'a Suggestion>,
    mint: &mut IdMint,
) -> Edit {
    let dismissal = |it: &Suggestion| {
        Edit::Add(Record::Dismissal(Dismissal {
            id: DismissalId::mint(mint),
            article,
            quote: it.span.of(&text.text).to_owned(),
            content: content(&it.found),
            unknown: Unknown::default(),
        }))
    };
    let edits = these.into_iter().map(dismissal).collect();
    Edit::Batch { label: "Dismiss a suggestion".to_owned(), edits }
}

/// What of a state bears on one article: its record and annotations, and all names. Small enough to be made in a frame.
pub fn excerpt(state: &State, article: ArticleId) -> State {
    let here = |it: &&Arc<Annotation>| it.passages.iter().any(|it| it.article == article);
    let annotations = state.annotations.values().filter(here).map(|it| (it.id, Arc::clone(it)));
    let record = state.articles.get(&article).map(|it| (it.id, it.clone()));
    State {
        name: state.name.clone(),
        zone: state.zone,
        articles: record.into_iter().collect(),
        actors: state.actors.clone(),
        incidents: state.incidents.clone(),
        annotations: annotations.collect(),
        ..State::default()
    }
}

/// What a state would hold if these were accepted, and the annotations that would be new; the state as it is where that
/// could not be recorded. The ids are none that a project has.
pub fn suppose(
    mut state: State,
    choices: &[Choice<'_>],
    gazetteer: &Gazetteer,
    stamp: &Stamp,
) -> (State, Vec<AnnotationId>) {
    let mut mint = IdMint::seeded("supposed");
    let edit = accept(&state, choices, gazetteer, &mut mint, stamp);
    let new = match &edit {
        Edit::Batch { edits, .. } => edits.iter().filter_map(added).collect(),
        _ => vec![],
    };
    // A refused edit leaves the state as it was.
    let new = apply(&mut state, &edit, stamp).map_or(vec![], |_| new);
    (state, new)
}

fn added(edit: &Edit) -> Option<AnnotationId> {
    match edit {
        Edit::Add(Record::Annotation(it)) => Some(it.id),
        _ => None,
    }
}
