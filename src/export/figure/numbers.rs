//! Owns the small words at marks: the number in the evidence list and, once for each figure of a claimant, the figure
//! itself. Words stand clearly nearer to their own mark than to any other, or nowhere.

use std::collections::HashSet;

use crate::export::figure::frame::fitted;
use crate::export::figure::marks;
use crate::export::figure::places::Place;
use crate::export::figure::space::{Points, Taken};
use crate::export::figure::style::{SMALLEST, Style};
use crate::export::measure::{Weight, text_width};
use crate::export::scene::{Anchor, Point, Prim, Rect, Text};
use crate::views::chart::{Mark, Panel};

/// The room in which words are looked for.
pub(super) struct Room<'a> {
    pub plot: Rect,
    pub style: Style,
    /// Reach of a mark.
    pub reach: f32,
    /// Hairlines of the axis, which words keep off where they can.
    pub grid: &'a Taken,
}

/// The size of the words.
pub(super) fn size(style: Style) -> f32 {
    (style.note() * 0.88).max(SMALLEST)
}

/// Writes the words of a panel's marks, as far as there is room. `lasts` are the marks whose figures stand at the ends of
/// lines.
pub(super) fn set(
    panel: &Panel,
    places: &[Place],
    lasts: &[usize],
    room: &Room,
    taken: &mut Taken,
    items: &mut Vec<Prim>,
) {
    let size = size(room.style);
    let points = Points::new(places, room.plot);
    let lined: HashSet<usize> = panel.lines.iter().flat_map(|line| &line.marks).copied().collect();
    let named: HashSet<Option<u16>> = panel.lines.iter().map(|line| Some(line.colour)).collect();
    let lasts = lasts.iter().filter_map(|last| panel.marks.get(*last));
    let mut told: HashSet<(Option<u16>, &str)> = lasts.map(figure_of).collect();
    let shown = panel.marks.iter().zip(places).enumerate().filter(|(_, (_, it))| it.shown);
    for (place, (mark, Place { at, .. })) in shown {
        let number = mark.evidence.saturating_add(1).to_string();
        let mut tries = vec![];
        if !mark.label.is_empty() && !told.contains(&figure_of(mark)) {
            let figure = format!("{number}: {}", mark.label);
            let whose = whose(mark, &named);
            if !whose.is_empty() {
                tries.push((format!("{figure}{whose}"), 1.6));
            }
            tries.push((figure, 1.6));
        }
        tries.push((number.clone(), 1.2));
        let on_a_line = lined.contains(&place);
        let spot = tries.iter().find_map(|(words, apart)| {
            let wide = text_width(words, size, Weight::Regular);
            if room.style.units(340.0) < wide && *words != number {
                return None;
            }
            let spots = spots(mark, *at, wide, size, room, on_a_line);
            let fits = |rect: &Rect| {
                room.plot.contains(rect)
                    && taken.is_free(rect)
                    && points.belongs(rect, place, *apart)
            };
            let mut fitting = spots.into_iter().filter(fits).peekable();
            let first = fitting.peek().copied()?;
            Some((words, fitting.find(|it| room.grid.is_free(it)).unwrap_or(first)))
        });
        let Some((words, rect)) = spot else { continue };
        if words.len() > number.len() {
            told.insert(figure_of(mark));
        }
        taken.take(rect);
        let from = Point { x: rect.left, y: rect.top + size * 0.84 };
        let colour = room.style.ink(marks::tone(mark.colour, room.style).0);
        let (weight, width) = (Weight::Regular, rect.width());
        let text = fitted(words, from, size, weight, colour, Anchor::Start, width);
        items.push(Prim::Text(Text { halo: Some(room.style.palette.page), ..text }));
    }
}

/// What is told once: a claimant's figure.
fn figure_of(mark: &Mark) -> (Option<u16>, &str) {
    (mark.colour, mark.label.as_str())
}

/// The claimant, where no line of its colour names it.
fn whose(mark: &Mark, named: &HashSet<Option<u16>>) -> String {
    match mark.claimant.as_str() {
        "" => ", nobody named".to_owned(),
        _ if named.contains(&mark.colour) => String::new(),
        name => format!(", {name}"),
    }
}

/// Places around a mark, the best first: level with it, unless it stands on a line, then at its corners, then over and
/// under it if the words are short.
fn spots(mark: &Mark, at: Point, wide: f32, size: f32, room: &Room, on_a_line: bool) -> Vec<Rect> {
    let tall = size * 1.1;
    let radius = marks::radius(mark, room.reach);
    let gap = radius + room.reach * if mark.inexact { 0.9 } else { 0.45 };
    // A ring is wider than the mark within it.
    let near = radius * 0.75 + 1.5;
    let off = if mark.inexact { room.reach * 1.5 + 1.0 } else { near * 0.7 };
    let (right, left) = (at.x + gap, at.x - gap - wide - 1.0);
    let level = [(right, at.y - tall * 0.5), (left, at.y - tall * 0.5)];
    let corners = [
        (at.x + near, at.y + off),
        (at.x + near, at.y - off - tall),
        (at.x - near - wide - 1.0, at.y - off - tall),
        (at.x - near - wide - 1.0, at.y + off),
    ];
    let middle =
        [(at.x - wide / 2.0, at.y + gap * 0.9), (at.x - wide / 2.0, at.y - gap * 0.9 - tall)];
    let mut spots: Vec<(f32, f32)> = Vec::with_capacity(8);
    if on_a_line {
        spots.extend(corners);
        spots.extend(level);
    } else {
        spots.extend(level);
        spots.extend(corners);
    }
    if wide < tall * 4.0 {
        spots.extend(middle);
    }
    spots.into_iter().map(|(left, top)| Rect::sized(left, top, wide + 1.0, tall)).collect()
}
