//! Which stances are left when a matrix is narrowed down, and how many each choice would show.

use super::*;

#[test]
fn past_hidden_unless_asked_for() {
    let project = "stance s1 a.txt A support Y past
        stance s2 a.txt A condemn Z";
    check(
        project,
        expect![[r#"
        Who stands where
        1 actor, 1 stance in 1 article; current stances only
        Condemn | Support | Mediate
        A: ✕1 | · | ·
        hidden: 1
    "#]],
    );
    check_request(
        project,
        |_, it| it.past = true,
        expect![[r#"
        Who stands where
        1 actor, 2 stances in 1 article; past stances included
        Condemn | Support | Mediate
        A: ✕1 | +1 | · — 1 stance in the past
    "#]],
    );
}

#[test]
fn an_incident_with_its_parts_and_stances_about_none() {
    check_request(
        "incident the bridge < the war
        stance s1 a.txt A condemn Y about the war
        stance s2 a.txt A condemn Y about the bridge
        stance s3 a.txt A condemn Y
        stance s4 a.txt A condemn Y about the flood
        stance s5 a.txt A condemn incident:the flood",
        |state, it| it.incident = state.incident_named("the war").map(|it| it.id),
        expect![[r#"
            Who stands where on the war
            1 actor, 3 stances in 1 article; current stances only
            Condemn | Support | Mediate
            A: ✕3 | · | ·
            hidden: 2
        "#]],
    );
}

const PRINTED: &str = "zone +04:00
    incident the bridge < the war
    article a.txt | Wire | 2023-09-19 22:30+00:00
    article b.txt | Post | 2023-09-19
    article c.txt | wire
    stance s1 a.txt A condemn Y about the war
    stance s2 b.txt A condemn Y about the bridge
    stance s3 b.txt B support Y at 2023-09-17..2023-09-18 about the flood
    stance s4 c.txt B support Y past about the bridge
    stance s5 c.txt C mediate";

#[test]
fn an_outlet_and_days_narrow_down() {
    check_request(
        PRINTED,
        |_, it| it.outlet = Some(" WIRE ".to_owned()),
        expect![[r#"
            Who stands where
            2 actors, 2 stances in 2 articles; current stances only, printed by WIRE
            Condemn | Support | Mediate
            A: ✕1 | · | ·
            C: · | · | ⇄1
            hidden: 3
        "#]],
    );
    check_request(
        PRINTED,
        |_, it| {
            it.from = Some("2023-09-18".parse().unwrap());
            it.to = Some("2023-09-19".parse().unwrap());
        },
        expect![[r#"
            Who stands where
            3 actors, 3 stances in 2 articles; current stances only, 18–19 September 2023
            Condemn | Support | Mediate
            A: ✕1 | · | ·
            B: · | +1 | ·
            C: · | · | ⇄1
            hidden: 2
        "#]],
    );
    check_request(
        PRINTED,
        |_, it| it.from = Some("2023-09-20".parse().unwrap()),
        expect![[r#"
            Who stands where
            2 actors, 2 stances in 2 articles; current stances only, from 20 September 2023
            Condemn | Support | Mediate
            A: ✕1 | · | ·
            C: · | · | ⇄1
            hidden: 3
        "#]],
    );
}

/// What can be narrowed down by, and how many each choice shows.
fn facets(project: &str, ask: impl Fn(&State, &mut MatrixRequest), expect: Expect) {
    let state = notation::state(project).unwrap();
    let mut request = MatrixRequest::default();
    ask(&state, &mut request);
    let facets = matrix(&state, &request).facets;
    let shown = |request: MatrixRequest| matrix(&state, &request).evidence.len();
    for it in &facets.incidents {
        let request = MatrixRequest { incident: Some(it.value), ..request.clone() };
        assert_eq!(shown(request), it.count, "{}", it.name);
    }
    for it in &facets.outlets {
        let request = MatrixRequest { outlet: Some(it.value.clone()), ..request.clone() };
        assert_eq!(shown(request), it.count, "{}", it.name);
    }
    let main = facets.main_incident.and_then(|it| state.incidents().get(&it));
    let mut shown = format!(
        "{} stances, most about {}\nall incidents {}",
        facets.stances,
        main.map_or("none", |it| it.name.as_str()),
        facets.of_all_incidents,
    );
    facets.incidents.iter().for_each(|it| shown += &format!(", {} {}", it.name, it.count));
    shown += &format!("\nall outlets {}", facets.of_all_outlets);
    facets.outlets.iter().for_each(|it| shown += &format!(", {} {}", it.name, it.count));
    shown += &format!("\npast {}\n", facets.past);
    shown += &facets.days.map_or("no days".to_owned(), |it| crate::views::days(it.0, it.1));
    shown += "\n";
    expect.assert_eq(&shown);
}

#[test]
fn a_choice_says_how_many_it_would_show_beside_the_others() {
    facets(
        PRINTED,
        |_, _| {},
        expect![[r#"
        5 stances, most about the war
        all incidents 4, the war 3, the bridge 2, the flood 2
        all outlets 4, Post 2, Wire 2
        past 1
        17–20 September 2023
    "#]],
    );
    facets(
        PRINTED,
        |state, it| {
            it.incident = state.incident_named("the bridge").map(|it| it.id);
            it.outlet = Some("Wire".to_owned());
            it.past = true;
        },
        expect![[r#"
            5 stances, most about the war
            all incidents 3, the war 3, the bridge 2, the flood 1
            all outlets 3, Post 1, Wire 2
            past 1
            17–20 September 2023
        "#]],
    );
    facets(
        "actor A",
        |_, _| {},
        expect![[r#"
        0 stances, most about none
        all incidents 0
        all outlets 0
        past 0
        no days
    "#]],
    );
}
