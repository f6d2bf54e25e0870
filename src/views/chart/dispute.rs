//! Owns what a dispute is: two current totals of independent claimants that count the same people at the same time and
//! exclude each other. In doubt there is none.
//!
//! Independent claimants are two actors with no common one above them; of claimants known only in words nothing is
//! known. The same people are those of the same incident, side, role and demographic; a side that is not stated is the
//! same only where no claim of the incident names a side at all. For the same time see [`same_time`].

use std::collections::BTreeMap;

use super::select::{Pick, Selection};
use super::series::{People, Series};
use crate::base::ArticleId;
use crate::views::figure;
use crate::views::moment::Moment;
use crate::views::who::Who;

/// Two claims, by their index, that are in dispute.
pub(super) struct Found {
    pub(super) lower: usize,
    pub(super) upper: usize,
    /// While both are current; none in the gutter.
    pub(super) during: Option<(i64, i64)>,
}

/// A total while it is current.
#[derive(Clone, Copy)]
struct Reign {
    index: usize,
    from: i64,
    until: i64,
}

/// The disputes among the totals of `series`. `horizon` is the end of the time axis. Each total is set against the
/// farthest below and the farthest above it of those current when it comes up, which hold all others between them.
pub(super) fn disputes(
    selection: &Selection,
    picks: &[&Pick],
    series: &[Series],
    horizon: Option<i64>,
) -> Vec<Found> {
    let mut groups: BTreeMap<&People, Vec<&Series>> = BTreeMap::new();
    for one in series {
        let same_people =
            one.people.side != Who::Nobody || !selection.sided.contains(&one.people.incident);
        if same_people {
            groups.entry(&one.people).or_default().push(one);
        }
    }
    let mut found = vec![];
    for group in groups.values().filter(|it| it.len() > 1) {
        on_the_axis(picks, group, horizon.unwrap_or(i64::MAX), &mut found);
        in_the_gutter(picks, group, &mut found);
    }
    found.sort_by_key(|it| (it.during, it.lower, it.upper));
    found
}

fn on_the_axis(picks: &[&Pick], group: &[&Series], horizon: i64, found: &mut Vec<Found>) {
    let mut reigns = vec![];
    for series in group.iter().filter(|it| it.timed) {
        let mut until = horizon;
        for index in series.steps.iter().rev().copied() {
            let Some(moment) = picks.get(index).and_then(|it| it.moment) else { continue };
            reigns.push(Reign { index, from: moment.at, until });
            until = moment.at;
        }
    }
    reigns.retain(|it| it.from < it.until);
    reigns.sort_by_key(|it| (it.from, it.index));
    let mut current: Vec<Reign> = vec![];
    for reign in reigns {
        current.retain(|it| reign.from < it.until);
        let during = |other: usize| {
            let other = current.iter().find(|it| it.index == other)?;
            Some((reign.from.max(other.from), reign.until.min(other.until)))
        };
        let (below, above) = farthest(picks, reign.index, current.iter().map(|it| it.index));
        found.extend(below.map(|lower| Found { lower, upper: reign.index, during: during(lower) }));
        found.extend(above.map(|upper| Found { lower: reign.index, upper, during: during(upper) }));
        current.push(reign);
    }
}

fn in_the_gutter(picks: &[&Pick], group: &[&Series], found: &mut Vec<Found>) {
    let mut articles: BTreeMap<ArticleId, Vec<usize>> = BTreeMap::new();
    for last in group.iter().filter(|it| !it.timed).filter_map(|it| it.last()) {
        let main = picks.get(last).and_then(|it| it.annotation.main());
        if let Some(main) = main {
            articles.entry(main.article).or_default().push(last);
        }
    }
    for totals in articles.values() {
        for (place, index) in totals.iter().copied().enumerate() {
            let (below, above) = farthest(picks, index, totals.iter().take(place).copied());
            found.extend(below.map(|lower| Found { lower, upper: index, during: None }));
            found.extend(above.map(|upper| Found { lower: index, upper, during: None }));
        }
    }
}

/// Of `others`, the lowest and the highest that are in dispute with a claim, the one below and the other above it.
fn farthest(
    picks: &[&Pick],
    index: usize,
    others: impl Iterator<Item = usize>,
) -> (Option<usize>, Option<usize>) {
    let Some(pick) = picks.get(index) else { return (None, None) };
    let (mut below, mut above) = (None::<(u64, usize)>, None::<(u64, usize)>);
    for other in others {
        let Some(against) = picks.get(other) else { continue };
        let value = against.claim.low;
        if excludes(against, pick) && below.is_none_or(|(lowest, _)| value < lowest) {
            below = Some((value, other));
        }
        if excludes(pick, against) && above.is_none_or(|(highest, _)| highest < value) {
            above = Some((value, other));
        }
    }
    (below.map(|it| it.1), above.map(|it| it.1))
}

/// Whether the two are in dispute, the first with the lower figure.
fn excludes(lower: &Pick, upper: &Pick) -> bool {
    let independent = lower.camp.zip(upper.camp).is_some_and(|(a, b)| a != b);
    let lies_below = figure::interval(lower.claim)
        .zip(figure::interval(upper.claim))
        .is_some_and(|(lower, upper)| lower.1 < upper.0);
    lies_below && independent && !lower.superseded && !upper.superseded && same_time(lower, upper)
}

/// Whether two totals speak of the same time. They do if their times overlap, where times longer than a day must be
/// the same; if neither says its time but both stand in the same article; or if the lower one is as of a stated time
/// after the higher one, since running totals do not fall.
fn same_time(lower: &Pick, upper: &Pick) -> bool {
    let same_article = lower.annotation.main().map(|it| it.article)
        == upper.annotation.main().map(|it| it.article);
    match (&lower.moment, &upper.moment) {
        (None, None) => same_article,
        (Some(lower), Some(upper)) => {
            let fallen = lower.is_stated() && !upper.guessed && upper.end <= lower.start;
            let unsaid = !lower.is_stated() && !upper.is_stated();
            coincide(lower, upper) || unsaid && same_article || fallen
        }
        _ => false,
    }
}

fn coincide(a: &Moment, b: &Moment) -> bool {
    const DAY: i64 = 24 * 60;
    let both_short = a.end - a.start <= DAY && b.end - b.start <= DAY;
    if both_short { a.overlaps(b) } else { (a.start, a.end) == (b.start, b.end) }
}
