//! Owns how passages become the reader's marks, made once for each state of the project.

use std::collections::HashMap;
use std::rc::Rc;

use crate::base::ArticleId;
use crate::corpus::Article;
use crate::gui::case::{Case, InText};
use crate::gui::reader::{Mark, MarkId, MarkKind, Marks};
use crate::views::reader::{Look, Marked};

/// The marks of the articles shown.
#[derive(Debug, Default)]
pub struct Kept {
    /// Of the case that the marks were made from.
    revision: u64,
    marks: HashMap<ArticleId, Rc<Marks>>,
}

impl Kept {
    /// The marks of an article, and its passages as they are found in the text.
    pub fn of(
        &mut self,
        case: &Case,
        article: ArticleId,
        text: &Article,
    ) -> (Rc<Marks>, Rc<InText>) {
        if self.revision != case.revision() {
            self.revision = case.revision();
            self.marks.clear();
        }
        let in_text = case.derived().marked(case.state(), article, text);
        let make = || Rc::new(Marks::new(in_text.found.iter().map(mark).collect()));
        let marks = Rc::clone(self.marks.entry(article).or_insert_with(make));
        (marks, in_text)
    }
}

fn mark(marked: &Marked) -> Mark {
    let kind = match marked.look {
        Look::Claim(outcome) => MarkKind::Claim(outcome),
        Look::Stance(position) => MarkKind::Stance(position),
        Look::Note(colour) => MarkKind::Note(colour.unwrap_or(0)),
    };
    let id = MarkId::Annotation(marked.annotation);
    Mark {
        role: marked.role,
        moved: marked.moved,
        ..Mark::new(id, marked.span, kind, marked.says.as_str())
    }
}
