//! Owns which records a record names. Deleting, merging and checking all ask here, and the patterns name every field,
//! so that a new reference cannot be forgotten.

use super::edit::RecordId;
use super::records::{About, Annotation, Body, Claim, Claimant, Named, Note, Side, Stance, Target};
use crate::base::{ActorId, IncidentId};

/// Calls `visit` with every record that `annotation` names and the field that names it, in words.
pub(super) fn of_annotation(
    annotation: &Annotation,
    visit: &mut dyn FnMut(RecordId, &'static str),
) {
    for passage in &annotation.passages {
        visit(RecordId::Article(passage.article), "the article of a passage");
    }
    match &annotation.body {
        Body::Claim(claim) => of_claim(claim, visit),
        Body::Stance(stance) => of_stance(stance, visit),
        Body::Note(Note { codes, unknown: _ }) => {
            codes.iter().for_each(|code| visit(RecordId::Code(*code), "a code"));
        }
    }
}

fn of_claim(claim: &Claim, visit: &mut dyn FnMut(RecordId, &'static str)) {
    let Claim { side, claimant, part_of, supersedes, incident, .. } = claim;
    let mut actor = |actor: Option<ActorId>, field| {
        actor.into_iter().for_each(|id| visit(RecordId::Actor(id), field));
    };
    actor(side.actor, "the side");
    actor(claimant.actor, "the claimant");
    actor(claimant.via.as_ref().and_then(|via| via.actor), "the outlet it is quoted from");
    part_of.iter().for_each(|id| visit(RecordId::Annotation(*id), "the claim it is part of"));
    supersedes.iter().for_each(|id| visit(RecordId::Annotation(*id), "the claim it supersedes"));
    incident.iter().for_each(|id| visit(RecordId::Incident(*id), "the incident"));
}

fn of_stance(stance: &Stance, visit: &mut dyn FnMut(RecordId, &'static str)) {
    let Stance { actor, target, incident, .. } = stance;
    actor.actor.iter().for_each(|id| visit(RecordId::Actor(*id), "the actor"));
    match &target.about {
        Some(About::Actor(id)) => visit(RecordId::Actor(*id), "the target"),
        Some(About::Incident(id)) => visit(RecordId::Incident(*id), "the target"),
        Some(About::Topic(_)) | None => {}
    }
    incident.iter().for_each(|id| visit(RecordId::Incident(*id), "the incident"));
}

/// Whether `annotation` names any record for which `wanted` holds.
pub fn names(annotation: &Annotation, wanted: impl Fn(RecordId) -> bool) -> bool {
    let mut found = false;
    of_annotation(annotation, &mut |id, _| found |= wanted(id));
    found
}

/// Gives every actor that `annotation` names another, or none, by `to`. Where it takes the actor away and the report's
/// words are missing, `words` of the actor take their place.
pub(super) fn change_actors(
    annotation: &mut Annotation,
    to: &dyn Fn(ActorId) -> Option<ActorId>,
    words: &dyn Fn(ActorId) -> String,
) {
    let change = |actor: &mut Option<ActorId>, printed: &mut String| {
        let Some(old) = *actor else { return };
        *actor = to(old);
        if actor.is_none() && printed.is_empty() {
            *printed = words(old);
        }
    };
    match &mut annotation.body {
        Body::Claim(claim) => {
            let Side { actor, words, .. } = &mut claim.side;
            change(actor, words);
            let Claimant { actor, words, via, .. } = &mut claim.claimant;
            change(actor, words);
            if let Some(Named { actor, words, .. }) = via {
                change(actor, words);
            }
        }
        Body::Stance(stance) => {
            let Named { actor, words, .. } = &mut stance.actor;
            change(actor, words);
            let Target { about, words, .. } = &mut stance.target;
            if let Some(About::Actor(id)) = *about {
                let mut actor = Some(id);
                change(&mut actor, words);
                *about = actor.map(About::Actor);
            }
        }
        Body::Note(_) => {}
    }
}

/// As [`change_actors`], for incidents. The incident of a claim or stance has no words of its own.
pub(super) fn change_incidents(
    annotation: &mut Annotation,
    to: &dyn Fn(IncidentId) -> Option<IncidentId>,
    words: &dyn Fn(IncidentId) -> String,
) {
    match &mut annotation.body {
        Body::Claim(claim) => claim.incident = claim.incident.and_then(to),
        Body::Stance(stance) => {
            stance.incident = stance.incident.and_then(to);
            let Target { about, words: printed, .. } = &mut stance.target;
            if let Some(About::Incident(old)) = *about {
                *about = to(old).map(About::Incident);
                if about.is_none() && printed.is_empty() {
                    *printed = words(old);
                }
            }
        }
        Body::Note(_) => {}
    }
}
