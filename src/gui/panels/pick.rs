//! Owns the choice of another record of the tree: a filter and the rows that have its words.

use eframe::egui::{
    Button, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RichText, ScrollArea, Sense, TextEdit,
    Ui, vec2,
};

use super::{Cx, paint};
use crate::base::theme::Palette;
use crate::gui::theme::colour;
use crate::gui::widgets;
use crate::project::RecordId;
use crate::views::names::{NameRow, Names, folded};

/// What is typed to find a record, and which row Enter would take.
#[derive(Default)]
pub struct Pick {
    filter: String,
    /// The row gone to: a record, or the one for nothing. None until one is.
    at: Option<Option<RecordId>>,
    /// The row is to be brought into sight.
    begins: bool,
}

/// A row that was taken.
pub struct Taken {
    /// None stands for nothing.
    pub id: Option<RecordId>,
    pub by_enter: bool,
}

/// Height of a row, in points.
const HEIGHT: f32 = 28.0;

impl Pick {
    /// A choice that starts at a record.
    pub fn starting_at(id: RecordId) -> Self {
        Self { filter: String::new(), at: Some(Some(id)), begins: true }
    }

    /// The record gone to.
    pub fn record(&self) -> Option<RecordId> {
        self.at.flatten()
    }
}

/// A labelled field that says what a record stands in and lets another be chosen. The outer option is whether one was.
pub fn field(ui: &mut Ui, cx: &mut Cx<'_>, words: &str, row: &NameRow) -> Option<Option<RecordId>> {
    super::details::label(ui, words);
    let parent = row.parent.and_then(|it| cx.names.row(it));
    let shown = parent.map_or("nothing", |it| it.name.as_str());
    let button = Button::new(shown).truncate().right_text("    ");
    let width = ui.available_width();
    let button = ui.add_sized([width, 28.0], button);
    let button = button.accessible_name(format!("{words}, {shown}"));
    let ink = if button.hovered() { cx.view.palette.text } else { cx.view.palette.weak };
    widgets::arrow(ui.painter(), button.rect, colour(ink));
    if button.clicked() {
        cx.face.pick = Pick::default();
    }
    let (names, palette) = (cx.names, cx.view.palette);
    let pick = &mut cx.face.pick;
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let chosen = popup.width(width).show(|ui| {
        ui.set_max_width(width.max(220.0));
        let fits = |it: &NameRow| names.may_stand_in(row.id, Some(it.id));
        let none = row.parent.map(|_| "nothing");
        let chosen = options(ui, pick, names, palette, none, fits);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    chosen.and_then(|it| it.inner).map(|it| it.id)
}

/// A filter and the rows that fit, the one for nothing first. Up and down go through them, Enter takes one.
pub fn options(
    ui: &mut Ui,
    pick: &mut Pick,
    names: &Names,
    palette: &Palette,
    none: Option<&str>,
    fits: impl Fn(&NameRow) -> bool,
) -> Option<Taken> {
    let wanted = folded(&pick.filter);
    let mut rows: Vec<Option<&NameRow>> = vec![];
    rows.extend(none.filter(|_| wanted.is_empty()).map(|_| None));
    rows.extend(names.rows.iter().filter(|it| fits(it) && it.has(&wanted)).map(Some));
    let id = |at: usize| rows.get(at).map(|row| row.map(|it| it.id));
    let last = rows.len().saturating_sub(1);
    let mut at = rows.iter().position(|row| Some(row.map(|it| it.id)) == pick.at);
    let mut moved = std::mem::take(&mut pick.begins);
    let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    if key(Key::ArrowDown) {
        (at, moved) = (Some(at.map_or(0, |it| (it + 1).min(last))), true);
    }
    if key(Key::ArrowUp) {
        (at, moved) = (Some(at.map_or(0, |it| it.saturating_sub(1))), true);
    }
    let enter = key(Key::Enter);
    let before = pick.filter.clone();
    let field = TextEdit::singleline(&mut pick.filter).hint_text("Type a name");
    let field = ui.add(field.desired_width(f32::INFINITY)).accessible_name("Type a name");
    if !field.has_focus() {
        field.request_focus();
    }
    if pick.filter != before {
        // The first that has the words, as soon as there are any.
        let wanted = folded(&pick.filter);
        let first = names.rows.iter().find(|it| fits(it) && it.has(&wanted));
        pick.at = first.filter(|_| !wanted.is_empty()).map(|it| Some(it.id));
        ui.ctx().request_repaint();
        return None;
    }
    pick.at = at.and_then(id);
    let taken = pick.at.filter(|_| enter).map(|id| Taken { id, by_enter: true });
    if rows.is_empty() {
        ui.label(RichText::new("None has this in its name").weak());
        return None;
    }
    let mut clicked = None;
    let area = ScrollArea::vertical().max_height(220.0).auto_shrink([false, true]);
    area.show_viewport(ui, |ui, _| {
        let width = ui.available_width();
        let size = vec2(width, rows.len() as f32 * HEIGHT);
        let (space, _) = ui.allocate_exact_size(size, Sense::hover());
        for (place, row) in rows.iter().enumerate() {
            let top = space.min + vec2(0.0, place as f32 * HEIGHT);
            let rect = Rect::from_min_size(top, vec2(width, HEIGHT));
            if moved && at == Some(place) {
                ui.scroll_to_rect(rect, None);
            }
            if !ui.is_rect_visible(rect) {
                continue;
            }
            let name = row.map_or(none.unwrap_or_default(), |it| it.name.as_str());
            // Room for the dot.
            let words = format!("      {name}");
            let button = Button::selectable(at == Some(place), words).truncate();
            let response = ui.put(rect, button.min_size(rect.size())).accessible_name(name);
            if let Some(number) = row.and_then(|it| it.colour) {
                let centre = rect.left_center() + vec2(14.0, 0.0);
                paint::dot(ui.painter(), palette, centre, 5.0, number);
            }
            if response.clicked() {
                clicked = id(place);
            }
        }
    });
    if clicked.is_some() {
        pick.at = clicked;
        ui.ctx().request_repaint();
    }
    clicked.map(|id| Taken { id, by_enter: false }).or(taken)
}
