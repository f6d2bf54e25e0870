//! Owns the matrix as it is painted and pressed: heads and names that stay, cells of which only those in sight are made.

use std::f32::consts::FRAC_PI_2;

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::TextShape;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, FontId, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Vec2b,
    WidgetInfo, pos2, vec2,
};
use egui_table::{SplitScroll, SplitScrollDelegate};

use super::layout::{BEFORE_REMARKS, BENEATH, GAP, LEADING, Plan, ROW, indent};
use super::model::{At, cell_name, head_name, row_name};
use crate::base::ActorId;
use crate::export::{Point, Prim, Weight, cells};
use crate::gui::action::{Action, Thing};
use crate::gui::reader::label;
use crate::gui::theme::{self, BASE_SIZE, SMALL_SIZE, colour};
use crate::gui::view::View;
use crate::gui::widgets::stop;
use crate::gui::{icons, scene};
use crate::views::matrix::{Cell, Column, Matrix, Row};

/// How far the line of a remark laps over that of the name above it, in points.
const LAPS: f32 = 2.0;

/// Size and leading of a name and of a remark in two lines, in points: rows are told apart.
const LONG_NAME: (f32, f32) = (13.5, 16.0);
const LONG_REMARK: (f32, f32) = (12.0, 14.5);

/// What happened in the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The keyboard goes there.
    Go(At),
    Choose {
        row: usize,
        column: usize,
    },
    /// Folds or unfolds an actor.
    Turn(ActorId),
}

/// The matrix in one frame.
pub struct Grid<'a> {
    pub matrix: &'a Matrix,
    pub plan: &'a Plan,
    pub view: &'a View<'a>,
    pub id: Id,
    /// The one place that Tab leads to.
    pub cursor: At,
    /// It is to be brought into sight.
    pub reveal: bool,
    pub chosen: Option<(usize, usize)>,
    pub events: Vec<Event>,
}

impl Grid<'_> {
    /// Shows it in the room there is.
    pub fn show(&mut self, ui: &mut Ui) {
        let fixed = vec2(self.plan.names, self.plan.head);
        let split = SplitScroll {
            scroll_enabled: Vec2b::TRUE,
            fixed_size: fixed,
            scroll_outer_size: (ui.available_size() - fixed).max(Vec2::splat(1.0)),
            scroll_content_size: self.plan.content(),
            stick_to_bottom: false,
        };
        split.show(ui, self);
    }

    /// A place to press; Tab leads only to the one the keyboard was at.
    fn place(&mut self, ui: &Ui, at: At, rect: Rect) -> Response {
        let response = ui.interact(rect, self.id.with(at), stop(ui, at == self.cursor));
        if response.gained_focus() || response.clicked() {
            self.events.push(Event::Go(at));
        }
        response
    }

    /// The place of the cursor keeps the keyboard also while it is out of sight.
    fn keep(&mut self, ui: &Ui, origin: Vec2) {
        let rect = self.plan.rect(self.cursor).translate(origin);
        self.place(ui, self.cursor, rect);
    }

    fn cell(&mut self, ui: &Ui, at: (usize, usize), cell: &Cell, rect: Rect, over: &mut Vec<Ring>) {
        let (row, column) = at;
        let response = self.place(ui, At::cell(row, column), rect);
        let is_chosen = self.chosen == Some(at);
        response.widget_info(|| {
            let name = cell_name(self.matrix, row, column);
            WidgetInfo::selected(Role::GridCell, true, is_chosen, name)
        });
        if response.clicked() {
            self.events.push(Event::Choose { row, column });
        }
        let (palette, lights) = (self.view.palette, self.view.lights);
        let inner = rect.shrink(GAP);
        if response.hovered() {
            if !cell.is_empty() {
                self.view.push(Action::HoverAll(cell.annotations.as_slice().into()));
            }
            over.push(Ring { rect: inner, width: 1.0, ink: colour(palette.weak) });
        } else if !lights.is_empty() && cell.annotations.iter().any(|it| lights.has(*it)) {
            over.push(Ring { rect: inner, width: 1.5, ink: colour(palette.text) });
        }
        if is_chosen {
            over.push(Ring { rect: inner, width: 2.0, ink: colour(palette.accent) });
        }
        if response.has_focus() {
            over.push(Ring { rect: inner.expand(2.5), width: 2.0, ink: colour(palette.accent) });
        }
    }

    fn name(&mut self, ui: &Ui, row: usize, of: &Row, rect: Rect) {
        let palette = self.view.palette;
        let response = self.place(ui, At::name(row), rect);
        response
            .widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, row_name(self.matrix, of)));
        let thing = of.actor.map(Thing::Actor);
        if response.hovered() {
            thing.into_iter().for_each(|it| self.view.push(Action::Hover(it)));
        }
        if response.clicked() && of.folded.is_some() {
            self.events.extend(of.actor.map(Event::Turn));
        }
        let ground = rect.shrink2(vec2(0.0, GAP)).with_max_x(rect.right() - 6.0);
        if response.hovered() || thing.is_some_and(|it| self.view.desk.hover.is(it)) {
            let lit = palette.text.over(palette.page, 0.06);
            ui.painter().rect_filled(ground, theme::RADIUS, colour(lit));
        }
        ring(ui, &response, ground.shrink(1.0));
        let left = rect.left() + indent(of);
        if let Some(folded) = of.folded {
            let sign = if folded { icons::CHEVRON_RIGHT } else { icons::EXPAND_MORE };
            let at = pos2(left - 11.0, rect.center().y);
            let font = FontId::proportional(BASE_SIZE);
            ui.painter().text(at, Align2::CENTER_CENTER, sign, font, colour(palette.weak));
        }
        let (font, ink): (fn(f32) -> FontId, _) = match of.depth {
            0 => (theme::bold, palette.text),
            _ => (FontId::proportional, palette.weak_on(palette.page)),
        };
        let room = ground.right() - 4.0 - left;
        let format = TextFormat::simple(font(BASE_SIZE), colour(ink));
        let mut galley = label(ui, &of.name, format, room, 1);
        let words = if self.plan.remarks == 0.0 { of.remark.as_str() } else { "" };
        let weak = palette.weak;
        let format = TextFormat::simple(FontId::proportional(BENEATH), colour(weak));
        let remark = label(ui, words, format, room, 1);
        if galley.elided && words.is_empty() {
            galley = label(ui, &of.name, leaded(font, LONG_NAME, colour(ink)), room, 2);
        }
        let beneath = if words.is_empty() { 0.0 } else { remark.size().y - LAPS };
        let top = rect.center().y - (galley.size().y + beneath) / 2.0;
        let below = top + galley.size().y - LAPS;
        let is_cut = (galley.elided, remark.elided);
        ui.painter().galley(pos2(left, top), galley, colour(ink));
        ui.painter().galley(pos2(left, below), remark, colour(weak));
        match is_cut {
            (false, false) => {}
            (_, false) => drop(response.on_hover_text(&of.name)),
            _ => drop(response.on_hover_text(format!("{}\n{}", of.name, of.remark))),
        }
    }

    fn head(&mut self, ui: &Ui, place: usize, of: &Column, rect: Rect) {
        let palette = self.view.palette;
        let response = self.place(ui, At::head(place), rect);
        response.widget_info(|| {
            let name = head_name(self.matrix, place);
            WidgetInfo::labeled(Role::ColumnHeader, true, name)
        });
        if let Some(article) = of.article {
            if response.hovered() {
                self.view.push(Action::Hover(Thing::Article(article)));
            }
            if response.clicked() {
                self.view.push(Action::Read { article, beside: true });
            }
        }
        if response.hovered() && of.article.is_some() {
            let lit = palette.text.over(palette.page, 0.06);
            ui.painter().rect_filled(rect.shrink(GAP), theme::RADIUS, colour(lit));
        }
        ring(ui, &response, rect.shrink(2.5));
        let tone = of.position.map_or(palette.text, |it| palette.position(it).ink);
        let ink = colour(tone);
        let (lines, weight) = self.plan.head_lines(of);
        let font = match weight {
            Weight::Bold => theme::bold(BASE_SIZE),
            Weight::Regular => FontId::proportional(BASE_SIZE),
        };
        // Each line has its room already.
        let set = |line: &String| {
            label(ui, line, TextFormat::simple(font.clone(), ink), f32::INFINITY, 1)
        };
        let galleys: Vec<_> = lines.lines.iter().map(set).collect();
        let all = galleys.len() as f32 * LEADING;
        let sign = if of.position.is_some() { 18.0 } else { 0.0 };
        for (place, galley) in galleys.into_iter().enumerate() {
            let across = place as f32 * LEADING;
            if self.plan.upward {
                let corner = pos2(rect.center().x - all / 2.0 + across, rect.bottom() - 8.0);
                ui.painter().add(TextShape::new(corner, galley, ink).with_angle(-FRAC_PI_2));
                continue;
            }
            let left = rect.center().x - (galley.size().x + sign) / 2.0 + sign;
            let at = pos2(left, rect.bottom() - 10.0 - all + across);
            if let Some(position) = of.position.filter(|_| place == 0) {
                let centre = Point { x: left - 11.0, y: at.y + LEADING / 2.0 + 1.0 };
                let sign = cells::sign(position, centre, BASE_SIZE * 0.3, tone);
                scene::paint(ui, &[sign], Pos2::ZERO);
            }
            ui.painter().galley(at, galley, ink);
        }
        let elided = !lines.complete;
        let whole = if elided { of.label.as_str() } else { "" };
        let reads = if of.article.is_some() { "Click to read it" } else { "" };
        let hint = [whole, reads].into_iter().filter(|it| !it.is_empty());
        let hint = hint.collect::<Vec<_>>().join("\n");
        if !hint.is_empty() {
            response.on_hover_text(hint);
        }
    }

    fn remark(&self, ui: &Ui, row: usize, of: &Row, rect: Rect) {
        if of.remark.is_empty() {
            return;
        }
        let ink = colour(self.view.palette.weak);
        let format = TextFormat::simple(FontId::proportional(SMALL_SIZE), ink);
        let mut galley = label(ui, &of.remark, format, rect.width(), 1);
        if galley.elided {
            let format = leaded(FontId::proportional, LONG_REMARK, ink);
            galley = label(ui, &of.remark, format, rect.width(), 2);
        }
        let elided = galley.elided;
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left(), top), galley, ink);
        if elided {
            let id = self.id.with(("remark", row));
            ui.interact(rect, id, Sense::hover()).on_hover_text(&of.remark);
        }
    }

    /// Brings the place of the cursor out from under heads and names.
    fn reveal(&self, ui: &Ui, origin: Vec2) {
        let mut target = ui.clip_rect();
        let rect = self.plan.rect(self.cursor).translate(origin);
        if self.cursor.column.is_some() {
            target.min.x = rect.left() - self.plan.names;
            target.max.x = rect.right();
        }
        if self.cursor.row.is_some() {
            target.min.y = rect.top() - self.plan.head;
            target.max.y = rect.bottom();
        }
        ui.scroll_to_rect_animation(target, None, ScrollAnimation::none());
    }
}

impl SplitScrollDelegate for Grid<'_> {
    fn right_bottom_ui(&mut self, ui: &mut Ui, _: Vec2) {
        let (matrix, plan) = (self.matrix, self.plan);
        let origin = ui.max_rect().min.to_vec2();
        if self.reveal {
            self.reveal(ui, origin);
        }
        let seen = ui.clip_rect().translate(-origin);
        let columns = plan.columns(seen.left(), seen.right());
        let rows = plan.rows(seen.top(), seen.bottom());
        let mut items: Vec<Prim> = vec![];
        let (mut over, mut corners) = (vec![], vec![]);
        for row in rows.clone() {
            let Some(of) = matrix.rows.get(row) else { continue };
            for column in columns.clone() {
                let Some(cell) = of.cells.get(column) else { continue };
                let rect = plan.rect(At::cell(row, column)).translate(origin);
                let inner = rect.shrink(GAP);
                let shape = crate::export::Rect {
                    left: inner.left(),
                    top: inner.top(),
                    right: inner.right(),
                    bottom: inner.bottom(),
                };
                let look = (BASE_SIZE, 1.0);
                let mut parts = vec![];
                cells::cell(cell, shape, look, self.view.palette, &mut parts);
                // A group of its own, since what follows a disc within one lies over it.
                items.push(Prim::Group { annotations: vec![], title: String::new(), items: parts });
                if self.view.desk.picked.is_some_and(|it| cell.annotations.contains(&it)) {
                    corners.push(inner);
                }
                self.cell(ui, (row, column), cell, rect, &mut over);
            }
            let left = matrix.columns.len() as f32 * plan.pitch + BEFORE_REMARKS;
            let remark = Rect::from_min_size(pos2(left, row as f32 * ROW), vec2(plan.remarks, ROW));
            if seen.left() < remark.right() && remark.left() < seen.right() {
                self.remark(ui, row, of, remark.translate(origin));
            }
        }
        scene::paint(ui, &items, Pos2::ZERO);
        corners.into_iter().for_each(|it| corner(ui, it, colour(self.view.palette.accent)));
        over.into_iter().for_each(|it: Ring| it.paint(ui));
        if let At { row: Some(row), column: Some(column) } = self.cursor
            && !(rows.contains(&row) && columns.contains(&column))
        {
            self.keep(ui, origin);
        }
    }

    fn left_top_ui(&mut self, ui: &mut Ui) {
        let rect = ui.max_rect();
        let at = pos2(rect.left() + 8.0, rect.bottom() - 9.0);
        let ink = colour(self.view.palette.weak);
        ui.painter().text(at, Align2::LEFT_BOTTOM, "Actor", theme::bold(SMALL_SIZE), ink);
    }

    fn right_top_ui(&mut self, ui: &mut Ui, _: Vec2) {
        let (matrix, plan) = (self.matrix, self.plan);
        let origin = ui.max_rect().min.to_vec2();
        let seen = ui.clip_rect().translate(-origin);
        let columns = plan.columns(seen.left(), seen.right());
        for column in columns.clone() {
            let Some(of) = matrix.columns.get(column) else { continue };
            self.head(ui, column, of, plan.rect(At::head(column)).translate(origin));
        }
        if let At { row: None, column: Some(column) } = self.cursor
            && !columns.contains(&column)
        {
            self.keep(ui, origin);
        }
    }

    fn left_bottom_ui(&mut self, ui: &mut Ui, _: Vec2) {
        let (matrix, plan) = (self.matrix, self.plan);
        let origin = ui.max_rect().min.to_vec2();
        let seen = ui.clip_rect().translate(-origin);
        let rows = plan.rows(seen.top(), seen.bottom());
        for row in rows.clone() {
            let Some(of) = matrix.rows.get(row) else { continue };
            self.name(ui, row, of, plan.rect(At::name(row)).translate(origin));
        }
        if let At { row: Some(row), column: None } = self.cursor
            && !rows.contains(&row)
        {
            self.keep(ui, origin);
        }
    }
}

/// Type of a size and a leading.
fn leaded(font: fn(f32) -> FontId, (size, leading): (f32, f32), ink: Color32) -> TextFormat {
    TextFormat { line_height: Some(leading), ..TextFormat::simple(font(size), ink) }
}

/// A line around a cell, painted over all cells.
struct Ring {
    rect: Rect,
    width: f32,
    ink: Color32,
}

impl Ring {
    fn paint(self, ui: &Ui) {
        let stroke = Stroke::new(self.width, self.ink);
        ui.painter().rect_stroke(self.rect, 0.0, stroke, StrokeKind::Inside);
    }
}

/// A ring inside a name or a head that has the keyboard.
fn ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, colour(theme::palette(ui).accent));
        ui.painter().rect_stroke(rect, theme::RADIUS, stroke, StrokeKind::Inside);
    }
}

/// The corner of the cell that holds the annotation whose form is open.
fn corner(ui: &Ui, rect: Rect, ink: Color32) {
    let (tip, side) = (rect.right_top(), 9.0);
    let points = vec![tip - vec2(side, 0.0), tip, tip + vec2(0.0, side)];
    let shape = eframe::egui::Shape::convex_polygon(points, ink, Stroke::NONE);
    ui.painter().add(shape);
}
