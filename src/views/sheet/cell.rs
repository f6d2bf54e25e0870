//! Owns what a cell says: on the screen, and in plain form for a spreadsheet.

use std::borrow::Cow;

use super::Field;
use crate::base::time::{Timestamp, wall_clock};
use crate::base::{Offset, When};
use crate::corpus::Known;
use crate::project::{About, Annotation, Body, Claim, Stamp, Stance, State};
use crate::views::evidence::{self, code_names, target_name};
use crate::views::{figure, moment, who, words};

/// What stands in a cell; empty where the kind has no such field, or nothing is known.
pub fn cell(state: &State, annotation: &Annotation, field: Field) -> String {
    let metadata = || moment::article(state, annotation).map(|it| &it.metadata);
    let text = |of: Option<&Known<String>>| of.map(|it| it.value.clone()).unwrap_or_default();
    match field {
        Field::Passage => annotation.main().map(|it| it.quote.clone()).unwrap_or_default(),
        Field::Kind => kind(&annotation.body).to_owned(),
        Field::Memo => annotation.memo.clone(),
        Field::Time => match &annotation.body {
            Body::Note(_) => String::new(),
            _ => moment::told(state, moment::moment(state, annotation).as_ref()),
        },
        Field::Outlet => moment::article(state, annotation)
            .map(words::article_name)
            .unwrap_or_default()
            .to_owned(),
        Field::Title => text(metadata().and_then(|it| it.title.as_ref())),
        Field::Published => {
            let published = metadata().and_then(|it| it.published.as_ref());
            published.map(|it| words::time(&it.value, state.zone())).unwrap_or_default()
        }
        Field::Coder => annotation.made.coder.clone(),
        Field::Made => at(&annotation.made, state.zone()),
        Field::Changed => {
            annotation.changed.as_ref().map(|it| at(it, state.zone())).unwrap_or_default()
        }
        Field::Origin => annotation
            .suggested
            .as_ref()
            .map_or_else(|| "by hand".to_owned(), |it| format!("{} {:.2}", it.rule, it.score)),
        _ => match &annotation.body {
            Body::Claim(claim) => of_claim(state, claim, field),
            Body::Stance(stance) => of_stance(state, stance, field),
            Body::Note(note) => match field {
                Field::Codes => code_names(state, note).join("; "),
                _ => String::new(),
            },
        },
    }
}

/// The same in short. The year of all times, if it is one, need not be told in each row.
pub fn brief(told: &str, field: Field, year: Option<i16>) -> Cow<'_, str> {
    match field {
        Field::Time => Cow::Owned(moment::brief(told, year)),
        _ => Cow::Borrowed(told),
    }
}

/// The same for a spreadsheet: numbers without separators, times after ISO 8601.
pub fn plain(state: &State, annotation: &Annotation, field: Field) -> String {
    let iso =
        |when: Option<&When>| when.map(|it| words::iso_time(it, state.zone())).unwrap_or_default();
    let stamp = |it: &Stamp| it.at.to_string();
    match (field, &annotation.body) {
        (Field::Low, Body::Claim(it)) => it.low.to_string(),
        (Field::High, Body::Claim(it)) => it.high.map(|it| it.to_string()).unwrap_or_default(),
        (Field::Time, Body::Claim(it)) => iso(it.as_of.as_ref()),
        (Field::Time, Body::Stance(it)) => iso(it.when.as_ref()),
        (Field::Published, _) => {
            let metadata = moment::article(state, annotation).map(|it| &it.metadata);
            iso(metadata.and_then(|it| it.published.as_ref()).map(|it| &it.value))
        }
        (Field::Made, _) => stamp(&annotation.made),
        (Field::Changed, _) => annotation.changed.as_ref().map(stamp).unwrap_or_default(),
        _ => cell(state, annotation, field),
    }
}

/// The number of the colour of whom or what a cell names, if that has one.
pub fn colour(state: &State, annotation: &Annotation, field: Field) -> Option<u16> {
    let actor = match (field, &annotation.body) {
        (Field::Who, Body::Claim(it)) => it.claimant.actor,
        (Field::Who, Body::Stance(it)) => it.actor.actor,
        (Field::Whom, Body::Claim(it)) => it.side.actor,
        (Field::Whom, Body::Stance(it)) => match &it.target.about {
            Some(About::Actor(id)) => Some(*id),
            _ => None,
        },
        (Field::Codes, Body::Note(it)) => {
            return Some(state.codes().get(it.codes.first()?)?.colour);
        }
        _ => None,
    };
    Some(state.actors().get(&actor?)?.colour)
}

/// Whether what a cell says was recorded for it, and is not taken from elsewhere or left open.
pub fn is_own(annotation: &Annotation, field: Field) -> bool {
    match (field, &annotation.body) {
        (Field::Time, Body::Claim(it)) => it.as_of.is_some(),
        (Field::Time, Body::Stance(it)) => it.when.is_some(),
        _ => true,
    }
}

pub(super) const fn kind(body: &Body) -> &'static str {
    match body {
        Body::Claim(_) => "claim",
        Body::Stance(_) => "stance",
        Body::Note(_) => "note",
    }
}

fn of_claim(state: &State, claim: &Claim, field: Field) -> String {
    match field {
        Field::Says => figure::says(claim),
        Field::Who => who::name(state, claim.claimant.actor, &claim.claimant.words),
        Field::Whom => who::name(state, claim.side.actor, &claim.side.words),
        Field::Outcome => claim.outcome.label().to_owned(),
        Field::Low => words::count(claim.low),
        Field::High => claim.high.map_or_else(|| "open".to_owned(), words::count),
        Field::Qualifier => claim.qualifier.label().to_owned(),
        Field::Figure => claim.figure.clone(),
        Field::Role => claim.role.label().to_owned(),
        Field::Demographic => claim.demographic.label().to_owned(),
        Field::Measure => claim.measure.label().to_owned(),
        Field::Incident => incident(state, claim.incident),
        Field::Place => claim.place.clone(),
        Field::Status => claim.status.label().to_owned(),
        Field::Reason => claim.reason.clone(),
        Field::Reliability => claim.reliability.label().to_owned(),
        Field::Credibility => claim.credibility.label().to_owned(),
        _ => String::new(),
    }
}

fn of_stance(state: &State, stance: &Stance, field: Field) -> String {
    match field {
        Field::Says => evidence::stance_says(state, stance),
        Field::Who => who::name(state, stance.actor.actor, &stance.actor.words),
        Field::Whom => target_name(state, &stance.target),
        Field::Position => stance.position.label().to_owned(),
        Field::Past => if stance.past { "in the past" } else { "at present" }.to_owned(),
        Field::Incident => incident(state, stance.incident),
        Field::Reason => stance.reason.clone(),
        _ => String::new(),
    }
}

fn incident(state: &State, id: Option<crate::base::IncidentId>) -> String {
    let incident = id.and_then(|it| state.incidents().get(&it));
    incident.map(|it| it.name.clone()).unwrap_or_default()
}

/// "19 Sep 2023, 20:00", as the project's zone has it.
fn at(stamp: &Stamp, zone: Offset) -> String {
    let at = wall_clock(minute(stamp.at), zone);
    format!("{}, {}", words::day(at.date()), words::clock(at))
}

/// Whole minutes since 1970-01-01T00:00Z.
fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}
