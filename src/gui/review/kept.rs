//! Owns what the view keeps between frames: the queue as it was made last, where one is in it, and what has been decided
//! since it was made.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use super::queue::List;
use super::shown::Shown;
use super::told::Told;
use crate::base::ArticleId;
use crate::gui::case::Case;
use crate::gui::made::Made;
use crate::project::Stamp;
use crate::views::count;
use crate::views::review::{Key, Left, Review, ReviewRequest, Waiting};

/// From this score on all are accepted at once, at first, in hundredths.
const SURE: u8 = 90;

/// What the view keeps.
#[derive(Debug)]
pub struct ReviewView {
    pub made: Made<ReviewRequest, Review>,
    /// From this score on all are accepted at once, in hundredths.
    pub accepts_from: u8,
    /// What one is at, and its place among what is shown.
    at: Option<Key>,
    place: usize,
    /// What one is at has been shown, so that it stays while others come in before it.
    seen: bool,
    /// What one was at in what the queue is not of: in what is left while it is of what was dismissed, or in that.
    other: Option<Key>,
    /// Decided since the queue was made, so that it is not shown until the next one is there.
    decided: Rc<HashSet<Key>>,
    /// The first of each step in which something was decided here, and whether it had been dismissed before, the last
    /// one last: taken back, one is at it again.
    past: Vec<(Key, bool)>,
    /// What one came to from the other end of the queue, and where that is: "the first".
    round: Option<(Key, &'static str)>,
    /// What of the queue is shown, made anew when either changes.
    shown: Shown,
    pub(super) list: List,
    /// The card is to be turned a page on, and where it is to be scrolled to, in points.
    pub(super) turns: bool,
    pub(super) scroll: Option<f32>,
    /// What would be recorded of what one is at, as of a revision.
    told: Option<(Key, u64, Told)>,
}

/// What is still to be decided, as all panels see it in one frame.
#[derive(Debug, Clone, Default)]
pub struct Open {
    review: Option<Arc<Review>>,
    decided: Rc<HashSet<Key>>,
}

impl Open {
    /// What waits in an article, by place.
    pub fn of(&self, article: ArticleId) -> impl Iterator<Item = &Waiting> {
        let all = self.review.iter().flat_map(move |it| it.of(article));
        all.filter(|it| self.has(it))
    }

    /// How much waits in an article.
    pub fn left(&self, article: ArticleId) -> Left {
        Left::of(self.of(article))
    }

    /// How much waits in all articles.
    pub fn left_in_all(&self) -> Left {
        let all = self.review.iter().flat_map(|it| &it.waiting);
        Left::of(all.filter(|it| self.has(it)))
    }

    /// Whether both are the same, made once.
    pub fn is(&self, other: &Self) -> bool {
        let same = match (&self.review, &other.review) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && Rc::ptr_eq(&self.decided, &other.decided)
    }

    pub(super) fn review(&self) -> Option<&Review> {
        self.review.as_deref()
    }

    pub(super) fn has(&self, it: &Waiting) -> bool {
        !self.decided.contains(&it.key)
    }
}

impl Default for ReviewView {
    fn default() -> Self {
        Self {
            made: Made::default(),
            accepts_from: SURE,
            at: None,
            place: 0,
            seen: false,
            other: None,
            decided: Rc::default(),
            past: vec![],
            round: None,
            shown: Shown::default(),
            list: List::default(),
            turns: false,
            scroll: None,
            told: None,
        }
    }
}

/// A score as it is shown and compared: in hundredths.
pub fn hundredths(score: f32) -> u8 {
    // Saturates, and no number becomes 0.
    (score * 100.0).round() as u8
}

impl ReviewView {
    /// The queue as it was made last.
    pub fn review(&self) -> Option<&Arc<Review>> {
        self.made.value()
    }

    /// What is still to be decided.
    pub fn open(&self) -> Open {
        Open { review: self.made.value().cloned(), decided: Rc::clone(&self.decided) }
    }

    /// What is left, for the status line; and that one has come round from the other end of the queue.
    pub fn told(&self) -> Option<String> {
        self.made.value()?;
        let mut told = format!("{} to decide", count(self.left().all() as u64));
        if self.shows_dismissed() {
            told += &format!(", {} dismissed", count(self.dismissed() as u64));
        }
        if let Some((_, end)) = self.round.as_ref().filter(|it| Some(&it.0) == self.at.as_ref()) {
            told += &format!(", gone round to {end}");
        }
        Some(told)
    }

    /// How much is left in all articles.
    pub fn left(&self) -> Left {
        self.shown.left
    }

    /// How much was dismissed in all articles.
    pub fn dismissed(&self) -> usize {
        self.shown.dismissed
    }

    /// Whether the queue is of what was dismissed.
    pub fn shows_dismissed(&self) -> bool {
        self.made.value().is_some_and(|it| it.shows_dismissed)
    }

    /// Turns from what is left to what was dismissed, or back.
    pub fn turn_to_dismissed(&mut self, dismissed: bool) {
        self.made.request_mut().dismissed = dismissed;
    }

    /// Lifts those of the filters that hide this. Whether any did.
    pub fn unhide(&mut self, key: &Key) -> bool {
        let Some(it) = self.waiting(key) else { return false };
        let request = self.made.request();
        let widened = request.widened(it);
        let hides = widened != *request;
        *self.made.request_mut() = widened;
        hides
    }

    pub(super) fn shown(&self) -> &Shown {
        &self.shown
    }

    /// Whether something was decided here that could be taken back.
    pub(super) fn has_decided(&self) -> bool {
        !self.past.is_empty()
    }

    /// Takes in what has been made: where one was is found again, or what came up in its place. What was decided last and
    /// waits again, as it was taken back, is what one is at then.
    pub fn meet(&mut self, case: &Case) {
        let is_ready = self.made.is_ready(case.review_revision());
        if is_ready && !self.decided.is_empty() {
            self.decided = Rc::default();
        }
        let open = self.open();
        if self.shown.is_of(&open) {
            return;
        }
        let before = std::mem::replace(&mut self.shown, Shown::new(open, case));
        if !self.seen {
            (self.at, self.place) = (None, 0);
        }
        let is_here = self.at.as_ref().is_some_and(|it| self.shown.place(it).is_some());
        if before.is_of_dismissed() != self.shows_dismissed() && !is_here {
            std::mem::swap(&mut self.at, &mut self.other);
            self.place = 0;
        }
        while let Some((last, was_dismissed)) = self.past.last().filter(|_| is_ready) {
            if self.waiting(last).is_none_or(|it| it.is_dismissed() != *was_dismissed) {
                break;
            }
            self.at = self.past.pop().map(|it| it.0);
        }
        let place = self.at.as_ref().and_then(|it| self.shown.place(it));
        // What is not among the rows may come with those that were asked for since.
        let comes = !is_ready && self.at.as_ref().is_some_and(|it| self.waiting(it).is_some());
        match place {
            Some(place) => self.place = place,
            None if comes => {}
            None => self.go(self.place.min(self.shown.rows().saturating_sub(1))),
        }
    }

    /// Finds out what would be recorded of what one is at, once.
    pub fn tell(&mut self, case: &Case, stamp: &Stamp) {
        let revision = case.review_revision();
        let Some(it) = self.at.as_ref().and_then(|it| self.waiting(it)) else {
            self.told = None;
            return;
        };
        if !self.told.as_ref().is_some_and(|(key, of, _)| *key == it.key && *of == revision) {
            let told = Told::new(case, it, self.made.value().map(|it| &**it), stamp);
            self.told = told.map(|told| (it.key.clone(), revision, told));
        }
    }

    /// What would be recorded of what one is at.
    pub(super) fn current_told(&self) -> Option<&Told> {
        self.told.as_ref().filter(|it| Some(&it.0) == self.at.as_ref()).map(|it| &it.2)
    }

    /// The decision known by this, if it is still to be made or can be made anew, as it was dismissed.
    pub fn waiting(&self, key: &Key) -> Option<&Waiting> {
        let review = self.made.value()?;
        let mut all = review.of(key.article).iter().chain(&review.dismissed);
        all.find(|it| it.key == *key).filter(|it| !self.decided.contains(&it.key))
    }

    /// What one is at.
    pub fn current(&self) -> Option<Key> {
        self.at.clone().filter(|it| !self.decided.contains(it))
    }

    /// The place among what is shown that one is at.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// Goes to what is known by this.
    pub fn choose(&mut self, key: Option<Key>) {
        let place = key.as_ref().and_then(|key| self.shown.place(key));
        self.place = place.unwrap_or(self.place);
        if self.at != key {
            self.round = None;
        }
        self.seen |= key.is_some();
        self.at = key;
    }

    fn go(&mut self, place: usize) {
        self.place = place;
        self.at = self.shown.at(place).map(|it| it.key.clone());
    }

    /// What comes after or before what one is at; at an end of the queue that at its other end, which is told too.
    pub fn beside(&self, forward: bool) -> Option<(Key, Option<&'static str>)> {
        let is_shown =
            self.at.is_some() && self.shown.at(self.place).map(|it| &it.key) == self.at.as_ref();
        let last = self.shown.rows().checked_sub(1)?;
        let (place, end) = match (forward, is_shown) {
            (true, true) if self.place < last => (self.place + 1, None),
            // What one is at is left out by the filters: what stands in its place comes next.
            (true, false) if self.place <= last => (self.place, None),
            (true, _) => (0, Some("the first")),
            (false, _) => match self.place.checked_sub(1) {
                Some(place) => (place.min(last), None),
                None => (last, Some("the last")),
            },
        };
        let key = self.shown.at(place)?.key.clone();
        (self.at.as_ref() != Some(&key)).then_some((key, end))
    }

    /// What one is at was come to from the other end of the queue.
    pub fn come_round(&mut self, to: &'static str) {
        self.round = self.at.clone().map(|it| (it, to));
    }

    /// All of the queue that have at least this score, in hundredths.
    pub fn from(&self, least: u8) -> impl Iterator<Item = &Waiting> {
        let all = (0..self.shown.rows()).filter_map(|it| self.shown.at(it));
        all.filter(move |it| least <= hundredths(it.score))
    }

    /// These have been decided, in one step. If one was at one of them, the next comes up, or the first that is left where
    /// it was the last.
    pub fn decide(&mut self, keys: &[Key]) {
        // Another one, so that who keeps the last sees that it has changed.
        let decided: HashSet<Key> = self.decided.iter().chain(keys).cloned().collect();
        let was_dismissed =
            keys.first().and_then(|it| self.waiting(it)).is_some_and(Waiting::is_dismissed);
        self.past.extend(keys.first().map(|it| (it.clone(), was_dismissed)));
        let open =
            |place: &usize| self.shown.at(*place).is_some_and(|it| !decided.contains(&it.key));
        let is_gone = self.at.as_ref().is_none_or(|it| decided.contains(it));
        let after = || (self.place..self.shown.rows()).find(open);
        let (next, goes_round) = match is_gone.then(after) {
            None => (Some(self.place), false),
            Some(None) => ((0..self.place).find(open), true),
            Some(after) => (after, false),
        };
        let next = next.and_then(|it| self.shown.at(it)).map(|it| it.key.clone());
        self.seen = true;
        self.decided = Rc::new(decided);
        let open = self.open();
        self.shown.narrow(open);
        self.at = next.or(self.at.take().filter(|_| !is_gone));
        self.place = self.at.as_ref().and_then(|it| self.shown.place(it)).unwrap_or(0);
        self.round = self.at.clone().filter(|_| goes_round).zip(Some("the first"));
    }
}
