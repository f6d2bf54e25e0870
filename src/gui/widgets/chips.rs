//! Owns the row of chips of which one is chosen, one stop of the Tab key in which left and right choose; and the row of
//! which several can be chosen, each a stop of its own.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Response, Sense, Stroke, StrokeKind,
    TextStyle, Ui, WidgetInfo, vec2,
};

use super::Keys;
use crate::base::theme::{Palette, Rgb};
use crate::gui::theme::colour;

/// One chip of a row.
#[derive(Debug, Clone)]
pub struct Chip<T> {
    pub value: T,
    pub words: String,
    /// Its ground when it is chosen.
    pub mark: Rgb,
}

/// A labelled row of chips, wrapped where it does not fit. Returns whether another was chosen.
pub fn chips<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut T,
    all: &[Chip<T>],
) -> bool {
    let before = *value;
    let row = ui.make_persistent_id(words);
    let id = |at: usize| row.with(at);
    let chosen = all.iter().position(|it| it.value == *value);
    // Where none is chosen, the first stands for the row.
    let stop = chosen.unwrap_or(0);
    keys.before(ui, id(stop));
    if let Some(to) = step(ui, id(stop), chosen, all.len()).and_then(|to| Some((to, all.get(to)?)))
    {
        *value = to.1.value;
        ui.memory_mut(|it| it.request_focus(id(to.0)));
    }
    super::label(ui, palette, words);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (at, chip) in all.iter().enumerate() {
            let is_chosen = chip.value == *value;
            let is_stop = is_chosen || (chosen.is_none() && at == stop);
            let response =
                paint(ui, palette, chip, Role::RadioButton, (is_chosen, is_stop), id(at));
            if is_stop {
                keys.shown(&response);
            }
            if response.clicked() {
                *value = chip.value;
                response.request_focus();
            }
        }
    });
    *value != before
}

/// The same where several can be chosen. The chip without a value stands for all, which is the same as none.
pub fn some_chips<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    chosen: &mut Vec<T>,
    all: &[Chip<Option<T>>],
) {
    let row = ui.make_persistent_id(words);
    super::label(ui, palette, words);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (at, chip) in all.iter().enumerate() {
            let is_chosen = chip.value.map_or(chosen.is_empty(), |it| chosen.contains(&it));
            let response =
                paint(ui, palette, chip, Role::CheckBox, (is_chosen, true), row.with(at));
            keys.shown(&response);
            if response.clicked() {
                response.request_focus();
                match chip.value {
                    None => chosen.clear(),
                    Some(value) if is_chosen => chosen.retain(|it| *it != value),
                    Some(value) => chosen.push(value),
                }
            }
        }
    });
    if all.iter().filter_map(|it| it.value).all(|it| chosen.contains(&it)) {
        chosen.clear();
    }
}

/// The place that left and right lead to from the chosen one, if the row has the focus.
fn step(ui: &Ui, id: eframe::egui::Id, chosen: Option<usize>, count: usize) -> Option<usize> {
    if !ui.memory(|it| it.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowRight) {
        Some(chosen.map_or(0, |at| (at + 1) % count))
    } else if pressed(Key::ArrowLeft) {
        Some(chosen.map_or(count - 1, |at| (at + count - 1) % count))
    } else {
        None
    }
}

fn paint<T>(
    ui: &mut Ui,
    palette: &Palette,
    chip: &Chip<T>,
    role: Role,
    (is_chosen, is_stop): (bool, bool),
    id: eframe::egui::Id,
) -> Response {
    let ink = if is_chosen { palette.reads_on(chip.mark) } else { palette.text };
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.fonts_mut(|it| it.layout_no_wrap(chip.words.clone(), font, colour(ink)));
    let size = galley.size() + vec2(18.0, 8.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // Only one is reached by Tab.
    let sense = if is_stop { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), is_chosen, &chip.words));
    let (ground, line) = if is_chosen {
        (colour(chip.mark), Stroke::NONE)
    } else if response.hovered() {
        (colour(palette.page), Stroke::new(1.0, colour(palette.weak)))
    } else {
        (colour(palette.page), Stroke::new(1.0, colour(palette.line)))
    };
    let radius = CornerRadius::same((rect.height() / 2.0).round() as u8);
    ui.painter().rect(rect, radius, ground, line, StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(palette.accent));
        let around = radius + CornerRadius::same(2);
        ui.painter().rect(rect.expand(2.0), around, Color32::TRANSPARENT, ring, StrokeKind::Inside);
    }
    ui.painter().galley(rect.min + vec2(9.0, 4.0), galley, colour(ink));
    response
}
