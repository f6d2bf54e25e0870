//! Owns what a suggestion is: a candidate the program found, plain data, not part of the project until accepted.

use crate::base::words::{
    Basis, Demographic, Measure, Outcome, Position, Qualifier, Role, Speech, TimeSource,
};
use crate::base::{Span, When};

/// A candidate at its place in an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The shortest run of words that holds it.
    pub span: Span,
    /// From 0 to 1: of suggestions scored 0.9, about nine in ten should be right.
    pub score: f32,
    /// The rule that found it; steady over versions, for the record.
    pub rule: &'static str,
    /// In words: "‘killed’ after ‘four police officers’; said by ‘Baku’".
    pub because: String,
    pub found: Found,
}

/// What would be recorded.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    Claim(FoundClaim),
    Stance(FoundStance),
}

/// A name in the article: the words as printed, and the gazetteer's main name if it knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundName {
    pub words: String,
    /// Main name of the entry of the gazetteer.
    pub name: Option<String>,
    /// Where the words stand, if they stand in the article.
    pub span: Option<Span>,
}

/// The number of people in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub low: u64,
    /// None where it is open.
    pub high: Option<u64>,
    pub qualifier: Qualifier,
    /// As printed, with the words of its bounds.
    pub words: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FoundClaim {
    pub outcome: Outcome,
    pub figure: Figure,
    pub role: Role,
    pub demographic: Demographic,
    /// Whose people, and on what basis.
    pub side: Option<(FoundName, Basis)>,
    pub claimant: Option<FoundName>,
    pub speech: Speech,
    /// The outlet or agency it is quoted from.
    pub via: Option<FoundName>,
    pub measure: Measure,
    /// Index of the whole among the suggestions of the same article.
    pub part_of: Option<usize>,
    /// Index of the first suggestion that says the same in the same article.
    pub repeats: Option<usize>,
    /// None where even the time of printing is unknown.
    pub as_of: Option<When>,
    /// Name of the incident, in the project's or the article's words.
    pub incident: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FoundStance {
    pub actor: FoundName,
    pub position: Position,
    pub target: Option<FoundName>,
    pub past: bool,
    pub speech: Speech,
    /// Index of the first suggestion of the article whose sentence is the same word for word, as where a page prints
    /// its headline twice.
    pub repeats: Option<usize>,
    pub as_of: Option<When>,
    pub incident: Option<String>,
}

impl Suggestion {
    /// Index of the first suggestion of the same article that says the same.
    pub fn repeats(&self) -> Option<usize> {
        match &self.found {
            Found::Claim(claim) => claim.repeats,
            Found::Stance(stance) => stance.repeats,
        }
    }

    /// Whether it is found who says so or whose stance it is.
    pub fn names_somebody(&self) -> bool {
        match &self.found {
            Found::Claim(claim) => claim.claimant.is_some(),
            Found::Stance(_) => true,
        }
    }
}

impl FoundClaim {
    /// The demographic if there is one, else the role: the `group` of the exchange format.
    pub fn group(&self) -> &'static str {
        match self.demographic {
            Demographic::Unspecified => self.role.word(),
            demographic => demographic.word(),
        }
    }

    /// Where the as-of time comes from.
    pub fn as_of_source(&self) -> Option<TimeSource> {
        self.as_of.as_ref().map(|when| when.source)
    }
}
