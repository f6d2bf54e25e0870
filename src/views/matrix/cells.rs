//! Owns what the cells of a row count, which of them are mixed, and how strong they are.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Cell, CountBy, MatrixRequest, Row};
use super::rows::Outline;
use super::select::{Aim, Pick};
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
    let mixed = mixed_targets(picks, &outline.picks);
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
        cell.mixed |= position != Position::Mediate && mixed.contains(&pick.target);
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
    let remark = words::remark(state, picks, &outline, !mixed.is_empty());
    let Outline { actor, name, depth, folded, .. } = outline;
    Row { actor, name, depth, folded, cells, remark }
}

/// The targets that are both condemned and supported. An incident and its part are different targets.
fn mixed_targets<'p>(picks: &'p [Pick], shown: &[usize]) -> BTreeSet<&'p Aim> {
    let mut held: BTreeMap<&Aim, [bool; 2]> = BTreeMap::new();
    for pick in shown.iter().filter_map(|it| picks.get(*it)) {
        let [condemned, supported] = held.entry(&pick.target).or_default();
        *condemned |= pick.stance.position == Position::Condemn;
        *supported |= pick.stance.position == Position::Support;
    }
    let mixed = held.into_iter().filter(|(aim, both)| **aim != Aim::Nothing && *both == [true; 2]);
    mixed.map(|(aim, _)| aim).collect()
}

/// Sets the strength of all cells by the fullest one.
pub(super) fn shade(rows: &mut [Row]) {
    let fullest = rows.iter().flat_map(|it| &it.cells).map(|it| it.count).max().unwrap_or(0);
    for cell in rows.iter_mut().flat_map(|it| &mut it.cells) {
        cell.shade = cell.count as f32 / fullest.max(1) as f32;
    }
}
