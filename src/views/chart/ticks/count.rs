//! Owns the axis of people: 1-2-5 ticks on a logarithmic axis, even steps from zero on a linear one, and on both the
//! smallest and the largest figure shown, so that they can be read off. Where there are only a few figures, these are the
//! ticks: round numbers that nobody says would be lines through an empty panel.

use std::collections::BTreeSet;

use crate::views::chart::model::{Bound, CountAxis, CountScale, CountTick, Mark};
use crate::views::words::count;

/// More ticks than these cannot be read beside a panel.
const MOST: usize = 8;

/// Up to so many figures are ticks themselves.
const FEW: usize = 3;

/// The axis for some marks.
pub(in crate::views::chart) fn count_axis(marks: &[Mark], scale: CountScale) -> CountAxis {
    let upper = |mark: &Mark| match mark.bound {
        Bound::Range(high) => high,
        Bound::Point | Bound::Up | Bound::Down => mark.value,
    };
    axis(&marks.iter().flat_map(|it| [it.value, upper(it)]).collect(), scale)
}

fn axis(figures: &BTreeSet<u64>, scale: CountScale) -> CountAxis {
    let has_zero = figures.contains(&0);
    let people: BTreeSet<u64> = figures.iter().copied().filter(|it| 0 < *it).collect();
    let (lowest, highest) = (people.first().copied(), people.last().copied());
    let is_few = (1..=FEW).contains(&people.len());
    let axis = match (scale, lowest, highest) {
        (CountScale::Linear, _, Some(highest)) if is_few => {
            let ticks = std::iter::once(0).chain(people).map(tick).collect();
            CountAxis { ticks, ..linear(highest) }
        }
        (CountScale::Log, Some(lowest), Some(highest)) if is_few => {
            few(lowest, highest, people, has_zero)
        }
        (CountScale::Linear, ..) => linear(highest.unwrap_or(0)),
        (CountScale::Log, ..) => logarithmic(lowest, highest.unwrap_or(0), has_zero),
    };
    with_ends(axis, [lowest, highest])
}

/// An axis with the figures themselves as ticks, and powers of ten between them, by which a logarithmic scale is known.
fn few(lowest: u64, highest: u64, mut ticks: BTreeSet<u64>, zero_row: bool) -> CountAxis {
    let within = |it: &u64| is_power_of_ten(*it) && lowest < *it && *it < highest;
    let tens: Vec<u64> = nice_numbers().filter(within).collect();
    if tens.len() + ticks.len() <= MOST {
        ticks.extend(tens);
    }
    let (low, high) = reach(lowest, highest);
    CountAxis { low, high, ticks: ticks.into_iter().map(tick).collect(), zero_row }
}

/// From a quarter below the lowest figure to a quarter above the highest.
fn reach(lowest: u64, highest: u64) -> (f64, f64) {
    ((lowest as f64 / 1.25).max(0.7), highest.max(lowest) as f64 * 1.25)
}

/// The axis with the smallest and the largest figure among its ticks.
fn with_ends(mut axis: CountAxis, ends: [Option<u64>; 2]) -> CountAxis {
    for value in ends.into_iter().flatten() {
        match axis.ticks.binary_search_by_key(&value, |it| it.value) {
            Ok(place) => axis.ticks.iter_mut().skip(place).take(1).for_each(|it| it.end = true),
            Err(place) => axis.ticks.insert(place, CountTick { end: true, ..tick(value) }),
        }
    }
    axis
}

fn linear(highest: u64) -> CountAxis {
    let high = (highest as f64 * 1.1).max(1.0);
    let enough = |step: &u64| high / (*step as f64) < MOST as f64;
    let step = nice_numbers().find(enough).unwrap_or(u64::MAX);
    let ticks = (0..MOST as u64)
        .map_while(|times| step.checked_mul(times))
        .filter(|value| *value as f64 <= high)
        .map(tick)
        .collect();
    CountAxis { low: 0.0, high, ticks, zero_row: false }
}

/// The axis around the figures, and further until it has two ticks.
fn logarithmic(lowest: Option<u64>, highest: u64, zero_row: bool) -> CountAxis {
    let lowest = lowest.unwrap_or(1);
    let (mut low, mut high) = reach(lowest, highest);
    let within = |low: f64, high: f64| {
        let held = move |value: &u64| low <= *value as f64 && *value as f64 <= high;
        nice_numbers().filter(held).collect::<Vec<_>>()
    };
    if within(low, high).len() < 2 {
        low = (low / 2.5).max(0.7);
    }
    if within(low, high).len() < 2 {
        high *= 2.2;
    }
    let mut values = within(low, high);
    if values.len() > MOST {
        values.retain(|value| is_power_of_ten(*value));
    }
    let every = values.len().div_ceil(MOST);
    CountAxis {
        low,
        high,
        ticks: values.into_iter().step_by(every.max(1)).map(tick).collect(),
        zero_row,
    }
}

/// 1, 2, 5, 10, 20, 50 … as far as numbers go.
fn nice_numbers() -> impl Iterator<Item = u64> {
    let decades = (0..=u64::MAX.ilog10()).map(|power| 10_u64.pow(power));
    decades.flat_map(|decade| [1, 2, 5].into_iter().filter_map(move |it| decade.checked_mul(it)))
}

fn is_power_of_ten(value: u64) -> bool {
    value.checked_ilog10().is_some_and(|power| 10_u64.pow(power) == value)
}

fn tick(value: u64) -> CountTick {
    CountTick { value, label: count(value), end: false }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    fn check(axis: CountAxis, expect: Expect) {
        let labels: Vec<_> = axis.ticks.iter().map(|it| it.label.as_str()).collect();
        expect.assert_eq(&format!("{:.1}..{:.1}: {}", axis.low, axis.high, labels.join(" ")));
    }

    #[test]
    fn a_logarithmic_axis_has_ticks_at_one_two_and_five() {
        check(logarithmic(Some(25), 200, false), expect!["20.0..250.0: 20 50 100 200"]);
        check(logarithmic(Some(1), 2, false), expect!["0.8..2.5: 1 2"]);
    }

    #[test]
    fn a_single_figure_has_air_and_two_ticks() {
        check(logarithmic(Some(25), 25, false), expect!["8.0..31.2: 10 20"]);
        check(logarithmic(Some(3154), 3154, false), expect!["1009.3..8673.5: 2,000 5,000"]);
    }

    #[test]
    fn figures_from_nothing_to_the_largest_number_fit() {
        check(logarithmic(None, 0, true), expect!["0.7..2.8: 1 2"]);
        check(
            logarithmic(Some(1), u64::MAX, false),
            expect![
                "0.8..23058430092136939520.0: 1 1,000 1,000,000 1,000,000,000 1,000,000,000,000 1,000,000,000,000,000 1,000,000,000,000,000,000"
            ],
        );
        check(linear(0), expect!["0.0..1.0: 0 1"]);
    }

    #[test]
    fn the_smallest_and_the_largest_figure_can_be_read_off() {
        let ends = |axis: CountAxis| {
            let label = |it: &CountTick| format!("{}{}", it.label, if it.end { "*" } else { "" });
            axis.ticks.iter().map(label).collect::<Vec<_>>().join(" ")
        };
        let log =
            |low, high| with_ends(logarithmic(Some(low), high, false), [Some(low), Some(high)]);
        assert_eq!(ends(log(25, 200)), "20 25* 50 100 200*");
        assert_eq!(ends(log(3154, 3154)), "2,000 3,154* 5,000");
        assert_eq!(
            ends(with_ends(linear(32), [Some(7), Some(32)])),
            "0 5 7* 10 15 20 25 30 32* 35"
        );
    }

    #[test]
    fn a_few_figures_are_the_ticks() {
        let told = |figures: &[u64], scale| {
            let axis = axis(&figures.iter().copied().collect(), scale);
            let labels = axis.ticks.iter().map(|it| it.label.as_str()).collect::<Vec<_>>();
            format!("{:.1}..{:.1}: {}", axis.low, axis.high, labels.join(" "))
        };
        use CountScale::{Linear, Log};
        expect!["2.4..3.8: 3"].assert_eq(&told(&[3], Log));
        expect!["1.6..7.5: 2 4 6"].assert_eq(&told(&[2, 4, 6], Log));
        expect!["20.0..5000.0: 25 32 100 1,000 4,000"].assert_eq(&told(&[25, 32, 4000], Log));
        expect!["0.7..2.8: 1 2"].assert_eq(&told(&[0], Log));
        expect!["1.6..2.5: 2"].assert_eq(&told(&[0, 2], Log));
        expect!["0.0..3.3: 0 3"].assert_eq(&told(&[3], Linear));
        expect!["0.0..1.0: 0 1"].assert_eq(&told(&[0], Linear));
        expect!["20.0..250.0: 20 25 50 100 200"].assert_eq(&told(&[25, 32, 60, 200], Log));
    }

    #[test]
    fn a_linear_axis_has_even_steps_from_zero() {
        check(linear(25), expect!["0.0..27.5: 0 5 10 15 20 25"]);
        check(linear(10_000), expect!["0.0..11000.0: 0 2,000 4,000 6,000 8,000 10,000"]);
    }

    proptest! {
        #[test]
        fn any_figures_have_few_ticks_in_order(a in any::<u64>(), b in any::<u64>(), shift in 0_u32..64) {
            let (a, b) = (a >> shift, b >> shift);
            let (lowest, highest) = (a.min(b), a.max(b));
            let log = logarithmic(Some(lowest).filter(|it| 0 < *it), highest, lowest == 0);
            for axis in [log, linear(highest)] {
                prop_assert!(!axis.ticks.is_empty() && axis.ticks.len() <= MOST, "{:?}", axis);
                prop_assert!(axis.ticks.is_sorted_by(|a, b| a.value < b.value));
                prop_assert!(axis.low < axis.high && highest as f64 <= axis.high);
            }
        }
    }
}
