//! Owns what lies on the desk: which articles are open in which columns, what is selected, what is chosen, what lights
//! up, where one was before. No part of the project; changed by the app as it carries out actions.

use super::action::Thing;
use super::reader::{Selection, Sheet};
use crate::base::{AnnotationId, ArticleId, Span};

/// The most columns that stand side by side.
pub const MOST_COLUMNS: usize = 4;

/// An article that is read.
pub struct Column {
    pub article: ArticleId,
    pub sheet: Sheet,
    pub selection: Option<Selection>,
}

/// Which list stands at the left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Left {
    #[default]
    Articles,
    Actors,
    Incidents,
    Codes,
}

/// Where one was: an annotation or a place in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub article: ArticleId,
    pub span: Span,
    pub annotation: Option<AnnotationId>,
}

/// What lies on the desk.
#[derive(Default)]
pub struct Desk {
    pub columns: Vec<Column>,
    /// The column that has the keyboard.
    pub active: usize,
    /// The annotation chosen; its form is open.
    pub picked: Option<AnnotationId>,
    pub left: Left,
    pub hover: Hover,
    pub trail: Trail,
}

/// What lights up: written in this frame, read from the last.
#[derive(Debug, Default)]
pub struct Hover {
    last: Option<Thing>,
    now: Option<Thing>,
}

impl Hover {
    pub fn is(&self, thing: Thing) -> bool {
        self.last == Some(thing)
    }

    pub fn last(&self) -> Option<Thing> {
        self.last
    }

    pub fn set(&mut self, thing: Thing) {
        self.now = Some(thing);
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
    pub fn active(&self) -> Option<&Column> {
        self.columns.get(self.active)
    }

    pub fn active_mut(&mut self) -> Option<&mut Column> {
        self.columns.get_mut(self.active)
    }

    /// The column that shows an article.
    pub fn column_of(&self, article: ArticleId) -> Option<usize> {
        self.columns.iter().position(|it| it.article == article)
    }

    /// Shows an article: where it is open already, else in the active column, or beside it while there is room.
    pub fn read(&mut self, article: ArticleId, beside: bool) {
        if let Some(place) = self.column_of(article) {
            self.active = place;
        } else if self.columns.is_empty() || (beside && self.columns.len() < MOST_COLUMNS) {
            self.read_at(article, self.active + 1);
        } else if let Some(column) = self.active_mut() {
            *column = Column::new(article);
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
            self.columns.insert(place, Column::new(article));
            self.active = place;
        } else {
            self.active = place.min(self.columns.len() - 1);
            if let Some(column) = self.active_mut() {
                *column = Column::new(article);
            }
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
            self.columns.remove(place);
        }
        if place < self.active || self.columns.len() <= self.active {
            self.active = self.active.saturating_sub(1);
        }
    }

    /// Takes the sheets out for a frame, in which the rest of the desk is only looked at.
    pub fn take_sheets(&mut self) -> Vec<Sheet> {
        self.columns.iter_mut().map(|it| std::mem::take(&mut it.sheet)).collect()
    }

    /// Puts them back.
    pub fn put_sheets(&mut self, sheets: Vec<Sheet>) {
        self.columns.iter_mut().zip(sheets).for_each(|(column, sheet)| column.sheet = sheet);
    }

    /// Where one is.
    pub fn spot(&self) -> Option<Spot> {
        let column = self.active()?;
        let span = column.selection.map_or(Span::default(), |it| Span::new(it.anchor, it.head));
        Some(Spot { article: column.article, span, annotation: self.picked })
    }
}

impl Column {
    pub fn new(article: ArticleId) -> Self {
        Self { article, sheet: Sheet::default(), selection: None }
    }
}
