//! Owns what would be recorded, told field by field.

use crate::analysis::{Found, Suggestion};
use crate::base::words::{Basis, Demographic, Measure, Role, Speech, TimeSource};
use crate::base::{ActorId, IncidentId, When};
use crate::gui::widgets::capital;
use crate::project::{About, Annotation, Body, Claim, Stance, State};
use crate::views;
use crate::views::sheet::{self, Field as Cell};

/// One field: "Side", "Armenia", "inferred".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    /// Empty where nothing is stated.
    pub words: String,
    /// How it is known; may be empty.
    pub note: String,
    /// The project does not have it: accepting adds it.
    pub is_new: bool,
}

/// The fields of an annotation that would be made. `before` and `after` are the project without and with it; `whole` says
/// in a line what another suggestion of the article is, by its place.
pub fn fields(
    before: &State,
    after: &State,
    made: &Annotation,
    first: &Suggestion,
    whole: impl Fn(usize) -> Option<String>,
) -> Vec<Field> {
    let telling = Telling { before, after, made };
    match &made.body {
        Body::Claim(claim) => {
            let part_of = match &first.found {
                Found::Claim(found) => found.part_of,
                Found::Stance(_) => None,
            };
            telling.claim(claim, part_of, whole)
        }
        Body::Stance(stance) => telling.stance(stance),
        Body::Note(_) => vec![],
    }
}

struct Telling<'a> {
    before: &'a State,
    after: &'a State,
    made: &'a Annotation,
}

impl Telling<'_> {
    fn claim(
        &self,
        claim: &Claim,
        whole: Option<usize>,
        told: impl Fn(usize) -> Option<String>,
    ) -> Vec<Field> {
        let basis = match claim.side.basis {
            _ if claim.side.is_none() => "",
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
            Basis::Hand => "",
        };
        let claimant = &claim.claimant;
        let mut said = match claimant.speech {
            _ if claimant.is_none() => String::new(),
            Speech::Direct => "own words".to_owned(),
            Speech::Reported => "reported".to_owned(),
        };
        if let Some(via) = &claimant.via {
            let name = via.actor.and_then(|it| self.after.actors().get(&it));
            let name = name.map_or(via.words.as_str(), |it| it.name.as_str());
            said = format!("{said} via {name}");
        }
        let mut fields = vec![
            Field {
                name: "Figure",
                words: format!("{} {}", views::figure(claim), claim.outcome.label()),
                note: printed(&claim.figure, &views::figure(claim)),
                is_new: false,
            },
            Field { name: "Who", words: who(claim.role, claim.demographic), ..Field::default() },
            self.actor("Side", Cell::Whom, claim.side.actor, &claim.side.words, basis),
            self.actor("Claimant", Cell::Who, claimant.actor, &claimant.words, said.trim()),
            self.time("As of", claim.as_of.as_ref()),
            Field { name: "Counts", words: counts(claim.measure).to_owned(), ..Field::default() },
        ];
        if let Some(index) = whole {
            let note = if claim.part_of.is_some() { "recorded" } else { "not recorded yet" };
            let words = told(index).unwrap_or_else(|| "another figure".to_owned());
            fields.push(Field { name: "Part of", words, note: note.to_owned(), is_new: false });
        }
        fields.push(self.incident(claim.incident));
        fields
    }

    fn stance(&self, stance: &Stance) -> Vec<Field> {
        let said = match stance.speech {
            Speech::Direct => "own words",
            Speech::Reported => "reported",
        };
        let target = match stance.target.about {
            Some(About::Actor(actor)) => Some(actor),
            _ => None,
        };
        let held = if stance.past { "in the past" } else { "at present" };
        vec![
            self.actor("Actor", Cell::Who, stance.actor.actor, &stance.actor.words, said),
            Field { name: "Position", words: capital(stance.position.label()), ..Field::default() },
            self.actor("Target", Cell::Whom, target, &stance.target.words, ""),
            Field { name: "Held", words: held.to_owned(), ..Field::default() },
            self.time("When", stance.when.as_ref()),
            self.incident(stance.incident),
        ]
    }

    /// Somebody: by the name of the project or the report's words, which are told where they differ.
    fn actor(
        &self,
        name: &'static str,
        cell: Cell,
        actor: Option<ActorId>,
        words: &str,
        how: &str,
    ) -> Field {
        let shown = sheet::cell(self.after, self.made, cell);
        let is_new = actor.is_some_and(|it| !self.before.actors().contains_key(&it));
        let known = if actor.is_none() && !shown.is_empty() { "in words only" } else { "" };
        let parts = [how.to_owned(), known.to_owned(), printed(words, &shown)];
        let note: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        Field { name, words: shown, note: note.join(", "), is_new }
    }

    /// The time with where it comes from; the time of printing where it has none of its own.
    fn time(&self, name: &'static str, own: Option<&When>) -> Field {
        let shown = sheet::cell(self.after, self.made, Cell::Time);
        let (words, note) = match own {
            Some(when) => (shown, source(when)),
            None => match shown.strip_prefix("printed ") {
                Some(printed) => (printed.to_owned(), "the time of printing".to_owned()),
                None => (String::new(), String::new()),
            },
        };
        Field { name, words, note, is_new: false }
    }

    fn incident(&self, incident: Option<IncidentId>) -> Field {
        let words = incident.and_then(|it| self.after.incidents().get(&it));
        let is_new = incident.is_some_and(|it| !self.before.incidents().contains_key(&it));
        let words = words.map(|it| it.name.clone()).unwrap_or_default();
        Field { name: "Incident", words, note: String::new(), is_new }
    }
}

/// Where a time comes from, in words.
fn source(when: &When) -> String {
    match when.source {
        TimeSource::Stated => "stated".to_owned(),
        TimeSource::Resolved | TimeSource::Guessed if !when.reason.is_empty() => {
            when.reason.clone()
        }
        other => other.label().to_owned(),
    }
}

/// The report's words, where they say it in another way.
fn printed(words: &str, shown: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_same = words.to_lowercase() == shown.to_lowercase();
    if words.is_empty() || is_same { String::new() } else { format!("“{words}”") }
}

/// "civilians", "children (civilians)"; empty where the report does not say.
fn who(role: Role, demographic: Demographic) -> String {
    match (role, demographic) {
        (Role::Unspecified, Demographic::Unspecified) => String::new(),
        (role, Demographic::Unspecified) => role.label().to_owned(),
        (Role::Unspecified, demographic) => demographic.label().to_owned(),
        (role, demographic) => format!("{} ({})", demographic.label(), role.label()),
    }
}

fn counts(measure: Measure) -> &'static str {
    match measure {
        Measure::Total => "the total so far",
        Measure::Part => "part of another figure",
        Measure::Additional => "in addition to others",
        Measure::Subcount => "one place only",
        Measure::Earlier => "an earlier figure",
    }
}
