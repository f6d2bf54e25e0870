//! Owns how suggestions become annotations: one edit that adds the actors and incidents they name and the annotations
//! with their passages. Decides nothing; the caller says which are accepted.

mod events;
mod held;
mod incidents;
mod known;
mod names;
mod records;
mod spelling;
#[cfg(test)]
mod tests;
mod ties;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::events::Events;
pub use self::held::{Held, says};
pub use self::incidents::{IncidentLeads, Incidents, about, example};
pub use self::known::{context, entries, gazetteer};
pub use self::names::{NameLeads, Names};
pub use self::records::in_words;
use self::records::{About, annotation, fill};
use self::ties::Ties;
use super::anchor::passage;
use super::edit::{Edit, Record};
use super::records::{Annotation, Stamp};
use super::state::State;
use crate::analysis::{Gazetteer, Suggestion};
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
/// the first leaves open (claimant, side, time) is filled from its repeats. A part and its whole are tied, whichever of
/// them is accepted first.
pub fn accept(
    state: &State,
    choices: &[Choice],
    gazetteer: &Gazetteer,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Edit {
    accept_each(state, choices, gazetteer, mint, stamp).0
}

/// An annotation made of a suggestion, which is told by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    pub annotation: AnnotationId,
    pub article: ArticleId,
    pub suggestion: usize,
}

/// The same step, and the annotations that it adds, each with the suggestion that it was made of.
pub fn accept_each(
    state: &State,
    choices: &[Choice],
    gazetteer: &Gazetteer,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> (Edit, Vec<Accepted>) {
    let mut names = Names::new(state, gazetteer);
    let (held, incidents) =
        (Held::new(state), Incidents::new(state, choices.iter().map(|it| it.article)));
    let events = Events::new(state, choices, gazetteer);
    let about = About { incidents: &incidents, events: &events };
    let mut annotations: Vec<Annotation> = vec![];
    let mut later = vec![];
    let mut ties = Ties::new(state);
    let mut accepted = vec![];
    let mut count = 0usize;
    for choice in choices {
        let placed = held.within(choice.article, choice.text);
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
            let of_first = first.and_then(|it| choice.all.get(it));
            if let Some(annotation) = of_first.and_then(|it| placed.id(it, &names)) {
                let role = PassageRole::Repeat;
                let passage = passage(choice.article, choice.text, suggestion.span, role);
                later.push(Edit::Attach { annotation, passage });
                continue;
            }
            places.insert(index, annotations.len());
            // Later repeats of an unchosen first are repeats of this one.
            if let Some(first) = first {
                places.entry(first).or_insert(annotations.len());
            }
            let main = passage(choice.article, choice.text, suggestion.span, PassageRole::Main);
            let new = annotation(suggestion, main, &mut names, about, mint, stamp);
            let article = choice.article;
            accepted.push(Accepted { annotation: new.id, article, suggestion: index });
            annotations.push(new);
        }
        ties.tie(choice.all, &places, &mut annotations, &placed, &names);
    }
    let mut edits = names.into_edits();
    edits.extend(annotations.into_iter().map(|it| Edit::Add(Record::Annotation(Arc::new(it)))));
    edits.extend(later);
    edits.extend(ties.into_edits());
    let plural = if count == 1 { "suggestion" } else { "suggestions" };
    (Edit::Batch { label: format!("Accept {count} {plural}"), edits }, accepted)
}
