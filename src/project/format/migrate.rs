//! Owns the steps that bring an older file up to date, as plain JSON.

use serde_json::Value;

use super::VERSION;

/// Brings a whole file from one version to the next. The version number itself is set by [`bring_up`].
pub(super) type Step = fn(Value) -> Value;

/// The step at place `n` brings version `n + 1` to version `n + 2`.
pub(super) const MIGRATIONS: &[Step] = &[];

const _: () = assert!(MIGRATIONS.len() as u64 + 1 == VERSION, "each version has its step");

/// A file of version `found` as one of the newest version that `steps` lead to.
pub(super) fn bring_up(mut file: Value, found: u64, steps: &[Step]) -> Value {
    let first = usize::try_from(found.saturating_sub(1)).unwrap_or(usize::MAX);
    for (step, version) in steps.iter().zip(2_u64..).skip(first) {
        file = step(file);
        if let Some(file) = file.as_object_mut() {
            file.insert("version".to_owned(), version.into());
        }
    }
    file
}
