//! How long the program takes to export the sample's chart, from its start to its end, beside the same chart drawn by
//! matplotlib from the same evidence, where Python has it. `PYTHON` names another Python.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

fn run(command: &mut Command, folder: &Path) -> bool {
    let command = command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|it| it.success())
}

fn program(words: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kbworkbench"));
    assert!(run(command.args(words), folder), "{words:?}");
}

/// The words that export the chart into a file.
fn chart(file: &str) -> [&str; 7] {
    ["export", "demo/sample.kbproj", "--casualties", file, "--force", "--incident", "the offensive"]
}

fn export(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    program(&["demo", "--dir", "demo"], folder);
    criterion.bench_function("a PNG of 3200 × 1800, whole process", |bencher| {
        bencher.iter(|| program(&chart("chart.png"), folder));
    });
    criterion.bench_function("an SVG of outlines, whole process", |bencher| {
        bencher.iter(|| program(&chart("chart.svg"), folder));
    });
    program(&chart("chart.csv"), folder);
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/export.py");
    let matplotlib = || {
        let mut command = Command::new(&python);
        run(command.arg(&script).args(["chart.csv", "matplotlib.png"]), folder)
    };
    if !matplotlib() {
        println!("matplotlib is not there: nothing to compare with");
        return;
    }
    criterion.bench_function("the same by matplotlib, whole process", |bencher| {
        bencher.iter(matplotlib);
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = export
}
criterion_main!(benches);
