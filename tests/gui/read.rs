//! Reading in the real window: how the text stands, where one is in it, how one gets from passage to passage.

use eframe::egui::{
    Color32, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, Role, Shape,
    TouchPhase, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;

use super::desk::Desk;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The words at the caret.
fn here(desk: &Desk) -> String {
    let (case, column) = (desk.app().case().unwrap(), desk.app().desk().active().unwrap());
    let at = column.selection.unwrap().head;
    case.text(column.article).unwrap().text[at..].chars().take(20).collect()
}

#[test]
fn j_and_k_go_through_all_passages_also_where_an_annotation_has_several() {
    let mut desk = Desk::sample();
    desk.click_near("Azerbaijan opens fire");
    let walk = |desk: &mut Desk, key| {
        let mut places = vec![];
        loop {
            desk.press(key);
            let picked = desk.app().desk().picked.unwrap();
            let state = desk.app().case().unwrap().state();
            let kind = state.annotations()[&picked].passages.len();
            let selection = desk.app().desk().active().unwrap().selection.unwrap();
            let place = format!("{}: {} of {kind}", selection.head, here(desk));
            if places.last() == Some(&place) || places.len() > 40 {
                return places;
            }
            places.push(place);
        }
    };
    let down = walk(&mut desk, Key::J);
    let mut up = walk(&mut desk, Key::K);
    expect![[r#"
        89: Yerevan denounces an of 3
        171: Yerevan denounces an of 3
        669: Armenian diplomacy d of 3
        829: accused Azerbaijan o of 1
        1101: four police officers of 1
        1132: two civilians were k of 1
        1400: in the autumn of 202 of 2
        1477: Vladimir Putin then  of 2
        1623: the only road from A of 1
        1683: Yerevan accuses Baku of 1
        1683: Yerevan accuses Baku of 2
        1784: It also reproaches R of 2
        1854: France condemned the of 1
        2043: demanded that Azerba of 1
        2085: so that a genuine di of 1
        2206: condemned the escala of 1"#]]
    .assert_eq(&down.join("\n"));
    up.reverse();
    assert_eq!(up, down[..down.len() - 1]);
}

/// Where the paragraph that begins so stands.
fn paragraph(desk: &Desk, words: &str) -> Rect {
    let mut all = desk.harness.query_all_by_role(Role::Paragraph);
    let begins = |label: Option<String>| label.is_some_and(|it| it.starts_with(words));
    all.find(|it| begins(it.accesskit_node().label())).unwrap().rect()
}

fn wheel(desk: &mut Desk, by: f32) {
    let (unit, phase, source) =
        (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
    let (delta, modifiers) = (vec2(0.0, by), Modifiers::NONE);
    desk.harness.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
    desk.run();
}

#[test]
fn each_column_scrolls_by_itself() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Enter);
    let (first, second) = ("To the Armenian Ministry", "Azerbaijan opens fire");
    let before = (paragraph(&desk, first), paragraph(&desk, second));
    desk.harness.hover_at(before.0.center());
    wheel(&mut desk, -100.0);
    assert_eq!(paragraph(&desk, first), before.0.translate(vec2(0.0, -100.0)));
    assert_eq!(paragraph(&desk, second), before.1);
}

/// The colours of the words painted within a place.
fn inks(desk: &Desk, place: Rect) -> Vec<Color32> {
    let shapes = desk.harness.output().shapes.iter();
    let inks = shapes.filter_map(|it| match &it.shape {
        Shape::Text(text) if place.expand(2.0).contains(text.visual_bounding_rect().center()) => {
            let set = text.galley.job.sections.first().map(|it| it.format.color);
            text.override_text_color
                .or(set.filter(|it| *it != Color32::PLACEHOLDER))
                .or(Some(text.fallback_color))
        }
        _ => None,
    });
    inks.collect()
}

#[test]
fn furniture_is_paler_than_the_report() {
    let desk = Desk::sample();
    let furniture = inks(&desk, paragraph(&desk, "Subscribe free of charge"));
    let report = inks(&desk, paragraph(&desk, "To the Armenian Ministry"));
    assert!(!furniture.is_empty() && !report.is_empty());
    assert_ne!(furniture, report);
}
