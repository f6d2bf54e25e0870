//! Owns the project file: a state to bytes and back. `docs/format.md` explains the file to people.
//!
//! The types of `records` are the shape of version 1 themselves. An older file is brought up to date as plain JSON, one
//! small step a version, before those types ever see it; so a version needs no mirror of every type, a key that no step
//! touches passes through untouched, and the shape in use is written down once.

mod migrate;
mod read;
mod reason;
mod schema;
mod write;

#[cfg(test)]
mod tests;

pub use read::read;
pub use schema::schema;
pub use write::write;

/// The version that this program writes, and the newest it reads.
pub const VERSION: u64 = 1;

/// Bytes that a project file may have; far above what a project comes to.
pub const MOST_BYTES: usize = 1 << 30;

/// Records that one list of a project file may have.
pub(super) const MOST_RECORDS: usize = 2_000_000;

/// Records of a project file that may be unreadable before it is refused.
pub(super) const MOST_UNREAD: usize = 100_000;

/// The lists of records, in the order of the file.
const LISTS: [&str; 7] =
    ["roots", "articles", "actors", "incidents", "codes", "annotations", "dismissals"];

/// Why a file is not opened. The file itself is never touched by reading.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    #[error("the file is empty and was not touched; open a backup")]
    Empty,
    #[error("the file has {bytes} bytes, more than the {MOST_BYTES} that a project may have")]
    Large { bytes: usize },
    #[error("{key:?} has {count} records, more than the {MOST_RECORDS} that a project may have")]
    Many { key: String, count: usize },
    #[error(
        "more than {MOST_UNREAD} records could not be read, the first of them in {key:?}, {what}; \
         the file was not touched; open it with a newer KB Workbench, or open a backup"
    )]
    Unreadable { key: String, what: String },
    #[error("the file is not UTF-8 text from line {line} on; it was not touched; open a backup")]
    NotText { line: usize },
    #[error("the file ends too early, at line {line}; it was not touched; open a backup")]
    Cut { line: usize },
    #[error(
        "the file is not JSON at line {line}, {what}; it was not touched; open a backup or repair that line"
    )]
    NotJson { line: usize, what: String },
    #[error(
        "the file is not a KB Workbench project, for it does not start with \"format\": \"kbproj\""
    )]
    NotKbproj,
    #[error("the project has no readable version number, and none is guessed")]
    NoVersion,
    #[error(
        "the project is of version {found}, and this program knows versions up to {known}; \
         open it with a newer KB Workbench; it was not touched"
    )]
    Newer { found: u64, known: u64 },
    #[error(
        "the key {key:?} stands twice at the top of the file; keep the right one; it was not touched"
    )]
    Twice { key: String },
    #[error(
        "{key:?} is {what} at line {line}; the file was not touched; open a backup or repair it"
    )]
    Shape { key: String, line: usize, what: String },
}
