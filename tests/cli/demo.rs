//! `demo`: the sample with its figures and tables.

use expect_test::expect;

use super::place::Place;

#[test]
fn the_sample_is_made_whole() {
    let place = Place::new();
    place.check("demo", expect![[r#"
        kbworkbench-demo/sample.kbproj: the sample project, 14 articles, 134 annotations
        kbworkbench-demo/casualties.png: killed in the offensive, by side; its evidence in casualties.csv and casualties.html
        kbworkbench-demo/stances.png: who stands where; its evidence in stances.csv and stances.html
        kbworkbench-demo/annotations.csv: all annotations as a table
        no window was opened, as there is no display
        exit 0
    "#]]);
    let files = place.files().join("\n");
    expect![[r#"
        kbworkbench-demo/README.md
        kbworkbench-demo/annotations.csv
        kbworkbench-demo/articles/01-meridian-wire-baku-demands-surrender.txt
        kbworkbench-demo/articles/02-tribune-du-soir-azerbaijan-opens-fire.txt
        kbworkbench-demo/articles/03-canal-info-what-we-know.txt
        kbworkbench-demo/articles/04-south-caucasus-notes-a-day-of-war.txt
        kbworkbench-demo/articles/05-continental-corridors-offered.txt
        kbworkbench-demo/articles/06-northern-ledger-ombudsman-counts-25.txt
        kbworkbench-demo/articles/07-danube-chronicle-at-least-25-dead.txt
        kbworkbench-demo/articles/08-evening-lantern-shelling-through-the-night.html
        kbworkbench-demo/articles/09-relais-des-deux-rives-une-nuit-de-tirs.txt
        kbworkbench-demo/articles/10-yuzhny-vestnik-ogon-prekrashchen.txt
        kbworkbench-demo/articles/11-dzori-lurer-arnvazn-200-zoh.txt
        kbworkbench-demo/articles/12-harbour-gazette-guns-fall-silent.txt
        kbworkbench-demo/articles/13-meridian-wire-two-counts.txt
        kbworkbench-demo/articles/14-longitude-review-three-wars-one-road.md
        kbworkbench-demo/casualties.csv
        kbworkbench-demo/casualties.html
        kbworkbench-demo/casualties.png
        kbworkbench-demo/sample.kbproj
        kbworkbench-demo/stances.csv
        kbworkbench-demo/stances.html
        kbworkbench-demo/stances.png"#]]
    .assert_eq(&files);
    let png = place.read("kbworkbench-demo/casualties.png");
    assert_eq!(png.get(..8).unwrap(), b"\x89PNG\r\n\x1a\n");

    // A second time it is left as it is, whatever was done to it.
    place.add("kbworkbench-demo/annotations.csv", "mine");
    place.check("demo", expect![[r#"
        kbworkbench-demo/sample.kbproj: the sample is there already and was left as it is; add --force to make it anew
        no window was opened, as there is no display
        exit 0
    "#]]);
    assert_eq!(place.text("kbworkbench-demo/annotations.csv"), "mine");
}

#[test]
fn with_force_the_sample_is_made_anew_and_is_the_same() {
    let place = Place::with_demo();
    let before = place.files();
    let bytes = |place: &Place| -> Vec<_> { before.iter().map(|it| place.read(it)).collect() };
    let made = bytes(&place);
    place.add("demo/annotations.csv", "mine");
    place.add("demo/sample.kbproj", "mine");
    place.check("demo --dir demo --force", expect![[r#"
        demo/sample.kbproj: the sample project, 14 articles, 134 annotations
        demo/casualties.png: killed in the offensive, by side; its evidence in casualties.csv and casualties.html
        demo/stances.png: who stands where; its evidence in stances.csv and stances.html
        demo/annotations.csv: all annotations as a table
        no window was opened, as there is no display
        exit 0
    "#]]);
    assert_eq!(before, place.files());
    assert!(made == bytes(&place), "two samples differ");
}

#[test]
fn a_file_of_ones_own_is_not_replaced_by_the_sample() {
    let place = Place::with(&[("mine/README.md", "mine"), ("mine/notes.txt", "mine")]);
    place.check("demo --dir mine", expect![[r#"
        ! kbworkbench: the file exists and was left as it is: mine/README.md; add --force to replace it
        exit 2
    "#]]);
    assert_eq!(place.files(), ["mine/README.md", "mine/notes.txt"]);
    assert_eq!(place.text("mine/README.md"), "mine");
}

#[test]
fn the_sample_passes_its_check() {
    let place = Place::with_demo();
    place.check(
        "check demo/sample.kbproj",
        expect![[r#"
        demo/sample.kbproj: 14 articles, 134 annotations, 174 passages; nothing needs review
        exit 0
    "#]],
    );
    place.check(
        "check demo/sample.kbproj --json",
        expect![[r#"
        []
        exit 0
    "#]],
    );
}

#[test]
fn the_samples_table_holds_claims_and_stances_in_number() {
    let place = Place::with_demo();
    let rows = rows(&place);
    let of = |kind: &str| rows.iter().filter(|row| row["kind"] == kind).count();
    assert!(40 < rows.len() && 20 < of("casualty") && 20 < of("stance"));
}

/// Figures of the sample that its sentences tell in words.
const IN_WORDS: &[(u64, &[&str])] = &[
    (1, &["one"]),
    (2, &["two", "deux", "двух"]),
    (4, &["four"]),
    (5, &["five"]),
    (6, &["six"]),
    (7, &["seven", "sept"]),
    (30, &["trentaine"]),
    (2_000, &["thousands"]),
    (200_000, &["hundreds of thousands"]),
];

#[test]
fn every_figure_of_the_sample_has_its_sentence() {
    let place = Place::with_demo();
    for row in rows(&place).iter().filter(|row| row["kind"] == "casualty") {
        let sentence = row["sentence"].to_lowercase();
        assert!(sentence.contains(&row["figure"].to_lowercase()), "{row:?}");
        assert!(sentence.contains(&row["quote"].to_lowercase()), "{row:?}");
        for number in ["low", "high"].map(|it| row[it].as_str()).iter().filter(|it| !it.is_empty())
        {
            let number: u64 = number.parse().unwrap();
            let words = IN_WORDS.iter().filter(|(of, _)| *of == number);
            let in_words = words.flat_map(|(_, all)| *all).any(|it| sentence.contains(it));
            assert!(in_words || in_digits(number, &sentence), "{number} is not in {sentence:?}");
        }
    }
}

/// Whether a number stands in a text in digits, thousands parted or not.
fn in_digits(number: u64, text: &str) -> bool {
    let plain: Vec<char> = text.chars().collect();
    let joined: String = plain
        .iter()
        .enumerate()
        .filter(|(at, it)| {
            let digit = |at: Option<usize>| {
                at.and_then(|at| plain.get(at)).is_some_and(char::is_ascii_digit)
            };
            let parts = matches!(**it, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}');
            !(parts && digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 3)))
        })
        .map(|(_, it)| *it)
        .collect();
    let number = number.to_string();
    joined.split(|it: char| !it.is_ascii_digit()).any(|it| it == number)
}

type Row = std::collections::BTreeMap<String, String>;

fn rows(place: &Place) -> Vec<Row> {
    let mut table = csv::Reader::from_path(place.path("demo/annotations.csv")).unwrap();
    table.deserialize().map(Result::unwrap).collect()
}
