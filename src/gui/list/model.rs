//! Owns which articles the list shows and in which order: a pure function of the rows and what was chosen.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::base::ArticleId;
use crate::views::ArticleRow;

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Time,
    Outlet,
    Title,
    Count,
    /// How much waits to be reviewed.
    Waiting,
}

/// What was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    pub sort: Sort,
    /// From the last to the first. What is not known stands at the end in both directions.
    pub reversed: bool,
    pub filter: Filter,
}

/// Which articles are shown. All of it must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that outlet, title or path hold, in any order.
    pub words: String,
    /// The outlet, empty for articles without one.
    pub outlet: Option<String>,
    /// Only what is not marked as read.
    pub unread: bool,
    pub hides_excluded: bool,
    /// Only what has suggestions that nobody has decided.
    pub waiting: bool,
}

impl Sort {
    pub const ALL: [Sort; 5] = [Sort::Time, Sort::Outlet, Sort::Title, Sort::Count, Sort::Waiting];

    /// As in "by time".
    pub fn name(self) -> &'static str {
        match self {
            Sort::Time => "time",
            Sort::Outlet => "outlet",
            Sort::Title => "title",
            Sort::Count => "annotations",
            Sort::Waiting => "suggestions",
        }
    }
}

impl Choice {
    /// Sorts by this; by the same again, the other way round.
    pub fn sort_by(&mut self, sort: Sort) {
        self.reversed = self.sort == sort && !self.reversed;
        self.sort = sort;
    }

    /// Whether the order or what is shown rests on how much waits to be reviewed.
    pub fn rests_on_waiting(&self) -> bool {
        self.sort == Sort::Waiting || self.filter.waiting
    }

    /// What waits is not known: neither order nor what is shown is to rest on it.
    pub fn forget_waiting(&mut self) {
        self.filter.waiting = false;
        if self.sort == Sort::Waiting {
            (self.sort, self.reversed) = (Sort::default(), false);
        }
    }

    /// The numbers of the rows shown, in their order. Rows that are equal keep the order of the project. `waiting` says
    /// how much waits to be reviewed in an article.
    pub fn shown(&self, rows: &[ArticleRow], waiting: impl Fn(ArticleId) -> usize) -> Vec<usize> {
        let mut keyed: Vec<(Key, usize)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| self.filter.allows(row, &waiting))
            .map(|(at, row)| (Key::new(self.sort, row, &waiting), at))
            .collect();
        keyed.sort_by(|(a, _), (b, _)| a.order(b, self.reversed));
        keyed.into_iter().map(|(_, at)| at).collect()
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self { words: self.words.clone(), ..Self::default() }
            && self.words.trim().is_empty()
    }

    fn allows(&self, row: &ArticleRow, waiting: impl Fn(ArticleId) -> usize) -> bool {
        let hidden = (self.unread && row.reviewed)
            || (self.hides_excluded && row.excluded)
            || (self.waiting && waiting(row.article) == 0);
        !hidden && self.outlet.as_ref().is_none_or(|it| *it == row.outlet) && self.has_words(row)
    }

    fn has_words(&self, row: &ArticleRow) -> bool {
        if self.words.trim().is_empty() {
            return true;
        }
        let words = self.words.to_lowercase();
        let held = format!("{}\n{}\n{}", row.outlet, row.title, row.path).to_lowercase();
        words.split_whitespace().all(|it| held.contains(it))
    }
}

/// The outlets of all rows and how many articles each has, by name.
pub fn outlets(rows: &[ArticleRow]) -> Vec<(String, usize)> {
    let mut outlets: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for row in rows {
        *outlets.entry((row.outlet.to_lowercase(), &row.outlet)).or_default() += 1;
    }
    outlets.into_iter().map(|((_, outlet), count)| (outlet.to_owned(), count)).collect()
}

/// What a row is sorted by; none where it is not known.
enum Key {
    Number(Option<i64>),
    Words(Option<String>),
}

impl Key {
    fn new(sort: Sort, row: &ArticleRow, waiting: impl Fn(ArticleId) -> usize) -> Self {
        let most = |count: usize| Self::Number(Some(-i64::try_from(count).unwrap_or(i64::MAX)));
        let words = |text: &str| Some(text.to_lowercase()).filter(|it| !it.is_empty());
        match sort {
            Sort::Time => Self::Number(row.minutes),
            Sort::Outlet => Self::Words(words(&row.outlet)),
            Sort::Title => Self::Words(words(&row.title)),
            // What holds most comes first.
            Sort::Count => most(row.counts.all()),
            Sort::Waiting => most(waiting(row.article)),
        }
    }

    fn order(&self, other: &Self, reversed: bool) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => order(a.as_ref(), b.as_ref(), reversed),
            (Self::Words(a), Self::Words(b)) => order(a.as_ref(), b.as_ref(), reversed),
            _ => Ordering::Equal,
        }
    }
}

fn order<T: Ord>(a: Option<&T>, b: Option<&T>, reversed: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if reversed => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;
    use crate::views::articles;
    use crate::views::reader::Places;

    const PROJECT: &str = r#"
article a.txt | Wire | 2023-09-20 09:40 | Ceasefire agreed
article b.txt | wire | 2023-09-19 21:12 | Baku demands surrender
article deep/c.txt | Вестник | - | Перемирие
article d.txt | - | ~2023-09-19 | A day of war
article e.txt | Wire | 2023-09-19 21:12 | an appeal
claim k1 b.txt killed 25 "25 dead"
claim k2 b.txt killed 2 "2 children"
stance s1 d.txt France condemn incident:war "condemned"
exclude e.txt
"#;

    fn rows() -> Vec<ArticleRow> {
        let state = notation::state(PROJECT).unwrap();
        articles(&state, &Places::new(&state))
    }

    fn check(choice: Choice, expect: Expect) {
        let mut rows = rows();
        rows[0].reviewed = true;
        // As many as the letters of the path.
        let waiting = |article| {
            let row = rows.iter().find(|it| it.article == article).unwrap();
            if row.path == "b.txt" { 0 } else { row.path.len() }
        };
        let paths = choice.shown(&rows, waiting).into_iter().map(|it| rows[it].path.as_str());
        expect.assert_eq(&paths.collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn articles_are_sorted_both_ways_with_what_is_not_known_at_the_end() {
        let by = |sort, reversed| Choice { sort, reversed, ..Choice::default() };
        check(by(Sort::Time, false), expect!["d.txt b.txt e.txt a.txt deep/c.txt"]);
        check(by(Sort::Time, true), expect!["a.txt b.txt e.txt d.txt deep/c.txt"]);
        check(by(Sort::Outlet, false), expect!["a.txt b.txt e.txt deep/c.txt d.txt"]);
        check(by(Sort::Outlet, true), expect!["deep/c.txt a.txt b.txt e.txt d.txt"]);
        check(by(Sort::Title, false), expect!["d.txt e.txt b.txt a.txt deep/c.txt"]);
        check(by(Sort::Count, false), expect!["b.txt d.txt a.txt deep/c.txt e.txt"]);
        check(by(Sort::Count, true), expect!["a.txt deep/c.txt e.txt d.txt b.txt"]);
        check(by(Sort::Waiting, false), expect!["deep/c.txt a.txt d.txt e.txt b.txt"]);
    }

    #[test]
    fn articles_are_filtered_by_words_outlet_reading_and_exclusion() {
        let filter = |filter| Choice { filter, ..Choice::default() };
        let words = |it: &str| filter(Filter { words: it.into(), ..Filter::default() });
        check(words("WIRE  baku"), expect!["b.txt"]);
        check(words("перемирие DEEP"), expect!["deep/c.txt"]);
        check(words("  "), expect!["d.txt b.txt e.txt a.txt deep/c.txt"]);
        check(words("nothing such"), expect![""]);
        let outlet = |it: &str| filter(Filter { outlet: Some(it.into()), ..Filter::default() });
        check(outlet("Wire"), expect!["e.txt a.txt"]);
        check(outlet(""), expect!["d.txt"]);
        check(
            filter(Filter { unread: true, ..Filter::default() }),
            expect!["d.txt b.txt e.txt deep/c.txt"],
        );
        let both = Filter { unread: true, hides_excluded: true, ..Filter::default() };
        check(filter(both), expect!["d.txt b.txt deep/c.txt"]);
        let waiting = Filter { waiting: true, ..Filter::default() };
        check(filter(waiting), expect!["d.txt e.txt a.txt deep/c.txt"]);
    }

    #[test]
    fn a_filter_is_empty_until_it_holds_something_back() {
        assert!(Filter { words: " ".into(), ..Filter::default() }.is_empty());
        let holding = [
            Filter { words: "a".into(), ..Filter::default() },
            Filter { outlet: Some(String::new()), ..Filter::default() },
            Filter { unread: true, ..Filter::default() },
            Filter { hides_excluded: true, ..Filter::default() },
            Filter { waiting: true, ..Filter::default() },
        ];
        assert!(holding.iter().all(|it| !it.is_empty()));
    }

    #[test]
    fn sorting_by_the_same_again_turns_the_order() {
        let mut choice = Choice::default();
        choice.sort_by(Sort::Time);
        assert!(choice.reversed);
        choice.sort_by(Sort::Title);
        assert_eq!((choice.sort, choice.reversed), (Sort::Title, false));
    }

    #[test]
    fn outlets_are_counted_by_name() {
        let expect = expect!["=1 Wire=2 wire=1 Вестник=1"];
        let outlets = outlets(&rows()).into_iter().map(|(name, count)| format!("{name}={count}"));
        expect.assert_eq(&outlets.collect::<Vec<_>>().join(" "));
    }
}
