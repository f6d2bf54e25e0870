//! Owns the one step that changes several annotations at once, each as its form would.

use rayon::prelude::*;

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
    set: impl Fn(&mut Draft) -> Result<(), String> + Sync,
) -> Result<Option<Edit>, String> {
    let mut maker = Maker { names: Names::new(state, gazetteer), state, mint };
    let mut edits = vec![];
    let written = |id: &AnnotationId| {
        let old = state.annotations().get(id)?;
        let mut draft = Draft::of(old, state);
        let set = set(&mut draft).and_then(|()| match draft.problems(state).first() {
            Some(problem) => Err(problem.words.clone()),
            None => Ok(()),
        });
        Some((old, set.map(|()| draft)))
    };
    let written: Vec<_> = annotations.par_iter().filter_map(written).collect();
    for (old, draft) in written {
        let draft = draft?;
        let body = draft.body(Some(&old.body), &mut maker)?;
        edits.extend(changes(old, body, &draft.memo));
    }
    Ok(one(label, maker.names.into_edits(), edits))
}
