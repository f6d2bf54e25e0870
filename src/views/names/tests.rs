//! What the trees hold, by text.

use std::collections::HashSet;

use expect_test::{Expect, expect};

use super::*;
use crate::project::{self, notation, notation::Built};

const PROJECT: &str = "
    actor Karabakh authorities : armed_group, alias Artsakh authorities
    actor Ombudsman < Karabakh authorities : person
    actor Azerbaijan : state, alias Baku
    actor Ministry of Defence < Azerbaijan
    incident the offensive < the war
    code shelling < violence
    article a.txt | Meridian Wire | 2023-09-19 21:12
    claim k1 a.txt killed >=25 by Ombudsman via Radio side Karabakh authorities in the offensive \"at least 25 dead\"
    claim k2 a.txt killed 2 by Ministry of Defence side Azerbaijan in the war
    stance s1 a.txt Azerbaijan support incident:the offensive about the war
    stance s2 b.txt France condemn Azerbaijan about the offensive
    note n1 a.txt shelling, violence \"shells fell\"";

fn built() -> Built {
    notation::read(PROJECT).unwrap()
}

fn names(text: &str, kind: Kind) -> Names {
    Names::new(&notation::state(text).unwrap(), kind)
}

fn id(names: &Names, name: &str) -> RecordId {
    names.rows.iter().find(|it| it.name == name).unwrap().id
}

/// A line a row: own counts, then with all that stands in it.
fn check(text: &str, kind: Kind, expect: Expect) {
    let mut shown = String::new();
    for row in names(text, kind).rows {
        let indent = "  ".repeat(row.depth);
        shown += &format!("{indent}{}", spoken(&row, &row.own));
        if row.all != row.own {
            shown += &format!(" | within {}", tally_words(&row.all));
        }
        shown += &format!(" | {}\n", uses_words(&row.all));
        assert_eq!(row.annotations.len(), row.own.counts.all());
        assert_eq!(row.annotations_within.len(), row.all.counts.all());
    }
    expect.assert_eq(&shown);
}

#[test]
fn each_annotation_counts_once_in_a_row_and_in_all_above_it() {
    check(
        PROJECT,
        Kind::Actors,
        expect![[r#"
            Azerbaijan, state, 1 claim, 2 stances | within 1 claim, 2 stances | 1 as claimant, 1 as side, 1 as holder of a stance, 1 as target
              Ministry of Defence, other, 1 claim | 1 as claimant
            France, other, 1 stance | 1 as holder of a stance
            Karabakh authorities, armed group, 1 claim | within 1 claim | 1 as claimant, 1 as side
              Ombudsman, person, 1 claim | 1 as claimant
            Radio, other, 1 claim | 1 as quoted outlet
        "#]],
    );
    check(
        PROJECT,
        Kind::Incidents,
        expect![[r#"
            the war, 1 claim, 1 stance | within 2 claims, 2 stances | 1 as target, 4 as incident
              the offensive, 1 claim, 2 stances | 1 as target, 2 as incident
        "#]],
    );
    check(
        PROJECT,
        Kind::Codes,
        expect![[r#"
            violence, 1 note | 
              shelling, 1 note | 
        "#]],
    );
}

#[test]
fn a_project_without_names_has_no_rows() {
    check("article a.txt", Kind::Actors, expect![""]);
}

#[test]
fn a_filter_keeps_what_is_above_and_looks_at_aliases_and_a_fold_hides_what_is_below() {
    let names = names(PROJECT, Kind::Actors);
    let check = |filter: &str, folded: &[&str], expect: &str| {
        let folded: HashSet<_> = folded.iter().map(|it| id(&names, it)).collect();
        let shown = names.shown(filter, &folded);
        let shown: Vec<_> = shown.into_iter().map(|at| names.rows[at].name.as_str()).collect();
        assert_eq!(shown.join(", "), expect);
    };
    let all = "Azerbaijan, Ministry of Defence, France, Karabakh authorities, Ombudsman, Radio";
    check(" ", &[], all);
    check("", &["Azerbaijan"], "Azerbaijan, France, Karabakh authorities, Ombudsman, Radio");
    check("OMBÚDS", &["Karabakh authorities"], "Karabakh authorities, Ombudsman");
    check("baku", &[], "Azerbaijan");
    check("nobody", &[], "");
}

#[test]
fn nothing_may_stand_in_itself() {
    let names = names(PROJECT, Kind::Actors);
    let may = |name, parent: Option<&str>| {
        names.may_stand_in(id(&names, name), parent.map(|it| id(&names, it)))
    };
    assert!(may("France", Some("Azerbaijan")) && may("Ombudsman", None));
    assert!(may("Ombudsman", Some("Azerbaijan")));
    assert!(!may("Azerbaijan", Some("Ministry of Defence")) && !may("Azerbaijan", None));
    assert!(!may("France", Some("France")) && !may("Ombudsman", Some("Karabakh authorities")));
}

#[test]
fn what_merging_and_deleting_do_is_said() {
    let all = |kind: Kind, from: &str, into: &str| {
        let names = names(PROJECT, kind);
        let (from, into) = (id(&names, from), id(&names, into));
        format!("{}\n{}\n", merging(&names, from, into), deleting(&names, from))
    };
    let shown = [
        all(Kind::Actors, "Azerbaijan", "France"),
        all(Kind::Actors, "Ombudsman", "France"),
        all(Kind::Incidents, "the offensive", "the war"),
        all(Kind::Codes, "violence", "shelling"),
    ];
    expect![[r#"
        3 annotations will name France; “Azerbaijan” becomes an alias. What stands in it (1) will stand in France.
        3 annotations name it and keep the report’s words, or its name where there are none. What stands in it (1) will stand alone.
        1 annotation will name France; “Ombudsman” becomes an alias.
        1 annotation names it and keeps the report’s words, or its name where there are none.
        3 annotations will name the war; “the offensive” becomes an alias.
        3 annotations name it. They stay, without this incident.
        1 note will have the code shelling; “violence” goes.
        1 note has it. It stays, without this code. What stands in it (1) will stand alone.
    "#]]
    .assert_eq(&shown.concat());
}

#[test]
fn a_line_says_as_what_and_where() {
    let built = built();
    let names = Names::new(&built.state, Kind::Actors);
    let mut shown = String::new();
    for row in &names.rows {
        for annotation in &row.annotations_within {
            let line = line(&built.state, &names, row.id, *annotation).unwrap();
            shown += &format!("{} | {} | {}\n", row.name, line.says, line.source);
        }
    }
    expect![[r#"
        Azerbaijan | Ministry of Defence: 2 killed | Ministry of Defence · side · Meridian Wire · printed 19 Sep 2023, 21:12
        Azerbaijan | Azerbaijan supports the offensive | takes a stance · Meridian Wire · printed 19 Sep 2023, 21:12
        Azerbaijan | France condemns Azerbaijan | target · b.txt · no time
        Ministry of Defence | Ministry of Defence: 2 killed | claimant · Meridian Wire · printed 19 Sep 2023, 21:12
        France | France condemns Azerbaijan | takes a stance · b.txt · no time
        Karabakh authorities | Ombudsman: at least 25 killed | Ombudsman · side · Meridian Wire · printed 19 Sep 2023, 21:12
        Ombudsman | Ombudsman: at least 25 killed | claimant · Meridian Wire · printed 19 Sep 2023, 21:12
        Radio | Ombudsman: at least 25 killed | quoted from · Meridian Wire · printed 19 Sep 2023, 21:12
    "#]]
    .assert_eq(&shown);
}

#[test]
fn names_that_differ_in_spelling_alone_are_alike() {
    let check = |text: &str, expect: &str| {
        let names = names(text, Kind::Actors);
        let name = |id| names.row(id).unwrap().name.clone();
        let told = names.alike.iter().map(|(a, b)| format!("{} → {}", name(*a), name(*b)));
        assert_eq!(told.collect::<Vec<_>>().join(", "), expect);
    };
    check("actor Pashinyan\nactor Pashinian", "Pashinyan → Pashinian");
    check("actor United Nations\nactor the united-nations", "United Nations → the united-nations");
    check("actor Erdoğan\nactor Recep Erdogan : alias Erdogan", "Recep Erdogan → Erdoğan");
    check("actor Aliyev : alias A\nactor Aliev", "");
    // The analyst has told them apart.
    check("actor Baku\nactor Baku! < Baku", "");
    check("actor Iran\nactor Íran\nclaim k1 a.txt killed 2 by Íran", "Iran → Íran");
}

#[test]
fn a_circle_of_a_damaged_file_is_shown_once() {
    let text = "actor A\nactor B < A\nactor C < B\nactor D\nclaim k1 a.txt killed 2 by C";
    let mut file: serde_json::Value =
        serde_json::from_slice(&project::write(&notation::state(text).unwrap())).unwrap();
    let actors = file["actors"].as_array_mut().unwrap();
    actors[0]["belongs_to"] = actors[1]["id"].clone();
    let (state, _) = project::read(file.to_string().as_bytes()).unwrap();
    let names = Names::new(&state, Kind::Actors);
    let told =
        names.rows.iter().map(|it| format!("{}{} {}", it.name, it.depth, it.all.counts.all()));
    assert_eq!(told.collect::<Vec<_>>().join(", "), "D0 0, A0 1, B1 1, C2 1");
}
