//! Owns the names of the columns of the stance matrix, of the figure flat where they have room, else reading upward.

use crate::export::figure::style::Style;
use crate::export::measure::{Weight, Wrapped, text_width, wrap};
use crate::views::matrix::Column;

/// How the names of the columns stand.
pub(super) enum Head {
    Flat(Vec<Wrapped>),
    /// Reading upward.
    Upward(Vec<Wrapped>),
}

/// The name of a column in lines of at most `width`: whole if it can be, else with its end whole in lines of its own
/// beneath what there is room for of its start.
pub fn in_lines(column: &Column, size: f32, weight: Weight, width: f32, most: usize) -> Wrapped {
    let label = title_case(column);
    let whole = wrap(&label, size, weight, width, most);
    let (start, end) = column.parts();
    // A day that follows words from right to left on their line would be set among them.
    let turns = start.chars().any(|it| ('\u{590}'..'\u{900}').contains(&it));
    if end.is_empty() || (whole.lines.len() == 1 && whole.complete && !turns) {
        return whole;
    }
    let end = wrap(end, size, weight, width, most);
    let room = most.saturating_sub(end.lines.len());
    if room == 0 {
        return whole;
    }
    let start = wrap(start, size, weight, width, room);
    let complete = start.complete && end.complete;
    Wrapped { lines: start.lines.into_iter().chain(end.lines).collect(), complete }
}

/// The size of the names of columns: smaller than other type where the name of a position is too wide for its column.
fn head_size(columns: &[Column], pitch: f32, size: f32, style: Style) -> f32 {
    let positions = columns.iter().filter(|column| column.position.is_some());
    let wide = positions.map(|it| text_width(&title_case(it), size, Weight::Bold) + size * 1.2);
    let wide = wide.fold(1.0, f32::max);
    size * ((pitch - style.units(10.0)) / wide * 0.99).clamp(0.7, 1.0)
}

/// Flat names where they fit in three lines, else upward ones; and the size of either.
pub(super) fn head(
    columns: &[Column],
    pitch: f32,
    upright: f32,
    style: Style,
    height: f32,
) -> (Head, f32) {
    let room = pitch - style.units(10.0);
    let size = head_size(columns, pitch, upright, style);
    let flat: Vec<Wrapped> = columns
        .iter()
        .map(|column| {
            let sign = column.position.map_or(0.0, |_| size * 1.2);
            in_lines(column, size, Weight::Bold, room - sign, 3)
        })
        .collect();
    let broken = columns.iter().any(|column| {
        let sign = column.position.map_or(0.0, |_| size * 1.2);
        let label = title_case(column);
        let words = label.split_whitespace().map(|it| text_width(it, size, Weight::Bold));
        room - sign < words.fold(0.0, f32::max)
    });
    let lines = flat.iter().map(|label| label.lines.len()).max().unwrap_or(1);
    let low = lines as f32 * size * 1.25 < height * 0.3;
    if low && !broken && flat.iter().all(|label| label.complete) {
        return (Head::Flat(flat), size);
    }
    let size = upright;
    let lines = ((pitch / (size * 1.15)) as usize).clamp(1, 3);
    let upward = |share: f32| -> Vec<Wrapped> {
        let wrapped = |column: &Column| {
            in_lines(column, size * UPWARD, Weight::Regular, height * share, lines)
        };
        columns.iter().map(wrapped).collect()
    };
    let shares = [0.16, 0.22, 0.28];
    let complete = |labels: &Vec<Wrapped>| labels.iter().all(|label| label.complete);
    let labels = shares.map(upward).into_iter().find(complete).unwrap_or_else(|| upward(0.34));
    (Head::Upward(labels), size)
}

/// Size of upward names against that of others.
pub(super) const UPWARD: f32 = 0.95;

impl Head {
    pub fn height(&self, size: f32) -> f32 {
        match self {
            Head::Flat(labels) => {
                let lines = labels.iter().map(|label| label.lines.len()).max().unwrap_or(1);
                lines as f32 * size * 1.25
            }
            Head::Upward(labels) => {
                let lines = labels.iter().flat_map(|label| &label.lines);
                let wide = lines.map(|line| text_width(line, size * UPWARD, Weight::Regular));
                wide.fold(0.0, f32::max) + 1.0
            }
        }
    }
}

fn title_case(column: &Column) -> String {
    let mut characters = column.label.chars();
    match characters.next() {
        Some(first) if column.position.is_some() => {
            first.to_uppercase().chain(characters).collect()
        }
        _ => column.label.clone(),
    }
}
