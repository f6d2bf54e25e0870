//! Owns the menu of an article: what can be done with it from list and column.

use std::path::Path;

use eframe::egui::Ui;

use crate::base::ArticleId;
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::view::View;
use crate::project::{ArticleField, Edit};
use crate::views::ArticleRow;

/// Marks an article as read, or takes that back.
pub fn mark(row: &ArticleRow, view: &View<'_>) {
    let to = ArticleField::Reviewed(!row.reviewed);
    view.push(Action::Edit(Edit::SetArticle { article: row.article, to }));
}

/// The entries for an article.
pub fn show(ui: &mut Ui, row: &ArticleRow, view: &View<'_>) {
    let article = row.article;
    if ui.button("Open").clicked() {
        view.push(Action::Read { article, beside: false });
    }
    if ui.button("Open beside").clicked() {
        view.push(Action::Read { article, beside: true });
    }
    ui.separator();
    changes(ui, row, view);
}

/// The entries that change or copy.
pub fn changes(ui: &mut Ui, row: &ArticleRow, view: &View<'_>) {
    let read = if row.reviewed { "Mark as unread" } else { "Mark as read" };
    if ui.button(read).clicked() {
        mark(row, view);
    }
    let exclude = if row.excluded { "Include" } else { "Exclude" };
    let help = "An excluded article stays in the project, but no chart, matrix or table shows it";
    if ui.button(exclude).on_hover_text(help).clicked() {
        let to = ArticleField::Excluded(!row.excluded);
        view.push(Action::Edit(Edit::SetArticle { article: row.article, to }));
    }
    ui.separator();
    if ui.button("Copy path").clicked()
        && let Some(path) = view.case.and_then(|case| path(case, row.article))
    {
        ui.copy_text(path);
    }
}

/// The path of an article's file, from the folder of the project where that is relative.
pub fn path(case: &Case, article: ArticleId) -> Option<String> {
    let record = case.state().articles().get(&article)?;
    let root = case.state().roots().get(&record.root)?;
    let home = case.home();
    let folder = home.parent().unwrap_or(Path::new(""));
    let path = folder.join(&root.path).join(&record.path);
    Some(path.to_string_lossy().into_owned())
}
