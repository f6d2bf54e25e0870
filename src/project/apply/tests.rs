//! What merging, deleting and refusing come to, as text.

use expect_test::{Expect, expect};

use super::*;
use crate::base::AnnotationId;
use crate::project::edit::{ActorField, ClaimField};
use crate::project::notation::{self, Built};
use crate::project::write;

const CASE: &str = r#"
    actor North : state
    actor Ministry < North : organisation
    actor Envoy < Ministry : person, alias the envoy
    incident the war
    incident the fire < the war
    article a.txt
    claim k1 a.txt killed 9 by Ministry side North in the fire "nine dead"
    claim k2 b.txt killed 2 part-of k1 by (a witness) "two of them"
    stance s1 b.txt Ministry condemn incident:the fire about the fire "blamed"
    stance s2 b.txt Envoy condemn Ministry "criticised"
    passage s2 repeat a.txt "again"
"#;

fn stamp() -> Stamp {
    Stamp::new("CD", jiff::Timestamp::UNIX_EPOCH)
}

/// Carries out an edit and shows its name and what of actors, incidents and annotations is then there.
fn check(make: impl FnOnce(&Built) -> Edit, expect: Expect) {
    let built = notation::read(CASE).unwrap();
    let edit = make(&built);
    let mut state = built.state.clone();
    let mut shown = format!("{}\n", label(&edit, &state));
    match apply(&mut state, &edit, &stamp()) {
        Err(error) => {
            assert_eq!(state, built.state);
            shown += &format!("refused: {error}\n");
        }
        Ok(inverse) => {
            shown += &told(&state);
            apply(&mut state, &inverse, &stamp()).unwrap();
            assert_eq!(write(&state), write(&built.state));
        }
    }
    expect.assert_eq(&shown);
}

fn told(state: &State) -> String {
    let mut told = String::new();
    let name = |id| state.actors().get(&id).map_or("?", |it| it.name.as_str());
    for actor in state.actors().values() {
        let line: Vec<_> = state.lineage(actor.id).into_iter().map(name).collect();
        told += &format!("actor {}, also {:?}\n", line.join(" < "), actor.aliases);
    }
    for annotation in state.annotations().values() {
        let mut names = vec![];
        crate::project::refs::of_annotation(annotation, &mut |id, field| match id {
            RecordId::Actor(id) => names.push(format!("{field} {}", name(id))),
            RecordId::Article(id) => names.push(state.articles()[&id].path.clone()),
            _ => names.push(field.to_owned()),
        });
        told += &format!("{}: {}\n", described(annotation), names.join(", "));
    }
    told
}

fn actor(built: &Built, name: &str) -> crate::base::ActorId {
    built.state.actor_named(name).unwrap().id
}

#[test]
fn merging_renames_everywhere_and_closes_no_circle() {
    check(
        |it| Edit::MergeActors { from: actor(it, "North"), into: actor(it, "Envoy") },
        expect![[r#"
            Merge North into Envoy
            actor Ministry < Envoy, also []
            actor Envoy, also ["the envoy", "North"]
            claim “nine dead”: a.txt, the side Envoy, the claimant Ministry, the incident
            claim “two of them”: b.txt, the claim it is part of
            stance “blamed”: b.txt, the actor Ministry, the target, the incident
            stance “criticised”: b.txt, a.txt, the actor Envoy, the target Ministry
        "#]],
    );
    check(
        |it| Edit::MergeActors { from: actor(it, "Envoy"), into: actor(it, "Ministry") },
        expect![[r#"
            Merge Envoy into Ministry
            actor North, also []
            actor Ministry < North, also ["Envoy", "the envoy"]
            claim “nine dead”: a.txt, the side North, the claimant Ministry, the incident
            claim “two of them”: b.txt, the claim it is part of
            stance “blamed”: b.txt, the actor Ministry, the target, the incident
            stance “criticised”: b.txt, a.txt, the actor Ministry, the target Ministry
        "#]],
    );
    check(
        |it| Edit::MergeActors { from: actor(it, "North"), into: actor(it, "North") },
        expect![[r#"
            Merge North into North
            refused: the actor cannot be merged with itself
        "#]],
    );
}

#[test]
fn deleting_takes_every_reference_along() {
    check(
        |it| Edit::Delete(RecordId::Actor(actor(it, "Ministry"))),
        expect![[r#"
        Delete actor Ministry
        actor North, also []
        actor Envoy < North, also ["the envoy"]
        claim “nine dead”: a.txt, the side North, the incident
        claim “two of them”: b.txt, the claim it is part of
        stance “blamed”: b.txt, the target, the incident
        stance “criticised”: b.txt, a.txt, the actor Envoy
    "#]],
    );
    let article = |it: &Built| *it.state.articles().keys().next().unwrap();
    check(
        |it| Edit::Delete(RecordId::Article(article(it))),
        expect![[r#"
        Delete a.txt
        actor North, also []
        actor Ministry < North, also []
        actor Envoy < Ministry < North, also ["the envoy"]
        claim “two of them”: b.txt
        stance “blamed”: b.txt, the actor Ministry, the target, the incident
        stance “criticised”: b.txt, the actor Envoy, the target Ministry
    "#]],
    );
    let fire = |it: &Built| it.state.incident_named("the fire").unwrap().id;
    check(
        |it| Edit::Delete(RecordId::Incident(fire(it))),
        expect![[r#"
        Delete incident the fire
        actor North, also []
        actor Ministry < North, also []
        actor Envoy < Ministry < North, also ["the envoy"]
        claim “nine dead”: a.txt, the side North, the claimant Ministry
        claim “two of them”: b.txt, the claim it is part of
        stance “blamed”: b.txt, the actor Ministry
        stance “criticised”: b.txt, a.txt, the actor Envoy, the target Ministry
    "#]],
    );
}

#[test]
fn a_refused_edit_says_why_and_a_batch_is_whole_or_nothing() {
    check(
        |it| Edit::SetActor {
            actor: actor(it, "North"),
            to: ActorField::BelongsTo(Some(actor(it, "Envoy"))),
        },
        expect![[r#"
            Put North within Envoy
            refused: an actor cannot stand within itself, not even by way of others
        "#]],
    );
    let part_of = |it: &Built, part: &str, whole: &str| Edit::SetClaim {
        annotation: it.keys[part],
        to: ClaimField::PartOf(Some(it.keys[whole])),
    };
    check(
        |it| part_of(it, "k1", "k2"),
        expect![[r#"
        Make part of claim “two of them”
        refused: a claim cannot stand within itself, not even by way of others
    "#]],
    );
    check(
        |it| part_of(it, "k1", "s1"),
        expect![[r#"
        Make part of stance “blamed”
        refused: the annotation is a stance, not a claim
    "#]],
    );
    check(
        |it| part_of(it, "s1", "k1"),
        expect![[r#"
        Make part of claim “nine dead”
        refused: the annotation is a stance, not a claim
    "#]],
    );
    check(
        |it| {
            let gone = Edit::Delete(RecordId::Annotation(AnnotationId(uuid::Uuid::nil())));
            let first = Edit::Delete(RecordId::Annotation(it.keys["k1"]));
            let inner = Edit::Batch { label: "Inner".into(), edits: vec![first, gone] };
            let rename = Edit::RenameProject("x".into());
            Edit::Batch { label: "Two things".into(), edits: vec![rename, inner] }
        },
        expect![[r#"
            Two things
            refused: the annotation is not in the project
        "#]],
    );
}

#[test]
fn a_part_set_anew_keeps_the_keys_that_this_version_does_not_know() {
    let built = notation::read(CASE).unwrap();
    let file = String::from_utf8(write(&built.state)).unwrap();
    let file = file
        .replace("\"basis\":\"stated\"", "\"basis\":\"stated\",\"x\":1")
        .replace("\"made\":{", "\"changed\":{\"at\":\"2023-09-19T00:00:00Z\",\"y\":2},\"made\":{");
    let (mut state, _) = crate::project::read(file.as_bytes()).unwrap();
    let before = write(&state);
    let annotation = built.keys["k1"];
    let to = ClaimField::Side(crate::project::Side { words: "them".into(), ..Default::default() });
    let inverse = apply(&mut state, &Edit::SetClaim { annotation, to }, &stamp()).unwrap();
    let now = serde_json::to_string(&state.annotations()[&annotation]).unwrap();
    assert!(now.contains(r#""words":"them","basis":"stated","x":1"#), "{now}");
    assert!(now.contains(r#""y":2"#), "{now}");
    apply(&mut state, &inverse, &stamp()).unwrap();
    assert_eq!(write(&state), before);
}

#[test]
fn an_addition_names_only_what_is_there_before_it() {
    let built = notation::read(CASE).unwrap();
    let (whole, part) = (built.keys["k1"], built.keys["k2"]);
    let added = |id| {
        let found =
            |edit: &&Edit| matches!(edit, Edit::Add(it) if it.id() == RecordId::Annotation(id));
        built.edits.iter().find(found).cloned().unwrap()
    };
    let mut state = built.state.clone();
    for id in [part, whole] {
        apply(&mut state, &Edit::Delete(RecordId::Annotation(id)), &stamp()).unwrap();
    }
    let batch = |ids: [_; 2]| Edit::Batch { label: "Add".into(), edits: ids.map(added).to_vec() };
    let refused = apply(&mut state, &batch([part, whole]), &stamp()).unwrap_err();
    assert_eq!(refused.to_string(), "the claim is not in the project");
    apply(&mut state, &batch([whole, part]), &stamp()).unwrap();
}

#[test]
fn a_change_by_hand_is_stamped_and_a_change_to_the_same_is_none() {
    let built = notation::read(CASE).unwrap();
    let annotation = built.keys["k1"];
    let outcome = |outcome| Edit::SetClaim { annotation, to: ClaimField::Outcome(outcome) };
    let mut state = built.state.clone();
    let same = outcome(crate::base::words::Outcome::Killed);
    let inverse = apply(&mut state, &same, &stamp()).unwrap();
    assert_eq!(inverse, Edit::Restore { label: label(&same, &state), changes: vec![] });
    assert_eq!(state, built.state);
    let other = outcome(crate::base::words::Outcome::Injured);
    assert_eq!(label(&other, &state), "Change outcome to injured");
    apply(&mut state, &other, &stamp()).unwrap();
    assert_eq!(state.annotations()[&annotation].changed, Some(stamp()));
}
