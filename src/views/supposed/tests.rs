//! A project with texts in, its chart and matrix beside its open suggestions out.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use indexmap::IndexMap;

use super::*;
use crate::analysis::suggest;
use crate::base::words::Position;
use crate::project::{context, notation};
use crate::views::chart::{self, Chart, ChartRequest};
use crate::views::matrix::{self, Matrix, MatrixRequest};
use crate::views::review::{ReviewRequest, review};

fn supposed(project: &str) -> (State, Supposed) {
    let built = notation::read(project).unwrap();
    let texts: IndexMap<_, _> =
        built.texts.iter().map(|(id, text)| (*id, Arc::new(text.clone()))).collect();
    let names = Gazetteer::bundled();
    let search = |text: &Article| Arc::from(suggest(text, names, &context(&built.state)));
    let found: Suggestions = texts.iter().map(|(id, text)| (*id, search(text))).collect();
    let review = review(&built.state, names, &texts, &found, &ReviewRequest::default());
    let stamp = Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    let made = Supposed::new(&built.state, names, &texts, &found, &review.waiting, &stamp);
    assert_eq!(made.these.len(), review.waiting.len());
    let known: HashSet<&Key> = made.these.values().collect();
    assert!(review.waiting.iter().all(|it| known.contains(&it.key)));
    (built.state, made)
}

fn check_chart(project: &str, expect: Expect) {
    let (state, supposed) = supposed(project);
    let request = ChartRequest::default();
    let chart = chart::with_suggestions(&state, &supposed, &request);
    assert_eq!(chart.headline, chart::chart(&state, &request).headline);
    expect.assert_eq(&show_chart(&chart));
}

fn show_chart(chart: &Chart) -> String {
    let mut shown = format!("{}\n{} suggested\n", chart.headline, chart.suggested);
    for panel in &chart.panels {
        writeln!(shown, "[{}]", panel.title).unwrap();
        for mark in &panel.marks {
            let pale = if mark.suggested { " (pale)" } else { "" };
            assert_eq!(chart.evidence[mark.evidence].suggested, mark.suggested);
            writeln!(shown, "  {}{pale}: {}", mark.label, mark.name).unwrap();
        }
        for line in &panel.lines {
            let values: Vec<_> = line.marks.iter().map(|it| panel.marks[*it].value).collect();
            writeln!(shown, "  line {values:?}: {}", line.label).unwrap();
        }
        for it in &panel.disputes {
            writeln!(shown, "  {}", it.words).unwrap();
        }
    }
    let legend: Vec<_> = chart.legend.iter().map(|it| it.words()).collect();
    shown + &legend.join("; ") + "\n"
}

const CASE: &str = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
article b.txt | Kurier | 2023-09-21 12:00
note n0 a.txt "At least 25 people were killed, the Libyan health ministry said."
note n1 a.txt "France condemned the attack."
note n2 b.txt "France praised the rebels."
claim k1 a.txt killed 30 by Mayor at 2023-09-20T10:00 "The mayor counted 30 dead."
claim k2 b.txt killed 200 by Mayor at 2023-09-21T10:00 "The mayor counts 200 dead."
claim k3 b.txt killed 90 by Bishop at 2023-09-21T10:00 "The bishop counts 90 dead."
stance s1 b.txt Norway condemn "Norway condemned the attack."
"#;

#[test]
fn suggestions_are_pale_marks_and_count_in_no_headline_line_or_dispute() {
    check_chart(
        CASE,
        expect![[r#"
            Killed: 90 or 200 people, disputed
            1 suggested
            [Libya]
              at least 25 (pale): at least 25 killed, Libya, printed 20 Sep 2023, 12:00, Meridian Wire, suggested, not decided
            [Side not stated]
              30: 30 killed, Mayor, as of 20 Sep 2023, 10:00, Meridian Wire
              200: 200 killed, Mayor, as of 21 Sep 2023, 10:00, Kurier
              90: 90 killed, Bishop, as of 21 Sep 2023, 10:00, Kurier
              line [30, 200]: Mayor 200
              line [90]: Bishop 90
              disputed: Mayor 200, Bishop 90
            pale and dotted: suggested, not decided; filled: time of the count stated; arrow up: “at least”; shaded: disputed; line: running total of one claimant
        "#]],
    );
}

#[test]
fn where_nothing_is_decided_all_is_pale() {
    check_chart(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "At least 25 people were killed, the Libyan health ministry said."
note n1 a.txt "On Tuesday 40 people were killed, the Libyan health ministry said."
"#,
        expect![[r#"
            No claims of people killed
            2 suggested
            [Libya]
              40 (pale): 40 killed, Libya, as of 19 Sep 2023, Meridian Wire, suggested, not decided
              at least 25 (pale): at least 25 killed, Libya, printed 20 Sep 2023, 12:00, Meridian Wire, suggested, not decided
            pale and dotted: suggested, not decided; arrow up: “at least”; pale bar: time known only to the day or longer
        "#]],
    );
}

#[test]
fn without_suggestions_chart_and_matrix_are_those_of_the_project() {
    let case = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
claim k1 a.txt killed 30 by (the mayor) in the raid "Snow fell."
claim k2 a.txt killed 90 by Bishop in the raid "Rain fell."
stance s1 a.txt Norway condemn about the raid "Wind blew."
stance s2 a.txt Norway support about the raid "Fog came."
"#;
    let (state, supposed) = supposed(case);
    assert!(supposed.these.is_empty());
    let request = ChartRequest::default();
    let chart = chart::with_suggestions(&state, &supposed, &request);
    assert_eq!(chart, chart::chart(&state, &request));
    let request = MatrixRequest::default();
    let matrix = matrix::with_suggestions(&state, &supposed, &request);
    assert_eq!(matrix, matrix::matrix(&state, &request));
}

#[test]
fn suggestions_stand_in_cells_apart_from_what_is_counted() {
    let (state, supposed) = supposed(CASE);
    let matrix = matrix::with_suggestions(&state, &supposed, &MatrixRequest::default());
    expect![[r#"
        1 actor, 1 stance in 1 article; current stances only
        2 suggested
        France 
          Condemn: condemn 1 suggested, not decided – 1 suggested, not decided
          Support: support 1 suggested, not decided – 1 suggested, not decided
        Norway 
          Condemn: condemn 1 – 1 stance
        ✕ condemn; + support; dotted: suggested, not decided
    "#]]
    .assert_eq(&show_matrix(&matrix));
}

fn show_matrix(matrix: &Matrix) -> String {
    let mut shown = format!("{}\n{} suggested\n", matrix.subtitle, matrix.suggested);
    for (at, row) in matrix.rows.iter().enumerate() {
        writeln!(shown, "{} {}", row.name, row.remark).unwrap();
        for (column, (cell, of)) in row.cells.iter().zip(&matrix.columns).enumerate() {
            let told = matrix::behind(matrix, at, column).unwrap().told;
            if !cell.is_empty() {
                let all: usize = Position::ALL.iter().map(|it| cell.suggested[*it as usize]).sum();
                assert_eq!(cell.evidence.len(), cell.count + all);
                writeln!(shown, "  {}: {} – {told}", of.label, cell.says()).unwrap();
            }
        }
    }
    shown + &matrix.legend.join("; ") + "\n"
}
