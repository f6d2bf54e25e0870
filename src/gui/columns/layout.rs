//! Owns how columns share the width: pure functions of widths and places.

use std::ops::Range;

/// The least width of a column, in points, in which one can read.
pub const LEAST: f32 = 240.0;

/// The part of a column's width, at each side, where something dropped goes beside it rather than into it.
const EDGE: f32 = 0.3;

/// Where something that is dragged would go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// Between columns, before the one at this place.
    Before(usize),
    /// In place of the article in this column.
    Onto(usize),
}

/// The columns in view: as many as have room, the active one among them, moved no further than needed from `first`.
pub fn in_view(width: f32, count: usize, active: usize, first: usize) -> Range<usize> {
    let fit = ((width / LEAST).max(1.0) as usize).min(count);
    let least = (active + 1).saturating_sub(fit);
    let most = active.min(count - fit);
    let first = first.max(least).min(most);
    first..first + fit
}

/// The widths of columns with these shares. None is narrower than `least` while there is room for all.
pub fn widths(total: f32, shares: &[f32], least: f32) -> Vec<f32> {
    let least = least.min(total / shares.len().max(1) as f32);
    let mut narrow = vec![false; shares.len()];
    loop {
        let free = |it: &usize| !narrow.get(*it).copied().unwrap_or(true);
        let sum: f32 = (0..shares.len()).filter(free).filter_map(|it| shares.get(it)).sum();
        let taken = narrow.iter().filter(|it| **it).count() as f32 * least;
        let width = |it: usize, share: f32| {
            if free(&it) { (total - taken) * share / sum.max(f32::MIN_POSITIVE) } else { least }
        };
        let widths: Vec<f32> =
            shares.iter().enumerate().map(|(it, share)| width(it, *share)).collect();
        let too_narrow = widths.iter().position(|it| *it < least - 0.01);
        match too_narrow.and_then(|it| narrow.get_mut(it)) {
            Some(narrow) => *narrow = true,
            None => return widths,
        }
    }
}

/// The widths after the line behind column `at` is moved by `by`, as far as both its columns allow.
pub fn moved(widths: &[f32], at: usize, by: f32, least: f32) -> Vec<f32> {
    let mut widths = widths.to_vec();
    if let Some([left, right]) = widths.get_mut(at..at + 2) {
        let by = by.max((least - *left).min(0.0)).min((*right - least).max(0.0));
        *left += by;
        *right -= by;
    }
    widths
}

/// Where something dropped at `x` goes. `may_insert` tells whether there is room for one more column, or the article
/// is only moved; `may_replace` whether it can take another's place.
pub fn drop_at(
    x: f32,
    columns: &[(usize, f32, f32)],
    may_insert: bool,
    may_replace: bool,
) -> Option<Landing> {
    let (place, left, right) =
        columns.iter().find(|(_, left, right)| (*left..=*right).contains(&x))?;
    let part = (x - left) / (right - left).max(1.0);
    let edge = if may_replace { EDGE } else { 0.5 };
    Some(match part {
        _ if !may_insert => Landing::Onto(*place),
        part if part < edge => Landing::Before(*place),
        part if part >= 1.0 - edge => Landing::Before(*place + 1),
        _ => Landing::Onto(*place),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn as_many_columns_as_have_room_are_in_view_with_the_active_one() {
        assert_eq!(in_view(1200.0, 3, 0, 0), 0..3);
        assert_eq!(in_view(900.0, 4, 3, 0), 1..4);
        assert_eq!(in_view(600.0, 4, 0, 2), 0..2);
        assert_eq!(in_view(600.0, 4, 1, 1), 1..3);
        assert_eq!(in_view(600.0, 4, 2, 1), 1..3);
        assert_eq!(in_view(10.0, 4, 2, 0), 2..3);
        assert_eq!(in_view(600.0, 2, 1, 7), 0..2);
    }

    #[test]
    fn a_line_moves_as_far_as_both_columns_allow() {
        assert_eq!(moved(&[300.0, 400.0, 300.0], 0, 50.0, 260.0), [350.0, 350.0, 300.0]);
        assert_eq!(moved(&[300.0, 400.0, 300.0], 0, -90.0, 260.0), [260.0, 440.0, 300.0]);
        assert_eq!(moved(&[300.0, 400.0, 300.0], 1, 90.0, 260.0), [300.0, 440.0, 260.0]);
        assert_eq!(moved(&[300.0, 400.0], 1, 90.0, 260.0), [300.0, 400.0]);
    }

    #[test]
    fn what_is_dropped_at_the_edge_goes_beside() {
        let columns = [(1, 0.0, 100.0), (2, 100.0, 200.0)];
        let at = |x, insert, replace| drop_at(x, &columns, insert, replace);
        assert_eq!(at(10.0, true, true), Some(Landing::Before(1)));
        assert_eq!(at(50.0, true, true), Some(Landing::Onto(1)));
        assert_eq!(at(90.0, true, true), Some(Landing::Before(2)));
        assert_eq!(at(190.0, true, true), Some(Landing::Before(3)));
        assert_eq!(at(190.0, false, true), Some(Landing::Onto(2)));
        assert_eq!(at(149.0, true, false), Some(Landing::Before(2)));
        assert_eq!(at(151.0, true, false), Some(Landing::Before(3)));
        assert_eq!(at(250.0, true, true), None);
    }

    proptest! {
        #[test]
        fn columns_fill_the_width_and_none_is_too_narrow(
            total in 100..3000u16,
            shares in proptest::collection::vec(0.01..10.0f32, 1..5),
        ) {
            let total = f32::from(total);
            let widths = widths(total, &shares, LEAST);
            let sum: f32 = widths.iter().sum();
            prop_assert!((sum - total).abs() < 0.5, "{widths:?}");
            let least = LEAST.min(total / shares.len() as f32);
            prop_assert!(widths.iter().all(|it| *it > least - 0.1), "{widths:?}");
        }
    }
}
