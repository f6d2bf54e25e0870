//! Figures through the public functions of `export`: what is drawn, that nothing is cut off or overlaps at any size,
//! and that the same data gives the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

#[path = "figures/geometry.rs"]
mod geometry;
#[path = "gui/odd.rs"]
mod odd;
#[path = "figures/sample.rs"]
mod sample;
#[path = "figures/screen.rs"]
mod screen;

use expect_test::expect_file;
use geometry::{check_room, flat};
use kbworkbench::base::words::Outcome;
use kbworkbench::export::{
    EvidencePage, FigureOptions, Point, Prim, Rect, Scene, SvgOptions, SvgText, casualties,
    evidence_csv, evidence_html, png, stances, svg,
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

#[test]
fn figures_of_odd_projects_have_room_at_any_size() {
    for (name, text, _) in odd::stances() {
        let state = notation::state(&text).unwrap();
        for (columns, (width, height)) in [
            (ColumnsBy::Position, (400, 300)),
            (ColumnsBy::Article, (1600, 900)),
            (ColumnsBy::Article, (500, 1100)),
            (ColumnsBy::Target, (800, 500)),
            (ColumnsBy::Day, (1200, 400)),
        ] {
            let request = MatrixRequest { columns, past: true, ..MatrixRequest::default() };
            let scene = stances(&matrix(&state, &request), &options(width, height));
            check_room(&scene, &format!("{name} by {columns:?} at {width} × {height}"));
        }
    }
    for (name, text, _) in odd::projects() {
        let chart = chart(&notation::state(&text).unwrap(), &ChartRequest::default());
        check_room(&casualties(&chart, &options(1600, 900)), name);
    }
}

#[test]
fn the_day_of_an_article_stands_above_its_column_however_long_its_outlet_is() {
    let outlet = "The Gorge Courier and Weekly Review of the Upper Valley ".repeat(3);
    for articles in [1, 4, 20] {
        let mut project = String::new();
        for at in 1..=articles {
            project += &format!("article {at}.txt | {outlet} | 2023-09-{at:02} 12:00\n");
            project += &format!("stance s{at} {at}.txt Northland condemn Lowland\n");
        }
        let request = MatrixRequest { columns: ColumnsBy::Article, ..MatrixRequest::default() };
        let matrix = matrix(&notation::state(&project).unwrap(), &request);
        let texts = stances(&matrix, &options(1600, 900)).text_boxes();
        for at in 1..=articles {
            let day = format!("{at} Sep 2023");
            assert!(texts.iter().any(|it| it.text == day), "{day} of {articles}");
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

/// The marks of a figure: number in the evidence list and middle.
fn marks(scene: &Scene) -> Vec<(usize, Point)> {
    let of_group = |item: &&Prim| {
        let Prim::Group { title, items, .. } = item else { return None };
        let number = title.split_once(". ")?.0.parse().ok()?;
        let shape = items.iter().find_map(|it| match it {
            Prim::Circle { centre, .. } => Some(*centre),
            Prim::Polygon { .. } => {
                it.bounds().map(|it| Point { x: it.left + it.width() / 2.0, y: it.bottom })
            }
            _ => None,
        });
        Some((number, shape?))
    };
    flat(scene).iter().filter_map(of_group).collect()
}

/// The words at marks: number, words, room.
fn words_at_marks(scene: &Scene) -> Vec<(usize, &str, Rect)> {
    let all = flat(scene);
    let found = all.into_iter().filter_map(|item| match item {
        Prim::Text(text) if text.halo.is_some() => {
            let number = text.text.split(':').next()?.parse().ok()?;
            Some((number, text.text.as_str(), item.bounds()?))
        }
        _ => None,
    });
    found.collect()
}

/// The figure of the claims of a project, of usual size.
fn figure_of(project: &str) -> Scene {
    let state = notation::state(project).unwrap();
    casualties(&chart(&state, &ChartRequest::default()), &options(1600, 900))
}

#[test]
fn words_stand_nearer_to_their_own_mark_than_to_any_other() {
    for odd in Odd::ALL {
        let scene = casualties(&odd.chart(), &options(1600, 900));
        let marks = marks(&scene);
        for (number, words, room) in words_at_marks(&scene) {
            let own = marks.iter().find(|it| it.0 == number).unwrap().1;
            let near = room.distance(own);
            assert!(near < 25.0, "{odd:?}: {words:?} is {near} away from its mark");
            for (other, at) in marks.iter().filter(|it| it.0 != number) {
                let far = room.distance(*at);
                assert!(near < far, "{odd:?}: {words:?} is as near to mark {other}");
            }
        }
    }
}

#[test]
fn words_at_a_mark_are_its_number_and_once_its_figure_with_who_only_where_no_line_says_it() {
    let scene = figure_of(
        "article a.txt | Wire | 2023-09-19 10:00
        article b.txt | Wire | 2023-09-21 10:00
        claim k1 a.txt killed >=25 by A side X in the war
        claim k2 a.txt killed 10 civilian by A side X in the war measure part
        claim k3 b.txt killed 200 by A side X in the war
        claim k4 b.txt killed 10 civilian by A side X in the war measure part
        claim k5 b.txt killed 3 child by B side X in the war measure part
        claim k6 b.txt killed >=2 civilian side X in the war",
    );
    let mut words: Vec<&str> = words_at_marks(&scene).into_iter().map(|it| it.1).collect();
    words.sort_unstable();
    let expect = [
        "1: at least 25",
        "2: 10 civilians",
        "3",
        "4",
        "5: 3 children, B",
        "6: at least 2 civilians, nobody named",
    ];
    assert_eq!(words, expect);
}

#[test]
fn marks_of_one_day_are_moved_apart_within_it() {
    let scene = figure_of(
        "claim k1 a.txt killed >=5 by A side X in the war at ~2023-09-19
        claim k2 a.txt killed >=5 by B side X in the war at ~2023-09-19
        claim k3 a.txt killed >=5 by C side X in the war at ~2023-09-19
        claim k4 a.txt killed 5 by D side X in the war at 2023-09-21",
    );
    let bar = flat(&scene).into_iter().find_map(|it| match it {
        Prim::Rect { rect, paint } if paint.fill.is_some_and(|it| it.1 < 1.0) => Some(*rect),
        _ => None,
    });
    let mut places: Vec<f32> = marks(&scene).iter().take(3).map(|it| it.1.x).collect();
    places.sort_by(f32::total_cmp);
    assert!(places.windows(2).all(|it| 3.0 < it[1] - it[0] && it[1] - it[0] < 12.0), "{places:?}");
    assert!(places[2] <= bar.unwrap().right + 0.1, "{places:?} {bar:?}");
}

#[test]
fn lines_at_one_height_are_both_seen() {
    let scene = figure_of(
        "claim k1 a.txt killed 5 by A side X in the war at 2023-09-19
        claim k2 a.txt killed 6 by B side X in the war at 2023-09-19
        claim k3 a.txt killed 200 by A side X in the war at 2023-09-20
        claim k4 a.txt killed 200 by B side X in the war at 2023-09-20",
    );
    let ends: Vec<(f32, f32)> = flat(&scene)
        .into_iter()
        .filter_map(|it| match it {
            Prim::Polyline { points, stroke } if points.len() == 4 && stroke.opacity == 1.0 => {
                Some((points[3].y, stroke.width))
            }
            _ => None,
        })
        .collect();
    assert_eq!(ends.len(), 2, "{ends:?}");
    assert!(ends[0].1 <= (ends[0].0 - ends[1].0).abs(), "{ends:?}");
    assert!((ends[0].0 - ends[1].0).abs() < ends[0].1 * 2.0, "{ends:?}");
}

#[test]
fn the_labels_of_sixty_lines_stand_in_a_key_of_readable_size() {
    let chart = Odd::Sixty.chart();
    let scene = casualties(&chart, &options(1600, 900));
    let mut texts = Vec::new();
    for item in flat(&scene) {
        if let Prim::Text(text) = item {
            assert!(10.0 <= text.size, "{text:?}");
            texts.push(text.text.as_str());
        }
    }
    for line in &chart.panels[0].lines {
        assert!(texts.contains(&line.label.as_str()), "{}", line.label);
    }
}

/// The texts of a figure, none of which stands for a longer one.
fn whole_texts(scene: &Scene) -> String {
    let texts = flat(scene).into_iter().filter_map(|item| match item {
        Prim::Text(text) => {
            assert_eq!(text.whole, None, "{}", text.text);
            Some(text.text.as_str())
        }
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_column_of_print_has_all_names_and_remarks_of_a_matrix() {
    let project = "\
        actor Northland : state
        actor Northland peacekeeping contingent < Northland : armed_group
        actor River authorities : organisation
        article a.txt | Wire | 2023-09-19 21:12 | Title
        stance s1 a.txt Northland condemn Lowland
        stance s2 a.txt Northland support Lowland
        stance s3 a.txt Northland peacekeeping contingent mediate
        stance s4 a.txt River authorities condemn Lowland\n";
    let matrix = matrix(&notation::state(project).unwrap(), &MatrixRequest::default());
    let texts = whole_texts(&stances(&matrix, &options(241, 482)));
    for words in ["Northland *", "Northland peacekeeping contingent", "* Northland: mixed towards"]
    {
        assert!(texts.contains(words), "{texts}");
    }
}

#[test]
fn a_column_of_print_has_headline_and_titles_of_panels_whole() {
    let mut project = String::new();
    for (place, side) in ["River Armenians", "Lowlanders of the plain"].iter().enumerate() {
        project += &format!(
            "claim a{place} a.txt killed 2{place} by A side {side} in the long offensive at 2023-09-19\n
            claim b{place} a.txt killed 1{place} by B side {side} in the blasts at 2023-09-20\n"
        );
    }
    let chart = chart(&notation::state(&project).unwrap(), &ChartRequest::default());
    let texts = whole_texts(&casualties(&chart, &options(241, 482)));
    assert!(texts.contains(&chart.headline), "{texts}");
    for panel in &chart.panels {
        assert!(texts.contains(&panel.title), "{} in {texts}", panel.title);
    }
    assert!(texts.contains("upward: people, log scale"), "{texts}");
}

#[test]
fn a_figure_without_its_evidence_list_says_where_the_list_is() {
    let line = |listed| {
        let options = FigureOptions { listed, ..options(1600, 900) };
        whole_texts(&casualties(&Odd::Typical.chart(), &options))
    };
    assert!(line(true).contains("each is listed with its sentence in the evidence list."));
    assert!(line(false).contains("the evidence list, exported from the project, has the sentence"));
}

#[test]
fn the_smallest_and_the_largest_figure_of_low_panels_have_their_numbers() {
    let mut project = String::new();
    for side in 1..7 {
        let (low, high) = (side * 2, side * 100 + 1);
        project += &format!(
            "claim l{side} a.txt killed >={low} by A side S{side} in the war at 2023-09-19\n
            claim h{side} a.txt killed >={high} by A side S{side} in the war at 2023-09-20\n"
        );
    }
    let scene = figure_of(&project);
    let texts: Vec<String> = scene.text_boxes().into_iter().map(|it| it.text).collect();
    for side in 1..7 {
        for figure in [side * 2, side * 100 + 1] {
            assert!(texts.contains(&figure.to_string()), "{figure} in {texts:?}");
        }
    }
    assert_eq!(texts.iter().filter(|it| it.contains("log scale")).count(), 1);
}

#[test]
fn few_rows_of_a_matrix_use_the_room() {
    let mut matrix = Odd::Scripts.matrix();
    matrix.rows.iter_mut().for_each(|row| row.remark.clear());
    let scene = stances(&matrix, &options(1600, 900));
    let cells = flat(&scene).into_iter().filter(|it| matches!(it, Prim::Rect { .. }));
    let cells = cells.filter_map(Prim::bounds).reduce(|a, b| a.join(b)).unwrap();
    assert!(900.0 * 0.6 < cells.bottom && 1600.0 * 0.9 < cells.right, "{cells:?}");
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
