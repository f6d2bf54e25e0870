//! Owns the check of what records name: ids that are not there, circles, records that could not be read.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{Finding, Severity, place_of};
use crate::project::edit::RecordId;
use crate::project::refs;
use crate::project::state::{State, Table};

const CLEAR: &str = "choose another or clear the field";
const UNNEST: &str = "take one of them out";

pub(super) fn check(state: &State, findings: &mut Vec<Finding>) {
    for unread in &state.unread {
        findings.push(Finding {
            severity: Severity::NeedsReview,
            place: format!("{}, record {}", unread.list, unread.place + 1),
            what: format!("the record could not be read, {}", unread.reason),
            hint: "it is kept as it is; open the project with a newer version, or repair the file"
                .into(),
            record: None,
        });
    }
    articles(state, findings);
    let actors = |id| state.actors.get(&id).and_then(|it| it.belongs_to);
    for (id, fault) in nesting(&state.actors, actors) {
        let place = format!("actor {}", state.actors[&id].name);
        findings.push(nested(RecordId::Actor(id), place, fault));
    }
    let incidents = |id| state.incidents.get(&id).and_then(|it| it.part_of);
    for (id, fault) in nesting(&state.incidents, incidents) {
        let place = format!("incident {}", state.incidents[&id].name);
        findings.push(nested(RecordId::Incident(id), place, fault));
    }
    let codes = |id| state.codes.get(&id).and_then(|it| it.parent);
    for (id, fault) in nesting(&state.codes, codes) {
        let place = format!("code {}", state.codes[&id].name);
        findings.push(nested(RecordId::Code(id), place, fault));
    }
    for annotation in state.annotations.values() {
        refs::of_annotation(annotation, &mut |id, field| {
            if !holds(id, state) {
                let what = format!("{field} is not in the project");
                let place = place_of(annotation, state);
                findings.push(Finding::review(
                    RecordId::Annotation(annotation.id),
                    place,
                    what,
                    CLEAR,
                ));
            }
        });
    }
    for dismissal in state.dismissals.values() {
        if !state.articles.contains_key(&dismissal.article) {
            findings.push(Finding::review(
                RecordId::Dismissal(dismissal.id),
                format!("dismissal of “{}”", dismissal.quote),
                "its article is not in the project",
                "delete it",
            ));
        }
    }
}

fn articles(state: &State, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for article in state.articles.values() {
        let place = format!("article {}", article.path);
        let id = RecordId::Article(article.id);
        if !state.roots.contains_key(&article.root) {
            let what = "its folder is not in the project";
            findings.push(Finding::review(id, place, what, "add the folder again"));
        } else if !seen.insert((article.root, &article.path)) {
            let what = "two records have this path";
            findings.push(Finding::review(id, place, what, "delete the one without annotations"));
        }
    }
}

fn nested(id: RecordId, place: String, fault: Nesting) -> Finding {
    match fault {
        Nesting::Missing => {
            Finding::review(id, place, "what it stands in is not in the project", CLEAR)
        }
        Nesting::Circle => {
            Finding::review(id, place, "it stands within itself, by way of others", UNNEST)
        }
    }
}

/// What is wrong with what a record stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nesting {
    Missing,
    Circle,
}

/// The records that stand in something missing, and those that stand on a circle, in the order of the table and in one
/// walk over it.
pub(super) fn nesting<K: Copy + Eq + Hash, R>(
    table: &Table<K, R>,
    above: impl Fn(K) -> Option<K>,
) -> Vec<(K, Nesting)> {
    let mut round_of: HashMap<K, usize> = HashMap::new();
    let mut circular = HashSet::new();
    for (round, start) in table.keys().enumerate() {
        let mut next = Some(*start);
        while let Some(at) = next.filter(|at| !round_of.contains_key(at)) {
            round_of.insert(at, round);
            next = above(at);
        }
        // Met again in the same round: a circle, walked once to name all on it.
        while let Some(at) = next.filter(|at| round_of.get(at) == Some(&round)) {
            if !circular.insert(at) {
                break;
            }
            next = above(at);
        }
    }
    let fault = |id: &K| {
        if circular.contains(id) {
            return Some((*id, Nesting::Circle));
        }
        above(*id).filter(|it| !table.contains_key(it)).map(|_| (*id, Nesting::Missing))
    };
    table.keys().filter_map(fault).collect()
}

fn holds(id: RecordId, state: &State) -> bool {
    match id {
        RecordId::Root(id) => state.roots.contains_key(&id),
        RecordId::Article(id) => state.articles.contains_key(&id),
        RecordId::Actor(id) => state.actors.contains_key(&id),
        RecordId::Incident(id) => state.incidents.contains_key(&id),
        RecordId::Code(id) => state.codes.contains_key(&id),
        RecordId::Annotation(id) => state.annotations.contains_key(&id),
        RecordId::Dismissal(id) => state.dismissals.contains_key(&id),
    }
}

/// Records that stand in their table under another id.
pub(super) fn keys(state: &State) -> Vec<String> {
    fn wrong<K: Copy + PartialEq, R>(
        table: &Table<K, R>,
        id: impl Fn(&R) -> K,
        list: &str,
    ) -> Vec<String> {
        let wrong = table.iter().filter(|(key, it)| id(it) != **key);
        wrong.map(|_| format!("{list}: a record stands under another id")).collect()
    }
    [
        wrong(&state.roots, |it| it.id, "roots"),
        wrong(&state.articles, |it| it.id, "articles"),
        wrong(&state.actors, |it| it.id, "actors"),
        wrong(&state.incidents, |it| it.id, "incidents"),
        wrong(&state.codes, |it| it.id, "codes"),
        wrong(&state.annotations, |it| it.id, "annotations"),
        wrong(&state.dismissals, |it| it.id, "dismissals"),
    ]
    .concat()
}
