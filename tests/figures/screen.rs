//! The casualty chart as the window shows it: the same marks as in the figure, at the size of type that is asked for, in
//! both themes, over all the time or a stretch of it.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use kbworkbench::base::AnnotationId;
use kbworkbench::base::theme::{DARK, LIGHT, contrast};
use kbworkbench::export::{OnScreen, Point, Prim, Scene, Screen, casualties_on_screen};
use kbworkbench::project::notation;
use kbworkbench::views::chart::{Chart, ChartRequest, Mark, MarkTime, chart};
use proptest::prelude::*;

use super::geometry::{check_room, flat};
use super::sample::Odd;

const WIDTHS: [f32; 5] = [560.0, 640.0, 850.0, 1120.0, 1400.0];

fn screen(width: f32, height: f32, window: Option<(i64, i64)>) -> Screen {
    Screen { width, height, palette: &LIGHT, type_size: 13.0, window }
}

/// None, a part, a short stretch, and more than all.
fn windows(chart: &Chart) -> Vec<Option<(i64, i64)>> {
    let Some(axis) = &chart.time else { return vec![None, Some((0, 100))] };
    let middle = axis.start.midpoint(axis.end);
    let long = axis.end - axis.start;
    vec![
        None,
        Some((axis.start + long / 4, axis.end - long / 3)),
        Some((middle - 20, middle + 20)),
        Some((axis.start - long / 8, axis.end + long / 8)),
    ]
}

#[test]
fn texts_on_screen_never_leave_the_picture_or_overlap_at_any_width() {
    for odd in Odd::ALL {
        let chart = odd.chart();
        for (width, window) in
            WIDTHS.iter().flat_map(|it| windows(&chart).into_iter().map(move |w| (it, w)))
        {
            for height in [150.0, 420.0, 900.0] {
                let shown = casualties_on_screen(&chart, &screen(*width, height, window));
                let what = format!("{odd:?} at {width} × {height}, {window:?}");
                check_room(&shown.scene, &what);
                assert!(height <= shown.scene.height, "{what}");
                assert_eq!(shown.scene.width, *width, "{what}");
            }
        }
    }
}

#[test]
fn no_panel_is_left_out_and_type_keeps_its_size() {
    for odd in Odd::ALL.into_iter().filter(|it| *it != Odd::Empty) {
        let chart = odd.chart();
        let shown = casualties_on_screen(&chart, &screen(640.0, 300.0, None));
        assert_eq!(shown.panels.len(), chart.panels.len(), "{odd:?}");
        for text in flat(&shown.scene) {
            if let Prim::Text(text) = text {
                assert!(9.5 <= text.size, "{odd:?}: {text:?}");
            }
        }
    }
}

#[test]
fn a_larger_type_makes_the_chart_taller() {
    let chart = Odd::Typical.chart();
    let height = |type_size| {
        let screen = Screen { type_size, ..screen(900.0, 150.0, None) };
        casualties_on_screen(&chart, &screen).scene.height
    };
    assert!(height(13.0) < height(20.0));
}

#[test]
fn words_are_read_in_both_themes_and_the_places_are_the_same() {
    for odd in Odd::ALL {
        let chart = odd.chart();
        let of = |palette| {
            let screen = Screen { palette, ..screen(1120.0, 500.0, None) };
            casualties_on_screen(&chart, &screen).scene
        };
        let (light, dark) = (of(&LIGHT), of(&DARK));
        assert_eq!(light.text_boxes(), dark.text_boxes(), "{odd:?}");
        for (scene, palette) in [(light, LIGHT), (dark, DARK)] {
            assert_eq!(scene.ground, Some(palette.page));
            for item in flat(&scene) {
                if let Prim::Text(text) = item {
                    assert!(4.5 <= contrast(text.colour, palette.page), "{odd:?}: {text:?}");
                    assert!(text.halo.is_none_or(|it| it == palette.page), "{odd:?}: {text:?}");
                }
            }
        }
    }
}

/// The chart with the marks that stand before its axis moved onto it.
fn on_axis(odd: Odd) -> Chart {
    let mut chart = odd.chart();
    let start = chart.time.as_ref().map_or(0, |it| it.start);
    for mark in chart.panels.iter_mut().flat_map(|it| &mut it.marks) {
        if let MarkTime::Known { at, .. } = &mut mark.at {
            *at = (*at).max(start);
        }
    }
    chart
}

#[test]
fn the_window_of_all_the_time_is_the_chart_without_one() {
    for odd in Odd::ALL {
        let mut chart = on_axis(odd);
        let Some(axis) = &mut chart.time else { continue };
        *axis = axis.within(axis.start, axis.end);
        let whole = Some((axis.start, axis.end));
        let of = |window| casualties_on_screen(&chart, &screen(1120.0, 500.0, window));
        assert_eq!(of(None).window, whole);
        assert!(of(None) == of(whole), "{odd:?}");
    }
}

#[test]
fn sixty_lines_have_a_key_with_all_of_them() {
    let chart = Odd::Sixty.chart();
    let shown = casualties_on_screen(&chart, &screen(1120.0, 400.0, None));
    let texts: Vec<String> = shown.scene.text_boxes().into_iter().map(|it| it.text).collect();
    for line in &chart.panels[0].lines {
        assert!(texts.contains(&line.label), "{}", line.label);
    }
}

#[test]
fn a_long_key_leaves_the_panels_most_of_a_low_window() {
    let chart = Odd::Sixty.chart();
    for (width, height) in [(580.0, 290.0), (580.0, 150.0), (1240.0, 530.0)] {
        let shown = casualties_on_screen(&chart, &screen(width, height, None));
        let plots: f32 = shown.panels.iter().map(|it| it.height()).sum();
        assert!(height * 0.45 < plots, "{plots} of {width} × {height}");
        let first = shown.scene.text_boxes().into_iter().find(|it| it.text == "A");
        assert!(first.is_some(), "the key begins within reach");
        check_room(&shown.scene, &format!("{width} × {height}"));
    }
}

#[test]
fn of_many_disputes_the_largest_are_told_and_the_rest_are_counted() {
    let mut chart = Odd::Dispute.chart();
    for panel in &mut chart.panels {
        let more = panel.disputes.iter().cycle().take(40).cloned().collect::<Vec<_>>();
        panel.disputes.extend(more);
    }
    let shown = casualties_on_screen(&chart, &screen(1400.0, 900.0, None));
    let words: String = flat(&shown.scene)
        .into_iter()
        .filter_map(
            |it| if let Prim::Text(text) = it { Some(text.text.clone() + " ") } else { None },
        )
        .collect();
    let told = words.matches("disputed").count();
    assert!((1..=5).contains(&told), "{told} are told in {words}");
    assert!(words.contains("more disputes"), "{words}");
}

fn marks(scene: &Scene) -> Vec<(AnnotationId, f32)> {
    let of_group = |item: &&Prim| {
        let Prim::Group { annotations, items, .. } = item else { return None };
        let [annotation] = annotations.as_slice() else { return None };
        let shape = items.iter().rev().find_map(|it| match it {
            Prim::Circle { .. } | Prim::Polygon { .. } => it.bounds(),
            _ => None,
        });
        shape.map(|it| (*annotation, it.left.midpoint(it.right)))
    };
    flat(scene).iter().filter_map(of_group).collect()
}

fn is_within(mark: &Mark, window: Option<(i64, i64)>) -> bool {
    match (mark.at, window) {
        (MarkTime::Known { at, .. }, Some((start, end))) => start <= at && at <= end,
        _ => true,
    }
}

/// Every mark within the time shown has a group, none outside; all stand within the plot or the gutter; lines, shades
/// and bars keep within it.
fn check_window(chart: &Chart, shown: &OnScreen) -> Result<(), TestCaseError> {
    let all = || chart.panels.iter().flat_map(|it| &it.marks);
    let expected: BTreeSet<AnnotationId> =
        all().filter(|it| is_within(it, shown.window)).map(|it| it.annotation).collect();
    let found = marks(&shown.scene);
    let drawn: BTreeSet<AnnotationId> = found.iter().map(|it| it.0).collect();
    prop_assert_eq!(found.len(), drawn.len());
    prop_assert_eq!(drawn, expected);
    let left = shown.gutter.unwrap_or(shown.plot).left;
    let is_in = |x: f32| left - 0.1 <= x && x <= shown.plot.right + 0.1;
    for (_, x) in found {
        prop_assert!(is_in(x), "a mark at {}", x);
    }
    for item in flat(&shown.scene) {
        let edges = match item {
            Prim::Group { annotations, items, .. } if 1 < annotations.len() => {
                let bounds = items.iter().filter_map(Prim::bounds);
                bounds.reduce(|one, other| one.join(other))
            }
            Prim::Rect { .. } => item.bounds(),
            _ => None,
        };
        if let Some(edges) = edges {
            prop_assert!(is_in(edges.left) && is_in(edges.right), "{:?} at {:?}", item, edges);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_window_shows_the_marks_within_it_and_no_others(
        odd in proptest::sample::select(Odd::ALL.to_vec()),
        width in 560.0_f32..1400.0,
        from in -0.3_f64..1.2,
        share in 0.0_f64..1.6,
    ) {
        let chart = on_axis(odd);
        if let Some(axis) = &chart.time {
            let (start, long) = (axis.start, axis.end - axis.start);
            let at = |share: f64| start + (long as f64 * share) as i64;
            let window = Some((at(from), at(from + share)));
            let shown = casualties_on_screen(&chart, &screen(width, 450.0, window));
            check_window(&chart, &shown)?;
            check_room(&shown.scene, &format!("{odd:?} at {width}, {window:?}"));
        }
    }

    #[test]
    fn no_window_breaks_a_chart(
        odd in proptest::sample::select(Odd::ALL.to_vec()),
        size in (any::<f32>(), any::<f32>(), any::<f32>()),
        window in (any::<i64>(), any::<i64>()),
        times in proptest::collection::vec(any::<i64>(), 6),
    ) {
        let mut chart = odd.chart();
        let marks = chart.panels.iter_mut().flat_map(|it| &mut it.marks);
        for (mark, at) in marks.zip(&times) {
            mark.at = MarkTime::Known { at: *at, stretch: Some((*at, at.saturating_neg())) };
        }
        let (width, height) = (size.0.abs().min(3000.0), size.1.abs().min(3000.0));
        let type_size = size.2;
        let shown = casualties_on_screen(
            &chart,
            &Screen { width, height, palette: &DARK, type_size, window: Some(window) },
        );
        prop_assert!(shown.window.is_none_or(|it| it.0 < it.1));
        for item in flat(&shown.scene) {
            let bounds = item.bounds().into_iter();
            let mut edges = bounds.flat_map(|it| [it.left, it.top, it.right, it.bottom]);
            prop_assert!(edges.all(f32::is_finite), "{:?}", item);
        }
    }
}

/// The texts of the chart of a project while only a stretch of time is shown, given in minutes from the start of the
/// axis; labels and ticks, without the numbers of people.
fn check(project: &str, window: (i64, i64), expect: Expect) {
    let state = notation::state(project).unwrap();
    let chart = chart(&state, &ChartRequest::default());
    let start = chart.time.as_ref().unwrap().start;
    let window = Some((start + window.0, start + window.1));
    let shown = casualties_on_screen(&chart, &screen(1120.0, 400.0, window));
    let boxes = shown.scene.text_boxes();
    let texts = boxes.iter().filter(|it| shown.plot.left - 20.0 <= it.rect.left);
    let texts: Vec<&str> = texts.map(|it| it.text.as_str()).collect();
    expect.assert_eq(&texts.join("\n"));
}

const WEEK: &str = "zone +04:00
    article a.txt | Wire | 2023-09-25 10:00
    claim k1 a.txt killed >=25 by Ombudsman side X in the war at 2023-09-19T20:00
    claim k2 a.txt killed >=200 by Ombudsman side X in the war at 2023-09-20T12:00
    claim k3 a.txt killed 7 by Ministry side X in the war at 2023-09-22T12:00
    claim k4 a.txt killed 30 by Prosecutor side X in the war at 2023-09-19T22:00
    claim k5 a.txt killed 4 child by Prosecutor side X in the war at 2023-09-19T22:30 measure part";

#[test]
fn lines_that_run_through_a_window_keep_their_labels_with_the_figure_they_have_there() {
    // The air before the first claim is some three hours.
    check(
        WEEK,
        (300, 600),
        expect![[r#"
        people, log scale
        X
        4
        5
        2
        3: 4 children
        Prosecutor 30
        Ombudsman at least 25
        20 Sep
        19 Sep 22:00
        23:00
        01:00
        02:00
        times in UTC+04:00"#]],
    );
    check(
        WEEK,
        (1300, 1700),
        expect![[r#"
        people, log scale
        X
        4
        5
        Ombudsman 200 or more
        Prosecutor 30
        20 Sep 15:00
        16:00
        17:00
        18:00
        19:00
        20:00
        21:00
        times in UTC+04:00"#]],
    );
}

#[test]
fn a_window_of_minutes_has_ticks_of_minutes() {
    check(
        WEEK,
        (300, 330),
        expect![[r#"
        people, log scale
        X
        4
        5
        2
        Prosecutor 30
        Ombudsman at least 25
        19 Sep 21:50
        21:55
        22:00
        22:05
        22:10
        22:15
        times in UTC+04:00"#]],
    );
}

#[test]
fn a_hit_finds_a_mark_on_screen() {
    let chart = Odd::Typical.chart();
    let shown = casualties_on_screen(&chart, &screen(1120.0, 500.0, None));
    let y = shown.panels[0].top;
    let (annotation, x) = marks(&shown.scene)[0];
    let down = (0..200).map(|it| Point { x, y: y + it as f32 });
    let hits: Vec<_> = down.flat_map(|at| shown.scene.hit(at, 0.0).to_vec()).collect();
    assert!(hits.contains(&annotation));
}
