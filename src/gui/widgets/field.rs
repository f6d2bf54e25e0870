//! Owns how a field looks: a small weak label above it, its text, what is wrong with it below.

use eframe::egui::{Align, Label, Rect, Response, RichText, TextEdit, Ui, UiBuilder, pos2};

use super::Keys;
use crate::base::theme::Palette;
use crate::base::words::Position;
use crate::gui::theme::colour;

/// A small weak label.
pub fn label(ui: &mut Ui, palette: &Palette, words: &str) -> Response {
    ui.label(RichText::new(words).small().color(colour(palette.weak)))
}

/// A label above what `add` shows, which is named by it.
pub fn labelled(
    ui: &mut Ui,
    palette: &Palette,
    words: &str,
    add: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let inner = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let words = RichText::new(words).small().color(colour(palette.weak));
        let label = ui.add(Label::new(words).truncate().halign(Align::Min));
        add(ui).labelled_by(label.id)
    });
    inner.inner
}

/// A labelled line of text.
pub fn text(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut String,
    hint: &str,
) -> Response {
    let response = labelled(ui, palette, words, |ui| {
        let field = TextEdit::singleline(value).desired_width(f32::INFINITY);
        ui.add(field.id_salt(words).hint_text(hint.to_owned()))
    });
    keys.text_shown(ui, &response);
    whole_on_hover(response, value)
}

/// Shows a text that may have no room in its field while the pointer is on it.
pub fn whole_on_hover(response: Response, text: &str) -> Response {
    const LETTER: f32 = 7.0;
    let is_long = response.rect.width() < LETTER * (text.chars().count() + 2) as f32;
    if is_long && !response.has_focus() { response.on_hover_text(text) } else { response }
}

/// A labelled text of several lines. Enter makes a new line.
pub fn multiline(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut String,
    hint: &str,
) -> Response {
    let response = labelled(ui, palette, words, |ui| {
        let field = TextEdit::multiline(value).desired_width(f32::INFINITY).desired_rows(2);
        ui.add(field.id_salt(words).hint_text(hint.to_owned()))
    });
    keys.shown(&response);
    keys.lines |= response.has_focus();
    response
}

/// What is wrong with the field above.
pub fn problem(ui: &mut Ui, palette: &Palette, words: &str) {
    let ink = palette.position(Position::Condemn).ink;
    ui.label(RichText::new(words).small().color(colour(ink)));
}

/// Shows `add` for each of several columns of the same width.
pub fn columns<const N: usize>(ui: &mut Ui, add: impl FnOnce(&mut [Ui; N])) {
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.columns_const(add);
}

/// Shows `add` for each of several columns whose widths stand to each other as `shares`.
pub fn uneven<const N: usize>(ui: &mut Ui, shares: [f32; N], add: impl FnOnce(&mut [Ui; N])) {
    const GAP: f32 = 8.0;
    let whole = ui.available_width() - GAP * (N.saturating_sub(1) as f32);
    let sum: f32 = shares.iter().sum::<f32>().max(f32::EPSILON);
    let mut corner = ui.cursor().min;
    let mut parts = shares.map(|share| {
        let width = (whole * share / sum).floor();
        let rect = Rect::from_min_max(corner, pos2(corner.x + width, ui.max_rect().bottom()));
        corner.x += width + GAP;
        let mut part = ui.new_child(UiBuilder::new().max_rect(rect));
        part.set_width(width);
        part
    });
    add(&mut parts);
    let used = parts.iter().map(Ui::min_rect).fold(Rect::NOTHING, Rect::union);
    ui.advance_cursor_after_rect(used);
}

/// The words with their first letter small, as within a sentence.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
