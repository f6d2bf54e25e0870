//! Owns how the table looks: heads, rows in sight, cells; and what the pointer does to them.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, FontId, Galley, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2,
};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate, TableState};

use super::{Reveal, TableView, columns, id};
use crate::base::AnnotationId;
use crate::base::theme::Rgb;
use crate::gui::action::{Action, Thing};
use crate::gui::case::Case;
use crate::gui::icons;
use crate::gui::panels::{dot, mark};
use crate::gui::reader;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::project::{Annotation, State};
use crate::views::reader::look;
use crate::views::sheet::{Direction, Field, Sheet, SheetRequest, brief, cell, is_own};
use crate::views::{EvidenceKind, sheet};

/// Height of a row, in points.
pub const ROW: f32 = 28.0;

/// Height of the heads, in points.
const HEAD: f32 = 30.0;

/// Blank points at both sides of a cell.
const SIDE: f32 = 10.0;

/// Room of the mark before a passage, and of the dot before a name, in points.
const MARK: f32 = 18.0;

/// The most that a column becomes by a double click on the line beside it, in points.
const WIDEST: f32 = 560.0;

/// More letters than any cell can show.
const MOST: usize = 400;

/// What happened.
pub enum Event {
    Sort {
        field: Field,
        adds: bool,
    },
    Click {
        annotation: AnnotationId,
        field: Field,
        modifiers: Modifiers,
    },
    /// A double click.
    Open {
        annotation: AnnotationId,
        field: Field,
    },
}

/// Shows the rows in all the room there is.
pub fn grid(
    ui: &mut Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
) -> Vec<Event> {
    let room = ui.available_width();
    let fields: Vec<Field> = it.columns.fields().collect();
    // The lines between columns are for the pointer: Tab passes them by.
    let tabs = ui.input(|it| it.key_pressed(Key::Tab));
    let columns = it.columns.0.iter().map(|(field, width)| {
        let range = columns::LEAST..=columns::MOST;
        Column::new(*width).range(range).id(column(*field)).resizable(!tabs)
    });
    // A first column that takes most of the room would leave none to scroll in.
    let sticks = it.columns.0.first().is_some_and(|it| it.1 < room * 0.6);
    let mut table = Table::new()
        .id_salt("annotations")
        .num_rows(sheet.rows.len() as u64)
        .columns(columns.collect::<Vec<_>>())
        .num_sticky_cols(usize::from(sticks))
        .headers([HeaderRow::new(HEAD)]);
    if let Some(reveal) = it.reveals.take()
        && let Some(row) = it.chosen.row(sheet)
    {
        table = table.scroll_to_row(row as u64, None);
        let at = fields.iter().position(|field| *field == it.chosen.field);
        if let Some(at) = at.filter(|at| reveal == Reveal::Cell && usize::from(sticks) <= *at) {
            table = table.scroll_to_column(at, None);
        }
    }
    let state = table.get_id(ui);
    set_widths(ui, state, it);
    let mut rows = Rows {
        it,
        fields: &fields,
        state: case.state(),
        sheet,
        view,
        events: vec![],
        editing: None,
    };
    // The lines between columns are seen when they can be dragged.
    ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::NONE;
    table.show(ui, &mut rows);
    let (events, editing) = (rows.events, rows.editing);
    if let (Some(editor), Some(rect)) = (&mut it.editor, editing) {
        editor.place = rect;
    }
    // As the user has drawn them.
    if let Some(state) = TableState::load(ui.ctx(), state) {
        for (field, width) in &mut it.columns.0 {
            if let Some(drawn) = state.col_widths.get(&column(*field)) {
                *width = *drawn;
            }
        }
    }
    events
}

/// Gives the columns their widths when they are shown first or are other ones; later the user draws them.
fn set_widths(ui: &Ui, state: Id, it: &mut TableView) {
    if !std::mem::take(&mut it.resets) && TableState::load(ui.ctx(), state).is_some() {
        return;
    }
    let widths = it.columns.0.iter().map(|(field, width)| (column(*field), *width));
    let made = TableState { col_widths: widths.collect(), parent_width: None };
    made.store(ui.ctx(), state);
}

fn column(field: Field) -> Id {
    Id::unique(("column", field))
}

/// The rows while they are shown.
struct Rows<'a> {
    it: &'a TableView,
    fields: &'a [Field],
    state: &'a State,
    sheet: &'a Sheet,
    view: &'a View<'a>,
    events: Vec<Event>,
    /// Where the cell that is edited stands.
    editing: Option<Rect>,
}

impl TableDelegate for Rows<'_> {
    fn default_row_height(&self) -> f32 {
        ROW
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, head: &HeaderCellInfo) {
        let Some(field) = self.fields.get(head.col_range.start).copied() else { return };
        let response = self::head(ui, field, self.it.made.request(), self.sheet.year, self.view);
        if response.clicked() {
            let adds = ui.input(|it| it.modifiers.shift);
            self.events.push(Event::Sort { field, adds });
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let Some(id) = self.sheet.rows.get(row as usize) else { return };
        let (rect, palette) = (ui.max_rect(), self.view.palette);
        let ground = self.ground(*id);
        if ground != palette.page {
            ui.painter().rect_filled(rect, 0, colour(ground));
        }
        let line = Stroke::new(1.0, colour(palette.line));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    }

    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        let row = self.sheet.rows.get(info.row_nr as usize);
        let annotation = row.and_then(|it| self.state.annotations().get(it));
        let (Some(annotation), Some(field)) = (annotation, self.fields.get(info.col_nr)) else {
            return;
        };
        self.cell(ui, annotation, *field, info.col_nr == 0);
    }
}

impl Rows<'_> {
    /// The colour a row stands on.
    fn ground(&self, id: AnnotationId) -> Rgb {
        let palette = self.view.palette;
        let mut ground = palette.page;
        if self.it.chosen.has(id) {
            ground = palette.accent.over(ground, 0.14);
        }
        if self.view.lights.has(id) {
            ground = palette.accent.over(ground, 0.09);
        }
        ground
    }

    fn cell(&mut self, ui: &mut Ui, annotation: &Annotation, field: Field, is_first: bool) {
        let (rect, view, state) = (ui.max_rect(), self.view, self.state);
        let id = id().with((annotation.id, field));
        let response = ui.interact(rect, id, Sense::CLICK);
        let whole = cell(state, annotation, field);
        let text = brief(&whole, field, self.sheet.year);
        let is_chosen = self.it.chosen.has(annotation.id);
        response.widget_info(|| {
            let (role, words) = if is_first {
                (Role::Row, row_name(state, annotation))
            } else {
                (Role::Cell, format!("{}, {}", field.name(), told(&whole)))
            };
            WidgetInfo::selected(role, true, is_chosen, words)
        });
        let weak = view.palette.weak_on(self.ground(annotation.id));
        let galley = paint(ui, view, state, (annotation, field), &text, weak);
        let is_cursor =
            self.it.chosen.cursor == Some(annotation.id) && self.it.chosen.field == field;
        if is_cursor && self.it.has_keys {
            let ring = Stroke::new(1.5, colour(view.palette.accent));
            ui.painter().rect_stroke(rect.shrink(1.0), 3, ring, StrokeKind::Inside);
        }
        if self.it.editor.as_ref().is_some_and(|it| it.is_at(annotation.id, field)) {
            self.editing = Some(rect);
        }
        if response.hovered() {
            view.push(Action::Hover(Thing::Annotation(annotation.id)));
        }
        if response.double_clicked() {
            self.events.push(Event::Open { annotation: annotation.id, field });
        } else if response.clicked() {
            let modifiers = ui.input(|it| it.modifiers);
            self.events.push(Event::Click { annotation: annotation.id, field, modifiers });
        }
        if response.hovered() {
            tip(response, annotation, field, &whole, galley.elided || text != whole);
        }
    }
}

/// What the pointer is told over a cell: what has no room, and what a double click does.
fn tip(response: Response, annotation: &Annotation, field: Field, text: &str, is_cut: bool) {
    let edits = field.fits(EvidenceKind::of(&annotation.body));
    let hint = if edits {
        "Double click or F2 edits, Enter goes to the sentence"
    } else {
        "Double click or Enter goes to the sentence"
    };
    let whole = match field {
        Field::Passage => annotation.main().map_or("", |it| it.sentence.as_str()),
        _ if is_cut => text,
        _ => "",
    };
    if whole.is_empty() {
        return;
    }
    response.on_hover_ui(|ui| {
        let size = theme::BASE_SIZE;
        let is_passage = field == Field::Passage;
        let font = if is_passage { theme::serif(size) } else { FontId::proportional(size) };
        let ink = colour(theme::palette(ui).text);
        let galley = reader::label(ui, whole, TextFormat::simple(font, ink), 400.0, 12);
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, ink);
        ui.label(eframe::egui::RichText::new(hint).small().weak());
    });
}

/// A row as it is read aloud.
fn row_name(state: &State, annotation: &Annotation) -> String {
    let of = |field| cell(state, annotation, field);
    let parts = [of(Field::Passage), of(Field::Says), of(Field::Who), of(Field::Outlet)];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

fn told(text: &str) -> &str {
    if text.is_empty() { "empty" } else { text }
}

/// Paints what a cell says.
fn paint(
    ui: &mut Ui,
    view: &View<'_>,
    state: &State,
    (annotation, field): (&Annotation, Field),
    text: &str,
    weak: Rgb,
) -> Arc<Galley> {
    let (rect, palette) = (ui.max_rect(), view.palette);
    let centre = |x: f32| pos2(x, rect.center().y);
    let mut left = rect.left() + SIDE;
    if field == Field::Passage {
        mark(ui.painter(), palette, centre(left + 4.0), look(state, annotation));
        left += MARK;
    } else if let Some(number) = sheet::colour(state, annotation, field) {
        dot(ui.painter(), palette, centre(left + 4.0), 4.0, number);
        left += MARK - 3.0;
    }
    let is_weak = !is_own(annotation, field) || field == Field::Outlet;
    let ink = colour(if is_weak { weak } else { palette.text });
    let font = match field {
        Field::Passage => theme::serif(theme::BASE_SIZE),
        _ => FontId::proportional(theme::BASE_SIZE - 1.0),
    };
    // A double click on the line beside a column asks how wide that would be.
    let is_asked = ui.is_sizing_pass();
    let width = if is_asked { WIDEST } else { (rect.right() - SIDE - left).max(8.0) };
    let end = text.char_indices().nth(MOST).map_or(text.len(), |it| it.0);
    let text = text.get(..end).unwrap_or(text);
    let is_number = matches!(field, Field::Low | Field::High);
    let galley = reader::label(ui, text, TextFormat::simple(font, ink), width, 1);
    if is_number && !is_asked {
        left = left.max(rect.right() - SIDE - galley.size().x);
    }
    if is_asked {
        ui.set_min_width(left - rect.left() + galley.size().x + SIDE);
    }
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top.round()), Arc::clone(&galley), ink);
    galley
}

/// The head of a column: its name, over the times the year in which all are, and which way the rows are sorted by it.
fn head(
    ui: &mut Ui,
    field: Field,
    request: &SheetRequest,
    year: Option<i16>,
    view: &View<'_>,
) -> Response {
    let (rect, palette) = (ui.max_rect(), view.palette);
    let at = request.sort.iter().position(|it| it.0 == field);
    let way = at.and_then(|at| request.sort.get(at)).map(|it| it.1);
    let response = ui.interact(
        rect.shrink2(eframe::egui::vec2(4.0, 0.0)),
        column(field).with("head"),
        Sense::click(),
    );
    response.widget_info(|| {
        let sorted = match way {
            None => String::new(),
            Some(Direction::Up) => format!(", sorted up, key {}", at.unwrap_or(0) + 1),
            Some(Direction::Down) => format!(", sorted down, key {}", at.unwrap_or(0) + 1),
        };
        let words = format!("Column {}{sorted}", field.name());
        WidgetInfo::labeled(Role::ColumnHeader, true, words)
    });
    let painter = ui.painter();
    let ink = if response.hovered() || way.is_some() { palette.text } else { palette.weak };
    let ink = colour(ink);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, colour(palette.line)));
    let mut right = rect.right() - SIDE;
    if let Some(way) = way {
        right = sign(ui, right, rect, way, at.filter(|_| 1 < request.sort.len()), ink);
    }
    let left = rect.left() + SIDE + if field == Field::Passage { MARK } else { 0.0 };
    let format = TextFormat::simple(theme::bold(theme::SMALL_SIZE), ink);
    let words = match year {
        Some(year) if field == Field::Time => format!("{}, {year}", field.name()),
        _ => field.name().to_owned(),
    };
    let galley = reader::label(ui, &words, format, (right - left).max(8.0), 1);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top.round()), galley, ink);
    if response.has_focus() {
        let ring = Stroke::new(1.5, colour(palette.accent));
        ui.painter().rect_stroke(rect.shrink(2.0), 3, ring, StrokeKind::Inside);
    }
    response.on_hover_ui(|ui| {
        ui.label(field.name());
        let words = "Click sorts and turns, Shift+click sorts by this too";
        ui.label(eframe::egui::RichText::new(words).small().weak());
    })
}

/// The arrow of a head, with its number where rows are sorted by several columns; where the free room ends.
fn sign(
    ui: &Ui,
    right: f32,
    rect: Rect,
    way: Direction,
    number: Option<usize>,
    ink: Color32,
) -> f32 {
    let (painter, y) = (ui.painter(), rect.center().y);
    let font = FontId::proportional(theme::SMALL_SIZE);
    let mut left = right;
    if let Some(number) = number {
        let words = (number + 1).to_string();
        let shown = painter.text(pos2(left, y), Align2::RIGHT_CENTER, words, font.clone(), ink);
        left = shown.left();
    }
    let arrow = match way {
        Direction::Up => icons::ARROW_UPWARD,
        Direction::Down => icons::ARROW_DOWNWARD,
    };
    painter.text(pos2(left, y), Align2::RIGHT_CENTER, arrow, font, ink).left() - 4.0
}
