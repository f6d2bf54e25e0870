//! Owns the integrity check: what in a project needs review, told in words. Changes nothing.

mod anchors;
mod claims;
mod references;

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::apply::described;
use super::binding::Binding;
use super::edit::RecordId;
use super::records::Annotation;
use super::state::State;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Somebody must look before the project is relied on.
    NeedsReview,
    /// Worth knowing, and may be as it should.
    Note,
}

/// One thing that the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub severity: Severity,
    /// The record in words: "claim “at least 25 dead”, day1/wire.txt".
    pub place: String,
    /// What was found, a sentence without full stop.
    pub what: String,
    /// What to do, a sentence without full stop.
    pub hint: String,
    /// The record, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
}

/// Checks a project; with `texts` also its files and anchors. What needs review comes first, then in the order of the
/// project file.
pub fn check(state: &State, texts: Option<&Binding>) -> Vec<Finding> {
    let mut findings = vec![];
    references::check(state, &mut findings);
    claims::shape(state, &mut findings);
    claims::sense(state, &mut findings);
    if let Some(texts) = texts {
        anchors::check(state, texts, &mut findings);
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What an edit can never bring about, as sentences; empty if all holds. A damaged file may break it, no edit may.
pub fn invariants(state: &State) -> Vec<String> {
    let mut findings = vec![];
    references::check(state, &mut findings);
    claims::shape(state, &mut findings);
    let mut broken: Vec<String> =
        findings.into_iter().map(|it| format!("{}: {}", it.place, it.what)).collect();
    broken.extend(references::keys(state));
    broken
}

impl Finding {
    fn review(record: RecordId, place: String, what: impl Into<String>, hint: &str) -> Self {
        let severity = Severity::NeedsReview;
        Self { severity, place, what: what.into(), hint: hint.into(), record: Some(record) }
    }

    fn note(record: RecordId, place: String, what: impl Into<String>, hint: &str) -> Self {
        Self { severity: Severity::Note, ..Self::review(record, place, what, hint) }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.what, self.hint)
    }
}

/// An annotation in words, with the path of its article.
fn place_of(annotation: &Annotation, state: &State) -> String {
    let article = annotation.main().and_then(|main| state.articles.get(&main.article));
    match article {
        Some(article) => format!("{}, {}", described(annotation), article.path),
        None => described(annotation),
    }
}
