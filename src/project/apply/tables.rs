//! Owns the writing of tables: every change of the state goes through [`Editor`], which remembers how to take it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::keep::Keep as _;
use super::{EditError, valid};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IncidentId, Offset, RootId,
};
use crate::project::edit::{Change, Record, RecordId};
use crate::project::records::{
    Actor, Annotation, ArticleRecord, Code, Dismissal, Incident, Root, Stamp,
};
use crate::project::state::{State, Table};

/// A record that stands in a table of the state.
pub(super) trait Kept: Clone + PartialEq {
    type Id: Copy + Ord + std::hash::Hash;
    /// As in "the actor is not in the project".
    const NAME: &'static str;
    fn table(state: &State) -> &Table<Self::Id, Self>;
    fn table_mut(state: &mut State) -> &mut Table<Self::Id, Self>;
    fn key(&self) -> Self::Id;
    fn id(key: Self::Id) -> RecordId;
    fn key_of(id: RecordId) -> Option<Self::Id>;
    fn record(self) -> Record;
    fn from_record(record: Record) -> Option<Self>;
    /// Whether the record may stand in `state` in place of `old`, or as a new one.
    fn check(&self, old: Option<&Self>, state: &State) -> Result<(), EditError>;
}

macro_rules! kept {
    ($($type:ty: $table:ident by $id:ty, $variant:ident($wrap:path, $it:ident => $unwrap:expr), $name:literal, $check:path;)*) => {
        $(impl Kept for $type {
            type Id = $id;
            const NAME: &'static str = $name;
            fn table(state: &State) -> &Table<$id, Self> {
                &state.$table
            }
            fn table_mut(state: &mut State) -> &mut Table<$id, Self> {
                &mut state.$table
            }
            fn key(&self) -> $id {
                self.id
            }
            fn id(key: $id) -> RecordId {
                RecordId::$variant(key)
            }
            fn key_of(id: RecordId) -> Option<$id> {
                if let RecordId::$variant(key) = id { Some(key) } else { None }
            }
            fn record(self) -> Record {
                Record::$variant($wrap(self))
            }
            fn from_record(record: Record) -> Option<Self> {
                if let Record::$variant($it) = record { Some($unwrap) } else { None }
            }
            fn check(&self, old: Option<&Self>, state: &State) -> Result<(), EditError> {
                $check(self, old, state)
            }
        })*
    };
}

kept! {
    Root: roots by RootId, Root(same, it => it), "the folder", valid::root;
    ArticleRecord: articles by ArticleId, Article(Box::new, it => *it), "the article", valid::article;
    Actor: actors by ActorId, Actor(same, it => it), "the actor", valid::actor;
    Incident: incidents by IncidentId, Incident(same, it => it), "the incident", valid::incident;
    Code: codes by CodeId, Code(same, it => it), "the code", valid::code;
    Arc<Annotation>: annotations by AnnotationId, Annotation(same, it => it), "the annotation", annotation;
    Dismissal: dismissals by DismissalId, Dismissal(same, it => it), "the dismissed suggestion", valid::dismissal;
}

fn same<T>(record: T) -> T {
    record
}

fn annotation(
    new: &Arc<Annotation>,
    old: Option<&Arc<Annotation>>,
    state: &State,
) -> Result<(), EditError> {
    valid::annotation(new, old.map(Arc::as_ref), state)
}

/// One edit under way.
pub(super) struct Editor<'a> {
    state: &'a mut State,
    stamp: &'a Stamp,
    /// What takes back all that was done so far, the last first to be undone.
    undo: Vec<Change>,
}

impl<'a> Editor<'a> {
    pub fn new(state: &'a mut State, stamp: &'a Stamp) -> Self {
        Self { state, stamp, undo: vec![] }
    }

    /// The state as it is by now.
    pub fn state(&self) -> &State {
        self.state
    }

    /// The changes that take all back, in the order to carry them out.
    pub fn finish(mut self) -> Vec<Change> {
        self.undo.reverse();
        self.undo
    }

    /// Takes all back at once.
    pub fn roll_back(self) {
        let Self { state, stamp, mut undo } = self;
        undo.reverse();
        let restored = Editor::new(state, stamp).restore(undo);
        debug_assert!(restored.is_ok(), "what was done can be taken back");
    }

    pub fn rename(&mut self, name: String) {
        if self.state.name != name {
            self.undo.push(Change::Name(std::mem::replace(&mut self.state.name, name)));
        }
    }

    pub fn set_zone(&mut self, zone: Offset) -> Result<(), EditError> {
        valid::offset(zone)?;
        if self.state.zone != zone {
            self.undo.push(Change::Zone(std::mem::replace(&mut self.state.zone, zone)));
        }
        Ok(())
    }

    /// Adds a record at the end of its table.
    pub fn add<R: Kept>(&mut self, record: R) -> Result<(), EditError> {
        if R::table(self.state).contains_key(&record.key()) {
            return Err(EditError::Taken(R::NAME));
        }
        record.check(None, self.state)?;
        let place = R::table(self.state).len();
        self.insert(vec![(place, record)])
    }

    /// The record of this id.
    pub fn get<R: Kept>(&self, key: R::Id) -> Result<&R, EditError> {
        R::table(self.state).get(&key).ok_or(EditError::Missing(R::NAME))
    }

    /// Changes the record of this id in place.
    pub fn update<R: Kept>(
        &mut self,
        key: R::Id,
        change: impl FnOnce(&mut R) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let old = self.get::<R>(key)?;
        let mut new = old.clone();
        change(&mut new)?;
        if new != *old {
            new.check(Some(old), self.state)?;
            self.replace(new);
        }
        Ok(())
    }

    /// Changes an annotation by hand: as [`Editor::update`], and says who did it and when.
    pub fn update_annotation(
        &mut self,
        key: AnnotationId,
        change: impl FnOnce(&mut Annotation) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let old = Arc::clone(self.get::<Arc<Annotation>>(key)?);
        let mut new = Annotation::clone(&old);
        change(&mut new)?;
        new.body.keep(&old.body);
        if new != *old {
            new.changed = Some(self.stamp.clone());
            new.changed.keep(&old.changed);
            valid::annotation(&new, Some(&old), self.state)?;
            self.replace(Arc::new(new));
        }
        Ok(())
    }

    /// Puts `record` in the place of the one of its id, unchecked. None of this id: nothing happens.
    pub fn replace<R: Kept>(&mut self, record: R) {
        if let Some((place, _, held)) = R::table_mut(self.state).get_full_mut(&record.key()) {
            let old = std::mem::replace(held, record);
            self.undo.push(Change::Put { place, record: old.record() });
        }
    }

    /// Takes records out of their table, unchecked; keys that are not there are passed over.
    pub fn take<R: Kept>(&mut self, keys: &BTreeSet<R::Id>) {
        let table = R::table_mut(self.state);
        let mut taken: Vec<_> =
            keys.iter().filter_map(|key| Some((table.get_index_of(key)?, *key))).collect();
        taken.sort_unstable();
        let Some((first, _)) = taken.first() else { return };
        if shifts_are_cheap(table.len(), *first, taken.len()) {
            for (place, key) in taken.into_iter().rev() {
                if let Some(record) = table.shift_remove(&key) {
                    self.undo.push(Change::Put { place, record: record.record() });
                }
            }
            return;
        }
        let mut left = Table::with_capacity(table.len() - taken.len());
        let mut gone = vec![];
        for (place, (key, record)) in std::mem::take(table).into_iter().enumerate() {
            if keys.contains(&key) {
                gone.push(Change::Put { place, record: record.record() });
            } else {
                left.insert(key, record);
            }
        }
        *table = left;
        self.undo.extend(gone.into_iter().rev());
    }

    /// Inserts records whose ids are new, unchecked, each at the place it will have in the end; places ascend.
    fn insert<R: Kept>(&mut self, records: Vec<(usize, R)>) -> Result<(), EditError> {
        let table = R::table_mut(self.state);
        let Some((first, _)) = records.first() else { return Ok(()) };
        let fits = |(before, (place, _)): (usize, &(usize, R))| *place <= table.len() + before;
        if let Some((_, (place, _))) = records.iter().enumerate().find(|it| !fits(*it)) {
            return Err(EditError::Place(*place));
        }
        self.undo.extend(records.iter().rev().map(|(_, it)| Change::Take(R::id(it.key()))));
        if shifts_are_cheap(table.len(), *first, records.len()) {
            for (place, record) in records {
                table.shift_insert(place, record.key(), record);
            }
            return Ok(());
        }
        let mut whole = Table::with_capacity(table.len() + records.len());
        let mut held = std::mem::take(table).into_iter();
        for (place, record) in records {
            whole.extend(held.by_ref().take(place - whole.len()));
            whole.insert(record.key(), record);
        }
        whole.extend(held);
        *table = whole;
        Ok(())
    }

    /// Carries out changes that take something back. They are trusted to belong together and checked only for what
    /// would otherwise break the tables: an id that is missing or a place beyond the end.
    pub fn restore(&mut self, changes: Vec<Change>) -> Result<(), EditError> {
        let mut changes = changes.into_iter().peekable();
        while let Some(change) = changes.next() {
            let id = match change {
                Change::Name(name) => {
                    self.rename(name);
                    continue;
                }
                Change::Zone(zone) => {
                    self.set_zone(zone)?;
                    continue;
                }
                Change::Take(id) => id,
                Change::Put { ref record, .. } => record.id(),
            };
            let mut run = vec![change];
            while let Some(next) = changes.next_if(|next| is_alike(next, &run[0])) {
                run.push(next);
            }
            match id {
                RecordId::Root(_) => self.restore_run::<Root>(run)?,
                RecordId::Article(_) => self.restore_run::<ArticleRecord>(run)?,
                RecordId::Actor(_) => self.restore_run::<Actor>(run)?,
                RecordId::Incident(_) => self.restore_run::<Incident>(run)?,
                RecordId::Code(_) => self.restore_run::<Code>(run)?,
                RecordId::Annotation(_) => self.restore_run::<Arc<Annotation>>(run)?,
                RecordId::Dismissal(_) => self.restore_run::<Dismissal>(run)?,
            }
        }
        Ok(())
    }

    /// Carries out a run of changes, all puts or all takes of one kind, in one pass where it can.
    fn restore_run<R: Kept>(&mut self, run: Vec<Change>) -> Result<(), EditError> {
        let (mut taken, mut new) = (BTreeSet::new(), vec![]);
        let mut waiting = BTreeSet::new();
        for change in run {
            match change {
                Change::Take(id) => {
                    let key = R::key_of(id).ok_or(EditError::Missing(R::NAME))?;
                    if !R::table(self.state).contains_key(&key) || !taken.insert(key) {
                        return Err(EditError::Missing(R::NAME));
                    }
                }
                Change::Put { place, record } => {
                    let record = R::from_record(record).ok_or(EditError::Missing(R::NAME))?;
                    let ascends = new.last().is_none_or(|(before, _)| *before < place);
                    if !ascends || waiting.contains(&record.key()) {
                        self.insert(std::mem::take(&mut new))?;
                        waiting.clear();
                    }
                    if R::table(self.state).contains_key(&record.key()) {
                        self.replace(record);
                    } else {
                        waiting.insert(record.key());
                        new.push((place, record));
                    }
                }
                Change::Name(_) | Change::Zone(_) => {}
            }
        }
        self.take::<R>(&taken);
        self.insert(new)
    }
}

/// Whether moving the rest of a table once for each of `count` records, the first at `first`, is less work than
/// making the table anew.
fn shifts_are_cheap(len: usize, first: usize, count: usize) -> bool {
    count == 1 || len.saturating_sub(first).saturating_mul(count) <= len + count
}

/// Whether two changes are both puts or both takes, and of the same kind of record.
fn is_alike(one: &Change, other: &Change) -> bool {
    let kind = |change: &Change| match change {
        Change::Name(_) | Change::Zone(_) => None,
        Change::Take(id) => Some((false, std::mem::discriminant(id))),
        Change::Put { record, .. } => Some((true, std::mem::discriminant(&record.id()))),
    };
    kind(one) == kind(other)
}
