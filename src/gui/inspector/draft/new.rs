//! Owns the filling in of a new form from the words of the passage.

use std::sync::Arc;

use crate::analysis::{
    Figure, Found, FoundClaim, FoundName, FoundStance, Gazetteer, Prefill, Suggestion,
};
use crate::base::When;
use crate::base::words::{Measure, TimeSource};
use crate::project::{Annotation, IncidentLeads, Incidents, Passage, State, Suggested};

use super::{ClaimDraft, Draft, DraftBody, NoteDraft, Printed, StanceDraft, Target, year_of};
use crate::gui::inspector::figure::FigureDraft;
use crate::gui::inspector::told;
use crate::gui::inspector::typed::{Asks, Meant, Pick};
use crate::gui::inspector::when::WhenDraft;
use crate::views::EvidenceKind;

impl Draft {
    /// The draft of a new annotation at a passage, filled in with what its words offer.
    pub fn new(
        kind: EvidenceKind,
        passage: Passage,
        prefill: &Prefill,
        state: &State,
        gazetteer: &Gazetteer,
    ) -> Self {
        let from = Source { passage: &passage, state, gazetteer };
        let body = match kind {
            EvidenceKind::Claim => {
                let mut claim = from.claim(prefill.claim.as_ref());
                if let Some(figure) = &prefill.figure {
                    claim.figure = figure_of(figure);
                }
                DraftBody::Claim(Box::new(claim))
            }
            EvidenceKind::Stance => {
                DraftBody::Stance(Box::new(from.stance(prefill.stance.as_ref())))
            }
            EvidenceKind::Note => {
                DraftBody::Note(NoteDraft { codes: vec![], next: Pick::empty(Asks::Code) })
            }
        };
        let year = year_of(&passage, state);
        let target = Target::New { passages: vec![passage] };
        let because = prefill.because.clone();
        let is_recorded = match kind {
            EvidenceKind::Claim => prefill.claim_recorded,
            EvidenceKind::Stance => prefill.stance_recorded,
            EvidenceKind::Note => false,
        };
        Self { because, is_recorded, ..Self::made(target, body, String::new(), year) }
    }
}

impl Draft {
    /// The draft of what a suggestion would be recorded as.
    pub fn suggested(
        passage: Passage,
        suggestion: &Suggestion,
        state: &State,
        gazetteer: &Gazetteer,
    ) -> Self {
        let because = suggestion.because.clone();
        let (kind, prefill) = match &suggestion.found {
            Found::Claim(it) => {
                let claim = Some(it.clone());
                (EvidenceKind::Claim, Prefill { claim, because, ..Prefill::default() })
            }
            Found::Stance(it) => {
                let stance = Some(it.clone());
                (EvidenceKind::Stance, Prefill { stance, because, ..Prefill::default() })
            }
        };
        let suggested = Some(Suggested::new(suggestion.rule, suggestion.score));
        Self { suggested, ..Self::new(kind, passage, &prefill, state, gazetteer) }
    }
}

struct Source<'a> {
    passage: &'a Passage,
    state: &'a State,
    gazetteer: &'a Gazetteer,
}

impl Source<'_> {
    fn claim(&self, found: Option<&FoundClaim>) -> ClaimDraft {
        let mut claim = ClaimDraft::empty();
        claim.incident = self.incident(found.and_then(|it| it.incident.as_deref()));
        let Some(found) = found else { return claim };
        if let Some((side, basis)) = &found.side {
            (claim.side, claim.side_words) = self.name(Asks::Actor, Some(side));
            claim.basis = *basis;
        }
        (claim.claimant, claim.claimant_words) = self.name(Asks::Actor, found.claimant.as_ref());
        (claim.via, claim.via_words) = self.name(Asks::Actor, found.via.as_ref());
        claim.outcome = found.outcome;
        claim.figure = figure_of(&found.figure);
        claim.role = found.role;
        claim.demographic = found.demographic;
        claim.speech = found.speech;
        claim.measure = found.measure;
        if found.measure == Measure::Part {
            claim.part_of = self.whole(found);
        }
        claim.as_of = time(found.as_of.as_ref());
        claim
    }

    fn stance(&self, found: Option<&FoundStance>) -> StanceDraft {
        let mut stance = StanceDraft::empty();
        stance.incident = self.incident(found.and_then(|it| it.incident.as_deref()));
        let Some(found) = found else { return stance };
        (stance.actor, stance.actor_words) = self.name(Asks::Actor, Some(&found.actor));
        (stance.target, stance.target_words) = self.name(Asks::Target, found.target.as_ref());
        stance.position = Some(found.position);
        stance.past = found.past;
        stance.speech = found.speech;
        stance.when = time(found.as_of.as_ref());
        stance
    }

    fn name(&self, asks: Asks, name: Option<&FoundName>) -> (Pick, Printed) {
        let Some(name) = name else { return (Pick::empty(asks), Printed::default()) };
        (Pick::found(asks, name, self.state, self.gazetteer), Printed::new(&name.words))
    }

    /// The claim of the same sentence that a part is likely a part of: the one marked last that counts more.
    fn whole(&self, part: &FoundClaim) -> Pick {
        let is_whole = |it: &&Arc<Annotation>| {
            let here = it.main().is_some_and(|main| {
                main.article == self.passage.article && main.sentence == self.passage.sentence
            });
            let counts_more =
                it.claim().is_some_and(|it| it.outcome == part.outcome && part.figure.low < it.low);
            here && counts_more
        };
        let whole = self.state.annotations().values().rev().find(is_whole);
        let mut pick = Pick::empty(Asks::Claim);
        if let Some(whole) = whole {
            pick.choose(Meant::Claim(whole.id), &told::line(self.state, whole));
        }
        pick
    }

    /// The incident that the passage is likely about, `name` being found in its words.
    fn incident(&self, name: Option<&str>) -> Pick {
        let (article, sentence) = (self.passage.article, self.passage.sentence.as_str());
        let mut pick = Pick::empty(Asks::Incident);
        match Incidents::new(self.state, [article]).leads(article, sentence, name) {
            IncidentLeads::To(id) => {
                if let Some(known) = self.state.incidents().get(&id) {
                    pick.choose(Meant::Incident(id), &known.name);
                }
            }
            IncidentLeads::ToNew(name) => name.clone_into(&mut pick.text),
            IncidentLeads::Nowhere => {}
        }
        pick
    }
}

fn figure_of(figure: &Figure) -> FigureDraft {
    FigureDraft::of(figure.low, figure.high, figure.qualifier, &figure.words)
}

/// The time of printing is left out: views take it from the article, where it may be corrected.
fn time(when: Option<&When>) -> WhenDraft {
    WhenDraft::of(when.filter(|it| it.source != TimeSource::Publication))
}
