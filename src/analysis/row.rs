//! Owns the exchange form of a suggestion: one flat row, positions in code points, for files and scripts.

use serde::{Deserialize, Serialize};

use super::suggestion::{Found, FoundName, Suggestion};
use crate::base::words::{Precision, TimeSource};
use crate::base::{CodePoint, When};
use crate::corpus::Article;

/// A suggestion as one row; fields of the other kind are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuggestionRow {
    pub document: String,
    /// `casualty` or `stance`.
    pub kind: String,
    pub start: CodePoint,
    pub end: CodePoint,
    pub quote: String,
    pub score: f32,
    pub because: String,
    #[serde(flatten)]
    pub body: RowBody,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RowBody {
    Casualty(Box<CasualtyRow>),
    Stance(Box<StanceRow>),
}

/// The fields of a casualty claim; names are the words as printed, empty where there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasualtyRow {
    pub outcome: String,
    pub low: u64,
    pub high: Option<u64>,
    pub qualifier: String,
    pub group: String,
    pub role: String,
    pub demographic: String,
    pub side: String,
    pub side_basis: String,
    pub claimant: String,
    pub via: String,
    pub measure: String,
    /// Line of the whole.
    pub part_of: Option<usize>,
    /// Line of the first that says the same.
    pub repeats: Option<usize>,
    pub as_of: String,
    pub as_of_source: String,
    pub incident: String,
}

/// The fields of a stance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StanceRow {
    pub actor: String,
    pub position: String,
    pub target: String,
    pub past: bool,
    /// Line of the first that says the same word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<usize>,
    pub as_of: String,
    pub incident: String,
}

impl SuggestionRow {
    /// The rows of one article's suggestions; `first_line` is the 1-based line the first of them will have.
    pub fn of(
        document: &str,
        article: &Article,
        suggestions: &[Suggestion],
        first_line: usize,
    ) -> Vec<SuggestionRow> {
        let code_point = |at| article.index.code_point(&article.text, at);
        suggestions
            .iter()
            .map(|it| {
                let (kind, body) = body(&it.found, first_line);
                SuggestionRow {
                    document: document.to_owned(),
                    kind: kind.to_owned(),
                    start: code_point(it.span.start()),
                    end: code_point(it.span.end()),
                    quote: it.span.of(&article.text).to_owned(),
                    score: it.score,
                    because: it.because.clone(),
                    body,
                }
            })
            .collect()
    }
}

fn body(found: &Found, first_line: usize) -> (&'static str, RowBody) {
    let words =
        |name: &Option<FoundName>| name.as_ref().map_or_else(String::new, |it| it.words.clone());
    let line = |at: Option<usize>| at.map(|it| it + first_line);
    match found {
        Found::Claim(claim) => {
            let row = CasualtyRow {
                outcome: claim.outcome.word().to_owned(),
                low: claim.figure.low,
                high: claim.figure.high,
                qualifier: claim.figure.qualifier.word().to_owned(),
                group: claim.group().to_owned(),
                role: claim.role.word().to_owned(),
                demographic: claim.demographic.word().to_owned(),
                side: claim.side.as_ref().map_or_else(String::new, |it| it.0.words.clone()),
                side_basis: claim.side.as_ref().map_or("", |it| it.1.word()).to_owned(),
                claimant: words(&claim.claimant),
                via: words(&claim.via),
                measure: claim.measure.word().to_owned(),
                part_of: line(claim.part_of),
                repeats: line(claim.repeats),
                as_of: claim.as_of.as_ref().map_or_else(String::new, time),
                as_of_source: claim.as_of_source().map_or("", TimeSource::word).to_owned(),
                incident: claim.incident.clone().unwrap_or_default(),
            };
            ("casualty", RowBody::Casualty(Box::new(row)))
        }
        Found::Stance(stance) => {
            let row = StanceRow {
                actor: stance.actor.words.clone(),
                position: stance.position.word().to_owned(),
                target: words(&stance.target),
                past: stance.past,
                repeats: line(stance.repeats),
                as_of: stance.as_of.as_ref().map_or_else(String::new, time),
                incident: stance.incident.clone().unwrap_or_default(),
            };
            ("stance", RowBody::Stance(Box::new(row)))
        }
    }
}

/// A date, or a date and time where the hour is known.
fn time(when: &When) -> String {
    match when.precision {
        Precision::Minute | Precision::Hour => when.start.strftime("%Y-%m-%dT%H:%M").to_string(),
        _ => when.start.date().to_string(),
    }
}
