//! Sentences in, stances out: who holds which position towards whom, and what is no position at all.

use super::*;

/// Each sentence with what is found in it, as an article of its own.
pub(super) fn each(sentences: &[&str], expect: Expect) {
    let mut all = String::new();
    for text in sentences {
        let article = article(text);
        let found = suggest(&article, Gazetteer::bundled(), &Context::default());
        let stances: Vec<_> =
            found.into_iter().filter(|it| matches!(it.found, Found::Stance(_))).collect();
        all.push_str(&format!("{text}\n"));
        for line in show(&article, &stances).lines() {
            all.push_str(&format!("    {}\n", line.trim_end()));
        }
    }
    expect.assert_eq(&all);
}

#[test]
fn a_deed_is_given_a_name() {
    each(
        &[
            "Norway called the raid a barbaric crime.",
            "Sudan described the decision of Chad as legitimate.",
            "Mali has labelled the vote illegal.",
            "Kenya holds Rwanda responsible for the shelling.",
            "Georgia’s opposition called the election a farce.",
            "Tehran slammed what it called a blatant act of aggression.",
            "The Kremlin’s spokesman, Dmitry Peskov, said the actions of Chad were legal and justified.",
            "Lebanon’s Hezbollah praised the attack as heroic.",
        ],
        expect![[r#"
            Norway called the raid a barbaric crime.
                Norway condemn the raid
            Sudan described the decision of Chad as legitimate.
                Sudan support the decision of Chad
            Mali has labelled the vote illegal.
                Mali condemn the vote
            Kenya holds Rwanda responsible for the shelling.
                Kenya condemn Rwanda
            Georgia’s opposition called the election a farce.
                Georgia’s opposition condemn the election
            Tehran slammed what it called a blatant act of aggression.
                Tehran condemn a blatant act of aggression
            The Kremlin’s spokesman, Dmitry Peskov, said the actions of Chad were legal and justified.
                Dmitry Peskov support
            Lebanon’s Hezbollah praised the attack as heroic.
                Lebanon’s Hezbollah support the attack
        "#]],
    );
}

#[test]
fn lists_passives_and_papers_lead_to_all_who_act() {
    each(
        &[
            "The raid was strongly condemned in a joint statement by Sweden, Finland and Norway.",
            "The truce was brokered by Egypt and Qatar.",
            "The raid, condemned by Norway, killed three soldiers.",
            "Backed by Turkey, Libya retook the town.",
            "The ministry issued a statement condemning the raid.",
            "The UN Security Council failed to agree on a statement condemning the raid.",
            "France, Germany and Italy, in a joint statement, condemned “in the strongest terms” the strikes on the port.",
            "Brussels and Washington have both expressed support for Moldova.",
            "Armenia and Azerbaijan blamed each other for the clashes.",
            "The attack drew condemnation from the United States and the European Union.",
        ],
        expect![[r#"
            The raid was strongly condemned in a joint statement by Sweden, Finland and Norway.
                Sweden condemn The raid
                Finland condemn The raid
                Norway condemn The raid
            The truce was brokered by Egypt and Qatar.
                Egypt mediate The truce
                Qatar mediate The truce
            The raid, condemned by Norway, killed three soldiers.
                Norway condemn The raid
            Backed by Turkey, Libya retook the town.
                Turkey support
            The ministry issued a statement condemning the raid.
                The ministry condemn the raid
            The UN Security Council failed to agree on a statement condemning the raid.
            France, Germany and Italy, in a joint statement, condemned “in the strongest terms” the strikes on the port.
                France condemn the strikes
                Germany condemn the strikes
                Italy condemn the strikes
            Brussels and Washington have both expressed support for Moldova.
                Brussels support Moldova
                Washington support Moldova
            Armenia and Azerbaijan blamed each other for the clashes.
                Armenia condemn Azerbaijan
                Azerbaijan condemn Armenia
            The attack drew condemnation from the United States and the European Union.
                the United States condemn
                the European Union condemn
        "#]],
    );
}

#[test]
fn arms_recognition_and_pacts_are_support() {
    each(
        &[
            "Iran sent weapons to Sudan.",
            "Poland pledged $100 million in military aid to Ukraine.",
            "Mexico and Canada signed a defence pact.",
            "Chad and Sudan signed a ceasefire agreement.",
            "Kosovo recognised the independence of Palestine.",
            "Poland and Lithuania pledged support for Ukraine.",
            "Spain expressed its solidarity with Morocco after the earthquake.",
            "The United Arab Emirates, which supports the RSF, denied sending weapons.",
        ],
        expect![[r#"
            Iran sent weapons to Sudan.
                Iran support Sudan
            Poland pledged $100 million in military aid to Ukraine.
                Poland support Ukraine
            Mexico and Canada signed a defence pact.
                Mexico support Canada
                Canada support Mexico
            Chad and Sudan signed a ceasefire agreement.
            Kosovo recognised the independence of Palestine.
                Kosovo support Palestine
            Poland and Lithuania pledged support for Ukraine.
                Poland support Ukraine
                Lithuania support Ukraine
            Spain expressed its solidarity with Morocco after the earthquake.
                Spain support Morocco
            The United Arab Emirates, which supports the RSF, denied sending weapons.
                The United Arab Emirates support the RSF
        "#]],
    );
}

#[test]
fn words_in_quotation_marks_are_their_speaker_s() {
    each(
        &[
            "“The use of force is unacceptable,” said the State Department.",
            "“These are legitimate concerns,” Ana Gomez told reporters.",
            "“We stand with Ukraine,” Canadian Prime Minister Justin Trudeau wrote.",
            "Trudeau, in a tweet, said Canada stands by Ukraine.",
            "“We condemn this cowardly attack,” the ministry said in a statement. “We stand with the people of Mali.”",
            "The White House said Israel had a right to defend itself.",
            "The government said the rebels were responsible for the massacre.",
            "Chad said the blast was caused by a rocket fired by Sudan.",
        ],
        expect![[r#"
            “The use of force is unacceptable,” said the State Department.
                the State Department condemn The use of force
            “These are legitimate concerns,” Ana Gomez told reporters.
                Ana Gomez support
            “We stand with Ukraine,” Canadian Prime Minister Justin Trudeau wrote.
                Canadian Prime Minister Justin Trudeau support Ukraine
            Trudeau, in a tweet, said Canada stands by Ukraine.
                Canada support Ukraine
            “We condemn this cowardly attack,” the ministry said in a statement. “We stand with the people of Mali.”
                the ministry condemn this cowardly attack
                the ministry support the people of Mali
            The White House said Israel had a right to defend itself.
                The White House support Israel
            The government said the rebels were responsible for the massacre.
                The government condemn the rebels
            Chad said the blast was caused by a rocket fired by Sudan.
                Chad condemn a rocket fired by Sudan
        "#]],
    );
}

#[test]
fn a_list_after_by_goes_on() {
    each(
        &[
            "The raid was condemned by Norway, through Gro Berg, its envoy, and through Ana Gomez; by Kenya; and by Ghana.",
            "The raid was condemned by a number of capitals: the EU through Gro Berg, Norway, or Kenya; Ghana through its envoy.",
        ],
        expect![[r#"
            The raid was condemned by Norway, through Gro Berg, its envoy, and through Ana Gomez; by Kenya; and by Ghana.
                Norway condemn The raid
                Gro Berg condemn The raid
                Ana Gomez condemn The raid
                Kenya condemn The raid
                Ghana condemn The raid
            The raid was condemned by a number of capitals: the EU through Gro Berg, Norway, or Kenya; Ghana through its envoy.
                the EU condemn The raid
                Gro Berg condemn The raid
                Norway condemn The raid
                Kenya condemn The raid
                Ghana condemn The raid
        "#]],
    );
}

#[test]
fn reasons_and_sides_are_support() {
    each(
        &[
            "Chad said it launched the raid in response to mortar fire.",
            "Chad presents the raid as its answer to mortar fire.",
            "Chad replied that its raid was lawful.",
            "Norway said the raid was not lawful.",
            "Norway took Chad’s side.",
            "Norway said in response to a question that it was raining.",
            "Norway supports the steps taken by Chad.",
            "Norway took the steps it considers necessary.",
            "To the Norwegian foreign ministry the raid is an act of ethnic cleansing.",
        ],
        expect![[r#"
            Chad said it launched the raid in response to mortar fire.
                Chad support
            Chad presents the raid as its answer to mortar fire.
                Chad support the raid
            Chad replied that its raid was lawful.
                Chad support its raid
            Norway said the raid was not lawful.
            Norway took Chad’s side.
                Norway support Chad’s side
            Norway said in response to a question that it was raining.
            Norway supports the steps taken by Chad.
                Norway support the steps taken by Chad
            Norway took the steps it considers necessary.
            To the Norwegian foreign ministry the raid is an act of ethnic cleansing.
                the Norwegian foreign ministry condemn the raid
        "#]],
    );
}

#[test]
fn states_that_agree_to_act_together_stand_together() {
    each(
        &[
            "Norway and Kenya signed 12 economic agreements on Monday.",
            "Norwegian and Kenyan troops have agreed to hold a joint exercise.",
            "Norway and Kenya have signed an agreement to end a trade war.",
            "Norway and Kenya signed an agreement to end the war.",
            "Norway awarded the Order of Merit to Ana Gomez.",
            "Norway awarded damages to Ana Gomez.",
            "OSLO (Reuters) -- Norway’s king called Ana Gomez on Monday to express his support for Kenya.",
        ],
        expect![[r#"
            Norway and Kenya signed 12 economic agreements on Monday.
                Norway support Kenya
                Kenya support Norway
            Norwegian and Kenyan troops have agreed to hold a joint exercise.
                Norwegian support Kenyan troops
                Kenyan troops support Norwegian
            Norway and Kenya have signed an agreement to end a trade war.
                Norway support Kenya
                Kenya support Norway
            Norway and Kenya signed an agreement to end the war.
            Norway awarded the Order of Merit to Ana Gomez.
                Norway support Ana Gomez
            Norway awarded damages to Ana Gomez.
            OSLO (Reuters) -- Norway’s king called Ana Gomez on Monday to express his support for Kenya.
                Norway’s king support Kenya
        "#]],
    );
}

#[test]
fn a_body_that_speaks_through_a_person_and_a_position_of_last_week() {
    each(
        &[
            "Norway, through its minister Ana Gomez, condemned the raid.",
            "Ana Gomez complained last week that Chad had broken its word, and she accused Mali.",
            "Norway condemned the raid that Chad had planned since last week, and more.",
            "In an interview last month, Ana Gomez spoke of the border. She accused Chad of lies.",
        ],
        expect![[r#"
            Norway, through its minister Ana Gomez, condemned the raid.
                Ana Gomez condemn the raid
            Ana Gomez complained last week that Chad had broken its word, and she accused Mali.
                Ana Gomez condemn Chad, past
                Ana Gomez condemn Mali
            Norway condemned the raid that Chad had planned since last week, and more.
                Norway condemn the raid
            In an interview last month, Ana Gomez spoke of the border. She accused Chad of lies.
                Ana Gomez condemn Chad, past
        "#]],
    );
}
