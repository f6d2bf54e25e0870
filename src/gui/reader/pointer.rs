//! Owns what the mouse does in the text: wheel, clicks, dragging by characters, words and sentences, marks under the
//! pointer.

use eframe::egui::{self, OutputCommand, PointerButton, Pos2, Rect, Response, Ui, vec2};

use super::caret::Text;
use super::sheet::{Click, Press, Sheet, Unit};
use super::view::View;
use super::{Event, MarkId, Page, Selection, Turn};
use crate::base::Span;

/// Two presses within so many seconds and points are a double click.
const PAUSE: f64 = 0.4;
const SLIP: f32 = 5.0;

/// How many points further down the view is to begin: by the wheel, or because a drag has left the area.
pub fn scrolled(ui: &Ui, sheet: &mut Sheet, column: Rect, area: Rect) -> f32 {
    let mut delta = std::mem::take(&mut sheet.further);
    if ui.rect_contains_pointer(column) {
        ui.input_mut(|input| {
            delta -= input.smooth_scroll_delta.y;
            input.smooth_scroll_delta.y = 0.0;
        });
    }
    let (place, step) = ui.input(|it| (it.pointer.latest_pos(), it.stable_dt.min(0.1)));
    if let Some(place) = place.filter(|_| sheet.press.is_some_and(|press| press.moved)) {
        let beyond = (place.y - area.bottom()).max(0.0) - (area.top() - place.y).max(0.0);
        if beyond != 0.0 {
            delta += beyond.clamp(-120.0, 120.0) * 10.0 * step;
            ui.ctx().request_repaint();
        }
    }
    delta
}

/// Selects and presses.
pub fn pointer(
    ui: &Ui,
    response: &Response,
    sheet: &mut Sheet,
    page: &Page<'_>,
    view: &View,
    turn: &mut Turn,
) {
    let (place, time, down) =
        ui.input(|it| (it.pointer.interact_pos(), it.time, it.pointer.primary_down()));
    let Some(place) = place else {
        sheet.press = None;
        return;
    };
    if response.contains_pointer()
        && sheet.press.is_none()
        && let Some(mark) = marks_at(sheet, page, view, place).first()
    {
        turn.events.push(Event::Hover(*mark));
        let hint = page.marks.iter().find(|it| it.id == *mark && !it.hint.is_empty());
        if let Some(hint) = hint {
            response.clone().on_hover_text_at_pointer(&hint.hint);
        }
    }
    if response.is_pointer_button_down_on() || response.clicked() {
        // Where frames are slow, all clicks of a triple click may lie within one, and the pointer may have gone on.
        for (place, shift) in presses(ui).into_iter().filter(|it| response.rect.contains(it.0)) {
            begin(ui, sheet, page, view, turn, Begin { place, time, shift });
        }
    }
    let Some(mut press) = sheet.press else { return };
    press.moved |= press.at.distance(place) > SLIP;
    sheet.press = Some(press);
    if press.moved {
        turn.selection = Some(drag(sheet, page, view, &press, place));
    }
    if !down {
        sheet.press = None;
        end(ui, sheet, page, view, turn, press);
    }
}

/// Where the button went down in this frame, and whether with shift.
fn presses(ui: &Ui) -> Vec<(Pos2, bool)> {
    let press = |event: &egui::Event| match event {
        egui::Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed: true,
            modifiers,
        } => Some((*pos, modifiers.shift)),
        _ => None,
    };
    ui.input(|it| it.events.iter().filter_map(press).collect())
}

struct Begin {
    place: Pos2,
    time: f64,
    shift: bool,
}

fn begin(
    ui: &Ui,
    sheet: &mut Sheet,
    page: &Page<'_>,
    view: &View,
    turn: &mut Turn,
    Begin { place, time, shift }: Begin,
) {
    if !page.active {
        turn.events.push(Event::Focus);
    }
    // A field that still has the focus would go on taking the keys.
    ui.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    let last = sheet.last.filter(|last| last.at.distance(place) <= SLIP);
    let again = last.filter(|last| time - last.time <= PAUSE && !shift);
    let count = again.map_or(1, |last| last.count % 4 + 1);
    let turn_of = last.map_or(0, |last| last.turn);
    sheet.last = Some(Click { at: place, time, count, turn: turn_of });
    sheet.goal = None;
    let unit = [Unit::Character, Unit::Word, Unit::Sentence, Unit::Paragraph]
        .get(count - 1)
        .copied()
        .unwrap_or_default();
    let origin = match turn.selection.filter(|_| shift) {
        Some(selection) => Span::new(selection.anchor, selection.anchor),
        None => origin(sheet, page, view, unit, place),
    };
    let press = Press { unit, origin, at: place, moved: false, extends: shift };
    turn.selection =
        Some(if shift { drag(sheet, page, view, &press, place) } else { Selection::of(origin) });
    sheet.press = Some(press);
}

fn origin(sheet: &Sheet, page: &Page<'_>, view: &View, unit: Unit, place: Pos2) -> Span {
    let text = Text { article: page.article, pieces: &sheet.pieces };
    match unit {
        Unit::Character => {
            let at = text.clamp(view.byte_at(place));
            Span::new(at, at)
        }
        _ => text.unit(unit, under(&text, view, place)),
    }
}

/// From what was first pressed to what is under the pointer now, both whole.
fn drag(sheet: &Sheet, page: &Page<'_>, view: &View, press: &Press, place: Pos2) -> Selection {
    let y = place.y.clamp(view.area.top() + 1.0, (view.area.bottom() - 1.0).max(view.area.top()));
    let here = origin(sheet, page, view, press.unit, Pos2::new(place.x, y));
    if here.start() < press.origin.start() {
        return Selection { anchor: press.origin.end(), head: here.start() };
    }
    Selection { anchor: press.origin.start(), head: here.end().max(press.origin.end()) }
}

fn end(ui: &Ui, sheet: &mut Sheet, page: &Page<'_>, view: &View, turn: &mut Turn, press: Press) {
    if let Some(selection) = turn.selection {
        settle(ui, page, selection);
    }
    let single = sheet.last.is_some_and(|click| click.count == 1);
    if press.moved || press.extends || !single {
        return;
    }
    let marks = marks_at(sheet, page, view, press.at);
    let Some(click) = &mut sheet.last else { return };
    if let Some(mark) = marks.get(click.turn % marks.len().max(1)) {
        turn.events.push(Event::Press(*mark));
        click.turn += 1;
    }
}

/// Hands a selection that has come to rest to whoever pastes with the middle button.
pub fn settle(ui: &Ui, page: &Page<'_>, selection: Selection) {
    if !selection.is_empty() {
        let words = selection.span().of(&page.article.text).to_owned();
        ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(words));
    }
}

/// The first byte of the character under a place.
fn under(text: &Text<'_>, view: &View, place: Pos2) -> usize {
    let at = text.clamp(view.byte_at(place));
    let before = text.previous(at);
    let holds = |span: Span| view.rects(span).iter().any(|it| it.expand(0.5).contains(place));
    if holds(Span::new(before, at)) && !holds(Span::new(at, text.next(at))) { before } else { at }
}

/// The marks drawn at a place, in the order in which clicks choose them.
fn marks_at(sheet: &Sheet, page: &Page<'_>, view: &View, place: Pos2) -> Vec<MarkId> {
    if !view.area.expand2(vec2(4.0, 0.0)).contains(place) {
        return vec![];
    }
    let text = Text { article: page.article, pieces: &sheet.pieces };
    let at = under(&text, view, place);
    let character = Span::new(at, text.next(at));
    if !view.rects(character).iter().any(|it| it.expand(1.5).contains(place)) {
        return vec![];
    }
    let mut found = vec![];
    for number in page.marks.at(at) {
        let id = page.marks.get(number).map(|mark| mark.id);
        found.extend(id.filter(|id| !found.contains(id)));
    }
    found
}
