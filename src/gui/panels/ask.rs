//! Owns the questions before merging and deleting: with which, and what it will do.

use eframe::egui::{Align, Button, Context, Id, Key, Modal, RichText, Ui};

use super::pick::{Pick, options};
use super::{Cx, edits};
use crate::gui::theme::{self, colour};
use crate::project::{Edit, RecordId};
use crate::views::names::{NameRow, deleting, merging};

/// What is asked.
pub enum Ask {
    Merge { from: RecordId, pick: Pick },
    Delete(RecordId),
}

/// What was answered.
enum Answer {
    Cancel,
    Edit(Box<Edit>),
}

impl Ask {
    /// Asks with which a record is to be merged, or whether with this one.
    pub fn merge(from: RecordId, into: Option<RecordId>) -> Self {
        Self::Merge { from, pick: into.map(Pick::starting_at).unwrap_or_default() }
    }
}

/// Shows the question, if there is one, over the window.
pub fn show(ctx: &Context, cx: &mut Cx<'_>) {
    let Some(mut ask) = cx.ask.take() else { return };
    let modal = Modal::new(Id::unique("question about a name"));
    let shown = modal.show(ctx, |ui| {
        ui.set_width(360.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        match &mut ask {
            Ask::Merge { from, pick } => merge(ui, cx, *from, pick),
            Ask::Delete(id) => delete(ui, cx, *id),
        }
    });
    let closes = shown.should_close();
    let answer = shown.inner.or_else(|| closes.then_some(Answer::Cancel));
    match answer {
        None => *cx.ask = Some(ask),
        Some(Answer::Cancel) => {
            cx.face.reveal = true;
            ctx.request_repaint();
        }
        Some(Answer::Edit(edit)) => {
            if let Ask::Merge { pick, .. } = ask {
                cx.face.chosen = pick.record();
            }
            cx.face.reveal = true;
            cx.view.queue.edit(*edit);
        }
    }
}

fn merge(ui: &mut Ui, cx: &Cx<'_>, from: RecordId, pick: &mut Pick) -> Option<Answer> {
    let Some(gone) = cx.names.row(from) else { return Some(Answer::Cancel) };
    ui.label(RichText::new(format!("Merge {} into", gone.name)).font(theme::bold(17.0)));
    let fits = |it: &NameRow| it.id != from;
    let taken = options(ui, pick, cx.names, cx.view.palette, None, fits);
    let words = pick.record().map(|into| merging(cx.names, from, into)).unwrap_or_default();
    if !words.is_empty() {
        ui.label(words);
    }
    let edit = pick.record().and_then(|into| edits::merge(from, into));
    let pressed = buttons(ui, cx, "Merge", edit.is_some());
    let goes = pressed.or(taken.filter(|it| it.by_enter).map(|_| true))?;
    match edit.filter(|_| goes) {
        Some(edit) => Some(Answer::Edit(Box::new(edit))),
        None => Some(Answer::Cancel),
    }
}

fn delete(ui: &mut Ui, cx: &Cx<'_>, id: RecordId) -> Option<Answer> {
    let Some(row) = cx.names.row(id) else { return Some(Answer::Cancel) };
    ui.label(RichText::new(format!("Delete {}?", row.name)).font(theme::bold(17.0)));
    ui.label(deleting(cx.names, id));
    let enter = ui.input_mut(|it| it.consume_key(eframe::egui::Modifiers::NONE, Key::Enter));
    let answer = buttons(ui, cx, "Delete", true).or(enter.then_some(true));
    answer.map(|goes| if goes { Answer::Edit(Box::new(Edit::Delete(id))) } else { Answer::Cancel })
}

/// The two buttons of a question; whether it is to be done, once one is pressed.
fn buttons(ui: &mut Ui, cx: &Cx<'_>, verb: &str, ready: bool) -> Option<bool> {
    let palette = cx.view.palette;
    let mut answer = None;
    super::head::across(ui, Align::Center, |ui| {
        let ground = palette.accent;
        let words = RichText::new(verb).color(colour(palette.reads_on(ground)));
        let button = Button::new(words).fill(colour(ground));
        if ui.add_enabled(ready, button).clicked() {
            answer = Some(true);
        }
        if ui.button("Cancel").clicked() {
            answer = Some(false);
        }
    });
    answer
}
