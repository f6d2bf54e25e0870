//! Owns what is computed from a state once and read each frame until the state changes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::base::{AnnotationId, ArticleId};
use crate::corpus::Article;
use crate::gui::reader::{Mark, MarkId, MarkKind, Marks};
use crate::project::State;
use crate::views::reader::{Look, Marked, Places, marked};
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
    /// The same as the reader draws them.
    pub marks: Marks,
    /// Annotations and passages whose quote is not found.
    pub lost: Vec<(AnnotationId, usize)>,
}

fn mark(it: &Marked) -> Mark {
    let kind = match it.look {
        Look::Claim(outcome) => MarkKind::Claim(outcome),
        Look::Stance(position) => MarkKind::Stance(position),
        Look::Note(colour) => MarkKind::Note(colour.unwrap_or_default()),
    };
    let id = MarkId::Annotation(it.annotation);
    Mark { id, span: it.span, kind, role: it.role, moved: it.moved, name: it.says.clone() }
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
            let marks = Marks::new(found.iter().map(mark).collect());
            Rc::new(InText { found, marks, lost })
        };
        Rc::clone(self.marked.borrow_mut().entry(article).or_insert_with(make))
    }
}
