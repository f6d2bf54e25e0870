//! A text and its accepted suggestions in, the edit out; or a project, what is accepted in each step, and what it holds
//! then.

mod events;
mod names;

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

/// Accepts in each step the suggestions of this content, or all where it is "*", and shows what the project holds then.
fn check(project: &str, steps: &[&str], expect: Expect) {
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
