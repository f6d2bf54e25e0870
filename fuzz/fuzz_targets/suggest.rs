//! Any bytes as an article: loading and searching them must end without a panic, passages and links in their places.

#![no_main]

use std::path::PathBuf;

use kbworkbench::analysis::{Context, Gazetteer, SuggestionRow, suggest};
use kbworkbench::corpus::{Article, Known, Progress, load};
use kbworkbench::files::memory::MemoryDisk;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let disk = MemoryDisk::new();
    disk.add("/texts/odd.txt", bytes.to_vec());
    let loaded = load(&disk, &[PathBuf::from("/texts")], &Progress::new());
    for found in loaded.articles {
        let mut article = Article::clone(&found.article);
        // Else most texts would be passed over as being in another language.
        article.metadata.language = Some(Known::stated("en".to_owned(), ""));
        let found = suggest(&article, Gazetteer::bundled(), &Context::default());
        assert!(found.iter().all(|it| !it.span.of(&article.text).is_empty()));
        assert_eq!(SuggestionRow::of("odd.txt", &article, &found, 1).len(), found.len());
    }
});
