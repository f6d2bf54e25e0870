//! Owns the names of steps, as menu and history show them.

use crate::base::{ActorId, AnnotationId, ArticleId, CodeId, IncidentId};
use crate::project::edit::{
    ActorField, ArticleField, ClaimField, CodeField, Edit, IncidentField, Record, RecordId,
    StanceField,
};
use crate::project::records::{Annotation, Body};
use crate::project::state::State;

/// The name of a step, such as "Merge Baku into Azerbaijan". `state` is that before the edit.
pub fn label(edit: &Edit, state: &State) -> String {
    match edit {
        Edit::RenameProject(name) => format!("Rename project to {}", short(name)),
        Edit::SetZone(zone) => format!("Change zone to {zone}"),
        Edit::Add(record) => format!("Add {}", record_words(record)),
        Edit::Delete(id) => format!("Delete {}", id_words(*id, state)),
        Edit::MoveRoot { path, .. } => format!("Look for folder at {}", short(path)),
        Edit::SetArticle { article, to } => article_field(*article, to, state),
        Edit::SetActor { actor, to } => actor_field(*actor, to, state),
        Edit::SetIncident { incident, to } => incident_field(*incident, to, state),
        Edit::SetCode { code, to } => code_field(*code, to, state),
        Edit::MergeActors { from, into } => {
            format!("Merge {} into {}", actor(*from, state), actor(*into, state))
        }
        Edit::MergeIncidents { from, into } => {
            format!("Merge {} into {}", incident(*from, state), incident(*into, state))
        }
        Edit::MergeCodes { from, into } => {
            format!("Merge {} into {}", code(*from, state), code(*into, state))
        }
        Edit::SetClaim { to, .. } => claim_field(to, state),
        Edit::SetStance { to, .. } => stance_field(to, state),
        Edit::SetCodes { .. } => "Change codes".into(),
        Edit::SetMemo { annotation, .. } => {
            format!("Change memo of {}", annotation_words(*annotation, state))
        }
        Edit::Attach { passage, .. } => {
            format!("Add passage {} as {}", quoted(&passage.quote), passage.role.label())
        }
        Edit::Detach { annotation, passage } => {
            let held = state.annotations().get(annotation);
            match held.and_then(|it| it.passages.get(*passage)) {
                Some(passage) => format!("Take away passage {}", quoted(&passage.quote)),
                None => "Take away passage".into(),
            }
        }
        Edit::SetPassage { to, .. } => format!("Change passage to {}", quoted(&to.quote)),
        Edit::Batch { label, .. } | Edit::Restore { label, .. } => label.clone(),
    }
}

fn article_field(id: ArticleId, to: &ArticleField, state: &State) -> String {
    let set = |what: &str, to: &Option<String>| match to {
        Some(to) => format!("Change {what} to {}", short(to)),
        None => format!("Take away {what}"),
    };
    match to {
        ArticleField::Title(to) => set("title", to),
        ArticleField::Outlet(to) => set("outlet", to),
        ArticleField::Agency(to) => set("agency", to),
        ArticleField::Author(to) => set("author", to),
        ArticleField::Url(to) => set("address", to),
        ArticleField::Language(to) => set("language", to),
        ArticleField::Published(_) => "Change time of publication".into(),
        ArticleField::Excluded(true) => format!("Leave out {}", article(id, state)),
        ArticleField::Excluded(false) => format!("Take in {}", article(id, state)),
        ArticleField::Reviewed(true) => format!("Mark {} as read", article(id, state)),
        ArticleField::Reviewed(false) => format!("Mark {} as not read", article(id, state)),
        ArticleField::Path(to) => format!("Change path to {}", short(to)),
        ArticleField::Version { .. } => format!("Take over new version of {}", article(id, state)),
    }
}

fn actor_field(id: ActorId, to: &ActorField, state: &State) -> String {
    let name = actor(id, state);
    match to {
        ActorField::Name(to) => format!("Rename {name} to {}", short(to)),
        ActorField::Aliases(_) => format!("Change aliases of {name}"),
        ActorField::Kind(to) => format!("Change kind of {name} to {}", to.label()),
        ActorField::People(_) => format!("Change people of {name}"),
        ActorField::BelongsTo(Some(to)) => format!("Put {name} within {}", actor(*to, state)),
        ActorField::BelongsTo(None) => format!("Let {name} stand alone"),
        ActorField::Colour(_) => format!("Change colour of {name}"),
        ActorField::Memo(_) => format!("Change memo of {name}"),
    }
}

fn incident_field(id: IncidentId, to: &IncidentField, state: &State) -> String {
    let name = incident(id, state);
    match to {
        IncidentField::Name(to) => format!("Rename {name} to {}", short(to)),
        IncidentField::Aliases(_) => format!("Change aliases of {name}"),
        IncidentField::When(_) => format!("Change time of {name}"),
        IncidentField::Place(_) => format!("Change place of {name}"),
        IncidentField::PartOf(Some(to)) => format!("Put {name} within {}", incident(*to, state)),
        IncidentField::PartOf(None) => format!("Let {name} stand alone"),
        IncidentField::Memo(_) => format!("Change memo of {name}"),
    }
}

fn code_field(id: CodeId, to: &CodeField, state: &State) -> String {
    let name = code(id, state);
    match to {
        CodeField::Name(to) => format!("Rename {name} to {}", short(to)),
        CodeField::Parent(Some(to)) => format!("Put {name} within {}", code(*to, state)),
        CodeField::Parent(None) => format!("Let {name} stand alone"),
        CodeField::Colour(_) => format!("Change colour of {name}"),
        CodeField::Memo(_) => format!("Change memo of {name}"),
    }
}

fn claim_field(to: &ClaimField, state: &State) -> String {
    let named = |actor_id: Option<ActorId>, words: &str| match actor_id {
        Some(id) => actor(id, state),
        None if words.is_empty() => "none".into(),
        None => short(words),
    };
    match to {
        ClaimField::Outcome(to) => format!("Change outcome to {}", to.label()),
        ClaimField::Figure { low, high, qualifier, .. } => match high {
            Some(high) if high != low => format!("Change figure to {low} to {high}"),
            _ => format!("Change figure to {} {low}", qualifier.label()),
        },
        ClaimField::Role(to) => format!("Change role to {}", to.label()),
        ClaimField::Demographic(to) => format!("Change demographic to {}", to.label()),
        ClaimField::Side(to) => format!("Change side to {}", named(to.actor, &to.words)),
        ClaimField::Claimant(to) => format!("Change claimant to {}", named(to.actor, &to.words)),
        ClaimField::Measure(to) => format!("Change measure to {}", to.label()),
        ClaimField::PartOf(Some(to)) => format!("Make part of {}", annotation_words(*to, state)),
        ClaimField::PartOf(None) => "Make part of no other claim".into(),
        ClaimField::Supersedes(Some(to)) => format!("Supersede {}", annotation_words(*to, state)),
        ClaimField::Supersedes(None) => "Supersede no other claim".into(),
        ClaimField::AsOf(_) => "Change time of claim".into(),
        ClaimField::Incident(to) => {
            format!("Change incident to {}", to.map_or("none".into(), |id| incident(id, state)))
        }
        ClaimField::Place(to) => format!("Change place to {}", short(to)),
        ClaimField::Reliability(to) => format!("Change reliability to {}", to.label()),
        ClaimField::Credibility(to) => format!("Change credibility to {}", to.label()),
        ClaimField::Status { status, .. } => format!("Change status to {}", status.label()),
        ClaimField::All(_) => "Change claim".into(),
    }
}

fn stance_field(to: &StanceField, state: &State) -> String {
    match to {
        StanceField::Actor(to) => match to.actor {
            Some(id) => format!("Change actor to {}", actor(id, state)),
            None => format!("Change actor to {}", short(&to.words)),
        },
        StanceField::Position(to) => format!("Change position to {}", to.label()),
        StanceField::Target(_) => "Change target".into(),
        StanceField::Incident(to) => {
            format!("Change incident to {}", to.map_or("none".into(), |id| incident(id, state)))
        }
        StanceField::When(_) => "Change time of stance".into(),
        StanceField::Past(true) => "Change stance to past".into(),
        StanceField::Past(false) => "Change stance to current".into(),
        StanceField::Speech(to) => format!("Change speech to {}", to.label()),
        StanceField::Reason(_) => "Change reason".into(),
        StanceField::All(_) => "Change stance".into(),
    }
}

fn record_words(record: &Record) -> String {
    match record {
        Record::Root(it) => format!("folder {}", short(&it.path)),
        Record::Article(it) => format!("article {}", short(&it.path)),
        Record::Actor(it) => format!("actor {}", short(&it.name)),
        Record::Incident(it) => format!("incident {}", short(&it.name)),
        Record::Code(it) => format!("code {}", short(&it.name)),
        Record::Annotation(it) => described(it),
        Record::Dismissal(it) => format!("dismissal of {}", quoted(&it.quote)),
    }
}

fn id_words(id: RecordId, state: &State) -> String {
    match id {
        RecordId::Root(id) => state
            .roots()
            .get(&id)
            .map_or("folder".into(), |it| format!("folder {}", short(&it.path))),
        RecordId::Article(id) => article(id, state),
        RecordId::Actor(id) => format!("actor {}", actor(id, state)),
        RecordId::Incident(id) => format!("incident {}", incident(id, state)),
        RecordId::Code(id) => format!("code {}", code(id, state)),
        RecordId::Annotation(id) => annotation_words(id, state),
        RecordId::Dismissal(id) => state
            .dismissals()
            .get(&id)
            .map_or("dismissal".into(), |it| format!("dismissal of {}", quoted(&it.quote))),
    }
}

fn annotation_words(id: AnnotationId, state: &State) -> String {
    state.annotations().get(&id).map_or("annotation".into(), |it| described(it))
}

/// As in "claim “at least 25 dead”".
pub(in crate::project) fn described(annotation: &Annotation) -> String {
    let kind = match annotation.body {
        Body::Claim(_) => "claim",
        Body::Stance(_) => "stance",
        Body::Note(_) => "note",
    };
    match annotation.main() {
        Some(main) => format!("{kind} {}", quoted(&main.quote)),
        None => kind.into(),
    }
}

fn article(id: ArticleId, state: &State) -> String {
    state.articles().get(&id).map_or("article".into(), |it| short(&it.path))
}

fn actor(id: ActorId, state: &State) -> String {
    state.actors().get(&id).map_or("an unknown actor".into(), |it| short(&it.name))
}

fn incident(id: IncidentId, state: &State) -> String {
    state.incidents().get(&id).map_or("an unknown incident".into(), |it| short(&it.name))
}

fn code(id: CodeId, state: &State) -> String {
    state.codes().get(&id).map_or("an unknown code".into(), |it| short(&it.name))
}

/// The text in quotation marks, cut to a length that a line bears.
pub(in crate::project) fn quoted(text: &str) -> String {
    format!("“{}”", short(text))
}

/// The text on one line and not longer than a menu bears.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
        if MOST < words.len() && MOST < words.chars().count() {
            let cut: String = words.chars().take(MOST - 1).collect();
            return format!("{}…", cut.trim_end());
        }
    }
    words
}
