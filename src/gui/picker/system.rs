//! Owns the dialogs of the system. Whether this machine can show one is found out beforehand, since afterwards "none
//! could be shown" looks like "cancelled".

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rfd::FileDialog;

use super::{Answer, Picker, Question};
use crate::files::Disk;

/// No human cancels a dialog sooner than this after asking for it.
const LEAST: Duration = Duration::from_millis(100);

/// A variable of the program's surroundings.
type Variable = dyn Fn(&str) -> Option<OsString> + Send + Sync;

/// The dialogs of the system, where there are any.
pub struct SystemPicker {
    disk: Arc<dyn Disk>,
    variable: Box<Variable>,
    clock: Box<dyn Fn() -> Duration + Send + Sync>,
}

/// The dialogs of this system. `clock` tells the time since some moment.
pub fn system(
    disk: Arc<dyn Disk>,
    clock: impl Fn() -> Duration + Send + Sync + 'static,
) -> Arc<dyn Picker> {
    let variable = Box::new(|name: &str| std::env::var_os(name));
    Arc::new(SystemPicker { disk, variable, clock: Box::new(clock) })
}

impl Picker for SystemPicker {
    fn ask(&self, question: &Question) -> Answer {
        if !self.is_able() {
            return Answer::Unavailable;
        }
        let asked = (self.clock)();
        let chosen = show(question);
        let took = (self.clock)().saturating_sub(asked);
        match chosen {
            Some(path) => Answer::Chosen(path),
            None if took < LEAST => Answer::Unavailable,
            None => Answer::Cancelled,
        }
    }
}

impl SystemPicker {
    /// Whether a dialog can be shown here, as far as that is known beforehand.
    fn is_able(&self) -> bool {
        if cfg!(target_os = "linux") {
            return is_able(&*self.disk, &*self.variable);
        }
        // On a Mac a dialog must be made on the thread of the window, which it would block; the window's own is used.
        !cfg!(target_os = "macos")
    }
}

/// Whether Linux can show a dialog: by a desktop portal on the session's bus, or by zenity.
fn is_able(disk: &dyn Disk, variable: &Variable) -> bool {
    let is_there = |path: PathBuf| disk.entry(&path).is_ok();
    let folders = |name: &str, usual: &str| -> Vec<PathBuf> {
        let value = variable(name).filter(|it| !it.is_empty());
        std::env::split_paths(&value.unwrap_or_else(|| usual.into())).collect()
    };
    let bus = variable("DBUS_SESSION_BUS_ADDRESS").is_some_and(|it| !it.is_empty())
        || variable("XDG_RUNTIME_DIR").is_some_and(|it| is_there(Path::new(&it).join("bus")));
    // Within a Flatpak the portal stands outside, where it cannot be seen.
    let portal = is_there(PathBuf::from("/.flatpak-info"))
        || folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share").iter().any(|folder| {
            is_there(folder.join("dbus-1/services/org.freedesktop.portal.Desktop.service"))
        });
    let zenity = || folders("PATH", "/usr/bin").iter().any(|it| is_there(it.join("zenity")));
    (bus && portal) || zenity()
}

/// Shows a dialog and waits.
fn show(question: &Question) -> Option<PathBuf> {
    let projects = || FileDialog::new().add_filter("KB Workbench projects", &["kbproj"]);
    match question {
        Question::Folder => FileDialog::new().set_title("Choose a folder").pick_folder(),
        Question::Project => projects().set_title("Open a project").pick_file(),
        Question::SaveProject(path) => save(projects().set_title("Save the project"), path),
        Question::SaveFile(path) => {
            let ending = question.saved().unwrap_or_default();
            let files = format!("{} files", ending.to_uppercase());
            let dialog = FileDialog::new().add_filter(files, &[ending]).set_title("Export");
            save(dialog, path)
        }
    }
}

/// Asks where to write, this file proposed.
fn save(dialog: FileDialog, path: &Path) -> Option<PathBuf> {
    let dialog = dialog.set_file_name(path.file_name().unwrap_or_default().to_string_lossy());
    match path.parent() {
        Some(folder) => dialog.set_directory(folder).save_file(),
        None => dialog.save_file(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::memory::MemoryDisk;

    #[test]
    fn a_dialog_is_tried_only_where_something_can_show_it() {
        let check = |variables: &[(&str, &str)], files: &[&str], expect: bool| {
            let disk = MemoryDisk::new();
            files.iter().for_each(|file| disk.add(file, ""));
            let set: Vec<(String, OsString)> =
                variables.iter().map(|(name, value)| ((*name).into(), value.into())).collect();
            let variable = move |name: &str| {
                set.iter().find(|(it, _)| it == name).map(|(_, value)| value.clone())
            };
            assert_eq!(is_able(&disk, &variable), expect, "{variables:?} {files:?}");
        };
        let portal = "/usr/share/dbus-1/services/org.freedesktop.portal.Desktop.service";
        let bus = ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");
        check(&[], &[], false);
        check(&[bus], &[], false);
        check(&[], &[portal], false);
        check(&[bus], &[portal], true);
        check(&[("XDG_RUNTIME_DIR", "/run/user/1")], &[portal, "/run/user/1/bus"], true);
        check(&[("XDG_RUNTIME_DIR", "/run/user/1")], &[portal], false);
        check(&[bus, ("XDG_DATA_DIRS", "/opt/share")], &[portal], false);
        check(&[bus], &["/.flatpak-info"], true);
        check(&[("PATH", "/bin:/opt/bin")], &["/opt/bin/zenity"], true);
        check(&[("PATH", "/bin")], &["/opt/bin/zenity"], false);
    }

    #[test]
    fn an_answer_that_comes_too_soon_was_no_humans() {
        // No bus and no zenity: nothing is shown, whatever the system.
        if cfg!(target_os = "linux") {
            let (disk, clock) = (Arc::new(MemoryDisk::new()), Box::new(|| Duration::ZERO));
            let picker = SystemPicker { disk, variable: Box::new(|_| None), clock };
            assert_eq!(picker.ask(&Question::Folder), Answer::Unavailable);
        }
    }
}
