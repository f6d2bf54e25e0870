//! Owns the rows as text with tabulators, for spreadsheets.

use super::{TableView, annotations};
use crate::base::AnnotationId;
use crate::export::guarded;
use crate::project::State;
use crate::views::sheet::{Field, plain};

/// What of the table is copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copy {
    rows: Vec<AnnotationId>,
    fields: Vec<Field>,
}

impl Copy {
    /// The chosen rows, or all that are shown if none is, with the columns shown.
    pub fn of(it: &TableView) -> Self {
        let Some(sheet) = it.made.value() else { return Self::default() };
        let chosen = it.chosen.shown(sheet);
        let rows = if chosen.is_empty() { sheet.rows.clone() } else { chosen };
        Self { rows, fields: it.columns.fields().collect() }
    }

    /// "12 annotations".
    pub fn holds(&self) -> String {
        annotations(self.rows.len())
    }

    /// The rows below a head.
    pub fn tsv(&self, state: &State) -> String {
        let mut out = line(self.fields.iter().map(|it| it.name().to_owned()));
        for annotation in self.rows.iter().filter_map(|it| state.annotations().get(it)) {
            out.push_str(&line(self.fields.iter().map(|field| plain(state, annotation, *field))));
        }
        out
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|it| harmless(&it)).collect();
    cells.join("\t") + "\n"
}

/// Without what would begin another cell or row, and nothing that a spreadsheet would run.
fn harmless(cell: &str) -> String {
    guarded(&cell.replace(['\t', '\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_and_runs_nothing() {
        let check = |cell: &str, expect: &str| assert_eq!(harmless(cell), expect);
        check("two\nlines\tand a tab\r\n", "two lines and a tab  ");
        check("=1+1", "'=1+1");
        check("-dash", "'-dash");
        check("-5", "-5");
        check("\t=1+1", " =1+1");
    }
}
