//! The casualty chart as it is used: by pointer, by keys, narrowed down, and with the odd projects that there are.

use std::fmt::Write as _;
use std::sync::Arc;

use eframe::egui::{
    Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Role, Shape, Theme,
    TouchPhase, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;
use kbworkbench::base::AnnotationId;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::desk::Face;
use kbworkbench::project::{notation, write};

use super::desk::{Desk, SAMPLE, disk};
use super::odd::projects;
use super::picture::snapshot;

const FILE: &str = "/home/a/case.kbproj";

/// The chart of the sample.
fn sample() -> Desk {
    Desk::sample_in(Key::Num4)
}

/// The chart of a project in a few lines.
fn chart(text: &str, size: [f32; 2]) -> Desk {
    let disk = MemoryDisk::new();
    disk.add(FILE, write(&notation::state(text).unwrap()));
    let mut desk = Desk::sized(Arc::new(disk), Some(FILE), size, Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num4);
    desk
}

/// Names and places of the marks, in the order of their numbers.
fn marks(desk: &Desk) -> Vec<(String, Rect)> {
    let buttons = desk.harness.query_all_by_role(Role::Button);
    let named = buttons.filter_map(|it| {
        let name = it.accesskit_node().label()?;
        let number: usize = name.split_once(". ")?.0.parse().ok()?;
        Some((number, name, it.rect()))
    });
    let mut marks: Vec<_> = named.collect();
    marks.sort_by_key(|it| it.0);
    marks.into_iter().map(|(_, name, rect)| (name, rect)).collect()
}

/// The card that is shown, with its words.
fn card(desk: &Desk) -> Option<(String, Rect)> {
    let card = desk.harness.query_all_by_role(Role::Tooltip).next()?;
    Some((card.accesskit_node().label().unwrap_or_default(), card.rect()))
}

/// The name of what has the keyboard.
fn focused(desk: &Desk) -> String {
    let all = desk.harness.query_all(egui_kittest::kittest::by().predicate(|it| it.is_focused()));
    let names: Vec<_> = all.filter_map(|it| it.accesskit_node().label()).collect();
    names.last().cloned().unwrap_or_default()
}

fn point_at(desk: &mut Desk, at: Pos2) {
    desk.harness.event(Event::PointerMoved(at));
    desk.run();
}

fn wheel(desk: &mut Desk, at: Pos2, by: f32) {
    point_at(desk, at);
    desk.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    desk.run();
}

fn double_click(desk: &mut Desk, pos: Pos2) {
    for _ in 0..2 {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let press = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        // In one frame each: frames of a test are long.
        desk.harness.input_mut().events.extend([press(true), press(false)]);
        desk.harness.step();
    }
    desk.run();
}

/// What is chosen, with its quote.
fn picked(desk: &Desk) -> Option<String> {
    let state = desk.app().case()?.state();
    let annotation: AnnotationId = desk.app().desk().picked?;
    Some(state.annotations().get(&annotation)?.main()?.quote.clone())
}

#[test]
fn the_chart_of_the_sample_begins_with_those_killed_in_the_offensive() {
    let desk = sample();
    assert!(desk.shows("Killed in the offensive: at least 200 Karabakh Armenians"));
    assert!(desk.shows("31 claims shown, 38 hidden by filters"));
    assert_eq!(marks(&desk).len(), 31);
}

#[test]
fn a_card_never_covers_its_mark_nor_leaves_the_window() {
    for size in [[1600.0, 1000.0], [900.0, 650.0]] {
        let mut desk = Desk::sized(disk(), Some(SAMPLE), size, Theme::Light);
        desk.press_with(Modifiers::ALT, Key::Num4);
        let window = Rect::from_min_size(Pos2::ZERO, size.into());
        let edge = desk.harness.get_by_label("Line between chart and evidence").rect().top();
        let mut marks = marks(&desk);
        // The others are reached by scrolling.
        marks.retain(|it| it.1.bottom() < edge);
        assert!(10 < marks.len());
        for (name, rect) in marks {
            point_at(&mut desk, rect.center());
            let (words, card) = card(&desk).unwrap_or_else(|| panic!("no card for {name}"));
            assert!(!card.intersects(rect), "the card of {name} covers it");
            assert!(window.contains_rect(card), "the card of {name} leaves the window: {words}");
        }
    }
}

#[test]
fn a_card_tells_the_sentence_the_figure_and_the_source() {
    let mut desk = sample();
    let at = marks(&desk)[22].1.center();
    point_at(&mut desk, at);
    expect!["“առնվազն 200 զոհ” at least 200 killed, Karabakh ombudsman, as of 20 Sep 2023, 21:30, Ձորի լուրեր, 20 Sep 2023, 22:05"].assert_eq(&card(&desk).unwrap().0);
}

#[test]
fn a_click_on_a_mark_leads_to_its_sentence_and_the_way_back_leads_here() {
    let mut desk = sample();
    let (name, rect) = marks(&desk)[19].clone();
    assert!(name.starts_with("20. 32 killed"), "{name}");
    desk.click_at(rect.center());
    assert_eq!(desk.app().desk().face, Face::Read);
    assert_eq!(picked(&desk).as_deref(), Some("32 people killed"));
    assert!(desk.shows("32 people killed"));
    desk.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(desk.app().desk().face, Face::Casualties);
    assert_eq!(marks(&desk).len(), 31);
}

#[test]
fn enter_on_a_mark_leads_to_its_sentence_too() {
    let mut desk = sample();
    let name = marks(&desk)[19].0.clone();
    desk.harness.get_by_label(&name).focus();
    desk.run();
    assert!(card(&desk).unwrap().0.contains("32 people"));
    desk.press(Key::Enter);
    assert_eq!(picked(&desk).as_deref(), Some("32 people killed"));
}

#[test]
fn arrows_walk_from_mark_to_mark_and_from_panel_to_panel() {
    let mut desk = sample();
    let all = marks(&desk);
    desk.harness.get_by_label(&all[5].0).focus();
    desk.run();
    let mut told = String::new();
    use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, End, Home};
    for key in
        [ArrowRight, ArrowRight, ArrowLeft, ArrowDown, ArrowDown, ArrowDown, ArrowUp, End, Home]
    {
        desk.press(key);
        let name = focused(&desk);
        let _ = writeln!(told, "{key:?}: {}", name.split(',').next().unwrap_or_default());
    }
    expect![[r#"
        ArrowRight: 7. 2 civilians killed
        ArrowRight: 8. at least 25 killed
        ArrowLeft: 7. 2 civilians killed
        ArrowDown: 5. 1 civilian killed
        ArrowDown: 4. 5 killed
        ArrowDown: 4. 5 killed
        ArrowUp: 5. 1 civilian killed
        End: 31. at least 200 killed
        Home: 1. at least 2 civilians killed
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_wheel_brings_closer_what_is_under_the_pointer_and_a_double_click_fits() {
    let mut desk = sample();
    let before = marks(&desk);
    let at = before[19].1.center();
    // At its time, where there is nothing in the panel beneath.
    let pointer = Pos2::new(at.x, before[25].1.center().y + 20.0);
    wheel(&mut desk, pointer, 120.0);
    let after = marks(&desk);
    assert!(after.len() < before.len(), "what is far off is out of sight");
    let here = after.iter().find(|it| it.0 == before[19].0).unwrap().1;
    assert!((here.center().x - at.x).abs() < 2.0, "{here:?} was at {at:?}");
    assert!(desk.harness.query_by_label("Fit").is_some());
    double_click(&mut desk, pointer);
    assert_eq!(marks(&desk).len(), before.len());
    assert!(desk.harness.query_by_label("Fit").is_none());
}

#[test]
fn dragging_goes_on_in_time_and_keys_zoom_and_fit() {
    let mut desk = sample();
    let all = marks(&desk);
    desk.harness.get_by_label(&all[19].0).focus();
    desk.run();
    (0..4).for_each(|_| desk.press(Key::Plus));
    let place = |desk: &Desk| {
        let found = marks(desk).into_iter().find(|it| it.0 == all[19].0);
        found.map(|it| it.1.center())
    };
    let before = place(&desk).unwrap();
    desk.harness.drag_at(before + vec2(0.0, 60.0));
    desk.run();
    desk.harness.event(Event::PointerMoved(before + vec2(80.0, 60.0)));
    desk.run();
    desk.harness.drop_at(before + vec2(80.0, 60.0));
    desk.run();
    let after = place(&desk).unwrap();
    assert!((after.x - before.x - 80.0).abs() < 3.0, "{before:?} went to {after:?}");
    desk.harness.get_by_label(&all[19].0).focus();
    desk.run();
    desk.press(Key::Num0);
    assert_eq!(marks(&desk).len(), all.len());
}

#[test]
fn a_mark_lights_its_row_and_a_row_its_mark() {
    let mut desk = sample();
    let at = marks(&desk)[29].1.center();
    assert!(!desk.shows("Evidence 30."), "its row is out of sight at first");
    point_at(&mut desk, at);
    assert!(desk.shows("Evidence 30."), "its row is brought into sight");
    let row = desk.harness.get_by_label_contains("Evidence 30.").rect();
    point_at(&mut desk, row.center());
    let id = desk.app().desk().hover.last();
    assert!(matches!(id, Some(kbworkbench::gui::action::Thing::Annotation(_))), "{id:?}");
    desk.click_near("Evidence 30.");
    assert_eq!(desk.app().desk().face, Face::Read);
    assert!(picked(&desk).is_some());
}

#[test]
fn rows_beneath_the_pointer_stay_where_they_are() {
    let mut desk = sample();
    let rows = desk.harness.query_all_by_label_contains("Evidence ");
    let last = rows.map(|it| (it.rect().top(), it.rect().left() + 40.0));
    let (top, left) = last.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    let bottom = desk.harness.ctx.content_rect().bottom() - 40.0;
    let tops = |desk: &Desk| {
        let rows = desk.harness.query_all_by_label_contains("Evidence ");
        let rows = rows.filter(|it| it.accesskit_node().label().is_some());
        rows.map(|it| it.rect().top()).collect::<Vec<_>>()
    };
    let before = tops(&desk);
    // From row to row down to the one that is only half in sight.
    let mut at = top.min(bottom) - 120.0;
    while at < bottom {
        point_at(&mut desk, Pos2::new(left, at));
        assert_eq!(tops(&desk), before, "at {at}");
        at += 7.0;
    }
}

#[test]
fn filters_narrow_the_chart_down_and_are_cleared() {
    let mut desk = sample();
    desk.click_near("Azerbaijan, ");
    assert!(marks(&desk).len() < 31);
    assert!(marks(&desk).iter().all(|it| it.0.contains("Azerbaijan")));
    desk.click("Clear filters");
    assert_eq!(marks(&desk).len(), 31);
    desk.click_near("Injured");
    assert!(desk.shows("Injured in the offensive"));
    desk.click("Linear");
    assert!(!marks(&desk).is_empty());
}

#[test]
fn filters_stand_in_the_order_in_which_they_are_reached_for() {
    let desk = sample();
    let top = |name: &str| desk.harness.get_by_label(name).rect().top();
    let names = [
        "Outcome",
        "Claimants",
        "Of whom",
        "Panels",
        "Scale",
        "Outlet",
        "From",
        "Age and sex",
        "Status",
    ];
    let told: Vec<_> = names.into_iter().map(|it| (top(it), it)).collect();
    assert!(told.is_sorted_by(|one, next| one.0 < next.0), "{told:?}");
}

#[test]
fn a_row_of_the_evidence_gives_its_quote_to_a_screen_reader() {
    let desk = sample();
    let row = desk.harness.get_by_label_contains("Evidence 1.").accesskit_node();
    expect!["Evidence 1. at least 2 civilians killed, no time, Canal Info: “At least 2 civilians killed”"]
        .assert_eq(&row.label().unwrap());
}

/// Everything that is painted, in order.
fn shapes(desk: &Desk) -> Vec<Shape> {
    fn add(shape: &Shape, all: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|it| add(it, all)),
            shape => all.push(shape.clone()),
        }
    }
    let mut all = vec![];
    desk.harness.output().shapes.iter().for_each(|it| add(&it.shape, &mut all));
    all
}

#[test]
fn a_dispute_under_others_lights_up_with_its_own_shade() {
    let text = projects().into_iter().find(|it| it.0 == "sixty").unwrap().1;
    let mut desk = chart(&text, [1600.0, 1000.0]);
    let places: Vec<_> = marks(&desk).into_iter().map(|it| it.1).collect();
    // Between two marks, where there is nothing but shades.
    let at = places[30].center() + vec2(0.0, 40.0);
    point_at(&mut desk, at);
    let (words, _) = card(&desk).unwrap();
    assert!(words.starts_with("disputed"), "{words}");
    let is_shade = |it: &Shape| match it {
        Shape::Rect(it) => {
            let is_seen = it.fill.a() != 0 && it.stroke.width != 0.0;
            is_seen && it.rect.contains(at) && 300.0 < it.rect.width() && it.rect.height() < 400.0
        }
        _ => false,
    };
    let shades = shapes(&desk).iter().filter(|it| is_shade(it)).count();
    assert_eq!(shades, 1, "the shade of the one that is pointed at");
}

#[test]
fn the_number_at_a_mark_is_read_over_the_ring_of_the_keyboard() {
    let mut desk = sample();
    for place in [0, 2, 22] {
        let (name, mark) = marks(&desk)[place].clone();
        desk.harness.get_by_label(&name).focus();
        desk.run();
        let shapes = shapes(&desk);
        let is_ring = |it: &Shape| {
            matches!(it, Shape::Rect(it) if 2.0 < it.stroke.width
                && it.rect.center().distance(mark.center()) < 2.0)
        };
        let ring = shapes.iter().rposition(is_ring).expect("a ring");
        let number = format!("{}", place + 1);
        let is_number = |it: &Shape| {
            let Shape::Text(it) = it else { return false };
            let words = it.galley.text();
            let is_own = words == number || words.starts_with(&format!("{number}: "));
            is_own && it.visual_bounding_rect().distance_to_pos(mark.center()) < 40.0
        };
        let last = shapes.iter().rposition(is_number).expect("a number");
        assert!(ring < last, "{name}: its number is beneath the ring");
    }
}

#[test]
fn a_filter_that_hides_all_is_told_and_can_be_cleared() {
    let mut desk = sample();
    desk.harness.get_by_label("From").focus();
    desk.run();
    desk.type_text("2031");
    assert_eq!(marks(&desk).len(), 3, "claims without a time stay");
    desk.click("Clear filters");
    assert_eq!(marks(&desk).len(), 31);
    desk.click_near("Azerbaijan, ");
    desk.harness.get_by_label("From").focus();
    desk.run();
    desk.type_text("2031");
    assert!(desk.shows("No claims to show"));
    desk.harness.get_all_by_label("Clear filters").last().unwrap().click();
    desk.run();
    assert_eq!(marks(&desk).len(), 31);
}

#[test]
fn a_project_without_claims_says_how_to_begin() {
    let desk = chart("article a.txt\n", [900.0, 650.0]);
    assert!(desk.shows("No casualty claims yet"));
    assert!(desk.shows("press 1"));
}

#[test]
fn odd_projects_have_all_their_marks() {
    for (at, (name, text, count)) in projects().into_iter().enumerate() {
        let size = if at % 2 == 0 { [900.0, 650.0] } else { [1600.0, 1000.0] };
        let desk = chart(&text, size);
        if count == 0 {
            assert!(desk.shows("No casualty claims yet"));
            continue;
        }
        let seen = marks(&desk).len();
        assert!(0 < seen && seen <= count, "{name}: {seen} of {count} marks are in sight");
        assert!(desk.shows("shown"), "{name}: claims are counted");
    }
}

#[test]
fn what_is_counted_and_what_marks_mean_stand_in_a_row_without_half_a_word() {
    let counted = "31 claims in 13 articles, 3 without a time";
    for (size, words) in [
        (
            [1600.0, 1000.0],
            "filled: time stated · hollow: time of printing · half-filled: guessed · arrow: at least",
        ),
        ([900.0, 650.0], ""),
    ] {
        let mut desk = Desk::sized(disk(), Some(SAMPLE), size, Theme::Light);
        desk.press_with(Modifiers::ALT, Key::Num4);
        let row = desk.harness.get_by_label_contains(counted);
        let told = row.accesskit_node().value().unwrap();
        assert!(told.contains(words) && !told.contains('…'), "{told}");
        assert!(row.rect().height() < 24.0, "{told} is in {:?}", row.rect());
        assert!(!desk.shows("Line: running total of one claimant"));
        desk.click("What the marks mean");
        assert!(desk.shows("Line: running total of one claimant"));
    }
}

#[test]
fn nothing_is_pointed_at_beneath_the_time_axis_that_stays_in_sight() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [900.0, 650.0], Theme::Light);
    desk.press_with(Modifiers::ALT, Key::Num4);
    let edge = desk.harness.get_by_label("Line between chart and evidence").rect().top();
    let beneath: Vec<_> = marks(&desk).into_iter().filter(|it| edge < it.1.bottom()).collect();
    for (name, _) in &beneath {
        assert!(!desk.shows(name), "{name} lies beneath the axis");
    }
    desk.press(Key::Escape);
    snapshot(&mut desk.harness, "casualties-narrow");
    // By keys they are brought over it.
    let first = marks(&desk)[0].0.clone();
    desk.harness.get_by_label(&first).focus();
    desk.run();
    for _ in 0..4 {
        desk.press(Key::ArrowDown);
    }
    let name = focused(&desk);
    let mark = marks(&desk).into_iter().find(|it| it.0 == name).unwrap().1;
    assert!(
        mark.bottom() < edge - 30.0,
        "{name} at {mark:?} is above the axis, which ends at {edge}"
    );
}

#[test]
fn the_card_of_the_mark_with_the_keyboard_makes_way_for_what_is_pointed_at() {
    let mut desk = sample();
    let name = marks(&desk)[0].0.clone();
    desk.harness.get_by_label(&name).focus();
    desk.run();
    let told = |desk: &Desk| {
        let cards = desk.harness.query_all_by_role(Role::Tooltip);
        cards.filter_map(|it| it.accesskit_node().label()).collect::<Vec<_>>()
    };
    let own = told(&desk);
    assert_eq!(own.len(), 1);
    let row = |desk: &Desk, of: &str| desk.harness.get_by_label_contains(of).rect().center();
    let (first, second) = (row(&desk, "Evidence 1."), row(&desk, "Evidence 2."));
    point_at(&mut desk, second);
    assert!(!told(&desk).contains(&own[0]), "another row tells of itself alone");
    point_at(&mut desk, first);
    assert_eq!(told(&desk), own, "its own row says nothing a second time");
}

#[test]
fn the_chart_waits_at_rest() {
    let mut desk = sample();
    let at = marks(&desk)[3].1.center();
    point_at(&mut desk, at);
    let steps = desk.harness.try_run().unwrap();
    assert!(steps <= 2, "{steps} frames at rest");
}

#[test]
fn the_chart_looks_as_it_should() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1320.0, 760.0], Theme::Light);
    desk.click("Casualties");
    snapshot(&mut desk.harness, "casualties-light");
}

#[test]
fn the_chart_in_the_dark_looks_as_it_should() {
    let disk = disk();
    disk.add("/home/a/.state/kbworkbench/settings.json", r#"{"theme":"dark"}"#);
    let mut desk = Desk::sized(disk, Some(SAMPLE), [1320.0, 760.0], Theme::Dark);
    desk.click("Casualties");
    let at = marks(&desk)[22].1.center();
    point_at(&mut desk, at);
    snapshot(&mut desk.harness, "casualties-dark");
}

#[test]
fn a_chart_turned_to_shows_no_card_until_one_is_asked_for() {
    let mut desk = Desk::sample_in(Key::Num4);
    assert!(card(&desk).is_none());
    desk.press(Key::ArrowRight);
    assert!(card(&desk).is_some());
    desk.press(Key::ArrowLeft);
    assert!(card(&desk).is_some());
}
