//! Owns how the window searches: on a thread, each change of the words anew.

use std::sync::Arc;

use super::{App, Done};
use crate::base::{ArticleId, Span};
use crate::corpus::Article;
use crate::corpus::search::{Pattern, Query, context, search};
use crate::gui::find::{CONTEXT, Hit, MOST, Results};
use crate::gui::task::Work;

impl App {
    /// Opens the search; words that are selected are looked for.
    pub(super) fn open_find(&mut self) {
        self.settings.shows_left = true;
        self.find.open();
        let selected = self.selected_words().filter(|it| it.len() < 80 && !it.contains('\n'));
        match selected {
            Some(words) => self.look_for(Query { words, ..self.find.query().clone() }),
            None => self.look_again(),
        }
    }

    pub(super) fn close_find(&mut self) {
        self.find.close();
        self.tasks.cancel(Work::Search);
        self.focus_back();
    }

    pub(super) fn look_for(&mut self, query: Query) {
        let asked = self.find.ask(query);
        self.search(asked);
    }

    /// Looks for the same words once more, as the texts have changed.
    pub(super) fn look_again(&mut self) {
        if self.find.is_open() {
            let asked = self.find.ask_again();
            self.search(asked);
        }
    }

    fn search(&mut self, asked: Option<(Pattern, u64)>) {
        self.tasks.cancel(Work::Search);
        let (Some((pattern, asked)), Some(case)) = (asked, &self.case) else { return };
        let order = self.list.order(case, &self.views.review.open());
        let texts: Vec<(ArticleId, Arc<Article>)> =
            order.iter().filter_map(|id| Some((*id, Arc::clone(case.text(*id)?)))).collect();
        self.tasks.start(Work::Search, "Searching", move |progress| {
            let (ids, articles): (Vec<_>, Vec<_>) = texts.into_iter().unzip();
            let found = search(&articles, &pattern, MOST, &|| progress.is_cancelled());
            let hit = |it: &crate::corpus::search::Found| {
                let (article, text) = (ids.get(it.article)?, articles.get(it.article)?);
                let context = context(text, it.span, CONTEXT);
                Some(Hit { article: *article, span: it.span, context })
            };
            let hits = found.hits.iter().filter_map(hit).collect();
            let results = Results { hits, total: found.total, articles: found.articles_with_hits };
            Done::Found { asked, results }
        });
    }

    /// Goes to the next place found, or to the previous one.
    pub(super) fn next_hit(&mut self, forward: bool) {
        let place = self.find.step(forward);
        self.show_hit(place);
    }

    pub(super) fn show_hit(&mut self, place: Option<(ArticleId, Span)>) {
        let Some((article, span)) = place else { return };
        self.leave();
        self.show_place(article, span, true);
    }
}
