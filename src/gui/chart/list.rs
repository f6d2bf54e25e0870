//! Owns the evidence beneath the chart: a row for each mark, in the same order and with the same numbers.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, EventFilter, FontId, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::columns::Columns;
use super::keys::{self, At};
use super::tone;
use crate::base::AnnotationId;
use crate::base::theme::Rgb;
use crate::gui::action::{Action, Thing};
use crate::gui::quoted;
use crate::gui::reader::label;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets::stop;
use crate::views::chart::{Chart, Mark, TimeAxis};
use crate::views::{Evidence, SUGGESTED};

/// Height of a row, in points.
const HEIGHT: f32 = 28.0;

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub struct List {
    /// What was lit and what was chosen in the last frame; another is brought into sight.
    lit: Option<AnnotationId>,
    picked: Option<AnnotationId>,
    /// The pointer was over the list in the last frame.
    is_under: bool,
    /// The row to be brought into sight.
    reveal: Option<usize>,
    /// How far it is scrolled, in points.
    offset: f32,
    /// The row that has the keyboard.
    pub at: Option<At>,
}

impl List {
    /// Brings a row into sight.
    pub fn reveal(&mut self, row: usize) {
        self.reveal = Some(row);
    }

    /// Brings the row of what is pointed at in the chart into sight, and that of what is newly chosen. Beneath the
    /// pointer rows stay where they are: others would light up, and so on without end.
    pub fn follow(
        &mut self,
        chart: &Chart,
        lit: Option<AnnotationId>,
        picked: Option<AnnotationId>,
    ) {
        let lit_before = std::mem::replace(&mut self.lit, lit);
        let picked_before = std::mem::replace(&mut self.picked, picked);
        let lit = lit.filter(|it| Some(*it) != lit_before && !self.is_under);
        let picked = picked.filter(|it| Some(*it) != picked_before);
        if let Some(at) = lit.or(picked) {
            self.reveal = chart.evidence.iter().position(|it| it.annotation == at);
        }
    }
}

/// Shows the list in all the room there is. `marks` are the marks of its rows; `last` is what in the chart had the
/// keyboard last, to whose row Tab leads.
pub fn show(
    ui: &mut Ui,
    list: &mut List,
    chart: &Chart,
    marks: &[Option<&Mark>],
    last: Option<AnnotationId>,
    view: &View<'_>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = ui.available_rect_before_wrap();
    list.is_under = ui.rect_contains_pointer(room);
    let columns = Columns::of(room.width() - 12.0, chart.evidence.len());
    let year = chart.time.as_ref().and_then(TimeAxis::year);
    head(ui, &columns, year, view);
    let mut area = ScrollArea::vertical().id_salt("evidence").auto_shrink(false);
    if let Some(row) = list.reveal.take() {
        let tall = (ui.available_height() - HEIGHT).max(0.0);
        let top = row as f32 * HEIGHT;
        if top < list.offset || list.offset + tall < top {
            area = area.vertical_scroll_offset((top - tall / 2.0).max(0.0));
        }
    }
    let shown = area.show_viewport(ui, |ui, seen| {
        let width = ui.available_width();
        let count = chart.evidence.len();
        let (space, _) = ui.allocate_exact_size(vec2(width, count as f32 * HEIGHT), Sense::hover());
        // One more either way, so that keys reach it.
        let first = ((seen.top() / HEIGHT) as usize).saturating_sub(1);
        let until = ((seen.bottom() / HEIGHT) as usize + 2).min(count);
        let is_last = |at: &usize| chart.evidence.get(*at).map(|it| it.annotation) == last;
        let stop = (first..until).find(is_last).or((first < until).then_some(first));
        for at in first..until {
            let top = space.top() + at as f32 * HEIGHT;
            let rect = Rect::from_min_size(pos2(space.left(), top), vec2(width, HEIGHT));
            if let Some(evidence) = chart.evidence.get(at) {
                let mark = marks.get(at).copied().flatten();
                let row = Row { at, evidence, mark, year, is_stop: Some(at) == stop };
                if row.show(ui, rect, &columns, view) {
                    list.at = Some(At::row(evidence.annotation, at));
                    row.keys(ui, list, chart, view);
                }
            }
        }
    });
    list.offset = shown.state.clamped_offset().y;
}

/// The name by which the row of an annotation has the keyboard.
pub fn id(annotation: AnnotationId) -> Id {
    Id::unique("evidence of the chart").with(annotation)
}

/// The names of the columns; over the times the year in which all are.
fn head(ui: &mut Ui, columns: &Columns, year: Option<i16>, view: &View<'_>) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    for (name, across) in columns.shown() {
        let format = TextFormat::simple(theme::bold(theme::SMALL_SIZE), Color32::PLACEHOLDER);
        let words = match year {
            Some(year) if name == "As of" => format!("{name}, {year}"),
            _ => name.to_owned(),
        };
        let galley = label(ui, &words, format, across.span(), 1);
        let at = pos2(rect.left() + across.min, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colour(view.palette.weak));
    }
    let line = Stroke::new(1.0, colour(view.palette.line));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
}

struct Row<'a> {
    at: usize,
    evidence: &'a Evidence,
    mark: Option<&'a Mark>,
    /// The year in which all rows are.
    year: Option<i16>,
    /// Tab leads to it.
    is_stop: bool,
}

impl Row<'_> {
    /// Whether it has the keyboard.
    fn show(&self, ui: &Ui, rect: Rect, columns: &Columns, view: &View<'_>) -> bool {
        let (it, palette) = (self.evidence, view.palette);
        let response = ui.interact(rect, id(it.annotation), stop(ui, self.is_stop));
        let name = || format!("{}: “{}”", self.name(), it.quote);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name()));
        let thing = Thing::Annotation(it.annotation);
        if response.hovered() {
            view.push(Action::Hover(thing));
        }
        if response.clicked() {
            view.push(Action::Show { annotation: it.annotation, passage: 0 });
        }
        if response.has_focus() {
            view.push(Action::Hover(thing));
            if response.gained_focus() {
                ui.scroll_to_rect(rect, None);
            }
        }
        let mut weak = palette.weak;
        let painter = ui.painter();
        if view.desk.picked == Some(it.annotation) {
            let ground = palette.accent.over(palette.page, 0.14);
            weak = palette.weak_on(ground);
            painter.rect_filled(rect, 0.0, colour(ground));
        } else if view.lights.has(it.annotation) {
            let ground = palette.accent.over(palette.page, 0.09);
            weak = palette.weak_on(ground);
            painter.rect_filled(rect, 0.0, colour(ground));
        }
        self.words(ui, rect, columns, view, weak);
        let line = Stroke::new(1.0, colour(palette.line));
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        if response.has_focus() {
            let ring = Stroke::new(2.0, colour(palette.accent));
            painter.rect_stroke(rect, theme::RADIUS, ring, StrokeKind::Inside);
        }
        let has_focus = response.has_focus();
        if !ui.memory(|memory| memory.has_focus(keys::id(it.annotation))) {
            // Else the card at its mark tells the same.
            response.on_hover_ui(|ui| {
                ui.label(format!("“{}”", it.sentence));
                ui.weak(self.name());
            });
        }
        has_focus
    }

    /// Up and down go from row to row, Esc to its mark.
    fn keys(&self, ui: &Ui, list: &mut List, chart: &Chart, view: &View<'_>) {
        let here = self.evidence.annotation;
        let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(id(here), filter));
        quoted::copy(ui, view, std::iter::once(self.evidence));
        let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        let last = chart.evidence.len().saturating_sub(1);
        let next = if pressed(Key::Escape) {
            ui.memory_mut(|it| it.request_focus(keys::id(here)));
            return;
        } else if pressed(Key::ArrowDown) {
            (self.at + 1).min(last)
        } else if pressed(Key::ArrowUp) {
            self.at.saturating_sub(1)
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            return;
        };
        if let Some(next) = chart.evidence.get(next).filter(|it| it.annotation != here) {
            list.reveal = chart.evidence.iter().position(|it| it.annotation == next.annotation);
            ui.memory_mut(|it| it.request_focus(id(next.annotation)));
            ui.request_repaint();
        }
    }

    fn words(&self, ui: &Ui, rect: Rect, columns: &Columns, view: &View<'_>, weak: Rgb) {
        let (it, palette) = (self.evidence, view.palette);
        let sans = FontId::proportional(theme::SMALL_SIZE + 1.0);
        let set = |words: &str, font: &FontId, ink, left: f32, width: f32| {
            let format = TextFormat::simple(font.clone(), Color32::PLACEHOLDER);
            let galley = label(ui, words, format, width.max(0.0), 1);
            let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, colour(ink));
        };
        let number = pos2(rect.left() + columns.number.max, rect.center().y);
        let small = FontId::proportional(theme::SMALL_SIZE);
        let words = (self.at + 1).to_string();
        ui.painter().text(number, Align2::RIGHT_CENTER, words, small.clone(), colour(weak));
        set(
            &it.quote,
            &theme::serif(15.0),
            if it.suggested { weak } else { palette.text },
            columns.passage.min,
            columns.passage.span(),
        );
        if let Some(across) = columns.time {
            set(&self.time(), &small, weak, across.min, across.span());
        }
        if let Some(across) = columns.figure {
            let figure = self.mark.map_or(it.says.as_str(), |it| it.label.as_str());
            let ink = if it.suggested { weak } else { palette.text };
            set(figure, &sans, ink, across.min, across.span());
        }
        if let Some(across) = columns.article {
            let names = [&it.outlet, &it.title, &it.path];
            let source = names.into_iter().find(|it| !it.is_empty()).unwrap_or(&it.path);
            set(source, &sans, weak, across.min, across.span());
        }
        if let Some(across) = columns.claimant {
            let dot = pos2(rect.left() + across.min + 4.0, rect.center().y);
            let ink = tone(palette, self.mark.and_then(|it| it.colour));
            ui.painter().circle_filled(dot, 4.0, colour(ink));
            let (words, ink) = match it.who.as_str() {
                "" => ("not stated", weak),
                who => (who, palette.text),
            };
            set(words, &sans, ink, across.min + 14.0, across.span() - 14.0);
        }
    }

    /// Its time, without a year that all have.
    fn time(&self) -> String {
        let time = &self.evidence.time;
        self.year.map_or_else(|| time.clone(), |year| time.replace(&format!(" {year}"), ""))
    }

    /// All there is to say of a row besides its quote.
    fn name(&self) -> String {
        let it = self.evidence;
        let parts = [it.says.as_str(), it.who.as_str(), it.time.as_str(), it.outlet.as_str()];
        let supposed = it.suggested.then_some(SUGGESTED);
        let parts = parts.into_iter().chain(supposed);
        let parts = parts.filter(|it| !it.is_empty()).collect::<Vec<_>>();
        format!("Evidence {}. {}", self.at + 1, parts.join(", "))
    }
}
