//! Folders in, articles and warnings out.

use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use expect_test::{Expect, expect};

use super::*;
use crate::files::OsDisk;
use crate::files::memory::MemoryDisk;

fn folders(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

fn shown(loaded: &Loaded) -> String {
    let articles = loaded.articles.iter().map(|it| format!("{} {}\n", it.root, it.article.path));
    let warnings = loaded.warnings.iter().map(|it| format!("! {it}\n"));
    articles.chain(warnings).collect()
}

fn check(disk: &MemoryDisk, names: &[&str], expect: Expect) {
    expect.assert_eq(&shown(&load(disk, &folders(names), &Progress::new())));
}

#[test]
fn good_articles_load_and_each_bad_one_is_a_warning() {
    let disk = MemoryDisk::new();
    disk.add("/a/2.md", "# Two\n\nIt held.");
    disk.add("/a/1.TXT", "One\r\n\r\nIt held.");
    disk.add("/a/sub/3.htm", "<p>Three");
    disk.add("/a/empty.txt", "");
    disk.add("/a/wordless.html", "<html><script>x</script></html>");
    disk.add("/a/bytes.html", [0, 1, 2]);
    disk.add("/a/pdf.txt", "%PDF-1.4 ...");
    disk.add("/a/big.txt", vec![b'a'; MAX_BYTES as usize + 1]);
    disk.add("/a/wrong.html", b"<meta charset=utf-8><p>Caf\xE9 ferm\xE9 pour la journ\xE9e");
    disk.add("/a/notes.docx", "left aside");
    disk.add("/a/sub/Report.PDF", "left aside");
    disk.add("/a/table.csv", "no report");
    check(
        &disk,
        &["/a"],
        expect![[r#"
            0 1.TXT
            0 2.md
            0 sub/3.htm
            0 wrong.html
            ! /a: documents of these formats were left out: 1 .docx, 1 .pdf; save them as plain text or as web pages beside the others
            ! /a/big.txt: the file is larger than 32 MB; an article is far smaller; split the file
            ! /a/bytes.html: the file holds no words; save the report again or remove the file
            ! /a/empty.txt: the file is empty; save the report again or remove the file
            ! /a/pdf.txt: the file is a PDF document, not text; save the report as plain text or as a web page
            ! /a/wordless.html: the file holds no words; save the report again or remove the file
            ! /a/wrong.html: the file says it is UTF-8 but is not; it was read as windows-1252; check its letters
        "#]],
    );
}

#[test]
fn folders_keep_their_order_and_are_read_once() {
    let disk = MemoryDisk::new();
    disk.add("/b/1.txt", "One");
    disk.add("/a/2.txt", "Two");
    disk.add("/a/sub/3.txt", "Three");
    disk.add_folder("/none");
    check(
        &disk,
        &["/b", "/a/sub", "/a", "/b", "/none", "/gone"],
        expect![[r#"
            0 1.txt
            2 2.txt
            2 sub/3.txt
            ! /a/sub: it lies within /a; what it holds is read there, once
            ! /b: it is listed twice; what it holds is read there, once
            ! /none: the folder holds no articles; articles end in .txt, .md, .html or .htm
            ! /gone: the folder could not be read, there is no such file or folder; check that it is there and that you may open it
        "#]],
    );
}

#[test]
fn a_file_that_is_named_is_an_article_under_its_name() {
    let disk = MemoryDisk::new();
    disk.add("/a/sub/1.txt", "One");
    disk.add("/a/sub/notes", "Two");
    disk.add("/a/sub/scan.txt", "%PDF-1.4 ...");
    disk.add("/b/3.txt", "Three");
    check(
        &disk,
        &["/a/sub/notes", "/b", "/a/sub/1.txt", "/a/sub/scan.txt", "/b/3.txt", "/b/gone.txt"],
        expect![[r#"
            0 notes
            1 3.txt
            2 1.txt
            ! /b/3.txt: it lies within /b; what it holds is read there, once
            ! /b/gone.txt: the folder could not be read, there is no such file or folder; check that it is there and that you may open it
            ! /a/sub/scan.txt: the file is a PDF document, not text; save the report as plain text or as a web page
        "#]],
    );
}

#[test]
fn a_file_or_folder_that_vanishes_is_a_warning() {
    let disk = MemoryDisk::new();
    disk.add("/a/1.txt", "One");
    disk.add("/a/2.txt", "Two");
    // What the folder is, its canonical path twice and its list go before, then one of the files.
    disk.fail_at(5, std::io::ErrorKind::NotFound);
    let loaded = load(&disk, &folders(&["/a"]), &Progress::new());
    assert_eq!(loaded.articles.len(), 1);
    assert!(loaded.warnings[0].to_string().contains("there is no such file or folder"));
    disk.take("/a");
    check(
        &disk,
        &["/a"],
        expect![[r#"
        ! /a: the folder could not be read, there is no such file or folder; check that it is there and that you may open it
    "#]],
    );
}

#[test]
fn an_article_holds_its_text_and_parts() {
    let disk = MemoryDisk::new();
    let bytes = "\u{FEFF}Dam holds\r\nIt held. Nobody left.\r\nBack to top";
    disk.add("/a/1.txt", bytes);
    let (article, warnings) = read_article(&disk, Path::new("/a/1.txt"), "1.txt").unwrap();
    assert_eq!(warnings, []);
    assert_eq!(article.text, "Dam holds\nIt held. Nobody left.\nBack to top");
    assert_eq!(article.text_hash, Hash::of(article.text.as_bytes()));
    assert_eq!(article.file_hash, Hash::of(bytes.as_bytes()));
    let sentence = article.sentence_at(article.text.find("Nobody").unwrap()).unwrap();
    assert_eq!(sentence.of(&article.text), "Nobody left.");
    assert!(article.is_furniture(article.paragraphs[2]));
}

#[test]
fn the_outcome_does_not_depend_on_the_number_of_threads() {
    let disk = MemoryDisk::new();
    for number in 0..200 {
        disk.add(format!("/a/{}/{number}.txt", number % 7), format!("Report {number}\n\nIt held."));
        disk.add(format!("/a/{}/{number}.html", number % 7), "");
    }
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| load(&disk, &folders(&["/a"]), &Progress::new()))
    };
    let one = run(1);
    assert_eq!((one.articles.len(), one.warnings.len()), (200, 200));
    assert!(one == run(4));
}

#[test]
fn progress_counts_and_a_cancel_ends_the_load() {
    let disk = MemoryDisk::new();
    for number in 0..20 {
        disk.add(format!("/a/{number}.txt"), "Report");
    }
    let progress = Progress::new();
    load(&disk, &folders(&["/a"]), &progress);
    assert_eq!((progress.done(), progress.total()), (20, 20));
    progress.cancel();
    let loaded = load(&disk, &folders(&["/a"]), &progress);
    assert!(loaded.cancelled && loaded.articles.is_empty());
}

#[cfg(unix)]
#[test]
fn a_real_folder_with_a_loop_and_a_locked_file_loads() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("sub")).unwrap();
    std::fs::write(path("sub/1.txt"), "One").unwrap();
    std::fs::write(path("2.txt"), "Two").unwrap();
    std::fs::set_permissions(path("2.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
    symlink(folder.path(), path("sub/loop")).unwrap();
    symlink("dangling", path("gone.txt")).unwrap();
    let loaded = load(&OsDisk, &[folder.path().to_owned()], &Progress::new());
    let paths: Vec<_> = loaded.articles.iter().map(|it| it.article.path.as_str()).collect();
    // Who may read everything, as in a container, reads the locked file too.
    let is_locked = std::fs::read(path("2.txt")).is_err();
    assert!(paths.ends_with(&["sub/1.txt"]));
    let told: Vec<_> = loaded.warnings.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(told.len(), 1 + usize::from(is_locked), "{told:?}");
    assert_eq!(told[0], "it is no file, or a link to what is not there");
}

#[test]
fn each_article_is_told_of_once_and_the_result_is_the_same() {
    let disk = MemoryDisk::new();
    disk.add_folder("/a");
    for name in ["one", "two", "three"] {
        disk.add(format!("/a/{name}.txt"), format!("Report {name}.\n"));
    }
    let told = std::sync::Mutex::new(vec![]);
    let tell = |it: LoadedArticle| told.lock().unwrap().push(it.article.path.clone());
    let folders = [PathBuf::from("/a")];
    let loaded = load_telling(&disk, &folders, &Progress::new(), &tell);
    assert_eq!(loaded, load(&disk, &folders, &Progress::new()));
    let mut told = told.into_inner().unwrap();
    told.sort();
    assert_eq!(told, ["one.txt", "three.txt", "two.txt"]);
}

#[test]
fn other_work_on_all_cores_goes_on_while_a_disk_does_not_answer() {
    let disk = MemoryDisk::new();
    let files = 4 * rayon::current_num_threads();
    (0..files).for_each(|it| disk.add(format!("/a/{it}.txt"), "A report."));
    let (open, opened) = (Mutex::new(false), Condvar::new());
    let wait = |_: LoadedArticle| {
        let mut open = open.lock().unwrap();
        while !*open {
            open = opened.wait(open).unwrap();
        }
    };
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            load_telling(&disk, &[PathBuf::from("/a")], &Progress::new(), &wait).articles.len()
        });
        let (sender, receiver) = channel();
        scope.spawn(move || sender.send((0..100u64).into_par_iter().sum::<u64>()));
        let sum = receiver.recv_timeout(Duration::from_secs(20));
        *open.lock().unwrap() = true;
        opened.notify_all();
        assert_eq!((sum, reading.join().unwrap()), (Ok(4950), files));
    });
}
