//! Owns what keys do while the keyboard is in the rows.

use eframe::egui::{Context, Event, EventFilter, Key, Modifiers, Rect, Ui};

use super::{Reveal, TableView, editor, grid, id};
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::quoted;
use crate::gui::view::View;
use crate::views::sheet::Sheet;

const STEPS: [Key; 6] =
    [Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::PageUp, Key::Home, Key::End];

/// Takes the keys of this frame and does what they ask for.
pub fn keys(ui: &Ui, it: &mut TableView, case: &Case, sheet: &Sheet, view: &View<'_>, room: Rect) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|it| it.set_focus_lock_filter(id(), filter));
    let page = ((room.height() / grid::ROW) as usize).saturating_sub(2);
    let key = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
    if quoted::take(ui) {
        view.command(Command::CopyData);
    }
    if key(Modifiers::COMMAND, Key::A) {
        it.chosen.all(sheet);
    }
    if key(Modifiers::COMMAND, Key::Space)
        && let Some(cursor) = it.chosen.cursor
    {
        it.chosen.toggle(cursor);
    }
    if key(Modifiers::NONE, Key::Escape) {
        it.chosen.narrow();
    }
    for (wanted, forward) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
        if key(Modifiers::NONE, wanted) {
            sideways(it, forward);
        }
    }
    let before = it.chosen.cursor;
    for (modifiers, extends) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
        for wanted in STEPS {
            for _ in 0..ui.input_mut(|it| it.count_and_consume_key(modifiers, wanted)) {
                let to = step(sheet.rows.len(), it.chosen.row(sheet), wanted, page);
                let Some(to) = to.and_then(|it| sheet.rows.get(it)) else { continue };
                if extends {
                    it.chosen.range_to(*to, sheet);
                } else {
                    it.chosen.only(*to);
                }
                it.reveals = Some(Reveal::Row);
            }
        }
    }
    if it.chosen.cursor != before {
        it.pick(view);
    }
    let Some(annotation) = it.chosen.cursor.filter(|it| sheet.place(*it).is_some()) else { return };
    if key(Modifiers::NONE, Key::F2) {
        editor::begin(it, case, annotation, view);
    }
    if key(Modifiers::NONE, Key::Enter) {
        ui.memory_mut(|it| it.surrender_focus(id()));
        view.push(Action::Show { annotation, passage: 0 });
    }
}

/// The cursor goes to the cell beside.
fn sideways(it: &mut TableView, forward: bool) {
    let fields: Vec<_> = it.columns.fields().collect();
    let here = fields.iter().position(|field| *field == it.chosen.field).unwrap_or(0);
    let to = if forward { here + 1 } else { here.saturating_sub(1) };
    if let Some(field) = fields.get(to) {
        it.chosen.field = *field;
        it.reveals = Some(Reveal::Cell);
    }
}

/// Where the cursor goes from `here`.
fn step(count: usize, here: Option<usize>, key: Key, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let page = page.max(1);
    let to = match (key, here) {
        (Key::End, _) => last,
        (Key::Home, _) | (_, None) => 0,
        (Key::ArrowDown, Some(at)) => at + 1,
        (Key::ArrowUp, Some(at)) => at.saturating_sub(1),
        (Key::PageDown, Some(at)) => at + page,
        (Key::PageUp, Some(at)) => at.saturating_sub(page),
        (_, Some(at)) => at,
    };
    Some(to.min(last))
}

/// Takes the Delete key away from the rest of the window; whether it was pressed.
pub fn take_delete(ctx: &Context) -> bool {
    let is_delete = |event: &Event| {
        matches!(
            event,
            Event::Key { key: Key::Delete, pressed: true, modifiers, .. } if modifiers.is_none()
        )
    };
    ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|it| !is_delete(it));
        input.events.len() < before
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_table() {
        let steps = |count, here| STEPS.map(|key| step(count, here, key, 4));
        assert_eq!(steps(0, None), [None; 6]);
        assert_eq!(steps(10, None), [0, 0, 0, 0, 0, 9].map(Some));
        assert_eq!(steps(10, Some(7)), [8, 6, 9, 3, 0, 9].map(Some));
        assert_eq!(steps(10, Some(0)), [1, 0, 4, 0, 0, 9].map(Some));
    }
}
