//! Owns the ties between claims accepted from suggestions: a part names its whole, whichever of them was accepted first.

use std::collections::{BTreeMap, HashMap};

use super::held::Placed;
use super::names::Names;
use crate::analysis::{Found, Suggestion};
use crate::base::AnnotationId;
use crate::base::words::Measure;
use crate::project::edit::{ClaimField, Edit};
use crate::project::records::{Annotation, Body, Claim};
use crate::project::state::State;

/// How many wholes one above the other are looked at. More are in no report, but may be in a damaged file.
const DEPTH: usize = 64;

/// The ties that one step makes.
pub(super) struct Ties<'a> {
    state: &'a State,
    /// The whole of each part, of this step.
    wholes: HashMap<AnnotationId, AnnotationId>,
    /// For once all is added, since an edit names only what is there before it.
    later: Vec<Edit>,
}

impl<'a> Ties<'a> {
    pub fn new(state: &'a State) -> Self {
        Self { state, wholes: HashMap::new(), later: vec![] }
    }

    pub fn into_edits(self) -> Vec<Edit> {
        self.later
    }

    /// Ties what is new of an article to each other and to what was there. `places` are those of its suggestions among
    /// the new annotations.
    pub fn tie(
        &mut self,
        all: &[Suggestion],
        places: &BTreeMap<usize, usize>,
        new: &mut [Annotation],
        placed: &Placed<'_>,
        names: &Names<'_>,
    ) {
        // What repeats something new is the same new annotation.
        let place = |index: usize| {
            let first = || all.get(index)?.repeats().and_then(|it| places.get(&it));
            places.get(&index).or_else(first).copied()
        };
        let held = |index: usize| {
            let suggestion = all.get(index)?;
            let first = || placed.same(all.get(suggestion.repeats()?)?, names);
            placed.same(suggestion, names).or_else(first)
        };
        for (part, suggestion) in all.iter().enumerate() {
            let Some(whole) = part_of(suggestion) else { continue };
            match (place(part), place(whole)) {
                (Some(part), Some(whole)) => {
                    let Some(id) = new.get(whole).map(|it| it.id) else { continue };
                    self.tie_new(new.get_mut(part), id, part < whole);
                }
                (Some(part), None) => {
                    let Some(whole) = held(whole) else { continue };
                    self.tie_new(new.get_mut(part), whole.id, false);
                }
                (None, Some(whole)) => {
                    let (Some(part), Some(whole)) = (held(part), new.get(whole)) else { continue };
                    // Who made it a total of its own meant it so.
                    let is_free = |it: &Claim| it.measure == Measure::Part && it.part_of.is_none();
                    if part.claim().is_some_and(is_free) && self.may(part.id, whole.id) {
                        self.push(part.id, whole.id);
                    }
                }
                (None, None) => {}
            }
        }
    }

    fn tie_new(&mut self, part: Option<&mut Annotation>, whole: AnnotationId, comes_later: bool) {
        let Some(part) = part else { return };
        let id = part.id;
        let Body::Claim(claim) = &mut part.body else { return };
        if claim.part_of.is_some() || !self.may(id, whole) {
            return;
        }
        if comes_later {
            self.push(id, whole);
        } else {
            claim.part_of = Some(whole);
            self.wholes.insert(id, whole);
        }
    }

    fn push(&mut self, part: AnnotationId, whole: AnnotationId) {
        let to = ClaimField::PartOf(Some(whole));
        self.later.push(Edit::SetClaim { annotation: part, to });
        self.wholes.insert(part, whole);
    }

    /// Whether a tie is the first of its part and closes no circle.
    fn may(&self, part: AnnotationId, whole: AnnotationId) -> bool {
        let above = |it: &AnnotationId| {
            let known = || self.state.annotations().get(it)?.claim()?.part_of;
            self.wholes.get(it).copied().or_else(known)
        };
        let closes = std::iter::successors(Some(whole), above).take(DEPTH).any(|it| it == part);
        !closes && !self.wholes.contains_key(&part)
    }
}

fn part_of(suggestion: &Suggestion) -> Option<usize> {
    match &suggestion.found {
        Found::Claim(claim) => claim.part_of,
        Found::Stance(_) => None,
    }
}
