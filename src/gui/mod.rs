//! The window: the only module that knows egui. Panels get shared references for one frame and put what is to happen
//! into a queue; the end of the frame carries it out. Nothing here changes a project but by an edit.
//!
//! Start with `app`, which owns the window's state and the order of a frame; `action` and `command` say what can be
//! asked for.

mod action;
mod app;
mod case;
mod command;
mod desk;
pub mod fonts;
mod host;
pub mod icons;
mod inspector;
mod list;
mod notice;
mod panels;
pub mod picker;
pub mod reader;
mod run;
mod settings;
mod shell;
mod task;
pub mod theme;
mod view;

pub use app::App;
pub use host::{Host, Spawn};
pub use run::{has_display, run};
