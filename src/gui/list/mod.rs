//! The list of articles at the left.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::action::Action;
use super::case::Case;
use super::theme;
use super::view::View;
use crate::base::ArticleId;

/// How the list is sorted and what it shows.
#[derive(Debug, Default)]
pub struct List {
    filter: String,
    wants_focus: bool,
}

impl List {
    /// The articles shown, in their order.
    pub fn order(&self, case: &Case) -> Vec<ArticleId> {
        let mut rows: Vec<_> = case.derived().rows().iter().collect();
        rows.sort_by_key(|row| (row.minutes.is_none(), row.minutes));
        rows.iter().filter(|row| row.title.contains(&self.filter)).map(|row| row.article).collect()
    }

    /// Takes the keyboard in the next frame.
    pub fn take_focus(&mut self) {
        self.wants_focus = true;
    }
}

/// Shows the list.
pub fn show(ui: &mut Ui, list: &mut List, view: &View<'_>) {
    let Some(case) = view.case else { return };
    list.wants_focus = false;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for article in list.order(case) {
            let Some(row) = case.derived().row(article) else { continue };
            ui.label(RichText::new(format!("{} · {}", row.outlet, row.time)).small().weak());
            let title = RichText::new(&row.title).font(theme::bold(theme::BASE_SIZE));
            if ui.link(title).clicked() {
                view.push(Action::Read { article, beside: ui.input(|it| it.modifiers.command) });
            }
        }
    });
}
