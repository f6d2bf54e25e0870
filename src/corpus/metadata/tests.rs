//! Files in, metadata out.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use crate::base::Zone;
use crate::corpus::{Known, Metadata, language_name, read_article};
use crate::files::memory::MemoryDisk;

fn metadata(name: &str, text: &str) -> Metadata {
    let disk = MemoryDisk::new();
    let path = format!("/{name}");
    disk.add(&path, text);
    read_article(&disk, path.as_ref(), name).unwrap().0.metadata
}

fn check_file(name: &str, text: &str, expect: Expect) {
    let Metadata { title, outlet, agency, author, url, published, language: _, unknown: _ } =
        metadata(name, text);
    let mut shown = String::new();
    let mut show = |field: &str, value: String, from: &str, reason: String| {
        shown += &format!("{field}: {value} ({from}, {reason})\n");
    };
    let fields = [
        ("title", title),
        ("outlet", outlet),
        ("agency", agency),
        ("author", author),
        ("url", url),
    ];
    for (field, known) in fields {
        if let Some(Known { value, from, reason, .. }) = known {
            show(field, value, from.word(), reason);
        }
    }
    if let Some(Known { value: when, from, reason, .. }) = published {
        let zone = match when.zone {
            Zone::Assumed => String::new(),
            Zone::Stated(offset) => format!(" {offset}"),
        };
        let value = format!("{} to {}, {}{zone}", when.start, when.end, when.precision.word());
        assert_eq!(when.reason, reason);
        assert_eq!(when.source.word(), from.word());
        show("published", value, from.word(), reason);
    }
    expect.assert_eq(&shown);
}

fn check(text: &str, expect: Expect) {
    check_file("report.txt", text, expect);
}

#[test]
fn a_byline_names_outlet_and_agency_and_a_line_of_its_own_the_time() {
    check(
        "Dam gives way above the town\n\nDam gives way above the town\n\n2021-05-03 08:09:10\n\nBy Le Courrier with AFP\n\n\
         Published 2 hours ago, Updated 4 minutes ago\n\nThe dam above the town gave way on Monday.",
        expect![[r#"
            title: Dam gives way above the town (guessed, the first line)
            outlet: Le Courrier (stated, the line “By Le Courrier with AFP”)
            agency: AFP (stated, the line “By Le Courrier with AFP”)
            published: 2021-05-03T08:09:00 to 2021-05-03T08:10:00, minute (stated, the line “2021-05-03 08:09:10”)
        "#]],
    );
}

#[test]
fn a_dispatch_ends_with_its_time_place_and_agency() {
    check(
        "Dam gives way above the town\n\nThe dam gave way on Monday.\n\nNobody was hurt.\n\n\
         03/05/2021 21:12:42 - Aosta (AFP) © 2021 AFP",
        expect![[r#"
            title: Dam gives way above the town (guessed, the first line)
            outlet: AFP (guessed, nobody but the agency is named)
            agency: AFP (stated, the line at the end, “(AFP)”)
            published: 2021-05-03T21:12:00 to 2021-05-03T21:13:00, minute (stated, the line “03/05/2021 21:12:42 - Aosta (AFP) © 2021 AFP”)
        "#]],
    );
    check(
        "Dam gives way\n\nAOSTA, May 3, 2021 (Valley Wire) - The dam gave way on Monday.\n\nNobody was hurt.",
        expect![[r#"
            title: Dam gives way (guessed, the first line)
            outlet: Valley Wire (guessed, nobody but the agency is named)
            agency: Valley Wire (stated, the dateline, “(Valley Wire)”)
            published: 2021-05-03T00:00:00 to 2021-05-04T00:00:00, day (stated, the dateline, “May 3, 2021”)
        "#]],
    );
    check(
        "Dam gives way\n\nIt gave way.\n\nNobody was hurt. (Reuters)",
        expect![[r#"
            title: Dam gives way (guessed, the first line)
            outlet: Reuters (guessed, nobody but the agency is named)
            agency: Reuters (stated, “(Reuters)” after the text)
        "#]],
    );
}

#[test]
fn a_date_without_year_is_a_guess_by_its_day_of_the_week() {
    check(
        "The dam above the town gave way on Monday, May 3, after a night of rain. It had been repaired in 2020.\n\
         A heading\nNobody was hurt, the mayor said.\nSource: Valley TV",
        expect![[r#"
            title: The dam above the town gave way on Monday, May 3, after a night of rain. (guessed, the first words; there is no headline)
            outlet: Valley TV (stated, the line “Source: Valley TV”)
            published: 2021-05-03T00:00:00 to 2021-05-04T00:00:00, day (guessed, “Monday, May 3” in the text; the year is not in the text, 2021 is the nearest to 2020, the latest year it names, in which that date is a Monday)
        "#]],
    );
    // Without any year in the text nothing tells which Monday it was, and a bare day of the week tells nothing.
    check(
        "Dam gives way\n\nThe dam gave way on Monday, May 3, said the mayor.",
        expect![[r#"
        title: Dam gives way (guessed, the first line)
    "#]],
    );
    check(
        "Dam gives way\n\nThe dam, built in 1999, gave way on Monday, said the mayor.",
        expect![[r#"
            title: Dam gives way (guessed, the first line)
        "#]],
    );
}

#[test]
fn an_outlet_at_the_end_of_the_headline_is_not_part_of_it() {
    check(
        "Dam gives way above the town – GLOBUS\n\nThe dam gave way on Monday.",
        expect![[r#"
        title: Dam gives way above the town (guessed, the first line without the outlet at its end)
        outlet: GLOBUS (guessed, the end of the headline, “– GLOBUS”)
    "#]],
    );
    check(
        "Dam gives way above the town | River Post\n\nThe dam gave way on Monday.",
        expect![[r#"
        title: Dam gives way above the town (guessed, the first line without the outlet at its end)
        outlet: River Post (guessed, the end of the headline, “| River Post”)
    "#]],
    );
    check(
        "Dam was sure to give way - Rossi\n\nThe dam gave way on Monday.",
        expect![[r#"
        title: Dam was sure to give way - Rossi (guessed, the first line)
    "#]],
    );
}

#[test]
fn what_stands_above_the_headline_is_the_page_or_the_outlet() {
    check(
        "РусскийFrançaisEnglish\n      \nBlog\n\nA valley under water – 3-4/05/21\n\nThe dam gave way.",
        expect![[r#"
            title: A valley under water – 3-4/05/21 (guessed, the first line)
            published: 2021-05-03T00:00:00 to 2021-05-05T00:00:00, span (guessed, the date in the headline)
        "#]],
    );
    check(
        "Valley Ledger\n4 May 2021, 07:10\n\nDam gives way above the town\n\nBy A. B. Rossi in Aosta\n\nThe dam gave way.",
        expect![[r#"
            title: Dam gives way above the town (guessed, the first line)
            outlet: Valley Ledger (guessed, the line above the date)
            author: A. B. Rossi (stated, the line “By A. B. Rossi in Aosta”)
            published: 2021-05-04T07:10:00 to 2021-05-04T07:11:00, minute (stated, the line “4 May 2021, 07:10”)
        "#]],
    );
    check(
        "RIVER POST | WORLD\nIn brief\n\nDam gives way above the town\n\nTuesday 4 May 2021 15:30 GMT\n\nThe dam gave way.",
        expect![[r#"
            title: Dam gives way above the town (guessed, the first line)
            outlet: RIVER POST (guessed, the line above the headline)
            published: 2021-05-04T15:30:00 to 2021-05-04T15:31:00, minute +00:00 (stated, the line “Tuesday 4 May 2021 15:30 GMT”)
        "#]],
    );
}

#[test]
fn other_languages_have_their_bylines_and_dates() {
    check(
        "Un barrage cède\n\nLe Messager des Alpes\nPublié le 4 mai 2021 à 08h40\nPar Anne Dupont, avec AFP\n\nLe barrage a cédé.",
        expect![[r#"
            title: Un barrage cède (guessed, the first line)
            outlet: Le Messager des Alpes (guessed, the line above the date)
            agency: AFP (stated, the line “Par Anne Dupont, avec AFP”)
            author: Anne Dupont (stated, the line “Par Anne Dupont, avec AFP”)
            published: 2021-05-04T08:40:00 to 2021-05-04T08:41:00, minute (stated, the line “Publié le 4 mai 2021 à 08h40”)
        "#]],
    );
    check(
        "Прорвало плотину\n\nГорный листок\n04.05.2021 20:40\n\nПлотину прорвало утром. (ТАСС)",
        expect![[r#"
            title: Прорвало плотину (guessed, the first line)
            outlet: Горный листок (guessed, the line above the date)
            agency: TASS (stated, “(ТАСС)” after the text)
            published: 2021-05-04T20:40:00 to 2021-05-04T20:41:00, minute (stated, the line “04.05.2021 20:40”)
        "#]],
    );
    check(
        "Ամբարտակը փլվել է\n\nԼեռան լուրեր\n2021 թ. մայիսի 4, 10:00\n\nԱմբարտակը փլվել է առավոտյան։",
        expect![[r#"
            title: Ամբարտակը փլվել է (guessed, the first line)
            outlet: Լեռան լուրեր (guessed, the line above the date)
            published: 2021-05-04T10:00:00 to 2021-05-04T10:01:00, minute (stated, the line “2021 թ. մայիսի 4, 10:00”)
        "#]],
    );
}

#[test]
fn what_a_file_states_goes_before_what_its_text_lets_guess() {
    check_file(
        "a.md",
        "---\ntitle: Dam gives way\ndate: 2021-05-04T08:00+02:00\nsource: River Post\n---\n# Another heading\n\n1 May 2021\n\nIt gave way.",
        expect![[r#"
            title: Dam gives way (stated, “title” in the front matter)
            outlet: River Post (stated, “source” in the front matter)
            published: 2021-05-04T08:00:00 to 2021-05-04T08:01:00, minute +02:00 (stated, “date” in the front matter)
        "#]],
    );
    check_file(
        "a.html",
        "<html lang=fr><title>Dam gives way</title><meta property=article:published_time content=2021-05-04T08:00Z>\
         <body><p>By A. Rossi with AFP</p><p>It gave way.</p>",
        expect![[r#"
            title: Dam gives way (stated, the page's title)
            outlet: AFP (guessed, nobody but the agency is named)
            agency: AFP (stated, the line “By A. Rossi with AFP”)
            author: A. Rossi (stated, the line “By A. Rossi with AFP”)
            published: 2021-05-04T08:00:00 to 2021-05-04T08:01:00, minute +00:00 (stated, “article:published_time” in the page's head)
        "#]],
    );
}

#[test]
fn a_date_that_could_be_read_either_way_is_a_guess() {
    check(
        "Dam gives way above\n\n03/05/2021\n\nIt gave way.",
        expect![[r#"
        title: Dam gives way above (guessed, the first line)
        published: 2021-05-03T00:00:00 to 2021-05-04T00:00:00, day (guessed, the line “03/05/2021”, read with the day before the month)
    "#]],
    );
    check(
        "Dam gives way above\n\n05/13/2021\n\nIt gave way.",
        expect![[r#"
        title: Dam gives way above (guessed, the first line)
        published: 2021-05-13T00:00:00 to 2021-05-14T00:00:00, day (stated, the line “05/13/2021”)
    "#]],
    );
    check(
        "Dam gives way above\n\nUpdated: 4 May 2021 09:00\nPublished: 3 May 2021 08:00\n\nIt gave way.",
        expect![[r#"
            title: Dam gives way above (guessed, the first line)
            published: 2021-05-03T08:00:00 to 2021-05-03T08:01:00, minute (stated, the line “Published: 3 May 2021 08:00”)
        "#]],
    );
}

#[test]
fn the_language_is_guessed_from_words_or_letters_and_not_from_too_few() {
    let check = |text: &str, expected: &str| {
        let language = metadata("report.txt", text).language;
        let shown = language.map(|it| format!("{} by {}", it.value, it.reason));
        assert_eq!(shown.as_deref().unwrap_or("none"), expected);
    };
    check(
        "The dam above the town gave way on Monday morning after a night of heavy rain.",
        "en by the words, though with doubt",
    );
    check(
        "Плотина выше города была прорвана утром в понедельник после ночного дождя.",
        "ru by the words, though with doubt",
    );
    let long = "The dam above the town gave way on Monday morning after a night of heavy rain. \
                Nobody was hurt, said the mayor, for all who lived below it had left their homes.";
    check(long, "en by the words");
    check("Ամբարտակը փլվել է առավոտյան", "hy by the Armenian letters");
    check("Dam 3", "none");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_lines_are_survived(
        lines in proptest::collection::vec(
            "(By |Source: |© |BAKU, |Mon, )?([A-Zé]?[a-z]{0,5}|[0-9]{1,4}|[-/.:,()–|]| |May|AFP|Post|mai|2021){0,12}", 1..12
        )
    ) {
        let text = lines.join("\n");
        prop_assume!(text.chars().any(char::is_alphanumeric));
        metadata("report.txt", &text);
    }
}

#[test]
fn a_language_has_a_name_in_english_or_is_called_by_its_code() {
    let codes = ["fr", "hy", "ru", "az", "zh", "no", "fa", "xx", ""];
    let names = codes.map(language_name).join(", ");
    expect!["French, Armenian, Russian, Azerbaijani, Chinese, Norwegian, Persian, xx, "]
        .assert_eq(&names);
}
