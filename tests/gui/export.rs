//! Export and the clipboard through the real window: the same choices give the same bytes as on the command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, OutputCommand, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::expect;
use kbworkbench::base::IdMint;
use kbworkbench::cli::{Outcome, World, run};
use kbworkbench::files::Disk as _;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::gui::picker::Question;

use super::desk::{Desk, SAMPLE, disk, now};
use super::picture::snapshot;

const CTRL: Modifiers = Modifiers::COMMAND;

impl Desk {
    /// Turns to the view of this number, counted from the left, and opens the dialog.
    fn open_export(&mut self, view: Key) {
        self.press_with(Modifiers::ALT, view);
        self.press_with(CTRL, Key::E);
    }

    /// Clicks something of this kind and name in the dialog of this name.
    fn click_in(&mut self, dialog: &str, role: Role, name: &str) {
        let dialog = self.harness.get_by_role_and_label(Role::Dialog, dialog);
        dialog.get_by_role_and_label(role, name).click();
        self.run();
    }

    /// Chooses a chip of the dialog.
    fn choose(&mut self, name: &str) {
        self.click_in("Export", Role::RadioButton, name);
    }

    fn tick(&mut self, name: &str) {
        self.click_in("Export", Role::CheckBox, name);
    }

    fn export(&mut self) {
        self.click_in("Export", Role::Button, "Export…");
    }

    /// Types into an empty field of the dialog.
    fn fill(&mut self, field: &str, text: &str) {
        let dialog = self.harness.get_by_role_and_label(Role::Dialog, "Export");
        dialog.get_by_label(field).focus();
        self.run();
        self.press_with(CTRL, Key::A);
        self.press(Key::Delete);
        self.type_text(text);
    }

    /// What goes to the clipboard by this command, found in the palette.
    fn copied(&mut self, command: &str) -> Vec<OutputCommand> {
        self.press_with(CTRL, Key::K);
        self.type_text(command);
        self.harness.key_press(Key::Enter);
        let mut copied = vec![];
        for _ in 0..10 {
            self.harness.step();
            copied.extend(self.harness.output().platform_output.commands.iter().cloned());
        }
        copied
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        self.disk.read(Path::new(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// What the command line writes into a file with these words.
fn by_command(disk: &MemoryDisk, kind: &str, file: &str, words: &[&str]) -> Vec<u8> {
    let (mut out, mut err) = (vec![], vec![]);
    let mut world = World {
        disk,
        out: &mut out,
        err: &mut err,
        terminal: false,
        now: now(),
        coder: String::new(),
        ids: IdMint::seeded("command"),
        state_folder: None,
    };
    let head = ["kbworkbench", "export", SAMPLE, kind, file, "--force"];
    let words = head.iter().chain(words).map(OsString::from);
    let outcome = run(words, &mut world);
    assert_eq!(outcome, Outcome::Exit(0), "{}", String::from_utf8_lossy(&err));
    disk.read(Path::new(file)).unwrap()
}

const OFFENSIVE: [&str; 2] = ["--incident", "the offensive"];

#[test]
fn the_window_writes_the_same_bytes_as_the_command_line() {
    for (subject, kind) in [("Casualties", "--casualties"), ("Stances", "--stances")] {
        let mut desk = Desk::sample();
        for form in ["PNG", "SVG", "CSV", "HTML"] {
            let ending = form.to_lowercase();
            let (ours, theirs) = (format!("/home/a/o.{ending}"), format!("/home/a/t.{ending}"));
            desk.press_with(CTRL, Key::E);
            desk.choose(subject);
            if form == "PNG" {
                // The least to paint.
                desk.choose("Column");
            }
            desk.choose(form);
            desk.will_choose(&ours);
            desk.export();
            let words = [&OFFENSIVE[..], &["--size", "column"]].concat();
            let theirs = by_command(&desk.disk, kind, &theirs, &words);
            assert!(desk.bytes(&ours) == theirs, "{subject} {form}");
        }
    }
    let mut desk = Desk::sample();
    desk.open_export(Key::Num3);
    desk.will_choose("/home/a/o.csv");
    desk.export();
    assert!(desk.bytes("/home/a/o.csv") == by_command(&desk.disk, "--annotations", "/t.csv", &[]));
}

#[test]
fn sizes_words_and_ground_are_those_of_the_command_line_too() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num4);
    desk.choose("Column");
    desk.tick("Transparent ground");
    desk.fill("Title", "Who was killed");
    desk.fill("Subtitle", "As far as is known");
    desk.tick("CSV");
    desk.tick("HTML");
    desk.will_choose("/home/a/killed.png");
    desk.export();
    assert!(desk.shows("Exported /home/a/killed.png, 31 claims from 13 articles"));
    assert!(desk.shows("Beside it killed-evidence.csv and killed-evidence.html"));
    let words = [
        &OFFENSIVE[..],
        &["--size", "column", "--transparent", "--evidence", "csv,html"],
        &["--title", "Who was killed", "--subtitle", "As far as is known"],
    ]
    .concat();
    let theirs = by_command(&desk.disk, "--casualties", "/home/a/t.png", &words);
    assert!(desk.bytes("/home/a/killed.png") == theirs);
    for ending in ["csv", "html"] {
        let bytes = |name: &str| desk.bytes(&format!("/home/a/{name}-evidence.{ending}"));
        assert!(bytes("killed") == bytes("t"), "{ending}");
    }
    // Emptied fields are automatic again; a free size is as good as one with a name.
    desk.press_with(CTRL, Key::E);
    desk.fill("Title", "");
    desk.fill("Subtitle", " ");
    desk.tick("Transparent ground");
    desk.tick("CSV");
    desk.tick("HTML");
    desk.choose("Free");
    desk.fill("Width, points", "640");
    desk.fill("Height, points", "480");
    desk.fill("Scale", "1.5");
    assert!(desk.shows("960 × 720 pixels"));
    desk.will_choose("/home/a/free.png");
    desk.export();
    let words = [&OFFENSIVE[..], &["--size", "640x480", "--scale", "1.5"]].concat();
    let theirs = by_command(&desk.disk, "--casualties", "/home/a/t.png", &words);
    assert!(desk.bytes("/home/a/free.png") == theirs);
}

#[test]
fn ground_scale_and_evidence_of_the_matrix_are_those_of_the_command_line_too() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num5);
    desk.choose("Free");
    desk.fill("Width, points", "400");
    desk.fill("Height, points", "300");
    desk.fill("Scale", "2");
    desk.tick("Transparent ground");
    desk.tick("CSV");
    desk.tick("HTML");
    for form in ["PNG", "SVG"] {
        let ending = form.to_lowercase();
        let (ours, theirs) = (format!("/home/a/o.{ending}"), format!("/home/a/t.{ending}"));
        desk.choose(form);
        desk.will_choose(&ours);
        desk.export();
        if form == "SVG" {
            desk.click_in("Replace 2 files?", Role::Button, "Replace");
        } else {
            desk.press_with(CTRL, Key::E);
        }
        let words = ["--size", "400x300", "--transparent", "--evidence", "csv,html"];
        let words = [&OFFENSIVE[..], &words].concat();
        let scaled = if form == "PNG" { &["--scale", "2"][..] } else { &[] };
        let theirs = by_command(&desk.disk, "--stances", &theirs, &[&words, scaled].concat());
        assert!(desk.bytes(&ours) == theirs, "{form}");
        for ending in ["csv", "html"] {
            let bytes = |name: &str| desk.bytes(&format!("/home/a/{name}-evidence.{ending}"));
            assert!(bytes("o") == bytes("t"), "{form}, {ending}");
        }
    }
}

#[test]
fn what_a_size_leaves_out_is_said_and_mended_by_one_click() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num5);
    desk.choose("Free");
    desk.fill("Width, points", "400");
    desk.fill("Height, points", "200");
    desk.fill("Scale", "1");
    assert!(desk.shows("more actors, not shown at this size"));
    desk.click_near("Make it ");
    assert!(!desk.shows("not shown at this size"));
    let height = desk.harness.get_by_label("Height, points").accesskit_node().value();
    let height: u32 = height.unwrap().parse().unwrap();
    desk.fill("Height, points", &(height - 1).to_string());
    assert!(desk.shows("not shown at this size"), "{height} is the least");
}

#[test]
fn a_size_that_cannot_be_is_told_and_nothing_can_be_exported() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num5);
    desk.choose("Free");
    let mut told = String::new();
    for (width, height, scale) in [
        ("wide", "900", "2"),
        ("100", "900", "2"),
        ("1600", "30000", "2"),
        ("1600", "900", "99"),
        ("20000", "20000", "5"),
        ("inf", "900", "2"),
        ("1600", "900", "2,5"),
    ] {
        desk.fill("Width, points", width);
        desk.fill("Height, points", height);
        desk.fill("Scale", scale);
        let dialog = desk.harness.get_by_role_and_label(Role::Dialog, "Export");
        let is_off = dialog.get_by_label("Export…").accesskit_node().is_disabled();
        let values = dialog.children_recursive().filter_map(|it| it.accesskit_node().value());
        let said =
            |it: &String| it.contains("pixels") || it.contains("points") || it.contains("scale");
        let what = values.filter(said).find(|it| it.contains(' ') && !it.contains(", points"));
        told += &format!("{width} {height} {scale}: {} {is_off}\n", what.unwrap_or_default());
    }
    expect![[r#"
        wide 900 2: Width, height and scale are to be numbers true
        100 900 2: Width and height are from 200 to 20000 points true
        1600 30000 2: Width and height are from 200 to 20000 points true
        1600 900 99: The scale is from 0.1 to 20 true
        20000 20000 5: A picture of 100000 × 100000 pixels is more than 200 million; ask for a smaller size or scale true
        inf 900 2: Width and height are from 200 to 20000 points true
        1600 900 2,5: 4000 × 2250 pixels false
    "#]].assert_eq(&told);
}

#[test]
fn a_file_is_proposed_and_evidence_that_is_there_is_asked_about() {
    let mut desk = Desk::sample();
    desk.disk.add("/home/a/who-evidence.csv", "mine");
    desk.open_export(Key::Num5);
    desk.tick("CSV");
    desk.will_choose("/home/a/who");
    desk.export();
    let proposed = PathBuf::from("/home/a/sample/stances.png");
    assert_eq!(desk.picker.asked().last(), Some(&Question::SaveFile(proposed)));
    assert!(desk.disk.read(Path::new("/home/a/who.png")).is_err());
    desk.click_in("Replace who-evidence.csv?", Role::Button, "Keep it");
    assert_eq!(desk.bytes("/home/a/who-evidence.csv"), b"mine");
    desk.press_with(CTRL, Key::E);
    desk.will_choose("/home/a/who");
    desk.export();
    desk.click_in("Replace who-evidence.csv?", Role::Button, "Replace");
    assert!(desk.bytes("/home/a/who-evidence.csv").starts_with(b"number,"));
    assert!(desk.bytes("/home/a/who.png").starts_with(b"\x89PNG"));
}

#[test]
fn a_failed_write_says_what_is_there_and_what_to_do() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num5);
    desk.choose("CSV");
    desk.will_choose("/home/a/who.csv");
    desk.disk.limit(100);
    desk.export();
    assert!(desk.disk.read(Path::new("/home/a/who.csv")).is_err());
    expect!["Could not write a new file, the disk is full; nothing was changed: /home/a/who.csv"]
        .assert_eq(&desk.name_with("who.csv"));
    assert!(desk.shows("Make room or name a file on another disk"));
}

#[test]
fn a_dialog_left_is_found_again_as_it_was_but_not_the_words_for_another_figure() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num5);
    desk.choose("Double column");
    desk.fill("Title", "Ours");
    // The dialog of the system is cancelled.
    desk.export();
    assert!(desk.shows("2067 × 1772 pixels"));
    desk.click_in("Export", Role::Button, "Cancel");
    desk.press_with(CTRL, Key::E);
    assert!(desk.shows("2067 × 1772 pixels"));
    let title = desk.harness.get_by_label("Title").accesskit_node().value();
    assert_eq!(title.as_deref(), Some("Ours"));
    desk.choose("Casualties");
    let title = desk.harness.get_by_label("Title").accesskit_node().value();
    assert_eq!(title.as_deref(), Some(""));
}

#[test]
fn the_preview_says_what_the_file_holds() {
    let mut desk = Desk::sample();
    desk.open_export(Key::Num4);
    assert!(desk.shows("Preview, 31 claims from 13 articles"));
    desk.choose("CSV");
    assert!(desk.shows("number,says,who,whom,incident"));
    desk.choose("HTML");
    assert!(desk.shows("1. at least 2 civilians killed"));
    desk.choose("All annotations");
    desk.choose("JSONL");
    assert!(desk.shows("Preview, 134 annotations"));
}

#[test]
fn a_copied_figure_has_the_shape_of_a_slide() {
    let mut desk = Desk::sample_in(Key::Num4);
    let copied = desk.copied("Copy the figure");
    let [OutputCommand::CopyImage(image)] = copied.as_slice() else { panic!("{copied:?}") };
    assert_eq!(image.size, [2400, 1350]);
    assert!(desk.shows("Copied the figure, 2400 × 1350 pixels"));
}

#[test]
fn copied_data_are_lines_with_tabs_as_the_evidence_has_them() {
    let mut desk = Desk::sample_in(Key::Num5);
    let copied = desk.copied("Copy the data");
    let [OutputCommand::CopyText(text)] = copied.as_slice() else { panic!("{copied:?}") };
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 52);
    assert!(lines.iter().all(|it| it.split('\t').count() == 14), "{text}");
    expect!["1	supports the offensive	Azerbaijan	the offensive	the offensive	no time	Azerbaijan defended its operation as the only way to restore order	Azerbaijan defended its operation as the only way to restore order on its own territory, and promised that the rights of the Armenian inhabitants would be respected.	Canal Info	Nagorno-Karabakh: what we know about the operation	03-canal-info-what-we-know.txt	0	current	e3e5c3b7-36fe-5701-a9c2-48f414b92109"].assert_eq(lines[1]);
    assert!(desk.shows("Copied the evidence, to be pasted into a spreadsheet"));
}

#[test]
fn of_the_table_its_rows_are_copied() {
    let mut desk = Desk::sample_in(Key::Num3);
    let copied = desk.copied("Copy the data");
    let [OutputCommand::CopyText(text)] = copied.as_slice() else { panic!("{copied:?}") };
    assert_eq!(text.lines().count(), 135);
}

#[test]
fn the_dialog_looks_as_it_should() {
    let mut desk = Desk::sized(disk(), Some(SAMPLE), [1000.0, 700.0], Theme::Light);
    desk.press_with(CTRL, Key::E);
    desk.choose("Stances");
    snapshot(&mut desk.harness, "export-light");
}
