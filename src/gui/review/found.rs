//! Owns how a suggestion of the queue is found among those of its article, which may have been searched anew since the
//! queue was made: what is decided is what is read, never what came up in its place. And what it says together with those
//! that repeat it.

use crate::analysis::{Found, Suggestion};
use crate::base::words::{Speech, TimeSource};
use crate::gui::case::Case;
use crate::views::review::{Key, Waiting};

/// The same with its places among what was found last; none if it was not found again.
pub fn as_found(case: &Case, it: &Waiting) -> Option<Waiting> {
    let all = case.suggested().of(it.article)?;
    let is_first = |at: &usize| all.get(*at).is_some_and(|of| Key::of(it.article, of) == it.key);
    let mut pairs = it.these.iter().copied().zip(&it.spans);
    let (at, _) = pairs.next()?;
    let first = Some(at).filter(is_first).or_else(|| (0..all.len()).find(is_first))?;
    let repeat = |(at, span): (usize, &crate::base::Span)| {
        let is = |at: &usize| {
            *at != first
                && all.get(*at).is_some_and(|of| of.span == *span && of.repeats().is_some())
        };
        Some(at).filter(is).or_else(|| (0..all.len()).find(is))
    };
    let mut these: Vec<usize> = std::iter::once(first).chain(pairs.filter_map(repeat)).collect();
    these.sort_unstable();
    these.dedup();
    Some(Waiting { these, ..it.clone() })
}

/// A suggestion with what its repeats know and it leaves open, as accepting them together records it.
pub fn filled<'a>(
    first: &Suggestion,
    repeats: impl IntoIterator<Item = &'a Suggestion>,
) -> Suggestion {
    let mut filled = first.clone();
    let Found::Claim(claim) = &mut filled.found else { return filled };
    let is_own = |it: &crate::base::When| it.source != TimeSource::Publication;
    for repeat in repeats {
        let Found::Claim(found) = &repeat.found else { continue };
        if claim.claimant.is_none() && found.claimant.is_some() {
            (claim.claimant, claim.via) = (found.claimant.clone(), found.via.clone());
            claim.speech = found.speech;
        } else if claim.claimant.is_some() && found.speech == Speech::Direct {
            claim.speech = Speech::Direct;
        }
        if claim.side.is_none() {
            claim.side = found.side.clone();
        }
        if !claim.as_of.as_ref().is_some_and(is_own) && found.as_of.as_ref().is_some_and(is_own) {
            claim.as_of = found.as_of.clone();
        }
    }
    filled
}
