//! Scores suggestions against marks of one's own: `cargo run --example score -- GOLD.jsonl SUGGESTIONS.jsonl`. The second
//! file comes from `kbworkbench suggest … --format jsonl`; the first has the same rows.

#[path = "../tests/suggestions/score.rs"]
mod score;

use anyhow::{Context as _, Result};

#[expect(clippy::print_stdout, reason = "prints what it measured")]
fn main() -> Result<()> {
    let mut paths = std::env::args().skip(1);
    let mut read = || -> Result<_> {
        let path = paths.next().context("name a gold file and a file of suggestions")?;
        let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        score::rows(&text).context(path)
    };
    let (gold, found) = (read()?, read()?);
    print!("{}", score::scores(&gold, &found, true));
    Ok(())
}
