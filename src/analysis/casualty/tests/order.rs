//! Words in an order of their own: what stands between a word of harm and its people, verbs that share an auxiliary.

use expect_test::expect;

use super::check;

#[test]
fn verbs_that_share_an_auxiliary_are_found() {
    check(
        "Six men were stopped at a roadblock and killed.
         The mayor and the two farmers were brought before a court by rebels, and then killed by a squad.
         Five villagers were dragged from a bus and shot dead.
         Five villagers were dragged from a bus and shot the driver.
         Two officers were on patrol and killed a thief.
         Ten people were told that the bridge was closed and killed time.",
        expect![[r#"
            Six men were stopped at a roadblock and killed.
            killed 6–6 exact man “Six men were stopped at a roadblock and killed”
            The mayor and the two farmers were brought before a court by rebels, and then killed by a squad.
            killed 2–2 exact unspecified “two farmers were brought before a court by rebels, and then killed”
            Five villagers were dragged from a bus and shot dead.
            killed 5–5 exact unspecified “Five villagers were dragged from a bus and shot dead”
            Five villagers were dragged from a bus and shot the driver.
            Two officers were on patrol and killed a thief.
            Ten people were told that the bridge was closed and killed time.
        "#]],
    );
}

#[test]
fn people_behind_one_who_is_not_counted_are_found() {
    check(
        "They killed my two brothers, my brother's wife, and his only daughter.
         The blast killed the director of the centre, Per Moe, two firefighters and a nurse.
         The raid killed Per Moe, two officials said.
         The raid killed Per Moe and two gunmen fled.
         The murder of Per Moe, his wife, and three guests is unsolved.
         The raid killed his son, injuring other members of the family.
         Other residents were hurt.
         A car bomb went off, slightly injuring only two people.",
        expect![[r#"
            They killed my two brothers, my brother's wife, and his only daughter.
            killed 2–2 exact unspecified “killed my two brothers”
            killed 1–1 exact unspecified “killed my two brothers, my brother's wife, and his only daughter”
            The blast killed the director of the centre, Per Moe, two firefighters and a nurse.
            killed 2–2 exact unspecified “killed the director of the centre, Per Moe, two firefighters”
            killed 1–1 exact medic “killed the director of the centre, Per Moe, two firefighters and a nurse”
            The raid killed Per Moe, two officials said.
            The raid killed Per Moe and two gunmen fled.
            The murder of Per Moe, his wife, and three guests is unsolved.
            killed 1–1 exact woman “murder of Per Moe, his wife”
            killed 3–3 exact unspecified “murder of Per Moe, his wife, and three guests”
            The raid killed his son, injuring other members of the family.
            killed 1–1 exact unspecified “killed his son”
            injured 2–… vague unspecified “injuring other members”
            Other residents were hurt.
            injured 2–… vague unspecified “Other residents were hurt”
            A car bomb went off, slightly injuring only two people.
            injured 2–2 exact unspecified “injuring only two people”
        "#]],
    );
}

#[test]
fn a_time_may_stand_before_whose_death_it_is() {
    check(
        "The death yesterday of nine people in an attack shocked the town.
         Police found the bodies on Friday of six unidentified young men.
         The murder on the evening of 27 February of six farmers was condemned.
         The death of the mayor, a friend of two ministers, was announced on Friday.",
        expect![[r#"
            The death yesterday of nine people in an attack shocked the town.
            killed 9–9 exact unspecified “death yesterday of nine people”
            Police found the bodies on Friday of six unidentified young men.
            killed 6–6 exact man “bodies on Friday of six unidentified young men”
            The murder on the evening of 27 February of six farmers was condemned.
            killed 6–6 exact unspecified “murder on the evening of 27 February of six farmers”
            The death of the mayor, a friend of two ministers, was announced on Friday.
        "#]],
    );
}

#[test]
fn bodies_and_victims_are_counted() {
    check(
        "Videos showed 12 bodies of men and women on the road.
         On 23 September 28 bodies of farmers were found near the town.
         The 1980 murder of the bishop was never solved.
         The group is blamed for the murders of several beggars.
         The victims were two Danish women and a man.
         The victims were on their way to two relatives.
         Two of the nine victims found were guards.
         A nurse and two men have been reported among the dead.
         Three of the 12 wounded were flown out.
         There were two blasts, one of which broke a wall, and a man was killed.
         A blast killed six would-be soldiers.
         Two clerks were axed to death.",
        expect![[r#"
            Videos showed 12 bodies of men and women on the road.
            killed 12–12 exact unspecified “12 bodies”
            On 23 September 28 bodies of farmers were found near the town.
            killed 28–28 exact unspecified “28 bodies”
            The 1980 murder of the bishop was never solved.
            The group is blamed for the murders of several beggars.
            killed 2–… vague unspecified “murders of several beggars”
            The victims were two Danish women and a man.
            killed 2–2 exact woman “victims were two Danish women”
            killed 1–1 exact man “victims were two Danish women and a man”
            The victims were on their way to two relatives.
            Two of the nine victims found were guards.
            killed 2–2 exact unspecified part of an earlier one “Two of the nine victims found were guards”
            killed 9–9 exact unspecified “nine victims”
            A nurse and two men have been reported among the dead.
            killed 2–2 exact man part of an earlier one “two men have been reported among the dead”
            Three of the 12 wounded were flown out.
            injured 3–3 exact unspecified part of an earlier one “Three of the 12 wounded”
            injured 12–12 exact unspecified “12 wounded”
            There were two blasts, one of which broke a wall, and a man was killed.
            killed 1–1 exact man “a man was killed”
            A blast killed six would-be soldiers.
            killed 6–6 exact military “killed six would-be soldiers”
            Two clerks were axed to death.
            killed 2–2 exact unspecified “Two clerks were axed to death”
        "#]],
    );
}

#[test]
fn those_driven_out_or_taken_are_counted() {
    check(
        "The war led to the displacement of over 12 million people.
         More than 40,000 have crossed the border.
         The number of residents who have fled since May has surpassed 4.4 million.
         Some 3,500 residents were moved to safety.
         More than 1,000 people remain missing.
         Rebels seized 12 guards and 30 drones.
         The town saw the abduction of nine pupils.
         One of the guests entered the hall.",
        expect![[r#"
            The war led to the displacement of over 12 million people.
            displaced 12000000–… at_least unspecified “displacement of over 12 million people”
            More than 40,000 have crossed the border.
            displaced 40000–… at_least unspecified “More than 40,000 have crossed the border”
            The number of residents who have fled since May has surpassed 4.4 million.
            displaced 4400000–4400000 exact unspecified “fled since May has surpassed 4.4 million”
            Some 3,500 residents were moved to safety.
            displaced 3500–3500 about unspecified “Some 3,500 residents were moved to safety”
            More than 1,000 people remain missing.
            missing 1000–… at_least unspecified “More than 1,000 people remain missing”
            Rebels seized 12 guards and 30 drones.
            captured 12–12 exact unspecified “seized 12 guards”
            The town saw the abduction of nine pupils.
            captured 9–9 exact child “abduction of nine pupils”
            One of the guests entered the hall.
        "#]],
    );
}

#[test]
fn who_the_others_are_is_not_known() {
    check(
        "A man was killed and seven others were hurt.
         Raids across four major areas killed 50 people.
         The clinic treated over 170 people with gunshot and blast injuries.",
        expect![[r#"
            A man was killed and seven others were hurt.
            killed 1–1 exact man “A man was killed”
            injured 7–7 exact unspecified “seven others were hurt”
            Raids across four major areas killed 50 people.
            killed 50–50 exact unspecified “killed 50 people”
            The clinic treated over 170 people with gunshot and blast injuries.
            injured 170–… at_least unspecified “over 170 people with gunshot and blast injuries”
        "#]],
    );
}

#[test]
fn both_ends_of_what_is_said_are_kept() {
    check(
        "At least 15 and up to 25 villagers were killed.
         At least 18 and potentially more than 25 deaths were reported.
         Ten, possibly eleven, people were killed.
         Estimates of the dead ranged from 12 to 17.
         The toll was revised down to 12 from 14.
         12 people or more were killed.
         At least 12 people were killed and 40 houses burned.",
        expect![[r#"
            At least 15 and up to 25 villagers were killed.
            killed 15–… at_least unspecified “At least 15 and up to 25 villagers were killed”
            killed 0–25 at_most unspecified “up to 25 villagers were killed”
            At least 18 and potentially more than 25 deaths were reported.
            killed 18–… at_least unspecified “At least 18 and potentially more than 25 deaths”
            killed 25–… at_least unspecified “more than 25 deaths”
            Ten, possibly eleven, people were killed.
            killed 10–10 exact unspecified “Ten, possibly eleven, people were killed”
            killed 11–11 exact unspecified “eleven, people were killed”
            Estimates of the dead ranged from 12 to 17.
            killed 12–17 range unspecified “dead ranged from 12 to 17”
            The toll was revised down to 12 from 14.
            killed 12–12 exact unspecified “toll was revised down to 12”
            killed 14–14 exact unspecified earlier “toll was revised down to 12 from 14”
            12 people or more were killed.
            killed 12–… at_least unspecified “12 people or more were killed”
            At least 12 people were killed and 40 houses burned.
            killed 12–… at_least unspecified “At least 12 people were killed”
        "#]],
    );
}

#[test]
fn parts_may_be_bare_numbers() {
    check(
        "Ten people were injured, four critically.
         Ten people were injured, including four in critical condition.
         Of 28 people killed, 12 were children.
         Both men were killed.
         Both soldiers and villagers were hurt.
         Both of the women died.",
        expect![[r#"
            Ten people were injured, four critically.
            injured 10–10 exact unspecified “Ten people were injured”
            injured 4–4 exact unspecified part of 0 “Ten people were injured, four critically”
            Ten people were injured, including four in critical condition.
            injured 10–10 exact unspecified “Ten people were injured”
            injured 4–4 exact unspecified part of 0 “Ten people were injured, including four”
            Of 28 people killed, 12 were children.
            killed 28–28 exact unspecified “28 people killed”
            killed 12–12 exact child part of 0 “28 people killed, 12 were children”
            Both men were killed.
            killed 2–2 exact man “Both men were killed”
            Both soldiers and villagers were hurt.
            Both of the women died.
            killed 2–2 exact woman “Both of the women died”
        "#]],
    );
}

#[test]
fn tolls_are_told_in_many_ways() {
    check(
        "The raid brought to 45 the number of people killed since Monday.
         Another man died, which brings to 12 the deaths recorded since May.
         Two men were killed and a third was wounded.
         A third of the men were farmers.
         12 further people were wounded.
         The corpses of three men were found.
         At least 20 lives were lost.
         Of 30 tanks, 12 were lost.
         There have been 20 confirmed deaths.
         At least 20 villagers were documented as killed.
         The city of two million mourned its dead.",
        expect![[r#"
            The raid brought to 45 the number of people killed since Monday.
            killed 45–45 exact unspecified “45 the number of people killed”
            Another man died, which brings to 12 the deaths recorded since May.
            killed 1–1 exact man additional “Another man died”
            killed 12–12 exact unspecified “12 the deaths”
            Two men were killed and a third was wounded.
            killed 2–2 exact man “Two men were killed”
            injured 1–1 exact unspecified additional “a third was wounded”
            A third of the men were farmers.
            12 further people were wounded.
            injured 12–12 exact unspecified additional “12 further people were wounded”
            The corpses of three men were found.
            killed 3–3 exact man “corpses of three men”
            At least 20 lives were lost.
            killed 20–… at_least unspecified “At least 20 lives were lost”
            Of 30 tanks, 12 were lost.
            There have been 20 confirmed deaths.
            killed 20–20 exact unspecified “20 confirmed deaths”
            At least 20 villagers were documented as killed.
            killed 20–… at_least unspecified “At least 20 villagers were documented as killed”
            The city of two million mourned its dead.
        "#]],
    );
}

#[test]
fn what_is_done_to_others_is_not_done_to_these() {
    check(
        "Raiders killed about 1,200 people, mostly farmers, and took around 240 hostages.
         Raiders killed ten people in the market and robbed two men.
         The number of dead had reached 100 and more than 4,000 were wounded.
         The death toll rose by 28 to 232.
         Losses among the guards amounted to 58 people.
         Two Frenchmen, who work for a paper, were wounded.
         A couple and their son were killed.
         Two men were killed and five more received wounds of varying severity.",
        expect![[r#"
            Raiders killed about 1,200 people, mostly farmers, and took around 240 hostages.
            killed 1200–1200 about unspecified “killed about 1,200 people”
            captured 240–240 about unspecified “around 240 hostages”
            Raiders killed ten people in the market and robbed two men.
            killed 10–10 exact unspecified “killed ten people”
            The number of dead had reached 100 and more than 4,000 were wounded.
            killed 100–100 exact unspecified “number of dead had reached 100”
            injured 4000–… at_least unspecified “more than 4,000 were wounded”
            The death toll rose by 28 to 232.
            killed 232–232 exact unspecified “death toll rose by 28 to 232”
            Losses among the guards amounted to 58 people.
            killed 58–58 exact unspecified “Losses among the guards amounted to 58 people”
            Two Frenchmen, who work for a paper, were wounded.
            injured 2–2 exact unspecified “Two Frenchmen, who work for a paper, were wounded”
            A couple and their son were killed.
            killed 2–2 exact unspecified “A couple and their son were killed”
            killed 1–1 exact unspecified “their son were killed”
            Two men were killed and five more received wounds of varying severity.
            killed 2–2 exact man “Two men were killed”
            injured 5–5 exact man additional “five more received wounds”
        "#]],
    );
}
