//! Sentences in, whose position a verb far from its subject is out.

use expect_test::expect;

use super::check;

#[test]
fn whoever_just_spoke_accuses_on() {
    check(
        "President Ivo Maric was “the main culprit”, Minister Lena Horvat also said, accusing Chad of arming rebels.\n\
         Sudan was to blame for the raid, Chad said on Sunday, condemning the killing.",
        expect![[r#"
            Lena Horvat condemn Chad
            Chad condemn Sudan
        "#]],
    );
}

#[test]
fn who_stops_a_resolution_does_not_ask_for_what_it_asks() {
    check(
        "Norway blocked the resolution calling for a ceasefire.\n\
         Peru vetoed a draft text condemning the invasion.\n\
         Chad submitted a resolution calling for a ceasefire.",
        expect![[r#"
            Chad mediate 
        "#]],
    );
}

#[test]
fn those_who_fight_each_other_are_asked_together() {
    check(
        "Kenya called on the warring factions to lay down their weapons and talk.\n\
         Kenya called on the rebels to lay down their weapons.",
        expect![[r#"
            Kenya mediate 
            Kenya condemn the rebels
        "#]],
    );
}

#[test]
fn what_somebody_is_accused_of_is_not_yet_theirs() {
    check(
        "Norway accused Chad of supporting the rebels.\n\
         The army forced villagers into supporting the junta.\n\
         The European Union, Norway and others have already condemned the raid.",
        expect![[r#"
            Norway condemn Chad
            The European Union condemn the raid
            Norway condemn the raid
        "#]],
    );
}
