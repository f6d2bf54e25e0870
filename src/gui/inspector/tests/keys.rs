//! Fields walked and filled in by keys.

use eframe::egui::{AreaState, Order};

use super::*;

#[test]
fn enter_commits_what_the_words_offer() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    assert_eq!(focused(&harness), "At least");
    assert!(has_focus(&harness.ctx));
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
            Add claim “at least 25 dead”
            at least 25 killed | Karabakh authorities |  | the offensive | printed 19 Sep 2023, 21:12
        "#]],
    );
}

#[test]
fn a_chip_a_new_name_and_enter_make_one_step() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    harness.get_by_role_and_label(Role::RadioButton, "Injured").click();
    harness.run();
    write(&mut harness, "Claimant (who says so)", "Ana Gomez");
    // The row of the list says what stands in the field anyway, so Enter commits.
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
        Add claim “at least 25 dead”
        at least 25 injured | Ana Gomez |  | the offensive | printed 19 Sep 2023, 21:12
    "#]],
    );
}

#[test]
fn a_list_completes_by_keys() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    write(&mut harness, "Side", "bak");
    assert!(harness.query_by_label("Baku → Azerbaijan").is_some());
    // Tab takes the row and goes on.
    press(&mut harness, &[Key::Tab]);
    let value = harness.get_by_role_and_label(Role::TextInput, "Side").value();
    assert_eq!(value.as_deref(), Some("Azerbaijan"));
    assert_eq!(focused(&harness), "Claimant (who says so)");
    // Down opens the list of a field that was only entered; Esc closes it, and the form stays.
    press(&mut harness, &[Key::ArrowDown]);
    write(&mut harness, "Claimant (who says so)", "a");
    assert!(harness.query_by_label("Karabakh authorities").is_some());
    press(&mut harness, &[Key::ArrowDown, Key::Enter]);
    check(&told(&mut harness), expect![[r#""#]]);
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
        Add claim “at least 25 dead”
        at least 25 killed | Karabakh authorities | Azerbaijan | the offensive | printed 19 Sep 2023, 21:12
    "#]],
    );
}

#[test]
fn a_list_opens_by_pointer_and_shows_all() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    assert!(harness.query_by_label("Azerbaijan").is_none());
    harness.get_by_label("List for Claimant (who says so)").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Azerbaijan").click();
    harness.run();
    let claimant = "Claimant (who says so)";
    let value = harness.get_by_role_and_label(Role::TextInput, claimant).value();
    assert_eq!(value.as_deref(), Some("Azerbaijan"));
    assert!(harness.query_by_role_and_label(Role::Button, "Karabakh authorities").is_none());
}

#[test]
fn escape_closes_the_list_first_and_then_the_form() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    write(&mut harness, "Claimant (who says so)", "kar");
    press(&mut harness, &[Key::Escape]);
    check(&told(&mut harness), expect![[r#""#]]);
    press(&mut harness, &[Key::Escape]);
    check(
        &told(&mut harness),
        expect![[r#"
        Leave
    "#]],
    );
}

#[test]
fn tab_walks_the_usual_fields_in_order() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    let mut walked = vec![focused(&harness)];
    for _ in 0..14 {
        press(&mut harness, &[Key::Tab]);
        walked.push(focused(&harness));
    }
    check(
        &walked.join("\n"),
        expect![[r#"
            At least
            At most
            Reads as
            Who
            Side
            Claimant (who says so)
            As of
            Incident
            Source reliability
            Credibility
            Memo
            More
            Done Enter
            Discard
            Killed"#]],
    );
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert_eq!(focused(&harness), walked[13]);
}

#[test]
fn what_is_walked_to_is_scrolled_to() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    harness.set_size(Vec2::new(320.0, 240.0));
    harness.run();
    assert!(harness.get_by_label("Memo").rect().top() > 240.0);
    for _ in 0..10 {
        press(&mut harness, &[Key::Tab]);
    }
    assert_eq!(focused(&harness), "Memo");
    harness.run();
    assert!(harness.get_by_label("Memo").rect().bottom() <= 240.0);
}

#[test]
fn arrows_choose_and_letters_do() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    harness.get_by_role_and_label(Role::RadioButton, "Killed").focus();
    harness.run();
    press(&mut harness, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(focused(&harness), "Missing");
    harness.get_by_role_and_label(Role::ComboBox, "Source reliability").focus();
    harness.run();
    harness.get_by_role_and_label(Role::ComboBox, "Source reliability").type_text("b");
    harness.run();
    press(&mut harness, &[Key::ArrowDown]);
    let value = harness.get_by_role_and_label(Role::ComboBox, "Source reliability").value();
    assert_eq!(value.as_deref(), Some("C fairly"));
    // Enter in a choice commits too.
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
            Add claim “at least 25 dead”
            at least 25 missing | Karabakh authorities |  | the offensive | printed 19 Sep 2023, 21:12
        "#]],
    );
}

#[test]
fn what_is_wrong_stands_below_its_field() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    write(&mut harness, "At least", "30");
    write(&mut harness, "At most", "20");
    assert!(harness.query_by_label("At most is below at least").is_some());
    press(&mut harness, &[Key::Enter]);
    check(&told(&mut harness), expect![[r#""#]]);
    write(&mut harness, "At most", "40");
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
            Add claim “at least 25 dead”
            30 to 40 killed | Karabakh authorities |  | the offensive | printed 19 Sep 2023, 21:12
        "#]],
    );
}

#[test]
fn a_stance_is_written_by_keys_alone() {
    let mut harness = harness(new(EvidenceKind::Stance, "They [called it unacceptable]."));
    assert_eq!(focused(&harness), "Actor");
    press(&mut harness, &[Key::Enter]);
    check(&told(&mut harness), expect![[r#""#]]);
    assert!(harness.query_by_label("The stance needs an actor").is_some());
    write(&mut harness, "Actor", "France");
    press(&mut harness, &[Key::Tab, Key::ArrowRight, Key::ArrowRight, Key::Tab]);
    assert_eq!(focused(&harness), "Target (what it is about)");
    write(&mut harness, "Target (what it is about)", "a ceasefire");
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
        Add stance “called it unacceptable”
        supports a ceasefire | France | a ceasefire | the offensive | printed 19 Sep 2023, 21:12
    "#]],
    );
}

#[test]
fn a_position_that_the_words_do_not_tell_is_chosen_not_assumed() {
    let mut harness = harness(new(EvidenceKind::Stance, "[The weather was fair] in Paris."));
    write(&mut harness, "Actor", "France");
    press(&mut harness, &[Key::Enter]);
    harness.get_by_label("Done Enter").click();
    check(&told(&mut harness), expect![[r#""#]]);
    assert!(harness.query_by_label("The stance needs a position").is_some());
    harness.get_by_label("+ Support").click();
    harness.run();
    assert!(harness.query_by_label("The stance needs a position").is_none());
    harness.get_by_label("Done Enter").click();
    check(
        &told(&mut harness),
        expect![[r#"
        Add stance “The weather was fair”
        supports | France |  | the offensive | printed 19 Sep 2023, 21:12
    "#]],
    );
}

#[test]
fn codes_become_chips_and_ctrl_enter_commits_from_the_memo() {
    let mut harness = harness(new(EvidenceKind::Note, TOLL));
    for code in ["shelling", "hunger"] {
        write(&mut harness, "Codes", code);
        press(&mut harness, &[Key::Enter]);
    }
    harness.get_by_label("Take away shelling").click();
    harness.run();
    harness.get_by_label("Memo").focus();
    harness.run();
    harness.get_by_label("Memo").type_text("two");
    harness.run();
    press(&mut harness, &[Key::Enter]);
    harness.get_by_label("Memo").type_text("lines");
    harness.run();
    check(&told(&mut harness), expect![[r#""#]]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    check(
        &told(&mut harness),
        expect![[r#"
        Add note “at least 25 dead”
        hunger |  |  |  | printed 19 Sep 2023, 21:12
    "#]],
    );
    let memo = &harness.state().built.state.annotations().values().last().unwrap().memo;
    assert_eq!(memo, "two\nlines");
}

#[test]
fn a_field_that_was_refused_keeps_the_focus() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    write(&mut harness, "As of", "soon");
    press(&mut harness, &[Key::Enter]);
    assert_eq!(focused(&harness), "As of");
    harness.get_by_label("Discard").click();
    check(
        &told(&mut harness),
        expect![[r#"
        Delete
    "#]],
    );
}

#[test]
fn what_is_undone_in_a_field_is_not_the_text_of_another_claim() {
    let case = format!("{CASE}\nclaim k1 a.txt killed 25\nclaim k2 a.txt killed 7");
    let mut harness = harness(of(&case, "k1"));
    write(&mut harness, "At least", "26");
    let case = harness.state_mut();
    let other = &case.built.state.annotations()[&case.built.keys["k2"]];
    (case.draft, case.opened) = (Draft::of(other, &case.built.state), true);
    harness.run();
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
    }
    let value = harness.get_by_role_and_label(Role::TextInput, "At least").value();
    assert_eq!(value.as_deref(), Some("7"));
}

#[test]
fn what_is_folded_opens_and_is_kept() {
    let case = format!("{CASE}\nclaim k0 a.txt killed 25\nclaim k1 a.txt killed 2 part-of k0");
    let mut harness = harness(of(&case, "k1"));
    assert!(harness.query_by_label("Part of").is_none());
    harness.get_by_label("More").click();
    harness.run();
    let part_of = harness.get_by_role_and_label(Role::TextInput, "Part of").value();
    assert_eq!(part_of.as_deref(), Some("Killed 25 · Meridian Wire"));
    write(&mut harness, "Place", "Shushi");
    press(&mut harness, &[Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
        Change claim “killed 2 part-of k0”
        2 killed, part of another figure |  |  |  | printed 19 Sep 2023, 21:12
    "#]],
    );
    let claim = harness.state().built.state.annotations().values().last().unwrap().clone();
    assert_eq!(claim.claim().unwrap().place, "Shushi");
    assert_eq!(claim.claim().unwrap().part_of, Some(harness.state().built.keys["k0"]));
}

#[test]
fn a_list_grows_again_with_its_rows() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    // Few rows first, more and longer ones then.
    write(&mut harness, "Side", "zzz");
    write(&mut harness, "Side", "karab");
    let ctx = &harness.ctx;
    let layers = ctx.memory(|it| it.areas().visible_layer_ids());
    let list = layers.iter().find(|it| it.order == Order::Foreground).unwrap();
    let list = AreaState::load(ctx, list.id).unwrap().rect();
    let rows: Vec<_> = harness.query_all_by_label_contains("arab").map(|it| it.rect()).collect();
    let rows: Vec<_> = rows.iter().filter(|it| list.x_range().contains(it.center().x)).collect();
    assert!(3 <= rows.len(), "{rows:?}");
    assert!(rows.iter().all(|it| it.bottom() <= list.bottom()), "{list:?} {rows:?}");
}
