//! Owns which printed words become other names of an actor.

use super::{Names, spelling};
use crate::analysis::kind_of_name;
use crate::base::ActorId;
use crate::base::words::ActorKind;
use crate::project::accept::spelling::last;

impl Names<'_> {
    /// Keeps the printed words as an alias of a new actor.
    pub(super) fn print(&mut self, id: ActorId, printed: Option<&str>) {
        // "Azerbaijani offensive" names the state in passing and is none of its names.
        let is_big = |it: &str| it.starts_with(char::is_uppercase);
        let named = |it: &&str| is_big(it) && (is_big(last(it)) || self.is_name(it));
        let Some(words) = printed.filter(named) else { return };
        let lower = words.to_lowercase();
        let of_state = |it: &ActorId| !self.places.contains_key(it);
        let taken = self.by_name.get(&lower).is_some_and(of_state);
        let place = self.places.get(&id).copied();
        if let Some(actor) = place.and_then(|it| self.actors.get_mut(it))
            && !taken
            && !words.ends_with(actor.name.as_str())
            && actor.people != words
            && !actor.aliases.iter().any(|it| it == words)
        {
            actor.aliases.push(words.to_owned());
            self.by_name.entry(lower).or_insert(id);
        }
    }

    /// Whether the gazetteer knows the words, or they end as the name of a group does: "Syrian rebels".
    pub(super) fn is_name(&self, words: &str) -> bool {
        let group = kind_of_name(words) == Some(ActorKind::ArmedGroup);
        group || self.gazetteer.named(words).is_some()
    }

    /// Whether words are a name of an entry, not only stand for it in their sentence as "the ministry of defence" does, or
    /// an office that another will hold.
    pub(super) fn is_name_of(&self, words: &str, entry: Option<&str>) -> bool {
        const HELD: &[&str] = &[
            "minister",
            "president",
            "premier",
            "chancellor",
            "spokesman",
            "spokeswoman",
            "ombudsman",
        ];
        let of = |hit: &str| entry.is_none_or(|it| it == hit);
        if HELD.contains(&last(words).to_lowercase().as_str()) {
            return false;
        }
        if let Some(known) = self.gazetteer.named(words) {
            return of(&known.name) && !known.adjectives.iter().any(|it| it == words);
        }
        let entry = entry.and_then(|it| self.gazetteer.named(it));
        let person = entry.is_none_or(|it| it.kind == ActorKind::Person);
        let initials = words.chars().all(char::is_uppercase);
        let group = kind_of_name(words) == Some(ActorKind::ArmedGroup);
        let hits = self.gazetteer.find(words);
        let named =
            hits.iter().any(|it| self.gazetteer.entry(it.entry).is_some_and(|it| of(&it.name)));
        person || initials || group || named
    }

    /// Keeps another spelling of an actor's name as an alias.
    pub(super) fn learn(&mut self, id: ActorId, words: &str) {
        let Some(actor) = self.new_actor(id).or_else(|| self.state.actors().get(&id)) else {
            return;
        };
        let lower = words.to_lowercase();
        let is_new = self.by_surname.get(words) != Some(&id) && !self.by_name.contains_key(&lower);
        if !is_new || spelling(last(words)) != spelling(last(&actor.name)) {
            return;
        }
        match self.places.get(&id).copied().and_then(|it| self.actors.get_mut(it)) {
            Some(new) => new.aliases.push(words.to_owned()),
            None => self.learned.entry(id).or_default().push(words.to_owned()),
        }
        self.by_name.insert(lower, id);
    }
}
