//! The forms driven by label and by keys: a passage and what is pressed in, the step and the record out.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use jiff::Timestamp;

use super::*;
use crate::analysis::prefill;
use crate::base::{IdMint, Span, theme};
use crate::project::notation::{self, Built};
use crate::project::{Edit, RecordId, Stamp, apply, context, gazetteer, label, passage};
use crate::views::{self, EvidenceKind};

/// A project, the draft of a form, and what the form told.
pub(super) struct Case {
    pub built: Built,
    pub draft: Draft,
    pub opened: bool,
    pub selection: Option<&'static str>,
    pub events: Vec<FormEvent>,
}

const CASE: &str = "zone +04:00
    actor Azerbaijan : state, alias Baku
    actor Karabakh authorities : organisation, alias Stepanakert
    incident the offensive
    article a.txt | Meridian Wire | 2023-09-19 21:12";

const TOLL: &str =
    "The fighting has left [at least 25 dead], according to the authorities in Stepanakert.";

pub(super) fn stamp() -> Stamp {
    Stamp::new("CD", Timestamp::UNIX_EPOCH)
}

/// A new draft at the words between brackets of an article that says `text`.
fn new(kind: EvidenceKind, text: &str) -> Case {
    let start = text.find('[').unwrap();
    let text = text.replacen('[', "", 1);
    let end = text.find(']').unwrap();
    let text = text.replacen(']', "", 1);
    let mut built = notation::read(&format!("{CASE}\nnote x a.txt \"{text}\"")).unwrap();
    let note = Edit::Delete(RecordId::Annotation(built.keys["x"]));
    apply(&mut built.state, &note, &stamp()).unwrap();
    let (id, article) = built.texts.iter().next().unwrap();
    let span = Span::new(start, end);
    let names = gazetteer(&built.state);
    let offered = prefill(article, span, &names, &context(&built.state));
    let passage = passage(*id, article, span, PassageRole::Main);
    let draft = Draft::new(kind, passage, &offered, &built.state, &names);
    Case { built, draft, opened: true, selection: None, events: vec![] }
}

/// The draft of the annotation that the project has under `key`.
pub(super) fn of(notation: &str, key: &str) -> Case {
    let built = notation::read(notation).unwrap();
    let draft = Draft::of(&built.state.annotations()[&built.keys[key]], &built.state);
    Case { built, draft, opened: true, selection: None, events: vec![] }
}

fn harness(case: Case) -> Harness<'static, Case> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(320.0, 1200.0))
        .with_context_setup(|ctx| ctx.set_fonts(crate::gui::fonts::definitions()))
        .build_ui_state(
            |ui, case: &mut Case| {
                let inputs = Inputs {
                    state: &case.built.state,
                    gazetteer: Gazetteer::bundled(),
                    palette: &theme::LIGHT,
                    selection: case.selection,
                    opened: std::mem::take(&mut case.opened),
                };
                let events = show(ui, &mut case.draft, &inputs);
                case.events.extend(events);
            },
            case,
        );
    harness.run();
    harness
}

/// What was told; a commit is carried out and told as its step and its records.
fn told(harness: &mut Harness<'_, Case>) -> String {
    harness.run();
    let case = harness.state_mut();
    let mut shown = String::new();
    for event in std::mem::take(&mut case.events) {
        if event != FormEvent::Commit {
            shown += &format!("{event:?}\n");
            continue;
        }
        let mut mint = IdMint::seeded("test");
        let state = &mut case.built.state;
        let edit = case.draft.edit(state, Gazetteer::bundled(), &mut mint, &stamp()).unwrap();
        let Some(edit) = edit else {
            shown += "Commit nothing\n";
            continue;
        };
        shown += &format!("{}\n", label(&edit, state));
        apply(state, &edit, &stamp()).unwrap();
        let id = match &case.draft.target {
            Target::Existing(id) => *id,
            Target::New { .. } => *state.annotations().keys().last().unwrap(),
        };
        let told = views::evidence(state, &state.annotations()[&id]);
        shown += &format!(
            "{} | {} | {} | {} | {}\n",
            told.says, told.who, told.whom, told.incident, told.time
        );
    }
    shown
}

fn check(shown: &str, expect: Expect) {
    expect.assert_eq(shown);
}

fn press(harness: &mut Harness<'_, Case>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

/// Replaces the text of a field, by hand.
fn write(harness: &mut Harness<'_, Case>, label: &str, text: &str) {
    let field = harness.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
}

fn focused(harness: &Harness<'_, Case>) -> String {
    let focused = harness.root().children_recursive().find(|it| it.is_focused());
    focused.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn enter_commits_what_the_words_offer() {
    let mut harness = harness(new(EvidenceKind::Claim, TOLL));
    assert_eq!(focused(&harness), "At least");
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
    // The first Enter takes the row of the list, the second commits.
    press(&mut harness, &[Key::Enter]);
    check(&told(&mut harness), expect![[r#""#]]);
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
    press(&mut harness, &[Key::Tab, Key::ArrowRight, Key::Tab]);
    assert_eq!(focused(&harness), "Target (what it is about)");
    write(&mut harness, "Target (what it is about)", "a ceasefire");
    press(&mut harness, &[Key::Enter, Key::Enter]);
    check(
        &told(&mut harness),
        expect![[r#"
        Add stance “called it unacceptable”
        supports a ceasefire | France | a ceasefire | the offensive | printed 19 Sep 2023, 21:12
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

/// The panel of the article `a.txt`; every edit is carried out at once.
fn panel(case: &str) -> Harness<'static, (Built, article::ArticleDraft, Vec<String>)> {
    let built = notation::read(case).unwrap();
    let draft = article::ArticleDraft::of(&built.state.articles()[0]);
    let read = built.state.articles()[0].metadata.clone();
    let mut harness = Harness::builder()
        .with_size(Vec2::new(320.0, 900.0))
        .with_context_setup(|ctx| ctx.set_fonts(crate::gui::fonts::definitions()))
        .build_ui_state(
            move |ui, (built, draft, told): &mut (Built, article::ArticleDraft, Vec<String>)| {
                let inputs = article::ArticleInputs {
                    state: &built.state,
                    palette: &theme::DARK,
                    read: Some(&read),
                };
                for edit in article::show(ui, draft, &inputs) {
                    told.push(label(&edit, &built.state));
                    apply(&mut built.state, &edit, &stamp()).unwrap();
                }
            },
            (built, draft, vec![]),
        );
    harness.run();
    harness
}

#[test]
fn what_is_known_of_an_article_is_set_and_taken_back() {
    let mut harness = panel(&format!("{CASE}\nclaim k1 a.txt killed 2\nclaim k2 a.txt injured 2"));
    assert!(harness.query_by_label("2 claims, no stances, no notes").is_some());
    let write = |harness: &mut Harness<'_, _>, label: &str, text: &str, end: Key| {
        let role = if label == "Title" { Role::MultilineTextInput } else { Role::TextInput };
        harness.get_by_role_and_label(role, label).focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.run();
        harness.get_by_role_and_label(role, label).type_text(text);
        harness.run();
        harness.key_press(end);
        harness.run();
    };
    write(&mut harness, "Outlet", "Canal Info", Key::Enter);
    write(&mut harness, "Title", "What is known", Key::Enter);
    write(&mut harness, "Author", "nobody", Key::Escape);
    write(&mut harness, "Published", "20 Sep 2023", Key::Tab);
    write(&mut harness, "Published", "soon", Key::Tab);
    assert!(harness.query_by_label("“soon” is no time such as “19 Sep 2023 20:00”").is_some());
    harness.get_by_label("Back to what was read, outlet").click();
    harness.run();
    harness.get_by_label("Read to the end").click();
    harness.run();
    let (built, _, told) = harness.state();
    let metadata = &built.state.articles()[0].metadata;
    let outlet = metadata.outlet.as_ref().unwrap();
    let end = format!("{} ({}), {:?}", outlet.value, outlet.from.word(), metadata.author);
    check(
        &format!("{}\n{end}", told.join("\n")),
        expect![[r#"
        Change outlet to Canal Info
        Change title to What is known
        Change time of publication
        Take back outlet
        Mark a.txt as read
        Meridian Wire (stated), None"#]],
    );
}
