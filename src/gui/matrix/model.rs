//! Owns where one is in the matrix: places by row and column, what they stand for, what they are called, and where keys
//! lead from them.

use std::collections::BTreeSet;

use eframe::egui::{Event, InputState, Key, Modifiers};

use crate::base::words::Position;
use crate::gui::desk::CellAt;
use crate::views::matrix::{Cell, Matrix, Row};
use crate::views::{SUGGESTED, counted, holds};

/// A place: a cell, the name of a row where there is no column, the head of a column where there is no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct At {
    pub row: Option<usize>,
    pub column: Option<usize>,
}

impl At {
    pub fn cell(row: usize, column: usize) -> Self {
        Self { row: Some(row), column: Some(column) }
    }

    pub fn name(row: usize) -> Self {
        Self { row: Some(row), column: None }
    }

    pub fn head(column: usize) -> Self {
        Self { row: None, column: Some(column) }
    }
}

impl Default for At {
    fn default() -> Self {
        Self::cell(0, 0)
    }
}

/// What a cell stands for.
pub fn stands_for(matrix: &Matrix, row: usize, column: usize) -> Option<CellAt> {
    let (row, column) = (matrix.rows.get(row)?, matrix.columns.get(column)?);
    Some(CellAt { actor: row.actor, name: row.name.clone(), column: column.label.clone() })
}

/// The row of an actor, or of one known only by this name.
pub fn row_of(matrix: &Matrix, wanted: &CellAt) -> Option<usize> {
    let is =
        |it: &Row| it.actor == wanted.actor && (wanted.actor.is_some() || it.name == wanted.name);
    matrix.rows.iter().position(is)
}

/// Where that stands now; none if it does not.
pub fn place_of(matrix: &Matrix, wanted: &CellAt) -> Option<(usize, usize)> {
    let column = matrix.columns.iter().position(|it| it.label == wanted.column)?;
    Some((row_of(matrix, wanted)?, column))
}

/// Where the same stands in a matrix made anew. For one that was folded away that is whom it belongs to, for others
/// what is nearest.
pub fn found_again(old: &Matrix, new: &Matrix, at: At) -> At {
    let row = at.row.map(|row| {
        let lines = std::iter::successors(Some(row), |row| above(old, *row));
        let same = lines.filter_map(|it| old.rows.get(it)).find_map(|it| {
            let wanted = CellAt { actor: it.actor, name: it.name.clone(), column: String::new() };
            row_of(new, &wanted)
        });
        same.unwrap_or(row).min(new.rows.len().saturating_sub(1))
    });
    let column = at.column.map(|column| {
        let label = old.columns.get(column).map(|it| &it.label);
        let same = new.columns.iter().position(|it| Some(&it.label) == label);
        same.unwrap_or(column).min(new.columns.len().saturating_sub(1))
    });
    At { row, column }
}

/// "Russia condemns: 5 stances, 3 articles; mixed", "Russia, Wire, 19 Sep 2023: condemns, 2 stances, 1 article".
pub fn cell_name(matrix: &Matrix, row: usize, column: usize) -> String {
    let name = matrix.rows.get(row).map_or("", |it| it.name.as_str());
    let (Some(cell), Some(head)) = (matrix.cell(row, column), matrix.columns.get(column)) else {
        return name.to_owned();
    };
    let whose = match head.position {
        Some(position) => format!("{name} {}", holds(position, name)),
        None => format!("{name}, {}", head.label),
    };
    if cell.is_empty() {
        return format!("{whose}: nothing");
    }
    let held = match (head.position, cell.position()) {
        (Some(_), _) => String::new(),
        (None, Some(alone)) => format!("{}, ", holds(alone, name)),
        (None, None) => {
            let count = |it: Position| cell.counts[it as usize] + cell.suggested[it as usize];
            let held = Position::ALL.iter().filter(|it| 0 < count(**it));
            held.map(|it| format!("{} {}, ", holds(*it, name), count(*it))).collect()
        }
    };
    let mixed = if cell.mixed { "; mixed" } else { "" };
    format!("{whose}: {held}{}{mixed}", said(matrix, [cell]))
}

/// "Russia, unfolded: 5 stances; mixed towards Lowland". Stances of a folded row are also those of who
/// belongs to its actor.
pub fn row_name(matrix: &Matrix, row: &Row) -> String {
    let folded = match row.folded {
        None => "",
        Some(true) => ", folded",
        Some(false) => ", unfolded",
    };
    let stances = stances(matrix, &row.cells);
    let remark = if row.remark.is_empty() { "" } else { "; " };
    format!("{}{folded}: {stances}{remark}{}", row.name, row.remark)
}

/// "Condemn: 7 stances, 4 articles, 3 actors".
pub fn head_name(matrix: &Matrix, column: usize) -> String {
    let label = matrix.columns.get(column).map_or("", |it| it.label.as_str());
    let cells = || matrix.rows.iter().filter_map(|it| it.cells.get(column));
    let actors = counted(cells().filter(|it| !it.is_empty()).count(), "actor", "actors");
    format!("{label}: {}, {actors}", said(matrix, cells()))
}

/// "5 stances, 3 articles; 2 suggested, not decided", of the stances in these cells.
fn said<'a>(matrix: &Matrix, cells: impl IntoIterator<Item = &'a Cell>) -> String {
    let (mut decided, mut supposed, mut articles) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let evidence = cells.into_iter().flat_map(|it| &it.evidence);
    for it in evidence.filter_map(|it| matrix.evidence.get(*it)) {
        if it.suggested {
            supposed.insert(it.annotation);
        } else {
            decided.insert(it.annotation);
            articles.insert(it.article);
        }
    }
    let stances = counted(decided.len(), "stance", "stances");
    let told = format!("{stances}, {}", counted(articles.len(), "article", "articles"));
    let supposed_in_words = format!("{} {SUGGESTED}", supposed.len());
    match (decided.len(), supposed.len()) {
        (_, 0) => told,
        (0, _) => supposed_in_words,
        _ => format!("{told}; {supposed_in_words}"),
    }
}

/// "5 stances; 2 suggested, not decided".
fn stances(matrix: &Matrix, cells: &[Cell]) -> String {
    let evidence = cells.iter().flat_map(|it| &it.evidence);
    let of = |wanted: bool| {
        let all = evidence.clone().filter_map(|it| matrix.evidence.get(*it));
        let all = all.filter(|it| it.suggested == wanted).map(|it| it.annotation);
        all.collect::<BTreeSet<_>>().len()
    };
    let told = counted(of(false), "stance", "stances");
    match of(true) {
        0 => told,
        some => format!("{told}; {some} {SUGGESTED}"),
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Go(At),
    /// Folds or unfolds the row.
    Turn(usize),
    /// Leaves the chosen cell.
    Leave,
}

/// What the keys that are pressed do, one after the other; each is taken from the input. `page` is the number of rows
/// in sight.
pub fn pressed(input: &mut InputState, matrix: &Matrix, mut at: At, page: usize) -> Vec<Step> {
    let mut steps = vec![];
    input.events.retain(|event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
        let Some(step) = does(matrix, at, *key, *modifiers, page) else { return true };
        if let Step::Go(to) = step {
            at = to;
        }
        steps.push(step);
        false
    });
    steps
}

/// What a key does at a place; none if it does nothing here.
fn does(matrix: &Matrix, at: At, key: Key, modifiers: Modifiers, page: usize) -> Option<Step> {
    let last = |count: usize| count.saturating_sub(1);
    if modifiers.matches_exact(Modifiers::COMMAND) {
        return match key {
            Key::Home => Some(Step::Go(At::default())),
            Key::End => {
                Some(Step::Go(At::cell(last(matrix.rows.len()), last(matrix.columns.len()))))
            }
            _ => None,
        };
    }
    let moves = matches!(
        key,
        Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
    );
    match key {
        _ if !modifiers.is_none() => None,
        Key::Escape => Some(Step::Leave),
        _ => moves.then(|| step(matrix, at, key, page)),
    }
}

/// Where a key leads. On the name of a row Right unfolds it, then goes into it; Left folds it, then goes to whom it
/// belongs to.
fn step(matrix: &Matrix, at: At, key: Key, page: usize) -> Step {
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    let folded = at.row.and_then(|it| matrix.rows.get(it)).and_then(|it| it.folded);
    let (row, column) = (at.row, at.column);
    let last = columns.saturating_sub(1);
    let to = match (key, row, column) {
        (Key::ArrowRight, Some(row), None) if folded == Some(true) => return Step::Turn(row),
        (Key::ArrowLeft, Some(row), None) if folded == Some(false) => return Step::Turn(row),
        (Key::ArrowLeft, Some(row), None) => At::name(above(matrix, row).unwrap_or(row)),
        (Key::ArrowRight, ..) => At { row, column: Some(column.map_or(0, |it| it + 1).min(last)) },
        (Key::ArrowLeft, Some(_), Some(0)) => At { row, column: None },
        (Key::ArrowLeft, ..) => At { row, column: column.map(|it| it.saturating_sub(1)) },
        (Key::ArrowDown, ..) => {
            At { row: Some(row.map_or(0, |it| it + 1).min(rows.saturating_sub(1))), column }
        }
        // Over the first row stand the heads; over the first name nothing does.
        (Key::ArrowUp, Some(0), Some(_)) => At { row: None, column },
        (Key::ArrowUp, ..) => At { row: row.map(|it| it.saturating_sub(1)), column },
        (Key::PageDown, ..) => {
            At { row: Some((row.unwrap_or(0) + page).min(rows.saturating_sub(1))), column }
        }
        (Key::PageUp, ..) => At { row: row.map(|it| it.saturating_sub(page)), column },
        (Key::Home, ..) => At { row, column: row.is_none().then_some(0) },
        (Key::End, ..) => At { row, column: Some(last) },
        _ => at,
    };
    Step::Go(to)
}

/// The row of whom a row belongs to; none at the top.
fn above(matrix: &Matrix, row: usize) -> Option<usize> {
    let depth = |row: usize| matrix.rows.get(row).map_or(0, |it| it.depth);
    let own = depth(row);
    (0..row).rev().find(|it| depth(*it) < own)
}
