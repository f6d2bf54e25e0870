//! Longer phrases: lists of names, parts of a whole, tables, words that befall the same people twice.

use expect_test::expect;

use super::check;

#[test]
fn a_plural_killed_and_injured_is_some_of_each() {
    check(
        "A number of villagers were killed and injured in the shelling.
         An unknown number of people, including a nurse, were injured and killed.
         A group of shepherds were reportedly injured and killed.
         The blast killed and injured several people.
         There was a “number of martyrs and wounded” at the clinic.
         Thirty people were killed and injured.
         Several people were killed or injured.
         A group of gunmen entered the town and killed nine guards.",
        expect![[r#"
            A number of villagers were killed and injured in the shelling.
            killed 2–… vague unspecified “A number of villagers were killed and injured”
            injured 2–… vague unspecified “A number of villagers were killed and injured”
            An unknown number of people, including a nurse, were injured and killed.
            killed 2–… vague unspecified “An unknown number of people, including a nurse, were injured and killed”
            injured 2–… vague unspecified “An unknown number of people, including a nurse, were injured and killed”
            killed 1–1 exact medic part of 0 “An unknown number of people, including a nurse, were injured and killed”
            A group of shepherds were reportedly injured and killed.
            killed 2–… vague unspecified “A group of shepherds were reportedly injured and killed”
            injured 2–… vague unspecified “A group of shepherds were reportedly injured and killed”
            The blast killed and injured several people.
            killed 2–… vague unspecified “killed and injured several people”
            injured 2–… vague unspecified “killed and injured several people”
            There was a “number of martyrs and wounded” at the clinic.
            killed 2–… vague unspecified “a “number of martyrs and wounded”
            injured 2–… vague unspecified “a “number of martyrs and wounded”
            Thirty people were killed and injured.
            casualties 30–30 exact unspecified “Thirty people were killed and injured”
            Several people were killed or injured.
            casualties 2–… vague unspecified “Several people were killed or injured”
            A group of gunmen entered the town and killed nine guards.
            killed 9–9 exact unspecified “killed nine guards”
        "#]],
    );
}

#[test]
fn people_named_one_by_one_before_their_verb_are_counted() {
    check(
        "At least three people – 37 year old reporter Kari Berg, her mother-in-law, 54 year old Ida Moe, and her \
             grandchild, were killed.
         Two brothers, 25-year-old Per Moe of Sund and 17-year-old Ola Moe, a pupil at the school by the quay who had \
             come home for the week, were also killed.
         Three Danish reporters – Per Moe, head of the agency, photographer Ola Moe (35), and Jon Moe (27) – were all \
             killed.
         Twenty members of the Moe family, including at least eight women, two of whom were pregnant, and at least \
             eight children and four men were killed.
         Two men, one of them a doctor, said that five women were killed.
         Two other farmers, who were accused of theft, have been shot to death.
         The other 31 members of his family killed were from the coast.
         Seven pupils, kidnapped by rebels, are still away.
         Three members of the group killed two guards.
         An attack by two gunmen on a rally, with 46 people still being treated, was condemned.
         Two sisters and their mother killed in raid",
        expect![[r#"
            At least three people – 37 year old reporter Kari Berg, her mother-in-law, 54 year old Ida Moe, and her grandchild, were killed.
            killed 3–… at_least unspecified “At least three people – 37 year old reporter Kari Berg, her mother-in-law, 54 year old Ida Moe, and her grandchild, were killed”
            killed 1–1 exact woman “her mother-in-law, 54 year old Ida Moe, and her grandchild, were killed”
            Two brothers, 25-year-old Per Moe of Sund and 17-year-old Ola Moe, a pupil at the school by the quay who had come home for the week, were also killed.
            killed 2–2 exact unspecified “Two brothers, 25-year-old Per Moe of Sund and 17-year-old Ola Moe, a pupil at the school by the quay who had come home for the week, were also killed”
            killed 1–1 exact unspecified “a pupil at the school by the quay who had come home for the week, were also killed”
            Three Danish reporters – Per Moe, head of the agency, photographer Ola Moe (35), and Jon Moe (27) – were all killed.
            killed 3–3 exact journalist “Three Danish reporters – Per Moe, head of the agency, photographer Ola Moe (35), and Jon Moe (27) – were all killed”
            Twenty members of the Moe family, including at least eight women, two of whom were pregnant, and at least eight children and four men were killed.
            killed 20–20 exact unspecified “Twenty members of the Moe family, including at least eight women, two of whom were pregnant, and at least eight children and four men were killed”
            killed 8–… at_least woman part of 0 “Twenty members of the Moe family, including at least eight women, two of whom were pregnant, and at least eight children and four men were killed”
            killed 2–2 exact unspecified part of 0 “Twenty members of the Moe family, including at least eight women, two of whom were pregnant, and at least eight children and four men were killed”
            killed 8–… at_least child “at least eight children and four men were killed”
            killed 4–4 exact man “four men were killed”
            Two men, one of them a doctor, said that five women were killed.
            killed 5–5 exact woman “five women were killed”
            Two other farmers, who were accused of theft, have been shot to death.
            killed 2–2 exact unspecified “Two other farmers, who were accused of theft, have been shot to death”
            The other 31 members of his family killed were from the coast.
            killed 31–31 exact unspecified “31 members of his family killed”
            Seven pupils, kidnapped by rebels, are still away.
            captured 7–7 exact child “Seven pupils, kidnapped”
            Three members of the group killed two guards.
            killed 2–2 exact unspecified “killed two guards”
            An attack by two gunmen on a rally, with 46 people still being treated, was condemned.
            injured 46–46 exact unspecified “46 people still being treated”
            Two sisters and their mother killed in raid
            killed 2–2 exact unspecified “Two sisters and their mother killed”
            killed 1–1 exact woman “their mother killed”
        "#]],
    );
}

#[test]
fn who_was_among_the_dead_is_a_part() {
    check(
        "Among those killed were a teacher and his two sons.
         Among the victims were also three men.
         The victims of the attack included three children, five women and two men.
         The dead include a clerk and two guests.
         Two guards were among the dead.
         Also killed in the strike were Kari Berg and her two daughters.
         Of the dead, nine were women.
         Slain cleric Per Moe was known as the heir of Ola Moe, a preacher.
         The town included two schools and five churches.",
        expect![[r#"
            Among those killed were a teacher and his two sons.
            killed 1–1 exact unspecified part of an earlier one “killed were a teacher”
            killed 2–2 exact unspecified part of an earlier one “killed were a teacher and his two sons”
            Among the victims were also three men.
            killed 3–3 exact man part of an earlier one “victims were also three men”
            The victims of the attack included three children, five women and two men.
            killed 3–3 exact child part of an earlier one “victims of the attack included three children”
            killed 5–5 exact woman part of an earlier one “victims of the attack included three children, five women”
            killed 2–2 exact man part of an earlier one “victims of the attack included three children, five women and two men”
            The dead include a clerk and two guests.
            killed 2–2 exact unspecified part of an earlier one “dead include a clerk and two guests”
            Two guards were among the dead.
            killed 2–2 exact unspecified part of an earlier one “Two guards were among the dead”
            Also killed in the strike were Kari Berg and her two daughters.
            killed 2–2 exact unspecified “killed in the strike were Kari Berg and her two daughters”
            Of the dead, nine were women.
            killed 9–9 exact woman part of an earlier one “dead, nine were women”
            Slain cleric Per Moe was known as the heir of Ola Moe, a preacher.
            The town included two schools and five churches.
        "#]],
    );
}

#[test]
fn those_who_belong_to_a_name_are_counted() {
    check(
        "The paper confirmed the deaths of Kari Berg and her three children.
         The murder of Kari Berg and two of her guards was condemned.
         Four of Per’s siblings were also killed.
         Between three and four of Kari Berg’s grandchildren were killed.
         The shell killed Per Moe, the brother of Kari Berg, and his wife Ida, along with their four children.
         The bomber killed himself, two other bombers and six people.
         Gunmen broke in, killing him, his wife, two sons and a daughter.
         The names of 14 family members who were killed were read out.
         Five people of one family were killed.
         Shelling kills mother and two children",
        expect![[r#"
            The paper confirmed the deaths of Kari Berg and her three children.
            killed 3–3 exact child “deaths of Kari Berg and her three children”
            The murder of Kari Berg and two of her guards was condemned.
            killed 2–2 exact unspecified “murder of Kari Berg and two of her guards”
            Four of Per’s siblings were also killed.
            killed 4–4 exact unspecified “Four of Per’s siblings were also killed”
            Between three and four of Kari Berg’s grandchildren were killed.
            killed 3–4 range unspecified “Between three and four of Kari Berg’s grandchildren were killed”
            The shell killed Per Moe, the brother of Kari Berg, and his wife Ida, along with their four children.
            killed 4–4 exact child “killed Per Moe, the brother of Kari Berg, and his wife Ida, along with their four children”
            The bomber killed himself, two other bombers and six people.
            killed 2–2 exact unspecified “killed himself, two other bombers”
            killed 6–6 exact unspecified “killed himself, two other bombers and six people”
            Gunmen broke in, killing him, his wife, two sons and a daughter.
            killed 1–1 exact woman “killing him, his wife”
            killed 2–2 exact unspecified “killing him, his wife, two sons”
            killed 1–1 exact unspecified “killing him, his wife, two sons and a daughter”
            The names of 14 family members who were killed were read out.
            killed 14–14 exact unspecified “14 family members who were killed”
            Five people of one family were killed.
            killed 5–5 exact unspecified “Five people of one family were killed”
            Shelling kills mother and two children
            killed 2–2 exact child “kills mother and two children”
        "#]],
    );
}

#[test]
fn what_befell_them_last_or_beside_is_told_apart() {
    check(
        "The strike killed five Danish refugees and wounded ten.
         The bodies of eight villagers abducted in May were found.
         The shell killed 20 people, including 14 members of one family, and one child was reportedly injured.
         Rebels lined up 30 men and shot them dead.
         A guard was killed and a number of villagers and medics injured by the blast.
         The raid killed five women and, which nobody had been told, came without warning.
         The raid, which came without warning, killed five women.",
        expect![[r#"
            The strike killed five Danish refugees and wounded ten.
            killed 5–5 exact unspecified “killed five Danish refugees”
            injured 10–10 exact unspecified “wounded ten”
            The bodies of eight villagers abducted in May were found.
            killed 8–8 exact unspecified “bodies of eight villagers”
            The shell killed 20 people, including 14 members of one family, and one child was reportedly injured.
            killed 20–20 exact unspecified “killed 20 people”
            killed 14–14 exact unspecified part of 0 “killed 20 people, including 14 members”
            injured 1–1 exact child “one child was reportedly injured”
            Rebels lined up 30 men and shot them dead.
            killed 30–30 exact man “30 men and shot them dead”
            A guard was killed and a number of villagers and medics injured by the blast.
            killed 1–1 exact unspecified “A guard was killed”
            injured 2–… vague unspecified “a number of villagers and medics injured”
            The raid killed five women and, which nobody had been told, came without warning.
            killed 5–5 exact woman “killed five women”
            The raid, which came without warning, killed five women.
            killed 5–5 exact woman “killed five women”
        "#]],
    );
}

#[test]
fn wounds_are_told_in_many_ways() {
    check(
        "Six people were taken to the clinic with burns.
         Four people have bullet wounds.
         The hospital received 60 injuries.
         The strike inflicted injuries of various degrees on the other 12 members of the crew.
         The blast killed a man, causing injuries to others.
         The shelling led to nine deaths and other injuries.
         The raid led to the injury of many health personnel.
         He has had several wounds.",
        expect![[r#"
            Six people were taken to the clinic with burns.
            injured 6–6 exact unspecified “Six people were taken to the clinic with burns”
            Four people have bullet wounds.
            injured 4–4 exact unspecified “Four people have bullet wounds”
            The hospital received 60 injuries.
            injured 60–60 exact unspecified “60 injuries”
            The strike inflicted injuries of various degrees on the other 12 members of the crew.
            injured 12–12 exact unspecified “inflicted injuries of various degrees on the other 12 members”
            The blast killed a man, causing injuries to others.
            killed 1–1 exact man “killed a man”
            injured 2–… vague unspecified “causing injuries to others”
            The shelling led to nine deaths and other injuries.
            killed 9–9 exact unspecified “nine deaths”
            injured 2–… vague unspecified “other injuries”
            The raid led to the injury of many health personnel.
            injured 2–… vague medic “injury of many health personnel”
            He has had several wounds.
        "#]],
    );
}

#[test]
fn figures_stand_in_lists_and_behind_signs() {
    check(
        "Death toll in quay fire rises to more than 70 - minister
         Quay fire death toll passes 70
         Another body was found, bringing the grim count to 33.
         Casualties from the shelling of the two towns have risen to 11.
         The port now puts the total killed at 322.
         The dead, 14 in all, were buried on Friday.
         The injured, numbering about 40, were taken away.
         Killed: 14 Injured: 30
         (5) martyrs were found.
         The raid wounded “a number of villagers”.
         The raid killed “dozens of people in the camp”.
         16 ethnic Sami are feared dead.
         14 KIA and 30 WIA were reported.
         Seven sailors drowned.",
        expect![[r#"
            Death toll in quay fire rises to more than 70 - minister
            killed 70–… at_least unspecified “Death toll in quay fire rises to more than 70”
            Quay fire death toll passes 70
            killed 70–70 exact unspecified “death toll passes 70”
            Another body was found, bringing the grim count to 33.
            killed 33–33 exact unspecified “grim count to 33”
            Casualties from the shelling of the two towns have risen to 11.
            casualties 11–11 exact unspecified “Casualties from the shelling of the two towns have risen to 11”
            The port now puts the total killed at 322.
            killed 322–322 exact unspecified “killed at 322”
            The dead, 14 in all, were buried on Friday.
            killed 14–14 exact unspecified “dead, 14”
            The injured, numbering about 40, were taken away.
            injured 40–40 about unspecified “injured, numbering about 40”
            Killed: 14 Injured: 30
            killed 14–14 exact unspecified “Killed: 14”
            injured 30–30 exact unspecified “Injured: 30”
            (5) martyrs were found.
            killed 5–5 exact unspecified “5) martyrs”
            The raid wounded “a number of villagers”.
            injured 2–… vague unspecified “wounded “a number of villagers”
            The raid killed “dozens of people in the camp”.
            killed 24–… vague unspecified “killed “dozens of people”
            16 ethnic Sami are feared dead.
            killed 16–16 exact unspecified “16 ethnic Sami are feared dead”
            14 KIA and 30 WIA were reported.
            killed 14–14 exact unspecified “14 KIA”
            injured 30–30 exact unspecified “30 WIA”
            Seven sailors drowned.
            killed 7–7 exact military “Seven sailors drowned”
        "#]],
    );
}
