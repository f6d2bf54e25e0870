//! Owns which annotations the table shows, in what order, and what its cells say. Rows are ids; what stands in them is
//! told for those in sight only.

mod cell;
mod field;
mod filter;
mod order;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

pub use cell::{brief, cell, colour, is_own, plain};
pub use field::Field;
pub use filter::{Facets, Filter};
pub use order::Direction;

use super::{moment, words};
use crate::base::AnnotationId;
use crate::project::{Annotation, State};
use filter::Sieve;

/// What the table is to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRequest {
    /// What rows are sorted by, the first before the second. Rows that are alike in all stand in the order of the text.
    pub sort: Vec<(Field, Direction)>,
    pub filter: Filter,
}

/// The rows of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub rows: Vec<AnnotationId>,
    /// Annotations that the filter leaves out.
    pub hidden: usize,
    pub facets: Facets,
    /// The year of all times in the rows, if it is one.
    pub year: Option<i16>,
    places: HashMap<AnnotationId, usize>,
}

impl Sheet {
    /// The row of an annotation, if it is shown.
    pub fn place(&self, annotation: AnnotationId) -> Option<usize> {
        self.places.get(&annotation).copied()
    }
}

/// The rows that a request asks for. Annotations of excluded articles are neither shown nor counted.
pub fn sheet(state: &State, request: &SheetRequest) -> Sheet {
    let mut all: Vec<&Annotation> = state.annotations().values().map(Arc::as_ref).collect();
    all.retain(|it| !moment::article(state, it).is_some_and(|it| it.excluded));
    let count = all.len();
    let (mut shown, facets) = Sieve::new(state, &request.filter).sift(all);
    order::sort(state, &request.sort, &mut shown);
    let rows: Vec<AnnotationId> = shown.iter().map(|it| it.id).collect();
    let places = rows.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    Sheet { hidden: count - rows.len(), rows, facets, year: year(state, &shown), places }
}

/// The year of the times of these annotations, if it is one.
fn year(state: &State, all: &[&Annotation]) -> Option<i16> {
    let years = all.par_iter().filter_map(|it| moment::moment(state, it)).map(|it| {
        let (first, last) = (it.when.start.year(), words::last_day(it.when).year());
        (first.min(last), first.max(last))
    });
    let widest = |a: (i16, i16), b: (i16, i16)| (a.0.min(b.0), a.1.max(b.1));
    years.reduce_with(widest).filter(|it| it.0 == it.1).map(|it| it.0)
}
