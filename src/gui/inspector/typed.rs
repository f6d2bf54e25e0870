//! Owns what a name typed into a field means: a record of the project, a new one, a topic, or words alone.

use crate::analysis::{FoundName, Gazetteer};
use crate::base::{ActorId, AnnotationId, CodeId, IncidentId};
use crate::project::{About, NameLeads, Names, State, Target};

use super::told;

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Actor,
    Incident,
    /// An actor, an incident or a topic.
    Target,
    /// Another claim.
    Claim,
    Code,
}

/// What the text of a field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    Nothing,
    Actor(ActorId),
    Incident(IncidentId),
    Code(CodeId),
    Claim(AnnotationId),
    NewActor,
    NewIncident,
    NewCode,
    Topic,
    /// The words as they stand, without a record behind them.
    Words,
    /// Nothing the field could hold.
    Unknown,
}

/// A field for a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    pub asks: Asks,
    pub text: String,
    /// What was chosen, and the text that stands for it; another text means something else.
    chosen: Option<(Meant, String)>,
    /// What was chosen is the record's own, and stays even if the project does not have it.
    own: bool,
    /// What was chosen was found in the article, under its printed words.
    found: bool,
}

impl Pick {
    /// An empty field.
    pub fn empty(asks: Asks) -> Self {
        Self { asks, text: String::new(), chosen: None, own: false, found: false }
    }

    /// A field in which this was typed.
    pub fn typed(asks: Asks, text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..Self::empty(asks) }
    }

    /// The field of a record that names an actor, or for want of one has the report's words.
    pub fn actor(id: Option<ActorId>, words: &str, state: &State) -> Self {
        match id {
            Some(id) => {
                let name = state.actors().get(&id).map(|it| it.name.as_str());
                Self::own(Asks::Actor, Meant::Actor(id), name.unwrap_or(words))
            }
            None => Self::words(Asks::Actor, words),
        }
    }

    /// The field of a record that may name an incident.
    pub fn incident(id: Option<IncidentId>, state: &State) -> Self {
        let Some(id) = id else { return Self::empty(Asks::Incident) };
        let name = state.incidents().get(&id).map_or("an unknown incident", |it| &it.name);
        Self::own(Asks::Incident, Meant::Incident(id), name)
    }

    /// The field of a record that may name another claim.
    pub fn claim(id: Option<AnnotationId>, state: &State) -> Self {
        let Some(id) = id else { return Self::empty(Asks::Claim) };
        let name = state.annotations().get(&id).map(|it| told::line(state, it));
        Self::own(Asks::Claim, Meant::Claim(id), name.as_deref().unwrap_or("an unknown claim"))
    }

    /// The field of a code that a note has.
    pub fn code(id: CodeId, state: &State) -> Self {
        let name = state.codes().get(&id).map_or("an unknown code", |it| &it.name);
        Self::own(Asks::Code, Meant::Code(id), name)
    }

    /// The field of a stance's target.
    pub fn target(target: &Target, state: &State) -> Self {
        let (meant, name) = match &target.about {
            None => return Self::words(Asks::Target, &target.words),
            Some(About::Actor(id)) => {
                (Meant::Actor(*id), state.actors().get(id).map(|it| it.name.as_str()))
            }
            Some(About::Incident(id)) => {
                (Meant::Incident(*id), state.incidents().get(id).map(|it| it.name.as_str()))
            }
            Some(About::Topic(topic)) => (Meant::Topic, Some(topic.as_str())),
        };
        Self::own(Asks::Target, meant, name.unwrap_or(&target.words))
    }

    /// The field for a name that was found in an article.
    pub fn found(asks: Asks, name: &FoundName, state: &State, gazetteer: &Gazetteer) -> Self {
        let mut field = Self::empty(asks);
        let incident = state.incident_named(name.words.trim());
        if let Some(incident) = incident.filter(|_| asks == Asks::Target && name.name.is_none()) {
            field.choose(Meant::Incident(incident.id), &incident.name);
            return field;
        }
        match Names::lead(state, gazetteer, name) {
            NameLeads::To(id) => {
                let actor = state.actors().get(&id).map(|it| it.name.as_str());
                field.choose(Meant::Actor(id), actor.unwrap_or(&name.words));
            }
            NameLeads::ToNew(new) => field.choose(Meant::NewActor, &new),
            NameLeads::Nowhere => field.choose(Meant::Words, &name.words),
        }
        field.found = true;
        field
    }

    fn own(asks: Asks, meant: Meant, text: &str) -> Self {
        let chosen = Some((meant, text.to_owned()));
        Self { asks, text: text.to_owned(), chosen, own: true, found: false }
    }

    fn words(asks: Asks, words: &str) -> Self {
        if words.is_empty() { Self::empty(asks) } else { Self::own(asks, Meant::Words, words) }
    }

    /// Takes what was chosen from a list, with the text that stands for it.
    pub fn choose(&mut self, meant: Meant, text: &str) {
        text.clone_into(&mut self.text);
        self.chosen = Some((meant, text.to_owned()));
        (self.own, self.found) = (false, false);
    }

    /// Whether the text stands for something that was chosen.
    pub fn is_chosen(&self) -> bool {
        self.chosen.as_ref().is_some_and(|(_, text)| *text == self.text)
    }

    /// Whether the printed words beside the field are a name of whom it means.
    pub fn is_found(&self) -> bool {
        self.found && self.is_chosen()
    }

    /// What the text means now: what was chosen while its text stands, else the record of exactly this name or alias,
    /// else a new one.
    pub fn meant(&self, state: &State) -> Meant {
        if let Some((meant, text)) = &self.chosen
            && *text == self.text
            && (self.own || is_there(*meant, state))
        {
            return *meant;
        }
        let text = self.text.trim();
        if text.is_empty() {
            return Meant::Nothing;
        }
        let actor = || state.actor_named(text).map(|it| Meant::Actor(it.id));
        let incident = || state.incident_named(text).map(|it| Meant::Incident(it.id));
        match self.asks {
            Asks::Actor => actor().unwrap_or(Meant::NewActor),
            Asks::Incident => incident().unwrap_or(Meant::NewIncident),
            Asks::Target => actor().or_else(incident).unwrap_or(Meant::Topic),
            Asks::Code => code_named(state, text).unwrap_or(Meant::NewCode),
            Asks::Claim => Meant::Unknown,
        }
    }

    /// Beside the field, in short and in full: what a text that names no record becomes. None where the record says
    /// enough.
    pub fn remark(&self, state: &State) -> Option<(&'static str, &'static str)> {
        match self.meant(state) {
            Meant::NewActor => Some(("new", "new actor")),
            Meant::NewIncident => Some(("new", "new incident")),
            Meant::NewCode => Some(("new", "new code")),
            Meant::Topic => Some(("topic", "topic")),
            Meant::Words => Some(("words", "words only")),
            Meant::Unknown => Some(("?", "not found")),
            Meant::Nothing
            | Meant::Actor(_)
            | Meant::Incident(_)
            | Meant::Code(_)
            | Meant::Claim(_) => None,
        }
    }
}

fn code_named(state: &State, name: &str) -> Option<Meant> {
    let name = name.to_lowercase();
    let code = state.codes().values().find(|it| it.name.to_lowercase() == name)?;
    Some(Meant::Code(code.id))
}

/// Whether what was chosen is still in the project.
fn is_there(meant: Meant, state: &State) -> bool {
    match meant {
        Meant::Actor(id) => state.actors().contains_key(&id),
        Meant::Incident(id) => state.incidents().contains_key(&id),
        Meant::Code(id) => state.codes().contains_key(&id),
        Meant::Claim(id) => state.annotations().contains_key(&id),
        Meant::NewActor
        | Meant::NewIncident
        | Meant::NewCode
        | Meant::Topic
        | Meant::Words
        | Meant::Nothing
        | Meant::Unknown => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::notation;

    fn state() -> State {
        let text = "actor Azerbaijan : state, alias Baku\nincident the offensive\ncode shelling";
        notation::state(text).unwrap()
    }

    fn check(asks: Asks, text: &str, expect: &str) {
        let state = state();
        let pick = Pick { text: text.to_owned(), ..Pick::empty(asks) };
        let shown = match pick.meant(&state) {
            Meant::Actor(id) => format!("actor {}", state.actors()[&id].name),
            Meant::Incident(id) => format!("incident {}", state.incidents()[&id].name),
            Meant::Code(id) => format!("code {}", state.codes()[&id].name),
            other => format!("{other:?}"),
        };
        assert_eq!(shown, expect);
    }

    #[test]
    fn a_text_means_the_record_of_its_name_else_a_new_one() {
        check(Asks::Actor, " baku ", "actor Azerbaijan");
        check(Asks::Actor, "France", "NewActor");
        check(Asks::Actor, " ", "Nothing");
        check(Asks::Incident, "The Offensive", "incident the offensive");
        check(Asks::Incident, "the war", "NewIncident");
        check(Asks::Target, "Baku", "actor Azerbaijan");
        check(Asks::Target, "the offensive", "incident the offensive");
        check(Asks::Target, "a ceasefire", "Topic");
        check(Asks::Code, "Shelling", "code shelling");
        check(Asks::Code, "hunger", "NewCode");
        check(Asks::Claim, "that one", "Unknown");
    }

    #[test]
    fn what_was_chosen_holds_while_its_text_stands() {
        let state = state();
        let mut pick = Pick::empty(Asks::Actor);
        pick.choose(Meant::Words, "Azerbaijan");
        assert_eq!(pick.meant(&state), Meant::Words);
        pick.text.push('i');
        assert_eq!(pick.meant(&state), Meant::NewActor);
        pick.text.pop();
        assert_eq!(pick.meant(&state), Meant::Words);
        // An actor that is gone, as after undo, is one to be made again.
        pick.choose(Meant::Actor(ActorId(uuid::Uuid::nil())), "Georgia");
        assert_eq!(pick.meant(&state), Meant::NewActor);
    }
}
