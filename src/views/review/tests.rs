//! Articles with what was decided in, the queue out.

use expect_test::{Expect, expect};

use super::*;
use crate::analysis::suggest;
use crate::project::{context, notation, restore};

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
    for it in (0..review.queue.len()).filter_map(|it| review.at(it)) {
        let passages = it.these.len();
        shown += &format!("{} {:.2} {}", path(it.article), it.score, it.says);
        shown += if passages > 1 { ", twice" } else { "" };
        let records = it.dismissals.len();
        shown += &if records > 0 { format!(", dismissed {records}\n") } else { "\n".to_owned() };
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

#[test]
fn what_was_dismissed_is_shown_in_place_of_what_is_left_when_asked_for() {
    check(
        &format!(
            r#"{CASE}
dismiss a.txt killed 25 "At least 25 people were killed"
dismiss b.txt killed 2 police "Two policemen died"
dismiss b.txt killed 99 "Nobody died"
"#
        ),
        &ReviewRequest { dismissed: true, ..Default::default() },
        expect![[r#"
            a.txt 0.95 Libya: at least 25 killed, twice, dismissed 1
            b.txt 0.92 2 police killed, dismissed 1
            left in a.txt: 1c 1s
            searched 2
        "#]],
    );
}

#[test]
fn once_its_dismissals_are_gone_it_is_left_again() {
    let case = format!("{CASE}dismiss b.txt killed 2 police \"Two policemen died\"\n");
    let built = notation::read(&case).unwrap();
    let (mut state, review) = made(&case, &ReviewRequest { dismissed: true, ..Default::default() });
    let it = review.at(0).unwrap();
    assert_eq!(review.place(&it.key), Some(0));
    let stamp = crate::project::Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    crate::project::apply(&mut state, &restore(it.dismissals.iter().copied()), &stamp).unwrap();
    let decided = Decided::new(&state, Gazetteer::bundled());
    let text = &built.texts[&it.article];
    let all = suggest(text, Gazetteer::bundled(), &context(&state));
    assert_eq!(decided.of(it.article, text, &all)[it.these[0]], Decision::Open);
}
