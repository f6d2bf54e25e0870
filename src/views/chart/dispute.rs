//! Owns what a dispute is: two current totals of independent claimants that count the same people at the same time and
//! exclude each other. In doubt there is none.
//!
//! Independent claimants are two actors with no common one above them; of claimants known only in words nothing is
//! known. The same people are those of the same incident, side, role and demographic; a side that is not stated is the
//! same only where no claim of the incident names a side at all. For the same time see [`same_time`].

use std::collections::{BTreeMap, BTreeSet};

use super::select::{Pick, Selection};
use super::series::{People, Series};
use crate::base::{ActorId, ArticleId};
use crate::views::figure;
use crate::views::moment::Moment;
use crate::views::who::Who;

/// A total is set against no more than so many others on either side, so that any number of claims stays quick.
const LOOKED_AT: usize = 100;

/// Two claims, by their index, that are in dispute.
pub(super) struct Found {
    pub(super) lower: usize,
    pub(super) upper: usize,
    /// The steps that the two are, or say again, by their index.
    pub(super) steps: (usize, usize),
    /// While both are current; none in the gutter.
    pub(super) during: Option<(i64, i64)>,
}

/// A total that can be in dispute, while it is current.
struct Contender<'a> {
    index: usize,
    /// The step that it is, or says again.
    step: usize,
    /// The numbers it can mean, both included.
    low: u64,
    high: u64,
    camp: ActorId,
    article: Option<ArticleId>,
    moment: Option<Moment<'a>>,
    from: i64,
    until: i64,
}

impl<'a> Contender<'a> {
    /// None for a figure that is vague or superseded, or whose claimant is not known to be independent.
    fn of(index: usize, step: usize, pick: &Pick<'a>, until: i64) -> Option<Self> {
        let (low, high) = figure::interval(pick.claim).filter(|_| !pick.superseded)?;
        Some(Self {
            index,
            step,
            low,
            high,
            camp: pick.camp?,
            article: pick.annotation.main().map(|it| it.article),
            moment: pick.moment,
            from: pick.moment.map_or(i64::MIN, |it| it.at),
            until,
        })
    }
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
        found.extend(among(&on_the_axis(picks, group, horizon.unwrap_or(i64::MAX))));
        let mut articles: BTreeMap<Option<ArticleId>, Vec<Contender>> = BTreeMap::new();
        for contender in in_the_gutter(picks, group) {
            articles.entry(contender.article).or_default().push(contender);
        }
        found.extend(articles.values().flat_map(|it| among(it)));
    }
    found.sort_by_key(|it| (it.during, it.lower, it.upper));
    let mut known = BTreeSet::new();
    found.retain(|it| known.insert(it.steps));
    found
}

/// The steps of all lines, each from its time until the next step of its line, in order; and what says a step again,
/// since that may speak of a time of which the step does not.
fn on_the_axis<'a>(picks: &[&Pick<'a>], group: &[&Series], horizon: i64) -> Vec<Contender<'a>> {
    let mut contenders = vec![];
    for series in group.iter().filter(|it| it.timed) {
        let mut until = horizon;
        let mut repeats = series.repeats.iter().rev().peekable();
        for step in series.steps.iter().rev().copied() {
            let Some(pick) = picks.get(step) else { continue };
            while let Some((index, _)) = repeats.next_if(|it| it.1 == step) {
                let repeat = picks.get(*index);
                contenders.extend(repeat.and_then(|it| Contender::of(*index, step, it, until)));
            }
            contenders.extend(Contender::of(step, step, pick, until));
            until = pick.moment.map_or(until, |it| it.at);
        }
    }
    contenders.retain(|it| it.from < it.until);
    contenders.sort_by_key(|it| (it.from, it.index));
    contenders
}

/// The current totals of claimants who have none with a time, in the order of text.
fn in_the_gutter<'a>(picks: &[&Pick<'a>], group: &[&Series]) -> Vec<Contender<'a>> {
    let totals = group.iter().filter(|it| !it.timed).filter_map(|it| it.last());
    let mut contenders: Vec<_> =
        totals.filter_map(|it| Contender::of(it, it, picks.get(it)?, i64::MAX)).collect();
    contenders.sort_by_key(|it| it.index);
    contenders
}

/// The disputes among contenders, which come up in their order.
fn among(contenders: &[Contender]) -> Vec<Found> {
    let mut found = vec![];
    let mut by_figure: BTreeSet<(u64, usize)> = BTreeSet::new();
    let mut by_end: BTreeSet<(i64, usize)> = BTreeSet::new();
    for (place, new) in contenders.iter().enumerate() {
        while let Some((until, past)) = by_end.first().copied().filter(|it| it.0 <= new.from) {
            by_end.remove(&(until, past));
            if let Some(it) = contenders.get(past) {
                by_figure.remove(&(it.low, past));
            }
        }
        let current = |(_, place): &(u64, usize)| contenders.get(*place);
        let below = by_figure.iter().take_while(|it| it.0 < new.low).filter_map(current);
        let above = by_figure.iter().rev().take_while(|it| new.high < it.0).filter_map(current);
        let (mut below, mut above) = (below.take(LOOKED_AT), above.take(LOOKED_AT));
        let during = |other: &Contender| {
            new.moment.map(|_| (new.from.max(other.from), new.until.min(other.until)))
        };
        if let Some(it) = below.find(|it| exclude(it, new)) {
            found.push(pair(it, new, during(it)));
        }
        if let Some(it) = above.find(|it| exclude(new, it)) {
            found.push(pair(new, it, during(it)));
        }
        by_figure.insert((new.low, place));
        by_end.insert((new.until, place));
    }
    found
}

fn pair(lower: &Contender, upper: &Contender, during: Option<(i64, i64)>) -> Found {
    Found { lower: lower.index, upper: upper.index, steps: (lower.step, upper.step), during }
}

/// Whether the two are in dispute, the first with the lower figure.
fn exclude(lower: &Contender, upper: &Contender) -> bool {
    lower.high < upper.low && lower.camp != upper.camp && same_time(lower, upper)
}

/// Whether two totals speak of the same time. They do if their times overlap, where times longer than a day must be
/// the same; if neither says its time but both stand in the same article; or if the lower one is as of a stated time
/// after the higher one, since running totals do not fall.
fn same_time(lower: &Contender, upper: &Contender) -> bool {
    let same_article = lower.article == upper.article;
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
