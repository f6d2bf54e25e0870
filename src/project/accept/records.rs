//! Owns what a suggestion becomes: an annotation with every field it gives, and what a repeat adds to it.

use super::events::Events;
use super::incidents::{IncidentLeads, Incidents};
use super::names::Names;
use crate::analysis::{Found, FoundClaim, FoundName, FoundStance, Suggestion};
use crate::base::words::{Credibility, Reliability, Speech, Status, TimeSource};
use crate::base::{ActorId, AnnotationId, IdMint, IncidentId, Unknown, When};
use crate::project::records::{
    About as TargetAbout, Annotation, Body, Claim, Claimant, Named, Passage, Side, Stamp, Stance,
    Suggested, Target,
};

/// What tells which incident something is about.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub incidents: &'a Incidents<'a>,
    pub events: &'a Events,
}

pub(super) fn annotation(
    suggestion: &Suggestion,
    main: Passage,
    names: &mut Names,
    about: About<'_>,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Annotation {
    let mut body = body(&suggestion.found, &mut ToRecords { names, mint });
    match (&mut body, &suggestion.found) {
        (Body::Claim(it), Found::Claim(found)) => {
            let named = found.incident.as_deref();
            it.incident = incident(named, suggestion, &main, names, about, mint);
        }
        (Body::Stance(it), Found::Stance(found)) => {
            let named = found.incident.as_deref();
            it.incident = incident(named, suggestion, &main, names, about, mint);
        }
        _ => {}
    }
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

/// The incident of something at a passage; a new one is added.
fn incident(
    name: Option<&str>,
    suggestion: &Suggestion,
    main: &Passage,
    names: &mut Names,
    about: About<'_>,
    mint: &mut IdMint,
) -> Option<IncidentId> {
    match about.incidents.leads(main.article, &main.sentence, name) {
        IncidentLeads::To(known) => Some(known),
        IncidentLeads::ToNew(name) => Some(names.incident(name, mint)),
        IncidentLeads::Nowhere => {
            let event = about.events.about(main, suggestion)?;
            Some(names.incident(event, mint))
        }
    }
}

/// Where the names of a suggestion lead, and how they are written.
trait Leads {
    fn actor(&mut self, name: &FoundName) -> Option<ActorId>;
    fn words(&self, name: &FoundName) -> String;
}

/// To actors of the project, made where it has none.
struct ToRecords<'n, 'a> {
    names: &'n mut Names<'a>,
    mint: &'n mut IdMint,
}

impl Leads for ToRecords<'_, '_> {
    fn actor(&mut self, name: &FoundName) -> Option<ActorId> {
        self.names.actor(name, self.mint)
    }

    fn words(&self, name: &FoundName) -> String {
        name.words.clone()
    }
}

/// Nowhere: the name is words alone, those the gazetteer knows it by.
struct InWords;

impl Leads for InWords {
    fn actor(&mut self, _: &FoundName) -> Option<ActorId> {
        None
    }

    fn words(&self, name: &FoundName) -> String {
        name.name.as_ref().unwrap_or(&name.words).clone()
    }
}

/// What a suggestion would become, told without the records of a project: whoever it names stands in words.
pub fn in_words(found: &Found) -> Body {
    body(found, &mut InWords)
}

fn body(found: &Found, leads: &mut impl Leads) -> Body {
    match found {
        Found::Claim(found) => Body::Claim(Box::new(claim(found, leads))),
        Found::Stance(found) => Body::Stance(Box::new(stance(found, leads))),
    }
}

fn named(name: &FoundName, leads: &mut impl Leads) -> Named {
    Named { actor: leads.actor(name), words: leads.words(name), unknown: Unknown::default() }
}

fn claim(found: &FoundClaim, leads: &mut impl Leads) -> Claim {
    Claim {
        outcome: found.outcome,
        low: found.figure.low,
        high: found.figure.high,
        qualifier: found.figure.qualifier,
        figure: found.figure.words.clone(),
        role: found.role,
        demographic: found.demographic,
        side: side(found, leads),
        claimant: claimant(found, leads),
        measure: found.measure,
        part_of: None,
        supersedes: None,
        as_of: own_time(found.as_of.as_ref()),
        incident: None,
        place: String::new(),
        reliability: Reliability::F,
        credibility: Credibility::NotJudged,
        status: Status::Pending,
        reason: String::new(),
        unknown: Unknown::default(),
    }
}

fn side(found: &FoundClaim, leads: &mut impl Leads) -> Side {
    let Some((name, basis)) = &found.side else { return Side::default() };
    let (actor, words) = (leads.actor(name), leads.words(name));
    Side { actor, words, basis: *basis, ..Side::default() }
}

fn claimant(found: &FoundClaim, leads: &mut impl Leads) -> Claimant {
    let Some(name) = &found.claimant else { return Claimant::default() };
    let (actor, words) = (leads.actor(name), leads.words(name));
    let via = found.via.as_ref().map(|it| named(it, leads));
    Claimant { actor, words, speech: found.speech, via, unknown: Unknown::default() }
}

fn stance(found: &FoundStance, leads: &mut impl Leads) -> Stance {
    let target = found.target.as_ref().map(|it| {
        let about = leads.actor(it).map(TargetAbout::Actor);
        Target { about, words: leads.words(it), unknown: Unknown::default() }
    });
    Stance {
        actor: named(&found.actor, leads),
        position: found.position,
        target: target.unwrap_or_default(),
        incident: None,
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
    let mut leads = ToRecords { names, mint };
    if claim.claimant.is_none() {
        claim.claimant = claimant(found, &mut leads);
    }
    if claim.side.is_none() {
        claim.side = side(found, &mut leads);
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
