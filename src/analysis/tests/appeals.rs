//! Sentences in, stances out: what is asked for, and what takes no position.

use super::stances::each;
use super::*;

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
