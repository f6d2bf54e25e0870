//! How long a figure takes, from view data to bytes, and the chart in the window for each frame of a zoom.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

mod claims;
#[path = "../tests/figures/sample.rs"]
mod sample;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::base::theme::LIGHT;
use kbworkbench::export::{
    Screen, SvgOptions, casualties, casualties_on_screen, png, stances, svg,
};
use kbworkbench::views::chart::{ChartRequest, chart};
use sample::{Odd, options};

/// An ordinary chart, one of 400 claims, one of 60 claimants.
const MEASURED: [Odd; 3] = [Odd::Typical, Odd::Crowd, Odd::Sixty];

fn figures(criterion: &mut Criterion) {
    let options = options(1600, 900);
    for odd in Odd::ALL.into_iter().filter(|it| MEASURED.contains(it)) {
        let (chart, matrix) = (odd.chart(), odd.matrix());
        criterion.bench_function(&format!("casualties, laid out, {odd:?}"), |bencher| {
            bencher.iter(|| casualties(black_box(&chart), &options));
        });
        criterion.bench_function(&format!("stances, laid out, {odd:?}"), |bencher| {
            bencher.iter(|| stances(black_box(&matrix), &options));
        });
        let scene = casualties(&chart, &options);
        criterion.bench_function(&format!("casualties as SVG outlines, {odd:?}"), |bencher| {
            bencher.iter(|| svg(black_box(&scene), SvgOptions::default()));
        });
        criterion.bench_function(
            &format!("casualties as PNG at 3200 × 1800, {odd:?}"),
            |bencher| {
                bencher.iter(|| png(black_box(&scene), 2.0));
            },
        );
    }
}

/// The chart of 5,000 claims on four panels, over all its days, a tenth of them, and an hour.
fn windows(criterion: &mut Criterion) {
    let chart = chart(&claims::claims(), &ChartRequest::default());
    let axis = chart.time.clone().unwrap();
    let (start, long) = (axis.start, axis.end - axis.start);
    let hour = (start + long / 2, start + long / 2 + 60);
    let windows = [
        ("all", None),
        ("half", Some((start + long / 4, start + long * 3 / 4))),
        ("a tenth", Some((start + long / 3, start + long / 3 + long / 10))),
        ("an hour", Some(hour)),
    ];
    for (name, window) in windows {
        criterion.bench_function(&format!("5,000 claims on screen, {name}"), |bencher| {
            let screen =
                Screen { width: 1120.0, height: 600.0, palette: &LIGHT, type_size: 13.0, window };
            bencher.iter(|| casualties_on_screen(black_box(&chart), &screen));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = figures, windows
}
criterion_main!(benches);
