//! `new`: a project from folders of articles.

use expect_test::expect;

use super::place::{FRENCH, PAPER, Place, WIRE};

#[test]
fn a_project_is_made_and_says_what_it_holds() {
    let place = Place::with_reports();
    place.check(
        "new reports -o case.kbproj",
        expect![[r#"
        case.kbproj: 2 articles
        exit 0
    "#]],
    );
    place.check(
        "new reports -o all.kbproj --accept 0",
        expect![[r#"
        all.kbproj: 2 articles, 5 suggestions accepted as 5 annotations, 1 actor
        exit 0
    "#]],
    );
    place.check(
        "new reports -o none.kbproj --accept 1",
        expect![[r#"
        none.kbproj: 2 articles, 0 suggestions accepted as 0 annotations, 0 actors
        exit 0
    "#]],
    );
    place.check(
        "check all.kbproj",
        expect![[r#"
        all.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
}

#[test]
fn one_article_is_one_article_and_other_languages_are_counted_where_they_matter() {
    let place = Place::with(&[("reports/le.txt", FRENCH)]);
    place.check(
        "new reports -o a.kbproj",
        expect![[r#"
        a.kbproj: 1 article
        exit 0
    "#]],
    );
    place.check(
        "new reports -o b.kbproj --accept 0.5",
        expect![[r#"
        b.kbproj: 1 article, 0 suggestions accepted as 0 annotations, 0 actors
        ! not searched, as only English is: French (1 article)
        exit 0
    "#]],
    );
}

#[test]
fn an_existing_project_is_replaced_only_with_force() {
    let place = Place::with_reports();
    place.add("case.kbproj", "mine");
    place.check(
        "new reports -o case.kbproj",
        expect![[r#"
        ! kbworkbench: the file exists and was left as it is: case.kbproj; add --force to replace it
        exit 2
    "#]],
    );
    assert_eq!(place.text("case.kbproj"), "mine");
    place.check(
        "new reports -o case.kbproj --force",
        expect![[r#"
        case.kbproj: 2 articles
        exit 0
    "#]],
    );
    assert!(place.text("case.kbproj").contains("\"format\""));
}

#[test]
fn articles_of_the_same_name_in_two_folders_are_two() {
    let place = Place::with(&[("a/wire.txt", WIRE), ("b/wire.txt", PAPER)]);
    place.check(
        "new a b -o case.kbproj --accept 0.5",
        expect![[r#"
        case.kbproj: 2 articles, 5 suggestions accepted as 5 annotations, 1 actor
        exit 0
    "#]],
    );
    place.check(
        "check case.kbproj",
        expect![[r#"
        case.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
    assert_eq!(place.text("case.kbproj").matches("\"path\":\"wire.txt\"").count(), 2);
}

#[test]
fn a_folder_given_twice_is_taken_once() {
    let place = Place::with_reports();
    place.check(
        "new reports ./reports reports/papers -o case.kbproj",
        expect![[r#"
        case.kbproj: 2 articles
        ! warning: ./reports: it is listed twice; what it holds is read there, once
        ! warning: reports/papers: it lies within reports; what it holds is read there, once
        exit 0
    "#]],
    );
    place.check(
        "check case.kbproj",
        expect![[r#"
        case.kbproj: 2 articles, 0 annotations, 0 passages; nothing needs review
        exit 0
    "#]],
    );
    assert_eq!(roots(&place), ["reports"]);
}

#[test]
fn a_project_may_lie_within_its_folder_of_articles() {
    let place = Place::with_reports();
    place.check(
        "new reports -o reports/case.kbproj --accept 0.5",
        expect![[r#"
        reports/case.kbproj: 2 articles, 5 suggestions accepted as 5 annotations, 1 actor
        exit 0
    "#]],
    );
    place.check(
        "check reports/case.kbproj",
        expect![[r#"
        reports/case.kbproj: 2 articles, 5 annotations, 5 passages; nothing needs review
        exit 0
    "#]],
    );
    place.check(
        "new . -o all.kbproj",
        expect![[r#"
        all.kbproj: 2 articles
        exit 0
    "#]],
    );
    place.check(
        "check all.kbproj",
        expect![[r#"
        all.kbproj: 2 articles, 0 annotations, 0 passages; nothing needs review
        exit 0
    "#]],
    );
}

#[test]
fn a_folder_is_found_again_from_the_project_wherever_the_program_is_run() {
    let place = Place::with_reports();
    std::fs::create_dir_all(place.path("cases/2021")).unwrap();
    place.check(
        "new reports -o cases/2021/x.kbproj",
        expect![[r#"
        cases/2021/x.kbproj: 2 articles
        exit 0
    "#]],
    );
    place.check(
        "check cases/2021/x.kbproj",
        expect![[r#"
        cases/2021/x.kbproj: 2 articles, 0 annotations, 0 passages; nothing needs review
        exit 0
    "#]],
    );
    assert_eq!(
        roots(&Place::with(&[("case.kbproj", &place.text("cases/2021/x.kbproj"))])),
        ["../../reports"]
    );
}

#[test]
fn two_runs_differ_only_in_their_ids() {
    let place = Place::with_reports();
    for folder in ["one", "two"] {
        std::fs::create_dir(place.path(folder)).unwrap();
        place.run(&format!("new reports -o {folder}/case.kbproj --accept 0"));
    }
    let without_ids = |path: &str| -> String {
        let id = |word: &str| word.len() == 36 && word.matches('-').count() == 4;
        place.text(path).split('"').map(|word| if id(word) { "ID" } else { word }).collect()
    };
    assert_eq!(without_ids("one/case.kbproj"), without_ids("two/case.kbproj"));
}

#[cfg(unix)]
#[test]
fn a_folder_whose_name_is_not_unicode_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let place = Place::with_reports();
    let name = std::ffi::OsStr::from_bytes(b"r\xE9ports");
    if std::fs::rename(place.path("reports"), place.path("").join(name)).is_err() {
        // A file system that takes Unicode names only has no such folder.
        return;
    }
    let output = place.command("new -o case.kbproj").arg(name).output().unwrap();
    expect![[r#"
        ! kbworkbench: the folder's name is not Unicode, so no project can keep it: r�ports; rename it
        exit 2
    "#]].assert_eq(&super::place::shown(&output));
}

/// The folders that `case.kbproj` names.
fn roots(place: &Place) -> Vec<String> {
    let project: serde_json::Value = serde_json::from_str(&place.text("case.kbproj")).unwrap();
    let roots = project["roots"].as_array().unwrap();
    roots.iter().map(|it| it["path"].as_str().unwrap().to_owned()).collect()
}
