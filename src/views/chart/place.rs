//! Owns how one claim becomes one mark: where it stands in time and count, how it is filled, what it is called.

use std::collections::BTreeMap;

use super::model::{Fill, Mark, MarkTime};
use super::select::Pick;
use crate::project::State;
use crate::views::who::{self, Who};
use crate::views::{figure, moment, words};

/// The mark of a claim. `slot` is its place in the gutter, should it have no time.
pub(super) fn mark(
    state: &State,
    pick: &Pick,
    evidence: usize,
    slot: usize,
    word_colours: &BTreeMap<Who, u16>,
) -> Mark {
    let claim = pick.claim;
    let (value, bound) = figure::bound(claim);
    Mark {
        annotation: pick.annotation.id,
        evidence,
        at: match &pick.moment {
            Some(moment) => MarkTime::Known { at: moment.at, stretch: moment.stretch() },
            None => MarkTime::Gutter { slot },
        },
        fill: match &pick.moment {
            None => Fill::None,
            Some(moment) if moment.guessed => Fill::Guessed,
            Some(moment) if moment.printed => Fill::Printed,
            Some(_) => Fill::Stated,
        },
        value,
        bound,
        inexact: figure::is_inexact(claim),
        outcome: claim.outcome,
        measure: claim.measure,
        colour: colour(state, &pick.claimant, word_colours),
        faint: pick.superseded,
        suggested: false,
        claimant: claimant_name(state, pick),
        label: figure::figure_of_group(claim),
        name: name(state, pick),
    }
}

/// The number of a claimant's colour; none without claimant.
pub(super) fn colour(
    state: &State,
    claimant: &Who,
    word_colours: &BTreeMap<Who, u16>,
) -> Option<u16> {
    match claimant {
        Who::Actor(actor) => state.actors().get(actor).map(|it| it.colour),
        Who::Words(_) => word_colours.get(claimant).copied(),
        Who::Nobody => None,
    }
}

/// The claimant's name, folded if it was asked for; empty without claimant.
pub(super) fn claimant_name(state: &State, pick: &Pick) -> String {
    match &pick.claimant {
        Who::Actor(actor) => who::name(state, Some(*actor), ""),
        Who::Words(_) => who::name(state, None, &pick.claim.claimant.words),
        Who::Nobody => String::new(),
    }
}

/// The name of the people counted; empty where not stated.
pub(super) fn side_name(state: &State, pick: &Pick) -> String {
    match &pick.side {
        Who::Nobody => String::new(),
        side => who::name(state, side.actor(), &pick.claim.side.words),
    }
}

fn name(state: &State, pick: &Pick) -> String {
    let mut parts = vec![figure::says(pick.claim)];
    parts.push(match claimant_name(state, pick) {
        name if name.is_empty() => "claimant not stated".to_owned(),
        name => name,
    });
    let time = moment::told(state, pick.moment.as_ref());
    let stated = pick.moment.is_some_and(|it| it.is_stated());
    parts.push(if stated { format!("as of {time}") } else { time });
    parts.extend(pick.article.map(|it| words::article_name(it).to_owned()));
    if pick.superseded {
        parts.push("superseded".to_owned());
    }
    parts.join(", ")
}
