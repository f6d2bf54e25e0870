//! A project on a disk: saved whole or not at all, and known to be saved or not.

use std::io::ErrorKind;
use std::path::Path;

use expect_test::expect;
use kbworkbench::base::IdMint;
use kbworkbench::files::OsDisk;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::project::{Edit, Project, SaveError, Stamp, add_root, root_folder};

fn stamp() -> Stamp {
    Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH)
}

fn disk() -> MemoryDisk {
    let disk = MemoryDisk::new();
    disk.add_folder("/cases");
    disk
}

#[test]
fn saved_is_known_through_undo_and_redo() {
    let (disk, path) = (disk(), Path::new("/cases/case.kbproj"));
    let mut project = Project::new("Case");
    assert!(!project.is_saved(), "no file holds it yet");
    project.save(&disk, path).unwrap();
    assert!(project.is_saved());
    project.dispatch(Edit::RenameProject("Other".into()), stamp()).unwrap();
    assert!(!project.is_saved());
    assert_eq!(project.history().undo_label(), Some("Rename project to Other"));
    project.undo(&stamp()).unwrap().unwrap();
    assert!(project.is_saved());
    assert_eq!(project.history().redo_label(), Some("Rename project to Other"));
    project.redo(&stamp()).unwrap().unwrap();
    project.save(&disk, path).unwrap();
    project.undo(&stamp()).unwrap().unwrap();
    project.dispatch(Edit::RenameProject("Third".into()), stamp()).unwrap();
    assert_eq!(project.history().redo_label(), None);
    project.undo(&stamp()).unwrap().unwrap();
    assert!(!project.is_saved(), "the saved state cannot be reached any more");
    let (opened, warnings) = Project::open(&disk, path).unwrap();
    assert_eq!((opened.state().name(), warnings.len()), ("Other", 0));
    assert!(opened.is_saved());
}

#[test]
fn a_failed_save_is_an_error_and_the_old_file_is_there() {
    let path = Path::new("/cases/case.kbproj");
    for at in 0..20 {
        let disk = disk();
        let mut project = Project::new("Case");
        project.save(&disk, path).unwrap();
        project.dispatch(Edit::RenameProject("Other".into()), stamp()).unwrap();
        disk.fail_at(at, ErrorKind::StorageFull);
        let saved = project.save(&disk, path);
        assert_eq!(saved.is_ok(), project.is_saved());
        disk.fail_never();
        let (on_disk, _) = Project::open(&disk, path).unwrap();
        assert!(["Case", "Other"].contains(&on_disk.state().name()), "whole at {at}");
    }
}

#[test]
fn a_save_that_is_not_confirmed_leaves_no_state_that_counts_as_saved() {
    let path = Path::new("/cases/case.kbproj");
    let mut unconfirmed = 0;
    for at in 0..20 {
        let disk = disk();
        let mut project = Project::new("Case");
        project.save(&disk, path).unwrap();
        project.dispatch(Edit::RenameProject("Other".into()), stamp()).unwrap();
        disk.fail_at(at, ErrorKind::Other);
        let saved = project.save(&disk, path);
        disk.fail_never();
        unconfirmed += usize::from(matches!(saved, Err(SaveError::Unconfirmed { .. })));
        for _ in 0..2 {
            let (on_disk, _) = Project::open(&disk, path).unwrap();
            let is_on_disk = on_disk.state() == project.state();
            assert!(is_on_disk || !project.is_saved(), "the file holds another state, at {at}");
            project.undo(&stamp()).unwrap();
        }
    }
    assert_eq!(unconfirmed, 1);
}

#[test]
fn a_project_that_cannot_be_opened_says_why_and_where() {
    let disk = MemoryDisk::new();
    disk.add("/cut.kbproj", "{\"format\":\"kbproj\",\n");
    disk.add_folder("/folder.kbproj");
    let error = |path: &str| Project::open(&disk, Path::new(path)).unwrap_err().to_string();
    expect!["the project could not be read, this is a folder, not a file: /folder.kbproj"]
        .assert_eq(&error("/folder.kbproj"));
    expect!["the file ends too early, at line 2; it was not touched; open a backup: /cut.kbproj"]
        .assert_eq(&error("/cut.kbproj"));
    expect!["the project could not be read, there is no such file or folder: /none.kbproj"]
        .assert_eq(&error("/none.kbproj"));
}

#[test]
fn a_file_too_large_for_a_project_is_not_read_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.kbproj");
    // A file of nothing but a hole takes no room on the disk.
    std::fs::File::create(&path).unwrap().set_len(40 << 30).unwrap();
    let error = Project::open(&OsDisk, &path).unwrap_err().to_string();
    assert!(
        error.starts_with("the file has 42949672960 bytes, more than the 1073741824"),
        "{error}"
    );
}

#[test]
fn a_snapshot_is_written_while_work_goes_on_and_only_its_own_state_counts_as_saved() {
    let (disk, path) = (MemoryDisk::new(), Path::new("/p/x.kbproj"));
    disk.add_folder("/p");
    let mut project = Project::new("one");
    let stamp = stamp();
    project.dispatch(Edit::RenameProject("two".into()), stamp.clone()).unwrap();
    let snapshot = project.snapshot();
    project.dispatch(Edit::RenameProject("three".into()), stamp.clone()).unwrap();
    let result = snapshot.write(&disk, path);
    project.written(&snapshot, &result);
    assert!(!project.is_saved(), "the file holds “two”");
    project.undo(&stamp).unwrap();
    assert!(project.is_saved());
    project.undo(&stamp).unwrap();
    project.dispatch(Edit::RenameProject("four".into()), stamp).unwrap();
    assert!(!project.is_saved(), "as many steps as then, but others");
    assert_eq!(Project::open(&disk, path).unwrap().0.state().name(), "two");
}

#[test]
fn a_project_file_may_move_and_its_folders_stay_where_they_are() {
    let disk = MemoryDisk::new();
    for folder in ["/home/a/reports", "/home/a/cases/may"] {
        disk.add_folder(folder);
    }
    let mut project = Project::new("x");
    let stamp = stamp();
    let first = Path::new("/home/a/x.kbproj");
    let folder = Path::new("/home/a/reports");
    let (_, edit) = add_root(&disk, first, folder, &mut IdMint::seeded("t")).unwrap();
    project.dispatch(edit, stamp.clone()).unwrap();
    let second = Path::new("/home/a/cases/may/x.kbproj");
    project.move_file(&disk, Some(first), second, &stamp).unwrap();
    let root = project.state().roots().values().next().unwrap().clone();
    assert_eq!(root.path, "../../reports");
    assert_eq!(root_folder(&disk, second, &root), folder);
}
