//! Owns which pieces are in view in a frame, and where: the layout of the widget. Only these are set.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Context, Pos2, Rect, pos2, vec2};

use super::bidi::Words;
use super::paragraph::{Laid, Type};
use super::pieces::{Piece, piece_at};
use super::sheet::{Place, Sheet, Target};
use crate::base::Span;
use crate::corpus::{Article, Hash};

/// Blank points above the first and below the last row.
const ABOVE: f32 = 16.0;
const BELOW: f32 = 24.0;

/// Sets pieces of one article in one type, each once a frame.
pub struct Setter<'a> {
    pub article: &'a Article,
    pub kind: Type,
    ctx: &'a Context,
    /// By the first byte of the piece.
    done: RefCell<BTreeMap<usize, Laid>>,
    /// What was kept of the last frame.
    kept: &'a Kept,
}

/// Pieces that need not be set again in the next frame.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    made: Option<(Hash, Type, f32)>,
    words: BTreeMap<usize, Arc<Words>>,
}

/// A piece with its place on the screen.
pub struct Placed {
    pub number: usize,
    pub piece: Piece,
    /// The top left corner of its first row.
    pub at: Pos2,
    pub laid: Laid,
}

/// What is in view.
pub struct View {
    /// The area of the rows.
    pub area: Rect,
    pub placed: Vec<Placed>,
    /// Whether the whole article is in view.
    pub whole: bool,
}

impl<'a> Setter<'a> {
    pub fn new(ctx: &'a Context, article: &'a Article, kind: Type, kept: &'a Kept) -> Self {
        Self { article, kind, ctx, done: RefCell::default(), kept }
    }

    pub fn set(&self, piece: Piece) -> Laid {
        let at = piece.span.start();
        if let Some(laid) = self.done.borrow().get(&at) {
            return laid.clone();
        }
        let fits = self.kept.made == Some(self.made());
        let laid = match self.kept.words.get(&at).filter(|_| fits) {
            Some(words) => Laid::Words(words.clone()),
            None => Laid::new(self.ctx, piece.span.of(&self.article.text), self.kind),
        };
        self.done.borrow_mut().insert(at, laid.clone());
        laid
    }

    fn made(&self) -> (Hash, Type, f32) {
        (self.article.text_hash, self.kind, self.ctx.pixels_per_point())
    }

    /// What the next frame may take over.
    pub fn keep(self) -> Kept {
        let made = Some(self.made());
        let words = self.done.into_inner().into_iter().filter_map(|(at, laid)| match laid {
            Laid::Words(words) => Some((at, words)),
            Laid::Galley(_) => None,
        });
        Kept { made, words: words.collect() }
    }

    /// How far down the next piece begins.
    pub fn extent(&self, piece: Piece) -> f32 {
        self.extent_of(piece, &self.set(piece))
    }

    fn extent_of(&self, piece: Piece, laid: &Laid) -> f32 {
        laid.height() + if piece.ends { self.kind.gap() } else { 0.0 }
    }

    /// The row of a byte, as a place with that row at the top of the view.
    fn row_place(&self, pieces: &[Piece], byte: usize) -> Place {
        let number = piece_at(pieces, byte);
        let Some(piece) = pieces.get(number) else { return Place::default() };
        let within = byte.saturating_sub(piece.span.start()).min(piece.span.len());
        let offset = self.set(*piece).caret(within).top();
        Place { piece: number, offset, byte, scrolled: true }
    }
}

/// Scrolls as the sheet was asked to, by `delta` points downwards besides, and sets what is then in view in `area`.
pub fn view(setter: &Setter<'_>, sheet: &mut Sheet, area: Rect, delta: f32) -> View {
    let pieces = std::mem::take(&mut sheet.pieces);
    if sheet.kind.is_some_and(|kind| kind != setter.kind) && sheet.place.scrolled {
        let part = sheet.place.offset.rem_euclid(setter.kind.line).min(setter.kind.line - 1.0);
        sheet.place = setter.row_place(&pieces, sheet.place.byte);
        sheet.place.offset += part;
    }
    sheet.kind = Some(setter.kind);
    if sheet.place.piece == 0 && !sheet.place.scrolled {
        sheet.place.offset = -ABOVE;
    }
    if let Some(target) = sheet.target.take() {
        sheet.place = aim(setter, &pieces, sheet.place, area.height(), target);
    }
    sheet.place.offset += delta;
    sheet.place = settle(setter, &pieces, sheet.place);
    let mut placed = place(setter, &pieces, sheet.place, area);
    if let Some(slack) = slack(&placed, &pieces, setter.kind, area)
        && (sheet.place.piece, sheet.place.offset) != (0, -ABOVE)
    {
        sheet.place.offset -= slack;
        sheet.place = settle(setter, &pieces, sheet.place);
        placed = place(setter, &pieces, sheet.place, area);
    }
    sheet.place.scrolled = (sheet.place.piece, sheet.place.offset) != (0, -ABOVE);
    let is_end = placed.last().is_none_or(|it| it.number + 1 == pieces.len());
    let fits = slack(&placed, &pieces, setter.kind, area).is_some();
    let view = View { area, placed, whole: !sheet.place.scrolled && is_end && fits };
    sheet.place.byte = view.top_byte();
    sheet.pieces = pieces;
    view
}

/// The place that shows a target.
fn aim(setter: &Setter<'_>, pieces: &[Piece], now: Place, height: f32, target: Target) -> Place {
    let (byte, end, margin) = match target {
        Target::Top(0) => return Place { offset: -ABOVE, ..Place::default() },
        Target::Top(byte) => return setter.row_place(pieces, byte),
        Target::Reveal(span) => (span.start(), span.end(), (height * 0.15).min(120.0)),
        Target::Keep(byte) => (byte, byte, setter.kind.line * 0.5),
    };
    let (row, last) = (setter.row_place(pieces, byte), setter.row_place(pieces, end));
    let line = setter.kind.line;
    let top = distance(setter, pieces, now, row, height * 2.0);
    let bottom = distance(setter, pieces, now, last, height * 2.0).map(|it| it + line);
    let shift = match (top, bottom) {
        (Some(top), Some(bottom)) if top >= margin && bottom <= height - margin => return now,
        _ if matches!(target, Target::Reveal(_)) => -height * 0.3,
        (Some(top), _) if top < margin && top > -height => -margin,
        (_, Some(bottom)) if bottom > height - margin && bottom < height * 2.0 => {
            return Place { offset: last.offset + line + margin - height, scrolled: true, ..last };
        }
        _ => -height * 0.3,
    };
    Place { offset: row.offset + shift, ..row }
}

/// How far below the top of the view at `now` the place `then` is, or none if it is further than `far`.
fn distance(
    setter: &Setter<'_>,
    pieces: &[Piece],
    now: Place,
    then: Place,
    far: f32,
) -> Option<f32> {
    let (first, last) = (now.piece.min(then.piece), now.piece.max(then.piece));
    let mut between = 0.0;
    for piece in pieces.get(first..last)? {
        between += setter.extent(*piece);
        if between > far * 2.0 {
            return None;
        }
    }
    let signed = if now.piece <= then.piece { between } else { -between };
    Some(signed + then.offset - now.offset).filter(|it| it.abs() <= far)
}

/// The same place counted from the piece that it lies in, and not above the article.
fn settle(setter: &Setter<'_>, pieces: &[Piece], mut place: Place) -> Place {
    if pieces.is_empty() {
        return Place { offset: -ABOVE, ..Place::default() };
    }
    if place.piece >= pieces.len() {
        place = Place { piece: pieces.len() - 1, offset: 0.0, ..place };
    }
    while place.offset < 0.0 && place.piece > 0 {
        place.piece -= 1;
        place.offset += pieces.get(place.piece).map_or(0.0, |it| setter.extent(*it));
    }
    if place.piece == 0 {
        place.offset = place.offset.max(-ABOVE);
    }
    while place.piece + 1 < pieces.len() {
        let extent = pieces.get(place.piece).map_or(0.0, |it| setter.extent(*it));
        if place.offset < extent {
            break;
        }
        place.offset -= extent;
        place.piece += 1;
    }
    place
}

/// The pieces from a place on to the bottom of the area.
fn place(setter: &Setter<'_>, pieces: &[Piece], from: Place, area: Rect) -> Vec<Placed> {
    let pixels = setter.ctx.pixels_per_point().max(0.1);
    let round = |y: f32| (y * pixels).round() / pixels;
    let mut top = area.top() - from.offset;
    let mut placed = Vec::new();
    for (number, piece) in pieces.iter().enumerate().skip(from.piece) {
        if top >= area.bottom() {
            break;
        }
        let laid = setter.set(*piece);
        let extent = setter.extent_of(*piece, &laid);
        let at = pos2(round(area.left()), round(top));
        placed.push(Placed { number, piece: *piece, at, laid });
        top += extent;
    }
    placed
}

/// How much of the area is blank below the end of the article, or none if the end is not above the area's bottom.
fn slack(placed: &[Placed], pieces: &[Piece], kind: Type, area: Rect) -> Option<f32> {
    let below = BELOW.min(kind.line * 2.0);
    let Some(last) = placed.last() else { return Some(area.height()) };
    let bottom = last.at.y + last.laid.height() + below;
    (last.number + 1 == pieces.len() && bottom <= area.bottom()).then_some(area.bottom() - bottom)
}

impl Placed {
    /// Areas of a span of the article on the screen.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        let within = self.within(span);
        let rects = if within.is_empty() { vec![] } else { self.laid.rects(within) };
        rects.into_iter().map(|it| it.translate(self.at.to_vec2())).collect()
    }

    /// The bytes of this piece that a span of the article shares.
    fn within(&self, span: Span) -> Range<usize> {
        let (start, length) = (self.piece.span.start(), self.piece.span.len());
        let clamp = |at: usize| at.saturating_sub(start).min(length);
        clamp(span.start())..clamp(span.end())
    }

    pub fn caret(&self, byte: usize) -> Rect {
        let within = byte.saturating_sub(self.piece.span.start()).min(self.piece.span.len());
        self.laid.caret(within).translate(self.at.to_vec2())
    }

    pub fn bottom(&self) -> f32 {
        self.at.y + self.laid.height()
    }
}

impl View {
    /// From the first to the last byte set, some of which may lie just outside the area.
    pub fn span(&self) -> Span {
        let start = self.placed.first().map_or(0, |it| it.piece.span.start());
        Span::new(start, self.placed.last().map_or(start, |it| it.piece.span.end()))
    }

    /// The first byte of the first row that is wholly in view.
    fn top_byte(&self) -> usize {
        let Some(first) = self.placed.iter().find(|it| it.bottom() > self.area.top() + 1.0) else {
            return 0;
        };
        let byte = first.laid.byte_at(vec2(0.0, self.area.top() - first.at.y + 1.0));
        first.piece.span.start() + byte
    }

    /// The bytes that are in view.
    pub fn seen(&self) -> Span {
        let end = self.byte_at(pos2(self.area.right(), self.area.bottom() - 1.0));
        Span::new(self.top_byte(), end)
    }

    /// The boundary between characters next to a place; a place between pieces counts to the nearer.
    pub fn byte_at(&self, place: Pos2) -> usize {
        let far =
            |it: &&Placed| (it.at.y - place.y).max(place.y - it.bottom()).max(0.0).round() as i32;
        let Some(nearest) = self.placed.iter().min_by_key(far) else { return 0 };
        nearest.piece.span.start() + nearest.laid.byte_at(place - nearest.at)
    }

    /// Where the caret stands, if its piece is in view.
    pub fn caret(&self, byte: usize) -> Option<Rect> {
        Some(self.holding(byte)?.caret(byte))
    }

    /// The piece in view that holds a byte; at a border the later one.
    pub fn holding(&self, byte: usize) -> Option<&Placed> {
        let after = self.placed.partition_point(|it| it.piece.span.start() <= byte);
        let placed = self.placed.get(after.checked_sub(1)?)?;
        (byte <= placed.piece.span.end()).then_some(placed)
    }

    /// Areas of a span on the screen, as far as it is set.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        let near = self.placed.iter().filter(|it| it.piece.span.overlaps(span));
        near.flat_map(|it| it.rects(span)).collect()
    }
}
