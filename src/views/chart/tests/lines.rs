//! Step lines: which totals of a claimant they join.

use expect_test::expect;

use super::{check, check_request};

#[test]
fn a_line_joins_the_totals_of_one_claimant() {
    check(
        "actor Land : people Landers
        claim k1 a.txt killed 25 by Ombudsman side Land at 2023-09-19T20:00
        claim k2 a.txt killed >=200 by Ombudsman side Land at 2023-09-20T12:00
        claim k3 a.txt killed 2 by Ministry side Land at 2023-09-19T21:00",
        expect![[r#"
            Killed: at least 200 Landers
            [Land]
              k1 25 filled 19 Sep 20:00
              k3 2 filled 19 Sep 21:00
              k2 200↑ filled 20 Sep 12:00
              line k1 → k2: Ombudsman 200 or more
              line k3: Ministry 2
              k3–k1 disputed: Ombudsman 25, Ministry 2 in 19 Sep 21:00 to 20 Sep 12:00
        "#]],
    );
}

#[test]
fn parts_additions_subcounts_and_earlier_figures_have_no_line() {
    check(
        "claim k1 a.txt killed 20 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 25 by Y side X at 2023-09-19T21:00 measure additional
        claim k3 a.txt killed 26 by Y side X at 2023-09-19T22:00 part-of k1
        claim k4 a.txt killed 27 by Y side X at 2023-09-19T23:00 measure subcount
        claim k5 a.txt killed 28 by Y side X at 2023-09-20T01:00 measure earlier",
        expect![[r#"
            Killed: 20 (X)
            [X]
              k1 20 filled 19 Sep 20:00
              k2 25 filled 19 Sep 21:00
              k3 26 filled 19 Sep 22:00
              k4 27 filled 19 Sep 23:00
              k5 28 filled 20 Sep 01:00
              line k1: Y 20
        "#]],
    );
}

#[test]
fn a_lower_later_reprint_is_no_revision() {
    check(
        "claim k1 a.txt killed 200 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 25 by Y side X at 2023-09-20T20:00
        claim k3 a.txt killed 210 by Y side X at 2023-09-21T20:00",
        expect![[r#"
            Killed: 210 (X)
            [X]
              k1 200 filled 19 Sep 20:00
              k2 25 filled 20 Sep 20:00
              k3 210 filled 21 Sep 20:00
              line k1 → k3: Y 210
        "#]],
    );
}

#[test]
fn a_marked_revision_lowers_the_line() {
    check(
        "claim k1 a.txt killed 200 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 150 by Y side X at 2023-09-20T20:00 supersedes k1
        claim k3 a.txt killed 160 by Y side X at 2023-09-21T20:00",
        expect![[r#"
            Killed: 160 (X)
            [X]
              k1 200 filled 19 Sep 20:00 faint
              k2 150 filled 20 Sep 20:00
              k3 160 filled 21 Sep 20:00
              line k1 → k2 → k3: Y 160
        "#]],
    );
}

#[test]
fn a_superseded_figure_is_faint_and_not_current() {
    check(
        "claim k1 a.txt killed 100 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 150 by Y side X at 2023-09-20T20:00 status superseded",
        expect![[r#"
            Killed: 100 (X)
            [X]
              k1 100 filled 19 Sep 20:00
              k2 150 filled 20 Sep 20:00 faint
              line k1: Y 100
        "#]],
    );
}

#[test]
fn the_same_figure_again_stays_a_mark_and_does_not_break_the_line() {
    check(
        "claim k1 a.txt killed 5 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 5 by Y side X at 2023-09-19T21:00
        claim k3 a.txt killed >=5 by Y side X at 2023-09-19T22:00
        claim k4 a.txt killed 6 by Y side X at 2023-09-19T23:00",
        expect![[r#"
            Killed: 6 (X)
            [X]
              k1 5 filled 19 Sep 20:00
              k2 5 filled 19 Sep 21:00
              k3 5↑ filled 19 Sep 22:00
              k4 6 filled 19 Sep 23:00
              line k1 → k3 → k4: Y 6
        "#]],
    );
}

#[test]
fn an_unattributed_claim_has_no_line() {
    check(
        "claim k1 a.txt killed 5 side X at 2023-09-19T20:00
        claim k2 a.txt killed 6 side X at 2023-09-20T20:00",
        expect![[r#"
            Killed: 6 (X)
            [X]
              k1 5 filled 19 Sep 20:00
              k2 6 filled 20 Sep 20:00
        "#]],
    );
}

#[test]
fn a_claimant_known_only_in_words_has_a_line() {
    check(
        "claim k1 a.txt killed 5 by (the mayor) side X at 2023-09-19T20:00
        claim k2 a.txt killed 6 by (The  Mayor) side X at 2023-09-20T20:00",
        expect![[r#"
            Killed: 6 (X)
            [X]
              k1 5 filled 19 Sep 20:00
              k2 6 filled 20 Sep 20:00
              line k1 → k2: The Mayor 6
        "#]],
    );
}

#[test]
fn groups_have_lines_of_their_own() {
    check(
        "claim k1 a.txt killed 4 police by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 1 civilian by Y side X at 2023-09-19T20:00
        claim k3 a.txt killed 6 police by Y side X at 2023-09-20T20:00
        claim k4 a.txt killed 2 child by Y side X at 2023-09-20T20:00",
        expect![[r#"
            Killed: 6 police, 2 children and 1 civilian (X)
            [X]
              k1 4 filled 19 Sep 20:00
              k2 1 filled 19 Sep 20:00
              k3 6 filled 20 Sep 20:00
              k4 2 filled 20 Sep 20:00
              line k1 → k3: Y 6 police
              line k2: Y 1 civilian
              line k4: Y 2 children
        "#]],
    );
}

#[test]
fn folding_makes_one_line_of_those_who_belong_together() {
    let project = "
        actor Ombudsman < Authorities
        actor Spokesman < Authorities
        claim k1 a.txt killed 25 by Ombudsman side X at 2023-09-19T20:00
        claim k2 a.txt killed 30 by Spokesman side X at 2023-09-20T20:00";
    check(
        project,
        expect![[r#"
        Killed: 30 (X)
        [X]
          k1 25 filled 19 Sep 20:00
          k2 30 filled 20 Sep 20:00
          line k1: Ombudsman 25
          line k2: Spokesman 30
    "#]],
    );
    check_request(
        project,
        |_, it| it.folded = true,
        expect![[r#"
        Killed: 30 (X)
        [X]
          k1 25 filled 19 Sep 20:00
          k2 30 filled 20 Sep 20:00
          line k1 → k2: Authorities 30
    "#]],
    );
}

#[test]
fn without_a_stated_incident_claims_are_not_joined_where_the_project_has_incidents() {
    check(
        "incident the blast
        claim k1 a.txt killed 25 by Y side X at 2023-09-19T20:00
        claim k2 a.txt killed 30 by Y side X at 2023-09-20T20:00",
        expect![[r#"
            Killed: 30 (X)
            [X]
              k1 25 filled 19 Sep 20:00
              k2 30 filled 20 Sep 20:00
        "#]],
    );
}
