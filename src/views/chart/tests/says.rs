//! What a chart says of itself: headline, subtitle, legend, names of marks, evidence.

use expect_test::{Expect, expect};

use super::super::{ChartRequest, chart};
use crate::base::words::{Outcome, Role};
use crate::project::{State, notation};

fn headline(project: &str, expect: Expect) {
    headline_of(project, |_, _| {}, expect);
}

fn headline_of(project: &str, ask: impl Fn(&State, &mut ChartRequest), expect: Expect) {
    let state = notation::state(project).unwrap();
    let mut request = ChartRequest::default();
    ask(&state, &mut request);
    expect.assert_eq(&chart(&state, &request).headline);
}

const OFFENSIVE: &str = "zone +04:00
    actor Karabakh : people Karabakh Armenians
    actor Azerbaijan : state, people Azerbaijanis
    actor Authorities < Karabakh
    actor Ombudsman < Authorities
    article a.txt | Continental | 2023-09-19 21:12
    article b.txt | Notes | 2023-09-20 12:00
    article c.txt | Canal
    claim k1 c.txt killed >=2 civilian in the offensive
    claim k2 c.txt killed >=5 by Authorities in the offensive
    claim k3 a.txt killed 25 by Ombudsman side Karabakh in the offensive at 2023-09-19T20:00
    claim k4 b.txt killed >=200 by Ombudsman side Karabakh in the offensive at 2023-09-20
    claim k5 b.txt killed 2 by Azerbaijan side Azerbaijan in the offensive at ~2023-09-20
    claim k6 b.txt killed 10..20 by Azerbaijan side Karabakh in the offensive \"10 to 20\"
    claim k7 b.txt killed ~60 by Azerbaijan side Karabakh in the offensive at 2023-09-18 status superseded";

#[test]
fn a_chart_says_what_it_shows() {
    let state = notation::state(OFFENSIVE).unwrap();
    let chart = chart(&state, &ChartRequest::default());
    let mut said = vec![chart.headline, chart.subtitle];
    said.extend(chart.legend.iter().map(|it| format!("- {}", it.words())));
    said.extend(chart.panels.iter().flat_map(|it| &it.marks).map(|it| it.name.clone()));
    said.push(format!("{} articles", chart.articles));
    for it in &chart.evidence {
        said.push(
            [&it.time, &it.says, &it.who, &it.whom, &it.incident, &it.outlet, &it.status]
                .map(String::as_str)
                .join(" | "),
        );
    }
    expect![[r#"
        Killed in the offensive: 10 to 20 or at least 200 Karabakh Armenians, disputed; 2 Azerbaijanis
        People reported killed, all groups, by side, 18–20 September 2023; running figure of each claimant, never added together
        - filled: time of the count stated
        - hollow: time of printing
        - half-filled: time guessed
        - arrow up: “at least”
        - upright bar: from lowest to highest figure
        - dashed ring: “about” or a vague figure
        - shaded: disputed
        - pale bar: time known only to the day or longer
        - faint: superseded
        - left of the dotted line: no time known
        - line: running total of one claimant
        about 60 killed, Azerbaijan, as of 18 Sep 2023, Notes, superseded
        25 killed, Ombudsman, as of 19 Sep 2023, 20:00, Continental
        at least 200 killed, Ombudsman, as of 20 Sep 2023, Notes
        10 to 20 killed, Azerbaijan, printed 20 Sep 2023, 12:00, Notes
        2 killed, Azerbaijan, 20 Sep 2023 (guessed), Notes
        at least 2 civilians killed, claimant not stated, no time, Canal
        at least 5 killed, Authorities, no time, Canal
        3 articles
        no time | at least 2 civilians killed |  |  | the offensive | Canal | pending
        no time | at least 5 killed | Authorities |  | the offensive | Canal | pending
        18 Sep 2023 | about 60 killed | Azerbaijan | Karabakh | the offensive | Notes | superseded
        19 Sep 2023, 20:00 | 25 killed | Ombudsman | Karabakh | the offensive | Continental | pending
        20 Sep 2023 | at least 200 killed | Ombudsman | Karabakh | the offensive | Notes | pending
        20 Sep 2023 (guessed) | 2 killed | Azerbaijan | Azerbaijan | the offensive | Notes | pending
        printed 20 Sep 2023, 12:00 | 10 to 20 killed | Azerbaijan | Karabakh | the offensive | Notes | pending"#]].assert_eq(&said.join("\n"));
}

#[test]
fn each_side_has_the_current_total_of_the_claimant_with_the_latest_figure() {
    headline(
        "claim k1 a.txt killed 30 by A side X in the flood at 2023-09-19
        claim k2 a.txt killed >=20 by B side X in the flood at 2023-09-20
        claim k3 a.txt killed 1 by B side Y in the flood at 2023-09-20",
        expect!["Killed in the flood: at least 20 (X), 1 (Y)"],
    );
}

#[test]
fn disputed_totals_stand_side_by_side() {
    headline_of(
        "actor Karabakh : people Karabakh Armenians
        claim k1 a.txt displaced 10000 by A side Karabakh in the offensive
        claim k2 a.txt displaced 3154 by B side Karabakh in the offensive
        claim k3 a.txt displaced 12 by B side Y in the offensive",
        |_, it| it.outcome = Outcome::Displaced,
        expect!["Displaced in the offensive: 3,154 or 10,000 Karabakh Armenians, disputed; 12 (Y)"],
    );
}

#[test]
fn a_side_with_only_groups_has_them_listed_and_never_added() {
    headline(
        "claim k1 a.txt killed 4 police by A side Azerbaijan in the blasts
        claim k2 a.txt killed 2 civilian by A side Azerbaijan in the blasts
        claim k3 a.txt killed 1 child by A in the blasts",
        expect!["Killed in the blasts: 4 police and 2 civilians (Azerbaijan)"],
    );
}

#[test]
fn incidents_are_told_apart() {
    headline(
        "claim k1 a.txt killed 200 by A side X in the offensive
        claim k2 a.txt killed 6 by A side X in the blasts
        claim k3 a.txt killed 7 side X",
        expect![
            "Killed in the offensive: 200 (X); in the blasts: 6 (X); in no stated incident: 7 (X)"
        ],
    );
}

#[test]
fn totals_of_no_stated_side_are_told_only_where_no_side_has_any() {
    headline(
        "claim k1 a.txt killed >=25 by A in the flood
        claim k2 a.txt killed >=200 by A side X in the flood",
        expect!["Killed in the flood: at least 200 (X)"],
    );
    headline(
        "claim k1 a.txt killed >=25 by A in the flood",
        expect!["Killed in the flood: at least 25 people"],
    );
}

#[test]
fn a_group_of_a_side_is_told_by_the_name_of_its_people() {
    headline(
        "actor Azerbaijan : people Azerbaijanis
        claim k1 a.txt killed 2 civilian by A side Azerbaijan in the flood
        claim k2 a.txt killed 9 by A side X in the flood",
        expect!["Killed in the flood: 9 (X), 2 Azerbaijanis (civilians)"],
    );
    headline(
        "actor Azerbaijan : people Azerbaijanis
        claim k1 a.txt killed 1 civilian by A side Azerbaijan in the flood",
        expect!["Killed in the flood: 1 civilian (Azerbaijan)"],
    );
}

#[test]
fn of_many_incidents_the_largest_are_told_as_far_as_three_lines_reach() {
    let mut project = String::new();
    for it in 1..30 {
        project += &format!(
            "claim k{it} a.txt killed {it} by A side X in the flood of the upper river {it}
            claim l{it} a.txt killed {it} by A side Y in the flood of the upper river {it}
            claim m{it} a.txt killed {it} by A side Z in the flood of the upper river {it}\n"
        );
    }
    headline(
        &project,
        expect![
            "Killed in the flood of the upper river 29: 29 (X), 29 (Y), and 1 more side; in the flood of the upper river 28: 28 (X), 28 (Y), and 1 more side; others in 27 more incidents"
        ],
    );
    let long = "who lived along the upper river and its many arms ".repeat(3);
    headline(
        &format!(
            "actor Uplanders : people Uplanders {long}
            claim k1 a.txt killed 9 by A side Uplanders in the flood
            claim k2 a.txt killed 7 by A side X"
        ),
        expect![
            "Killed in the flood: 9 Uplanders who lived along the upper river and its many arms who lived along the upper river and its many arms who lived along the upper river and its many arms; others in no stated incident"
        ],
    );
}

#[test]
fn without_totals_or_claims_it_says_so() {
    headline(
        "claim k0 b.txt killed 9 by A side X in the offensive status rejected
        claim k1 a.txt killed 5 side X in the offensive measure subcount
        claim k2 a.txt killed 7 side X in the offensive measure additional",
        expect!["Killed in the offensive: 2 claims, no running total"],
    );
    headline("actor X", expect!["No claims of people killed"]);
    headline_of(
        "incident the offensive",
        |state, it| it.incident = state.incident_named("the offensive").map(|it| it.id),
        expect!["No claims of people killed in the offensive"],
    );
}

#[test]
fn one_population_needs_no_side_and_vague_figures_keep_their_words() {
    headline(
        "claim k1 a.txt killed 43 by A in the collapse",
        expect!["Killed in the collapse: 43 people"],
    );
    headline(
        "claim k1 a.txt killed 1 by A in the collapse",
        expect!["Killed in the collapse: 1 person"],
    );
    headline(
        "actor X : people Xers
        claim k1 a.txt killed vague:24 by A side X in the collapse",
        expect!["Killed in the collapse: “many” of Xers"],
    );
    headline_of(
        "actor X : people Xers
        claim k1 a.txt killed >=4 military by A side X in the collapse",
        |_, it| it.role = Some(Role::Military),
        expect!["Killed in the collapse: at least 4 Xers (military)"],
    );
}

#[test]
fn many_sides_are_counted() {
    let claims = (0..7).map(|it| format!("claim k{it} a.txt killed {it}0 by A side S{it}"));
    headline(
        &claims.collect::<Vec<_>>().join("\n"),
        expect!["Killed: 60 (S6), 50 (S5), 40 (S4), 30 (S3), and 3 more sides"],
    );
}
