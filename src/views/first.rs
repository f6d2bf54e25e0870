//! Owns what chart and matrix show before anything is chosen: the outcome of which most is claimed, and the one incident
//! that at least half of what is claimed and of the positions taken is about, if there is such a one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chart::ChartRequest;
use super::matrix::MatrixRequest;
use super::{kin, moment};
use crate::base::IncidentId;
use crate::base::words::{Outcome, Status};
use crate::project::{About, Annotation, Stance, State};

/// The chart that a project is first shown with; none as long as nothing is claimed.
pub fn first_chart(state: &State) -> Option<ChartRequest> {
    let counts = |it: &&crate::project::Claim| it.status != Status::Rejected;
    let claims = || shown(state).filter_map(Annotation::claim).filter(counts);
    let mut outcomes: BTreeMap<Outcome, usize> = BTreeMap::new();
    claims().for_each(|it| *outcomes.entry(it.outcome).or_default() += 1);
    let most = outcomes.iter().rev().max_by_key(|it| it.1).map(|it| *it.0)?;
    let killed = outcomes.contains_key(&Outcome::Killed);
    let outcome = if killed { Outcome::Killed } else { most };
    let tops = kin::incident_tops(state);
    let top = |it: Option<IncidentId>| it.and_then(|it| tops.get(&it));
    let of_outcome = || claims().filter(|it| it.outcome == outcome).map(|it| it.incident);
    // Reports tell of an old war or of what led to it; what they are about shows in the positions as well.
    let about = of_outcome().chain(shown(state).filter_map(Annotation::stance).map(incident));
    let main = main_incident(state, about.map(|it| (it, 1)));
    let incident = main.filter(|main| of_outcome().any(|it| top(it) == Some(main)));
    Some(ChartRequest { incident, outcome, ..ChartRequest::default() })
}

/// The matrix that a project is first shown with; none as long as there is no stance.
pub fn first_matrix(state: &State) -> Option<MatrixRequest> {
    let stances = || shown(state).filter_map(Annotation::stance);
    stances().next()?;
    let about = stances().map(|it| (incident(it), 1));
    Some(MatrixRequest { incident: main_incident(state, about), ..MatrixRequest::default() })
}

/// The incident of a stance, else the one it is towards.
fn incident(stance: &Stance) -> Option<IncidentId> {
    stance.incident.or(match &stance.target.about {
        Some(About::Incident(incident)) => Some(*incident),
        _ => None,
    })
}

/// The annotations that views may show: those of excluded articles do not exist for them.
fn shown(state: &State) -> impl Iterator<Item = &Annotation> {
    let excluded = |it: &&Annotation| moment::article(state, it).is_some_and(|it| it.excluded);
    state.annotations().values().map(Arc::as_ref).filter(move |it| !excluded(it))
}

/// The incident, with its parts, that at least half of what is counted is about.
pub(super) fn main_incident(
    state: &State,
    counted: impl Iterator<Item = (Option<IncidentId>, usize)>,
) -> Option<IncidentId> {
    let tops = kin::incident_tops(state);
    let (mut all, mut counts) = (0, BTreeMap::<IncidentId, usize>::new());
    for (incident, count) in counted {
        all += count;
        if let Some(top) = incident.and_then(|it| tops.get(&it)) {
            *counts.entry(*top).or_default() += count;
        }
    }
    let (main, count) = counts.into_iter().rev().max_by_key(|it| it.1)?;
    (all <= count * 2).then_some(main)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;

    fn check(text: &str, expect: Expect) {
        let state = notation::state(text).unwrap();
        let name = |it: Option<IncidentId>| {
            let incident = it.and_then(|it| state.incidents().get(&it));
            incident.map_or("all incidents", |it| it.name.as_str()).to_owned()
        };
        let chart = first_chart(&state)
            .map(|it| format!("{} in {}; ", it.outcome.label(), name(it.incident)));
        let matrix = first_matrix(&state).map(|it| format!("stances on {}", name(it.incident)));
        expect.assert_eq(&(chart.unwrap_or_default() + &matrix.unwrap_or_default()));
    }

    #[test]
    fn nothing_annotated_begins_with_nothing() {
        check("article a.txt\n", expect![""]);
    }

    #[test]
    fn one_incident_is_shown_if_half_of_what_is_known_is_about_it_or_its_parts() {
        check(
            "article a.txt | Wire | 2023-09-19 21:12
            incident battle < war
            claim k1 a.txt killed 5 by A in battle
            claim k2 a.txt killed 7 by A in war
            claim k3 a.txt killed 2 by A in blast
            claim k4 a.txt killed 2 by A
            claim k5 a.txt injured 2 by A in blast
            stance s1 a.txt A condemn B about war
            stance s2 a.txt A condemn B about blast
            stance s3 a.txt A condemn B
            stance s4 a.txt A condemn B about war past",
            expect!["killed in war; stances on war"],
        );
    }

    #[test]
    fn without_anybody_killed_the_outcome_is_that_of_most_claims() {
        check(
            "article a.txt | Wire | 2023-09-19 21:12
            claim k1 a.txt injured 5 by A
            claim k2 a.txt displaced 7 by A
            claim k3 a.txt displaced 8 by A
            claim k4 a.txt killed 8 by A status rejected",
            expect!["displaced in all incidents; "],
        );
    }
}
