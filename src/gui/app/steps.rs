//! Owns the walk through an article: from one annotation or suggestion to the next, as they stand in the text.

use std::cmp::Reverse;

use super::App;
use crate::base::{AnnotationId, Span};
use crate::views::review::Key;

/// What one comes to.
#[derive(Debug, Clone, PartialEq)]
enum Stop {
    /// A passage of an annotation, by its place among its passages.
    Annotation(AnnotationId, usize),
    Suggestion(Key),
}

impl App {
    /// Goes to the annotation or suggestion after or before the caret in the active article.
    pub(super) fn step_annotation(&mut self, forward: bool) {
        let Some(column) = self.desk.active() else { return };
        let at = column.selection.map_or(0, |it| it.head);
        let stops = self.stops();
        // The passage of the chosen one that the caret stands in, as it was left there; moved away, the caret counts.
        let is_here = |it: &&(usize, &(Span, Stop))| {
            let (span, stop) = it.1;
            self.is_chosen(stop) && span.start() <= at && at <= span.end()
        };
        let all: Vec<(usize, &(Span, Stop))> = stops.iter().enumerate().collect();
        let here = all.iter().filter(is_here).min_by_key(|it| at - it.1.0.start());
        let next = match (here.map(|it| it.0), forward) {
            (Some(here), true) => stops.get(here + 1),
            (Some(here), false) => here.checked_sub(1).and_then(|at| stops.get(at)),
            (None, true) => stops.iter().find(|it| at <= it.0.start()),
            (None, false) => stops.iter().rev().find(|it| it.0.start() < at),
        };
        match next.map(|it| it.1.clone()) {
            Some(Stop::Annotation(annotation, passage)) => self.show(annotation, passage),
            Some(Stop::Suggestion(key)) => self.choose_suggestion(Some(key)),
            None => {}
        }
    }

    fn is_chosen(&self, stop: &Stop) -> bool {
        match stop {
            Stop::Annotation(id, _) => self.desk.picked == Some(*id),
            Stop::Suggestion(key) => self.desk.suggestion.as_ref() == Some(key),
        }
    }

    /// All that one comes to in the active article, by place. Of what is decided together the first place alone.
    fn stops(&self) -> Vec<(Span, Stop)> {
        let (Some(case), Some(column)) = (&self.case, self.desk.active()) else { return vec![] };
        let Some(text) = case.text(column.article) else { return vec![] };
        let marked = case.derived().marked(case.state(), column.article, text);
        let decided = marked.found.iter();
        let decided = decided.map(|it| (it.span, Stop::Annotation(it.annotation, it.passage)));
        let mut stops: Vec<_> = decided.collect();
        if self.marks_suggestions() {
            let open = self.views.review.open();
            let open = open.of(column.article);
            stops.extend(open.map(|it| (it.span, Stop::Suggestion(it.key.clone()))));
        }
        stops.sort_by_key(|(span, _)| (span.start(), Reverse(span.end())));
        stops
    }
}
