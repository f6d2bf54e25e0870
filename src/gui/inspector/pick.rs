//! Owns the field for a name: text with a list of what it may mean. Down opens the list, Enter or Tab takes a row, Esc
//! closes it; a chosen actor shows its colour.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    AreaState, Atom, AtomPaintArgs, Color32, CompletionPopup, Context, CursorIcon, FocusDirection,
    Frame, Id, Key, LayerId, Modifiers, PopupKind, Rect, RectAlign, Response, RichText, Sense,
    Suggestion, TextEdit, TextStyle, Ui, Vec2, WidgetInfo,
};

use super::Form;
use super::candidates::{Row, rows};
use super::typed::{Asks, Meant, Pick};
use crate::gui::theme::colour;
use crate::gui::widgets::{self, labelled, whole_on_hover};

/// A labelled field. The response is marked as changed if the text or what it means changed.
pub fn pick(ui: &mut Ui, form: &mut Form, words: &str, pick: &mut Pick, hint: &str) -> Response {
    let mut list = List::default();
    let response = labelled(ui, form.inputs.palette, words, |ui| {
        let response;
        (response, list) = field(ui, form, words, pick, hint);
        response
    });
    form.keys.text_shown(ui, &response);
    form.list_open |= list.is_open;
    if list.commits {
        form.keys.commit = true;
        form.keys.entered = Some(response.id);
    }
    if list.is_open { response } else { whole_on_hover(response, &pick.text) }
}

/// In half a line the name needs the room of long remarks.
const ROOM: f32 = 180.0;

/// What became of the list of a field.
#[derive(Default)]
struct List {
    is_open: bool,
    /// Enter took a row that says what stood in the field anyway, so it was meant for the form.
    commits: bool,
}

fn field(ui: &mut Ui, form: &Form, words: &str, pick: &mut Pick, hint: &str) -> (Response, List) {
    let state = form.inputs.state;
    let id = ui.make_persistent_id(words);
    let asked = Asked::before(ui, id);
    let tab = ui.input(|it| it.key_pressed(Key::Tab) && it.modifiers.is_none());
    let enter = ui.input(|it| it.key_pressed(Key::Enter) && it.modifiers.is_none());
    let meant = pick.meant(state);
    let (before, asks, was_chosen) = (pick.text.clone(), pick.asks, pick.is_chosen());
    let remark = pick.remark(state);
    let remark = remark.map(|it| if ui.available_width() < ROOM { it.0 } else { it.1 });
    let dot = dot(form, meant);
    let edit = edit(&mut pick.text, hint, dot, remark, colour(form.inputs.palette.weak));
    let mut shown: Vec<Row> = vec![];
    let ctx = ui.ctx().clone();
    let width = ui.available_width();
    let output = CompletionPopup::new(id)
        .align(RectAlign::BOTTOM_START)
        .word_boundary(|_| false)
        .max_height(MOST)
        .show(ui, edit, |query| {
            let typed = query.text != before;
            if !asked && !typed {
                return vec![];
            }
            // Where something is chosen already, asking is for something else.
            let text = if was_chosen && !typed { "" } else { query.text };
            let make = || rows(asks, text, state, form.inputs.gazetteer, form.near);
            shown = kept(&ctx, id, text, make);
            make_room(&ctx, id, width, &shown);
            let row = |(at, row): (usize, &Row)| {
                Suggestion::new(at.to_string()).content(row.line.clone())
            };
            shown.iter().enumerate().map(row).collect()
        });
    let mut response = output.text_edit.response.response;
    let chosen = output.accepted.and_then(|it| shown.get(it.insert.parse::<usize>().ok()?));
    let mut commits = false;
    if let Some(row) = chosen {
        // A code becomes a chip first, and leaves room for the next.
        commits = enter && asks != Asks::Code && row.meant == meant && row.text == before.trim();
        pick.choose(row.meant, &row.text);
        response.mark_changed();
        caret_to_end(ui, id);
        if tab {
            // The list took the key, so the focus is moved by hand.
            response.surrender_focus();
            ui.memory_mut(|it| it.move_focus(FocusDirection::Next));
        }
    }
    let opened = remark.is_none() && arrow(ui, form, words, id, response.rect);
    if opened {
        response.request_focus();
    }
    let typed = pick.text != before;
    let goes_on = response.has_focus() && chosen.is_none() && (asked || typed);
    Asked::after(ui, id, opened || goes_on);
    (response, List { is_open: output.is_open, commits })
}

/// The list puts its own words into the field for a moment, and the caret behind those.
fn caret_to_end(ui: &Ui, id: Id) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    // Beyond the end is the end.
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(usize::MAX))));
    state.store(ui.ctx(), id);
}

/// The line of text, with the colour of what it means before it and what becomes of it, or room for the arrow, behind.
fn edit<'t>(
    text: &'t mut String,
    hint: &str,
    dot: Option<Color32>,
    remark: Option<&str>,
    weak: Color32,
) -> TextEdit<'t> {
    let edit = TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text(hint.to_owned());
    let edit = match dot {
        Some(mark) => {
            let paint = move |ui: &Ui, args: AtomPaintArgs| {
                ui.painter().circle_filled(args.rect.center(), 4.0, mark);
            };
            edit.prefix(Atom::paint(Vec2::new(10.0, 8.0), paint))
        }
        None => edit,
    };
    match remark {
        Some(remark) => edit.suffix(RichText::new(format!("  {remark}")).small().color(weak)),
        None => edit.suffix(Atom::paint(Vec2::new(ARROW, 8.0), |_, _| {})),
    }
}

/// Width of the arrow.
const ARROW: f32 = 12.0;

/// The arrow that opens the list by the pointer; by keys the down key does. Returns whether it was clicked.
fn arrow(ui: &Ui, form: &Form, words: &str, id: Id, field: Rect) -> bool {
    let rect = field.with_min_x(field.right() - ARROW - 8.0);
    let response = ui.interact(rect, id.with("arrow"), Sense::CLICK);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("List for {words}"))
    });
    let palette = form.inputs.palette;
    let ink = if response.hovered() { palette.text } else { palette.weak };
    widgets::arrow(ui.painter(), field, colour(ink));
    response.clicked()
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

/// The most that is shown of a list at once, in points.
const MOST: f32 = 240.0;

/// Gives the list the height of its rows. By itself it can become lower from frame to frame, as something else is typed,
/// but not higher again.
fn make_room(ctx: &Context, id: Id, width: f32, rows: &[Row]) {
    let list = id.with("completion_popup");
    let Some(mut state) = AreaState::load(ctx, list) else { return };
    let Some(size) = &mut state.size else { return };
    let style = ctx.global_style();
    let (padding, frame) = (style.spacing.button_padding, Frame::popup(&style).total_margin());
    let font = TextStyle::Button.resolve(&style);
    let room = width - frame.sum().x - 2.0 * padding.x;
    let height = |row: &Row| {
        let galley = ctx
            .fonts_mut(|it| it.layout(row.line.clone(), font.clone(), Color32::PLACEHOLDER, room));
        (galley.size().y + 2.0 * padding.y).max(style.spacing.interact_size.y)
    };
    let mut tall = frame.sum().y;
    for row in rows {
        tall += height(row) + style.spacing.item_spacing.y;
        if MOST < tall {
            break;
        }
    }
    if size.y < tall {
        size.y = tall.min(MOST + frame.sum().y);
        let layer = LayerId::new(PopupKind::Popup.order(), list);
        ctx.memory_mut(|it| it.areas_mut().set_state(layer, state));
    }
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
fn dot(form: &Form, meant: Meant) -> Option<Color32> {
    let (state, palette) = (form.inputs.state, form.inputs.palette);
    let number = match meant {
        Meant::Actor(id) => state.actors().get(&id)?.colour,
        Meant::Code(id) => state.codes().get(&id)?.colour,
        _ => return None,
    };
    Some(colour(palette.actor(number).mark))
}
