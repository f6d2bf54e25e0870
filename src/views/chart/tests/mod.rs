//! What a chart shows of a project in the small notation, as text.

mod claims;
mod disputes;
mod facets;
mod lines;
mod panels;
mod properties;
mod says;

use std::collections::BTreeMap;

use expect_test::Expect;

use super::*;
use crate::base::AnnotationId;
use crate::base::time::wall_clock;
use crate::project::notation;

/// Shows the chart of all claims of people killed.
fn check(project: &str, expect: Expect) {
    check_request(project, |_, _| {}, expect);
}

/// Shows the chart that a changed request asks for.
fn check_request(project: &str, ask: impl Fn(&State, &mut ChartRequest), expect: Expect) {
    let built = notation::read(project).unwrap();
    let mut request = ChartRequest::default();
    ask(&built.state, &mut request);
    let names: BTreeMap<AnnotationId, &str> =
        built.keys.iter().map(|(key, id)| (*id, key.as_str())).collect();
    expect.assert_eq(&show(&built.state, &chart(&built.state, &request), &names));
}

fn show(state: &State, chart: &Chart, names: &BTreeMap<AnnotationId, &str>) -> String {
    let mut shown = format!("{}\n", chart.headline);
    for panel in &chart.panels {
        shown += &format!("[{}]\n", panel.title);
        let key = |mark: &Mark| names[&mark.annotation];
        for mark in &panel.marks {
            shown += &format!("  {} {}\n", key(mark), show_mark(state, mark));
        }
        for line in &panel.lines {
            let keys: Vec<_> = line.marks.iter().map(|it| key(&panel.marks[*it])).collect();
            shown += &format!("  line {}: {}\n", keys.join(" → "), line.label);
        }
        for dispute in &panel.disputes {
            let keys = [dispute.lower, dispute.upper].map(|it| key(&panel.marks[it])).join("–");
            let during = match dispute.during {
                Some((from, to)) => format!("{} to {}", at(state, from), at(state, to)),
                None => "the gutter".to_owned(),
            };
            shown += &format!("  {keys} {} in {during}\n", dispute.words);
        }
    }
    if 0 < chart.hidden {
        shown += &format!("hidden: {}\n", chart.hidden);
    }
    shown
}

fn show_mark(state: &State, mark: &Mark) -> String {
    let bound = match mark.bound {
        Bound::Point => String::new(),
        Bound::Up => "↑".to_owned(),
        Bound::Down => "↓".to_owned(),
        Bound::Range(high) => format!("–{high}"),
    };
    let inexact = if mark.inexact { "~" } else { "" };
    let place = match mark.at {
        MarkTime::Gutter { slot } => format!("gutter {slot}"),
        MarkTime::Known { at: time, stretch: None } => at(state, time),
        MarkTime::Known { at: time, stretch: Some((from, to)) } => {
            format!("{} within {} to {}", at(state, time), at(state, from), at(state, to))
        }
    };
    let fill = match mark.fill {
        Fill::Stated => "filled ",
        Fill::Printed => "hollow ",
        Fill::Guessed => "half ",
        Fill::None => "",
    };
    let faint = if mark.faint { " faint" } else { "" };
    format!("{inexact}{}{bound} {fill}{place}{faint}", mark.value)
}

fn at(state: &State, minutes: i64) -> String {
    wall_clock(minutes, state.zone()).strftime("%d %b %H:%M").to_string()
}
