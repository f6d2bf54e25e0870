//! Owns how a cell of the stance matrix is drawn, in the figure and in the window alike.

use crate::base::theme::{Palette, Rgb};
use crate::base::words::Position;
use crate::export::figure::frame::text;
use crate::export::figure::marks;
use crate::export::measure::{Weight, text_width};
use crate::export::scene::{Anchor, Paint, Point, Prim, Rect, Stroke, Text};
use crate::views::{self, matrix::Cell};

/// A dot for nothing, else a field for each position that is held. `size` is that of the type, and the factor that of
/// everything against a figure of 1600 × 900.
pub fn cell(
    cell: &Cell,
    rect: Rect,
    (size, factor): (f32, f32),
    palette: &Palette,
    items: &mut Vec<Prim>,
) {
    if cell.is_empty() {
        let centre = Point { x: (rect.left + rect.right) / 2.0, y: (rect.top + rect.bottom) / 2.0 };
        let radius = (1.3 * factor).max(0.7);
        items.push(Prim::Circle { centre, radius, paint: Paint::filled(palette.line) });
        return;
    }
    let held = || Position::ALL.iter().copied().filter(|it| 0 < cell.counts[*it as usize]);
    let supposed = || Position::ALL.iter().copied().filter(|it| 0 < cell.suggested[*it as usize]);
    let fields = (held().count() + supposed().count()).max(1);
    let shade = if cell.shade.is_finite() { cell.shade.clamp(0.0, 1.0) } else { 0.0 };
    let wide = rect.width() / fields as f32;
    let alone = held().count() == 1;
    for (place, position) in held().enumerate() {
        let count = if alone { cell.count } else { cell.counts[position as usize] };
        let field = Rect::sized(rect.left + wide * place as f32, rect.top, wide, rect.height());
        let fill = palette.position(position).mark.over(palette.page, 0.24 + 0.64 * shade);
        items.push(Prim::Rect { rect: field, paint: Paint::filled(fill) });
        let mixed = cell.mixed && position != Position::Mediate;
        let count = (views::count(count as u64), mixed);
        words(position, count, field, size, palette.reads_on(fill), items);
    }
    for (place, position) in supposed().enumerate() {
        let left = rect.left + wide * (held().count() + place) as f32;
        let inset = factor.max(1.0);
        let field = Rect::sized(left, rect.top, wide, rect.height()).grown(-inset);
        let ink = palette.position(position).ink;
        let edge = Stroke::solid(ink, factor.max(1.0)).faint(0.7).dashed(&marks::DOTS);
        items.push(Prim::Polyline { points: corners(field), stroke: edge });
        let more = views::count(cell.suggested[position as usize] as u64);
        words(position, (format!("+{more}"), false), field, size, palette.weak, items);
    }
}

/// All round a field.
fn corners(field: Rect) -> Vec<Point> {
    let Rect { left, top, right, bottom } = field;
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    corners.map(|(x, y)| Point { x, y }).to_vec()
}

/// The sign of a position, as it stands in cells and above columns.
pub fn sign(position: Position, centre: Point, reach: f32, colour: Rgb) -> Prim {
    marks::sign(position, centre, reach, colour)
}

/// Sign, count and "mixed", as far as they have room.
fn words(
    position: Position,
    (count, mixed): (String, bool),
    field: Rect,
    size: f32,
    colour: Rgb,
    items: &mut Vec<Prim>,
) {
    let size = size.min(field.height() * 0.8);
    let small = size * 0.82;
    let (reach, gap) = (size * 0.28, size * 0.34);
    let wide = text_width(&count, size, Weight::Bold);
    let word = if mixed { "mixed" } else { "" };
    let word_wide = text_width(word, small, Weight::Regular);
    let with_sign = reach * 2.0 + gap + wide;
    let with_word = with_sign + gap * 0.8 + word_wide;
    let room = field.width() - size * 0.3;
    let (total, has_sign, has_word) = if !word.is_empty() && with_word <= room {
        (with_word, true, true)
    } else if with_sign <= room {
        (with_sign, true, false)
    } else {
        (wide, false, false)
    };
    if room < total {
        let middle = (field.left + field.right) / 2.0;
        let centre = Point { x: middle, y: (field.top + field.bottom) / 2.0 };
        let reach = reach.min(field.width() * 0.35);
        items.push(marks::sign(position, centre, reach, colour));
        return;
    }
    let mut x = (field.left + field.right - total) / 2.0;
    let y = (field.top + field.bottom) / 2.0;
    if has_sign {
        items.push(marks::sign(position, Point { x: x + reach, y }, reach, colour));
        x += reach * 2.0 + gap;
    }
    let at = Point { x, y: y + size * 0.35 };
    let number = text(&count, at, size, colour, Anchor::Start);
    items.push(Prim::Text(Text { weight: Weight::Bold, ..number }));
    if has_word {
        let at = Point { x: x + wide + gap * 0.8, y: at.y };
        items.push(Prim::Text(text(word, at, small, colour, Anchor::Start)));
    }
}
