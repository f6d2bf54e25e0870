//! Owns the shape of the sample's annotations (`corpus/annotations.json`): records by names and quotes in place of ids
//! and offsets.

use serde::Deserialize;

use crate::base::words::{
    ActorKind, Basis, Credibility, Demographic, Measure, Outcome, PassageRole, Position, Qualifier,
    Reliability, Role, Speech, Status,
};
use crate::base::{Offset, When};

#[derive(Deserialize)]
pub(super) struct Sample {
    pub(super) name: String,
    pub(super) zone: Offset,
    pub(super) coder: String,
    pub(super) actors: Vec<SampleActor>,
    pub(super) incidents: Vec<SampleIncident>,
    pub(super) codes: Vec<SampleCode>,
    pub(super) annotations: Vec<Entry>,
}

#[derive(Deserialize)]
pub(super) struct SampleActor {
    pub(super) name: String,
    pub(super) people: Option<String>,
    pub(super) kind: ActorKind,
    pub(super) belongs_to: Option<String>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct SampleIncident {
    pub(super) name: String,
    /// "2023-09-19/2023-09-20", both days included.
    pub(super) when: Option<String>,
    #[serde(default)]
    pub(super) place: String,
    pub(super) part_of: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SampleCode {
    pub(super) name: String,
    pub(super) parent: Option<String>,
    #[serde(default)]
    pub(super) memo: String,
}

#[derive(Deserialize)]
pub(super) struct Entry {
    pub(super) key: String,
    #[serde(flatten)]
    pub(super) place: Place,
    #[serde(default)]
    pub(super) memo: String,
    #[serde(default)]
    pub(super) also: Vec<Also>,
    #[serde(flatten)]
    pub(super) says: Says,
}

/// A quote at its place: the `nth` time it stands in the article, from 1.
#[derive(Deserialize)]
pub(super) struct Place {
    pub(super) article: String,
    pub(super) quote: String,
    #[serde(default = "first")]
    pub(super) nth: usize,
}

#[derive(Deserialize)]
pub(super) struct Also {
    pub(super) role: PassageRole,
    /// The annotation's own if it names none.
    pub(super) article: Option<String>,
    pub(super) quote: String,
    #[serde(default = "first")]
    pub(super) nth: usize,
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
pub(super) enum Says {
    #[serde(rename = "casualty")]
    Claim(SampleClaim),
    #[serde(rename = "stance")]
    Stance(SampleStance),
    #[serde(rename = "note")]
    Note { codes: Vec<String> },
}

#[derive(Deserialize)]
pub(super) struct SampleName {
    pub(super) actor: Option<String>,
    #[serde(default)]
    pub(super) words: String,
    pub(super) basis: Option<Basis>,
    pub(super) speech: Option<Speech>,
    pub(super) via: Option<Box<SampleName>>,
}

#[derive(Deserialize)]
pub(super) struct SampleClaim {
    pub(super) outcome: Outcome,
    pub(super) low: u64,
    pub(super) high: Option<u64>,
    pub(super) qualifier: Qualifier,
    pub(super) figure: String,
    pub(super) role: Role,
    pub(super) demographic: Demographic,
    pub(super) side: Option<SampleName>,
    pub(super) claimant: Option<SampleName>,
    pub(super) measure: Measure,
    pub(super) part_of: Option<String>,
    pub(super) supersedes: Option<String>,
    pub(super) as_of: Option<When>,
    pub(super) incident: Option<String>,
    #[serde(default)]
    pub(super) place: String,
    pub(super) reliability: Reliability,
    pub(super) credibility: Credibility,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) reason: String,
}

#[derive(Deserialize)]
pub(super) struct SampleStance {
    pub(super) actor: SampleName,
    pub(super) position: Position,
    pub(super) target: Option<SampleTarget>,
    pub(super) incident: Option<String>,
    pub(super) when: Option<When>,
    #[serde(default)]
    pub(super) past: bool,
    pub(super) speech: Speech,
    #[serde(default)]
    pub(super) reason: String,
}

#[derive(Deserialize)]
pub(super) struct SampleTarget {
    pub(super) actor: Option<String>,
    pub(super) incident: Option<String>,
    pub(super) topic: Option<String>,
    #[serde(default)]
    pub(super) words: String,
}

fn first() -> usize {
    1
}
