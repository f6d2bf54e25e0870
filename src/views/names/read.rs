//! Owns how a tree is read from a state: the order of its rows, and the one pass that counts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, NameRow, Names, Tally, folded, mentions};
use crate::project::{Actor, Code, Incident, RecordId, State};

/// The rows in their order, with nothing counted yet.
pub(super) fn tree(state: &State, kind: Kind) -> Names {
    let rows: Vec<NameRow> = match kind {
        Kind::Actors => state.actors().values().map(of_actor).collect(),
        Kind::Incidents => state.incidents().values().map(of_incident).collect(),
        Kind::Codes => state.codes().values().map(of_code).collect(),
    };
    let known: BTreeSet<RecordId> = rows.iter().map(|it| it.id).collect();
    let mut by_id: BTreeMap<RecordId, NameRow> = BTreeMap::new();
    let mut children: BTreeMap<Option<RecordId>, Vec<(String, RecordId)>> = BTreeMap::new();
    let mut order = vec![];
    for mut row in rows {
        row.parent = row.parent.filter(|it| known.contains(it));
        let key = (folded(&row.name), row.id);
        children.entry(row.parent).or_default().push(key.clone());
        order.push(key);
        by_id.insert(row.id, row);
    }
    children.values_mut().for_each(|it| it.sort_by(|a, b| a.0.cmp(&b.0)));
    order.sort_by(|a, b| a.0.cmp(&b.0));
    let mut names = Names::default();
    let tops: Vec<RecordId> = children.get(&None).into_iter().flatten().map(|it| it.1).collect();
    // What no top leads to stands in a circle: its first in order is then a top.
    for top in tops.into_iter().chain(order.into_iter().map(|it| it.1)) {
        let mut open = vec![(top, 0, None)];
        while let Some((id, depth, parent)) = open.pop() {
            let Some(mut row) = by_id.remove(&id) else { continue };
            let below = children.get(&Some(id)).map_or(&[][..], Vec::as_slice);
            let below = || below.iter().filter(|it| by_id.contains_key(&it.1));
            (row.depth, row.parent, row.is_nest) = (depth, parent, below().next().is_some());
            open.extend(below().rev().map(|it| (it.1, depth + 1, Some(id))));
            names.places.insert(id, names.rows.len());
            names.rows.push(row);
        }
    }
    names
}

/// Counts what names each row.
pub(super) fn count(names: &mut Names, state: &State) {
    let Some(kind) = names.rows.first().and_then(|it| Kind::of(it.id)) else { return };
    let place = |id: RecordId| names.places.get(&id).copied();
    let parents: Vec<Option<usize>> =
        names.rows.iter().map(|it| it.parent.and_then(place)).collect();
    let line =
        |at: usize| std::iter::successors(Some(at), |at| parents.get(*at).copied().flatten());
    let (mut own, mut all) = (vec![], vec![]);
    for annotation in state.annotations().values() {
        own.clear();
        all.clear();
        mentions(annotation, kind, |id, as_what| {
            own.extend(place(id).map(|at| (at, as_what)));
        });
        for (at, as_what) in &own {
            all.extend(line(*at).map(|at| (at, *as_what)));
        }
        for (named, is_own) in [(&mut own, true), (&mut all, false)] {
            named.sort_unstable();
            named.dedup();
            let mut last = None;
            for (at, as_what) in named.iter() {
                let Some(row) = names.rows.get_mut(*at) else { continue };
                let (tally, list): (&mut Tally, _) = if is_own {
                    (&mut row.own, &mut row.annotations)
                } else {
                    (&mut row.all, &mut row.annotations_within)
                };
                tally.count_use(*as_what);
                if last != Some(*at) {
                    tally.count(annotation);
                    list.push(annotation.id);
                }
                last = Some(*at);
            }
        }
    }
}

fn row(id: RecordId, name: &str, parent: Option<RecordId>) -> NameRow {
    NameRow {
        id,
        name: name.to_owned(),
        aliases: vec![],
        kind: "",
        colour: None,
        parent,
        depth: 0,
        is_nest: false,
        own: Tally::default(),
        all: Tally::default(),
        annotations: vec![],
        annotations_within: vec![],
    }
}

fn of_actor(it: &Actor) -> NameRow {
    let (kind, aliases) = (it.kind.label(), it.aliases.clone());
    let parent = it.belongs_to.map(RecordId::Actor);
    NameRow {
        kind,
        aliases,
        colour: Some(it.colour),
        ..row(RecordId::Actor(it.id), &it.name, parent)
    }
}

fn of_incident(it: &Incident) -> NameRow {
    let parent = it.part_of.map(RecordId::Incident);
    NameRow { aliases: it.aliases.clone(), ..row(RecordId::Incident(it.id), &it.name, parent) }
}

fn of_code(it: &Code) -> NameRow {
    let parent = it.parent.map(RecordId::Code);
    NameRow { colour: Some(it.colour), ..row(RecordId::Code(it.id), &it.name, parent) }
}
