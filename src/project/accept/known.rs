//! Owns what the project tells the suggesters: its actors as names they know, and its incidents.

use crate::analysis::{Context, Gazetteer, GazetteerEntry, KnownIncident};
use crate::project::records::Actor;
use crate::project::state::State;

/// The bundled names with those of the project before them, so that a text is read in the project's own words.
pub fn gazetteer(state: &State) -> Gazetteer {
    Gazetteer::bundled().extended(entries(state))
}

/// The actors of the project as names to be looked for, in its order.
pub fn entries(state: &State) -> Vec<GazetteerEntry> {
    let entry = |actor: &Actor| GazetteerEntry {
        name: actor.name.clone(),
        kind: actor.kind,
        people: actor.people.clone(),
        belongs_to: actor
            .belongs_to
            .and_then(|it| state.actors().get(&it))
            .map(|it| it.name.clone()),
        aliases: actor.aliases.clone(),
        adjectives: vec![],
    };
    state.actors().values().map(entry).collect()
}

/// The incidents of the project, to be looked for by name.
pub fn context(state: &State) -> Context {
    let incident = |it: &crate::project::Incident| KnownIncident {
        name: it.name.clone(),
        aliases: it.aliases.clone(),
    };
    Context { incidents: state.incidents().values().map(incident).collect() }
}
