//! The article of one column: text, highlights, caret, rail and the small bar. It gets everything by shared reference
//! for one frame, keeps only a [`Sheet`], and answers with events; it changes nothing itself.
//!
//! A frame goes one way: [`view`] scrolls and sets what is in view, [`pointer`] and [`keys`] make a new selection of
//! it, [`paint`], [`rail`] and [`bar`] draw it, [`names`] says it aloud.

mod bar;
mod bidi;
mod caret;
mod keys;
mod marks;
mod names;
mod paint;
mod paragraph;
mod pieces;
mod pointer;
mod rail;
mod sheet;
mod view;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use eframe::egui::{Context, CursorIcon, Rangef, Rect, Sense, Ui, pos2};

pub use bidi::{label, needs_words, right_to_left};
pub use marks::{Mark, MarkId, MarkKind, Marks};
pub use sheet::Sheet;

use crate::base::Span;
use crate::base::theme::Palette;
use crate::corpus::Article;

/// Blank points beside the text; the rail stands in the right ones.
const LEFT: f32 = 22.0;
const RIGHT: f32 = 27.0;

/// What a column shows in one frame.
pub struct Page<'a> {
    pub article: &'a Article,
    pub marks: &'a Marks,
    /// Places found by a search, in order.
    pub hits: &'a [Span],
    /// The one the search stands at.
    pub hit: Option<Span>,
    pub selection: Option<Selection>,
    /// Passages of the annotation being written, which have no mark yet.
    pub fresh: &'a [Span],
    /// The selection could be a further passage of the annotation in the form.
    pub addable: bool,
    /// Whose annotation is open.
    pub selected: Option<MarkId>,
    /// The form of an annotation is open, be it new: Esc leaves it where nothing is selected.
    pub annotating: bool,
    /// What lights up, as the pointer was over it in the last frame, or over what it names.
    pub hovered: &'a HashSet<MarkId>,
    /// In points.
    pub text_size: f32,
    pub palette: &'a Palette,
    /// Whether this column has the keyboard. Keys are read only while no other widget has the focus.
    pub active: bool,
    /// Whether the small bar may be shown.
    pub bar: bool,
}

/// What is selected, in bytes of the article's text. A caret if both are the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: usize,
    /// The end that moves, where the caret stands.
    pub head: usize,
}

/// What the small bar offers to make of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    Claim,
    Stance,
    Note,
}

/// What happened in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The selection is to be this.
    Select(Selection),
    /// The column was pressed and is to have the keyboard.
    Focus,
    /// The pointer is over a mark, in every frame that it is.
    Hover(MarkId),
    /// A mark was chosen. Pressing again at the same place chooses the next of overlapping ones.
    Press(MarkId),
    /// The open annotation is to be left.
    Leave,
    /// The selection was copied.
    Copy(String),
    /// Something is to be made of the selection.
    Annotate(Making),
    /// The selection is to be a further passage of the annotation in the form.
    AddPassage,
}

impl Selection {
    pub fn caret(at: usize) -> Self {
        Self { anchor: at, head: at }
    }

    pub fn of(span: Span) -> Self {
        Self { anchor: span.start(), head: span.end() }
    }

    pub fn span(self) -> Span {
        Span::new(self.anchor, self.head)
    }

    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }
}

/// What a frame has come to so far.
struct Turn {
    selection: Option<Selection>,
    events: Vec<Event>,
}

/// Shows the article in all of the space that `ui` has left.
pub fn show(ui: &mut Ui, sheet: &mut Sheet, page: &Page<'_>) -> Vec<Event> {
    let column = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(column);
    sheet.take(page.article);
    let (kind, area) = set_up(ui, page, column);
    let (ctx, kept) = (ui.ctx().clone(), std::mem::take(&mut sheet.kept));
    let setter = view::Setter::new(&ctx, page.article, kind, &kept);
    let id = ui.unique_id().with("article");
    let response = ui.interact(column, id, Sense::CLICK | Sense::DRAG);
    let before = page.selection.map(|it| clamped(sheet, page.article, it));
    let mut turn = Turn { selection: before, events: vec![] };

    let delta = pointer::scrolled(ui, sheet, column, area);
    let mut view = view::view(&setter, sheet, area, delta);
    let rail = rail::rail(ui, sheet, page, &view, column, id, &mut turn);
    pointer::pointer(ui, &response, sheet, page, &view, &mut turn);
    keys::keys(ui, sheet, page, &setter, &view, &mut turn);
    if turn.selection != before
        && let Some(selection) = turn.selection
    {
        turn.events.push(Event::Select(selection));
    }
    if sheet.target.is_some() {
        view = view::view(&setter, sheet, area, 0.0);
    }

    let shown = ui.clip_rect().intersect(column);
    let painter = ui.painter().with_clip_rect(shown);
    paint::paint(ui, &painter, sheet, page, &setter, &view, turn.selection);
    sheet.kept = setter.keep();
    rail::paint(&painter, page, &rail);
    names::names(ui, page, &view, &response, &mut turn);
    bar::bar(ui, sheet, page, &view, id, &mut turn);
    if response.hovered() || sheet.is_dragging() {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
    turn.events
}

/// From where to where the rows reach in a column: of a comfortable measure, in the middle of a wide one.
pub fn across(ctx: &Context, size: f32, column: Rangef) -> Rangef {
    let room = (column.span() - LEFT - RIGHT).max(40.0);
    let width = room.min(paragraph::Type::measure(ctx, size)).floor();
    let left = column.min + LEFT + ((room - width) / 2.0).floor();
    Rangef::new(left, left + width)
}

/// The type and the area of the text: of a comfortable measure, in the middle of a wide column.
fn set_up(ui: &Ui, page: &Page<'_>, column: Rect) -> (paragraph::Type, Rect) {
    let size = if page.text_size.is_finite() { page.text_size.clamp(6.0, 96.0) } else { 17.0 };
    let across = across(ui.ctx(), size, column.x_range());
    let (left, width) = (across.min, across.span());
    let height = if column.height().is_finite() { column.height() } else { 600.0 };
    let top = column.top();
    let area = Rect::from_min_max(pos2(left, top), pos2(left + width, top + height.max(1.0)));
    (paragraph::Type::new(ui.ctx(), size, width), area)
}

/// A selection with both ends where a caret can stand, for one that was made in another version of the text.
fn clamped(sheet: &Sheet, article: &Article, selection: Selection) -> Selection {
    let text = caret::Text { article, pieces: &sheet.pieces };
    Selection { anchor: text.clamp(selection.anchor), head: text.clamp(selection.head) }
}
