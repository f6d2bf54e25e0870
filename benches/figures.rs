//! How long a figure takes, from view data to bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

#[path = "../tests/figures/sample.rs"]
mod sample;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::export::{SvgOptions, casualties, png, stances, svg};
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

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = figures
}
criterion_main!(benches);
