//! Owns which claims a chart shows, and their order: of time and then of text, those without time first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::model::ChartRequest;
use crate::base::time::wall_clock;
use crate::base::words::Status;
use crate::base::{ActorId, AnnotationId, IncidentId, Offset};
use crate::project::{Annotation, ArticleRecord, Body, Claim, State};
use crate::views::kin;
use crate::views::moment::{self, Days, Moment, outlet_of};
use crate::views::who::{Who, folded};

/// A claim that is shown.
pub(super) struct Pick<'a> {
    pub(super) annotation: &'a Annotation,
    pub(super) claim: &'a Claim,
    pub(super) article: Option<&'a ArticleRecord>,
    pub(super) moment: Option<Moment<'a>>,
    /// None also where the project does not have it.
    pub(super) incident: Option<IncidentId>,
    /// What it may share a panel with: the incident asked for, or the one its incident is part of in the end.
    pub(super) event: Option<IncidentId>,
    pub(super) side: Who,
    /// Folded if asked.
    pub(super) claimant: Who,
    /// The actor at the top of those the claimant belongs to. Claimants with the same are not independent.
    pub(super) camp: Option<ActorId>,
    /// By its status, or because another claim revises it.
    pub(super) superseded: bool,
}

/// The claims that are shown, and what is known of all.
pub(super) struct Selection<'a> {
    pub(super) picks: Vec<Pick<'a>>,
    /// Claims that the request leaves out.
    pub(super) hidden: usize,
    /// Incidents for which some claim of this outcome says whose people it counts, shown or not.
    pub(super) sided: BTreeSet<Option<IncidentId>>,
    /// The project has no incidents: all its claims are of the one event it is about.
    pub(super) one_event: bool,
    /// How much is said of each event in the whole project: claims, and positions taken.
    pub(super) said: BTreeMap<IncidentId, usize>,
}

impl Selection<'_> {
    /// Whether it is known for which event a claim counts, so that it may be set beside others.
    pub(super) fn knows_event(&self, pick: &Pick) -> bool {
        self.one_event || pick.incident.is_some()
    }
}

/// A claim with its annotation and its article.
type Said<'a> = (&'a Annotation, &'a Claim, Option<&'a ArticleRecord>);

/// All claims but those of excluded articles.
pub(super) fn claims(state: &State) -> impl Iterator<Item = Said<'_>> {
    state.annotations().values().filter_map(|annotation| {
        let claim = annotation.claim()?;
        let article = moment::article(state, annotation);
        let excluded = article.is_some_and(|it| it.excluded);
        (!excluded).then_some((&**annotation, claim, article))
    })
}

/// The claims that a request asks for. Claims of excluded articles do not exist for it.
pub(super) fn select<'a>(state: &'a State, request: &ChartRequest) -> Selection<'a> {
    let filter = Filter::new(state, request);
    let actor_tops = kin::actor_tops(state);
    let incident_tops = kin::incident_tops(state);
    let revised: BTreeSet<AnnotationId> = claims(state)
        .filter(|(_, claim, _)| claim.status != Status::Rejected)
        .filter_map(|(by, claim, _)| claim.supersedes.filter(|it| *it != by.id))
        .collect();
    let mut selection = Selection {
        picks: vec![],
        hidden: 0,
        sided: BTreeSet::new(),
        one_event: state.incidents().is_empty(),
        said: BTreeMap::new(),
    };
    for annotation in state.annotations().values() {
        let incident = match &annotation.body {
            Body::Claim(claim) => claim.incident,
            Body::Stance(stance) => stance.incident,
            Body::Note(_) => None,
        };
        if let Some(top) = incident.and_then(|it| incident_tops.get(&it)) {
            *selection.said.entry(*top).or_default() += 1;
        }
    }
    for (annotation, claim, article) in claims(state) {
        let incident = claim.incident.filter(|it| state.incidents().contains_key(it));
        let side = Who::new(state, claim.side.actor, &claim.side.words);
        let counts = claim.status != Status::Rejected && claim.outcome == request.outcome;
        if counts && side != Who::Nobody {
            selection.sided.insert(incident);
        }
        let moment = moment::moment(state, annotation);
        if filter.missed(claim, incident, article, moment.as_ref()) != Missed::Nothing {
            selection.hidden += 1;
            continue;
        }
        let named = Who::new(state, claim.claimant.actor, &claim.claimant.words);
        let camp = named.actor().map(|it| actor_tops.get(&it).copied().unwrap_or(it));
        selection.picks.push(Pick {
            annotation,
            claim,
            article,
            moment,
            incident,
            event: request
                .incident
                .or(incident.map(|it| incident_tops.get(&it).copied().unwrap_or(it))),
            side,
            claimant: match camp {
                Some(camp) if request.folded => Who::Actor(camp),
                _ => named,
            },
            camp,
            superseded: claim.status == Status::Superseded || revised.contains(&annotation.id),
        });
    }
    selection.picks.sort_by_cached_key(|pick| {
        (pick.moment.map(|it| (it.at, it.start)), moment::text_order(state, pick.annotation))
    });
    selection
}

/// The filters of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Status,
    Outcome,
    Role,
    Demographic,
    Incident,
    Side,
    Claimant,
    Outlet,
    Days,
}

/// Which filters of a request do not let a claim through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missed {
    Nothing,
    Only(By),
    Several,
}

/// A request with its names looked up once.
pub(super) struct Filter<'r> {
    request: &'r ChartRequest,
    incidents: Option<BTreeSet<IncidentId>>,
    sides: Option<BTreeSet<ActorId>>,
    claimants: Option<BTreeSet<ActorId>>,
    outlet: Option<String>,
    days: Days,
}

impl<'r> Filter<'r> {
    pub(super) fn new(state: &State, request: &'r ChartRequest) -> Self {
        Self {
            request,
            incidents: request.incident.map(|it| kin::with_parts(state, it)),
            sides: request.side.map(|it| kin::with_members(state, it)),
            claimants: request.claimant.map(|it| kin::with_members(state, it)),
            outlet: request.outlet.as_deref().map(folded),
            days: Days::new(request.from, request.to, state.zone()),
        }
    }

    pub(super) fn missed(
        &self,
        claim: &Claim,
        incident: Option<IncidentId>,
        article: Option<&ArticleRecord>,
        moment: Option<&Moment>,
    ) -> Missed {
        let Self { request, incidents, sides, claimants, outlet, days } = self;
        let status = match &request.statuses {
            Some(statuses) => statuses.contains(&claim.status),
            None => claim.status != Status::Rejected,
        };
        let lets = [
            (By::Status, status),
            (By::Outcome, claim.outcome == request.outcome),
            (By::Role, request.role.is_none_or(|it| it == claim.role)),
            (By::Demographic, request.demographic.is_none_or(|it| it == claim.demographic)),
            (By::Incident, holds(incidents, incident)),
            (By::Side, holds(sides, claim.side.actor)),
            (By::Claimant, holds(claimants, claim.claimant.actor)),
            (By::Outlet, outlet.as_ref().is_none_or(|it| outlet_of(article).as_ref() == Some(it))),
            (By::Days, days.hold(moment)),
        ];
        let mut missed = lets.into_iter().filter(|it| !it.1).map(|it| it.0);
        match (missed.next(), missed.next()) {
            (None, _) => Missed::Nothing,
            (Some(by), None) => Missed::Only(by),
            _ => Missed::Several,
        }
    }
}

/// Whether a set that was asked for holds the value; nothing asked for lets all through.
fn holds<K: Ord>(wanted: &Option<BTreeSet<K>>, value: Option<K>) -> bool {
    wanted.as_ref().is_none_or(|set| value.is_some_and(|it| set.contains(&it)))
}

/// The first and the last day of the times shown, both included; a day or longer as the report means it.
pub(super) fn days_of(picks: &[Pick], zone: Offset) -> Option<(Date, Date)> {
    let days = picks.iter().filter_map(|it| it.moment).map(|moment| {
        if moment.when.is_stretch() {
            (moment.when.start.date(), crate::views::words::last_day(moment.when))
        } else {
            let date = wall_clock(moment.start, zone).date();
            (date, date)
        }
    });
    days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// The numbers of colours of claimants known only in words: after those of the actors, by first appearance in the
/// project, so that no filter changes them.
pub(super) fn word_colours(state: &State) -> BTreeMap<Who, u16> {
    let first = state.actors().values().map(|it| it.colour.saturating_add(1)).max().unwrap_or(0);
    let mut colours = BTreeMap::new();
    for claim in state.annotations().values().filter_map(|it| it.claim()) {
        let who = Who::new(state, claim.claimant.actor, &claim.claimant.words);
        if matches!(who, Who::Words(_)) {
            let next = first.saturating_add(u16::try_from(colours.len()).unwrap_or(u16::MAX));
            colours.entry(who).or_insert(next);
        }
    }
    colours
}
