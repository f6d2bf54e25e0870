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
    let later: Vec<usize> = (0..all.len()).filter(|it| repeats(&all[*it]).is_some()).collect();
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
