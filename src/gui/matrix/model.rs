//! Owns where one is in the matrix: places by row and column, what they stand for, what they are called, and where keys
//! lead from them.

use eframe::egui::{InputState, Key, Modifiers};

use crate::gui::desk::CellAt;
use crate::views::matrix::{Matrix, Row};

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

/// Where the same stands in a matrix made anew, or whatever is nearest to it.
pub fn found_again(old: &Matrix, new: &Matrix, at: At) -> At {
    let row = at.row.map(|row| {
        let same = old.rows.get(row).and_then(|it| {
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

/// "Russia, condemn: 1, mixed", "Russia, Wire, 19 Sep 2023: condemn 1, mediate 2".
pub fn cell_name(matrix: &Matrix, row: usize, column: usize) -> String {
    let name = matrix.rows.get(row).map_or("", |it| it.name.as_str());
    let (Some(cell), Some(head)) = (matrix.cell(row, column), matrix.columns.get(column)) else {
        return name.to_owned();
    };
    let Some(position) = head.position else {
        let says = if cell.is_empty() { "nothing".to_owned() } else { cell.says() };
        return format!("{name}, {}: {says}", head.label);
    };
    let count = if cell.is_empty() { "none".to_owned() } else { cell.count.to_string() };
    let mixed = if cell.mixed { ", mixed" } else { "" };
    format!("{name}, {}: {count}{mixed}", position.label())
}

/// "Russia, unfolded, mixed: condemns and supports Lowland".
pub fn row_name(row: &Row) -> String {
    let folded = match row.folded {
        None => "",
        Some(true) => ", folded",
        Some(false) => ", unfolded",
    };
    let remark = if row.remark.is_empty() { "" } else { ", " };
    format!("{}{folded}{remark}{}", row.name, row.remark)
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

/// The keys that are pressed, each taken from the input, and what they do at a place. `page` is the number of rows in
/// sight.
pub fn pressed(input: &mut InputState, matrix: &Matrix, at: At, page: usize) -> Option<Step> {
    let mut key = |modifiers, key| input.consume_key(modifiers, key);
    let plain = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ];
    if key(Modifiers::NONE, Key::Escape) {
        return Some(Step::Leave);
    }
    if key(Modifiers::COMMAND, Key::Home) {
        return Some(Step::Go(At::default()));
    }
    if key(Modifiers::COMMAND, Key::End) {
        let last = |count: usize| count.saturating_sub(1);
        return Some(Step::Go(At::cell(last(matrix.rows.len()), last(matrix.columns.len()))));
    }
    let key = plain.into_iter().find(|it| key(Modifiers::NONE, *it))?;
    Some(step(matrix, at, key, page))
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
        (Key::ArrowLeft, Some(row), None) => At::name(above(matrix, row)),
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

/// The row of whom a row belongs to; itself if there is none.
fn above(matrix: &Matrix, row: usize) -> usize {
    let depth = |row: usize| matrix.rows.get(row).map_or(0, |it| it.depth);
    let own = depth(row);
    (0..row).rev().find(|it| depth(*it) < own).unwrap_or(row)
}
