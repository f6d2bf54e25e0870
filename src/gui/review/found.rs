//! Owns how a suggestion of the queue is found among those of its article, which may have been searched anew since the
//! queue was made: what is decided is what is read, never what came up in its place.

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
