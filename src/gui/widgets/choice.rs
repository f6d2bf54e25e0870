//! Owns the field that takes one of a few words: a list that opens by click or Space; arrows and first letters choose
//! without it.

use eframe::egui::{ComboBox, Event, EventFilter, Id, IdSalt, Key, Modifiers, Response, Ui};

use super::{Keys, labelled, with_arrow};
use crate::base::theme::Palette;

/// A labelled choice. The response is marked as changed if another value was chosen.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut T,
    all: &[T],
    name: impl Fn(T) -> String,
) -> Response {
    let short = name(*value);
    choice_short(ui, palette, keys, words, value, all, name, &short)
}

/// The same where the list has longer words than the field: `short` is what the field shows.
#[expect(clippy::too_many_arguments, reason = "a field is told all at once")]
pub fn choice_short<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut T,
    all: &[T],
    name: impl Fn(T) -> String,
    short: &str,
) -> Response {
    let before = *value;
    let mut response = labelled(ui, palette, words, |ui| {
        // As the list makes its own id of it.
        let salt = IdSalt::new(words);
        let id = ui.make_persistent_id(salt);
        if !ComboBox::is_open(ui.ctx(), id) {
            keys.before(ui, id);
            if let Some(to) = pressed(ui, id, *value, all, &name) {
                *value = to;
            }
        }
        let width = ui.available_width();
        let shown = ComboBox::from_id_salt(words).width(width).truncate().height(320.0);
        with_arrow(shown)
            .selected_text(short)
            .show_ui(ui, |ui| {
                for it in all {
                    ui.selectable_value(value, *it, name(*it));
                }
            })
            .response
    });
    keys.shown(&response);
    if *value != before {
        response.mark_changed();
    }
    response
}

/// The value that a key leads to while the field has the focus.
fn pressed<T: Copy + PartialEq>(
    ui: &Ui,
    id: Id,
    value: T,
    all: &[T],
    name: &impl Fn(T) -> String,
) -> Option<T> {
    if !ui.memory(|it| it.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
    let at = all.iter().position(|it| *it == value)?;
    let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    if key(Key::ArrowDown) {
        return all.get(at + 1).copied();
    }
    if key(Key::ArrowUp) {
        return all.get(at.checked_sub(1)?).copied();
    }
    let typed = ui.input(|it| {
        it.events.iter().find_map(|it| match it {
            Event::Text(text) if !text.trim().is_empty() => Some(text.to_lowercase()),
            _ => None,
        })
    })?;
    // The next one that begins so, going round.
    let after = all.iter().cycle().skip(at + 1).take(all.len());
    after.copied().find(|it| name(*it).to_lowercase().starts_with(&typed))
}
