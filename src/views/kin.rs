//! Owns who belongs to whom, as the views ask it: all below one, and the one at the top. Linear in the records, and
//! safe on circles of a damaged file.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ActorId, IncidentId};
use crate::project::State;

/// The actor and all who belong to it, directly or not.
pub(super) fn with_members(state: &State, actor: ActorId) -> BTreeSet<ActorId> {
    below(actor, state.actors().values().map(|it| (it.id, it.belongs_to)))
}

/// The incident and all its parts, directly or not.
pub(super) fn with_parts(state: &State, incident: IncidentId) -> BTreeSet<IncidentId> {
    below(incident, state.incidents().values().map(|it| (it.id, it.part_of)))
}

/// The actor at the top of those it belongs to, for each actor.
pub(super) fn actor_tops(state: &State) -> BTreeMap<ActorId, ActorId> {
    tops(state.actors().values().map(|it| (it.id, it.belongs_to)))
}

/// The incident at the top of those it is part of, for each incident.
pub(super) fn incident_tops(state: &State) -> BTreeMap<IncidentId, IncidentId> {
    tops(state.incidents().values().map(|it| (it.id, it.part_of)))
}

fn below<K: Ord + Copy>(top: K, links: impl Iterator<Item = (K, Option<K>)>) -> BTreeSet<K> {
    let mut children: BTreeMap<K, Vec<K>> = BTreeMap::new();
    for (child, parent) in links {
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(child);
        }
    }
    let (mut found, mut open) = (BTreeSet::from([top]), vec![top]);
    while let Some(next) = open.pop() {
        for child in children.get(&next).into_iter().flatten() {
            if found.insert(*child) {
                open.push(*child);
            }
        }
    }
    found
}

fn tops<K: Ord + Copy>(links: impl Iterator<Item = (K, Option<K>)>) -> BTreeMap<K, K> {
    let parents: BTreeMap<K, Option<K>> = links.collect();
    let mut tops: BTreeMap<K, K> = BTreeMap::new();
    for start in parents.keys() {
        let (mut path, mut seen) = (vec![*start], BTreeSet::from([*start]));
        let top = loop {
            let last = path.last().copied().unwrap_or(*start);
            if let Some(known) = tops.get(&last) {
                break *known;
            }
            match parents.get(&last).copied().flatten().filter(|it| parents.contains_key(it)) {
                Some(parent) if seen.insert(parent) => path.push(parent),
                _ => break last,
            }
        };
        tops.extend(path.into_iter().map(|it| (it, top)));
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_top_is_found_and_a_circle_has_one_top() {
        let links =
            [(1, None), (2, Some(1)), (3, Some(2)), (4, Some(9)), (5, Some(6)), (6, Some(5))];
        let tops: Vec<_> = tops(links.into_iter()).into_iter().collect();
        assert_eq!(tops, [(1, 1), (2, 1), (3, 1), (4, 4), (5, 6), (6, 6)]);
        assert_eq!(below(2, links.into_iter()), BTreeSet::from([2, 3]));
        assert_eq!(below(5, links.into_iter()), BTreeSet::from([5, 6]));
    }
}
