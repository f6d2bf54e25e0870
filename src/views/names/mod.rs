//! Owns the trees of actors, incidents and codes as plain rows: what stands in what, and how much names each.

mod alike;
mod read;
#[cfg(test)]
mod tests;
mod told;

use std::collections::{BTreeMap, HashSet};

pub use alike::folded;
pub use told::{Line, deleting, line, merging, spoken, tally_words, uses_words};

use super::Counts;
use crate::base::AnnotationId;
use crate::project::{About, Annotation, Body, RecordId, State};

/// Which tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Actors,
    Incidents,
    Codes,
}

/// As what an annotation names a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    Claimant,
    Side,
    Via,
    /// Who takes a stance.
    Holder,
    Target,
    Incident,
    Code,
}

/// How many annotations name a record; each counts once for its kind and once for each use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub counts: Counts,
    uses: [usize; Use::ALL.len()],
}

/// A record of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    pub id: RecordId,
    pub name: String,
    pub aliases: Vec<String>,
    /// "armed group"; empty for what has no kind.
    pub kind: &'static str,
    /// Number in the palette; incidents have none.
    pub colour: Option<u16>,
    /// What it stands in. Where a damaged file closes a circle, one of it stands at the top.
    pub parent: Option<RecordId>,
    pub depth: usize,
    /// Something stands in it.
    pub is_nest: bool,
    pub own: Tally,
    /// With all that stands in it, directly or not.
    pub all: Tally,
    /// What names it, in the order of the project.
    pub annotations: Vec<AnnotationId>,
    /// What names it or anything that stands in it.
    pub annotations_within: Vec<AnnotationId>,
}

/// A tree, its rows in the order of the screen: by name, what stands in a record after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    pub rows: Vec<NameRow>,
    places: BTreeMap<RecordId, usize>,
    /// Records that seem to be the same: the one less named first.
    pub alike: Vec<(RecordId, RecordId)>,
}

impl Kind {
    /// "actor".
    pub const fn one(self) -> &'static str {
        match self {
            Self::Actors => "actor",
            Self::Incidents => "incident",
            Self::Codes => "code",
        }
    }

    /// "actors".
    pub const fn many(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Incidents => "incidents",
            Self::Codes => "codes",
        }
    }

    /// The tree that a record stands in; none for records that stand in no tree.
    pub const fn of(id: RecordId) -> Option<Self> {
        match id {
            RecordId::Actor(_) => Some(Self::Actors),
            RecordId::Incident(_) => Some(Self::Incidents),
            RecordId::Code(_) => Some(Self::Codes),
            RecordId::Root(_)
            | RecordId::Article(_)
            | RecordId::Annotation(_)
            | RecordId::Dismissal(_) => None,
        }
    }
}

impl Use {
    pub const ALL: [Use; 7] =
        [Use::Claimant, Use::Side, Use::Via, Use::Holder, Use::Target, Use::Incident, Use::Code];

    /// As on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Use::Claimant => "claimant",
            Use::Side => "side",
            Use::Via => "quoted from",
            Use::Holder => "takes a stance",
            Use::Target => "target",
            Use::Incident => "incident",
            Use::Code => "code",
        }
    }
}

impl Tally {
    /// Annotations that name it so.
    pub fn of(&self, as_what: Use) -> usize {
        self.uses.get(as_what as usize).copied().unwrap_or_default()
    }

    fn count(&mut self, annotation: &Annotation) {
        match annotation.body {
            Body::Claim(_) => self.counts.claims += 1,
            Body::Stance(_) => self.counts.stances += 1,
            Body::Note(_) => self.counts.notes += 1,
        }
    }

    fn count_use(&mut self, as_what: Use) {
        if let Some(count) = self.uses.get_mut(as_what as usize) {
            *count += 1;
        }
    }
}

impl Names {
    /// The tree of a kind, from one pass over the annotations.
    pub fn new(state: &State, kind: Kind) -> Self {
        let mut names = read::tree(state, kind);
        read::count(&mut names, state);
        names.alike = alike::pairs(&names.rows);
        names
    }

    pub fn row(&self, id: RecordId) -> Option<&NameRow> {
        self.rows.get(*self.places.get(&id)?)
    }

    /// The rows from the record up to the top, nearest first.
    pub fn line_of(&self, id: RecordId) -> impl Iterator<Item = &NameRow> {
        std::iter::successors(self.row(id), |row| self.row(row.parent?))
    }

    /// Whether `id` may stand in `parent`: not in itself or in what stands in it, and not where it stands already.
    pub fn may_stand_in(&self, id: RecordId, parent: Option<RecordId>) -> bool {
        let Some(row) = self.row(id) else { return false };
        let fits =
            |parent| self.row(parent).is_some() && self.line_of(parent).all(|it| it.id != id);
        row.parent != parent && parent.is_none_or(fits)
    }

    /// The rows that are shown, as places in `rows`: with a filter those whose name or alias has its words and all above
    /// them, else those that stand in nothing folded.
    pub fn shown(&self, filter: &str, folded: &HashSet<RecordId>) -> Vec<usize> {
        let wanted = self::folded(filter);
        if wanted.is_empty() {
            let hidden =
                |row: &NameRow| self.line_of(row.id).skip(1).any(|it| folded.contains(&it.id));
            return (0..self.rows.len())
                .filter(|at| self.rows.get(*at).is_some_and(|it| !hidden(it)))
                .collect();
        }
        let mut shown = vec![false; self.rows.len()];
        for row in self.rows.iter().filter(|it| it.has(&wanted)) {
            for above in self.line_of(row.id) {
                let place = self.places.get(&above.id).and_then(|at| shown.get_mut(*at));
                place.into_iter().for_each(|it| *it = true);
            }
        }
        (0..self.rows.len()).filter(|at| shown.get(*at) == Some(&true)).collect()
    }
}

impl NameRow {
    /// Whether name or alias has these words, which are folded.
    pub fn has(&self, wanted: &str) -> bool {
        std::iter::once(&self.name).chain(&self.aliases).any(|it| folded(it).contains(wanted))
    }
}

/// Calls `visit` with each record of a kind that an annotation names, and as what. A record may come twice.
fn mentions(annotation: &Annotation, kind: Kind, mut visit: impl FnMut(RecordId, Use)) {
    let mut actor = |id: Option<_>, as_what| {
        if let (Some(id), Kind::Actors) = (id, kind) {
            visit(RecordId::Actor(id), as_what);
        }
    };
    match &annotation.body {
        Body::Claim(claim) => {
            actor(claim.claimant.actor, Use::Claimant);
            actor(claim.side.actor, Use::Side);
            actor(claim.claimant.via.as_ref().and_then(|it| it.actor), Use::Via);
            if let (Some(id), Kind::Incidents) = (claim.incident, kind) {
                visit(RecordId::Incident(id), Use::Incident);
            }
        }
        Body::Stance(stance) => {
            actor(stance.actor.actor, Use::Holder);
            match (&stance.target.about, kind) {
                (Some(About::Actor(id)), _) => actor(Some(*id), Use::Target),
                (Some(About::Incident(id)), Kind::Incidents) => {
                    visit(RecordId::Incident(*id), Use::Target);
                }
                _ => {}
            }
            if let (Some(id), Kind::Incidents) = (stance.incident, kind) {
                visit(RecordId::Incident(id), Use::Incident);
            }
        }
        Body::Note(note) if kind == Kind::Codes => {
            note.codes.iter().for_each(|id| visit(RecordId::Code(*id), Use::Code));
        }
        Body::Note(_) => {}
    }
}
