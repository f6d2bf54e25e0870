//! Sentences in, stances out: whom titles, offices and pronouns stand for.

use super::stances::each;
use super::*;

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
