//! Owns which actors and incidents a name leads to: those of the state, else new ones to be added.

use crate::analysis::{FoundName, Gazetteer, GazetteerEntry, kind_of_name};
use crate::base::words::ActorKind;
use crate::base::{ActorId, IdMint, IncidentId, Unknown};
use crate::project::records::{Actor, Incident, Named};
use crate::project::state::State;

/// Actors and incidents of the state and those to be added.
pub(super) struct Names<'a> {
    state: &'a State,
    gazetteer: &'a Gazetteer,
    pub actors: Vec<Actor>,
    pub incidents: Vec<Incident>,
    colour: u16,
}

impl<'a> Names<'a> {
    pub fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let used = state.actors().values().map(|it| it.colour).max();
        let colour = used.map_or(0, |it| it.saturating_add(1));
        Self { state, gazetteer, actors: vec![], incidents: vec![], colour }
    }

    pub fn named(&mut self, name: &FoundName, mint: &mut IdMint) -> Named {
        let (actor, words) = (self.actor(name, mint), name.words.clone());
        Named { actor, words, unknown: Unknown::default() }
    }

    /// The actor of a name, added if it is one the gazetteer knows or a proper name; a common noun such as "the
    /// ministry" stays words alone.
    pub fn actor(&mut self, name: &FoundName, mint: &mut IdMint) -> Option<ActorId> {
        let words = bare(&name.words);
        if let Some(main) = &name.name {
            let entry = self.gazetteer.named(main).cloned();
            let entry = entry.unwrap_or_else(|| plain(main, ActorKind::Other));
            // Of "Prime Minister X" the name alone is an alias.
            let name = entry
                .aliases
                .iter()
                .find(|it| entry.kind == ActorKind::Person && words.ends_with(it.as_str()));
            let printed = name.map_or(words, String::as_str);
            return Some(self.of_entry(&entry, Some(printed), mint));
        }
        if let Some(known) = self.known(words) {
            return Some(known);
        }
        let kind = kind_of_name(words)?;
        Some(self.of_entry(&plain(words, kind), None, mint))
    }

    /// An actor of the state or among the new ones that goes by `words`, or by the surname that they are.
    fn known(&self, words: &str) -> Option<ActorId> {
        if let Some(actor) = self.state.actor_named(words) {
            return Some(actor.id);
        }
        let lower = words.to_lowercase();
        let all = || self.state.actors().values().chain(&self.actors);
        let is = |it: &&Actor| {
            it.name.to_lowercase() == lower
                || it.aliases.iter().any(|it| it.to_lowercase() == lower)
        };
        let surname = |it: &&Actor| {
            it.kind == ActorKind::Person
                && !words.contains(' ')
                && it.name.rsplit(' ').next() == Some(words)
        };
        all().find(is).or_else(|| all().find(surname)).map(|it| it.id)
    }

    fn of_entry(
        &mut self,
        entry: &GazetteerEntry,
        printed: Option<&str>,
        mint: &mut IdMint,
    ) -> ActorId {
        if let Some(id) = self.known(&entry.name) {
            self.print(id, printed);
            return id;
        }
        let owner = entry.belongs_to.as_ref().and_then(|it| self.gazetteer.named(it).cloned());
        let belongs_to = owner.map(|owner| match self.known(&owner.name) {
            Some(id) => id,
            // One level: who owns the owner is added when the text names it.
            None => self.add(&owner, None, mint),
        });
        let id = self.add(entry, belongs_to, mint);
        self.print(id, printed);
        id
    }

    fn add(
        &mut self,
        entry: &GazetteerEntry,
        belongs_to: Option<ActorId>,
        mint: &mut IdMint,
    ) -> ActorId {
        let id = ActorId::mint(mint);
        self.actors.push(Actor {
            id,
            name: entry.name.clone(),
            aliases: vec![],
            kind: entry.kind,
            people: entry.people.clone(),
            belongs_to,
            colour: self.colour,
            memo: String::new(),
            unknown: Unknown::default(),
        });
        self.colour = self.colour.saturating_add(1);
        id
    }

    /// Keeps the printed words as an alias of a new actor.
    fn print(&mut self, id: ActorId, printed: Option<&str>) {
        let Some(words) = printed.filter(|it| it.chars().next().is_some_and(char::is_uppercase))
        else {
            return;
        };
        let taken = self.state.actor_named(words).is_some();
        if let Some(actor) = self.actors.iter_mut().find(|it| it.id == id)
            && !taken
            && !words.ends_with(actor.name.as_str())
            && actor.people != words
            && !actor.aliases.iter().any(|it| it == words)
        {
            actor.aliases.push(words.to_owned());
        }
    }

    pub fn incident(&mut self, name: &str, mint: &mut IdMint) -> IncidentId {
        if let Some(known) = self.state.incident_named(name) {
            return known.id;
        }
        if let Some(known) = self.incidents.iter().find(|it| it.name == name) {
            return known.id;
        }
        let id = IncidentId::mint(mint);
        self.incidents.push(Incident {
            id,
            name: name.to_owned(),
            aliases: vec![],
            when: None,
            place: String::new(),
            part_of: None,
            memo: String::new(),
            unknown: Unknown::default(),
        });
        id
    }
}

/// Without the article in front and white space within.
fn bare(words: &str) -> &str {
    let words = words.trim();
    let rest =
        ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|it| words.strip_prefix(it));
    rest.unwrap_or(words)
}

fn plain(name: &str, kind: ActorKind) -> GazetteerEntry {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    GazetteerEntry {
        name,
        kind,
        people: String::new(),
        belongs_to: None,
        aliases: vec![],
        adjectives: vec![],
    }
}
