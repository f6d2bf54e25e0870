//! Owns what is said of a row: its counts, what names it, and what merging or deleting it will do.

use super::{Kind, NameRow, Names, Tally, Use, mentions};
use crate::base::AnnotationId;
use crate::project::{RecordId, State};
use crate::views::reader::{Look, look, says};
use crate::views::{count, evidence};

/// An annotation that names a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub annotation: AnnotationId,
    pub look: Look,
    /// "Karabakh authorities: at least 25 killed".
    pub says: String,
    /// As what it names the record or what stands in it, and where it stands: "claimant, Meridian Wire, 19 Sep 2023".
    pub source: String,
}

/// The line of an annotation in the list of `id`. None if it is not in the project.
pub fn line(state: &State, names: &Names, id: RecordId, annotation: AnnotationId) -> Option<Line> {
    let annotation = state.annotations().get(&annotation)?;
    let told = evidence(state, annotation);
    let mut parts: Vec<String> = vec![];
    mentions(annotation, Kind::of(id)?, |named, as_what| {
        let part = if named == id {
            // That an incident is named as incident says nothing.
            let says_more = !matches!(as_what, Use::Incident | Use::Code);
            says_more.then(|| as_what.label().to_owned())
        } else {
            let is_within = names.line_of(named).any(|it| it.id == id);
            names.row(named).filter(|_| is_within).map(|it| it.name.clone())
        };
        parts.extend(part.filter(|it| !parts.contains(it)));
    });
    let place = if told.outlet.is_empty() { &told.path } else { &told.outlet };
    parts.extend([place, &told.time].into_iter().filter(|it| !it.is_empty()).cloned());
    Some(Line {
        annotation: annotation.id,
        look: look(state, annotation),
        says: says(state, annotation),
        source: parts.join(" · "),
    })
}

/// "12 claims, 3 stances"; empty where nothing names it.
pub fn tally_words(tally: &Tally) -> String {
    let counts = tally.counts;
    let all = [(counts.claims, "claim"), (counts.stances, "stance"), (counts.notes, "note")];
    let told =
        all.iter().filter(|(number, _)| *number > 0).map(|(number, what)| some(*number, what));
    told.collect::<Vec<_>>().join(", ")
}

/// "10 as claimant, 2 as side"; empty where nothing names it.
pub fn uses_words(tally: &Tally) -> String {
    let told = Use::ALL.into_iter().filter(|it| tally.of(*it) > 0).map(|it| {
        let number = count(tally.of(it) as u64);
        match it {
            Use::Holder => format!("{number} as holder of a stance"),
            Use::Via => format!("{number} as quoted outlet"),
            it => format!("{number} as {}", it.label()),
        }
    });
    told.collect::<Vec<_>>().join(", ")
}

/// A row in words: "Karabakh authorities, armed group, 12 claims, 3 stances".
pub fn spoken(row: &NameRow, tally: &Tally) -> String {
    let counts = tally_words(tally);
    let parts = [row.name.as_str(), row.kind, &counts];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What merging `from` into `into` will do, in sentences. Empty if either is not there.
pub fn merging(names: &Names, from: RecordId, into: RecordId) -> String {
    let (Some(gone), Some(kept)) = (names.row(from), names.row(into)) else {
        return String::new();
    };
    let has_aliases = Kind::of(from) != Some(Kind::Codes);
    let named = match (gone.annotations.len(), has_aliases) {
        (0, _) => format!("Nothing names {} yet", gone.name),
        (number, true) => format!("{} will name {}", some(number, "annotation"), kept.name),
        (number, false) => format!("{} will have the code {}", some(number, "note"), kept.name),
    };
    let becomes = if has_aliases && !gone.annotations.is_empty() && gone.name != kept.name {
        format!("“{}” becomes an alias", gone.name)
    } else if !has_aliases {
        format!("“{}” goes", gone.name)
    } else if gone.name == kept.name {
        "one of the two goes".to_owned()
    } else {
        format!("“{}” becomes an alias of {}", gone.name, kept.name)
    };
    let more = match below(names, from).filter(|it| it.id != into).count() {
        0 => String::new(),
        number => format!(" What stands in it ({number}) will stand in {}.", kept.name),
    };
    format!("{named}; {becomes}.{more}")
}

/// What deleting a record will do, in sentences. Empty if it is not there.
pub fn deleting(names: &Names, id: RecordId) -> String {
    let Some(row) = names.row(id) else { return String::new() };
    let (number, is_one) = (row.annotations.len(), row.annotations.len() == 1);
    let (name, keep) = if is_one { ("names", "keeps") } else { ("name", "keep") };
    let they = if is_one { "It stays" } else { "They stay" };
    let named = match Kind::of(id) {
        _ if number == 0 => format!("Nothing names {}.", row.name),
        Some(Kind::Incidents) => {
            format!("{} {name} it. {they}, without this incident.", some(number, "annotation"))
        }
        Some(Kind::Codes) => {
            let has = if is_one { "has" } else { "have" };
            format!("{} {has} it. {they}, without this code.", some(number, "note"))
        }
        _ => format!(
            "{} {name} it and {keep} the report’s words, or its name where there are none.",
            some(number, "annotation")
        ),
    };
    let parent = row.parent.and_then(|it| names.row(it)).map(|it| it.name.as_str());
    let more = match (below(names, id).count(), parent) {
        (0, _) => String::new(),
        (number, Some(parent)) => format!(" What stands in it ({number}) will stand in {parent}."),
        (number, None) => format!(" What stands in it ({number}) will stand alone."),
    };
    format!("{named}{more}")
}

/// The rows that stand in a record directly.
fn below(names: &Names, id: RecordId) -> impl Iterator<Item = &NameRow> {
    names.rows.iter().filter(move |it| it.parent == Some(id))
}

/// "1 claim", "1,200 claims".
fn some(number: usize, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{} {what}{s}", count(number as u64))
}
