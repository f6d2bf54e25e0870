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

use std::collections::BTreeSet;

pub use behind::{Behind, behind};
pub use facets::{Facet, Facets};
pub use model::*;

use super::evidence;
use crate::project::State;

/// The matrix of the stances that `request` asks for. Each of them stands in exactly one row and one column.
pub fn matrix(state: &State, request: &MatrixRequest) -> Matrix {
    let selection = select::select(state, request);
    let picks = &selection.picks;
    let (columns, places) = columns::columns(state, request, picks);
    let mut rows: Vec<Row> = rows::rows(state, request, picks)
        .into_iter()
        .map(|row| cells::row(state, request, picks, &places, columns.len(), row))
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
        hidden: selection.hidden,
        facets: selection.facets,
    }
}
