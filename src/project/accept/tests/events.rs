//! Articles and what is accepted of them in, the incidents that it lands in out.

use expect_test::expect;

use super::check;

#[test]
fn what_several_articles_tell_of_the_same_offensive_is_about_one_incident() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-21 12:00
article c.txt | Kurier | 2023-10-25 12:00
note n0 a.txt "Chad launched an offensive in Libya on Tuesday."
note n1 a.txt "At least 12 people were killed, the Libyan government said."
note n2 a.txt "Two miners died when a mine went off."
note n3 a.txt "Norway condemned the attack."
note n10 a.txt "Chad announced that one man had been killed, and accused Libya of murder."
note n4 a.txt "Mali denounced the closing of its border by Chad."
note n5 a.txt "Chad accused Libya of killing two of its soldiers."
note n6 b.txt "The Chadian army has begun a military operation."
note n7 b.txt "The Libyan government counted 14 dead."
article d.txt | Kurier | 2023-09-22 12:00
note n11 d.txt "A ceasefire took hold. Chad spoke of success, Libya of relief, and both of the operation."
note n12 d.txt "Sweden condemned the operation."
note n8 c.txt "Chad launched an offensive in Libya."
note n9 c.txt "Three people were killed, the Libyan government said."
"#,
        &["*"],
        expect![[r#"
            killed 12, by Libya, in the offensive in Libya
            killed 2, in mine explosions
            Norway condemn, by Norway, in the offensive in Libya
            Chad condemn, by Chad
            killed 1, by Chad, in the offensive in Libya
            Mali condemn, by Mali
            Chad condemn, by Chad
            killed 2, by Chad
            killed 14, by Libya, in the offensive in Libya
            killed 3, by Libya, in the offensive in Libya (25 October 2023)
            Sweden condemn, by Sweden, in the offensive in Libya
            Libya []
            Norway []
            Chad []
            Mali []
            Sweden []
        "#]],
    );
}

#[test]
fn an_incident_of_the_project_is_kept_to_and_no_other_made() {
    let case = |incident: &str| {
        format!(
            r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
{incident}
incident the flood
note n0 a.txt "Chad launched an attack in Libya on Tuesday."
note n1 a.txt "At least 12 people were killed, the Libyan government said."
"#
        )
    };
    check(
        &case("incident the offensive in Libya"),
        &["*"],
        expect![[r#"
        killed 12, by Libya, in the offensive in Libya
        Libya []
    "#]],
    );
    check(
        &case("incident the fire"),
        &["*"],
        expect![[r#"
        killed 12, by Libya
        Libya []
    "#]],
    );
}

#[test]
fn accepting_one_by_one_lands_where_accepting_all_does() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Chad launched an offensive in Libya on Tuesday."
note n1 a.txt "Mali denounced the closing of its border by Chad."
note n2 a.txt "At least 12 people were killed, the Libyan government said."
note n3 a.txt "The blast injured 30, the Libyan government said."
"#,
        &["condemn Mali", "killed 12", "injured 30"],
        expect![[r#"
            Mali condemn, by Mali
            killed 12, by Libya, in the offensive in Libya
            injured 30, by Libya, in the offensive in Libya
            Chad []
            Mali []
            Libya []
        "#]],
    );
}

#[test]
fn what_stands_for_an_actor_in_its_sentence_is_no_name_of_it() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Chad spoke. The Ministry of Defence condemned the attack."
note n1 a.txt "The Chadian Prime Minister condemned the raid."
note n2 a.txt "The Chadian Foreign Ministry condemned the shelling."
note n3 a.txt "The war goes on. Its Ministry of Defence condemned Norway and Sweden."
note n4 a.txt "President Emmanuel Macron of France condemned the strike."
"#,
        &["*"],
        expect![[r#"
            The Ministry of Defence condemn, by Chad
            The Chadian Prime Minister condemn, by Chad
            The Chadian Foreign Ministry condemn, by Chad
            Its Ministry of Defence condemn
            President Emmanuel Macron of France condemn, by Emmanuel Macron
            Chad ["Chadian Foreign Ministry"]
            Norway []
            France []
            Emmanuel Macron []
        "#]],
    );
}

#[test]
fn an_accepted_suggestion_lands_in_the_incident_that_a_form_would_propose() {
    let case = |more: &str| {
        format!(
            r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-20 12:00
{more}
note n0 a.txt "At least 12 people were killed in the town."
note n1 a.txt "A mine explosion killed six civilians."
note n2 b.txt "Norway condemned the attack."
"#
        )
    };
    // None is known, so only what is named is made.
    check(
        &case(""),
        &["*"],
        expect![[r#"
        killed 12
        killed 6, in mine explosions
        Norway condemn, by Norway
        Norway []
    "#]],
    );
    check(
        &case("incident the raid"),
        &["*"],
        expect![[r#"
        killed 12, in the raid
        killed 6, in mine explosions
        Norway condemn, by Norway, in the raid
        Norway []
    "#]],
    );
    check(
        &case("incident the raid\nincident the flood"),
        &["*"],
        expect![[r#"
        killed 12
        killed 6, in mine explosions
        Norway condemn, by Norway
        Norway []
    "#]],
    );
    let most = r#"incident the raid
claim c1 a.txt killed 1 in the flood "One died."
claim c2 b.txt killed 2 in the raid "Two died."
claim c3 b.txt killed 3 in the raid "Three died."
claim c4 b.txt killed 4 "Four died.""#;
    check(
        &case(most),
        &["killed 12, killed 6 civilian, condemn Norway"],
        expect![[r#"
        killed 1, in the flood
        killed 2, in the raid
        killed 3, in the raid
        killed 4
        killed 12, in the flood
        killed 6, in mine explosions
        Norway condemn, by Norway, in the raid
        Norway []
    "#]],
    );
}

#[test]
fn what_was_found_to_be_about_another_event_does_not_draw_the_main_one_to_it() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n1 a.txt "A mine explosion killed six civilians."
note n2 a.txt "The shelling killed 40 people, the mayor said."
"#,
        &["killed 6 civilian", "killed 40"],
        expect![[r#"
            killed 6, in mine explosions
            killed 40
        "#]],
    );
}

#[test]
fn reports_that_a_third_shows_to_be_of_one_event_are_brought_together() {
    check(
        r#"
article a.txt | Meridian Wire
article b.txt | Kurier | 2023-09-20 12:00
article c.txt | Lantern | 2023-09-21 12:00
article d.txt | Lantern | 2023-09-22 12:00
article e.txt | Ledger | 2023-09-24 12:00
note n0 a.txt "Chad launched an attack in Libya. Two died."
note n1 b.txt "Chad launched an attack. Three died."
note n2 c.txt "Chad began an offensive in Libya. Four died."
note n3 d.txt "Sudan launched an attack in Mali. Five died."
note n4 e.txt "Sudan launched an attack in Mali. Six died."
"#,
        &["*"],
        expect![[r#"
            killed 2, in the attack in Libya
            killed 3, in the attack in Libya
            killed 4, in the attack in Libya
            killed 5, in the attack in Mali
            killed 6, in the attack in Mali (24 September 2023)
        "#]],
    );
}
