//! Where keys lead in a matrix, and what its places are called, as text.

use std::sync::Arc;

use eframe::egui::{Event, InputState, Key, Modifiers};
use expect_test::{Expect, expect};

use super::evidence::{LONGEST, source};
use super::layout::Plan;
use super::model::{
    At, Step, cell_name, found_again, head_name, place_of, pressed, row_name, stands_for,
};
use crate::project::notation;
use crate::views::matrix::{ColumnsBy, Matrix, MatrixRequest, Unfolded, matrix};

const PROJECT: &str = "
    actor France : state
    actor President < France : person
    actor Russia : state
    article a.txt | Wire | 2023-09-19
    article b.txt | Post | 2023-09-20
    stance s1 a.txt France condemn Y
    stance s2 a.txt President condemn Y
    stance s3 b.txt President mediate
    stance s4 b.txt Russia support Y
    stance s5 b.txt Russia condemn Y
    stance s6 b.txt (the church) mediate";

fn shown(columns: ColumnsBy, unfolded: Unfolded) -> Matrix {
    let state = notation::state(PROJECT).unwrap();
    matrix(&state, &MatrixRequest { columns, unfolded, ..MatrixRequest::default() })
}

/// What a place is called.
fn name(matrix: &Matrix, at: At) -> String {
    match (at.row, at.column) {
        (Some(row), Some(column)) => cell_name(matrix, row, column),
        (Some(row), None) => row_name(matrix, &matrix.rows[row]),
        (None, Some(column)) => head_name(matrix, column),
        (None, None) => "nowhere".to_owned(),
    }
}

/// Presses keys one after the other from the first name, and tells where each leads.
fn check(keys: &[(Modifiers, Key)], expect: Expect) {
    let matrix = shown(ColumnsBy::Position, Unfolded::All);
    let mut input = InputState::default();
    input.events = keys
        .iter()
        .map(|(modifiers, key)| Event::Key {
            key: *key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: *modifiers,
        })
        .collect();
    let mut told = String::new();
    for step in pressed(&mut input, &matrix, At::name(0), 2) {
        told += &match step {
            Step::Go(at) => name(&matrix, at),
            Step::Turn(row) => format!("folds or unfolds {}", matrix.rows[row].name),
            Step::Leave => "leaves".to_owned(),
        };
        told += "\n";
    }
    told += &format!("{} left over", input.events.len());
    expect.assert_eq(&told);
}

const NONE: Modifiers = Modifiers::NONE;

fn plain<const N: usize>(keys: [Key; N]) -> [(Modifiers, Key); N] {
    keys.map(|it| (NONE, it))
}

#[test]
fn arrows_lead_from_names_to_cells_and_heads() {
    use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp};
    check(
        &plain([
            ArrowRight, ArrowRight, ArrowRight, ArrowRight, ArrowUp, ArrowUp, ArrowLeft, ArrowDown,
            ArrowDown, ArrowLeft, ArrowLeft, ArrowLeft, ArrowUp, ArrowDown, ArrowLeft,
        ]),
        expect![[r#"
            France condemns: 1 stance, 1 article
            France supports: nothing
            France mediates: nothing
            France mediates: nothing
            Mediate: 2 stances, 1 article, 2 actors
            Mediate: 2 stances, 1 article, 2 actors
            Support: 1 stance, 1 article, 1 actor
            France supports: nothing
            President supports: nothing
            President condemns: 1 stance, 1 article
            President: 2 stances
            France, unfolded: 1 stance
            France, unfolded: 1 stance
            President: 2 stances
            France, unfolded: 1 stance
            0 left over"#]],
    );
}

#[test]
fn other_keys_lead_to_ends_and_pages_and_the_rest_is_left_alone() {
    use Key::{End, Escape, Home, J, PageDown, PageUp};
    let ctrl = Modifiers::COMMAND;
    let mut keys = plain([PageDown, PageDown, End, PageUp, Home, Escape, J]).to_vec();
    keys.extend([(ctrl, End), (ctrl, Home), (ctrl, PageDown), (Modifiers::ALT, Key::ArrowLeft)]);
    check(
        &keys,
        expect![[r#"
            Russia: 2 stances; mixed towards Y
            the church: 1 stance
            the church mediates: 1 stance, 1 article
            President mediates: 1 stance, 1 article
            President: 2 stances
            leaves
            the church mediates: 1 stance, 1 article
            France condemns: 1 stance, 1 article
            3 left over"#]],
    );
}

#[test]
fn a_place_is_found_again_by_what_it_stands_for() {
    let old = shown(ColumnsBy::Position, Unfolded::All);
    let folded = shown(ColumnsBy::Position, Unfolded::None);
    let by_article = shown(ColumnsBy::Article, Unfolded::All);
    let russia = old.rows.iter().position(|it| it.name == "Russia").unwrap();
    let member = old.rows.iter().position(|it| it.name == "President").unwrap();
    let again = |new: &Matrix, at| name(new, found_again(&old, new, at));
    let cell = |row| stands_for(&old, row, 1).unwrap();
    let told = [
        again(&folded, At::cell(russia, 1)),
        again(&folded, At::name(member)),
        again(&by_article, At::cell(russia, 2)),
        format!("{:?}", place_of(&folded, &cell(russia))),
        format!("{:?}", place_of(&folded, &cell(member))),
        format!("{:?}", place_of(&by_article, &cell(russia))),
    ];
    expect![[r#"
        Russia supports: 1 stance, 1 article; mixed
        France, folded: 3 stances
        Russia, Post, 20 Sep 2023: condemns 1, supports 1, 2 stances, 1 article; mixed
        Some((1, 1))
        None
        None"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn a_head_keeps_the_day_of_its_article_and_names_get_what_few_columns_leave() {
    let outlet = "The Gorge Courier and Weekly Review of the Upper Valley ".repeat(3);
    let long = "the officials of three ministries who did not wish to be named ".repeat(3);
    let mut text = String::new();
    for at in 1..=20 {
        text += &format!("article {at}.txt | {outlet} | 2023-09-{at:02} 12:00\n");
        text += &format!("stance s{at} {at}.txt \"{long}\" condemn Lowland\n");
    }
    let state = notation::state(&text).unwrap();
    let plan = |columns, width| {
        let request = MatrixRequest { columns, ..MatrixRequest::default() };
        Plan::new(&Arc::new(matrix(&state, &request)), width)
    };
    for width in [360.0, 600.0, 1000.0, 3000.0] {
        let by_article = plan(ColumnsBy::Article, width);
        for (at, column) in by_article.matrix().columns.iter().enumerate() {
            let lines = by_article.head_lines(column).0.lines;
            assert_eq!(lines.last(), Some(&format!("{} Sep 2023", at + 1)), "at {width}");
        }
        let few = plan(ColumnsBy::Position, width);
        let all = few.names + few.content().x;
        assert!(width < 500.0 || (few.names <= width * 0.45 && all <= width), "at {width}");
    }
    assert!(300.0 < plan(ColumnsBy::Position, 1000.0).names);
}

#[test]
fn what_stands_beneath_a_sentence_has_its_time_whatever_the_outlet_is_called() {
    let outlet = "The Gorge Courier and Weekly Review of the Upper Valley ".repeat(3);
    let state = notation::state(&format!(
        "article a.txt | {outlet} | 2023-09-20 12:00
        stance s1 a.txt Russia condemn Y at 2023-09-19"
    ));
    let matrix = matrix(&state.unwrap(), &MatrixRequest::default());
    expect!["The Gorge Courier and Weekly Review of the U…, 19 Sep 2023 · towards Y"]
        .assert_eq(&source(&matrix.evidence[0], "Russia", LONGEST));
}
