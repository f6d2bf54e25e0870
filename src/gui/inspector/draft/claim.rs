//! Owns the fields of a claim's form: from a record and back to one.

use crate::base::Unknown;
use crate::base::words::{
    Basis, Credibility, Demographic, Measure, Outcome, Reliability, Role, Speech, Status,
};
use crate::project::{Claim, Claimant, Named, Side, State};

use super::{At, Maker, Printed, Problem, claim_problem};
use crate::gui::inspector::figure::FigureDraft;
use crate::gui::inspector::typed::{Asks, Meant, Pick};
use crate::gui::inspector::when::WhenDraft;

/// The fields of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimDraft {
    pub outcome: Outcome,
    pub figure: FigureDraft,
    pub role: Role,
    pub demographic: Demographic,
    pub side: Pick,
    pub side_words: Printed,
    pub basis: Basis,
    pub claimant: Pick,
    pub claimant_words: Printed,
    pub speech: Speech,
    pub via: Pick,
    pub via_words: Printed,
    pub measure: Measure,
    pub part_of: Pick,
    pub supersedes: Pick,
    pub as_of: WhenDraft,
    pub incident: Pick,
    pub place: String,
    pub reliability: Reliability,
    pub credibility: Credibility,
    pub status: Status,
    pub reason: String,
}

impl ClaimDraft {
    pub(super) fn empty() -> Self {
        Self {
            outcome: Outcome::Killed,
            figure: FigureDraft::empty(),
            role: Role::Unspecified,
            demographic: Demographic::Unspecified,
            side: Pick::empty(Asks::Actor),
            side_words: Printed::default(),
            basis: Basis::Stated,
            claimant: Pick::empty(Asks::Actor),
            claimant_words: Printed::default(),
            speech: Speech::Reported,
            via: Pick::empty(Asks::Actor),
            via_words: Printed::default(),
            measure: Measure::Total,
            part_of: Pick::empty(Asks::Claim),
            supersedes: Pick::empty(Asks::Claim),
            as_of: WhenDraft::of(None),
            incident: Pick::empty(Asks::Incident),
            place: String::new(),
            reliability: Reliability::F,
            credibility: Credibility::NotJudged,
            status: Status::Pending,
            reason: String::new(),
        }
    }

    pub(super) fn of(claim: &Claim, state: &State) -> Self {
        let Side { actor: side, words: side_words, basis, .. } = &claim.side;
        let Claimant { actor: claimant, words: claimant_words, speech, via, .. } = &claim.claimant;
        let via_words = via.as_ref().map_or("", |it| &it.words);
        Self {
            outcome: claim.outcome,
            figure: FigureDraft::of(claim.low, claim.high, claim.qualifier, &claim.figure),
            role: claim.role,
            demographic: claim.demographic,
            side: Pick::actor(*side, side_words, state),
            side_words: Printed::new(side_words),
            basis: *basis,
            claimant: Pick::actor(*claimant, claimant_words, state),
            claimant_words: Printed::new(claimant_words),
            speech: *speech,
            via: Pick::actor(via.as_ref().and_then(|it| it.actor), via_words, state),
            via_words: Printed::new(via_words),
            measure: claim.measure,
            part_of: Pick::claim(claim.part_of, state),
            supersedes: Pick::claim(claim.supersedes, state),
            as_of: WhenDraft::of(claim.as_of.as_ref()),
            incident: Pick::incident(claim.incident, state),
            place: claim.place.clone(),
            reliability: claim.reliability,
            credibility: claim.credibility,
            status: claim.status,
            reason: claim.reason.clone(),
        }
    }

    pub(super) fn problems(&self, state: &State, year: Option<i16>) -> Vec<Problem> {
        let missing = self.figure.is_empty();
        let problem = |words| Problem { at: At::Figure, words, missing };
        let figure = self.figure.read().err().map(problem);
        let time = self.as_of.read(year).err().map(|words| Problem::wrong(At::Time, words));
        let part_of = claim_problem(&self.part_of, At::PartOf, state);
        let supersedes = claim_problem(&self.supersedes, At::Supersedes, state);
        [figure, time, part_of, supersedes].into_iter().flatten().collect()
    }

    /// The record; what the form does not show stays as in `old`.
    pub(super) fn record(
        &self,
        old: Option<&Claim>,
        year: Option<i16>,
        maker: &mut Maker,
    ) -> Result<Claim, String> {
        let (low, high) = self.figure.read()?;
        let as_of = self.as_of.read(year)?;
        let (side, side_words) = maker.actor(&self.side, &self.side_words);
        let (claimant, claimant_words) = maker.actor(&self.claimant, &self.claimant_words);
        let old_via = old.and_then(|it| it.claimant.via.as_ref());
        let (via, via_words) = maker.actor(&self.via, &self.via_words);
        let has_via = via.is_some() || !via_words.is_empty();
        let via = has_via.then(|| Named {
            actor: via,
            words: via_words,
            unknown: old_via.map(|it| it.unknown.clone()).unwrap_or_default(),
        });
        let unknown = |of: fn(&Claim) -> &Unknown| old.map(of).cloned().unwrap_or_default();
        Ok(Claim {
            outcome: self.outcome,
            low,
            high,
            qualifier: self.figure.qualifier,
            figure: self.figure.words.clone(),
            role: self.role,
            demographic: self.demographic,
            side: Side {
                actor: side,
                words: side_words,
                basis: self.basis,
                unknown: unknown(|it| &it.side.unknown),
            },
            claimant: Claimant {
                actor: claimant,
                words: claimant_words,
                speech: self.speech,
                via,
                unknown: unknown(|it| &it.claimant.unknown),
            },
            measure: self.measure,
            part_of: maker.claim(&self.part_of),
            supersedes: maker.claim(&self.supersedes),
            as_of,
            incident: maker.incident(&self.incident),
            place: self.place.clone(),
            reliability: self.reliability,
            credibility: self.credibility,
            status: self.status,
            reason: self.reason.clone(),
            unknown: unknown(|it| &it.unknown),
        })
    }

    /// To be called when the side was typed anew: it is then the analyst's, unless the report's words stand beside it.
    pub fn side_typed(&mut self, state: &State) {
        self.basis = match self.side.meant(state) {
            Meant::Nothing | Meant::Words => Basis::Stated,
            _ if !self.side_words.text.is_empty() => self.basis,
            _ => Basis::Hand,
        };
    }

    /// To be called when a whole was chosen or taken out: a claim that is part of another is a part.
    pub fn whole_typed(&mut self, state: &State) {
        match (self.part_of.meant(state), self.measure) {
            (Meant::Claim(_), Measure::Total) => self.measure = Measure::Part,
            (Meant::Nothing, Measure::Part) => self.measure = Measure::Total,
            _ => {}
        }
    }
}
