//! Owns how the text and everything on it is drawn: fills under the words, lanes below them, search hits, selection,
//! caret, outline.

use eframe::egui::{
    Color32, FontId, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::marks::{Mark, MarkKind, Marks};
use super::paragraph::Type;
use super::sheet::Sheet;
use super::view::{Setter, View};
use super::{Page, Selection};
use crate::base::Span;
use crate::base::theme::{Palette, Rgb};
use crate::base::words::PassageRole;
use crate::gui::icons;
use crate::gui::theme::{colour, veil};

/// Opacities over the page.
const FILL: f32 = 0.15;
const LIT: f32 = 0.32;
const WEAK: f32 = 0.07;
const SELECTION: f32 = 0.25;
const HIT: f32 = 0.18;
const CURRENT: f32 = 0.45;
/// Of the letters of what is no part of the report; read at 4.5:1 still.
const DIM: f32 = 0.65;

/// Points from one lane to the next, and how many there is room for between two rows. A mark below the last lane is
/// drawn in it.
const LANE: f32 = 3.0;
const LANES: usize = 3;

/// How far left of the text the middle of a sign in the margin is.
const BESIDE: f32 = 11.0;

/// How long a revealed passage is lit, as a multiple of the style's time for animations.
const FLASH: f32 = 16.0;

/// The colour of a kind, as a mark.
pub fn tone(palette: &Palette, kind: MarkKind) -> Rgb {
    match kind {
        MarkKind::Claim(outcome) => palette.outcome(outcome).mark,
        MarkKind::Stance(position) => palette.position(position).mark,
        MarkKind::Note(number) => palette.actor(number).mark,
    }
}

/// Draws what is in view.
pub fn paint(
    ui: &Ui,
    painter: &Painter,
    sheet: &mut Sheet,
    page: &Page<'_>,
    setter: &Setter<'_>,
    view: &View,
    selection: Option<Selection>,
) {
    let band = Band::new(setter.kind, view.area.left(), painter.pixels_per_point());
    let marks = page.marks.overlapping(view.span());
    let drawn: Vec<Drawn<'_>> = marks.iter().filter_map(|it| Drawn::new(page, view, *it)).collect();
    for mark in &drawn {
        mark.fill(painter, page, &band);
    }
    flash(ui, painter, sheet, page, view, &band);
    hits(painter, page, view, &band);
    if let Some(selection) = selection.filter(|it| !it.is_empty()) {
        for rect in view.rects(selection.span()) {
            painter.rect_filled(rect, 0.0, veil(page.palette.accent, SELECTION));
        }
    }
    for mark in &drawn {
        mark.line(painter, page, &band);
    }
    // Under the words: a comma right behind the passage stays readable.
    for mark in &drawn {
        mark.outline(painter, page, &band);
    }
    for row in page.fresh.iter().flat_map(|it| view.rects(*it)) {
        let stroke = Stroke::new(2.0, colour(page.palette.accent));
        let around = band.fill(row).expand2(vec2(1.0, 0.0));
        painter.rect_stroke(around, 4.0, stroke, StrokeKind::Outside);
    }
    let palette = page.palette;
    let dimmed = palette.text.over(palette.page, DIM);
    for placed in &view.placed {
        let ink = if placed.piece.dim { dimmed } else { palette.text };
        placed.laid.paint(painter, placed.at, colour(ink));
    }
    caret(painter, page, view, &band, selection);
}

/// Where fill and lanes lie within a row, in points from its top.
struct Band {
    top: f32,
    /// Of the words; the first lane begins here.
    bottom: f32,
    /// Where the text begins.
    left: f32,
    pixels: f32,
}

impl Band {
    fn new(kind: Type, left: f32, pixels: f32) -> Self {
        let baseline = kind.baseline();
        Self { top: baseline - kind.size * 1.04, bottom: baseline + kind.size * 0.2, left, pixels }
    }

    fn round(&self, points: f32) -> f32 {
        (points * self.pixels).round() / self.pixels
    }

    /// The part of a row's area that is filled.
    fn fill(&self, row: Rect) -> Rect {
        let (top, bottom) = (self.round(row.top() + self.top), self.round(row.top() + self.bottom));
        Rect::from_x_y_ranges(row.x_range(), top..=bottom)
    }

    fn line(&self, row: Rect, lane: usize, width: f32) -> Rect {
        let top = self.round(row.top() + self.bottom) + lane.min(LANES - 1) as f32 * LANE;
        Rect::from_x_y_ranges(row.x_range(), top..=top + width)
    }
}

/// A mark in view.
struct Drawn<'a> {
    mark: &'a Mark,
    lane: usize,
    tone: Rgb,
    rects: Vec<Rect>,
    /// Whether its first row is in view.
    begins: bool,
}

impl<'a> Drawn<'a> {
    fn new(page: &Page<'a>, view: &View, number: usize) -> Option<Self> {
        let marks: &'a Marks = page.marks;
        let mark = marks.get(number)?;
        let rects = view.rects(mark.span);
        let tone = tone(page.palette, mark.kind);
        let begins = mark.span.start() >= view.span().start();
        Some(Self { mark, lane: marks.lane(number), tone, rects, begins })
    }

    fn is_main(&self) -> bool {
        self.mark.role == PassageRole::Main
    }

    fn fill(&self, painter: &Painter, page: &Page<'_>, band: &Band) {
        let is_lit = page.hovered.contains(&self.mark.id);
        let opacity = match (is_lit, self.mark.is_suggestion() || self.lane > 0, self.is_main()) {
            (true, _, true) => LIT,
            (true, _, false) => LIT * 0.7,
            (false, true, _) => return,
            (false, false, true) => FILL,
            (false, false, false) => WEAK,
        };
        for row in &self.rects {
            painter.rect_filled(band.fill(*row), 0.0, veil(self.tone, opacity));
        }
    }

    fn line(&self, painter: &Painter, page: &Page<'_>, band: &Band) {
        let ink = colour(self.tone);
        let width = if self.is_main() { 2.0 } else { 1.0 };
        let mut mesh = Mesh::default();
        for row in &self.rects {
            let line = band.line(*row, self.lane, width);
            match (self.mark.is_suggestion(), self.mark.moved) {
                (true, _) => dashes(&mut mesh, line, 2.0, 2.0, ink),
                (false, true) => dashes(&mut mesh, line, 7.0, 3.0, ink),
                (false, false) => mesh.add_colored_rect(line, ink),
            }
        }
        painter.add(Shape::mesh(mesh));
        if self.mark.moved
            && self.begins
            && let Some(first) = self.rects.first()
        {
            let place = pos2(band.left - BESIDE, first.center().y);
            let font = FontId::proportional(14.0);
            let align = eframe::egui::Align2::CENTER_CENTER;
            painter.text(place, align, icons::WARNING, font, colour(page.palette.warning()));
        }
    }

    fn outline(&self, painter: &Painter, page: &Page<'_>, band: &Band) {
        if page.selected != Some(self.mark.id) {
            return;
        }
        let stroke = Stroke::new(2.0, colour(page.palette.accent));
        for row in &self.rects {
            let (fill, line) = (band.fill(*row), band.line(*row, self.lane, 2.0));
            let around = fill.union(line).expand2(vec2(1.0, 0.0));
            painter.rect_stroke(around, 4.0, stroke, StrokeKind::Outside);
        }
    }
}

/// A broken line, as one shape however long it is.
fn dashes(mesh: &mut Mesh, line: Rect, dash: f32, gap: f32, ink: Color32) {
    let mut left = line.left();
    while left < line.right() {
        let right = (left + dash).min(line.right());
        mesh.add_colored_rect(Rect::from_x_y_ranges(left..=right, line.y_range()), ink);
        left += dash + gap;
    }
}

fn hits(painter: &Painter, page: &Page<'_>, view: &View, band: &Band) {
    let span = view.span();
    let first = page.hits.partition_point(|hit| hit.end() <= span.start());
    let seen = page.hits.iter().skip(first).take_while(|hit| hit.start() < span.end());
    let accent = page.palette.accent;
    for hit in seen.filter(|hit| page.hit != Some(**hit)) {
        for row in view.rects(*hit) {
            painter.rect_filled(band.fill(row).expand(1.0), 2.0, veil(accent, HIT));
        }
    }
    let current: Option<Span> = page.hit;
    for row in current.map(|hit| view.rects(hit)).unwrap_or_default() {
        let fill = band.fill(row).expand(1.0);
        let stroke = Stroke::new(1.0, colour(accent));
        painter.rect(fill, 2.0, veil(accent, CURRENT), stroke, StrokeKind::Outside);
    }
}

/// Lights what was revealed, and lets it fade.
fn flash(ui: &Ui, painter: &Painter, sheet: &mut Sheet, page: &Page<'_>, view: &View, band: &Band) {
    let Some((span, since)) = sheet.flash else { return };
    let now = ui.input(|it| it.time);
    let since = since.unwrap_or(now);
    let length = ui.style().animation_time * FLASH;
    let left = 1.0 - (now - since) as f32 / length.max(0.001);
    if length <= 0.0 || left <= 0.0 {
        sheet.flash = None;
        return;
    }
    sheet.flash = Some((span, Some(since)));
    for row in view.rects(span) {
        let fill = band.fill(row).expand(3.0);
        painter.rect_filled(fill, 4.0, veil(page.palette.accent, 0.4 * left));
    }
    ui.ctx().request_repaint();
}

fn caret(
    painter: &Painter,
    page: &Page<'_>,
    view: &View,
    band: &Band,
    selection: Option<Selection>,
) {
    let head = selection.filter(|_| page.active).map(|it| it.head);
    if let Some(row) = head.and_then(|head| view.caret(head)) {
        let (fill, x) = (band.fill(row), band.round(row.left()));
        let rect = Rect::from_x_y_ranges(x - 1.0..=x + 0.5, fill.top()..=fill.bottom() + 1.0);
        painter.rect_filled(rect, 0.0, colour(page.palette.text));
    }
}
