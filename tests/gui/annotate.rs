//! Marking claims, stances and notes in the real window: by mouse and by keys, undone, done again, saved, opened again.

use std::collections::BTreeSet;

use eframe::egui::{Color32, Key, Modifiers, Rect, Role, Shape, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;

use kbworkbench::base::ActorId;
use kbworkbench::gui::action::Thing;
use kbworkbench::project::Body;

use super::desk::{Desk, SAMPLE};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Goes to the first claim of the first article and selects its sentence, without a mouse.
fn select_sentence(desk: &mut Desk) {
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
}

#[test]
fn a_sentence_becomes_a_claim_by_four_keys_and_stands_in_the_saved_file() {
    let mut desk = Desk::sample();
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
    select_sentence(&mut desk);
    desk.press(Key::Num1);
    assert!(desk.shows("Casualty claim"));
    desk.press(Key::Enter);
    expect!["14 articles, 135 annotations, 27 actors; unsaved; undo Add claim “Two civilians, employees of the road ag…”; redo nothing"].assert_eq(&desk.told());
    desk.press_with(CTRL, Key::S);
    expect!["14 articles, 135 annotations, 27 actors; saved; undo Add claim “Two civilians, employees of the road ag…”; redo nothing"].assert_eq(&desk.told());
    assert_eq!(desk.on_disk(SAMPLE).state().annotations().len(), 135);
}

#[test]
fn undo_takes_everything_back_and_redo_does_it_again() {
    let mut desk = Desk::sample();
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        select_sentence(&mut desk);
        desk.press(key);
        desk.press(Key::Enter);
        desk.press(Key::Escape);
    }
    let after = desk.told();
    for _ in 0..3 {
        desk.press_with(CTRL, Key::Z);
    }
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo Add claim “Two civilians, employees of the road ag…”"].assert_eq(&desk.told());
    for _ in 0..3 {
        desk.press_with(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(desk.told(), after);
}

#[test]
fn esc_leaves_a_form_and_nothing_is_recorded() {
    let mut desk = Desk::sample();
    select_sentence(&mut desk);
    desk.press(Key::Num2);
    assert!(desk.shows("Stance"));
    desk.press(Key::Escape);
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo nothing"]
        .assert_eq(&desk.told());
}

/// What lights up: the words of its main passage.
fn lit(desk: &Desk) -> String {
    let Some(Thing::Annotation(id)) = desk.app().desk().hover.last() else {
        return "nothing".to_owned();
    };
    let annotation = &desk.app().case().unwrap().state().annotations()[&id];
    annotation.main().unwrap().quote.chars().take(30).collect()
}

/// Colours of what is filled beneath these words of the text.
fn grounds(desk: &Desk, place: Rect) -> Vec<Color32> {
    let shapes = desk.harness.output().shapes.iter();
    let filled = shapes.filter_map(|it| match &it.shape {
        Shape::Rect(rect) if place.contains(rect.rect.center()) => Some(rect.fill),
        _ => None,
    });
    filled.collect()
}

fn mark(desk: &Desk, name: &str) -> Rect {
    desk.harness.get_by_role_and_label(Role::Mark, name).rect()
}

#[test]
fn a_row_of_the_form_lights_its_mark_in_the_text_and_a_mark_lights_its_row() {
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
    desk.press(Key::Num3);
    let place = mark(&desk, "4 police killed");
    let row = desk.harness.get_by_role_and_label(Role::Button, "Killed 4, police").rect();
    let (quiet, quiet_row) = (grounds(&desk, place), grounds(&desk, row));
    desk.harness.hover_at(row.center());
    // That it comes to rest, with the pointer on it, is held by this.
    desk.run();
    assert_eq!(lit(&desk), "Four employees of the Ministry");
    assert_ne!(grounds(&desk, place), quiet, "the mark is drawn stronger");
    desk.harness.hover_at(place.center());
    desk.run();
    assert_eq!(lit(&desk), "Four employees of the Ministry");
    assert_ne!(grounds(&desk, row), quiet_row, "the row is drawn stronger");
    desk.harness.hover_at(pos2(800.0, 20.0));
    desk.run();
    assert_eq!(lit(&desk), "nothing");
    assert_eq!((grounds(&desk, place), grounds(&desk, row)), (quiet, quiet_row));
}

#[test]
fn passages_that_overlap_stand_in_lanes_and_a_click_again_chooses_the_next() {
    let mut desk = Desk::sample();
    let (short, long) =
        ("European Union condemns the offensive", "Toivo Klaar condemns the offensive");
    let place = mark(&desk, short);
    // The lines of a mark are one mesh; each begins at the top of its lane in the first row.
    let both = place.union(mark(&desk, long)).expand(8.0);
    let lines = desk.harness.output().shapes.iter().filter_map(|it| match &it.shape {
        Shape::Mesh(mesh) => Some(mesh.calc_bounds()),
        _ => None,
    });
    let starts = lines.filter(|it| both.contains(it.left_top()) || both.contains(it.right_top()));
    let tops: BTreeSet<_> = starts.map(|it| it.top() as i32).collect();
    assert_eq!(tops.len(), 2, "a lane for each: {tops:?}");
    let chosen = |desk: &Desk| {
        let marks = desk.harness.query_all_by_role(Role::Mark);
        let mut chosen = marks.filter(|it| it.accesskit_node().is_selected() == Some(true));
        chosen.next().and_then(|it| it.accesskit_node().label()).unwrap_or_default()
    };
    let mut told = vec![chosen(&desk)];
    for _ in 0..3 {
        // So far apart that it is no double click.
        desk.click_at(place.center());
        desk.harness.run_steps(4);
        told.push(chosen(&desk));
    }
    assert_eq!(told, ["", short, long, short]);
}

/// The words that are selected in the active column.
fn selected(desk: &Desk) -> String {
    let (case, column) = (desk.app().case().unwrap(), desk.app().desk().active().unwrap());
    let span = column.selection.unwrap().span();
    span.of(&case.text(column.article).unwrap().text).to_owned()
}

#[test]
fn words_are_dragged_over_and_the_drag_goes_on_past_the_edge() {
    let mut desk = Desk::sample();
    let place = desk.harness.get_by_label_contains("Two explosions came first.").rect();
    let from = place.left_top() + vec2(2.0, 12.0);
    desk.harness.drag_at(from);
    desk.harness.hover_at(from + vec2(200.0, 30.0));
    desk.run();
    let short = selected(&desk).len();
    desk.harness.hover_at(pos2(800.0, 985.0));
    desk.harness.run_steps(12);
    desk.harness.drop_at(pos2(800.0, 985.0));
    desk.run();
    assert!(short > 20 && selected(&desk).len() > 1200, "{short} {}", selected(&desk).len());
}

/// The annotation made or changed last, in words.
fn newest(desk: &Desk) -> String {
    let state = desk.app().case().unwrap().state();
    let annotation = state.annotations().values().next_back().unwrap();
    let actor = |id: Option<ActorId>| id.map(|it| state.actors()[&it].name.clone());
    match &annotation.body {
        Body::Claim(it) => {
            let whole = it.part_of.map(|it| state.annotations()[&it].main().unwrap().quote.clone());
            let incident = it.incident.map(|it| state.incidents()[&it].name.clone());
            format!("claim, {:?}, part of {whole:?}, {incident:?}", it.measure)
        }
        Body::Stance(it) => format!("stance of {:?} {:?}", actor(it.actor.actor), it.position),
        Body::Note(it) => {
            let codes = it.codes.iter().map(|it| state.codes()[it].name.clone());
            format!("note, {:?}", codes.collect::<Vec<_>>())
        }
    }
}

#[test]
fn actors_are_completed_over_aliases_and_new_ones_are_made_in_the_same_step() {
    let mut desk = Desk::sample();
    select_sentence(&mut desk);
    desk.press(Key::Num2);
    let write = |desk: &mut Desk, words: &str| {
        desk.harness.get_by_role_and_label(Role::TextInput, "Actor").focus();
        desk.run();
        desk.press_with(CTRL, Key::A);
        desk.type_text(words);
    };
    desk.click("✕ Condemn");
    write(&mut desk, "Baku");
    desk.press_with(CTRL, Key::Enter);
    let by_alias = newest(&desk);
    write(&mut desk, "Ministry of Roads");
    desk.press_with(CTRL, Key::Enter);
    expect![[r#"
        stance of Some("Azerbaijan") Condemn
        stance of Some("Ministry of Roads") Condemn
        14 articles, 135 annotations, 28 actors; unsaved; undo Change stance “Two civilians, employees of the road ag…”; redo nothing"#]]
    .assert_eq(&format!("{by_alias}\n{}\n{}", newest(&desk), desk.told()));
    desk.press_with(CTRL, Key::Z);
    expect!["14 articles, 135 annotations, 27 actors; unsaved; undo Add stance “Two civilians, employees of the road ag…”; redo Change stance “Two civilians, employees of the road ag…”"]
        .assert_eq(&desk.told());
}

#[test]
fn incident_code_and_part_of_are_chosen_by_typing() {
    let mut desk = Desk::sample();
    select_sentence(&mut desk);
    desk.press(Key::Num1);
    let write = |desk: &mut Desk, field: &str, words: &str| {
        let field = desk.harness.get_by_role_and_label(Role::TextInput, field);
        field.scroll_to_me();
        field.focus();
        desk.run();
        desk.press_with(CTRL, Key::A);
        desk.type_text(words);
    };
    write(&mut desk, "Incident", "second");
    desk.press(Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    desk.click("More");
    write(&mut desk, "Part of", "police");
    desk.press(Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    let claim = newest(&desk);
    desk.press_with(CTRL, Key::T);
    select_sentence(&mut desk);
    desk.press(Key::Num3);
    write(&mut desk, "Codes", "evacuation");
    desk.press(Key::Enter);
    desk.press_with(CTRL, Key::Enter);
    expect![[r#"
        claim, Part, part of Some("Four employees of the Ministry of the Interior on their way to the scene were killed"), Some("the second mine")
        note, ["evacuation"]
        14 articles, 136 annotations, 27 actors; unsaved; undo Add note “Four employees of the Ministry of the I…”; redo nothing"#]].assert_eq(&format!("{claim}\n{}\n{}", newest(&desk), desk.told()));
}

#[test]
fn passages_are_added_with_a_role_annotations_duplicated_and_deleted_each_as_one_step() {
    let mut desk = Desk::sample();
    let passages = |desk: &Desk| {
        let app = desk.app();
        let picked = app.desk().picked.unwrap();
        let passages = &app.case().unwrap().state().annotations()[&picked].passages;
        passages.iter().map(|it| it.role.label()).collect::<Vec<_>>().join(", ")
    };
    desk.press(Key::J);
    desk.press(Key::J);
    let mut told = vec![passages(&desk)];
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
    desk.press(Key::Num4);
    told.push(format!("{}; {}", passages(&desk), desk.told()));
    desk.press_with(CTRL_SHIFT, Key::ArrowDown);
    desk.click("Attribution");
    told.push(format!("{}; {}", passages(&desk), desk.told()));
    desk.press_with(CTRL, Key::D);
    desk.press(Key::Enter);
    told.push(desk.told());
    desk.press_with(CTRL, Key::T);
    desk.press(Key::Delete);
    told.push(desk.told());
    for _ in 0..4 {
        desk.press_with(CTRL, Key::Z);
    }
    told.push(desk.told());
    expect![[r#"
        main
        main, repeat; 14 articles, 134 annotations, 27 actors; unsaved; undo Add passage “Two civilians, employees of the road ag…” as repeat; redo nothing
        main, repeat, attribution; 14 articles, 134 annotations, 27 actors; unsaved; undo Add passage “Two civilians, employees of the road ag…” as attribution; redo nothing
        14 articles, 135 annotations, 27 actors; unsaved; undo Add claim “Two civilians, employees of the road ag…”; redo nothing
        14 articles, 134 annotations, 27 actors; unsaved; undo Delete claim “Two civilians, employees of the road ag…”; redo nothing
        14 articles, 134 annotations, 27 actors; saved; undo nothing; redo Add passage “Two civilians, employees of the road ag…” as repeat"#]].assert_eq(&told.join("\n"));
}

#[test]
fn an_actor_pointed_at_lights_the_marks_that_name_it() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Num2);
    let (named, other) = (
        mark(&desk, "Karabakh ombudsman condemns the offensive"),
        mark(&desk, "France condemns the offensive"),
    );
    let quiet = (grounds(&desk, named), grounds(&desk, other));
    let row = desk.harness.get_all_by_label_contains("Karabakh ombudsman, ").next().unwrap().rect();
    desk.harness.hover_at(row.center());
    desk.run();
    assert_ne!(grounds(&desk, named), quiet.0, "it names the actor");
    assert_eq!(grounds(&desk, other), quiet.1, "it names another");
}
