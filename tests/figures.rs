//! Figures through the public functions of `export`: what is drawn, that nothing is cut off or overlaps at any size,
//! and that the same data gives the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

#[path = "figures/sample.rs"]
mod sample;

use expect_test::expect_file;
use kbworkbench::base::words::Outcome;
use kbworkbench::export::{
    EvidencePage, FigureOptions, Rect, Scene, SvgOptions, SvgText, casualties, evidence_csv,
    evidence_html, png, stances, svg,
};
use kbworkbench::project::notation;
use kbworkbench::views::chart::{Chart, ChartRequest, chart};
use kbworkbench::views::matrix::{ColumnsBy, Matrix, MatrixRequest, matrix};
use proptest::prelude::*;
use sample::{Odd, options};

const SIZES: [(u16, u16); 8] = [
    (400, 300),
    (300, 400),
    (640, 360),
    (800, 500),
    (1200, 400),
    (500, 1100),
    (1600, 900),
    (3200, 1800),
];

/// Charts and matrices of a project, as `views` makes them.
fn of_project() -> (Vec<Chart>, Vec<Matrix>) {
    let state = notation::state(include_str!("figures/project.kb")).unwrap();
    let incident = state.incidents().values().next().map(|it| it.id);
    let charts = [Outcome::Killed, Outcome::Displaced, Outcome::Missing].map(|outcome| {
        chart(&state, &ChartRequest { incident, outcome, ..ChartRequest::default() })
    });
    let matrices = [ColumnsBy::Position, ColumnsBy::Article, ColumnsBy::Target, ColumnsBy::Day]
        .map(|columns| {
            matrix(&state, &MatrixRequest { incident, columns, ..MatrixRequest::default() })
        });
    (charts.into(), matrices.into())
}

#[test]
fn figures_of_a_project_have_room_at_any_size() {
    let (charts, matrices) = of_project();
    for (width, height) in SIZES {
        let options = options(width, height);
        for chart in &charts {
            check_room(&casualties(chart, &options), &format!("{} at {width}", chart.headline));
        }
        for matrix in &matrices {
            check_room(&stances(matrix, &options), &format!("{} at {width}", matrix.title));
        }
    }
}

/// No text leaves the picture, and no two texts share room.
fn check_room(scene: &Scene, what: &str) {
    let boxes = scene.text_boxes();
    let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
    for (place, one) in boxes.iter().enumerate() {
        assert!(page.contains(&one.rect), "{what}: {one:?} leaves the picture");
        assert!(!one.text.is_empty(), "{what}: an empty text at {:?}", one.rect);
        for other in &boxes[place + 1..] {
            let near = one.rect.grown(-0.3);
            assert!(!near.overlaps(&other.rect), "{what}: {one:?} overlaps {other:?}");
        }
    }
}

#[test]
fn texts_never_leave_the_picture_or_overlap_at_any_size() {
    for odd in Odd::ALL {
        let (chart, matrix) = (odd.chart(), odd.matrix());
        for (width, height) in SIZES {
            let options = options(width, height);
            let what = format!("{odd:?} at {width} × {height}");
            check_room(&casualties(&chart, &options), &what);
            check_room(&stances(&matrix, &options), &what);
        }
    }
}

#[test]
fn every_mark_and_cell_is_drawn_and_named_by_its_annotations() {
    for odd in Odd::ALL.into_iter().filter(|odd| *odd != Odd::ManyPanels) {
        let chart = odd.chart();
        let options = options(1600, 900);
        let words = SvgOptions { text: SvgText::Words };
        let casualties = svg(&casualties(&chart, &options), words).unwrap();
        for mark in chart.panels.iter().flat_map(|panel| &panel.marks) {
            let named = format!("<g data-annotations=\"{}\">", mark.annotation);
            assert!(casualties.contains(&named), "{odd:?} {}", mark.name);
        }
        let matrix = odd.matrix();
        let stances = svg(&stances(&matrix, &options), words).unwrap();
        for id in matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|it| &it.annotations) {
            assert!(stances.contains(&id.to_string()), "{odd:?}");
        }
    }
}

#[test]
fn thousands_of_claims_at_one_instant_are_drawn_and_none_is_lost() {
    let mut chart = Odd::SameInstant.chart();
    let panel = &mut chart.panels[0];
    panel.marks = panel.marks.iter().cycle().take(4000).cloned().collect();
    let scene = casualties(&chart, &options(1600, 900));
    check_room(&scene, "a crowd");
    let text = svg(&scene, SvgOptions { text: SvgText::Words }).unwrap();
    assert_eq!(text.matches("<g data-annotations").count(), 4030);
}

#[test]
fn figures_read_as_text() {
    let words = |scene: &Scene| svg(scene, SvgOptions { text: SvgText::Words }).unwrap();
    let options = options(800, 500);
    expect_file!["figures/casualties.svg"]
        .assert_eq(&words(&casualties(&Odd::Typical.chart(), &options)));
    expect_file!["figures/dispute.svg"]
        .assert_eq(&words(&casualties(&Odd::Dispute.chart(), &options)));
    expect_file!["figures/no-claims.svg"]
        .assert_eq(&words(&casualties(&Odd::Empty.chart(), &options)));
    expect_file!["figures/stances.svg"]
        .assert_eq(&words(&stances(&Odd::Typical.matrix(), &options)));
}

#[test]
fn evidence_lists_read_as_text() {
    let chart = Odd::Dispute.chart();
    let (mut page, mut table) = (Vec::new(), Vec::new());
    let list = EvidencePage {
        title: &chart.headline,
        subtitle: &chart.subtitle,
        source: &options(800, 500).source.line("2 claims", 1),
        evidence: &chart.evidence[..2],
    };
    evidence_html(&list, &mut page).unwrap();
    evidence_csv(list.evidence, Default::default(), &mut table).unwrap();
    expect_file!["figures/evidence.html"].assert_eq(&String::from_utf8(page).unwrap());
    expect_file!["figures/evidence.csv"].assert_eq(&String::from_utf8(table).unwrap());
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let chart = Odd::Scripts.chart();
    let options = options(480, 320);
    let make = || {
        let scene = casualties(&chart, &options);
        (svg(&scene, SvgOptions::default()).unwrap(), png(&scene, 0.5).unwrap())
    };
    assert!(make() == make());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_chart_or_size_breaks_a_figure(
        odd in proptest::sample::select(Odd::ALL.to_vec()),
        size in (150.0_f32..2500.0, 100.0_f32..2500.0),
        title in proptest::option::of(".{0,60}"),
        values in proptest::collection::vec(any::<u64>(), 6),
        times in proptest::collection::vec(any::<i64>(), 6),
        axis in (any::<f64>(), any::<f64>()),
    ) {
        use kbworkbench::views::chart::{Bound, CountScale, MarkTime};
        let mut chart = odd.chart();
        if let Some(panel) = chart.panels.first_mut() {
            for ((mark, value), at) in panel.marks.iter_mut().zip(&values).zip(&times) {
                mark.value = *value;
                mark.bound = Bound::Range(value / 2);
                mark.evidence = *value as usize;
                mark.at = MarkTime::Known { at: *at, stretch: Some((*at, at.saturating_neg())) };
            }
            (panel.axis.low, panel.axis.high) = axis;
            panel.lines.iter_mut().for_each(|line| line.marks.push(usize::MAX));
        }
        if values.iter().fold(0_u64, |sum, it| sum.wrapping_add(*it)) % 2 == 0 {
            chart.scale = CountScale::Linear;
        }
        let options = FigureOptions { width: size.0, height: size.1, title, ..options(400, 300) };
        for scene in [casualties(&chart, &options), stances(&odd.matrix(), &options)] {
            let text = svg(&scene, SvgOptions { text: SvgText::Words }).unwrap();
            prop_assert!(!text.contains("NaN") && !text.contains("inf"));
            if 400.0 <= size.0 && 300.0 <= size.1 {
                check_room(&scene, &format!("{odd:?} at {size:?}"));
            }
        }
    }
}

/// Writes pictures of all samples into a folder, to be looked at: `FIGURES_DIR=… cargo test pictures -- --ignored`.
#[test]
#[ignore = "writes pictures for the eye"]
fn pictures() {
    let folder = std::env::var("FIGURES_DIR").expect("FIGURES_DIR names a folder");
    let save = |name: &str, scene: &Scene| {
        let bytes = png(scene, 1.0).unwrap();
        std::fs::write(format!("{folder}/{name}.png"), bytes).unwrap();
    };
    let (charts, matrices) = of_project();
    for (place, chart) in charts.iter().enumerate() {
        save(&format!("project-c{place}"), &casualties(chart, &options(1600, 900)));
    }
    for (place, matrix) in matrices.iter().enumerate() {
        save(&format!("project-s{place}"), &stances(matrix, &options(1600, 900)));
    }
    for odd in Odd::ALL {
        for (width, height) in [(1600, 900), (800, 500), (400, 300)] {
            let options = options(width, height);
            save(&format!("c-{odd:?}-{width}"), &casualties(&odd.chart(), &options));
            save(&format!("s-{odd:?}-{width}"), &stances(&odd.matrix(), &options));
        }
    }
}
