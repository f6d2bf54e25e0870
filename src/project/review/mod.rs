//! Owns what the analyst has decided of suggestions: which are recorded, which are dismissed, the step that dismisses,
//! and what the project would hold if some were accepted. Decides nothing.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use super::accept::{Accepted, Choice, Held, Names, about, accept_each, example};
use super::apply::apply;
use super::edit::{Edit, Record, RecordId};
use super::records::{Annotation, Dismissal, Stamp};
use super::state::{State, Table};
use crate::analysis::{Found, Gazetteer, Suggestion};
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
    names: Names<'a>,
    held: Held<'a>,
    dismissals: HashMap<ArticleId, Vec<&'a Dismissal>>,
}

impl<'a> Decided<'a> {
    /// Of all annotations and dismissals of the state.
    pub fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let mut dismissals: HashMap<_, Vec<_>> = HashMap::new();
        for dismissal in state.dismissals().values() {
            dismissals.entry(dismissal.article).or_default().push(dismissal);
        }
        Self { names: Names::new(state, gazetteer), held: Held::new(state), dismissals }
    }

    /// What became of each suggestion of an article.
    pub fn of(&self, article: ArticleId, text: &Article, all: &[Suggestion]) -> Vec<Decision> {
        let dismissals = self.dismissals.get(&article).map(Vec::as_slice).unwrap_or_default();
        let placed = self.held.within(article, text);
        let decide = |it: &Suggestion| {
            if let Some(annotation) = placed.id(it, &self.names) {
                return Decision::Recorded(annotation);
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

/// One step that lets dismissed suggestions be offered again.
pub fn restore(these: impl IntoIterator<Item = DismissalId>) -> Edit {
    let delete = |it| Edit::Delete(RecordId::Dismissal(it));
    let edits: Vec<Edit> = these.into_iter().map(delete).collect();
    let what = if edits.len() == 1 { "a suggestion" } else { "suggestions" };
    Edit::Batch { label: format!("Offer {what} again"), edits }
}

/// What of a state bears on one article: its record and annotations, and all names. Small enough to be made in a frame.
pub fn excerpt(state: &State, article: ArticleId) -> State {
    let here = |it: &&Arc<Annotation>| it.passages.iter().any(|it| it.article == article);
    let mut annotations: Table<_, _> =
        state.annotations.values().filter(here).map(|it| (it.id, Arc::clone(it))).collect();
    let tells = |it: &Arc<Annotation>| {
        about(it).is_some() && it.main().is_some_and(|it| it.article == article)
    };
    // Where nothing of the article tells which incident it is about, the others do.
    if !annotations.values().any(tells) {
        annotations.extend(example(state).map(|it| (it.id, Arc::clone(it))));
    }
    let record = state.articles.get(&article).map(|it| (it.id, it.clone()));
    State {
        name: state.name.clone(),
        zone: state.zone,
        articles: record.into_iter().collect(),
        actors: state.actors.clone(),
        incidents: state.incidents.clone(),
        annotations,
        ..State::default()
    }
}

/// What a state would hold if these were accepted, and the annotations that would be new; the state as it is where that
/// could not be recorded. The ids are none that a project has.
pub fn suppose(
    state: State,
    choices: &[Choice<'_>],
    gazetteer: &Gazetteer,
    stamp: &Stamp,
) -> (State, Vec<AnnotationId>) {
    let (state, new) = suppose_each(state, choices, gazetteer, stamp);
    (state, new.into_iter().map(|it| it.annotation).collect())
}

/// The same, each new annotation with the suggestion that it would be made of.
pub fn suppose_each(
    mut state: State,
    choices: &[Choice<'_>],
    gazetteer: &Gazetteer,
    stamp: &Stamp,
) -> (State, Vec<Accepted>) {
    let mut mint = IdMint::seeded("supposed");
    let (edit, new) = accept_each(&state, choices, gazetteer, &mut mint, stamp);
    // A refused edit leaves the state as it was.
    let new = apply(&mut state, &edit, stamp).map_or(vec![], |_| new);
    (state, new)
}
