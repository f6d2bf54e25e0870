//! Owns what lies on the desk: which articles are open in which columns, what is selected, what is chosen, what lights
//! up, where one was before. No part of the project; changed by the app as it carries out actions.

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::action::Thing;
use super::reader::Selection;
use crate::base::{ActorId, AnnotationId, ArticleId, Span};
use crate::views::review::Key;

/// The most columns that stand side by side.
pub const MOST_COLUMNS: usize = 4;

/// An article that is read.
pub struct Column {
    pub article: ArticleId,
    pub selection: Option<Selection>,
    /// Its part of the width, beside those of the other columns.
    pub share: f32,
    /// What is selected is being worked on or has been: the small bar is not offered until something is selected anew.
    pub rests: bool,
}

/// Which view of the project is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    #[default]
    Read,
    Review,
    Table,
    Casualties,
    Stances,
}

/// A cell of the stance matrix, by what it stands for, so that it is found again when rows and columns change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellAt {
    /// None for an actor known only in words.
    pub actor: Option<ActorId>,
    pub name: String,
    /// The column's label.
    pub column: String,
}

/// Which list stands at the left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Left {
    #[default]
    Articles,
    Actors,
    Incidents,
    Codes,
    /// What the view shows: its filters. Beside a view only.
    Filters,
}

/// Where one was: a view, and in it an annotation, a cell or a place in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub face: Face,
    pub place: Option<(ArticleId, Span)>,
    pub annotation: Option<AnnotationId>,
    pub cell: Option<CellAt>,
}

/// What lies on the desk.
#[derive(Default)]
pub struct Desk {
    pub face: Face,
    /// A view stands beside the articles, not in place of them.
    pub split: bool,
    /// The view beside or instead of the articles that was shown last.
    last_view: Option<Face>,
    /// As of the last frame the window is wide enough for that.
    pub fits_split: bool,
    pub columns: Vec<Column>,
    /// What was selected in articles that were closed, so that they are opened again as they were left.
    selections: HashMap<ArticleId, Selection>,
    /// The column that has the keyboard.
    pub active: usize,
    /// The annotation chosen; its form is open.
    pub picked: Option<AnnotationId>,
    /// The suggestion chosen, if it is still to be decided.
    pub suggestion: Option<Key>,
    /// The cell chosen in the stance matrix.
    pub cell: Option<CellAt>,
    /// The evidence of that cell was asked for after the form.
    pub evidence_first: bool,
    /// The form was asked for in a view that does without it.
    pub wants_form: bool,
    pub left: Left,
    /// The list beside the articles, while a view has its filters there.
    left_of_text: Left,
    /// The list was asked for after the form: where there is room for one of them, it is shown.
    pub left_first: bool,
    pub hover: Hover,
    pub trail: Trail,
}

/// What lights up: written in this frame, read from the last.
#[derive(Debug, Default)]
pub struct Hover {
    last: Option<Lit>,
    now: Option<Lit>,
}

/// What the pointer is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lit {
    Thing(Thing),
    /// Something that several annotations stand behind, such as a cell.
    These(Rc<[AnnotationId]>),
}

impl Hover {
    pub fn is(&self, thing: Thing) -> bool {
        self.last == Some(Lit::Thing(thing))
    }

    /// The one thing that lights up, if it is one.
    pub fn last(&self) -> Option<Thing> {
        match self.last {
            Some(Lit::Thing(thing)) => Some(thing),
            _ => None,
        }
    }

    pub fn lit(&self) -> Option<&Lit> {
        self.last.as_ref()
    }

    pub fn set(&mut self, lit: Lit) {
        self.now = Some(lit);
    }

    /// The frame ends. Whether something else lights up from now on.
    pub fn turn(&mut self) -> bool {
        let changed = self.now != self.last;
        self.last = self.now.take();
        changed
    }
}

/// The way back and forward, as in a browser.
#[derive(Debug, Default)]
pub struct Trail {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

impl Trail {
    const MOST: usize = 100;

    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Leaves a spot for another.
    pub fn leave(&mut self, spot: Spot) {
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
        }
        if Self::MOST < self.back.len() {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The spot before, `here` being where one is.
    pub fn back(&mut self, here: Option<Spot>) -> Option<Spot> {
        let spot = self.back.pop()?;
        self.forward.extend(here);
        Some(spot)
    }

    pub fn forward(&mut self, here: Option<Spot>) -> Option<Spot> {
        let spot = self.forward.pop()?;
        self.back.extend(here);
        Some(spot)
    }
}

impl Desk {
    /// Whether articles are shown.
    pub fn reads(&self) -> bool {
        self.face == Face::Read || self.is_split()
    }

    /// Whether a view stands beside the articles.
    pub fn is_split(&self) -> bool {
        self.split && self.fits_split && self.face != Face::Read
    }

    /// Whether this view is shown.
    pub fn shows(&self, face: Face) -> bool {
        self.face == face || (face == Face::Read && self.is_split())
    }

    /// The view that was shown last, for putting it beside the articles.
    pub fn last_view(&self) -> Face {
        self.last_view.unwrap_or(Face::Casualties)
    }

    /// Turns to a view. Its filters stand at the left, the list that stood there comes back with the articles.
    pub fn turn_face(&mut self, face: Face) {
        if self.face == face {
            return;
        }
        if self.left != Left::Filters {
            self.left_of_text = self.left;
        }
        if self.face != Face::Read {
            self.last_view = Some(self.face);
        }
        self.face = face;
        self.wants_form = false;
        self.left = if face == Face::Read { self.left_of_text } else { Left::Filters };
    }

    pub fn active(&self) -> Option<&Column> {
        self.columns.get(self.active)
    }

    pub fn active_mut(&mut self) -> Option<&mut Column> {
        self.columns.get_mut(self.active)
    }

    /// Leaves a caret where the selection ends, so that the next words can be selected from there.
    pub fn collapse(&mut self) {
        if let Some(selection) = self.active_mut().and_then(|it| it.selection.as_mut()) {
            selection.anchor = selection.head;
        }
    }

    /// The column that shows an article.
    pub fn column_of(&self, article: ArticleId) -> Option<usize> {
        self.columns.iter().position(|it| it.article == article)
    }

    /// Shows an article: where it is open already, else in the active column, or beside it while there is room.
    pub fn read(&mut self, article: ArticleId, beside: bool) {
        self.turn_to_text();
        if let Some(place) = self.column_of(article) {
            self.active = place;
        } else if self.columns.is_empty() || (beside && self.columns.len() < MOST_COLUMNS) {
            self.read_at(article, self.active + 1);
        } else {
            self.turn_to(article);
        }
    }

    /// Shows an article in a column before the one at `place`; if there are too many, instead of it.
    pub fn read_at(&mut self, article: ArticleId, place: usize) {
        if let Some(from) = self.column_of(article) {
            self.move_column(from, place);
            return;
        }
        let place = place.min(self.columns.len());
        if self.columns.len() < MOST_COLUMNS {
            self.columns.insert(place, self.column(article));
            self.active = place;
        } else {
            self.active = place.min(self.columns.len() - 1);
            self.turn_to(article);
        }
    }

    /// Moves a column before the one at `to`.
    pub fn move_column(&mut self, from: usize, to: usize) {
        if from >= self.columns.len() {
            return;
        }
        let column = self.columns.remove(from);
        let to = if from < to { to - 1 } else { to }.min(self.columns.len());
        self.columns.insert(to, column);
        self.active = to;
    }

    pub fn close(&mut self, place: usize) {
        if place < self.columns.len() {
            let column = self.columns.remove(place);
            self.remember(&column);
        }
        if place < self.active || self.columns.len() <= self.active {
            self.active = self.active.saturating_sub(1);
        }
    }

    /// A column for an article, as it was left if it was open before.
    fn column(&self, article: ArticleId) -> Column {
        let selection = self.selections.get(&article).copied();
        Column { article, selection, share: 1.0, rests: false }
    }

    /// Shows the articles, if they are not.
    pub fn turn_to_text(&mut self) {
        if !self.reads() {
            self.turn_face(Face::Read);
        }
    }

    /// Shows an article in place of that in the active column.
    fn turn_to(&mut self, article: ArticleId) {
        let column = self.column(article);
        let Some(active) = self.columns.get_mut(self.active) else { return };
        let column = Column { share: active.share, ..column };
        let before = std::mem::replace(active, column);
        self.remember(&before);
    }

    fn remember(&mut self, column: &Column) {
        self.selections.extend(column.selection.map(|it| (column.article, it)));
    }

    /// What is selected in the active column is being worked on or has been, or is not any more.
    pub fn rest(&mut self, rests: bool) {
        if let Some(column) = self.active_mut() {
            column.rests = rests;
        }
    }

    /// Gives the columns these parts of the width, from the first on.
    pub fn set_shares(&mut self, shares: &[f32]) {
        self.columns.iter_mut().zip(shares).for_each(|(column, share)| column.share = *share);
    }

    /// Where one is; none before anything is read.
    pub fn spot(&self) -> Option<Spot> {
        let place = self.active().map(|column| {
            let span = column.selection.map_or(Span::default(), |it| Span::new(it.anchor, it.head));
            (column.article, span)
        });
        if self.face == Face::Read && place.is_none() {
            return None;
        }
        let place = place.filter(|_| self.reads());
        Some(Spot { face: self.face, place, annotation: self.picked, cell: self.cell.clone() })
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn article(number: u128) -> ArticleId {
        ArticleId(uuid::Uuid::from_u128(number))
    }

    /// Columns by their number, the active one in brackets.
    fn shown(desk: &Desk) -> String {
        let columns = desk.columns.iter().enumerate().map(|(at, column)| {
            let number = column.article.0.as_u128();
            if at == desk.active { format!("[{number}]") } else { number.to_string() }
        });
        columns.collect::<Vec<_>>().join(" ")
    }

    fn check(steps: &[fn(&mut Desk)], expect: Expect) {
        let mut desk = Desk::default();
        let mut told = String::new();
        for step in steps {
            step(&mut desk);
            told += &shown(&desk);
            told += "\n";
        }
        expect.assert_eq(&told);
    }

    #[test]
    fn articles_are_read_in_place_or_beside_up_to_four() {
        check(
            &[
                |it| it.read(article(1), false),
                |it| it.read(article(2), false),
                |it| it.read(article(3), true),
                |it| it.active = 0,
                |it| it.read(article(4), true),
                |it| it.read(article(3), false),
                |it| it.read(article(5), true),
                |it| it.read(article(6), true),
                |it| it.read_at(article(7), 0),
                |it| it.read_at(article(8), 9),
            ],
            expect![[r#"
                [1]
                [2]
                2 [3]
                [2] 3
                2 [4] 3
                2 4 [3]
                2 4 3 [5]
                2 4 3 [6]
                [7] 4 3 6
                7 4 3 [8]
            "#]],
        );
    }

    #[test]
    fn columns_are_put_moved_and_closed() {
        check(
            &[
                |it| it.read_at(article(1), 5),
                |it| it.read_at(article(2), 0),
                |it| it.read_at(article(3), 1),
                |it| it.read_at(article(2), 3),
                |it| it.move_column(2, 0),
                |it| it.move_column(0, 1),
                |it| it.move_column(7, 0),
                |it| it.close(2),
                |it| it.close(0),
                |it| it.close(3),
                |it| it.close(0),
                |it| it.close(0),
            ],
            expect![[r#"
                [1]
                [2] 1
                2 [3] 1
                3 1 [2]
                [2] 3 1
                [2] 3 1
                [2] 3 1
                [2] 3
                [3]
                [3]


            "#]],
        );
    }

    #[test]
    fn another_article_in_a_column_keeps_its_width() {
        let mut desk = Desk::default();
        desk.read(article(1), false);
        desk.set_shares(&[2.5, 1.0]);
        desk.read(article(2), false);
        assert_eq!(desk.columns[0].share, 2.5);
        assert_eq!(desk.columns[0].selection, None);
    }

    #[test]
    fn an_article_opened_again_is_as_it_was_left() {
        let mut desk = Desk::default();
        let selection = Some(Selection { anchor: 3, head: 7 });
        desk.read(article(1), false);
        desk.columns[0].selection = selection;
        desk.read(article(2), false);
        desk.read(article(1), true);
        assert_eq!(desk.columns[1].selection, selection);
        desk.close(1);
        desk.read_at(article(1), 0);
        assert_eq!(desk.columns[0].selection, selection);
    }
}
