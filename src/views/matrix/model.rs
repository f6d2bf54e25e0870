//! Owns what a stance matrix is, as plain data in the words of the screen: what is asked for, and what is shown.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::facets::Facets;
use crate::base::words::Position;
use crate::base::{ActorId, AnnotationId, ArticleId, IncidentId};
use crate::views::evidence::SUGGESTED;
use crate::views::{Evidence, count as grouped};

/// What a matrix is to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixRequest {
    /// Stances about this incident or its parts, and those about none; none for all.
    pub incident: Option<IncidentId>,
    /// Only what this outlet printed, letter case aside.
    pub outlet: Option<String>,
    /// From this day, in the project's zone. Stances without any time stay.
    pub from: Option<Date>,
    /// To this day, included.
    pub to: Option<Date>,
    pub columns: ColumnsBy,
    pub count: CountBy,
    /// Also stances held in the past.
    pub past: bool,
    /// Actors whose members have rows of their own.
    pub unfolded: Unfolded,
    pub sort: SortBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnsBy {
    #[default]
    Position,
    Article,
    Target,
    Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountBy {
    #[default]
    Annotations,
    Articles,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Unfolded {
    None,
    #[default]
    All,
    These(BTreeSet<ActorId>),
    AllBut(BTreeSet<ActorId>),
}

impl Unfolded {
    pub fn has(&self, actor: ActorId) -> bool {
        match self {
            Unfolded::None => false,
            Unfolded::All => true,
            Unfolded::These(these) => these.contains(&actor),
            Unfolded::AllBut(these) => !these.contains(&actor),
        }
    }

    /// Folds an actor that is unfolded, and unfolds one that is folded.
    pub fn turn(&mut self, actor: ActorId) {
        let turn = |these: &mut BTreeSet<ActorId>| {
            if !these.remove(&actor) {
                these.insert(actor);
            }
        };
        match self {
            Unfolded::None => *self = Unfolded::These(BTreeSet::from([actor])),
            Unfolded::All => *self = Unfolded::AllBut(BTreeSet::from([actor])),
            Unfolded::These(these) | Unfolded::AllBut(these) => turn(these),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    #[default]
    Name,
    Count,
    Position,
}

/// Actors by positions, articles, targets or days.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// "Who stands where on the offensive".
    pub title: String,
    /// "14 actors, 61 stances in 9 articles; …".
    pub subtitle: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Every counted annotation, in the order of time and then of text.
    pub evidence: Vec<Evidence>,
    /// Articles among the evidence that is decided.
    pub articles: usize,
    /// How much of the evidence nobody has decided.
    pub suggested: usize,
    /// Stances that the request leaves out.
    pub hidden: usize,
    /// What the cells mean, as far as it occurs.
    pub legend: Vec<String>,
    /// What the stances can be narrowed down by.
    pub facets: Facets,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub label: String,
    /// Bytes of the label's end that tell it from others of the same start and are never cut: ", 19 Sep 2023 (2)". 0 if
    /// nothing does.
    pub end: usize,
    /// Where columns are positions.
    pub position: Option<Position>,
    /// Where columns are articles.
    pub article: Option<ArticleId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// None for stances whose actor is only words.
    pub actor: Option<ActorId>,
    pub name: String,
    /// 0 at the top, 1 for one who belongs to the row above, and so on.
    pub depth: usize,
    /// None if nobody shown belongs to it, else whether it is folded.
    pub folded: Option<bool>,
    /// One a column.
    pub cells: Vec<Cell>,
    /// "mixed towards Lowland", of an unfolded row also what is mixed only together with its members;
    /// empty if there is nothing to say.
    pub remark: String,
}

impl Column {
    /// What a head shows of the label, as two paragraphs: "Meridian Wire", "19 Sep 2023 (2)". The second may be empty.
    pub fn parts(&self) -> (&str, &str) {
        let at = self.label.len().saturating_sub(self.end);
        let (start, end) = self.label.split_at_checked(at).unwrap_or((&self.label, ""));
        (start, end.trim_start_matches([',', ' ']))
    }
}

impl Matrix {
    /// The cell at a row and a column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(column)
    }

    /// The rows of those who belong to the actor of a row, as far as they have rows of their own.
    pub fn members(&self, row: usize) -> &[Row] {
        let depth = self.rows.get(row).map_or(0, |it| it.depth);
        let after = self.rows.get(row + 1..).unwrap_or_default();
        let end = after.iter().position(|it| it.depth <= depth).unwrap_or(after.len());
        after.get(..end).unwrap_or_default()
    }
}

/// What an actor said in a column. Own stances only where the row is unfolded, the union where it is folded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Annotations or articles, as asked, by position.
    pub counts: [usize; 3],
    /// Of all positions; in articles this may be less than their sum.
    pub count: usize,
    /// The actor both condemns and supports the same target in the evidence of this cell's row.
    pub mixed: bool,
    /// Strength from 0 (empty) to 1 (the fullest cell of the matrix).
    pub shade: f32,
    /// What nobody has decided, counted likewise and in none of the other counts.
    pub suggested: [usize; 3],
    /// The stances, as rows of [`Matrix::evidence`].
    pub evidence: Vec<usize>,
    pub annotations: Vec<AnnotationId>,
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        self.count == 0 && !self.is_suggested()
    }

    /// Whether something nobody has decided stands in it.
    pub fn is_suggested(&self) -> bool {
        self.suggested != [0; 3]
    }

    /// "condemn 1, mediate 2, mixed"; empty for an empty cell.
    pub fn says(&self) -> String {
        let held = Position::ALL.iter().filter(|it| 0 < self.counts[**it as usize]);
        let alone = self.position().is_some();
        let mut says: Vec<String> = held
            .map(|it| {
                let count = if alone { self.count } else { self.counts[*it as usize] };
                format!("{} {}", it.label(), grouped(count as u64))
            })
            .collect();
        says.extend(self.mixed.then(|| "mixed".to_owned()));
        says.extend(self.supposed());
        says.join(", ")
    }

    /// "condemn 2 suggested, not decided", a clause a position.
    pub fn supposed(&self) -> impl Iterator<Item = String> {
        let all = Position::ALL.iter().zip(self.suggested).filter(|it| 0 < it.1);
        all.map(|(it, count)| format!("{} {} {SUGGESTED}", it.label(), grouped(count as u64)))
    }

    /// The one position of the cell, or none if it holds several or nothing.
    pub fn position(&self) -> Option<Position> {
        let mut held = Position::ALL.iter().copied().filter(|it| self.counts[*it as usize] > 0);
        held.next().filter(|_| held.next().is_none())
    }
}
