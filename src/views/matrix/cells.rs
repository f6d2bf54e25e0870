//! Owns what the cells of a row count, which of them are mixed, and how strong they are.

use std::collections::BTreeSet;

use super::mixed::Held;
use super::model::{Cell, CountBy, MatrixRequest, Row};
use super::rows::Outline;
use super::select::Pick;
use super::words;
use crate::base::words::Position;
use crate::project::State;

/// A row with its cells. `places` holds the column of each stance.
pub(super) fn row(
    state: &State,
    request: &MatrixRequest,
    picks: &[Pick],
    places: &[usize],
    columns: usize,
    outline: Outline,
) -> Row {
    let held = Held::by(picks, &outline.picks);
    let mut cells = vec![Cell::default(); columns];
    let mut articles: BTreeSet<(usize, usize, Option<usize>)> = BTreeSet::new();
    let mut any_articles: BTreeSet<(usize, Option<usize>)> = BTreeSet::new();
    for index in outline.picks.iter().copied() {
        let (Some(pick), Some(column)) = (picks.get(index), places.get(index).copied()) else {
            continue;
        };
        let Some(cell) = cells.get_mut(column) else { continue };
        let position = pick.stance.position;
        cell.evidence.push(index);
        cell.annotations.push(pick.annotation.id);
        cell.mixed |= position != Position::Mediate && held.is_mixed(&pick.target);
        let article =
            pick.annotation.main().and_then(|it| state.articles().get_index_of(&it.article));
        let (of_position, of_all) = match request.count {
            CountBy::Annotations => (true, true),
            CountBy::Articles => (
                articles.insert((column, position as usize, article)),
                any_articles.insert((column, article)),
            ),
        };
        if let Some(count) = cell.counts.get_mut(position as usize) {
            *count += usize::from(of_position);
        }
        cell.count += usize::from(of_all);
    }
    let remark = words::remark(state, picks, &outline, &held.mixed(words::NAMED));
    let Outline { actor, name, depth, folded, .. } = outline;
    Row { actor, name, depth, folded, cells, remark }
}

/// Sets the strength of all cells by the fullest one.
pub(super) fn shade(rows: &mut [Row]) {
    let fullest = rows.iter().flat_map(|it| &it.cells).map(|it| it.count).max().unwrap_or(0);
    for cell in rows.iter_mut().flat_map(|it| &mut it.cells) {
        cell.shade = cell.count as f32 / fullest.max(1) as f32;
    }
}
