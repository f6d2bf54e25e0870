//! Owns what stands above a tree: the filter, the way to a new record, and what looks like the same record twice.

use eframe::egui::{Align, Button, Label, Layout, RichText, TextEdit, Ui};

use super::Cx;
use super::ask::Ask;
use super::drafts::At;
use crate::gui::icons;
use crate::gui::widgets::{button_width, words_width};
use crate::views::names::Kind;

/// Shows what stands above the tree.
pub fn head(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal(|ui| {
        let sign = words_width(ui, icons::ADD) + ui.spacing().icon_spacing;
        let new = sign + button_width(ui, "New…", 0.0);
        let hint = format!("Filter {}", cx.kind.many());
        let room = ui.available_width() - new - ui.spacing().item_spacing.x;
        let field = TextEdit::singleline(&mut cx.face.filter).hint_text(hint.clone());
        ui.add(field.desired_width(room.max(0.0))).accessible_name(hint);
        let name = format!("New {}", cx.kind.one());
        let new = ui.add(Button::new((icons::ADD, "New…")));
        let new = new.accessible_name(&name).on_hover_text(&name);
        if new.clicked() {
            cx.drafts.begin(At::New(cx.kind, None), String::new());
        }
    });
    if let Some(at) = cx.drafts.new_of(cx.kind) {
        let within = match at {
            At::New(_, Some(parent)) => cx.names.row(parent).map(|it| it.name.as_str()),
            _ => None,
        };
        let words = match within {
            Some(parent) => format!("Name of a new {} within {parent}", cx.kind.one()),
            None => format!("Name of a new {}", cx.kind.one()),
        };
        let label = ui.add(Label::new(RichText::new(words).small().weak()).selectable(false));
        let hint = match cx.kind {
            Kind::Incidents => "As in a sentence: the offensive",
            Kind::Actors | Kind::Codes => "Enter adds it, Esc leaves",
        };
        cx.drafts.line(ui, at, "", hint).labelled_by(label.id);
    }
    alike(ui, cx);
}

/// A line of widgets from the right, as high as they are.
pub fn across(ui: &mut Ui, align: Align, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(align), add));
}

/// A quiet line on the first pair of names that look alike.
fn alike(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut pairs = cx.names.alike.iter().filter(|it| !cx.apart.contains(it));
    let Some((from, into)) = pairs.next().copied() else { return };
    let more = pairs.count();
    let (Some(gone), Some(kept)) = (cx.names.row(from), cx.names.row(into)) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut words = format!("{} and {} look alike.", gone.name, kept.name);
        if more > 0 {
            let s = if more == 1 { "" } else { "s" };
            words.push_str(&format!(" {more} more pair{s}."));
        }
        ui.add(Label::new(RichText::new(words).small().weak()).selectable(false));
        if ui.link(RichText::new("Merge…").small()).clicked() {
            *cx.ask = Some(Ask::merge(from, Some(into)));
        }
        if ui.link(RichText::new("Keep apart").small()).clicked() {
            cx.apart.insert((from, into));
        }
    });
}
