//! What the filters have to choose from, and with how many claims.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::*;
use crate::base::words::{Demographic, Outcome, Role, Status};
use crate::project::notation;

/// Shows the values of all filters with their counts, as a changed request has them.
fn check(project: &str, ask: impl Fn(&State, &mut ChartRequest), expect: Expect) {
    let state = notation::state(project).unwrap();
    let mut request = ChartRequest::default();
    ask(&state, &mut request);
    let facets = facets(&state, &request);
    let mut shown = String::new();
    list("incident", &facets.incidents, &mut shown);
    list("outcome", &facets.outcomes, &mut shown);
    list("role", &facets.roles, &mut shown);
    list("demographic", &facets.demographics, &mut shown);
    list("side", &facets.sides, &mut shown);
    list("claimant", &facets.claimants, &mut shown);
    list("outlet", &facets.outlets, &mut shown);
    list("status", &facets.statuses, &mut shown);
    expect.assert_eq(&shown);
}

fn list<V>(what: &str, facets: &[Facet<V>], shown: &mut String) {
    let told = |it: &Facet<V>| {
        let colour = it.colour.map(|it| format!(" (colour {it})")).unwrap_or_default();
        format!("{}{}{colour} {}", "> ".repeat(it.depth), it.name, it.count)
    };
    let told: Vec<String> = facets.iter().map(told).collect();
    let _ = writeln!(shown, "{what}: {}", told.join(", "));
}

const PROJECT: &str = "article a.txt | Wire | 2023-09-19 21:12
    article b.txt | wire | 2023-09-20 09:00
    article c.txt | Post | 2023-09-21 09:00
    actor Ministry < Upland
    incident battle < war
    claim k1 a.txt killed 5 civilian by Ministry side Lowland in battle
    claim k2 a.txt killed 7 by Upland side Lowland in war
    claim k3 b.txt killed 9 child by Ombudsman side Upland in war
    claim k4 c.txt injured 30 by Ombudsman side Upland in war
    claim k5 c.txt killed 4 by Ministry side Upland in battle status rejected
    claim k6 c.txt killed 2";

#[test]
fn every_value_is_counted_as_if_it_were_chosen() {
    check(
        PROJECT,
        |_, _| {},
        expect![[r#"
        incident: war 3, > battle 1
        outcome: killed 4, injured 1
        role: civilians 1, all 3
        demographic: children 1, all 3
        side: Lowland (colour 2) 2, Upland (colour 0) 1
        claimant: Upland (colour 0) 2, Ministry (colour 1) 1, Ombudsman (colour 3) 1
        outlet: Wire 3, Post 1
        status: pending 4, rejected 1
    "#]],
    );
}

#[test]
fn a_filter_leaves_the_counts_of_its_own_values() {
    let role = |_: &State, request: &mut ChartRequest| request.role = Some(Role::Civilian);
    check(
        PROJECT,
        role,
        expect![[r#"
        incident: war 1, > battle 1
        outcome: killed 1, injured 0
        role: civilians 1, all 3
        demographic: children 0, all 1
        side: Lowland (colour 2) 1, Upland (colour 0) 0
        claimant: Ministry (colour 1) 1, Upland (colour 0) 1, Ombudsman (colour 3) 0
        outlet: Wire 1, Post 0
        status: pending 1, rejected 0
    "#]],
    );
}

#[test]
fn what_is_asked_for_is_among_the_values_even_if_no_claim_has_it() {
    let ask = |_: &State, request: &mut ChartRequest| {
        request.outcome = Outcome::Captured;
        request.role = Some(Role::Medic);
        request.outlet = Some("Herald".to_owned());
    };
    check(
        PROJECT,
        ask,
        expect![[r#"
        incident: war 0, > battle 0
        outcome: killed 0, injured 0, captured 0
        role: civilians 0, medics 0, all 0
        demographic: children 0, all 0
        side: Lowland (colour 2) 0, Upland (colour 0) 0
        claimant: Ministry (colour 1) 0, Ombudsman (colour 3) 0, Upland (colour 0) 0
        outlet: Herald 0, Post 0, Wire 0
        status: pending 0, rejected 0
    "#]],
    );
}

#[test]
fn circles_of_actors_and_incidents_are_counted_once() {
    let project = "actor A < B
        actor B < A
        incident x < y
        incident y < x
        claim k1 a.txt killed 5 by A in x
        claim k2 a.txt killed 7 by B in y";
    check(
        project,
        |_, _| {},
        expect![[r#"
        incident: y 2, > x 1
        outcome: killed 2
        role: all 2
        demographic: all 2
        side: 
        claimant: B (colour 0) 2, A (colour 1) 1
        outlet: 
        status: pending 2
    "#]],
    );
}

#[test]
fn an_empty_project_has_only_what_is_asked_for() {
    check(
        "",
        |_, _| {},
        expect![[r#"
        incident: 
        outcome: killed 0
        role: 
        demographic: 
        side: 
        claimant: 
        outlet: 
        status: 
    "#]],
    );
}

proptest! {
    /// Against the chart itself: choosing a value shows as many marks as it was said.
    #[test]
    fn a_chosen_value_shows_as_many_claims_as_it_is_said_to(
        claims in proptest::collection::vec((0..3_usize, 0..3_usize, 0..3_usize, 0..3_usize, 0..3_usize, 0..3_usize), 0..12),
        role in proptest::option::of(proptest::sample::select(Role::ALL.to_vec())),
        chosen in proptest::option::of(0..3_usize),
        status in proptest::option::of(proptest::sample::select(Status::ALL.to_vec())),
    ) {
        let mut project = "article a0.txt | Wire | 2023-09-19\narticle a1.txt | Post\narticle a2.txt\nactor A1 < A0\nincident I1 < I0\n".to_owned();
        for (number, (article, outcome, role, actor, incident, status)) in claims.iter().enumerate() {
            let outcome = ["killed", "injured", "missing"][*outcome];
            let role = ["civilian", "child", ""][*role];
            let status = ["", "status rejected", "status confirmed"][*status];
            let _ = writeln!(project, "claim k{number} a{article}.txt {outcome} 5 {role} by A{actor} side A{} in I{incident} {status}", (actor + article) % 3);
        }
        let state = notation::state(&project).unwrap();
        let side = chosen.and_then(|it| state.actors().keys().nth(it).copied());
        let statuses = status.map(|it| vec![it]);
        let request = ChartRequest { role, side, statuses, ..ChartRequest::default() };
        let facets = facets(&state, &request);
        let shown = |request: ChartRequest| chart(&state, &request).evidence.len();
        for it in &facets.incidents {
            let incident = Some(it.value);
            prop_assert_eq!(it.count, shown(ChartRequest { incident, ..request.clone() }));
        }
        for it in &facets.outcomes {
            prop_assert_eq!(it.count, shown(ChartRequest { outcome: it.value, ..request.clone() }));
        }
        for it in &facets.roles {
            prop_assert_eq!(it.count, shown(ChartRequest { role: Some(it.value), ..request.clone() }));
        }
        for it in &facets.demographics {
            let demographic: Option<Demographic> = Some(it.value);
            prop_assert_eq!(it.count, shown(ChartRequest { demographic, ..request.clone() }));
        }
        for it in &facets.sides {
            prop_assert_eq!(it.count, shown(ChartRequest { side: Some(it.value), ..request.clone() }));
        }
        for it in &facets.claimants {
            let claimant = Some(it.value);
            prop_assert_eq!(it.count, shown(ChartRequest { claimant, ..request.clone() }));
        }
        for it in &facets.outlets {
            let outlet = Some(it.value.clone());
            prop_assert_eq!(it.count, shown(ChartRequest { outlet, ..request.clone() }));
        }
        for it in &facets.statuses {
            let statuses = Some(vec![it.value]);
            prop_assert_eq!(it.count, shown(ChartRequest { statuses, ..request.clone() }));
        }
    }
}
