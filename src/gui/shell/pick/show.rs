//! Owns how the dialog for choosing a path is shown and driven by mouse and keys.

use std::path::Path;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Atom, Button, Context, Event, Id, Key, Modifiers, Response, RichText, ScrollArea, TextEdit, Ui,
    vec2,
};

use super::model::{Listing, Pick, Row};
use crate::gui::action::Action;
use crate::gui::app::Purpose;
use crate::gui::icons;
use crate::gui::picker::Question;
use crate::gui::shell::Reply;
use crate::gui::shell::modal::{Stand, caption, entered, list_height, modal, primary, take_focus};
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::views::count;

/// The height of a row, in points.
const ROW: f32 = 28.0;

/// Shows the dialog. Whether it is done with.
pub fn pick(ctx: &Context, view: &View<'_>, pick: &mut Pick) -> bool {
    let (mut done, mut left) = (false, false);
    let closed = modal(ctx, pick.title(), 640.0, Stand::Middle, |ui| {
        if let Some(path) = pick.overwrite.clone() {
            done |= ask_overwrite(ui, view, pick, &path);
            return;
        }
        path_line(ui, view, pick);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| places(ui, view, pick));
        ui.add_space(4.0);
        done |= filter_line(ui, view, pick);
        done |= list(ui, view, pick);
        if !pick.fault.is_empty() {
            ui.colored_label(colour(view.palette.error()), &pick.fault);
        }
        if pick.is_saving() {
            done |= name_line(ui, view, pick);
        }
        ui.add_space(8.0);
        done |= buttons(ui, view, pick, &mut left);
    });
    left |= closed && !done;
    if left {
        view.push(Action::Reply(Reply::LeavePicker(pick.purpose.clone())));
    }
    left || done
}

fn look(view: &View<'_>, path: &Path, save: bool) {
    view.push(Action::Reply(Reply::Look { path: path.to_owned(), save }));
}

/// Shows another folder.
fn go(view: &View<'_>, pick: &mut Pick, folder: &Path) {
    pick.go(folder.to_owned());
    look(view, folder, false);
}

fn up(view: &View<'_>, pick: &mut Pick) {
    if let Some(parent) = pick.folder.parent().map(Path::to_owned) {
        go(view, pick, &parent);
    }
}

fn path_line(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) {
    ui.horizontal(|ui| {
        let upwards = Button::new(icons::ARROW_UPWARD);
        let has_parent = pick.folder.parent().is_some();
        let upwards = ui.add_enabled(has_parent, upwards).accessible_name("Folder above");
        if upwards.on_hover_text("Folder above").clicked() {
            up(view, pick);
        }
        let width = ui.available_width();
        let field = ui.add(TextEdit::singleline(&mut pick.path).desired_width(width));
        if entered(&field.accessible_name("Path")) {
            let path = Path::new(pick.path.trim());
            let path = if path.is_absolute() { path.to_owned() } else { pick.folder.join(path) };
            look(view, &path, false);
        }
    });
}

fn places(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) {
    for place in pick.places.clone() {
        let name = place.file_name().map_or("Computer".into(), |it| it.to_string_lossy());
        let button = Button::selectable(place == pick.folder, name.as_ref());
        if ui.add(button).on_hover_text(place.display().to_string()).clicked() {
            go(view, pick, &place);
        }
    }
}

/// The filter, which also takes the keys that move through the list.
fn filter_line(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) -> bool {
    let mut done = false;
    ui.horizontal(|ui| {
        let new_folder = pick.is_saving() || pick.question == Question::Folder;
        let width = ui.available_width() - if new_folder { 130.0 } else { 0.0 };
        let id = ui.make_persistent_id("filter");
        if ui.memory(|it| it.has_focus(id)) {
            done = keys(ui, view, pick);
        }
        let filter = TextEdit::singleline(&mut pick.filter).id(id).hint_text("Filter");
        let filter = ui.add(filter.desired_width(width)).accessible_name("Filter");
        if filter.changed() {
            pick.filtered();
        }
        if !pick.is_saving() && pick.new_folder.is_none() {
            take_focus(&filter);
        }
        if new_folder && ui.button("New folder…").clicked() {
            pick.new_folder = Some(String::new());
        }
    });
    new_folder_line(ui, view, pick);
    done
}

/// Arrows choose, Enter opens, Backspace in the empty filter goes up.
fn keys(ui: &Ui, view: &View<'_>, pick: &mut Pick) -> bool {
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    for (key, by) in
        [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 10), (Key::PageUp, -10)]
    {
        if pressed(key) {
            pick.step(by);
        }
    }
    if pick.filter.is_empty() && pressed(Key::Backspace) {
        up(view, pick);
    }
    let is_enter =
        |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
    let enter = ui.input_mut(|it| {
        let before = it.events.len();
        it.events.retain(|event| !is_enter(event));
        it.events.len() < before
    });
    enter && take(view, pick)
}

/// Opens the chosen row, or takes the folder that is shown. Whether the dialog is done with.
fn take(view: &View<'_>, pick: &mut Pick) -> bool {
    if let Some(row) = pick.chosen().cloned() {
        return open(view, pick, &row);
    }
    match pick.question {
        Question::Folder => {
            use_path(view, pick, &pick.folder.clone());
            true
        }
        Question::Project => false,
        Question::SaveProject(_) | Question::SaveFile(_) => {
            save(view, pick);
            false
        }
    }
}

fn open(view: &View<'_>, pick: &mut Pick, row: &Row) -> bool {
    if row.is_folder {
        go(view, pick, &row.path);
    } else if pick.is_saving() {
        pick.name.clone_from(&row.name);
    } else {
        use_path(view, pick, &row.path);
        return true;
    }
    false
}

fn use_path(view: &View<'_>, pick: &Pick, path: &Path) {
    view.push(Action::Reply(Reply::Use(pick.purpose.clone(), path.to_owned())));
}

/// Looks whether the file is there before it is written.
fn save(view: &View<'_>, pick: &mut Pick) {
    match pick.target() {
        Some(path) => look(view, &path, true),
        None => "this is no name for a file".clone_into(&mut pick.fault),
    }
}

fn new_folder_line(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) {
    let Some(name) = &mut pick.new_folder else { return };
    let (mut make, mut leave) = (false, false);
    ui.horizontal(|ui| {
        let width = ui.available_width() - 160.0;
        let field = TextEdit::singleline(name).hint_text("Name of the new folder");
        let field = ui.add(field.desired_width(width)).accessible_name("Name of the new folder");
        make = entered(&field);
        take_focus(&field);
        make |= ui.button("Make").clicked();
        leave = ui.button("Leave it").clicked();
    });
    let name = name.trim().to_owned();
    if make && !name.is_empty() && !name.contains(['/', '\\', '\0']) && name != ".." {
        view.push(Action::Reply(Reply::MakeFolder(pick.folder.join(name))));
        leave = true;
    }
    if leave {
        pick.new_folder = None;
    }
}

fn list(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) -> bool {
    let height = list_height(ui, 320.0, if pick.is_saving() { 290.0 } else { 230.0 });
    let size = vec2(ui.available_width(), height);
    let inner = ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        rows(ui, pick, height)
    });
    let Some((place, row)) = inner.inner else { return false };
    pick.at = Some(place);
    open(view, pick, &row)
}

/// The rows in sight; the one that was clicked.
fn rows(ui: &mut Ui, pick: &mut Pick, height: f32) -> Option<(usize, Row)> {
    if pick.listing == Listing::Awaited {
        ui.weak("Reading the folder");
        return None;
    }
    if pick.shown.is_empty() {
        ui.weak(nothing(pick));
        return None;
    }
    let mut opened = None;
    let step = ROW + ui.spacing().item_spacing.y;
    let mut area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
    if let (true, Some(at)) = (std::mem::take(&mut pick.scroll), pick.at) {
        area = area.vertical_scroll_offset((at as f32 * step - height * 0.4).max(0.0));
    }
    area.show_rows(ui, ROW, pick.shown.len(), |ui, range| {
        for place in range {
            let Some(row) = pick.shown.get(place).and_then(|at| pick.rows().get(*at)) else {
                continue;
            };
            let response = show_row(ui, row, pick.at == Some(place));
            // With the mouse a folder opens at one click, as in a list of links.
            if response.clicked() {
                opened = Some((place, row.clone()));
            }
        }
    });
    opened
}

fn nothing(pick: &Pick) -> &'static str {
    match (&pick.question, pick.filter.is_empty()) {
        (_, false) => "Nothing here has this in its name",
        (Question::Folder, true) => "No folders in this folder",
        (Question::SaveFile(_), true) => "No folders and no files of this kind in this folder",
        (_, true) => "No folders and no projects in this folder",
    }
}

fn show_row(ui: &mut Ui, row: &Row, chosen: bool) -> Response {
    let icon = if row.is_folder { icons::FOLDER } else { icons::DESCRIPTION };
    let words = RichText::new(&row.name);
    let button = Button::selectable(chosen, (icon, words, Atom::grow())).truncate();
    let response = ui.add(button.min_size(vec2(ui.available_width(), ROW)));
    response.accessible_name(&row.name)
}

fn name_line(ui: &mut Ui, view: &View<'_>, pick: &mut Pick) -> bool {
    let label = caption(ui, "File name");
    let field = ui.add(TextEdit::singleline(&mut pick.name).desired_width(f32::INFINITY));
    let field = field.labelled_by(label.id);
    if entered(&field) {
        save(view, pick);
    }
    if pick.new_folder.is_none() {
        take_focus(&field);
    }
    if field.gained_focus() && !ui.input(|it| it.pointer.any_down()) {
        select_stem(ui, field.id, &pick.name);
    }
    false
}

/// Selects a name without its ending, so that typing replaces it.
fn select_stem(ui: &Ui, field: Id, name: &str) {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(stem.chars().count()));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field);
}

fn buttons(ui: &mut Ui, view: &View<'_>, pick: &mut Pick, left: &mut bool) -> bool {
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let ready = match pick.question {
            Question::Project => pick.chosen().is_some_and(|it| !it.is_folder),
            Question::Folder => true,
            Question::SaveProject(_) | Question::SaveFile(_) => pick.target().is_some(),
        };
        ui.add_enabled_ui(ready, |ui| {
            if primary(ui, pick.verb()).clicked() {
                match pick.question {
                    Question::Folder => {
                        use_path(view, pick, &pick.folder.clone());
                        done = true;
                    }
                    Question::Project => done = take(view, pick),
                    Question::SaveProject(_) | Question::SaveFile(_) => save(view, pick),
                }
            }
        });
        *left |= ui.button("Cancel").clicked();
        if reads_articles(pick) && pick.articles > 0 {
            ui.weak(match pick.articles {
                1 => "1 article in this folder itself".to_owned(),
                some => format!("{} articles in this folder itself", count(some as u64)),
            });
        }
    });
    done
}

/// Whether the folder is chosen for its articles.
fn reads_articles(pick: &Pick) -> bool {
    pick.question == Question::Folder && pick.purpose != Purpose::SaveCopy
}

fn ask_overwrite(ui: &mut Ui, view: &View<'_>, pick: &mut Pick, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ui.label(format!("{name} is there already. Replacing it cannot be undone."));
    ui.add_space(12.0);
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let keep = primary(ui, "Keep it");
        take_focus(&keep);
        if keep.clicked() {
            pick.overwrite = None;
        }
        if ui.button("Replace").clicked() {
            use_path(view, pick, path);
            done = true;
        }
    });
    done
}
