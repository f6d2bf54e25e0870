//! Owns what stands below the head of a column: the article's text, or why it is not there and what is kept of it.

use std::collections::HashSet;

use eframe::egui::{
    Frame, Id, Key, Margin, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo,
};

use super::marked::Marked;
use crate::base::{AnnotationId, ArticleId};
use crate::gui::action::{Action, Thing};
use crate::gui::case::{Case, InText, Roots};
use crate::gui::command::Command;
use crate::gui::desk::{Column, Desk};
use crate::gui::inspector::{self, FormEvent};
use crate::gui::reader::{self, Event, Making, MarkId, Page, Sheet};
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::views::{count, reader::says};

/// Quotes shown of an article without text.
const MOST_QUOTES: usize = 200;

/// The part of the window that a column may use, and its place among the columns.
pub struct Room {
    pub rect: Rect,
    pub place: usize,
}

/// The marks of an article that light up.
fn lit(article: ArticleId, in_text: &InText, view: &View<'_>) -> HashSet<MarkId> {
    let here = in_text.found.iter().map(|it| it.annotation);
    let suggested = match view.desk.hover.last() {
        Some(Thing::Suggestion(of, at)) if of == article => Some(MarkId::Suggestion(at)),
        _ => None,
    };
    let decided = here.filter(|it| view.lights.has(*it)).map(MarkId::Annotation);
    decided.chain(suggested).collect()
}

/// Shows the text of a column, if it is at hand.
pub fn show(
    ui: &mut Ui,
    room: &Room,
    column: &Column,
    (sheet, marked): (&mut Sheet, &mut Marked),
    view: &View<'_>,
) {
    let Some(case) = view.case else { return };
    let builder = UiBuilder::new().max_rect(room.rect).id_salt(("column", column.article));
    ui.scope_builder(builder, |ui| {
        ui.shrink_clip_rect(room.rect);
        stop(ui, room, column.article, view);
        let Some(text) = case.text(column.article) else {
            no_text(ui, case, column.article, view);
            return;
        };
        let in_text = case.derived().marked(case.state(), column.article, text);
        lost(ui, &in_text.lost, view);
        let marks = marked.turn(column.article, &in_text, view.in_text());
        let active = room.place == view.desk.active;
        let here = view.fresh.iter().filter(|it| it.0 == column.article);
        let fresh: Vec<_> = here.map(|it| it.1).collect();
        let hovered = lit(column.article, &in_text, view);
        let page = Page {
            article: text,
            marks: &marks,
            hits: view.lit.of(column.article),
            hit: view.lit.at_in(column.article),
            selection: column.selection,
            fresh: &fresh,
            addable: view.situation.addable,
            selected: selected(column.article, view),
            annotating: view.situation.annotation || view.chosen().is_some(),
            hovered: &hovered,
            text_size: view.settings.text_size,
            palette: view.palette,
            active,
            bar: active && !column.rests && !inspector::has_focus(ui.ctx()),
        };
        for event in reader::show(ui, sheet, &page) {
            answer(event, room.place, column.article, view);
        }
    });
}

/// The text as a stop of the Tab key. It has the keyboard where nothing else has it, so the stop gives it on.
fn stop(ui: &Ui, room: &Room, article: ArticleId, view: &View<'_>) {
    let id = stop_id(article);
    let stop = ui.interact(room.rect, id, Sense::focusable_noninteractive());
    stop.widget_info(|| WidgetInfo::labeled(Role::Group, true, "Article"));
    if stop.has_focus() {
        ui.memory_mut(|it| it.surrender_focus(id));
        view.push(Action::Activate(room.place));
    }
}

fn stop_id(article: ArticleId) -> Id {
    Id::unique(("text as a stop", article))
}

/// Tab leads from the text that has the keyboard to what stands beside it, not to the window's first widget. To be
/// called before anything of the window is shown.
pub fn leave_by_tab(ui: &Ui, desk: &Desk) {
    let Some(column) = desk.active().filter(|_| desk.reads()) else { return };
    let is_free = ui.memory(|it| it.focused().is_none() && it.top_modal_layer().is_none());
    if is_free && ui.input(|it| it.key_pressed(Key::Tab)) {
        ui.memory_mut(|it| it.request_focus(stop_id(column.article)));
    }
}

/// What stands out: the suggestion that is chosen, else the annotation.
fn selected(article: ArticleId, view: &View<'_>) -> Option<MarkId> {
    let key = view.desk.suggestion.as_ref().filter(|it| it.article == article);
    let open = key.zip(view.in_text());
    let waiting = open.and_then(|(key, open)| open.of(article).find(|it| it.key == *key));
    let first = waiting.and_then(|it| it.these.first());
    first.map(|at| MarkId::Suggestion(*at)).or(view.desk.picked.map(MarkId::Annotation))
}

/// What an event of the reader asks for.
fn answer(event: Event, place: usize, article: ArticleId, view: &View<'_>) {
    match event {
        Event::Select(selection) => view.push(Action::Select { article, selection }),
        Event::Focus => view.push(Action::Activate(place)),
        Event::Hover(MarkId::Annotation(id)) => view.push(Action::Hover(Thing::Annotation(id))),
        Event::Hover(MarkId::Suggestion(at)) => {
            view.push(Action::Hover(Thing::Suggestion(article, at)));
        }
        Event::Press(MarkId::Annotation(id)) => view.push(Action::Pick(Some(id))),
        Event::Annotate(making) => view.command(match making {
            Making::Claim => Command::MakeClaim,
            Making::Stance => Command::MakeStance,
            Making::Note => Command::MakeNote,
        }),
        Event::Leave if view.chosen().is_some() => view.push(Action::Choose(None)),
        Event::Leave => view.push(Action::Form(FormEvent::Leave)),
        Event::AddPassage => view.command(Command::AddPassage),
        // Words to be added to what is being written may be words of a suggestion.
        Event::Press(MarkId::Suggestion(_))
            if view.desk.picked.is_some() || !view.fresh.is_empty() => {}
        Event::Press(MarkId::Suggestion(at)) => {
            let pressed = view.open.of(article).find(|it| it.these.contains(&at));
            view.push(Action::Choose(pressed.map(|it| it.key.clone())));
        }
        // The reader has copied it already.
        Event::Copy(_) => {}
    }
}

/// Tells of passages that this version of the text does not hold.
fn lost(ui: &mut Ui, lost: &[(AnnotationId, usize)], view: &View<'_>) {
    let Some((annotation, passage)) = lost.first().copied() else { return };
    let margin = Margin::symmetric(0, 6);
    Frame::new().fill(colour(view.palette.panel)).inner_margin(margin).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        above_text(ui, view, |ui| {
            ui.horizontal_wrapped(|ui| {
                let told = match lost.len() {
                    1 => "1 passage was not found in this version of the text".to_owned(),
                    many => {
                        let many = count(many as u64);
                        format!("{many} passages were not found in this version of the text")
                    }
                };
                ui.label(RichText::new(told).small().color(colour(view.palette.warning())));
                if ui.link(RichText::new("Show the first").small()).clicked() {
                    view.push(Action::Show { annotation, passage });
                }
            })
        });
    });
}

/// Shows something as far from the sides as the rows of a text are.
fn above_text<R>(ui: &mut Ui, view: &View<'_>, show: impl FnOnce(&mut Ui) -> R) -> R {
    let rows = reader::across(ui.ctx(), view.settings.text_size, ui.max_rect().x_range());
    let room = ui.available_rect_before_wrap().with_min_x(rows.min).with_max_x(rows.max);
    ui.scope_builder(UiBuilder::new().max_rect(room), show).inner
}

/// Says why there is no text and what to do, and shows what the project keeps of it.
fn no_text(ui: &mut Ui, case: &Case, article: ArticleId, view: &View<'_>) {
    let margin = Margin::symmetric(0, 16);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        above_text(ui, view, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                if case.texts.is_loading {
                    ui.weak("Reading the article…");
                    return;
                }
                reason(ui, case, article, view);
                quotes(ui, case, article, view);
            })
        });
    });
}

fn reason(ui: &mut Ui, case: &Case, article: ArticleId, view: &View<'_>) {
    let Some(record) = case.state().articles().get(&article) else { return };
    ui.label(RichText::new("The text is not at hand").font(theme::bold(theme::BASE_SIZE)));
    let closed = case.texts.closed.iter().find(|it| it.root() == record.root);
    match closed {
        Some(Roots::Gone(_, folder)) => {
            ui.label(format!("The folder {} is not there.", folder.display()));
        }
        Some(Roots::NotAllowed(_, folder)) => {
            let folder = folder.display();
            ui.label(format!(
                "The folder {folder} lies outside the project's own. It is read once you allow it."
            ));
        }
        None => {
            let path = &record.path;
            ui.label(format!("The file {path} is not in its folder, or could not be read."));
        }
    }
    ui.weak("All annotations of it are safe in the project.");
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if let Some(Roots::NotAllowed(root, _)) = closed
            && ui.button("Allow").clicked()
        {
            view.push(Action::Allow(*root));
        }
        if ui.button("Locate…").on_hover_text("Say where the folder is now").clicked() {
            view.push(Action::Locate(record.root));
        }
        if ui.button(Command::Warnings.row().name).clicked() {
            view.command(Command::Warnings);
        }
    });
}

/// The quotes of the article's annotations.
fn quotes(ui: &mut Ui, case: &Case, article: ArticleId, view: &View<'_>) {
    let places = case.derived().places().of(article);
    for (id, at) in places.iter().take(MOST_QUOTES) {
        let Some(annotation) = case.state().annotations().get(id) else { continue };
        let Some(passage) = annotation.passages.get(*at) else { continue };
        ui.add_space(16.0);
        let quote = RichText::new(&passage.quote).font(theme::serif(view.settings.text_size));
        let indent = Margin { left: 12, ..Margin::ZERO };
        let shown = Frame::new().inner_margin(indent).show(ui, |ui| {
            ui.label(quote);
            let said = says(case.state(), annotation);
            if ui.link(RichText::new(said).small()).clicked() {
                view.push(Action::Pick(Some(*id)));
            }
        });
        let rect = shown.response.rect;
        let line = Stroke::new(2.0, colour(view.palette.line));
        ui.painter().vline(rect.left() + 1.0, rect.y_range(), line);
    }
    if MOST_QUOTES < places.len() {
        ui.add_space(16.0);
        ui.weak(format!("and {} more", count((places.len() - MOST_QUOTES) as u64)));
    }
}
