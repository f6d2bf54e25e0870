//! Owns which rows are chosen and where the cursor stands. Known by their annotations, so that sorting, filtering and
//! undo leave them as they are; what is done to the chosen is done to those in sight of the filter.

use std::collections::HashSet;

use crate::base::AnnotationId;
use crate::views::sheet::{Field, Sheet};

/// The chosen rows.
#[derive(Debug)]
pub struct Chosen {
    ids: HashSet<AnnotationId>,
    /// Raised by each change of those.
    version: u64,
    /// From where a range goes.
    anchor: Option<AnnotationId>,
    /// The row the keys go from.
    pub cursor: Option<AnnotationId>,
    /// The cell of that row.
    pub field: Field,
}

impl Default for Chosen {
    fn default() -> Self {
        Self { ids: HashSet::new(), version: 0, anchor: None, cursor: None, field: Field::Passage }
    }
}

impl Chosen {
    pub fn has(&self, id: AnnotationId) -> bool {
        self.ids.contains(&id)
    }

    /// Another number whenever other rows are chosen.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Chooses one row alone.
    pub fn only(&mut self, id: AnnotationId) {
        self.version += 1;
        self.ids.clear();
        self.ids.insert(id);
        (self.anchor, self.cursor) = (Some(id), Some(id));
    }

    /// Adds a row, or takes it away.
    pub fn toggle(&mut self, id: AnnotationId) {
        self.version += 1;
        if !self.ids.remove(&id) {
            self.ids.insert(id);
        }
        (self.anchor, self.cursor) = (Some(id), Some(id));
    }

    /// Chooses all rows from the one chosen first to this one.
    pub fn range_to(&mut self, id: AnnotationId, sheet: &Sheet) {
        let anchor = self.anchor.and_then(|it| sheet.place(it));
        let (Some(from), Some(to)) = (anchor, sheet.place(id)) else {
            self.only(id);
            return;
        };
        self.version += 1;
        let rows = sheet.rows.get(from.min(to)..=from.max(to)).unwrap_or_default();
        self.ids = rows.iter().copied().collect();
        self.cursor = Some(id);
    }

    /// Chooses all rows that are shown.
    pub fn all(&mut self, sheet: &Sheet) {
        self.version += 1;
        self.ids = sheet.rows.iter().copied().collect();
        if self.cursor.and_then(|it| sheet.place(it)).is_none() {
            self.cursor = sheet.rows.first().copied();
        }
        self.anchor = self.cursor;
    }

    /// Chooses none.
    pub fn none(&mut self) {
        self.version += 1;
        self.ids.clear();
    }

    /// Chooses the cursor's row alone.
    pub fn narrow(&mut self) {
        self.version += 1;
        self.ids = self.cursor.into_iter().collect();
        self.anchor = self.cursor;
    }

    /// The chosen rows that are shown, in their order.
    pub fn shown(&self, sheet: &Sheet) -> Vec<AnnotationId> {
        let mut places: Vec<usize> = self.ids.iter().filter_map(|it| sheet.place(*it)).collect();
        places.sort_unstable();
        places.into_iter().filter_map(|it| sheet.rows.get(it).copied()).collect()
    }

    /// The row of the cursor, if it is shown.
    pub fn row(&self, sheet: &Sheet) -> Option<usize> {
        sheet.place(self.cursor?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::notation;
    use crate::views::sheet;
    use crate::views::sheet::{Filter, SheetRequest};

    fn made(text: &str) -> Sheet {
        let lines: String =
            (0..9).map(|it| format!("claim k{it} a.txt killed {it} \"w{it}\"\n")).collect();
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        sheet(&notation::state(&lines).unwrap(), &SheetRequest { filter, ..Default::default() })
    }

    fn check(chosen: &Chosen, sheet: &Sheet, expect: &[usize]) {
        let rows: Vec<_> = chosen.shown(sheet).iter().filter_map(|it| sheet.place(*it)).collect();
        assert_eq!(rows, expect);
    }

    #[test]
    fn ranges_go_from_the_row_chosen_first_and_outlast_a_filter() {
        let all = made("");
        let mut chosen = Chosen::default();
        chosen.range_to(all.rows[4], &all);
        check(&chosen, &all, &[4]);
        chosen.range_to(all.rows[6], &all);
        check(&chosen, &all, &[4, 5, 6]);
        chosen.range_to(all.rows[2], &all);
        check(&chosen, &all, &[2, 3, 4]);
        chosen.toggle(all.rows[8]);
        chosen.toggle(all.rows[3]);
        check(&chosen, &all, &[2, 4, 8]);
        let some = made("w4");
        check(&chosen, &some, &[0]);
        check(&chosen, &all, &[2, 4, 8]);
        chosen.all(&all);
        chosen.narrow();
        check(&chosen, &all, &[3]);
    }
}
