//! Disputes: only current totals of independent claimants for the same people at the same time that exclude each other.

use expect_test::expect;

use super::{check, check_request};

#[test]
fn ten_thousand_against_3154_is_a_dispute() {
    check(
        "article a.txt | Notes | 2023-09-20 08:00
        claim k1 a.txt killed 10000 by Ombudsman side X
        claim k2 a.txt killed 3154 by Contingent side X",
        expect![[r#"
            Killed: 3,154 or 10,000 (X), disputed
            [X]
              k1 10000 hollow 20 Sep 08:00
              k2 3154 hollow 20 Sep 08:00
              line k1: Ombudsman 10,000
              line k2: Contingent 3,154
              k2–k1 disputed: Ombudsman 10,000, Contingent 3,154 in 20 Sep 08:00 to 20 Sep 14:00
        "#]],
    );
}

#[test]
fn what_says_a_total_again_may_bring_it_into_dispute_once() {
    check(
        "article a.txt | Notes | 2023-09-20 08:00
        article b.txt | Wire | 2023-09-20 14:00
        claim k1 a.txt killed 3154 by Contingent side X
        claim k2 b.txt killed 10000 by Ombudsman side X
        claim k3 b.txt killed 3154 by Contingent side X at 2023-09-20
        claim k4 b.txt killed 10000 by Ombudsman side X at 2023-09-20
        claim k5 b.txt killed 3154 by Contingent side X at 2023-09-20",
        expect![[r#"
            Killed: 3,154 or 10,000 (X), disputed
            [X]
              k1 3154 hollow 20 Sep 08:00
              k3 3154 filled 20 Sep 14:00 within 20 Sep 00:00 to 21 Sep 00:00
              k4 10000 filled 20 Sep 14:00 within 20 Sep 00:00 to 21 Sep 00:00
              k5 3154 filled 20 Sep 14:00 within 20 Sep 00:00 to 21 Sep 00:00
              k2 10000 hollow 20 Sep 14:00
              line k1: Contingent 3,154
              line k4: Ombudsman 10,000
              k1–k4 disputed: Ombudsman 10,000, Contingent 3,154 in 20 Sep 14:00 to 21 Sep 01:12
        "#]],
    );
}

#[test]
fn without_any_time_it_is_one_only_within_an_article() {
    check(
        "claim k1 a.txt killed 10000 by Ombudsman side X
        claim k2 a.txt killed 3154 by Contingent side X
        claim k3 b.txt killed 77 by Ministry side X",
        expect![[r#"
            Killed: 3,154 or 10,000 (X), disputed
            [X]
              k1 10000 gutter 0
              k2 3154 gutter 1
              k3 77 gutter 2
              k2–k1 disputed: Ombudsman 10,000, Contingent 3,154 in the gutter
        "#]],
    );
}

#[test]
fn an_update_is_no_dispute() {
    check(
        "article a.txt | Notes | 2023-09-19 21:00
        article b.txt | Notes | 2023-09-20 21:00
        claim k1 a.txt killed 25 by Ombudsman side X at 2023-09-19T20:00
        claim k2 b.txt killed 200 by Ministry side X at 2023-09-20T20:00
        claim k3 a.txt killed 7 by Church side X
        claim k4 b.txt killed 9 by Mayor side X",
        expect![[r#"
            Killed: 9 (X)
            [X]
              k1 25 filled 19 Sep 20:00
              k3 7 hollow 19 Sep 21:00
              k2 200 filled 20 Sep 20:00
              k4 9 hollow 20 Sep 21:00
              line k1: Ombudsman 25
              line k3: Church 7
              line k2: Ministry 200
              line k4: Mayor 9
        "#]],
    );
}

#[test]
fn a_later_lower_total_disputes_an_earlier_one_since_totals_do_not_fall() {
    check(
        "claim k1 a.txt killed 200 by Ombudsman side X at 2023-09-19T20:00
        claim k2 b.txt killed 25 by Ministry side X at 2023-09-20T20:00",
        expect![[r#"
            Killed: 25 or 200 (X), disputed
            [X]
              k1 200 filled 19 Sep 20:00
              k2 25 filled 20 Sep 20:00
              line k1: Ombudsman 200
              line k2: Ministry 25
              k2–k1 disputed: Ombudsman 200, Ministry 25 in 20 Sep 20:00 to 20 Sep 21:12
        "#]],
    );
}

#[test]
fn a_part_is_no_dispute() {
    check(
        "claim k1 a.txt killed 200 by Ombudsman side X at 2023-09-19
        claim k2 a.txt killed 10 by Ministry side X at 2023-09-19 part-of k1
        claim k3 a.txt killed 20 by Ministry side X at 2023-09-19 measure subcount
        claim k4 a.txt killed 30 civilian by Ministry side X at 2023-09-19",
        expect![[r#"
            Killed: 200 (X)
            [X]
              k1 200 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 10 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k3 20 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k4 30 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: Ombudsman 200
              line k4: Ministry 30 civilians
        "#]],
    );
}

#[test]
fn two_lower_bounds_are_no_dispute() {
    check(
        "claim k1 a.txt killed >=25 by Ombudsman side X at 2023-09-19
        claim k2 a.txt killed >=200 by Ministry side X at 2023-09-19",
        expect![[r#"
            Killed: at least 200 (X)
            [X]
              k1 25↑ filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 200↑ filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: Ombudsman 25 or more
              line k2: Ministry 200 or more
        "#]],
    );
}

#[test]
fn an_upper_bound_disputes_a_lower_one() {
    check(
        "claim k1 a.txt killed <=25 by Ombudsman side X at 2023-09-19
        claim k2 a.txt killed >=200 by Ministry side X at 2023-09-19",
        expect![[r#"
            Killed: at most 25 or at least 200 (X), disputed
            [X]
              k1 25↓ filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 200↑ filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: Ombudsman 25 or fewer
              line k2: Ministry 200 or more
              k1–k2 disputed: Ministry 200 or more, Ombudsman 25 or fewer in 19 Sep 23:59 to 20 Sep 01:12
        "#]],
    );
}

#[test]
fn vague_figures_never_dispute_and_about_reaches_a_tenth_further() {
    check(
        "claim k1 a.txt killed vague:24 by A side X at 2023-09-19
        claim k2 a.txt killed ~100 by B side X at 2023-09-19
        claim k3 a.txt killed 109 by C side X at 2023-09-19
        claim k4 a.txt killed 111 by D side X at 2023-09-19",
        expect![[r#"
            Killed: about 100 or 111 (X), disputed
            [X]
              k1 ~24↑ filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 ~100 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k3 109 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k4 111 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 24 or more (assumed)
              line k2: B about 100
              line k3: C 109
              line k4: D 111
              k2–k4 disputed: D 111, B about 100 in 19 Sep 23:59 to 20 Sep 01:12
        "#]],
    );
}

#[test]
fn claimants_who_belong_together_do_not_dispute() {
    check(
        "actor Ombudsman < Authorities
        actor Spokesman < Authorities
        claim k1 a.txt killed 25 by Ombudsman side X at 2023-09-19
        claim k2 a.txt killed 30 by Spokesman side X at 2023-09-19
        claim k3 a.txt killed 35 by Authorities side X at 2023-09-19
        claim k4 a.txt killed 99 by (officials) side X at 2023-09-19",
        expect![[r#"
            Killed: 99 (X)
            [X]
              k1 25 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 30 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k3 35 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k4 99 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: Ombudsman 25
              line k2: Spokesman 30
              line k3: Authorities 35
              line k4: officials 99
        "#]],
    );
}

#[test]
fn different_sides_outcomes_and_groups_do_not_dispute() {
    check(
        "claim k1 a.txt killed 25 by A side X at 2023-09-19
        claim k2 a.txt killed 2 by B side Y at 2023-09-19
        claim k3 a.txt injured 5 by B side X at 2023-09-19
        claim k4 a.txt killed 3 military by B side X at 2023-09-19",
        expect![[r#"
            Killed: 25 (X), 2 (Y)
            [X]
              k1 25 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k4 3 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 25
              line k4: B 3 military
            [Y]
              k2 2 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k2: B 2
            hidden: 1
        "#]],
    );
}

#[test]
fn sides_not_stated_are_the_same_people_only_where_no_side_is_named_at_all() {
    let claims = "claim k1 a.txt killed 25 by A at 2023-09-19
        claim k2 a.txt killed 2 by B at 2023-09-19";
    check(
        claims,
        expect![[r#"
        Killed: 2 or 25 people, disputed
        [Side not stated]
          k1 25 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          k2 2 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k1: A 25
          line k2: B 2
          k2–k1 disputed: A 25, B 2 in 19 Sep 23:59 to 20 Sep 01:12
    "#]],
    );
    check(
        &format!("{claims}\n claim k3 a.txt killed 3 side X at 2023-09-19"),
        expect![[r#"
            Killed: 3 (X)
            [X]
              k3 3 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
            [Side not stated]
              k1 25 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 2 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 25
              line k2: B 2
        "#]],
    );
}

#[test]
fn a_dispute_lasts_while_both_totals_are_current() {
    check(
        "claim k1 a.txt killed 100 by A side X at 2023-09-19T08:00
        claim k2 a.txt killed 10 by B side X at 2023-09-19T08:00
        claim k3 a.txt killed 100..120 by B side X at 2023-09-19T20:00",
        expect![[r#"
            Killed: 100 to 120 (X)
            [X]
              k1 100 filled 19 Sep 08:00
              k2 10 filled 19 Sep 08:00
              k3 100–120 filled 19 Sep 20:00
              line k1: A 100
              line k2 → k3: B 100–120
              k2–k1 disputed: A 100, B 10 in 19 Sep 08:00 to 19 Sep 20:00
        "#]],
    );
}

#[test]
fn a_superseded_total_is_in_no_dispute() {
    check(
        "claim k1 a.txt killed 100 by A side X at 2023-09-19
        claim k2 a.txt killed 10 by B side X at 2023-09-19
        claim k3 a.txt killed 100 by B side X at 2023-09-20 supersedes k2",
        expect![[r#"
            Killed: 100 (X)
            [X]
              k1 100 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 10 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00 faint
              k3 100 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
              line k1: A 100
              line k2 → k3: B 100
        "#]],
    );
}

#[test]
fn a_month_and_a_day_in_it_are_not_the_same_time() {
    check(
        "claim k1 a.txt killed 200 by A side X at 2023-09
        claim k2 a.txt killed 10 by B side X at 2023-09-19",
        expect![[r#"
            Killed: 200 (X)
            [X]
              k2 10 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k1 200 filled 30 Sep 23:59 within 01 Sep 00:00 to 01 Oct 00:00
              line k2: B 10
              line k1: A 200
        "#]],
    );
}

#[test]
fn disputes_can_be_left_out() {
    check_request(
        "claim k1 a.txt killed 100 by A side X at 2023-09-19
        claim k2 a.txt killed 10 by B side X at 2023-09-19",
        |_, it| it.disputes = false,
        expect![[r#"
            Killed: 10 or 100 (X), disputed
            [X]
              k1 100 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 10 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 100
              line k2: B 10
        "#]],
    );
}
