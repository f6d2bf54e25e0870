//! Owns how the palette is shown and driven.

use eframe::egui::{
    Align, Atom, AtomExt as _, Button, Context, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui,
    vec2,
};

use super::found::{Hit, PaletteState, Target};
use crate::gui::action::Action;
use crate::gui::command::TABLE;
use crate::gui::icons;
use crate::gui::shell::keys::words;
use crate::gui::shell::modal::{Stand, list_height, modal};
use crate::gui::view::View;

/// The height of a row, in points.
const ROW: f32 = 30.0;

/// Shows the palette if it is open.
pub fn palette(ctx: &Context, view: &View<'_>, state: &mut PaletteState) {
    if !state.is_open() {
        if let Some(hit) = state.taken.take() {
            act(view, &hit);
        }
        return;
    }
    let mut taken = None;
    let closed = modal(ctx, "Find a command", 600.0, Stand::Top, |ui| {
        taken = content(ui, view, state);
    });
    if let Some(hit) = taken.filter(|it| it.allowed) {
        state.close();
        // Done in the next frame, when the palette no longer keeps the keyboard from what is beneath it.
        state.taken = Some(hit);
        ctx.request_repaint();
    } else if closed {
        state.close();
    }
}

fn content(ui: &mut Ui, view: &View<'_>, state: &mut PaletteState) -> Option<Hit> {
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    for (key, by) in
        [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)]
    {
        if pressed(key) {
            state.step(by);
        }
    }
    let enter = pressed(Key::Enter);
    let hint = if view.case.is_some() { "Commands, articles, actors" } else { "Commands" };
    let field = TextEdit::singleline(&mut state.words).hint_text(hint);
    let field = ui.add(field.desired_width(f32::INFINITY).margin(vec2(10.0, 8.0)));
    field.request_focus();
    let field = field.accessible_name("Find a command");
    if field.changed() {
        state.scroll = true;
    }
    let rows = state.found(view).to_vec();
    ui.add_space(4.0);
    let mut taken = enter.then(|| state.chosen().cloned()).flatten();
    if rows.is_empty() {
        ui.weak("Nothing fits what is typed");
    }
    let height = list_height(ui, 420.0, 40.0);
    let scroll = std::mem::take(&mut state.scroll);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, hit) in rows.iter().enumerate() {
            let response = row(ui, hit, place == state.at);
            if scroll && place == state.at {
                response.scroll_to_me(Some(Align::Center));
            }
            if response.clicked() {
                taken = Some(hit.clone());
            }
        }
    });
    taken
}

fn row(ui: &mut Ui, hit: &Hit, chosen: bool) -> eframe::egui::Response {
    let icon = match hit.target {
        Target::Command(_) => icons::CHEVRON_RIGHT,
        Target::Article(_) => icons::DESCRIPTION,
        Target::Actor(_) => icons::PERSON,
    };
    let keys = match hit.target {
        Target::Command(place) => {
            TABLE.get(place).and_then(|row| row.keys.first()).map(|it| words(ui.ctx(), it))
        }
        _ => None,
    };
    let aside = keys.unwrap_or_else(|| hit.aside.clone());
    let name = RichText::new(&hit.name).atom_shrink(true);
    let aside = RichText::new(aside).small().weak();
    let button =
        Button::selectable(chosen, (RichText::new(icon).weak(), name, Atom::grow(), aside))
            .truncate()
            .min_size(vec2(ui.available_width(), ROW));
    ui.add_enabled(hit.allowed, button).accessible_name(&hit.name)
}

fn act(view: &View<'_>, hit: &Hit) {
    match hit.target {
        Target::Command(place) => {
            if let Some(row) = TABLE.get(place) {
                view.command(row.command);
            }
        }
        Target::Article(article) => view.push(Action::Read { article, beside: false }),
        Target::Actor(actor) => view.push(Action::ShowActor(actor)),
    }
}
