//! Owns which claims make the running total of a claimant. A series holds the totals of one claimant for one incident,
//! side and group, in order of time and then of text, without what only repeats an earlier one.

use std::collections::BTreeMap;

use super::select::{Pick, Selection};
use crate::base::IncidentId;
use crate::base::words::{Demographic, Measure, Role, Status};
use crate::views::who::Who;

/// Whom a total counts. Only totals that count the same people may be set against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct People {
    pub(super) incident: Option<IncidentId>,
    pub(super) side: Who,
    pub(super) role: Role,
    pub(super) demographic: Demographic,
}

impl People {
    pub(super) fn of(pick: &Pick) -> Self {
        Self {
            incident: pick.incident,
            side: pick.side.clone(),
            role: pick.claim.role,
            demographic: pick.claim.demographic,
        }
    }
}

/// The running total of one claimant.
pub(super) struct Series {
    pub(super) people: People,
    /// Indices of the claims handed in, never empty; the last one is current.
    pub(super) steps: Vec<usize>,
    /// Claims that say a step again while it is current, each with the index of the step.
    pub(super) repeats: Vec<(usize, usize)>,
    /// They stand on the time axis, and a line joins them. Else they are the totals of a claimant who has none with a
    /// time, in the order of text.
    pub(super) timed: bool,
}

impl Series {
    /// The current total.
    pub(super) fn last(&self) -> Option<usize> {
        self.steps.last().copied()
    }
}

/// The series among `picks`, which are in order; sorted by their first claim.
pub(super) fn series(selection: &Selection, picks: &[&Pick]) -> Vec<Series> {
    let mut totals: BTreeMap<(People, &Who), Vec<usize>> = BTreeMap::new();
    for (index, pick) in picks.iter().enumerate() {
        let counts = pick.claim.measure == Measure::Total
            && pick.claim.status != Status::Rejected
            && pick.claimant != Who::Nobody
            && selection.knows_event(pick);
        if counts {
            totals.entry((People::of(pick), &pick.claimant)).or_default().push(index);
        }
    }
    let mut found = vec![];
    for ((people, _), candidates) in totals {
        let has_time = |index: &usize| picks.get(*index).is_some_and(|it| it.moment.is_some());
        let (with, without): (Vec<_>, Vec<_>) = candidates.into_iter().partition(has_time);
        let (timed_steps, timed_repeats) = steps(picks, &with);
        if timed_steps.is_empty() {
            let (steps, repeats) = steps(picks, &without);
            if !steps.is_empty() {
                found.push(Series { people, steps, repeats, timed: false });
            }
        } else {
            let (steps, repeats) = (timed_steps, timed_repeats);
            found.push(Series { people, steps, repeats, timed: true });
        }
    }
    found.sort_by_key(|it| it.steps.first().copied());
    found
}

/// The totals of one claimant that are steps, and those that say one again, with the step. A lower later one is a repeat unless it revises an earlier one; one that
/// says the same again is a repeat too. A superseded one is a step only if the one that revises it follows.
fn steps(picks: &[&Pick], candidates: &[usize]) -> (Vec<usize>, Vec<(usize, usize)>) {
    let candidates: Vec<(usize, &Pick)> =
        candidates.iter().filter_map(|it| Some((*it, *picks.get(*it)?))).collect();
    let places: BTreeMap<_, _> =
        candidates.iter().enumerate().map(|(place, (_, it))| (it.annotation.id, place)).collect();
    let revises = |place: usize| {
        let (_, pick) = candidates.get(place)?;
        let earlier = places.get(&pick.claim.supersedes?).copied()?;
        (earlier < place).then_some(earlier)
    };
    let mut stands: Vec<bool> = candidates.iter().map(|(_, it)| !it.superseded).collect();
    for place in (0..candidates.len()).rev() {
        if let Some(earlier) = revises(place).filter(|_| stands.get(place) == Some(&true))
            && let Some(it) = stands.get_mut(earlier)
        {
            *it = true;
        }
    }
    let (mut steps, mut repeats) = (vec![], vec![]);
    let mut current: Option<(usize, &Pick)> = None;
    for (place, (index, pick)) in candidates.iter().enumerate() {
        if stands.get(place) != Some(&true) {
            continue;
        }
        match current {
            Some((step, it)) if revises(place).is_none() && !is_news(it, pick) => {
                if (it.claim.low, it.claim.high) == (pick.claim.low, pick.claim.high) {
                    repeats.push((*index, step));
                }
            }
            _ => {
                steps.push(*index);
                current = Some((*index, pick));
            }
        }
    }
    (steps, repeats)
}

/// Whether a later total says more than the current one: a higher figure, or the same with other bounds.
fn is_news(current: &Pick, later: &Pick) -> bool {
    let (old, new) = (current.claim, later.claim);
    old.low < new.low || old.low == new.low && old.high != new.high
}
