//! Exports that meet a disk that fails, is slow, or is left in the middle: nothing half written, what was entered stays.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Role, Theme, ViewportEvent, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::base::IdMint;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::files::{Disk, Entry};
use kbworkbench::gui::{App, Host, Spawn};

use super::desk::{Desk, SAMPLE, Script, disk, now};
use super::picture::window;

impl Desk {
    fn click_in_export(&mut self, name: &str) {
        let dialog = self.harness.get_by_role_and_label(Role::Dialog, "Export");
        dialog.get_by_label(name).click();
        self.run();
    }
}

/// Opens the dialog for the matrix and asks for its evidence beside it, with words of one's own.
fn entered(desk: &mut Desk) {
    desk.press_with(Modifiers::ALT, Key::Num5);
    desk.press_with(Modifiers::COMMAND, Key::E);
    // The chart is not what the window shows behind it.
    desk.click_in_export("Casualties");
    // The least to paint.
    desk.click_in_export("Free");
    for (field, number) in [("Width, points", "800"), ("Height, points", "600"), ("Scale", "0.3")] {
        desk.harness.get_by_label(field).focus();
        desk.run();
        desk.press_with(Modifiers::COMMAND, Key::A);
        desk.type_text(number);
    }
    let dialog = desk.harness.get_by_role_and_label(Role::Dialog, "Export");
    dialog.get_by_role_and_label(Role::CheckBox, "CSV").click();
    desk.run();
    desk.harness.get_by_label("Title").focus();
    desk.run();
    desk.type_text("Ours");
}

fn export(desk: &mut Desk) {
    desk.click_in_export("Export…");
}

/// What the dialog says and holds; nothing if it is not open.
fn told(desk: &Desk) -> String {
    let Some(dialog) = desk.harness.query_by_role_and_label(Role::Dialog, "Export") else {
        return "no dialog".to_owned();
    };
    let alert = dialog.query_all_by_role(Role::Alert).next();
    let alert = alert.and_then(|it| it.accesskit_node().label()).unwrap_or_default();
    let title = dialog.get_by_label("Title").accesskit_node().value().unwrap_or_default();
    let is_chosen = |it: &egui_kittest::Node<'_>| {
        it.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    };
    let mut chosen: Vec<_> =
        dialog.query_all_by_role(Role::RadioButton).filter(is_chosen).collect();
    chosen.extend(dialog.query_all_by_role(Role::CheckBox).filter(is_chosen));
    let chosen: Vec<_> = chosen.iter().filter_map(|it| it.accesskit_node().label()).collect();
    format!("{alert}\n{title}: {}", chosen.join(", "))
}

/// Files under a folder beside those of the sample.
fn files(disk: &MemoryDisk) -> Vec<String> {
    let paths = disk.paths();
    let ours = paths.iter().filter(|it| it.starts_with("/home/a/out"));
    ours.map(|it| it.display().to_string()).collect()
}

/// Exports to /home/a/out/who.png on a disk made so, and says what the dialog tells then and which files there are.
fn check(prepare: impl FnOnce(&MemoryDisk), expect: Expect) {
    let mut desk = Desk::sample();
    desk.disk.add_folder("/home/a/out");
    entered(&mut desk);
    desk.will_choose("/home/a/out/who.png");
    prepare(&desk.disk);
    export(&mut desk);
    let told = told(&desk);
    assert!(["ame a", "ake room"].iter().any(|it| desk.shows(it)), "what to do: {told}");
    expect.assert_eq(&format!("{told}\n{:?}\n", files(&desk.disk)));
}

#[test]
fn a_failed_export_comes_back_with_what_was_entered() {
    check(
        |disk| disk.limit(100),
        expect![[r#"
            Could not write a new file, the disk is full; nothing was changed: /home/a/out/who.png
            Ours: Casualties, PNG, Free, CSV
            []
        "#]],
    );
    check(
        |disk| disk.take("/home/a/out"),
        expect![[r#"
            Nothing was written, because its folder is not there: /home/a/out/who.png
            Ours: Casualties, PNG, Free, CSV
            []
        "#]],
    );
    check(
        |disk| disk.add_folder("/home/a/out/who.png"),
        expect![[r#"
            Nothing was written, because this is a folder: /home/a/out/who.png
            Ours: Casualties, PNG, Free, CSV
            []
        "#]],
    );
    check(
        |disk| disk.add_folder("/home/a/out/who-evidence.csv"),
        expect![[r#"
            Nothing was written, because this is a folder: /home/a/out/who-evidence.csv
            Ours: Casualties, PNG, Free, CSV
            []
        "#]],
    );
    check(
        |disk| {
            disk.add("/home/a/out/who.png", "mine");
            disk.set_read_only("/home/a/out/who.png");
        },
        expect![[r#"
            The file is read-only and was left as it is: /home/a/out/who.png
            Ours: Casualties, PNG, Free, CSV
            ["/home/a/out/who.png"]
        "#]],
    );
}

/// Whichever operation of the disk fails: each file there is whole, no other is left, and the dialog is there again.
#[test]
fn wherever_the_disk_fails_no_half_file_is_left() {
    let mut desk = Desk::sample();
    desk.disk.add_folder("/home/a/out");
    entered(&mut desk);
    let names = ["/home/a/out/who-evidence.csv", "/home/a/out/who.png"];
    let mut whole = None;
    // The last to the first, so that what the files are to hold is seen before.
    for failing in (0..14).rev() {
        desk.will_choose("/home/a/out/who.png");
        desk.disk.fail_at(failing, io::ErrorKind::PermissionDenied);
        export(&mut desk);
        let failed = desk.disk.has_failed();
        desk.disk.fail_never();
        let there = files(&desk.disk);
        let bytes = names.map(|it| desk.disk.read(Path::new(it)).unwrap_or_default());
        let whole = whole.get_or_insert_with(|| {
            assert!(!failed && there == names, "a run without a fault comes first");
            bytes.clone()
        });
        for (place, name) in names.iter().enumerate() {
            let is_whole = bytes[place] == whole[place];
            assert!(is_whole || !there.iter().any(|it| it == name), "{name}, half at {failing}");
        }
        let told = told(&desk);
        if told == "no dialog" {
            assert_eq!(there, names, "{failing}");
            desk.press_with(Modifiers::COMMAND, Key::E);
            desk.click_in_export("Casualties");
        } else {
            assert!(told.contains("\nOurs: Casualties, PNG"), "{failing}: {told}");
            assert!(failed, "{failing}: {told}");
        }
        desk.disk.take("/home/a/out");
        desk.disk.add_folder("/home/a/out");
    }
}

#[test]
fn a_file_that_is_kept_brings_the_dialog_back() {
    let mut desk = Desk::sample();
    desk.disk.add("/home/a/out/who-evidence.csv", "mine");
    entered(&mut desk);
    desk.will_choose("/home/a/out/who.png");
    export(&mut desk);
    desk.click("Keep it");
    expect![[r#"

        Ours: Casualties, PNG, Free, CSV"#]]
    .assert_eq(&told(&desk));
    assert_eq!(files(&desk.disk), ["/home/a/out/who-evidence.csv"]);
}

/// A disk that stops at one operation until it is let go on.
#[derive(Debug)]
struct Slow {
    disk: Arc<MemoryDisk>,
    at: &'static str,
    /// It has come there; it may go on.
    state: Mutex<(bool, bool)>,
    changed: Condvar,
}

impl Slow {
    fn stop(&self, operation: &str, path: &Path) {
        let is_ours = path.to_string_lossy().contains("/home/a/out/");
        if operation != self.at || !is_ours {
            return;
        }
        let mut state = self.state.lock().unwrap();
        state.0 = true;
        self.changed.notify_all();
        drop(self.changed.wait_while(state, |it| !it.1).unwrap());
    }

    fn wait(&self) {
        let state = self.state.lock().unwrap();
        drop(self.changed.wait_while(state, |it| !it.0).unwrap());
    }

    fn go_on(&self) {
        self.state.lock().unwrap().1 = true;
        self.changed.notify_all();
    }
}

impl Disk for Slow {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.stop("entry", path);
        self.disk.entry(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.disk.list(folder)
    }
    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.canonical(path)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.create_folder(path)
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk.write_new(path, bytes)?;
        self.stop("write", path);
        Ok(())
    }
    fn sync(&self, path: &Path) -> io::Result<()> {
        self.disk.sync(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.sync_folder(path)
    }
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.copy_permissions(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
}

/// The window with threads, in the middle of an export that stops at an operation.
fn under_way(at: &'static str) -> (Harness<'static, App>, Arc<Slow>) {
    let disk = disk();
    disk.add_folder("/home/a/out");
    let (state, changed) = Default::default();
    let slow = Arc::new(Slow { disk, at, state, changed });
    let picker = Arc::new(Script::default());
    picker.answer("/home/a/out/all.csv");
    let host = Host {
        disk: slow.clone(),
        now: Box::new(now),
        zone: jiff::tz::TimeZone::UTC,
        ids: IdMint::seeded("window"),
        coder: "A. Analyst".to_owned(),
        state_folder: None,
        documents: None,
        picker,
        spawn: Spawn::Threads,
    };
    let window = window([1200.0, 800.0], Theme::Light).with_max_steps(200);
    let path = Some(PathBuf::from(SAMPLE));
    let mut harness = window.build_eframe(move |cc| App::new(&cc.egui_ctx, host, path));
    until(&mut harness, |it| it.state().case().is_some() && it.state().is_at_rest());
    harness.key_press_modifiers(Modifiers::ALT, Key::Num3);
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    until(&mut harness, |it| it.query_by_label("Export…").is_some() && it.state().is_at_rest());
    harness.get_by_role_and_label(Role::Dialog, "Export").get_by_label("Export…").click();
    until(&mut harness, |it| it.query_by_label("Exporting all.csv").is_some());
    slow.wait();
    (harness, slow)
}

/// Lets frames go by until something is so.
fn until(harness: &mut Harness<'static, App>, is_so: impl Fn(&Harness<'static, App>) -> bool) {
    let begun = Instant::now();
    loop {
        harness.step();
        if is_so(harness) {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The window's own close button. Whether the window goes on.
fn close(harness: &mut Harness<'static, App>) -> bool {
    let viewports = &mut harness.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    harness.step();
    let is_kept = harness
        .output()
        .viewport_output
        .values()
        .any(|it| it.commands.contains(&eframe::egui::ViewportCommand::CancelClose));
    harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
    is_kept
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn is_closing(harness: &Harness<'static, App>) -> bool {
    let mut outputs = harness.output().viewport_output.values();
    outputs.any(|it| it.commands.contains(&eframe::egui::ViewportCommand::Close))
}

#[test]
fn a_cancelled_export_leaves_no_file() {
    let (mut harness, slow) = under_way("entry");
    harness.get_by_label("Cancel export").click();
    until(&mut harness, |it| it.query_by_label("Exporting all.csv, ending").is_some());
    slow.go_on();
    until(&mut harness, |it| it.query_by_label("The export was cancelled").is_some());
    assert!(files(&slow.disk).is_empty());
}

#[test]
fn an_export_cancelled_while_its_file_is_written_is_written_whole() {
    let (mut harness, slow) = under_way("write");
    harness.get_by_label("Cancel export").click();
    harness.step();
    slow.go_on();
    until(&mut harness, |it| shows(it, "Exported /home/a/out/all.csv"));
    assert_eq!(files(&slow.disk), ["/home/a/out/all.csv"]);
}

#[test]
fn a_window_closed_during_an_export_waits_for_the_file() {
    let (mut harness, slow) = under_way("write");
    assert!(close(&mut harness), "the window stays");
    harness.step();
    assert!(shows(&harness, "closes as soon as the file is written"));
    slow.go_on();
    until(&mut harness, is_closing);
    assert_eq!(files(&slow.disk), ["/home/a/out/all.csv"]);
}

#[test]
fn a_window_closed_during_an_export_goes_once_that_is_cancelled() {
    let (mut harness, slow) = under_way("entry");
    assert!(close(&mut harness), "the window stays");
    until(&mut harness, |it| it.query_by_label("Cancel export").is_some());
    harness.get_by_label("Cancel export").click();
    harness.step();
    slow.go_on();
    until(&mut harness, is_closing);
    assert!(files(&slow.disk).is_empty());
}

#[test]
fn a_window_closed_during_an_export_that_fails_stays_and_says_why() {
    let (mut harness, slow) = under_way("entry");
    assert!(close(&mut harness), "the window stays");
    slow.disk.take("/home/a/out");
    slow.go_on();
    until(&mut harness, |it| it.query_by_role_and_label(Role::Dialog, "Export").is_some());
    until(&mut harness, |it| shows(it, "its folder is not there"));
    assert!(!is_closing(&harness));
}

#[test]
fn the_dialog_is_left_and_opened_again_while_a_file_is_written() {
    let (mut harness, slow) = under_way("write");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    until(&mut harness, |it| it.query_by_label("Another file is being written").is_some());
    let dialog = harness.get_by_role_and_label(Role::Dialog, "Export");
    assert!(dialog.get_by_label("Export…").accesskit_node().is_disabled());
    harness.key_press(Key::Escape);
    until(&mut harness, |it| it.query_by_role(Role::Dialog).is_none());
    slow.go_on();
    until(&mut harness, |it| shows(it, "Exported /home/a/out/all.csv"));
    assert_eq!(files(&slow.disk), ["/home/a/out/all.csv"]);
}
