//! A report's suggestions and the analyst's decisions in, what is still open out.

use expect_test::{Expect, expect};

use super::*;
use crate::analysis::suggest;
use crate::project::{context, notation};

/// What became of each suggestion of the articles that a notation makes.
fn check(project: &str, expect: Expect) {
    let built = notation::read(project).unwrap();
    let decided = Decided::new(&built.state, Gazetteer::bundled());
    let mut shown = String::new();
    for (article, text) in &built.texts {
        let all = suggest(text, Gazetteer::bundled(), &context(&built.state));
        for (it, decision) in all.iter().zip(decided.of(*article, text, &all)) {
            let decision = match decision {
                Decision::Open => "open",
                Decision::Recorded(_) => "recorded",
                Decision::Dismissed(_) => "dismissed",
            };
            shown += &format!("{decision}: {} “{}”\n", content(&it.found), it.span.of(&text.text));
        }
    }
    expect.assert_eq(&shown);
}

const REPORT: &str = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "At least 25 people were killed and 80 wounded, the ombudsman said."
note n1 a.txt "France condemned the attack."
"#;

#[test]
fn what_nobody_has_decided_is_open() {
    check(
        REPORT,
        expect![[r#"
            open: killed 25 “At least 25 people were killed”
            open: injured 80 “80 wounded”
            open: condemn France “France condemned”
        "#]],
    );
}

#[test]
fn a_claim_marked_by_hand_at_the_same_words_records_the_suggestion_whatever_else_it_says() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
claim c1 a.txt killed >=25 civilian by Ombudsman "At least 25 people were killed."
claim c2 a.txt killed 24 "Later 26 people were killed."
stance s1 a.txt France condemn "France condemned the attack."
stance s2 a.txt France support "Norway condemned the attack."
"#,
        expect![[r#"
            recorded: killed 25 “At least 25 people were killed”
            open: killed 26 “26 people were killed”
            recorded: condemn France “France condemned”
            open: condemn Norway “Norway condemned”
        "#]],
    );
}

#[test]
fn a_dismissal_is_known_by_content_and_quote_of_its_own_article() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-20 12:00
note n0 a.txt "At least 25 people were killed and 80 wounded."
note n1 b.txt "At least 25 people were killed."
dismiss a.txt killed 25 "25 people were killed"
dismiss a.txt injured 81 "80 wounded"
"#,
        expect![[r#"
            dismissed: killed 25 “At least 25 people were killed”
            open: injured 80 “80 wounded”
            open: killed 25 “At least 25 people were killed”
        "#]],
    );
}

#[test]
fn what_is_dismissed_stays_so_after_undoing_only_that() {
    let built = notation::read(REPORT).unwrap();
    let (article, text) = built.texts.iter().next().unwrap();
    let gazetteer = Gazetteer::bundled();
    let all = suggest(text, gazetteer, &context(&built.state));
    let stamp = Stamp::new("a", jiff::Timestamp::UNIX_EPOCH);
    let mut state = built.state.clone();
    let edit = dismiss(*article, text, [&all[1]], &mut IdMint::seeded("test"));
    let back = apply(&mut state, &edit, &stamp).unwrap();
    let of = |state: &State| Decided::new(state, gazetteer).of(*article, text, &all);
    assert!(matches!(of(&state)[..], [Decision::Open, Decision::Dismissed(_), Decision::Open]));
    apply(&mut state, &back, &stamp).unwrap();
    assert_eq!(of(&state), [Decision::Open; 3]);
}

#[test]
fn what_is_supposed_is_in_the_state_that_comes_back_and_records_the_suggestion() {
    let built = notation::read(REPORT).unwrap();
    let (article, text) = built.texts.iter().next().unwrap();
    let gazetteer = Gazetteer::bundled();
    let all = suggest(text, gazetteer, &context(&built.state));
    let stamp = Stamp::new("a", jiff::Timestamp::UNIX_EPOCH);
    let choice = Choice { article: *article, text, all: &all, chosen: &[0, 2] };
    let (state, new) = suppose(excerpt(&built.state, *article), &[choice], gazetteer, &stamp);
    let decided = Decided::new(&state, gazetteer).of(*article, text, &all);
    assert_eq!(decided, [Decision::Recorded(new[0]), Decision::Open, Decision::Recorded(new[1])]);
}

#[test]
fn two_claims_of_one_passage_with_the_same_number_are_told_apart_by_whom_they_count() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
claim c1 a.txt killed 2 woman "Two women and two children were killed."
claim c2 a.txt killed 4 "Four soldiers were killed."
claim c3 a.txt killed 5 military "Five people were killed."
"#,
        expect![[r#"
            recorded: killed 2 woman “Two women and two children were killed”
            open: killed 2 child “two children were killed”
            recorded: killed 4 military “Four soldiers were killed”
            recorded: killed 5 “Five people were killed”
        "#]],
    );
}

#[test]
fn what_is_restored_is_open_again() {
    let built =
        notation::read(&format!("{REPORT}\ndismiss a.txt injured 80 \"80 wounded\"")).unwrap();
    let (article, text) = built.texts.iter().next().unwrap();
    let gazetteer = Gazetteer::bundled();
    let all = suggest(text, gazetteer, &context(&built.state));
    let stamp = Stamp::new("a", jiff::Timestamp::UNIX_EPOCH);
    let mut state = built.state.clone();
    let of = |state: &State| Decided::new(state, gazetteer).of(*article, text, &all);
    let Decision::Dismissed(it) = of(&state)[1] else { panic!("dismissed") };
    let edit = restore([it]);
    assert_eq!(crate::project::label(&edit, &state), "Offer a suggestion again");
    let back = apply(&mut state, &edit, &stamp).unwrap();
    assert_eq!(of(&state), [Decision::Open; 3]);
    apply(&mut state, &back, &stamp).unwrap();
    assert_eq!(state, built.state);
}

#[test]
fn what_is_supposed_lands_in_the_incident_that_accepting_gives_though_nothing_of_the_article_tells()
{
    let case = r#"
incident the raid
incident the flood
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-20 12:00
note n0 a.txt "At least 25 people were killed."
claim c1 b.txt killed 3 in the raid "Three died."
"#;
    let built = notation::read(case).unwrap();
    let (article, text) = built.texts.iter().next().unwrap();
    let gazetteer = Gazetteer::bundled();
    let all = suggest(text, gazetteer, &context(&built.state));
    let stamp = Stamp::new("a", jiff::Timestamp::UNIX_EPOCH);
    let choice = Choice { article: *article, text, all: &all, chosen: &[0] };
    for state in [excerpt(&built.state, *article), built.state.clone()] {
        let (state, new) = suppose(state, &[choice], gazetteer, &stamp);
        let incident = state.annotations()[&new[0]].claim().unwrap().incident.unwrap();
        assert_eq!(state.incidents()[&incident].name, "the raid");
    }
}
