//! Owns what the project told the suggesters when texts were searched last, and which names differ from that now.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use crate::analysis::{Gazetteer, GazetteerEntry, KnownIncident, folded};
use crate::base::{ActorId, IncidentId};
use crate::project::{self, Actor, Incident, State, Table};

/// What the project tells the suggesters.
#[derive(Debug, Clone, Default)]
pub struct Known {
    actors: Table<ActorId, Actor>,
    incidents: Table<IncidentId, Incident>,
    /// As the suggesters get them, in the order of the project.
    entries: Vec<(ActorId, GazetteerEntry)>,
    events: Vec<(IncidentId, KnownIncident)>,
}

impl Known {
    /// Takes over what the project has now. Gives the names by which a text may be known that has to be searched again;
    /// none where nothing differs.
    pub fn turn(&mut self, state: &State) -> BTreeSet<String> {
        // In the same order too: of two with one name the first has it.
        let is_same =
            self.actors.iter().eq(state.actors()) && self.incidents.iter().eq(state.incidents());
        if is_same {
            return BTreeSet::new();
        }
        let now = Self {
            actors: state.actors().clone(),
            incidents: state.incidents().clone(),
            entries: state.actors().keys().copied().zip(project::entries(state)).collect(),
            events: {
                let all = project::context(state).incidents;
                state.incidents().keys().copied().zip(all).collect()
            },
        };
        let was = std::mem::replace(self, now);
        let mut names: BTreeSet<String> = differing(&was.entries, &self.entries)
            .into_iter()
            .flat_map(|it| all_names(it).chain(it.name.rsplit(' ').next()))
            .map(folded)
            .collect();
        names.remove("");
        // The words of a name lead to the entry that has it as its main one, be that of the world or of the project.
        let bundled = Gazetteer::bundled().entries();
        let own = was.entries.iter().chain(&self.entries).map(|it| &it.1);
        let meant = bundled.chain(own).filter(|it| names.contains(&folded(&it.name)));
        let theirs: Vec<String> = meant.flat_map(all_names).map(folded).collect();
        names.extend(theirs);
        let events = differing(&was.events, &self.events).into_iter();
        names
            .extend(events.flat_map(|it| it.aliases.iter().chain([&it.name])).map(|it| folded(it)));
        names.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
    }
}

fn all_names(entry: &GazetteerEntry) -> impl Iterator<Item = &str> {
    let names = [&entry.name, &entry.people].into_iter();
    names.chain(&entry.aliases).chain(&entry.adjectives).map(String::as_str)
}

/// What is only in one of two lists, or other in one than in the other; all of it where the order is another.
fn differing<'a, K: Copy + Eq + Hash, T: PartialEq>(
    one: &'a [(K, T)],
    other: &'a [(K, T)],
) -> Vec<&'a T> {
    let (in_one, in_other): (HashMap<K, &T>, HashMap<K, &T>) = (
        one.iter().map(|it| (it.0, &it.1)).collect(),
        other.iter().map(|it| (it.0, &it.1)).collect(),
    );
    let kept = |list: &[(K, T)]| -> Vec<K> {
        let both = |it: &K| in_one.contains_key(it) && in_other.contains_key(it);
        list.iter().map(|it| it.0).filter(both).collect()
    };
    let is_turned = kept(one) != kept(other);
    let only = |list: &'a [(K, T)], others: &HashMap<K, &'a T>| -> Vec<&'a T> {
        let differs = |it: &&(K, T)| is_turned || others.get(&it.0) != Some(&&it.1);
        list.iter().filter(differs).map(|it| &it.1).collect()
    };
    let mut all = only(one, &in_other);
    all.extend(only(other, &in_one));
    all
}
