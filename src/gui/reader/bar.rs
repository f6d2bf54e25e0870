//! Owns the small bar at the end of a selection: what can be made of it, with the keys that do the same.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, FontId, Galley, Id, Rect, Sense, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::sheet::Sheet;
use super::view::View;
use super::{Event, Making, Page, Turn};
use crate::base::fonts::Style;
use crate::gui::fonts::family;
use crate::gui::theme::{colour, veil};

/// Points between the selection and the bar, around its words, and between key and word.
const AWAY: f32 = 6.0;
const INSET: Vec2 = vec2(6.0, 3.0);
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
    let room = (view.area.width() + 16.0).max(1.0);
    let (places, size) = arrange(&items, room);
    let frame = place(view.area, *first, *last, size + INSET * 2.0);
    paint_frame(ui, page, frame);
    // A press beside the words is not one on the text beneath.
    ui.interact(frame, id.with("bar"), Sense::CLICK | Sense::DRAG);
    for (number, (item, at)) in items.into_iter().zip(places).enumerate() {
        let rect = at.translate(frame.min.to_vec2() + INSET);
        let response = ui.interact(rect, id.with(("bar", number)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, item.label));
        if response.hovered() || response.has_focus() {
            let ground = veil(page.palette.accent, 0.14);
            ui.painter().rect_filled(rect, 4.0, ground);
        }
        if response.clicked() {
            turn.events.push(item.event.clone());
        }
        item.paint(ui, rect, colour(page.palette.text));
    }
}

/// The places of the items, in a further row where one is too wide for the room, and the size of all.
fn arrange(items: &[Item], room: f32) -> (Vec<Rect>, Vec2) {
    let height = items.iter().map(|it| it.word.rect.height()).fold(0.0, f32::max) + 8.0;
    let (mut at, mut size, mut places) = (pos2(0.0, 0.0), vec2(0.0, height), vec![]);
    for item in items {
        if at.x > 0.0 && at.x + item.width() + INSET.x * 2.0 > room {
            at = pos2(0.0, at.y + height);
        }
        places.push(Rect::from_min_size(at, vec2(item.width(), height)));
        at.x += item.width();
        size = size.max(vec2(at.x, at.y + height));
    }
    (places, size)
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
    if page.addable {
        items.push(item("4", "Add passage", Event::AddPassage));
    }
    items
}

impl Item {
    fn width(&self) -> f32 {
        PAD * 2.0 + self.key.rect.width() + SPACE + self.word.rect.width()
    }

    fn paint(self, ui: &Ui, place: Rect, ink: Color32) {
        let (left, middle) = (place.left() + PAD, place.center().y);
        let word = left + self.key.rect.width() + SPACE;
        let (key_y, word_y) = (self.key.rect.height() / 2.0, self.word.rect.height() / 2.0);
        ui.painter().galley(pos2(left, middle - key_y), self.key, ink);
        ui.painter().galley(pos2(word, middle - word_y), self.word, ink);
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
