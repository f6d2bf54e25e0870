//! Owns how files are written from the command line, and a few words of its messages.

use std::path::Path;

use super::{Stop, World, fault};
use crate::files::{Overwrite, WriteError, write_file};

/// Writes a file whole, over an existing one only if that is allowed.
pub(super) fn write(
    world: &World<'_>,
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), Stop> {
    write_file(world.disk, path, bytes, overwrite).map_err(|error| match error {
        WriteError::Exists { path } => fault(format!(
            "the file exists and was left as it is; add --force to replace it: {}",
            path.display()
        )),
        error => fault(error.to_string()),
    })
}

/// The ending of a file's name in lower case, without the dot; empty if it has none.
pub(super) fn ending(path: &Path) -> String {
    path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_lowercase()
}

/// "1 article", "2 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
