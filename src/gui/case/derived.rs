//! Owns what is computed from a state once and read each frame until the state changes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::base::{AnnotationId, ArticleId};
use crate::corpus::Article;
use crate::project::State;
use crate::views::reader::{Marked, Places, marked};
use crate::views::{ArticleRow, articles};

/// Computed from one state of a project.
pub struct Derived {
    places: Places,
    rows: Vec<ArticleRow>,
    by_article: HashMap<ArticleId, usize>,
    marked: RefCell<HashMap<ArticleId, Rc<InText>>>,
}

/// The passages of one article in its text.
#[derive(Debug, Default)]
pub struct InText {
    /// By place.
    pub found: Vec<Marked>,
    /// Annotations and passages whose quote is not found.
    pub lost: Vec<(AnnotationId, usize)>,
}

impl Derived {
    pub fn new(state: &State) -> Self {
        let places = Places::new(state);
        let rows = articles(state, &places);
        let by_article = rows.iter().enumerate().map(|(at, row)| (row.article, at)).collect();
        Self { places, rows, by_article, marked: RefCell::default() }
    }

    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The articles in the order of the project.
    pub fn rows(&self) -> &[ArticleRow] {
        &self.rows
    }

    pub fn row(&self, article: ArticleId) -> Option<&ArticleRow> {
        self.rows.get(*self.by_article.get(&article)?)
    }

    /// The passages of an article, found once and kept.
    pub fn marked(&self, state: &State, article: ArticleId, text: &Article) -> Rc<InText> {
        let make = || {
            let (found, lost) = marked(state, &self.places, article, text);
            Rc::new(InText { found, lost })
        };
        Rc::clone(self.marked.borrow_mut().entry(article).or_insert_with(make))
    }
}
