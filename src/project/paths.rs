//! Owns paths as a project file holds them: with `/`, an article's within its root, a root's relative to the project
//! file where it can be.

use std::path::{Component, Path};

/// Whether an article's path stays within its root: relative, and by no reading with a `..` in it.
pub(super) fn stays_within(path: &str) -> bool {
    let parts = || Path::new(path).components();
    !path.is_empty()
        && parts().all(|part| matches!(part, Component::Normal(_)))
        && path.split(['/', '\\']).all(|part| part != "..")
        && !path.starts_with(['/', '\\'])
        && !path.contains('\0')
}
