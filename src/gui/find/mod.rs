//! The search over all articles: what is asked, what was found, and the left panel that shows it. Every place found is
//! lit in the text.

mod panel;

use std::collections::HashMap;
use std::rc::Rc;

use crate::base::{ArticleId, Span};
use crate::corpus::search::{Context, Pattern, Query, SearchError};

pub use panel::show;

/// The most places that are listed. All are counted, and all are lit in an article that is open.
pub const MOST: usize = 5_000;

/// Characters of context on either side of a place in the list.
pub const CONTEXT: usize = 48;

/// A place found, as the list shows it.
#[derive(Debug, Clone)]
pub struct Hit {
    pub article: ArticleId,
    pub span: Span,
    pub context: Context,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// In the order of the list and of the text.
    pub hits: Vec<Hit>,
    /// How many there are, more than are listed perhaps.
    pub total: usize,
    pub articles: usize,
}

/// The search.
#[derive(Default)]
pub struct Find {
    is_open: bool,
    takes_focus: bool,
    query: Query,
    /// What the field holds, compiled; none if it holds nothing.
    pattern: Option<Pattern>,
    error: Option<SearchError>,
    results: Results,
    /// The place one stands at, in `results`.
    at: Option<usize>,
    /// Raised by each search, so that the results of an earlier one are known as such.
    asked: u64,
    /// The list is to be scrolled to where one stands.
    follows: bool,
    /// Places in articles that are open.
    lit: HashMap<ArticleId, Rc<[Span]>>,
}

/// What is lit in the text in one frame.
#[derive(Debug, Clone, Default)]
pub struct Lit {
    pub hits: Vec<(ArticleId, Rc<[Span]>)>,
    /// The place one stands at.
    pub at: Option<(ArticleId, Span)>,
}

impl Lit {
    /// The places in an article.
    pub fn of(&self, article: ArticleId) -> &[Span] {
        self.hits.iter().find(|it| it.0 == article).map_or(&[], |it| &it.1)
    }

    /// The place one stands at, if it is in this article.
    pub fn at_in(&self, article: ArticleId) -> Option<Span> {
        self.at.filter(|it| it.0 == article).map(|it| it.1)
    }
}

impl Find {
    /// Opens the search with the keyboard in its field.
    pub fn open(&mut self) {
        (self.is_open, self.takes_focus) = (true, true);
    }

    pub fn close(&mut self) {
        self.is_open = false;
    }

    pub fn is_open(&self) -> bool {
        self.is_open
    }

    pub fn has_hits(&self) -> bool {
        self.is_open && !self.results.hits.is_empty()
    }

    /// Looks for other words from now on: the pattern and the number of the search, if there is anything to look for.
    pub fn ask(&mut self, query: Query) -> Option<(Pattern, u64)> {
        self.query = query;
        self.asked += 1;
        self.lit.clear();
        self.at = None;
        (self.pattern, self.error) = match Pattern::new(&self.query) {
            Ok(pattern) => (pattern, None),
            Err(error) => (None, Some(error)),
        };
        if self.pattern.is_none() {
            self.results = Results::default();
        }
        self.pattern.clone().map(|it| (it, self.asked))
    }

    /// Looks for the same once more, since the texts have changed.
    pub fn ask_again(&mut self) -> Option<(Pattern, u64)> {
        self.ask(self.query.clone())
    }

    /// What search number `asked` found; dropped if another was begun since.
    pub fn answer(&mut self, asked: u64, results: Results) {
        if asked == self.asked {
            self.results = results;
        }
    }

    /// Goes to the next or previous place, around the ends.
    pub fn step(&mut self, forward: bool) -> Option<(ArticleId, Span)> {
        let count = self.results.hits.len();
        if count == 0 {
            return None;
        }
        let at = match (self.at, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.go_to(at)
    }

    /// Goes to a place of the list.
    pub fn go_to(&mut self, at: usize) -> Option<(ArticleId, Span)> {
        let hit = self.results.hits.get(at)?;
        (self.at, self.follows) = (Some(at), true);
        Some((hit.article, hit.span))
    }

    /// What is lit in the articles that are open, each searched once.
    pub fn lit<'a>(&mut self, open: impl Iterator<Item = (ArticleId, &'a str)>) -> Lit {
        let Some(pattern) = self.pattern.as_ref().filter(|_| self.is_open) else {
            return Lit::default();
        };
        let lit = &mut self.lit;
        let found = open.map(|(article, text)| {
            let spans = lit.entry(article).or_insert_with(|| pattern.in_text(text).collect());
            (article, Rc::clone(spans))
        });
        let hits = found.collect();
        let at = self.at.and_then(|at| self.results.hits.get(at)).map(|it| (it.article, it.span));
        Lit { hits, at }
    }
}
