//! Owns the list of annotations that name the chosen record. Each leads to its passage.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Color32, FontId, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Cx, paint, tree};
use crate::gui::action::{Action, Thing};
use crate::gui::theme::{self, colour};
use crate::gui::widgets;
use crate::views::names::{Line, NameRow, line, tally_words, uses_words};

/// Height of an annotation in the list: two lines.
const HEIGHT: f32 = 42.0;

/// Shows what names a record.
pub fn evidence(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    if row.annotations_within.is_empty() {
        ui.label(RichText::new("Nothing names it yet").weak());
        return;
    }
    let has_more = row.annotations.len() < row.annotations_within.len();
    let is_within = has_more && cx.face.within;
    let (tally, list) =
        if is_within { (&row.all, &row.annotations_within) } else { (&row.own, &row.annotations) };
    let counts = tally_words(tally);
    let counts = if counts.is_empty() { "Nothing names it itself".to_owned() } else { counts };
    ui.label(RichText::new(counts).font(theme::bold(theme::BASE_SIZE)));
    let uses = uses_words(tally);
    if !uses.is_empty() {
        ui.label(RichText::new(uses).small().weak());
    }
    if has_more {
        let words =
            format!("With those that {} ({})", tree::stand(cx.kind), row.annotations_within.len());
        widgets::check(ui, &mut cx.face.within, &words);
    }
    let width = ui.available_width();
    let (space, _) =
        ui.allocate_exact_size(vec2(width, list.len() as f32 * HEIGHT), Sense::hover());
    for (at, annotation) in list.iter().enumerate() {
        let top = space.top() + at as f32 * HEIGHT;
        // The ground reaches to the edges of the panel.
        let rect = Rect::from_min_size(pos2(space.left() - 8.0, top), vec2(width + 16.0, HEIGHT));
        // One more either way, so that Tab reaches it.
        if !ui.is_rect_visible(rect.expand2(vec2(0.0, HEIGHT))) {
            continue;
        }
        if let Some(line) = line(cx.case.state(), cx.names, row.id, *annotation) {
            show(ui, cx, rect, at, &line);
        }
    }
}

fn show(ui: &Ui, cx: &Cx<'_>, rect: Rect, at: usize, line: &Line) {
    let palette = cx.view.palette;
    let annotation = line.annotation;
    let response = ui.interact(rect, ui.make_persistent_id(("evidence", at)), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Link, true, format!("{}, {}", line.says, line.source))
    });
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    let thing = Thing::Annotation(annotation);
    if response.hovered() {
        cx.view.push(Action::Hover(thing));
    }
    if response.clicked() {
        cx.view.push(Action::Show { annotation, passage: 0 });
    }
    let painter = ui.painter();
    let mut weak = palette.weak;
    if cx.view.desk.picked == Some(annotation) {
        let ground = palette.accent.over(palette.panel, 0.14);
        weak = palette.weak_on(ground);
        painter.rect_filled(rect, theme::RADIUS, colour(ground));
    } else if response.hovered() || cx.view.desk.hover.is(thing) {
        painter.rect_filled(rect, theme::RADIUS, colour(palette.text.over(palette.panel, 0.06)));
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5, colour(palette.accent));
        painter.rect_stroke(rect.shrink(1.0), theme::RADIUS, ring, StrokeKind::Inside);
    }
    paint::mark(painter, palette, pos2(rect.left() + 12.0, rect.top() + 13.0), line.look);
    let left = rect.left() + 24.0;
    let room = rect.right() - 8.0 - left;
    one(ui, pos2(left, rect.top() + 3.0), room, &line.says, theme::BASE_SIZE, colour(palette.text));
    one(ui, pos2(left, rect.top() + 22.0), room, &line.source, theme::SMALL_SIZE, colour(weak));
    response.on_hover_ui(|ui| {
        ui.label(&line.says);
        let quote = cx.case.state().annotations().get(&annotation).and_then(|it| it.main());
        if let Some(passage) = quote {
            ui.label(RichText::new(&passage.sentence).font(theme::serif(theme::BASE_SIZE)));
        }
        ui.label(RichText::new(&line.source).weak());
    });
}

/// Words on one line, cut where there is no room.
fn one(ui: &Ui, at: eframe::egui::Pos2, room: f32, words: &str, size: f32, ink: Color32) {
    let format = TextFormat::simple(FontId::proportional(size), ink);
    let mut job = LayoutJob::single_section(words.replace('\n', " "), format);
    job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.fonts_mut(|it| it.layout_job(job));
    ui.painter().galley(at, galley, ink);
}
