//! Actors, incidents and codes in the real window: renamed, named otherwise, nested, merged, deleted, and the way from
//! each to its passages.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};

use super::desk::Desk;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The sample with its actors at the left.
fn actors() -> Desk {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Num2);
    desk
}

/// The step that can be taken back last.
fn last(desk: &Desk) -> String {
    let case = desk.app().case().unwrap();
    case.project().history().undo_label().unwrap_or("nothing").to_owned()
}

fn check(desk: &Desk, expect: Expect) {
    expect.assert_eq(&last(desk));
}

/// Clicks the row of this name.
fn choose(desk: &mut Desk, name: &str) {
    let place = place(desk, name);
    desk.click_at(place.center());
}

/// Where the row of this name is.
fn place(desk: &Desk, name: &str) -> Rect {
    let begins = format!("{name}, ");
    let mut rows = desk.harness.get_all_by_role(eframe::egui::accesskit::Role::TreeItem);
    let is_it =
        |label: Option<String>| label.is_some_and(|it| it.starts_with(&begins) || it == name);
    let row = rows.find(|it| is_it(it.accesskit_node().label()));
    row.unwrap_or_else(|| panic!("no row is called {name}")).rect()
}

#[test]
fn rows_say_what_they_are_and_how_much_names_them() {
    let desk = actors();
    let rows = desk.harness.get_all_by_role(eframe::egui::accesskit::Role::TreeItem);
    let told: Vec<_> = rows.filter_map(|it| it.accesskit_node().label()).take(6).collect();
    expect![[r#"
        Armenia, state, 3 claims, 5 stances
        Ararat Mirzoyan, person, 2 claims, 1 stance
        Nikol Pashinyan, person, 3 stances
        Azerbaijan, state, 15 claims, 16 stances
        Hikmet Hajiyev, person, 2 stances
        Ilham Aliyev, person, 1 stance"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn f2_renames_in_the_row_as_one_step_and_esc_leaves_it() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.press(Key::F2);
    desk.type_text("Republic of Armenia");
    check(&desk, expect!["nothing"]);
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Armenia to Republic of Armenia"]);
    choose(&mut desk, "Republic of Armenia");
    desk.press(Key::F2);
    desk.type_text("Something else");
    desk.press(Key::Escape);
    check(&desk, expect!["Rename Armenia to Republic of Armenia"]);
    desk.press_with(CTRL, Key::Z);
    check(&desk, expect!["nothing"]);
    place(&desk, "Armenia");
}

#[test]
fn what_is_typed_is_kept_when_the_field_is_left() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.press(Key::F2);
    desk.type_text("Yerevan");
    choose(&mut desk, "Azerbaijan");
    check(&desk, expect!["Rename Armenia to Yerevan"]);
    choose(&mut desk, "Azerbaijan");
    desk.press(Key::F2);
    desk.type_text("AZ");
    desk.click("Articles");
    check(&desk, expect!["Rename Azerbaijan to AZ"]);
}

#[test]
fn aliases_are_added_and_taken_away() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.click("Details");
    desk.harness
        .get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Other names")
        .focus();
    desk.run();
    desk.type_text("Hayastan");
    desk.press(Key::Enter);
    check(&desk, expect!["Change aliases of Armenia"]);
    desk.click("Remove Hayastan");
    check(&desk, expect!["Change aliases of Armenia"]);
    desk.press_with(CTRL, Key::Z);
    assert!(desk.shows("Remove Hayastan"));
}

#[test]
fn a_row_dragged_onto_another_stands_in_it_and_dragged_onto_free_space_alone() {
    let mut desk = actors();
    let (from, to) = (place(&desk, "Ararat Mirzoyan"), place(&desk, "Azerbaijan"));
    drag(&mut desk, from, to);
    check(&desk, expect!["Put Ararat Mirzoyan within Azerbaijan"]);
    // Nothing stands in itself.
    let (from, to) = (place(&desk, "Azerbaijan"), place(&desk, "Hikmet Hajiyev"));
    drag(&mut desk, from, to);
    check(&desk, expect!["Put Ararat Mirzoyan within Azerbaijan"]);
    desk.click("Filter actors");
    desk.type_text("Mirzoyan");
    let from = place(&desk, "Ararat Mirzoyan");
    drag(&mut desk, from, from.translate(eframe::egui::vec2(0.0, 60.0)));
    check(&desk, expect!["Let Ararat Mirzoyan stand alone"]);
}

fn drag(desk: &mut Desk, from: Rect, to: Rect) {
    desk.harness.drag_at(from.center());
    desk.harness.step();
    desk.harness.hover_at(from.center() + eframe::egui::vec2(12.0, 6.0));
    desk.harness.step();
    desk.harness.hover_at(to.center());
    desk.harness.step();
    desk.harness.drop_at(to.center());
    desk.run();
}

#[test]
fn what_an_actor_belongs_to_is_chosen_by_keys() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.click("Details");
    desk.click("Belongs to, nothing");
    desk.type_text("fran");
    desk.press(Key::Enter);
    check(&desk, expect!["Put Armenia within France"]);
    assert!(desk.shows("Belongs to, France"));
}

#[test]
fn merging_says_what_it_does_and_is_one_step() {
    let mut desk = actors();
    let before = desk.told();
    choose(&mut desk, "Armenia");
    desk.click("More");
    desk.click("Merge into…");
    desk.type_text("azer");
    assert!(desk.shows("will name Azerbaijan; “Armenia” becomes an alias."));
    assert_eq!(desk.told(), before);
    desk.click("Merge");
    check(&desk, expect!["Merge Armenia into Azerbaijan"]);
    expect!["14 articles, 134 annotations, 26 actors; unsaved; undo Merge Armenia into Azerbaijan; redo nothing"].assert_eq(&desk.told());
    desk.press_with(CTRL, Key::Z);
    place(&desk, "Armenia");
    check(&desk, expect!["nothing"]);
}

#[test]
fn delete_in_the_tree_asks_and_takes_no_annotation() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.press(Key::Delete);
    assert!(desk.shows("keep the report’s words"));
    check(&desk, expect!["nothing"]);
    desk.press(Key::Escape);
    assert!(!desk.shows("keep the report’s words"));
    check(&desk, expect!["nothing"]);
    desk.press(Key::Delete);
    assert!(desk.shows("keep the report’s words"));
    desk.press(Key::Enter);
    assert!(!desk.shows("keep the report’s words"));
    check(&desk, expect!["Delete actor Armenia"]);
}

#[test]
fn an_annotation_in_the_list_leads_to_its_passage() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    assert_eq!(desk.app().desk().picked, None);
    desk.click_near("Armenia condemns");
    let picked = desk.app().desk().picked.unwrap();
    let state = desk.app().case().unwrap().state();
    let main = state.annotations()[&picked].main().unwrap();
    assert_eq!(desk.app().desk().active().unwrap().article, main.article);
}

#[test]
fn arrows_walk_the_tree_fold_and_unfold_it() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.press(Key::ArrowLeft);
    assert!(!desk.shows("Ararat Mirzoyan"));
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowRight);
    desk.press(Key::F2);
    desk.type_text("A. Mirzoyan");
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Ararat Mirzoyan to A. Mirzoyan"]);
    desk.press(Key::ArrowLeft);
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowDown);
    desk.press(Key::F2);
    desk.type_text("A");
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Azerbaijan to A"]);
}

#[test]
fn enter_goes_from_a_row_to_what_names_it_and_on_to_the_passage() {
    let mut desk = actors();
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    desk.press(Key::Tab);
    desk.press(Key::Tab);
    desk.press(Key::Enter);
    let picked = desk.app().desk().picked.unwrap();
    let state = desk.app().case().unwrap().state();
    let actor = state.actor_named("Ararat Mirzoyan").unwrap().id;
    let body = format!("{:?}", state.annotations()[&picked].body);
    assert!(body.contains(&actor.to_string()), "{body}");
}

#[test]
fn new_ones_are_named_first_and_a_known_name_is_chosen() {
    let mut desk = actors();
    desk.click("New actor");
    desk.type_text("Baku");
    desk.press(Key::Enter);
    check(&desk, expect!["nothing"]);
    assert!(desk.shows("Remove Baku"));
    desk.click("New actor");
    desk.type_text("Georgia");
    desk.press(Key::Enter);
    check(&desk, expect!["Add actor Georgia"]);
    desk.press_with(CTRL, Key::Num3);
    desk.click("New incident");
    desk.type_text("the blockade");
    desk.press(Key::Enter);
    check(&desk, expect!["Add incident the blockade"]);
    desk.harness.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Time").focus();
    desk.run();
    desk.type_text("soon");
    desk.press(Key::Enter);
    assert!(desk.shows("is no time such as"));
    desk.harness.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Time").focus();
    desk.run();
    desk.type_text("Dec 2022");
    desk.press(Key::Enter);
    check(&desk, expect!["Change time of the blockade"]);
}

#[test]
fn a_colour_is_another_number_of_the_palette() {
    let mut desk = actors();
    choose(&mut desk, "Armenia");
    desk.click("Details");
    desk.harness.get_by_label("Colour 3").scroll_to_me();
    desk.run();
    desk.click("Colour 3");
    check(&desk, expect!["Change colour of Armenia"]);
    let case = desk.app().case().unwrap();
    assert_eq!(case.state().actor_named("Armenia").unwrap().colour, 2);
}

#[test]
fn questions_that_lie_over_each_other_are_left_one_by_one() {
    let mut desk = actors();
    desk.press_with(CTRL, Key::R);
    choose(&mut desk, "Armenia");
    desk.press(Key::Delete);
    assert!(desk.shows("keep the report’s words"));
    let viewports = &mut desk.harness.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events = vec![ViewportEvent::Close];
    desk.harness.step();
    desk.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
    desk.run();
    // Each question is left by itself; that the window comes to rest in between is held by this.
    while desk.is_asked() || desk.shows("keep the report’s words") {
        desk.press(Key::Escape);
    }
    desk.press(Key::F2);
    desk.type_text("Hayastan");
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Armenia to Hayastan"]);
}

#[test]
fn a_tree_that_appears_beneath_the_palette_waits_without_drawing_on() {
    let mut desk = actors();
    desk.press(Key::J);
    desk.harness.set_size([900.0, 650.0].into());
    desk.run();
    desk.press_with(CTRL, Key::K);
    desk.harness.set_size([1600.0, 1000.0].into());
    // That it comes to rest is held by this.
    desk.run();
    desk.press(Key::Escape);
    place(&desk, "Armenia");
    desk.press(Key::ArrowDown);
    desk.press(Key::F2);
    desk.type_text("A. Mirzoyan");
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Ararat Mirzoyan to A. Mirzoyan"]);
}

#[test]
fn an_empty_tree_says_how_it_is_filled() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Num4);
    if !desk.shows("No codes yet") {
        let codes: Vec<_> =
            desk.app().case().unwrap().state().codes().values().map(|it| it.name.clone()).collect();
        for code in codes {
            choose(&mut desk, &code);
            desk.press(Key::Delete);
            desk.press(Key::Enter);
        }
    }
    assert!(desk.shows("No codes yet: they are made as you write notes, or with New…."));
}

#[test]
fn a_double_click_renames_a_row_wherever_its_details_would_open() {
    let mut desk = actors();
    let at = place(&desk, "Recep Tayyip Erdogan").center();
    desk.harness.hover_at(at);
    desk.run();
    for _ in 0..2 {
        desk.harness.input_mut().events.extend([button(at, true), button(at, false)]);
        desk.harness.step();
    }
    desk.run();
    desk.type_text("Erdoğan");
    desk.press(Key::Enter);
    check(&desk, expect!["Rename Recep Tayyip Erdogan to Erdoğan"]);
}

#[test]
fn a_row_that_is_clicked_stays_in_sight_of_its_details() {
    let mut desk = actors();
    choose(&mut desk, "Recep Tayyip Erdogan");
    desk.run();
    let details = desk.harness.get_by_label_contains("Named in").rect();
    let row = place(&desk, "Recep Tayyip Erdogan");
    assert!(row.bottom() <= details.top(), "{row} {details}");
}

fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}
