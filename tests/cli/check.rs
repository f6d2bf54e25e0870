//! `check`: what needs review.

use expect_test::expect;

use super::place::{PAPER, Place, WIRE};

#[test]
fn a_project_in_order_needs_no_review() {
    let place = Place::with_case();
    place.check(
        "check case.kbproj",
        expect![[r#"
        case.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
    place.check(
        "check case.kbproj --json",
        expect![[r#"
        []
        exit 0
    "#]],
    );
}

#[test]
fn what_changed_since_is_listed_and_the_exit_code_says_so() {
    let place = Place::with_case();
    place.add("reports/wire.txt", WIRE.replace("12 civilians", "14 civilians"));
    std::fs::remove_file(place.path("reports/papers/paper.txt")).unwrap();
    place.add("reports/new.txt", "The dam held, and nobody left the valley.");
    place.check("check case.kbproj", expect![[r#"
        review: article papers/paper.txt: its file is missing; its annotations and their sentences are kept; bring the file back, or choose where its folder is now
        review: article wire.txt: its text is not the one that was annotated; look at its annotations, then take over the new version
        review: claim “kills 12”, wire.txt: the passage “kills 12” is moved: the text around it changed, and the quote stands there once; look at the place and confirm it
        review: claim “12 civilians were killed”, wire.txt: the passage “12 civilians were killed” is lost: the text changed, and the quote is gone or cannot be told from others; mark it again, or delete it
        review: claim “Another 30 people were injured”, wire.txt: the passage “Another 30 people were injured” is moved: the text around it changed, and the quote stands there once; look at the place and confirm it
        review: stance “France condemned”, wire.txt: the passage “France condemned” is moved: the text around it changed, and the quote stands there once; look at the place and confirm it
        note: article new.txt: it is in the folder and not in the project; it takes no part until it is added
        case.kbproj: 2 articles, 5 annotations, 5 passages; 6 findings need review
        exit 1
    "#]]);
}

#[test]
fn one_finding_is_one_finding() {
    let place = Place::with_reports();
    place.run("new reports -o case.kbproj");
    std::fs::remove_file(place.path("reports/wire.txt")).unwrap();
    place.check("check case.kbproj", expect![[r#"
        review: article wire.txt: its file is missing; its annotations and their sentences are kept; bring the file back, or choose where its folder is now
        case.kbproj: 2 articles, 0 annotations, 0 passages; 1 finding needs review
        exit 1
    "#]]);
}

#[test]
fn an_article_that_moved_is_a_note_and_no_finding() {
    let place = Place::with_case();
    std::fs::rename(place.path("reports/wire.txt"), place.path("reports/moved.txt")).unwrap();
    place.check(
        "check case.kbproj",
        expect![[r#"
        note: article wire.txt: its file now stands at moved.txt; take over the new path
        case.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
}

#[test]
fn findings_as_json_keep_their_shape() {
    let place = Place::with_reports();
    place.run("new reports -o case.kbproj");
    std::fs::remove_file(place.path("reports/wire.txt")).unwrap();
    place.add("reports/new.txt", PAPER.replace("soldiers", "men"));
    let given = place.run("check case.kbproj --json");
    let project: serde_json::Value = serde_json::from_str(&place.text("case.kbproj")).unwrap();
    let ids = project["articles"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap());
    let given = ids.fold(given, |given, id| given.replace(id, "ID"));
    expect![[r#"
        [
          {
            "severity": "needs_review",
            "place": "article wire.txt",
            "what": "its file is missing; its annotations and their sentences are kept",
            "hint": "bring the file back, or choose where its folder is now",
            "record": {
              "article": "ID"
            }
          },
          {
            "severity": "note",
            "place": "article new.txt",
            "what": "it is in the folder and not in the project",
            "hint": "it takes no part until it is added"
          }
        ]
        exit 1
    "#]]
    .assert_eq(&given);
}

#[test]
fn a_check_changes_nothing() {
    let place = Place::with_case();
    place.add("reports/wire.txt", WIRE.replace("12 civilians", "14 civilians"));
    let (files, project) = (place.files(), place.read("case.kbproj"));
    place.run("check case.kbproj");
    place.run("check case.kbproj --json");
    assert_eq!((files, project), (place.files(), place.read("case.kbproj")));
}

#[test]
fn folders_elsewhere_are_opened_only_if_they_were_chosen_here() {
    let place = Place::with_reports();
    std::fs::create_dir(place.path("case")).unwrap();
    place.run("new reports -o case/x.kbproj --accept 0");
    // Who made the project has chosen its folder.
    place.check(
        "check case/x.kbproj",
        expect![[r#"
        case/x.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
    // Someone else has not.
    std::fs::remove_dir_all(place.path(".state")).unwrap();
    place.check("check case/x.kbproj", expect![[r#"
        review: folder PLACE/reports: it lies outside the project's folder and was never chosen on this machine, so 2 articles could not be looked at; add --trust-folders to open it
        case/x.kbproj: 2 articles, 5 annotations, 5 passages; 1 finding needs review
        exit 1
    "#]]);
    place.check(
        "check case/x.kbproj --trust-folders",
        expect![[r#"
        case/x.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
    place.check(
        "check case/x.kbproj",
        expect![[r#"
        case/x.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
}

#[test]
fn a_folder_that_is_gone_is_named_once() {
    let place = Place::with_case();
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    place.check("check case.kbproj", expect![[r#"
        review: folder PLACE/reports: it is not there, so 2 articles could not be looked at; bring it back
        case.kbproj: 2 articles, 5 annotations, 5 passages; 1 finding needs review
        exit 1
    "#]]);
    place.check("check case.kbproj --trust-folders", expect![[r#"
        review: folder PLACE/reports: it is not there, so 2 articles could not be looked at; bring it back
        case.kbproj: 2 articles, 5 annotations, 5 passages; 1 finding needs review
        exit 1
    "#]]);
}
