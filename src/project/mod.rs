//! The one thing that changes: the analyst's records, every change to them as an [`Edit`], undo and redo, the project
//! file. Reads no clock and mints no id; both are handed in.

mod accept;
mod anchor;
mod apply;
mod binding;
mod changed;
mod check;
mod copy;
mod edit;
mod format;
mod history;
pub mod notation;
mod paths;
mod records;
mod refs;
mod review;
mod roots;
pub mod sample;
mod state;
mod whole;

pub use accept::{
    Accepted, Choice, IncidentLeads, Incidents, NameLeads, Names, accept, context, entries,
    gazetteer, in_words, says,
};
pub use anchor::{Located, locate, passage};
pub use apply::{EditError, apply, label};
pub use binding::{Binding, add_articles, bind, take_over};
pub use changed::Changed;
pub use check::{Finding, Severity, check, invariants};
pub use copy::{Copied, CopyError, CopyFrom, copy_with_texts};
pub use edit::{
    ActorField, ArticleField, Change, ClaimField, CodeField, Edit, IncidentField, Record, RecordId,
    StanceField, Step,
};
pub use format::{FormatError, MOST_BYTES, VERSION, read, schema, write};
pub use history::{Entry, History};
pub use records::{
    About, Actor, Annotation, ArticleRecord, Body, Claim, Claimant, Code, Dismissal, Incident,
    Named, Note, Passage, Root, Side, Stamp, Stance, Suggested, Target, Unread,
};
pub use refs::names;
pub use review::{Decided, Decision, content, dismiss, excerpt, restore, suppose, suppose_each};
pub use roots::{add_root, is_beside, root_folder};
pub use state::{State, Table};
pub use whole::{OpenError, Project, SaveError, Snapshot};
