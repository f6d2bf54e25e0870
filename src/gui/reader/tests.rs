//! Tests the real widget as a user has it: mouse, keys, names.

use std::path::Path;

use crate::base::TextIndex;
use crate::corpus::{self, Article, Hash, Metadata};
use crate::files::memory::MemoryDisk;

/// An article as it would be read from a file; one without words cannot be read, and is made by hand.
pub(super) fn article(text: &str) -> Article {
    let disk = MemoryDisk::new();
    disk.add("/a.txt", text);
    match corpus::read_article(&disk, Path::new("/a.txt"), "a.txt") {
        Ok((article, _)) => article,
        Err(_) => Article {
            path: "a.txt".to_owned(),
            text_hash: Hash::of(text.as_bytes()),
            file_hash: Hash::of(text.as_bytes()),
            index: TextIndex::new(text),
            metadata: Metadata::default(),
            paragraphs: vec![],
            sentences: vec![],
            furniture: vec![],
            text: text.to_owned(),
        },
    }
}
