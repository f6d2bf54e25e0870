//! Owns the order of the rows: numbers and times by their size, words of the vocabulary as it has them, names without
//! letter case; what is empty comes last either way.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::{Field, cell};
use crate::project::{Annotation, Body, Claim, Stance, State};
use crate::views::{moment, who};

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Direction {
    #[default]
    Up,
    Down,
}

impl Direction {
    /// The other way.
    pub const fn turned(self) -> Self {
        match self {
            Direction::Up => Direction::Down,
            Direction::Down => Direction::Up,
        }
    }
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(i64),
    Words(String),
    /// Nothing is known.
    Empty,
}

/// A row with what it is sorted by.
struct Keyed<'a> {
    keys: Vec<Key>,
    in_text: (usize, usize),
    /// When it was made, among all.
    made: usize,
    annotation: &'a Annotation,
}

/// Sorts annotations by all keys, then by their order in the text, then by when they were made.
pub(super) fn sort(state: &State, keys: &[(Field, Direction)], all: &mut Vec<&Annotation>) {
    let mut rows: Vec<Keyed> = all
        .par_iter()
        .enumerate()
        .map(|(made, it)| Keyed {
            keys: keys.iter().map(|(field, _)| key(state, it, *field)).collect(),
            in_text: moment::text_order(state, it),
            made,
            annotation: it,
        })
        .collect();
    rows.par_sort_unstable_by(|one, other| {
        let by_keys = one.keys.iter().zip(&other.keys).zip(keys);
        let mut by_keys = by_keys.map(|((one, other), (_, way))| compare(one, other, *way));
        let in_text = || one.in_text.cmp(&other.in_text).then(one.made.cmp(&other.made));
        by_keys.find(|it| it.is_ne()).unwrap_or_else(in_text)
    });
    *all = rows.into_iter().map(|it| it.annotation).collect();
}

pub(super) fn compare(one: &Key, other: &Key, way: Direction) -> Ordering {
    match (one, other, way) {
        (Key::Empty, _, _) | (_, Key::Empty, _) | (_, _, Direction::Up) => one.cmp(other),
        (_, _, Direction::Down) => other.cmp(one),
    }
}

pub(super) fn key(state: &State, annotation: &Annotation, field: Field) -> Key {
    let number = match (field, &annotation.body) {
        (Field::Kind, body) => Some(match body {
            Body::Claim(_) => 0,
            Body::Stance(_) => 1,
            Body::Note(_) => 2,
        }),
        (Field::Time, Body::Note(_)) => None,
        (Field::Time, _) => moment::moment(state, annotation).map(|it| it.at),
        (Field::Published, _) => {
            let metadata = moment::article(state, annotation).map(|it| &it.metadata);
            let published = metadata.and_then(|it| it.published.as_ref());
            published.map(|it| it.value.minutes(state.zone()).0)
        }
        (Field::Made, _) => Some(annotation.made.at.as_second()),
        (Field::Changed, _) => annotation.changed.as_ref().map(|it| it.at.as_second()),
        (_, Body::Claim(it)) if is_number(field) => of_claim(it, field),
        (_, Body::Stance(it)) if is_number(field) => of_stance(it, field),
        _ if is_number(field) => None,
        _ => return words(&cell(state, annotation, field)),
    };
    number.map_or(Key::Empty, Key::Number)
}

fn words(text: &str) -> Key {
    let folded = who::folded(text);
    if folded.is_empty() { Key::Empty } else { Key::Words(who::natural(&folded)) }
}

/// Whether the column holds numbers or words of the vocabulary.
fn is_number(field: Field) -> bool {
    matches!(
        field,
        Field::Position
            | Field::Outcome
            | Field::Low
            | Field::High
            | Field::Qualifier
            | Field::Role
            | Field::Demographic
            | Field::Measure
            | Field::Past
            | Field::Status
            | Field::Reliability
            | Field::Credibility
    )
}

fn of_claim(claim: &Claim, field: Field) -> Option<i64> {
    let size = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
    Some(match field {
        Field::Outcome => claim.outcome as i64,
        Field::Low => size(claim.low),
        // An open end is beyond every number.
        Field::High => claim.high.map_or(i64::MAX, size),
        Field::Qualifier => claim.qualifier as i64,
        Field::Role => claim.role as i64,
        Field::Demographic => claim.demographic as i64,
        Field::Measure => claim.measure as i64,
        Field::Status => claim.status as i64,
        Field::Reliability => claim.reliability as i64,
        Field::Credibility => claim.credibility as i64,
        _ => return None,
    })
}

fn of_stance(stance: &Stance, field: Field) -> Option<i64> {
    match field {
        Field::Position => Some(stance.position as i64),
        Field::Past => Some(i64::from(stance.past)),
        _ => None,
    }
}
