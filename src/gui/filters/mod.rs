//! Owns what the filters of all views share: how they stand at the left, their head, choices with how much each would
//! show, and days.

mod days;

use eframe::egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Ui};

pub use days::Days;

use crate::base::theme::Palette;
use crate::gui::theme;
use crate::gui::widgets::{self, Chip, Keys};
use crate::views::count;

/// Shows filters in all the room there is, below their head, which stays in sight. Whether they are to be cleared.
pub fn show(ui: &mut Ui, is_narrowed: bool, add: impl FnOnce(&mut Ui)) -> bool {
    let margin = Margin { left: 14, right: 14, top: 8, bottom: 4 };
    let top = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(28.0);
            head(ui, "Show");
            let layout = Layout::right_to_left(Align::Center);
            let clears = ui.with_layout(layout, |ui| {
                let button = is_narrowed.then(|| ui.button("Clear filters"));
                button.is_some_and(|button| {
                    widgets::ring(ui, &button);
                    button.clicked()
                })
            });
            clears.inner
        })
    });
    ScrollArea::vertical().id_salt("filters").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { top: 0, bottom: 8, ..margin }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(ui.available_width());
            add(ui);
        });
    });
    top.inner.inner
}

/// What stands above a group of choices.
pub fn head(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::bold(theme::SMALL_SIZE)).weak());
}

/// "5", or "5 + 13" with so many suggestions beside it.
pub fn apart(decided: usize, suggested: usize) -> String {
    let decided = count(decided as u64);
    match suggested {
        0 => decided,
        some => format!("{decided} + {}", count(some as u64)),
    }
}

/// "Killed 31", on a chip.
pub fn counted(words: &str, number: usize) -> String {
    format!("{words} {}", count(number as u64))
}

/// "the offensive (31)", where the words may end in a number.
pub fn with_count(words: &str, number: usize) -> String {
    format!("{words} ({})", count(number as u64))
}

/// "the offensive (5 + 13)", with so many suggestions beside it.
pub fn with_both(words: &str, decided: usize, suggested: usize) -> String {
    format!("{words} ({})", apart(decided, suggested))
}

/// A tick for open suggestions beside what is decided; left out where there are none.
pub fn suggestions(ui: &mut Ui, open: usize, keys: &mut Keys, are_shown: &mut bool) {
    if open == 0 && !*are_shown {
        return;
    }
    let tick = widgets::check(ui, are_shown, &with_count("Suggestions", open));
    keys.shown(&tick);
    if *are_shown {
        widgets::label(ui, theme::palette(ui), "A number after a plus counts suggestions");
    }
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
