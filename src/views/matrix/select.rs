//! Owns which stances a matrix shows, and their order: of time and then of text, those without time first.

use std::collections::BTreeSet;

use super::model::MatrixRequest;
use crate::base::IncidentId;
use crate::project::{About, Annotation, Stance, State};
use crate::views::kin;
use crate::views::moment::{self, Moment};
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

/// The stances that are shown, and how many are not.
pub(super) struct Selection<'a> {
    pub(super) picks: Vec<Pick<'a>>,
    /// Stances that the request leaves out.
    pub(super) hidden: usize,
}

/// The stances that a request asks for. Those of excluded articles do not exist for it.
pub(super) fn select<'a>(state: &'a State, request: &MatrixRequest) -> Selection<'a> {
    let incidents = request.incident.map(|it| kin::with_parts(state, it));
    let mut selection = Selection { picks: vec![], hidden: 0 };
    for annotation in state.annotations().values() {
        let Some(stance) = annotation.stance() else { continue };
        let article = moment::article(state, annotation);
        if article.is_some_and(|it| it.excluded) {
            continue;
        }
        if stance.past && !request.past || !is_about(state, stance, &incidents) {
            selection.hidden += 1;
            continue;
        }
        selection.picks.push(Pick {
            annotation,
            stance,
            moment: moment::moment(state, annotation),
            actor: Who::new(state, stance.actor.actor, &stance.actor.words),
            target: Aim::of(stance),
        });
    }
    selection.picks.sort_by_cached_key(|pick| {
        (pick.moment.map(|it| (it.at, it.start)), moment::text_order(state, pick.annotation))
    });
    selection
}

/// Whether a stance is about one of the incidents, or about none. A stance towards an incident is about that one.
fn is_about(state: &State, stance: &Stance, incidents: &Option<BTreeSet<IncidentId>>) -> bool {
    let Some(incidents) = incidents else { return true };
    let target = match &stance.target.about {
        Some(About::Incident(incident)) => Some(*incident),
        _ => None,
    };
    let known = |it: &IncidentId| state.incidents().contains_key(it);
    stance.incident.or(target).filter(known).is_none_or(|it| incidents.contains(&it))
}
