//! Owns the state of a project: what the analyst has said. Readable by all, changed only by [`super::apply()`].

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::records::{Actor, Annotation, ArticleRecord, Code, Dismissal, Incident, Root, Unread};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IncidentId, Offset, RootId, Unknown,
};

/// Records of one kind in the order they were made.
pub type Table<K, V> = IndexMap<K, V>;

/// All that a project file holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    pub(super) name: String,
    pub(super) zone: Offset,
    pub(super) roots: Table<RootId, Root>,
    pub(super) articles: Table<ArticleId, ArticleRecord>,
    pub(super) actors: Table<ActorId, Actor>,
    pub(super) incidents: Table<IncidentId, Incident>,
    pub(super) codes: Table<CodeId, Code>,
    /// Each shared with the steps that changed it and with states that threads read.
    pub(super) annotations: Table<AnnotationId, Arc<Annotation>>,
    pub(super) dismissals: Table<DismissalId, Dismissal>,
    /// Records this version cannot read, in the order of the file.
    pub(super) unread: Vec<Unread>,
    /// Keys of the file that this version does not know.
    pub(super) unknown: Unknown,
}

macro_rules! readers {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        impl State {$(
            $(#[$doc])*
            pub fn $name(&self) -> &$type {
                &self.$name
            }
        )*}
    };
}

readers! {
    /// What the project is called.
    name: str;
    roots: Table<RootId, Root>;
    articles: Table<ArticleId, ArticleRecord>;
    actors: Table<ActorId, Actor>;
    incidents: Table<IncidentId, Incident>;
    codes: Table<CodeId, Code>;
    annotations: Table<AnnotationId, Arc<Annotation>>;
    dismissals: Table<DismissalId, Dismissal>;
    unread: [Unread];
}

impl State {
    /// The zone in which a time without a stated zone is read.
    pub fn zone(&self) -> Offset {
        self.zone
    }

    /// The actor and those it belongs to, nearest first. A circle in a damaged file ends where it closes.
    pub fn lineage(&self, actor: ActorId) -> Vec<ActorId> {
        line(actor, |id| self.actors.get(&id)?.belongs_to)
    }

    /// The incident and those it is part of, nearest first. A circle in a damaged file ends where it closes.
    pub fn incident_lineage(&self, incident: IncidentId) -> Vec<IncidentId> {
        line(incident, |id| self.incidents.get(&id)?.part_of)
    }

    /// The actor of this name or alias, letter case aside; the first made if several have it.
    pub fn actor_named(&self, name: &str) -> Option<&Actor> {
        let wanted = name.to_lowercase();
        let has = |it: &&Actor| is_named(&wanted, &it.name, &it.aliases);
        self.actors.values().find(has)
    }

    /// The incident of this name or alias, letter case aside.
    pub fn incident_named(&self, name: &str) -> Option<&Incident> {
        let wanted = name.to_lowercase();
        let has = |it: &&Incident| is_named(&wanted, &it.name, &it.aliases);
        self.incidents.values().find(has)
    }
}

/// Whether a name or an alias is `wanted`, which is in small letters.
pub(super) fn is_named(wanted: &str, name: &str, aliases: &[String]) -> bool {
    // Most names need no copy in small letters to be compared.
    let is = |it: &str| match it.is_ascii() {
        true => it.eq_ignore_ascii_case(wanted),
        false => it.to_lowercase() == wanted,
    };
    is(name) || aliases.iter().any(|it| is(it))
}

/// `first` and all above it, up to where a circle closes.
fn line<K: Copy + Eq + std::hash::Hash>(first: K, above: impl Fn(K) -> Option<K>) -> Vec<K> {
    let mut line = IndexSet::new();
    let mut next = Some(first);
    while let Some(id) = next.filter(|id| line.insert(*id)) {
        next = above(id);
    }
    line.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::project::notation;

    #[test]
    fn a_name_is_found_whatever_its_letters() {
        let text =
            "actor Azerbaijan : state, alias Baku\nactor Ὀδυσσεύς : person\nactor ԱՄՆ : state";
        let state = notation::state(text).unwrap();
        let check = |name: &str, expect: Option<&str>| {
            assert_eq!(state.actor_named(name).map(|it| it.name.as_str()), expect, "{name}");
        };
        check("azerBAIJAN", Some("Azerbaijan"));
        check("BAKU", Some("Azerbaijan"));
        // A kelvin sign is a K in small letters.
        check("Ba\u{212a}u", Some("Azerbaijan"));
        check("ὈΔΥΣΣΕΎΣ", Some("Ὀδυσσεύς"));
        check("ամն", Some("ԱՄՆ"));
        check("Bak", None);
        check("", None);
    }
}
