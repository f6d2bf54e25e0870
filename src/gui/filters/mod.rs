//! Owns what the filters of all views share: how they stand at the left, their head, choices with how much each would
//! show, and days.

mod days;

use eframe::egui::{Frame, Margin, RichText, ScrollArea, Ui};

pub use days::Days;

use crate::base::theme::Palette;
use crate::gui::theme;
use crate::gui::widgets::{self, Chip, Keys};
use crate::views::count;

/// Shows filters in all the room there is, below their head. Whether they are to be cleared.
pub fn show(ui: &mut Ui, is_narrowed: bool, add: impl FnOnce(&mut Ui)) -> bool {
    let mut clears = false;
    ScrollArea::vertical().id_salt("filters").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                head(ui, "Show");
                if is_narrowed {
                    let button = ui.button("Clear filters");
                    widgets::ring(ui, &button);
                    clears = button.clicked();
                }
            });
            add(ui);
        });
    });
    clears
}

/// What stands above a group of choices.
pub fn head(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::bold(theme::SMALL_SIZE)).weak());
}

/// "Killed (31)".
pub fn with_count(words: &str, number: usize) -> String {
    format!("{words} ({})", count(number as u64))
}

/// A labelled row of chips in the colour of the text.
pub fn chips<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut T,
    all: impl IntoIterator<Item = (T, String)>,
) {
    let chip = |(value, words)| Chip { value, words, mark: palette.text };
    let all: Vec<_> = all.into_iter().map(chip).collect();
    widgets::chips(ui, palette, keys, words, value, &all);
}

/// A choice of one value or all; the pointer shows it whole.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut Option<T>,
    all: impl IntoIterator<Item = T>,
    name: impl Fn(Option<T>) -> String,
) {
    let all: Vec<Option<T>> = std::iter::once(None).chain(all.into_iter().map(Some)).collect();
    let field = widgets::choice(ui, palette, keys, words, value, &all, &name);
    widgets::whole_on_hover(field, &name(*value));
}
