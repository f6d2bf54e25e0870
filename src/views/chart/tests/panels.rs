//! Panels: what shares one, and in which order they stand.

use expect_test::expect;

use super::super::PanelBy;
use super::{check, check_request};

#[test]
fn a_panel_for_each_side_by_largest_figure_with_not_stated_last() {
    check(
        "claim k1 a.txt killed 999
        claim k2 a.txt killed 2 side Small
        claim k3 a.txt killed 10..300 side Large
        claim k4 a.txt killed 5 side (the other people)
        claim k5 a.txt killed 6 side (The other  people)",
        expect![[r#"
            Killed: 10 to 300 (Large), 6 (The other people), 2 (Small)
            [Large]
              k3 10–300 gutter 0
            [The other people]
              k4 5 gutter 0
              k5 6 gutter 1
            [Small]
              k2 2 gutter 0
            [Side not stated]
              k1 999 gutter 0
        "#]],
    );
}

#[test]
fn different_incidents_never_share_a_panel_a_line_or_a_dispute() {
    check(
        "claim k1 a.txt killed 200 by A side X in the offensive at 2023-09-19
        claim k2 a.txt killed 6 by A side X in the blasts at 2023-09-19
        claim k3 a.txt killed 7 by B side X in the blasts at 2023-09-19
        claim k4 a.txt killed 300 by B side X at 2023-09-19",
        expect![[r#"
            Killed in the blasts: 6 or 7 (X), disputed; in the offensive: 200 (X); in no stated incident: 300 (X)
            [The blasts: X]
              k2 6 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k3 7 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k2: A 6
              line k3: B 7
              k2–k3 disputed: B 7, A 6 in 19 Sep 23:59 to 20 Sep 01:12
            [The offensive: X]
              k1 200 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 200
            [Incident not stated: X]
              k4 300 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
        "#]],
    );
}

#[test]
fn an_incident_shares_a_panel_with_its_parts_but_no_line() {
    let project = "
        incident the bridge < the offensive
        claim k1 a.txt killed 200 by A side X in the offensive at 2023-09-19
        claim k2 a.txt killed 6 by A side X in the bridge at 2023-09-20
        claim k3 a.txt killed 9 by B side X in the bridge at 2023-09-20
        claim k4 a.txt killed 1 by B side X in the flood";
    check(
        project,
        expect![[r#"
        Killed in the offensive: 200 (X); in the flood: 1 (X)
        [The offensive: X]
          k1 200 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          k2 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
          k3 9 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
          line k1: A 200
          line k2: A 6 (the bridge)
          line k3: B 9 (the bridge)
          k2–k3 disputed: B 9, A 6 in 20 Sep 23:59 to 21 Sep 02:24
        [The flood: X]
          k4 1 gutter 0
    "#]],
    );
    check_request(
        project,
        |state, it| it.incident = state.incident_named("the bridge").map(|it| it.id),
        expect![[r#"
            Killed in the bridge: 6 or 9 (X), disputed
            [X]
              k2 6 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
              k3 9 filled 20 Sep 23:59 within 20 Sep 00:00 to 21 Sep 00:00
              line k2: A 6
              line k3: B 9
              k2–k3 disputed: B 9, A 6 in 20 Sep 23:59 to 21 Sep 01:12
            hidden: 2
        "#]],
    );
}

#[test]
fn panels_by_role_outlet_or_none() {
    let project = "
        article a.txt | Wire
        claim k1 a.txt killed 4 police by A side X at 2023-09-19
        claim k2 a.txt killed 9 by A side X at 2023-09-19
        claim k3 b.txt killed 5 police by A side Y at 2023-09-19";
    check_request(
        project,
        |_, it| it.panels = PanelBy::Role,
        expect![[r#"
        Killed: 9 (X), 5 police (Y)
        [Police]
          k1 4 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          k3 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k1: A 4, X
          line k3: A 5, Y
        [Role not stated]
          k2 9 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k2: A 9
    "#]],
    );
    check_request(
        project,
        |_, it| it.panels = PanelBy::Outlet,
        expect![[r#"
        Killed: 9 (X), 5 police (Y)
        [Wire]
          k1 4 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          k2 9 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k1: A 4 police
          line k2: A 9
        [Outlet not stated]
          k3 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
          line k3: A 5 police
    "#]],
    );
    check_request(
        project,
        |_, it| it.panels = PanelBy::None,
        expect![[r#"
            Killed: 9 (X), 5 police (Y)
            [All sides]
              k1 4 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k2 9 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              k3 5 filled 19 Sep 23:59 within 19 Sep 00:00 to 20 Sep 00:00
              line k1: A 4 police, X
              line k2: A 9, X
              line k3: A 5 police, Y
        "#]],
    );
}
