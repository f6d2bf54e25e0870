//! Owns what the stances of a project can be narrowed down by, with the number of those each choice would show. Counted
//! in the one pass in which stances are selected.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::columns;
use super::select::Passes;
use crate::base::IncidentId;
use crate::project::{ArticleRecord, Stance, State};
use crate::views::first::main_incident;
use crate::views::moment::{Moment, outlet_of};

/// The choices there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// All stances there are, suggested ones too, those of excluded articles aside.
    pub stances: usize,
    /// Incidents that stances are about, and those they are parts of, in the order of the project.
    pub incidents: Vec<Facet<IncidentId>>,
    /// Stances shown if all incidents were.
    pub of_all_incidents: usize,
    /// The incident, its parts included, that at least half of the stances are about.
    pub main_incident: Option<IncidentId>,
    /// Outlets as printed, by name.
    pub outlets: Vec<Facet<String>>,
    /// Stances shown if those of all outlets were.
    pub of_all_outlets: usize,
    /// Past ones, shown if those were asked for.
    pub past: usize,
    /// Of no incident, and so shown whichever is chosen.
    pub of_no_incident: usize,
    /// Suggestions beside those of all incidents, of all outlets and past ones.
    pub suggested: Suggested,
    /// First and last day of the stances, whichever days are asked for.
    pub days: Option<(Date, Date)>,
}

/// A choice, and how many stances would be shown by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet<T> {
    pub value: T,
    pub name: String,
    pub count: usize,
    /// Suggestions that would be shown beside them.
    pub suggested: usize,
}

/// Suggestions that would be shown beside what is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Suggested {
    pub of_all_incidents: usize,
    pub of_all_outlets: usize,
    pub past: usize,
}

impl Facets {
    /// Counts what is not decided by itself.
    pub(super) fn apart(&mut self, decided: &Facets) {
        let split = |all: &mut usize, own: usize| {
            let suggested = all.saturating_sub(own);
            *all = own;
            suggested
        };
        for it in &mut self.incidents {
            let own = decided.incidents.iter().find(|own| own.value == it.value);
            let own = own.map_or(decided.of_no_incident, |own| own.count);
            it.suggested = split(&mut it.count, own);
        }
        for it in &mut self.outlets {
            let own = decided.outlets.iter().find(|own| own.value == it.value);
            it.suggested = split(&mut it.count, own.map_or(0, |own| own.count));
        }
        self.suggested = Suggested {
            of_all_incidents: split(&mut self.of_all_incidents, decided.of_all_incidents),
            of_all_outlets: split(&mut self.of_all_outlets, decided.of_all_outlets),
            past: split(&mut self.past, decided.past),
        };
        self.of_no_incident = decided.of_no_incident;
    }
}

/// What is counted of one incident by itself.
#[derive(Default, Clone, Copy)]
struct About {
    all: usize,
    /// Let through by whatever else is asked for.
    shown: usize,
}

/// The counts, one stance after the other.
#[derive(Default)]
pub(super) struct Tally<'a> {
    stances: usize,
    about: BTreeMap<Option<IncidentId>, About>,
    /// By the outlet as it is compared: as it was printed first, and how many would be shown.
    outlets: BTreeMap<Option<String>, (&'a str, usize)>,
    past: usize,
    /// The first start and the last end, and the times of both.
    first: Option<Moment<'a>>,
    last: Option<Moment<'a>>,
}

impl<'a> Tally<'a> {
    pub(super) fn add(
        &mut self,
        stance: &Stance,
        incident: Option<IncidentId>,
        article: Option<&'a ArticleRecord>,
        moment: Option<&Moment<'a>>,
        passes: Passes,
    ) {
        self.stances += 1;
        let about = self.about.entry(incident).or_default();
        about.all += 1;
        about.shown += usize::from(Passes { incident: true, ..passes }.all());
        let name = article.and_then(|it| it.metadata.outlet.as_ref()).map(|it| it.value.trim());
        let outlet = self.outlets.entry(outlet_of(article));
        let outlet = outlet.or_insert((name.unwrap_or_default(), 0));
        outlet.1 += usize::from(Passes { outlet: true, ..passes }.all());
        self.past += usize::from(stance.past && Passes { past: true, ..passes }.all());
        if let Some(moment) = moment {
            self.first = self.first.filter(|it| it.start <= moment.start).or(Some(*moment));
            self.last = self.last.filter(|it| moment.end <= it.end).or(Some(*moment));
        }
    }

    pub(super) fn facets(self, state: &State) -> Facets {
        let mut with_parts: BTreeMap<IncidentId, About> = BTreeMap::new();
        for (incident, about) in &self.about {
            let Some(incident) = incident else { continue };
            for above in state.incident_lineage(*incident) {
                let sum = with_parts.entry(above).or_default();
                sum.all += about.all;
                sum.shown += about.shown;
            }
        }
        let about_none = self.about.get(&None).map_or(0, |it| it.shown);
        let mut incidents = vec![];
        for record in state.incidents().values() {
            let Some(about) = with_parts.get(&record.id) else { continue };
            let count = about.shown + about_none;
            let name = record.name.trim().to_owned();
            incidents.push(Facet { value: record.id, name, count, suggested: 0 });
        }
        let outlet = |(outlet, (name, count)): (&Option<String>, &(&str, usize))| {
            outlet.as_ref()?;
            let (value, name) = ((*name).to_owned(), (*name).to_owned());
            Some(Facet { value, name, count: *count, suggested: 0 })
        };
        let zone = state.zone();
        let first = self.first.map(|it| columns::days(it.when, zone).0);
        let last = self.last.map(|it| columns::days(it.when, zone).1);
        Facets {
            stances: self.stances,
            incidents,
            of_all_incidents: self.about.values().map(|it| it.shown).sum(),
            main_incident: main_incident(state, self.about.iter().map(|it| (*it.0, it.1.all))),
            outlets: self.outlets.iter().filter_map(outlet).collect(),
            of_all_outlets: self.outlets.values().map(|it| it.1).sum(),
            past: self.past,
            of_no_incident: about_none,
            suggested: Suggested::default(),
            days: first.zip(last),
        }
    }
}
