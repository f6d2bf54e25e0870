//! Owns the line of text with the list of what it may mean beneath it: arrows go through the list, Enter takes, Esc
//! leaves. Cells, the setting of many and the filter of actors use it.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Button, EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, TextEdit, Ui, vec2,
};

use super::put::{CODES, Item, Value};

/// Height of a row of the list, in points.
const HEIGHT: f32 = 26.0;

/// Height that the list takes at most, in points.
pub const MOST: f32 = 260.0;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    pub text: String,
    start: String,
    /// What the list is for as long as nothing was typed.
    at_start: String,
    /// The row that Enter takes.
    at: Option<usize>,
    /// The rows, and the text they were made for.
    rows: Option<(String, Vec<Item>)>,
    shown_before: bool,
    /// Where its list has room.
    pub room: Room,
}

/// Where the list of a line has room.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Height that it takes at most, in points.
    pub most: f32,
    /// It stands above the line.
    pub above: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { most: MOST, above: false }
    }
}

/// What the user wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Take(Value),
    /// Take it and go on to the next cell.
    TakeAndGoOn(Value),
    Leave,
}

impl Finder {
    /// A line that begins with a text, all of it selected.
    pub fn new(text: String) -> Self {
        Self { start: text.clone(), text, ..Self::default() }
    }

    /// The same with a list for this text as long as nothing was typed.
    pub fn for_more(text: String, at_start: String) -> Self {
        Self { at_start, ..Self::new(text) }
    }

    /// What would be taken now.
    pub fn value(&self) -> Value {
        let rows = self.rows.as_ref().map(|it| it.1.as_slice()).unwrap_or_default();
        let row = self.at.and_then(|it| rows.get(it));
        row.map_or_else(|| Value { text: self.text.clone(), meant: None }, |it| it.value.clone())
    }

    /// Whether something else stands there than at the beginning.
    pub fn is_changed(&self) -> bool {
        self.text != self.start || self.at.is_some()
    }

    /// Shows it in the room there is. `items` makes the rows for a text.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        id: Id,
        name: &str,
        hint: &str,
        items: impl Fn(&str) -> Vec<Item>,
    ) -> Option<Wish> {
        let begins = !std::mem::replace(&mut self.shown_before, true);
        self.refresh(&items);
        if begins {
            // What stands there is gone to, and taken again by Enter.
            let rows = self.rows.as_ref().map(|it| it.1.as_slice()).unwrap_or_default();
            self.at = rows.iter().position(|it| it.value.text == self.start);
        }
        let moved = self.step(ui) || begins;
        let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        let (enter, tab, escape) = (key(Key::Enter), key(Key::Tab), key(Key::Escape));
        let filter =
            EventFilter { tab: true, escape: true, horizontal_arrows: true, vertical_arrows: true };
        let clicked = if self.room.above { self.list(ui, moved) } else { None };
        let before = self.text.clone();
        let edit = TextEdit::singleline(&mut self.text).id(id).event_filter(filter);
        let edit = edit.hint_text(hint.to_owned()).desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(name);
        if begins {
            response.request_focus();
        }
        if response.gained_focus() {
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            // Beyond the end is the end.
            let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        if self.text != before {
            self.refresh(&items);
            let has_rows = self.rows.as_ref().is_some_and(|it| !it.1.is_empty());
            // Behind what separates codes none is begun yet.
            let begun = self.text.rsplit(CODES).next().is_some_and(|it| !it.trim().is_empty());
            self.at = (has_rows && begun).then_some(0);
        }
        let clicked = if self.room.above { clicked } else { self.list(ui, moved) };
        if let Some(value) = clicked {
            return Some(Wish::Take(value));
        }
        if escape {
            return Some(Wish::Leave);
        }
        match (enter, tab) {
            (true, _) => Some(Wish::Take(self.value())),
            (_, true) => Some(Wish::TakeAndGoOn(self.value())),
            _ => None,
        }
    }

    fn refresh(&mut self, items: &impl Fn(&str) -> Vec<Item>) {
        // Where something stands already, asking is for something else.
        let text = if self.text == self.start { &self.at_start } else { &self.text };
        if self.rows.as_ref().is_none_or(|it| it.0 != *text) {
            self.rows = Some((text.clone(), items(text)));
        }
    }

    /// Goes up and down the list.
    fn step(&mut self, ui: &Ui) -> bool {
        let count = self.rows.as_ref().map_or(0, |it| it.1.len());
        let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        let (down, up) = (key(Key::ArrowDown), key(Key::ArrowUp));
        let Some(last) = count.checked_sub(1).filter(|_| down || up) else { return false };
        self.at = Some(match self.at {
            None => 0,
            Some(at) if down => (at + 1).min(last),
            Some(at) => at.saturating_sub(1),
        });
        true
    }

    fn list(&self, ui: &mut Ui, moved: bool) -> Option<Value> {
        let (_, rows) = self.rows.as_ref().filter(|it| !it.1.is_empty())?;
        let mut clicked = None;
        let area = ScrollArea::vertical().max_height(self.room.most).auto_shrink([false, true]);
        let area = area.min_scrolled_height(self.room.most);
        area.show_viewport(ui, |ui, _| {
            let size = vec2(ui.available_width(), rows.len() as f32 * HEIGHT);
            let (space, _) = ui.allocate_exact_size(size, Sense::hover());
            for (at, row) in rows.iter().enumerate() {
                let top = space.min + vec2(0.0, at as f32 * HEIGHT);
                let rect = Rect::from_min_size(top, vec2(size.x, HEIGHT));
                let is_at = self.at == Some(at);
                if moved && is_at {
                    ui.scroll_to_rect(rect, None);
                }
                if !ui.is_rect_visible(rect) {
                    continue;
                }
                let button = Button::selectable(is_at, row.line.as_str()).truncate().right_text("");
                // The line keeps the keyboard.
                let button = button.sense(Sense::CLICK).min_size(rect.size());
                if ui.put(rect, button).accessible_name(&row.line).clicked() {
                    clicked = Some(row.value.clone());
                }
            }
        });
        clicked
    }
}
