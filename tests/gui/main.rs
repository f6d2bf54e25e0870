//! The window as it is seen and used, without a display: the real program's views driven by label, and pictures of them
//! drawn on the CPU.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test fails by panicking"
)]

mod annotate;
mod chart;
mod close;
mod columns;
mod commands;
mod desk;
mod dismissed;
mod export;
mod find;
mod folders;
mod keyboard;
mod keys_views;
mod linked;
mod list;
mod looks;
mod matrix;
mod messages;
mod monkey;
mod mouse;
mod names;
mod narrow;
mod odd;
mod open;
mod picture;
mod read;
mod renderer;
mod review;
mod soft;
mod suggested;
mod supposed;
mod table;
mod undo;
mod views;
mod widgets;
mod writing;
