//! Sentences in, stances out: who holds which position towards whom, and what is no position at all.

use super::*;

/// Each sentence with what is found in it, as an article of its own.
fn each(sentences: &[&str], expect: Expect) {
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
fn titles_and_offices_stand_for_persons_and_states() {
    each(
        &[
            "Ana Gomez, the foreign minister of Peru, condemned the strike.",
            "The Élysée denounced the attack, the Quai d’Orsay said on Monday.",
            "Downing Street welcomed the operation and promised Chad its full support.",
            "Speaking in Cairo, the Turkish foreign minister, Hakan Fidan, blamed Israel for the collapse of the talks.",
            "The Kremlin’s spokesman, Dmitry Peskov, said the actions of Chad were legal and justified.",
            "EU foreign policy chief Josep Borrell urged both sides to show restraint.",
            "Kenya’s president, William Ruto, has urged the warring sides in Sudan to cease hostilities.",
            "Iran’s foreign ministry spokesman Nasser Kanaani strongly condemned the “terrorist attack” in Kabul.",
            "Niger’s junta denounced “the aggression of France”.",
            "The prime minister of Ethiopia, Abiy Ahmed, hailed the agreement as a victory for peace.",
        ],
        expect![[r#"
            Ana Gomez, the foreign minister of Peru, condemned the strike.
                Ana Gomez condemn the strike
            The Élysée denounced the attack, the Quai d’Orsay said on Monday.
                The Élysée condemn the attack
            Downing Street welcomed the operation and promised Chad its full support.
                Downing Street support Chad
            Speaking in Cairo, the Turkish foreign minister, Hakan Fidan, blamed Israel for the collapse of the talks.
                Hakan Fidan condemn Israel
            The Kremlin’s spokesman, Dmitry Peskov, said the actions of Chad were legal and justified.
                Dmitry Peskov support
            EU foreign policy chief Josep Borrell urged both sides to show restraint.
                EU foreign policy chief Josep Borrell mediate
            Kenya’s president, William Ruto, has urged the warring sides in Sudan to cease hostilities.
                William Ruto mediate
            Iran’s foreign ministry spokesman Nasser Kanaani strongly condemned the “terrorist attack” in Kabul.
                Iran’s foreign ministry spokesman Nasser Kanaani condemn the “terrorist attack”
            Niger’s junta denounced “the aggression of France”.
                Niger’s junta condemn the aggression of France
            The prime minister of Ethiopia, Abiy Ahmed, hailed the agreement as a victory for peace.
                Abiy Ahmed support the agreement
        "#]],
    );
}

#[test]
fn negation_and_refusal_take_no_position() {
    each(
        &[
            "Sweden refused to condemn the raid.",
            "Norway neither condemned nor supported the raid.",
            "Ghana, which did not attend the meeting, condemned the raid.",
            "Spain has not condemned the raid, but it criticised the blockade.",
            "Washington has sided neither with Chad nor with Sudan.",
            "Chad denies committing war crimes.",
            "Rwanda rejected the accusations.",
            "Uganda rejected a proposal to host the summit.",
            "Rwanda rejected the report as a baseless fabrication.",
        ],
        expect![[r#"
            Sweden refused to condemn the raid.
            Norway neither condemned nor supported the raid.
            Ghana, which did not attend the meeting, condemned the raid.
                Ghana condemn the raid
            Spain has not condemned the raid, but it criticised the blockade.
                Spain condemn the blockade
            Washington has sided neither with Chad nor with Sudan.
            Chad denies committing war crimes.
            Rwanda rejected the accusations.
            Uganda rejected a proposal to host the summit.
            Rwanda rejected the report as a baseless fabrication.
                Rwanda condemn the report
        "#]],
    );
}

#[test]
fn a_settlement_is_asked_for_or_worked_at() {
    each(
        &[
            "The United Nations urged Chad and Sudan to stop fighting.",
            "Qatar, which has mediated in the past, offered to host talks.",
            "Egypt brokered a truce between the two sides.",
            "Japan said it was deeply concerned and called for restraint.",
            "India renewed its call for an immediate ceasefire.",
            "Russia rejected French calls for a ceasefire.",
            "Germany called on Russia and Ukraine to resume talks.",
            "The fighting must stop immediately, the African Union said.",
            "With mediation from Oman, the two sides exchanged prisoners.",
            "Egypt and Qatar are mediating between Israel and Hamas.",
            "A Qatari-mediated truce expired on Friday.",
            "US envoy Amos Lee arrived in Beirut to mediate between the parties.",
            "The Vatican said it was ready to mediate.",
            "Switzerland offered its good offices.",
            "Serbia took part in the peace talks in Geneva.",
            "Serbia called for reforms and new elections.",
            "Ten years ago, Norway mediated between the two sides.",
        ],
        expect![[r#"
            The United Nations urged Chad and Sudan to stop fighting.
                The United Nations mediate
            Qatar, which has mediated in the past, offered to host talks.
                Qatar mediate , past
                Qatar mediate
            Egypt brokered a truce between the two sides.
                Egypt mediate a truce
            Japan said it was deeply concerned and called for restraint.
                Japan mediate
            India renewed its call for an immediate ceasefire.
                India mediate
            Russia rejected French calls for a ceasefire.
            Germany called on Russia and Ukraine to resume talks.
                Germany mediate
            The fighting must stop immediately, the African Union said.
                the African Union mediate
            With mediation from Oman, the two sides exchanged prisoners.
                Oman mediate
            Egypt and Qatar are mediating between Israel and Hamas.
                Egypt mediate Israel and Hamas
                Qatar mediate Israel and Hamas
            A Qatari-mediated truce expired on Friday.
                Qatari mediate
            US envoy Amos Lee arrived in Beirut to mediate between the parties.
                Amos Lee mediate the parties
            The Vatican said it was ready to mediate.
                The Vatican mediate
            Switzerland offered its good offices.
                Switzerland mediate
            Serbia took part in the peace talks in Geneva.
            Serbia called for reforms and new elections.
            Ten years ago, Norway mediated between the two sides.
                Norway mediate the two sides, past
        "#]],
    );
}

#[test]
fn demands_that_one_side_stop_blame_it() {
    each(
        &[
            "Sudan must withdraw its troops from the town, the African Union said.",
            "Germany and France called on Russia to withdraw its forces.",
            "Ukraine demanded that Russia leave Crimea.",
            "The bloc’s foreign ministers called on Rwanda to withdraw its troops and stop supporting the rebels.",
            "Sweden should condemn the raid, a newspaper wrote.",
        ],
        expect![[r#"
            Sudan must withdraw its troops from the town, the African Union said.
                the African Union condemn Sudan
            Germany and France called on Russia to withdraw its forces.
                Germany condemn Russia
                France condemn Russia
            Ukraine demanded that Russia leave Crimea.
                Ukraine condemn Russia
            The bloc’s foreign ministers called on Rwanda to withdraw its troops and stop supporting the rebels.
                The bloc’s foreign ministers condemn Rwanda
            Sweden should condemn the raid, a newspaper wrote.
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
fn crowds_and_critics_are_actors_without_a_name() {
    each(
        &[
            "Protesters gathered outside the embassy to denounce the silence of Russia.",
            "Thousands of protesters marched through Tbilisi to denounce the law.",
            "Local residents blame the army for the deaths.",
            "Critics of the Kremlin say the war is a disaster.",
            "Critics have accused Erdogan of authoritarianism.",
            "The opposition accused the government of Ana Gomez of betrayal.",
        ],
        expect![[r#"
            Protesters gathered outside the embassy to denounce the silence of Russia.
                Protesters condemn the silence of Russia
            Thousands of protesters marched through Tbilisi to denounce the law.
                Thousands of protesters condemn the law
            Local residents blame the army for the deaths.
                Local residents condemn the army
            Critics of the Kremlin say the war is a disaster.
                Critics of the Kremlin condemn Russia
            Critics have accused Erdogan of authoritarianism.
                Critics condemn Erdogan
            The opposition accused the government of Ana Gomez of betrayal.
                The opposition condemn Ana Gomez
        "#]],
    );
}

#[test]
fn what_only_tells_of_others_or_of_worry_gives_nothing() {
    each(
        &[
            "Japan expressed deep concern over the situation.",
            "Protests against the raid were held in Madrid.",
            "The army of Chad is investigating alleged war crimes.",
            "Brazil asked Bolivia for documents.",
            "Syria’s ally Russia vetoed the resolution.",
            "The guerrillas claimed responsibility for the attack.",
            "France recalled its ambassador over the remarks.",
            "Peru sent condolences to Chile.",
            "The EU imposed sanctions on Belarus.",
            "The mayor of Kharkiv, Ihor Terekhov, said Russian forces shelled the city.",
        ],
        expect![[r#"
            Japan expressed deep concern over the situation.
            Protests against the raid were held in Madrid.
            The army of Chad is investigating alleged war crimes.
            Brazil asked Bolivia for documents.
            Syria’s ally Russia vetoed the resolution.
            The guerrillas claimed responsibility for the attack.
            France recalled its ambassador over the remarks.
            Peru sent condolences to Chile.
            The EU imposed sanctions on Belarus.
            The mayor of Kharkiv, Ihor Terekhov, said Russian forces shelled the city.
        "#]],
    );
}

#[test]
fn pronouns_and_offices_lead_to_who_was_named_before() {
    each(
        &[
            "Ana Gomez visited Oslo. She condemned the raid.",
            "Gomez accused Chad of lying.\nShe also criticised the silence of the West.",
            "“France calls for calm,” the foreign ministry said. “It holds Chad responsible for the raid.”",
            "Norway’s foreign ministry replied with a message:\n“This raid is unacceptable.”",
            "Ana Gomez, whom the opposition blames for the defeat, on the other hand denounced the strike.",
            "The union’s top diplomat, Ana Gomez, said Oslo was worried and urged both sides to talk.",
            "Ana Gomez, the minister of the rebel government, said Chad had begun a genocide.",
        ],
        expect![[r#"
            Ana Gomez visited Oslo. She condemned the raid.
                Ana Gomez condemn the raid
            Gomez accused Chad of lying.
            She also criticised the silence of the West.
                Gomez condemn Chad
                Gomez condemn the silence of the West
            “France calls for calm,” the foreign ministry said. “It holds Chad responsible for the raid.”
                France mediate
                France condemn Chad
            Norway’s foreign ministry replied with a message:
            “This raid is unacceptable.”
                Norway’s foreign ministry condemn This raid
            Ana Gomez, whom the opposition blames for the defeat, on the other hand denounced the strike.
                Ana Gomez condemn the strike
                the opposition condemn Ana Gomez
            The union’s top diplomat, Ana Gomez, said Oslo was worried and urged both sides to talk.
                Ana Gomez mediate
            Ana Gomez, the minister of the rebel government, said Chad had begun a genocide.
                Ana Gomez condemn Chad
        "#]],
    );
}

#[test]
fn a_title_after_the_name_is_no_other_actor() {
    each(
        &[
            "Emmanuel Macron, the French head of state, called the seizure unacceptable.",
            "Antonio Guterres, an adviser said, condemned the raid.",
            "Gro Berg, the EU special envoy for the Lower Delta, urged restraint.",
            "Emmanuel Macron telephoned the leaders of both camps, asked Chad to halt its offensive, and offered help in finding a settlement.",
            "Emmanuel Macron told reporters that France supported Chad in defending its borders.",
        ],
        expect![[r#"
            Emmanuel Macron, the French head of state, called the seizure unacceptable.
                Emmanuel Macron condemn the seizure
            Antonio Guterres, an adviser said, condemned the raid.
                Antonio Guterres condemn the raid
            Gro Berg, the EU special envoy for the Lower Delta, urged restraint.
                Gro Berg mediate
            Emmanuel Macron telephoned the leaders of both camps, asked Chad to halt its offensive, and offered help in finding a settlement.
                Emmanuel Macron condemn Chad
                Emmanuel Macron mediate
            Emmanuel Macron told reporters that France supported Chad in defending its borders.
                Emmanuel Macron support Chad
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
fn a_settlement_is_offered_and_arranged() {
    each(
        &[
            "Kenya urged Chad and Mali to carry on negotiating.",
            "The talks that Norway offered open on Monday.",
            "The dialogue proposed by Norway opens on Monday.",
            "Mali rejected the truce proposed by Norway.",
            "Mali insisted that it will only negotiate with Norway.",
            "Kenya called for the guns to fall silent.",
            "An agreement came about through the good offices of Norway.",
            "The truce arranged by Norway held.",
            "The tour arranged by Norway was cancelled.",
            "For decades Kenya and Norway mediated together.",
            "Gro Berg, who mediated in the past, asked Chad to halt its raid.",
            "Emmanuel Macron said that negotiations had to go on.",
        ],
        expect![[r#"
            Kenya urged Chad and Mali to carry on negotiating.
                Kenya mediate
            The talks that Norway offered open on Monday.
                Norway mediate
            The dialogue proposed by Norway opens on Monday.
                Norway mediate
            Mali rejected the truce proposed by Norway.
            Mali insisted that it will only negotiate with Norway.
            Kenya called for the guns to fall silent.
                Kenya mediate
            An agreement came about through the good offices of Norway.
                Norway mediate
            The truce arranged by Norway held.
                Norway mediate The truce
            The tour arranged by Norway was cancelled.
            For decades Kenya and Norway mediated together.
                Kenya mediate , past
                Norway mediate , past
            Gro Berg, who mediated in the past, asked Chad to halt its raid.
                Gro Berg mediate , past
                Gro Berg condemn Chad
            Emmanuel Macron said that negotiations had to go on.
                Emmanuel Macron mediate
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
fn its_ministry_is_that_of_the_state_before() {
    each(
        &[
            "Norway denounced the raid. Its foreign ministry, on the other hand, praised Chad.",
            "Norway opened the border on Monday.\n\nIt also accuses Chad of shelling.",
            "Emmanuel Macron called the news sad. The raid must stop, he said, to make room for dialogue.",
        ],
        expect![[r#"
            Norway denounced the raid. Its foreign ministry, on the other hand, praised Chad.
                Norway condemn the raid
                Norway support Chad
            Norway opened the border on Monday.

            It also accuses Chad of shelling.
                Norway condemn Chad
            Emmanuel Macron called the news sad. The raid must stop, he said, to make room for dialogue.
                Emmanuel Macron condemn The raid
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

#[test]
fn what_only_looks_like_a_position_is_none() {
    each(
        &[
            "A Chadian court convicted two men of theft and sentenced them to ten years in prison.",
            "Norway said that Chad must first disarm before it can receive aid.",
            "The shelling was the fault of Chad.",
            "“We call on all sides to return to talks,” said Ana Gomez.",
            "“We call on Chad to end its raids,” said Ana Gomez.",
            "The truce that Norway brokered collapsed.",
            "Norway refused to mediate.",
            "Chad rejected calls for talks.",
            "Norway may condemn the raid.",
            "Norway stopped short of condemning the raid.",
            "Norway is expected to condemn the raid.",
            "Norway has yet to condemn the raid.",
            "Mali said it would support neither side.",
            "Chad supports two million refugees.",
            "A man condemned to death in Chad was freed.",
            "Norway backed out of the talks.",
            "Gomez has been criticised for her silence.",
            "Norway was urged to condemn the raid.",
            "Norway, accused by Chad of lies, left the talks.",
            "Norway fell silent on whether it supported the raid.",
            "Had Norway condemned the raid, Chad would have left.",
            "Norway neither condemned nor defended the raid.",
        ],
        expect![[r#"
            A Chadian court convicted two men of theft and sentenced them to ten years in prison.
            Norway said that Chad must first disarm before it can receive aid.
            The shelling was the fault of Chad.
            “We call on all sides to return to talks,” said Ana Gomez.
                Ana Gomez mediate
            “We call on Chad to end its raids,” said Ana Gomez.
                Ana Gomez condemn Chad
            The truce that Norway brokered collapsed.
                Norway mediate
            Norway refused to mediate.
            Chad rejected calls for talks.
            Norway may condemn the raid.
            Norway stopped short of condemning the raid.
            Norway is expected to condemn the raid.
            Norway has yet to condemn the raid.
            Mali said it would support neither side.
            Chad supports two million refugees.
            A man condemned to death in Chad was freed.
            Norway backed out of the talks.
            Gomez has been criticised for her silence.
            Norway was urged to condemn the raid.
            Norway, accused by Chad of lies, left the talks.
                Chad condemn Norway
            Norway fell silent on whether it supported the raid.
            Had Norway condemned the raid, Chad would have left.
            Norway neither condemned nor defended the raid.
        "#]],
    );
}
