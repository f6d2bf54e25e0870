//! Owns the columns of a matrix and which of them a stance stands in.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::model::{Column, ColumnsBy, MatrixRequest};
use super::select::{Aim, Pick};
use crate::base::time::wall_clock;
use crate::base::words::Position;
use crate::base::{ArticleId, Offset};
use crate::project::State;
use crate::views::evidence::target_name;
use crate::views::who::natural;
use crate::views::words::{self, capitalised};

/// The columns in their order, and for each stance the number of its column.
pub(super) fn columns(
    state: &State,
    request: &MatrixRequest,
    picks: &[Pick],
) -> (Vec<Column>, Vec<usize>) {
    match request.columns {
        ColumnsBy::Position => {
            let column = |it: &Position| Column {
                label: capitalised(it.label()),
                end: 0,
                position: Some(*it),
                article: None,
            };
            let places = picks.iter().map(|it| it.stance.position as usize).collect();
            (Position::ALL.iter().map(column).collect(), places)
        }
        ColumnsBy::Article => by_article(state, picks),
        ColumnsBy::Target => by_target(state, picks),
        ColumnsBy::Day => by_day(state, picks),
    }
}

/// By time of printing, those without one last. Articles of the same outlet and day are numbered.
fn by_article(state: &State, picks: &[Pick]) -> (Vec<Column>, Vec<usize>) {
    let article = |pick: &Pick| pick.annotation.main().map(|it| it.article);
    let order = |id: &Option<ArticleId>| {
        let record = id.and_then(|it| state.articles().get(&it));
        let published = record.and_then(|it| it.metadata.published.as_ref());
        let printed = published.map(|it| it.value.minutes(state.zone()).0);
        let place = id.and_then(|it| state.articles().get_index_of(&it));
        (printed.is_none(), printed, place)
    };
    let record = |id: &Option<ArticleId>| id.and_then(|it| state.articles().get(&it));
    let name = |id: &Option<ArticleId>| {
        record(id).map_or("article not known", words::article_name).to_owned()
    };
    let label = |id: &Option<ArticleId>| {
        let published = record(id).and_then(|it| it.metadata.published.as_ref());
        let day = published.map(|it| day_label(days(&it.value, state.zone())));
        day.map_or_else(|| name(id), |day| format!("{}, {day}", name(id)))
    };
    let (mut columns, places, keys) = sorted(picks, article, order, label);
    for (column, article) in columns.iter_mut().zip(keys) {
        column.article = article.filter(|it| state.articles().contains_key(it));
        column.end = column.label.len() - name(&article).len();
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for column in &columns {
        *times.entry(column.label.clone()).or_default() += 1;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for column in columns.iter_mut().filter(|it| times.get(&it.label).is_some_and(|it| 1 < *it)) {
        let number = seen.entry(column.label.clone()).or_default();
        *number += 1;
        let more = format!(" ({number})");
        column.label += &more;
        column.end += more.len();
    }
    (columns, places)
}

/// Those named most often first, stances without a target last.
fn by_target(state: &State, picks: &[Pick]) -> (Vec<Column>, Vec<usize>) {
    let mut counts: BTreeMap<&Aim, (usize, String)> = BTreeMap::new();
    for pick in picks {
        let name = || target_name(state, &pick.stance.target);
        counts.entry(&pick.target).or_insert_with(|| (0, name())).0 += 1;
    }
    let order = |aim: &&Aim| {
        let (count, name) = counts.get(aim).map_or((0, ""), |it| (it.0, it.1.as_str()));
        (**aim == Aim::Nothing, Reverse(count), natural(&name.to_lowercase()))
    };
    let label = |aim: &&Aim| match counts.get(aim) {
        Some((_, name)) if !name.is_empty() => name.clone(),
        _ => "no target stated".to_owned(),
    };
    let (columns, places, _) = sorted(picks, |it| &it.target, order, label);
    (columns, places)
}

/// Days in their order, and longer times as they are; stances without a time last.
fn by_day(state: &State, picks: &[Pick]) -> (Vec<Column>, Vec<usize>) {
    let days = |pick: &Pick| pick.moment.map(|it| days(it.when, state.zone()));
    let order = |days: &Option<(Date, Date)>| (days.is_none(), *days);
    let label = |days: &Option<(Date, Date)>| days.map_or("no time".to_owned(), day_label);
    let (columns, places, _) = sorted(picks, days, order, label);
    (columns, places)
}

/// First and last day of a time: of an instant the day in the project's zone, else the days the report means.
pub(super) fn days(when: &crate::base::When, zone: Offset) -> (Date, Date) {
    if when.is_stretch() {
        return (when.start.date(), words::last_day(when));
    }
    let day = wall_clock(when.minutes(zone).0, zone).date();
    (day, day)
}

fn day_label((from, to): (Date, Date)) -> String {
    words::days_short(from, to)
}

/// One column for each key that occurs, the number of each stance's column, and the columns' keys.
fn sorted<'p, K: Ord, O: Ord>(
    picks: &'p [Pick<'p>],
    key: impl Fn(&'p Pick<'p>) -> K,
    order: impl Fn(&K) -> O,
    label: impl Fn(&K) -> String,
) -> (Vec<Column>, Vec<usize>, Vec<K>) {
    let mut shares: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (index, pick) in picks.iter().enumerate() {
        shares.entry(key(pick)).or_default().push(index);
    }
    let mut shares: Vec<_> = shares.into_iter().collect();
    shares.sort_by_cached_key(|(key, _)| order(key));
    let mut places = vec![0; picks.len()];
    for (column, (_, indices)) in shares.iter().enumerate() {
        for index in indices {
            if let Some(place) = places.get_mut(*index) {
                *place = column;
            }
        }
    }
    let column = |key: &K| Column { label: label(key), end: 0, position: None, article: None };
    let keys: Vec<K> = shares.into_iter().map(|(key, _)| key).collect();
    (keys.iter().map(column).collect(), places, keys)
}
