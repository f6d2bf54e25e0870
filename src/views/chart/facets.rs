//! Owns what the filters of a chart have to choose from: every value that occurs among the claims, and how many claims
//! would be shown if it were chosen, all other filters as they are.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::model::ChartRequest;
use super::select::{By, Filter, Missed, claims};
use crate::base::words::{Demographic, Outcome, Role, Status};
use crate::base::{ActorId, IncidentId};
use crate::project::State;
use crate::views::moment;
use crate::views::who::folded;

/// What each filter has to choose from. Words of a vocabulary stand in its order, incidents as in the project, actors
/// and outlets by what most is said of first and then by name. What a request asks for is among them even if no claim
/// has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Parts stand after the incident they are part of, which counts their claims too.
    pub incidents: Vec<Facet<IncidentId>>,
    pub outcomes: Vec<Facet<Outcome>>,
    pub roles: Vec<Facet<Role>>,
    pub demographics: Vec<Facet<Demographic>>,
    /// Whoever others belong to counts their claims too.
    pub sides: Vec<Facet<ActorId>>,
    pub claimants: Vec<Facet<ActorId>>,
    /// An outlet as the first article of it writes it.
    pub outlets: Vec<Facet<String>>,
    pub statuses: Vec<Facet<Status>>,
}

/// A value that a filter can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet<V> {
    pub value: V,
    pub name: String,
    /// Number of an actor's colour.
    pub colour: Option<u16>,
    /// How many incidents it is part of.
    pub depth: usize,
    /// Claims that are shown if this is chosen.
    pub count: usize,
    /// Suggestions that are shown beside them.
    pub suggested: usize,
}

impl<V> Facet<V> {
    /// Whether anything is shown if this is chosen.
    pub fn shows(&self) -> bool {
        0 < self.count + self.suggested
    }
}

/// The values that the filters of a request have to choose from.
pub fn facets(state: &State, request: &ChartRequest) -> Facets {
    let filter = Filter::new(state, request);
    let mut tally = Tally::of(state, request);
    for (annotation, claim, article) in claims(state) {
        let moment = moment::moment(state, annotation);
        let incident = claim.incident.filter(|it| state.incidents().contains_key(it));
        let missed = filter.missed(claim, incident, article, moment.as_ref());
        let counts = |by: By| usize::from([Missed::Nothing, Missed::Only(by)].contains(&missed));
        *tally.outcomes.entry(claim.outcome).or_default() += counts(By::Outcome);
        *tally.roles.entry(claim.role).or_default() += counts(By::Role);
        *tally.demographics.entry(claim.demographic).or_default() += counts(By::Demographic);
        *tally.statuses.entry(claim.status).or_default() += counts(By::Status);
        if let Some(incident) = incident {
            *tally.incidents.entry(incident).or_default() += counts(By::Incident);
        }
        if let Some(side) = claim.side.actor {
            *tally.sides.entry(side).or_default() += counts(By::Side);
        }
        if let Some(claimant) = claim.claimant.actor {
            *tally.claimants.entry(claimant).or_default() += counts(By::Claimant);
        }
        if let Some(outlet) = article.and_then(|it| it.metadata.outlet.as_ref()) {
            tally.add_outlet(&outlet.value, counts(By::Outlet));
        }
    }
    Facets {
        incidents: incidents(state, &tally.incidents),
        outcomes: words(tally.outcomes, Outcome::label),
        roles: words(tally.roles, Role::label),
        demographics: words(tally.demographics, Demographic::label),
        sides: actors(state, &tally.sides),
        claimants: actors(state, &tally.claimants),
        outlets: outlets(tally.outlets),
        statuses: words(tally.statuses, Status::label),
    }
}

/// Claims of each value, counted for itself alone.
#[derive(Default)]
struct Tally {
    incidents: BTreeMap<IncidentId, usize>,
    outcomes: BTreeMap<Outcome, usize>,
    roles: BTreeMap<Role, usize>,
    demographics: BTreeMap<Demographic, usize>,
    sides: BTreeMap<ActorId, usize>,
    claimants: BTreeMap<ActorId, usize>,
    /// By the outlet as it is compared, with its name.
    outlets: BTreeMap<String, (String, usize)>,
    statuses: BTreeMap<Status, usize>,
}

impl Tally {
    /// Nothing but what is asked for.
    fn of(state: &State, request: &ChartRequest) -> Self {
        let actor = |it: Option<ActorId>| it.filter(|it| state.actors().contains_key(it));
        let incident = request.incident.filter(|it| state.incidents().contains_key(it));
        let mut tally = Self {
            incidents: incident.map(|it| (it, 0)).into_iter().collect(),
            outcomes: BTreeMap::from([(request.outcome, 0)]),
            roles: request.role.map(|it| (it, 0)).into_iter().collect(),
            demographics: request.demographic.map(|it| (it, 0)).into_iter().collect(),
            sides: actor(request.side).map(|it| (it, 0)).into_iter().collect(),
            claimants: actor(request.claimant).map(|it| (it, 0)).into_iter().collect(),
            statuses: request.statuses.iter().flatten().map(|it| (*it, 0)).collect(),
            ..Self::default()
        };
        if let Some(outlet) = &request.outlet {
            tally.add_outlet(outlet, 0);
        }
        tally
    }

    fn add_outlet(&mut self, name: &str, count: usize) {
        let name = name.trim();
        if !name.is_empty() {
            let entry = self.outlets.entry(folded(name));
            entry.or_insert_with(|| (name.to_owned(), 0)).1 += count;
        }
    }
}

fn words<V: Copy>(counts: BTreeMap<V, usize>, label: fn(V) -> &'static str) -> Vec<Facet<V>> {
    let facet = |(value, count)| {
        let name = label(value).to_owned();
        Facet { value, name, colour: None, depth: 0, count, suggested: 0 }
    };
    counts.into_iter().map(facet).collect()
}

fn outlets(counts: BTreeMap<String, (String, usize)>) -> Vec<Facet<String>> {
    let facet = |(name, count): (String, usize)| {
        let value = name.clone();
        Facet { value, name, colour: None, depth: 0, count, suggested: 0 }
    };
    let mut facets: Vec<_> = counts.into_values().map(facet).collect();
    most_first(&mut facets);
    facets
}

fn actors(state: &State, own: &BTreeMap<ActorId, usize>) -> Vec<Facet<ActorId>> {
    let counts = with_those_above(own, |it| state.actors().get(&it)?.belongs_to);
    let facet = |(value, count)| {
        let actor = state.actors().get(&value)?;
        let (name, colour) = (actor.name.trim().to_owned(), Some(actor.colour));
        Some(Facet { value, name, colour, depth: 0, count, suggested: 0 })
    };
    let mut facets: Vec<_> = counts.into_iter().filter_map(facet).collect();
    most_first(&mut facets);
    facets
}

fn incidents(state: &State, own: &BTreeMap<IncidentId, usize>) -> Vec<Facet<IncidentId>> {
    let counts = with_those_above(own, |it| state.incidents().get(&it)?.part_of);
    let shown = state.incidents().values().filter(|it| counts.contains_key(&it.id));
    let mut parts: BTreeMap<Option<IncidentId>, Vec<IncidentId>> = BTreeMap::new();
    for incident in shown.clone() {
        let whole = incident.part_of.filter(|it| counts.contains_key(it));
        parts.entry(whole).or_default().push(incident.id);
    }
    let (mut facets, mut told) = (vec![], BTreeSet::new());
    let tops = parts.get(&None).cloned().unwrap_or_default();
    // What no top leads to stands in a circle: its first is then a top.
    for top in tops.into_iter().chain(shown.map(|it| it.id)) {
        let mut open = vec![(top, 0)];
        while let Some((value, depth)) = open.pop() {
            let Some(incident) = state.incidents().get(&value) else { continue };
            if told.insert(value) {
                let count = counts.get(&value).copied().unwrap_or_default();
                let name = incident.name.trim().to_owned();
                facets.push(Facet { value, name, colour: None, depth, count, suggested: 0 });
                let parts = parts.get(&Some(value)).into_iter().flatten().rev();
                open.extend(parts.map(|it| (*it, depth + 1)));
            }
        }
    }
    facets
}

/// The counts with each added to all above it, by their links upward; safe on circles of a damaged file.
fn with_those_above<K: Ord + Copy>(
    own: &BTreeMap<K, usize>,
    above: impl Fn(K) -> Option<K>,
) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for (start, count) in own {
        let mut seen = BTreeSet::new();
        let mut next = Some(*start);
        while let Some(it) = next.filter(|it| seen.insert(*it)) {
            *counts.entry(it).or_default() += count;
            next = above(it);
        }
    }
    counts
}

fn most_first<V>(facets: &mut [Facet<V>]) {
    facets.sort_by_cached_key(|it| (Reverse(it.count), folded(&it.name)));
}
