//! Whole articles in, suggestions as text out.

mod actors;
mod appeals;
mod askers;
mod claimants;
mod stances;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::base::words::{Precision, TimeSource};
use crate::base::{Span, TextIndex, When};
use crate::corpus::{Article, Hash, Known, Metadata};

/// An article of one paragraph a line, sentences cut at full stops, printed on Thursday, 4 March 2021.
pub(super) fn article(text: &str) -> Article {
    let (mut paragraphs, mut sentences, mut at) = (vec![], vec![], 0);
    for line in text.split_inclusive('\n') {
        let whole = Span::new(at, at + line.len()).trimmed(text);
        let mut start = at;
        for (place, _) in line.match_indices(". ") {
            sentences.push(Span::new(start, at + place + 1).trimmed(text));
            start = at + place + 1;
        }
        sentences.push(Span::new(start, at + line.len()).trimmed(text));
        at += line.len();
        paragraphs.push(whole);
    }
    sentences.retain(|it| !it.is_empty());
    paragraphs.retain(|it| !it.is_empty());
    let printed: jiff::civil::DateTime = "2021-03-04T10:00".parse().unwrap();
    let published = When::new(printed, Precision::Minute, TimeSource::Stated, "");
    Article {
        path: "a.txt".to_owned(),
        text: text.to_owned(),
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(text.as_bytes()),
        metadata: Metadata {
            published: Some(Known::stated(published, "")),
            language: Some(Known::guessed("en".to_owned(), "")),
            ..Metadata::default()
        },
        paragraphs,
        sentences,
        furniture: vec![],
        index: TextIndex::new(text),
    }
}

fn show(article: &Article, all: &[Suggestion]) -> String {
    let line = |it: &Suggestion| {
        let quote = it.span.of(&article.text);
        match &it.found {
            Found::Claim(claim) => {
                let figure = &claim.figure;
                let high = figure.high.map_or("…".to_owned(), |it| it.to_string());
                let mut line = format!(
                    "{} {}–{high} {} {}",
                    claim.outcome.word(),
                    figure.low,
                    figure.qualifier.word(),
                    claim.group()
                );
                if let Some((side, basis)) = &claim.side {
                    let side = side.name.as_ref().unwrap_or(&side.words);
                    line.push_str(&format!(", side {side} ({})", basis.word()));
                }
                if let Some(claimant) = &claim.claimant {
                    line.push_str(&format!(", by {}", claimant.words));
                }
                if claim.measure != crate::base::words::Measure::Total {
                    line.push_str(&format!(", {}", claim.measure.word()));
                }
                let links = [("of", claim.part_of), ("repeats", claim.repeats)];
                for (word, link) in links {
                    link.iter().for_each(|it| line.push_str(&format!(", {word} {it}")));
                }
                if let Some(incident) = &claim.incident {
                    line.push_str(&format!(", in {incident}"));
                }
                format!("{line} “{quote}”\n")
            }
            Found::Stance(stance) => {
                let target = stance.target.as_ref().map_or("", |it| &it.words);
                let past = if stance.past { ", past" } else { "" };
                let (actor, position) = (&stance.actor.words, stance.position.word());
                format!("{actor} {position} {target}{past}\n")
            }
        }
    };
    all.iter().map(line).collect()
}

pub(super) fn check(text: &str, expect: Expect) {
    let article = article(text);
    let all = suggest(&article, Gazetteer::bundled(), &Context::default());
    expect.assert_eq(&show(&article, &all));
}

#[test]
fn a_list_shares_its_verb_and_keeps_its_groups() {
    check(
        "The blast killed four police officers and two civilians, the Libyan government said.",
        expect![[r#"
            killed 4–4 exact police, side Libya (inferred), by the Libyan government “killed four police officers”
            killed 2–2 exact civilian, side Libya (inferred), by the Libyan government “killed four police officers and two civilians”
        "#]],
    );
    check(
        "At least 5 dead and 80 injured in market fire",
        expect![[r#"
        killed 5–… at_least unspecified “At least 5 dead”
        injured 80–… at_least unspecified “80 injured”
    "#]],
    );
    check(
        "Officials said 192 soldiers were killed and 511 wounded.",
        expect![[r#"
        killed 192–192 exact military, by Officials “192 soldiers were killed”
        injured 511–511 exact military, by Officials “511 wounded”
    "#]],
    );
}

#[test]
fn a_part_names_its_whole_and_a_headline_is_repeated() {
    check(
        "At least 12 dead in market strike\n\
         At least 12 people died, including three children, according to the Red Cross. Four of them were women.",
        expect![[r#"
            killed 12–… at_least unspecified “At least 12 dead”
            killed 12–… at_least unspecified, by the Red Cross, repeats 0 “At least 12 people died”
            killed 3–3 exact child, by the Red Cross, part, of 1 “At least 12 people died, including three children”
            killed 4–4 exact woman, by the Red Cross, part, of 1 “Four of them were women”
        "#]],
    );
    check(
        "The death toll rose from 20 to 68.",
        expect![[r#"
        killed 20–20 exact unspecified, earlier “death toll rose from 20”
        killed 68–68 exact unspecified “death toll rose from 20 to 68”
    "#]],
    );
    check(
        "Another 12 people were wounded.",
        expect![[r#"
        injured 12–12 exact unspecified, additional “Another 12 people were wounded”
    "#]],
    );
}

#[test]
fn what_is_no_count_of_people_hurt_gives_nothing() {
    for text in [
        "The army took 60 positions and shot down 12 drones.",
        "No casualties were reported among the 40 workers.",
        "The missile could kill 300 people.",
        "Two thousand people protested in the square.",
        "A 25-year-old man gave evidence.",
        "The war ended 30 years ago.",
    ] {
        check(text, expect![[""]]);
    }
}

#[test]
fn sides_are_stated_or_inferred_and_other_events_are_told_apart() {
    check(
        "Norway announced that three of its soldiers were killed.",
        expect![[r#"
            killed 3–3 exact military, side Norway (stated), by Norway “three of its soldiers were killed”
        "#]],
    );
    check(
        "Six Azerbaijanis died when their car hit a mine, Baku said.",
        expect![[r#"
        killed 6–6 exact unspecified, side Azerbaijan (stated), by Baku, in mine explosions “Six Azerbaijanis died”
    "#]],
    );
    check(
        "The 2020 war left thousands dead.",
        expect![[r#"
        killed 2000–… vague unspecified, in the 2020 war “thousands dead”
    "#]],
    );
}

#[test]
fn the_speaker_goes_on_and_may_be_named_at_the_end() {
    check(
        "The mayor of Oslo, Kari Berg, said 12 people had died. Another 30 were wounded.",
        expect![[r#"
            killed 12–12 exact unspecified, by Kari Berg “12 people had died”
            injured 30–30 exact unspecified, by Kari Berg, additional “Another 30 were wounded”
        "#]],
    );
    check(
        "“There are 80 wounded. Five deaths have been recorded,” the health ministry said.",
        expect![[r#"
            injured 80–80 exact unspecified, by the health ministry “80 wounded”
            killed 5–5 exact unspecified, by the health ministry “Five deaths”
        "#]],
    );
}

#[test]
fn a_clause_a_surname_and_local_media_tell_who_says_a_figure() {
    check(
        "Norway estimated 100 deaths, far fewer than the 500 deaths that authorities in the Chad-held zone described.",
        expect![[r#"
            killed 100–100 about unspecified, by Norway “estimated 100 deaths”
            killed 500–500 exact unspecified, by authorities in the Chad “500 deaths”
        "#]],
    );
    check(
        "The mayor, Kari Berg, said 12 people had died.\n\
         There are also 30 wounded. The quay was cleared, said Berg.",
        expect![[r#"
            killed 12–12 exact unspecified, by Kari Berg “12 people had died”
            injured 30–30 exact unspecified, by Kari Berg “30 wounded”
        "#]],
    );
    check(
        "Armenian media reported on Monday that 200 people were hurt.",
        expect![[r#"
            injured 200–200 exact unspecified, by Armenian media “200 people were hurt”
        "#]],
    );
    check(
        "The agency writes, based on a source in the Norwegian ministry, that nine people died.",
        expect![[r#"
            killed 9–9 exact unspecified, by a source in the Norwegian ministry “nine people died”
        "#]],
    );
}

#[test]
fn actors_take_positions() {
    check(
        "The attack was condemned by the EU, France and Germany.",
        expect![[r#"
            the EU condemn The attack
            France condemn The attack
            Germany condemn The attack
        "#]],
    );
    check(
        "Syrian rebels accused Damascus of the shelling.",
        expect![[r#"
        Syrian rebels condemn Damascus
    "#]],
    );
    check("Sweden did not condemn the attack.", expect![[""]]);
    check(
        "The Kremlin urged both sides to return to the negotiating table.",
        expect![[r#"
        The Kremlin mediate 
    "#]],
    );
    check(
        "Norway called on Sudan to stop its offensive immediately.",
        expect![[r#"
        Norway condemn Sudan
    "#]],
    );
    check(
        "Chad, with the support of France, held the town.",
        expect![[r#"
        France support Chad
    "#]],
    );
    check(
        "A Russian-brokered ceasefire ended the 2020 war.",
        expect![[r#"
        Russian mediate , past
    "#]],
    );
    check(
        "“We support the measures,” said Turkish President Recep Tayyip Erdogan.",
        expect![[r#"
            Turkish President Recep Tayyip Erdogan support the measures
        "#]],
    );
}

#[test]
fn who_is_asked_to_stop_the_deed_of_another_is_not_the_target() {
    check(
        "Norway called on the international community to stop the shelling of the town by Chad.",
        expect![[r#"
            Norway condemn Chad
        "#]],
    );
    check(
        "Sudan urged the United Nations to halt the aggression.",
        expect![[r#"
        Sudan condemn the aggression
    "#]],
    );
    check(
        "Norway called for sanctions against Sudan.",
        expect![[r#"
        Norway condemn Sudan
    "#]],
    );
}

#[test]
fn what_only_names_or_wishes_a_position_gives_nothing() {
    for text in [
        "Iran-backed militias entered the town.",
        "The court rejected the appeal of Chad.",
        "Germany said that Qatar must mediate.",
        "France backed down on Tuesday.",
        "Norway opened an investigation of alleged war crimes.",
        "Kenya demanded support from the United Nations.",
        "Reuters criticised the government.",
    ] {
        check(text, expect![[""]]);
    }
    check(
        "Norway rejected the referendum as unconstitutional.",
        expect![[r#"
        Norway condemn the referendum
    "#]],
    );
}

#[test]
fn a_person_speaks_for_a_state_and_a_statement_goes_on() {
    check(
        "“Norway supports Chad,” said Gro Berg.",
        expect![[r#"
        Gro Berg support Chad
    "#]],
    );
    check(
        "The European Union condemns the attack. We call for a ceasefire.\n\
         There is a need to return to dialogue.",
        expect![[r#"
            The European Union condemn the attack
            The European Union mediate 
            The European Union mediate 
        "#]],
    );
    check(
        "France: unjustified attack on the port",
        expect![[r#"
        France condemn 
    "#]],
    );
    check(
        "We call on the world to stand with Chad, Norway said.",
        expect![[r#"
        Norway support Chad
    "#]],
    );
}

#[test]
fn an_outlet_passes_on_and_an_office_serves_the_one_state_named() {
    let text = article("Reuters reported that 12 people were killed.");
    let all = suggest(&text, Gazetteer::bundled(), &Context::default());
    let Some(Found::Claim(claim)) = all.first().map(|it| &it.found) else { panic!("a claim") };
    assert_eq!(claim.claimant, None);
    assert_eq!(claim.via.as_ref().map(|it| it.words.as_str()), Some("Reuters"));
    let text = article("In Tripoli, the interior ministry condemned the raid.");
    let all = suggest(&text, Gazetteer::bundled(), &Context::default());
    let Some(Found::Stance(stance)) = all.first().map(|it| &it.found) else { panic!("a stance") };
    assert_eq!(stance.actor.name.as_deref(), Some("Libya"));
    check(
        "Norway said that its spokesperson condemned the raid.",
        expect![[r#"
            Norway condemn the raid
        "#]],
    );
}

#[test]
fn victims_are_known_by_the_verb_and_brackets_have_their_own_speaker() {
    check(
        "Police killed 20 suspected illegal hawkers. Nine ethnic Tigrayans were killed.",
        expect![[r#"
            killed 20–20 exact unspecified “killed 20 suspected illegal hawkers”
            killed 9–9 exact unspecified “Nine ethnic Tigrayans were killed”
        "#]],
    );
    check(
        "Rebels killed six captured soldiers. They killed two reporters kidnapped in May.",
        expect![[r#"
        killed 6–6 exact military “killed six captured soldiers”
        killed 2–2 exact journalist “killed two reporters”
    "#]],
    );
    check(
        "Some 10,000 people were evacuated (compared to 3,154 according to Norway).",
        expect![[r#"
            displaced 10000–10000 about unspecified “Some 10,000 people were evacuated”
            displaced 3154–3154 exact unspecified, by Norway “evacuated (compared to 3,154”
        "#]],
    );
    check(
        "Five members of one family were killed and a further 28 civilians hurt.",
        expect![[r#"
        killed 5–5 exact unspecified “Five members of one family were killed”
        injured 28–28 exact civilian, additional “a further 28 civilians hurt”
    "#]],
    );
    check(
        "Chad said the blast killed three of its soldiers and two civilians.",
        expect![[r#"
            killed 3–3 exact military, side Chad (stated), by Chad “killed three of its soldiers”
            killed 2–2 exact civilian, side Chad (inferred), by Chad “killed three of its soldiers and two civilians”
        "#]],
    );
}

#[test]
fn other_languages_are_not_searched() {
    let mut text = article("Deux personnes sont mortes.");
    text.metadata.language = Some(Known::guessed("fr".to_owned(), ""));
    assert!(!searchable(&text));
    assert!(suggest(&text, Gazetteer::bundled(), &Context::default()).is_empty());
    let mut doubtful = article("Gunmen killed 5 people at a party.");
    doubtful.metadata.language = Some(Known::guessed("fr".to_owned(), ""));
    assert!(searchable(&doubtful));
    let mut unknown = article("Погибли 12 человек.");
    unknown.metadata.language = None;
    assert!(!searchable(&unknown));
}

#[test]
fn any_passage_gives_something_to_start_with() {
    let text = article("Norway said 12 people were killed. The bus held 40 passengers.");
    let filled = |span| prefill(&text, span, Gazetteer::bundled(), &Context::default(), &|_| false);
    let claim = filled(Span::new(12, 14)).claim.unwrap();
    assert_eq!((claim.figure.low, claim.claimant.unwrap().words), (12, "Norway".to_owned()));
    let bare = filled(Span::new(35, 62));
    assert_eq!((bare.claim, bare.figure.map(|it| it.low)), (None, Some(40)));
    assert_eq!(filled(Span::new(0, 0)).figure, None);
}

#[test]
fn a_passage_marked_a_little_beside_its_words_gives_their_figure() {
    let text = "The fighting left at least 25 dead, including two civilians, in this region.";
    let check = |words: &str, low| {
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let filled =
            prefill(&article(text), span, Gazetteer::bundled(), &Context::default(), &|_| false);
        assert_eq!(filled.claim.unwrap().figure.low, low, "{words}");
    };
    check("at least 25 dead", 25);
    check("least 25 dead,", 25);
    check("25 dead, ", 25);
    check("left at least 25 dead, inc", 25);
    check("two civilians", 2);
    check("o civilians, in", 2);
}

#[test]
fn an_overlong_line_is_read_piece_by_piece() {
    let size = 100_000;
    for unit in ["7 ", "killed 5 people and ", "a", "the ministry said ", "“", "France, "] {
        let text = article(&unit.repeat(size / unit.len()));
        let _ = suggest(&text, Gazetteer::bundled(), &Context::default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_breaks_the_search_and_links_stay_within(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "12", "2,000", "at least", "killed", "wounded", "people", "of them", "including", "and",
                ",", "France", "said", "the ministry", "by", "condemned", "urged", "talks", "“", "”",
                "to stop", "from", "to", "death toll", "Azerbaijani", "soldiers", "’s", "-", "é", "another",
                "a", "two", "dozens", "according to", "who", "it", ".", "\n", "2020", "war", "8 p.m.", "May 5",
            ]),
            0..60,
        )
    ) {
        let text = article(&words.join(" "));
        let all = suggest(&text, Gazetteer::bundled(), &Context::default());
        for (index, it) in all.iter().enumerate() {
            prop_assert!(!it.span.of(&text.text).is_empty());
            prop_assert!((0.0..=1.0).contains(&it.score));
            if let Found::Claim(claim) = &it.found {
                prop_assert!(claim.repeats.is_none_or(|it| it < all.len() && it != index));
                prop_assert!(claim.part_of.is_none_or(|it| it < all.len()));
            }
        }
        prop_assert_eq!(SuggestionRow::of("a", &text, &all, 1).len(), all.len());
    }
}
