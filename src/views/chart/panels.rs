//! Owns how claims are shared out to panels. Different incidents never share one; an incident and its parts may.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::model::{Bound, ChartRequest, Dispute, Mark, Panel, PanelBy, StepLine};
use super::select::{Pick, Selection, word_colours};
use super::series::{Series, series};
use super::{dispute, place, ticks};
use crate::base::IncidentId;
use crate::base::words::Role;
use crate::project::State;
use crate::views::moment::outlet_of;
use crate::views::who::Who;
use crate::views::{figure, words};

/// What the claims of a panel have in common besides their event.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Side(Who),
    Role(Role),
    Outlet(Option<String>),
    All,
}

impl Key {
    fn of(by: PanelBy, pick: &Pick) -> Self {
        match by {
            PanelBy::Side => Key::Side(pick.side.clone()),
            PanelBy::Role => Key::Role(pick.claim.role),
            PanelBy::Outlet => Key::Outlet(outlet_of(pick.article)),
            PanelBy::None => Key::All,
        }
    }

    /// "Not stated" comes last.
    fn is_last(&self) -> bool {
        matches!(self, Key::Side(Who::Nobody) | Key::Role(Role::Unspecified) | Key::Outlet(None))
    }

    fn title(&self, state: &State, pick: &Pick) -> String {
        match self {
            Key::Side(Who::Nobody) => "Side not stated".to_owned(),
            Key::Side(_) => words::capitalised(&place::side_name(state, pick)),
            Key::Role(Role::Unspecified) => "Role not stated".to_owned(),
            Key::Role(role) => words::capitalised(role.label()),
            Key::Outlet(Some(_)) => {
                let outlet = pick.article.and_then(|it| it.metadata.outlet.as_ref());
                outlet.map(|it| it.value.trim().to_owned()).unwrap_or_default()
            }
            Key::Outlet(None) => "Outlet not stated".to_owned(),
            Key::All => "All sides".to_owned(),
        }
    }
}

/// The order of events on the page: what most is said of first, since that is what the reports are about; claims of no
/// stated incident last.
pub(super) type EventOrder =
    (bool, Reverse<usize>, Reverse<usize>, Reverse<u64>, Option<IncidentId>);

pub(super) fn event_order(
    event: Option<IncidentId>,
    picks: &[&Pick],
    selection: &Selection,
) -> EventOrder {
    let peak = picks.iter().map(|it| largest(it)).max().unwrap_or(0);
    let said = event.and_then(|it| selection.said.get(&it)).copied().unwrap_or(0);
    (event.is_none(), Reverse(said), Reverse(picks.len()), Reverse(peak), event)
}

/// The panels of a selection: event by event those with the largest figures first, "not stated" last.
pub(super) fn panels(
    state: &State,
    request: &ChartRequest,
    selection: &Selection,
    horizon: Option<i64>,
) -> Vec<Panel> {
    let mut shares: BTreeMap<(Option<IncidentId>, Key), Vec<usize>> = BTreeMap::new();
    let mut events: BTreeMap<Option<IncidentId>, Vec<&Pick>> = BTreeMap::new();
    for (index, pick) in selection.picks.iter().enumerate() {
        let key = Key::of(request.panels, pick);
        shares.entry((pick.event, key)).or_default().push(index);
        events.entry(pick.event).or_default().push(pick);
    }
    let several = events.len() > 1;
    let orders: BTreeMap<_, _> = events
        .iter()
        .map(|(event, picks)| (*event, event_order(*event, picks, selection)))
        .collect();
    let colours = word_colours(state);
    let mut made = vec![];
    for ((event, key), indices) in &shares {
        let picks: Vec<&Pick> = indices.iter().filter_map(|it| selection.picks.get(*it)).collect();
        let Some(first) = indices.first() else { continue };
        let title = title(state, *event, key, picks.first().copied(), several);
        let mut slots = 0..;
        let marks: Vec<Mark> = indices
            .iter()
            .zip(&picks)
            .map(|(evidence, pick)| {
                let slot = if pick.moment.is_none() { slots.next().unwrap_or(0) } else { 0 };
                place::mark(state, pick, *evidence, slot, &colours)
            })
            .collect();
        let series = series(selection, &picks);
        let labels = Labels::new(state, request, *event, &picks);
        let line = |it: &Series| labels.line(it, &marks);
        let disputes = if request.disputes {
            let found = dispute::disputes(selection, &picks, &series, horizon);
            found.iter().map(|it| labels.dispute(it)).collect()
        } else {
            vec![]
        };
        let panel = Panel {
            title,
            axis: ticks::count_axis(&marks, request.scale),
            lines: series.iter().filter(|it| it.timed).filter_map(line).collect(),
            marks,
            disputes,
        };
        let peak = picks.iter().map(|it| largest(it)).max().unwrap_or(0);
        let order = (key.is_last(), Reverse(peak), *first);
        made.push((orders.get(event).copied(), order, panel));
    }
    made.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    made.into_iter().map(|(_, _, panel)| panel).collect()
}

/// The largest number a mark shows.
pub(super) fn largest(pick: &Pick) -> u64 {
    match figure::bound(pick.claim) {
        (_, Bound::Range(high)) => high,
        (value, _) => value,
    }
}

fn title(
    state: &State,
    event: Option<IncidentId>,
    key: &Key,
    pick: Option<&Pick>,
    several_events: bool,
) -> String {
    let own = pick.map(|it| key.title(state, it)).unwrap_or_default();
    if !several_events {
        return own;
    }
    let event = event.and_then(|it| state.incidents().get(&it));
    let event = event
        .map_or_else(|| "Incident not stated".to_owned(), |it| words::capitalised(it.name.trim()));
    if *key == Key::All { event } else { format!("{event}: {own}") }
}

/// Words of the lines and disputes of one panel: as short as they can be without two lines of the same name.
struct Labels<'a> {
    state: &'a State,
    request: &'a ChartRequest,
    event: Option<IncidentId>,
    picks: &'a [&'a Pick<'a>],
    several_sides: bool,
}

impl<'a> Labels<'a> {
    fn new(
        state: &'a State,
        request: &'a ChartRequest,
        event: Option<IncidentId>,
        picks: &'a [&'a Pick<'a>],
    ) -> Self {
        let several_sides =
            picks.first().is_some_and(|first| picks.iter().any(|it| it.side != first.side));
        Self { state, request, event, picks, several_sides }
    }

    fn line(&self, series: &Series, marks: &[Mark]) -> Option<StepLine> {
        let last = series.last()?;
        let pick = self.picks.get(last)?;
        let claimant = place::claimant_name(self.state, pick);
        let label = format!("{claimant} {}{}", figure::figure_short(pick.claim), self.whom(pick));
        Some(StepLine {
            actor: pick.claimant.actor(),
            colour: marks.get(last)?.colour?,
            marks: series.steps.clone(),
            label,
            claimant,
        })
    }

    /// What sets the people of a line apart from those of others in the panel.
    fn whom(&self, pick: &Pick) -> String {
        let claim = pick.claim;
        let by_role = self.request.panels == PanelBy::Role || self.request.role.is_some();
        let role = if by_role { Role::Unspecified } else { claim.role };
        let group = match figure::bound(claim) {
            (1, Bound::Point) => words::group_of_one(role, claim.demographic),
            _ => words::group(role, claim.demographic),
        };
        let mut whom = group.map(|it| format!(" {it}")).unwrap_or_default();
        if self.several_sides {
            whom += &match place::side_name(self.state, pick) {
                name if name.is_empty() => ", side not stated".to_owned(),
                name => format!(", {name}"),
            };
        }
        if pick.incident != self.event
            && let Some(part) = pick.incident.and_then(|it| self.state.incidents().get(&it))
        {
            whom += &format!(" ({})", part.name.trim());
        }
        whom
    }

    fn dispute(&self, found: &dispute::Found) -> Dispute {
        let side = |index: usize| {
            let Some(pick) = self.picks.get(index) else { return String::new() };
            let claimant = place::claimant_name(self.state, pick);
            format!("{claimant} {}", figure::figure_short(pick.claim))
        };
        Dispute {
            lower: found.lower,
            upper: found.upper,
            during: found.during,
            words: format!("disputed: {}, {}", side(found.upper), side(found.lower)),
        }
    }
}
