//! Owns the one step that changes several annotations at once, each as its form would.

use super::{Draft, Maker, changes, one};
use crate::analysis::Gazetteer;
use crate::base::{AnnotationId, IdMint};
use crate::project::{Edit, Names, State};

/// The one step of this name that changes each of these annotations as `set` changes its draft, with the actors,
/// incidents and codes that are new, each made once; none if nothing is to be changed.
///
/// # Errors
/// What hinders it for one of them, in words for the user; then none is changed.
pub fn each(
    state: &State,
    gazetteer: &Gazetteer,
    mint: &mut IdMint,
    label: String,
    annotations: &[AnnotationId],
    set: impl Fn(&mut Draft) -> Result<(), String>,
) -> Result<Option<Edit>, String> {
    let mut maker = Maker { names: Names::new(state, gazetteer), state, mint };
    let mut edits = vec![];
    for old in annotations.iter().filter_map(|it| state.annotations().get(it)) {
        let mut draft = Draft::of(old, state);
        set(&mut draft)?;
        if let Some(problem) = draft.problems(state).first() {
            return Err(problem.words.clone());
        }
        let body = draft.body(Some(&old.body), &mut maker)?;
        edits.extend(changes(old, body, &draft.memo));
    }
    Ok(one(label, maker.names.into_edits(), edits))
}
