//! The command line by its whole output and exit code: the real program in folders of its own, and its core on disks
//! that fail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test fails by panicking"
)]

mod check;
mod damage;
mod demo;
mod disks;
mod export;
mod folders;
mod help;
mod mistakes;
mod new;
mod place;
mod suggest;
