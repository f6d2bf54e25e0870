//! One claim, one mark: its time, its bounds, and which claims are shown.

use expect_test::expect;

use super::{check, check_request};
use crate::base::words::{Demographic, Outcome, Role, Status};

#[test]
fn a_claim_stands_at_its_own_time_else_at_that_of_printing() {
    check(
        "article a.txt | Wire | 2023-09-19 21:12
        article b.txt | Post | ~2023-09-19 22:00
        claim own a.txt killed 1 side X at 2023-09-19T20:00
        claim resolved a.txt killed 2 side X at resolved 2023-09-19T20:00
        claim guess a.txt killed 3 side X at ~2023-09-19T20:00
        claim printed a.txt killed 4 side X
        claim published a.txt killed 5 side X at published
        claim printed-guess b.txt killed 6 side X",
        expect![[r#"
            Killed: 6 (X)
            [X]
              own 1 filled 19 Sep 20:00
              resolved 2 filled 19 Sep 20:00
              guess 3 half 19 Sep 20:00
              printed 4 hollow 19 Sep 21:12
              published 5 hollow 19 Sep 21:12
              printed-guess 6 half 19 Sep 22:00
        "#]],
    );
}

#[test]
fn a_claim_without_time_is_in_the_gutter() {
    check(
        "article a.txt | Wire
        claim k1 a.txt killed >=2 side X
        claim k2 a.txt killed >=5 by Y side X
        claim k3 a.txt killed 6 by Y side X at 2023-09-19",
        expect![[r#"
            Killed: 6 (X)
            [X]
              k1 2↑ gutter 0
              k2 5↑ gutter 1
              k3 6 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k3: Y 6
        "#]],
    );
}

#[test]
fn a_day_is_a_stretch_and_its_mark_stands_at_the_latest_moment_possible() {
    check(
        "zone +04:00
        article a.txt | Wire | 2023-09-19 21:12
        article b.txt | Post | 2023-09-25 12:00
        article c.txt | Blog | ~2023-09-19 12:00
        article d.txt | Herald | 2023-09-18 12:00
        claim same-day a.txt killed 1 side X at 2023-09-19
        claim later b.txt killed 2 side X at 2023-09-19
        claim range b.txt killed 3 side X at 2023-09-19..2023-09-20
        claim guessed-print c.txt killed 4 side X at 2023-09-19
        claim print-before d.txt killed 5 side X at 2023-09-19
        claim hour b.txt killed 6 side X at 2023-09-19T20",
        expect![[r#"
            Killed: 3 (X)
            [X]
              print-before 5 filled 19 Sep 00:00 within 19 Sep 00:00 to 20 Sep 00:00
              hour 6 filled 19 Sep 20:00
              same-day 1 filled 19 Sep 21:12 within 19 Sep 00:00 to 20 Sep 00:00
              later 2 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              guessed-print 4 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              range 3 filled 20 Sep 23:59 within 19 Sep 00:00 to 21 Sep 00:00
        "#]],
    );
}

#[test]
fn bounds_are_arrows_and_bars() {
    check(
        "claim k1 a.txt killed 5 side X
        claim k2 a.txt killed >=25 side X
        claim k3 a.txt killed <=30 side X
        claim k4 a.txt killed 10..20 side X
        claim k5 a.txt killed ~60 side X
        claim k6 a.txt killed vague:24 side X \"dozens dead\"
        claim k7 a.txt killed 0 side X",
        expect![[r#"
            Killed: about 60 (X)
            [X]
              k1 5 gutter 0
              k2 25↑ gutter 1
              k3 30↓ gutter 2
              k4 10–20 gutter 3
              k5 ~60 gutter 4
              k6 ~24↑ gutter 5
              k7 0 gutter 6
        "#]],
    );
}

#[test]
fn rejected_out_unless_asked_for() {
    let project = "claim k1 a.txt killed 5 by Y side X at 2023-09-19
        claim k2 a.txt killed 9 by Y side X at 2023-09-20 status rejected reason misread";
    check(
        project,
        expect![[r#"
        Killed: 5 (X)
        [X]
          k1 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k1: Y 5
        hidden: 1
    "#]],
    );
    check_request(
        project,
        |_, request| request.statuses = Some(vec![Status::Rejected]),
        expect![[r#"
            Killed: 1 claim, no running total
            [X]
              k2 9 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
            hidden: 1
        "#]],
    );
}

#[test]
fn excluded_articles_are_out_and_a_claim_counts_once_however_many_passages() {
    check(
        "claim k1 a.txt killed 5 side X
        passage k1 repeat a.txt \"five dead\"
        passage k1 repeat b.txt \"five killed\"
        claim k2 b.txt killed 6 side X
        exclude b.txt",
        expect![[r#"
            Killed: 5 (X)
            [X]
              k1 5 gutter 0
        "#]],
    );
}

#[test]
fn filters_leave_out_and_count_what_they_leave_out() {
    let project = "
        actor Town < Land
        article a.txt | Wire
        article b.txt | Post
        claim land a.txt killed 5 military by Spokesman side Land at 2023-09-19
        claim town a.txt killed 6 child by Spokesman side Town at 2023-09-20
        claim none b.txt killed 7
        claim hurt b.txt injured 8 side Land at 2023-09-21";
    let land = |state: &crate::project::State| state.actor_named("Land").map(|it| it.id);
    check_request(
        project,
        |state, it| it.side = land(state),
        expect![[r#"
        Killed: 6 children (Town), 5 military (Land)
        [Town]
          town 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
          line town: Spokesman 6 children
        [Land]
          land 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line land: Spokesman 5 military
        hidden: 2
    "#]],
    );
    check_request(
        project,
        |_, it| it.role = Some(Role::Military),
        expect![[r#"
        Killed: 5 military (Land)
        [Land]
          land 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line land: Spokesman 5
        hidden: 3
    "#]],
    );
    check_request(
        project,
        |_, it| it.demographic = Some(Demographic::Child),
        expect![[r#"
        Killed: 6 children (Town)
        [Town]
          town 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
          line town: Spokesman 6 children
        hidden: 3
    "#]],
    );
    check_request(
        project,
        |_, it| it.outcome = Outcome::Injured,
        expect![[r#"
        Injured: 8 (Land)
        [Land]
          hurt 8 filled 21 Sep 23:59 within 21 Sep 00:00 to 22 Sep 00:00
        hidden: 3
    "#]],
    );
    check_request(
        project,
        |_, it| it.outlet = Some("POST".to_owned()),
        expect![[r#"
        Killed: 7 people
        [Side not stated]
          none 7 gutter 0
        hidden: 3
    "#]],
    );
    check_request(
        project,
        |state, it| it.claimant = state.actor_named("Spokesman").map(|it| it.id),
        expect![[r#"
            Killed: 6 children (Town), 5 military (Land)
            [Town]
              town 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
              line town: Spokesman 6 children
            [Land]
              land 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line land: Spokesman 5 military
            hidden: 2
        "#]],
    );
    let day = |text: &str| Some(text.parse().unwrap());
    check_request(
        project,
        |_, it| (it.from, it.to) = (day("2023-09-20"), day("2023-09-20")),
        expect![[r#"
            Killed: 6 children (Town)
            [Town]
              town 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
              line town: Spokesman 6 children
            [Side not stated]
              none 7 gutter 0
            hidden: 2
        "#]],
    );
}
