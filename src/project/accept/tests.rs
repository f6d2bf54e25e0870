//! A text and its accepted suggestions in, the edit out; or a project, what is accepted in each step, and what it holds
//! then.

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::*;
use crate::analysis::{Context, Found, suggest};
use crate::base::words::{Measure, Outcome};
use crate::base::{Span, TextIndex, Unknown};
use crate::corpus::{Hash, Metadata};
use crate::project::{ArticleRecord, Root, apply};
use crate::project::{Body, State, content, notation};

fn article(text: &str) -> Article {
    let mut at = 0;
    let mut lines = vec![];
    for line in text.split_inclusive('\n') {
        lines.push(Span::new(at, at + line.len()).trimmed(text));
        at += line.len();
    }
    Article {
        path: "a.txt".to_owned(),
        text: text.to_owned(),
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(text.as_bytes()),
        metadata: Metadata::default(),
        paragraphs: lines.clone(),
        sentences: lines,
        furniture: vec![],
        index: TextIndex::new(text),
    }
}

#[test]
fn the_headline_becomes_a_second_passage_and_the_part_names_its_whole() {
    let text = article(
        "At least 12 dead in market strike\n\
         At least 12 people, including three children, were killed, the Libyan health ministry said.\n\
         Norway condemned the strike.",
    );
    let all = suggest(&text, Gazetteer::bundled(), &Context::default());
    let chosen: Vec<usize> = (0..all.len()).collect();
    let article = ArticleId(uuid::Uuid::nil());
    let choice = Choice { article, text: &text, all: &all, chosen: &chosen };
    let stamp = Stamp {
        coder: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
        unknown: Unknown::default(),
    };
    let mut state = State::default();
    let mut mint = IdMint::seeded("test");
    let edit = accept(&state, &[choice], Gazetteer::bundled(), &mut mint, &stamp);
    let Edit::Batch { label, edits } = &edit else { panic!("one step") };
    assert_eq!(label, "Accept 4 suggestions");
    let annotations: Vec<&Annotation> = edits
        .iter()
        .filter_map(|it| match it {
            Edit::Add(Record::Annotation(it)) => Some(&**it),
            _ => None,
        })
        .collect();
    let whole = annotations[0].claim().unwrap();
    assert_eq!((whole.outcome, whole.low, whole.high), (Outcome::Killed, 12, None));
    assert_eq!(annotations[0].passages.len(), 2);
    assert_eq!(whole.claimant.words, "the Libyan health ministry");
    let part = annotations[1].claim().unwrap();
    assert_eq!((part.low, part.part_of), (3, Some(annotations[0].id)));
    let names: Vec<_> = edits
        .iter()
        .filter_map(|it| match it {
            Edit::Add(Record::Actor(it)) => Some(it.name.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Libya", "Norway"]);
    let root = crate::base::RootId(uuid::Uuid::nil());
    let unknown = Unknown::default();
    let before = [
        Record::Root(Root { id: root, path: ".".to_owned(), unknown: unknown.clone() }),
        Record::Article(Box::new(ArticleRecord {
            id: article,
            root,
            path: text.path.clone(),
            text_hash: text.text_hash,
            file_hash: text.file_hash,
            extractor: 1,
            length: text.text.len(),
            metadata: Metadata::default(),
            excluded: false,
            reviewed: false,
            unknown,
        })),
    ];
    for record in before {
        apply(&mut state, &Edit::Add(record), &stamp).unwrap();
    }
    apply(&mut state, &edit, &stamp).unwrap();
    // Once accepted, the later sentence alone becomes a passage of what is there.
    let later: Vec<usize> = (0..all.len()).filter(|it| all[*it].repeats().is_some()).collect();
    let choice = Choice { chosen: &later, ..choice };
    let edit = accept(&state, &[choice], Gazetteer::bundled(), &mut mint, &stamp);
    let Edit::Batch { edits, .. } = &edit else { panic!("one step") };
    assert!(matches!(edits[..], [Edit::Attach { .. }]), "{edits:?}");
}

#[test]
fn a_stance_printed_twice_word_for_word_is_one_with_two_passages() {
    let text = article(
        "Norway condemns the strike\n\
         Norway condemns the strike.\n\
         Sweden condemned the strike.",
    );
    let all = suggest(&text, Gazetteer::bundled(), &Context::default());
    let chosen: Vec<usize> = (0..all.len()).collect();
    let article = ArticleId(uuid::Uuid::nil());
    let choice = Choice { article, text: &text, all: &all, chosen: &chosen };
    let stamp = Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    let mut mint = IdMint::seeded("test");
    let edit = accept(&State::default(), &[choice], Gazetteer::bundled(), &mut mint, &stamp);
    let Edit::Batch { edits, .. } = &edit else { panic!("one step") };
    let passages = edits.iter().filter_map(|it| match it {
        Edit::Add(Record::Annotation(it)) => {
            Some((it.stance()?.actor.words.as_str(), it.passages.len()))
        }
        _ => None,
    });
    assert_eq!(passages.collect::<Vec<_>>(), [("Norway", 2), ("Sweden", 1)]);
}

#[test]
fn a_name_typed_is_the_name_kept_with_what_the_gazetteer_knows_of_it() {
    let state = crate::project::notation::state("actor Azerbaijan : state").unwrap();
    let mut mint = IdMint::seeded("test");
    let mut names = Names::new(&state, Gazetteer::bundled());
    let person = names.typed("dmitry  peskov", "the Kremlin", &mut mint);
    assert_eq!(names.typed("Dmitry Peskov", "", &mut mint), person, "once each");
    names.typed("Ana Gomez", "Gomez", &mut mint);
    names.typed("Moscow", "", &mut mint);
    let war = names.incident("the war", &mut mint);
    assert_eq!(names.incident("the war", &mut mint), war);
    let code = names.code("fire", &mut mint);
    assert_eq!(names.code("Fire", &mut mint), code);
    let edits = names.into_edits();
    let mut after = state.clone();
    let stamp = Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    for edit in &edits {
        apply(&mut after, edit, &stamp).unwrap();
    }
    let shown = after.actors().values().map(|it| {
        let owner = it.belongs_to.map_or("", |id| &after.actors()[&id].name);
        format!("{} {} {:?} {} < {owner}", it.colour, it.name, it.aliases, it.kind.word())
    });
    expect_test::expect![[r#"
        0 Azerbaijan [] state < 
        1 Russia [] state < 
        2 dmitry peskov ["Kremlin"] person < Russia
        3 Ana Gomez ["Gomez"] person < 
        4 Moscow [] other < "#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
    assert_eq!((after.incidents().len(), after.codes().len()), (1, 1));
}

#[test]
fn a_text_is_read_in_the_names_of_the_project() {
    let case = "actor Karabakh authorities : organisation, alias Stepanakert
        incident the offensive : alias the operation";
    let state = crate::project::notation::state(case).unwrap();
    let names = gazetteer(&state);
    assert_eq!(names.named("Stepanakert").unwrap().name, "Karabakh authorities");
    assert_eq!(context(&state).incidents[0].aliases, ["the operation"]);
    let name = |words: &str, name: Option<&str>| {
        let found = crate::analysis::FoundName {
            words: words.to_owned(),
            name: name.map(str::to_owned),
            span: None,
        };
        match Names::lead(&state, &names, &found) {
            NameLeads::To(id) => format!("to {}", state.actors()[&id].name),
            NameLeads::ToNew(name) => format!("to new {name}"),
            NameLeads::Nowhere => "nowhere".to_owned(),
        }
    };
    assert_eq!(name("Stepanakert", Some("Karabakh authorities")), "to Karabakh authorities");
    assert_eq!(name("the Kremlin", Some("Russia")), "to new Russia");
    assert_eq!(name("Ana Gomez", None), "to new Ana Gomez");
    assert_eq!(name("the ministry", None), "nowhere");
}

#[test]
fn spellings_of_one_person_are_offered_as_one_actor_with_aliases() {
    let state = crate::project::notation::state("actor Sweden : state").unwrap();
    let mut mint = IdMint::seeded("test");
    let mut names = Names::new(&state, Gazetteer::bundled());
    let mut actor = |words: &str, name: Option<&str>| {
        let (words, name) = (words.to_owned(), name.map(str::to_owned));
        names.actor(&crate::analysis::FoundName { words, name, span: None }, &mut mint)
    };
    let known = actor("Prime Minister Nikol Pashinian", Some("Nikol Pashinyan"));
    assert_eq!(actor("Pashinyan", Some("Nikol Pashinyan")), known);
    let unknown = actor("Gevorg Tumanyan", None);
    assert_eq!(actor("Gevorg Tumanian", None), unknown);
    assert_eq!(actor("Tumanyan", None), unknown);
    assert_ne!(actor("Arpi Tumanyan", None), unknown);
    assert_eq!(actor("police", None), None);
    // What only describes a thing is no name.
    actor("the Swedish offensive", Some("Sweden"));
    actor("the Norwegian offensive", Some("Norway"));
    let edits = names.into_edits();
    let shown = edits.iter().filter_map(|it| match it {
        Edit::Add(Record::Actor(it)) => Some(format!("{} {:?}", it.name, it.aliases)),
        _ => None,
    });
    expect_test::expect![[r#"
        Armenia []
        Nikol Pashinyan ["Nikol Pashinian", "Pashinyan"]
        Gevorg Tumanyan ["Gevorg Tumanian"]
        Arpi Tumanyan []
        Norway []"#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
}

/// Accepts in each step the suggestions of this content, or all where it is "*", and shows what the project holds then.
pub(super) fn check(project: &str, steps: &[&str], expect: Expect) {
    let built = notation::read(project).unwrap();
    let stamp = Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    let mut mint = IdMint::seeded("steps");
    let mut state = built.state.clone();
    for step in steps {
        let names = gazetteer(&state);
        let found: Vec<Vec<Suggestion>> =
            built.texts.values().map(|it| suggest(it, &names, &context(&state))).collect();
        let wanted: Vec<&str> = step.split(", ").collect();
        let is_wanted = |it: &Suggestion| *step == "*" || wanted.contains(&&*content(&it.found));
        let chosen: Vec<Vec<usize>> = found
            .iter()
            .map(|all| (0..all.len()).filter(|at| is_wanted(&all[*at])).collect())
            .collect();
        let choices: Vec<Choice<'_>> = built
            .texts
            .iter()
            .zip(found.iter().zip(&chosen))
            .map(|((article, text), (all, chosen))| Choice { article: *article, text, all, chosen })
            .collect();
        let edit = accept(&state, &choices, &names, &mut mint, &stamp);
        let before = state.clone();
        let back = apply(&mut state, &edit, &stamp).unwrap();
        let after = state.clone();
        apply(&mut state, &back, &stamp).unwrap();
        assert!(state == before, "it is taken back as one step");
        state = after;
    }
    expect.assert_eq(&shown(&state));
}

fn shown(state: &State) -> String {
    let says = |it: &Annotation| match &it.body {
        Body::Claim(it) => format!("{} {}", it.outcome.word(), it.low),
        Body::Stance(it) => format!("{} {}", it.actor.words, it.position.word()),
        Body::Note(_) => "note".to_owned(),
    };
    let name = |it: Option<crate::base::ActorId>| it.map_or("", |it| &state.actors()[&it].name);
    let mut shown = String::new();
    for it in state.annotations().values().filter(|it| it.note().is_none()) {
        shown += &says(it);
        let (incident, actor) = match &it.body {
            Body::Claim(it) => (it.incident, it.claimant.actor),
            Body::Stance(it) => (it.incident, it.actor.actor),
            Body::Note(_) => (None, None),
        };
        let claim = it.claim();
        if claim.is_some_and(|it| it.measure == Measure::Part) {
            shown += ", a part";
        }
        if let Some(whole) = claim.and_then(|it| it.part_of) {
            write!(shown, " of {}", says(&state.annotations()[&whole])).unwrap();
        }
        if actor.is_some() {
            write!(shown, ", by {}", name(actor)).unwrap();
        }
        if let Some(incident) = incident {
            write!(shown, ", in {}", state.incidents()[&incident].name).unwrap();
        }
        shown += "\n";
    }
    for it in state.actors().values() {
        writeln!(shown, "{} {:?}", it.name, it.aliases).unwrap();
    }
    shown
}

const PARTS: &str = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "At least 12 people, including three children, were killed in the town."
"#;

#[test]
fn a_part_is_tied_to_its_whole_in_whatever_order_they_are_accepted() {
    check(
        PARTS,
        &["killed 12, killed 3 child"],
        expect![[r#"
        killed 12
        killed 3, a part of killed 12
    "#]],
    );
    check(
        PARTS,
        &["killed 12", "killed 3 child"],
        expect![[r#"
        killed 12
        killed 3, a part of killed 12
    "#]],
    );
    check(
        PARTS,
        &["killed 3 child"],
        expect![[r#"
        killed 3, a part
    "#]],
    );
    check(
        PARTS,
        &["killed 3 child", "killed 12"],
        expect![[r#"
        killed 3, a part of killed 12
        killed 12
    "#]],
    );
}

#[test]
fn a_part_that_stands_before_its_whole_is_tied_in_the_same_step() {
    let (built, stamp) =
        (notation::read(PARTS).unwrap(), Stamp::new("", jiff::Timestamp::UNIX_EPOCH));
    let (article, text) = built.texts.iter().next().unwrap();
    let mut all = suggest(text, Gazetteer::bundled(), &Context::default());
    all.swap(0, 1);
    let Found::Claim(part) = &mut all[0].found else { panic!("a claim") };
    part.part_of = Some(1);
    let choice = Choice { article: *article, text, all: &all, chosen: &[0, 1] };
    let mut state = built.state.clone();
    let mut mint = IdMint::seeded("test");
    let edit = accept(&state, &[choice], Gazetteer::bundled(), &mut mint, &stamp);
    apply(&mut state, &edit, &stamp).unwrap();
    expect![[r#"
        killed 3, a part of killed 12
        killed 12
    "#]]
    .assert_eq(&shown(&state));
}

#[test]
fn a_part_that_the_analyst_made_a_total_stays_one() {
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
claim c1 a.txt killed 3 child "At least 12 people, including three children, were killed."
"#,
        &["killed 12"],
        expect![[r#"
            killed 3
            killed 12
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
fn other_spellings_of_a_name_lead_to_the_same_actor_and_become_its_aliases() {
    let report = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Nikol Pashinyan condemned the attack."
note n1 a.txt "Ilham Aliyev condemned the attack."
note n2 a.txt "Ruben Vardanyan condemned the attack."
"#;
    check(
        &format!(
            "actor Nikol Pashinian : person\nactor Aliev : person\nactor Ruben Vardanian : person{report}"
        ),
        &["*"],
        expect![[r#"
            Nikol Pashinyan condemn, by Nikol Pashinian
            Ilham Aliyev condemn, by Aliev
            Ruben Vardanyan condemn, by Ruben Vardanian
            Nikol Pashinian ["Nikol Pashinyan"]
            Aliev ["Ilham Aliyev"]
            Ruben Vardanian ["Ruben Vardanyan"]
        "#]],
    );
    check(
        &format!(
            "actor Nikol Pashinyan : person\nactor Ilham Aliyev : person, alias Aliyev{report}"
        ),
        &["*"],
        expect![[r#"
            Nikol Pashinyan condemn, by Nikol Pashinyan
            Ilham Aliyev condemn, by Ilham Aliyev
            Ruben Vardanyan condemn, by Ruben Vardanyan
            Nikol Pashinyan []
            Ilham Aliyev ["Aliyev"]
            Nagorno-Karabakh []
            Ruben Vardanyan []
        "#]],
    );
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Ilham Aliev condemned the attack."
note n1 a.txt "İlham Əliyev condemned the raid."
note n2 a.txt "Ruben Vardanian condemned the attack."
note n3 a.txt "Ruben Vardanyan condemned the raid."
note n4 a.txt "Aliyeva condemned the raid."
"#,
        &["*"],
        expect![[r#"
            Ilham Aliev condemn, by Ilham Aliyev
            İlham Əliyev condemn, by Ilham Aliyev
            Ruben Vardanian condemn, by Ruben Vardanyan
            Ruben Vardanyan condemn, by Ruben Vardanyan
            Aliyeva condemn
            Azerbaijan []
            Ilham Aliyev ["Ilham Aliev", "İlham Əliyev"]
            Nagorno-Karabakh []
            Ruben Vardanyan ["Ruben Vardanian"]
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
