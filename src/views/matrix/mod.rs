//! The stance matrix: actors by position, article, target or day, as plain data for window and figure. The stances
//! asked for are selected, given rows and columns, counted, and told in words.

mod behind;
mod cells;
mod columns;
mod facets;
mod mixed;
mod model;
mod rows;
mod select;
#[cfg(test)]
mod tests;
mod words;

use std::collections::{BTreeSet, HashSet};

pub use behind::{Behind, behind};
pub use facets::{Facet, Facets};
pub use model::*;

use super::evidence::{self, SUGGESTED};
use super::supposed::Supposed;
use crate::base::AnnotationId;
use crate::project::State;

/// The matrix of the stances that `request` asks for. Each of them stands in exactly one row and one column.
pub fn matrix(state: &State, request: &MatrixRequest) -> Matrix {
    made(state, request, &HashSet::new())
}

/// The matrix of a project beside its open suggestions: these have rows and columns and stand in cells, but nothing is
/// counted or told of them together with what is decided.
pub fn with_suggestions(state: &State, supposed: &Supposed, request: &MatrixRequest) -> Matrix {
    let decided = matrix(state, request);
    let mut all = made(&supposed.state, request, &supposed.ids());
    for it in &mut all.evidence {
        it.suggested = supposed.has(it.annotation);
    }
    for row in &mut all.rows {
        let same = |it: &&Row| it.actor == row.actor && (it.actor.is_some() || it.name == row.name);
        row.remark = decided.rows.iter().find(same).map_or(String::new(), |it| it.remark.clone());
    }
    all.suggested = all.evidence.iter().filter(|it| it.suggested).count();
    if 0 < all.suggested {
        all.legend.push(format!("dotted: {SUGGESTED}"));
    }
    // What only suggestions would add to the project is no choice.
    all.facets.incidents.retain(|it| state.incidents().contains_key(&it.value));
    all.facets.main_incident = decided.facets.main_incident;
    all.facets.apart(&decided.facets);
    Matrix {
        title: decided.title,
        subtitle: decided.subtitle,
        articles: decided.articles,
        hidden: decided.hidden,
        ..all
    }
}

fn made(state: &State, request: &MatrixRequest, supposed: &HashSet<AnnotationId>) -> Matrix {
    let selection = select::select(state, request);
    let picks = &selection.picks;
    let (columns, places) = columns::columns(state, request, picks);
    let mut rows: Vec<Row> = rows::rows(state, request, picks)
        .into_iter()
        .map(|row| cells::row(state, request, picks, &places, columns.len(), row, supposed))
        .collect();
    cells::shade(&mut rows);
    let articles: BTreeSet<_> =
        picks.iter().filter_map(|it| it.annotation.main()).map(|it| it.article).collect();
    let told = |pick: &select::Pick| evidence::told(state, pick.annotation, pick.moment.as_ref());
    Matrix {
        title: words::title(state, request),
        subtitle: words::subtitle(request, &selection, articles.len()),
        legend: words::legend(request, picks, &rows),
        columns,
        rows,
        evidence: picks.iter().map(told).collect(),
        articles: articles.len(),
        suggested: 0,
        hidden: selection.hidden,
        facets: selection.facets,
    }
}
