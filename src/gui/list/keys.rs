//! Owns what keys do while the list has the keyboard.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// The cursor goes to this row.
    Go(usize),
    Open {
        beside: bool,
    },
    /// Marks the article as read, or takes that back.
    Mark,
    /// Back to the text.
    Leave,
}

const STEPS: [Key; 6] =
    [Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::PageUp, Key::Home, Key::End];

/// What the keys of this frame ask for. They are taken away from the rest of the window.
pub fn wishes(ui: &Ui, id: Id, count: usize, here: Option<usize>, page: usize) -> Vec<Wish> {
    // Arrows move the cursor rather than the focus; the tabulator leaves the list.
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
    let mut wishes = vec![];
    let mut here = here;
    ui.input_mut(|input| {
        for key in STEPS {
            for _ in 0..input.count_and_consume_key(Modifiers::NONE, key) {
                here = step(count, here, key, page);
                wishes.extend(here.map(Wish::Go));
            }
        }
        if input.consume_key(Modifiers::SHIFT, Key::Enter) {
            wishes.push(Wish::Open { beside: true });
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            wishes.push(Wish::Open { beside: false });
        }
        if input.consume_key(Modifiers::NONE, Key::Space) {
            wishes.push(Wish::Mark);
        }
        if input.consume_key(Modifiers::NONE, Key::Escape) {
            wishes.push(Wish::Leave);
        }
    });
    wishes
}

/// Where the cursor goes from `here`.
fn step(count: usize, here: Option<usize>, key: Key, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match (key, here) {
        (Key::End, _) => last,
        (Key::Home, _) | (_, None) => 0,
        (Key::ArrowDown, Some(at)) => at + 1,
        (Key::ArrowUp, Some(at)) => at.saturating_sub(1),
        (Key::PageDown, Some(at)) => at + page.max(1),
        (Key::PageUp, Some(at)) => at.saturating_sub(page.max(1)),
        (_, Some(at)) => at,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_list() {
        let steps = |count, here| STEPS.map(|key| step(count, here, key, 4));
        assert_eq!(steps(0, None), [None; 6]);
        assert_eq!(steps(10, None), [0, 0, 0, 0, 0, 9].map(Some));
        assert_eq!(steps(10, Some(7)), [8, 6, 9, 3, 0, 9].map(Some));
        assert_eq!(steps(10, Some(9)), [9, 8, 9, 5, 0, 9].map(Some));
        assert_eq!(steps(10, Some(0)), [1, 0, 4, 0, 0, 9].map(Some));
    }
}
