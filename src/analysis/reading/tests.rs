//! What the sentences around a claim add to it.

use expect_test::expect;

use crate::analysis::tests::check;
use crate::analysis::{Context, Found, Gazetteer, Suggestion, suggest};

#[test]
fn a_side_is_read_from_the_words_around_the_count() {
    check(
        "Twelve people died on the Libyan side, the Red Cross said.",
        expect![[r#"
        killed 12–12 exact unspecified, side Libya (stated), by the Red Cross “Twelve people died”
    "#]],
    );
    check(
        "At least 12 people were killed among the Libyans of the valley.",
        expect![[r#"
        killed 12–… at_least unspecified, side Libya (stated) “At least 12 people were killed”
    "#]],
    );
    check(
        "Chad lost four soldiers of its own: four soldiers of its own were killed, Chad said.",
        expect![[r#"
            killed 4–4 exact military, side Chad (stated), by Chad “lost four soldiers”
            killed 4–4 exact military, side Chad (stated), by Chad, repeats 0 “four soldiers of its own were killed”
        "#]],
    );
    check(
        "Norway reported two dead on its own side.",
        expect![[r#"
        killed 2–2 exact unspecified, side Norway (stated), by Norway “two dead”
    "#]],
    );
}

#[test]
fn a_side_is_concluded_from_the_account_and_marked_so() {
    check(
        "The mayor of Arvan, Kari Berg, said 12 people had died on the Libyan side, two of them children. \
         Another 30 were wounded, she said.",
        expect![[r#"
            killed 12–12 exact unspecified, side Libya (stated), by Kari Berg “12 people had died”
            killed 2–2 exact child, side Libya (stated), by Kari Berg, part, of 0 “two of them children”
            injured 30–30 exact unspecified, side Libya (inferred), by Kari Berg, additional “Another 30 were wounded”
        "#]],
    );
    check(
        "Gaza’s health ministry said 12 people were killed. The Chadian army said two policemen died.",
        expect![[r#"
            killed 12–12 exact unspecified, side Palestine (inferred), by Gaza’s health ministry “12 people were killed”
            killed 2–2 exact police, side Chad (inferred), by The Chadian army “two policemen died”
        "#]],
    );
    check(
        "The rebels said at least five people had died in the shelling.",
        expect![[r#"
        killed 5–… at_least unspecified, side The rebels (inferred), by The rebels “at least five people had died”
    "#]],
    );
}

#[test]
fn no_side_is_concluded_for_foes_deeds_and_strangers() {
    check(
        "Turkey said 12 militants were killed.",
        expect![[r#"
        killed 12–12 exact military, by Turkey “12 militants were killed”
    "#]],
    );
    check(
        "Chad said its forces killed 12 soldiers.",
        expect![[r#"
        killed 12–12 exact military, by Chad “killed 12 soldiers”
    "#]],
    );
    check(
        "The rebels said 20 soldiers were killed.",
        expect![[r#"
        killed 20–20 exact military, by The rebels “20 soldiers were killed”
    "#]],
    );
    check(
        "Russia said 12 people were killed.",
        expect![[r#"
        killed 12–12 exact unspecified, by Russia “12 people were killed”
    "#]],
    );
    check(
        "Norway said 5,000 people had fled.",
        expect![[r#"
        displaced 5000–5000 exact unspecified, by Norway “5,000 people had fled”
    "#]],
    );
}

#[test]
fn older_figures_and_counts_of_one_place_are_told_apart() {
    check(
        "At least 40 people died in the city, police said. One hospital counted 12 dead. \
         In the old town alone, seven people were killed.",
        expect![[r#"
            killed 40–… at_least unspecified, by police “At least 40 people died”
            killed 12–12 exact unspecified, by hospital, subcount, of 0 “12 dead”
            killed 7–7 exact unspecified, by hospital, subcount, of 0 “seven people were killed”
        "#]],
    );
    check(
        "An earlier toll of 12 dead had been given.",
        expect![[r#"
        killed 12–12 exact unspecified, earlier “12 dead”
    "#]],
    );
}

#[test]
fn a_repeat_says_the_same_of_the_same_people() {
    check(
        "12 civilians dead in harbour blast\n\
         12 civilians were killed, Norway said. Chad said 12 soldiers were killed. \
         At least 12 civilians had died on the Libyan side.",
        expect![[r#"
            killed 12–12 exact civilian, side Norway (inferred) “12 civilians dead”
            killed 12–12 exact civilian, side Norway (inferred), by Norway, repeats 0 “12 civilians were killed”
            killed 12–12 exact military, side Libya (inferred), by Chad “12 soldiers were killed”
            killed 12–… at_least civilian, side Libya (stated), by Chad “At least 12 civilians had died”
        "#]],
    );
}

#[test]
fn those_who_hold_the_one_breakaway_region_of_an_article_go_by_its_name() {
    // Also where the region is named later.
    check(
        "The separatists said at least five people had died.\n\
         Shells fell on Transnistria.",
        expect![[r#"
            killed 5–… at_least unspecified, side Transnistria (inferred), by The separatists “at least five people had died”
        "#]],
    );
    check(
        "Shells fell on Nagorno-Karabakh. Armenian separatists said five people had died.",
        expect![[r#"
            killed 5–5 exact unspecified, side Nagorno-Karabakh (inferred), by Armenian separatists “five people had died”
        "#]],
    );
    check(
        "The ombudsman of Nagorno-Karabakh said 12 people were killed on the Armenian side.",
        expect![[r#"
            killed 12–12 exact unspecified, side Nagorno-Karabakh (stated), by The ombudsman of Nagorno-Karabakh “12 people were killed”
        "#]],
    );
    check(
        "Shells fell on Nagorno-Karabakh. The ombudsman of the region, Ana Gomez, spoke. \
         Gomez now counts 12 people killed on the Armenian side and 30 injured.",
        expect![[r#"
            killed 12–12 exact unspecified, side Nagorno-Karabakh (stated), by Gomez “12 people killed”
            injured 30–30 exact unspecified, side Nagorno-Karabakh (inferred), by Gomez “30 injured”
        "#]],
    );
    check(
        "Shells fell on Nagorno-Karabakh. The ombudsman Ana Gomez counted 12 people killed on the Armenian side. \
         The Armenian ombudsman, Kari Berg, counted 15 people killed on the Armenian side.",
        expect![[r#"
            killed 12–12 exact unspecified, side Nagorno-Karabakh (stated), by Ana Gomez “12 people killed”
            killed 15–15 exact unspecified, side Armenia (stated), by Kari Berg “15 people killed”
        "#]],
    );
    // Others than those of the region; and one of two.
    check(
        "Shells fell on Nagorno-Karabakh. Kurdish separatists said five people had died.",
        expect![[r#"
            killed 5–5 exact unspecified, side Kurdish separatists (inferred), by Kurdish separatists “five people had died”
        "#]],
    );
    check(
        "Shells fell on Abkhazia and Transnistria. The separatists said five people had died.",
        expect![[r#"
            killed 5–5 exact unspecified, side The separatists (inferred), by The separatists “five people had died”
        "#]],
    );
}

#[test]
fn a_people_that_a_state_and_a_region_have_is_no_state() {
    check(
        "Shells fell on Nagorno-Karabakh. Norway called on the Armenians to surrender. \
         Norway called on Armenian separatists to surrender.",
        expect![[r#"
            Norway condemn the Armenians
            Norway condemn Armenian separatists
        "#]],
    );
}

#[test]
fn who_watches_over_a_people_counts_the_same_people() {
    check(
        "The ombudsman of Abkhazia, Ana Gomez, said 900 people had been evacuated. \
         The Russian peacekeeping contingent said 700 people had been evacuated.\n\
         Norway said 600 people had been evacuated.",
        expect![[r#"
            displaced 900–900 exact unspecified, side Abkhazia (inferred), by Ana Gomez “900 people had been evacuated”
            displaced 700–700 exact unspecified, side Abkhazia (inferred), by The Russian peacekeeping contingent “700 people had been evacuated”
            displaced 600–600 exact unspecified, by Norway “600 people had been evacuated”
        "#]],
    );
}

#[test]
fn the_count_of_the_other_side_is_no_longer_told_by_the_office_of_a_region() {
    check(
        "The ombudsman of Abkhazia said five people had died. Six people have died on the Georgian side.",
        expect![[r#"
            killed 5–5 exact unspecified, side Abkhazia (inferred), by The ombudsman of Abkhazia “five people had died”
            killed 6–6 exact unspecified, side Georgia (stated) “Six people have died”
        "#]],
    );
}

#[test]
fn who_is_quoted_speaks_and_who_names_a_deed_does_not() {
    check(
        "The channel Delta News, quoting the rebels, spoke of five dead.",
        expect![[r#"
            killed 5–5 exact unspecified, side the rebels (inferred), by the rebels “five dead”
        "#]],
    );
    check(
        "Two civilians died in the fire, which Norway described as terror.",
        expect![[r#"
            killed 2–2 exact civilian “Two civilians died”
        "#]],
    );
    check(
        "Norway presents the raid as its answer to a blast that killed four soldiers of its own.",
        expect![[r#"
            Norway support the raid
            killed 4–4 exact military, side Norway (stated), by Norway “killed four soldiers”
        "#]],
    );
}

#[test]
fn initials_stand_for_the_ministry_of_a_state_or_for_what_they_were_said_to() {
    let names = |text: &str| {
        let article = crate::analysis::tests::article(text);
        let all = suggest(&article, Gazetteer::bundled(), &Context::default());
        let name = |it: &Suggestion| match &it.found {
            Found::Claim(claim) => claim.claimant.as_ref()?.name.clone(),
            Found::Stance(stance) => stance.actor.name.clone(),
        };
        all.iter().filter_map(name).collect::<Vec<_>>()
    };
    let check = |text: &str, expect: &[&str]| assert_eq!(names(text), expect, "{text}");
    check("Two civilians died, according to the Norwegian MFA.", &["Norway"]);
    check("The Chadian MoD said that two soldiers had died.", &["Chad"]);
    check(
        "The Delta Relief Union (DRU) works in the valley. The DRU said that five people had died.",
        &["Delta Relief Union"],
    );
    check("The DRU said that five people had died.", &[]);
    check(
        "The Ministry of Foreign Affairs of Mali (MFA) met envoys.\nTwo men died, the MFA said.",
        &["Mali"],
    );
}

#[test]
fn whom_a_claimant_fights_says_nothing_of_whose_the_others_are() {
    check(
        "Two soldiers and nine Taliban militants were killed, the army said. Five people were wounded.",
        expect![[r#"
            killed 2–2 exact military, by the army “Two soldiers and nine Taliban militants were killed”
            killed 9–9 exact military, side Taliban (stated), by the army “nine Taliban militants were killed”
            injured 5–5 exact unspecified, by the army “Five people were wounded”
        "#]],
    );
}

#[test]
fn a_part_is_no_more_than_its_whole() {
    check(
        "The mayor said 23 of the nomads were hurt. Some 12,000 of them live in the valley. Nine of them were children.",
        expect![[r#"
            injured 23–23 exact unspecified, by The mayor “23 of the nomads were hurt”
            injured 9–9 exact child, by The mayor, part, of 0 “Nine of them were children”
        "#]],
    );
}

#[test]
fn who_tells_of_one_side_s_captives_may_tell_of_the_other_s_refugees() {
    check(
        "The envoy said 90 Libyan soldiers were captured. About 4,000 people were displaced, he said.",
        expect![[r#"
            captured 90–90 exact military, side Libya (stated), by The envoy “90 Libyan soldiers were captured”
            displaced 4000–4000 about unspecified, by The envoy “About 4,000 people were displaced”
        "#]],
    );
}
