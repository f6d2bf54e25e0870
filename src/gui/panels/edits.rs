//! Owns the edits that the trees make.

use crate::base::words::ActorKind;
use crate::base::{ActorId, CodeId, IdMint, IncidentId, Unknown};
use crate::project::{
    Actor, ActorField, Code, CodeField, Edit, Incident, IncidentField, Record, RecordId, State,
};
use crate::views::names::Kind;

use super::drafts::At;
use super::incidents;

/// What comes of a text that was typed into a field.
pub enum Outcome {
    Nothing,
    Edit(Box<Edit>),
    /// This record is chosen, after the edit if there is one.
    Choose(RecordId, Option<Box<Edit>>),
    /// The text cannot stand, and why.
    Problem(String),
}

impl Outcome {
    fn of(edit: Option<Edit>) -> Self {
        edit.map_or(Self::Nothing, |it| Self::Edit(Box::new(it)))
    }
}

/// What comes of `text` in a field.
pub fn of(state: &State, at: At, text: &str, ids: &mut IdMint) -> Outcome {
    let text = match at {
        At::Memo(_) => text.trim_end(),
        _ => text.trim(),
    };
    if text == held(state, at) {
        return Outcome::Nothing;
    }
    match at {
        // What has no name stays as it is called.
        At::Name(_) | At::Alias(_) | At::New(..) if text.is_empty() => Outcome::Nothing,
        At::Name(id) => Outcome::of(rename(id, text)),
        At::Alias(id) => Outcome::of(add_alias(state, id, text)),
        At::People(actor) => {
            Outcome::of(Some(Edit::SetActor { actor, to: ActorField::People(text.to_owned()) }))
        }
        At::Place(incident) => {
            let to = IncidentField::Place(text.to_owned());
            Outcome::of(Some(Edit::SetIncident { incident, to }))
        }
        At::When(incident) => match incidents::read_time(text) {
            Ok(when) => {
                let to = IncidentField::When(when);
                Outcome::of(Some(Edit::SetIncident { incident, to }))
            }
            Err(problem) => Outcome::Problem(problem),
        },
        At::Memo(id) => Outcome::of(memo(id, text)),
        At::New(kind, parent) => new(state, kind, parent, text, ids),
    }
}

/// The text that a record has in a field.
pub fn held(state: &State, at: At) -> String {
    let (actors, incidents, codes) = (state.actors(), state.incidents(), state.codes());
    let text = match at {
        At::Name(id) => match id {
            RecordId::Actor(id) => actors.get(&id).map(|it| it.name.clone()),
            RecordId::Incident(id) => incidents.get(&id).map(|it| it.name.clone()),
            RecordId::Code(id) => codes.get(&id).map(|it| it.name.clone()),
            _ => None,
        },
        At::Memo(id) => match id {
            RecordId::Actor(id) => actors.get(&id).map(|it| it.memo.clone()),
            RecordId::Incident(id) => incidents.get(&id).map(|it| it.memo.clone()),
            RecordId::Code(id) => codes.get(&id).map(|it| it.memo.clone()),
            _ => None,
        },
        At::People(id) => actors.get(&id).map(|it| it.people.clone()),
        At::Place(id) => incidents.get(&id).map(|it| it.place.clone()),
        At::When(id) => {
            incidents.get(&id).and_then(|it| it.when.as_ref()).map(incidents::time_text)
        }
        At::Alias(_) | At::New(..) => None,
    };
    text.unwrap_or_default()
}

fn rename(id: RecordId, name: &str) -> Option<Edit> {
    let name = name.to_owned();
    match id {
        RecordId::Actor(actor) => Some(Edit::SetActor { actor, to: ActorField::Name(name) }),
        RecordId::Incident(incident) => {
            Some(Edit::SetIncident { incident, to: IncidentField::Name(name) })
        }
        RecordId::Code(code) => Some(Edit::SetCode { code, to: CodeField::Name(name) }),
        _ => None,
    }
}

fn memo(id: RecordId, memo: &str) -> Option<Edit> {
    let memo = memo.to_owned();
    match id {
        RecordId::Actor(actor) => Some(Edit::SetActor { actor, to: ActorField::Memo(memo) }),
        RecordId::Incident(incident) => {
            Some(Edit::SetIncident { incident, to: IncidentField::Memo(memo) })
        }
        RecordId::Code(code) => Some(Edit::SetCode { code, to: CodeField::Memo(memo) }),
        _ => None,
    }
}

/// Lets a record stand in another, or alone.
pub fn nest(id: RecordId, parent: Option<RecordId>) -> Option<Edit> {
    match (id, parent) {
        (RecordId::Actor(actor), None) => {
            Some(Edit::SetActor { actor, to: ActorField::BelongsTo(None) })
        }
        (RecordId::Actor(actor), Some(RecordId::Actor(parent))) => {
            Some(Edit::SetActor { actor, to: ActorField::BelongsTo(Some(parent)) })
        }
        (RecordId::Incident(incident), None) => {
            Some(Edit::SetIncident { incident, to: IncidentField::PartOf(None) })
        }
        (RecordId::Incident(incident), Some(RecordId::Incident(parent))) => {
            Some(Edit::SetIncident { incident, to: IncidentField::PartOf(Some(parent)) })
        }
        (RecordId::Code(code), None) => Some(Edit::SetCode { code, to: CodeField::Parent(None) }),
        (RecordId::Code(code), Some(RecordId::Code(parent))) => {
            Some(Edit::SetCode { code, to: CodeField::Parent(Some(parent)) })
        }
        _ => None,
    }
}

/// One record for two of the same kind.
pub fn merge(from: RecordId, into: RecordId) -> Option<Edit> {
    match (from, into) {
        (RecordId::Actor(from), RecordId::Actor(into)) => Some(Edit::MergeActors { from, into }),
        (RecordId::Incident(from), RecordId::Incident(into)) => {
            Some(Edit::MergeIncidents { from, into })
        }
        (RecordId::Code(from), RecordId::Code(into)) => Some(Edit::MergeCodes { from, into }),
        _ => None,
    }
}

/// Gives an actor or code another colour.
pub fn paint(id: RecordId, colour: u16) -> Option<Edit> {
    match id {
        RecordId::Actor(actor) => Some(Edit::SetActor { actor, to: ActorField::Colour(colour) }),
        RecordId::Code(code) => Some(Edit::SetCode { code, to: CodeField::Colour(colour) }),
        _ => None,
    }
}

/// Gives an actor or incident these aliases.
pub fn set_aliases(id: RecordId, aliases: Vec<String>) -> Option<Edit> {
    match id {
        RecordId::Actor(actor) => Some(Edit::SetActor { actor, to: ActorField::Aliases(aliases) }),
        RecordId::Incident(incident) => {
            Some(Edit::SetIncident { incident, to: IncidentField::Aliases(aliases) })
        }
        _ => None,
    }
}

fn add_alias(state: &State, id: RecordId, alias: &str) -> Option<Edit> {
    let (name, aliases) = match id {
        RecordId::Actor(id) => state.actors().get(&id).map(|it| (&it.name, &it.aliases))?,
        RecordId::Incident(id) => state.incidents().get(&id).map(|it| (&it.name, &it.aliases))?,
        _ => return None,
    };
    let is_new = name != alias && !aliases.iter().any(|it| it == alias);
    let more = aliases.iter().cloned().chain([alias.to_owned()]);
    is_new.then(|| set_aliases(id, more.collect())).flatten()
}

/// A new record of this name; if there is one, that is chosen.
fn new(
    state: &State,
    kind: Kind,
    parent: Option<RecordId>,
    name: &str,
    ids: &mut IdMint,
) -> Outcome {
    let lower = name.to_lowercase();
    let known = match kind {
        Kind::Actors => state.actor_named(name).map(|it| RecordId::Actor(it.id)),
        Kind::Incidents => state.incident_named(name).map(|it| RecordId::Incident(it.id)),
        Kind::Codes => {
            let mut codes = state.codes().values();
            codes.find(|it| it.name.to_lowercase() == lower).map(|it| RecordId::Code(it.id))
        }
    };
    if let Some(known) = known {
        return Outcome::Choose(known, None);
    }
    let record = match kind {
        Kind::Actors => Record::Actor(actor(state, ActorId::mint(ids), parent, name)),
        Kind::Incidents => Record::Incident(incident(IncidentId::mint(ids), parent, name)),
        Kind::Codes => Record::Code(code(state, CodeId::mint(ids), parent, name)),
    };
    Outcome::Choose(record.id(), Some(Box::new(Edit::Add(record))))
}

fn actor(state: &State, id: ActorId, parent: Option<RecordId>, name: &str) -> Actor {
    let belongs_to = match parent {
        Some(RecordId::Actor(id)) => Some(id),
        _ => None,
    };
    Actor {
        id,
        name: name.to_owned(),
        aliases: vec![],
        kind: ActorKind::Other,
        people: String::new(),
        belongs_to,
        colour: next(state.actors().values().map(|it| it.colour)),
        memo: String::new(),
        unknown: Unknown::default(),
    }
}

fn incident(id: IncidentId, parent: Option<RecordId>, name: &str) -> Incident {
    let part_of = match parent {
        Some(RecordId::Incident(id)) => Some(id),
        _ => None,
    };
    Incident {
        id,
        name: name.to_owned(),
        aliases: vec![],
        when: None,
        place: String::new(),
        part_of,
        memo: String::new(),
        unknown: Unknown::default(),
    }
}

fn code(state: &State, id: CodeId, parent: Option<RecordId>, name: &str) -> Code {
    let parent = match parent {
        Some(RecordId::Code(id)) => Some(id),
        _ => None,
    };
    Code {
        id,
        name: name.to_owned(),
        parent,
        colour: next(state.codes().values().map(|it| it.colour)),
        memo: String::new(),
        unknown: Unknown::default(),
    }
}

/// The colour number after all that are given.
fn next(given: impl Iterator<Item = u16>) -> u16 {
    given.max().map_or(0, |it| it.saturating_add(1))
}
