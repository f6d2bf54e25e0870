//! Owns what is being written in a form, as text, and the one edit it becomes. Knows nothing of how it is shown.

mod claim;
mod each;
mod new;
mod stance;
#[cfg(test)]
mod tests;

pub use self::claim::ClaimDraft;
pub use self::each::each;
pub use self::stance::StanceDraft;

use std::sync::Arc;

use crate::analysis::Gazetteer;
use crate::base::{ActorId, AnnotationId, CodeId, IdMint, IncidentId, Unknown};
use crate::project::{
    Annotation, Body, ClaimField, Edit, Names, Note, Passage, Record, Stamp, StanceField, State,
    Suggested, label,
};

use super::typed::{Asks, Meant, Pick};

/// What is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub target: Target,
    pub body: DraftBody,
    pub memo: String,
    /// The year of a day typed without one: that of the article's publication.
    pub year: Option<i16>,
    /// Why a new one was filled in as it was, in words; empty if nothing was found.
    pub because: String,
    /// What a new one was filled in with is recorded already.
    pub is_recorded: bool,
    /// The suggestion a new one comes from, for the record.
    pub suggested: Option<Suggested>,
    /// Body and memo as they were when the form was opened.
    start: Box<(DraftBody, String)>,
}

/// Which annotation is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// One that is not in the project yet; the first passage is the main one.
    New {
        passages: Vec<Passage>,
    },
    Existing(AnnotationId),
}

/// The fields of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftBody {
    Claim(Box<ClaimDraft>),
    Stance(Box<StanceDraft>),
    Note(NoteDraft),
}

/// The fields of a note.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteDraft {
    /// The codes chosen, each a field that holds one.
    pub codes: Vec<Pick>,
    /// The field in which the next one is typed.
    pub next: Pick,
}

/// A field with something in it that hinders committing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub at: At,
    /// As in "at most is below at least".
    pub words: String,
    /// Something is not there yet, rather than wrong.
    pub missing: bool,
}

impl Problem {
    fn wrong(at: At, words: String) -> Self {
        Self { at, words, missing: false }
    }
}

/// The fields that can hold a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Figure,
    Time,
    PartOf,
    Supersedes,
    Actor,
    Position,
}

impl Draft {
    /// The draft of an annotation as the project has it.
    pub fn of(annotation: &Annotation, state: &State) -> Self {
        let body = match &annotation.body {
            Body::Claim(it) => DraftBody::Claim(Box::new(ClaimDraft::of(it, state))),
            Body::Stance(it) => DraftBody::Stance(Box::new(StanceDraft::of(it, state))),
            Body::Note(it) => DraftBody::Note(NoteDraft::of(it, state)),
        };
        let year = annotation.main().and_then(|it| year_of(it, state));
        Self::made(Target::Existing(annotation.id), body, annotation.memo.clone(), year)
    }

    fn made(target: Target, body: DraftBody, memo: String, year: Option<i16>) -> Self {
        let start = Box::new((body.clone(), memo.clone()));
        let (because, suggested) = (String::new(), None);
        Self { target, body, memo, year, because, is_recorded: false, suggested, start }
    }

    /// The same once more, at the same passages, as a new annotation.
    pub fn duplicate(&self, state: &State) -> Self {
        let target = Target::New { passages: self.passages(state).to_vec() };
        Self::made(target, self.body.clone(), self.memo.clone(), self.year)
    }

    /// Follows what happened to the annotation elsewhere, as by undo or a merge, unless something was typed here since.
    /// Returns whether it is still there to be written.
    pub fn follow(&mut self, state: &State) -> bool {
        let Target::Existing(id) = self.target else { return true };
        let Some(annotation) = state.annotations().get(&id) else { return false };
        if !self.is_changed() {
            *self = Self::of(annotation, state);
        }
        true
    }

    /// Whether anything was typed since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.body != self.start.0 || self.memo != self.start.1
    }

    /// The passages: of a new annotation those handed in, else those of the project.
    pub fn passages<'a>(&'a self, state: &'a State) -> &'a [Passage] {
        match &self.target {
            Target::New { passages } => passages,
            Target::Existing(id) => {
                state.annotations().get(id).map_or(&[], |it| it.passages.as_slice())
            }
        }
    }

    /// Adds a passage to a new annotation; one of the project is changed by the project.
    pub fn attach(&mut self, passage: Passage) {
        if let Target::New { passages } = &mut self.target {
            passages.push(passage);
        }
    }

    /// What hinders committing, in words; empty if nothing does.
    pub fn problems(&self, state: &State) -> Vec<Problem> {
        match &self.body {
            DraftBody::Claim(it) => it.problems(state, self.year),
            DraftBody::Stance(it) => it.problems(state, self.year),
            DraftBody::Note(_) => vec![],
        }
    }

    /// The one step that puts the draft into the project, with the actors, incidents and codes typed into it; none if
    /// nothing is to be changed.
    ///
    /// # Errors
    /// What hinders it, in words for the user.
    pub fn edit(
        &self,
        state: &State,
        gazetteer: &Gazetteer,
        mint: &mut IdMint,
        stamp: &Stamp,
    ) -> Result<Option<Edit>, String> {
        if let Some(problem) = self.problems(state).first() {
            return Err(problem.words.clone());
        }
        let mut maker = Maker { names: Names::new(state, gazetteer), state, mint };
        match &self.target {
            Target::New { passages } => {
                let body = self.body(None, &mut maker)?;
                let annotation = Annotation {
                    id: AnnotationId::mint(maker.mint),
                    body,
                    passages: passages.clone(),
                    memo: self.memo.trim_end().to_owned(),
                    made: stamp.clone(),
                    changed: None,
                    suggested: self.suggested.clone(),
                    unknown: Unknown::default(),
                };
                let add = Edit::Add(Record::Annotation(Arc::new(annotation)));
                let name = label(&add, state);
                Ok(one(name, maker.names.into_edits(), vec![add]))
            }
            Target::Existing(id) => {
                let old = state.annotations().get(id);
                let old = old.ok_or("the annotation is not in the project any more")?;
                let body = self.body(Some(&old.body), &mut maker)?;
                let edits = changes(old, body, &self.memo);
                let name = label(&Edit::Add(Record::Annotation(Arc::clone(old))), state);
                Ok(one(name.replacen("Add", "Change", 1), maker.names.into_edits(), edits))
            }
        }
    }

    fn body(&self, old: Option<&Body>, maker: &mut Maker) -> Result<Body, String> {
        Ok(match &self.body {
            DraftBody::Claim(it) => {
                let old = if let Some(Body::Claim(old)) = old { Some(&**old) } else { None };
                Body::Claim(Box::new(it.record(old, self.year, maker)?))
            }
            DraftBody::Stance(it) => {
                let old = if let Some(Body::Stance(old)) = old { Some(&**old) } else { None };
                Body::Stance(Box::new(it.record(old, self.year, maker)?))
            }
            DraftBody::Note(it) => {
                let codes = it.codes.iter().chain([&it.next]);
                let mut codes: Vec<CodeId> = codes.filter_map(|it| maker.code(it)).collect();
                let mut seen = std::collections::BTreeSet::new();
                codes.retain(|it| seen.insert(*it));
                let unknown = match old {
                    Some(Body::Note(old)) => old.unknown.clone(),
                    _ => Unknown::default(),
                };
                Body::Note(Note { codes, unknown })
            }
        })
    }
}

/// The edits that change an annotation to this body and memo.
fn changes(old: &Annotation, body: Body, memo: &str) -> Vec<Edit> {
    let annotation = old.id;
    let mut edits = vec![];
    if body != old.body {
        edits.push(match body {
            Body::Claim(to) => Edit::SetClaim { annotation, to: ClaimField::All(to) },
            Body::Stance(to) => Edit::SetStance { annotation, to: StanceField::All(to) },
            Body::Note(Note { codes, .. }) => Edit::SetCodes { annotation, codes },
        });
    }
    if memo.trim_end() != old.memo.trim_end() {
        edits.push(Edit::SetMemo { annotation, memo: memo.trim_end().to_owned() });
    }
    edits
}

/// One step of all edits under a name; none if `edits` holds none, since names alone are nobody's wish.
fn one(label: String, names: Vec<Edit>, edits: Vec<Edit>) -> Option<Edit> {
    (!edits.is_empty())
        .then(|| Edit::Batch { label, edits: names.into_iter().chain(edits).collect() })
}

/// The year in which the article of a passage was printed.
fn year_of(passage: &Passage, state: &State) -> Option<i16> {
    let article = state.articles().get(&passage.article)?;
    Some(article.metadata.published.as_ref()?.value.start.year())
}

/// Makes records of what was typed.
struct Maker<'a, 'm> {
    names: Names<'a>,
    state: &'a State,
    mint: &'m mut IdMint,
}

impl Maker<'_, '_> {
    /// The actor that a field means, and the words as printed to keep with it: `printed` as typed beside it, or the
    /// field's own where it holds words alone.
    fn actor(&mut self, pick: &Pick, printed: &Printed) -> (Option<ActorId>, String) {
        match pick.meant(self.state) {
            Meant::Actor(id) => (Some(id), printed.text.clone()),
            Meant::NewActor => {
                let alias = if pick.is_found() { printed.text.as_str() } else { "" };
                let id = self.names.typed(&pick.text, alias, self.mint);
                (Some(id), printed.text.clone())
            }
            Meant::Words => (None, pick.text.clone()),
            _ => (None, printed.alone()),
        }
    }

    fn incident(&mut self, pick: &Pick) -> Option<IncidentId> {
        match pick.meant(self.state) {
            Meant::Incident(id) => Some(id),
            Meant::NewIncident => Some(self.names.incident(pick.text.trim(), self.mint)),
            _ => None,
        }
    }

    fn claim(&self, pick: &Pick) -> Option<AnnotationId> {
        match pick.meant(self.state) {
            Meant::Claim(id) => Some(id),
            _ => None,
        }
    }

    fn code(&mut self, pick: &Pick) -> Option<CodeId> {
        match pick.meant(self.state) {
            Meant::Code(id) => Some(id),
            Meant::NewCode => Some(self.names.code(&pick.text, self.mint)),
            _ => None,
        }
    }
}

/// The report's words for somebody, in a field beside the one that says who is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printed {
    pub text: String,
    was: String,
}

impl Printed {
    fn new(words: &str) -> Self {
        Self { text: words.to_owned(), was: words.to_owned() }
    }

    /// Whether nothing was typed into it.
    fn is_as_it_was(&self) -> bool {
        self.text == self.was
    }

    /// The words if nobody is meant any more: those typed now, and not those that named who was taken out.
    fn alone(&self) -> String {
        if self.is_as_it_was() { String::new() } else { self.text.clone() }
    }
}

impl NoteDraft {
    fn of(note: &Note, state: &State) -> Self {
        let codes = note.codes.iter().map(|it| Pick::code(*it, state));
        Self { codes: codes.collect(), next: Pick::empty(Asks::Code) }
    }
}

/// A problem of a field for a claim that names none.
fn claim_problem(pick: &Pick, at: At, state: &State) -> Option<Problem> {
    let is_unknown = pick.meant(state) == Meant::Unknown;
    is_unknown.then(|| Problem::wrong(at, format!("“{}” is no claim", pick.text.trim())))
}
