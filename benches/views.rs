//! How long the views of a large project take: a chart of 5,000 claims, a matrix of 200 actors by 300 articles.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

mod claims;

use std::fmt::Write as _;
use std::hint::black_box;

use claims::{articles, claims, state};
use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::project::State;
use kbworkbench::views::chart::{ChartRequest, facets};
use kbworkbench::views::matrix::{ColumnsBy, MatrixRequest};
use kbworkbench::views::{annotations, chart, matrix};

/// 5,000 totals of as many claimants for the same people at the same time, no two alike.
fn quarrel() -> State {
    let mut text = String::new();
    for it in 0..5000 {
        let _ = writeln!(
            text,
            "claim c{it} a.txt killed {it} by C{it} side S in the war at 2023-09-19"
        );
    }
    state(&text)
}

/// 20,000 stances of 200 actors, half of them members of another, in 300 articles.
fn stances() -> State {
    let mut text = String::new();
    let _ = articles(&mut text, 300);
    for it in 0..100 {
        let _ = writeln!(text, "actor M{it} < A{it}");
    }
    for it in 0..20_000 {
        let kind = if it % 2 == 0 { "A" } else { "M" };
        let position = ["condemn", "support", "mediate"][it % 3];
        let (article, actor, target) = (it * 7 % 300, it * 3 % 100, it % 20);
        let _ = writeln!(text, "stance s{it} a{article}.txt {kind}{actor} {position} T{target}");
    }
    state(&text)
}

fn views(criterion: &mut Criterion) {
    let (claims, quarrel, stances) = (claims(), quarrel(), stances());
    let request = ChartRequest::default();
    criterion.bench_function("chart of 5,000 claims", |it| {
        it.iter(|| chart(black_box(&claims), &request));
    });
    criterion.bench_function("facets of 5,000 claims", |it| {
        it.iter(|| facets(black_box(&claims), &request));
    });
    criterion.bench_function("chart of 5,000 claimants in dispute", |it| {
        it.iter(|| chart(black_box(&quarrel), &request));
    });
    let request = MatrixRequest { columns: ColumnsBy::Article, ..MatrixRequest::default() };
    criterion.bench_function("matrix of 200 actors by 300 articles", |it| {
        it.iter(|| matrix(black_box(&stances), &request));
    });
    criterion.bench_function("rows of 5,000 annotations", |it| {
        it.iter(|| annotations(black_box(&claims)));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = views
}
criterion_main!(benches);
