//! The command line on disks that are full, that fail or that change meanwhile: the old file stays, and it is said.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use expect_test::expect;
use kbworkbench::base::IdMint;
use kbworkbench::cli::{Outcome, World, run};
use kbworkbench::files::Disk;
use kbworkbench::files::memory::MemoryDisk;

use super::place::{PAPER, WIRE, arguments};

/// A disk with two reports in `/reports`.
fn disk() -> MemoryDisk {
    let disk = MemoryDisk::new();
    disk.add("/reports/wire.txt", WIRE);
    disk.add("/reports/paper.txt", PAPER);
    disk
}

/// A call on a disk: its lines, those on standard error after a "! ", and what it comes to.
fn call(disk: &MemoryDisk, words: &str) -> String {
    call_on(disk, words, false)
}

fn call_on(disk: &MemoryDisk, words: &str, terminal: bool) -> String {
    let (mut out, mut err) = (vec![], vec![]);
    let mut world = World {
        disk,
        out: &mut out,
        err: &mut err,
        terminal,
        now: jiff::Timestamp::UNIX_EPOCH,
        coder: "ana".to_owned(),
        ids: IdMint::seeded("test"),
        state_folder: Some(PathBuf::from("/state")),
    };
    let words = std::iter::once("kbworkbench".to_owned()).chain(arguments(words));
    let outcome = run(words.map(Into::into), &mut world);
    let mut text = String::from_utf8(out).unwrap();
    for line in String::from_utf8(err).unwrap().lines() {
        text += &format!("! {line}\n");
    }
    text + &match outcome {
        Outcome::Exit(code) => format!("exit {code}\n"),
        other => format!("{other:?}\n"),
    }
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let disk = disk();
    call(&disk, "new /reports -o /case.kbproj --accept 0");
    let project = disk.read(Path::new("/case.kbproj")).unwrap();
    disk.add("/old.csv", "old");
    let before = disk.paths();
    disk.limit(100);
    let mut text = String::new();
    for words in [
        "new /reports -o /case.kbproj --accept 0 --force",
        "new /reports -o /new.kbproj",
        "export /case.kbproj --annotations /old.csv --force",
        "export /case.kbproj --casualties /a.svg",
        "demo --dir /demo",
    ] {
        text += &call(&disk, words);
    }
    expect![[r#"
        ! kbworkbench: could not write a new file, the disk is full; nothing was changed: /case.kbproj; make room or name a file on another disk
        exit 2
        ! kbworkbench: could not write a new file, the disk is full; nothing was changed: /new.kbproj; make room or name a file on another disk
        exit 2
        ! kbworkbench: could not write a new file, the disk is full; nothing was changed: /old.csv; make room or name a file on another disk
        exit 2
        ! kbworkbench: could not write a new file, the disk is full; nothing was changed: /a.svg; make room or name a file on another disk
        exit 2
        ! kbworkbench: could not write a new file, the disk is full; nothing was changed: /demo/articles/01-meridian-wire-baku-demands-surrender.txt; make room or name a file on another disk
        exit 2
    "#]].assert_eq(&text);
    assert_eq!(disk.read(Path::new("/case.kbproj")).unwrap(), project);
    assert_eq!(disk.read(Path::new("/old.csv")).unwrap(), b"old");
    let left: Vec<_> = disk.paths().into_iter().filter(|it| !before.contains(it)).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn wherever_a_disk_fails_files_are_wholly_old_or_wholly_new() {
    let good = disk();
    call(&good, "new /reports -o /case.kbproj --accept 0");
    call(&good, "export /case.kbproj --annotations /a.csv");
    let (old, new) = (b"old".to_vec(), good.read(Path::new("/a.csv")).unwrap());
    let mut failing = 0;
    loop {
        let disk = disk();
        call(&disk, "new /reports -o /case.kbproj --accept 0");
        disk.add("/a.csv", &old);
        disk.fail_at(failing, ErrorKind::PermissionDenied);
        let given = call(&disk, "export /case.kbproj --annotations /a.csv --force");
        let failed = disk.has_failed();
        disk.fail_never();
        let now = disk.read(Path::new("/a.csv")).unwrap();
        assert!(now == old || now == new, "half a file after {failing}");
        let ends_well = given.ends_with("exit 0\n");
        assert!(!ends_well || now == new, "{given}");
        assert!(ends_well || given.starts_with("! kbworkbench: "), "{given}");
        assert!(disk.paths().iter().all(|it| !it.display().to_string().ends_with(".tmp")));
        if !failed {
            assert!(ends_well);
            break;
        }
        failing += 1;
    }
    assert!(5 < failing, "only {failing} operations");
}

#[test]
fn whatever_fails_in_new_is_told_and_leaves_a_whole_project_or_none() {
    let mut failing = 0;
    loop {
        let disk = disk();
        disk.fail_at(failing, ErrorKind::PermissionDenied);
        let given = call(&disk, "new /reports -o /case.kbproj --accept 0");
        let failed = disk.has_failed();
        disk.fail_never();
        if disk.read(Path::new("/case.kbproj")).is_ok() {
            let checked = call(&disk, "check /case.kbproj");
            assert!(checked.ends_with("exit 0\n"), "{failing}: {given}{checked}");
        } else {
            assert!(given.ends_with("exit 2\n"), "{failing}: {given}");
        }
        if !failed {
            break;
        }
        failing += 1;
    }
    assert!(10 < failing, "only {failing} operations");
}

#[test]
fn what_vanishes_between_listing_and_reading_is_listed() {
    // Every operation fails once, among them those on the files after the folder was listed.
    let mut told = std::collections::BTreeSet::new();
    for failing in 0..12 {
        let disk = disk();
        disk.fail_at(failing, ErrorKind::NotFound);
        // Both are read at once, so that either may be the one that fails.
        let given = call(&disk, "suggest /reports --format jsonl").replace("paper.txt", "wire.txt");
        told.extend(given.lines().filter(|it| it.starts_with('!')).map(str::to_owned));
    }
    let told: String = told.iter().map(|it| format!("{it}\n")).collect();
    expect![[r#"
        ! kbworkbench: no article could be read; give articles, or a folder with .txt, .md or .html files
        ! kbworkbench: there is no such file or folder: /reports; check the path
        ! warning: /reports/wire.txt: the file could not be read, there is no such file or folder; check that it is there and that you may open it
        ! warning: /reports: the folder could not be read, there is no such file or folder; check that it is there and that you may open it
    "#]].assert_eq(&told);
}

#[test]
fn progress_is_shown_on_a_terminal_and_gone_at_the_end() {
    let (disk, words) = (disk(), "suggest /reports");
    let (quiet, shown) = (call(&disk, words), call_on(&disk, words, true));
    assert!(!quiet.contains("articles read"), "{quiet}");
    assert!(shown.contains("\r2 of 2 articles read\u{1b}[K\r\u{1b}[K"), "{shown:?}");
    assert!(shown.contains("\r2 of 2 articles searched\u{1b}[K\r\u{1b}[K"), "{shown:?}");
    assert!(shown.starts_with(quiet.trim_end_matches("exit 0\n")), "{shown}");
}

#[test]
fn a_choice_that_cannot_be_remembered_is_told_and_no_fault() {
    let disk = disk();
    // A file where the folder of the program's memory would be.
    disk.add("/state", "mine");
    let text = call(&disk, "new /reports -o /case.kbproj")
        + &call(&disk, "check /case.kbproj --trust-folders");
    expect![[r#"
        /case.kbproj: 2 articles
        ! warning: /reports: the choice of the folder could not be remembered, there is something of this name already; it will be asked for again
        exit 0
        /case.kbproj: 2 articles, 0 annotations, 0 passages; nothing needs review
        ! warning: /reports: the choice of the folder could not be remembered, there is something of this name already; it will be asked for again
        exit 0
    "#]].assert_eq(&text);
}

#[test]
fn a_read_only_project_is_not_replaced() {
    let disk = disk();
    disk.add("/case.kbproj", "mine");
    disk.set_read_only("/case.kbproj");
    expect![[r#"
        ! kbworkbench: the file is read-only and was left as it is: /case.kbproj; make it writable or name another file
        exit 2
    "#]].assert_eq(&call(&disk, "new /reports -o /case.kbproj --force"));
    assert_eq!(disk.read(Path::new("/case.kbproj")).unwrap(), b"mine");
}

#[test]
fn keys_and_kinds_of_a_later_version_outlive_a_save() {
    use kbworkbench::project::Project;
    let disk = MemoryDisk::new();
    let odd = r#"{"id":"00000000-0000-4000-8000-000000000001","kind":"hologram","passages":[]}"#;
    let actor = r#"{"id":"00000000-0000-4000-8000-000000000002","name":"Town","aliases":[],"kind":"state","colour":1,"aura":[1]}"#;
    disk.add(
        "/x.kbproj",
        format!(
            r#"{{"format":"kbproj","version":1,"actors":[{actor}],"annotations":[{odd}],"later":{{"a":1}}}}"#
        ),
    );
    let path = Path::new("/x.kbproj");
    let (mut project, warnings) = Project::open(&disk, path).unwrap();
    let warnings: String = warnings.iter().map(|it| format!("{it}\n")).collect();
    expect![[r#"
        annotations, line 1: this record could not be read, its key “body” is missing; kept and written back, and shown nowhere else
        later: this version does not know this part of the file; it is kept and written back
    "#]].assert_eq(&warnings);
    project.save(&disk, path).unwrap();
    let saved = String::from_utf8(disk.read(path).unwrap()).unwrap();
    for kept in [odd, "\"aura\":[1]", "\"later\": {\"a\":1}"] {
        assert!(saved.contains(kept), "{kept} is lost: {saved}");
    }
}
