//! Owns the fields that actors have.

use eframe::egui::{ComboBox, Ui};

use super::drafts::At;
use super::{Cx, details};
use crate::base::ActorId;
use crate::base::words::ActorKind;
use crate::gui::widgets;
use crate::project::{ActorField, Edit};
use crate::views::names::NameRow;

/// Shows the fields of an actor.
pub fn fields(ui: &mut Ui, cx: &mut Cx<'_>, row: &NameRow, actor: ActorId) {
    let Some(record) = cx.case.state().actors().get(&actor) else { return };
    let label = details::label(ui, "Kind");
    let mut kind = record.kind;
    let width = ui.available_width();
    let field = ComboBox::from_id_salt("kind of actor").width(width).truncate();
    let field = widgets::with_arrow(field);
    let field = field.selected_text(kind.label()).show_ui(ui, |ui| {
        for it in ActorKind::ALL {
            ui.selectable_value(&mut kind, *it, it.label());
        }
    });
    field.response.labelled_by(label);
    if kind != record.kind {
        cx.view.queue.edit(Edit::SetActor { actor, to: ActorField::Kind(kind) });
    }
    details::parent(ui, cx, row);
    details::aliases(ui, cx, row);
    details::line(ui, cx, "Its people are called", At::People(actor), "In a headline: Armenians");
    details::colours(ui, cx, row);
}
