//! How long the program takes to export the sample's chart, from its start to its end, beside the same chart drawn by
//! matplotlib from the same evidence, where Python has it. `PYTHON` names another Python than the `python3` of the path.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking"
)]

use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};

/// Runs a program to its end in a folder; what it said if it failed.
fn run(command: &mut Command, folder: &Path) -> Result<(), String> {
    let command = command.current_dir(folder).stdin(Stdio::null());
    // With a display the sample is shown in a window, which nobody would close.
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn program(words: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kbworkbench"));
    run(command.args(words), folder).unwrap_or_else(|said| panic!("{words:?}: {said}"));
}

/// The words that export the chart into a file.
fn chart(file: &str) -> [&str; 7] {
    ["export", "demo/sample.kbproj", "--casualties", file, "--force", "--incident", "the offensive"]
}

fn export(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    program(&["demo", "--dir", "demo"], folder);
    let mut group = criterion.benchmark_group("export, whole process");
    // Each sample is one run, as starting a process costs much and varies little.
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.bench_function("a PNG of 3200 × 1800", |bencher| {
        bencher.iter(|| program(&chart("chart.png"), folder));
    });
    group.bench_function("an SVG of outlines", |bencher| {
        bencher.iter(|| program(&chart("chart.svg"), folder));
    });
    program(&chart("chart.csv"), folder);
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    if let Err(why) = run(Command::new(&python).args(["-c", "import matplotlib"]), folder) {
        let python = python.to_string_lossy();
        let why = why.lines().last().unwrap_or_default();
        println!(
            "nothing to compare with: {python} has no matplotlib ({why}); PYTHON names another"
        );
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/export.py");
    group.bench_function("a PNG of 3200 × 1800 by matplotlib", |bencher| {
        bencher.iter(|| {
            let mut command = Command::new(&python);
            run(command.arg(&script).args(["chart.csv", "matplotlib.png"]), folder)
                .unwrap_or_else(|said| panic!("{said}"));
        });
    });
    group.finish();
}

criterion_group!(benches, export);
criterion_main!(benches);
