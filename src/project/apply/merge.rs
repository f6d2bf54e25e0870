//! Owns merging: one record for two, with all that named the one naming the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::EditError;
use super::keep::Keep as _;
use super::tables::{Editor, Kept};
use crate::base::{ActorId, CodeId, IncidentId};
use crate::project::edit::RecordId;
use crate::project::records::{Actor, Annotation, Body, Code, Incident};
use crate::project::refs;
use crate::project::state::{State, Table};

pub(super) fn actors(editor: &mut Editor, from: ActorId, into: ActorId) -> Result<(), EditError> {
    let (gone, mut kept) = both::<Actor>(editor, from, into)?;
    kept.aliases = aliases(&kept.name, kept.aliases, gone.name, gone.aliases);
    fill(&mut kept.people, gone.people);
    join(&mut kept.memo, gone.memo);
    kept.unknown.keep(&gone.unknown);
    let table = &editor.state().actors;
    kept.belongs_to = parent(table, from, into, |it: &Actor| it.belongs_to);
    let children = children(table, from, into, |it| it.belongs_to);
    editor.replace(kept);
    for mut child in children {
        child.belongs_to = Some(into);
        editor.replace(child);
    }
    for mut annotation in naming(editor.state(), RecordId::Actor(from)) {
        let renamed = |id| Some(if id == from { into } else { id });
        refs::change_actors(&mut annotation, &renamed, &|_| String::new());
        editor.replace(Arc::new(annotation));
    }
    editor.take::<Actor>(&BTreeSet::from([from]));
    Ok(())
}

pub(super) fn incidents(
    editor: &mut Editor,
    from: IncidentId,
    into: IncidentId,
) -> Result<(), EditError> {
    let (gone, mut kept) = both::<Incident>(editor, from, into)?;
    kept.aliases = aliases(&kept.name, kept.aliases, gone.name, gone.aliases);
    kept.when = kept.when.or(gone.when);
    fill(&mut kept.place, gone.place);
    join(&mut kept.memo, gone.memo);
    kept.unknown.keep(&gone.unknown);
    let table = &editor.state().incidents;
    kept.part_of = parent(table, from, into, |it: &Incident| it.part_of);
    let children = children(table, from, into, |it| it.part_of);
    editor.replace(kept);
    for mut child in children {
        child.part_of = Some(into);
        editor.replace(child);
    }
    for mut annotation in naming(editor.state(), RecordId::Incident(from)) {
        let renamed = |id| Some(if id == from { into } else { id });
        refs::change_incidents(&mut annotation, &renamed, &|_| String::new());
        editor.replace(Arc::new(annotation));
    }
    editor.take::<Incident>(&BTreeSet::from([from]));
    Ok(())
}

pub(super) fn codes(editor: &mut Editor, from: CodeId, into: CodeId) -> Result<(), EditError> {
    let (gone, mut kept) = both::<Code>(editor, from, into)?;
    join(&mut kept.memo, gone.memo);
    kept.unknown.keep(&gone.unknown);
    let table = &editor.state().codes;
    kept.parent = parent(table, from, into, |it: &Code| it.parent);
    let children = children(table, from, into, |it| it.parent);
    editor.replace(kept);
    for mut child in children {
        child.parent = Some(into);
        editor.replace(child);
    }
    for mut annotation in naming(editor.state(), RecordId::Code(from)) {
        if let Body::Note(note) = &mut annotation.body {
            let mut seen = BTreeSet::new();
            note.codes.iter_mut().filter(|it| **it == from).for_each(|it| *it = into);
            note.codes.retain(|it| seen.insert(*it));
        }
        editor.replace(Arc::new(annotation));
    }
    editor.take::<Code>(&BTreeSet::from([from]));
    Ok(())
}

fn both<R: Kept>(editor: &Editor, from: R::Id, into: R::Id) -> Result<(R, R), EditError> {
    let pair = (editor.get::<R>(from)?.clone(), editor.get::<R>(into)?.clone());
    if from == into { Err(EditError::Itself(R::NAME)) } else { Ok(pair) }
}

fn naming(state: &State, wanted: RecordId) -> Vec<Annotation> {
    let names = |it: &&Arc<Annotation>| refs::names(it, |id| id == wanted);
    state.annotations.values().filter(names).map(|it| Annotation::clone(it)).collect()
}

/// The aliases of the kept record with name and aliases of the gone one, each once.
fn aliases(name: &str, mut held: Vec<String>, gone: String, more: Vec<String>) -> Vec<String> {
    for alias in std::iter::once(gone).chain(more) {
        if alias != name && !held.contains(&alias) {
            held.push(alias);
        }
    }
    held
}

/// What the merged record stands in: what `into` stood in, else what `from` stood in, but never itself. Where `into`
/// stood somewhere within `from`, it takes the place of `from`.
fn parent<K: Copy + Ord + std::hash::Hash, R>(
    table: &Table<K, R>,
    from: K,
    into: K,
    above: impl Fn(&R) -> Option<K>,
) -> Option<K> {
    let of = |id: K| table.get(&id).and_then(&above);
    let line = |id: Option<K>| {
        let (mut seen, mut next) = (BTreeSet::new(), id);
        while let Some(at) = next.filter(|at| seen.insert(*at)) {
            next = of(at);
        }
        seen
    };
    let takes_the_place = line(of(into)).contains(&from);
    let wanted = if takes_the_place { of(from) } else { of(into).or(of(from)) };
    let above = line(wanted);
    wanted.filter(|_| !above.contains(&into) && !above.contains(&from))
}

/// The records that stand in `from`, without `into`.
fn children<K: Copy + Ord + std::hash::Hash, R: Clone>(
    table: &Table<K, R>,
    from: K,
    into: K,
    above: impl Fn(&R) -> Option<K>,
) -> Vec<R> {
    let is_child = |(id, it): &(&K, &R)| **id != into && above(it) == Some(from);
    table.iter().filter(is_child).map(|(_, it)| it.clone()).collect()
}

fn fill(held: &mut String, more: String) {
    if held.is_empty() {
        *held = more;
    }
}

fn join(held: &mut String, more: String) {
    if more.is_empty() || *held == more {
        return;
    }
    if !held.is_empty() {
        held.push('\n');
    }
    held.push_str(&more);
}
