//! The one thing that changes: the analyst's records, every change to them as an [`Edit`], undo and redo, the project
//! file. Reads no clock and mints no id; both are handed in.

mod accept;
mod anchor;
mod apply;
mod edit;
pub mod notation;
mod paths;
mod records;
mod refs;
mod state;

pub use accept::{Choice, accept};
pub use anchor::passage;
pub use apply::{EditError, apply, label};
pub use edit::{
    ActorField, ArticleField, Change, ClaimField, CodeField, Edit, IncidentField, Record, RecordId,
    StanceField, Step,
};
pub use records::{
    About, Actor, Annotation, ArticleRecord, Body, Claim, Claimant, Code, Dismissal, Incident,
    Named, Note, Passage, Root, Side, Stamp, Stance, Suggested, Target, Unread,
};
pub use state::{State, Table};
