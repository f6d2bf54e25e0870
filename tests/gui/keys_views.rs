//! The views without a mouse and as a screen reader tells them: where the keyboard is, where Tab, Esc and Enter lead, and
//! what keys act on.

use std::fmt::Write as _;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::gui::desk::Face;

use super::desk::Desk;

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// The sample in the view of this key.
fn view(key: Key) -> Desk {
    Desk::sample_in(key)
}

/// What has the keyboard, as a screen reader tells it.
fn focused(desk: &Desk) -> String {
    let found = desk.harness.query_all_by(|it| it.is_focused() && it.role() != Role::Window);
    let mut names = found.map(|it| {
        let node = it.accesskit_node();
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        let name: String = name.chars().take(48).collect();
        format!("{:?} {name}", node.role())
    });
    names.next_back().unwrap_or_else(|| "nothing".to_owned())
}

/// Where the keyboard is at first and after each key.
fn check(desk: &mut Desk, keys: &[(Modifiers, Key)], expect: Expect) {
    let mut told = format!("{}\n", focused(desk));
    for (modifiers, key) in keys {
        desk.press_with(*modifiers, *key);
        let _ = writeln!(told, "{key:?}: {}", focused(desk));
    }
    expect.assert_eq(&told);
}

/// What Ctrl+C puts on the clipboard.
fn copied(desk: &mut Desk) -> String {
    desk.harness.event(Event::Copy);
    for _ in 0..4 {
        desk.harness.step();
        let commands = &desk.harness.output().platform_output.commands;
        let text = commands.iter().find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            return text;
        }
    }
    "nothing".to_owned()
}

/// How many annotations there are, what was done last, and whether a form is open that could be done.
fn state(desk: &Desk) -> String {
    let form = desk.harness.query_all_by_label("Done").next().is_some();
    format!("{}, form {form}", desk.told())
}

#[test]
fn a_view_turned_to_by_keys_has_the_keyboard_and_the_text_gets_it_back() {
    let keys = [Key::Num3, Key::Num4, Key::Num5, Key::Num1].map(|it| (ALT, it));
    check(
        &mut Desk::sample(),
        &keys,
        expect![[r#"
            nothing
            Num3: Table Table of 134 annotations
            Num4: Button 3. at least 2 civilians killed, Karabakh ombudsm
            Num5: GridCell Armenia condemns: 5 stances, 3 articles
            Num1: nothing
        "#]],
    );
}

#[test]
fn a_view_turned_to_by_the_pointer_has_it_with_the_first_arrow() {
    let mut desk = Desk::sample();
    desk.click("Casualties");
    check(
        &mut desk,
        &[(NONE, Key::ArrowRight), (NONE, Key::ArrowRight)],
        expect![[r#"
            nothing
            ArrowRight: Button 3. at least 2 civilians killed, Karabakh ombudsm
            ArrowRight: Button 4. 5 killed, an earlier figure, Karabakh authori
        "#]],
    );
    desk.click("Stances");
    check(
        &mut desk,
        &[(NONE, Key::Enter), (NONE, Key::ArrowDown)],
        expect![[r#"
            nothing
            Enter: GridCell Armenia condemns: 5 stances, 3 articles
            ArrowDown: GridCell Ararat Mirzoyan condemns: 1 stance, 1 article
        "#]],
    );
    assert_eq!(desk.app().desk().cell, None, "the first key only shows where the keyboard is");
}

#[test]
fn the_table_is_entered_at_what_is_picked_or_at_its_first_row() {
    let mut desk = view(Key::Num3);
    assert_eq!(desk.app().desk().picked, None);
    desk.press(Key::E);
    let first = desk.app().desk().picked;
    assert!(first.is_some());
    let mut desk = Desk::sample();
    desk.press(Key::J);
    desk.press(Key::J);
    let picked = desk.app().desk().picked;
    assert_ne!(picked, first);
    desk.press_with(ALT, Key::Num3);
    desk.press(Key::E);
    assert_eq!(desk.app().desk().picked, picked);
    let mut desk = Desk::sample();
    desk.click("Table");
    desk.press(Key::E);
    assert_eq!(desk.app().desk().picked, first);
}

#[test]
fn enter_on_a_mark_and_the_way_back_lead_where_one_was() {
    let mut desk = view(Key::Num4);
    for _ in 0..5 {
        desk.press(Key::ArrowRight);
    }
    let keys =
        [(NONE, Key::Enter), (ALT, Key::ArrowLeft), (NONE, Key::Tab), (NONE, Key::ArrowDown)];
    check(
        &mut desk,
        &keys,
        expect![[r#"
            Button 8. at least 25 killed, Karabakh authorities, pri
            Enter: nothing
            ArrowLeft: Button 8. at least 25 killed, Karabakh authorities, pri
            Tab: Link Evidence 8. at least 25 killed, Karabakh authori
            ArrowDown: Link Evidence 9. 2 civilians killed, part of another 
        "#]],
    );
    let keys = [(NONE, Key::End), (NONE, Key::Enter), (ALT, Key::ArrowLeft), (NONE, Key::Escape)];
    check(
        &mut desk,
        &keys,
        expect![[r#"
            Link Evidence 9. 2 civilians killed, part of another 
            End: Link Evidence 31. at least 200 killed, Ararat Mirzoya
            Enter: nothing
            ArrowLeft: Link Evidence 31. at least 200 killed, Ararat Mirzoya
            Escape: Button 31. at least 200 killed, Ararat Mirzoyan, as of 
        "#]],
    );
}

#[test]
fn tab_goes_through_the_window_as_it_is_read_and_comes_back() {
    let mut told = String::new();
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        let mut desk = view(key);
        let _ = writeln!(told, "{:?}", desk.app().desk().face);
        let mut names = vec![focused(&desk)];
        for _ in 0..80 {
            desk.press(Key::Tab);
            let name = focused(&desk);
            if name == names[0] {
                break;
            }
            names.push(name);
        }
        assert_eq!(focused(&desk), names[0], "it comes round");
        desk.press_with(SHIFT, Key::Tab);
        assert_eq!(Some(&focused(&desk)), names.last(), "and back");
        desk.press(Key::Tab);
        assert_eq!(focused(&desk), names[0], "and forth");
        let first = names.iter().position(|it| it == "Button Menu").unwrap();
        names.rotate_left(first);
        names.iter().for_each(|it| told += &format!("  {it}\n"));
    }
    expect![[r#"
        Read
          Button Menu
          Tab Read
          Tab Review
          Tab Table
          Tab Casualties
          Tab Stances
          Button Search the articles
          Button Find a command
          Button Keys
          Button Dark theme
          Tab Articles
          Tab Actors
          Tab Incidents
          Tab Codes
          Button Sorted by time
          TextInput Filter the articles
          Button Filters
          ListBox Articles
          Splitter Width of the left panel
          Splitter Width of the right panel
          Button Close column 1
          nothing
          MultilineTextInput Title
          TextInput Outlet
          TextInput Agency
          TextInput Published
          TextInput Author
          TextInput Address
          TextInput Language
          CheckBox Read to the end
          CheckBox Left out of views
          Button Who works here
        Review
          Button Menu
          Tab Read
          Tab Review
          Tab Table
          Tab Casualties
          Tab Stances
          Button Search the articles
          Button Find a command
          Button Keys
          Button Dark theme
          Tab Filters
          Tab Articles
          Tab Actors
          Tab Incidents
          Tab Codes
          CheckBox Casualty claims (7)
          CheckBox Stances (37)
          RadioButton By place
          RadioButton Any
          RadioButton All articles (44)
          Splitter Width of the left panel
          Splitter Width of the right panel
          Button Meridian Wire, 19 Sep 2023, 21:12
          Button Accept suggestion
          Button Edit suggestion
          Button Dismiss suggestion
          Slider Score from which on all are accepted
          Button Accept 4 from 0.90 on
          ListBoxOption Azerbaijan condemns Nagorno-Karabakh, 0.85, Meri
          Button Who works here
        Table
          Button Menu
          Tab Read
          Tab Review
          Tab Table
          Tab Casualties
          Tab Stances
          Button Search the articles
          Button Find a command
          Button Keys
          Button Dark theme
          Tab Filters
          Tab Articles
          Tab Actors
          Tab Incidents
          Tab Codes
          TextInput Words
          CheckBox All 134
          CheckBox Claims 69
          CheckBox Stances 60
          CheckBox Notes 5
          Button Actor, in any part
          ComboBox Incident
          ComboBox Status
          ComboBox Coder
          TextInput From
          TextInput To
          Splitter Width of the left panel
          Splitter Width of the right panel
          Button Columns
          Table Table of 134 annotations
          ColumnHeader Column Passage
          ColumnHeader Column Says
          ColumnHeader Column Claimant or actor
          ColumnHeader Column Side or target
          ColumnHeader Column As of
          ColumnHeader Column Status
          ColumnHeader Column Outlet
          Button Who works here
        Casualties
          Button Menu
          Tab Read
          Tab Review
          Tab Table
          Tab Casualties
          Tab Stances
          Button Search the articles
          Button Find a command
          Button Keys
          Button Dark theme
          Tab Filters
          Tab Articles
          Tab Actors
          Tab Incidents
          Tab Codes
          ComboBox Incident
          RadioButton Killed 31
          Button Karabakh authorities, 25
          Button Karabakh ombudsman, 20
          Button Azerbaijan, 4
          Button Ararat Mirzoyan, 1
          Button Armenia, 1
          CheckBox Fold into whom they belong to
          RadioButton All
          ComboBox Panels
          RadioButton Log
          CheckBox Disputes
          CheckBox Suggestions (7)
          ComboBox Side
          ComboBox Outlet
          TextInput From
          TextInput To
          RadioButton All
          CheckBox Pending 29
          CheckBox Confirmed 2
          CheckBox Rejected 1
          Splitter Width of the left panel
          Button What the marks mean
          Button Copy
          Button Export…
          Button 3. at least 2 civilians killed, Karabakh ombudsm
          Link Evidence 3. at least 2 civilians killed, Karabak
          Button Who works here
        Stances
          Button Menu
          Tab Read
          Tab Review
          Tab Table
          Tab Casualties
          Tab Stances
          Button Search the articles
          Button Find a command
          Button Keys
          Button Dark theme
          Tab Filters
          Tab Articles
          Tab Actors
          Tab Incidents
          Tab Codes
          ComboBox Incident
          ComboBox Outlet
          TextInput From
          TextInput To
          CheckBox Past stances (6)
          CheckBox Suggestions (37)
          RadioButton Stances
          RadioButton Name
          Button Unfold all
          Button Fold all
          Splitter Width of the left panel
          Splitter Width of the right panel
          Tab Position
          Tab Article
          Tab Target
          Tab Day
          Button Copy
          Button Export…
          GridCell Armenia condemns: 5 stances, 3 articles
          Button Who works here
    "#]]
    .assert_eq(&told);
}

#[test]
fn esc_leads_a_step_back_everywhere() {
    let esc = (NONE, Key::Escape);
    let mut desk = view(Key::Num5);
    desk.harness.get_by_label("Outlet").focus();
    desk.run();
    check(
        &mut desk,
        &[esc],
        expect![[r#"
            ComboBox Outlet
            Escape: GridCell Armenia condemns: 5 stances, 3 articles
        "#]],
    );
    let keys = [(NONE, Key::Enter), (NONE, Key::Enter), (NONE, Key::E), esc, esc, esc];
    check(
        &mut desk,
        &keys,
        expect![[r#"
            GridCell Armenia condemns: 5 stances, 3 articles
            Enter: GridCell Armenia condemns: 5 stances, 3 articles
            Enter: Link Armenian diplomacy denounced “a new large-scale 
            E: TextInput Actor
            Escape: GridCell Armenia condemns: 5 stances, 3 articles
            Escape: GridCell Armenia condemns: 5 stances, 3 articles
            Escape: GridCell Armenia condemns: 5 stances, 3 articles
        "#]],
    );
    assert_eq!(desk.app().desk().cell, None);
    let mut desk = view(Key::Num4);
    check(
        &mut desk,
        &[(CTRL, Key::F), esc, (NONE, Key::E), esc, (CTRL, Key::K), esc],
        expect![[r#"
            Button 3. at least 2 civilians killed, Karabakh ombudsm
            F: TextInput Words to look for
            Escape: Button 3. at least 2 civilians killed, Karabakh ombudsm
            E: TextInput At least
            Escape: Button 3. at least 2 civilians killed, Karabakh ombudsm
            K: TextInput Find a command
            Escape: Button 3. at least 2 civilians killed, Karabakh ombudsm
        "#]],
    );
}

#[test]
fn keys_that_annotate_do_nothing_where_no_text_is_shown() {
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        let mut desk = view(key);
        let before = (state(&desk), desk.app().desk().picked);
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
            desk.press(key);
        }
        assert_eq!((state(&desk), desk.app().desk().picked), before);
        for key in [Key::T, Key::W, Key::R] {
            desk.press_with(CTRL, key);
        }
        assert_eq!((state(&desk), desk.app().desk().picked), before);
        assert_eq!(desk.app().desk().columns.len(), 1);
    }
}

#[test]
fn what_the_keyboard_is_at_is_edited_doubled_and_deleted_and_nothing_else() {
    // Chosen in the text; its form does not stand beside the chart.
    let mut desk = Desk::sample();
    desk.press(Key::J);
    let picked = desk.app().desk().picked;
    assert!(picked.is_some());
    desk.press_with(ALT, Key::Num4);
    desk.press_with(CTRL, Key::Num5);
    desk.harness.get_by_label("Outlet").focus();
    desk.run();
    let before = state(&desk);
    desk.press(Key::Delete);
    desk.press_with(CTRL, Key::D);
    assert_eq!(state(&desk), before, "the keyboard is at no mark");
    // At a mark it is that mark's.
    desk.press(Key::Escape);
    desk.press(Key::End);
    let at = focused(&desk);
    assert!(at.starts_with("Button 31. at least 200 killed"), "{at}");
    desk.press(Key::Delete);
    expect!["14 articles, 133 annotations, 27 actors; unsaved; undo Delete claim “more than 200 people had been killed”; redo nothing, form false"].assert_eq(&state(&desk));
    assert!(focused(&desk).starts_with("Button 30."), "{}", focused(&desk));
    desk.press_with(CTRL, Key::Z);
    expect!["14 articles, 134 annotations, 27 actors; saved; undo nothing; redo Delete claim “more than 200 people had been killed”, form false"].assert_eq(&state(&desk));
    desk.press(Key::E);
    expect!["TextInput At least"].assert_eq(&focused(&desk));
    desk.press(Key::Escape);
    assert!(focused(&desk).starts_with("Button 30."), "{}", focused(&desk));
}

#[test]
fn a_cell_gives_no_annotation_to_act_on_and_its_sentence_does() {
    let mut desk = view(Key::Num5);
    let before = state(&desk);
    for (modifiers, key) in [(NONE, Key::Delete), (CTRL, Key::D), (NONE, Key::E)] {
        desk.press_with(modifiers, key);
    }
    assert_eq!(state(&desk), before);
    desk.press(Key::Enter);
    desk.press(Key::Enter);
    assert!(focused(&desk).starts_with("Link"), "{}", focused(&desk));
    desk.press(Key::Delete);
    expect!["14 articles, 133 annotations, 27 actors; unsaved; undo Delete stance “Armenian diplomacy denounced “a new lar…”; redo nothing, form false"].assert_eq(&state(&desk));
    assert!(desk.shows("Armenia condemns: 4 "));
    desk.press_with(CTRL, Key::Z);
    assert!(desk.shows("Armenia condemns: 5 "));
    desk.press_with(CTRL, Key::Y);
    assert!(desk.shows("Armenia condemns: 4 "));
}

#[test]
fn copying_takes_what_the_keyboard_is_at() {
    let mut desk = view(Key::Num4);
    desk.press(Key::End);
    expect!["“Ararat Mirzoyan, the Armenian foreign minister, told the Security Council on Thursday that more than 200 people had been killed and 400 wounded among the Armenians of Karabakh.” (Ararat Mirzoyan: at least 200 killed; Longitude Review, 21 Sep 2023)"].assert_eq(&copied(&mut desk));
    desk.run();
    desk.press(Key::Tab);
    desk.press(Key::ArrowUp);
    expect!["“At least 2 civilians killed, 23 injured” (at least 2 civilians killed; Canal Info, no time)"].assert_eq(&copied(&mut desk));
    desk.run();
    desk.press_with(ALT, Key::Num5);
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowDown);
    expect![[r#"
        “On television, Prime Minister Nikol Pashinian accused Azerbaijan of wanting to empty Karabakh of its Armenians.” (Nikol Pashinyan: condemns Azerbaijan; Tribune du Soir, printed 19 Sep 2023, 14:39)
        “Nikol Pashinian took note, and accused Baku of having tried to drag Armenia into the war.” (Nikol Pashinyan: condemns Azerbaijan; Karabakh: a day of war, then an agreement – 19-20/09/23, printed 19–20 Sep 2023 (guessed))"#]].assert_eq(&copied(&mut desk));
    desk.run();
    desk.press(Key::ArrowRight);
    assert_eq!(copied(&mut desk), "nothing");
}

#[test]
fn f6_goes_between_text_and_view_and_esc_from_the_view_to_the_text() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Backslash);
    assert!(desk.app().desk().is_split());
    let f6 = (NONE, Key::F6);
    let keys = [f6, f6, f6, (NONE, Key::ArrowRight), (NONE, Key::Escape), (SHIFT, Key::F6)];
    check(
        &mut desk,
        &keys,
        expect![[r#"
            nothing
            F6: Button 3. at least 2 civilians killed, Karabakh ombudsm
            F6: nothing
            F6: Button 3. at least 2 civilians killed, Karabakh ombudsm
            ArrowRight: Button 4. 5 killed, an earlier figure, Karabakh authori
            Escape: nothing
            F6: Button 4. 5 killed, an earlier figure, Karabakh authori
        "#]],
    );
    // In the view the keys of the text do nothing to it; Enter goes on to it.
    let before = state(&desk);
    desk.press(Key::Num1);
    assert_eq!(state(&desk), before);
    check(
        &mut desk,
        &[(NONE, Key::Enter), f6, (CTRL, Key::Backslash)],
        expect![[r#"
            Button 4. 5 killed, an earlier figure, Karabakh authori
            Enter: nothing
            F6: Button 4. 5 killed, an earlier figure, Karabakh authori
            Backslash: Button 4. 5 killed, an earlier figure, Karabakh authori
        "#]],
    );
    assert_eq!(desk.app().desk().face, Face::Casualties);
}

#[test]
fn j_and_k_walk_through_what_has_the_keyboard() {
    let mut desk = Desk::sample();
    desk.press_with(CTRL, Key::Backslash);
    let caret = |desk: &Desk| desk.app().desk().active().unwrap().selection;
    desk.press(Key::J);
    let before = caret(&desk);
    desk.press(Key::F6);
    let (j, k) = ((NONE, Key::J), (NONE, Key::K));
    check(
        &mut desk,
        &[j, j, k, (NONE, Key::Tab), j, k],
        expect![[r#"
        Button 3. at least 2 civilians killed, Karabakh ombudsm
        J: Button 4. 5 killed, an earlier figure, Karabakh authori
        J: Button 5. 1 civilian killed, Azerbaijan, 19 Sep 2023, 1
        K: Button 4. 5 killed, an earlier figure, Karabakh authori
        Tab: Link Evidence 4. 5 killed, an earlier figure, Karabak
        J: Link Evidence 5. 1 civilian killed, Azerbaijan, 19 Se
        K: Link Evidence 4. 5 killed, an earlier figure, Karabak
    "#]],
    );
    assert_eq!(caret(&desk), before, "the text stays where it was");
    desk.press_with(SHIFT, Key::F6);
    desk.press(Key::J);
    assert_ne!(caret(&desk), before);
    check(
        &mut view(Key::Num5),
        &[j, k],
        expect![[r#"
        GridCell Armenia condemns: 5 stances, 3 articles
        J: GridCell Ararat Mirzoyan condemns: 1 stance, 1 article
        K: GridCell Armenia condemns: 5 stances, 3 articles
    "#]],
    );
    let mut desk = view(Key::Num3);
    desk.press(Key::J);
    let second = desk.app().desk().picked;
    desk.press(Key::ArrowDown);
    desk.press(Key::K);
    assert!(second.is_some());
    assert_eq!(desk.app().desk().picked, second);
}

#[test]
fn panels_that_go_leave_the_keyboard_to_the_view() {
    let mut desk = view(Key::Num5);
    desk.harness.get_by_label("Outlet").focus();
    desk.run();
    check(
        &mut desk,
        &[(CTRL, Key::B), (CTRL, Key::B)],
        expect![[r#"
            ComboBox Outlet
            B: GridCell Armenia condemns: 5 stances, 3 articles
            B: GridCell Armenia condemns: 5 stances, 3 articles
        "#]],
    );
    check(
        &mut desk,
        &[(CTRL, Key::E), (NONE, Key::Escape)],
        expect![[r#"
            GridCell Armenia condemns: 5 stances, 3 articles
            E: Button Export…
            Escape: GridCell Armenia condemns: 5 stances, 3 articles
        "#]],
    );
}
