//! Owns the field for a name: text with a list of what it may mean. Down opens the list, Enter or Tab takes a row, Esc
//! closes it; a chosen actor shows its colour.

use eframe::egui::{
    Atom, CompletionPopup, Context, FocusDirection, Id, Key, Modifiers, RectAlign, Response,
    RichText, Suggestion, TextEdit, Ui, Vec2,
};

use super::Form;
use super::candidates::{Row, rows};
use super::typed::{Meant, Pick};
use crate::gui::theme::colour;
use crate::gui::widgets::labelled;

/// A labelled field. The response is marked as changed if the text or what it means changed.
pub fn pick(ui: &mut Ui, form: &mut Form, words: &str, pick: &mut Pick, hint: &str) -> Response {
    let palette = form.inputs.palette;
    let (response, closed) = {
        let mut closed = true;
        let response = labelled(ui, palette, words, |ui| {
            let (response, is_open) = field(ui, form, words, pick, hint);
            closed = !is_open;
            response
        });
        (response, closed)
    };
    form.keys.text_shown(ui, &response);
    form.list_open |= !closed;
    response
}

fn field(
    ui: &mut Ui,
    form: &mut Form,
    words: &str,
    pick: &mut Pick,
    hint: &str,
) -> (Response, bool) {
    let (state, palette) = (form.inputs.state, form.inputs.palette);
    let id = ui.make_persistent_id(words);
    let asked = Asked::before(ui, id);
    let tab = ui.input(|it| it.key_pressed(Key::Tab) && it.modifiers.is_none());
    let (before, asks) = (pick.text.clone(), pick.asks);
    let meant = pick.meant(state);
    let remark = pick.remark(state);
    let mut edit = TextEdit::singleline(&mut pick.text)
        .desired_width(f32::INFINITY)
        .hint_text(hint.to_owned());
    if let Some(mark) = dot(form, meant) {
        let paint = move |ui: &Ui, args: eframe::egui::AtomPaintArgs| {
            ui.painter().circle_filled(args.rect.center(), 4.0, mark);
        };
        edit = edit.prefix(Atom::paint(Vec2::new(10.0, 8.0), paint));
    }
    if let Some(remark) = remark {
        edit = edit.suffix(RichText::new(remark).small().color(colour(palette.weak)));
    }
    let mut shown: Vec<Row> = vec![];
    let ctx = ui.ctx().clone();
    let output = CompletionPopup::new(id)
        .align(RectAlign::BOTTOM_START)
        .word_boundary(|_| false)
        .max_height(240.0)
        .show(ui, edit, |query| {
            if !asked && query.text == before {
                return vec![];
            }
            let make = || rows(asks, query.text, state, form.inputs.gazetteer, form.near);
            shown = kept(&ctx, id, query.text, make);
            let row = |(at, row): (usize, &Row)| {
                Suggestion::new(at.to_string()).content(row.line.clone())
            };
            shown.iter().enumerate().map(row).collect()
        });
    let mut response = output.text_edit.response.response;
    let chosen = output.accepted.and_then(|it| shown.get(it.insert.parse::<usize>().ok()?));
    if let Some(row) = chosen {
        pick.choose(row.meant, &row.text);
        response.mark_changed();
        if tab {
            // The list took the key, so the focus is moved by hand.
            response.surrender_focus();
            ui.memory_mut(|it| it.move_focus(FocusDirection::Next));
        }
    }
    let typed = chosen.is_none() && pick.text != before;
    Asked::after(ui, id, response.has_focus() && chosen.is_none() && (asked || typed));
    (response, output.is_open)
}

/// The rows for a text, made once for as long as it stands: a project may have thousands of claims to choose from.
fn kept(ctx: &Context, id: Id, text: &str, make: impl FnOnce() -> Vec<Row>) -> Vec<Row> {
    let id = id.with("rows");
    let last = ctx.data(|it| it.get_temp::<(String, Vec<Row>)>(id));
    if let Some((_, rows)) = last.filter(|(of, _)| of == text) {
        return rows;
    }
    let rows = make();
    ctx.data_mut(|it| it.insert_temp(id, (text.to_owned(), rows.clone())));
    rows
}

/// Whether the list of a field was asked for: by typing, or by the down key. A field merely entered shows none, so that
/// Enter commits the form.
struct Asked;

impl Asked {
    fn before(ui: &Ui, id: Id) -> bool {
        let asked = ui.data(|it| it.get_temp::<bool>(id.with("asked"))).unwrap_or_default();
        let focused = ui.memory(|it| it.has_focus(id));
        let down = || ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::ArrowDown));
        asked || (focused && down())
    }

    fn after(ui: &Ui, id: Id, asked: bool) {
        if !asked {
            ui.data_mut(|it| it.remove::<(String, Vec<Row>)>(id.with("rows")));
        }
        ui.data_mut(|it| it.insert_temp(id.with("asked"), asked));
    }
}

/// The colour of what a field means, if that has one.
fn dot(form: &Form, meant: Meant) -> Option<eframe::egui::Color32> {
    let (state, palette) = (form.inputs.state, form.inputs.palette);
    let number = match meant {
        Meant::Actor(id) => state.actors().get(&id)?.colour,
        Meant::Code(id) => state.codes().get(&id)?.colour,
        _ => return None,
    };
    Some(colour(palette.actor(number).mark))
}
