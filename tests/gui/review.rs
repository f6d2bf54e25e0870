//! Deciding suggestions one after another: what is told of each, by keys and by buttons, at once from a score on, taken
//! back, narrowed down, and what stands where there is nothing to decide.

use std::fmt::Write as _;
use std::sync::Arc;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::desk::Face;

use super::desk::Desk;
use super::picture::snapshot;

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

pub const FOLDER: &str = "/home/a/news";

pub const BRIDGE: &str = "\
By Meridian Wire
19 September 2023, 21:12

At least 12 people killed at the bridge

The bridge over the Arda stands empty since Monday. At least 12 people were killed and 30 wounded when shells hit the \
market beside it, the Libyan health ministry said on Tuesday. The mill stood still.

France condemned the attack. Norway praised the rescue.
";

pub const VALLEY: &str = "\
By Gorge Courier
20 September 2023

Talks in the valley

Four police officers were killed in the valley, Baku said. Türkiye supported the operation.
";

const FOREIGN: &str = "\
Вестник

Двенадцать человек погибли у моста, сообщило министерство здравоохранения во вторник. Мост стоит пустой с понедельника.
";

/// The window over a folder of these articles, in the queue.
pub fn queue_of(articles: &[(&str, &str)], size: [f32; 2], theme: Theme) -> Desk {
    let disk = MemoryDisk::new();
    for (name, text) in articles {
        disk.add(format!("{FOLDER}/{name}"), *text);
    }
    let mut desk = Desk::sized(Arc::new(disk), Some(FOLDER), size, theme);
    desk.press_with(ALT, Key::Num2);
    desk
}

pub fn queue() -> Desk {
    queue_of(&[("a.txt", BRIDGE), ("b.txt", VALLEY)], [1600.0, 1000.0], Theme::Light)
}

/// What waits, what one is at marked with ">", and how far one has come.
pub fn waiting(desk: &Desk) -> String {
    let mut told = String::new();
    for node in desk.harness.query_all_by_role(Role::ListBoxOption) {
        let node = node.accesskit_node();
        let mark = if node.toggled() == Some(Toggled::True) { ">" } else { " " };
        let _ = writeln!(told, "{mark} {}", node.label().unwrap_or_default());
    }
    let _ = writeln!(told, "{}", desk.name_with(" decided"));
    told
}

pub fn check(desk: &Desk, expect: Expect) {
    expect.assert_eq(&waiting(desk));
}

/// What one is at.
pub fn current(desk: &Desk) -> String {
    let all = waiting(desk);
    all.lines().find_map(|it| it.strip_prefix("> ")).unwrap_or("nothing").to_owned()
}

#[test]
fn what_waits_stands_in_order_and_the_first_is_shown_with_all_that_would_be_recorded() {
    let desk = queue();
    check(
        &desk,
        expect![[r#"
            > Libya: at least 12 killed, 0.95, Meridian Wire
              Libya: at least 30 injured, 0.95, Meridian Wire
              France condemns the attack, 0.88, Meridian Wire
              Norway supports the rescue, 0.88, Meridian Wire
              Azerbaijan: 4 police killed, 0.95, Gorge Courier
              Turkey supports the operation, 0.88, Gorge Courier
            0 of 6 decided
        "#]],
    );
    let mut told = String::new();
    for node in desk.harness.query_all_by_role(Role::Label) {
        let (words, place) = (node.value().unwrap_or_default(), node.rect());
        if 280.0 < place.left() && place.left() < 1270.0 && 80.0 < place.top() {
            let _ = writeln!(told, "{words}");
        }
    }
    expect![[r#"
        6 to decide
        At least 12 people killed at the bridge
        Said twice in this article: one decision
        At least 12 people killed at the bridge
        The bridge over the Arda stands empty since Monday. At least 12 people were killed and 30 wounded when shells hit the market beside it, the Libyan health ministry said on Tuesday. The mill stood still.
        Libya: at least 12 killed
        Figure
        at least 12 killed
        Who
        not stated
        Side
        Libya new inferred
        Claimant
        Libya new reported, “the Libyan health ministry”
        As of
        19 Sep 2023 ‘Tuesday’, printed on 2023-09-19
        Counts
        the total so far
        Incident
        not stated
        Why
        ‘killed’ after ‘At least 12 people’; said by ‘the Libyan health ministry’
        Score
        0.95, nearly all such are right
        6 waiting
    "#]].assert_eq(&told);
}

#[test]
fn keys_accept_dismiss_and_step_and_the_next_comes_up_with_the_keyboard() {
    let mut desk = queue();
    let mut told = String::new();
    let keys = [Key::J, Key::A, Key::ArrowDown, Key::X, Key::K, Key::Home, Key::A, Key::End];
    for key in keys {
        desk.press(key);
        let focused =
            desk.harness.query_all_by(|it| it.is_focused() && it.role() == Role::ListBoxOption);
        assert_eq!(focused.count(), 1, "after {key:?} the queue has the keyboard");
        let _ = writeln!(told, "{key:?}: {}; {}", current(&desk), desk.told());
    }
    expect![[r#"
        J: Libya: at least 30 injured, 0.95, Meridian Wire; 2 articles, 0 annotations, 0 actors; unsaved; undo Add 2 articles; redo nothing
        A: France condemns the attack, 0.88, Meridian Wire; 2 articles, 1 annotations, 1 actors; unsaved; undo Accept “Libya: at least 30 injured”; redo nothing
        ArrowDown: Norway supports the rescue, 0.88, Meridian Wire; 2 articles, 1 annotations, 1 actors; unsaved; undo Accept “Libya: at least 30 injured”; redo nothing
        X: Azerbaijan: 4 police killed, 0.95, Gorge Courier; 2 articles, 1 annotations, 1 actors; unsaved; undo Dismiss “Norway supports the rescue”; redo nothing
        K: France condemns the attack, 0.88, Meridian Wire; 2 articles, 1 annotations, 1 actors; unsaved; undo Dismiss “Norway supports the rescue”; redo nothing
        Home: Libya: at least 12 killed, 0.95, Meridian Wire; 2 articles, 1 annotations, 1 actors; unsaved; undo Dismiss “Norway supports the rescue”; redo nothing
        A: France condemns the attack, 0.88, Meridian Wire; 2 articles, 2 annotations, 1 actors; unsaved; undo Accept “Libya: at least 12 killed”; redo nothing
        End: Turkey supports the operation, 0.88, Gorge Courier; 2 articles, 2 annotations, 1 actors; unsaved; undo Accept “Libya: at least 12 killed”; redo nothing
    "#]].assert_eq(&told);
}

#[test]
fn undo_brings_one_back_to_what_was_decided() {
    let mut desk = queue();
    desk.press(Key::J);
    let first = current(&desk);
    desk.press(Key::A);
    desk.press(Key::X);
    desk.press(Key::End);
    desk.press_with(CTRL, Key::Z);
    desk.press_with(CTRL, Key::Z);
    assert_eq!(current(&desk), first);
    assert!(desk.shows("0 of"));
}

#[test]
fn past_the_last_one_comes_round_to_the_first_that_was_skipped() {
    let mut desk = queue();
    let mut told = String::new();
    for key in [Key::J, Key::End, Key::J, Key::K, Key::X, Key::J] {
        desk.press(key);
        let _ = writeln!(told, "{key:?}: {}; {}", current(&desk), desk.name_with(" to decide, "));
    }
    expect![[r#"
        J: Libya: at least 30 injured, 0.95, Meridian Wire; 
        End: Turkey supports the operation, 0.88, Gorge Courier; 
        J: Libya: at least 12 killed, 0.95, Meridian Wire; 6 to decide, gone round to the first
        K: Turkey supports the operation, 0.88, Gorge Courier; 6 to decide, gone round to the last
        X: Libya: at least 12 killed, 0.95, Meridian Wire; 5 to decide, gone round to the first
        J: Libya: at least 30 injured, 0.95, Meridian Wire; 
    "#]]
    .assert_eq(&told);
    desk.click_near("Gorge Courier, 20 Sep 2023");
    let alone = current(&desk);
    desk.press(Key::J);
    assert_eq!(current(&desk), alone, "the only one stays");
}

#[test]
fn a_step_is_named_by_what_was_decided() {
    let mut desk = queue();
    let undo = |desk: &Desk| desk.app().situation().undo.unwrap_or_default();
    desk.press(Key::A);
    assert_eq!(undo(&desk), "Accept “Libya: at least 12 killed”", "though it is said twice");
    desk.press(Key::E);
    desk.press(Key::Enter);
    assert_eq!(undo(&desk), "Accept “Libya: at least 30 injured”");
    desk.press(Key::E);
    desk.harness.get_by_label("Memo").focus();
    desk.run();
    desk.type_text("seen");
    desk.press_with(CTRL, Key::Enter);
    assert_eq!(undo(&desk), "Correct “France condemns the attack”");
    desk.press(Key::X);
    assert_eq!(undo(&desk), "Dismiss “Norway supports the rescue”");
    desk.press_with(CTRL | SHIFT, Key::A);
    assert_eq!(undo(&desk), "Accept “Azerbaijan: 4 police killed”");
}

#[test]
fn views_with_nothing_in_them_lead_to_what_waits() {
    for (view, words) in [
        (Key::Num3, "6 suggestions wait for review"),
        (Key::Num4, "3 suggested claims wait for review"),
        (Key::Num5, "3 suggested stances wait for review"),
    ] {
        let mut desk = queue();
        desk.press_with(ALT, view);
        assert!(desk.shows(words), "{words}");
        desk.click("Review them");
        assert_eq!(desk.app().desk().face, Face::Review);
        desk.command("Hide suggestions in the text");
        desk.press_with(ALT, view);
        assert!(!desk.shows("for review") && desk.shows("Read the articles"));
    }
}

#[test]
fn the_buttons_do_what_their_keys_do_and_undo_stands_there_after_a_decision() {
    let mut desk = queue();
    let (before, steps) = (waiting(&desk), desk.steps().0);
    assert_eq!(desk.name_with("Undo accept"), "");
    desk.click("Accept suggestion");
    assert_ne!(waiting(&desk), before);
    desk.click_near("Undo accept");
    assert_eq!(waiting(&desk), before);
    desk.click("Dismiss suggestion");
    assert_eq!(desk.steps().0, steps + 1);
    assert_ne!(waiting(&desk), before);
}

#[test]
fn e_opens_the_form_and_what_is_corrected_there_is_decided() {
    let mut desk = queue();
    let first = current(&desk);
    desk.press(Key::E);
    assert!(desk.harness.query_by_label("Done Enter").is_some() || desk.shows("Done"));
    desk.press(Key::Escape);
    assert_eq!(current(&desk), first);
    desk.press(Key::E);
    desk.press(Key::Enter);
    assert_ne!(current(&desk), first);
    let case = desk.app().case().unwrap();
    assert_eq!(case.state().annotations().len(), 1);
    assert_eq!(desk.app().desk().face, Face::Review);
    // The keyboard is in the queue again.
    desk.press(Key::A);
    assert_eq!(desk.app().case().unwrap().state().annotations().len(), 2);
}

#[test]
fn what_is_said_twice_is_recorded_alike_by_accepting_it_and_through_the_form() {
    let claimant = |keys: &[Key]| {
        let mut desk = queue();
        keys.iter().for_each(|it| desk.press(*it));
        let case = desk.app().case().unwrap();
        let (_, made) = case.state().annotations().first().unwrap();
        let claim = made.claim().unwrap();
        let actor = &case.state().actors()[&claim.claimant.actor.unwrap()];
        format!("{} {} {}", actor.name, claim.claimant.words, made.passages.len())
    };
    let accepted = claimant(&[Key::A]);
    assert_eq!(accepted, "Libya the Libyan health ministry 2");
    assert_eq!(claimant(&[Key::E, Key::Enter]), accepted);
}

#[test]
fn all_from_a_score_on_are_accepted_in_one_step_that_is_told() {
    let mut desk = queue();
    let steps = desk.steps().0;
    let name = desk.name_with("Accept 3 ");
    assert!(name.ends_with("from 0.90 on"), "{name:?}");
    let slider = desk.harness.get_by_label("Score from which on all are accepted");
    slider.focus();
    desk.run();
    for _ in 0..5 {
        desk.press(Key::ArrowLeft);
    }
    expect!["Accept 6 from 0.85 on"].assert_eq(&desk.name_with(" from 0.85 on"));
    let before = waiting(&desk);
    desk.press_with(CTRL | SHIFT, Key::A);
    assert_eq!(desk.steps().0, steps + 1);
    assert!(desk.shows("suggestions were accepted"));
    check(
        &desk,
        expect![[r#"
        6 of 6 decided
    "#]],
    );
    desk.press_with(CTRL, Key::Z);
    assert_eq!(waiting(&desk), before);
    assert!(!desk.shows("were accepted"), "what it says of the key is not so any more");
}

#[test]
fn what_was_dismissed_stays_dismissed_when_the_project_is_opened_again() {
    let mut desk = queue();
    desk.press(Key::X);
    desk.press(Key::X);
    let left = waiting(&desk);
    desk.will_choose("/home/a/news.kbproj");
    desk.press_with(CTRL, Key::S);
    let mut again = Desk::open(Arc::clone(&desk.disk), Some("/home/a/news.kbproj"));
    again.press_with(ALT, Key::Num2);
    assert_eq!(
        again.on_disk("/home/a/news.kbproj").state().dismissals().len(),
        3,
        "one of them is said twice"
    );
    let rows = |told: &str| told.replace('>', " ");
    assert_eq!(rows(&waiting(&again)), rows(&left));
}

#[test]
fn filters_narrow_the_queue_down_and_are_cleared() {
    let mut desk = queue();
    let all = waiting(&desk);
    desk.click_near("Stances (");
    check(
        &desk,
        expect![[r#"
            > Libya: at least 12 killed, 0.95, Meridian Wire
              Libya: at least 30 injured, 0.95, Meridian Wire
              Azerbaijan: 4 police killed, 0.95, Gorge Courier
            0 of 6 decided
        "#]],
    );
    desk.click_near("Casualty claims (");
    assert!(desk.shows("Nothing to show") && desk.shows("are left out by the filters"));
    let clear = desk.harness.get_all_by_label("Clear filters").last();
    clear.unwrap().click();
    desk.run();
    assert_eq!(waiting(&desk), all);
    desk.click("Surest first");
    check(
        &desk,
        expect![[r#"
            > Libya: at least 12 killed, 0.95, Meridian Wire
              Libya: at least 30 injured, 0.95, Meridian Wire
              Azerbaijan: 4 police killed, 0.95, Gorge Courier
              France condemns the attack, 0.88, Meridian Wire
              Norway supports the rescue, 0.88, Meridian Wire
              Turkey supports the operation, 0.88, Gorge Courier
            0 of 6 decided
        "#]],
    );
    desk.click("By place");
    desk.click_near("Gorge Courier, 20 Sep 2023");
    check(
        &desk,
        expect![[r#"
            > Azerbaijan: 4 police killed, 0.95, Gorge Courier
              Turkey supports the operation, 0.88, Gorge Courier
            0 of 6 decided
        "#]],
    );
    desk.press(Key::ArrowUp);
    desk.press(Key::ArrowUp);
    assert_eq!(waiting(&desk).lines().count(), all.lines().count(), "all articles again");
}

#[test]
fn the_row_one_is_at_stays_in_sight_as_filters_change() {
    let names: Vec<String> = (10..40).map(|it| format!("{it}.txt")).collect();
    let articles: Vec<_> = names.iter().map(|it| (it.as_str(), VALLEY)).collect();
    let mut desk = queue_of(&articles, [900.0, 650.0], Theme::Light);
    (0..40).for_each(|_| desk.press(Key::J));
    let sight = |desk: &Desk| {
        let rows = desk.harness.query_all_by_role(Role::ListBoxOption);
        let mut chosen = rows.filter(|it| it.accesskit_node().toggled() == Some(Toggled::True));
        chosen.next().map(|it| it.rect().bottom()).unwrap_or_default()
    };
    let is_claim = current(&desk).contains("killed");
    let kind = if is_claim { "Stances (" } else { "Casualty claims (" };
    let tick = desk.harness.get_by_label_contains(kind).rect().center();
    desk.click_at(tick);
    let bottom = sight(&desk);
    assert!(500.0 < bottom && bottom < 640.0, "{bottom} {}", current(&desk));
}

#[test]
fn where_nothing_is_left_the_view_says_so_and_what_was_not_searched() {
    let articles = [("b.txt", VALLEY), ("c.txt", FOREIGN)];
    let mut desk = queue_of(&articles, [1600.0, 1000.0], Theme::Light);
    assert!(desk.shows("Not searched: Russian (1 article)"));
    for _ in 0..9 {
        desk.press(Key::X);
    }
    expect!["2 of 2 decided"].assert_eq(&desk.name_with("decided"));
    assert!(desk.shows("Not searched: Russian (1 article)"));
    desk.press_with(CTRL, Key::Z);
    assert_ne!(current(&desk), "nothing", "undo brings one back");

    let desk = queue_of(&[("c.txt", FOREIGN)], [1600.0, 1000.0], Theme::Light);
    assert!(desk.shows("No article could be searched"));
    assert!(desk.shows("Not searched: Russian (1 article)"));
}

#[test]
fn beside_the_text_the_passage_is_shown_as_one_steps() {
    let mut desk = queue();
    desk.press_with(CTRL, Key::Backslash);
    let carets = |desk: &Desk| {
        let column = desk.app().desk().active().unwrap();
        (column.article, column.selection.map(|it| it.head))
    };
    let mut seen = vec![carets(&desk)];
    for _ in 0..3 {
        desk.press(Key::J);
        seen.push(carets(&desk));
    }
    let differ = seen.windows(2).filter(|it| it[0] != it[1]).count();
    assert!(2 <= differ, "{seen:?}");
    assert_eq!(desk.app().desk().face, Face::Review);
}

#[test]
fn enter_leads_to_the_place_in_the_article_and_the_way_back_to_the_queue() {
    let mut desk = queue();
    desk.press(Key::J);
    let here = current(&desk);
    desk.press(Key::Enter);
    assert_eq!(desk.app().desk().face, Face::Read);
    desk.press_with(ALT, Key::ArrowLeft);
    assert_eq!(desk.app().desk().face, Face::Review);
    assert_eq!(current(&desk), here);
}

#[test]
fn in_a_small_window_names_are_cut_and_nothing_lies_on_something_else() {
    let articles = [("a.txt", BRIDGE), ("b.txt", VALLEY)];
    let desk = queue_of(&articles, [900.0, 650.0], Theme::Light);
    let labels = ["Accept suggestion", "Edit suggestion", "Dismiss suggestion"];
    let rects = labels.map(|it| desk.harness.get_by_label(it).rect());
    assert!(rects.windows(2).all(|it| it[0].right() < it[1].left() && it[0].top() == it[1].top()));
    let rows: Vec<_> =
        desk.harness.query_all_by_role(Role::ListBoxOption).map(|it| it.rect()).collect();
    assert!(2 <= rows.iter().filter(|it| it.bottom() < 640.0).count());
    assert!(rows.iter().all(|it| rects[0].bottom() < it.top()));
}

#[test]
fn the_queue_as_it_is_seen() {
    let articles = [("a.txt", BRIDGE), ("b.txt", VALLEY), ("c.txt", FOREIGN)];
    let mut desk = queue_of(&articles, [1280.0, 800.0], Theme::Light);
    snapshot(&mut desk.harness, "review-light");
    let mut desk = queue_of(&articles, [900.0, 650.0], Theme::Light);
    desk.click("Dark theme");
    desk.press(Key::A);
    snapshot(&mut desk.harness, "review-dark");
}

#[test]
fn the_queue_begins_at_its_first_though_that_came_in_last() {
    let disk = MemoryDisk::new();
    for (name, text) in [("a.txt", BRIDGE), ("b.txt", VALLEY)] {
        disk.add(format!("{FOLDER}/{name}"), text);
    }
    let mut desk = Desk::sized(Arc::new(disk), Some(FOLDER), [1600.0, 1000.0], Theme::Light);
    let turn = |desk: &mut Desk| {
        desk.harness.get_by_role_and_label(Role::CheckBox, "Left out of views").click();
        desk.run();
    };
    // What waits in the other article is all there is, until this one is there again.
    turn(&mut desk);
    turn(&mut desk);
    desk.press_with(ALT, Key::Num2);
    assert_eq!(current(&desk), "Libya: at least 12 killed, 0.95, Meridian Wire");
    // Looked at, it stays where it is while others come in before it.
    desk.press(Key::K);
    let last = current(&desk);
    assert!(last.starts_with("Turkey supports"), "{last}");
    desk.press_with(ALT, Key::Num1);
    turn(&mut desk);
    turn(&mut desk);
    desk.press_with(ALT, Key::Num2);
    assert_eq!(current(&desk), last);
}
