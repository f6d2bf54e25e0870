//! Owns what the chart shows before anything is chosen: the incident and the outcome of which most is claimed.

use std::collections::BTreeMap;

use crate::base::IncidentId;
use crate::base::words::{Outcome, Status};
use crate::project::{Claim, State};
use crate::views::chart::ChartRequest;

/// The first request for a project; none as long as nothing is claimed.
pub fn first(state: &State) -> Option<ChartRequest> {
    let claims = || {
        state.annotations().values().filter_map(|it| {
            let article = it.main().and_then(|it| state.articles().get(&it.article));
            let counts = |claim: &&Claim| claim.status != Status::Rejected;
            it.claim().filter(counts).filter(|_| !article.is_some_and(|it| it.excluded))
        })
    };
    let is_killed = |it: &Claim| it.outcome == Outcome::Killed;
    let outcome = if claims().any(is_killed) {
        Outcome::Killed
    } else {
        most(claims().map(|it| it.outcome))?
    };
    let is_known = |it: &IncidentId| state.incidents().contains_key(it);
    let of_outcome = claims().filter(|it| it.outcome == outcome);
    let incident = most(of_outcome.filter_map(|it| it.incident).filter(is_known));
    Some(ChartRequest { incident, outcome, ..ChartRequest::default() })
}

/// What occurs most often; of several the least.
fn most<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|it| *counts.entry(it).or_default() += 1);
    counts.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;

    fn check(text: &str, expect: Expect) {
        let state = notation::state(text).unwrap();
        let told = first(&state).map(|it| {
            let incident = it.incident.and_then(|it| state.incidents().get(&it));
            format!("{} in {:?}", it.outcome.label(), incident.map(|it| it.name.as_str()))
        });
        expect.assert_eq(&told.unwrap_or_default());
    }

    #[test]
    fn the_chart_begins_with_what_is_claimed_most() {
        check("article a.txt\n", expect![""]);
        check(
            "article a.txt\n\
            claim c1 a.txt killed 3 by A in the raid\n\
            claim c2 a.txt killed 4 by A in the siege\n\
            claim c3 a.txt killed 5 by A in the siege\n\
            claim c4 a.txt injured 5 by A in the raid\n\
            claim c5 a.txt injured 6 by A in the raid\n\
            claim c6 a.txt injured 7 by A in the raid\n",
            expect![[r#"killed in Some("the siege")"#]],
        );
        check(
            "article a.txt\n\
            claim c1 a.txt injured 3 by A\n\
            claim c2 a.txt displaced 4 by A\n\
            claim c3 a.txt displaced 5 by A\n",
            expect!["displaced in None"],
        );
    }
}
