//! Owns the form of a note: its codes as chips, and a field for the next one.

use eframe::egui::{Button, InputState, Key, RichText, Sense, Ui, vec2};

use super::Form;
use super::draft::NoteDraft;
use super::pick::pick;
use super::typed::{Asks, Meant, Pick};
use crate::gui::icons;
use crate::gui::theme::colour;

pub(super) fn show(ui: &mut Ui, form: &mut Form, note: &mut NoteDraft) {
    let (state, palette) = (form.inputs.state, form.inputs.palette);
    form.keys.focus_next = form.inputs.opened;
    let was_empty = note.next.text.is_empty();
    let response = pick(ui, form, "Codes", &mut note.next, "a code, then Enter");
    // What was chosen from the list becomes a chip; the field is free for the next.
    let is_chosen = matches!(note.next.meant(state), Meant::Code(_) | Meant::NewCode);
    if response.changed() && note.next.is_chosen() && is_chosen {
        let code = std::mem::replace(&mut note.next, Pick::empty(Asks::Code));
        let same = |it: &Pick| it.text.to_lowercase() == code.text.to_lowercase();
        if !note.codes.iter().any(same) {
            note.codes.push(code);
        }
    }
    let mut dropped = None;
    let takes_back = |input: &InputState| was_empty && input.key_pressed(Key::Backspace);
    if response.has_focus() && ui.input(takes_back) {
        dropped = note.codes.len().checked_sub(1);
    }
    if !note.codes.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (at, code) in note.codes.iter().enumerate() {
                let mark = match code.meant(state) {
                    Meant::Code(id) => state.codes().get(&id).map(|it| it.colour),
                    _ => None,
                };
                let ink = mark.map_or(palette.text, |it| palette.actor(it).mark);
                let words = (
                    RichText::new(&code.text).color(colour(palette.text)),
                    RichText::new(icons::CLOSE).small().color(colour(palette.weak)),
                );
                let chip = Button::new(words).corner_radius(12).stroke((1.0, colour(ink)));
                // No stop of the Tab key, which leads to the memo: Backspace in the field takes the last away.
                let chip = ui.add(chip.sense(Sense::CLICK));
                let response = chip.on_hover_text("Take this code away");
                if response.accessible_name(format!("Take away {}", code.text)).clicked() {
                    dropped = Some(at);
                }
            }
        });
    }
    if let Some(at) = dropped {
        note.codes.remove(at);
    }
}
