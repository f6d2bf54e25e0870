//! Owns the sheet of all annotations: one plain row each, the same columns for every kind, for table, CSV and JSON.

use std::sync::Arc;

use serde::Serialize;

use super::evidence::{code_names, target_name};
use super::{moment, who, words};
use crate::base::AnnotationId;
use crate::corpus::Known;
use crate::project::{Annotation, Body, Claim, Stance, State};

/// One annotation, each field apart, in the order of the columns. A field that the kind does not have, or that is not
/// known, is empty or none.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AnnotationRow {
    pub id: String,
    /// "casualty", "stance" or "note".
    pub kind: &'static str,
    pub outcome: &'static str,
    pub low: Option<u64>,
    /// None where it is open, and for other kinds.
    pub high: Option<u64>,
    pub qualifier: &'static str,
    /// As printed.
    pub figure: String,
    pub role: &'static str,
    pub demographic: &'static str,
    pub side: String,
    pub side_basis: &'static str,
    pub claimant: String,
    pub speech: &'static str,
    pub via: String,
    pub measure: &'static str,
    /// Id of the whole.
    pub part_of: String,
    /// Id of the claim that this one revises.
    pub supersedes: String,
    /// After ISO 8601, as exactly as it is known.
    pub as_of: String,
    pub as_of_source: &'static str,
    pub incident: String,
    pub place: String,
    pub reliability: &'static str,
    pub credibility: &'static str,
    pub status: &'static str,
    /// Of the status, or of the reading of a stance.
    pub reason: String,
    pub actor: String,
    pub position: &'static str,
    pub target: String,
    pub past: Option<bool>,
    /// Of a stance, after ISO 8601.
    pub when: String,
    /// Names, separated by "; ".
    pub codes: String,
    pub quote: String,
    pub sentence: String,
    /// How many passages it has.
    pub passages: usize,
    /// Of the main passage, in code points.
    pub start: Option<usize>,
    /// Exclusive.
    pub end: Option<usize>,
    /// Path of the article within its root.
    pub article: String,
    pub title: String,
    pub outlet: String,
    pub agency: String,
    /// After ISO 8601.
    pub published: String,
    pub language: String,
    pub coder: String,
    pub made: String,
    pub changed: String,
    /// "by hand", or the rule and score of the suggestion it was accepted from: "figure-before-verb 0.92".
    pub origin: String,
    pub memo: String,
}

/// All annotations in the order they were made, without those of excluded articles.
pub fn annotations(state: &State) -> Vec<AnnotationRow> {
    let shown = |it: &&Arc<Annotation>| !moment::article(state, it).is_some_and(|it| it.excluded);
    state.annotations().values().filter(shown).map(|it| row(state, it)).collect()
}

fn row(state: &State, annotation: &Annotation) -> AnnotationRow {
    let mut row = place(state, annotation);
    match &annotation.body {
        Body::Claim(claim) => fill_claim(&mut row, state, claim),
        Body::Stance(stance) => fill_stance(&mut row, state, stance),
        Body::Note(note) => row.codes = code_names(state, note).join("; "),
    }
    row
}

/// What every kind has: where it stands and who made it.
fn place(state: &State, annotation: &Annotation) -> AnnotationRow {
    let main = annotation.main();
    let article = moment::article(state, annotation);
    let metadata = article.map(|it| &it.metadata);
    let text = |of: Option<&Known<String>>| of.map(|known| known.value.clone()).unwrap_or_default();
    let published = metadata.and_then(|it| it.published.as_ref());
    AnnotationRow {
        id: annotation.id.to_string(),
        kind: match annotation.body {
            Body::Claim(_) => "casualty",
            Body::Stance(_) => "stance",
            Body::Note(_) => "note",
        },
        outcome: "",
        low: None,
        high: None,
        qualifier: "",
        figure: String::new(),
        role: "",
        demographic: "",
        side: String::new(),
        side_basis: "",
        claimant: String::new(),
        speech: "",
        via: String::new(),
        measure: "",
        part_of: String::new(),
        supersedes: String::new(),
        as_of: String::new(),
        as_of_source: "",
        incident: String::new(),
        place: String::new(),
        reliability: "",
        credibility: "",
        status: "",
        reason: String::new(),
        actor: String::new(),
        position: "",
        target: String::new(),
        past: None,
        when: String::new(),
        codes: String::new(),
        quote: main.map(|it| it.quote.clone()).unwrap_or_default(),
        sentence: main.map(|it| it.sentence.clone()).unwrap_or_default(),
        passages: annotation.passages.len(),
        start: main.map(|it| it.start.0),
        end: main.map(|it| it.end.0),
        article: article.map(|it| it.path.clone()).unwrap_or_default(),
        title: text(metadata.and_then(|it| it.title.as_ref())),
        outlet: text(metadata.and_then(|it| it.outlet.as_ref())),
        agency: text(metadata.and_then(|it| it.agency.as_ref())),
        published: published.map(|it| words::iso_time(&it.value, state.zone())).unwrap_or_default(),
        language: text(metadata.and_then(|it| it.language.as_ref())),
        coder: annotation.made.coder.clone(),
        made: annotation.made.at.to_string(),
        changed: annotation.changed.as_ref().map(|it| it.at.to_string()).unwrap_or_default(),
        origin: annotation
            .suggested
            .as_ref()
            .map_or_else(|| "by hand".to_owned(), |it| format!("{} {:.2}", it.rule, it.score)),
        memo: annotation.memo.clone(),
    }
}

fn fill_claim(row: &mut AnnotationRow, state: &State, claim: &Claim) {
    let id = |of: Option<AnnotationId>| of.map(|it| it.to_string()).unwrap_or_default();
    row.outcome = claim.outcome.word();
    row.low = Some(claim.low);
    row.high = claim.high;
    row.qualifier = claim.qualifier.word();
    row.figure.clone_from(&claim.figure);
    row.role = claim.role.word();
    row.demographic = claim.demographic.word();
    row.side = who::name(state, claim.side.actor, &claim.side.words);
    row.side_basis = if row.side.is_empty() { "" } else { claim.side.basis.word() };
    row.claimant = who::name(state, claim.claimant.actor, &claim.claimant.words);
    row.speech = if row.claimant.is_empty() { "" } else { claim.claimant.speech.word() };
    let via = claim.claimant.via.as_ref();
    row.via = via.map(|it| who::name(state, it.actor, &it.words)).unwrap_or_default();
    row.measure = claim.measure.word();
    row.part_of = id(claim.part_of);
    row.supersedes = id(claim.supersedes);
    if let Some(when) = &claim.as_of {
        row.as_of = words::iso_time(when, state.zone());
        row.as_of_source = when.source.word();
    }
    row.incident = incident_name(state, claim.incident);
    row.place.clone_from(&claim.place);
    row.reliability = claim.reliability.word();
    row.credibility = claim.credibility.word();
    row.status = claim.status.word();
    row.reason.clone_from(&claim.reason);
}

fn fill_stance(row: &mut AnnotationRow, state: &State, stance: &Stance) {
    row.actor = who::name(state, stance.actor.actor, &stance.actor.words);
    row.position = stance.position.word();
    row.target = target_name(state, &stance.target);
    row.past = Some(stance.past);
    row.speech = stance.speech.word();
    row.incident = incident_name(state, stance.incident);
    if let Some(when) = &stance.when {
        row.when = words::iso_time(when, state.zone());
    }
    row.reason.clone_from(&stance.reason);
}

fn incident_name(state: &State, incident: Option<crate::base::IncidentId>) -> String {
    let incident = incident.and_then(|it| state.incidents().get(&it));
    incident.map(|it| it.name.clone()).unwrap_or_default()
}
