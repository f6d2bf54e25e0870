//! Exports that meet a disk that fails, is slow, or is left in the middle: nothing half written, what was entered stays.

use std::io;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role, ViewportEvent, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use kbworkbench::files::Disk as _;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::files::slow::{Operation, SlowDisk};
use kbworkbench::gui::App;

use super::desk::{Desk, SAMPLE, Script, disk, threaded, until};

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

/// The window with threads, in the middle of an export that stops at an operation.
fn under_way(at: Operation) -> (Harness<'static, App>, Arc<SlowDisk>) {
    let disk = disk();
    disk.add_folder("/home/a/out");
    let slow = Arc::new(SlowDisk::new(disk, at, "/home/a/out/"));
    let picker = Script::default();
    picker.answer("/home/a/out/all.csv");
    let mut harness = threaded(slow.clone(), SAMPLE, picker);
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
    let (mut harness, slow) = under_way(Operation::Entry);
    harness.get_by_label("Cancel export").click();
    until(&mut harness, |it| it.query_by_label("Exporting all.csv, ending").is_some());
    slow.go_on();
    until(&mut harness, |it| it.query_by_label("The export was cancelled").is_some());
    assert!(files(&slow.disk).is_empty());
}

#[test]
fn an_export_cancelled_while_its_file_is_written_is_written_whole() {
    let (mut harness, slow) = under_way(Operation::Write);
    harness.get_by_label("Cancel export").click();
    harness.step();
    slow.go_on();
    until(&mut harness, |it| shows(it, "Exported /home/a/out/all.csv"));
    assert_eq!(files(&slow.disk), ["/home/a/out/all.csv"]);
}

#[test]
fn a_window_closed_during_an_export_waits_for_the_file() {
    let (mut harness, slow) = under_way(Operation::Write);
    assert!(close(&mut harness), "the window stays");
    harness.step();
    assert!(shows(&harness, "closes as soon as the file is written"));
    slow.go_on();
    until(&mut harness, is_closing);
    assert_eq!(files(&slow.disk), ["/home/a/out/all.csv"]);
}

#[test]
fn a_window_closed_during_an_export_goes_once_that_is_cancelled() {
    let (mut harness, slow) = under_way(Operation::Entry);
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
    let (mut harness, slow) = under_way(Operation::Entry);
    assert!(close(&mut harness), "the window stays");
    slow.disk.take("/home/a/out");
    slow.go_on();
    until(&mut harness, |it| it.query_by_role_and_label(Role::Dialog, "Export").is_some());
    until(&mut harness, |it| shows(it, "its folder is not there"));
    assert!(!is_closing(&harness));
}

#[test]
fn the_dialog_is_left_and_opened_again_while_a_file_is_written() {
    let (mut harness, slow) = under_way(Operation::Write);
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
