//! The casualty chart: claims over time as plain data, laid out once for window and figure. The claims asked for are
//! selected and put in order, shared out to panels, joined to step lines, set against each other, and told in words.

mod dispute;
mod facets;
mod model;
mod panels;
mod place;
mod select;
mod series;
mod suggested;
#[cfg(test)]
mod tests;
mod ticks;
mod words;

use std::collections::BTreeSet;

pub use facets::{Facet, Facets, facets};
pub use model::*;
pub use suggested::{facets_with_suggestions, with_suggestions};
pub use words::Sign;

use super::evidence;
use crate::project::State;

/// The chart of the claims that `request` asks for. Each of them is exactly one mark.
pub fn chart(state: &State, request: &ChartRequest) -> Chart {
    let selection = select::select(state, request);
    let picks = &selection.picks;
    let time = ticks::time_axis(picks, state.zone());
    let horizon = time.as_ref().map(|it| it.end);
    let panels = panels::panels(state, request, &selection, horizon);
    let told = |pick: &select::Pick| evidence::told(state, pick.annotation, pick.moment.as_ref());
    let articles: BTreeSet<_> =
        picks.iter().filter_map(|it| it.annotation.main()).map(|it| it.article).collect();
    Chart {
        headline: words::headline(state, request, &selection),
        subtitle: words::subtitle(state, request, picks),
        gutter: picks.iter().any(|it| it.moment.is_none()),
        scale: request.scale,
        evidence: picks.iter().map(told).collect(),
        articles: articles.len(),
        suggested: 0,
        hidden: selection.hidden,
        legend: words::legend(&panels),
        time,
        panels,
    }
}
