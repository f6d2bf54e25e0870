//! The sheet as text: which rows a request shows, in what order, what its cells say; and the same by simple means.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::order::{Key, compare, key};
use super::*;
use crate::base::words::Status;
use crate::project::notation;
use crate::views::EvidenceKind;

const PROJECT: &str = r#"
zone +04:00
actor Ombudsman < Karabakh authorities : person
incident the offensive < the war
article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack
article b.txt | Canal Info | 2023-09-20 | A day after
article c.txt | Left Out
claim k1 a.txt killed >=25 civilian by Ombudsman side Armenians in the offensive at 2023-09-19T20:00 "at least 25 dead"
claim k2 a.txt injured 1200 by Azerbaijan status confirmed memo "to be looked at" "1,200 wounded"
claim k3 b.txt killed 7 by Karabakh authorities in the war "seven were killed"
stance s1 b.txt France condemn Azerbaijan about the offensive "condemned the attack"
note n1 b.txt shelling, fear "shells fell"
claim k4 c.txt killed 3 "three dead"
exclude c.txt
"#;

fn state() -> State {
    notation::state(PROJECT).unwrap()
}

fn shown(state: &State, request: &SheetRequest, fields: &[Field]) -> String {
    let made = sheet(state, request);
    let line = |id: &AnnotationId| {
        let it = &state.annotations()[id];
        fields.iter().map(|field| cell(state, it, *field)).collect::<Vec<_>>().join(" | ")
    };
    let mut lines: Vec<String> = made.rows.iter().map(line).collect();
    lines.push(format!("{} hidden", made.hidden));
    lines.join("\n")
}

fn check(request: SheetRequest, fields: &[Field], expect: Expect) {
    expect.assert_eq(&shown(&state(), &request, fields));
}

fn sorted(sort: &[(Field, Direction)]) -> SheetRequest {
    SheetRequest { sort: sort.to_vec(), ..SheetRequest::default() }
}

fn filtered(filter: Filter) -> SheetRequest {
    SheetRequest { filter, ..SheetRequest::default() }
}

#[test]
fn cells_say_what_each_kind_has_and_excluded_articles_are_left_out() {
    let fields = [Field::Kind, Field::Passage, Field::Says, Field::Who, Field::Whom, Field::Time];
    check(
        SheetRequest::default(),
        &fields,
        expect![[r#"
            claim | at least 25 dead | at least 25 civilians killed | Ombudsman | Armenians | 19 Sep 2023, 20:00
            claim | 1,200 wounded | 1,200 injured | Azerbaijan |  | printed 19 Sep 2023, 21:12
            claim | seven were killed | 7 killed | Karabakh authorities |  | printed 20 Sep 2023
            stance | condemned the attack | condemns Azerbaijan | France | Azerbaijan | printed 20 Sep 2023
            note | shells fell |  |  |  | 
            0 hidden"#]],
    );
    let fields = [Field::Low, Field::High, Field::Status, Field::Past, Field::Codes, Field::Title];
    check(
        SheetRequest::default(),
        &fields,
        expect![[r#"
            25 | open | pending |  |  | Attack
            1,200 | 1,200 | confirmed |  |  | Attack
            7 | 7 | pending |  |  | A day after
             |  |  | at present |  | A day after
             |  |  |  | shelling; fear | A day after
            0 hidden"#]],
    );
}

#[test]
fn times_are_told_in_short_and_without_the_year_where_all_are_of_one() {
    let check = |project: &str, expect: Expect| {
        let state = notation::state(project).unwrap();
        let made = sheet(&state, &SheetRequest::default());
        let told = |id: &AnnotationId| {
            let whole = cell(&state, &state.annotations()[id], Field::Time);
            brief(&whole, Field::Time, made.year).into_owned()
        };
        expect.assert_eq(&made.rows.iter().map(told).collect::<Vec<_>>().join("\n"));
    };
    let project = r#"
zone +04:00
article a.txt | Meridian Wire | 2023-09-19 21:12
article b.txt | Canal Info | ~2023-09-20
article c.txt
claim k1 a.txt killed 25 at 2023-09-19T20:00
claim k2 a.txt killed 5 at 2023-09-19
claim k3 a.txt killed 1
claim k4 b.txt killed 7
claim k5 c.txt killed 9
"#;
    check(
        project,
        expect![[r#"
        19 Sep 20:00
        19 Sep
        printed 19 Sep 21:12
        guessed 20 Sep
        no time"#]],
    );
    check(
        &format!("{project}claim k6 c.txt killed 9 at 2022-12-31"),
        expect![[r#"
        19 Sep 2023, 20:00
        19 Sep 2023
        printed 19 Sep 2023, 21:12
        guessed 20 Sep 2023
        no time
        31 Dec 2022"#]],
    );
}

#[test]
fn numbers_sort_by_size_names_without_case_and_what_is_empty_comes_last() {
    let fields = [Field::Low, Field::Who];
    check(
        sorted(&[(Field::Low, Direction::Down)]),
        &fields,
        expect![[r#"
            1,200 | Azerbaijan
            25 | Ombudsman
            7 | Karabakh authorities
             | France
             | 
            0 hidden"#]],
    );
    check(
        sorted(&[(Field::Outcome, Direction::Up), (Field::Who, Direction::Down)]),
        &[Field::Outcome, Field::Who],
        expect![[r#"
            killed | Ombudsman
            killed | Karabakh authorities
            injured | Azerbaijan
             | France
             | 
            0 hidden"#]],
    );
}

#[test]
fn numbers_within_words_sort_by_size() {
    check(
        sorted(&[(Field::Says, Direction::Up)]),
        &[Field::Says],
        expect![[r#"
            7 killed
            1,200 injured
            at least 25 civilians killed
            condemns Azerbaijan

            0 hidden"#]],
    );
}

#[test]
fn filters_leave_out_and_facets_count_what_each_choice_would_show() {
    let state = state();
    let actor = |name: &str| state.actor_named(name).map(|it| it.id);
    let incident = |name: &str| state.incident_named(name).map(|it| it.id);
    let check = |filter: Filter, expect: Expect| check(filtered(filter), &[Field::Passage], expect);
    check(
        Filter { text: "KILLED  ombuds".into(), ..Filter::default() },
        expect![[r#"
            at least 25 dead
            4 hidden"#]],
    );
    check(
        Filter { text: "looked".into(), ..Filter::default() },
        expect![[r#"
            1,200 wounded
            4 hidden"#]],
    );
    // Who belongs to an actor counts for it, and so does whom a stance is towards.
    check(
        Filter { actor: actor("Karabakh authorities"), ..Filter::default() },
        expect![[r#"
            at least 25 dead
            seven were killed
            3 hidden"#]],
    );
    check(
        Filter { actor: actor("Azerbaijan"), ..Filter::default() },
        expect![[r#"
            1,200 wounded
            condemned the attack
            3 hidden"#]],
    );
    check(
        Filter {
            incident: incident("the war"),
            kinds: vec![EvidenceKind::Claim],
            ..Filter::default()
        },
        expect![[r#"
            at least 25 dead
            seven were killed
            3 hidden"#]],
    );
    check(
        Filter { status: Some(Status::Confirmed), ..Filter::default() },
        expect![[r#"
            1,200 wounded
            4 hidden"#]],
    );
    check(
        Filter { to: "2023-09-19".parse().ok(), ..Filter::default() },
        expect![[r#"
            at least 25 dead
            1,200 wounded
            3 hidden"#]],
    );
    let filter = Filter { status: Some(Status::Pending), ..Filter::default() };
    let facets = sheet(&state, &filtered(filter)).facets;
    assert_eq!(facets.kinds, [2, 0, 0]);
    let counts: Vec<_> = facets.statuses.iter().map(|(it, count)| (it.word(), *count)).collect();
    assert_eq!(counts, [("pending", 2), ("confirmed", 1)]);
    let war = incident("the war").and_then(|it| facets.incidents.get(&it)).copied();
    assert_eq!(war, Some(2));
}

#[test]
fn a_row_is_found_by_its_annotation() {
    let state = state();
    let made = sheet(&state, &sorted(&[(Field::Low, Direction::Down)]));
    for (at, id) in made.rows.iter().enumerate() {
        assert_eq!(made.place(*id), Some(at));
    }
}

#[test]
fn the_plain_form_has_numbers_and_times_for_spreadsheets() {
    let state = state();
    let plain = |field| {
        let of = |it: &Annotation| super::plain(&state, it, field);
        state.annotations().values().map(|it| of(it)).collect::<Vec<_>>().join("|")
    };
    assert_eq!(plain(Field::Low), "25|1200|7|||3");
    assert_eq!(plain(Field::High), "|1200|7|||3");
    assert_eq!(plain(Field::Time), "2023-09-19T20:00+04:00|||||");
}

fn fields() -> impl Strategy<Value = Field> {
    proptest::sample::select(Field::ALL)
}

fn ways() -> impl Strategy<Value = Direction> {
    proptest::sample::select(&[Direction::Up, Direction::Down][..])
}

/// A project of claims with few different values, so that many are alike.
fn many(seeds: &[u16]) -> State {
    let mut text = String::from("article a.txt | A | 2023-09-19\narticle b.txt | B\n");
    for (at, seed) in seeds.iter().enumerate() {
        let (article, figure) = (["a", "b"][*seed as usize % 2], seed / 2 % 5);
        let (who, status) = (seed / 10 % 3, ["pending", "confirmed"][*seed as usize / 30 % 2]);
        text += &match seed % 7 {
            0 => format!("stance k{at} {article}.txt C{who} condemn c{figure}\n"),
            1 => format!("note k{at} {article}.txt code{figure}\n"),
            _ => format!("claim k{at} {article}.txt killed {figure} by C{who} status {status}\n"),
        };
    }
    notation::state(&text).unwrap()
}

proptest! {
    #[test]
    fn the_order_is_that_of_a_simple_sort(
        seeds in proptest::collection::vec(0u16..600, 0..24),
        sort in proptest::collection::vec((fields(), ways()), 0..3),
    ) {
        let state = many(&seeds);
        // One key after another, the last first, by a sort that keeps the order of what is alike.
        let mut rows: Vec<&Annotation> =
            state.annotations().values().map(|it| &**it).collect();
        rows.sort_by_key(|it| moment::text_order(&state, it));
        for (field, way) in sort.iter().rev() {
            rows.sort_by(|one, other| {
                compare(&key(&state, one, *field), &key(&state, other, *field), *way)
            });
        }
        let made = sheet(&state, &sorted(&sort));
        prop_assert_eq!(made.rows, rows.iter().map(|it| it.id).collect::<Vec<_>>());
        for (field, _) in &sort {
            for it in &rows {
                let is_empty = cell(&state, it, *field).is_empty();
                let has_no_time = *field == Field::Time && cell(&state, it, *field) == "no time";
                prop_assert_eq!(
                    key(&state, it, *field) == Key::Empty,
                    is_empty || has_no_time
                );
            }
        }
    }

    #[test]
    fn the_filter_is_that_of_a_simple_search(
        seeds in proptest::collection::vec(0u16..600, 0..24),
        text in "[ab C0-3]{0,4}",
        status in proptest::option::of(proptest::sample::select(Status::ALL)),
    ) {
        let state = many(&seeds);
        let filter = Filter { text: text.clone(), status, ..Filter::default() };
        let made = sheet(&state, &filtered(filter));
        let has = |it: &Annotation| {
            let row: Vec<String> = Field::ALL.iter().map(|field| cell(&state, it, *field)).collect();
            let row = format!("{} {}", row.join(" "), it.passages[0].sentence).to_lowercase();
            let is = status.is_none() || it.claim().map(|it| it.status) == status;
            is && text.to_lowercase().split(' ').all(|word| row.contains(word))
        };
        for it in state.annotations().values() {
            prop_assert_eq!(made.place(it.id).is_some(), has(it));
        }
        prop_assert_eq!(made.rows.len() + made.hidden, state.annotations().len());
    }
}
