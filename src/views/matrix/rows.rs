//! Owns the rows of a matrix: actors with those who belong to them beneath, unfolded or folded, in the order asked for.
//! An actor without a stance of its own has a row if one who belongs to it is shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::mixed::{Held, Mixed};
use super::model::{MatrixRequest, SortBy};
use super::select::Pick;
use super::words::NAMED;
use crate::base::ActorId;
use crate::base::words::Position;
use crate::project::State;
use crate::views::who::{self, Who};

/// A row before its cells are counted.
pub(super) struct Outline {
    pub(super) actor: Option<ActorId>,
    pub(super) name: String,
    pub(super) depth: usize,
    pub(super) folded: Option<bool>,
    /// The stances it shows, as indices of the selection, in order.
    pub(super) picks: Vec<usize>,
    /// What is mixed in its own stances and those of all who belong to it.
    pub(super) together: Mixed,
}

/// An actor with its own stances and those of all beneath.
struct Node {
    name: String,
    own: Vec<usize>,
    /// Beneath it, by their place in the list of nodes.
    members: Vec<usize>,
    parent: Option<usize>,
    /// By position, its own and those of all who belong to it.
    family: [usize; 3],
}

/// The rows from top to bottom.
pub(super) fn rows(state: &State, request: &MatrixRequest, picks: &[Pick]) -> Vec<Outline> {
    let (keys, mut nodes) = nodes(state, picks);
    let roots = arrange(&mut nodes, request.sort);
    let mut together = together(picks, &nodes, &roots);
    let mut rows = vec![];
    let mut open: Vec<(usize, usize)> = roots.into_iter().rev().map(|root| (root, 0)).collect();
    while let Some((place, depth)) = open.pop() {
        let (Some(who), Some(node)) = (keys.get(place), nodes.get(place)) else { continue };
        let actor = who.actor();
        let is_folded = || !actor.is_some_and(|it| request.unfolded.has(it));
        let folded = (!node.members.is_empty()).then(is_folded);
        let mut shown = node.own.clone();
        match folded {
            Some(true) => shown.extend(beneath(&nodes, place)),
            _ => open.extend(node.members.iter().rev().map(|it| (*it, depth + 1))),
        }
        shown.sort_unstable();
        let together = together.get_mut(place).map(std::mem::take).unwrap_or_default();
        rows.push(Outline {
            actor,
            name: node.name.clone(),
            depth,
            folded,
            picks: shown,
            together,
        });
    }
    rows
}

/// What is mixed in the stances of each node and all beneath it.
fn together(picks: &[Pick], nodes: &[Node], roots: &[usize]) -> Vec<Mixed> {
    let mut found: Vec<Mixed> = vec![Mixed::default(); nodes.len()];
    let mut beneath: BTreeMap<usize, Held> = BTreeMap::new();
    for place in top_down(nodes, roots).into_iter().rev() {
        let Some(node) = nodes.get(place) else { continue };
        let own = Held::by(picks, &node.own);
        let members = node.members.iter().filter_map(|it| beneath.remove(it));
        let all = members.fold(own, Held::join);
        if let Some(mixed) = found.get_mut(place) {
            *mixed = all.mixed(NAMED);
        }
        beneath.insert(place, all);
    }
    found
}

/// All nodes, each after the one it belongs to.
fn top_down(nodes: &[Node], roots: &[usize]) -> Vec<usize> {
    let mut order = roots.to_vec();
    let mut next = 0;
    while let Some(node) = order.get(next).and_then(|it| nodes.get(*it)) {
        order.extend(node.members.iter().copied());
        next += 1;
    }
    order
}

/// One node for each actor that holds a stance and for all above it, linked to the one it belongs to.
fn nodes(state: &State, picks: &[Pick]) -> (Vec<Who>, Vec<Node>) {
    let mut own: BTreeMap<Who, (String, Vec<usize>)> = BTreeMap::new();
    for (index, pick) in picks.iter().enumerate() {
        let named = &pick.stance.actor;
        let name = || match who::name(state, named.actor, &named.words) {
            name if name.is_empty() => "actor not stated".to_owned(),
            name => name,
        };
        own.entry(pick.actor.clone()).or_insert_with(|| (name(), vec![])).1.push(index);
    }
    let mut open: Vec<ActorId> = own.keys().filter_map(Who::actor).collect();
    while let Some(actor) = open.pop() {
        let parent = state.actors().get(&actor).and_then(|it| it.belongs_to);
        if let Some(parent) = parent.and_then(|it| state.actors().get(&it))
            && !own.contains_key(&Who::Actor(parent.id))
        {
            own.insert(Who::Actor(parent.id), (parent.name.clone(), vec![]));
            open.push(parent.id);
        }
    }
    let places: BTreeMap<Who, usize> =
        own.keys().enumerate().map(|(place, who)| (who.clone(), place)).collect();
    let parent = |who: &Who| {
        let above = state.actors().get(&who.actor()?)?.belongs_to?;
        places.get(&Who::Actor(above)).copied()
    };
    let mut keys = vec![];
    let mut nodes = vec![];
    for (who, (name, own)) in own {
        let mut family = [0; 3];
        for pick in own.iter().filter_map(|it| picks.get(*it)) {
            count(&mut family, pick.stance.position);
        }
        nodes.push(Node { name, own, members: vec![], parent: parent(&who), family });
        keys.push(who);
    }
    (keys, nodes)
}

fn count(family: &mut [usize; 3], position: Position) {
    if let Some(held) = family.get_mut(position as usize) {
        *held += 1;
    }
}

/// Links members to those they belong to, adds up families, sorts, and gives the nodes at the top. In a circle of a
/// damaged file the link that closes it is cut.
fn arrange(nodes: &mut [Node], sort: SortBy) -> Vec<usize> {
    cut_circles(nodes);
    let mut roots = vec![];
    for place in 0..nodes.len() {
        match nodes.get(place).and_then(|it| it.parent) {
            Some(parent) => {
                if let Some(parent) = nodes.get_mut(parent) {
                    parent.members.push(place);
                }
            }
            None => roots.push(place),
        }
    }
    for place in top_down(nodes, &roots).into_iter().rev() {
        let Some((family, Some(parent))) = nodes.get(place).map(|it| (it.family, it.parent)) else {
            continue;
        };
        if let Some(parent) = nodes.get_mut(parent) {
            for (sum, held) in parent.family.iter_mut().zip(family) {
                *sum += held;
            }
        }
    }
    let orders: Vec<_> = nodes.iter().map(|it| order(it, sort)).collect();
    let by_order = |places: &mut Vec<usize>| places.sort_by_key(|it| orders.get(*it));
    nodes.iter_mut().for_each(|it| by_order(&mut it.members));
    by_order(&mut roots);
    roots
}

fn cut_circles(nodes: &mut [Node]) {
    let mut settled = vec![false; nodes.len()];
    for start in 0..nodes.len() {
        let (mut path, mut on_path) = (vec![], BTreeSet::new());
        let mut next = Some(start);
        while let Some(place) = next.filter(|it| settled.get(*it) == Some(&false)) {
            path.push(place);
            on_path.insert(place);
            next = nodes.get(place).and_then(|it| it.parent);
            if next.is_some_and(|it| on_path.contains(&it)) {
                next = None;
                if let Some(node) = nodes.get_mut(place) {
                    node.parent = None;
                }
            }
        }
        for place in path {
            if let Some(it) = settled.get_mut(place) {
                *it = true;
            }
        }
    }
}

/// What rows are sorted by: first number, then second, then name. Counts are those of the whole family, so that a
/// heading stands where its members put it. By position: those who mostly condemn, support, mediate, in this order.
fn order(node: &Node, sort: SortBy) -> (usize, Reverse<usize>, String) {
    let most = node.family.iter().copied().max().unwrap_or(0);
    let main = node.family.iter().position(|it| *it == most).unwrap_or(0);
    let name = who::natural(&node.name.to_lowercase());
    match sort {
        SortBy::Name => (0, Reverse(0), name),
        SortBy::Count => (0, Reverse(node.family.iter().sum()), name),
        SortBy::Position => (main, Reverse(most), name),
    }
}

/// The stances of all beneath a node.
fn beneath(nodes: &[Node], top: usize) -> Vec<usize> {
    let mut found = vec![];
    let mut open: Vec<usize> = nodes.get(top).map(|it| it.members.clone()).unwrap_or_default();
    while let Some(node) = open.pop().and_then(|it| nodes.get(it)) {
        found.extend(node.own.iter().copied());
        open.extend(node.members.iter().copied());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_a_damaged_file_loses_no_actor() {
        let node = |name: &str, parent| Node {
            name: name.to_owned(),
            own: vec![],
            members: vec![],
            parent,
            family: [1, 0, 0],
        };
        let mut nodes =
            [node("a", Some(1)), node("b", Some(2)), node("c", Some(0)), node("d", Some(0))];
        let roots = arrange(&mut nodes, SortBy::Name);
        assert_eq!(roots, [2]);
        let members: Vec<_> = nodes.iter().map(|it| it.members.clone()).collect();
        assert_eq!(members, [vec![3], vec![0], vec![1], vec![]]);
        assert_eq!(nodes[2].family, [4, 0, 0]);
    }
}
