//! Owns how the figure of a claim is read: where its mark stands, what it excludes, and its words.

use super::chart::Bound;
use super::words::{count, group, group_of_one};
use crate::base::words::{Measure, Qualifier};
use crate::project::Claim;

/// Where the mark of a figure stands, and how it shows its bounds.
pub(super) fn bound(claim: &Claim) -> (u64, Bound) {
    let low = claim.low;
    match (claim.qualifier, claim.high) {
        (Qualifier::AtLeast, _) | (_, None) => (low, Bound::Up),
        (Qualifier::AtMost, Some(high)) => (high.max(low), Bound::Down),
        (_, Some(high)) if high == low => (low, Bound::Point),
        (_, Some(high)) => (low.min(high), Bound::Range(low.max(high))),
    }
}

/// Whether a figure needs the mark of "about" and vague ones.
pub(super) fn is_inexact(claim: &Claim) -> bool {
    matches!(claim.qualifier, Qualifier::About | Qualifier::Vague)
}

/// The numbers a figure can mean, both included, an open end as the largest number. None for a vague figure, which
/// excludes nothing; "about" reaches a tenth further either way.
pub(super) fn interval(claim: &Claim) -> Option<(u64, u64)> {
    let (low, high) = match bound(claim) {
        (low, Bound::Point) => (low, low),
        (low, Bound::Up) => (low, u64::MAX),
        (high, Bound::Down) => (claim.low.min(high), high),
        (low, Bound::Range(high)) => (low, high),
    };
    match claim.qualifier {
        Qualifier::Vague => None,
        Qualifier::About => Some((low - low.div_ceil(10), high.saturating_add(high.div_ceil(10)))),
        _ => Some((low, high)),
    }
}

/// A figure before a noun: "at least 25", "10 to 20", "about 60". A vague one keeps its printed words in quotation
/// marks with the number assumed for it.
pub fn figure(claim: &Claim) -> String {
    if claim.qualifier == Qualifier::Vague && !claim.figure.trim().is_empty() {
        return format!("“{}” ({})", claim.figure.trim(), assumed(claim));
    }
    let plain = match bound(claim) {
        (value, Bound::Point) => count(value),
        (value, Bound::Up) if claim.qualifier == Qualifier::Vague => {
            format!("{} or more", count(value))
        }
        (value, Bound::Up) => format!("at least {}", count(value)),
        (value, Bound::Down) => format!("at most {}", count(value)),
        (value, Bound::Range(high)) => format!("{} to {}", count(value), count(high)),
    };
    match claim.qualifier {
        Qualifier::About => format!("about {plain}"),
        Qualifier::Vague => format!("an assumed {plain}"),
        _ => plain,
    }
}

/// A figure after a name: "200 or more", "10–20", "about 60".
pub fn figure_short(claim: &Claim) -> String {
    let plain = match bound(claim) {
        (value, Bound::Point) => count(value),
        (value, Bound::Up) => format!("{} or more", count(value)),
        (value, Bound::Down) => format!("{} or fewer", count(value)),
        (value, Bound::Range(high)) => format!("{}–{}", count(value), count(high)),
    };
    match claim.qualifier {
        Qualifier::About => format!("about {plain}"),
        Qualifier::Vague => format!("{plain} (assumed)"),
        _ => plain,
    }
}

/// A figure with the group it counts: "at least 2 civilians", "1 child", "200".
pub(super) fn figure_of_group(claim: &Claim) -> String {
    let group = match bound(claim) {
        (1, Bound::Point) => group_of_one(claim.role, claim.demographic),
        _ => group(claim.role, claim.demographic),
    };
    [figure(claim)].into_iter().chain(group).collect::<Vec<_>>().join(" ")
}

/// What a claim says, in a line: "at least 25 civilians killed, part of another figure".
pub(super) fn says(claim: &Claim) -> String {
    let measure = match claim.measure {
        Measure::Total => "",
        Measure::Part => ", part of another figure",
        Measure::Additional => ", in addition",
        Measure::Subcount => ", of one place only",
        Measure::Earlier => ", an earlier figure",
    };
    format!("{} {}{measure}", figure_of_group(claim), claim.outcome.label())
}

fn assumed(claim: &Claim) -> String {
    let (low, high) = (claim.low, claim.high.unwrap_or(claim.low));
    match claim.high {
        None => format!("taken as {} or more", count(low)),
        Some(_) if low == high => format!("taken as {}", count(low)),
        Some(_) => format!("taken as {} to {}", count(low), count(high)),
    }
}
