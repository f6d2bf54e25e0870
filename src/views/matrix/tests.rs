//! What a matrix shows of a project in the small notation, as text.

mod narrowed;

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::project::notation;

fn check(project: &str, expect: Expect) {
    check_request(project, |_, _| {}, expect);
}

fn check_request(project: &str, ask: impl Fn(&State, &mut MatrixRequest), expect: Expect) {
    let state = notation::state(project).unwrap();
    let mut request = MatrixRequest::default();
    ask(&state, &mut request);
    let matrix = matrix(&state, &request);
    let mut shown = format!("{}\n{}\n", matrix.title, matrix.subtitle);
    let labels: Vec<_> = matrix.columns.iter().map(|it| it.label.as_str()).collect();
    shown += &format!("{}\n", labels.join(" | "));
    for row in &matrix.rows {
        let sign = match row.folded {
            None => "",
            Some(true) => "▸ ",
            Some(false) => "▾ ",
        };
        let cells: Vec<_> = row.cells.iter().map(show).collect();
        let remark = if row.remark.is_empty() { "" } else { " — " };
        let indent = "  ".repeat(row.depth);
        shown +=
            &format!("{indent}{sign}{}: {}{remark}{}\n", row.name, cells.join(" | "), row.remark);
    }
    if 0 < matrix.hidden {
        shown += &format!("hidden: {}\n", matrix.hidden);
    }
    expect.assert_eq(&shown);
}

/// Counts by position, and of all where that differs from their sum.
fn show(cell: &Cell) -> String {
    let [condemn, support, mediate] = cell.counts;
    let signs = [(condemn, "✕"), (support, "+"), (mediate, "⇄")];
    let mut shown: Vec<String> =
        signs.iter().filter(|it| 0 < it.0).map(|it| format!("{}{}", it.1, it.0)).collect();
    if cell.count != cell.counts.iter().sum::<usize>() {
        shown.push(format!("of {}", cell.count));
    }
    if cell.mixed {
        shown.push("mixed".to_owned());
    }
    if shown.is_empty() { "·".to_owned() } else { shown.join(" ") }
}

const FAMILY: &str = "
    actor France : state
    actor President < France : person
    actor Minister < France : person
    stance s1 a.txt France condemn Y
    stance s2 a.txt President condemn Y
    stance s3 b.txt President mediate
    stance s4 b.txt Turkey support Y
    stance s5 b.txt (the church) mediate";

#[test]
fn members_stand_under_those_they_belong_to_with_counts_of_their_own() {
    check(
        FAMILY,
        expect![[r#"
        Who stands where
        4 actors, 5 stances in 2 articles; current stances only
        Condemn | Support | Mediate
        ▾ France: ✕1 | · | ·
          President: ✕1 | · | ⇄1
        the church: · | · | ⇄1
        Turkey: · | +1 | ·
    "#]],
    );
}

#[test]
fn folding_shows_the_union() {
    check_request(
        FAMILY,
        |_, it| it.unfolded = Unfolded::None,
        expect![[r#"
        Who stands where
        4 actors, 5 stances in 2 articles; current stances only
        Condemn | Support | Mediate
        ▸ France: ✕2 | · | ⇄1
        the church: · | · | ⇄1
        Turkey: · | +1 | ·
    "#]],
    );
    check_request(
        FAMILY,
        |state, it| {
            let france = state.actor_named("France").unwrap().id;
            it.unfolded = Unfolded::These(BTreeSet::from([france]));
            it.sort = SortBy::Count;
        },
        expect![[r#"
            Who stands where
            4 actors, 5 stances in 2 articles; current stances only
            Condemn | Support | Mediate
            ▾ France: ✕1 | · | ·
              President: ✕1 | · | ⇄1
            the church: · | · | ⇄1
            Turkey: · | +1 | ·
        "#]],
    );
}

/// What is said of the first cell of a column in the row with this name, and whose sentences stand behind it.
fn cell(project: &str, unfolded: Unfolded, row: &str, column: usize, expect: Expect) {
    let state = notation::state(project).unwrap();
    let matrix = matrix(&state, &MatrixRequest { unfolded, ..MatrixRequest::default() });
    let row = matrix.rows.iter().position(|it| it.name == row).unwrap();
    let behind = behind(&matrix, row, column).unwrap();
    let mut shown = format!("{}\n{}\n", behind.title, behind.told);
    for it in behind.evidence.iter().map(|it| &matrix.evidence[*it]) {
        shown += &format!("{} {}\n", it.who, it.says);
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_cell_leads_to_its_own_sentences_and_those_of_members() {
    cell(
        FAMILY,
        Unfolded::All,
        "France",
        0,
        expect![[r#"
        France condemns
        1 of its own, 1 of President
        France condemns Y
        President condemns Y
    "#]],
    );
    cell(
        FAMILY,
        Unfolded::None,
        "France",
        0,
        expect![[r#"
        France condemns
        1 of its own, 1 of President
        France condemns Y
        President condemns Y
    "#]],
    );
    cell(
        FAMILY,
        Unfolded::All,
        "France",
        2,
        expect![[r#"
        France mediates
        none of its own, 1 of President
        President mediates
    "#]],
    );
    cell(
        FAMILY,
        Unfolded::All,
        "President",
        0,
        expect![[r#"
        President condemns
        1 stance
        President condemns Y
    "#]],
    );
    cell(
        FAMILY,
        Unfolded::All,
        "the church",
        2,
        expect![[r#"
        the church mediates
        1 stance
        the church mediates
    "#]],
    );
    cell(
        FAMILY,
        Unfolded::All,
        "Turkey",
        0,
        expect![[r#"
        Turkey condemns
        0 stances
    "#]],
    );
}

#[test]
fn an_actor_is_folded_and_unfolded_by_itself() {
    let state = notation::state(FAMILY).unwrap();
    let ids: Vec<_> = state.actors().keys().copied().collect();
    for mut unfolded in [Unfolded::All, Unfolded::None] {
        let all = unfolded == Unfolded::All;
        unfolded.turn(ids[0]);
        assert_eq!((unfolded.has(ids[0]), unfolded.has(ids[1])), (!all, all));
        unfolded.turn(ids[0]);
        assert_eq!((unfolded.has(ids[0]), unfolded.has(ids[1])), (all, all));
    }
}

#[test]
fn one_who_belongs_to_an_actor_without_stances_has_it_as_heading() {
    check(
        "actor Ministry < State
        actor Speaker < Ministry
        stance s1 a.txt Speaker condemn Y",
        expect![[r#"
            Who stands where
            1 actor, 1 stance in 1 article; current stances only
            Condemn | Support | Mediate
            ▾ State: · | · | ·
              ▾ Ministry: · | · | ·
                Speaker: ✕1 | · | ·
        "#]],
    );
}

#[test]
fn mixed_is_to_condemn_and_support_the_same_target() {
    check(
        "stance s1 a.txt Russia condemn Y
        stance s2 a.txt Russia support Y
        stance s3 a.txt Russia condemn Z
        stance s4 a.txt Iran condemn (the  deal)
        stance s5 a.txt Iran support (The deal)
        stance s6 a.txt Cuba condemn Y
        stance s7 a.txt Cuba support Z",
        expect![[r#"
            Who stands where
            3 actors, 7 stances in 1 article; current stances only
            Condemn | Support | Mediate
            Cuba: ✕1 | +1 | ·
            Iran: ✕1 mixed | +1 mixed | · — mixed towards the deal
            Russia: ✕2 mixed | +1 mixed | · — mixed towards Y
        "#]],
    );
}

#[test]
fn mixed_is_seen_in_the_union_of_a_folded_row() {
    let project = "
        actor Duma < Russia
        stance s1 a.txt Russia condemn Y
        stance s2 a.txt Duma support Y";
    check(
        project,
        expect![[r#"
            Who stands where
            2 actors, 2 stances in 1 article; current stances only
            Condemn | Support | Mediate
            ▾ Russia: ✕1 | · | · — mixed with its members towards Y
              Duma: · | +1 | ·
        "#]],
    );
    check_request(
        project,
        |_, it| it.unfolded = Unfolded::None,
        expect![[r#"
            Who stands where
            2 actors, 2 stances in 1 article; current stances only
            Condemn | Support | Mediate
            ▸ Russia: ✕1 mixed | +1 mixed | · — mixed towards Y
        "#]],
    );
}

#[test]
fn mediating_mixes_with_nothing_and_a_part_is_another_target() {
    check(
        "incident the bridge < the war
        stance s1 a.txt A condemn Y
        stance s2 a.txt A mediate Y
        stance s3 a.txt B condemn incident:the bridge
        stance s4 a.txt B support incident:the war
        stance s5 a.txt C condemn
        stance s6 a.txt C support",
        expect![[r#"
            Who stands where
            3 actors, 6 stances in 1 article; current stances only
            Condemn | Support | Mediate
            A: ✕1 | · | ⇄1
            B: ✕1 | +1 | ·
            C: ✕1 | +1 | ·
        "#]],
    );
}

#[test]
fn columns_are_positions_articles_targets_or_days() {
    let project = "zone +04:00
        article a.txt | Wire | 2023-09-19 23:30+00:00
        article b.txt | Post | 2023-09-19
        article c.txt
        stance s1 a.txt A condemn Y
        stance s2 b.txt A support Z
        stance s3 c.txt A condemn Z
        stance s4 b.txt B mediate at 2023-09-18..2023-09-19
        stance s5 b.txt B condemn Z";
    check_request(
        project,
        |_, it| it.columns = ColumnsBy::Article,
        expect![[r#"
            Who stands where
            2 actors, 5 stances in 3 articles; current stances only
            Post, 19 Sep 2023 | Wire, 20 Sep 2023 | c.txt
            A: +1 mixed | ✕1 | ✕1 mixed — mixed towards Z
            B: ✕1 ⇄1 | · | ·
        "#]],
    );
    check_request(
        "article a.txt | Wire | 2023-09-19 20:00
        article b.txt | Wire | 2023-09-19 21:00
        stance s1 a.txt A condemn Y
        stance s2 b.txt A condemn Y",
        |_, it| it.columns = ColumnsBy::Article,
        expect![[r#"
            Who stands where
            1 actor, 2 stances in 2 articles; current stances only
            Wire, 19 Sep 2023 (1) | Wire, 19 Sep 2023 (2)
            A: ✕1 | ✕1
        "#]],
    );
    check_request(
        project,
        |_, it| it.columns = ColumnsBy::Target,
        expect![[r#"
            Who stands where
            2 actors, 5 stances in 3 articles; current stances only
            Z | Y | no target stated
            A: ✕1 +1 mixed | ✕1 | · — mixed towards Z
            B: ✕1 | · | ⇄1
        "#]],
    );
    check_request(
        project,
        |_, it| it.columns = ColumnsBy::Day,
        expect![[r#"
            Who stands where
            2 actors, 5 stances in 3 articles; current stances only
            18–19 Sep 2023 | 19 Sep 2023 | 20 Sep 2023 | no time
            A: · | +1 mixed | ✕1 | ✕1 mixed — mixed towards Z
            B: ⇄1 | ✕1 | · | ·
        "#]],
    );
}

#[test]
fn articles_are_counted_once_in_each_cell() {
    check_request(
        "stance s1 a.txt A condemn Y
        stance s2 a.txt A condemn Z
        stance s3 a.txt A support Q
        stance s4 b.txt A condemn Y",
        |_, it| (it.count, it.columns) = (CountBy::Articles, ColumnsBy::Target),
        expect![[r#"
            Who stands where
            1 actor, 4 stances in 2 articles; current stances only, counted in articles
            Y | Q | Z
            A: ✕2 | +1 | ✕1
        "#]],
    );
    check_request(
        "actor B < A
        stance s1 a.txt A condemn Y
        stance s2 a.txt B condemn Y
        stance s3 b.txt B condemn Y",
        |_, it| (it.count, it.unfolded) = (CountBy::Articles, Unfolded::None),
        expect![[r#"
            Who stands where
            2 actors, 3 stances in 2 articles; current stances only, counted in articles
            Condemn | Support | Mediate
            ▸ A: ✕2 | · | ·
        "#]],
    );
}

#[test]
fn numbers_in_names_of_rows_and_targets_are_sorted_by_size() {
    let project = "
        stance s1 a.txt Brigade 11 condemn Village 20
        stance s2 a.txt Brigade 3 condemn Village 4
        stance s3 a.txt Brigade 107 condemn Village 100";
    check_request(
        project,
        |_, it| it.columns = ColumnsBy::Target,
        expect![[r#"
        Who stands where
        3 actors, 3 stances in 1 article; current stances only
        Village 4 | Village 20 | Village 100
        Brigade 3: ✕1 | · | ·
        Brigade 11: · | ✕1 | ·
        Brigade 107: · | · | ✕1
    "#]],
    );
}

#[test]
fn rows_are_sorted_with_members_under_their_parent() {
    let project = "
        actor Z < B
        stance s1 a.txt A mediate
        stance s2 a.txt Z support Y
        stance s3 a.txt Z support Y
        stance s4 a.txt C condemn Y";
    check_request(
        project,
        |_, it| it.sort = SortBy::Count,
        expect![[r#"
        Who stands where
        3 actors, 4 stances in 1 article; current stances only
        Condemn | Support | Mediate
        ▾ B: · | · | ·
          Z: · | +2 | ·
        A: · | · | ⇄1
        C: ✕1 | · | ·
    "#]],
    );
    check_request(
        project,
        |_, it| it.sort = SortBy::Position,
        expect![[r#"
        Who stands where
        3 actors, 4 stances in 1 article; current stances only
        Condemn | Support | Mediate
        C: ✕1 | · | ·
        ▾ B: · | · | ·
          Z: · | +2 | ·
        A: · | · | ⇄1
    "#]],
    );
}

#[test]
fn excluded_articles_are_out_and_an_empty_matrix_says_so() {
    check(
        "stance s1 a.txt A condemn Y\n exclude a.txt",
        expect![[r#"
        Who stands where
        No stances
        Condemn | Support | Mediate
    "#]],
    );
}

#[test]
fn support_of_ones_own_side_is_remarked() {
    check(
        "actor Minister < Land
        stance s1 a.txt Minister support Land
        stance s2 a.txt Land support Minister",
        expect![[r#"
            Who stands where
            2 actors, 2 stances in 1 article; current stances only
            Condemn | Support | Mediate
            ▾ Land: · | +1 | ·
              Minister: · | +1 | · — supports its own side
        "#]],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_selected_stance_is_in_one_cell(
        stances in proptest::collection::vec((0..4_usize, 0..6_usize, 0..3_usize, 0..4_usize, any::<bool>()), 0..30),
        columns in proptest::sample::select(vec![ColumnsBy::Position, ColumnsBy::Article, ColumnsBy::Target, ColumnsBy::Day]),
        folded in any::<bool>(),
        past in any::<bool>(),
    ) {
        let mut lines = vec!["actor B < A\nactor C < B\narticle a0 | Wire | 2023-09-19".to_owned()];
        for (place, (article, actor, position, target, past)) in stances.iter().enumerate() {
            let actor = ["A", "B", "C", "D", "(them)", "(Them)"][*actor];
            let position = ["condemn", "support", "mediate"][*position];
            let target = ["Y", "A", "(it)", ""][*target];
            let past = if *past { "past" } else { "" };
            lines.push(format!("stance s{place} a{article} {actor} {position} {target} {past}"));
        }
        let state = notation::state(&lines.join("\n")).unwrap();
        let unfolded = if folded { Unfolded::None } else { Unfolded::All };
        let request = MatrixRequest { columns, unfolded, past, ..MatrixRequest::default() };
        let matrix = matrix(&state, &request);
        let cells = || matrix.rows.iter().flat_map(|it| &it.cells);
        let mut shown: Vec<usize> = cells().flat_map(|it| it.evidence.clone()).collect();
        shown.sort_unstable();
        prop_assert_eq!(shown, (0..matrix.evidence.len()).collect::<Vec<_>>());
        prop_assert_eq!(matrix.evidence.len() + matrix.hidden, stances.len());
        for cell in cells() {
            prop_assert_eq!(cell.evidence.len(), cell.count);
            for (row, annotation) in cell.evidence.iter().zip(&cell.annotations) {
                prop_assert_eq!(matrix.evidence[*row].annotation, *annotation);
            }
            prop_assert!((0.0..=1.0).contains(&cell.shade));
        }
        prop_assert!(matrix.rows.iter().all(|it| it.cells.len() == matrix.columns.len()));
    }
}
