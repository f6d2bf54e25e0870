//! Owns what the table can be narrowed down by, and how many annotations each choice would show.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Field, cell};
use crate::base::time::minutes_of;
use crate::base::words::Status;
use crate::base::{ActorId, IncidentId};
use crate::project::{About, Annotation, Body, State};
use crate::views::{EvidenceKind, kin, moment, who};

/// What an annotation must be to be shown. None asks for nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Words that all occur somewhere in the row or its sentence, letter case aside.
    pub text: String,
    /// One of these; all if it is empty.
    pub kinds: Vec<EvidenceKind>,
    /// Named in any part, itself or by who belongs to it.
    pub actor: Option<ActorId>,
    /// About this incident or a part of it.
    pub incident: Option<IncidentId>,
    pub status: Option<Status>,
    pub coder: Option<String>,
    /// The first day, in the project's zone.
    pub from: Option<Date>,
    /// The last day, included.
    pub to: Option<Date>,
}

/// How many annotations each choice of a filter would show, the other filters being as they are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facets {
    /// Claims, stances, notes.
    pub kinds: [usize; 3],
    pub actors: BTreeMap<ActorId, usize>,
    pub incidents: BTreeMap<IncidentId, usize>,
    pub statuses: BTreeMap<Status, usize>,
    pub coders: BTreeMap<String, usize>,
}

impl Filter {
    /// Whether it leaves nothing out.
    pub fn is_empty(&self) -> bool {
        *self == Self { text: self.text.trim().to_owned(), ..Self::default() }
            && self.text.trim().is_empty()
    }
}

/// A filter made ready for many annotations.
pub(super) struct Sieve<'a> {
    state: &'a State,
    filter: &'a Filter,
    words: Vec<String>,
    actors: Option<BTreeSet<ActorId>>,
    incidents: Option<BTreeSet<IncidentId>>,
    /// The actor and those it belongs to; and the same of incidents.
    above: HashMap<ActorId, Vec<ActorId>>,
    wholes: HashMap<IncidentId, Vec<IncidentId>>,
    /// First and last minute, the last exclusive.
    minutes: Option<(i64, i64)>,
}

/// One filter failed, one bit.
const KIND: u8 = 1;
const ACTOR: u8 = 2;
const INCIDENT: u8 = 4;
const STATUS: u8 = 8;
const CODER: u8 = 16;
/// Text and time, which have no counts.
const OTHER: u8 = 32;

impl<'a> Sieve<'a> {
    pub fn new(state: &'a State, filter: &'a Filter) -> Self {
        let offset = i64::from(state.zone().0);
        let midnight = |day: Date| minutes_of(day.at(0, 0, 0, 0)) - offset;
        let next = |day: Date| midnight(day).saturating_add(24 * 60);
        let minutes = (filter.from.is_some() || filter.to.is_some())
            .then(|| (filter.from.map_or(i64::MIN, midnight), filter.to.map_or(i64::MAX, next)));
        Self {
            state,
            filter,
            words: who::folded(&filter.text).split(' ').map(str::to_owned).collect(),
            actors: filter.actor.map(|it| kin::with_members(state, it)),
            incidents: filter.incident.map(|it| kin::with_parts(state, it)),
            above: state.actors().keys().map(|it| (*it, state.lineage(*it))).collect(),
            wholes: state.incidents().keys().map(|it| (*it, state.incident_lineage(*it))).collect(),
            minutes,
        }
    }

    /// Those that pass, in their order, and the counts.
    pub fn sift<'b>(&self, all: Vec<&'b Annotation>) -> (Vec<&'b Annotation>, Facets) {
        let faults: Vec<u8> = all.par_iter().map(|it| self.faults(it)).collect();
        let mut facets = Facets::default();
        for (annotation, faults) in all.iter().zip(&faults) {
            self.count(&mut facets, annotation, *faults);
        }
        let shown = all.into_iter().zip(faults).filter(|(_, faults)| *faults == 0);
        (shown.map(|(it, _)| it).collect(), facets)
    }

    /// The filters that an annotation does not pass.
    fn faults(&self, it: &Annotation) -> u8 {
        let filter = self.filter;
        let fails = |fails: bool, bit: u8| if fails { bit } else { 0 };
        let kind = !filter.kinds.is_empty() && !filter.kinds.contains(&EvidenceKind::of(&it.body));
        let actor = self.actors.as_ref().is_some_and(|all| !actors(it).any(|it| all.contains(&it)));
        let incident = self
            .incidents
            .as_ref()
            .is_some_and(|all| !incident(&it.body).is_some_and(|it| all.contains(&it)));
        let status = filter.status.is_some_and(|status| self::status(&it.body) != Some(status));
        let coder = filter.coder.as_ref().is_some_and(|coder| *coder != it.made.coder);
        fails(kind, KIND)
            | fails(actor, ACTOR)
            | fails(incident, INCIDENT)
            | fails(status, STATUS)
            | fails(coder, CODER)
            | fails(!self.is_in_time(it) || !self.has_words(it), OTHER)
    }

    fn is_in_time(&self, it: &Annotation) -> bool {
        let Some((from, to)) = self.minutes else { return true };
        moment::moment(self.state, it).is_some_and(|it| it.start < to && from < it.end)
    }

    fn has_words(&self, it: &Annotation) -> bool {
        if self.words.iter().all(String::is_empty) {
            return true;
        }
        let mut row: String = it.main().map(|it| it.sentence.clone()).unwrap_or_default();
        for field in Field::ALL {
            row.push('\n');
            row.push_str(&cell(self.state, it, *field));
        }
        let row = row.to_lowercase();
        self.words.iter().all(|word| row.contains(word))
    }

    fn count(&self, facets: &mut Facets, it: &Annotation, faults: u8) {
        // Passes all filters but perhaps this one.
        let passes = |bit: u8| faults & !bit == 0;
        if passes(KIND)
            && let Some(count) = facets.kinds.get_mut(EvidenceKind::of(&it.body) as usize)
        {
            *count += 1;
        }
        if passes(ACTOR) {
            let above = actors(it).filter_map(|it| self.above.get(&it)).flatten();
            for actor in above.copied().collect::<BTreeSet<_>>() {
                *facets.actors.entry(actor).or_default() += 1;
            }
        }
        if passes(INCIDENT) {
            let wholes = incident(&it.body).and_then(|it| self.wholes.get(&it));
            for incident in wholes.into_iter().flatten() {
                *facets.incidents.entry(*incident).or_default() += 1;
            }
        }
        if passes(STATUS)
            && let Some(status) = status(&it.body)
        {
            *facets.statuses.entry(status).or_default() += 1;
        }
        if passes(CODER) {
            match facets.coders.get_mut(&it.made.coder) {
                Some(count) => *count += 1,
                None => drop(facets.coders.insert(it.made.coder.clone(), 1)),
            }
        }
    }
}

const fn status(body: &Body) -> Option<Status> {
    match body {
        Body::Claim(it) => Some(it.status),
        Body::Stance(_) | Body::Note(_) => None,
    }
}

const fn incident(body: &Body) -> Option<IncidentId> {
    match body {
        Body::Claim(it) => it.incident,
        Body::Stance(it) => it.incident,
        Body::Note(_) => None,
    }
}

/// All actors an annotation names.
fn actors(annotation: &Annotation) -> impl Iterator<Item = ActorId> {
    let named = match &annotation.body {
        Body::Claim(it) => {
            [it.claimant.actor, it.claimant.via.as_ref().and_then(|it| it.actor), it.side.actor]
        }
        Body::Stance(it) => {
            let target = match &it.target.about {
                Some(About::Actor(id)) => Some(*id),
                _ => None,
            };
            [it.actor.actor, target, None]
        }
        Body::Note(_) => [None; 3],
    };
    named.into_iter().flatten()
}
