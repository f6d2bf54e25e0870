//! Owns what the options on what is shown mean in a project: its actors, incidents and outlets by name.

use std::collections::BTreeSet;

use super::args::Export;
use super::{Stop, fault};
use crate::base::{ActorId, IncidentId};
use crate::project::State;
use crate::views::chart::ChartRequest;
use crate::views::matrix::{MatrixRequest, Unfolded};

/// What the options on what is shown mean in this project.
pub(super) fn requests(
    args: &Export,
    state: &State,
) -> Result<(ChartRequest, MatrixRequest), Stop> {
    let both = &args.both;
    if let (Some(from), Some(to)) = (both.from, both.to)
        && to < from
    {
        return Err(fault(format!("--to {to} lies before --from {from}; exchange them")));
    }
    let incident = both.incident.as_deref().map(|name| incident(state, name)).transpose()?;
    let outlet = both.outlet.as_deref().map(|name| outlet(state, name)).transpose()?;
    let shown = &args.chart;
    let chart = ChartRequest {
        incident,
        outcome: shown.outcome,
        role: shown.role,
        demographic: shown.demographic,
        side: shown.side.as_deref().map(|name| actor(state, name)).transpose()?,
        claimant: shown.claimant.as_deref().map(|name| actor(state, name)).transpose()?,
        outlet: outlet.clone(),
        statuses: (!shown.status.is_empty()).then(|| shown.status.clone()),
        from: both.from,
        to: both.to,
        panels: shown.panels.into(),
        scale: shown.scale_y.into(),
        folded: shown.fold_claimants,
        disputes: !shown.no_disputes,
    };
    let shown = &args.matrix;
    let unfolded: BTreeSet<ActorId> =
        shown.unfold.iter().map(|name| actor(state, name)).collect::<Result<_, _>>()?;
    let matrix = MatrixRequest {
        incident,
        outlet,
        from: both.from,
        to: both.to,
        columns: shown.columns.into(),
        count: shown.count.into(),
        past: shown.past,
        unfolded: match (unfolded.is_empty(), shown.fold_rows) {
            (false, _) => Unfolded::These(unfolded),
            (true, true) => Unfolded::None,
            (true, false) => Unfolded::All,
        },
        sort: shown.sort.into(),
    };
    Ok((chart, matrix))
}

fn actor(state: &State, name: &str) -> Result<ActorId, Stop> {
    state.actor_named(name).map(|it| it.id).ok_or_else(|| {
        unknown("actor", name, state.actors().values().map(|it| it.name.as_str()).collect())
    })
}

fn incident(state: &State, name: &str) -> Result<IncidentId, Stop> {
    state.incident_named(name).map(|it| it.id).ok_or_else(|| {
        unknown("incident", name, state.incidents().values().map(|it| it.name.as_str()).collect())
    })
}

fn outlet(state: &State, name: &str) -> Result<String, Stop> {
    let outlets = state.articles().values().filter_map(|it| it.metadata.outlet.as_ref());
    let outlets: BTreeSet<&str> = outlets.map(|it| it.value.trim()).collect();
    let known = outlets.iter().find(|it| it.to_lowercase() == name.trim().to_lowercase());
    known
        .map(|it| (*it).to_owned())
        .ok_or_else(|| unknown("outlet", name, outlets.into_iter().collect()))
}

/// How many names a message lists.
const MOST_NAMES: usize = 12;

fn unknown(kind: &str, name: &str, known: Vec<&str>) -> Stop {
    if known.is_empty() {
        return fault(format!(
            "the project has no {kind}s, so none is called “{name}”; leave it out"
        ));
    }
    let listed = known.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    let more = match known.len().saturating_sub(MOST_NAMES) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    fault(format!("the project has no {kind} “{name}”; it has {listed}{more}"))
}
