//! Owns the evidence behind a mark or a cell: an annotation told in whole words, with its sentence and its source.

use super::verbs::holds;
use super::{figure, moment, who};
use crate::base::words::{PassageRole, Position};
use crate::base::{AnnotationId, ArticleId};
use crate::project::{About, Annotation, Body, Claim, Note, Stance, State, Target};

/// What kind of annotation a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceKind {
    Claim,
    Stance,
    Note,
}

impl EvidenceKind {
    pub const fn of(body: &Body) -> Self {
        match body {
            Body::Claim(_) => EvidenceKind::Claim,
            Body::Stance(_) => EvidenceKind::Stance,
            Body::Note(_) => EvidenceKind::Note,
        }
    }
}

/// One annotation as a reader needs it who has nothing but this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub annotation: AnnotationId,
    pub kind: EvidenceKind,
    /// "at least 25 civilians killed" or "condemns the operation".
    pub says: String,
    /// The passage as printed.
    pub quote: String,
    /// Its whole sentence.
    pub sentence: String,
    /// Who says it or holds it: the actor's name, else the words as printed, else empty.
    pub who: String,
    /// Whose people, or towards whom; empty where not stated.
    pub whom: String,
    pub incident: String,
    /// "19 Sep 2023, 20:00" or "printed 19 Sep 2023, 21:12" or "no time".
    pub time: String,
    /// The nil id in a damaged file that gives an annotation no passage.
    pub article: ArticleId,
    pub outlet: String,
    pub title: String,
    /// Path of the article within its root.
    pub path: String,
    /// Times the same figure is said again in further passages.
    pub repeats: usize,
    pub status: String,
    /// Nobody has decided it: it is shown as if it were accepted.
    pub suggested: bool,
}

/// What is said of evidence that nobody has decided.
pub const SUGGESTED: &str = "suggested, not decided";

/// The evidence of one annotation, in words. What the project does not know is left empty.
pub fn evidence(state: &State, annotation: &Annotation) -> Evidence {
    told(state, annotation, moment::moment(state, annotation).as_ref())
}

/// The same where the time is already at hand.
pub(super) fn told(
    state: &State,
    annotation: &Annotation,
    moment: Option<&moment::Moment>,
) -> Evidence {
    let article = moment::article(state, annotation);
    let metadata = article.map(|it| &it.metadata);
    let value = |of: Option<&crate::corpus::Known<String>>| {
        of.map(|it| it.value.clone()).unwrap_or_default()
    };
    let main = annotation.main();
    let content = Content::of(state, &annotation.body, &annotation.memo);
    let repeats = annotation.passages.iter().filter(|it| it.role == PassageRole::Repeat).count();
    Evidence {
        annotation: annotation.id,
        kind: EvidenceKind::of(&annotation.body),
        says: content.says,
        quote: main.map(|it| it.quote.clone()).unwrap_or_default(),
        sentence: main.map(|it| it.sentence.clone()).unwrap_or_default(),
        who: content.who,
        whom: content.whom,
        incident: content.incident,
        time: moment::told(state, moment),
        article: main.map_or(ArticleId(uuid::Uuid::nil()), |it| it.article),
        outlet: value(metadata.and_then(|it| it.outlet.as_ref())),
        title: value(metadata.and_then(|it| it.title.as_ref())),
        path: article.map(|it| it.path.clone()).unwrap_or_default(),
        repeats,
        status: content.status.to_owned(),
        suggested: false,
    }
}

/// A body in a line: "Karabakh authorities: at least 25 killed", "France condemns the operation".
pub(super) fn line(state: &State, body: &Body, memo: &str) -> String {
    let told = Content::of(state, body, memo);
    match (body, told.who.is_empty()) {
        (Body::Claim(_), false) => format!("{}: {}", told.who, told.says),
        (Body::Stance(it), false) => format!("{} {}", told.who, said_of(state, it, &told.who)),
        (Body::Note(_), _) if told.says.is_empty() => "note".to_owned(),
        (Body::Note(_), _) => format!("note: {}", told.says),
        _ => told.says,
    }
}

/// What an annotation's body says, in words.
struct Content {
    says: String,
    who: String,
    whom: String,
    incident: String,
    status: &'static str,
}

impl Content {
    fn of(state: &State, body: &Body, memo: &str) -> Self {
        match body {
            Body::Claim(claim) => Self::of_claim(state, claim),
            Body::Stance(stance) => Self::of_stance(state, stance),
            Body::Note(note) => Self::of_note(state, note, memo),
        }
    }

    fn of_claim(state: &State, claim: &Claim) -> Self {
        let incident = claim.incident.and_then(|it| state.incidents().get(&it));
        Self {
            says: figure::says(claim),
            who: who::name(state, claim.claimant.actor, &claim.claimant.words),
            whom: who::name(state, claim.side.actor, &claim.side.words),
            incident: incident.map(|it| it.name.clone()).unwrap_or_default(),
            status: claim.status.label(),
        }
    }

    fn of_stance(state: &State, stance: &Stance) -> Self {
        let incident = stance.incident.and_then(|it| state.incidents().get(&it));
        Self {
            says: stance_says(state, stance),
            who: who::name(state, stance.actor.actor, &stance.actor.words),
            whom: target_name(state, &stance.target),
            incident: incident.map(|it| it.name.clone()).unwrap_or_default(),
            status: if stance.past { "past" } else { "current" },
        }
    }

    fn of_note(state: &State, note: &Note, memo: &str) -> Self {
        let codes = code_names(state, note).join(", ");
        Self {
            says: if codes.is_empty() { memo.to_owned() } else { codes },
            who: String::new(),
            whom: String::new(),
            incident: String::new(),
            status: "",
        }
    }
}

/// "condemns the operation", "mediates": as it is told of one, apart from who it is.
pub(super) fn stance_says(state: &State, stance: &Stance) -> String {
    said_of(state, stance, "")
}

/// The same behind the name of who holds it: of several, "condemn the operation".
fn said_of(state: &State, stance: &Stance, who: &str) -> String {
    let whom = target_name(state, &stance.target);
    let towards = stance.position == Position::Mediate && !whom.is_empty();
    let verb = holds(stance.position, who);
    format!("{verb}{} {whom}", if towards { ", towards" } else { "" }).trim_end().to_owned()
}

/// Whom or what a stance is about: the name of what is meant, else the words as printed, else nothing.
pub(super) fn target_name(state: &State, target: &Target) -> String {
    let meant = match &target.about {
        Some(About::Actor(actor)) => state.actors().get(actor).map(|it| it.name.as_str()),
        Some(About::Incident(incident)) => {
            state.incidents().get(incident).map(|it| it.name.as_str())
        }
        Some(About::Topic(topic)) => Some(topic.as_str()),
        None => None,
    };
    meant.map_or_else(|| who::name(state, None, &target.words), str::to_owned)
}

/// The names of a note's codes, in its order.
pub(super) fn code_names<'a>(state: &'a State, note: &Note) -> Vec<&'a str> {
    note.codes.iter().filter_map(|it| state.codes().get(it)).map(|it| it.name.as_str()).collect()
}
