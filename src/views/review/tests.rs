//! Articles with what was decided in, the queue out.

use expect_test::{Expect, expect};

use super::*;
use crate::analysis::suggest;
use crate::project::{context, notation};

fn made(project: &str, request: &ReviewRequest) -> (State, Review) {
    let built = notation::read(project).unwrap();
    let texts: IndexMap<_, _> =
        built.texts.iter().map(|(id, text)| (*id, Arc::new(text.clone()))).collect();
    let gazetteer = Gazetteer::bundled();
    let search = |text: &Article| Arc::from(suggest(text, gazetteer, &context(&built.state)));
    let found = texts.iter().map(|(id, text)| (*id, search(text))).collect();
    let review = review(&built.state, gazetteer, &texts, &found, request);
    (built.state, review)
}

fn check(project: &str, request: &ReviewRequest, expect: Expect) {
    let (state, review) = made(project, request);
    let path = |it: ArticleId| &state.articles()[&it].path;
    let mut shown = String::new();
    for it in review.queue.iter().map(|at| &review.waiting[*at]) {
        let passages = it.these.len();
        shown += &format!("{} {:.2} {}", path(it.article), it.score, it.says);
        shown += if passages > 1 { ", twice\n" } else { "\n" };
    }
    for article in review.of.keys() {
        let left = review.left(*article);
        shown += &format!("left in {}: {}c {}s\n", path(*article), left.claims, left.stances);
    }
    shown += &format!("searched {}", review.searched);
    for (language, number) in &review.not_searched {
        shown += &format!(", not searched: {language} {number}");
    }
    expect.assert_eq(&(shown + "\n"));
}

const CASE: &str = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-21 12:00
note n0 a.txt "At least 25 people were killed in the attack."
note n1 a.txt "At least 25 people were killed and 80 wounded, the Libyan health ministry said."
note n2 a.txt "France condemned the attack."
note n3 b.txt "Norway may have praised the rescue of three people."
note n4 b.txt "Two policemen died."
"#;

#[test]
fn the_queue_goes_from_place_to_place_and_takes_repeats_together() {
    check(
        CASE,
        &ReviewRequest::default(),
        expect![[r#"
            a.txt 0.95 Libya: at least 25 killed, twice
            a.txt 0.95 Libya: at least 80 injured
            a.txt 0.88 France condemns the attack
            b.txt 0.92 2 police killed
            left in a.txt: 2c 1s
            left in b.txt: 1c 0s
            searched 2
        "#]],
    );
}

#[test]
fn the_surest_come_first_when_asked_for() {
    check(
        CASE,
        &ReviewRequest { order: Order::Score, ..Default::default() },
        expect![[r#"
            a.txt 0.95 Libya: at least 25 killed, twice
            a.txt 0.95 Libya: at least 80 injured
            b.txt 0.92 2 police killed
            a.txt 0.88 France condemns the attack
            left in a.txt: 2c 1s
            left in b.txt: 1c 0s
            searched 2
        "#]],
    );
}

#[test]
fn what_is_left_does_not_depend_on_what_is_asked_for() {
    let stances = ReviewRequest { claims: false, ..Default::default() };
    check(
        CASE,
        &stances,
        expect![[r#"
            a.txt 0.88 France condemns the attack
            left in a.txt: 2c 1s
            left in b.txt: 1c 0s
            searched 2
        "#]],
    );
    check(
        CASE,
        &ReviewRequest { least: 2.0, ..Default::default() },
        expect![[r#"
        left in a.txt: 2c 1s
        left in b.txt: 1c 0s
        searched 2
    "#]],
    );
}

#[test]
fn decided_and_excluded_are_not_offered_and_foreign_articles_are_counted() {
    check(
        &format!(
            r#"{CASE}
article c.txt | Вести | 2023-09-21 12:00
note n5 c.txt "По словам министерства, погибли двадцать пять человек и ещё восемьдесят были ранены в городе."
claim k1 a.txt killed 25 "At least 25 people were killed."
dismiss b.txt killed 2 police "Two policemen died"
article d.txt | Kurier | 2023-09-21 12:00
note n6 d.txt "Nine people were killed."
exclude d.txt
"#
        ),
        &ReviewRequest::default(),
        expect![[r#"
            a.txt 0.95 Libya: at least 25 killed, twice
            a.txt 0.95 Libya: at least 80 injured
            a.txt 0.88 France condemns the attack
            left in a.txt: 2c 1s
            searched 2, not searched: unknown language 1
        "#]],
    );
}
