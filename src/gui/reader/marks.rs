//! Owns what is marked in an article: passages and suggestions in order, each with its lane. Prepared once when the
//! annotations change; the widget only reads it.

use std::collections::BTreeMap;

use crate::base::words::{Outcome, PassageRole, Position};
use crate::base::{AnnotationId, Span};

/// What a mark belongs to. An annotation may have several marks, one for each of its passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkId {
    Annotation(AnnotationId),
    /// The number of the suggestion in the caller's list.
    Suggestion(usize),
}

/// What decides the colour of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    Claim(Outcome),
    Stance(Position),
    /// With the colour number of its first code.
    Note(u16),
}

/// One highlight: a passage of an annotation, or a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub id: MarkId,
    /// In bytes of the article's text.
    pub span: Span,
    pub kind: MarkKind,
    /// All roles but the main one are drawn weaker.
    pub role: PassageRole,
    /// The passage was found at another place than it was marked at, and needs review.
    pub moved: bool,
    /// As read aloud, such as "Killed 25 or more, Karabakh authorities".
    pub name: String,
    /// What is told of it while the pointer rests on it; empty for nothing.
    pub hint: String,
}

impl Mark {
    /// The main passage of an annotation, or a suggestion.
    pub fn new(id: MarkId, span: Span, kind: MarkKind, name: impl Into<String>) -> Self {
        Self {
            id,
            span,
            kind,
            role: PassageRole::Main,
            moved: false,
            name: name.into(),
            hint: String::new(),
        }
    }

    pub fn is_suggestion(&self) -> bool {
        matches!(self.id, MarkId::Suggestion(_))
    }
}

/// The marks of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// By start, the longer first.
    marks: Vec<Mark>,
    /// For each mark the lane it is drawn in: 0 next to the words, the others below.
    lanes: Vec<usize>,
    /// For each mark the furthest end of it and all before it.
    reach: Vec<usize>,
}

impl Marks {
    pub fn new(mut marks: Vec<Mark>) -> Self {
        marks.retain(|mark| !mark.span.is_empty());
        let length = |mark: &Mark| std::cmp::Reverse(mark.span.end());
        marks.sort_by_key(|mark| (mark.span.start(), length(mark), mark.is_suggestion()));
        let reach = marks.iter().scan(0, |furthest, mark| {
            *furthest = mark.span.end().max(*furthest);
            Some(*furthest)
        });
        Self { reach: reach.collect(), lanes: lanes(&marks), marks }
    }

    /// By start, the longer first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Mark> {
        self.marks.iter()
    }

    pub fn get(&self, number: usize) -> Option<&Mark> {
        self.marks.get(number)
    }

    /// The lane of the mark with this number: 0 next to the words, the others below.
    pub fn lane(&self, number: usize) -> usize {
        self.lanes.get(number).copied().unwrap_or(0)
    }

    /// The numbers of the marks that share a byte with `span`, in order.
    pub fn overlapping(&self, span: Span) -> Vec<usize> {
        let end = self.marks.partition_point(|mark| mark.span.start() < span.end());
        let reached = |it: &usize| self.reach.get(*it).is_some_and(|end| *end > span.start());
        let near = (0..end).rev().take_while(reached);
        let overlaps = |it: &usize| self.get(*it).is_some_and(|mark| mark.span.overlaps(span));
        let mut found: Vec<usize> = near.filter(overlaps).collect();
        found.reverse();
        found
    }

    /// The numbers of the marks over the character at byte `at`, the shortest first: the order in which clicks choose
    /// them.
    pub fn at(&self, at: usize) -> Vec<usize> {
        let mut found = self.overlapping(Span::new(at, at + 1));
        found.sort_by_key(|it| self.get(*it).map(|mark| mark.span.len()));
        found
    }

    /// The first passage of an annotation or suggestion, its main one if there is one.
    pub fn place(&self, id: MarkId) -> Option<Span> {
        let of_it = || self.marks.iter().filter(|mark| mark.id == id);
        let main = of_it().find(|mark| mark.role == PassageRole::Main);
        main.or_else(|| of_it().next()).map(|mark| mark.span)
    }
}

/// The lowest lane for each mark where it overlaps none before it. Annotations come first, so that what the analyst
/// decided lies next to the words.
fn lanes(marks: &[Mark]) -> Vec<usize> {
    let mut lanes = vec![0; marks.len()];
    let mut taken: Vec<BTreeMap<usize, usize>> = Vec::new();
    let (suggested, decided): (Vec<_>, Vec<_>) =
        marks.iter().enumerate().partition(|(_, mark)| mark.is_suggestion());
    for (number, mark) in decided.into_iter().chain(suggested) {
        let (start, end) = (mark.span.start(), mark.span.end());
        let is_free = |lane: &BTreeMap<usize, usize>| {
            lane.range(..end).next_back().is_none_or(|(_, taken)| *taken <= start)
        };
        let lane = taken.iter().position(is_free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(BTreeMap::new());
        }
        if let Some(taken) = taken.get_mut(lane) {
            taken.insert(start, end);
        }
        if let Some(place) = lanes.get_mut(number) {
            *place = lane;
        }
    }
    lanes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(number: usize, start: usize, end: usize) -> Mark {
        let (id, kind) = (MarkId::Suggestion(number), MarkKind::Note(0));
        Mark::new(id, Span::new(start, end), kind, number.to_string())
    }

    proptest! {
        #[test]
        fn marks_are_found_as_by_looking_at_each(
            spans in proptest::collection::vec((0..60usize, 1..30usize), 0..40),
            start in 0..90usize,
            length in 0..20usize,
        ) {
            let made = spans.iter().enumerate().map(|(it, (at, long))| mark(it, *at, at + long));
            let marks = Marks::new(made.collect());
            let span = Span::new(start, start + length);
            let each = marks.iter().enumerate().filter(|(_, mark)| mark.span.overlaps(span));
            prop_assert_eq!(marks.overlapping(span), each.map(|(it, _)| it).collect::<Vec<_>>());
        }

        #[test]
        fn no_two_marks_of_a_lane_overlap(
            spans in proptest::collection::vec((0..60usize, 1..30usize), 0..40),
        ) {
            let made = spans.iter().enumerate().map(|(it, (at, long))| mark(it, *at, at + long));
            let marks = Marks::new(made.collect());
            for (one, a) in marks.iter().enumerate() {
                for (two, b) in marks.iter().enumerate().skip(one + 1) {
                    prop_assert!(marks.lane(one) != marks.lane(two) || !a.span.overlaps(b.span));
                }
            }
        }
    }

    #[test]
    fn an_annotation_takes_the_lane_next_to_the_words_before_a_suggestion() {
        let id = AnnotationId(uuid::Uuid::nil());
        let decided =
            Mark::new(MarkId::Annotation(id), Span::new(5, 9), MarkKind::Note(0), "decided");
        let marks = Marks::new(vec![mark(0, 0, 20), decided]);
        assert_eq!([marks.lane(0), marks.lane(1)], [1, 0]);
        assert_eq!(marks.at(6), [1, 0], "the shortest first");
        assert_eq!(marks.place(MarkId::Annotation(id)), Some(Span::new(5, 9)));
    }
}
