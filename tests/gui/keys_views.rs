//! The views without a mouse and as a screen reader tells them: where the keyboard is, where Tab, Esc and Enter lead, what
//! keys act on, what each thing is called.

use std::fmt::Write as _;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::gui::desk::Face;

use super::desk::Desk;

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;

/// The sample in the view of this key.
fn view(key: Key) -> Desk {
    let mut desk = Desk::sample();
    desk.press_with(ALT, key);
    desk
}

/// What has the keyboard; empty if nothing has, so that the text has it.
fn focused(desk: &Desk) -> String {
    let found = desk.harness.query_all_by(|it| it.is_focused()).next();
    let Some(found) = found else { return String::new() };
    let node = found.accesskit_node();
    if node.role() == Role::Window {
        return String::new();
    }
    let label = node.label().or_else(|| node.value()).unwrap_or_default();
    format!("{:?} {label}", node.role())
}

/// Where the keyboard is after each key.
fn walk(desk: &mut Desk, keys: &[(Modifiers, Key)], expect: Expect) {
    let mut told = format!("{}\n", focused(desk));
    for (modifiers, key) in keys {
        desk.press_with(*modifiers, *key);
        let _ = writeln!(told, "{key:?}: {}", focused(desk));
    }
    expect.assert_eq(&told);
}

fn plain(keys: &[Key]) -> Vec<(Modifiers, Key)> {
    keys.iter().map(|it| (Modifiers::NONE, *it)).collect()
}

fn dump(desk: &Desk) -> String {
    let mut out = String::new();
    for it in desk.harness.query_all_by(|_| true) {
        let n = it.accesskit_node();
        if matches!(n.role(), Role::TextRun | Role::GenericContainer | Role::Unknown) {
            continue;
        }
        let _ = writeln!(
            out,
            "{:?} | {:?} | {:?} sel {:?} tog {:?} {}",
            n.role(),
            n.label(),
            n.value(),
            n.is_selected(),
            n.toggled(),
            ""
        );
    }
    out
}

#[test]
fn tmp() {
    for key in [Key::Num2, Key::Num3, Key::Num4] {
        let mut desk = view(key);
        println!("=== {key:?} focus: {}", focused(&desk));
        println!("{}", dump(&desk));
        for _ in 0..60 {
            desk.press(Key::Tab);
            println!("tab {}", focused(&desk));
        }
    }
}
