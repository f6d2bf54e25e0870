//! What rows and evidence hold of any annotation.

use expect_test::{Expect, expect};

use crate::project::notation;
use crate::views::{annotations, article_name, evidence};

const PROJECT: &str = "zone +04:00
    article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack | Agence
    article b.txt | - | - | A title
    article c.txt
    claim k1 a.txt killed >=25 civilian by Ombudsman via Radio side Town basis inferred in the offensive at 2023-09-19T20:00+01:00 place Town reliability b credibility 2 status confirmed reason seen memo \"good\" \"at least 25 dead\"
    passage k1 repeat b.txt \"25 dead\"
    claim k2 a.txt killed 2 child part-of k1 by (a witness) direct at published
    stance s1 b.txt France mediate (both sides) about the offensive past at 2023-09-18..2023-09-19
    note n1 b.txt shelling, war \"shells fell\"
    claim k3 c.txt killed 3
    exclude c.txt";

fn check(shown: String, expect: Expect) {
    expect.assert_eq(&shown);
}

#[test]
fn a_row_holds_each_field_apart_and_leaves_the_rest_empty() {
    let state = notation::state(PROJECT).unwrap();
    let mut shown = String::new();
    for row in annotations(&state) {
        let fields = serde_json::to_value(&row).unwrap();
        for (key, value) in fields.as_object().unwrap() {
            let known = !value.is_null() && *value != "" && key != "id" && key != "part_of";
            if known {
                shown += &format!("{key}={value} ");
            }
        }
        shown += "\n\n";
    }
    check(
        shown,
        expect![[r#"
            kind="casualty" outcome="killed" low=25 qualifier="at_least" figure="at least 25" role="civilian" demographic="unspecified" side="Town" side_basis="inferred" claimant="Ombudsman" speech="reported" via="Radio" measure="total" as_of="2023-09-19T20:00+01:00" as_of_source="stated" incident="the offensive" place="Town" reliability="b" credibility="2" status="confirmed" reason="seen" quote="at least 25 dead" sentence="at least 25 dead." passages=2 start=0 end=16 article="a.txt" title="Attack" outlet="Meridian Wire" agency="Agence" published="2023-09-19T21:12+04:00" coder="AB" made="1970-01-01T00:00:00Z" changed="1970-01-01T00:00:00Z" origin="by hand" memo="good" 

            kind="casualty" outcome="killed" low=2 high=2 qualifier="exact" figure="2" role="unspecified" demographic="child" claimant="a witness" speech="direct" measure="part" as_of="2023-09-19T21:12+04:00" as_of_source="publication" reliability="f" credibility="6" status="pending" quote="killed 2 child part-of k1 by a witness direct at published" sentence="killed 2 child part-of k1 by a witness direct at published." passages=1 start=19 end=77 article="a.txt" title="Attack" outlet="Meridian Wire" agency="Agence" published="2023-09-19T21:12+04:00" coder="AB" made="1970-01-01T00:00:00Z" origin="by hand" 

            kind="stance" speech="reported" incident="the offensive" actor="France" position="mediate" target="both sides" past=true when="2023-09-18/2023-09-19" quote="France mediate both sides about the offensive past at 2023-09-18..2023-09-19" sentence="France mediate both sides about the offensive past at 2023-09-18..2023-09-19." passages=1 start=10 end=86 article="b.txt" title="A title" coder="AB" made="1970-01-01T00:00:00Z" origin="by hand" 

            kind="note" codes="shelling; war" quote="shells fell" sentence="shells fell." passages=1 start=89 end=100 article="b.txt" title="A title" coder="AB" made="1970-01-01T00:00:00Z" origin="by hand" 

        "#]],
    );
}

#[test]
fn the_columns_are_the_same_for_every_kind() {
    let state = notation::state(PROJECT).unwrap();
    let columns = |it| {
        let row = serde_json::to_value(it).unwrap();
        row.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ")
    };
    let mut all: Vec<String> = annotations(&state).iter().map(columns).collect();
    all.dedup();
    check(
        all.join("\n"),
        expect![
            "id kind outcome low high qualifier figure role demographic side side_basis claimant speech via measure part_of supersedes as_of as_of_source incident place reliability credibility status reason actor position target past when codes quote sentence passages start end article title outlet agency published language coder made changed origin memo"
        ],
    );
}

#[test]
fn evidence_is_told_in_words() {
    let state = notation::state(PROJECT).unwrap();
    let told = state.annotations().values().map(|it| {
        let it = evidence(&state, it);
        let fields = [
            &it.says,
            &it.quote,
            &it.sentence,
            &it.who,
            &it.whom,
            &it.incident,
            &it.time,
            &it.outlet,
            &it.title,
            &it.path,
            &it.status,
        ];
        let fields: Vec<_> = fields.iter().map(|it| it.as_str()).collect();
        format!("{} | repeats {}\n", fields.join(" | "), it.repeats)
    });
    check(
        told.collect(),
        expect![[r#"
            at least 25 civilians killed | at least 25 dead | at least 25 dead. | Ombudsman | Town | the offensive | 19 Sep 2023, 23:00 | Meridian Wire | Attack | a.txt | confirmed | repeats 1
            2 children killed, part of another figure | killed 2 child part-of k1 by a witness direct at published | killed 2 child part-of k1 by a witness direct at published. | a witness |  |  | printed 19 Sep 2023, 21:12 | Meridian Wire | Attack | a.txt | pending | repeats 0
            mediates, towards both sides | France mediate both sides about the offensive past at 2023-09-18..2023-09-19 | France mediate both sides about the offensive past at 2023-09-18..2023-09-19. | France | both sides | the offensive | 18–19 Sep 2023 |  | A title | b.txt | past | repeats 0
            shelling, war | shells fell | shells fell. |  |  |  | no time |  | A title | b.txt |  | repeats 0
            3 killed | killed 3 | killed 3. |  |  |  | no time |  |  | c.txt | pending | repeats 0
        "#]],
    );
}

#[test]
fn an_article_is_called_by_its_outlet_its_title_or_its_path() {
    let state = notation::state(PROJECT).unwrap();
    let names: Vec<_> = state.articles().values().map(article_name).collect();
    check(names.join(", "), expect!["Meridian Wire, A title, c.txt"]);
}
