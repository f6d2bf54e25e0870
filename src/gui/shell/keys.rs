//! Owns how keys become commands. A key that a text field needs is left to it.

use eframe::egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::gui::app::Situation;
use crate::gui::command::{Command, TABLE};
use crate::gui::inspector;

/// What lies over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Nothing,
    Dialog,
    Palette,
}

/// The commands whose keys were pressed in this frame; the keys are consumed. None but those that always make sense
/// while something lies over the window.
pub fn pressed(ctx: &Context, situation: &Situation, over: Over) -> Vec<Command> {
    let in_form = inspector::has_focus(ctx);
    let typing = ctx.text_edit_focused() || in_form;
    let is_taken = |it: &KeyboardShortcut| {
        // A form is committed so, also from where Enter begins a line.
        let commits = it.modifiers.command && it.logical_key == Key::Enter;
        (typing && is_for_typing(it)) || (in_form && commits)
    };
    let mut pressed = vec![];
    let mut was_taken = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            // Some systems send the letter of Alt and a letter besides: it belongs to the keys taken before it.
            if matches!(event, Event::Text(_)) {
                return !std::mem::take(&mut was_taken);
            }
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let found = TABLE.iter().find(|row| {
                situation.allows(row.needs)
                    && row.keys.iter().any(|it| is(it, *key, *modifiers) && !is_taken(it))
                    && match over {
                        Over::Nothing => true,
                        Over::Dialog => row.command == Command::Quit,
                        Over::Palette => matches!(row.command, Command::Quit | Command::Palette),
                    }
            });
            pressed.extend(found.map(|row| row.command));
            was_taken = found.is_some();
            !was_taken
        });
    });
    pressed
}

/// Keys as they are written on screen.
pub fn words(ctx: &Context, keys: &KeyboardShortcut) -> String {
    if keys.logical_key == Key::Questionmark {
        // Which other keys it takes depends on the keyboard.
        return "?".to_owned();
    }
    ctx.format_shortcut(keys).replace("Comma", ",")
}

fn is(keys: &KeyboardShortcut, key: Key, modifiers: Modifiers) -> bool {
    // Where a question mark stands on the keyboard is not for us to say.
    let modifiers = if key == Key::Questionmark { modifiers | Modifiers::SHIFT } else { modifiers };
    keys.logical_key == key && modifiers.matches_exact(keys.modifiers)
}

/// Whether a text field has a use for these keys.
fn is_for_typing(keys: &KeyboardShortcut) -> bool {
    let plain = !keys.modifiers.command && !keys.modifiers.alt;
    let function = matches!(keys.logical_key, Key::F1 | Key::F3 | Key::F6);
    let edits = matches!(keys.logical_key, Key::Z | Key::Y);
    (plain && !function) || (keys.modifiers.command && edits)
}
