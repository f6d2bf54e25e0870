//! Owns how a form is filled in from any passage the analyst marks: the best claim and stance in or near it, and always
//! something to start with.

use std::cmp::Reverse;

use super::gazetteer::Gazetteer;
use super::numbers::first_figure;
use super::suggest::{Context, suggest_in};
use super::suggestion::{Figure, Found, FoundClaim, FoundStance, Suggestion};
use crate::base::Span;
use crate::corpus::Article;

/// What a passage offers to start with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prefill {
    pub claim: Option<FoundClaim>,
    pub stance: Option<FoundStance>,
    /// The number in the passage, where no claim was found.
    pub figure: Option<Figure>,
    /// What was found is recorded already, as far as it was asked for.
    pub claim_recorded: bool,
    pub stance_recorded: bool,
    /// Why, in words; empty where nothing was found.
    pub because: String,
}

/// The claim and the stance that fit the passage best: of those that overlap it, else of its sentences. Links between
/// suggestions are left out, since they would lead out of the passage. Of several in the passage the first that is not
/// recorded already, as `recorded` knows: who marks a sentence with two figures twice wants both.
pub fn prefill(
    article: &Article,
    span: Span,
    gazetteer: &Gazetteer,
    context: &Context,
    recorded: &dyn Fn(&Suggestion) -> bool,
) -> Prefill {
    let ends =
        [article.sentence_at(span.start()), article.sentence_at(span.end().saturating_sub(1))];
    let near = ends.into_iter().flatten().fold(span, Span::join);
    let found = suggest_in(article, gazetteer, context, near);
    let claim = best(&found, span, recorded, |it| matches!(it, Found::Claim(_)));
    let stance = best(&found, span, recorded, |it| matches!(it, Found::Stance(_)));
    let because: Vec<&str> =
        [claim, stance].iter().flatten().map(|it| it.because.as_str()).collect();
    let mut filled = Prefill {
        because: because.join("; "),
        claim_recorded: claim.is_some_and(recorded),
        stance_recorded: stance.is_some_and(recorded),
        ..Prefill::default()
    };
    if let Some(Found::Claim(claim)) = claim.map(|it| &it.found) {
        filled.claim = Some(FoundClaim { part_of: None, repeats: None, ..claim.clone() });
    }
    if let Some(Found::Stance(stance)) = stance.map(|it| &it.found) {
        filled.stance = Some(stance.clone());
    }
    if filled.claim.is_none() {
        filled.figure = first_figure(&article.text, span.trimmed(&article.text));
    }
    filled
}

/// The suggestion of a kind that fits the passage best: of those wholly within it the first that is not recorded yet;
/// else the one that shares most with it and has least besides; else the one nearest to it. So a hand that begins a word
/// too late at "at least 25 dead, including two civilians" still means the 25.
fn best<'a>(
    all: &'a [Suggestion],
    span: Span,
    recorded: &dyn Fn(&Suggestion) -> bool,
    wanted: fn(&Found) -> bool,
) -> Option<&'a Suggestion> {
    let rank = |it: &Suggestion| {
        let overlap =
            it.span.end().min(span.end()).saturating_sub(it.span.start().max(span.start()));
        let gap = it.span.start().max(span.start()).saturating_sub(it.span.end().min(span.end()));
        let within = span.start() <= it.span.start() && it.span.end() <= span.end();
        let both = (span.len() + it.span.len()).saturating_sub(overlap).max(1);
        // In millionths of what both cover.
        let share = if within { 0 } else { overlap.saturating_mul(1_000_000) / both };
        let start = if within { it.span.start() } else { 0 };
        (overlap == 0, !within, within && recorded(it), Reverse(share), gap, start)
    };
    let kind = all.iter().filter(|it| wanted(&it.found));
    kind.min_by(|a, b| rank(a).cmp(&rank(b)).then(b.score.total_cmp(&a.score)))
}
