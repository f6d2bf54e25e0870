//! Owns deleting: the records, what goes with them, and every reference to them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::EditError;
use super::tables::{Editor, Kept};
use crate::base::{ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IncidentId, RootId};
use crate::project::edit::RecordId;
use crate::project::records::{
    Actor, Annotation, ArticleRecord, Body, Code, Dismissal, Incident, Root,
};
use crate::project::refs;
use crate::project::state::{State, Table};

/// Everything that goes in one step, by kind.
#[derive(Default)]
struct Doomed {
    roots: BTreeSet<RootId>,
    articles: BTreeSet<ArticleId>,
    actors: BTreeSet<ActorId>,
    incidents: BTreeSet<IncidentId>,
    codes: BTreeSet<CodeId>,
    annotations: BTreeSet<AnnotationId>,
    dismissals: BTreeSet<DismissalId>,
}

/// Deletes records in one pass over the project, however many they are. All must be there before the first goes.
pub(super) fn delete(editor: &mut Editor, ids: &[RecordId]) -> Result<(), EditError> {
    let mut doomed = Doomed::default();
    for id in ids {
        match *id {
            RecordId::Root(id) => doom::<Root>(editor.state(), id, &mut doomed.roots)?,
            RecordId::Article(id) => {
                doom::<ArticleRecord>(editor.state(), id, &mut doomed.articles)?;
            }
            RecordId::Actor(id) => doom::<Actor>(editor.state(), id, &mut doomed.actors)?,
            RecordId::Incident(id) => {
                doom::<Incident>(editor.state(), id, &mut doomed.incidents)?;
            }
            RecordId::Code(id) => doom::<Code>(editor.state(), id, &mut doomed.codes)?,
            RecordId::Annotation(id) => {
                doom::<Arc<Annotation>>(editor.state(), id, &mut doomed.annotations)?;
            }
            RecordId::Dismissal(id) => {
                doom::<Dismissal>(editor.state(), id, &mut doomed.dismissals)?;
            }
        }
    }
    doomed.spread(editor.state());
    for annotation in doomed.touched(editor.state()) {
        editor.replace(Arc::new(annotation));
    }
    doomed.lift(editor);
    editor.take::<Dismissal>(&doomed.dismissals);
    editor.take::<Arc<Annotation>>(&doomed.annotations);
    editor.take::<Code>(&doomed.codes);
    editor.take::<Incident>(&doomed.incidents);
    editor.take::<Actor>(&doomed.actors);
    editor.take::<ArticleRecord>(&doomed.articles);
    editor.take::<Root>(&doomed.roots);
    Ok(())
}

fn doom<R: Kept>(state: &State, id: R::Id, doomed: &mut BTreeSet<R::Id>) -> Result<(), EditError> {
    R::table(state).get(&id).ok_or(EditError::Missing(R::NAME))?;
    doomed.insert(id);
    Ok(())
}

impl Doomed {
    /// Adds what cannot stand without the doomed: articles of a root, annotations and dismissals of an article.
    fn spread(&mut self, state: &State) {
        if !self.roots.is_empty() {
            let lost = state.articles.values().filter(|it| self.roots.contains(&it.root));
            self.articles.extend(lost.map(|it| it.id));
        }
        if !self.articles.is_empty() {
            let rests_on = |it: &&Arc<Annotation>| {
                it.main().is_some_and(|main| self.articles.contains(&main.article))
            };
            self.annotations.extend(state.annotations.values().filter(rests_on).map(|it| it.id));
            let of = |it: &&Dismissal| self.articles.contains(&it.article);
            self.dismissals.extend(state.dismissals.values().filter(of).map(|it| it.id));
        }
    }

    fn has(&self, id: RecordId) -> bool {
        match id {
            RecordId::Root(id) => self.roots.contains(&id),
            RecordId::Article(id) => self.articles.contains(&id),
            RecordId::Actor(id) => self.actors.contains(&id),
            RecordId::Incident(id) => self.incidents.contains(&id),
            RecordId::Code(id) => self.codes.contains(&id),
            RecordId::Annotation(id) => self.annotations.contains(&id),
            RecordId::Dismissal(id) => self.dismissals.contains(&id),
        }
    }

    /// The annotations that stay but name something doomed, as they are without it.
    fn touched(&self, state: &State) -> Vec<Annotation> {
        let stays = |it: &&Arc<Annotation>| {
            !self.annotations.contains(&it.id) && refs::names(it, |id| self.has(id))
        };
        let staying = state.annotations.values().filter(stays);
        staying.map(|it| self.without(Annotation::clone(it), state)).collect()
    }

    fn without(&self, mut annotation: Annotation, state: &State) -> Annotation {
        annotation.passages.retain(|it| !self.articles.contains(&it.article));
        refs::change_actors(
            &mut annotation,
            &|id| (!self.actors.contains(&id)).then_some(id),
            &|id| state.actors.get(&id).map(|it| it.name.clone()).unwrap_or_default(),
        );
        refs::change_incidents(
            &mut annotation,
            &|id| (!self.incidents.contains(&id)).then_some(id),
            &|id| state.incidents.get(&id).map(|it| it.name.clone()).unwrap_or_default(),
        );
        match &mut annotation.body {
            Body::Claim(claim) => {
                claim.part_of = claim.part_of.filter(|id| !self.annotations.contains(id));
                claim.supersedes = claim.supersedes.filter(|id| !self.annotations.contains(id));
            }
            Body::Stance(_) => {}
            Body::Note(note) => note.codes.retain(|id| !self.codes.contains(id)),
        }
        annotation
    }

    /// Lets what stands in something doomed stand in what that stood in.
    fn lift(&self, editor: &mut Editor) {
        let state = editor.state();
        let actors = orphans(&state.actors, &self.actors, |it| it.belongs_to);
        let incidents = orphans(&state.incidents, &self.incidents, |it| it.part_of);
        let codes = orphans(&state.codes, &self.codes, |it| it.parent);
        for (mut actor, parent) in actors {
            actor.belongs_to = parent;
            editor.replace(actor);
        }
        for (mut incident, parent) in incidents {
            incident.part_of = parent;
            editor.replace(incident);
        }
        for (mut code, parent) in codes {
            code.parent = parent;
            editor.replace(code);
        }
    }
}

/// The records that stay but stand in a doomed one, each with the nearest above it that stays.
fn orphans<K: Copy + Ord + std::hash::Hash, R: Clone>(
    table: &Table<K, R>,
    doomed: &BTreeSet<K>,
    above: impl Fn(&R) -> Option<K>,
) -> Vec<(R, Option<K>)> {
    if doomed.is_empty() {
        return vec![];
    }
    let stays_above = |id: K| {
        let (mut seen, mut next) = (BTreeSet::new(), Some(id));
        while let Some(at) = next.filter(|at| doomed.contains(at)) {
            next = if seen.insert(at) { table.get(&at).and_then(&above) } else { None };
        }
        next
    };
    let orphan = |(id, it): (&K, &R)| {
        let parent = above(it).filter(|parent| doomed.contains(parent))?;
        let next = stays_above(parent).filter(|next| next != id);
        (!doomed.contains(id)).then(|| (it.clone(), next))
    };
    table.iter().filter_map(orphan).collect()
}
