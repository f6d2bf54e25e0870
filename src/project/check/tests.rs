//! What the check finds, as text.

use std::sync::Arc;

use expect_test::{Expect, expect};

use super::*;
use crate::base::{RootId, TextIndex};
use crate::corpus::{Article, Hash};
use crate::project::{bind, notation, read, write};

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|it| format!("{:?} {it}\n", it.severity)).collect()
}

/// Shows what is found in the project file of a notation, after replacing texts in the file as a hand might.
fn check_file(text: &str, replace: &[(&str, &str)], expect: Expect) {
    let state = notation::state(text).unwrap();
    assert_eq!(invariants(&state), Vec::<String>::new());
    let mut file = String::from_utf8(write(&state)).unwrap();
    for (old, new) in replace {
        assert!(file.contains(old), "{old} in {file}");
        file = file.replace(old, new);
    }
    let (state, _) = read(file.as_bytes()).unwrap();
    expect.assert_eq(&shown(&check(&state, None)));
}

#[test]
fn a_sound_project_has_no_findings() {
    check_file(include_str!("../../../tests/projects/case.txt"), &[], expect![[r#""#]]);
}

#[test]
fn figures_and_times_that_do_not_go_together_are_told() {
    check_file(
        r#"
        article a.txt | Wire | 2023-09-19
        claim k1 a.txt killed 5 in the fire at 2023-09-21 "five dead"
        claim k2 a.txt killed 7 child part-of k1 in the flood "seven children"
        claim k3 a.txt killed 2 measure part "two of them"
        claim k4 a.txt killed >=5 "at least five"
        claim k5 a.txt killed 6 civilian part-of k4 "six civilians"
        "#,
        &[],
        expect![[r#"
            NeedsReview claim “seven children”, a.txt: the part (7) is more than its whole (5); look at both figures
            Note claim “five dead”, a.txt: it speaks of a time after the report was printed; look at both times
            Note claim “seven children”, a.txt: part and whole name different incidents; look at both incidents
            Note claim “two of them”, a.txt: it is a part, and of what is not said; name the claim it is part of
        "#]],
    );
}

#[test]
fn what_an_edit_refuses_is_found_in_a_damaged_file() {
    check_file(
        r#"
        actor A
        actor B < A
        actor C < B
        claim k1 a.txt killed 5..6 by C in the fire "five dead"
        stance s1 a.txt A condemn B "blamed B"
        "#,
        &[
            ("\"low\":5,\"high\":6", "\"low\":5,\"high\":4"),
            ("\"quote\":\"blamed B\"", "\"quote\":\"\""),
            (
                "\"name\":\"A\"",
                "\"name\":\"A\",\"belongs_to\":\"343e6cd0-5c38-5d20-b2df-7a84fc273e75\"",
            ),
            ("\"roots\": [", "\"roots\": [], \"x\": ["),
            ("\"incidents\": [", "\"incidents\": [], \"y\": ["),
        ],
        expect![[r#"
            NeedsReview article a.txt: its folder is not in the project; add the folder again
            NeedsReview actor A: it stands within itself, by way of others; take one of them out
            NeedsReview actor B: it stands within itself, by way of others; take one of them out
            NeedsReview actor C: it stands within itself, by way of others; take one of them out
            NeedsReview claim “five dead”, a.txt: the incident is not in the project; choose another or clear the field
            NeedsReview claim “five dead”, a.txt: the lowest number (5) is above the highest (4); correct the figure
            NeedsReview stance “”, a.txt: a passage is empty; mark its passage anew
        "#]],
    );
}

fn article(path: &str, text: &str, state: &State) -> (RootId, Arc<Article>) {
    let article = Article {
        path: path.into(),
        text: text.into(),
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(text.as_bytes()),
        metadata: Default::default(),
        paragraphs: vec![],
        sentences: vec![],
        furniture: vec![],
        index: TextIndex::new(text),
    };
    (state.roots().keys().next().copied().unwrap(), Arc::new(article))
}

#[test]
fn files_that_changed_moved_or_vanished_are_told() {
    let built = notation::read(
        r#"
        claim k1 a.txt killed 5 "five dead"
        claim k2 b.txt killed 6 "six dead"
        claim k3 c.txt killed 7 "seven dead"
        claim k4 c.txt killed 8 "eight dead"
        claim k5 d.txt killed 9 "nine dead"
        claim k6 e.txt killed 10 "ten dead"
        claim k7 f.txt killed 10 "ten dead"
        "#,
    )
    .unwrap();
    let state = &built.state;
    let loaded = [
        article("a.txt", "five dead.\n\n", state),
        article("c.txt", "It is said: seven dead.", state),
        article("moved/d.txt", "nine dead.\n\n", state),
        // Two records had this text: neither is taken to have moved here.
        article("g.txt", "ten dead.\n\n", state),
    ];
    let binding = bind(state, &loaded);
    expect![[r#"
        NeedsReview article b.txt: its file is missing; its annotations and their sentences are kept; bring the file back, or choose where its folder is now
        NeedsReview article e.txt: its file is missing; its annotations and their sentences are kept; bring the file back, or choose where its folder is now
        NeedsReview article f.txt: its file is missing; its annotations and their sentences are kept; bring the file back, or choose where its folder is now
        NeedsReview article c.txt: its text is not the one that was annotated; look at its annotations, then take over the new version
        NeedsReview claim “seven dead”, c.txt: the passage “seven dead” is moved: the text around it changed, and the quote stands there once; look at the place and confirm it
        NeedsReview claim “eight dead”, c.txt: the passage “eight dead” is lost: the text changed, and the quote is gone or cannot be told from others; mark it again, or delete it
        Note article d.txt: its file now stands at moved/d.txt; take over the new path
        Note article g.txt: it is in the folder and not in the project; it takes no part until it is added
    "#]].assert_eq(&shown(&check(state, Some(&binding))));
    let json = serde_json::to_string(&check(state, Some(&binding))[0]).unwrap();
    expect![[r#"{"severity":"needs_review","place":"article b.txt","what":"its file is missing; its annotations and their sentences are kept","hint":"bring the file back, or choose where its folder is now","record":{"article":"252c7e81-209b-55a7-904e-31faa4513abb"}}"#]].assert_eq(&json);
}
