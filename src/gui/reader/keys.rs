//! Owns what the keyboard does in the text. It takes the keys that move and extend a caret, copy and collapse; all
//! others are left to the window.

use eframe::egui::{Event as Input, Key, Memory, Modifiers, Ui, pos2, vec2};

use super::bidi;
use super::caret::Text;
use super::pieces::piece_at;
use super::pointer::settle;
use super::sheet::{Sheet, Target};
use super::view::{Setter, View, view};
use super::{Event, Page, Selection, Turn};

const MOVES: &[Key] = &[
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

/// Reads the keys, if this column has them.
pub fn keys(
    ui: &Ui,
    sheet: &mut Sheet,
    page: &Page<'_>,
    setter: &Setter<'_>,
    view: &View,
    turn: &mut Turn,
) {
    let layer = ui.layer_id();
    // Not while something is typed elsewhere, nor behind a dialog.
    let is_free = |memory: &Memory| memory.focused().is_none() && memory.allows_interaction(layer);
    if !page.active || !ui.memory(is_free) {
        return;
    }
    let selects = turn.selection.is_some_and(|it| !it.is_empty());
    let leaves = !selects && page.annotating;
    let (mut pressed, mut copies) = (vec![], false);
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Input::Copy if selects => {
                copies = true;
                false
            }
            Input::Key { key, pressed: true, modifiers, .. }
                if is_ours(*key, *modifiers, selects || leaves) =>
            {
                pressed.push((*key, *modifiers));
                false
            }
            _ => true,
        });
    });
    if let Some(selection) = turn.selection.filter(|_| copies) {
        let words = selection.span().of(&page.article.text).to_owned();
        ui.ctx().copy_text(words.clone());
        turn.events.push(Event::Copy(words));
    }
    for (key, modifiers) in pressed {
        if key == Key::Escape && leaves {
            turn.events.push(Event::Leave);
            continue;
        }
        let selection = turn.selection.unwrap_or_else(|| Selection::caret(view.seen().start()));
        let next = go(sheet, page, setter, view, selection, key, modifiers);
        if key != Key::A && key != Key::Escape {
            sheet.target = Some(Target::Keep(next.head));
        }
        if next != selection {
            settle(ui, page, next);
        }
        turn.selection = Some(next);
    }
}

fn is_ours(key: Key, modifiers: Modifiers, escapes: bool) -> bool {
    let Modifiers { alt, shift, command, .. } = modifiers;
    match key {
        Key::A => command && !shift && !alt,
        Key::Escape => escapes && !command && !shift && !alt,
        _ => MOVES.contains(&key) && !alt,
    }
}

fn go(
    sheet: &mut Sheet,
    page: &Page<'_>,
    setter: &Setter<'_>,
    view: &View,
    selection: Selection,
    key: Key,
    modifiers: Modifiers,
) -> Selection {
    let (shift, far) = (modifiers.shift, modifiers.command);
    let key = logical(page, sheet, selection.head, key);
    let goal = sheet.goal.take();
    let text = Text { article: page.article, pieces: &sheet.pieces };
    let at = selection.head;
    let collapses = !shift && !selection.is_empty();
    let head = match key {
        Key::A => return Selection::of(text.whole()),
        Key::Escape => return Selection::caret(at),
        Key::ArrowLeft if far => text.previous_word(at),
        Key::ArrowRight if far => text.next_word(at),
        Key::ArrowLeft if collapses => selection.span().start(),
        Key::ArrowRight if collapses => selection.span().end(),
        Key::ArrowLeft => text.previous(at),
        Key::ArrowRight => text.next(at),
        Key::ArrowUp if far => text.previous_sentence(at),
        Key::ArrowDown if far && shift => text.sentence_end(at),
        Key::ArrowDown if far => text.next_sentence(at),
        Key::Home if far => text.whole().start(),
        Key::End if far => text.whole().end(),
        Key::Home => row_edge(&text, setter, at, false),
        Key::End => row_edge(&text, setter, at, true),
        Key::ArrowUp | Key::ArrowDown => {
            let (head, x) = next_row(&text, setter, at, key == Key::ArrowDown, goal);
            sheet.goal = Some(x);
            head
        }
        _ => {
            let (head, x) = next_page(sheet, setter, view, at, key == Key::PageDown, goal);
            sheet.goal = Some(x);
            head
        }
    };
    let head = Text { article: page.article, pieces: &sheet.pieces }.clamp(head);
    if shift { Selection { anchor: selection.anchor, head } } else { Selection::caret(head) }
}

/// Left and right as forwards and backwards: in a paragraph that runs from right to left they are the other way.
fn logical(page: &Page<'_>, sheet: &Sheet, at: usize, key: Key) -> Key {
    let piece = sheet.pieces.get(piece_at(&sheet.pieces, at));
    let turned = piece.is_some_and(|it| bidi::right_to_left(it.span.of(&page.article.text)));
    match key {
        Key::ArrowLeft if turned => Key::ArrowRight,
        Key::ArrowRight if turned => Key::ArrowLeft,
        key => key,
    }
}

/// The first or the last place of the row of a byte.
fn row_edge(text: &Text<'_>, setter: &Setter<'_>, at: usize, end: bool) -> usize {
    let Some(piece) = text.pieces.get(piece_at(text.pieces, at)) else { return at };
    let laid = setter.set(*piece);
    let row = laid.row_of(at.saturating_sub(piece.span.start()));
    let range = laid.row_range(row);
    let (first, last) = (piece.span.start() + range.start, piece.span.start() + range.end);
    match (end, row + 1 < laid.rows()) {
        (false, _) => first,
        (true, false) => last,
        // The end of a row that goes on is the start of the next: the place before its last space belongs to it.
        (true, true) => text.previous(last).max(first),
    }
}

/// The same place in the row above or below, and the place across that was aimed at.
fn next_row(
    text: &Text<'_>,
    setter: &Setter<'_>,
    at: usize,
    down: bool,
    goal: Option<f32>,
) -> (usize, f32) {
    let number = piece_at(text.pieces, at);
    let Some(piece) = text.pieces.get(number) else { return (at, 0.0) };
    let laid = setter.set(*piece);
    let caret = laid.caret(at.saturating_sub(piece.span.start()));
    let x = goal.unwrap_or(caret.left());
    let within = |y: f32| vec2(x, y);
    let y = if down { caret.bottom() + 1.0 } else { caret.top() - 1.0 };
    if y > 0.0 && y < laid.height() {
        return (piece.span.start() + laid.byte_at(within(y)), x);
    }
    let next = if down { number.checked_add(1) } else { number.checked_sub(1) };
    let Some(next) = next.and_then(|it| text.pieces.get(it)) else {
        let whole = text.whole();
        return (if down { whole.end() } else { whole.start() }, x);
    };
    let laid = setter.set(*next);
    let y = if down { 1.0 } else { laid.height() - 1.0 };
    (next.span.start() + laid.byte_at(within(y)), x)
}

/// A view further up or down, with the caret at the same place of the view.
fn next_page(
    sheet: &mut Sheet,
    setter: &Setter<'_>,
    view_now: &View,
    at: usize,
    down: bool,
    goal: Option<f32>,
) -> (usize, f32) {
    let area = view_now.area;
    let caret = view_now.caret(at).filter(|it| area.y_range().contains(it.center().y));
    let x = goal.or(caret.map(|it| it.left() - area.left())).unwrap_or(0.0);
    let y = caret.map_or(area.center().y, |it| it.center().y);
    let step = (area.height() - setter.kind.line * 2.0).max(setter.kind.line);
    let before = sheet.place;
    let after = view(setter, sheet, area, if down { step } else { -step });
    let text = Text { article: setter.article, pieces: &sheet.pieces };
    if sheet.place == before {
        let whole = text.whole();
        return (if down { whole.end() } else { whole.start() }, x);
    }
    (after.byte_at(pos2(area.left() + x, y)), x)
}
