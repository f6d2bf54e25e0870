//! Owns what a chart says of itself: headline, subtitle and legend.

mod headline;
mod sign;

pub(super) use headline::headline;
pub use sign::Sign;

use super::model::{Bound, ChartRequest, Fill, MarkTime, Panel, PanelBy};
use super::select::{Pick, days_of};
use crate::base::words::{Demographic, Role};
use crate::project::State;
use crate::views::{who, words};

/// "People reported killed, all groups, by side, 19–20 September 2023; running figure of each claimant, never added
/// together".
pub(super) fn subtitle(state: &State, request: &ChartRequest, picks: &[Pick]) -> String {
    let mut parts = vec![format!("People reported {}", request.outcome.label())];
    let (role, demographic) = lead_group(request);
    parts.push(words::group(role, demographic).unwrap_or_else(|| "all groups".to_owned()));
    parts.extend(request.side.map(|it| format!("of {}", who::name(state, Some(it), ""))));
    parts.extend(request.claimant.map(|it| format!("said by {}", who::name(state, Some(it), ""))));
    parts.extend(request.outlet.as_ref().map(|it| format!("printed by {}", it.trim())));
    if let Some(statuses) = &request.statuses {
        let labels: Vec<String> = statuses.iter().map(|it| it.label().to_owned()).collect();
        parts.push(format!("only {}", words::listed(&labels, "and")));
    }
    match request.panels {
        PanelBy::Side => parts.push("by side".to_owned()),
        PanelBy::Role => parts.push("by role".to_owned()),
        PanelBy::Outlet => parts.push("by outlet".to_owned()),
        PanelBy::None => {}
    }
    let all_days = || days_of(picks, state.zone()).map(|(from, to)| words::days(from, to));
    parts.extend(words::days_shown(request.from, request.to).or_else(all_days));
    let folded = if request.folded { ", folded into whom it belongs to" } else { "" };
    format!("{}; running figure of each claimant{folded}, never added together", parts.join(", "))
}

/// What the marks mean, as far as it occurs.
pub(super) fn legend(panels: &[Panel]) -> Vec<Sign> {
    let marks = || panels.iter().flat_map(|it| &it.marks);
    // A suggestion is hollow whatever is known of its time.
    let filled = |fill: Fill| marks().any(|it| it.fill == fill && !it.suggested);
    let bound = |wanted: Bound| marks().any(|it| it.bound == wanted);
    let ranges = marks().any(|it| matches!(it.bound, Bound::Range(_)));
    let stretches = marks().any(|it| matches!(it.at, MarkTime::Known { stretch: Some(_), .. }));
    let signs = [
        (filled(Fill::Stated), Sign::Filled),
        (filled(Fill::Printed), Sign::Hollow),
        (filled(Fill::Guessed), Sign::HalfFilled),
        (bound(Bound::Up), Sign::ArrowUp),
        (bound(Bound::Down), Sign::ArrowDown),
        (ranges, Sign::UprightBar),
        (marks().any(|it| it.inexact), Sign::DashedRing),
        (panels.iter().any(|it| !it.disputes.is_empty()), Sign::Shaded),
        (stretches, Sign::PaleBar),
        (marks().any(|it| it.faint), Sign::Faint),
        (marks().any(|it| it.fill == Fill::None), Sign::Gutter),
        (panels.iter().any(|it| !it.lines.is_empty()), Sign::Line),
    ];
    signs.into_iter().filter(|(occurs, _)| *occurs).map(|(_, sign)| sign).collect()
}

/// The group whose totals lead: all people, unless only some are asked for.
fn lead_group(request: &ChartRequest) -> (Role, Demographic) {
    (
        request.role.unwrap_or(Role::Unspecified),
        request.demographic.unwrap_or(Demographic::Unspecified),
    )
}
