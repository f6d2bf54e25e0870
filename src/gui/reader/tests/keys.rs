//! Tests what the keyboard does in the text, and what it leaves to the window.

use super::*;

/// `before` and `after` show the selection as [`Window::shown`] does.
#[track_caller]
fn check_keys(before: &str, keys: &[(Modifiers, Key)], after: &str) {
    let text = before.replace(['|', '^'], "");
    let mut window = Window::new(&text);
    let head = at(before, "^");
    window.selection = Some(match before.find('|') {
        None => Selection::caret(head),
        Some(anchor) if anchor < head => Selection { anchor, head: head - 1 },
        Some(anchor) => Selection { anchor: anchor - 1, head },
    });
    let mut bench = open(window);
    for (modifiers, key) in keys {
        bench.key_press_modifiers(*modifiers, *key);
        bench.run();
    }
    assert_eq!(bench.state().shown(), after, "{before:?}");
}

#[test]
fn keys_move_and_extend_the_caret() {
    const SHIFT: Modifiers = Modifiers::SHIFT;
    const COMMAND: Modifiers = Modifiers::COMMAND;
    const NONE: Modifiers = Modifiers::NONE;
    let both = SHIFT | COMMAND;
    check_keys("It ^began.", &[(NONE, Key::ArrowRight)], "It b^egan.");
    check_keys("It ^began.", &[(SHIFT, Key::ArrowRight); 2], "It |be^gan.");
    check_keys("It ^began.", &[(COMMAND, Key::ArrowRight)], "It began^.");
    check_keys("It began^.", &[(both, Key::ArrowLeft)], "It ^began|.");
    check_keys("It |beg^an.", &[(NONE, Key::ArrowLeft)], "It ^began.");
    check_keys("It |beg^an.", &[(NONE, Key::ArrowRight)], "It beg^an.");
    check_keys("It |beg^an.", &[(NONE, Key::Escape)], "It beg^an.");
    check_keys("One^.\n\nOne.", &[(NONE, Key::ArrowDown)], "One.\n\nOne^.");
    check_keys("One.\n\nOne^.", &[(NONE, Key::ArrowUp)], "One^.\n\nOne.");
    check_keys(
        "Longer.^\n\nA.\n\nLonger.",
        &[(NONE, Key::ArrowDown); 2],
        "Longer.\n\nA.\n\nLonger.^",
    );
    check_keys("One^.\n\nTwo.", &[(SHIFT, Key::ArrowUp)], "^One|.\n\nTwo.");
    check_keys("One^.\n\nTwo.", &[(NONE, Key::Home)], "^One.\n\nTwo.");
    check_keys("^One.\n\nTwo.", &[(NONE, Key::End)], "One.^\n\nTwo.");
    check_keys("One^.\n\nTwo.", &[(COMMAND, Key::End)], "One.\n\nTwo.^");
    check_keys("One.\n\nTwo.^", &[(both, Key::Home)], "^One.\n\nTwo.|");
    check_keys("O^ne. Two.", &[(both, Key::ArrowDown)], "O|ne.^ Two.");
    check_keys("O^ne. Two.", &[(both, Key::ArrowDown); 2], "O|ne. Two.^");
    check_keys("O^ne. Two.", &[(COMMAND, Key::ArrowDown)], "One. ^Two.");
    check_keys("One. T^wo.", &[(COMMAND, Key::ArrowUp)], "One. ^Two.");
    check_keys("One. ^Two.", &[(both, Key::ArrowUp)], "^One. |Two.");
    check_keys("One^.\n\nTwo.", &[(COMMAND, Key::A)], "|One.\n\nTwo.^");
    check_keys("One^.\n\nTwo.", &[(NONE, Key::PageDown)], "One.\n\nTwo.^");
    check_keys("One.\n\nTwo^.", &[(NONE, Key::PageUp)], "^One.\n\nTwo.");
}

#[test]
fn left_goes_left_in_a_paragraph_from_right_to_left() {
    let (none, command) = (Modifiers::NONE, Modifiers::COMMAND);
    check_keys("שלום^ עולם", &[(none, Key::ArrowLeft)], "שלום ^עולם");
    check_keys("שלום^ עולם", &[(none, Key::ArrowRight)], "שלו^ם עולם");
    check_keys("^שלום עולם", &[(command, Key::ArrowLeft)], "שלום^ עולם");
}

#[test]
fn rows_of_one_paragraph_are_walked_and_the_end_of_a_row_stays_in_it() {
    let text = "The presidency said in the early evening that there would be no talks.";
    let mut window = Window::new(text);
    window.selection = Some(Selection::caret(0));
    let mut bench = open(window);
    bench.key_press(Key::End);
    bench.run();
    let end = bench.state().selection.map_or(0, |it| it.head);
    let top = bench.state().place(0).y;
    assert!(end > 20 && end < text.len(), "{end}");
    assert_eq!(bench.state().place(end).y, top);
    bench.key_press(Key::ArrowDown);
    bench.run();
    let below = bench.state().selection.map_or(0, |it| it.head);
    assert!(bench.state().place(below).y > top && below > end);
    bench.key_press(Key::ArrowUp);
    bench.run();
    assert_eq!(bench.state().selection, Some(Selection::caret(end)), "the same place across");
}

#[test]
fn keys_of_the_window_are_left_to_it() {
    let mut bench = open(Window::new(TEXT));
    for key in [Key::Num1, Key::Num3, Key::Enter, Key::F1, Key::Tab, Key::Escape, Key::Space] {
        bench.key_press(key);
    }
    bench.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    bench.key_press_modifiers(Modifiers::COMMAND, Key::S);
    bench.key_press(Key::ArrowLeft);
    bench.run();
    let keys = [
        Key::Num1,
        Key::Num3,
        Key::Enter,
        Key::F1,
        Key::Tab,
        Key::Escape,
        Key::Space,
        Key::ArrowLeft,
        Key::S,
    ];
    assert_eq!(bench.state().left, keys);
}

#[test]
fn keys_are_not_read_behind_a_dialog() {
    let mut window = Window::new(TEXT);
    window.selection = Some(Selection::caret(3));
    window.dialog = true;
    let mut bench = open(window);
    bench.key_press(Key::ArrowRight);
    bench.run();
    assert_eq!(bench.state().selection, Some(Selection::caret(3)));
    bench.state_mut().dialog = false;
    bench.run();
    bench.key_press(Key::ArrowRight);
    bench.run();
    assert_eq!(bench.state().selection, Some(Selection::caret(4)));
}

#[test]
fn what_is_selected_is_copied() {
    let mut window = Window::new(TEXT);
    window.selection = Some(Selection::of(Span::new(3, 8)));
    let mut bench = open(window);
    bench.event(egui::Event::Copy);
    bench.step();
    assert_eq!(bench.state().events, [Event::Copy("began".to_owned())]);
    let commands = &bench.output().platform_output.commands;
    assert!(commands.contains(&egui::OutputCommand::CopyText("began".to_owned())), "{commands:?}");
}
