//! Suggestions where one reads: chosen by key and mouse, decided one after another, hidden from who codes without them;
//! how many are left in which article; and how the search for them is ended and goes on.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::App;

use super::desk::{Desk, Script, threaded, until};

/// Two reports in English, one in Russian.
fn reports() -> Arc<MemoryDisk> {
    let disk = MemoryDisk::new();
    disk.add_folder("/home/a");
    let flood = "Flood takes the bridge\n\nRiver Post, 20 September 2023\n\n\
        At least 25 people were killed when the dam broke, the health ministry of Norway said. \
        The water came at night.\n\n\
        France condemned the attack on the dam. \
        Twelve villagers were wounded, the mayor said.\n";
    disk.add("/home/a/reports/flood.txt", flood);
    let fire = "Fire in the market\n\nRiver Post, 21 September 2023\n\n\
        Four traders died in the fire, the police of Norway said.\n";
    disk.add("/home/a/reports/fire.txt", fire);
    let foreign = "Наводнение\n\nВестник, 20 сентября 2023\n\n\
        В результате наводнения погибли 25 человек, сообщило министерство здравоохранения страны. \
        Спасатели продолжают поиски пропавших без вести людей в долине реки.\n";
    disk.add("/home/a/reports/vestnik.txt", foreign);
    Arc::new(disk)
}

fn opened(size: [f32; 2]) -> Desk {
    let mut desk = Desk::sized(reports(), Some("/home/a/reports"), size, Theme::Light);
    desk.click_near("Flood takes the bridge");
    desk.press_with(Modifiers::COMMAND, Key::T);
    desk
}

/// What the panel beside the text says of a suggestion, and what is chosen in the text.
fn told(desk: &Desk) -> String {
    let ours = ["Suggested ", " such are right", "to review in this"];
    let mut lines: Vec<String> = ours.iter().map(|it| desk.name_with(it)).collect();
    let marks = desk.harness.query_all_by_role(Role::Mark);
    let chosen = marks.filter(|it| it.accesskit_node().is_selected() == Some(true));
    lines.extend(chosen.filter_map(|it| it.accesskit_node().label()).take(1));
    lines.retain(|it| !it.is_empty());
    lines.push(format!("{} annotations", desk.app().case().unwrap().state().annotations().len()));
    lines.join("\n") + "\n"
}

fn check(desk: &Desk, expect: Expect) {
    expect.assert_eq(&told(desk));
}

#[test]
fn a_suggestion_is_told_beside_its_text_and_the_next_comes_up_once_it_is_decided() {
    for size in [[1600.0, 1000.0], [900.0, 650.0]] {
        let mut desk = opened(size);
        desk.press(Key::J);
        check(
            &desk,
            expect![[r#"
                Suggested casualty claim
                0.95, nearly all such are right
                3 to review in this article
                Suggestion: Norway: at least 25 killed
                0 annotations
            "#]],
        );
        desk.press(Key::A);
        check(
            &desk,
            expect![[r#"
                Suggested stance
                0.88, about nine in ten such are right
                2 to review in this article
                Suggestion: France condemns the attack
                1 annotations
            "#]],
        );
        desk.click("Dismiss suggestion");
        check(
            &desk,
            expect![[r#"
                Suggested casualty claim
                0.95, nearly all such are right
                The last one to review in this article
                Suggestion: the mayor: 12 injured
                1 annotations
            "#]],
        );
        desk.press(Key::X);
        check(
            &desk,
            expect![[r#"
            1 annotations
        "#]],
        );
        assert!(
            !desk.shows("Accept suggestion"),
            "nothing is left here, and no other article comes up"
        );
    }
}

#[test]
fn keys_lead_through_annotations_and_suggestions_as_they_stand() {
    let mut desk = opened([1600.0, 1000.0]);
    desk.press(Key::J);
    desk.press(Key::J);
    desk.press(Key::A);
    check(
        &desk,
        expect![[r#"
            Suggested casualty claim
            0.95, nearly all such are right
            2 to review in this article
            Suggestion: the mayor: 12 injured
            1 annotations
        "#]],
    );
    desk.press(Key::K);
    check(
        &desk,
        expect![[r#"
        France condemns the attack
        1 annotations
    "#]],
    );
    desk.press(Key::K);
    check(
        &desk,
        expect![[r#"
            Suggested casualty claim
            0.95, nearly all such are right
            2 to review in this article
            Suggestion: Norway: at least 25 killed
            1 annotations
        "#]],
    );
    desk.press(Key::Escape);
    check(
        &desk,
        expect![[r#"
        1 annotations
    "#]],
    );
    assert!(desk.shows("Flood takes the bridge"), "what is known of the article comes back");
}

#[test]
fn a_suggestion_that_is_corrected_is_decided_and_the_next_comes_up() {
    let mut desk = opened([1600.0, 1000.0]);
    desk.press(Key::J);
    desk.press(Key::E);
    desk.press(Key::Escape);
    check(
        &desk,
        expect![[r#"
            Suggested casualty claim
            0.95, nearly all such are right
            3 to review in this article
            Suggestion: Norway: at least 25 killed
            0 annotations
        "#]],
    );
    desk.click("Edit suggestion");
    desk.press_with(Modifiers::COMMAND, Key::Enter);
    check(
        &desk,
        expect![[r#"
            Suggested stance
            0.88, about nine in ten such are right
            2 to review in this article
            Suggestion: France condemns the attack
            1 annotations
        "#]],
    );
}

#[test]
fn nothing_is_done_to_a_suggestion_that_is_not_in_sight() {
    let mut desk = opened([1600.0, 1000.0]);
    desk.press(Key::J);
    desk.click_near("Fire in the market");
    desk.press_with(Modifiers::COMMAND, Key::T);
    desk.press(Key::A);
    check(
        &desk,
        expect![[r#"
        0 annotations
    "#]],
    );
}

#[test]
fn who_codes_without_suggestions_does_not_meet_them() {
    let mut desk = opened([1600.0, 1000.0]);
    let marks = |desk: &Desk| desk.harness.query_all_by_role(Role::Mark).count();
    assert_eq!(marks(&desk), 3);
    desk.press(Key::J);
    desk.command("Hide suggestions in the text");
    assert!(marks(&desk) == 0 && !desk.app().settings().shows_suggestions);
    assert!(!desk.shows("to review"), "the list does not tell of them either");
    desk.press_with(Modifiers::COMMAND, Key::T);
    desk.press(Key::J);
    desk.press(Key::A);
    check(
        &desk,
        expect![[r#"
        0 annotations
    "#]],
    );
    desk.command("Show suggestions in the text");
    assert_eq!(marks(&desk), 3);
    assert!(desk.shows("3 to review"));
}

#[test]
fn a_mark_of_a_suggestion_lights_up_and_tells_what_it_says() {
    let mut desk = opened([1600.0, 1000.0]);
    let mark = desk.harness.get_by_label_contains("Suggestion: France");
    let place = mark.rect().center();
    desk.harness.hover_at(place);
    for _ in 0..90 {
        desk.harness.step();
    }
    expect![[r#"
        France condemns the attack
        Suggestion, score 0.88"#]]
    .assert_eq(&desk.name_with("\nSuggestion, score"));
}

#[test]
fn the_list_tells_how_much_is_left_and_what_was_not_searched() {
    let mut desk = opened([1600.0, 1000.0]);
    let rows = |desk: &Desk| {
        let rows = desk.harness.query_all_by_role(Role::ListBoxOption);
        let names = rows.filter_map(|it| it.accesskit_node().label());
        names.collect::<Vec<_>>().join("\n") + "\n"
    };
    expect![[r#"
        20 Sep 2023, Flood takes the bridge, 3 to review
        20 Sep 2023, Наводнение, not searched (Russian)
        21 Sep 2023, Fire in the market, 1 to review
    "#]]
    .assert_eq(&rows(&desk));
    desk.press(Key::J);
    desk.press(Key::A);
    desk.click_near("Sorted by");
    desk.click("Suggestions to review");
    expect![[r#"
        20 Sep 2023, Flood takes the bridge, 1 claim, 2 to review
        21 Sep 2023, Fire in the market, 1 to review
        20 Sep 2023, Наводнение, not searched (Russian)
    "#]]
    .assert_eq(&rows(&desk));
    desk.click("Filters");
    desk.click("Only with suggestions to review");
    expect![[r#"
        20 Sep 2023, Flood takes the bridge, 1 claim, 2 to review
        21 Sep 2023, Fire in the market, 1 to review
    "#]]
    .assert_eq(&rows(&desk));
}

/// The window with threads and more reports than are searched at once.
fn many() -> Harness<'static, App> {
    let disk = MemoryDisk::new();
    disk.add_folder("/home/a");
    for number in 0..1200 {
        let line =
            format!("At least {number} people were killed, said the mayor of valley {number}. ");
        let text =
            format!("Report {number}\n\nRiver Post, 20 September 2023\n\n{}\n", line.repeat(12));
        disk.add(format!("/home/a/reports/{number}.txt"), text);
    }
    threaded(Arc::new(disk), "/home/a/reports", Script::default())
}

#[test]
fn a_search_that_is_cancelled_keeps_what_it_found_and_goes_on_when_asked() {
    let mut harness = many();
    let found = |it: &Harness<'static, App>| {
        it.state().case().map_or(0, |case| case.suggested().found().len())
    };
    let told = |it: &Harness<'static, App>, words: &str| {
        it.query_all_by_label_contains(words).next().is_some()
            || it
                .query_all_by(|it| it.value().is_some_and(|it| it.contains(words)))
                .next()
                .is_some()
    };
    until(&mut harness, |it| told(it, "Looking for claims and stances  ") && found(it) > 0);
    until(&mut harness, |it| it.query_by_label("Cancel search for suggestions").is_some());
    harness.get_by_label("Cancel search for suggestions").click();
    until(&mut harness, |it| it.query_by_label("Look on").is_some() && it.state().is_at_rest());
    let kept = found(&harness);
    assert!((1..1200).contains(&kept), "{kept}");
    assert!(told(&harness, &format!("in {} of 1,200", kbworkbench::views::count(kept as u64))));
    harness.step();
    assert!(harness.state().is_at_rest(), "it does not begin again by itself");
    harness.get_by_label("Look on").click();
    until(&mut harness, |it| found(it) == 1200 && it.state().is_at_rest());
    harness.step();
    assert!(harness.query_by_label("Look on").is_none());
}
