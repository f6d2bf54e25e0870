//! Owns the list of articles as plain rows: who printed it, when, its title, how much is marked in it.

use super::reader::Places;
use super::words;
use crate::base::ArticleId;
use crate::base::words::Provenance;
use crate::project::{ArticleRecord, Body, State};

/// How many annotations have a passage in an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub claims: usize,
    pub stances: usize,
    pub notes: usize,
}

/// An article of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    pub article: ArticleId,
    /// Its outlet, else its agency, else empty.
    pub outlet: String,
    /// The title, else the name of the file.
    pub title: String,
    /// The agency behind it, where that is known beside the outlet; else empty.
    pub agency: String,
    /// "19 Sep 2023, 21:12"; empty where not known.
    pub time: String,
    /// The time for narrow places: "19 Sep 21:12" where all articles are of one year, else as `time`.
    pub brief: String,
    /// The time is guessed rather than stated.
    pub guessed: bool,
    /// Start of the time in minutes since 1970-01-01T00:00Z, to sort by.
    pub minutes: Option<i64>,
    pub counts: Counts,
    pub reviewed: bool,
    pub excluded: bool,
    /// Path within its root.
    pub path: String,
}

impl Counts {
    /// Of one article. Each annotation counts once, however many passages it has there.
    pub fn of(state: &State, places: &Places, article: ArticleId) -> Self {
        let mut counts = Self::default();
        let mut ids: Vec<_> = places.of(article).iter().map(|(id, _)| *id).collect();
        ids.dedup();
        for annotation in ids.iter().filter_map(|id| state.annotations().get(id)) {
            match annotation.body {
                Body::Claim(_) => counts.claims += 1,
                Body::Stance(_) => counts.stances += 1,
                Body::Note(_) => counts.notes += 1,
            }
        }
        counts
    }

    pub fn all(self) -> usize {
        self.claims + self.stances + self.notes
    }
}

/// The rows of all articles, in the order of the project.
pub fn articles(state: &State, places: &Places) -> Vec<ArticleRow> {
    articles_counted(state, |article| Counts::of(state, places, article))
}

/// The same where it is known how much is marked in each.
pub fn articles_counted(state: &State, counts: impl Fn(ArticleId) -> Counts) -> Vec<ArticleRow> {
    let articles = state.articles().values();
    let mut rows: Vec<_> = articles.map(|it| row(state, counts(it.id), it)).collect();
    let published = || state.articles().values().filter_map(|it| it.metadata.published.as_ref());
    let years = published().map(|it| it.value.start.year());
    if let (Some(first), Some(last)) = (years.clone().min(), years.max())
        && first == last
    {
        rows.iter_mut().for_each(|row| row.brief = words::without_year(&row.time, first));
    }
    rows
}

fn row(state: &State, counts: Counts, record: &ArticleRecord) -> ArticleRow {
    let metadata = &record.metadata;
    let outlet = metadata.outlet.as_ref().or(metadata.agency.as_ref());
    let title = metadata.title.as_ref().map(|it| it.value.trim()).filter(|it| !it.is_empty());
    let published = metadata.published.as_ref();
    let agency = metadata.agency.as_ref().filter(|_| metadata.outlet.is_some());
    let agency =
        agency.filter(|it| Some(&it.value) != metadata.outlet.as_ref().map(|it| &it.value));
    let time = published.map(|it| words::time(&it.value, state.zone())).unwrap_or_default();
    ArticleRow {
        article: record.id,
        outlet: outlet.map(|it| it.value.clone()).unwrap_or_default(),
        title: title.unwrap_or_else(|| file_name(&record.path)).to_owned(),
        agency: agency.map(|it| it.value.clone()).unwrap_or_default(),
        brief: time.clone(),
        time,
        guessed: published.is_some_and(|it| it.from == Provenance::Guessed),
        minutes: published.map(|it| it.value.minutes(state.zone()).0),
        counts,
        reviewed: record.reviewed,
        excluded: record.excluded,
        path: record.path.clone(),
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;

    fn check(project: &str, expect: Expect) {
        let state = notation::state(project).unwrap();
        let mut shown = String::new();
        for row in articles(&state, &Places::new(&state)) {
            let Counts { claims, stances, notes } = row.counts;
            let fields = [&row.outlet, &row.agency, &row.title, &row.time, &row.brief];
            let fields: Vec<_> = fields.iter().map(|it| it.as_str()).collect();
            shown += &format!("{} | {claims}c {stances}s {notes}n", fields.join(" | "));
            shown += if row.guessed { ", guessed" } else { "" };
            shown += if row.excluded { ", excluded\n" } else { "\n" };
        }
        expect.assert_eq(&shown);
    }

    #[test]
    fn a_row_tells_who_when_what_and_how_much_is_marked() {
        check(
            r#"
zone +04:00
article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack | Agence
article b.txt | - | ~2023-09-20 | A day | Agence
article deep/c.txt
article d.txt | Kurier | 2023-09
claim k1 a.txt killed 25 "25 dead"
claim k2 a.txt killed 2 part-of k1 "2 children"
stance s1 a.txt France condemn incident:war "condemned"
passage s1 repeat b.txt "condemned again"
passage k1 repeat a.txt "25 in all"
note n1 b.txt shelling "shells"
exclude deep/c.txt
"#,
            expect![[r#"
                Meridian Wire | Agence | Attack | 19 Sep 2023, 21:12 | 19 Sep 21:12 | 2c 1s 0n
                Agence |  | A day | 20 Sep 2023 | 20 Sep | 0c 1s 1n, guessed
                 |  | c.txt |  |  | 0c 0s 0n, excluded
                Kurier |  | d.txt | Sep 2023 | Sep 2023 | 0c 0s 0n
            "#]],
        );
    }

    #[test]
    fn years_are_told_in_narrow_places_where_there_are_several() {
        check(
            "article a.txt | A | 2022-12-31 21:12 | T\narticle b.txt | B | 2023-01-01 | T",
            expect![[r#"
                A |  | T | 31 Dec 2022, 21:12 | 31 Dec 2022, 21:12 | 0c 0s 0n
                B |  | T | 1 Jan 2023 | 1 Jan 2023 | 0c 0s 0n
            "#]],
        );
        check(
            "article a.txt | A | 2023-09-19..2023-09-20 | T\narticle b.txt | B | 2023 | T",
            expect![[r#"
                A |  | T | 19–20 Sep 2023 | 19–20 Sep | 0c 0s 0n
                B |  | T | 2023 | 2023 | 0c 0s 0n
            "#]],
        );
    }
}
