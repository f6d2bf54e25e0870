//! Owns the short questions: unsaved work, a file in the way, the project's name.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, TextEdit};

use super::dialog::Reply;
use super::modal::{Stand, caption, entered, modal, primary, take_focus};
use crate::gui::action::Action;
use crate::gui::app::{Purpose, Then};
use crate::gui::case::Case;
use crate::gui::view::View;
use crate::project::Edit;
use crate::views::count;

/// How many unsaved steps are named.
const NAMED: usize = 5;

/// Asks what becomes of unsaved work. Whether it was answered.
pub fn unsaved(ctx: &Context, view: &View<'_>, then: &Then) -> bool {
    let Some(case) = view.case else { return true };
    let before = match then {
        Then::CloseProject => "closing it",
        Then::Quit => "quitting",
        Then::Open(_) => "opening another project",
    };
    let title = format!("Save changes to {} before {before}?", case.name());
    let mut answer = None;
    let closed = modal(ctx, &title, 460.0, Stand::Middle, |ui| {
        let (what, last) = changes(case);
        ui.label(what);
        for label in last {
            ui.weak(format!("– {label}"));
        }
        if case.file().is_none() {
            ui.add_space(4.0);
            ui.label("No file holds this project yet");
        }
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            let words = if case.file().is_none() { "Save…" } else { "Save" };
            let save = primary(ui, words);
            take_focus(&save);
            if save.clicked() {
                answer = Some(Some(Reply::Save(then.clone())));
            }
            if ui.button("Discard changes").clicked() {
                answer = Some(Some(Reply::Discard(then.clone())));
            }
            if ui.button("Cancel").clicked() {
                answer = Some(None);
            }
        });
    });
    if let Some(Some(reply)) = &answer {
        view.push(Action::Reply(reply.clone()));
    }
    closed || answer.is_some()
}

/// What is unsaved, in words, and the names of the last steps, the newest first.
fn changes(case: &Case) -> (String, Vec<&str>) {
    let Some(steps) = case.project().history().unsaved() else {
        return ("Saved steps were taken back, which no file holds yet".to_owned(), vec![]);
    };
    let last = steps.iter().rev().take(NAMED).map(|it| it.label.as_str()).collect();
    let what = match steps.len() {
        0 => "The file on the disk is not known to be safe".to_owned(),
        1 => "1 change is not saved".to_owned(),
        some if some <= NAMED => format!("{some} changes are not saved"),
        some => format!("{} changes are not saved, the last ones", count(some as u64)),
    };
    (what, last)
}

/// Asks before `there` are replaced to write the file at a path.
pub fn overwrite(
    ctx: &Context,
    view: &View<'_>,
    (path, there): (&Path, &[PathBuf]),
    purpose: &Purpose,
) -> bool {
    let (title, what) = match there {
        [one] => {
            let name = one.file_name().unwrap_or_default().to_string_lossy();
            let what = "There is a file of this name already. Replacing it cannot be undone.";
            (format!("Replace {name}?"), what)
        }
        some => {
            let what = "There are files of these names already. Replacing them cannot be undone.";
            (format!("Replace {} files?", some.len()), what)
        }
    };
    let (mut kept, mut replaced) = (false, false);
    let closed = modal(ctx, &title, 440.0, Stand::Middle, |ui| {
        ui.label(what);
        for file in there {
            ui.weak(file.display().to_string());
        }
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            // What destroys is not what Enter does.
            let keep = primary(ui, "Keep it");
            take_focus(&keep);
            kept = keep.clicked();
            if ui.button("Replace").clicked() {
                view.push(Action::Reply(Reply::Use(purpose.clone(), path.to_owned())));
                replaced = true;
            }
        });
    });
    if (kept || closed) && !replaced {
        view.push(Action::Reply(Reply::LeavePicker(purpose.clone())));
    }
    kept || closed || replaced
}

/// Asks for the project's name.
pub fn rename(ctx: &Context, view: &View<'_>, name: &mut String) -> bool {
    let mut done = false;
    let closed = modal(ctx, "Rename project", 420.0, Stand::Middle, |ui| {
        let label = caption(ui, "Name");
        let field = ui.add(TextEdit::singleline(name).desired_width(f32::INFINITY));
        let field = field.labelled_by(label.id);
        let named = !name.trim().is_empty();
        let mut take = entered(&field) && named;
        take_focus(&field);
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_enabled_ui(named, |ui| take |= primary(ui, "Rename").clicked());
            done |= ui.button("Cancel").clicked();
        });
        if take {
            view.queue.edit(Edit::RenameProject(name.trim().to_owned()));
            done = true;
        }
    });
    closed || done
}
