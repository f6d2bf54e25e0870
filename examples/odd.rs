//! Writes the odd projects of the tests with their texts into a folder, each in a folder of its own, to be looked at in
//! the window: `cargo run --example odd -- FOLDER`.

#[path = "../tests/gui/odd.rs"]
mod odd;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use kbworkbench::project::{notation, write};

fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).context("name a folder")?;
    for (name, text, _) in odd::projects().into_iter().chain(odd::stances()) {
        let built = notation::read(&text)?;
        let folder = folder.join(name);
        let texts = folder.join("articles");
        std::fs::create_dir_all(&texts)?;
        for (id, article) in &built.texts {
            let record = built.state.articles().get(id).context("an article without a record")?;
            std::fs::write(texts.join(&record.path), &article.text)?;
        }
        std::fs::write(folder.join(format!("{name}.kbproj")), write(&built.state))?;
    }
    Ok(())
}
