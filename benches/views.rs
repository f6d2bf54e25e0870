//! How long the views of a large project take: a chart of 5,000 claims, a matrix of 200 actors by 300 articles.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::project::{State, notation};
use kbworkbench::views::chart::ChartRequest;
use kbworkbench::views::matrix::{ColumnsBy, MatrixRequest};
use kbworkbench::views::{annotations, chart, matrix};

/// 5,000 claims of 40 claimants on 4 sides in 500 articles over 100 days, a fifth of them without a time of their own.
fn claims() -> State {
    let mut text = String::new();
    let _ = articles(&mut text, 500);
    for it in 0..5000 {
        let (day, hour) = (1 + it / 180, it / 7 % 24);
        let time = match it % 5 {
            0 => String::new(),
            1 => format!("at 2023-09-{day:02}"),
            _ => format!("at 2023-09-{day:02}T{hour:02}"),
        };
        let (article, claimant, side) = (it % 500, it * 7 % 40, it % 4);
        let figure = [format!(">={it}"), format!("{it}"), format!("~{it}")][it % 3].clone();
        let _ = writeln!(
            text,
            "claim c{it} a{article}.txt killed {figure} by C{claimant} side S{side} in the war {time}"
        );
    }
    state(&text)
}

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

fn articles(text: &mut String, count: usize) -> std::fmt::Result {
    for it in 0..count {
        let (day, hour) = (1 + it / 20, it % 24);
        writeln!(text, "article a{it}.txt | Outlet {} | 2023-09-{day:02} {hour:02}:00", it % 12)?;
    }
    Ok(())
}

fn state(text: &str) -> State {
    notation::state(text).unwrap_or_else(|error| panic!("the project of the bench: {error}"))
}

fn views(criterion: &mut Criterion) {
    let (claims, quarrel, stances) = (claims(), quarrel(), stances());
    let request = ChartRequest::default();
    criterion.bench_function("chart of 5,000 claims", |it| {
        it.iter(|| chart(black_box(&claims), &request));
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
