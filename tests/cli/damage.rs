//! Project files that are damaged, foreign or newer: a clear answer, nothing half read, the file untouched.

use expect_test::expect;

use super::place::Place;

/// Checks a project file of these bytes, and that it is untouched.
fn told(bytes: impl AsRef<[u8]>) -> String {
    let place = Place::new();
    place.add("x.kbproj", &bytes);
    let given = place.run("check x.kbproj");
    assert_eq!(place.read("x.kbproj"), bytes.as_ref());
    given
}

#[test]
fn what_is_no_project_is_refused_with_the_reason() {
    expect![[r#"
        ! kbworkbench: the file is empty and was not touched; open a backup: x.kbproj
        exit 2
    "#]]
    .assert_eq(&told(""));
    expect![[r#"
        ! kbworkbench: the file is empty and was not touched; open a backup: x.kbproj
        exit 2
    "#]]
    .assert_eq(&told(" \n\n"));
    expect![[r#"
        ! kbworkbench: the file is not JSON at line 1, which is not how a value begins; it was not touched; open a backup or repair that line: x.kbproj
        exit 2
    "#]].assert_eq(&told("Notes on the case\n"));
    expect![[r#"
        ! kbworkbench: the file is not UTF-8 text from line 1 on; it was not touched; open a backup: x.kbproj
        exit 2
    "#]].assert_eq(&told(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
    expect![[r#"
        ! kbworkbench: the file is not a KB Workbench project, for it does not start with "format": "kbproj": x.kbproj
        exit 2
    "#]].assert_eq(&told("[1, 2]"));
    expect![[r#"
        ! kbworkbench: the file is not a KB Workbench project, for it does not start with "format": "kbproj": x.kbproj
        exit 2
    "#]].assert_eq(&told("null"));
    expect![[r#"
        ! kbworkbench: the file is not a KB Workbench project, for it does not start with "format": "kbproj": x.kbproj
        exit 2
    "#]].assert_eq(&told(r#"{"format":"other","version":1}"#));
    expect![[r#"
        ! kbworkbench: the project has no readable version number, and none is guessed: x.kbproj
        exit 2
    "#]]
    .assert_eq(&told(r#"{"format":"kbproj"}"#));
    expect![[r#"
        ! kbworkbench: the project has no readable version number, and none is guessed: x.kbproj
        exit 2
    "#]]
    .assert_eq(&told(r#"{"format":"kbproj","version":"one"}"#));
    expect![[r#"
        ! kbworkbench: the project is of version 7, and this program knows versions up to 1; open it with a newer KB Workbench; it was not touched: x.kbproj
        exit 2
    "#]].assert_eq(&told(r#"{"format":"kbproj","version":7}"#));
    expect![[r#"
        ! kbworkbench: "actors" is no list of records, it holds an object where a list should stand at line 1; the file was not touched; open a backup or repair it: x.kbproj
        exit 2
    "#]].assert_eq(&told(r#"{"format":"kbproj","version":1,"actors":{}}"#));
    expect![[r#"
        ! kbworkbench: the key "actors" stands twice at the top of the file; keep the right one; it was not touched: x.kbproj
        exit 2
    "#]].assert_eq(&told(r#"{"format":"kbproj","version":1,"actors":[],"actors":[]}"#));
    expect![[r#"
        ! kbworkbench: the file is not JSON at line 2, where a comma is too many; it was not touched; open a backup or repair that line: x.kbproj
        exit 2
    "#]].assert_eq(&told("{\"format\":\"kbproj\",\n\"version\":1,}"));
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_half_read() {
    let place = Place::with_case();
    let whole = place.read("case.kbproj");
    let step = whole.len() / 40;
    for at in (1..whole.len() - 1).step_by(step) {
        place.add("cut.kbproj", &whole[..at]);
        let given = place.run("check cut.kbproj");
        let (reason, code) = given.split_once('\n').unwrap();
        // A cut within a letter is seen first as that.
        let refused = [
            "! kbworkbench: the file ends too early, at line ",
            "! kbworkbench: the file is not UTF-8 text from line ",
        ];
        assert!(refused.iter().any(|it| reason.starts_with(it)), "{at}: {given}");
        assert_eq!(code, "exit 2\n");
    }
    // Without its last line break it is still whole.
    place.add("cut.kbproj", &whole[..whole.len() - 1]);
    place.check(
        "check cut.kbproj",
        expect![[r#"
        cut.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep =
            |inner: &str| format!("{}{inner}{}", open.repeat(100_000), close.repeat(100_000));
        let place = Place::new();
        place.add("top.kbproj", deep("1"));
        place.add("in.kbproj", format!(r#"{{"format":"kbproj","version":1,"x":{}}}"#, deep("1")));
        place.add(
            "list.kbproj",
            format!(r#"{{"format":"kbproj","version":1,"actors":[{}]}}"#, deep("1")),
        );
        for file in ["top", "in", "list"] {
            let given = place.run(&format!("check {file}.kbproj"));
            let reason = match file {
                "top" => {
                    "the file is not a KB Workbench project, for it does not start with \"format\": \"kbproj\""
                }
                "in" => {
                    "\"x\" is not as it should be, it nests too deep at line 1; \
                     the file was not touched; open a backup or repair it"
                }
                _ => {
                    "\"actors\" is not as it should be, it nests too deep at line 1; \
                     the file was not touched; open a backup or repair it"
                }
            };
            assert_eq!(given, format!("! kbworkbench: {reason}: {file}.kbproj\nexit 2\n"));
        }
    }
}

#[test]
fn records_that_name_what_is_not_there_are_listed() {
    let actor = r#"{"id":"00000000-0000-4000-8000-000000000001","name":"Town","aliases":[],"kind":"state","belongs_to":"00000000-0000-4000-8000-00000000000f","colour":1}"#;
    expect![[r#"
        review: actor Town: what it stands in is not in the project; choose another or clear the field
        x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]]
        .assert_eq(&told(format!(r#"{{"format":"kbproj","version":1,"actors":[{actor}]}}"#)));
}

#[test]
fn a_record_of_an_unknown_kind_is_kept_and_shown() {
    let odd = r#"{"id":"00000000-0000-4000-8000-000000000001","kind":"hologram","passages":[]}"#;
    expect![[r#"
        review: annotations, record 1: the record could not be read, its key “body” is missing; it is kept as it is; open the project with a newer version, or repair the file
        x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        ! warning: annotations, line 1: this record could not be read, its key “body” is missing; kept and written back, and shown nowhere else
        ! warning: later: this version does not know this part of the file; it is kept and written back
        exit 1
    "#]].assert_eq(&told(format!(
        r#"{{"format":"kbproj","version":1,"annotations":[{odd}],"later":1}}"#
    )));
}

#[test]
fn a_folder_that_a_project_from_elsewhere_names_is_not_opened() {
    let place = Place::with(&[("secret/diary.txt", "The dam held."), ("case/x.kbproj", "")]);
    let root = |path: &str| {
        let root = format!(r#"{{"id":"00000000-0000-4000-8000-000000000001","path":"{path}"}}"#);
        place
            .add("case/x.kbproj", format!(r#"{{"format":"kbproj","version":1,"roots":[{root}]}}"#));
        place.run("check case/x.kbproj")
    };
    expect![[r#"
        review: folder PLACE/secret: it lies outside the project's folder and was never chosen on this machine, so 0 articles could not be looked at; add --trust-folders to open it
        case/x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]].assert_eq(&root("../secret"));
    expect![[r#"
        review: folder PLACE/secret: it lies outside the project's folder and was never chosen on this machine, so 0 articles could not be looked at; add --trust-folders to open it
        case/x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]].assert_eq(&root("./../case/../secret"));
    expect![[r#"
        review: folder PLACE/secret/diary.txt: it lies outside the project's folder and was never chosen on this machine, so 0 articles could not be looked at; add --trust-folders to open it
        case/x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]].assert_eq(&root("../secret/diary.txt"));
    expect![[r#"
        review: folder PLACE/case/gone: it is not there, so 0 articles could not be looked at; bring it back
        case/x.kbproj: 0 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]].assert_eq(&root("gone"));
}

#[test]
fn an_article_may_not_lead_out_of_its_folder() {
    let place = Place::with_case();
    let text =
        place.text("case.kbproj").replace("\"path\":\"wire.txt\"", "\"path\":\"../../wire.txt\"");
    let text = text.replace("\"path\":\"papers/paper.txt\"", "\"path\":\"/etc/passwd\"");
    place.add("case.kbproj", text);
    place.check("check case.kbproj", expect![[r#"
        review: articles, record 1: the record could not be read, its path "/etc/passwd" leaves its folder; it is kept as it is; open the project with a newer version, or repair the file
        review: articles, record 2: the record could not be read, its path "../../wire.txt" leaves its folder; it is kept as it is; open the project with a newer version, or repair the file
        review: claim “3 soldiers were killed”: the article of a passage is not in the project; choose another or clear the field
        review: claim “kills 12”: the article of a passage is not in the project; choose another or clear the field
        review: claim “12 civilians were killed”: the article of a passage is not in the project; choose another or clear the field
        review: claim “Another 30 people were injured”: the article of a passage is not in the project; choose another or clear the field
        review: stance “France condemned”: the article of a passage is not in the project; choose another or clear the field
        note: article papers/paper.txt: it is in the folder and not in the project; it takes no part until it is added
        note: article wire.txt: it is in the folder and not in the project; it takes no part until it is added
        case.kbproj: 0 articles, 5 annotations, 5 passages; 7 findings need review
        ! warning: articles, line 10: this record could not be read, its path "/etc/passwd" leaves its folder; kept and written back, and shown nowhere else
        ! warning: articles, line 11: this record could not be read, its path "../../wire.txt" leaves its folder; kept and written back, and shown nowhere else
        exit 1
    "#]]);
}
