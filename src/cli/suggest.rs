//! `suggest`: lists the casualty claims and stances found in articles, without making a project.

use serde::Serialize;

use super::args::{Suggest, SuggestFormat};
use super::load::{load, suggest_all, tell_not_searched};
use super::output::{is_project, named};
use super::{Stop, World, fault};
use crate::analysis::{RowBody, SuggestionRow};
use crate::corpus::Article;
use crate::export::{CsvOptions, rows_csv, rows_jsonl};
use crate::files::Kind;

pub(super) fn run(args: &Suggest, world: &mut World<'_>) -> Result<u8, Stop> {
    for path in &args.paths {
        if named(world, path)?.kind == Kind::Other {
            return Err(fault(format!(
                "this is neither a file nor a folder: {}; save its text as a file",
                path.display()
            )));
        }
        if is_project(path) {
            return Err(fault(format!(
                "this is a project: {}; give the folder of its articles",
                path.display()
            )));
        }
    }
    let loaded = load(&args.paths, world);
    if loaded.articles.is_empty() {
        return Err(fault(
            "no article could be read; give articles, or a folder with .txt, .md or .html files",
        ));
    }
    let articles: Vec<&Article> = loaded.articles.iter().map(|it| &*it.article).collect();
    let found = suggest_all(&articles, world);
    let mut rows: Vec<SuggestionRow> = vec![];
    for (article, suggestions) in articles.iter().zip(&found) {
        rows.extend(SuggestionRow::of(&article.path, article, suggestions, rows.len() + 1));
    }
    tell_not_searched(articles, world);
    match args.format {
        SuggestFormat::Jsonl => rows_jsonl(&rows, world.out)?,
        SuggestFormat::Csv => {
            rows_csv(rows.iter().map(Flat::of), CsvOptions::default(), world.out)?;
        }
        SuggestFormat::Table => table(&rows, world)?,
    }
    Ok(0)
}

/// A suggestion as one row of a sheet: the columns of both kinds side by side.
#[derive(Serialize, Default)]
struct Flat<'a> {
    document: &'a str,
    kind: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
    score: String,
    because: &'a str,
    outcome: &'a str,
    low: Option<u64>,
    high: Option<u64>,
    qualifier: &'a str,
    group: &'a str,
    role: &'a str,
    demographic: &'a str,
    side: &'a str,
    side_basis: &'a str,
    claimant: &'a str,
    via: &'a str,
    measure: &'a str,
    part_of: Option<usize>,
    repeats: Option<usize>,
    actor: &'a str,
    position: &'a str,
    target: &'a str,
    past: Option<bool>,
    as_of: &'a str,
    as_of_source: &'a str,
    incident: &'a str,
}

impl<'a> Flat<'a> {
    fn of(row: &'a SuggestionRow) -> Self {
        let shared = Self {
            document: &row.document,
            kind: &row.kind,
            start: row.start.0,
            end: row.end.0,
            quote: &row.quote,
            score: format!("{:.2}", row.score),
            because: &row.because,
            ..Self::default()
        };
        match &row.body {
            RowBody::Casualty(claim) => Self {
                outcome: &claim.outcome,
                low: Some(claim.low),
                high: claim.high,
                qualifier: &claim.qualifier,
                group: &claim.group,
                role: &claim.role,
                demographic: &claim.demographic,
                side: &claim.side,
                side_basis: &claim.side_basis,
                claimant: &claim.claimant,
                via: &claim.via,
                measure: &claim.measure,
                part_of: claim.part_of,
                repeats: claim.repeats,
                as_of: &claim.as_of,
                as_of_source: &claim.as_of_source,
                incident: &claim.incident,
                ..shared
            },
            RowBody::Stance(stance) => Self {
                actor: &stance.actor,
                position: &stance.position,
                target: &stance.target,
                past: Some(stance.past),
                repeats: stance.repeats,
                as_of: &stance.as_of,
                incident: &stance.incident,
                ..shared
            },
        }
    }
}

/// A table to read: document after document, a line each with score, content and quote.
fn table(rows: &[SuggestionRow], world: &mut World<'_>) -> Result<(), Stop> {
    let mut document = None;
    for row in rows {
        if document != Some(&row.document) {
            if document.is_some() {
                world.say("")?;
            }
            world.say(&row.document)?;
            document = Some(&row.document);
        }
        world.say(&format!("  {:.2}  {}  “{}”", row.score, content(&row.body), row.quote))?;
    }
    Ok(())
}

/// What a suggestion says, as "killed 25+ civilian (the mayor)" or "the mayor condemn → the army".
fn content(body: &RowBody) -> String {
    let (words, other) = match body {
        RowBody::Casualty(claim) => {
            let figure = match claim.high {
                Some(high) if high != claim.low => format!("{}–{high}", claim.low),
                Some(_) => claim.low.to_string(),
                None => format!("{}+", claim.low),
            };
            let group = if claim.group == "unspecified" { "" } else { &claim.group };
            let words = [&claim.outcome, &figure, group].map(str::to_owned);
            (words, quoted_if_any("(", &claim.claimant, ")"))
        }
        RowBody::Stance(stance) => {
            let words = [&stance.actor, &stance.position, ""].map(str::to_owned);
            (words, quoted_if_any("→ ", &stance.target, ""))
        }
    };
    let words = words.into_iter().chain([other]).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn quoted_if_any(before: &str, words: &str, after: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{before}{words}{after}") }
}
