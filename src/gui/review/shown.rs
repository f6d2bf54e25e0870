//! Owns what of the queue is shown, with how much is left: made anew when the queue or what was decided since changes, not
//! in every frame.

use std::collections::{HashMap, HashSet};

use crate::analysis::Suggestion;
use crate::base::ArticleId;
use crate::gui::case::Case;
use crate::project::ArticleRecord;
use crate::views;
use crate::views::review::{Key, Left, Review, Waiting};

use super::Open;

/// What is shown.
#[derive(Debug, Default)]
pub struct Shown {
    of: Open,
    /// What is asked for and not decided, in order: indices into what waits.
    rows: Vec<usize>,
    /// How much is left in all articles.
    pub left: Left,
    /// How much was dismissed in all articles.
    pub dismissed: usize,
    /// How much there is of what the queue is of, in all articles.
    pub listed: Left,
    /// Decisions there are in all articles, made or not.
    pub all: usize,
    /// Those in which something is left, in the order of the project; or something was dismissed, where the queue is of
    /// that.
    pub articles: Vec<Of>,
}

/// An article in which something is left, or was dismissed.
#[derive(Debug, Clone)]
pub struct Of {
    pub article: ArticleId,
    /// Its outlet, else what it is called.
    pub outlet: String,
    /// "Meridian Wire, 19 Sep 2023, Talks in the valley".
    pub name: String,
    pub left: usize,
}

impl Shown {
    pub fn new(of: Open, case: &Case) -> Self {
        let state = case.state();
        let mut shown = Self::default();
        let listed: HashSet<ArticleId> =
            of.review().iter().flat_map(|it| it.listed()).map(|it| it.article).collect();
        for record in state.articles().values().filter(|it| !it.excluded) {
            let Some(all) = case.suggested().of(record.id) else { continue };
            shown.all += decisions(all);
            if listed.contains(&record.id) {
                let name = name(record, |it| views::time(it, state.zone()));
                let outlet = views::article_name(record).to_owned();
                shown.articles.push(Of { article: record.id, outlet, name, left: 0 });
            }
        }
        shown.narrow(of);
        shown
    }

    /// More has been decided.
    pub fn narrow(&mut self, of: Open) {
        let of_review = |all: fn(&Review) -> &[Waiting]| {
            of.review().map(all).unwrap_or_default().iter().filter(|it| of.has(it))
        };
        self.left = Left::of(of_review(|it| it.waiting.as_slice()));
        self.dismissed = of_review(|it| it.dismissed.as_slice()).count();
        self.listed = Left::default();
        let mut numbers: HashMap<ArticleId, Left> = HashMap::new();
        for it in of_review(Review::listed) {
            numbers.entry(it.article).or_default().add(it);
            self.listed.add(it);
        }
        for it in &mut self.articles {
            it.left = numbers.get(&it.article).map_or(0, |it| it.all());
        }
        let open = |at: &&usize| {
            of.review().and_then(|it| it.listed().get(**at)).is_some_and(|it| of.has(it))
        };
        self.rows = of
            .review()
            .map(|it| it.queue.iter().filter(open).copied().collect())
            .unwrap_or_default();
        self.of = of;
    }

    pub fn is_of(&self, open: &Open) -> bool {
        self.of.is(open)
    }

    /// Whether it is of what was dismissed.
    pub fn is_of_dismissed(&self) -> bool {
        self.of.review().is_some_and(|it| it.shows_dismissed)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// What stands in a row.
    pub fn at(&self, row: usize) -> Option<&Waiting> {
        self.of.review()?.listed().get(*self.rows.get(row)?)
    }

    /// The row of what is known by `key`.
    pub fn place(&self, key: &Key) -> Option<usize> {
        (0..self.rows.len()).find(|row| self.at(*row).is_some_and(|it| it.key == *key))
    }

    /// What is told of an article of the queue.
    pub fn article(&self, article: ArticleId) -> Option<&Of> {
        self.articles.iter().find(|it| it.article == article)
    }
}

/// How many decisions the suggestions of an article take: what repeats another is decided with it.
fn decisions(all: &[Suggestion]) -> usize {
    all.iter().filter(|it| it.repeats().is_none()).count()
}

/// "Meridian Wire, 19 Sep 2023, Talks in the valley".
pub fn name(record: &ArticleRecord, time: impl Fn(&crate::base::When) -> String) -> String {
    let metadata = &record.metadata;
    let outlet = views::article_name(record);
    let title = metadata.title.as_ref().map(|it| it.value.trim()).filter(|it| *it != outlet);
    let printed = metadata.published.as_ref().map(|it| time(&it.value));
    let parts = [Some(outlet.to_owned()), printed, title.map(str::to_owned)];
    parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}
