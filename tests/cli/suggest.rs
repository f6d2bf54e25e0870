//! `suggest`: what is found in articles, as a table, a sheet and lines of JSON.

use expect_test::expect;

use super::place::{FRENCH, PAPER, Place, WIRE, shown};

#[test]
fn a_table_is_for_reading() {
    Place::with_reports().check(
        "suggest reports",
        expect![[r#"
            papers/paper.txt
              0.95  killed 3 military (The army)  “3 soldiers were killed”

            wire.txt
              0.89  killed 12  “kills 12”
              0.95  killed 12 civilian (The mayor of Arvan)  “12 civilians were killed”
              0.95  injured 30 (the mayor)  “Another 30 people were injured”
              0.88  France condemn → the attack  “France condemned”
            exit 0
        "#]],
    );
}

#[test]
fn a_sheet_has_the_columns_of_both_kinds() {
    Place::with(&[("wire.txt", WIRE)]).check("suggest wire.txt --format csv", expect![[r#"
        document,kind,start,end,quote,score,because,outcome,low,high,qualifier,group,role,demographic,side,side_basis,claimant,via,measure,part_of,repeats,actor,position,target,past,as_of,as_of_source,incident
        wire.txt,casualty,9,17,kills 12,0.89,‘12’ after ‘kills’,killed,12,12,exact,unspecified,unspecified,unspecified,,,,,total,,,,,,,2021-03-03,publication,
        wire.txt,casualty,80,104,12 civilians were killed,0.95,‘killed’ after ‘12 civilians’; said by ‘The mayor of Arvan’,killed,12,12,exact,civilian,civilian,unspecified,,,The mayor of Arvan,,total,,,,,,,2021-03-03,stated,
        wire.txt,casualty,132,162,Another 30 people were injured,0.95,‘injured’ after ‘Another 30 people’; said by ‘the mayor’,injured,30,30,exact,unspecified,unspecified,unspecified,,,the mayor,,additional,,,,,,,2021-03-03,publication,
        wire.txt,stance,189,205,France condemned,0.88,‘condemned’ by ‘France’,,,,,,,,,,,,,,,France,condemn,the attack,false,2021-03-03,,
        exit 0
    "#]]);
}

#[test]
fn a_line_of_json_holds_one_suggestion() {
    Place::with(&[("wire.txt", WIRE)]).check("suggest wire.txt --format jsonl", expect![[r#"
        {"document":"wire.txt","kind":"casualty","start":9,"end":17,"quote":"kills 12","score":0.89,"because":"‘12’ after ‘kills’","outcome":"killed","low":12,"high":12,"qualifier":"exact","group":"unspecified","role":"unspecified","demographic":"unspecified","side":"","side_basis":"","claimant":"","via":"","measure":"total","part_of":null,"repeats":null,"as_of":"2021-03-03","as_of_source":"publication","incident":""}
        {"document":"wire.txt","kind":"casualty","start":80,"end":104,"quote":"12 civilians were killed","score":0.95,"because":"‘killed’ after ‘12 civilians’; said by ‘The mayor of Arvan’","outcome":"killed","low":12,"high":12,"qualifier":"exact","group":"civilian","role":"civilian","demographic":"unspecified","side":"","side_basis":"","claimant":"The mayor of Arvan","via":"","measure":"total","part_of":null,"repeats":null,"as_of":"2021-03-03","as_of_source":"stated","incident":""}
        {"document":"wire.txt","kind":"casualty","start":132,"end":162,"quote":"Another 30 people were injured","score":0.95,"because":"‘injured’ after ‘Another 30 people’; said by ‘the mayor’","outcome":"injured","low":30,"high":30,"qualifier":"exact","group":"unspecified","role":"unspecified","demographic":"unspecified","side":"","side_basis":"","claimant":"the mayor","via":"","measure":"additional","part_of":null,"repeats":null,"as_of":"2021-03-03","as_of_source":"publication","incident":""}
        {"document":"wire.txt","kind":"stance","start":189,"end":205,"quote":"France condemned","score":0.88,"because":"‘condemned’ by ‘France’","actor":"France","position":"condemn","target":"the attack","past":false,"as_of":"2021-03-03","incident":""}
        exit 0
    "#]]);
}

#[test]
fn positions_count_characters_and_the_quote_stands_there() {
    let place = Place::with(&[("wire.txt", &format!("Ünïcödé – “Arvan”\n\n{WIRE}"))]);
    let lines = place.run("suggest wire.txt --format jsonl");
    let text: Vec<char> = place.text("wire.txt").chars().collect();
    let rows = lines.lines().filter_map(|it| serde_json::from_str::<serde_json::Value>(it).ok());
    let mut checked = 0;
    for row in rows {
        let at = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        let quote: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(row["quote"], quote);
        checked += 1;
    }
    assert!(3 <= checked, "{lines}");
}

#[test]
fn files_and_folders_may_be_mixed_and_each_is_named_by_its_way_from_there() {
    let place = Place::with_reports();
    place.add("le.txt", FRENCH);
    place.add("notes", WIRE);
    let given = place.run("suggest le.txt notes reports reports/wire.txt --format jsonl");
    let documents: String = given
        .lines()
        .map(|line| match serde_json::from_str::<serde_json::Value>(line) {
            Ok(row) => format!("{}\n", row["document"].as_str().unwrap()),
            Err(_) => format!("{line}\n"),
        })
        .collect();
    expect![[r#"
        notes
        notes
        notes
        notes
        papers/paper.txt
        wire.txt
        wire.txt
        wire.txt
        wire.txt
        ! warning: reports/wire.txt: it lies within reports; what it holds is read there, once
        ! not searched, as only English is: French (1 article)
        exit 0
    "#]]
    .assert_eq(&documents);
}

#[test]
fn articles_in_which_nothing_is_found_are_no_fault() {
    let place = Place::with(&[("reports/a.txt", "The dam held, and nobody left the valley.")]);
    place.check(
        "suggest reports",
        expect![[r#"
        exit 0
    "#]],
    );
    place.check(
        "suggest reports --format csv",
        expect![[r#"
            document,kind,start,end,quote,score,because,outcome,low,high,qualifier,group,role,demographic,side,side_basis,claimant,via,measure,part_of,repeats,actor,position,target,past,as_of,as_of_source,incident
            exit 0
        "#]],
    );
    place.add("reports/le.txt", FRENCH);
    place.add("reports/la.txt", FRENCH);
    place.check(
        "suggest reports --format jsonl",
        expect![[r#"
        ! not searched, as only English is: French (2 articles)
        exit 0
    "#]],
    );
}

#[test]
fn signs_that_drive_a_terminal_do_not_reach_it() {
    let text = WIRE.replace("12 civilians were", "12 \u{1b}[2J civilians were");
    let place = Place::with(&[("wire.txt", &text)]);
    assert!(!place.run("suggest wire.txt").contains('\u{1b}'));
}

#[test]
fn nobody_reading_on_is_no_fault() {
    let place = Place::new();
    for number in 0..20 {
        place.add(&format!("reports/{number}.txt"), format!("{PAPER}{WIRE}"));
    }
    for words in [
        "suggest reports --format jsonl",
        "suggest reports --format csv",
        "suggest reports",
        "--help",
    ] {
        let mut run = place.command(words);
        run.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let mut child = run.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(shown(&output), "exit 0\n", "{words}");
    }
}
