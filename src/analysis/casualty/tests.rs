//! Sentences in, claims out: a line for each claim as outcome, bounds, qualifier, group, what is not a total, and the
//! words.

use expect_test::{Expect, expect};

use super::*;
use crate::base::Span;

mod order;
mod outside;
mod phrases;

fn claims_of(text: &str) -> String {
    let sentence = Sentence::alone(text, Span::new(0, text.len()));
    let line = |it: &RawClaim| {
        let figure = &it.figure;
        let high = figure.high.map_or("…".to_owned(), |it| it.to_string());
        let group = match it.demographic {
            Demographic::Unspecified => it.role.word(),
            demographic => demographic.word(),
        };
        let measure = match it.measure {
            Measure::Total => String::new(),
            measure => format!(" {}", measure.word()),
        };
        let whole = match it.part_of {
            Some(Whole::Here(at)) => format!(" of {at}"),
            Some(Whole::Earlier) => " of an earlier one".to_owned(),
            None => String::new(),
        };
        let (outcome, qualifier) = (it.outcome.word(), figure.qualifier.word());
        let quote = sentence.span(it.start, it.end).of(text);
        format!("{outcome} {}–{high} {qualifier} {group}{measure}{whole} “{quote}”\n", figure.low)
    };
    claims(&sentence, None).iter().map(line).collect()
}

/// Claims of each line.
fn check(lines: &str, expect: Expect) {
    let shown = lines.lines().map(str::trim).map(|it| format!("{it}\n{}", claims_of(it)));
    expect.assert_eq(&shown.collect::<String>());
}

#[test]
fn verbs_nouns_and_participles_carry_a_number() {
    check(
        "Shells killed nine people.
         Nine people were killed.
         Nine people have reportedly been killed.
         The army is said to have killed 40 rebels.
         We were told that the blast wounded 37 people.
         The blast left nine people dead and 12 injured.
         The shelling led to the deaths of nine people.
         Nine deaths were recorded.
         Twelve people sustained various degrees of burns.
         The bodies of two men were found.
         Rebels slit the throats of three shepherds.
         Some 40 hostages were freed.
         As many as 300 people may have been killed.
         The shells were set off at noon and killed two guards.",
        expect![[r#"
            Shells killed nine people.
            killed 9–9 exact unspecified “killed nine people”
            Nine people were killed.
            killed 9–9 exact unspecified “Nine people were killed”
            Nine people have reportedly been killed.
            killed 9–9 exact unspecified “Nine people have reportedly been killed”
            The army is said to have killed 40 rebels.
            killed 40–40 exact military “killed 40 rebels”
            We were told that the blast wounded 37 people.
            injured 37–37 exact unspecified “wounded 37 people”
            The blast left nine people dead and 12 injured.
            killed 9–9 exact unspecified “nine people dead”
            injured 12–12 exact unspecified “12 injured”
            The shelling led to the deaths of nine people.
            killed 9–9 exact unspecified “deaths of nine people”
            Nine deaths were recorded.
            killed 9–9 exact unspecified “Nine deaths”
            Twelve people sustained various degrees of burns.
            injured 12–12 exact unspecified “Twelve people sustained various degrees of burns”
            The bodies of two men were found.
            killed 2–2 exact man “bodies of two men”
            Rebels slit the throats of three shepherds.
            killed 3–3 exact unspecified “throats of three shepherds”
            Some 40 hostages were freed.
            captured 40–40 about unspecified “Some 40 hostages”
            As many as 300 people may have been killed.
            killed 0–300 at_most unspecified “As many as 300 people may have been killed”
            The shells were set off at noon and killed two guards.
            killed 2–2 exact unspecified “killed two guards”
        "#]],
    );
}

#[test]
fn headlines_need_no_verb() {
    check(
        "64 dead in market strike
         Three killed, ten hurt as bus hits mine
         Death toll in quay fire climbs to 70
         Mine kills 13, wounds 31
         Dozens hurt in ferry blast",
        expect![[r#"
            64 dead in market strike
            killed 64–64 exact unspecified “64 dead”
            Three killed, ten hurt as bus hits mine
            killed 3–3 exact unspecified “Three killed”
            injured 10–10 exact unspecified “ten hurt”
            Death toll in quay fire climbs to 70
            killed 70–70 exact unspecified “Death toll in quay fire climbs to 70”
            Mine kills 13, wounds 31
            killed 13–13 exact unspecified “kills 13”
            injured 31–31 exact unspecified “wounds 31”
            Dozens hurt in ferry blast
            injured 24–… vague unspecified “Dozens hurt”
        "#]],
    );
}

#[test]
fn figures_are_bounded_as_printed() {
    check(
        "At least 25 people were killed.
         No fewer than 12 were killed.
         As many as 30 people were killed.
         The raid killed up to 20 people, killing up to three children.
         Between 13 and 14 members of one family were killed.
         The number of wounded ranged from 30 to 45.
         15 or so people were hurt.
         2.3 thousand people fled.
         Scores were hurt.
         At least one but possibly up to 12 civilians were killed.
         At least one civilian was killed.
         “Dozens” of wounded were brought to the clinic.",
        expect![[r#"
            At least 25 people were killed.
            killed 25–… at_least unspecified “At least 25 people were killed”
            No fewer than 12 were killed.
            killed 12–… at_least unspecified “No fewer than 12 were killed”
            As many as 30 people were killed.
            killed 0–30 at_most unspecified “As many as 30 people were killed”
            The raid killed up to 20 people, killing up to three children.
            killed 0–20 at_most unspecified “killed up to 20 people”
            killed 0–3 at_most child “killing up to three children”
            Between 13 and 14 members of one family were killed.
            killed 13–14 range unspecified “Between 13 and 14 members of one family were killed”
            The number of wounded ranged from 30 to 45.
            injured 30–45 range unspecified “number of wounded ranged from 30 to 45”
            15 or so people were hurt.
            injured 15–15 about unspecified “15 or so people were hurt”
            2.3 thousand people fled.
            displaced 2300–2300 exact unspecified “2.3 thousand people fled”
            Scores were hurt.
            injured 40–… vague unspecified “Scores were hurt”
            At least one but possibly up to 12 civilians were killed.
            killed 1–… at_least civilian “At least one but possibly up to 12 civilians were killed”
            killed 0–12 at_most civilian “up to 12 civilians were killed”
            At least one civilian was killed.
            killed 1–… at_least civilian “At least one civilian was killed”
            “Dozens” of wounded were brought to the clinic.
            injured 24–… vague unspecified “Dozens” of wounded”
        "#]],
    );
}

#[test]
fn a_plural_without_a_number_is_two_or_more() {
    check(
        "At least nine people were killed and several others hurt.
         An unknown number of people were injured.
         A number were wounded.
         The blast injured many more.
         Others were hurt by glass.
         Five were killed and others wounded.
         Some residents were hurt.
         Several gravely wounded men were carried off.
         A number of injuries were reported.
         “A number” of people had been hurt.
         A number of deaths and injuries were reported.",
        expect![[r#"
            At least nine people were killed and several others hurt.
            killed 9–… at_least unspecified “At least nine people were killed”
            injured 2–… vague unspecified “several others hurt”
            An unknown number of people were injured.
            injured 2–… vague unspecified “An unknown number of people were injured”
            A number were wounded.
            injured 2–… vague unspecified “A number were wounded”
            The blast injured many more.
            injured 2–… vague unspecified additional “injured many more”
            Others were hurt by glass.
            injured 2–… vague unspecified “Others were hurt”
            Five were killed and others wounded.
            killed 5–5 exact unspecified “Five were killed”
            injured 2–… vague unspecified “others wounded”
            Some residents were hurt.
            injured 2–… vague unspecified “Some residents were hurt”
            Several gravely wounded men were carried off.
            injured 2–… vague unspecified “Several gravely wounded”
            A number of injuries were reported.
            injured 2–… vague unspecified “A number of injuries”
            “A number” of people had been hurt.
            injured 2–… vague unspecified “A number” of people had been hurt”
            A number of deaths and injuries were reported.
            killed 2–… vague unspecified “A number of deaths and injuries”
            injured 2–… vague unspecified “A number of deaths and injuries”
        "#]],
    );
}

#[test]
fn one_person_is_counted_by_an_article_or_an_owner() {
    check(
        "A civilian was killed.
         A policeman and his driver died on Tuesday.
         The blast killed a policeman and his driver.
         A 34-year-old woman and her three children were killed.
         The mayor and six others were killed when the bridge was hit.
         Kari Berg (65) was killed along with two guards.
         His son was also killed.
         Another employee was hurt.
         Another police officer was killed.
         The bomb hit a police van and wounded three officers.
         Three officers of the army were wounded near a police post.
         A father of three was shot dead.
         Three brothers aged 5, 7 and 12 were killed.
         Four children aged between two and nine were killed.
         One strike killed and wounded 18 miners.
         Bombing claims 14 lives in market.
         Guards saw four bombers and stopped one of them.
         The toll had risen to 108, including three children from one family.
         All on the bus were killed, including two women and three children.",
        expect![[r#"
            A civilian was killed.
            killed 1–1 exact civilian “A civilian was killed”
            A policeman and his driver died on Tuesday.
            killed 1–1 exact police “A policeman and his driver died”
            killed 1–1 exact unspecified “his driver died”
            The blast killed a policeman and his driver.
            killed 1–1 exact police “killed a policeman”
            killed 1–1 exact unspecified “killed a policeman and his driver”
            A 34-year-old woman and her three children were killed.
            killed 1–1 exact woman “A 34-year-old woman and her three children were killed”
            killed 3–3 exact child “three children were killed”
            The mayor and six others were killed when the bridge was hit.
            killed 1–1 exact unspecified “The mayor and six others were killed”
            killed 6–6 exact unspecified “six others were killed”
            Kari Berg (65) was killed along with two guards.
            killed 2–2 exact unspecified “killed along with two guards”
            His son was also killed.
            killed 1–1 exact unspecified “His son was also killed”
            Another employee was hurt.
            injured 1–1 exact unspecified additional “Another employee was hurt”
            Another police officer was killed.
            killed 1–1 exact police additional “Another police officer was killed”
            The bomb hit a police van and wounded three officers.
            injured 3–3 exact police “wounded three officers”
            Three officers of the army were wounded near a police post.
            injured 3–3 exact military “Three officers of the army were wounded”
            A father of three was shot dead.
            killed 1–1 exact man “A father of three was shot dead”
            Three brothers aged 5, 7 and 12 were killed.
            killed 3–3 exact unspecified “Three brothers aged 5, 7 and 12 were killed”
            Four children aged between two and nine were killed.
            killed 4–4 exact child “Four children aged between two and nine were killed”
            One strike killed and wounded 18 miners.
            casualties 18–18 exact unspecified “killed and wounded 18 miners”
            Bombing claims 14 lives in market.
            killed 14–14 exact unspecified “claims 14 lives”
            Guards saw four bombers and stopped one of them.
            The toll had risen to 108, including three children from one family.
            killed 108–108 exact unspecified “toll had risen to 108”
            killed 3–3 exact child part of 0 “toll had risen to 108, including three children”
            All on the bus were killed, including two women and three children.
            killed 2–2 exact woman part of an earlier one “killed, including two women”
            killed 3–3 exact child part of an earlier one “killed, including two women and three children”
        "#]],
    );
}

#[test]
fn lists_share_their_verb() {
    check(
        "They killed 4 policemen, 2 civilians and wounded 23.
         Seven civilians, three soldiers and four rebels were killed.
         The bomber killed himself and five others.
         The strike killed the pilot and two passengers.
         The murder of Kari Berg, her aide and two other people was condemned.
         Kari Berg was killed and five others were wounded.
         Rebels have killed the mayor of the small town of Sund, as well as two farmers.",
        expect![[r#"
            They killed 4 policemen, 2 civilians and wounded 23.
            killed 4–4 exact police “killed 4 policemen”
            killed 2–2 exact civilian “killed 4 policemen, 2 civilians”
            injured 23–23 exact unspecified “wounded 23”
            Seven civilians, three soldiers and four rebels were killed.
            killed 7–7 exact civilian “Seven civilians, three soldiers and four rebels were killed”
            killed 3–3 exact military “three soldiers and four rebels were killed”
            killed 4–4 exact military “four rebels were killed”
            The bomber killed himself and five others.
            killed 5–5 exact unspecified “killed himself and five others”
            The strike killed the pilot and two passengers.
            killed 1–1 exact unspecified “killed the pilot”
            killed 2–2 exact unspecified “killed the pilot and two passengers”
            The murder of Kari Berg, her aide and two other people was condemned.
            killed 2–2 exact unspecified “murder of Kari Berg, her aide and two other people”
            Kari Berg was killed and five others were wounded.
            injured 5–5 exact unspecified “five others were wounded”
            Rebels have killed the mayor of the small town of Sund, as well as two farmers.
            killed 2–2 exact unspecified “killed the mayor of the small town of Sund, as well as two farmers”
        "#]],
    );
}

#[test]
fn parts_are_tied_to_their_whole() {
    check(
        "Eleven people, including a nurse and her two sons, were killed in the shelling of the port.
         They killed 20 people, including three women, and wounded 12 others.
         Thirteen people were killed, among them two guards.
         Two of the dead were sailors.
         Among the dead were two sailors.
         Fifteen of them were civilians.
         Dozens of the wounded were children.
         Of the 30 wounded, 12 were children.
         About 120,000 people live there, and 200 of them were killed.",
        expect![[r#"
            Eleven people, including a nurse and her two sons, were killed in the shelling of the port.
            killed 11–11 exact unspecified “Eleven people, including a nurse and her two sons, were killed”
            killed 1–1 exact medic part of 0 “Eleven people, including a nurse and her two sons, were killed”
            killed 2–2 exact unspecified part of 0 “Eleven people, including a nurse and her two sons, were killed”
            They killed 20 people, including three women, and wounded 12 others.
            killed 20–20 exact unspecified “killed 20 people”
            killed 3–3 exact woman part of 0 “killed 20 people, including three women”
            injured 12–12 exact unspecified “wounded 12 others”
            Thirteen people were killed, among them two guards.
            killed 13–13 exact unspecified “Thirteen people were killed”
            killed 2–2 exact unspecified part of 0 “Thirteen people were killed, among them two guards”
            Two of the dead were sailors.
            killed 2–2 exact military part of an earlier one “Two of the dead were sailors”
            Among the dead were two sailors.
            killed 2–2 exact military part of an earlier one “dead were two sailors”
            Fifteen of them were civilians.
            Dozens of the wounded were children.
            injured 24–… vague child part of an earlier one “Dozens of the wounded were children”
            Of the 30 wounded, 12 were children.
            injured 30–30 exact unspecified “30 wounded”
            injured 12–12 exact child part of 0 “30 wounded, 12 were children”
            About 120,000 people live there, and 200 of them were killed.
            killed 200–200 exact unspecified part of an earlier one “200 of them”
        "#]],
    );
}

#[test]
fn a_verb_far_behind_its_people_is_found() {
    check(
        "Seven people who had come from two towns on the coast, one of them a doctor, were killed.
         Nine people – six villagers, two guards and a nurse – were wounded.
         Twelve cattle traders were at the weekend killed.
         Six alleged thieves including a clerk were killed.
         The blasts wounded 25 Monday evening.
         Six teachers employed in a school that a charity had built in the north were killed.
         Twelve people attended the wedding, where the groom was killed.",
        expect![[r#"
            Seven people who had come from two towns on the coast, one of them a doctor, were killed.
            killed 7–7 exact unspecified “Seven people who had come from two towns on the coast, one of them a doctor, were killed”
            killed 1–1 exact unspecified part of 0 “one of them”
            Nine people – six villagers, two guards and a nurse – were wounded.
            injured 9–9 exact unspecified “Nine people – six villagers, two guards and a nurse – were wounded”
            injured 6–6 exact unspecified part of 0 “Nine people – six villagers, two guards and a nurse – were wounded”
            injured 2–2 exact unspecified part of 0 “Nine people – six villagers, two guards and a nurse – were wounded”
            injured 1–1 exact medic part of 0 “Nine people – six villagers, two guards and a nurse – were wounded”
            Twelve cattle traders were at the weekend killed.
            killed 12–12 exact unspecified “Twelve cattle traders were at the weekend killed”
            Six alleged thieves including a clerk were killed.
            killed 6–6 exact unspecified “Six alleged thieves including a clerk were killed”
            The blasts wounded 25 Monday evening.
            injured 25–25 exact unspecified “wounded 25”
            Six teachers employed in a school that a charity had built in the north were killed.
            killed 6–6 exact unspecified “Six teachers employed in a school that a charity had built in the north were killed”
            Twelve people attended the wedding, where the groom was killed.
        "#]],
    );
}
