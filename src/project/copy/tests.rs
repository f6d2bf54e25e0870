//! Owns the tests of copies with texts: which files are where afterwards, and that the copy opens with all of them.

use std::io::ErrorKind;
use std::sync::Arc;

use super::*;
use crate::base::IdMint;
use crate::corpus::load;
use crate::files::memory::MemoryDisk;
use crate::project::{Edit, add_articles, add_root, bind};

/// A project at `/case/x.kbproj` over these folders of articles, one file each with its own path as its words.
struct Case {
    disk: MemoryDisk,
    project: Project,
}

const FILE: &str = "/case/x.kbproj";

fn stamp() -> Stamp {
    Stamp::new("A.", jiff::Timestamp::UNIX_EPOCH)
}

fn case(folders: &[&str], files: &[&str]) -> Case {
    let disk = MemoryDisk::new();
    disk.add_folder("/case");
    disk.add_folder("/out");
    for file in files {
        disk.add(file, format!("A report of {file}\n\nTwo people were killed.\n"));
    }
    let (mut project, mut mint) = (Project::new("May: day one"), IdMint::seeded("copy"));
    for folder in folders {
        let (root, edit) = add_root(&disk, Path::new(FILE), Path::new(folder), &mut mint).unwrap();
        project.dispatch(edit, stamp()).unwrap();
        let read = load(&disk, &[PathBuf::from(folder)], &Progress::new());
        let read: Vec<_> = read.articles.into_iter().map(|it| (root, it.article)).collect();
        let edit = add_articles(&bind(project.state(), &read), &mut mint).unwrap();
        // Those of other roots are not at hand here, so that only this root's are new.
        project.dispatch(edit, stamp()).unwrap();
    }
    Case { disk, project }
}

impl Case {
    fn copy(&self, progress: &Progress) -> Result<Copied, CopyError> {
        let closed = HashSet::new();
        let from = CopyFrom { state: self.project.state(), file: Path::new(FILE), closed: &closed };
        let name = self.project.state().name();
        copy_with_texts(&self.disk, &from, Path::new("/out"), name, &stamp(), progress)
    }

    /// The files below the folder of copies, a line each.
    fn out(&self) -> String {
        let paths = self.disk.paths();
        let below = paths.iter().filter_map(|it| it.strip_prefix("/out").ok());
        below.map(|it| format!("{}\n", it.display())).collect()
    }
}

/// How many texts a project at `file` has at hand.
fn texts(disk: &MemoryDisk, file: &Path) -> usize {
    let (project, _) = Project::open(disk, file).unwrap();
    let roots: Vec<_> = project.state().roots().values().cloned().collect();
    let folders: Vec<_> = roots.iter().map(|it| root_folder(disk, file, it)).collect();
    let read = load(disk, &folders, &Progress::new()).articles;
    let read: Vec<_> =
        read.into_iter().map(|it| (roots[it.root].id, Arc::clone(&it.article))).collect();
    bind(project.state(), &read).texts.len()
}

#[test]
fn a_copy_holds_every_article_and_opens_with_all_of_them() {
    let check = |folders: &[&str], files: &[&str], expect: &str| {
        let case = case(folders, files);
        let copied = case.copy(&Progress::new()).unwrap();
        assert_eq!(case.out(), expect);
        assert_eq!((copied.articles, copied.missing), (files.len(), vec![]));
        assert_eq!(texts(&case.disk, &copied.file), files.len());
    };
    check(
        &["/case/reports"],
        &["/case/reports/a.txt", "/case/reports/day 1/b.txt"],
        "May- day one/May- day one.kbproj\n\
         May- day one/articles/reports/a.txt\n\
         May- day one/articles/reports/day 1/b.txt\n",
    );
    // Folders of one name, elsewhere and in other letters, and a root that is a file.
    check(
        &["/one/Press", "/two/press", "/three/alone.txt"],
        &["/one/Press/a.txt", "/two/press/a.txt", "/three/alone.txt"],
        "May- day one/May- day one.kbproj\n\
         May- day one/articles/Press/a.txt\n\
         May- day one/articles/alone.txt/alone.txt\n\
         May- day one/articles/press 2/a.txt\n",
    );
}

#[test]
fn nothing_is_replaced() {
    let case = case(&["/case/reports"], &["/case/reports/a.txt"]);
    case.disk.add("/out/May- day one/articles/reports/a.txt", "another's");
    let copied = case.copy(&Progress::new()).unwrap();
    assert_eq!(copied.file, Path::new("/out/May- day one 2/May- day one.kbproj"));
    let kept = case.disk.read(Path::new("/out/May- day one/articles/reports/a.txt")).unwrap();
    assert_eq!(kept, b"another's");
}

#[test]
fn an_article_that_cannot_be_read_is_told_and_the_rest_is_copied() {
    let case = case(&["/case/reports"], &["/case/reports/a.txt", "/case/reports/b.txt"]);
    case.disk.take("/case/reports/a.txt");
    let copied = case.copy(&Progress::new()).unwrap();
    assert_eq!(copied.articles, 1);
    let told: Vec<_> = copied.missing.iter().map(Warning::to_string).collect();
    assert_eq!(
        told,
        ["a.txt: the article is not in the copy, its file could not be read, there is no such \
          file or folder; make it readable and make the copy again"]
    );
}

#[test]
fn a_copy_that_fails_leaves_no_file_behind_and_the_project_as_it_was() {
    let case = case(&["/case/reports"], &["/case/reports/a.txt", "/case/reports/b.txt"]);
    let before = case.disk.read(Path::new("/case/reports/a.txt")).unwrap();
    let mut failures = 0;
    for at in 0.. {
        case.disk.fail_at(at, ErrorKind::StorageFull);
        let copied = case.copy(&Progress::new());
        let failed = case.disk.has_failed();
        case.disk.fail_never();
        if !failed {
            break;
        }
        // Where a single article could not be read, the copy is made without it.
        if copied.is_err() {
            failures += 1;
            let left = case.out();
            assert!(!left.contains(".txt") && !left.contains(".kbproj"), "{at}: {left}");
        }
        case.disk.take("/out");
        case.disk.add_folder("/out");
        assert_eq!(case.disk.read(Path::new("/case/reports/a.txt")).unwrap(), before);
    }
    assert!(failures > 5, "{failures}");
}

#[test]
fn a_cancelled_copy_is_none_and_a_path_that_leads_out_is_not_followed() {
    let mut case = case(&["/case/reports"], &["/case/reports/a.txt"]);
    let progress = Progress::new();
    progress.cancel();
    assert!(matches!(case.copy(&progress), Err(CopyError::Cancelled)));
    case.disk.take("/out");
    case.disk.add_folder("/out");
    let article = *case.project.state().articles().keys().next().unwrap();
    let to = crate::project::ArticleField::Path("../x.kbproj".into());
    if case.project.dispatch(Edit::SetArticle { article, to }, stamp()).is_ok() {
        let copied = case.copy(&Progress::new()).unwrap();
        assert_eq!(copied.articles, 0);
        assert_eq!(case.out(), "May- day one/May- day one.kbproj\n");
    }
}
