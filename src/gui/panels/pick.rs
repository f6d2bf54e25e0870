//! Owns the choice of another record of the tree: a filter and the rows that have its words.

use eframe::egui::{
    Button, Key, Modifiers, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui,
};

use super::{Cx, paint};
use crate::base::theme::Palette;
use crate::gui::icons;
use crate::project::RecordId;
use crate::views::names::{NameRow, Names, folded};

/// What is typed to find a record, and which row Enter would take.
#[derive(Default)]
pub struct Pick {
    filter: String,
    at: usize,
}

/// A row of a choice; none stands for nothing.
type Choice<'a> = Option<&'a NameRow>;

/// A labelled field that says what a record stands in and lets another be chosen. The outer option is whether one was.
pub fn field(ui: &mut Ui, cx: &mut Cx<'_>, words: &str, row: &NameRow) -> Option<Option<RecordId>> {
    super::details::label(ui, words);
    let parent = row.parent.and_then(|it| cx.names.row(it));
    let shown = parent.map_or("nothing", |it| it.name.as_str());
    let button = Button::new(shown).truncate().right_text(icons::ARROW_DROP_DOWN);
    let width = ui.available_width();
    let button = ui.add_sized([width, 28.0], button);
    let button = button.accessible_name(format!("{words}, {shown}"));
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
        let chosen = options(ui, pick, names, palette, none, fits, None);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    chosen.and_then(|it| it.inner)
}

/// A filter and the rows that fit, the one for nothing first. Up and down go through them, Enter takes one.
pub fn options(
    ui: &mut Ui,
    pick: &mut Pick,
    names: &Names,
    palette: &Palette,
    none: Option<&str>,
    fits: impl Fn(&NameRow) -> bool,
    chosen: Option<RecordId>,
) -> Option<Option<RecordId>> {
    let wanted = folded(&pick.filter);
    let mut rows: Vec<Choice<'_>> = vec![];
    rows.extend(none.filter(|_| wanted.is_empty()).map(|_| None));
    rows.extend(names.rows.iter().filter(|it| fits(it) && it.has(&wanted)).map(Some));
    let last = rows.len().saturating_sub(1);
    pick.at = pick.at.min(last);
    let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let mut moved = false;
    if key(Key::ArrowDown) {
        (pick.at, moved) = ((pick.at + 1).min(last), true);
    }
    if key(Key::ArrowUp) {
        (pick.at, moved) = (pick.at.saturating_sub(1), true);
    }
    let enter = key(Key::Enter);
    let before = pick.filter.clone();
    let field = TextEdit::singleline(&mut pick.filter).hint_text("Type a name");
    let field = ui.add(field.desired_width(f32::INFINITY)).accessible_name("Type a name");
    if !field.has_focus() {
        field.request_focus();
    }
    if pick.filter != before {
        pick.at = 0;
    }
    let mut taken = enter.then(|| rows.get(pick.at).map(|it| it.map(|it| it.id))).flatten();
    if rows.is_empty() {
        ui.label(RichText::new("None has this in its name").weak());
        return None;
    }
    let area = ScrollArea::vertical().max_height(220.0).auto_shrink([false, true]);
    area.show_rows(ui, 28.0, rows.len(), |ui, range| {
        for (at, row) in rows.iter().enumerate().take(range.end).skip(range.start) {
            let name = row.map_or(none.unwrap_or("nothing"), |it| it.name.as_str());
            let is_chosen = at == pick.at || (chosen.is_some() && row.map(|it| it.id) == chosen);
            let room = ui.available_width();
            // Room for the dot.
            let words = format!("      {name}");
            let button =
                Button::selectable(is_chosen, words).truncate().min_size([room, 28.0].into());
            let response = ui.add(button).accessible_name(name);
            if let Some(number) = row.and_then(|it| it.colour) {
                let place = response.rect.left_center() + eframe::egui::vec2(14.0, 0.0);
                paint::dot(ui.painter(), palette, place, 5.0, number);
            }
            if moved && at == pick.at {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                pick.at = at;
                taken = Some(row.map(|it| it.id));
            }
        }
    });
    taken
}
