//! Mistakes in the arguments: one line that says what and what to do, exit code 2, and nothing written.

use expect_test::expect;

use super::place::{Place, WIRE};

/// Runs each line, and shows it with what it gives.
fn told(place: &Place, lines: &str) -> String {
    let mut text = String::new();
    for line in lines.lines() {
        let before = place.files();
        let given = place.run(line.trim());
        assert!(given.ends_with("exit 2\n"), "{line}: {given}");
        assert_eq!(before, place.files(), "{line}");
        text += &format!("{}\n{}", line.trim(), given.trim_end_matches("exit 2\n"));
    }
    text
}

#[test]
fn without_a_display_a_folder_or_project_is_not_opened() {
    let place = Place::with(&[("reports/a.txt", WIRE), ("x.kbproj", ""), ("notes.txt", "")]);
    let given = told(
        &place,
        "
        reports
        x.kbproj
        notes.txt
        reports x.kbproj
        nowhere
        sugest reports",
    );
    expect![[r#"

        ! kbworkbench: there is no display to open a window on; see kbworkbench --help
        reports
        ! kbworkbench: there is no display to open a window on; see kbworkbench --help
        x.kbproj
        ! kbworkbench: there is no display to open a window on; see kbworkbench --help
        notes.txt
        ! kbworkbench: neither a folder of articles nor a .kbproj project: notes.txt; see kbworkbench --help
        reports x.kbproj
        ! kbworkbench: “x.kbproj” is one argument too many; see kbworkbench --help
        nowhere
        ! kbworkbench: there is no command, folder or project “nowhere”; see kbworkbench --help
        sugest reports
        ! kbworkbench: there is no command, folder or project “sugest”; see kbworkbench --help
    "#]].assert_eq(&given);
}

#[test]
fn what_is_missing_or_too_much_is_named() {
    let given = told(
        &Place::with(&[("reports/a.txt", WIRE)]),
        "new
        new reports
        new reports -o
        new reports -o a.kbproj -o b.kbproj
        suggest
        export
        export a.kbproj
        check
        check a.kbproj b.kbproj
        check a.kbproj --json=yes
        demo here
        help sugest
        help reports
        help new demo
        --nonsense
        check -x
        export a.kbproj --casualty a.png",
    );
    expect![[r#"
        new
        ! kbworkbench: --output CASE.kbproj and FOLDER… are missing; see kbworkbench new --help
        new reports
        ! kbworkbench: --output CASE.kbproj is missing; see kbworkbench new --help
        new reports -o
        ! kbworkbench: --output CASE.kbproj is missing its value; see kbworkbench new --help
        new reports -o a.kbproj -o b.kbproj
        ! kbworkbench: --output is given more than once; see kbworkbench new --help
        suggest
        ! kbworkbench: PATH… is missing; see kbworkbench suggest --help
        export
        ! kbworkbench: CASE.kbproj is missing; see kbworkbench export --help
        export a.kbproj
        ! kbworkbench: nothing to write; name a file with --casualties, --stances or --annotations
        check
        ! kbworkbench: CASE.kbproj is missing; see kbworkbench check --help
        check a.kbproj b.kbproj
        ! kbworkbench: “b.kbproj” is one argument too many; see kbworkbench check --help
        check a.kbproj --json=yes
        ! kbworkbench: --json takes no value; see kbworkbench check --help
        demo here
        ! kbworkbench: “here” is one argument too many; see kbworkbench demo --help
        help sugest
        ! kbworkbench: there is no command “sugest”; see kbworkbench --help
        help reports
        ! kbworkbench: there is no command “reports”; see kbworkbench --help
        help new demo
        ! kbworkbench: “demo” is one argument too many; see kbworkbench help --help
        --nonsense
        ! kbworkbench: there is no option --nonsense; see kbworkbench --help
        check -x
        ! kbworkbench: there is no option -x; see kbworkbench check --help
        export a.kbproj --casualty a.png
        ! kbworkbench: there is no option --casualty; try --casualties; see kbworkbench export --help
    "#]].assert_eq(&given);
}

#[test]
fn a_value_that_cannot_be_is_told_with_what_can() {
    let given = told(
        &Place::with(&[("reports/a.txt", WIRE)]),
        "new reports -o a.kbproj --accept 2
        new reports -o a.kbproj --accept high
        new reports -o a.kbproj --accept NaN
        suggest reports --format xml
        export a.kbproj --size 1600
        export a.kbproj --size 10x10
        export a.kbproj --size 1600x99999999999
        export a.kbproj --scale 0
        export a.kbproj --scale inf
        export a.kbproj --from yesterday
        export a.kbproj --to 2023-02-30
        export a.kbproj --outcome dead
        export a.kbproj --role soldiers
        export a.kbproj --panels day
        export a.kbproj --scale-y square
        export a.kbproj --columns week",
    );
    expect![[r#"
        new reports -o a.kbproj --accept 2
        ! kbworkbench: --accept: “2” is no score; give a number from 0 to 1; see kbworkbench new --help
        new reports -o a.kbproj --accept high
        ! kbworkbench: --accept: “high” is no score; give a number from 0 to 1; see kbworkbench new --help
        new reports -o a.kbproj --accept NaN
        ! kbworkbench: --accept: “NaN” is no score; give a number from 0 to 1; see kbworkbench new --help
        suggest reports --format xml
        ! kbworkbench: --format: “xml” is not one of table, csv, jsonl; see kbworkbench suggest --help
        export a.kbproj --size 1600
        ! kbworkbench: --size: “1600” is no size; give WIDTHxHEIGHT, each from 200 to 20000, or slide, a4-landscape, a4-portrait, column, double-column; see kbworkbench export --help
        export a.kbproj --size 10x10
        ! kbworkbench: --size: “10x10” is no size; give WIDTHxHEIGHT, each from 200 to 20000, or slide, a4-landscape, a4-portrait, column, double-column; see kbworkbench export --help
        export a.kbproj --size 1600x99999999999
        ! kbworkbench: --size: “1600x99999999999” is no size; give WIDTHxHEIGHT, each from 200 to 20000, or slide, a4-landscape, a4-portrait, column, double-column; see kbworkbench export --help
        export a.kbproj --scale 0
        ! kbworkbench: --scale: “0” is no scale; give a number from 0.1 to 20; see kbworkbench export --help
        export a.kbproj --scale inf
        ! kbworkbench: --scale: “inf” is no scale; give a number from 0.1 to 20; see kbworkbench export --help
        export a.kbproj --from yesterday
        ! kbworkbench: --from: “yesterday” is no date; give year, month and day, as 2023-09-19; see kbworkbench export --help
        export a.kbproj --to 2023-02-30
        ! kbworkbench: --to: “2023-02-30” is no date; give year, month and day, as 2023-09-19; see kbworkbench export --help
        export a.kbproj --outcome dead
        ! kbworkbench: --outcome: “dead” is not one of killed, injured, missing, captured, displaced, casualties; see kbworkbench export --help
        export a.kbproj --role soldiers
        ! kbworkbench: --role: “soldiers” is not one of civilian, military, police, journalist, peacekeeper, aid_worker, medic, unspecified; see kbworkbench export --help
        export a.kbproj --panels day
        ! kbworkbench: --panels: “day” is not one of side, role, outlet, none; see kbworkbench export --help
        export a.kbproj --scale-y square
        ! kbworkbench: --scale-y: “square” is not one of log, linear; see kbworkbench export --help
        export a.kbproj --columns week
        ! kbworkbench: --columns: “week” is not one of position, article, target, day; see kbworkbench export --help
    "#]].assert_eq(&given);
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    let place = Place::with(&[("reports/a.txt", WIRE), ("notes.kbproj", "some notes")]);
    let given = told(
        &place,
        "new nowhere -o a.kbproj
        new reports nowhere -o a.kbproj
        new reports/a.txt -o a.kbproj
        new reports -o reports
        new reports -o a.json
        new reports -o nowhere/a.kbproj
        new reports -o reports/a.txt/a.kbproj
        new reports -o notes.kbproj
        suggest nowhere
        suggest reports nowhere.txt
        suggest notes.kbproj
        check nowhere.kbproj
        check reports
        check notes.kbproj
        check reports/a.txt
        export nowhere.kbproj --annotations a.csv
        demo --dir reports/a.txt
        demo --dir reports/a.txt/demo",
    );
    expect![[r#"
        new nowhere -o a.kbproj
        ! kbworkbench: there is no such file or folder: nowhere; check the path
        new reports nowhere -o a.kbproj
        ! kbworkbench: there is no such file or folder: nowhere; check the path
        new reports/a.txt -o a.kbproj
        ! kbworkbench: this is no folder: reports/a.txt; give the folder that the articles are in
        new reports -o reports
        ! kbworkbench: the name of a project ends in .kbproj, and this one does not: reports; name it so
        new reports -o a.json
        ! kbworkbench: the name of a project ends in .kbproj, and this one does not: a.json; name it so
        new reports -o nowhere/a.kbproj
        ! kbworkbench: there is no such file or folder: nowhere; make the folder first
        new reports -o reports/a.txt/a.kbproj
        ! kbworkbench: this is a file, not a folder to write to: reports/a.txt; name another
        new reports -o notes.kbproj
        ! kbworkbench: the file exists and was left as it is: notes.kbproj; add --force to replace it
        suggest nowhere
        ! kbworkbench: there is no such file or folder: nowhere; check the path
        suggest reports nowhere.txt
        ! kbworkbench: there is no such file or folder: nowhere.txt; check the path
        suggest notes.kbproj
        ! kbworkbench: this is a project: notes.kbproj; give the folder of its articles
        check nowhere.kbproj
        ! kbworkbench: the project could not be read, there is no such file or folder: nowhere.kbproj; name a .kbproj file
        check reports
        ! kbworkbench: the project could not be read, this is a folder, not a file: reports; name a .kbproj file
        check notes.kbproj
        ! kbworkbench: the file is not JSON at line 1, which is not how a value begins; it was not touched; open a backup or repair that line: notes.kbproj
        check reports/a.txt
        ! kbworkbench: the file is not JSON at line 1, which is not how a value begins; it was not touched; open a backup or repair that line: reports/a.txt
        export nowhere.kbproj --annotations a.csv
        ! kbworkbench: the project could not be read, there is no such file or folder: nowhere.kbproj; name a .kbproj file
        demo --dir reports/a.txt
        ! kbworkbench: could not make the folder, a part of the path is a file, not a folder: reports/a.txt/articles; name another with --dir
        demo --dir reports/a.txt/demo
        ! kbworkbench: could not make the folder, a part of the path is a file, not a folder: reports/a.txt/demo/articles; name another with --dir
    "#]].assert_eq(&given);
}

#[test]
fn what_the_project_does_not_know_is_told_with_what_it_does() {
    let place = Place::with_demo();
    let given = told(
        &place,
        "export demo/sample.kbproj --annotations a.csv --incident \"the landing\"
        export demo/sample.kbproj --annotations a.csv --side \"the Moon\"
        export demo/sample.kbproj --annotations a.csv --claimant \"\"
        export demo/sample.kbproj --annotations a.csv --outlet \"Moon Post\"",
    );
    expect![[r#"
        export demo/sample.kbproj --annotations a.csv --incident "the landing"
        ! kbworkbench: the project has no incident “the landing”; it has the offensive, the mine blasts, the first mine, the second mine, fire before the offensive, the 2020 war, the first Karabakh war
        export demo/sample.kbproj --annotations a.csv --side "the Moon"
        ! kbworkbench: the project has no actor “the Moon”; it has Karabakh authorities, Azerbaijan, Karabakh ombudsman, Armenia, Russia, Russian peacekeeping contingent, Ararat Mirzoyan, Nikol Pashinyan, Ilham Aliyev, Hikmet Hajiyev, Karabakh Armenians, France and 15 more
        export demo/sample.kbproj --annotations a.csv --claimant ""
        ! kbworkbench: the project has no actor “”; it has Karabakh authorities, Azerbaijan, Karabakh ombudsman, Armenia, Russia, Russian peacekeeping contingent, Ararat Mirzoyan, Nikol Pashinyan, Ilham Aliyev, Hikmet Hajiyev, Karabakh Armenians, France and 15 more
        export demo/sample.kbproj --annotations a.csv --outlet "Moon Post"
        ! kbworkbench: the project has no outlet “Moon Post”; it has CONTINENTAL, Canal Info, DANUBE CHRONICLE, HARBOUR GAZETTE, Le Relais des Deux Rives, Longitude Review, Meridian Wire, Northern Ledger, The Evening Lantern, Tribune du Soir, Южный вестник, Ձորի լուրեր
    "#]].assert_eq(&given);
    place.add("empty.kbproj", r#"{"format":"kbproj","version":1}"#);
    let given = told(
        &place,
        "export empty.kbproj --annotations a.csv --incident \"the landing\"
        export empty.kbproj --annotations a.csv --side \"the Moon\"
        export empty.kbproj --annotations a.csv --outlet \"Moon Post\"",
    );
    expect![[r#"
        export empty.kbproj --annotations a.csv --incident "the landing"
        ! kbworkbench: the project has no incidents, so none is called “the landing”; leave it out
        export empty.kbproj --annotations a.csv --side "the Moon"
        ! kbworkbench: the project has no actors, so none is called “the Moon”; leave it out
        export empty.kbproj --annotations a.csv --outlet "Moon Post"
        ! kbworkbench: the project has no outlets, so none is called “Moon Post”; leave it out
    "#]]
    .assert_eq(&given);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_left_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with_case();
    std::fs::create_dir(place.path("locked")).unwrap();
    let permit = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(place.path("locked"), mode).unwrap();
    };
    permit(0o555);
    // Who may write everywhere, as in a container, sees no refusal.
    if std::fs::write(place.path("locked/probe"), "").is_err() {
        let given = told(
            &place,
            "demo --dir locked
            demo --dir locked/sample
            new reports -o locked/case.kbproj
            export case.kbproj --casualties locked/a.svg",
        );
        expect![[r#"
            demo --dir locked
            ! kbworkbench: could not make the folder, there is no permission: locked/articles; name another with --dir
            demo --dir locked/sample
            ! kbworkbench: could not make the folder, there is no permission: locked/sample/articles; name another with --dir
            new reports -o locked/case.kbproj
            ! kbworkbench: could not write a new file, there is no permission; nothing was changed: locked/case.kbproj; name a file in a folder where you may write
            export case.kbproj --casualties locked/a.svg
            ! kbworkbench: could not write a new file, there is no permission; nothing was changed: locked/a.svg; name a file in a folder where you may write
        "#]]
        .assert_eq(&given);
    }
    permit(0o755);
}

#[test]
fn files_that_cannot_be_written_as_asked_are_refused_before_any_is() {
    let place = Place::with_case();
    place.add("old.csv", "old");
    std::fs::create_dir(place.path("folder.csv")).unwrap();
    let given = told(
        &place,
        "export case.kbproj --casualties a.pdf
        export case.kbproj --casualties a
        export case.kbproj --casualties a.jsonl
        export case.kbproj --stances a.png --annotations b.png
        export case.kbproj --stances a.png --annotations old.csv
        export case.kbproj --annotations folder.csv
        export case.kbproj --annotations folder.csv --force
        export case.kbproj --annotations nowhere/a.csv
        export case.kbproj --annotations case.kbproj/a.csv
        export case.kbproj --casualties a.csv --stances a.csv --force
        export case.kbproj --casualties a.svg --from 2021-03-04 --to 2021-03-03
        export case.kbproj --casualties a.svg --casualties b.png --size 20000x20000 --scale 9
        new reports -o case.kbproj",
    );
    expect![[r#"
        export case.kbproj --casualties a.pdf
        ! kbworkbench: the ending says what is written, and this one says nothing here: a.pdf; choose one of .png, .svg, .csv, .html
        export case.kbproj --casualties a
        ! kbworkbench: the ending says what is written, and this one says nothing here: a; choose one of .png, .svg, .csv, .html
        export case.kbproj --casualties a.jsonl
        ! kbworkbench: the ending says what is written, and this one says nothing here: a.jsonl; choose one of .png, .svg, .csv, .html
        export case.kbproj --stances a.png --annotations b.png
        ! kbworkbench: the ending says what is written, and this one says nothing here: b.png; choose one of .csv, .jsonl
        export case.kbproj --stances a.png --annotations old.csv
        ! kbworkbench: the file exists and was left as it is: old.csv; add --force to replace it
        export case.kbproj --annotations folder.csv
        ! kbworkbench: this is a folder: folder.csv; name a file in it
        export case.kbproj --annotations folder.csv --force
        ! kbworkbench: this is a folder: folder.csv; name a file in it
        export case.kbproj --annotations nowhere/a.csv
        ! kbworkbench: there is no such file or folder: nowhere; make the folder first
        export case.kbproj --annotations case.kbproj/a.csv
        ! kbworkbench: this is a file, not a folder to write to: case.kbproj; name another
        export case.kbproj --casualties a.csv --stances a.csv --force
        ! kbworkbench: the file is named twice: a.csv; give each a name of its own
        export case.kbproj --casualties a.svg --from 2021-03-04 --to 2021-03-03
        ! kbworkbench: --to 2021-03-03 lies before --from 2021-03-04; exchange them
        export case.kbproj --casualties a.svg --casualties b.png --size 20000x20000 --scale 9
        ! kbworkbench: a picture of 180000 × 180000 pixels is more than 200 million; ask for a smaller size or scale
        new reports -o case.kbproj
        ! kbworkbench: the file exists and was left as it is: case.kbproj; add --force to replace it
    "#]].assert_eq(&given);
    assert_eq!(place.text("old.csv"), "old");
}
