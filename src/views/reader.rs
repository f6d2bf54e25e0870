//! Owns what is marked in an article: each passage at its place as the text now stands, with its annotation in words.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use super::evidence::line;
use crate::base::words::{Outcome, PassageRole, Position};
use crate::base::{ActorId, AnnotationId, ArticleId, IncidentId, Span};
use crate::corpus::Article;
use crate::project::{Annotation, Body, Changed, Located, State, Table, locate};

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// None of them empty.
    by_article: HashMap<ArticleId, Vec<(AnnotationId, usize)>>,
    alike: HashMap<Alike, Vec<AnnotationId>>,
}

/// With more annotations that went, came or moved all is found anew, which is then less work than one after another.
const FEW: usize = 64;

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

    /// The same after a step. Returns the articles in which something else lies now, each once.
    pub fn follow(&mut self, state: &State, changed: &Changed) -> HashSet<ArticleId> {
        let now = |id| state.annotations().get(id).map(|it| &**it);
        let all = changed.annotations.iter().map(|(id, was)| (*id, was.as_deref(), now(id)));
        let moved: Vec<_> = all.filter(|(_, was, now)| !lies_alike(*was, *now)).collect();
        let both = moved.iter().flat_map(|(_, was, now)| [*was, *now]).flatten();
        let touched = both.flat_map(articles).collect();
        if changed.moved || FEW < moved.len() {
            *self = Self::new(state);
            return touched;
        }
        for (id, was, _) in &moved {
            for article in was.iter().flat_map(|it| articles(it)) {
                remove(&mut self.by_article, article, |it| it.0 == *id);
            }
            if let Some(alike) = was.and_then(Alike::of) {
                remove(&mut self.alike, alike, |it| it == id);
            }
        }
        for (id, _, now) in moved {
            for (at, article) in now.iter().flat_map(|it| articles(it)).enumerate() {
                insert(&mut self.by_article, article, (id, at), |it| {
                    (place(state.annotations(), it.0), it.1)
                });
            }
            if let Some(alike) = now.and_then(Alike::of) {
                insert(&mut self.alike, alike, id, |it| place(state.annotations(), *it));
            }
        }
        touched
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

/// The articles of an annotation's passages, in their order.
fn articles(annotation: &Annotation) -> impl Iterator<Item = ArticleId> {
    annotation.passages.iter().map(|it| it.article)
}

/// Whether an annotation is of the same kind, lies in the same articles and tells of the same as it did.
fn lies_alike(was: Option<&Annotation>, now: Option<&Annotation>) -> bool {
    let (Some(was), Some(now)) = (was, now) else { return false };
    std::mem::discriminant(&was.body) == std::mem::discriminant(&now.body)
        && articles(was).eq(articles(now))
        && Alike::of(was) == Alike::of(now)
}

fn place(annotations: &Table<AnnotationId, Arc<Annotation>>, id: AnnotationId) -> Option<usize> {
    annotations.get_index_of(&id)
}

/// Takes out of a list; an empty one goes.
fn remove<K: Eq + Hash, T>(lists: &mut HashMap<K, Vec<T>>, key: K, is: impl Fn(&T) -> bool) {
    if let Some(list) = lists.get_mut(&key) {
        list.retain(|it| !is(it));
        if list.is_empty() {
            lists.remove(&key);
        }
    }
}

/// Puts into a list that is sorted by `place`.
fn insert<K: Eq + Hash, T, P: Ord>(
    lists: &mut HashMap<K, Vec<T>>,
    key: K,
    item: T,
    place: impl Fn(&T) -> P,
) {
    let (list, wanted) = (lists.entry(key).or_default(), place(&item));
    let at = list.partition_point(|it| place(it) < wanted);
    list.insert(at, item);
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
