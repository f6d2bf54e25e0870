//! Owns the columns of the table: what each is called, and which kinds of annotation have it.

use serde::{Deserialize, Serialize};

use crate::views::EvidenceKind;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The words of the main passage.
    Passage,
    Kind,
    /// What is said, in whole words.
    Says,
    /// Who says the figure, or takes the position.
    Who,
    /// Whose people, or towards whom.
    Whom,
    Position,
    Outcome,
    Low,
    High,
    Qualifier,
    /// The figure as printed.
    Figure,
    Role,
    Demographic,
    Measure,
    /// As of when, or when; else when it was printed.
    Time,
    Past,
    Incident,
    Place,
    Status,
    /// Of the status, or of the reading of a stance.
    Reason,
    Reliability,
    Credibility,
    Codes,
    Memo,
    Outlet,
    Title,
    Published,
    Coder,
    Made,
    Changed,
    /// By hand, or the rule and score of the suggestion it was accepted from.
    Origin,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Field] = &[
        Field::Passage,
        Field::Kind,
        Field::Says,
        Field::Who,
        Field::Whom,
        Field::Position,
        Field::Outcome,
        Field::Low,
        Field::High,
        Field::Qualifier,
        Field::Figure,
        Field::Role,
        Field::Demographic,
        Field::Measure,
        Field::Time,
        Field::Past,
        Field::Incident,
        Field::Place,
        Field::Status,
        Field::Reason,
        Field::Reliability,
        Field::Credibility,
        Field::Codes,
        Field::Memo,
        Field::Outlet,
        Field::Title,
        Field::Published,
        Field::Coder,
        Field::Made,
        Field::Changed,
        Field::Origin,
    ];

    /// As it stands above its column.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Passage => "Passage",
            Field::Kind => "Kind",
            Field::Says => "Says",
            Field::Who => "Claimant or actor",
            Field::Whom => "Side or target",
            Field::Position => "Position",
            Field::Outcome => "Outcome",
            Field::Low => "At least",
            Field::High => "At most",
            Field::Qualifier => "Reads as",
            Field::Figure => "Figure as printed",
            Field::Role => "Who was hurt",
            Field::Demographic => "Age and sex",
            Field::Measure => "Counts",
            Field::Time => "As of",
            Field::Past => "Held",
            Field::Incident => "Incident",
            Field::Place => "Place",
            Field::Status => "Status",
            Field::Reason => "Reason",
            Field::Reliability => "Source reliability",
            Field::Credibility => "Credibility",
            Field::Codes => "Codes",
            Field::Memo => "Memo",
            Field::Outlet => "Outlet",
            Field::Title => "Article",
            Field::Published => "Published",
            Field::Coder => "Coder",
            Field::Made => "Made",
            Field::Changed => "Changed",
            Field::Origin => "Origin",
        }
    }

    /// Whether annotations of this kind have it as a field of their own, which can be edited.
    pub const fn fits(self, kind: EvidenceKind) -> bool {
        match self {
            Field::Who | Field::Whom | Field::Time | Field::Incident | Field::Reason => {
                !matches!(kind, EvidenceKind::Note)
            }
            Field::Outcome
            | Field::Low
            | Field::High
            | Field::Qualifier
            | Field::Figure
            | Field::Role
            | Field::Demographic
            | Field::Measure
            | Field::Place
            | Field::Status
            | Field::Reliability
            | Field::Credibility => matches!(kind, EvidenceKind::Claim),
            Field::Position | Field::Past => matches!(kind, EvidenceKind::Stance),
            Field::Codes => matches!(kind, EvidenceKind::Note),
            Field::Memo => true,
            Field::Passage
            | Field::Kind
            | Field::Says
            | Field::Outlet
            | Field::Title
            | Field::Published
            | Field::Coder
            | Field::Made
            | Field::Changed
            | Field::Origin => false,
        }
    }
}
