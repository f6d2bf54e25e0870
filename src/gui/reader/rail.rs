//! Owns the rail at the right edge of a column: a tick for each annotation, a pale line for each suggestion, a line for
//! each search hit, and where the view is. In an article that is all in view a tick stands beside its row, in a longer
//! one at its part of the whole.

use eframe::egui::{CursorIcon, Id, Painter, Rect, Sense, Ui, pos2};

use super::paint::tone;
use super::sheet::{Sheet, Target};
use super::view::View;
use super::{Event, MarkId, Page, Turn};
use crate::base::theme::Rgb;
use crate::gui::theme::{colour, veil};

/// The width of the rail, of a tick and its height, in points.
const WIDTH: f32 = 20.0;
const TICK: f32 = 6.0;
const HEIGHT: f32 = 14.0;
/// How high a tick is in an article with more annotations than fit.
const LEAST: f32 = 3.0;

/// The rail of one frame.
pub struct Rail {
    area: Rect,
    slots: Vec<Slot>,
    /// The heights of search hits, no two on one point.
    hits: Vec<f32>,
    hit: Option<f32>,
    /// The heights of suggestions, no two on one point.
    suggested: Vec<f32>,
    /// How high a tick is drawn.
    height: f32,
    /// The part of the article in view.
    seen: Option<Rect>,
    is_pointed: bool,
}

/// Ticks at one height.
struct Slot {
    y: f32,
    /// The numbers of its marks.
    marks: Vec<usize>,
}

/// Lays the rail out and handles it.
pub fn rail(
    ui: &Ui,
    sheet: &mut Sheet,
    page: &Page<'_>,
    view: &View,
    column: Rect,
    id: Id,
    turn: &mut Turn,
) -> Rail {
    let area = Rect::from_min_max(pos2(column.right() - WIDTH, column.top()), column.max);
    let response = ui.interact(area, id.with("rail"), Sense::CLICK | Sense::DRAG);
    let rail = lay_out(page, view, area, response.contains_pointer());
    let pointed = response.interact_pointer_pos().or(response.hover_pos());
    let Some(place) = pointed else { return rail };
    let slot = rail.slot_at(place.y);
    let first = slot.and_then(|slot| page.marks.get(*slot.marks.first()?));
    if response.hovered()
        && let Some(slot) = slot
    {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        turn.events.extend(first.map(|mark| Event::Hover(mark.id)));
        let names = slot.marks.iter().filter_map(|it| page.marks.get(*it));
        let names: Vec<&str> = names.map(|mark| mark.name.as_str()).take(8).collect();
        response.clone().on_hover_text_at_pointer(names.join("\n"));
    }
    if response.clicked()
        && let Some(mark) = first
    {
        sheet.reveal(mark.span);
        turn.events.push(Event::Press(mark.id));
    } else if (response.dragged() || response.clicked()) && !view.whole {
        let part = ((place.y - area.top()) / area.height().max(1.0)).clamp(0.0, 1.0);
        let middle = view.seen().len() / 2;
        let byte = (part * page.article.text.len() as f32) as usize;
        let byte = page.article.text.floor_char_boundary(byte.saturating_sub(middle));
        sheet.target = Some(Target::Top(byte));
    }
    rail
}

fn lay_out(page: &Page<'_>, view: &View, area: Rect, is_pointed: bool) -> Rail {
    let length = page.article.text.len().max(1) as f32;
    let part = |byte: usize| area.top() + byte as f32 / length * area.height();
    // A rail lower than a tick has its ticks at the top.
    let place = |byte: usize, height: f32| match view.whole {
        true => view.caret(byte).map_or(area.top(), |it| it.center().y),
        false => part(byte).min(area.bottom() - height).max(area.top() + height),
    };
    let mut hits: Vec<f32> = vec![];
    for hit in page.hits {
        let y = place(hit.start(), 1.0).round();
        if hits.last() != Some(&y) {
            hits.push(y);
        }
    }
    let hit = page.hit.map(|hit| place(hit.start(), 1.0));
    let mut suggested: Vec<f32> = vec![];
    for mark in page.marks.iter().filter(|it| it.is_suggestion()) {
        let y = place(mark.span.start(), 1.0).round();
        if suggested.last() != Some(&y) {
            suggested.push(y);
        }
    }
    let decided = page.marks.iter().enumerate().filter(|(_, mark)| !mark.is_suggestion());
    let crowded = page.marks.iter().filter(|it| !it.is_suggestion()).count() as f32
        * (HEIGHT + 2.0)
        > area.height();
    let height = if crowded { LEAST } else { HEIGHT };
    let mut slots: Vec<Slot> = vec![];
    let mut seen: Vec<MarkId> = vec![];
    for (number, mark) in decided {
        // One tick for an annotation, at its first passage.
        if !crowded {
            if seen.contains(&mark.id) {
                continue;
            }
            seen.push(mark.id);
        }
        let y = place(mark.span.start(), height);
        match slots.last_mut() {
            Some(last) if y < last.y + height => last.marks.push(number),
            _ => slots.push(Slot { y, marks: vec![number] }),
        }
    }
    let shown = (!view.whole && !view.placed.is_empty()).then(|| {
        let span = view.seen();
        let (top, bottom) = (part(span.start()), part(span.end()));
        let middle = (top + bottom) / 2.0;
        let half = ((bottom - top) / 2.0).max(10.0);
        let middle = middle.clamp(area.top() + half, (area.bottom() - half).max(area.top() + half));
        Rect::from_x_y_ranges(area.x_range(), middle - half..=middle + half)
    });
    Rail { area, slots, hits, hit, suggested, height, seen: shown, is_pointed }
}

impl Rail {
    fn slot_at(&self, y: f32) -> Option<&Slot> {
        let far = |slot: &&Slot| (slot.y - y).abs();
        let near = self.slots.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
        (far(&near) <= self.height / 2.0 + 2.0).then_some(near)
    }
}

/// Draws the rail.
pub fn paint(painter: &Painter, page: &Page<'_>, rail: &Rail) {
    let right = rail.area.right() - 8.0;
    if let Some(seen) = rail.seen {
        let opacity = if rail.is_pointed { 0.3 } else { 0.12 };
        let bar = Rect::from_x_y_ranges(right - TICK - 3.0..=right + 3.0, seen.y_range());
        painter.rect_filled(bar, 4.0, veil(page.palette.weak, opacity));
    }
    for y in &rail.hits {
        let line =
            Rect::from_x_y_ranges(right - TICK - 6.0..=right - TICK - 1.0, y - 1.0..=y + 1.0);
        painter.rect_filled(line, 0.0, veil(page.palette.accent, 0.7));
    }
    if let Some(y) = rail.hit {
        let line = Rect::from_x_y_ranges(right - TICK - 8.0..=right - TICK, y - 1.5..=y + 1.5);
        painter.rect_filled(line, 0.0, colour(page.palette.accent));
    }
    for y in &rail.suggested {
        let line = Rect::from_x_y_ranges(right - TICK + 1.0..=right - 1.0, y - 1.0..=y + 1.0);
        painter.rect_filled(line, 0.0, veil(page.palette.weak, 0.4));
    }
    for slot in &rail.slots {
        let lit = slot.marks.iter().any(|it| {
            page.marks.get(*it).is_some_and(|mark| {
                page.hovered.contains(&mark.id) || page.selected == Some(mark.id)
            })
        });
        let mut tones: Vec<Rgb> = vec![];
        for mark in slot.marks.iter().filter_map(|it| page.marks.get(*it)) {
            let tone = tone(page.palette, mark.kind);
            if tones.len() < 3 && !tones.contains(&tone) {
                tones.push(tone);
            }
        }
        let (grown, rounded) =
            (if lit { 1.5 } else { 0.0 }, if rail.height > 4.0 { 2.0 } else { 0.0 });
        let tick = Rect::from_x_y_ranges(
            right - TICK..=right,
            slot.y - rail.height / 2.0..=slot.y + rail.height / 2.0,
        );
        let tick = tick.expand(grown);
        let share = tick.width() / tones.len().max(1) as f32;
        for (it, tone) in tones.iter().enumerate() {
            let left = tick.left() + it as f32 * share;
            let part = Rect::from_x_y_ranges(left..=left + share, tick.y_range());
            let corners = if tones.len() == 1 { rounded } else { 0.0 };
            painter.rect_filled(part, corners, colour(*tone));
        }
    }
}
