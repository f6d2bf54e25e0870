//! The articles that are read side by side: a header and the text of each.

use eframe::egui::{Align, Layout, Rect, RichText, Stroke, Ui, UiBuilder, pos2};

use super::action::{Action, Thing};
use super::desk::Column;
use super::reader::{self, Event, Making, MarkId, Page, Sheet};
use super::theme::{self, colour};
use super::view::View;
use super::{command::Command, icons};
use crate::base::ArticleId;

/// Shows all columns. `sheets` are those of the columns, in their order.
pub fn show(ui: &mut Ui, sheets: &mut [Sheet], view: &View<'_>) {
    let columns = &view.desk.columns;
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0.0, colour(view.palette.page));
    if columns.is_empty() {
        ui.centered_and_justified(|ui| ui.weak("Choose an article at the left"));
        return;
    }
    let width = whole.width() / columns.len() as f32;
    for (place, (column, sheet)) in columns.iter().zip(sheets).enumerate() {
        let left = whole.left() + width * place as f32;
        let rect = Rect::from_min_max(
            pos2(left.round(), whole.top()),
            pos2((left + width).round(), whole.bottom()),
        );
        if place > 0 {
            let line = Stroke::new(1.0, colour(view.palette.line));
            ui.painter().vline(rect.left(), rect.y_range(), line);
        }
        let builder = UiBuilder::new().max_rect(rect).id_salt(column.article);
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            header(ui, place, column.article, view);
            text(ui, place, column, sheet, view);
        });
    }
    ui.advance_cursor_after_rect(whole);
}

fn header(ui: &mut Ui, place: usize, article: ArticleId, view: &View<'_>) {
    let Some(row) = view.case.and_then(|case| case.derived().row(article)) else { return };
    eframe::egui::Frame::new().inner_margin(16).show(ui, |ui| {
        ui.horizontal(|ui| {
            let guessed = if row.guessed { " (guessed)" } else { "" };
            let line = format!("{} · {}{guessed}", row.outlet, row.time);
            ui.label(RichText::new(line).small().weak());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.button(icons::CLOSE).on_hover_text("Close column").clicked() {
                    view.push(Action::CloseColumn(place));
                }
            });
        });
        ui.label(RichText::new(&row.title).font(theme::serif_bold(19.0)));
    });
    ui.separator();
}

fn text(ui: &mut Ui, place: usize, column: &Column, sheet: &mut Sheet, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let article = column.article;
    let Some(text) = case.text(article) else {
        ui.weak("The text is not at hand");
        return;
    };
    let marked = case.derived().marked(case.state(), article, text);
    let hovered = match view.desk.hover.last() {
        Some(Thing::Annotation(id)) => Some(MarkId::Annotation(id)),
        _ => None,
    };
    let active = view.desk.active == place;
    let page = Page {
        article: text,
        marks: &marked.marks,
        hits: view.lit.of(article),
        hit: view.lit.at_in(article),
        selection: column.selection,
        selected: view.desk.picked.map(MarkId::Annotation),
        hovered,
        text_size: view.settings.text_size,
        palette: view.palette,
        active,
        bar: active,
    };
    for event in reader::show(ui, sheet, &page) {
        match event {
            Event::Select(selection) => view.push(Action::Select { article, selection }),
            Event::Focus => view.push(Action::Activate(place)),
            Event::Hover(MarkId::Annotation(id)) => view.push(Action::Hover(Thing::Annotation(id))),
            Event::Press(MarkId::Annotation(id)) => view.push(Action::Pick(Some(id))),
            Event::Annotate(making) => view.command(match making {
                Making::Claim => Command::MakeClaim,
                Making::Stance => Command::MakeStance,
                Making::Note => Command::MakeNote,
            }),
            Event::AddPassage(_) => view.command(Command::AddPassage),
            Event::Hover(_) | Event::Press(_) | Event::Copy(_) => {}
        }
    }
}
