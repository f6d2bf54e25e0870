//! Owns what is said of a cell beside its sentences: whose it is, what was said, and how many of whom.

use super::model::Matrix;
use crate::views::evidence::SUGGESTED;
use crate::views::verbs::holds;
use crate::views::words::{counted, listed};

/// Members of more than these are counted together, not one by one.
const NAMED: usize = 3;

/// What stands behind a cell: its own sentences, then those of who belongs to its actor and has a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// "Russia mediates", "Russia · Wire, 19 Sep 2023".
    pub title: String,
    /// "2 of its own, 2 of the contingent".
    pub told: String,
    /// As rows of [`Matrix::evidence`].
    pub evidence: Vec<usize>,
}

/// What stands behind the cell at a row and a column; none if there is no such cell.
pub fn behind(matrix: &Matrix, row: usize, column: usize) -> Option<Behind> {
    let (of, cell, head) =
        (matrix.rows.get(row)?, matrix.cell(row, column)?, matrix.columns.get(column)?);
    let verb = head.position.map(|it| holds(it, &of.name));
    let title = match verb {
        Some(verb) => format!("{} {verb}", of.name),
        None => format!("{} · {}", of.name, head.label),
    };
    let who = |index: &usize| matrix.evidence.get(*index).map_or("", |it| it.who.as_str());
    let is_own = |it: &usize| of.actor.is_none() || who(it) == of.name;
    let (mut evidence, mut rest): (Vec<usize>, Vec<usize>) =
        cell.evidence.iter().copied().partition(is_own);
    let is_suggested = |it: &usize| matrix.evidence.get(*it).is_some_and(|it| it.suggested);
    let members = matrix.members(row).iter().filter_map(|it| it.cells.get(column));
    rest.extend(members.flat_map(|it| it.evidence.iter().copied()));
    let (supposed, decided): (Vec<usize>, Vec<usize>) =
        rest.iter().copied().partition(is_suggested);
    let own = evidence.iter().filter(|it| !is_suggested(it)).count();
    let supposed = supposed.len() + evidence.len() - own;
    let mut others: Vec<(&str, usize)> = vec![];
    for name in decided.iter().map(who) {
        match others.iter_mut().find(|it| it.0 == name) {
            Some(it) => it.1 += 1,
            None => others.push((name, 1)),
        }
    }
    evidence.extend(&rest);
    let mut told = match own + decided.len() {
        0 if 0 < supposed => vec![],
        _ => vec![told(own, &others, decided.len())],
    };
    told.extend((0 < supposed).then(|| format!("{supposed} {SUGGESTED}")));
    Some(Behind { title, told: told.join("; "), evidence })
}

fn told(own: usize, others: &[(&str, usize)], rest: usize) -> String {
    if others.is_empty() {
        return counted(own, "stance", "stances");
    }
    let own = if own == 0 { "none of its own".to_owned() } else { format!("{own} of its own") };
    let named = || others.iter().map(|(name, count)| format!("{count} of {name}"));
    let others = match others.len() {
        few if few <= NAMED => listed(&named().collect::<Vec<_>>(), "and"),
        many => format!("{rest} of {many} who belong to it"),
    };
    format!("{own}, {others}")
}
