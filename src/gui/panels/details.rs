//! Owns the details of the chosen record: what all kinds have. Its own fields stand in `actors`, `incidents`, `codes`.

use eframe::egui::{
    Align, Button, Frame, Id, Layout, Margin, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, accesskit::Role, vec2,
};

use super::drafts::At;
use super::{Cx, Sheet, actors, codes, edits, evidence, incidents, paint, pick, tree};
use crate::gui::icons;
use crate::gui::theme::{self, colour};
use crate::gui::widgets;
use crate::project::RecordId;
use crate::views::names::{Kind, NameRow};

/// How many colours the palette has before it goes round.
const COLOURS: u16 = 8;

/// Width below which a name needs all the room, in points.
const LEAST_NAME: f32 = 150.0;

/// How many rounds are offered.
const ROUNDS: u16 = 4;

/// Shows the details of the chosen record.
pub fn details(ui: &mut Ui, cx: &mut Cx<'_>) {
    let names = cx.names;
    let Some(row) = cx.face.chosen.and_then(|it| names.row(it)) else { return };
    let area = ScrollArea::vertical().id_salt(("details", row.id)).auto_shrink(false);
    area.show(ui, |ui| {
        let margin = Margin { left: 12, right: 12, top: 8, bottom: 12 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            head(ui, cx, row);
            sheets(ui, cx, row);
            if cx.face.sheet == Sheet::Evidence {
                evidence::evidence(ui, cx, row);
                return;
            }
            match row.id {
                RecordId::Actor(id) => actors::fields(ui, cx, row, id),
                RecordId::Incident(id) => incidents::fields(ui, cx, row, id),
                RecordId::Code(_) => codes::fields(ui, cx, row),
                _ => {}
            }
            memo(ui, cx, row.id);
        });
    });
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    ui.horizontal_top(|ui| {
        let step = widgets::ICON + ui.spacing().item_spacing.x;
        // The menu has it too.
        let has_room = ui.available_width() - 2.0 * step > LEAST_NAME;
        let signs = if has_room { 3.0 } else { 2.0 };
        let room = ui.available_width() - signs * step;
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.add_space(3.0);
            ui.label(RichText::new(&row.name).font(theme::bold(theme::BASE_SIZE)));
        });
        widgets::to_right(ui, signs * step - ui.spacing().item_spacing.x);
        if has_room && widgets::icon(ui, icons::EDIT, "Rename").clicked() {
            tree::rename(cx, row.id);
            cx.face.reveal = true;
        }
        let more = widgets::icon(ui, icons::MORE_VERT, "More");
        eframe::egui::Popup::menu(&more).show(|ui| tree::menu(ui, cx, row.id));
        if widgets::icon(ui, icons::CLOSE, "Close the details").clicked() {
            cx.face.is_open = false;
        }
    });
}

/// The two sides of the details.
fn sheets(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let number = crate::views::count(row.annotations.len() as u64);
        for (sheet, words) in
            [(Sheet::Evidence, format!("Named in {number}")), (Sheet::Fields, "Details".to_owned())]
        {
            let is_shown = cx.face.sheet == sheet;
            let response =
                ui.selectable_value(&mut cx.face.sheet, sheet, RichText::new(words).small());
            if is_shown && std::mem::take(&mut cx.face.enters) {
                response.request_focus();
            }
        }
    });
}

/// A small weak label above a field.
pub fn label(ui: &mut Ui, words: &str) -> Id {
    ui.add_space(4.0);
    ui.label(RichText::new(words).small().weak()).id
}

/// A labelled field of one line.
pub fn line(ui: &mut Ui, cx: &mut Cx<'_>, words: &str, at: At, hint: &str) {
    let label = label(ui, words);
    let held = edits::held(cx.case.state(), at);
    cx.drafts.line(ui, at, &held, hint).labelled_by(label);
}

fn memo(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId) {
    let label = label(ui, "Memo");
    let held = edits::held(cx.case.state(), At::Memo(id));
    cx.drafts.text(ui, At::Memo(id), &held, "What to keep in mind").labelled_by(label);
}

/// The field for what the record stands in.
pub fn parent(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    let words = match cx.kind {
        Kind::Actors => "Belongs to",
        Kind::Incidents => "Part of",
        Kind::Codes => "Within",
    };
    if let Some(parent) = pick::field(ui, cx, words, row) {
        edits::nest(row.id, parent).into_iter().for_each(|it| cx.view.queue.edit(it));
    }
}

/// The other names, each to be taken away, and the field for one more.
pub fn aliases(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    let label = label(ui, "Other names");
    let mut gone = None;
    if !row.aliases.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for (at, alias) in row.aliases.iter().enumerate() {
                let words = (RichText::new(alias).small(), RichText::new(icons::CLOSE).small());
                let button = Button::new(words).truncate();
                let name = format!("Remove {alias}");
                let response = ui.add(button.corner_radius(13));
                let response = response.accessible_name(&name).on_hover_text(&name);
                if response.clicked() {
                    gone = Some(at);
                }
            }
        });
    }
    cx.drafts.line(ui, At::Alias(row.id), "", "Add a name").labelled_by(label);
    if let Some(gone) = gone {
        let rest = row.aliases.iter().enumerate().filter(|(at, _)| *at != gone);
        let rest = rest.map(|(_, it)| it.clone()).collect();
        edits::set_aliases(row.id, rest).into_iter().for_each(|it| cx.view.queue.edit(it));
    }
}

/// The colours of the palette, and the rounds it has gone.
pub fn colours(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow) {
    let Some(number) = row.colour else { return };
    label(ui, "Colour");
    let (hue, round) = (number % COLOURS, number / COLOURS);
    let mut to = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for it in 0..COLOURS {
            let name = format!("Colour {}", it + 1);
            if swatch(ui, cx, round * COLOURS + it, it == hue, &name) {
                to = Some(round * COLOURS + it);
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for it in 0..ROUNDS.max(round + 1) {
            let name = if it == 0 { "Full".to_owned() } else { format!("Pattern {it}") };
            if swatch(ui, cx, it * COLOURS + hue, it == round, &name) {
                to = Some(it * COLOURS + hue);
            }
        }
    });
    let to = to.filter(|it| *it != number);
    let edit = to.and_then(|it| edits::paint(row.id, it));
    edit.into_iter().for_each(|it| cx.view.queue.edit(it));
}

fn swatch(ui: &mut Ui, cx: &Cx<'_>, number: u16, is_chosen: bool, name: &str) -> bool {
    let palette = cx.view.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    paint::dot(ui.painter(), palette, rect.center(), 7.0, number);
    let ring = match (is_chosen, response.hovered() || response.has_focus()) {
        (true, _) => Some(palette.accent),
        (false, true) => Some(palette.weak),
        (false, false) => None,
    };
    if let Some(ring) = ring {
        let line = Stroke::new(if is_chosen { 2.0 } else { 1.0 }, colour(ring));
        ui.painter().rect_stroke(rect.shrink(1.0), theme::RADIUS, line, StrokeKind::Inside);
    }
    response.on_hover_text(name).clicked()
}
