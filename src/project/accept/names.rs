//! Owns which actors and incidents a name leads to: those of the state, else new ones to be added. Suggestions and
//! forms share it, so that a name found and a name typed become the same record.

use crate::analysis::{FoundName, Gazetteer, GazetteerEntry, kind_of_name, same_person};
use crate::base::words::ActorKind;
use crate::base::{ActorId, CodeId, IdMint, IncidentId, Unknown};
use crate::project::edit::{Edit, Record};
use crate::project::records::{Actor, Code, Incident};
use crate::project::state::{State, is_named};

/// What a name of an article leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameLeads {
    /// An actor of the project.
    To(ActorId),
    /// A new actor of this name.
    ToNew(String),
    /// Nobody: a common noun such as "the ministry", kept as words.
    Nowhere,
}

/// Actors, incidents and codes of the state and those to be added.
pub struct Names<'a> {
    state: &'a State,
    gazetteer: &'a Gazetteer,
    actors: Vec<Actor>,
    incidents: Vec<Incident>,
    codes: Vec<Code>,
    colour: u16,
    code_colour: u16,
}

impl<'a> Names<'a> {
    pub fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let next = |used: Option<u16>| used.map_or(0, |it| it.saturating_add(1));
        let colour = next(state.actors().values().map(|it| it.colour).max());
        let code_colour = next(state.codes().values().map(|it| it.colour).max());
        let (actors, incidents, codes) = (vec![], vec![], vec![]);
        Self { state, gazetteer, actors, incidents, codes, colour, code_colour }
    }

    /// What a name leads to, without adding anything.
    pub fn lead(state: &State, gazetteer: &Gazetteer, name: &FoundName) -> NameLeads {
        let mut names = Names::new(state, gazetteer);
        // The id is forgotten with the names, so any will do.
        let Some(id) = names.actor(name, &mut IdMint::seeded("lead")) else {
            return NameLeads::Nowhere;
        };
        match names.actors.iter().find(|it| it.id == id) {
            Some(new) => NameLeads::ToNew(new.name.clone()),
            None => NameLeads::To(id),
        }
    }

    /// The edits that add what is new, wholes before their parts.
    pub fn into_edits(self) -> Vec<Edit> {
        let actors = self.actors.into_iter().map(Record::Actor);
        let incidents = self.incidents.into_iter().map(Record::Incident);
        let codes = self.codes.into_iter().map(Record::Code);
        actors.chain(incidents).chain(codes).map(Edit::Add).collect()
    }

    /// A new actor under exactly this name, as an analyst typed it, with what the gazetteer knows of it. `printed` are
    /// the report's words for it, if there are any.
    pub fn typed(&mut self, name: &str, printed: &str, mint: &mut IdMint) -> ActorId {
        let name = one_line(name);
        let same = |it: &&Actor| it.name.to_lowercase() == name.to_lowercase();
        if let Some(known) = self.actors.iter().find(same) {
            return known.id;
        }
        let lower = name.to_lowercase();
        let known = self.gazetteer.entries().find(|it| it.name.to_lowercase() == lower);
        let known = known.cloned();
        let kind = || kind_of_name(bare(&name)).unwrap_or(ActorKind::Other);
        let entry = known.unwrap_or_else(|| plain(&name, kind()));
        let entry = GazetteerEntry { name, ..entry };
        let belongs_to = self.owner(&entry, mint);
        let id = self.add(&entry, belongs_to, mint);
        self.print(id, Some(bare(printed)).filter(|it| !it.is_empty()));
        id
    }

    /// A code by its name, added if there is none.
    pub fn code(&mut self, name: &str, mint: &mut IdMint) -> CodeId {
        let name = one_line(name);
        let same = |it: &&Code| it.name.to_lowercase() == name.to_lowercase();
        if let Some(known) = self.state.codes().values().chain(&self.codes).find(same) {
            return known.id;
        }
        let (id, colour, unknown) = (CodeId::mint(mint), self.code_colour, Unknown::default());
        self.codes.push(Code { id, name, parent: None, colour, memo: String::new(), unknown });
        self.code_colour = self.code_colour.saturating_add(1);
        id
    }

    /// The actor of a name, added if it is one the gazetteer knows or a proper name; a common noun such as "the
    /// ministry" stays words alone.
    pub(super) fn actor(&mut self, name: &FoundName, mint: &mut IdMint) -> Option<ActorId> {
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
            self.print(known, Some(words));
            return Some(known);
        }
        let kind = kind_of_name(words)?;
        Some(self.of_entry(&plain(words, kind), None, mint))
    }

    /// An actor of the state or among the new ones that goes by `words`: exactly, as the surname of a person, or as
    /// another spelling of a person's name.
    fn known(&self, words: &str) -> Option<ActorId> {
        if let Some(actor) = self.state.actor_named(words) {
            return Some(actor.id);
        }
        let wanted = words.to_lowercase();
        let is = |it: &&Actor| is_named(&wanted, &it.name, &it.aliases);
        let all = || self.state.actors().values().chain(&self.actors);
        // A surname alone is that of an actor's whole name, never the other way round.
        let spelt = |it: &str| (it.contains(' ') || !words.contains(' ')) && same_person(it, words);
        let surname = |it: &&Actor| {
            it.kind == ActorKind::Person
                && starts_big(words)
                && (spelt(&it.name) || it.aliases.iter().any(|it| spelt(it)))
        };
        self.actors.iter().find(is).or_else(|| all().find(surname)).map(|it| it.id)
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
        let belongs_to = self.owner(entry, mint);
        let id = self.add(entry, belongs_to, mint);
        self.print(id, printed);
        id
    }

    fn owner(&mut self, entry: &GazetteerEntry, mint: &mut IdMint) -> Option<ActorId> {
        let owner = entry.belongs_to.as_ref().and_then(|it| self.gazetteer.named(it).cloned())?;
        // One level: who owns the owner is added when the text names it.
        Some(self.known(&owner.name).unwrap_or_else(|| self.add(&owner, None, mint)))
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
        // "Azerbaijani offensive" names the state in passing and is none of its names.
        let named = |it: &&str| {
            starts_big(it) && (starts_big(it.rsplit(' ').next().unwrap_or(it)) || self.is_name(it))
        };
        let Some(words) = printed.filter(named) else { return };
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

    /// Whether the gazetteer knows the words, or they end as the name of a group does: "Syrian rebels".
    fn is_name(&self, words: &str) -> bool {
        let group = kind_of_name(words) == Some(ActorKind::ArmedGroup);
        group || self.gazetteer.named(words).is_some()
    }

    /// An incident by its name, added if there is none.
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

fn starts_big(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_uppercase)
}

/// The words with single spaces.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(name: &str, kind: ActorKind) -> GazetteerEntry {
    GazetteerEntry {
        name: one_line(name),
        kind,
        people: String::new(),
        belongs_to: None,
        aliases: vec![],
        adjectives: vec![],
    }
}
