//! Folders of articles as they really are: the good ones open, each bad one is listed with its reason and what to do.

use expect_test::expect;

use super::place::{Place, WIRE};

#[test]
fn bad_files_are_listed_beside_the_good_ones() {
    let place = Place::with(&[("reports/good.txt", WIRE)]);
    place.add("reports/empty.txt", "");
    place.add("reports/blank.txt", " \n\t\r\n");
    place.add("reports/binary.txt", (0..=255).cycle().take(4000).collect::<Vec<u8>>());
    place.add("reports/picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    place.add("reports/scan.txt", "%PDF-1.4\n1 0 obj");
    place.add("reports/wordless.html", "<html><script>let words = 0;</script></html>");
    place.add("reports/huge.txt", vec![b'a'; 50 << 20]);
    place.add("reports/wrong.html", b"<meta charset=utf-8><p>Caf\xE9 ferm\xE9 pour la journ\xE9e");
    place.add(
        "reports/broken.html",
        "<html><body><p>The dam <b>held<div></p></i><p>nobody left<!-- ",
    );
    let wide: Vec<u8> = "The dam held.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.add("reports/wide.txt", wide);
    place.add("reports/mac.txt", WIRE.replace('\n', "\r"));
    place.add("reports/.hidden.txt", "left aside");
    place.add("reports/.git/a.txt", "left aside");
    place.add("reports/notes.docx", "left aside");
    place.check("new reports -o case.kbproj", expect![[r#"
        case.kbproj: 5 articles
        ! warning: reports: documents of these formats were left out: 1 .docx; save them as plain text or as web pages beside the others
        ! warning: reports/binary.txt: the file is binary, not text; save the report as plain text or as a web page
        ! warning: reports/blank.txt: the file is empty; save the report again or remove the file
        ! warning: reports/empty.txt: the file is empty; save the report again or remove the file
        ! warning: reports/huge.txt: the file is larger than 32 MB; an article is far smaller; split the file
        ! warning: reports/picture.html: the file is a picture, not text; save the report as plain text or as a web page
        ! warning: reports/scan.txt: the file is a PDF document, not text; save the report as plain text or as a web page
        ! warning: reports/wordless.html: the file holds no words; save the report again or remove the file
        ! warning: reports/wrong.html: the file says it is UTF-8 but is not; it was read as windows-1252; check its letters
        exit 0
    "#]]);
    place.check("check case.kbproj", expect![[r#"
        case.kbproj: 5 articles, 0 annotations, 0 passages; nothing needs review
        ! warning: PLACE/reports: documents of these formats were left out: 1 .docx; save them as plain text or as web pages beside the others
        ! warning: PLACE/reports/binary.txt: the file is binary, not text; save the report as plain text or as a web page
        ! warning: PLACE/reports/blank.txt: the file is empty; save the report again or remove the file
        ! warning: PLACE/reports/empty.txt: the file is empty; save the report again or remove the file
        ! warning: PLACE/reports/huge.txt: the file is larger than 32 MB; an article is far smaller; split the file
        ! warning: PLACE/reports/picture.html: the file is a picture, not text; save the report as plain text or as a web page
        ! warning: PLACE/reports/scan.txt: the file is a PDF document, not text; save the report as plain text or as a web page
        ! warning: PLACE/reports/wordless.html: the file holds no words; save the report again or remove the file
        ! warning: PLACE/reports/wrong.html: the file says it is UTF-8 but is not; it was read as windows-1252; check its letters
        exit 0
    "#]]);
}

#[test]
fn a_file_that_is_named_and_bad_is_listed_too() {
    let place = Place::with(&[("good.txt", WIRE), ("empty.txt", ""), ("scan.pdf", "%PDF-1.4")]);
    let given = place.run("suggest empty.txt scan.pdf good.txt");
    let told: String =
        given.lines().filter(|it| it.starts_with('!')).map(|it| format!("{it}\n")).collect();
    expect![[r#"
        ! warning: empty.txt: the file is empty; save the report again or remove the file
        ! warning: scan.pdf: the file is a PDF document, not text; save the report as plain text or as a web page
    "#]].assert_eq(&told);
    place.check("suggest empty.txt", expect![[r#"
        ! warning: empty.txt: the file is empty; save the report again or remove the file
        ! kbworkbench: no article could be read; give articles, or a folder with .txt, .md or .html files
        exit 2
    "#]]);
}

#[test]
fn a_folder_without_articles_makes_no_project() {
    let place = Place::with(&[("reports/notes.docx", "x"), ("bad/empty.txt", "")]);
    place.check("new reports -o case.kbproj", expect![[r#"
        ! warning: reports: the folder holds no articles; articles end in .txt, .md, .html or .htm
        ! warning: reports: documents of these formats were left out: 1 .docx; save them as plain text or as web pages beside the others
        ! kbworkbench: no article could be read, so no project was made; give a folder with .txt, .md or .html files
        exit 2
    "#]]);
    place.check("new bad -o case.kbproj", expect![[r#"
        ! warning: bad/empty.txt: the file is empty; save the report again or remove the file
        ! kbworkbench: no article could be read, so no project was made; give a folder with .txt, .md or .html files
        exit 2
    "#]]);
    place.check("suggest reports", expect![[r#"
        ! warning: reports: the folder holds no articles; articles end in .txt, .md, .html or .htm
        ! warning: reports: documents of these formats were left out: 1 .docx; save them as plain text or as web pages beside the others
        ! kbworkbench: no article could be read; give articles, or a folder with .txt, .md or .html files
        exit 2
    "#]]);
    assert!(!place.path("case.kbproj").exists());
    // Beside another it is told, and kept for what may come into it.
    place.add("good/wire.txt", WIRE);
    place.check(
        "new reports good -o case.kbproj",
        expect![[r#"
            case.kbproj: 1 article
            ! warning: reports: the folder holds no articles; articles end in .txt, .md, .html or .htm
            ! warning: reports: documents of these formats were left out: 1 .docx; save them as plain text or as web pages beside the others
            exit 0
        "#]],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_listed() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with(&[("reports/good.txt", WIRE), ("reports/locked.txt", WIRE)]);
    let locked = place.path("reports/locked.txt");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).unwrap();
    let given = place.run("new reports -o case.kbproj");
    // Who may read everything, as in a container, reads this too.
    if std::fs::read(&locked).is_err() {
        expect![[r#"
            case.kbproj: 1 article
            ! warning: reports/locked.txt: the file could not be read, there is no permission; check that it is there and that you may open it
            exit 0
        "#]]
        .assert_eq(&given);
    } else {
        assert_eq!(given, "case.kbproj: 2 articles\nexit 0\n");
    }
}

#[cfg(unix)]
#[test]
fn loops_of_links_end() {
    use std::os::unix::fs::symlink;
    let place = Place::with(&[("reports/sub/good.txt", WIRE), ("elsewhere/also.txt", WIRE)]);
    symlink("..", place.path("reports/sub/up")).unwrap();
    symlink("self", place.path("reports/self")).unwrap();
    symlink("self.txt", place.path("reports/self.txt")).unwrap();
    symlink("nowhere.txt", place.path("reports/dangling.txt")).unwrap();
    symlink("../elsewhere", place.path("reports/out")).unwrap();
    symlink("../reports", place.path("elsewhere/back")).unwrap();
    place.check(
        "new reports -o case.kbproj",
        expect![[r#"
            case.kbproj: 2 articles
            ! warning: reports/dangling.txt: it is no file, or a link to what is not there; put the report itself in its place
            ! warning: reports/self.txt: it is no file, or a link to what is not there; put the report itself in its place
            exit 0
        "#]],
    );
    place.check(
        "check case.kbproj",
        expect![[r#"
            case.kbproj: 2 articles, 0 annotations, 0 passages; nothing needs review
            ! warning: PLACE/reports/dangling.txt: it is no file, or a link to what is not there; put the report itself in its place
            ! warning: PLACE/reports/self.txt: it is no file, or a link to what is not there; put the report itself in its place
            exit 0
        "#]],
    );
    place.check(
        "suggest reports/self",
        expect![[r#"
        ! kbworkbench: this is neither a file nor a folder: reports/self; save its text as a file
        exit 2
    "#]],
    );
}

#[test]
fn a_very_long_line_is_read_to_its_end() {
    let mut text = "the dam held and nobody left the valley ".repeat(50_000);
    text += "The mayor said that 12 civilians were killed.";
    let place = Place::with(&[("reports/long.txt", &text)]);
    let given = place.run("new reports -o case.kbproj --accept 0");
    assert!(given.starts_with("case.kbproj: 1 article, "), "{given}");
    assert!(given.ends_with("exit 0\n"), "{given}");
}

#[test]
fn a_name_with_a_line_break_stays_on_its_line() {
    let place = Place::with(&[("reports/good.txt", WIRE)]);
    if std::fs::write(place.path("reports/two\nlines.txt"), "").is_ok() {
        place.check("new reports -o case.kbproj", expect![[r#"
            case.kbproj: 1 article
            ! warning: reports/two lines.txt: the file is empty; save the report again or remove the file
            exit 0
        "#]]);
    }
}
