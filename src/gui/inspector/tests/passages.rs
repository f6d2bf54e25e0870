//! Passages, neighbours and what is told of them.

use super::*;

const MANY: &str = r#"
    article a.txt | Meridian Wire
    article b.txt | Canal Info
    claim k1 a.txt killed >=25 by Stepanakert in the offensive "at least 25 dead"
    passage k1 repeat b.txt "25 dead"
    passage k1 attribution b.txt "they said"
    claim k2 b.txt killed >=5 by Stepanakert in the offensive "five or more"
"#;

#[test]
fn passages_and_neighbours_are_led_to() {
    let mut harness = harness(of(MANY, "k1"));
    harness.get_by_label("25 dead").click();
    harness.get_by_label("Take away passage 3").click();
    harness.get_by_role_and_label(Role::ComboBox, "Role of passage 2").click();
    harness.run();
    harness.get_by_label("Context").click();
    harness.run();
    harness.get_by_label("Killed 5 or more · Stepanakert · Canal Info").click();
    harness.run();
    harness.state_mut().selection = Some("two of  them");
    harness.run();
    assert!(harness.query_by_label("Add passage “two of them” as").is_some());
    harness.get_by_role_and_label(Role::Button, "Time").click();
    harness.run();
    harness.get_by_label("Duplicate").click();
    harness.get_by_role_and_label(Role::Button, "at least 25 dead").click();
    harness.run();
    let keys: Vec<(String, String)> = harness
        .state()
        .built
        .keys
        .iter()
        .map(|(key, id)| (format!("AnnotationId({id})"), key.clone()))
        .collect();
    let mut shown = told(&mut harness);
    for (id, key) in keys {
        shown = shown.replace(&id, &key);
    }
    let mut lines: Vec<&str> = shown.lines().collect();
    lines.dedup();
    check(
        &lines.join("\n"),
        expect![[r#"
        ShowPassage(k1, 1)
        Detach(k1, 2)
        SetRole(k1, 1, Context)
        Hover(k2)
        Show(k2)
        Hover(k2)
        Attach(Time)
        Duplicate
        ShowPassage(k1, 0)"#]],
    );
}

#[test]
fn passages_of_a_new_claim_are_the_drafts_own() {
    let mut case = new(EvidenceKind::Claim, TOLL);
    let mut more = case.draft.passages(&case.built.state)[0].clone();
    more.role = PassageRole::Repeat;
    case.draft.attach(more.clone());
    case.draft.attach(more);
    let mut harness = harness(case);
    harness.get_by_role_and_label(Role::ComboBox, "Role of passage 2").click();
    harness.run();
    harness.get_by_label("Context").click();
    harness.run();
    harness.get_by_label("Take away passage 3").click();
    harness.run();
    let case = harness.state();
    let roles = case.draft.passages(&case.built.state).iter().map(|it| it.role.label());
    assert_eq!(roles.collect::<Vec<_>>(), ["main", "context"]);
    assert_eq!(case.events, []);
}
