//! Owns how a project is left and taken up again: the view, the articles with their carets, the annotation chosen.

use std::path::Path;

use super::App;
use crate::base::Span;
use crate::gui::reader::Selection;
use crate::gui::settings::{LeftAs, LeftColumn};

impl App {
    /// Notes among the recent projects how the open one is left.
    pub(super) fn note_left(&mut self) {
        let Some(case) = &self.case else { return };
        let Some(file) = case.file() else { return };
        let columns = self.desk.columns.iter().map(|column| {
            let text = case.text(column.article);
            let caret = column.selection.zip(text);
            let caret = caret.map(|(it, text)| text.index.code_point(&text.text, it.head));
            LeftColumn { article: column.article, caret }
        });
        let left = LeftAs {
            face: self.desk.face,
            split: self.desk.split,
            columns: columns.collect(),
            active: self.desk.active,
            picked: self.desk.picked,
        };
        self.settings.note_left(file, left);
    }

    /// Takes the project just opened up as it was left; what is not there any more is passed over.
    pub(super) fn take_up(&mut self, file: &Path) {
        let (Some(left), Some(case)) = (self.settings.left_as(file).cloned(), &self.case) else {
            return;
        };
        let state = case.state();
        let is_there = |it: &&LeftColumn| state.articles().contains_key(&it.article);
        for column in left.columns.iter().filter(is_there) {
            self.desk.read_at(column.article, usize::MAX);
            self.carets_left.extend(column.caret.map(|it| (column.article, it)));
        }
        self.desk.active = left.active.min(self.desk.columns.len().saturating_sub(1));
        self.desk.split = left.split;
        self.desk.turn_face(left.face);
        self.pick(left.picked);
    }

    /// Gives each newly opened article a caret: where it was left, else where its own words begin.
    pub(super) fn place_carets(&mut self) {
        let Some(case) = &self.case else { return };
        for column in self.desk.columns.iter_mut().filter(|it| it.selection.is_none()) {
            let Some(text) = case.text(column.article) else { continue };
            let left = self.carets_left.remove(&column.article);
            if let Some(at) = left.and_then(|it| text.index.byte(&text.text, it)) {
                self.columns.sheet(column.article).reveal(Span::new(at, at));
                column.selection = Some(Selection::caret(at));
                continue;
            }
            let first = text.sentences.iter().find(|it| !text.is_furniture(**it));
            column.selection = Some(Selection::caret(first.map_or(0, |it| it.start())));
        }
    }
}
