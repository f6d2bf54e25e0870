//! Owns which stances a matrix shows, and their order: of time and then of text, those without time first.

use std::collections::BTreeSet;

use super::facets::{Facets, Tally};
use super::model::MatrixRequest;
use crate::base::IncidentId;
use crate::project::{About, Annotation, ArticleRecord, Stance, State};
use crate::views::kin;
use crate::views::moment::{self, Days, Moment, outlet_of};
use crate::views::who::{Who, folded};

/// A stance that is shown.
pub(super) struct Pick<'a> {
    pub(super) annotation: &'a Annotation,
    pub(super) stance: &'a Stance,
    pub(super) moment: Option<Moment<'a>>,
    pub(super) actor: Who,
    pub(super) target: Aim,
}

/// When two targets are the same: the same thing meant, or where none is, the same words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aim {
    About(About),
    Words(String),
    /// No target is stated: not the same as any other.
    Nothing,
}

impl Aim {
    fn of(stance: &Stance) -> Self {
        match &stance.target.about {
            Some(About::Topic(topic)) => Aim::About(About::Topic(folded(topic))),
            Some(about) => Aim::About(about.clone()),
            None => match folded(&stance.target.words) {
                words if words.is_empty() => Aim::Nothing,
                words => Aim::Words(words),
            },
        }
    }
}

/// The stances that are shown, how many are not, and what all can be narrowed down by.
pub(super) struct Selection<'a> {
    pub(super) picks: Vec<Pick<'a>>,
    /// Stances that the request leaves out.
    pub(super) hidden: usize,
    pub(super) facets: Facets,
}

/// The stances that a request asks for. Those of excluded articles do not exist for it.
pub(super) fn select<'a>(state: &'a State, request: &MatrixRequest) -> Selection<'a> {
    let filter = Filter::new(state, request);
    let mut tally = Tally::default();
    let (mut picks, mut hidden) = (vec![], 0);
    for annotation in state.annotations().values() {
        let Some(stance) = annotation.stance() else { continue };
        let article = moment::article(state, annotation);
        if article.is_some_and(|it| it.excluded) {
            continue;
        }
        let incident = incident(state, stance);
        let moment = moment::moment(state, annotation);
        let passes = filter.passes(stance, incident, article, moment.as_ref());
        tally.add(stance, incident, article, moment.as_ref(), passes);
        if !passes.all() {
            hidden += 1;
            continue;
        }
        picks.push(Pick {
            annotation,
            stance,
            moment,
            actor: Who::new(state, stance.actor.actor, &stance.actor.words),
            target: Aim::of(stance),
        });
    }
    picks.sort_by_cached_key(|pick| {
        (pick.moment.map(|it| (it.at, it.start)), moment::text_order(state, pick.annotation))
    });
    Selection { picks, hidden, facets: tally.facets(state) }
}

/// Which parts of a request let a stance through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passes {
    pub(super) incident: bool,
    pub(super) past: bool,
    pub(super) outlet: bool,
    pub(super) days: bool,
}

impl Passes {
    pub(super) fn all(self) -> bool {
        self.incident && self.past && self.outlet && self.days
    }
}

/// A request with its names looked up once.
struct Filter {
    incidents: Option<BTreeSet<IncidentId>>,
    past: bool,
    outlet: Option<String>,
    days: Days,
}

impl Filter {
    fn new(state: &State, request: &MatrixRequest) -> Self {
        Self {
            incidents: request.incident.map(|it| kin::with_parts(state, it)),
            past: request.past,
            outlet: request.outlet.as_deref().map(folded),
            days: Days::new(request.from, request.to, state.zone()),
        }
    }

    /// A stance about no incident passes whichever is asked for.
    fn passes(
        &self,
        stance: &Stance,
        incident: Option<IncidentId>,
        article: Option<&ArticleRecord>,
        moment: Option<&Moment>,
    ) -> Passes {
        let wanted = |incidents: &BTreeSet<_>| incident.is_none_or(|it| incidents.contains(&it));
        let printed = |outlet: &String| outlet_of(article).as_ref() == Some(outlet);
        Passes {
            incident: self.incidents.as_ref().is_none_or(wanted),
            past: self.past || !stance.past,
            outlet: self.outlet.as_ref().is_none_or(printed),
            days: self.days.hold(moment),
        }
    }
}

/// The incident a stance is about, if the project has it. A stance towards an incident is about that one.
fn incident(state: &State, stance: &Stance) -> Option<IncidentId> {
    let target = match &stance.target.about {
        Some(About::Incident(incident)) => Some(*incident),
        _ => None,
    };
    stance.incident.or(target).filter(|it| state.incidents().contains_key(it))
}
