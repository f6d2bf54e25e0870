//! `export`: figures, evidence lists and tables.

use expect_test::expect;

use super::place::Place;

#[test]
fn each_file_is_told_with_what_it_holds() {
    let place = Place::with_case();
    place.check(
        "export case.kbproj --casualties a.png --casualties a.svg --casualties a.csv --casualties a.html \
         --stances b.png --stances b.svg --stances b.csv --stances b.html \
         --annotations c.csv --annotations c.jsonl",
        expect![[r#"
            a.png: 3 claims from 2 articles
            a.svg: 3 claims from 2 articles
            a.csv: 3 claims from 2 articles
            a.html: 3 claims from 2 articles
            b.png: 1 stance from 1 article
            b.svg: 1 stance from 1 article
            b.csv: 1 stance from 1 article
            b.html: 1 stance from 1 article
            c.csv: 5 annotations
            c.jsonl: 5 annotations
            exit 0
        "#]],
    );
    let starts = |path: &str, with: &[u8]| {
        assert!(place.read(path).starts_with(with), "{path}");
    };
    for name in ["a", "b"] {
        starts(&format!("{name}.png"), b"\x89PNG\r\n\x1a\n");
        starts(&format!("{name}.svg"), b"<svg ");
        starts(&format!("{name}.csv"), b"number,says,who,");
        starts(&format!("{name}.html"), b"<!DOCTYPE html>");
    }
    starts("c.csv", b"id,kind,");
    starts("c.jsonl", b"{\"id\":");
}

#[test]
fn the_same_export_gives_the_same_bytes() {
    let place = Place::with_demo();
    let kinds = [
        ("casualties", "svg"),
        ("casualties", "csv"),
        ("casualties", "html"),
        ("stances", "svg"),
        ("stances", "csv"),
        ("stances", "html"),
        ("annotations", "csv"),
        ("annotations", "jsonl"),
    ];
    for name in ["one", "two"] {
        let files: String =
            kinds.map(|(kind, ending)| format!(" --{kind} {name}-{kind}.{ending}")).concat();
        let small = format!(" --casualties {name}.png --scale 0.5");
        let given = place.run(&format!("export demo/sample.kbproj{files}{small}"));
        assert!(given.ends_with("exit 0\n"), "{given}");
    }
    for (kind, ending) in kinds {
        let bytes = |name: &str| place.read(&format!("{name}-{kind}.{ending}"));
        assert!(bytes("one") == bytes("two"), "{kind}.{ending}");
    }
    assert!(place.read("one.png") == place.read("two.png"));
}

#[test]
fn size_and_scale_are_those_of_the_picture() {
    let place = Place::with_case();
    place.run("export case.kbproj --casualties a.png --size 400x300 --scale 1.5");
    let png = place.read("a.png");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (600, 450));
}

#[test]
fn options_choose_what_is_shown() {
    let place = Place::with_demo();
    let mut text = String::new();
    for options in [
        "",
        "--incident \"The Offensive\"",
        "--outcome injured",
        "--outcome casualties",
        "--role civilian",
        "--side Azerbaijan",
        "--claimant Armenia",
        "--outlet \"meridian wire\"",
        "--from 2023-09-20",
        "--to 2023-09-18",
        "--from 2023-09-19 --to 2023-09-19",
        "--panels role --scale-y linear",
        "--outcome missing --role medic",
    ] {
        let files = "--casualties a.csv --stances b.csv --force";
        text += &format!(
            "{options}\n{}",
            place.run(&format!("export demo/sample.kbproj {files} {options}"))
        );
    }
    expect![[r#"

        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --incident "The Offensive"
        a.csv: 31 claims from 13 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --outcome injured
        a.csv: 15 claims from 10 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --outcome casualties
        a.csv: 0 claims; nothing in the project fits what was asked for
        b.csv: 51 stances from 9 articles
        exit 0
        --role civilian
        a.csv: 20 claims from 11 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --side Azerbaijan
        a.csv: 13 claims from 7 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --claimant Armenia
        a.csv: 2 claims from 1 article
        b.csv: 51 stances from 9 articles
        exit 0
        --outlet "meridian wire"
        a.csv: 5 claims from 2 articles
        b.csv: 13 stances from 2 articles
        exit 0
        --from 2023-09-20
        a.csv: 31 claims from 11 articles
        b.csv: 32 stances from 7 articles
        exit 0
        --to 2023-09-18
        a.csv: 7 claims from 2 articles
        b.csv: 7 stances from 2 articles
        exit 0
        --from 2023-09-19 --to 2023-09-19
        a.csv: 21 claims from 8 articles
        b.csv: 40 stances from 5 articles
        exit 0
        --panels role --scale-y linear
        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --outcome missing --role medic
        a.csv: 0 claims; nothing in the project fits what was asked for
        b.csv: 51 stances from 9 articles
        exit 0
    "#]]
    .assert_eq(&text);
}

#[test]
fn further_options_choose_what_is_shown_too() {
    let place = Place::with_demo();
    let mut text = String::new();
    for options in [
        "--demographic child",
        "--status confirmed",
        "--status rejected,pending",
        "--fold-claimants --no-disputes",
        "--past",
        "--count articles --sort count",
        "--fold-rows --sort position",
        "--unfold Armenia --unfold Azerbaijan",
    ] {
        let files = "--casualties a.csv --stances b.csv --force";
        text += &format!(
            "{options}\n{}",
            place.run(&format!("export demo/sample.kbproj {files} {options}"))
        );
    }
    expect![[r#"
        --demographic child
        a.csv: 2 claims from 2 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --status confirmed
        a.csv: 2 claims from 2 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --status rejected,pending
        a.csv: 41 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --fold-claimants --no-disputes
        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --past
        a.csv: 43 claims from 14 articles
        b.csv: 60 stances from 9 articles
        exit 0
        --count articles --sort count
        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --fold-rows --sort position
        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
        --unfold Armenia --unfold Azerbaijan
        a.csv: 43 claims from 14 articles
        b.csv: 51 stances from 9 articles
        exit 0
    "#]]
    .assert_eq(&text);
}

#[test]
fn each_option_on_what_is_shown_changes_the_figure() {
    let place = Place::with_demo();
    let drawn = |kind: &str, options: &str| {
        let files = format!("--{kind} a.svg --force");
        let given = place.run(&format!("export demo/sample.kbproj {files} {options}"));
        assert!(given.ends_with("exit 0\n"), "{given}");
        place.read("a.svg")
    };
    for (kind, usual, options) in [
        ("casualties", "", "--demographic child"),
        ("casualties", "", "--fold-claimants"),
        ("casualties", "--outcome displaced", "--no-disputes"),
        ("casualties", "", "--title Other"),
        ("casualties", "", "--size column"),
        ("stances", "", "--past"),
        ("stances", "", "--count articles"),
        ("stances", "", "--sort count"),
        ("stances", "", "--sort position"),
        ("stances", "", "--fold-rows"),
        ("stances", "", "--unfold Armenia"),
        ("stances", "", "--subtitle Other"),
        ("stances", "", "--transparent"),
    ] {
        let changed = drawn(kind, usual) != drawn(kind, &format!("{usual} {options}"));
        assert!(changed, "{options}");
    }
    assert!(drawn("stances", "--title \"\" --scale 3") == drawn("stances", ""));
}

#[test]
fn evidence_lies_beside_a_picture_and_is_as_if_asked_for_by_itself() {
    let place = Place::with_case();
    place.check(
        "export case.kbproj --casualties out.v1.png --stances b.svg --evidence csv,html --title Ours",
        expect![[r#"
            out.v1.png: 3 claims from 2 articles
            out.v1-evidence.csv: 3 claims from 2 articles
            out.v1-evidence.html: 3 claims from 2 articles
            b.svg: 1 stance from 1 article
            b-evidence.csv: 1 stance from 1 article
            b-evidence.html: 1 stance from 1 article
            exit 0
        "#]],
    );
    place.run("export case.kbproj --casualties a.csv --casualties a.html --stances b.csv --stances b.html --title Ours");
    for (one, other) in [
        ("out.v1-evidence.csv", "a.csv"),
        ("out.v1-evidence.html", "a.html"),
        ("b-evidence.csv", "b.csv"),
        ("b-evidence.html", "b.html"),
    ] {
        assert_eq!(place.text(one), place.text(other), "{one}");
    }
    assert!(place.text("a.html").contains("<h1>Ours</h1>"));
    place.add("c-evidence.csv", "mine");
    place.check("export case.kbproj --casualties c.png --evidence csv", expect![[r#"
        ! kbworkbench: the file exists and was left as it is: c-evidence.csv; add --force to replace it
        exit 2
    "#]]);
    assert!(!place.path("c.png").exists());
}

#[test]
fn named_sizes_have_pixels_and_dots_to_the_inch_for_print() {
    let place = Place::with_case();
    let told = |options: &str| {
        let given = place.run(&format!("export case.kbproj --stances a.png --force {options}"));
        assert!(given.ends_with("exit 0\n"), "{given}");
        let png = place.read("a.png");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        let dots = png.windows(4).position(|it| it == b"pHYs").unwrap();
        let inch = f64::from(number(dots + 4)) * 0.0254;
        format!("{options}: {} × {}, {inch:.0} to the inch\n", number(16), number(20))
    };
    let sizes = ["slide", "a4-landscape", "a4-portrait", "column", "double-column"];
    let mut text: String = sizes.map(|it| told(&format!("--size {it}"))).concat();
    text += &told("--size a4-portrait --scale 1");
    text += &told("--size 400x300 --scale 1.5");
    expect![[r#"
        --size slide: 3200 × 1800, 144 to the inch
        --size a4-landscape: 3508 × 2480, 300 to the inch
        --size a4-portrait: 2480 × 3508, 300 to the inch
        --size column: 1004 × 2008, 300 to the inch
        --size double-column: 2067 × 1772, 300 to the inch
        --size a4-portrait --scale 1: 595 × 842, 72 to the inch
        --size 400x300 --scale 1.5: 600 × 450, 108 to the inch
    "#]]
    .assert_eq(&text);
}

#[test]
fn a_transparent_ground_lets_through_what_lies_beneath() {
    let place = Place::with_case();
    let ground = |options: &str| {
        place.run(&format!("export case.kbproj --stances a.png --size 400x300 --force {options}"));
        *image::open(place.path("a.png")).unwrap().to_rgba8().get_pixel(0, 0)
    };
    assert_eq!(ground("").0, [255; 4]);
    assert_eq!(ground("--transparent").0, [0; 4]);
}

#[test]
fn the_columns_of_the_matrix_are_those_asked_for() {
    let place = Place::with_case();
    for columns in ["position", "article", "target", "day"] {
        let given =
            place.run(&format!("export case.kbproj --stances {columns}.svg --columns {columns}"));
        assert!(given.ends_with("exit 0\n"), "{given}");
    }
    assert!(place.read("position.svg") != place.read("article.svg"));
}

#[test]
fn existing_files_are_replaced_only_with_force() {
    let place = Place::with_case();
    place.add("a.csv", "mine");
    place.check(
        "export case.kbproj --annotations a.csv",
        expect![[r#"
        ! kbworkbench: the file exists and was left as it is: a.csv; add --force to replace it
        exit 2
    "#]],
    );
    assert_eq!(place.text("a.csv"), "mine");
    place.check(
        "export case.kbproj --annotations a.csv --force",
        expect![[r#"
        a.csv: 5 annotations
        exit 0
    "#]],
    );
    assert!(place.text("a.csv").starts_with("id,"));
}

#[test]
fn a_project_without_records_gives_empty_figures() {
    let place = Place::with(&[("empty.kbproj", r#"{"format":"kbproj","version":1}"#)]);
    place.check(
        "export empty.kbproj --casualties a.svg --stances b.svg --casualties a.csv --stances b.html --annotations c.csv",
        expect![[r#"
            a.svg: 0 claims; nothing in the project fits what was asked for
            a.csv: 0 claims; nothing in the project fits what was asked for
            b.svg: 0 stances; nothing in the project fits what was asked for
            b.html: 0 stances; nothing in the project fits what was asked for
            c.csv: 0 annotations
            exit 0
        "#]],
    );
}

#[test]
fn a_figure_needs_no_articles_for_the_project_keeps_its_sentences() {
    let place = Place::with_case();
    place.run("export case.kbproj --casualties one.html");
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    place.check(
        "export case.kbproj --casualties two.html",
        expect![[r#"
        two.html: 3 claims from 2 articles
        exit 0
    "#]],
    );
    assert_eq!(place.text("one.html"), place.text("two.html"));
}

#[cfg(unix)]
#[test]
fn a_file_marked_read_only_is_not_replaced_even_with_force() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with_case();
    place.add("a.csv", "mine");
    std::fs::set_permissions(place.path("a.csv"), std::fs::Permissions::from_mode(0o444)).unwrap();
    place.check("export case.kbproj --annotations a.csv --force", expect![[r#"
        ! kbworkbench: the file is read-only and was left as it is: a.csv; make it writable or name another file
        exit 2
    "#]]);
    assert_eq!(place.text("a.csv"), "mine");
}
