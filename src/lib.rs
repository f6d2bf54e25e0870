//! KB Workbench: from a folder of news reports on one contested event to *who claims how many were hurt, who stands
//! where, and how we know*.
//!
//! Data flows one way:
//!
//! ```text
//! files ─→ corpus ─→ analysis ─→ project ─→ views ─→ export, cli, gui
//! bytes    articles  suggestions  records    chart,   figures, tables,
//!                                 and edits  matrix   the window
//! ```
//!
//! The law, held by `tests/layers.rs`:
//!
//! 1. An article never changes after loading.
//! 2. A project's [`project::State`] changes only in `project::apply`, only for a [`project::Edit`], which can be
//!    stored and taken back.
//! 3. A module names only the modules above it on this page.
//! 4. Positions have types: bytes in memory, code points in files; `base` converts.
//! 5. A passage knows its quote, its surroundings, its sentence and the hash of its text; it is found again or it is
//!    shown as moved or lost, never guessed.
//! 6. Time and ids are handed in. No clock and no hash order in anything written.
//! 7. Broken input is a warning beside the good result. A failed write is an error that says what the file holds now.

pub mod base;

pub mod files;

pub mod corpus;

pub mod analysis;

pub mod project;

pub mod views;

pub mod export;

pub mod cli;

#[cfg(feature = "gui")]
pub mod gui;
