//! What holds for any claims.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::*;
use crate::project::notation;

/// A line of a claim, with any figure, group, claimant, side, incident, time, measure and status.
fn claim() -> impl Strategy<Value = String> {
    let pick = |of: &'static [&'static str]| proptest::sample::select(of);
    (
        pick(&["a.txt", "b.txt", "c.txt", "d.txt"]),
        pick(&["0", "7", ">=25", "<=30", "~60", "10..20", "vague:200", "18446744073709551615"]),
        pick(&["", "", "civilian", "child"]),
        pick(&["", "by A", "by B", "by C", "by (a witness)", "by (officials)"]),
        pick(&["", "side X", "side Y", "side (the north)"]),
        pick(&["", "in the war", "in the battle", "in the flood"]),
        pick(&[
            "",
            "at 2023-09-19T20:00",
            "at 2023-09-19",
            "at ~2023-09",
            "at 2020",
            "at 1988-02-20..1994-05-12",
            "at 9999-12-31",
        ]),
        pick(&["", "", "", "measure part", "measure earlier", "measure additional"]),
        pick(&["", "", "", "status rejected", "status superseded", "supersedes k0"]),
    )
        .prop_map(|(article, figure, group, by, side, incident, time, measure, status)| {
            format!(
                "{article} killed {figure} {group} {by} {side} {incident} {time} {measure} {status}"
            )
        })
}

fn project(claims: &[String]) -> String {
    let mut lines = vec![
        "incident the battle < the war",
        "actor B < A",
        "article a.txt | Wire | 2023-09-19 21:12",
        "article b.txt | Post | ~2023-09-20",
        "article c.txt",
        "claim k0 d.txt killed 50 by A side X in the war at 2023-09-18",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect::<Vec<_>>();
    lines.extend(claims.iter().enumerate().map(|(it, claim)| format!("claim k{} {claim}", it + 1)));
    lines.push("exclude d.txt".to_owned());
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_selected_claim_is_one_mark_with_its_evidence(
        claims in proptest::collection::vec(claim(), 0..24),
        panels in proptest::sample::select(vec![PanelBy::Side, PanelBy::Role, PanelBy::Outlet, PanelBy::None]),
        scale in proptest::sample::select(vec![CountScale::Log, CountScale::Linear]),
        folded in any::<bool>(),
    ) {
        let state = notation::state(&project(&claims)).unwrap();
        let request = ChartRequest { panels, scale, folded, ..ChartRequest::default() };
        let chart = chart(&state, &request);
        let marks: Vec<&Mark> = chart.panels.iter().flat_map(|it| &it.marks).collect();
        let rows: BTreeSet<usize> = marks.iter().map(|it| it.evidence).collect();
        prop_assert_eq!(rows.len(), marks.len());
        prop_assert_eq!(chart.evidence.len(), marks.len());
        let all = state.annotations().values().filter(|it| {
            !crate::views::moment::article(&state, it).is_some_and(|it| it.excluded)
        });
        prop_assert_eq!(marks.len() + chart.hidden, all.count());
        for mark in &marks {
            prop_assert_eq!(chart.evidence[mark.evidence].annotation, mark.annotation);
        }
        for panel in &chart.panels {
            let mut on_lines = BTreeSet::new();
            for line in &panel.lines {
                for step in &line.marks {
                    prop_assert!(on_lines.insert(*step), "a mark is on two lines");
                    let timed = matches!(panel.marks[*step].at, MarkTime::Known { .. });
                    prop_assert!(timed);
                    prop_assert_eq!(panel.marks[*step].measure, crate::base::words::Measure::Total);
                }
                prop_assert!(line.marks.is_sorted());
            }
            for dispute in &panel.disputes {
                prop_assert!(panel.marks[dispute.lower].value < panel.marks[dispute.upper].value);
                prop_assert!(dispute.during.is_none_or(|(from, to)| from < to));
            }
            for mark in &panel.marks {
                prop_assert!((mark.value as f64) <= panel.axis.high);
                prop_assert!(panel.axis.low <= mark.value as f64 || mark.value == 0 && panel.axis.zero_row);
            }
        }
        if let Some(axis) = &chart.time {
            for mark in &marks {
                if let MarkTime::Known { at, stretch } = mark.at {
                    let (from, to) = stretch.unwrap_or((at, at));
                    prop_assert!(axis.start < from && to < axis.end && from <= at && at <= to);
                }
            }
        }
    }
}
