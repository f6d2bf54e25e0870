//! Owns the pace of keys: what is typed faster than frames are drawn is handed on so that no key is read before the one
//! before it has taken effect. Without that a figure typed before a quick Tab would stand in the next field.

use std::collections::VecDeque;

use eframe::egui::{Context, Event, Key, Plugin, RawInput};

/// Holds events back, in their order, until the keys before them have done what they do.
#[derive(Debug, Default)]
pub struct Pace {
    held: VecDeque<Event>,
    /// The last frame had a key that may open something, which takes the keyboard in this one.
    waits: bool,
}

impl Plugin for Pace {
    fn debug_name(&self) -> &'static str {
        "pace of keys"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.held.extend(input.events.drain(..));
        let typing = ctx.text_edit_focused();
        let waits = std::mem::take(&mut self.waits);
        let mut last = if waits { Some(Press::Moves) } else { None };
        while let Some(event) = self.held.pop_front() {
            if let Some(press) = press(&event, self.held.front(), typing) {
                if last.is_some_and(|last| last == Press::Moves || press == Press::Moves) {
                    self.held.push_front(event);
                    break;
                }
                last = Some(press);
                // Tab has led to the next field by the end of its own frame.
                let is_tab = matches!(event, Event::Key { key: Key::Tab, .. });
                self.waits = press == Press::Moves && !is_tab;
            }
            input.events.push(event);
        }
        if self.waits || !self.held.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// What a press does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    /// It stays where the keyboard is, so any number of them may come at once.
    Stays,
    /// It may lead the keyboard elsewhere, or change what the next key means.
    Moves,
}

/// What an event presses, if it does.
fn press(event: &Event, next: Option<&Event>, typing: bool) -> Option<Press> {
    let stays = match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let in_line = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End);
            let in_text =
                matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown);
            let edits = matches!(key, Key::Backspace | Key::Delete);
            let writes = matches!(next, Some(Event::Text(_)));
            let plain = !modifiers.alt && !modifiers.command;
            match typing {
                true => plain && (in_line || edits || writes),
                false => !modifiers.alt && (in_line || in_text),
            }
        }
        // The text of a key comes with it.
        Event::Copy | Event::Cut | Event::Paste(_) => false,
        _ => return None,
    };
    Some(if stays { Press::Stays } else { Press::Moves })
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Modifiers, Ui, text_edit::TextEditState};
    use expect_test::{Expect, expect};

    use super::*;

    fn key(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    /// The frames in which these keys come, typed all at once: digits with their text, `>` for Tab, `_` for Enter, `v`
    /// for Down.
    fn check(typed: &str, in_field: bool, expect: Expect) {
        let ctx = Context::default();
        if in_field {
            let show = |ui: &mut Ui| {
                let field = ui.text_edit_singleline(&mut String::new());
                TextEditState::default().store(ui.ctx(), field.id);
                field.request_focus();
            };
            ctx.run_ui(RawInput::default(), show).drop_without_applying_deltas();
        }
        let mut pace = Pace::default();
        let mut input = RawInput::default();
        for letter in typed.chars() {
            match letter {
                '>' => input.events.push(key(Key::Tab)),
                '_' => input.events.push(key(Key::Enter)),
                'v' => input.events.push(key(Key::ArrowDown)),
                digit => {
                    input.events.extend(Key::from_name(&digit.to_string()).map(key));
                    input.events.push(Event::Text(digit.to_string()));
                }
            }
        }
        let mut frames = vec![];
        for _ in 0..2 * typed.len() {
            pace.input_hook(&ctx, &mut input);
            let told = input.events.drain(..).filter_map(|it| match it {
                Event::Key { key: Key::Tab, .. } => Some(">".to_owned()),
                Event::Key { key: Key::Enter, .. } => Some("_".to_owned()),
                Event::Key { key: Key::ArrowDown, .. } => Some("v".to_owned()),
                Event::Text(text) => Some(text),
                _ => None,
            });
            frames.push(told.collect::<String>());
            if pace.held.is_empty() && !pace.waits {
                break;
            }
        }
        expect.assert_eq(&frames.join(" | "));
    }

    #[test]
    fn what_is_typed_before_a_tab_is_read_before_it() {
        check("25>>30_", true, expect!["25 | > | > | 30 | _ | "]);
    }

    #[test]
    fn a_key_that_opens_a_form_is_done_before_the_next_is_read() {
        check("vvv1_", false, expect!["vvv | 1 |  | _ | "]);
    }
}
