//! Owns what can be done to a project: every change is an [`Edit`], a value that can be stored, named and taken back.
//! [`super::apply()`] is the only place that carries one out.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::records::{
    Actor, Annotation, ArticleRecord, Claim, Claimant, Code, Dismissal, Incident, Named, Passage,
    Root, Side, Stamp, Target,
};
use crate::base::words::{
    ActorKind, Credibility, Demographic, Measure, Outcome, Position, Qualifier, Reliability, Role,
    Speech, Status,
};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IncidentId, Offset, RootId, When,
};
use crate::corpus::{Hash, Metadata};

/// One change to a project, whole or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    RenameProject(String),
    SetZone(Offset),
    /// Adds a record at the end of its kind. Its id must be new, and what it names must be there already: in a batch,
    /// a whole is added before its parts. So each edit of a batch leaves a sound project, wherever it is looked at.
    Add(Record),
    /// Deletes a record and every reference to it. A root goes with its articles, an article with its dismissals and
    /// the annotations whose main passage lies in it; passages of other annotations in it go too. A claim that was part
    /// of a deleted one, or superseded it, stands alone. Where a deleted actor or incident was named and the report's
    /// words are missing, its name takes their place. What stood in a deleted actor, incident or code then stands in
    /// what that stood in. Deletions that follow one another in a batch go in one pass.
    Delete(RecordId),
    /// Another place for the same folder.
    MoveRoot {
        root: RootId,
        path: String,
    },
    SetArticle {
        article: ArticleId,
        to: ArticleField,
    },
    SetActor {
        actor: ActorId,
        to: ActorField,
    },
    SetIncident {
        incident: IncidentId,
        to: IncidentField,
    },
    SetCode {
        code: CodeId,
        to: CodeField,
    },
    /// One actor for two: `from` becomes an alias of `into`, and all that named the one names the other.
    MergeActors {
        from: ActorId,
        into: ActorId,
    },
    MergeIncidents {
        from: IncidentId,
        into: IncidentId,
    },
    MergeCodes {
        from: CodeId,
        into: CodeId,
    },
    SetClaim {
        annotation: AnnotationId,
        to: ClaimField,
    },
    SetStance {
        annotation: AnnotationId,
        to: StanceField,
    },
    /// Codes of a note.
    SetCodes {
        annotation: AnnotationId,
        codes: Vec<CodeId>,
    },
    SetMemo {
        annotation: AnnotationId,
        memo: String,
    },
    /// Adds a passage after the others.
    Attach {
        annotation: AnnotationId,
        passage: Passage,
    },
    /// Takes a passage away; the main one (0) only by [`Edit::SetPassage`].
    Detach {
        annotation: AnnotationId,
        passage: usize,
    },
    /// Another place or role for a passage.
    SetPassage {
        annotation: AnnotationId,
        passage: usize,
        to: Passage,
    },
    /// Several edits as one step, carried out in their order.
    Batch {
        label: String,
        edits: Vec<Edit>,
    },
    /// Puts records back as they were, each at its place. Made by [`super::apply()`] to take an edit back, and trusted
    /// to fit: it is checked for ids and places only.
    Restore {
        label: String,
        changes: Vec<Change>,
    },
}

/// A record of any kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    Root(Root),
    Article(Box<ArticleRecord>),
    Actor(Actor),
    Incident(Incident),
    Code(Code),
    Annotation(Arc<Annotation>),
    Dismissal(Dismissal),
}

/// The id of a record of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordId {
    Root(RootId),
    Article(ArticleId),
    Actor(ActorId),
    Incident(IncidentId),
    Code(CodeId),
    Annotation(AnnotationId),
    Dismissal(DismissalId),
}

/// One step of putting things back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Name(String),
    Zone(Offset),
    /// Replaces the record of this id, or inserts it at `place`.
    Put {
        place: usize,
        record: Record,
    },
    Take(RecordId),
}

/// A field of an article's record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleField {
    /// Set by hand; none takes the piece away.
    Title(Option<String>),
    Outlet(Option<String>),
    Agency(Option<String>),
    Author(Option<String>),
    Url(Option<String>),
    Published(Option<When>),
    Language(Option<String>),
    Excluded(bool),
    Reviewed(bool),
    /// The file was found at another path of its root.
    Path(String),
    /// The file changed: what the new version is, with its metadata; what was set by hand stays.
    Version {
        text_hash: Hash,
        file_hash: Hash,
        extractor: u32,
        length: usize,
        metadata: Box<Metadata>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorField {
    Name(String),
    Aliases(Vec<String>),
    Kind(ActorKind),
    People(String),
    /// Nests it; refused where it would close a circle.
    BelongsTo(Option<ActorId>),
    Colour(u16),
    Memo(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IncidentField {
    Name(String),
    Aliases(Vec<String>),
    When(Option<When>),
    Place(String),
    PartOf(Option<IncidentId>),
    Memo(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeField {
    Name(String),
    Parent(Option<CodeId>),
    Colour(u16),
    Memo(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimField {
    Outcome(Outcome),
    Figure {
        low: u64,
        high: Option<u64>,
        qualifier: Qualifier,
        words: String,
    },
    Role(Role),
    Demographic(Demographic),
    Side(Side),
    Claimant(Claimant),
    Measure(Measure),
    PartOf(Option<AnnotationId>),
    Supersedes(Option<AnnotationId>),
    AsOf(Option<When>),
    Incident(Option<IncidentId>),
    Place(String),
    Reliability(Reliability),
    Credibility(Credibility),
    Status {
        status: Status,
        reason: String,
    },
    /// All fields at once, as a form commits them.
    All(Box<Claim>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StanceField {
    Actor(Named),
    Position(Position),
    Target(Target),
    Incident(Option<IncidentId>),
    When(Option<When>),
    Past(bool),
    Speech(Speech),
    Reason(String),
    /// All fields at once, as a form commits them.
    All(Box<super::records::Stance>),
}

impl Record {
    pub fn id(&self) -> RecordId {
        match self {
            Record::Root(it) => RecordId::Root(it.id),
            Record::Article(it) => RecordId::Article(it.id),
            Record::Actor(it) => RecordId::Actor(it.id),
            Record::Incident(it) => RecordId::Incident(it.id),
            Record::Code(it) => RecordId::Code(it.id),
            Record::Annotation(it) => RecordId::Annotation(it.id),
            Record::Dismissal(it) => RecordId::Dismissal(it.id),
        }
    }
}

/// An edit with who did it and when, as history and journal keep it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub stamp: Stamp,
    pub edit: Edit,
}
