//! Owns which columns stand in the table, in what order and how wide; and the menu that changes that.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{Button, PopupCloseBehavior, RichText, ScrollArea, Ui};

use crate::gui::icons;
use crate::gui::widgets;
use crate::views::sheet::Field;

/// The least width of a column, in points.
pub const LEAST: f32 = 56.0;

/// The most, in points.
pub const MOST: f32 = 2000.0;

/// The columns in their order, with their widths in points. The first stays where it is while the others scroll.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns(pub Vec<(Field, f32)>);

impl Default for Columns {
    fn default() -> Self {
        let usual = [
            Field::Passage,
            Field::Says,
            Field::Who,
            Field::Whom,
            Field::Time,
            Field::Status,
            Field::Outlet,
            Field::Incident,
        ];
        Self(usual.into_iter().map(|it| (it, width(it))).collect())
    }
}

impl Columns {
    /// Columns as they were remembered; the usual ones if those are not sound.
    pub fn remembered(columns: &[(Field, f32)]) -> Self {
        let mut sound: Vec<(Field, f32)> = vec![];
        for (field, width) in columns {
            if width.is_finite() && !sound.iter().any(|it| it.0 == *field) {
                sound.push((*field, width.clamp(LEAST, MOST)));
            }
        }
        if sound.is_empty() { Self::default() } else { Self(sound) }
    }

    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.0.iter().map(|it| it.0)
    }

    fn has(&self, field: Field) -> bool {
        self.fields().any(|it| it == field)
    }

    fn show_or_hide(&mut self, field: Field) {
        if !self.has(field) {
            self.0.push((field, width(field)));
        } else if 1 < self.0.len() {
            self.0.retain(|it| it.0 != field);
        }
    }

    fn shift(&mut self, field: Field, later: bool) {
        let Some(at) = self.fields().position(|it| it == field) else { return };
        let to = if later { at + 1 } else { at.saturating_sub(1) };
        if to < self.0.len() {
            self.0.swap(at, to);
        }
    }
}

/// How wide a column is at first, in points.
fn width(field: Field) -> f32 {
    match field {
        // The usual ones up to the status stand between both panels of a window of 1600 points.
        Field::Passage => 244.0,
        Field::Title | Field::Memo | Field::Reason => 220.0,
        Field::Says => 190.0,
        Field::Time => 160.0,
        Field::Who | Field::Incident => 152.0,
        Field::Outlet | Field::Place | Field::Codes => 136.0,
        Field::Figure | Field::Made | Field::Changed | Field::Published | Field::Origin => 152.0,
        Field::Reliability | Field::Credibility => 152.0,
        Field::Whom => 120.0,
        _ => 104.0,
    }
}

/// The menu of columns: which are shown, and each moved before or after its neighbour.
pub fn menu(ui: &mut Ui, columns: &mut Columns) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = Button::new("Columns");
    let (button, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_width(264.0);
        let height = (ui.ctx().content_rect().height() - 160.0).clamp(120.0, 640.0);
        // As high from the first frame on.
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.show(ui, |ui| {
            let shown: Vec<Field> = columns.fields().collect();
            for field in &shown {
                row(ui, columns, *field, true);
            }
            ui.separator();
            for field in Field::ALL.iter().filter(|it| !shown.contains(it)) {
                row(ui, columns, *field, false);
            }
        });
        ui.separator();
        if ui.button("Usual columns").clicked() {
            *columns = Columns::default();
        }
    });
    button.on_hover_text("Choose and order the columns");
}

fn row(ui: &mut Ui, columns: &mut Columns, field: Field, shown: bool) {
    ui.horizontal(|ui| {
        let mut ticked = shown;
        if widgets::check(ui, &mut ticked, field.name()).changed() {
            columns.show_or_hide(field);
        }
        if !shown {
            return;
        }
        ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            // Beside the scroll bar.
            ui.add_space(6.0);
            for (sign, later) in [(icons::ARROW_DOWNWARD, true), (icons::ARROW_UPWARD, false)] {
                let way = if later { "later" } else { "earlier" };
                let button = Button::new(RichText::new(sign).small()).frame_when_inactive(false);
                let response = ui.add(button);
                widgets::ring(ui, &response);
                if response.accessible_name(format!("{} {way}", field.name())).clicked() {
                    columns.shift(field, later);
                }
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_shown_hidden_and_moved_and_one_stays() {
        let mut columns = Columns(vec![(Field::Passage, 100.0), (Field::Who, 100.0)]);
        let fields = |it: &Columns| it.fields().map(Field::name).collect::<Vec<_>>().join(", ");
        columns.show_or_hide(Field::Memo);
        columns.shift(Field::Memo, false);
        columns.shift(Field::Memo, false);
        columns.shift(Field::Memo, false);
        assert_eq!(fields(&columns), "Memo, Passage, Claimant or actor");
        for field in [Field::Memo, Field::Passage, Field::Who] {
            columns.show_or_hide(field);
        }
        assert_eq!(fields(&columns), "Claimant or actor");
    }

    #[test]
    fn what_was_remembered_is_made_sound() {
        let damaged = [(Field::Who, f32::NAN), (Field::Memo, 3.0), (Field::Memo, 90.0)];
        assert_eq!(Columns::remembered(&damaged).0, [(Field::Memo, LEAST)]);
        assert_eq!(Columns::remembered(&[]), Columns::default());
    }
}
