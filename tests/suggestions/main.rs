//! Suggestions measured: against the marks of a careful reader in the sample's articles, and on odd texts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

mod gold;
mod odd;
mod score;
