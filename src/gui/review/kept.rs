//! Owns what the view keeps between frames: the queue as it was made last, where one is in it, and what has been decided
//! since it was made.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::base::ArticleId;
use crate::gui::made::Made;
use crate::views::count;
use crate::views::review::{Key, Left, Review, ReviewRequest, Waiting};

/// What the view keeps.
#[derive(Debug, Default)]
pub struct ReviewView {
    pub made: Made<ReviewRequest, Review>,
    /// The place in the queue that one is at, and what stood there.
    place: usize,
    at: Option<Key>,
    /// Decided since the queue was made, so that it is not shown until the next one is there.
    decided: Rc<HashSet<Key>>,
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
        all.filter(|it| !self.decided.contains(&it.key))
    }

    /// How many decisions are left in all.
    pub fn left(&self) -> Left {
        let all = self.review.iter().flat_map(|it| &it.waiting);
        Left::of(all.filter(|it| !self.decided.contains(&it.key)))
    }

    /// Whether both are the same, made once.
    pub fn is(&self, other: &Self) -> bool {
        let same = match (&self.review, &other.review) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && Rc::ptr_eq(&self.decided, &other.decided)
    }
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

    /// What is left, for the status line.
    pub fn told(&self) -> Option<String> {
        let left = self.made.value()?.left_in_all().all();
        Some(format!("{} to decide", count(left as u64)))
    }

    /// Takes in what has been made: where one was is found again, or what came up in its place. `revision` is that of
    /// project and suggestions.
    pub fn meet(&mut self, revision: u64) {
        let Some(review) = self.made.value().cloned() else { return };
        if self.made.is_ready(revision) && !self.decided.is_empty() {
            self.decided = Rc::default();
        }
        match self.at.as_ref().and_then(|it| review.place(it)) {
            Some(place) => self.place = place,
            None => {
                self.place = self.place.min(review.queue.len().saturating_sub(1));
                self.at = review.at(self.place).map(|it| it.key.clone());
            }
        }
    }

    /// The decision known by this, if it is still to be made.
    pub fn waiting(&self, key: &Key) -> Option<&Waiting> {
        let review = self.made.value()?;
        let found = review.of(key.article).iter().find(|it| it.key == *key);
        found.filter(|it| self.is_open(it))
    }

    pub fn is_open(&self, it: &Waiting) -> bool {
        !self.decided.contains(&it.key)
    }

    /// What one is at.
    pub fn current(&self) -> Option<Key> {
        self.at.clone().filter(|it| !self.decided.contains(it))
    }

    /// Goes to what is known by this.
    pub fn choose(&mut self, key: Option<Key>) {
        let place = key.as_ref().and_then(|key| self.made.value()?.place(key));
        self.place = place.unwrap_or(self.place);
        self.at = key;
    }

    /// What comes after or before what one is at.
    pub fn beside(&self, forward: bool) -> Option<Key> {
        let review = self.made.value()?;
        let open = |place: usize| review.at(place).filter(|it| self.is_open(it));
        let found = if forward {
            (self.place + 1..review.queue.len()).find_map(open)
        } else {
            (0..self.place).rev().find_map(open)
        };
        found.map(|it| it.key.clone())
    }

    /// All of the queue that has at least this score.
    pub fn from(&self, least: f32) -> impl Iterator<Item = &Waiting> {
        let review = self.made.value();
        let all = review.into_iter().flat_map(|it| (0..it.queue.len()).filter_map(|at| it.at(at)));
        all.filter(move |it| least <= it.score && self.is_open(it))
    }

    /// This has been decided. If one was at it, the next comes up, or the one before where it was the last.
    pub fn decide(&mut self, key: &Key) {
        // Another one, so that who keeps the last sees that it has changed.
        let decided = self.decided.iter().chain([key]).cloned();
        self.decided = Rc::new(decided.collect());
        if self.at.as_ref() == Some(key) {
            let next = self.beside(true).or_else(|| self.beside(false));
            self.choose(next);
        }
    }
}
