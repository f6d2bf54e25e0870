//! Owns the fields of a stance's form: from a record and back to one.

use crate::base::words::{Position, Speech};
use crate::project::{About, Named, Stance, State, Target};

use super::{At, Maker, Printed, Problem};
use crate::gui::inspector::typed::{Asks, Meant, Pick};
use crate::gui::inspector::when::WhenDraft;

const NO_POSITION: &str = "the stance needs a position";

/// The fields of a stance.
#[derive(Debug, Clone, PartialEq)]
pub struct StanceDraft {
    pub actor: Pick,
    pub actor_words: Printed,
    /// None until one is chosen, or found in the words.
    pub position: Option<Position>,
    pub target: Pick,
    pub target_words: Printed,
    pub incident: Pick,
    pub when: WhenDraft,
    pub past: bool,
    pub speech: Speech,
    pub reason: String,
}

impl StanceDraft {
    pub(super) fn empty() -> Self {
        Self {
            actor: Pick::empty(Asks::Actor),
            actor_words: Printed::default(),
            position: None,
            target: Pick::empty(Asks::Target),
            target_words: Printed::default(),
            incident: Pick::empty(Asks::Incident),
            when: WhenDraft::of(None),
            past: false,
            speech: Speech::Reported,
            reason: String::new(),
        }
    }

    pub(super) fn of(stance: &Stance, state: &State) -> Self {
        Self {
            actor: Pick::actor(stance.actor.actor, &stance.actor.words, state),
            actor_words: Printed::new(&stance.actor.words),
            position: Some(stance.position),
            target: Pick::target(&stance.target, state),
            target_words: Printed::new(&stance.target.words),
            incident: Pick::incident(stance.incident, state),
            when: WhenDraft::of(stance.when.as_ref()),
            past: stance.past,
            speech: stance.speech,
            reason: stance.reason.clone(),
        }
    }

    pub(super) fn problems(&self, state: &State, year: Option<i16>) -> Vec<Problem> {
        let nobody = self.actor.meant(state) == Meant::Nothing && self.actor_words.is_as_it_was();
        let actor = nobody.then(|| Problem {
            at: At::Actor,
            words: "the stance needs an actor".to_owned(),
            missing: true,
        });
        let position = self.position.is_none().then(|| Problem {
            at: At::Position,
            words: NO_POSITION.to_owned(),
            missing: true,
        });
        let time = self.when.read(year).err().map(|words| Problem::wrong(At::Time, words));
        [actor, position, time].into_iter().flatten().collect()
    }

    /// The record; what the form does not show stays as in `old`.
    pub(super) fn record(
        &self,
        old: Option<&Stance>,
        year: Option<i16>,
        maker: &mut Maker,
    ) -> Result<Stance, String> {
        let when = self.when.read(year)?;
        let (actor, actor_words) = maker.actor(&self.actor, &self.actor_words);
        let unknown =
            |of: fn(&Stance) -> &crate::base::Unknown| old.map(of).cloned().unwrap_or_default();
        Ok(Stance {
            actor: Named { actor, words: actor_words, unknown: unknown(|it| &it.actor.unknown) },
            position: self.position.ok_or(NO_POSITION)?,
            target: Target { unknown: unknown(|it| &it.target.unknown), ..self.target(maker) },
            incident: maker.incident(&self.incident),
            when,
            past: self.past,
            speech: self.speech,
            reason: self.reason.clone(),
            unknown: unknown(|it| &it.unknown),
        })
    }

    fn target(&self, maker: &mut Maker) -> Target {
        let printed = self.target_words.text.clone();
        let (about, words) = match self.target.meant(maker.state) {
            Meant::Actor(_) | Meant::NewActor => {
                let (actor, words) = maker.actor(&self.target, &self.target_words);
                (actor.map(About::Actor), words)
            }
            Meant::Incident(_) | Meant::NewIncident => {
                (maker.incident(&self.target).map(About::Incident), printed)
            }
            Meant::Topic => (Some(About::Topic(self.target.text.clone())), printed),
            Meant::Words => (None, self.target.text.clone()),
            _ => (None, self.target_words.alone()),
        };
        Target { about, words, ..Target::default() }
    }
}
