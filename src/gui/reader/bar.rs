//! Owns the small bar at the end of a selection: what can be made of it, with the keys that do the same.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, FontId, Galley, Id, Rect, Sense, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::sheet::Sheet;
use super::view::View;
use super::{Event, Making, MarkId, Page, Turn};
use crate::base::fonts::Style;
use crate::gui::fonts::family;
use crate::gui::theme::{colour, veil};

/// Points between the selection and the bar, around its words, and between key and word.
const AWAY: f32 = 6.0;
const INSET: Vec2 = vec2(6.0, 7.0);
const PAD: f32 = 5.0;
const SPACE: f32 = 8.0;

/// One thing the bar offers, set in type.
struct Item {
    label: &'static str,
    event: Event,
    key: Arc<Galley>,
    word: Arc<Galley>,
}

/// Shows the bar if something is selected and at rest.
pub fn bar(ui: &Ui, sheet: &Sheet, page: &Page<'_>, view: &View, id: Id, turn: &mut Turn) {
    let selection = turn.selection.filter(|it| !it.is_empty() && page.bar && !sheet.is_dragging());
    let rows = selection.map(|it| view.rects(it.span())).unwrap_or_default();
    let mut seen = rows.iter().filter(|row| view.area.y_range().intersects(row.y_range()));
    let (Some(first), Some(last)) = (seen.clone().next(), seen.next_back()) else { return };
    let items = items(ui, page);
    let width: f32 = items.iter().map(Item::width).sum();
    let height = items.iter().map(|it| it.word.rect.height()).fold(0.0, f32::max);
    let frame = place(view.area, *first, *last, vec2(width, height) + INSET * 2.0);
    paint_frame(ui, page, frame);
    // A press beside the words is not one on the text beneath.
    ui.interact(frame, id.with("bar"), Sense::CLICK | Sense::DRAG);
    let mut left = frame.left() + INSET.x;
    for (number, item) in items.into_iter().enumerate() {
        let rect = Rect::from_x_y_ranges(left..=left + item.width(), frame.y_range());
        left = rect.right();
        let response =
            ui.interact(rect.shrink2(vec2(0.0, 3.0)), id.with(("bar", number)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, item.label));
        if response.hovered() || response.has_focus() {
            let ground = veil(page.palette.accent, 0.14);
            ui.painter().rect_filled(response.rect, 4.0, ground);
        }
        let ink = colour(page.palette.text);
        let middle = frame.center().y;
        let word = rect.left() + PAD + item.key.rect.width() + item.gap();
        let (key_y, word_y) = (item.key.rect.height() / 2.0, item.word.rect.height() / 2.0);
        ui.painter().galley(pos2(rect.left() + PAD, middle - key_y), item.key, ink);
        ui.painter().galley(pos2(word, middle - word_y), item.word, ink);
        if response.clicked() {
            turn.events.push(item.event);
        }
    }
}

fn items(ui: &Ui, page: &Page<'_>) -> Vec<Item> {
    let item = |key: &str, label: &'static str, event: Event| {
        let set = |text: &str, style| {
            let font = FontId::new(13.0, family(style));
            ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
        };
        let (key, word) = (set(key, Style::SansBold), set(label, Style::Sans));
        Item { label, event, key, word }
    };
    let mut items = vec![
        item("1", "Casualty claim", Event::Annotate(Making::Claim)),
        item("2", "Stance", Event::Annotate(Making::Stance)),
        item("3", "Note", Event::Annotate(Making::Note)),
    ];
    if let Some(MarkId::Annotation(id)) = page.selected {
        items.push(item("", "Add passage", Event::AddPassage(id)));
    }
    items
}

impl Item {
    fn gap(&self) -> f32 {
        if self.key.is_empty() { 0.0 } else { SPACE }
    }

    fn width(&self) -> f32 {
        PAD * 2.0 + self.key.rect.width() + self.gap() + self.word.rect.width()
    }
}

/// Below the selection, else above it, else at the bottom of the area; within the column.
fn place(area: Rect, first: Rect, last: Rect, size: Vec2) -> Rect {
    let (below, above) = (last.bottom() + AWAY, first.top() - AWAY - size.y);
    let top = if below + size.y <= area.bottom() - 4.0 {
        below
    } else if above >= area.top() {
        above
    } else {
        area.bottom() - size.y - 8.0
    };
    let left = last.left().min(area.right() - size.x).max(area.left() - 8.0);
    Rect::from_min_size(pos2(left.round(), top.round()), size)
}

fn paint_frame(ui: &Ui, page: &Page<'_>, frame: Rect) {
    let shade = ui.visuals().popup_shadow;
    let shadow = Shadow { offset: [0, 4], blur: 14, spread: 0, ..shade };
    ui.painter().add(Shape::from(shadow.as_shape(frame, 6.0)));
    let stroke = Stroke::new(1.0, colour(page.palette.line));
    ui.painter().rect(frame, 6.0, colour(page.palette.page), stroke, StrokeKind::Inside);
}
