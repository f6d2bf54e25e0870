//! `suggest`: lists the casualty claims and stances found in articles, without making a project.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::args::{Suggest, SuggestFormat};
use super::load::load;
use super::output::count;
use super::{Stop, World, fault};
use crate::analysis::{Context, Gazetteer, RowBody, SuggestionRow, searchable, suggest};
use crate::corpus::Article;
use crate::export::{CsvOptions, rows_csv, rows_jsonl};

pub(super) fn run(args: &Suggest, world: &mut World<'_>) -> Result<u8, Stop> {
    let loaded = load(&args.paths, world)?;
    let (gazetteer, context) = (Gazetteer::bundled(), Context::default());
    let found: Vec<_> =
        loaded.articles.par_iter().map(|it| suggest(&it.article, gazetteer, &context)).collect();
    let mut rows: Vec<SuggestionRow> = vec![];
    for (loaded, suggestions) in loaded.articles.iter().zip(&found) {
        let article = &loaded.article;
        rows.extend(SuggestionRow::of(&article.path, article, suggestions, rows.len() + 1));
    }
    match args.format {
        SuggestFormat::Jsonl => rows_jsonl(&rows, world.out)?,
        SuggestFormat::Csv => {
            rows_csv(rows.iter().map(Flat::of), CsvOptions::default(), world.out)?
        }
        SuggestFormat::Table => table(&rows, world)?,
    }
    let articles = loaded.articles.iter().map(|it| &*it.article);
    if let Some(line) = not_searched(articles) {
        writeln!(world.err, "{line}")?;
    }
    if loaded.articles.is_empty() {
        return Err(fault("no article could be read; give a folder with .txt, .md or .html files"));
    }
    Ok(0)
}

/// "not searched: Russian (3 articles)", or none if all were searched.
pub(super) fn not_searched<'a>(articles: impl Iterator<Item = &'a Article>) -> Option<String> {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles.filter(|it| !searchable(it)) {
        let code = article.metadata.language.as_ref().map_or("", |it| it.value.as_str());
        *languages.entry(language_name(code)).or_default() += 1;
    }
    let each = languages
        .iter()
        .map(|(name, articles)| format!("{name} ({})", count(*articles, "article", "articles")));
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| format!("not searched: {}", each.join(", ")))
}

/// The English name of a language, or its code if it is none of the usual.
fn language_name(code: &str) -> String {
    let name = match code {
        "" => "unknown language",
        "ar" => "Arabic",
        "az" => "Azerbaijani",
        "de" => "German",
        "el" => "Greek",
        "es" => "Spanish",
        "fa" => "Persian",
        "fr" => "French",
        "he" => "Hebrew",
        "hy" => "Armenian",
        "it" => "Italian",
        "ka" => "Georgian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        other => other,
    };
    name.to_owned()
}

/// A suggestion as one row of a sheet: the columns of both kinds side by side.
#[derive(Serialize)]
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
        let (claim, stance) = match &row.body {
            RowBody::Casualty(claim) => (Some(&**claim), None),
            RowBody::Stance(stance) => (None, Some(&**stance)),
        };
        let of_claim = |field: fn(&crate::analysis::CasualtyRow) -> &String| {
            claim.map_or("", |it| field(it).as_str())
        };
        let of_stance = |field: fn(&crate::analysis::StanceRow) -> &String| {
            stance.map_or("", |it| field(it).as_str())
        };
        Self {
            document: &row.document,
            kind: &row.kind,
            start: row.start.0,
            end: row.end.0,
            quote: &row.quote,
            score: format!("{:.2}", row.score),
            because: &row.because,
            outcome: of_claim(|it| &it.outcome),
            low: claim.map(|it| it.low),
            high: claim.and_then(|it| it.high),
            qualifier: of_claim(|it| &it.qualifier),
            group: of_claim(|it| &it.group),
            side: of_claim(|it| &it.side),
            side_basis: of_claim(|it| &it.side_basis),
            claimant: of_claim(|it| &it.claimant),
            via: of_claim(|it| &it.via),
            measure: of_claim(|it| &it.measure),
            part_of: claim.and_then(|it| it.part_of),
            repeats: claim.and_then(|it| it.repeats),
            actor: of_stance(|it| &it.actor),
            position: of_stance(|it| &it.position),
            target: of_stance(|it| &it.target),
            past: stance.map(|it| it.past),
            as_of: claim.map(|it| &it.as_of).or(stance.map(|it| &it.as_of)).map_or("", |it| it),
            as_of_source: of_claim(|it| &it.as_of_source),
            incident: claim
                .map(|it| &it.incident)
                .or(stance.map(|it| &it.incident))
                .map_or("", |it| it),
        }
    }
}

/// A table to read: document after document, a line each with score, content and quote.
fn table(rows: &[SuggestionRow], world: &mut World<'_>) -> Result<(), Stop> {
    let mut document = "";
    for row in rows {
        if row.document != document {
            let gap = if document.is_empty() { "" } else { "\n" };
            writeln!(world.out, "{gap}{}", row.document)?;
            document = &row.document;
        }
        let what = match &row.body {
            RowBody::Casualty(claim) => {
                let figure = match claim.high {
                    Some(high) if high != claim.low => format!("{}–{high}", claim.low),
                    Some(_) => claim.low.to_string(),
                    None => format!("{}+", claim.low),
                };
                let group = if claim.group == "unspecified" { "" } else { &claim.group };
                let said = if claim.claimant.is_empty() {
                    String::new()
                } else {
                    format!("({})", claim.claimant)
                };
                [claim.outcome.as_str(), &figure, group, &said].join(" ")
            }
            RowBody::Stance(stance) => {
                let target = if stance.target.is_empty() {
                    String::new()
                } else {
                    format!("→ {}", stance.target)
                };
                [stance.actor.as_str(), &stance.position, &target].join(" ")
            }
        };
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(world.out, "  {:.2}  {what}  “{}”", row.score, row.quote.replace('\n', " "))?;
    }
    Ok(())
}
