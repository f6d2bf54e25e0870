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
