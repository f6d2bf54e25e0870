//! Owns the records of a project as types. They are also the shape of the project file (version 1) and of the journal:
//! a key left out is the default, an unknown key is kept in `unknown` and written back.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::words::{
    ActorKind, Basis, Credibility, Demographic, Measure, Outcome, PassageRole, Position, Qualifier,
    Reliability, Role, Speech, Status,
};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, CodePoint, DismissalId, IncidentId, RootId, Unknown,
    When,
};
use crate::corpus::{Hash, Metadata};

/// A folder of articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Root {
    pub id: RootId,
    /// With `/`; relative to the project file where it can be, else absolute.
    pub path: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A report as the project knows it: where it is, which version was read, what is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleRecord {
    /// Stays when the file changes.
    pub id: ArticleId,
    pub root: RootId,
    /// Relative to the root, with `/`.
    pub path: String,
    /// Of the extracted text.
    pub text_hash: Hash,
    /// Of the file.
    pub file_hash: Hash,
    /// Version of the rules that extracted the text.
    pub extractor: u32,
    /// Of the text, in code points.
    pub length: usize,
    #[serde(default)]
    pub metadata: Metadata,
    /// Left out of views and suggestions by the analyst.
    #[serde(default, skip_serializing_if = "is_false")]
    pub excluded: bool,
    /// The analyst has read it to the end.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reviewed: bool,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A state, organisation, person or armed group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    pub id: ActorId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    pub kind: ActorKind,
    /// What its people are called, for headlines: "Azerbaijanis".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub people: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub belongs_to: Option<ActorId>,
    /// Number in the palette, given once and kept.
    pub colour: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An event casualties are counted for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Incident {
    pub id: IncidentId,
    /// As in a sentence: "the offensive".
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<IncidentId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A code of the codebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Code {
    pub id: CodeId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CodeId>,
    pub colour: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An analyst's record at its passages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Annotation {
    pub id: AnnotationId,
    pub body: Body,
    /// Never empty; the first is the main one.
    pub passages: Vec<Passage>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    pub made: Stamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<Suggested>,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What an annotation says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    #[serde(rename = "casualty")]
    Claim(Box<Claim>),
    Stance(Box<Stance>),
    Note(Note),
}

/// How many of whom were hurt, who says so, as of when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    pub outcome: Outcome,
    pub low: u64,
    /// None where it is open.
    #[serde(default)]
    pub high: Option<u64>,
    pub qualifier: Qualifier,
    /// The figure as printed: "at least 25".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub figure: String,
    pub role: Role,
    pub demographic: Demographic,
    /// Whose people were hurt.
    #[serde(default, skip_serializing_if = "Side::is_none")]
    pub side: Side,
    /// Who says so; not the outlet, which prints it.
    #[serde(default, skip_serializing_if = "Claimant::is_none")]
    pub claimant: Claimant,
    pub measure: Measure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<AnnotationId>,
    /// The earlier claim that this one revises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<AnnotationId>,
    /// The time the count speaks of; none where the report gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    pub reliability: Reliability,
    pub credibility: Credibility,
    pub status: Status,
    /// Why this status, in a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An actor and how the report names it; either may be missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// As printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Whose people were hurt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// As printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    pub basis: Basis,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who says a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claimant {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// As printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    pub speech: Speech,
    /// The other outlet or agency the figure is quoted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Named>,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An actor condemns, supports or mediates, towards a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stance {
    pub actor: Named,
    pub position: Position,
    #[serde(default, skip_serializing_if = "Target::is_none")]
    pub target: Target,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Held in an earlier war or before the event.
    #[serde(default, skip_serializing_if = "is_false")]
    pub past: bool,
    pub speech: Speech,
    /// Why this reading, in a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Whom or what a stance is about.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Target {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// As printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What a target's words mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Actor(ActorId),
    Incident(IncidentId),
    Topic(String),
}

/// Free codes; the words of the note are the annotation's memo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    #[serde(default)]
    pub codes: Vec<CodeId>,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A span of an article's text with all that is needed to know it again: position, quote, 32 characters either side,
/// its whole sentence and the hash of the text. Positions are code points, since the text itself may be gone;
/// [`super::locate`] turns them into byte spans of a text at hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    pub role: PassageRole,
    pub article: ArticleId,
    pub start: CodePoint,
    /// Exclusive.
    pub end: CodePoint,
    pub quote: String,
    /// Up to 32 characters before the quote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// Up to 32 characters after the quote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The whole sentence, or the sentences the quote touches.
    pub sentence: String,
    /// Hash of the text in which the passage was marked.
    pub text_hash: Hash,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who did it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stamp {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub coder: String,
    pub at: Timestamp,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The suggestion an annotation was accepted from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Suggested {
    pub rule: String,
    /// From 0 to 1.
    pub score: f32,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A suggestion the analyst does not want to see again, known by its place and content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dismissal {
    pub id: DismissalId,
    pub article: ArticleId,
    pub quote: String,
    /// The content in one line, such as "killed 25" or "condemn France".
    pub content: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A record of a kind or shape that this version cannot read: kept whole and written back in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The array of the file it stands in.
    pub list: &'static str,
    /// Its place in that array.
    pub place: usize,
    /// The record as it stands in the file, on one line: a key that stands twice and a number of any length are kept.
    pub json: String,
    /// Why it could not be read.
    pub reason: String,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Default for Side {
    /// Not stated.
    fn default() -> Self {
        Self {
            actor: None,
            words: String::new(),
            basis: Basis::Stated,
            unknown: Unknown::default(),
        }
    }
}

impl Default for Claimant {
    /// Not stated.
    fn default() -> Self {
        Self {
            actor: None,
            words: String::new(),
            speech: Speech::Reported,
            via: None,
            unknown: Unknown::default(),
        }
    }
}

impl Stamp {
    pub fn new(coder: impl Into<String>, at: Timestamp) -> Self {
        Self { coder: coder.into(), at, unknown: Unknown::default() }
    }
}

impl Suggested {
    pub fn new(rule: impl Into<String>, score: f32) -> Self {
        Self { rule: rule.into(), score, unknown: Unknown::default() }
    }
}

impl Side {
    /// Neither actor nor words.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Claimant {
    /// Nothing is known of who says it.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Target {
    /// Neither meaning nor words.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Annotation {
    /// The passage it rests on; none only in a damaged file.
    pub fn main(&self) -> Option<&Passage> {
        self.passages.first()
    }

    pub fn claim(&self) -> Option<&Claim> {
        match &self.body {
            Body::Claim(claim) => Some(claim),
            Body::Stance(_) | Body::Note(_) => None,
        }
    }

    pub fn stance(&self) -> Option<&Stance> {
        match &self.body {
            Body::Stance(stance) => Some(stance),
            Body::Claim(_) | Body::Note(_) => None,
        }
    }

    pub fn note(&self) -> Option<&Note> {
        match &self.body {
            Body::Note(note) => Some(note),
            Body::Claim(_) | Body::Stance(_) => None,
        }
    }
}
