//! What drafts become: notation and typing in, the step and the record out.

use expect_test::{Expect, expect};
use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::analysis::prefill;
use crate::base::Span;
use crate::base::When;
use crate::base::words::{
    Basis, Credibility, Demographic, Measure, Outcome, PassageRole, Qualifier, Reliability, Role,
    Speech, Status, TimeSource,
};
use crate::project::notation::{self, Built};
use crate::project::sample;
use crate::project::{
    About, Claim, Claimant, Named, RecordId, Side, apply, context, gazetteer, passage,
};
use crate::views::{self, EvidenceKind};

fn stamp() -> Stamp {
    Stamp::new("CD", Timestamp::UNIX_EPOCH)
}

/// A draft of `kind` at the words between brackets of an article that says `text`, in the project of `notation`.
fn new(kind: EvidenceKind, notation: &str, text: &str) -> (Built, Draft) {
    let start = text.find('[').unwrap();
    let text = text.replacen('[', "", 1);
    let end = text.find(']').unwrap();
    let text = text.replacen(']', "", 1);
    let quote = text.clone();
    let text = format!("{notation}\nnote x a.txt \"{text}\"");
    let mut built = notation::read(&text).unwrap();
    apply(&mut built.state, &Edit::Delete(RecordId::Annotation(built.keys["x"])), &stamp())
        .unwrap();
    let (id, article) = built.texts.iter().next().unwrap();
    // The words come after those of the lines before.
    let at = article.text.rfind(&quote).unwrap();
    let span = Span::new(at + start, at + end);
    let names = gazetteer(&built.state);
    let offered = prefill(article, span, &names, &context(&built.state), &|_| false);
    let passage = passage(*id, article, span, PassageRole::Main);
    let draft = Draft::new(kind, passage, &offered, &built.state, &names);
    (built, draft)
}

/// What committing does, in words: the step, the records it adds, and the annotation as told.
fn committed(built: &mut Built, draft: &Draft) -> String {
    // Another one for each step.
    let mut mint = IdMint::seeded(&built.state.annotations().len().to_string());
    let edit = match draft.edit(&built.state, Gazetteer::bundled(), &mut mint, &stamp()) {
        Ok(Some(edit)) => edit,
        Ok(None) => return "nothing to do\n".to_owned(),
        Err(problem) => return format!("refused: {problem}\n"),
    };
    let mut shown = format!("{}\n", label(&edit, &built.state));
    let Edit::Batch { edits, .. } = &edit else { panic!("one batch") };
    for edit in edits {
        shown += &format!("- {}\n", label(edit, &built.state));
    }
    apply(&mut built.state, &edit, &stamp()).unwrap();
    let id = match &draft.target {
        Target::Existing(id) => *id,
        Target::New { .. } => *built.state.annotations().keys().last().unwrap(),
    };
    let annotation = &built.state.annotations()[&id];
    let told = views::evidence(&built.state, annotation);
    shown
        + &format!(
            "{} | {} | {} | {} | {} | {}\n",
            told.says, told.who, told.whom, told.incident, told.time, annotation.memo
        )
}

fn typed(asks: Asks, text: &str) -> Pick {
    let mut pick = Pick::empty(asks);
    pick.text = text.to_owned();
    pick
}

fn claim(draft: &mut Draft) -> &mut ClaimDraft {
    match &mut draft.body {
        DraftBody::Claim(it) => it,
        _ => panic!("a claim"),
    }
}

const CASE: &str = "zone +04:00
    actor Azerbaijan : state, alias Baku
    incident the offensive
    article a.txt | Meridian Wire | 2023-09-19 21:12";

const TOLL: &str = "The fighting has left [at least 25 dead], the authorities in Stepanakert said.";

#[test]
fn a_new_claim_is_filled_in_from_its_words() {
    let (mut built, draft) = new(EvidenceKind::Claim, CASE, TOLL);
    assert!(!draft.is_changed());
    check(
        &committed(&mut built, &draft),
        expect![[r#"
            Add claim “at least 25 dead”
            - Add actor Nagorno-Karabakh
            - Add claim “at least 25 dead”
            at least 25 killed | Nagorno-Karabakh | Nagorno-Karabakh | the offensive | printed 19 Sep 2023, 21:12 | 
        "#]],
    );
}

#[test]
fn a_name_typed_becomes_an_actor() {
    let (mut built, mut draft) = new(EvidenceKind::Claim, CASE, TOLL);
    claim(&mut draft).claimant = typed(Asks::Actor, "Ana Gomez");
    claim(&mut draft).side = typed(Asks::Actor, "baku");
    claim(&mut draft).incident = typed(Asks::Incident, "the first day");
    claim(&mut draft).as_of.text = "19 Sep 20:00".to_owned();
    draft.memo = "why\n".to_owned();
    assert!(draft.is_changed());
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        Add claim “at least 25 dead”
        - Add actor Ana Gomez
        - Add incident the first day
        - Add claim “at least 25 dead”
        at least 25 killed | Ana Gomez | Azerbaijan | the first day | 19 Sep 2023, 20:00 | why
    "#]],
    );
    let colours: Vec<_> = built.state.actors().values().map(|it| it.colour).collect();
    assert_eq!(colours, (0..colours.len() as u16).collect::<Vec<_>>());
}

#[test]
fn words_alone_make_no_actor() {
    let (mut built, mut draft) = new(EvidenceKind::Claim, CASE, TOLL);
    claim(&mut draft).claimant.choose(Meant::Words, "a witness");
    check(
        &committed(&mut built, &draft),
        expect![[r#"
            Add claim “at least 25 dead”
            - Add actor Nagorno-Karabakh
            - Add claim “at least 25 dead”
            at least 25 killed | a witness | Nagorno-Karabakh | the offensive | printed 19 Sep 2023, 21:12 | 
        "#]],
    );
}

#[test]
fn a_new_stance_is_filled_in_from_its_words() {
    let text = "[France condemned the launch of the operation].";
    let (mut built, mut draft) = new(EvidenceKind::Stance, CASE, text);
    check(
        &committed(&mut built, &draft),
        expect![[r#"
            Add stance “France condemned the launch of the oper…”
            - Add actor France
            - Add stance “France condemned the launch of the oper…”
            condemns the launch of the operation | France | the launch of the operation | the offensive | printed 19 Sep 2023, 21:12 | 
        "#]],
    );
    let DraftBody::Stance(stance) = &mut draft.body else { panic!("a stance") };
    stance.actor = Pick::empty(Asks::Actor);
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        refused: the stance needs an actor
    "#]],
    );
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_done() {
    let (mut built, mut draft) = new(EvidenceKind::Claim, CASE, TOLL);
    claim(&mut draft).figure.low = "many".to_owned();
    claim(&mut draft).as_of.text = "soon".to_owned();
    claim(&mut draft).part_of.text = "that one".to_owned();
    let problems = draft.problems(&built.state).into_iter().map(|it| it.words);
    check(
        &problems.collect::<Vec<_>>().join("\n"),
        expect![[r#"
        “many” is not a whole number
        “soon” is no time such as “19 Sep 2023 20:00”
        “that one” is no claim"#]],
    );
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        refused: “many” is not a whole number
    "#]],
    );
}

const ALL: &str = r#"
    zone +04:00
    actor Ombudsman < Karabakh authorities : person
    article a.txt | Meridian Wire | 2023-09-19 21:12
    claim k1 a.txt killed >=25 civilian by Ombudsman via (a wire) side Armenians basis inferred in the offensive at 2023-09-19T20:00+04:00 place Shushi reason heard reliability b credibility 2 status confirmed direct memo "mine" "at least 25 dead"
    claim k2 a.txt injured 10..20 child part-of k1 by (a witness) at published
    claim k3 a.txt missing <=30 supersedes k2 side (villagers) via TASS measure subcount
    claim k4 a.txt displaced ~60 at 2023-09
    claim k5 a.txt captured vague:2000 at 2023-09-19..2023-09-21
    claim k6 a.txt casualties 0 by Armenia
    stance s1 a.txt France condemn incident:the offensive about the offensive at 2023 past reason said "condemned"
    stance s2 a.txt (the crowd) support topic:a ceasefire direct
    stance s3 a.txt Russia mediate
    stance s4 a.txt Turkey support Azerbaijan
    note n1 a.txt shelling, war "shells fell"
"#;

#[test]
fn a_draft_that_nobody_touches_changes_nothing() {
    let built = notation::read(ALL).unwrap();
    for annotation in built.state.annotations().values() {
        let draft = Draft::of(annotation, &built.state);
        assert!(!draft.is_changed());
        assert_eq!(draft.problems(&built.state), []);
        let mut mint = IdMint::seeded("test");
        let edit = draft.edit(&built.state, Gazetteer::bundled(), &mut mint, &stamp());
        assert_eq!(edit, Ok(None), "{annotation:?}");
        let body = draft.body(
            None,
            &mut Maker {
                names: Names::new(&built.state, Gazetteer::bundled()),
                state: &built.state,
                mint: &mut mint,
            },
        );
        assert_eq!(body.as_ref(), Ok(&annotation.body));
    }
}

#[test]
fn a_changed_field_is_one_step_and_the_rest_stays() {
    let mut built = notation::read(ALL).unwrap();
    let id = built.keys["k1"];
    let before = built.state.annotations()[&id].clone();
    let mut draft = Draft::of(&before, &built.state);
    claim(&mut draft).outcome = Outcome::Injured;
    draft.memo.clear();
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        Change claim “at least 25 dead”
        - Change claim
        - Change memo of claim “at least 25 dead”
        at least 25 civilians injured | Ombudsman | Armenians | the offensive | 19 Sep 2023, 20:00 | 
    "#]],
    );
    let after = &built.state.annotations()[&id];
    let (old, new) = (before.claim().unwrap(), after.claim().unwrap());
    assert_eq!(Claim { outcome: old.outcome, ..new.clone() }, *old);
    assert_eq!((&after.passages, &after.made), (&before.passages, &before.made));
}

#[test]
fn codes_are_added_once_each() {
    let mut built = notation::read(ALL).unwrap();
    let mut draft = Draft::of(&built.state.annotations()[&built.keys["n1"]], &built.state);
    let DraftBody::Note(note) = &mut draft.body else { panic!("a note") };
    note.next.text = "Shelling".to_owned();
    note.codes.push(typed(Asks::Code, "hunger"));
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        Change note “shells fell”
        - Add code hunger
        - Change codes
        shelling, war, hunger |  |  |  | printed 19 Sep 2023, 21:12 | 
    "#]],
    );
}

#[test]
fn a_draft_follows_what_happens_elsewhere_unless_it_was_touched() {
    let mut built = notation::read(ALL).unwrap();
    let id = built.keys["k1"];
    let mut draft = Draft::of(&built.state.annotations()[&id], &built.state);
    let actor = built.state.actor_named("Ombudsman").unwrap().id;
    let rename = |name: &str| {
        let to = crate::project::ActorField::Name(name.to_owned());
        Edit::SetActor { actor, to }
    };
    apply(&mut built.state, &rename("Karabakh ombudsman"), &stamp()).unwrap();
    assert!(draft.follow(&built.state));
    assert_eq!(claim(&mut draft).claimant.text, "Karabakh ombudsman");
    draft.memo.push('!');
    apply(&mut built.state, &rename("Defender"), &stamp()).unwrap();
    assert!(draft.follow(&built.state));
    assert_eq!(claim(&mut draft).claimant.text, "Karabakh ombudsman");
    apply(&mut built.state, &Edit::Delete(RecordId::Annotation(id)), &stamp()).unwrap();
    assert!(!draft.follow(&built.state));
}

#[test]
fn a_new_claim_keeps_the_suggestion_it_comes_from() {
    let (mut built, mut draft) = new(EvidenceKind::Claim, CASE, TOLL);
    draft.suggested = Some(Suggested::new("killed-after", 0.9));
    committed(&mut built, &draft);
    let made = built.state.annotations().values().last().unwrap();
    assert_eq!(made.suggested, draft.suggested);
    let mut again = Draft::of(made, &built.state).duplicate(&built.state);
    assert_eq!((again.suggested.as_ref(), again.is_changed()), (None, false));
    claim(&mut again).figure.low = "26".to_owned();
    check(
        &committed(&mut built, &again),
        expect![[r#"
            Add claim “at least 25 dead”
            - Add claim “at least 25 dead”
            at least 26 killed | Nagorno-Karabakh | Nagorno-Karabakh | the offensive | printed 19 Sep 2023, 21:12 | 
        "#]],
    );
}

#[test]
fn an_annotation_that_is_gone_is_said() {
    let mut built = notation::read(ALL).unwrap();
    let id = built.keys["n1"];
    let mut draft = Draft::of(&built.state.annotations()[&id], &built.state);
    draft.memo = "late".to_owned();
    apply(&mut built.state, &Edit::Delete(RecordId::Annotation(id)), &stamp()).unwrap();
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        refused: the annotation is not in the project any more
    "#]],
    );
}

fn check(shown: &str, expect: Expect) {
    expect.assert_eq(shown);
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

/// A claim with any value in any field; names lead to the records of [`ALL`] or are words alone.
fn any_claim() -> impl Strategy<Value = Claim> {
    let built = notation::read(ALL).unwrap();
    let actors: Vec<_> = built.state.actors().keys().copied().collect();
    let incidents: Vec<_> = built.state.incidents().keys().copied().collect();
    let whole = built.keys["k4"];
    let named =
        move || (proptest::option::of(proptest::sample::select(actors.clone())), "[A-Za-zé ]{0,8}");
    let times = ["2023", "2023-09", "2023-09-19", "2023-09-19..2023-09-21", "2023-09-19T20:30"];
    let time = proptest::option::of(proptest::sample::select(times.to_vec()));
    let figure = (0u64..5000, proptest::option::of(0u64..5000), any_of(Qualifier::ALL));
    let who = (any_of(Outcome::ALL), any_of(Role::ALL), any_of(Demographic::ALL));
    let names = (named(), named(), proptest::option::of(named()), any_of(Speech::ALL));
    let incident = proptest::option::of(proptest::sample::select(incidents));
    let more = (any_of(Measure::ALL), any_of(Basis::ALL), any_of(Status::ALL), ".{0,6}", ".{0,6}");
    let judged = (any_of(Reliability::ALL), any_of(Credibility::ALL), any_of(TimeSource::ALL));
    let links = (proptest::bool::ANY, proptest::bool::ANY);
    (figure, who, names, (time, incident), more, judged, links).prop_map(
        move |(figure, who, names, (time, incident), more, judged, links)| {
            let (low, above, qualifier) = figure;
            let (side, claimant, via, speech) = names;
            let (measure, basis, status, place, reason) = more;
            let named = |(actor, words)| Named { actor, words, ..Named::default() };
            let as_of = time.map(|it| {
                let case = format!("claim k a.txt killed 1 at {it}");
                let state = notation::state(&case).unwrap();
                let when = state.annotations()[0].claim().unwrap().as_of.clone().unwrap();
                When { source: judged.2, reason: "why".to_owned(), ..when }
            });
            Claim {
                outcome: who.0,
                low,
                high: above.map(|it| low + it),
                qualifier,
                figure: place.clone(),
                role: who.1,
                demographic: who.2,
                side: Side { actor: side.0, words: side.1, basis, ..Side::default() },
                claimant: Claimant {
                    actor: claimant.0,
                    words: claimant.1,
                    speech,
                    // Nobody by no words is no one.
                    via: via.map(named).filter(|it| *it != Named::default()),
                    ..Claimant::default()
                },
                measure,
                part_of: links.0.then_some(whole),
                supersedes: links.1.then_some(whole),
                as_of,
                incident,
                place,
                reliability: judged.0,
                credibility: judged.1,
                status,
                reason,
                unknown: Unknown::default(),
            }
        },
    )
}

proptest! {
    #[test]
    fn every_field_of_a_claim_comes_back(claim in any_claim()) {
        let built = notation::read(ALL).unwrap();
        let mut annotation = Annotation::clone(&built.state.annotations()[&built.keys["k1"]]);
        annotation.body = Body::Claim(Box::new(claim));
        let draft = Draft::of(&annotation, &built.state);
        let mut mint = IdMint::seeded("test");
        let names = Names::new(&built.state, Gazetteer::bundled());
        let mut maker = Maker { names, state: &built.state, mint: &mut mint };
        let body = draft.body(None, &mut maker);
        prop_assert_eq!(body, Ok(annotation.body));
        prop_assert_eq!(maker.names.into_edits(), vec![]);
    }
}

#[test]
fn drafts_of_the_whole_sample_change_nothing() {
    let disk = crate::files::memory::MemoryDisk::new();
    let project = sample::make(&disk, std::path::Path::new("/demo"), &stamp()).unwrap();
    let state = project.state();
    assert!(!state.annotations().is_empty());
    for annotation in state.annotations().values() {
        let draft = Draft::of(annotation, state);
        let mut mint = IdMint::seeded("test");
        let edit = draft.edit(state, Gazetteer::bundled(), &mut mint, &stamp());
        assert_eq!(edit, Ok(None), "{annotation:?}");
    }
}

#[test]
fn an_incident_is_offered_by_what_the_article_is_mostly_about() {
    let case = r#"
        incident the war
        incident the offensive
        article a.txt
        article b.txt
        claim k1 b.txt killed 1 in the war
        claim k2 b.txt killed 2 in the war
        claim k3 b.txt killed 3 in the war
    "#;
    let offered = |case: &str| {
        let (built, mut draft) = new(EvidenceKind::Claim, case, "[Ten] died.");
        let pick = claim(&mut draft).incident.clone();
        let is_known = matches!(pick.meant(&built.state), Meant::Incident(_));
        assert!(is_known || pick.text.is_empty());
        pick.text
    };
    assert_eq!(offered(case), "the war");
    let aside =
        "\nclaim k4 a.txt killed 4 in the war\nclaim k5 a.txt killed 5\nclaim k6 a.txt killed 6";
    assert_eq!(offered(&format!("{case}{aside}")), "", "most of the article have none");
    let here = "\nclaim k4 a.txt killed 4 in the offensive\nclaim k5 a.txt killed 5";
    assert_eq!(
        offered(&case.replace("\n        claim k1", &format!("{here}\nclaim k1"))),
        "the offensive"
    );
}

#[test]
fn a_part_is_offered_the_whole_of_its_sentence() {
    let text = "[At least 25 people were killed], two of them civilians, officials said.";
    let (mut built, draft) = new(EvidenceKind::Claim, CASE, text);
    committed(&mut built, &draft);
    let whole = built.state.annotations().values().last().unwrap().clone();
    let (id, article) = built.texts.iter().next().unwrap();
    let start = article.text.find("two of").unwrap();
    let span = Span::new(start, start + "two of them civilians".len());
    let names = gazetteer(&built.state);
    let offered = prefill(article, span, &names, &context(&built.state), &|_| false);
    let passage = passage(*id, article, span, PassageRole::Main);
    let mut draft = Draft::new(EvidenceKind::Claim, passage, &offered, &built.state, &names);
    assert_eq!(claim(&mut draft).measure, Measure::Part);
    assert_eq!(claim(&mut draft).part_of.meant(&built.state), Meant::Claim(whole.id));
    let told = committed(&mut built, &draft);
    assert!(told.contains("2 civilians killed, part of another figure"), "{told}");
}

#[test]
fn a_target_may_be_an_incident() {
    let text = "[France condemned the offensive].";
    let (mut built, draft) = new(EvidenceKind::Stance, CASE, text);
    check(
        &committed(&mut built, &draft),
        expect![[r#"
        Add stance “France condemned the offensive”
        - Add actor France
        - Add stance “France condemned the offensive”
        condemns the offensive | France | the offensive | the offensive | printed 19 Sep 2023, 21:12 | 
    "#]],
    );
    let Some(Body::Stance(stance)) = built.state.annotations().values().last().map(|it| &it.body)
    else {
        panic!("a stance")
    };
    assert!(matches!(stance.target.about, Some(About::Incident(_))));
}
