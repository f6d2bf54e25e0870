//! Owns which actors and incidents a name leads to: those of the state, else new ones to be added. Suggestions and
//! forms share it, so that a name found and a name typed become the same record.

mod aliases;

use std::cell::OnceCell;
use std::collections::HashMap;

use indexmap::IndexMap;

use super::spelling::{last, spelling};
use crate::analysis::{FoundName, Gazetteer, GazetteerEntry, kind_of_name};
use crate::base::words::ActorKind;
use crate::base::{ActorId, CodeId, IdMint, IncidentId, Unknown};
use crate::project::edit::{ActorField, Edit, Record};
use crate::project::records::{Actor, Code, Incident};
use crate::project::state::State;

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
    /// Where each new actor stands among them.
    places: HashMap<ActorId, usize>,
    /// By name and alias, in small letters; of several the first made, here and below.
    by_name: HashMap<String, ActorId>,
    /// Persons by their surname as it is printed.
    by_surname: HashMap<String, ActorId>,
    /// Persons by what all spellings of their names and surnames have in common.
    by_spelling: HashMap<String, ActorId>,
    /// The same for the persons of the gazetteer.
    known_spellings: OnceCell<HashMap<String, &'a GazetteerEntry>>,
    /// Other spellings of actors of the state, which become aliases.
    learned: IndexMap<ActorId, Vec<String>>,
}

/// Whom a name means.
enum Meant {
    /// An actor of the state or a new one; whether it is one only if other spellings of its name are.
    Actor(ActorId, bool),
    New(GazetteerEntry),
    Nobody,
}

impl<'a> Names<'a> {
    pub fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let next = |used: Option<u16>| used.map_or(0, |it| it.saturating_add(1));
        let colour = next(state.actors().values().map(|it| it.colour).max());
        let code_colour = next(state.codes().values().map(|it| it.colour).max());
        let mut made = Self {
            state,
            gazetteer,
            actors: vec![],
            incidents: vec![],
            codes: vec![],
            colour,
            code_colour,
            places: HashMap::new(),
            by_name: HashMap::new(),
            by_surname: HashMap::new(),
            by_spelling: HashMap::new(),
            known_spellings: OnceCell::new(),
            learned: IndexMap::new(),
        };
        state.actors().values().for_each(|it| made.enter(it));
        made
    }

    /// Makes an actor known by its names.
    fn enter(&mut self, actor: &Actor) {
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            self.by_name.entry(name.to_lowercase()).or_insert(actor.id);
            if actor.kind == ActorKind::Person {
                self.by_spelling.entry(spelling(name)).or_insert(actor.id);
            }
        }
        if actor.kind == ActorKind::Person {
            let surname = last(&actor.name);
            self.by_spelling.entry(spelling(surname)).or_insert(actor.id);
            self.by_surname.entry(surname.to_owned()).or_insert(actor.id);
        }
    }

    /// What a name leads to, without adding anything.
    pub fn lead(state: &State, gazetteer: &Gazetteer, name: &FoundName) -> NameLeads {
        Names::new(state, gazetteer).leads(name)
    }

    /// The same, to be asked about many names. An actor that is to be added is new.
    pub fn leads(&self, name: &FoundName) -> NameLeads {
        match self.meant(name) {
            Meant::Actor(id, _) => match self.new_actor(id) {
                Some(new) => NameLeads::ToNew(new.name.clone()),
                None => NameLeads::To(id),
            },
            Meant::New(entry) => NameLeads::ToNew(entry.name),
            Meant::Nobody => NameLeads::Nowhere,
        }
    }

    fn new_actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(*self.places.get(&id)?)
    }

    /// The edits that add what is new, wholes before their parts, and the spellings that were learned.
    pub fn into_edits(self) -> Vec<Edit> {
        let learned = self.learned.into_iter().filter_map(|(actor, words)| {
            let aliases = self.state.actors().get(&actor)?.aliases.iter().cloned().chain(words);
            Some(Edit::SetActor { actor, to: ActorField::Aliases(aliases.collect()) })
        });
        let actors = self.actors.into_iter().map(Record::Actor);
        let incidents = self.incidents.into_iter().map(Record::Incident);
        let codes = self.codes.into_iter().map(Record::Code);
        actors.chain(incidents).chain(codes).map(Edit::Add).chain(learned).collect()
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
        let meant = self.meant(name);
        let words = &one_line(bare(&name.words));
        let is_told = name.name.is_some() || matches!(&meant, Meant::New(it) if it.name != *words);
        // Of "Prime Minister X" the name alone is an alias.
        let person = name.name.as_ref().and_then(|it| self.gazetteer.named(it));
        let person = person.filter(|it| it.kind == ActorKind::Person);
        let alone = person.and_then(|it| {
            let all = it.aliases.iter().chain([&it.name]).filter(|it| words.contains(it.as_str()));
            all.max_by_key(|it| it.len())
        });
        let printed = alone.unwrap_or(words).clone();
        let is_told = is_told && self.is_name_of(&printed, name.name.as_deref());
        match meant {
            Meant::Nobody => None,
            Meant::Actor(id, is_other_spelling) => {
                if is_other_spelling {
                    self.learn(id, &printed);
                } else if is_told {
                    self.print(id, Some(&printed));
                }
                Some(id)
            }
            Meant::New(entry) => {
                let belongs_to = self.owner(&entry, mint);
                let id = self.add(&entry, belongs_to, mint);
                if is_told {
                    self.print(id, Some(&printed));
                }
                Some(id)
            }
        }
    }

    fn meant(&self, name: &FoundName) -> Meant {
        let words = bare(&name.words);
        if let Some(main) = &name.name {
            let entry = self.gazetteer.named(main).cloned();
            return self.meant_by(entry.unwrap_or_else(|| plain(main, ActorKind::Other)));
        }
        if let Some(id) = self.known(words) {
            return Meant::Actor(id, false);
        }
        if self.is_of_others(words) {
            return Meant::Nobody;
        }
        if words.starts_with(char::is_uppercase) {
            let key = spelling(words);
            if let Some(id) = self.by_spelling.get(&key) {
                return Meant::Actor(*id, true);
            }
            if let Some(entry) = self.spelt(&key) {
                return self.meant_by(entry.clone());
            }
        }
        kind_of_name(words).map_or(Meant::Nobody, |kind| Meant::New(plain(words, kind)))
    }

    /// "Its ministry of defence" names nobody by itself, "Norway and Sweden" two.
    fn is_of_others(&self, words: &str) -> bool {
        const OWNERS: &[&str] = &["its", "their", "his", "her", "our"];
        let first = words.split(' ').next().unwrap_or_default();
        let two = words.split_once(" and ").is_some_and(|(one, two)| {
            [one, two].into_iter().all(|it| self.gazetteer.named(bare(it)).is_some())
        });
        two || OWNERS.iter().any(|it| it.eq_ignore_ascii_case(first))
    }

    /// The actor of an entry of the gazetteer. A person may be known under another name or spelling that it goes by.
    fn meant_by(&self, entry: GazetteerEntry) -> Meant {
        if let Some(id) = self.known(&entry.name) {
            return Meant::Actor(id, false);
        }
        if entry.kind == ActorKind::Person {
            let by_alias =
                || entry.aliases.iter().find_map(|it| self.by_name.get(&it.to_lowercase()));
            let other = self.by_spelling.get(&spelling(&entry.name)).or_else(by_alias);
            if let Some(id) = other {
                return Meant::Actor(*id, true);
            }
        }
        Meant::New(entry)
    }

    /// The person of the gazetteer that has a name of this spelling.
    fn spelt(&self, key: &str) -> Option<&'a GazetteerEntry> {
        let spellings = self.known_spellings.get_or_init(|| {
            let mut all = HashMap::new();
            let gazetteer: &'a Gazetteer = self.gazetteer;
            for entry in gazetteer.entries().filter(|it| it.kind == ActorKind::Person) {
                for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                    all.entry(spelling(name)).or_insert(entry);
                }
            }
            all
        });
        spellings.get(key).copied()
    }

    /// An actor of the state or among the new ones that goes by `words`, or by the surname that they are.
    fn known(&self, words: &str) -> Option<ActorId> {
        let named = self.by_name.get(&words.to_lowercase());
        let surname = || self.by_surname.get(words).filter(|_| !words.contains(' '));
        named.or_else(surname).copied()
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
        let actor = Actor {
            id,
            name: entry.name.clone(),
            aliases: vec![],
            kind: entry.kind,
            people: entry.people.clone(),
            belongs_to,
            colour: self.colour,
            memo: String::new(),
            unknown: Unknown::default(),
        };
        self.enter(&actor);
        self.places.insert(id, self.actors.len());
        self.actors.push(actor);
        self.colour = self.colour.saturating_add(1);
        id
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
