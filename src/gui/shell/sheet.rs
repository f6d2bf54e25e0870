//! Owns the sheet of keys: all commands that have keys, and the keys of the text, the list and the forms.

use eframe::egui::{Align, Context, Key, Layout, RichText, ScrollArea, Ui, vec2};

use super::keys::words;
use super::modal::{Stand, list_height, modal, primary, take_focus};
use crate::gui::command::{Menu, TABLE};
use crate::gui::theme;

/// Keys that are no commands, by where they hold.
const OTHERS: &[(&str, &[(&str, &str)])] = &[
    (
        "In the text",
        &[
            ("Arrows", "Move the caret"),
            ("Shift+Arrows", "Select"),
            ("Ctrl+Left, Right", "Move by word"),
            ("Ctrl+Up, Down", "Move by sentence"),
            ("Ctrl+Shift+Down", "Select the sentence"),
            ("J, K", "Annotation after or before"),
            ("1, 2, 3, 4", "Take the sentence"),
            ("Home, End", "Begin and end of the line"),
            ("Double click", "Select the word"),
            ("Triple click", "Select the sentence"),
            ("Ctrl+C", "Copy what is selected"),
            ("Esc", "Select nothing, then leave"),
        ],
    ),
    ("In the lists", &[("Arrows", "Choose"), ("Enter", "Open"), ("Ctrl+Enter", "Open beside")]),
    (
        "In the table",
        &[
            ("Arrows", "Row and cell"),
            ("J, K", "Row after or before"),
            ("Shift+Arrows", "Choose several"),
            ("Ctrl+A", "Choose all shown"),
            ("Ctrl+Space", "Choose one more"),
            ("Enter", "Go to the sentence"),
            ("F2, double click", "Edit the cell"),
            ("Tab", "Done, edit the next cell"),
            ("Ctrl+C", "Copy the chosen rows"),
            ("Delete", "Delete the chosen rows"),
        ],
    ),
    (
        "In the chart",
        &[
            ("Left, Right", "Mark before or after"),
            ("J, K", "Mark after or before"),
            ("Up, Down", "Mark in the panel above or below"),
            ("Home, End", "First or last mark"),
            ("+, -", "Closer, wider"),
            ("Shift+Left, Right", "Earlier, later"),
            ("0, Esc", "All of the time"),
            ("Tab", "To the evidence; Esc back"),
            ("Enter", "Go to the sentence"),
            ("Ctrl+C", "Copy the sentence"),
        ],
    ),
    (
        "In the matrix",
        &[
            ("Arrows", "Cell, name or head beside"),
            ("J, K", "Cell below or above"),
            ("Home, End", "Begin and end of the row"),
            ("Ctrl+Home, End", "First or last cell"),
            ("Right, Left on a name", "Unfold, fold"),
            ("Enter", "Choose the cell"),
            ("Enter again", "To its sentences; Esc back"),
            ("Ctrl+C", "Copy the cell’s sentences"),
            ("Esc", "Leave the cell"),
        ],
    ),
    (
        "In the forms",
        &[
            ("Tab", "Next field"),
            ("Shift+Tab", "Field before"),
            ("Down", "List of a field"),
            ("Enter", "Done"),
            ("Ctrl+Enter", "Done, in a memo"),
            ("Esc", "Leave"),
        ],
    ),
];

/// Shows the sheet. Whether it was closed.
pub fn show(ctx: &Context) -> bool {
    let mut done = false;
    let closed = modal(ctx, "Keys", 960.0, Stand::Middle, |ui| {
        let height = list_height(ui, 860.0, 60.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.scroll_with_delta(vec2(0.0, scrolled(ui, height)));
            let groups = groups(ctx);
            let columns = ((ui.available_width() / 270.0) as usize).clamp(1, 3);
            let split = split(&groups, columns);
            // Beside the scroll bar.
            ui.set_max_width(ui.available_width() - 16.0);
            ui.spacing_mut().item_spacing = vec2(32.0, 2.0);
            ui.columns(columns, |uis| {
                for (ui, groups) in uis.iter_mut().zip(split) {
                    groups.iter().for_each(|it| group(ui, it));
                }
            });
        });
        ui.add_space(8.0);
        let close = primary(ui, "Close");
        take_focus(&close);
        done = close.clicked();
    });
    closed || done
}

/// How far the keys scroll what has no room, in points.
fn scrolled(ui: &Ui, page: f32) -> f32 {
    const LINE: f32 = 40.0;
    let keys = [
        (Key::ArrowUp, LINE),
        (Key::ArrowDown, -LINE),
        (Key::PageUp, page * 0.8),
        (Key::PageDown, page * -0.8),
    ];
    let pressed = |key| ui.input(|it| it.num_presses(key)) as f32;
    keys.into_iter().map(|(key, by)| pressed(key) * by).sum()
}

/// A heading with its keys and what they do.
struct Group {
    name: &'static str,
    rows: Vec<(String, &'static str)>,
}

fn groups(ctx: &Context) -> Vec<Group> {
    let of_menu = Menu::ALL.into_iter().map(|menu| {
        let rows = TABLE.iter().filter(|row| row.menu == menu && !row.keys.is_empty());
        let rows = rows.map(|row| {
            let keys: Vec<_> = row.keys.iter().map(|it| words(ctx, it)).collect();
            (keys.join(", "), row.name.trim_end_matches('…'))
        });
        Group { name: menu.name(), rows: rows.collect() }
    });
    let others = OTHERS.iter().map(|(name, rows)| {
        let rows = rows.iter().map(|(keys, what)| ((*keys).to_owned(), *what)).collect();
        Group { name, rows }
    });
    of_menu.chain(others).collect()
}

/// Groups in columns of about the same height, in their order.
fn split(groups: &[Group], columns: usize) -> Vec<Vec<&Group>> {
    let height = |it: &Group| it.rows.len() + 2;
    let all: usize = groups.iter().map(height).sum();
    let mut split = vec![vec![]; columns];
    let mut before = 0;
    for group in groups {
        let column = (before + height(group) / 2) * columns / all.max(1);
        if let Some(column) = split.get_mut(column.min(columns - 1)) {
            column.push(group);
        }
        before += height(group);
    }
    split
}

fn group(ui: &mut Ui, group: &Group) {
    ui.label(RichText::new(group.name).font(theme::bold(theme::BASE_SIZE)));
    for (keys, what) in &group.rows {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            ui.label(RichText::new(*what).small());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(keys).small().weak());
            });
        });
    }
    ui.add_space(12.0);
}
