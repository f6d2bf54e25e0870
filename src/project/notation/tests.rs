//! What the notation builds, and what it refuses.

use expect_test::{Expect, expect};

use crate::project::{Body, Edit, notation};

/// Shows the state in few words.
fn check(text: &str, expect: Expect) {
    let shown = match notation::read(text) {
        Err(error) => format!("{error}\n"),
        Ok(built) => {
            let state = &built.state;
            let mut shown = String::new();
            for article in state.articles().values() {
                let published = article.metadata.published.as_ref().map(|it| it.value.start);
                shown += &format!("article {} {published:?}\n", article.path);
            }
            for actor in state.actors().values() {
                let line = state.lineage(actor.id).into_iter();
                let names: Vec<_> = line.map(|id| state.actors()[&id].name.as_str()).collect();
                shown += &format!("actor {} {}\n", names.join(" < "), actor.kind.word());
            }
            for (key, id) in &built.keys {
                let annotation = &state.annotations()[id];
                let says = match &annotation.body {
                    Body::Claim(claim) => serde_json::to_string(claim).unwrap(),
                    Body::Stance(stance) => serde_json::to_string(stance).unwrap(),
                    Body::Note(note) => format!("{} codes", note.codes.len()),
                };
                let quotes: Vec<_> = annotation
                    .passages
                    .iter()
                    .map(|it| format!("{} {:?} in {:?}", it.start.0, it.quote, it.sentence))
                    .collect();
                shown += &format!("{key} {says}\n  {}\n", quotes.join("; "));
            }
            shown
        }
    };
    expect.assert_eq(&shown);
}

#[test]
fn lines_become_records() {
    check(
        r#"
        zone +04:00
        actor Ombudsman < Karabakh authorities : person
        article a.txt | Meridian Wire | 2023-09-19 21:12
        claim k1 a.txt killed >=25 by Ombudsman in the offensive at 2023-09-19T20:00 "at least 25 dead"
        claim k2 a.txt killed 2 civilian part-of k1 by (a witness) at published
        passage k1 repeat b.txt "25 dead"
        stance s1 a.txt France condemn incident:the offensive about the offensive past "condemned"
        note n1 b.txt shelling, war "shells fell"
        "#,
        expect![[r#"
            article a.txt Some(2023-09-19T21:12:00)
            article b.txt None
            actor Karabakh authorities other
            actor Ombudsman < Karabakh authorities person
            actor France other
            k1 {"outcome":"killed","low":25,"high":null,"qualifier":"at_least","figure":"at least 25","role":"unspecified","demographic":"unspecified","claimant":{"actor":"b9c4d115-f214-5be2-b05a-b174e96250a4","words":"Ombudsman","speech":"reported"},"measure":"total","as_of":{"start":"2023-09-19T20:00:00","end":"2023-09-19T20:01:00","precision":"minute","zone":"assumed","source":"stated"},"incident":"3bf89b56-c49d-5662-8ffc-a651d896dc6c","reliability":"f","credibility":"6","status":"pending"}
              0 "at least 25 dead" in "at least 25 dead."; 0 "25 dead" in "25 dead."
            k2 {"outcome":"killed","low":2,"high":2,"qualifier":"exact","figure":"2","role":"civilian","demographic":"unspecified","claimant":{"words":"a witness","speech":"reported"},"measure":"part","part_of":"c38b3951-9e79-5520-aca6-ef74e2f2eea9","as_of":{"start":"2023-09-19T21:12:00","end":"2023-09-19T21:13:00","precision":"minute","zone":"assumed","source":"publication"},"reliability":"f","credibility":"6","status":"pending"}
              19 "killed 2 civilian part-of k1 by a witness at published" in "killed 2 civilian part-of k1 by a witness at published."
            n1 2 codes
              10 "shells fell" in "shells fell."
            s1 {"actor":{"actor":"6132f795-4608-57d0-8043-a5a5f624b1b4","words":"France"},"position":"condemn","target":{"about":{"incident":"3bf89b56-c49d-5662-8ffc-a651d896dc6c"},"words":"the offensive"},"incident":"3bf89b56-c49d-5662-8ffc-a651d896dc6c","past":true,"speech":"reported"}
              76 "condemned" in "condemned."
        "#]],
    );
}

#[test]
fn a_fault_names_its_line() {
    check(
        "name x\nclaim k1 a.txt killed many",
        expect![[r#"
        line 2: "many" is no figure such as 25, >=25 or 10..20
    "#]],
    );
    check(
        "claim k1 a.txt killed 3 by",
        expect![[r#"
        line 1: a name is missing
    "#]],
    );
    check(
        "claim k1 a.txt killed 3 part-of k0",
        expect![[r#"
        line 1: no line before has the key "k0"
    "#]],
    );
    check(
        "claim k1 a.txt killed 20..10",
        expect![[r#"
        line 1: the lowest number (20) is above the highest (10)
    "#]],
    );
    check(
        "claim k1 a.txt killed 3 at noon",
        expect![[r#"
        line 1: "noon" is no time such as 2023-09-19 or 2023-09-19T20:30
    "#]],
    );
    check(
        "stance s1 a.txt France frowns",
        expect![[r#"
        line 1: no condemn, support or mediate
    "#]],
    );
    check(
        "stance s1 a.txt France condemn \"open",
        expect![[r#"
        line 1: no " closes the "
    "#]],
    );
    check(
        "weather fine",
        expect![[r#"
        line 1: "weather" starts no line of the notation
    "#]],
    );
}

#[test]
fn the_edits_build_the_same_state_again() {
    let built = notation::read("claim k1 a.txt killed 3 by France \"three\"").unwrap();
    let mut state = crate::project::State::default();
    let stamp = crate::project::Stamp { coder: String::new(), at: jiff::Timestamp::UNIX_EPOCH };
    let all = Edit::Batch { label: "All".into(), edits: built.edits };
    crate::project::apply(&mut state, &all, &stamp).unwrap();
    assert_eq!(state, built.state);
}
