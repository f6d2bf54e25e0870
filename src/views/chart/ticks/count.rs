//! Owns the axis of people: 1-2-5 ticks on a logarithmic axis, even steps from zero on a linear one.

use crate::views::chart::model::{Bound, CountAxis, CountScale, CountTick, Mark};
use crate::views::words::count;

/// More ticks than these cannot be read beside a panel.
const MOST: usize = 8;

/// The axis for some marks.
pub(in crate::views::chart) fn count_axis(marks: &[Mark], scale: CountScale) -> CountAxis {
    let upper = |mark: &Mark| match mark.bound {
        Bound::Range(high) => high,
        Bound::Point | Bound::Up | Bound::Down => mark.value,
    };
    let figures = || marks.iter().flat_map(|it| [it.value, upper(it)]);
    let highest = figures().max().unwrap_or(0);
    match scale {
        CountScale::Linear => linear(highest),
        CountScale::Log => {
            let zero_row = figures().any(|it| it == 0);
            logarithmic(figures().filter(|it| 0 < *it).min(), highest, zero_row)
        }
    }
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

/// The axis from half below the lowest figure to half above the highest, and further until it has two ticks.
fn logarithmic(lowest: Option<u64>, highest: u64, zero_row: bool) -> CountAxis {
    let lowest = lowest.unwrap_or(1);
    let mut low = (lowest as f64 / 1.5).max(0.7);
    let mut high = highest.max(lowest) as f64 * 1.5;
    let within = |low: f64, high: f64| {
        let held = move |value: &u64| low <= *value as f64 && *value as f64 <= high;
        nice_numbers().filter(held).collect::<Vec<_>>()
    };
    if within(low, high).len() < 2 {
        low = (low / 2.5).max(0.7);
    }
    if within(low, high).len() < 2 {
        high *= 2.5;
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
    CountTick { value, label: count(value) }
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
        check(logarithmic(Some(25), 200, false), expect!["16.7..300.0: 20 50 100 200"]);
        check(logarithmic(Some(1), 2, false), expect!["0.7..3.0: 1 2"]);
    }

    #[test]
    fn a_single_figure_has_air_and_two_ticks() {
        check(logarithmic(Some(25), 25, false), expect!["6.7..37.5: 10 20"]);
        check(logarithmic(Some(3154), 3154, false), expect!["841.1..4731.0: 1,000 2,000"]);
    }

    #[test]
    fn figures_from_nothing_to_the_largest_number_fit() {
        check(logarithmic(None, 0, true), expect!["0.7..3.8: 1 2"]);
        check(
            logarithmic(Some(1), u64::MAX, false),
            expect![
                "0.7..27670116110564327424.0: 1 1,000 1,000,000 1,000,000,000 1,000,000,000,000 1,000,000,000,000,000 1,000,000,000,000,000,000"
            ],
        );
        check(linear(0), expect!["0.0..1.0: 0 1"]);
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
