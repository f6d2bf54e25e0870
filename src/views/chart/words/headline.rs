//! Owns the headline: for each side the current total of the claimant whose figure is the latest, or all figures that
//! are in dispute. Among totals of the same time, or without any, the highest leads, since running totals do not fall.
//! Figures of different groups, claimants or incidents are never added; a side with only the totals of groups has those
//! listed. Where no named claimant gives a total, the latest one that nobody is named for stands in. Totals of no
//! stated side are told only where no side has any, since they may count the people of any of them once more.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::dispute::{self, disputes};
use super::super::model::{Bound, ChartRequest};
use super::super::panels::{event_order, largest};
use super::super::place::side_name;
use super::super::select::{Pick, Selection};
use super::super::series::{People, series};
use super::lead_group;
use crate::base::IncidentId;
use crate::base::words::{Demographic, Measure, Qualifier, Role, Status};
use crate::project::State;
use crate::views::figure;
use crate::views::who::Who;
use crate::views::words::{self, capitalised, counted, listed};

/// More sides or groups than these are counted, not told.
const MOST: usize = 4;

/// The same beside other incidents.
const MOST_OF_SEVERAL: usize = 2;

/// Further incidents are counted, not told, once the headline has so many letters, which are two to three lines
/// of a figure.
const ENOUGH: usize = 200;

/// "Killed in the offensive: at least 200 Karabakh Armenians, 2 Azerbaijanis".
pub(in super::super) fn headline(
    state: &State,
    request: &ChartRequest,
    selection: &Selection,
) -> String {
    let outcome = request.outcome.label();
    if selection.picks.is_empty() {
        return format!("No claims of people {outcome}{}", within(state, request.incident, ""));
    }
    let mut events: BTreeMap<Option<IncidentId>, Vec<&Pick>> = BTreeMap::new();
    for pick in &selection.picks {
        events.entry(pick.event).or_default().push(pick);
    }
    let mut events: Vec<_> = events.into_iter().collect();
    events.sort_by_key(|(event, picks)| event_order(*event, picks, selection));
    let none = if events.len() > 1 { " in no stated incident" } else { "" };
    let most = if events.len() > 1 { MOST_OF_SEVERAL } else { MOST };
    let mut told = capitalised(outcome);
    for (place, (event, picks)) in events.iter().enumerate() {
        let sides = Event { state, request, selection, event: *event, picks, most }.sides();
        let clause = format!("{}: {sides}", within(state, *event, none));
        let length = told.chars().count() + clause.chars().count();
        if 0 < place && ENOUGH < length {
            let more = match events.get(place..) {
                Some([(None, _)]) => none.to_owned(),
                _ => {
                    let more = counted(events.len() - place, "more incident", "more incidents");
                    format!(" in {more}")
                }
            };
            return format!("{told}; others{more}");
        }
        told += if 0 < place { ";" } else { "" };
        told += &clause;
    }
    told
}

/// " in the offensive"; `none` where there is no incident.
fn within(state: &State, incident: Option<IncidentId>, none: &str) -> String {
    let incident = incident.and_then(|it| state.incidents().get(&it));
    incident.map_or_else(|| none.to_owned(), |it| format!(" in {}", it.name.trim()))
}

/// The claims of one event.
struct Event<'a> {
    state: &'a State,
    request: &'a ChartRequest,
    selection: &'a Selection<'a>,
    event: Option<IncidentId>,
    picks: &'a [&'a Pick<'a>],
    /// More sides or groups than these are counted, not told.
    most: usize,
}

/// A total that counts, and whom it counts.
struct Total {
    people: People,
    index: usize,
}

impl Event<'_> {
    fn sides(&self) -> String {
        let series = series(self.selection, self.picks);
        let disputes = disputes(self.selection, self.picks, &series, None);
        let mut totals: BTreeMap<Who, Vec<Total>> = BTreeMap::new();
        for one in series {
            if let Some(index) = one.last() {
                let people = one.people;
                totals.entry(people.side.clone()).or_default().push(Total { people, index });
            }
        }
        let mut unattributed: BTreeMap<Who, Vec<Total>> = BTreeMap::new();
        for (index, pick) in self.picks.iter().enumerate() {
            let claim = pick.claim;
            let stands = claim.measure == Measure::Total && claim.status != Status::Rejected;
            if stands && !pick.superseded && !totals.contains_key(&pick.side) {
                let people = People::of(pick);
                unattributed.entry(pick.side.clone()).or_default().push(Total { people, index });
            }
        }
        totals.extend(unattributed);
        if totals.keys().any(|it| *it != Who::Nobody) {
            totals.remove(&Who::Nobody);
        }
        if totals.is_empty() {
            let claims = counted(self.picks.len(), "claim", "claims");
            return format!("{claims}, no running total");
        }
        let mut sides: Vec<(Who, Vec<Total>)> = totals.into_iter().collect();
        let ranks = self.ranks();
        sides.sort_by_key(|(side, _)| ranks.get(side).copied());
        let told: Vec<String> =
            sides.iter().take(self.most).map(|(_, totals)| self.side(totals, &disputes)).collect();
        let separator = if told.iter().any(|it| it.contains(", ")) { "; " } else { ", " };
        let more = match sides.len().saturating_sub(self.most) {
            0 => String::new(),
            more => format!("{separator}and {}", counted(more, "more side", "more sides")),
        };
        told.join(separator) + &more
    }

    /// The order of the sides: by their largest figure, then by their first claim.
    fn ranks(&self) -> BTreeMap<&Who, (Reverse<u64>, usize)> {
        let mut ranks = BTreeMap::new();
        for (index, pick) in self.picks.iter().enumerate() {
            let (peak, _) = ranks.entry(&pick.side).or_insert((Reverse(0), index));
            *peak = (*peak).min(Reverse(largest(pick)));
        }
        ranks
    }

    /// The words for one side: its totals of all people, else those of its groups and of parts of the event.
    fn side(&self, totals: &[Total], disputes: &[dispute::Found]) -> String {
        let (role, demographic) = lead_group(self.request);
        let leading: Vec<&Total> = totals
            .iter()
            .filter(|it| it.people.incident == self.event)
            .filter(|it| (it.people.role, it.people.demographic) == (role, demographic))
            .collect();
        if leading.is_empty() { self.groups(totals) } else { self.leading(&leading, disputes) }
    }

    fn leading(&self, totals: &[&Total], disputes: &[dispute::Found]) -> String {
        let current = |index: &usize| totals.iter().any(|it| it.index == *index);
        let mut disputed: Vec<&Pick> = disputes
            .iter()
            .filter(|it| current(&it.steps.0) && current(&it.steps.1))
            .flat_map(|it| [it.steps.0, it.steps.1])
            .filter_map(|it| self.picks.get(it).copied())
            .collect();
        disputed.sort_by_key(|it| (it.claim.low, it.claim.high));
        disputed.dedup_by_key(|it| (it.claim.low, it.claim.high, it.claim.qualifier));
        if let [lowest, .., highest] = disputed.as_slice() {
            let figures: Vec<String> = disputed.iter().map(|it| figure::figure(it.claim)).collect();
            let figures = if disputed.len() <= 3 {
                listed(&figures, "or")
            } else {
                format!("{} to {}", figure::figure(lowest.claim), figure::figure(highest.claim))
            };
            return format!("{}, disputed", self.people(&figures, false, highest));
        }
        let Some(pick) = self.latest(totals.iter().map(|it| it.index)) else {
            return String::new();
        };
        let one = is_one(pick);
        self.people(&spoken(pick), one, pick)
    }

    /// A figure with the people it counts: "at least 200 Karabakh Armenians", "2 (Azerbaijan)".
    fn people(&self, figure: &str, one: bool, pick: &Pick) -> String {
        let (role, demographic) = lead_group(self.request);
        let group = if one {
            words::group_of_one(role, demographic)
        } else {
            words::group(role, demographic)
        };
        let figure_alone = figure.trim_end_matches(" of");
        match (group, self.people_of(pick).filter(|_| !one)) {
            (None, Some(people)) => format!("{figure} {people}"),
            (Some(_), Some(people)) => {
                format!("{figure} {people} ({})", kinds(role, demographic))
            }
            (Some(group), _) => format!("{figure} {group}{}", self.whose(pick)),
            (None, None) if self.no_sides() => {
                format!("{figure} {}", if one { "person" } else { "people" })
            }
            (None, None) => format!("{figure_alone}{}", self.whose(pick)),
        }
    }

    /// "4 police and 2 civilians (Azerbaijan)": for each group the latest total, none added to another.
    fn groups(&self, totals: &[Total]) -> String {
        let mut groups: BTreeMap<&People, Vec<usize>> = BTreeMap::new();
        for total in totals {
            groups.entry(&total.people).or_default().push(total.index);
        }
        let mut latest: Vec<&Pick> =
            groups.into_values().filter_map(|it| self.latest(it.into_iter())).collect();
        latest.sort_by_key(|it| (Reverse(it.claim.low), it.claim.role, it.claim.demographic));
        let Some(first) = latest.first() else { return String::new() };
        let mut told: Vec<String> =
            latest.iter().take(self.most).map(|it| self.group(it)).collect();
        if latest.len() > self.most {
            told.push(counted(latest.len() - self.most, "more figure", "more figures"));
        }
        match (latest.as_slice(), self.people_of(first)) {
            ([only], Some(people)) if only.incident == self.event && !is_one(only) => {
                let kinds = kinds(only.claim.role, only.claim.demographic);
                format!("{} {people} ({kinds})", spoken(only))
            }
            _ => listed(&told, "and") + &self.whose(first),
        }
    }

    /// What the people of a side are called, "Azerbaijanis", if it is known.
    fn people_of(&self, pick: &Pick) -> Option<&str> {
        let actor = pick.side.actor().and_then(|it| self.state.actors().get(&it));
        actor.map(|it| it.people.trim()).filter(|it| !it.is_empty())
    }

    fn group(&self, pick: &Pick) -> String {
        let claim = pick.claim;
        let one = is_one(pick);
        let group = if one {
            words::group_of_one(claim.role, claim.demographic).unwrap_or("person".to_owned())
        } else {
            words::group(claim.role, claim.demographic).unwrap_or("people".to_owned())
        };
        let part = pick.incident.filter(|_| pick.incident != self.event);
        format!("{} {group}{}", spoken(pick), within(self.state, part, ""))
    }

    fn latest(&self, totals: impl Iterator<Item = usize>) -> Option<&Pick<'_>> {
        let picks = totals.filter_map(|it| Some((it, *self.picks.get(it)?)));
        let rank = |pick: &Pick| (pick.moment.map(|it| it.at), pick.claim.low);
        picks.max_by_key(|(index, pick)| (rank(pick), *index)).map(|it| it.1)
    }

    fn whose(&self, pick: &Pick) -> String {
        match side_name(self.state, pick) {
            name if !name.is_empty() => format!(" ({name})"),
            _ if self.no_sides() => String::new(),
            _ => " of no stated side".to_owned(),
        }
    }

    fn no_sides(&self) -> bool {
        self.picks.iter().all(|it| it.side == Who::Nobody)
    }
}

fn is_one(pick: &Pick) -> bool {
    figure::bound(pick.claim) == (1, Bound::Point)
}

/// "civilians", "children, civilians": a group within brackets.
fn kinds(role: Role, demographic: Demographic) -> String {
    let role = Some(role).filter(|it| *it != Role::Unspecified).map(Role::label);
    let demographic = Some(demographic).filter(|it| *it != Demographic::Unspecified);
    let kinds: Vec<&str> = demographic.map(Demographic::label).into_iter().chain(role).collect();
    kinds.join(", ")
}

/// A figure as a headline says it: a vague one in its printed words alone, followed by "of".
fn spoken(pick: &Pick) -> String {
    let printed = pick.claim.figure.trim();
    if pick.claim.qualifier != Qualifier::Vague || printed.is_empty() {
        return figure::figure(pick.claim);
    }
    format!("“{}” of", printed.strip_suffix(" of").unwrap_or(printed))
}
