//! Owns what a record must be to enter the state by an edit. A fault that the old record had already, from a damaged
//! file, does not bar a change to something else.

use std::collections::HashSet;

use super::EditError;
use crate::base::{AnnotationId, Offset, When, Zone, words::PassageRole};
use crate::files;
use crate::project::edit::RecordId;
use crate::project::records::{
    Actor, Annotation, ArticleRecord, Body, Claim, Code, Dismissal, Incident, Passage, Root,
};
use crate::project::refs;
use crate::project::state::State;

pub(super) fn root(_: &Root, _: Option<&Root>, _: &State) -> Result<(), EditError> {
    Ok(())
}

pub(super) fn article(
    new: &ArticleRecord,
    old: Option<&ArticleRecord>,
    state: &State,
) -> Result<(), EditError> {
    if old.is_none_or(|old| old.root != new.root) {
        exists(RecordId::Root(new.root), state)?;
    }
    if !files::stays_within(&new.path) {
        return Err(EditError::Outside(new.path.clone()));
    }
    time(new.metadata.published.as_ref().map(|it| &it.value))
}

pub(super) fn actor(new: &Actor, old: Option<&Actor>, state: &State) -> Result<(), EditError> {
    named(&new.name, "an actor")?;
    let Some(parent) = new.belongs_to.filter(|it| old.and_then(|old| old.belongs_to) != Some(*it))
    else {
        return Ok(());
    };
    exists(RecordId::Actor(parent), state)?;
    no_circle(new.id, parent, "an actor", |id| state.actors.get(&id)?.belongs_to)
}

pub(super) fn incident(
    new: &Incident,
    old: Option<&Incident>,
    state: &State,
) -> Result<(), EditError> {
    named(&new.name, "an incident")?;
    time(new.when.as_ref())?;
    let Some(parent) = new.part_of.filter(|it| old.and_then(|old| old.part_of) != Some(*it)) else {
        return Ok(());
    };
    exists(RecordId::Incident(parent), state)?;
    no_circle(new.id, parent, "an incident", |id| state.incidents.get(&id)?.part_of)
}

pub(super) fn code(new: &Code, old: Option<&Code>, state: &State) -> Result<(), EditError> {
    named(&new.name, "a code")?;
    let Some(parent) = new.parent.filter(|it| old.and_then(|old| old.parent) != Some(*it)) else {
        return Ok(());
    };
    exists(RecordId::Code(parent), state)?;
    no_circle(new.id, parent, "a code", |id| state.codes.get(&id)?.parent)
}

pub(super) fn dismissal(
    new: &Dismissal,
    _: Option<&Dismissal>,
    state: &State,
) -> Result<(), EditError> {
    exists(RecordId::Article(new.article), state)
}

pub(super) fn annotation(
    new: &Annotation,
    old: Option<&Annotation>,
    state: &State,
) -> Result<(), EditError> {
    if old.is_none_or(|old| old.passages != new.passages) {
        passages(&new.passages)?;
    }
    if old.is_none_or(|old| old.body != new.body) {
        match &new.body {
            Body::Claim(claim) => self::claim(new.id, claim, old, state)?,
            Body::Stance(stance) => time(stance.when.as_ref())?,
            Body::Note(_) => {}
        }
    }
    if new.suggested.as_ref().is_some_and(|it| !(0.0..=1.0).contains(&it.score)) {
        return Err(EditError::Score);
    }
    let (named, known) = (named_by(new), old.map(named_by).unwrap_or_default());
    if named == known {
        return Ok(());
    }
    let known: HashSet<RecordId> = known.into_iter().collect();
    named.into_iter().filter(|id| !known.contains(id)).try_for_each(|id| exists(id, state))
}

fn named_by(annotation: &Annotation) -> Vec<RecordId> {
    let mut named = vec![];
    refs::of_annotation(annotation, &mut |id, _| named.push(id));
    named
}

fn claim(
    id: AnnotationId,
    new: &Claim,
    old: Option<&Annotation>,
    state: &State,
) -> Result<(), EditError> {
    if let (low, Some(high)) = (new.low, new.high)
        && high < low
    {
        return Err(EditError::Bounds { low, high });
    }
    time(new.as_of.as_ref())?;
    let old = old.and_then(Annotation::claim);
    let held = |id: AnnotationId| state.annotations.get(&id);
    if let Some(whole) = new.part_of.filter(|it| old.and_then(|old| old.part_of) != Some(*it)) {
        is_claim(whole, state)?;
        no_circle(id, whole, "a claim", |id| held(id)?.claim()?.part_of)?;
    }
    if let Some(earlier) =
        new.supersedes.filter(|it| old.and_then(|old| old.supersedes) != Some(*it))
    {
        is_claim(earlier, state)?;
        no_circle(id, earlier, "a claim", |id| held(id)?.claim()?.supersedes)?;
    }
    Ok(())
}

fn is_claim(id: AnnotationId, state: &State) -> Result<(), EditError> {
    let annotation = state.annotations.get(&id).ok_or(EditError::Missing("the claim"))?;
    match annotation.body {
        Body::Claim(_) => Ok(()),
        Body::Stance(_) => Err(EditError::Kind { wanted: "a claim", found: "a stance" }),
        Body::Note(_) => Err(EditError::Kind { wanted: "a claim", found: "a note" }),
    }
}

fn passages(passages: &[Passage]) -> Result<(), EditError> {
    let (main, more) = passages.split_first().ok_or(EditError::NoMain)?;
    if main.role != PassageRole::Main {
        return Err(EditError::NoMain);
    }
    if more.iter().any(|it| it.role == PassageRole::Main) {
        return Err(EditError::SecondMain);
    }
    if passages.iter().any(|it| it.end < it.start) {
        return Err(EditError::BackwardsPassage);
    }
    Ok(())
}

/// Whether an offset can be written in hours and minutes and read back.
pub(super) fn offset(offset: Offset) -> Result<(), EditError> {
    let fits = (-(19 * 60 - 1)..19 * 60).contains(&offset.0);
    fits.then_some(()).ok_or(EditError::Zone)
}

fn time(when: Option<&When>) -> Result<(), EditError> {
    let Some(when) = when else { return Ok(()) };
    if when.end < when.start {
        return Err(EditError::Backwards);
    }
    match when.zone {
        Zone::Stated(zone) => offset(zone),
        Zone::Assumed => Ok(()),
    }
}

fn named(name: &str, what: &'static str) -> Result<(), EditError> {
    if name.trim().is_empty() { Err(EditError::Nameless(what)) } else { Ok(()) }
}

/// Refuses `parent` as what `id` stands in, if `id` is among those that `parent` stands in.
fn no_circle<K: Copy + Eq + std::hash::Hash>(
    id: K,
    parent: K,
    what: &'static str,
    above: impl Fn(K) -> Option<K>,
) -> Result<(), EditError> {
    let mut seen = HashSet::new();
    let mut next = Some(parent);
    while let Some(at) = next.filter(|at| seen.insert(*at)) {
        if at == id {
            return Err(EditError::Circle(what));
        }
        next = above(at);
    }
    Ok(())
}

fn exists(id: RecordId, state: &State) -> Result<(), EditError> {
    let (held, name) = match id {
        RecordId::Root(id) => (state.roots.contains_key(&id), "the folder"),
        RecordId::Article(id) => (state.articles.contains_key(&id), "the article"),
        RecordId::Actor(id) => (state.actors.contains_key(&id), "the actor"),
        RecordId::Incident(id) => (state.incidents.contains_key(&id), "the incident"),
        RecordId::Code(id) => (state.codes.contains_key(&id), "the code"),
        RecordId::Annotation(id) => (state.annotations.contains_key(&id), "the claim"),
        RecordId::Dismissal(id) => (state.dismissals.contains_key(&id), "the dismissed suggestion"),
    };
    held.then_some(()).ok_or(EditError::Missing(name))
}
