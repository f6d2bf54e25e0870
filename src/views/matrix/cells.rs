//! Owns what the cells of a row count, which of them are mixed, and how strong they are.

use std::collections::{BTreeSet, HashSet};

use super::mixed::Held;
use super::model::{Cell, CountBy, MatrixRequest, Row};
use super::rows::Outline;
use super::select::Pick;
use super::words;
use crate::base::AnnotationId;
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
    supposed: &HashSet<AnnotationId>,
) -> Row {
    let is_supposed = |it: &Pick| supposed.contains(&it.annotation.id);
    let is_decided = |it: &&usize| picks.get(**it).is_some_and(|it| !is_supposed(it));
    let decided: Vec<usize> = outline.picks.iter().filter(is_decided).copied().collect();
    let held = Held::by(picks, &decided);
    let mut cells = vec![Cell::default(); columns];
    let mut articles: BTreeSet<(bool, usize, usize, Option<usize>)> = BTreeSet::new();
    let mut any_articles: BTreeSet<(usize, Option<usize>)> = BTreeSet::new();
    for index in outline.picks.iter().copied() {
        let (Some(pick), Some(column)) = (picks.get(index), places.get(index).copied()) else {
            continue;
        };
        let Some(cell) = cells.get_mut(column) else { continue };
        let position = pick.stance.position;
        cell.evidence.push(index);
        cell.annotations.push(pick.annotation.id);
        let is_decided = !is_supposed(pick);
        cell.mixed |= is_decided && position != Position::Mediate && held.is_mixed(&pick.target);
        let article =
            pick.annotation.main().and_then(|it| state.articles().get_index_of(&it.article));
        let (of_position, of_all) = match request.count {
            CountBy::Annotations => (true, true),
            CountBy::Articles => (
                articles.insert((is_decided, column, position as usize, article)),
                is_decided && any_articles.insert((column, article)),
            ),
        };
        let counts = if is_decided { &mut cell.counts } else { &mut cell.suggested };
        if let Some(count) = counts.get_mut(position as usize) {
            *count += usize::from(of_position);
        }
        cell.count += usize::from(of_all && is_decided);
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
