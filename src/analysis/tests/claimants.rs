//! Articles in, who says each figure out.

use expect_test::{Expect, expect};

use super::*;

/// Each figure of the text with its claimant, a line each.
fn check(text: &str, expect: Expect) {
    let article = article(text);
    let line = |it: &Suggestion| match &it.found {
        Found::Claim(claim) => {
            let by = claim.claimant.as_ref().map_or("nobody", |it| &it.words);
            Some(format!("{} {}: {by}\n", claim.figure.low, claim.outcome.word()))
        }
        Found::Stance(_) => None,
    };
    let all = suggest(&article, Gazetteer::bundled(), &Context::default());
    expect.assert_eq(&all.iter().filter_map(line).collect::<String>());
}

#[test]
fn the_subject_of_the_verb_says_it_and_not_what_stands_before_its_comma() {
    check(
        "At least 26 people were wounded, including six police, officials said.\n\
         Nine people were killed in northern Mali, a medical source said on Monday.\n\
         Four farmers were killed in the Southern Highlands Province (SHP), residents said.\n\
         The toll stands at 17 dead, Paul Okello, adviser to the governor, said.",
        expect![[r#"
            26 injured: officials
            6 injured: officials
            9 killed: a medical source
            4 killed: residents
            17 killed: Paul Okello
        "#]],
    );
}

#[test]
fn claiming_lives_or_an_attack_says_nothing() {
    check(
        "The Union asked for talks to end a war which has claimed over 700 lives.\n\
         The bombing, which killed 31 people, was claimed by the Lightning Brigade.\n\
         The Lightning Brigade claimed responsibility for the blast, which killed 31 people.\n\
         The brigade claimed that 12 soldiers were killed.",
        expect![[r#"
            700 killed: nobody
            31 killed: nobody
            31 killed: nobody
            12 killed: The brigade
        "#]],
    );
}

#[test]
fn a_word_of_doubt_or_war_is_no_verb_of_saying() {
    check(
        "At least 90 people have been killed in Chad since the army began to end alleged arms smuggling.\n\
         Some 60 bodies were found near the border, and Chad declared war on its neighbour.\n\
         Two miners were shot dead on Sunday, as officials warned that the truce could fail.",
        expect![[r#"
            90 killed: nobody
            60 killed: nobody
            2 killed: nobody
        "#]],
    );
}

#[test]
fn a_statement_is_said_by_who_makes_it() {
    check(
        "Mr Peter Oduya, Commissioner for Home Affairs, said in a statement issued on Sunday that the raid led to the injury of three people.\n\
         Leila Haddad from the town council told reporters that 14 people were killed.",
        expect![[r#"
            3 injured: Peter Oduya
            14 killed: Leila Haddad
        "#]],
    );
}

#[test]
fn who_is_named_behind_a_quotation_says_all_of_it() {
    check(
        "Shells killed a man on Friday, a senior official said.\n\
         “Six people were killed and eleven wounded. Help is being given to all of them,” Oleh Marchuk, the head of the district, said.\n\
         “The number may rise,” he added.",
        expect![[r#"
            1 killed: a senior official
            6 killed: Oleh Marchuk
            11 injured: Oleh Marchuk
        "#]],
    );
}

#[test]
fn a_name_with_dots_ends_a_sentence() {
    check(
        "The war has claimed at least 3,000 civilian lives, according to the U.N.",
        expect![[r#"
            3000 killed: the U.N.
        "#]],
    );
}

#[test]
fn a_body_is_named_by_all_its_words() {
    check(
        "A provincial council member said that 30 farmers were killed.\n\
         The town council reported nine dead.\n\
         Up to 35 were hurt, the elders said. A villager counted eight bodies.\n\
         A bomb killed 11 people, military officials and an aid worker said.\n\
         Two people died, a diplomatic source at the embassy said.",
        expect![[r#"
            30 killed: A provincial council member
            9 killed: The town council
            0 injured: the elders
            8 killed: A villager
            11 killed: military officials
            2 killed: a diplomatic source
        "#]],
    );
}

#[test]
fn a_claim_that_is_turned_down_is_still_its_maker_s() {
    check(
        "On Thursday the Chadian army rejected Sudan's claim of killing 11 soldiers.",
        expect![[r#"
            11 killed: Sudan
        "#]],
    );
}

#[test]
fn what_a_body_is_stands_behind_its_name_and_is_not_who_speaks() {
    check(
        "The Lake Relief Council (LRC), a humanitarian organisation, said 300 people were displaced.\n\
         President Ana Gomez, whose party holds talks with the group, said nine people died.",
        expect![[r#"
            300 displaced: The Lake Relief Council
            9 killed: Ana Gomez
        "#]],
    );
}

#[test]
fn a_statement_from_a_ministry_is_the_ministry_s() {
    check(
        "According to a statement from the Libyan Ministry of Health, 12 people were killed.\n\
         ‘We counted 42 bodies by the well,’ added Amadou Keita, a farmer.\n\
         The north has seen deadly raids claimed by the Lightning Brigade since 2009. At least 700 people have been killed.",
        expect![[r#"
            12 killed: the Libyan Ministry of Health
            42 killed: Amadou Keita
            700 killed: nobody
        "#]],
    );
}
