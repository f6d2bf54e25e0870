//! What befalls the same people twice, tolls that changed, and what is no claim at all.

use expect_test::expect;

use super::{check, claims_of};

#[test]
fn more_than_one_thing_can_befall_the_same_people() {
    check(
        "Seven farmers were abducted and killed.
         Six students who were kidnapped in May have been killed.
         Rebels seized eight guards and killed them at dawn.
         They killed seven foreign hostages.
         The shell killed him and his family, a total of six people.",
        expect![[r#"
            Seven farmers were abducted and killed.
            captured 7–7 exact unspecified “Seven farmers were abducted”
            killed 7–7 exact unspecified “Seven farmers were abducted and killed”
            Six students who were kidnapped in May have been killed.
            captured 6–6 exact unspecified “Six students who were kidnapped”
            killed 6–6 exact unspecified “Six students who were kidnapped in May have been killed”
            Rebels seized eight guards and killed them at dawn.
            captured 8–8 exact unspecified “seized eight guards”
            killed 8–8 exact unspecified “eight guards and killed”
            They killed seven foreign hostages.
            killed 7–7 exact unspecified “killed seven foreign hostages”
            The shell killed him and his family, a total of six people.
            killed 6–6 exact unspecified “killed him and his family, a total of six people”
        "#]],
    );
}

#[test]
fn tolls_say_where_they_stood() {
    check(
        "The death toll rose from 20 to 68.
         The blast brought the toll to 68.
         The death toll rose to five after another man died.
         The number of deaths in the port, the largest of the country, in a fire that had broken out on the fourth of \
             May in a hall full of salt and which hurt more than six thousand people, rose to 182.",
        expect![[r#"
            The death toll rose from 20 to 68.
            killed 20–20 exact unspecified earlier “death toll rose from 20”
            killed 68–68 exact unspecified “death toll rose from 20 to 68”
            The blast brought the toll to 68.
            killed 68–68 exact unspecified “toll to 68”
            The death toll rose to five after another man died.
            killed 5–5 exact unspecified “death toll rose to five”
            killed 1–1 exact man additional “another man died”
            The number of deaths in the port, the largest of the country, in a fire that had broken out on the fourth of May in a hall full of salt and which hurt more than six thousand people, rose to 182.
            injured 6000–… at_least unspecified “hurt more than six thousand people”
            killed 182–182 exact unspecified “number of deaths in the port, the largest of the country, in a fire that had broken out on the fourth of May in a hall full of salt and which hurt more than six thousand people, rose to 182”
        "#]],
    );
}

#[test]
fn what_is_no_count_of_people_hurt_is_left_out() {
    for text in [
        "Nobody was hurt.",
        "There were no casualties.",
        "If the dam breaks, 3,000 people would be killed.",
        "The blast could have killed 300 people had they stayed, but may kill nobody now.",
        "The ministry denied that 12 soldiers were killed.",
        "How many were killed is not known.",
        "The toll is unknown, and many believe that some were saved.",
        "Kari Berg, 65, was killed near the school.",
        "He suffered multiple injuries.",
        "The 155 mm guns fired 12 rounds, and 40 drones were shot down.",
        "Three families were displaced.",
        "Thirty years later, the war was over.",
        "The others were unhurt.",
        "Several vehicles were hit.",
        "Multiple blasts killed the lights.",
        "The fund lost 5 million euros and 12 votes.",
    ] {
        assert_eq!(claims_of(text), "", "{text}");
    }
}

#[test]
fn who_speaks_is_not_among_the_dead() {
    check(
        "Shells killed nine people, a doctor at the clinic said.
         The raid wounded 22, a police officer told reporters.
         Two bombers killed themselves and four others.
         A civilian's car was hit and nine people were killed.
         They killed ten people, robbing a woman.
         Several sources reported injuries.",
        expect![[r#"
            Shells killed nine people, a doctor at the clinic said.
            killed 9–9 exact unspecified “killed nine people”
            The raid wounded 22, a police officer told reporters.
            injured 22–22 exact unspecified “wounded 22”
            Two bombers killed themselves and four others.
            killed 2–2 exact unspecified “Two bombers killed”
            killed 4–4 exact unspecified “killed themselves and four others”
            A civilian's car was hit and nine people were killed.
            killed 9–9 exact unspecified “nine people were killed”
            They killed ten people, robbing a woman.
            killed 10–10 exact unspecified “killed ten people”
            Several sources reported injuries.
        "#]],
    );
}

#[test]
fn many_of_those_told_before_are_no_count() {
    check(
        "Nine people were killed, many of whom had fled the north.
         One man died beside his goats, many of which were killed too.
         Dozens of them were killed.",
        expect![[r#"
            Nine people were killed, many of whom had fled the north.
            killed 9–9 exact unspecified “Nine people were killed”
            One man died beside his goats, many of which were killed too.
            killed 1–1 exact man “One man died”
            Dozens of them were killed.
            killed 24–… vague unspecified part of an earlier one “Dozens of them”
        "#]],
    );
}
