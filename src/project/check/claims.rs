//! Owns the check of annotations by themselves: figures, times, parts and wholes, passages.

use super::references::{Nesting, nesting};
use super::{Finding, place_of};
use crate::base::When;
use crate::base::words::{Measure, PassageRole};
use crate::project::edit::RecordId;
use crate::project::records::{Annotation, Body, Claim};
use crate::project::state::State;

/// What may be recorded so, but does not go together.
pub(super) fn sense(state: &State, findings: &mut Vec<Finding>) {
    for annotation in state.annotations.values() {
        let mut checked = Checked { annotation, state, findings };
        checked.quotes();
        if let Body::Claim(claim) = &annotation.body {
            checked.printed_before(claim);
            checked.part(claim);
        }
    }
}

/// What no edit lets in.
pub(super) fn shape(state: &State, findings: &mut Vec<Finding>) {
    for annotation in state.annotations.values() {
        let mut checked = Checked { annotation, state, findings };
        checked.passages();
        match &annotation.body {
            Body::Claim(claim) => checked.claim(claim),
            Body::Stance(stance) => checked.time(stance.when.as_ref()),
            Body::Note(_) => {}
        }
    }
    circles(state, findings, |claim| claim.part_of, "it is part of itself, by way of others");
    circles(state, findings, |claim| claim.supersedes, "it supersedes itself, by way of others");
    for incident in state.incidents.values() {
        if incident.when.as_ref().is_some_and(|when| when.end < when.start) {
            findings.push(Finding::review(
                RecordId::Incident(incident.id),
                format!("incident {}", incident.name),
                "its time ends before it starts",
                "set the time anew",
            ));
        }
    }
}

fn circles(
    state: &State,
    findings: &mut Vec<Finding>,
    above: impl Fn(&Claim) -> Option<crate::base::AnnotationId>,
    what: &str,
) {
    let above = |id| state.annotations.get(&id).and_then(|it| it.claim()).and_then(&above);
    let circular = nesting(&state.annotations, above);
    for (id, _) in circular.into_iter().filter(|(_, fault)| *fault == Nesting::Circle) {
        let place = place_of(&state.annotations[&id], state);
        findings.push(Finding::review(
            RecordId::Annotation(id),
            place,
            what,
            "clear one of the fields",
        ));
    }
}

struct Checked<'a> {
    annotation: &'a Annotation,
    state: &'a State,
    findings: &'a mut Vec<Finding>,
}

impl Checked<'_> {
    fn review(&mut self, what: impl Into<String>, hint: &str) {
        let place = place_of(self.annotation, self.state);
        let id = RecordId::Annotation(self.annotation.id);
        self.findings.push(Finding::review(id, place, what, hint));
    }

    fn note(&mut self, what: impl Into<String>, hint: &str) {
        let place = place_of(self.annotation, self.state);
        let id = RecordId::Annotation(self.annotation.id);
        self.findings.push(Finding::note(id, place, what, hint));
    }

    fn passages(&mut self) {
        let roles = self.annotation.passages.iter().map(|it| it.role == PassageRole::Main);
        let roles: Vec<bool> = roles.collect();
        if roles.first() != Some(&true) {
            self.review("it has no main passage", "mark its passage anew or delete it");
        }
        if 1 < roles.iter().filter(|main| **main).count() {
            self.review("it has more than one main passage", "give the others another role");
        }
        if self.annotation.passages.iter().any(|it| it.end < it.start) {
            self.review("a passage ends before it starts", "mark its passage anew");
        }
    }

    fn quotes(&mut self) {
        if self.annotation.passages.iter().any(|it| it.quote.trim().is_empty()) {
            self.review("a passage is empty", "mark its passage anew");
        }
    }

    fn time(&mut self, when: Option<&When>) {
        if when.is_some_and(|when| when.end < when.start) {
            self.review("its time ends before it starts", "set the time anew");
        }
    }

    fn claim(&mut self, claim: &Claim) {
        if let Some(high) = claim.high.filter(|high| *high < claim.low) {
            let what = format!("the lowest number ({}) is above the highest ({high})", claim.low);
            self.review(what, "correct the figure");
        }
        self.time(claim.as_of.as_ref());
        let is_claim = |id| self.state.annotations.get(&id).is_none_or(|it| it.claim().is_some());
        let (part, later) = (claim.part_of.map(is_claim), claim.supersedes.map(is_claim));
        if part == Some(false) {
            self.review("what it is part of is no claim", "name another or clear the field");
        }
        if later == Some(false) {
            self.review("what it supersedes is no claim", "name another or clear the field");
        }
    }

    fn printed_before(&mut self, claim: &Claim) {
        let article = self.annotation.main().and_then(|it| self.state.articles.get(&it.article));
        let published = article.and_then(|it| it.metadata.published.as_ref());
        let (Some(as_of), Some(published)) = (&claim.as_of, published) else { return };
        let (start, _) = as_of.minutes(self.state.zone);
        let (_, printed) = published.value.minutes(self.state.zone);
        if printed < start {
            self.note("it speaks of a time after the report was printed", "look at both times");
        }
    }

    fn part(&mut self, part: &Claim) {
        let Some(whole) = part.part_of else {
            if part.measure == Measure::Part {
                self.note("it is a part, and of what is not said", "name the claim it is part of");
            }
            return;
        };
        let Some(whole) = self.state.annotations.get(&whole).and_then(|it| it.claim()) else {
            return;
        };
        if part.outcome == whole.outcome && whole.high.is_some_and(|high| high < part.low) {
            let most = whole.high.unwrap_or(whole.low);
            let what = format!("the part ({}) is more than its whole ({most})", part.low);
            self.review(what, "look at both figures");
        }
        let is_apart = |part, whole| {
            let of = |id, other| self.state.incident_lineage(id).contains(&other);
            !of(part, whole) && !of(whole, part)
        };
        if part.incident.zip(whole.incident).is_some_and(|(part, whole)| is_apart(part, whole)) {
            self.note("part and whole name different incidents", "look at both incidents");
        }
    }
}
