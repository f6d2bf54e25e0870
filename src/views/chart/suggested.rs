//! Owns the chart of a project beside its open suggestions: marks of both, but headline, lines and disputes of what is
//! decided alone.

use std::collections::HashMap;

use super::model::{Chart, ChartRequest, Dispute, StepLine};
use super::words::Sign;
use super::{Facet, Facets, chart, facets, words};
use crate::base::AnnotationId;
use crate::project::State;
use crate::views::evidence::SUGGESTED;
use crate::views::supposed::Supposed;

/// What the filters of such a chart have to choose from: suggestions are counted by themselves, and what only they would
/// add to the project is no choice, since a request for it would mean nothing there.
pub fn facets_with_suggestions(
    state: &State,
    supposed: &Supposed,
    request: &ChartRequest,
) -> Facets {
    let decided = facets(state, request);
    let mut all = facets(&supposed.state, request);
    apart(&mut all.incidents, &decided.incidents);
    apart(&mut all.outcomes, &decided.outcomes);
    apart(&mut all.roles, &decided.roles);
    apart(&mut all.demographics, &decided.demographics);
    apart(&mut all.sides, &decided.sides);
    apart(&mut all.claimants, &decided.claimants);
    apart(&mut all.outlets, &decided.outlets);
    apart(&mut all.statuses, &decided.statuses);
    all.incidents.retain(|it| state.incidents().contains_key(&it.value));
    all.sides.retain(|it| state.actors().contains_key(&it.value));
    all.claimants.retain(|it| state.actors().contains_key(&it.value));
    all
}

/// Counts what is not decided by itself.
fn apart<V: PartialEq>(all: &mut [Facet<V>], decided: &[Facet<V>]) {
    for it in all {
        let own = decided.iter().find(|own| own.value == it.value).map_or(0, |own| own.count);
        (it.count, it.suggested) = (own, it.count.saturating_sub(own));
    }
}

/// The chart of a project, and of what is supposed a pale mark each.
pub fn with_suggestions(state: &State, supposed: &Supposed, request: &ChartRequest) -> Chart {
    let decided = chart(state, request);
    let mut all = chart(&supposed.state, request);
    let colours: HashMap<AnnotationId, Option<u16>> = decided
        .panels
        .iter()
        .flat_map(|it| &it.marks)
        .map(|it| (it.annotation, it.colour))
        .collect();
    for it in &mut all.evidence {
        it.suggested = supposed.has(it.annotation);
    }
    // Where each mark stands: its panel, and its place there.
    let mut places: HashMap<AnnotationId, (usize, usize)> = HashMap::new();
    for (panel, of) in all.panels.iter_mut().enumerate() {
        of.lines.clear();
        of.disputes.clear();
        for (place, mark) in of.marks.iter_mut().enumerate() {
            places.insert(mark.annotation, (panel, place));
            match colours.get(&mark.annotation) {
                // A claimant's colour does not change with what is shown beside it.
                Some(colour) => mark.colour = *colour,
                None => {
                    mark.suggested = true;
                    mark.name = format!("{}, {SUGGESTED}", mark.name);
                }
            }
        }
    }
    for panel in &decided.panels {
        let place = |mark: usize| places.get(&panel.marks.get(mark)?.annotation).copied();
        let line = |of: &StepLine| {
            let marks: Vec<(usize, usize)> = of.marks.iter().filter_map(|it| place(*it)).collect();
            let at = marks.first()?.0;
            let is_whole = marks.len() == of.marks.len() && marks.iter().all(|it| it.0 == at);
            let marks = marks.into_iter().map(|it| it.1).collect();
            is_whole.then(|| (at, StepLine { marks, ..of.clone() }))
        };
        let dispute = |of: &Dispute| {
            let (lower, upper) = (place(of.lower)?, place(of.upper)?);
            let it = Dispute { lower: lower.1, upper: upper.1, ..of.clone() };
            (lower.0 == upper.0).then_some((lower.0, it))
        };
        for (at, line) in panel.lines.iter().filter_map(line) {
            all.panels.iter_mut().skip(at).take(1).for_each(|it| it.lines.push(line.clone()));
        }
        for (at, dispute) in panel.disputes.iter().filter_map(dispute) {
            all.panels.iter_mut().skip(at).take(1).for_each(|it| it.disputes.push(dispute.clone()));
        }
    }
    let suggested = all.evidence.iter().filter(|it| it.suggested).count();
    let mut legend = words::legend(&all.panels);
    if 0 < suggested {
        legend.insert(0, Sign::Suggested);
    }
    Chart {
        headline: decided.headline,
        subtitle: decided.subtitle,
        articles: decided.articles,
        hidden: decided.hidden,
        suggested,
        legend,
        ..all
    }
}
