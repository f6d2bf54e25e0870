//! Owns what is marked in an article that is read: its annotations, and the suggestions still to be decided. Put together
//! once and kept until either changes.

use std::rc::Rc;

use crate::base::ArticleId;
use crate::gui::case::InText;
use crate::gui::reader::{Mark, MarkId, MarkKind, Marks};
use crate::gui::review::Open;
use crate::views::reader::Look;

/// The marks of one article.
#[derive(Debug, Default)]
pub struct Marked {
    of: Option<(Rc<InText>, Open)>,
    marks: Rc<Marks>,
}

impl Marked {
    /// The marks as they are now.
    pub fn turn(&mut self, article: ArticleId, in_text: &Rc<InText>, open: &Open) -> Rc<Marks> {
        let is_same = |it: &(Rc<InText>, Open)| Rc::ptr_eq(&it.0, in_text) && it.1.is(open);
        if !self.of.as_ref().is_some_and(is_same) {
            let suggested = open.of(article).flat_map(|it| {
                let kind = match it.look {
                    Look::Claim(outcome) => MarkKind::Claim(outcome),
                    Look::Stance(position) => MarkKind::Stance(position),
                    Look::Note(colour) => MarkKind::Note(colour.unwrap_or_default()),
                };
                let name = format!("Suggestion: {}", it.says);
                it.these.iter().zip(&it.spans).map(move |(at, span)| {
                    Mark::new(MarkId::Suggestion(*at), *span, kind, name.clone())
                })
            });
            let all = in_text.marks.iter().cloned().chain(suggested).collect();
            self.marks = Rc::new(Marks::new(all));
            self.of = Some((Rc::clone(in_text), open.clone()));
        }
        Rc::clone(&self.marks)
    }
}
