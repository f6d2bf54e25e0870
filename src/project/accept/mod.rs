//! Owns how suggestions become annotations: one edit that adds the actors and incidents they name and the annotations
//! with their passages. Decides nothing; the caller says which are accepted.

mod known;
mod names;
mod records;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use self::known::{context, entries, gazetteer};
pub use self::names::{NameLeads, Names};
pub use self::records::in_words;
use self::records::{annotation, fill};
use super::anchor::passage;
use super::edit::{Edit, Record};
use super::records::{Annotation, Body, Passage, Stamp};
use super::state::State;
use crate::analysis::{Found, Gazetteer, Suggestion};
use crate::base::words::PassageRole;
use crate::base::{AnnotationId, ArticleId, IdMint};
use crate::corpus::Article;

/// Suggestions of one article and which of them are accepted.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    pub article: ArticleId,
    pub text: &'a Article,
    /// All of the article, since they name each other by index.
    pub all: &'a [Suggestion],
    /// Indices into `all`, ascending; others are left.
    pub chosen: &'a [usize],
}

/// One step that adds what is chosen. A suggestion that repeats a chosen or accepted one becomes a passage of it; what
/// the first leaves open (claimant, side, time) is filled from its repeats.
pub fn accept(
    state: &State,
    choices: &[Choice],
    gazetteer: &Gazetteer,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Edit {
    let mut names = Names::new(state, gazetteer);
    let mut annotations: Vec<Annotation> = vec![];
    let mut attached = vec![];
    let mut count = 0usize;
    for choice in choices {
        // The annotation, as its place among the new ones, of each suggestion.
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for &index in choice.chosen {
            let Some(suggestion) = choice.all.get(index) else { continue };
            count += 1;
            let first = suggestion.repeats();
            if let Some(place) = first.and_then(|first| places.get(&first).copied())
                && let Some(known) = annotations.get_mut(place)
            {
                let role = PassageRole::Repeat;
                known.passages.push(passage(choice.article, choice.text, suggestion.span, role));
                fill(known, suggestion, &mut names, mint);
                places.insert(index, place);
                continue;
            }
            if let Some(annotation) = first.and_then(|first| accepted(state, choice, first)) {
                let role = PassageRole::Repeat;
                let passage = passage(choice.article, choice.text, suggestion.span, role);
                attached.push(Edit::Attach { annotation, passage });
                continue;
            }
            places.insert(index, annotations.len());
            // Later repeats of an unchosen first are repeats of this one.
            if let Some(first) = first {
                places.entry(first).or_insert(annotations.len());
            }
            let whole = part_of(suggestion).and_then(|whole| {
                let known = places.get(&whole).and_then(|place| annotations.get(*place));
                known.map(|it| it.id).or_else(|| accepted(state, choice, whole))
            });
            let main = passage(choice.article, choice.text, suggestion.span, PassageRole::Main);
            annotations.push(annotation(suggestion, main, whole, &mut names, mint, stamp));
        }
    }
    let mut edits = names.into_edits();
    edits.extend(annotations.into_iter().map(|it| Edit::Add(Record::Annotation(Arc::new(it)))));
    edits.extend(attached);
    let plural = if count == 1 { "suggestion" } else { "suggestions" };
    Edit::Batch { label: format!("Accept {count} {plural}"), edits }
}

fn part_of(suggestion: &Suggestion) -> Option<usize> {
    match &suggestion.found {
        Found::Claim(claim) => claim.part_of,
        Found::Stance(_) => None,
    }
}

/// The annotation that was made from a suggestion before: a claim of the same figure with a passage at its place.
fn accepted(state: &State, choice: &Choice, index: usize) -> Option<AnnotationId> {
    let suggestion = choice.all.get(index)?;
    let at = passage(choice.article, choice.text, suggestion.span, PassageRole::Main);
    let here = |it: &Passage| it.article == at.article && it.start < at.end && at.start < it.end;
    let same = |it: &Annotation| match (&it.body, &suggestion.found) {
        (Body::Claim(claim), Found::Claim(found)) => {
            claim.outcome == found.outcome && claim.low == found.figure.low
        }
        (Body::Stance(stance), Found::Stance(found)) => {
            stance.position == found.position && stance.actor.words == found.actor.words
        }
        _ => false,
    };
    let accepted = |it: &&Arc<Annotation>| same(it) && it.passages.iter().any(here);
    state.annotations().values().find(accepted).map(|it| it.id)
}
