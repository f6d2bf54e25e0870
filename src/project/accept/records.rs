//! Owns what a suggestion becomes: an annotation with every field it gives, and what a repeat adds to it.

use super::names::Names;
use crate::analysis::{Found, FoundClaim, FoundStance, Suggestion};
use crate::base::words::{Credibility, Reliability, Speech, Status, TimeSource};
use crate::base::{AnnotationId, IdMint, Unknown, When};
use crate::project::records::{
    About, Annotation, Body, Claim, Claimant, Passage, Side, Stamp, Stance, Suggested, Target,
};

pub(super) fn annotation(
    suggestion: &Suggestion,
    main: Passage,
    whole: Option<AnnotationId>,
    names: &mut Names,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Annotation {
    let body = match &suggestion.found {
        Found::Claim(found) => Body::Claim(Box::new(claim(found, whole, names, mint))),
        Found::Stance(found) => Body::Stance(Box::new(stance(found, names, mint))),
    };
    let (rule, score) = (suggestion.rule.to_owned(), suggestion.score);
    Annotation {
        id: AnnotationId::mint(mint),
        body,
        passages: vec![main],
        memo: String::new(),
        made: stamp.clone(),
        changed: None,
        suggested: Some(Suggested { rule, score, unknown: Unknown::default() }),
        unknown: Unknown::default(),
    }
}

fn claim(
    found: &FoundClaim,
    part_of: Option<AnnotationId>,
    names: &mut Names,
    mint: &mut IdMint,
) -> Claim {
    Claim {
        outcome: found.outcome,
        low: found.figure.low,
        high: found.figure.high,
        qualifier: found.figure.qualifier,
        figure: found.figure.words.clone(),
        role: found.role,
        demographic: found.demographic,
        side: side(found, names, mint),
        claimant: claimant(found, names, mint),
        measure: found.measure,
        part_of,
        supersedes: None,
        as_of: own_time(found.as_of.as_ref()),
        incident: found.incident.as_ref().map(|it| names.incident(it, mint)),
        place: String::new(),
        reliability: Reliability::F,
        credibility: Credibility::NotJudged,
        status: Status::Pending,
        reason: String::new(),
        unknown: Unknown::default(),
    }
}

fn side(found: &FoundClaim, names: &mut Names, mint: &mut IdMint) -> Side {
    let Some((name, basis)) = &found.side else { return Side::default() };
    let (actor, words) = (names.actor(name, mint), name.words.clone());
    Side { actor, words, basis: *basis, ..Side::default() }
}

fn claimant(found: &FoundClaim, names: &mut Names, mint: &mut IdMint) -> Claimant {
    let Some(name) = &found.claimant else { return Claimant::default() };
    let (actor, words) = (names.actor(name, mint), name.words.clone());
    let via = found.via.as_ref().map(|it| names.named(it, mint));
    Claimant { actor, words, speech: found.speech, via, unknown: Unknown::default() }
}

fn stance(found: &FoundStance, names: &mut Names, mint: &mut IdMint) -> Stance {
    let target = found.target.as_ref().map(|it| {
        let about = names.actor(it, mint).map(About::Actor);
        Target { about, words: it.words.clone(), unknown: Unknown::default() }
    });
    Stance {
        actor: names.named(&found.actor, mint),
        position: found.position,
        target: target.unwrap_or_default(),
        incident: found.incident.as_ref().map(|it| names.incident(it, mint)),
        when: own_time(found.as_of.as_ref()),
        past: found.past,
        speech: found.speech,
        reason: String::new(),
        unknown: Unknown::default(),
    }
}

/// What a repeat knows and the first leaves open.
pub(super) fn fill(
    known: &mut Annotation,
    repeat: &Suggestion,
    names: &mut Names,
    mint: &mut IdMint,
) {
    let (Body::Claim(claim), Found::Claim(found)) = (&mut known.body, &repeat.found) else {
        return;
    };
    if claim.claimant.is_none() {
        claim.claimant = claimant(found, names, mint);
    }
    if claim.side.is_none() {
        claim.side = side(found, names, mint);
    }
    if claim.as_of.is_none() {
        claim.as_of = own_time(found.as_of.as_ref());
    }
    if claim.claimant.actor.is_some() && found.speech == Speech::Direct {
        claim.claimant.speech = Speech::Direct;
    }
}

/// The time of printing is not kept with a claim: views take it from the article, where it may be corrected.
fn own_time(when: Option<&When>) -> Option<When> {
    when.filter(|it| it.source != TimeSource::Publication).cloned()
}
