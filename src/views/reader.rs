//! Owns what is marked in an article: each passage at its place as the text now stands, with its annotation in words.

use std::collections::HashMap;

use super::evidence::line;
use crate::base::words::{Outcome, PassageRole, Position};
use crate::base::{ActorId, AnnotationId, ArticleId, IncidentId, Span};
use crate::corpus::Article;
use crate::project::{Annotation, Body, Located, State, locate};

/// What colour and shape a passage is marked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Claim(Outcome),
    Stance(Position),
    /// With the number of its first code's colour.
    Note(Option<u16>),
}

/// A passage in the text at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    pub annotation: AnnotationId,
    /// Its place among the annotation's passages.
    pub passage: usize,
    pub role: PassageRole,
    pub span: Span,
    /// The text is another than the one it was marked in; somebody should look.
    pub moved: bool,
    pub look: Look,
    /// The annotation in a line: "Karabakh authorities: at least 25 killed".
    pub says: String,
}

/// Which passages lie in which article, and which annotations tell of the same, in the order of the project.
#[derive(Debug, Clone, Default)]
pub struct Places {
    by_article: HashMap<ArticleId, Vec<(AnnotationId, usize)>>,
    alike: HashMap<Alike, Vec<AnnotationId>>,
}

/// What annotations share that tell of the same: the kind of claim, or whose stance, on an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alike {
    Claim(Outcome, IncidentId),
    Stance(ActorId, IncidentId),
}

impl Alike {
    /// None of a note, or without an incident or an actor.
    pub fn of(annotation: &Annotation) -> Option<Self> {
        match &annotation.body {
            Body::Claim(it) => Some(Self::Claim(it.outcome, it.incident?)),
            Body::Stance(it) => Some(Self::Stance(it.actor.actor?, it.incident?)),
            Body::Note(_) => None,
        }
    }
}

impl Places {
    pub fn new(state: &State) -> Self {
        let mut places = Self::default();
        for annotation in state.annotations().values() {
            for (at, passage) in annotation.passages.iter().enumerate() {
                let there = places.by_article.entry(passage.article).or_default();
                there.push((annotation.id, at));
            }
            if let Some(alike) = Alike::of(annotation) {
                places.alike.entry(alike).or_default().push(annotation.id);
            }
        }
        places
    }

    /// The annotations and passages of an article.
    pub fn of(&self, article: ArticleId) -> &[(AnnotationId, usize)] {
        self.by_article.get(&article).map_or(&[], Vec::as_slice)
    }

    /// The annotations that share this.
    pub fn alike(&self, alike: Alike) -> &[AnnotationId] {
        self.alike.get(&alike).map_or(&[], Vec::as_slice)
    }
}

/// The passages of an article that are found in its text, by place; and those that are lost.
pub fn marked(
    state: &State,
    places: &Places,
    article: ArticleId,
    text: &Article,
) -> (Vec<Marked>, Vec<(AnnotationId, usize)>) {
    let (mut found, mut lost) = (vec![], vec![]);
    for (id, at) in places.of(article) {
        let Some(annotation) = state.annotations().get(id) else { continue };
        let Some(passage) = annotation.passages.get(*at) else { continue };
        let (span, moved) = match locate(passage, text) {
            Located::Right(span) => (span, false),
            Located::Moved(span) => (span, true),
            Located::Lost => {
                lost.push((*id, *at));
                continue;
            }
        };
        found.push(Marked {
            annotation: *id,
            passage: *at,
            role: passage.role,
            span,
            moved,
            look: look(state, annotation),
            says: says(state, annotation),
        });
    }
    found.sort_by_key(|it| (it.span.start(), std::cmp::Reverse(it.span.end())));
    (found, lost)
}

/// What an annotation looks like.
pub fn look(state: &State, annotation: &Annotation) -> Look {
    match &annotation.body {
        Body::Claim(claim) => Look::Claim(claim.outcome),
        Body::Stance(stance) => Look::Stance(stance.position),
        Body::Note(note) => {
            let code = note.codes.iter().find_map(|it| state.codes().get(it));
            Look::Note(code.map(|it| it.colour))
        }
    }
}

/// An annotation in a line: "Karabakh authorities: at least 25 killed", "France condemns the operation".
pub fn says(state: &State, annotation: &Annotation) -> String {
    line(state, &annotation.body, &annotation.memo)
}
