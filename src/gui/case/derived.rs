//! Owns what is computed from a state once and read each frame until the state changes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::base::{AnnotationId, ArticleId};
use crate::corpus::Article;
use crate::gui::reader::{Mark, MarkId, MarkKind, Marks};
use crate::project::{Changed, State};
use crate::views::reader::{Look, Marked, Places, marked};
use crate::views::{ArticleRow, Counts, articles, articles_counted};

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
    Mark { role: it.role, moved: it.moved, ..Mark::new(id, it.span, kind, it.says.clone()) }
}

fn by_article(rows: &[ArticleRow]) -> HashMap<ArticleId, usize> {
    rows.iter().enumerate().map(|(at, row)| (row.article, at)).collect()
}

impl Derived {
    pub fn new(state: &State) -> Self {
        let places = Places::new(state);
        let rows = articles(state, &places);
        Self { places, by_article: by_article(&rows), rows, marked: RefCell::default() }
    }

    /// The same after a step.
    pub fn follow(&mut self, state: &State, changed: &Changed) {
        let touched = self.places.follow(state, changed);
        let count = |article| Counts::of(state, &self.places, article);
        if changed.articles {
            let held = |it: &ArticleId| self.row(*it).filter(|_| !touched.contains(it));
            let counts = |it| held(&it).map_or_else(|| count(it), |row| row.counts);
            let rows = articles_counted(state, counts);
            self.by_article = by_article(&rows);
            self.rows = rows;
        } else {
            for article in touched {
                let row = self.by_article.get(&article).and_then(|at| self.rows.get_mut(*at));
                row.into_iter().for_each(|it| it.counts = count(article));
            }
        }
        // What passages say may rest on any name.
        self.forget_texts();
    }

    /// Lets the passages be found anew in their texts.
    pub fn forget_texts(&mut self) {
        self.marked.get_mut().clear();
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::files::memory::MemoryDisk;
    use crate::gui::case::Case;
    use crate::project::{ArticleField, Edit, Project, RecordId, Stamp, notation, write};

    /// What is kept is as if made anew.
    fn check(case: &Case) {
        let (kept, anew) = (case.derived(), Derived::new(case.state()));
        assert_eq!(kept.rows, anew.rows);
        assert_eq!(kept.places, anew.places);
        assert_eq!(kept.by_article, anew.by_article);
    }

    #[test]
    fn each_step_is_followed() {
        let text = r#"
            article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack
            article b.txt | Canal Info | 2023-09-20 | A day
            claim k1 a.txt killed 25 in the war "25 dead"
            claim k2 b.txt killed 2 in the war "2 children"
            passage k1 repeat b.txt "25 in all"
            note n1 b.txt shelling "shells"
        "#;
        let state = notation::state(text).unwrap();
        let disk = MemoryDisk::new();
        disk.add("/case.kbproj", write(&state));
        let (project, _) = Project::open(&disk, Path::new("/case.kbproj")).unwrap();
        let mut case = Case::new(project, None);
        let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
        let annotation = |at| RecordId::Annotation(*state.annotations().get_index(at).unwrap().0);
        let article = |at| *state.articles().get_index(at).unwrap().0;
        let title = ArticleField::Title(Some("War".to_owned()));
        let edits = [
            Edit::SetArticle { article: article(0), to: title },
            Edit::Delete(annotation(1)),
            Edit::Delete(RecordId::Article(article(0))),
        ];
        let count = edits.len();
        for edit in edits {
            case.dispatch(edit, stamp.clone()).unwrap();
            check(&case);
        }
        assert_eq!(case.derived().rows().len(), 1);
        for _ in 0..count {
            case.undo(&stamp).unwrap().unwrap();
            check(&case);
        }
        for _ in 0..count {
            case.redo(&stamp).unwrap().unwrap();
            check(&case);
        }
    }
}
