//! Owns which paths stay within a folder, on whatever machine they are read.

use std::path::{Component, Path};

/// Whether `path`, relative to a folder and with `/`, stays within it: not absolute, not on another drive, and by no
/// system's reading with a `..` in it. The answer is the same on every system.
pub fn stays_within(path: &str) -> bool {
    let has_drive = matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    !path.is_empty()
        && !has_drive
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
        && path.split(['/', '\\']).all(|part| part != "..")
        && !path.starts_with(['/', '\\'])
        && !path.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_stays_within_its_root() {
        for good in ["a.txt", "day 1/b.txt", "..a/…b..txt", "19:30.txt", "é:a.txt"] {
            assert!(stays_within(good), "{good}");
        }
        let bad = [
            "",
            "/a",
            "../a",
            "a/../../b",
            "a/..",
            "..\\a",
            "\\\\server\\a",
            "./a",
            "a\0b",
            "C:/a",
            "c:a",
            "C:\\a",
        ];
        for bad in bad {
            assert!(!stays_within(bad), "{bad:?}");
        }
    }
}
