//! The sample's articles against `gold.jsonl`, in which every claim and stance of the English ones is marked.

use std::path::Path;

use expect_test::expect;
use kbworkbench::analysis::{Context, Gazetteer, SuggestionRow, suggest};
use kbworkbench::corpus::{Article, Progress, load};
use kbworkbench::files::OsDisk;

use super::score::{Row, rows, scores};

const GOLD: &str = include_str!("gold.jsonl");

fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join("articles");
    let loaded = load(&OsDisk, &[folder], &Progress::new());
    loaded.articles.iter().map(|it| Article::clone(&it.article)).collect()
}

fn found() -> Vec<Row> {
    let mut found: Vec<SuggestionRow> = vec![];
    for article in articles() {
        let suggestions = suggest(&article, Gazetteer::bundled(), &Context::default());
        found.extend(SuggestionRow::of(&article.path, &article, &suggestions, found.len() + 1));
    }
    let lines: Vec<_> = found.iter().map(|it| serde_json::to_string(it).unwrap()).collect();
    rows(&lines.join("\n")).unwrap()
}

#[test]
fn every_mark_stands_where_it_says() {
    let articles = articles();
    let gold = rows(GOLD).unwrap();
    for row in gold.iter().filter(|it| it.kind != "aliases") {
        let article = articles.iter().find(|it| it.path == row.document).unwrap();
        let words: String =
            article.text.chars().skip(row.start).take(row.end - row.start).collect();
        assert_eq!(words, row.quote, "{}", row.document);
        for line in [row.part_of, row.repeats].into_iter().flatten() {
            assert_eq!(gold[line - 1].document, row.document, "{}", row.quote);
        }
    }
}

/// `cargo test --test suggestions agree -- --nocapture` also shows each fault.
#[test]
fn suggestions_agree_with_the_marks() {
    let (gold, found) = (rows(GOLD).unwrap(), found());
    println!("{}", scores(&gold, &found, true));
    expect![[r#"
        casualty: precision 1.000, recall 0.985, F1 0.992 (64 found, 1 missed, 0 false)
          as_of: 1.000 (64 of 64)
          claimant: 1.000 (64 of 64)
          group: 0.953 (61 of 64)
          high: 0.984 (63 of 64)
          incident: 0.984 (63 of 64)
          measure: 0.969 (62 of 64)
          part_of: 0.969 (62 of 64)
          qualifier: 0.984 (63 of 64)
          repeats: 0.984 (63 of 64)
          side: 0.969 (62 of 64)
          side_basis: 1.000 (56 of 56)
        stance: precision 1.000, recall 0.970, F1 0.985 (98 found, 3 missed, 0 false)
          incident: 0.969 (95 of 98)
          past: 0.980 (96 of 98)
          repeats: 1.000 (98 of 98)
          target: 0.985 (64 of 65)
    "#]]
    .assert_eq(&scores(&gold, &found, false));
}
