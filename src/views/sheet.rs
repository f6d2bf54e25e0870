//! Owns which annotations the table shows, and in what order.

use crate::base::AnnotationId;
use crate::project::State;

/// What the table is to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRequest {}

/// The rows of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub rows: Vec<AnnotationId>,
    /// Annotations that the request leaves out.
    pub hidden: usize,
}

/// The rows that a request asks for.
pub fn sheet(state: &State, _: &SheetRequest) -> Sheet {
    Sheet { rows: state.annotations().values().map(|it| it.id).collect(), hidden: 0 }
}
