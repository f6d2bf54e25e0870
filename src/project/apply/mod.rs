//! Owns the carrying out of edits: the only place that changes a [`State`]. An edit is carried out whole or refused whole.

mod error;
mod fields;
mod keep;
mod label;
mod merge;
mod remove;
mod tables;
#[cfg(test)]
mod tests;
mod valid;

pub use error::EditError;
pub use label::label;
pub(super) use label::{described, quoted};

use super::edit::{Edit, Record, RecordId};
use super::records::Stamp;
use super::state::State;
use tables::Editor;

/// Carries out `edit` and returns the edit that takes it back. A refused edit leaves `state` exactly as it was.
/// `stamp` says who does it and when; it goes into annotations changed by hand.
pub fn apply(state: &mut State, edit: &Edit, stamp: &Stamp) -> Result<Edit, EditError> {
    let label = label(edit, state);
    let mut editor = Editor::new(state, stamp);
    match carry_out(&mut editor, edit) {
        Ok(()) => Ok(Edit::Restore { label, changes: editor.finish() }),
        Err(error) => {
            editor.roll_back();
            Err(error)
        }
    }
}

fn carry_out(editor: &mut Editor, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::RenameProject(name) if name.trim().is_empty() => {
            Err(EditError::Nameless("a project"))
        }
        Edit::RenameProject(name) => {
            editor.rename(name.clone());
            Ok(())
        }
        Edit::SetZone(zone) => editor.set_zone(*zone),
        Edit::Add(record) => match record.clone() {
            Record::Root(it) => editor.add(it),
            Record::Article(it) => editor.add(*it),
            Record::Actor(it) => editor.add(it),
            Record::Incident(it) => editor.add(it),
            Record::Code(it) => editor.add(it),
            Record::Annotation(it) => editor.add(it),
            Record::Dismissal(it) => editor.add(it),
        },
        Edit::Delete(id) => remove::delete(editor, &[*id]),
        Edit::MoveRoot { root, path } => fields::move_root(editor, *root, path.clone()),
        Edit::SetArticle { article, to } => fields::article(editor, *article, to.clone()),
        Edit::SetActor { actor, to } => fields::actor(editor, *actor, to.clone()),
        Edit::SetIncident { incident, to } => fields::incident(editor, *incident, to.clone()),
        Edit::SetCode { code, to } => fields::code(editor, *code, to.clone()),
        Edit::MergeActors { from, into } => merge::actors(editor, *from, *into),
        Edit::MergeIncidents { from, into } => merge::incidents(editor, *from, *into),
        Edit::MergeCodes { from, into } => merge::codes(editor, *from, *into),
        Edit::SetClaim { annotation, to } => fields::claim(editor, *annotation, to.clone()),
        Edit::SetStance { annotation, to } => fields::stance(editor, *annotation, to.clone()),
        Edit::SetCodes { annotation, codes } => fields::codes(editor, *annotation, codes.clone()),
        Edit::SetMemo { annotation, memo } => fields::memo(editor, *annotation, memo.clone()),
        Edit::Attach { annotation, passage } => {
            fields::attach(editor, *annotation, passage.clone())
        }
        Edit::Detach { annotation, passage } => fields::detach(editor, *annotation, *passage),
        Edit::SetPassage { annotation, passage, to } => {
            fields::set_passage(editor, *annotation, *passage, to.clone())
        }
        Edit::Batch { label: _, edits } => batch(editor, edits),
        Edit::Restore { label: _, changes } => editor.restore(changes.clone()),
    }
}

/// Carries out edits in their order; deletions that follow one another go in one pass.
fn batch(editor: &mut Editor, edits: &[Edit]) -> Result<(), EditError> {
    let both_delete =
        |one: &Edit, other: &Edit| matches!((one, other), (Edit::Delete(_), Edit::Delete(_)));
    for run in edits.chunk_by(both_delete) {
        let deleted = |edit: &Edit| if let Edit::Delete(id) = edit { Some(*id) } else { None };
        let ids: Vec<RecordId> = run.iter().filter_map(deleted).collect();
        if !ids.is_empty() {
            remove::delete(editor, &ids)?;
            continue;
        }
        for edit in run {
            carry_out(editor, edit)?;
        }
    }
    Ok(())
}
