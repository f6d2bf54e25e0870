//! The window: the only module that knows egui. Panels get shared references for one frame and put what is to happen
//! into a queue; the end of the frame carries it out. Nothing here changes a project but by an edit.
//!
//! Start with `app`, which owns the window's state and the order of a frame; `action` and `command` say what can be
//! asked for.

pub mod action;
mod app;
pub mod case;
mod chart;
mod columns;
pub mod command;
pub mod desk;
mod export;
mod filters;
mod find;
pub mod fonts;
mod headline;
mod host;
mod icons;
pub mod inspector;
mod lights;
mod list;
mod made;
mod matrix;
mod notice;
mod pace;
mod panels;
pub mod picker;
mod quoted;
pub mod reader;
mod review;
mod run;
mod scene;
mod settings;
mod shell;
mod table;
mod task;
pub mod theme;
mod view;
pub mod widgets;

pub use app::{App, Situation};
pub use host::{Host, Spawn};
pub use run::{has_display, run};
