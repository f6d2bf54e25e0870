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
    of: Option<(Rc<InText>, Option<Open>)>,
    marks: Rc<Marks>,
}

impl Marked {
    /// The marks as they are now; without suggestions where none are to be seen.
    pub fn turn(
        &mut self,
        article: ArticleId,
        in_text: &Rc<InText>,
        open: Option<&Open>,
    ) -> Rc<Marks> {
        let is_same = |it: &(Rc<InText>, Option<Open>)| {
            let same_open = match (&it.1, open) {
                (Some(one), Some(other)) => one.is(other),
                (one, other) => one.is_none() && other.is_none(),
            };
            Rc::ptr_eq(&it.0, in_text) && same_open
        };
        if !self.of.as_ref().is_some_and(is_same) {
            let suggested = open.into_iter().flat_map(|it| it.of(article)).flat_map(|it| {
                let kind = match it.look {
                    Look::Claim(outcome) => MarkKind::Claim(outcome),
                    Look::Stance(position) => MarkKind::Stance(position),
                    Look::Note(colour) => MarkKind::Note(colour.unwrap_or_default()),
                };
                let name = format!("Suggestion: {}", it.says);
                let hint = format!("{}\nSuggestion, score {:.2}", it.says, it.score);
                // What is decided together is known by its first.
                let id = it.these.first().map(|at| MarkId::Suggestion(*at));
                let places = id.into_iter().flat_map(|id| it.spans.iter().map(move |at| (id, *at)));
                places.map(move |(id, span)| Mark {
                    hint: hint.clone(),
                    ..Mark::new(id, span, kind, name.clone())
                })
            });
            let all = in_text.marks.iter().cloned().chain(suggested).collect();
            self.marks = Rc::new(Marks::new(all));
            self.of = Some((Rc::clone(in_text), open.cloned()));
        }
        Rc::clone(&self.marks)
    }
}
