//! Owns how files are written from the command line: whole, and over an existing one only with `--force`.

use std::path::Path;

use super::{Stop, World, fault};
use crate::files::replace;

/// Stops if something stands at `path` that may not be replaced.
pub(super) fn may_write(world: &World<'_>, path: &Path, force: bool) -> Result<(), Stop> {
    match world.disk.entry(path) {
        Ok(_) if !force => Err(fault(format!(
            "there is a file already, and it is left as it is; add --force to replace it: {}",
            path.display()
        ))),
        // A file that cannot be looked at will be refused by the write itself.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Writes a file whole, after [`may_write`].
pub(super) fn write(world: &World<'_>, path: &Path, bytes: &[u8], force: bool) -> Result<(), Stop> {
    may_write(world, path, force)?;
    replace(world.disk, path, bytes).map_err(|error| fault(error.to_string()))
}

/// The ending of a file's name in lower case, without the dot; empty if it has none.
pub(super) fn ending(path: &Path) -> String {
    path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_lowercase()
}

/// "1 article", "2 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
