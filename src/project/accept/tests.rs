//! A text and its accepted suggestions in, the edit out.

use super::*;
use crate::analysis::{Context, suggest};
use crate::base::words::Outcome;
use crate::base::{Span, TextIndex, Unknown};
use crate::corpus::{Hash, Metadata};
use crate::project::{ArticleRecord, Root, apply};

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
        Gevorg Tumanyan ["Gevorg Tumanian", "Tumanyan"]
        Arpi Tumanyan []
        Norway []"#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
}
