//! Owns where rows end and where the pieces of a row stand.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::BreakOpportunity;

use super::letters::{Letter, Piece, Sort, letters, pieces};
use super::{Placed, Row};

/// How far a word may reach over the width, in points: what rounding makes of an exact fit.
const SLACK: f32 = 0.01;

/// A row being filled, its pieces in the order of the text.
#[derive(Default)]
struct Line {
    pieces: Vec<Piece>,
    used: f32,
}

impl Line {
    fn push(&mut self, piece: Piece) {
        self.used += piece.width();
        self.pieces.push(piece);
    }
}

/// The rows of a text, each the pieces it holds in the order of the text. At least one row.
pub fn broken(
    text: &str,
    turned: bool,
    width: f32,
    measure: &mut dyn FnMut(&str) -> f32,
) -> Vec<Vec<Piece>> {
    let room = width + SLACK;
    let (mut lines, mut line) = (Vec::new(), Line::default());
    let all = letters(text, turned);
    for stretch in all.split_inclusive(|letter| letter.end.is_some()) {
        let found = pieces(text, stretch, measure);
        let whole: f32 = found.iter().map(Piece::width).sum();
        let solid = whole - hanging(&found).1;
        if !line.pieces.is_empty() && line.used + solid > room {
            lines.push(std::mem::take(&mut line).pieces);
        }
        for piece in found {
            fill(text, piece, room, &mut line, &mut lines, measure);
        }
        if stretch.last().and_then(|it| it.end) == Some(BreakOpportunity::Mandatory) {
            lines.push(std::mem::take(&mut line).pieces);
        }
    }
    if !line.pieces.is_empty() || lines.is_empty() {
        lines.push(line.pieces);
    }
    lines
}

/// Puts a piece on the row, and what does not fit, letter by letter, on further ones.
fn fill(
    text: &str,
    mut piece: Piece,
    room: f32,
    line: &mut Line,
    lines: &mut Vec<Vec<Piece>>,
    measure: &mut dyn FnMut(&str) -> f32,
) {
    while !piece.sort.hangs() && line.used + piece.width() > room {
        let fitting = piece.ends.iter().filter(|end| line.used + **end <= room).count();
        // A row takes at least one letter, however narrow it is.
        let least = usize::from(line.pieces.iter().all(|it| it.sort.hangs()));
        match piece.cut(text, fitting.max(least), measure) {
            Some((head, tail)) => {
                line.push(head);
                piece = tail;
            }
            None if least == 1 => break,
            None => {}
        }
        lines.push(std::mem::take(line).pieces);
    }
    line.push(piece);
}

/// How many pieces at the end of a row hang, and how wide they are.
fn hanging(pieces: &[Piece]) -> (usize, f32) {
    let tail = pieces.iter().rev().take_while(|it| it.sort.hangs());
    tail.fold((0, 0.0), |(count, width), it| (count + 1, width + it.width()))
}

/// The rows with each piece at its place, and the width they are set in: that asked for, or what the widest row needs.
pub fn placed(lines: Vec<Vec<Piece>>, turned: bool, width: f32) -> (Vec<Row>, f32) {
    let solid = |line: &Vec<Piece>| line.iter().map(Piece::width).sum::<f32>() - hanging(line).1;
    let width = if width.is_finite() { width } else { lines.iter().map(solid).fold(0.0, f32::max) };
    let mut start = 0;
    let mut row = |line| {
        let row = place(line, turned, width, start);
        start = row.bytes.end;
        row
    };
    (lines.into_iter().map(&mut row).collect(), width)
}

fn place(mut line: Vec<Piece>, turned: bool, width: f32, start: usize) -> Row {
    let base = if turned { Level::rtl() } else { Level::ltr() };
    let solid = line.len() - hanging(&line).0;
    let whole: f32 = line.iter().map(Piece::width).sum();
    reset_levels(&mut line, base);
    let end = line.last().map_or(start, |it| bytes(&it.letters).end);
    let levels: Vec<Level> = line.iter().map(|it| it.level).collect();
    // What hangs stands before the words of a right-to-left row, out of its left edge if need be.
    let mut x = if turned { width - whole } else { 0.0 };
    let mut found = Vec::with_capacity(line.len());
    for index in BidiInfo::reorder_visual(&levels) {
        let Some(piece) = line.get(index) else { continue };
        let right = x + piece.width();
        let edges =
            if index < solid { (x, right) } else { (x.clamp(0.0, width), right.clamp(0.0, width)) };
        found.push(at(piece, edges));
        x = right;
    }
    Row { bytes: start..end, pieces: found }
}

/// White space at the end of a row and before a tab has the direction of the paragraph.
fn reset_levels(line: &mut [Piece], base: Level) {
    let mut at_end = true;
    for piece in line.iter_mut().rev() {
        at_end = piece.sort == Sort::Tab || (at_end && piece.sort.hangs());
        if at_end {
            piece.level = base;
        }
    }
}

fn at(piece: &Piece, (left, right): (f32, f32)) -> Placed {
    let turned = piece.level.is_rtl();
    let (begin, finish) = if turned { (right, left) } else { (left, right) };
    let bytes = bytes(&piece.letters);
    let mut borders = vec![(bytes.start, begin)];
    for (letter, end) in piece.letters.iter().zip(&piece.ends) {
        let x = if turned { right - end } else { left + end };
        // The last lies exactly at the edge, so that neighbours touch.
        let x = if letter.bytes.end == bytes.end { finish } else { x.clamp(left, right) };
        borders.push((letter.bytes.end, x));
    }
    let ink = !piece.sort.hangs();
    Placed { bytes, left, right, borders, right_to_left: turned, ink }
}

fn bytes(letters: &[Letter]) -> Range<usize> {
    letters.first().map_or(0, |it| it.bytes.start)..letters.last().map_or(0, |it| it.bytes.end)
}
