//! Owns the time of an annotation: what it says itself, else when its article was printed, else none. Also the days and
//! the outlet that a view is narrowed down to.

use jiff::civil::Date;

use crate::base::time::minutes_of;
use crate::base::words::{Provenance, TimeSource};
use crate::base::{Offset, When};
use crate::project::{Annotation, ArticleRecord, Body, State};

use super::who::folded;
use super::words;

/// The time of an annotation. Minutes since 1970-01-01T00:00Z.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment<'a> {
    pub(super) when: &'a When,
    pub(super) start: i64,
    /// Exclusive, after `start`.
    pub(super) end: i64,
    /// Where it stands if it must stand at a point: an instant at its start; a day or longer at the latest minute that
    /// is still possible, which is its last one, but none after the stated time of printing.
    pub(super) at: i64,
    /// It is the time of printing.
    pub(super) printed: bool,
    pub(super) guessed: bool,
}

/// The article an annotation rests on.
pub(super) fn article<'a>(state: &'a State, annotation: &Annotation) -> Option<&'a ArticleRecord> {
    state.articles().get(&annotation.main()?.article)
}

/// The place of an annotation in the order of text: its article's place, then its own.
pub(super) fn text_order(state: &State, annotation: &Annotation) -> (usize, usize) {
    let Some(main) = annotation.main() else { return (usize::MAX, 0) };
    let article = state.articles().get_index_of(&main.article).unwrap_or(usize::MAX);
    (article, main.start.0)
}

/// The time of an annotation, or none if neither it nor its article has one.
pub(super) fn moment<'a>(state: &'a State, annotation: &'a Annotation) -> Option<Moment<'a>> {
    let published = article(state, annotation).and_then(|it| it.metadata.published.as_ref());
    let own = match &annotation.body {
        Body::Claim(claim) => claim.as_of.as_ref(),
        Body::Stance(stance) => stance.when.as_ref(),
        Body::Note(_) => None,
    };
    let (when, printed, guessed) = match (own, published) {
        (Some(when), _) => (when, when.source == TimeSource::Publication, false),
        (None, Some(published)) => (&published.value, true, published.from == Provenance::Guessed),
        (None, None) => return None,
    };
    let bounds = |when: &When| {
        let (start, end) = when.minutes(state.zone());
        (start, end.max(start + 1))
    };
    let (start, end) = bounds(when);
    let printing = published.filter(|it| it.from != Provenance::Guessed).map(|it| {
        let (start, end) = bounds(&it.value);
        if it.value.is_stretch() { end - 1 } else { start }
    });
    let at = if when.is_stretch() {
        printing.map_or(end - 1, |printing| printing.min(end - 1)).max(start)
    } else {
        start
    };
    let guessed = guessed || when.source == TimeSource::Guessed;
    Some(Moment { when, start, end, at, printed, guessed })
}

impl Moment<'_> {
    /// The time of the count itself, neither of printing nor guessed.
    pub(super) fn is_stated(&self) -> bool {
        !self.printed && !self.guessed
    }

    pub(super) fn overlaps(&self, other: &Moment) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From first to last possible minute, if it is a day or longer.
    pub(super) fn stretch(&self) -> Option<(i64, i64)> {
        self.when.is_stretch().then_some((self.start, self.end))
    }
}

/// The days a view is narrowed down to: the first minute, and the minute after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days(i64, i64);

impl Days {
    /// From one day to another, both included, in the project's zone; none for no bound.
    pub(super) fn new(from: Option<Date>, to: Option<Date>, zone: Offset) -> Self {
        let midnight = |it: Date| minutes_of(it.at(0, 0, 0, 0)) - i64::from(zone.0);
        Self(from.map_or(i64::MIN, midnight), to.map_or(i64::MAX, |it| midnight(it) + 24 * 60))
    }

    /// Whether some of the time lies within. What has no time does.
    pub(super) fn hold(self, moment: Option<&Moment>) -> bool {
        moment.is_none_or(|it| it.start < self.1 && self.0 < it.end)
    }
}

/// The outlet of an article as it is compared, if one is known.
pub(super) fn outlet_of(article: Option<&ArticleRecord>) -> Option<String> {
    let outlet = article?.metadata.outlet.as_ref()?;
    Some(folded(&outlet.value)).filter(|it| !it.is_empty())
}

const PRINTED: &str = "printed ";
const GUESSED: &str = " (guessed)";

/// What `told` tells, for narrow places: "printed 19 Sep 21:12" where all is of one year, "guessed 19 Sep".
pub(super) fn brief(told: &str, year: Option<i16>) -> String {
    let (printed, time) = match told.strip_prefix(PRINTED) {
        Some(time) => (PRINTED, time),
        None => ("", told),
    };
    let (how, time) = match time.strip_suffix(GUESSED) {
        Some(time) => ("guessed ", time),
        None => (printed, time),
    };
    format!("{how}{}", year.map_or_else(|| time.to_owned(), |it| words::without_year(time, it)))
}

/// "19 Sep 2023, 20:00", "printed 19 Sep 2023, 21:12", "19 Sep 2023 (guessed)" or "no time".
pub(super) fn told(state: &State, moment: Option<&Moment>) -> String {
    let Some(moment) = moment else { return "no time".to_owned() };
    let printed = if moment.printed { PRINTED } else { "" };
    let guessed = if moment.guessed { GUESSED } else { "" };
    format!("{printed}{}{guessed}", words::time(moment.when, state.zone()))
}
