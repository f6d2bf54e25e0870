//! Owns the sentences behind the chosen cell, as they stand in the inspector. Each leads to its place in the text.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align, EventFilter, FontId, Id, Key, Label, Layout, Modifiers, Rect, Response, RichText,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::model;
use crate::base::AnnotationId;
use crate::gui::action::{Action, Thing};
use crate::gui::desk::CellAt;
use crate::gui::icons;
use crate::gui::quoted;
use crate::gui::reader::label;
use crate::gui::theme::{self, SMALL_SIZE, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::matrix::{Behind, Matrix, behind};
use crate::views::{Evidence, SUGGESTED};

/// Sentences that are shown at once; more on request.
const PAGE: usize = 100;

/// Characters of a name beneath a sentence, so that its time is in sight whatever its outlet is called.
pub(super) const LONGEST: usize = 44;

/// Size of a quote's words, in points.
const QUOTE: f32 = 16.0;

/// What the list keeps between frames.
#[derive(Default)]
pub struct Kept {
    of: Option<(Arc<Matrix>, CellAt)>,
    /// None where the cell is not among those shown.
    behind: Option<Behind>,
    most: usize,
    /// The first sentence gets the keyboard.
    pub takes_focus: bool,
    /// The list was left by Esc: the matrix gets the keyboard.
    pub left: bool,
    /// The sentence that has the keyboard or had it last.
    pub at: Option<(Id, AnnotationId)>,
}

impl Kept {
    fn turn(&mut self, matrix: &Arc<Matrix>, cell: &CellAt) {
        let is_same = |it: &(Arc<Matrix>, CellAt)| Arc::ptr_eq(&it.0, matrix) && it.1 == *cell;
        if self.of.as_ref().is_some_and(is_same) {
            return;
        }
        if self.of.as_ref().is_none_or(|it| it.1 != *cell) {
            self.most = PAGE;
        }
        let place = model::place_of(matrix, cell);
        self.behind = place.and_then(|(row, column)| behind(matrix, row, column));
        self.of = Some((Arc::clone(matrix), cell.clone()));
    }
}

/// Shows the sentences behind a cell.
pub fn show(ui: &mut Ui, kept: &mut Kept, matrix: &Arc<Matrix>, cell: &CellAt, view: &View<'_>) {
    kept.turn(matrix, cell);
    let takes_focus = std::mem::take(&mut kept.takes_focus);
    let title = match &kept.behind {
        Some(behind) => behind.title.clone(),
        None => format!("{} · {}", cell.name, cell.column),
    };
    head(ui, &title, view);
    let Some(behind) = &kept.behind else {
        ui.weak("This cell is not among those shown now");
        return;
    };
    if behind.evidence.is_empty() {
        ui.weak("No stance stands here");
        ui.add_space(8.0);
        let hint = match matrix.hidden {
            0 => "It is empty until a sentence is marked so",
            _ => "It is empty until a sentence is marked so, or the filters let more through",
        };
        ui.add(Label::new(RichText::new(hint).small().weak()).wrap());
        return;
    }
    ui.add(Label::new(RichText::new(&behind.told).small().weak()).wrap().selectable(false));
    ui.add_space(8.0);
    let mut more = false;
    let id = ui.make_persistent_id("behind a cell");
    let walk = walk(ui, id, behind.evidence.len().min(kept.most));
    kept.left |= walk == Some(Walk::Leave);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // Room for the scroll bar.
        ui.set_max_width(ui.available_width() - 12.0);
        for (place, index) in behind.evidence.iter().take(kept.most).enumerate() {
            let Some(of) = matrix.evidence.get(*index) else { continue };
            let response = passage(ui, of, &cell.name, id.with(place), view);
            if response.has_focus() {
                kept.at = Some((response.id, of.annotation));
                quoted::copy(ui, view, std::iter::once(of));
            }
            if walk == Some(Walk::To(place)) || (takes_focus && place == 0) {
                response.request_focus();
                response.scroll_to_me(None);
            }
        }
        let rest = behind.evidence.len().saturating_sub(kept.most);
        more = 0 < rest && ui.button(format!("Show {} more", rest.min(PAGE))).clicked();
    });
    if more {
        kept.most += PAGE;
    }
}

fn head(ui: &mut Ui, title: &str, view: &View<'_>) {
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if widgets::icon(ui, icons::CLOSE, "Leave the cell").clicked() {
                view.push(Action::Cell(None));
            }
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                let title = RichText::new(title).font(theme::bold(theme::BASE_SIZE + 1.0));
                ui.add(Label::new(title).wrap().selectable(false));
            });
        });
    });
}

/// Where a key leads from the sentence that has the keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    To(usize),
    Leave,
}

fn walk(ui: &Ui, id: Id, count: usize) -> Option<Walk> {
    let focused = ui.memory(|it| it.focused())?;
    let here = (0..count).find(|it| id.with(*it) == focused)?;
    let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(focused, filter));
    let key = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let last = count.saturating_sub(1);
    if key(Key::ArrowDown) {
        Some(Walk::To((here + 1).min(last)))
    } else if key(Key::ArrowUp) {
        Some(Walk::To(here.saturating_sub(1)))
    } else if key(Key::Home) {
        Some(Walk::To(0))
    } else if key(Key::End) {
        Some(Walk::To(last))
    } else if key(Key::Escape) {
        Some(Walk::Leave)
    } else {
        None
    }
}

/// One sentence: the quote, where it was printed, and the way to its form.
fn passage(ui: &mut Ui, of: &Evidence, actor: &str, id: Id, view: &View<'_>) -> Response {
    const LEFT: f32 = 14.0;
    let palette = view.palette;
    let annotation = of.annotation;
    let width = ui.available_width();
    let (source, shown) = (source(of, actor, usize::MAX), source(of, actor, LONGEST));
    let set = |words: &str, font: FontId, ink, room: f32, rows: usize| {
        label(ui, words, TextFormat::simple(font, colour(ink)), room, rows)
    };
    let ink = if of.suggested { palette.weak } else { palette.text };
    let quote = set(&of.quote, theme::serif(QUOTE), ink, width - LEFT, 8);
    let said = set(
        &shown,
        FontId::proportional(SMALL_SIZE),
        palette.weak,
        width - LEFT - widgets::ICON,
        4,
    );
    let height = 8.0 + quote.size().y + 4.0 + said.size().y.max(20.0) + 8.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{}, {source}", of.quote)));
    let thing = Thing::Annotation(annotation);
    if response.contains_pointer() {
        view.push(Action::Hover(thing));
    }
    let ground = rect.expand2(vec2(8.0, -1.0));
    if view.desk.picked == Some(annotation) {
        let ink = palette.accent.over(palette.panel, 0.14);
        ui.painter().rect_filled(ground, theme::RADIUS, colour(ink));
    } else if response.hovered() || view.lights.has(annotation) {
        let ink = palette.text.over(palette.panel, 0.06);
        ui.painter().rect_filled(ground, theme::RADIUS, colour(ink));
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, colour(palette.accent));
        ui.painter().rect_stroke(ground, theme::RADIUS, stroke, StrokeKind::Inside);
    }
    let position = view
        .case
        .and_then(|it| it.state().annotations().get(&annotation)?.stance())
        .map(|it| it.position);
    let mark = position.map_or(palette.weak, |it| palette.position(it).mark);
    let top = rect.top() + 8.0;
    let bar = Rect::from_min_size(pos2(rect.left(), top), vec2(3.0, quote.size().y));
    ui.painter().rect_filled(bar, 0.0, colour(mark));
    let below = top + quote.size().y + 4.0;
    let is_cut = quote.elided || said.elided || shown != source;
    ui.painter().galley(pos2(rect.left() + LEFT, top), quote, colour(palette.text));
    ui.painter().galley(pos2(rect.left() + LEFT, below), said, colour(palette.weak));
    let y = rect.bottom();
    ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, colour(palette.line)));
    let button = Rect::from_center_size(
        pos2(rect.right() - widgets::ICON / 2.0, below + 9.0),
        vec2(widgets::ICON, widgets::ICON),
    );
    let mut place = ui.new_child(UiBuilder::new().max_rect(button));
    let says = if of.suggested { "Decide this suggestion" } else { "Edit this stance" };
    let edit = widgets::icon(&mut place, icons::EDIT, says);
    widgets::ring(ui, &edit);
    if edit.clicked() {
        view.push(Action::Pick(Some(annotation)));
    } else if response.clicked() {
        view.push(Action::Show { annotation, passage: 0 });
    }
    if is_cut || of.sentence != of.quote {
        return response.on_hover_ui(|ui| {
            let sentence = if of.sentence.is_empty() { &of.quote } else { &of.sentence };
            ui.label(RichText::new(sentence).font(theme::serif(theme::BASE_SIZE)));
            ui.label(RichText::new(&source).small().weak());
        });
    }
    response
}

/// "Meridian Wire, 19 Sep 2023 · contingent · towards Lowland · past"; no name has more than `most` characters.
pub(super) fn source(of: &Evidence, actor: &str, most: usize) -> String {
    let cut = |name: &str| match name.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    };
    let names = [&of.outlet, &of.title, &of.path];
    let outlet = names.into_iter().find(|it| !it.is_empty()).map_or("", |it| it.as_str());
    let mut parts = vec![format!("{}, {}", cut(outlet), of.time)];
    if of.who != actor && !of.who.is_empty() {
        parts.push(cut(&of.who));
    }
    if !of.whom.is_empty() {
        parts.push(format!("towards {}", cut(&of.whom)));
    }
    if of.status == "past" {
        parts.push("past".to_owned());
    }
    if of.suggested {
        parts.insert(0, SUGGESTED.to_owned());
    }
    match of.repeats {
        0 => {}
        1 => parts.push("printed twice, counted once".to_owned()),
        some => parts.push(format!("printed {} times, counted once", some + 1)),
    }
    parts.join(" · ")
}
